"""Words of the index that a word of a query may mean: looked up by key, sifted by skeleton, compared sound by sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word
from dateline.actors.costs import WRITINGS, kind
from dateline.actors.keys import ASKED, coarse, neighbours, without_vowels
from dateline.actors.ranking import FLOOR, Likeness, Stored

#: words compared sound by sound with one reading of a query word, by the way they are written
_MOST = {"alphabet": 60, "abjad": 30, "syllables": 30, "characters": 20}

#: a word of the index, which reading of the query word it came by, and by which of its own
_Found = tuple[int, int, int]


def near(connection: sqlite3.Connection, slot: Slot, likeness: Likeness, *, wide: bool) -> dict[int, float]:
    """Words of the index that may be meant by a word of the query, with their likeness; ``wide``: one consonant off."""
    found: dict[int, float] = {}
    for form in slot.forms:
        ways: dict[int, list[tuple[int, int]]] = {}
        for token, mine, theirs in _likely(connection, form, wide):
            ways.setdefault(token, []).append((mine, theirs))
        for number, word in stored_words(connection, ways):
            alike = form.trust * likeness.compare(form, word, ways[number], slot.open)
            if alike > FLOOR and alike > found.get(number, 0.0):
                found[number] = alike
    return found


def _likely(connection: sqlite3.Connection, form: Word, wide: bool) -> Iterator[_Found]:
    for mine, reading in enumerate(form.readings):
        ranked: dict[str, list[tuple[float, int, int]]] = {}
        for key, bones in coarse(reading, ASKED):
            keys = neighbours(key) if wide else [key]
            for writing, found in _sifted(connection, keys, bones, kind(form.module) == "abjad"):
                ranked.setdefault(writing, []).extend(found)
        for writing, found in ranked.items():
            most = _MOST[writing] if form.trust == 1.0 else _MOST[writing] // 2
            for _, token, theirs in sorted(found)[:most]:
                yield token, mine, theirs


def _sifted(
    connection: sqlite3.Connection, keys: Sequence[str], mine: str, abjad: bool
) -> Iterator[tuple[str, list[tuple[float, int, int]]]]:
    """The words filed under ``keys`` whose skeletons come nearest: how far, which word, which of its readings."""
    rows = connection.execute(
        f"SELECT token, reading, skeleton, writing FROM token_keys WHERE key IN ({marks(keys)})", keys
    ).fetchall()
    bare = without_vowels(mine)
    for number, writing in enumerate(WRITINGS):
        there = {(token, reading): theirs for token, reading, theirs, its in rows if its == number}
        if not there:
            continue
        gaps = writing == "abjad"
        scorer, weights = (Levenshtein.distance, {"weights": (1, 3, 3)}) if abjad and not gaps else (Indel.distance, {})
        asked = bare if abjad or gaps else mine
        found = process.extract(asked, there, scorer=scorer, scorer_kwargs=weights, limit=_MOST[writing])
        yield writing, [(distance, token, reading) for _, distance, (token, reading) in found]


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for an SQL list."""
    return ",".join("?" * len(values))


def stored_words(connection: sqlite3.Connection, tokens: Iterable[int]) -> Iterator[tuple[int, Stored]]:
    numbers = list(tokens)
    for number, letters, raw in connection.execute(
        f"SELECT id, folded, sounds FROM name_tokens WHERE id IN ({marks(numbers)})", numbers
    ):
        yield number, Stored.read(letters, raw)
