"""Behind: who acts or speaks, standing behind the verb, where the language puts its doer before.

"Una provocazione, l'ha definita il colonnello X" has its object before the verb; "Yemen, said X, struck" and
"…, warned X." set a verb of saying between marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.groups import Group, words_of
from dateline.extract.lexicon import Lexicon
from dateline.extract.names import Reading as SentenceReading
from dateline.extract.triggers import Trigger
from dateline.packs import Noun, Pack, Say, Verb
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

LEAST_TOLD = 5  # tokens before a comma and "claims X" that may be what X claims
#: what is said so is said to whoever stands behind the verb, where other verbs of saying have their speaker
HEARD = frozenset({"told", "informed", "urged", "reminded"})


@once_per_pack
def _auxiliaries(pack: Pack) -> frozenset[str]:
    return frozenset(fold(form) for auxiliary in pack.conjugation.auxiliary for form in auxiliary.forms)


def doer_behind(trigger: Trigger, after: Sequence[Group], reading: SentenceReading, lexicon: Lexicon) -> Group | None:
    """The doer of a verb whose object stands before it as a pronoun; ``after`` are the groups behind the verb."""
    keys, articles = reading.keys, lexicon.articles
    if not lexicon.pack.language.drops_subject or not trigger.head or "passive" in trigger.reading:
        return None
    before = trigger.head - 1 - (keys[trigger.head - 1] in _auxiliaries(lexicon.pack))  # "l'ha definita"
    if before < 0 or keys[before].rstrip("'") not in articles or not after or after[0].labels or not after[0].actors:
        return None
    between = [token for token in reading.tokens[trigger.last : after[0].first] if token.key not in articles]
    plain = all(token.kind == "word" and token.key not in lexicon.small for token in between)
    return after[0] if len(between) < 2 and plain else None  # a rank may stand before the name


def speakers_aside(
    triggers: Sequence[Trigger], groups: Sequence[Group], reading: SentenceReading, lexicon: Lexicon
) -> dict[int, Group]:
    """Who speaks, by the heads of the verbs of saying that stand between marks."""
    found: dict[int, Group] = {}
    for verb in triggers:
        if isinstance(verb.entry, Say) and verb.head not in found:
            speaker = _said_by(verb, triggers, groups, reading, lexicon)
            if speaker is not None:
                found[verb.head] = speaker
    return found


def _said_by(
    verb: Trigger, triggers: Sequence[Trigger], groups: Sequence[Group], reading: SentenceReading, lexicon: Lexicon
) -> Group | None:
    """Who stands right behind a verb of saying that a mark parts from what was said, or right before it."""
    keys, tokens = reading.keys, reading.tokens
    if not verb.reading & {"past", "present"} or "passive" in verb.reading:
        return None
    for group in groups:
        if group.labels or not group.actors:
            continue
        between = [key for key in keys[verb.last : group.first] if key.rstrip("'") not in lexicon.articles]
        ends = group.last >= len(keys) or tokens[group.last].kind == "mark"
        right_behind = verb.first and verb.last <= group.first and not between and ends and not _heard(verb)
        if right_behind and _ends_words(verb, triggers, reading, lexicon):
            return group
        opened = group.first and keys[group.first - 1 - (keys[group.first - 1] in lexicon.articles)] == ","
        if group.last == verb.first and opened and keys[verb.last : verb.last + 1] == [","]:
            return group
    return None


def _heard(verb: Trigger) -> bool:
    return isinstance(verb.entry, Say) and verb.entry.english in HEARD


def _ends_words(verb: Trigger, triggers: Sequence[Trigger], reading: SentenceReading, lexicon: Lexicon) -> bool:
    """A mark before the verb closes a quotation or a whole clause, no relative one."""
    keys, at = reading.keys, verb.first - 1
    if reading.tokens[at].kind != "mark":
        return False
    only = not any(isinstance(other.entry, Verb) for other in triggers if other.head == verb.head)
    if keys[at] != "," or only or reading.tokens[at - 1].kind == "mark":
        return True
    opened = next((place + 1 for place in range(at - 1, -1, -1) if keys[place] in (",", ";", ".")), 0)
    if any(isinstance(other.entry, Say) and other.entry.claim for other in triggers if other.head == verb.head):
        return at - opened >= LEAST_TOLD and keys[opened].rstrip("'") not in words_of(lexicon.pack).that
    told = any(
        opened <= other.head < at and other.reading & {"past", "present", "future"}
        for other in triggers
        if not isinstance(other.entry, Noun)
    )
    return told and keys[opened].rstrip("'") not in words_of(lexicon.pack).that
