"""Complements: whom an act concerns inside the words of what it is about, where its own places are empty.

"Refused to send Mali troops", "imposed sanctions on three firms linked to Hezbollah", «سه شرکت وابسته به حزب‌الله را».
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.groups import Group, words_of
from dateline.extract.status import FINITE
from dateline.extract.triggers import Trigger
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

TYPES = frozenset({"REJECT", "SANCTION", "COERCE"})
#: how somebody stands in a complement; unmarked too
STANDING = frozenset({"to", "object", "of", "whose", "against", "for", "with"})
CLOSING = ("»", '"', "”")


def inside(type_: str, trigger: Trigger, frame: Frame, own: AbstractSet[str], sentence: Sentence) -> Group | None:
    """Whoever stands nearest to the verb in the complement of an act of that type, other than ``own``."""
    if type_ not in TYPES or "passive" in trigger.reading:
        return None
    level, last = sentence.quote_of(trigger.head), sentence.lexicon.pack.language.order == "verb-last"
    span = range(frame.first, trigger.first) if last else range(trigger.last, _end(trigger, sentence))
    found = [
        group
        for group in sentence.groups
        if group.first in span
        and (frame.subject is None or not last or group.first >= frame.subject.last)  # not the main verb's subject
        and group is not frame.subject
        and group.actors
        and not own & {*group.actors}
        and sentence.quote_of(group.first) == level
        and (not group.labels or group.labels & STANDING)
    ]
    if last and not sentence.lexicon.pack.language.inflects:
        found = [group for group in found if type_ == "REJECT" or _is_object(group, sentence)]
    elif last and type_ != "REJECT":
        return None  # a case ending tells what stands there
    return (found[-1] if last else found[0]) if found else None


def _end(trigger: Trigger, sentence: Sentence) -> int:
    """Where a complement behind its verb ends: at a mark, a word that opens a clause or another finite verb."""
    words, keys = words_of(sentence.lexicon.pack), sentence.reading.keys
    verbs = {
        other.first
        for other in sentence.triggers
        if other.head > trigger.head and other.reading & FINITE and not other.reading & {"noun", "infinitive"}
    }
    stops = words.breaks | words.that | _times(sentence.lexicon.pack)
    for at in range(trigger.last, len(keys)):
        opens = keys[at].rstrip("'") in stops
        if sentence.reading.tokens[at].kind == "mark" or opens or at in verbs:
            return at
    return len(keys)


@once_per_pack
def _times(pack: Pack) -> frozenset[str]:
    """The words that say after or during what it was: "dopo", "amid"."""
    return frozenset(fold(word) for word in pack.grammar.clauses.after)


def _is_object(group: Group, sentence: Sentence) -> bool:
    """The mark of the object stands right behind, of a phrase that the group closes («… وابسته به حزب‌الله را»)."""
    keys, at = sentence.reading.keys, group.last
    while at < len(keys) and keys[at] in CLOSING:
        at += 1
    return at < len(keys) and "object" in sentence.lexicon.after.get(keys[at], ())
