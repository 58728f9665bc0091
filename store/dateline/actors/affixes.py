"""The words of a query, with what a sentence may have glued to a name taken off again."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.actors import sounds
from dateline.actors.letters import folded, words


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of one word of the query. ``trust`` is below 1 where an ending was taken off."""

    text: str
    folded: str
    module: str
    readings: tuple[str, ...]
    trust: float = 1.0
    weight: float = 1.0


def asked_words(query: str) -> list[list[Word]]:
    """For every word of the query the forms it may stand for, as it is written first."""
    return [[_word(text)] for text in words(query)]


def _word(text: str, trust: float = 1.0) -> Word:
    key = folded(text)
    return Word(text, key, sounds.module_of(text), sounds.readings(text), trust, min(4.0, 1 + len(key) * 0.5))
