"""Acts of speech told beside another, where owners stand behind nouns: «ضمن انتقاد از آمریکا گفت …».

The subject of the sentence does both. Whom the act concerns stands behind its noun or infinitive: «با متهم کردن هند
به …». The same words without a verb at all are a headline: «حمله اوکراین به پالایشگاه روسیه».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.names import Reading
from dateline.extract.status import SPOKEN
from dateline.extract.triggers import Trigger, entry_type
from dateline.packs import Noun, Pack, Verb
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence
    from dateline.extract.groups import Group

#: tokens from the noun to whom it concerns
NEAR = 6
CONCERNED = frozenset({"of", "whose", "from", "to", "against", "about", "object"})


@once_per_pack
def _words(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.grammar.clauses.along)


@once_per_pack
def _counts(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.dates.numbers)


def alongside(trigger: Trigger, sentence: Sentence) -> bool:
    """A noun or infinitive of speech stands right behind such a word, and a verb of its own ends the sentence."""
    words = _words(sentence.lexicon.pack)
    if not words or not trigger.first or sentence.reading.keys[trigger.first - 1] not in words:
        return False
    spoken = entry_type(trigger.entry) in SPOKEN and (isinstance(trigger.entry, Noun) or "noun" in trigger.reading)
    return spoken and any(end >= trigger.last for end in sentence.reading.ends)


def sides_alongside(trigger: Trigger, sentence: Sentence) -> tuple[Group | None, Group] | None:
    """Who does it and to whom; None where the words do not tell or the noun has a doer of its own."""
    if not alongside(trigger, sentence):
        return None
    behind = [group for group in sentence.groups if 0 <= group.first - trigger.last <= NEAR and group.actors]
    if not behind or not behind[0].labels <= CONCERNED:
        return None
    if not behind[0].labels and (isinstance(trigger.entry, Noun) or behind[0].first > trigger.last):
        return None
    if isinstance(trigger.entry, Noun) and behind[0].labels <= {"of", "whose"}:
        return None  # «با حمایت آمریکا»: America's
    between = range(trigger.last, behind[0].first)
    parted = any(sentence.reading.tokens[at].kind == "mark" or at in sentence.reading.ends for at in between)
    return None if parted else (sentence.main_group(), behind[0])


def is_line_without_verb(trigger: Trigger, reading: Reading, pack: Pack) -> bool:
    """A noun of happening that opens a line in which no verb stands, in a language whose verbs stand last."""
    ezafe = "" in pack.grammar.before.get("of", ()) and pack.language.order == "verb-last"
    if not ezafe or not isinstance(trigger.entry, Noun) or reading.ends:
        return False
    if any(isinstance(other.entry, Verb) for other in reading.triggers):
        return False
    opening = zip(reading.tokens[: trigger.first], reading.keys, strict=False)
    return all(token.kind != "word" or key in _counts(pack) for token, key in opening)
