"""How long something took: numbers in figures or words with their units, in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.text.datewords import Found, TimeWords, time_words
from dateline.text.fold import fold
from dateline.text.tokens import NUMBER, WORD, Token, tokenize

if TYPE_CHECKING:
    from dateline.packs import Pack

_MINUTES = {"minutes": 1, "hours": 60, "days": 1440}
#: an ending that makes a unit of time an adjective ("saatlik") or inflects it
_MOST_ENDING = 4
_LONGEST_NUMBER = 30  # letters of a number written as one word


def find_durations(
    text: str, start: int, end: int, pack: Pack, tokens: Sequence[Token] | None = None
) -> list[tuple[int, int, int]]:
    """The durations in ``text[start:end]``: start and end of the words, and the minutes that they tell."""
    row = tokenize(text, start, end, pack) if tokens is None else tokens
    words = time_words(pack)
    found: list[tuple[int, int, int]] = []
    if not any(token.key[:2] in words.units or "-" in token.key for token in row):
        return found
    index = 0
    while index < len(row):
        duration = _duration(row, index, words)
        if duration is None:
            index += 1
            continue
        after, minutes = duration
        found.append((row[index].start, row[after - 1].end, round(minutes)))
        index = after
    return found


def _duration(row: Sequence[Token], index: int, words: TimeWords) -> tuple[int, float] | None:
    """One duration: the index behind it and its minutes. "bir saat on beş dakika" adds up."""
    part = _amount(row, index, words)
    if part is None:
        return None
    after, minutes, unit = part
    if unit == "minutes":
        return after, minutes
    joined = _find(row, after, words, "and")
    more = _amount(row, joined.after if joined else after, words)
    if more is not None and _MINUTES[more[2]] < _MINUTES[unit]:
        return more[0], minutes + more[1]
    return after, minutes


def _amount(row: Sequence[Token], index: int, words: TimeWords) -> tuple[int, float, str] | None:
    """A number with its unit: the index behind, the minutes, the unit. A half may stand on either side of the unit."""
    number = _number(row, index, words)
    if number is None:
        return _compound(row, index, words)
    value, after = number
    half = _find(row, after, words, "half")
    if half is not None:
        value, after = value + 0.5, half.after
    if after < len(row) and row[after].key in words.small and value < 1:  # half an hour
        after += 1
    unit = _unit(row, after, words)
    if unit is None:
        return None
    after, name = unit
    half = _find(row, after, words, "half")
    if half is not None:
        value, after = value + 0.5, half.after
    return after, value * _MINUTES[name], name


def _compound(row: Sequence[Token], index: int, words: TimeWords) -> tuple[int, float, str] | None:
    """A number and unit in one word with a hyphen: "90-minute"."""
    if index >= len(row) or "-" not in row[index].key:
        return None
    figure, _, name = row[index].key.partition("-")
    value = float(figure) if figure.isdigit() and len(figure) < 5 else _value_of_word(figure, words)
    unit = _unit_of_key(name.partition("-")[0], words)
    return (index + 1, value * _MINUTES[unit], unit) if value is not None and unit is not None else None


def _find(row: Sequence[Token], index: int, words: TimeWords, kind: str) -> Found | None:
    if index >= len(row):
        return None
    return next((found for found in words.at(row, index) if found.sense.kind == kind), None)


def _unit(row: Sequence[Token], index: int, words: TimeWords) -> tuple[int, str] | None:
    if index >= len(row) or row[index].kind != WORD:
        return None
    for found in words.at(row, index):
        if found.sense.kind in _MINUTES:
            return found.after, found.sense.kind
    name = _unit_of_key(row[index].stem_key, words)
    return (index + 1, name) if name else None


def _unit_of_key(key: str, words: TimeWords) -> str | None:
    """The unit that a word names, in an inflecting language with any ending."""
    cuts = range(_MOST_ENDING + 1) if words.endings else (0,)
    for cut in cuts:
        stem = key[: len(key) - cut]
        for sense in words.senses.get(stem, ()):
            if sense.kind in _MINUTES:
                return sense.kind
    return None


def _number(row: Sequence[Token], index: int, words: TimeWords) -> tuple[float, int] | None:
    """A number in figures or words and the index behind it: 105, 1,5, on beş, بیست و پنج, ventiquattro."""
    if index >= len(row):
        return None
    token = row[index]
    if token.kind == NUMBER:
        figures = fold(token.stem).replace(",", ".")
        valid = figures.replace(".", "", 1).isdigit() and len(figures) <= 6 and not token.ending
        return (float(figures), index + 1) if valid else None
    total: float | None = None
    after = index
    while after < len(row) and row[after].kind == WORD:
        place = after
        if total is not None and (joined := _find(row, after, words, "and")):
            place = joined.after
        found = _find(row, place, words, "number")
        value = found.sense.value if found else _value_of_word(row[place].key, words) if place < len(row) else None
        following = _with(total, value)
        if following is None:
            break
        total, after = following, found.after if found else place + 1
    return None if total is None else (total, after)


def _with(total: float | None, value: float | None) -> float | None:
    """Number words added up: 10 and 5, 2 and 100, 100 and 50; None where the second does not continue the first."""
    if value is None:
        return None
    if total is None:
        return value
    if value in (100, 1000) and 1 <= total < value:
        return total * value
    scale = 10 if total % 10 == 0 and total >= 10 else 1
    if total % 100 == 0:
        scale = 100
    return total + value if 1 <= value < scale else None


def _value_of_word(key: str, words: TimeWords) -> float | None:
    """The value of a number written as one word: "ventiquattro", "onbeş", "forty-five"."""
    if len(key) > _LONGEST_NUMBER:
        return None
    parts = key.split("-") if "-" in key else []
    for cut in range(2, len(key) - 1) if key[:2] in words.openings else ():
        if parts:
            break
        if _numeral(key[:cut], words) and _numeral(key[cut:], words):
            parts = [key[:cut], key[cut:]]
    total: float | None = None
    for part in parts:
        total = _with(total, _numeral(part, words))
        if total is None:
            return None
    return total


def _numeral(key: str, words: TimeWords) -> float | None:
    return next((sense.value for sense in words.senses.get(key, ()) if sense.kind == "number"), None)
