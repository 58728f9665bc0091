"""Acts of speech told beside another, where owners stand behind nouns: «ضمن انتقاد از آمریکا گفت …».

The subject of the sentence does both. Whom the act concerns stands behind its noun or infinitive: «با متهم کردن هند
به …». The same words without a verb at all are a headline: «حمله اوکراین به پالایشگاه روسیه».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.names import Reading
from dateline.extract.status import SPOKEN
from dateline.extract.triggers import Trigger, entry_type
from dateline.extract.types import DEEDS
from dateline.packs import Noun, Pack, Verb, knowledge
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence
    from dateline.extract.groups import Group

#: tokens from the noun to whom it concerns
NEAR = 6
#: tokens from a noun to the verb that condemns or welcomes it
NEAR_JUDGE = 12
NEAR_OWNER = 2
#: acts that may be judged so
JUDGED = DEEDS | {"RETREAT", "AGREE"}


@once_per_pack
def _words(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    clauses = pack.grammar.clauses
    return frozenset(fold(word) for word in clauses.along), frozenset(fold(word) for word in clauses.within)


@once_per_pack
def _counts(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.dates.numbers)


def alongside(trigger: Trigger, sentence: Sentence) -> bool:
    """The word before a noun or infinitive says that whoever acts in the sentence also did this.

    Speech stands behind "along" («ضمن انتقاد از آمریکا گفت»), talks behind "within" («در دیدار با همتای خود گفت»).
    """
    along, within = _words(sentence.lexicon.pack)
    before = sentence.reading.keys[trigger.first - 1] if trigger.first else ""
    if before not in along | within or not (isinstance(trigger.entry, Noun) or "noun" in trigger.reading):
        return False
    verb = next((t for t in sentence.triggers if t.head >= trigger.last and not isinstance(t.entry, Noun)), None)
    if entry_type(trigger.entry) in SPOKEN:
        takes = isinstance(verb.entry, Verb) and "with" in verb.entry.target if verb is not None else False
        return before in along and not takes and any(end >= trigger.last for end in sentence.reading.ends)
    entry = trigger.entry
    if before not in within or not isinstance(entry, Noun) or entry.type != "CONSULT" or entry.mode == "multilateral":
        return False
    if verb is None or "past" not in verb.reading:
        return False
    return entry.mode == "visit" or entry_type(verb.entry) != "CONSULT"


def sides_alongside(trigger: Trigger, sentence: Sentence) -> tuple[Group | None, Group] | None:
    """Who does it and to whom; None where the words do not tell or the noun has a doer of its own."""
    entry = trigger.entry
    if not isinstance(entry, Verb | Noun) or not alongside(trigger, sentence):
        return None
    group = next((g for g in sentence.groups if 0 <= g.first - trigger.last <= NEAR and g.actors), None)
    if group is None or any(_is_asker(actor, sentence) for actor in group.actors):
        return None
    bare = not group.labels and isinstance(entry, Verb) and group.first == trigger.last  # «متهم کردن هند به …»
    owned = isinstance(entry, Verb) and group.labels <= {"of", "whose"}
    if not (bare or owned or group.labels & set(entry.target)):
        return None
    between = range(trigger.last, group.first)
    parted = any(sentence.reading.tokens[at].kind == "mark" or at in sentence.reading.ends for at in between)
    return None if parted else (sentence.main_group(), group)


def _is_asker(actor: str, sentence: Sentence) -> bool:
    """A broadcaster or a body nobody lists: «در گفت‌وگو با شبکه …» is no talks."""
    known = knowledge.organisations().get(actor)
    return known.media if known is not None else sentence.cast.members[actor].kind == "organization"


def has_happened(trigger: Trigger, sentence: Sentence) -> bool:
    """A noun without a verb of its own that all the same tells what happened, where owners stand behind nouns."""
    pack = sentence.lexicon.pack
    if "" not in pack.grammar.before.get("of", ()) or pack.language.order != "verb-last":
        return False
    return (
        alongside(trigger, sentence)
        or _is_judged(trigger, sentence)
        or _is_line_without_verb(trigger, sentence.reading, pack)
    )


def _is_judged(trigger: Trigger, sentence: Sentence) -> bool:
    """What is condemned or welcomed has happened: «حملات اسرائیل به لبنان را محکوم کرد»."""
    verb = next((t for t in sentence.triggers if t.head >= trigger.last and not isinstance(t.entry, Noun)), None)
    if verb is None or not isinstance(trigger.entry, Noun) or trigger.entry.type not in JUDGED:
        return False
    owned = any("of" in g.labels and 0 <= g.first - trigger.last <= NEAR_OWNER for g in sentence.groups)
    near = owned and verb.first - trigger.last <= NEAR_JUDGE and isinstance(verb.entry, Verb)
    return near and entry_type(verb.entry) in ("ACCUSE", "SUPPORT") and {"past"} <= verb.reading - {"not"}


def _is_line_without_verb(trigger: Trigger, reading: Reading, pack: Pack) -> bool:
    """A noun of happening that opens a line in which no verb stands."""
    own = range(trigger.first, trigger.last)  # the «نشست» that is a summit has the form of a verb
    if not isinstance(trigger.entry, Noun) or any(end not in own for end in reading.ends):
        return False
    if any(isinstance(other.entry, Verb) for other in reading.triggers):
        return False
    opening = zip(reading.tokens[: trigger.first], reading.keys, strict=False)
    return all(token.kind != "word" or key in _counts(pack) for token, key in opening)
