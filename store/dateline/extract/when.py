"""When an act happened: the date phrase of its sentence that belongs to it.

A phrase that some other verb or noun dates (``attached``) is not the act's; one before the first of several verbs
joined by "and" is everybody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.attached import (
    DEPENDENT,
    at_once,
    bounds_a_time,
    ends_a_clause,
    in_an_aside,
    of_another,
    of_the_verb,
)
from dateline.extract.clauses import STOPS, Frame
from dateline.extract.groups import words_of
from dateline.extract.members import member
from dateline.extract.triggers import Trigger
from dateline.model import Status
from dateline.packs import Noun, Verb
from dateline.text.dates import DatePhrase
from dateline.text.fold import fold

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

NOMINAL = {"infinitive", "that", "noun"}


def date_of(sentence: Sentence, trigger: Trigger, frame: Frame, status: Status) -> tuple[str | None, str | None]:
    """The date of an act and its words: the phrase in its clause, else one that the clause shares with another."""
    chosen = _chosen(sentence, trigger, frame)
    if chosen is None or (status == "occurred" and bounds_a_time(sentence, chosen)):
        return None, None
    side = None if status == "denied" else chosen.forward if status == "planned" else chosen.back
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
        same = [phrase for phrase in same if not of_the_verb(sentence, phrase, trigger)]
        return min(same, key=lambda phrase: abs(phrase.start - tokens[trigger.head].start), default=None)
    start, end = tokens[frame.first].start, tokens[frame.last - 1].end
    own = [phrase for phrase in same if not of_another(sentence, phrase, trigger)]
    closing = [phrase for phrase in same if phrase not in own and _closed_by_both(sentence, phrase, trigger, frame)]
    inside = [phrase for phrase in own if start <= phrase.start < end]
    if inside and (inside[0].value or fold(inside[0].text) not in at_once(sentence.lexicon.pack)):
        return inside[0]
    shared = [phrase for phrase in own if phrase.end <= start and _shared(sentence, phrase, trigger, frame)]
    if shared or inside or closing:
        return (shared or inside or closing)[-1]
    return own[0] if len(sentence.dates) == len(own) == 1 and _nearest(sentence, own[0], trigger) else None


def _nearest(sentence: Sentence, phrase: DatePhrase, trigger: Trigger) -> bool:
    """No other act stands nearer to the phrase, nor on the trigger's side of a semicolon."""
    tokens = sentence.reading.tokens
    acts = [other for other in sentence.triggers if isinstance(other.entry, Verb | Noun) and not sentence.quoted(other)]
    acts = [other for other in acts if not (trigger.first <= other.first and other.last <= trigger.last)]
    near = min((trigger, *acts), key=lambda act: abs(tokens[act.last - 1].start - phrase.start))
    first, last = sentence.token_range(phrase.start, phrase.end)
    between = sentence.reading.keys[last : trigger.first] or sentence.reading.keys[trigger.last : first]
    if sentence.lexicon.pack.language.order == "verb-last" and first > trigger.head and not trigger.reading & NOMINAL:
        return False  # what stands behind a finite verb is the next one's
    return near.head == trigger.head and not set(between) & {";", "؛"}


def told_day(sentence: Sentence) -> str | None:
    """The last full date that the sentence tells of its own acts, not in an aside: "the next day" counts from it."""
    told = None
    for phrase in sentence.dates:
        aside = in_an_aside(sentence, *sentence.token_range(phrase.start, phrase.end))
        told = phrase.value if phrase.value and len(phrase.value) == len("2022-01-31") and not aside else told
    return told


def _shared(sentence: Sentence, phrase: DatePhrase, trigger: Trigger, frame: Frame) -> bool:
    """The phrase of a clause before dates this one as well."""
    keys = sentence.reading.keys
    first, last = sentence.token_range(phrase.start, phrase.end)
    between = [key.rstrip("'") for key in keys[last : trigger.first]]
    return _at_once(sentence, between, opening_of(sentence, trigger, frame)) or _joined(
        sentence, first, last, trigger, frame
    )


def opening_of(sentence: Sentence, trigger: Trigger, frame: Frame) -> int:
    """The first token of a clause; a gerund is in that of the verb before it: "dove protestavano bruciando"."""
    at, keys = frame.first, sentence.reading.keys
    ends = STOPS | {","} | at_once(sentence.lexicon.pack)
    while "while" in trigger.reading and at > 0 and keys[at - 1] not in ends:
        at -= 1
    return at


def _at_once(sentence: Sentence, between: Sequence[str], first: int) -> bool:
    """ "announced it on Tuesday, minutes after the cabinet had approved it": the clause opens at the same time."""
    keys, words = sentence.reading.keys, at_once(sentence.lexicon.pack)
    opening = any(" ".join(keys[max(0, first - size) : first]) in words for size in (1, 2, 3))
    return opening and not set(between) & STOPS


def _closed_by_both(sentence: Sentence, phrase: DatePhrase, trigger: Trigger, frame: Frame) -> bool:
    """ "expelled two envoys on Thursday and accused Peru": one doer, one tense."""
    first, last = sentence.token_range(phrase.start, phrase.end)
    if len(phrase.value or "") < len("2022-01-31") or not frame.borrowed or trigger.reading & DEPENDENT:
        return False
    before = [other for other in sentence.triggers if other.last <= first and not isinstance(other.entry, Noun)]
    if not before or not ends_a_clause(sentence, first, last, trigger):
        return False
    lead, tense = before[-1], trigger.reading & {"past", "future"}
    return bool(tense) and lead.reading & {"past", "future"} == tense and not lead.reading & DEPENDENT


def _joined(sentence: Sentence, first: int, last: int, trigger: Trigger, frame: Frame) -> bool:
    """ "On Monday Chile expelled two envoys and condemned Peru": a phrase before the first of two verbs is both's."""
    keys, words = sentence.reading.keys, words_of(sentence.lexicon.pack)
    between = [key.rstrip("'") for key in keys[last : trigger.first]]
    if trigger.reading & DEPENDENT or not trigger.reading & {"past", "future"} or set(between) & STOPS:
        return False
    if set(between) & (words.breaks | words.that) or not set(between) & (words.joins | {","}):
        return False
    verbs = [
        other
        for other in sentence.triggers
        if last <= other.first and other.last <= trigger.first and not isinstance(other.entry, Noun)
    ]
    leads = [
        verb for verb in verbs if not verb.reading & DEPENDENT and verb.reading & trigger.reading & {"past", "future"}
    ]
    unknown = any(last <= at < trigger.first for at in sentence.reading.ends)  # «نظر خود را تغییر داد و …»
    return (bool(leads) or unknown) and (frame.borrowed or first <= 1)
