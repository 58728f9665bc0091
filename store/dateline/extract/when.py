"""When an act happened: the date phrase of its sentence that belongs to it.

A phrase that some other verb or noun of the sentence dates ("the election held on Sunday") is not the act's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.clauses import Frame
from dateline.extract.members import member
from dateline.extract.triggers import Trigger
from dateline.model import Status
from dateline.packs import Noun, Verb
from dateline.text.dates import DatePhrase

if TYPE_CHECKING:
    from dateline.extract.context import Sentence


def date_of(sentence: Sentence, trigger: Trigger, frame: Frame, status: Status) -> tuple[str | None, str | None]:
    """The date of an act and its words: the phrase in its clause, else the only one of the sentence."""
    chosen = _chosen(sentence, trigger, frame)
    if chosen is None:
        return None, None
    side = chosen.forward if status == "planned" else chosen.back
    return side or chosen.value, chosen.text


def _chosen(sentence: Sentence, trigger: Trigger, frame: Frame) -> DatePhrase | None:
    tokens = sentence.reading.tokens
    level = sentence.quote_of(trigger.head)
    same = [
        phrase
        for phrase in sentence.dates
        if sentence.quote_of(sentence.token_range(phrase.start, phrase.end)[0]) == level
    ]
    if isinstance(trigger.entry, Noun):
        first, last = member(sentence, trigger)
        same = [phrase for phrase in same if tokens[first].start <= phrase.start < tokens[last - 1].end]
        return min(same, key=lambda phrase: abs(phrase.start - tokens[trigger.head].start), default=None)
    start, end = tokens[frame.first].start, tokens[frame.last - 1].end
    inside = [phrase for phrase in same if start <= phrase.start < end]
    if inside:
        return inside[0]
    if len(sentence.dates) != 1 or not same:
        return None
    acts = [other for other in sentence.triggers if isinstance(other.entry, Verb | Noun) and not sentence.quoted(other)]
    near = min(acts, key=lambda act: abs(tokens[act.head].start - same[0].start), default=trigger)
    return same[0] if near.head == trigger.head else None  # "they met on Friday; Russia massed troops"
