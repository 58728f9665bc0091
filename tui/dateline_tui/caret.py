"""Where a text cursor goes in an article: words, names, sentences, facts. Offsets count code points of its text."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from dateline.db.rows import Fact
from dateline.model import Mention, Span

_JOINERS = "\u200c\u200d"
_WITHIN = "'’."  # between two letters these belong to the word: Lavrov'la, U.S


@lru_cache(8192)
def _in_word(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char)[0] in "LMN"


def _belongs(text: str, at: int) -> bool:
    """Whether the character at ``at`` stands in a word."""
    if _in_word(text[at]):
        return True
    return text[at] in _WITHIN and 0 < at < len(text) - 1 and _in_word(text[at - 1]) and _in_word(text[at + 1])


def word_at(text: str, at: int) -> Span:
    """The word that stands there; where none does, the character alone."""
    if not 0 <= at < len(text) or not _belongs(text, at):
        return at, min(at + 1, len(text))
    start = end = at
    while start and _belongs(text, start - 1):
        start -= 1
    while end < len(text) and _belongs(text, end):
        end += 1
    return start, end


def next_word(text: str, at: int) -> int | None:
    """Where the word after the one at ``at`` begins; None after the last."""
    at = word_at(text, at)[1] if at < len(text) else at
    while at < len(text) and not _belongs(text, at):
        at += 1
    return at if at < len(text) else None


def first_word(text: str, at: int) -> int | None:
    """Where the first word at or behind ``at`` begins; None where none does."""
    while at < len(text) and not _belongs(text, at):
        at += 1
    return at if at < len(text) else None


def previous_word(text: str, at: int) -> int | None:
    """Where the word before ``at`` begins, the one that ``at`` stands in the middle of included; None before all."""
    at = min(at, len(text)) - 1
    while at >= 0 and not _belongs(text, at):
        at -= 1
    return word_at(text, at)[0] if at >= 0 else None


def selected(text: str, anchor: int, cursor: int) -> Span:
    """What is selected between two places: whole words, for half a word states nothing."""
    first, last = sorted((anchor, cursor))
    return word_at(text, first)[0], word_at(text, last)[1]


def mention_at(mentions: Sequence[Mention], at: int) -> Mention | None:
    """Who is named there; the shortest of names that stand in each other."""
    here = [mention for mention in mentions if mention.start <= at < mention.end]
    return min(here, key=lambda mention: mention.end - mention.start, default=None)


def next_name(mentions: Sequence[Mention], at: int) -> int | None:
    """Where the next actor behind ``at`` is named; ``mentions`` are in order of their start."""
    index = bisect_right(mentions, at, key=lambda mention: mention.start)
    return mentions[index].start if index < len(mentions) else None


def previous_name(mentions: Sequence[Mention], at: int) -> int | None:
    """Where the last actor before ``at`` is named."""
    index = bisect_left(mentions, at, key=lambda mention: mention.start)
    return mentions[index - 1].start if index else None


def sentence_at(text: str, sentences: Sequence[Span], at: int) -> Span | None:
    """The sentence there, also for the blanks and marks behind it on its line; None where there is none."""
    index = bisect_right(sentences, at, key=lambda sentence: sentence[0]) - 1
    if index < 0:
        return None
    start, end = sentences[index]
    return None if at >= end and "\n" in text[end : at + 1] else (start, end)


def facts_in(facts: Sequence[Fact], span: Span) -> int:
    """How many facts have words in ``span``."""
    return sum(fact.start < span[1] and fact.end > span[0] for fact in facts)


def fact_beside(facts: Sequence[Fact], chosen: Fact | None, cursor: int, by: int) -> Fact | None:
    """The next fact of a text (``by`` 1) or the one before (-1), seen from the cursor; None at either end.

    Facts that begin together are gone through one by one: where the cursor stands on the chosen one's first letter,
    its place among ``facts``, which are in the order of the text, decides.
    """
    if chosen is not None and cursor == chosen.start:
        index = next((i for i, fact in enumerate(facts) if fact.id == chosen.id), None)
        if index is not None:
            return facts[index + by] if 0 <= index + by < len(facts) else None
    if by > 0:
        return next((fact for fact in facts if fact.start > cursor), None)
    return next((fact for fact in reversed(facts) if fact.start < cursor), None)
