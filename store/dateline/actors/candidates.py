"""Words of the index that a word of a query may mean: looked up by key, compared piece by piece."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word
from dateline.actors.costs import Costs, costs, distance
from dateline.actors.keys import ASKED, Filed, filed, neighbours
from dateline.actors.ranking import FLOOR, SAME_SCRIPT, Likeness, Stored

#: words kept for one form of a query word, and words of neighbouring keys that are compared sound by sound
_KEPT, _SIFTED = 100, 80
_NAMES_OF_SCRIPTS = tuple(sounds.SCRIPTS)


def near(connection: sqlite3.Connection, slot: Slot, likeness: Likeness, *, wide: bool) -> dict[int, float]:
    """Words of the index that may be meant by a word of the query, with their likeness; ``wide``: one consonant off."""
    found: dict[int, float] = {}
    for form in slot.forms:
        best: dict[int, float] = {}
        for mine, reading in enumerate(form.readings):
            for way in filed(reading, ASKED):
                alike = _neighbouring(connection, form, mine, way) if wide else _same_key(connection, form, mine, way)
                for token, score in alike:
                    if score > best.get(token, FLOOR):
                        best[token] = score
        kept = sorted(best, key=best.__getitem__, reverse=True)[:_KEPT]
        for token, word in stored_words(connection, kept):
            score = form.trust * likeness.settle(form, word, best[token], slot.open)
            if score > found.get(token, 0.0):
                found[token] = score
    return found


def _same_key(connection: sqlite3.Connection, form: Word, mine: int, way: Filed) -> Iterator[tuple[int, float]]:
    """The words filed under the same key: their pieces lie side by side, so that their distances add up."""
    asked = way.segments.split("|")
    spoken = way.segments.replace("|", "")
    rows = connection.execute("SELECT script, segments, token, reading FROM token_keys WHERE key = ?", (way.key,)).fetchall()
    known: dict[tuple[int, str], float] = {}
    tables: dict[int, tuple[Costs, list[dict[str, float]], bool]] = {}
    for script, segments, token, reading in rows:
        entry = tables.get(script)
        if entry is None:
            name = _NAMES_OF_SCRIPTS[script]
            table = costs(form.script, name)
            entry = tables[script] = (table, [table.segments[piece] for piece in asked], name == form.script)
        table, pieces, same = entry
        if same and reading != mine:
            continue
        score = known.get((script, segments))
        if score is None:
            far = 0.0
            for row, piece in zip(pieces, segments.split("|"), strict=False):
                far += row[piece]
            whole = max(table.length(spoken), table.length(segments.replace("|", ""))) + 0.2
            score = known[script, segments] = 1.0 - far / whole - table.doubt
        yield token, score - SAME_SCRIPT[mine] if same else score


def _neighbouring(connection: sqlite3.Connection, form: Word, mine: int, way: Filed) -> Iterator[tuple[int, float]]:
    """The words filed one consonant away, the likeliest by their bones only."""
    keys = neighbours(way.key)
    rows = connection.execute(
        f"SELECT script, segments, token, reading, bones FROM token_keys WHERE key IN ({marks(keys)})", keys
    ).fetchall()
    by_script: dict[int, dict[int, str]] = {}
    for at, row in enumerate(rows):
        by_script.setdefault(row[0], {})[at] = row[4]
    spoken = way.segments.replace("|", "")
    for script, bones in by_script.items():
        name = _NAMES_OF_SCRIPTS[script]
        table = costs(form.script, name)
        same = name == form.script
        for _, _, at in process.extract(way.bones, bones, scorer=Indel.distance, limit=_SIFTED):
            _, segments, token, reading, _ = rows[at]
            if same and reading != mine:
                continue
            other = segments.replace("|", "")
            whole = max(table.length(spoken), table.length(other)) + 0.2
            far = distance(spoken, other, table, (1.0 - FLOOR) * whole)
            yield token, 1.0 - far / whole - table.doubt - (SAME_SCRIPT[mine] if same else 0.0)


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for an SQL list."""
    return ",".join("?" * len(values))


def stored_words(connection: sqlite3.Connection, tokens: Iterable[int]) -> Iterator[tuple[int, Stored]]:
    numbers = list(tokens)
    for number, letters, raw in connection.execute(
        f"SELECT id, folded, sounds FROM name_tokens WHERE id IN ({marks(numbers)})", numbers
    ):
        yield number, Stored.read(letters, raw)
