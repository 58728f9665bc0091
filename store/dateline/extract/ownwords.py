"""Own words: acts done by saying them. "We call on Israel to withdraw" is an act of the speaker's side.

The verb tells that its doer is who speaks (a reading "we" or "I" of the pack) or, where verbs have no persons, a
pronoun before it does. Whoever speaks for a country or an organisation says "we" for it. Some verbs tell of another
and are yet an act of who says so (``source = ["speaker"]``): "Russia will pay a heavy price" threatens Russia.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.extract.context import Sentence
from dateline.extract.groups import Group
from dateline.extract.lexicon import NO_LABELS
from dateline.extract.memory import Party
from dateline.extract.phrase import Phrase
from dateline.extract.triggers import Trigger
from dateline.model import Statement
from dateline.packs import Pack, Verb
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

PERSONS = ("we", "I")
SPEAKER = "speaker"
#: readings in which what somebody says of another can be a threat
AHEAD = frozenset({"future", "would"})
REACH = 4  # tokens from a pronoun to its verb: "we have also strongly condemned"


@once_per_pack
def _pronouns(pack: Pack) -> Mapping[str, str]:
    """The words of the first person, folded, and which of the two they are."""
    return {fold(word): person for person in PERSONS for word in pack.grammar.pronouns.get(person, ())}


def person_of(trigger: Trigger, sentence: Sentence) -> str | None:
    """ "we" or "I" where a verb tells of whoever speaks it, "speaker" where saying it is the act, else None."""
    if not isinstance(trigger.entry, Verb):
        return None
    if SPEAKER in trigger.entry.source:
        return SPEAKER
    pronouns = _pronouns(sentence.lexicon.pack)
    told = next((person for person in PERSONS if person in trigger.reading), None)
    if told or not pronouns:
        return told
    for token in reversed(sentence.reading.tokens[max(0, trigger.first - REACH) : trigger.first]):
        if token.key in pronouns:
            return pronouns[token.key]
        if token.kind != "word":
            return None
    return None


def speaker_of(
    trigger: Trigger,
    sentence: Sentence,
    statements: Sequence[Statement],
    side_of: Callable[[str], str | None],
) -> Group | None:
    """Whoever speaks the words that a verb stands in: the speaker's side (``side_of``) for "we".

    None where the verb is in another person, or where no statement says whose words these are.
    """
    person = person_of(trigger, sentence)
    if person is None or (person == SPEAKER and not trigger.reading & AHEAD):
        return None
    at = sentence.reading.tokens[trigger.head].start
    quote = next((quote for quote in sentence.quotes if quote.inner_start <= at < quote.inner_end), None)
    if quote is not None:
        words = sentence.cast.text[quote.inner_start : quote.inner_end]
        statements = [said for said in statements if said.quote == words]
    elif person != SPEAKER:
        return None
    speakers = {said.speaker for said in statements if said.speaker}
    if len(speakers) != 1:
        return None
    (speaker,) = speakers
    actor = (side_of(speaker) if person == "we" else None) or speaker
    labels = frozenset({SPEAKER}) if person == SPEAKER else NO_LABELS
    return Group((Party(Phrase(trigger.first, trigger.first), (actor,), inferred=True),), labels)
