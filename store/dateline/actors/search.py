"""Finding actors by any spelling in any script: keys find candidates, costs of sounds rank them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word, slots
from dateline.actors.costs import WRITINGS, kind
from dateline.actors.keys import ASKED, coarse, neighbours, without_vowels
from dateline.actors.ranking import FLOOR, Likeness, Stored, name_score

#: words of the index compared with one reading of a query word, and names compared as wholes
_TOKENS = {"alphabet": 60, "abjad": 30, "syllables": 30, "characters": 20}
_NAMES = 120
#: a name this good needs no wider search
_GOOD = 0.93


@dataclass(frozen=True, slots=True)
class Hit:
    """One actor that a query found. ``score`` is 0 to 100; ``matched`` the stored spelling, ``why`` how it was found."""

    actor: str
    name: str
    kind: str
    score: float
    matched: str
    why: str
    mentions: int


@dataclass(frozen=True, slots=True)
class _Name:
    actor: str
    spelling: str
    score: float
    count: int


def search(connection: sqlite3.Connection, query: str, limit: int = 10) -> list[Hit]:
    """The actors of the store whose names sound like ``query``, best first, one row an actor; [] where none does."""
    asked = slots(query)
    if not asked:
        return []
    likeness = Likeness()
    tokens = [_near(connection, slot, likeness, wide=False) for slot in asked]
    names = _scored(connection, asked, tokens, likeness)
    if not names or names[0].score < _GOOD:
        for at, slot in enumerate(asked):
            for number, alike in _near(connection, slot, likeness, wide=True).items():
                tokens[at][number] = max(alike, tokens[at].get(number, 0.0))
        names = _scored(connection, asked, tokens, likeness)
    return _hits(connection, names, limit)


def _near(connection: sqlite3.Connection, slot: Slot, likeness: Likeness, *, wide: bool) -> dict[int, float]:
    """Words of the index that may be meant by a word of the query, with their likeness."""
    likely: set[int] = set()
    for form in slot.forms:
        for reading in form.readings:
            ranked: dict[str, list[tuple[float, int]]] = {}
            for key, bones in coarse(reading, ASKED):
                for writing, near in _likely(connection, neighbours(key) if wide else [key], bones, form):
                    ranked.setdefault(writing, []).extend(near)
            for writing, nearest in ranked.items():
                likely.update(number for _, number in sorted(nearest)[: _TOKENS[writing]])
    found: dict[int, float] = {}
    for number, word, raw in _stored(connection, likely):
        alike = likeness.of(slot, word, raw)
        if alike > FLOOR:
            found[number] = alike
    return found


def _likely(
    connection: sqlite3.Connection, keys: Sequence[str], mine: str, form: Word
) -> Iterator[tuple[str, list[tuple[float, int]]]]:
    """The words filed under ``keys`` whose skeletons come nearest, with their distance, by the way they are written."""
    rows = connection.execute(
        f"SELECT token, skeleton, writing FROM token_keys WHERE key IN ({_marks(keys)})", keys
    ).fetchall()
    bare = without_vowels(mine)
    for number, writing in enumerate(WRITINGS):
        there = {token: theirs for token, theirs, its in rows if its == number}
        if not there:
            continue
        abjads = (kind(form.module) == "abjad", writing == "abjad")
        asked = bare if any(abjads) else mine
        scorer, settings = (Levenshtein.distance, {"weights": (1, 3, 3)}) if abjads == (True, False) else (Indel.distance, {})
        found = process.extract(asked, there, scorer=scorer, scorer_kwargs=settings, limit=_TOKENS[writing])
        yield writing, [(distance, token) for _, distance, token in found]


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _stored(connection: sqlite3.Connection, tokens: Iterable[int]) -> list[tuple[int, Stored, str]]:
    numbers = list(tokens)
    rows = connection.execute(
        f"SELECT id, folded, sounds, token FROM name_tokens WHERE id IN ({_marks(numbers)})", numbers
    ).fetchall()
    return [
        (number, Stored(letters, tuple(raw.split("/")), sounds.module_of(token)), raw) for number, letters, raw, token in rows
    ]


def _scored(
    connection: sqlite3.Connection, asked: list[Slot], tokens: list[dict[int, float]], likeness: Likeness
) -> list[_Name]:
    """The names that have the likeliest words, best first."""
    total: dict[int, float] = {}
    for slot, near in zip(asked, tokens, strict=True):
        mine: dict[int, float] = {}
        numbers = list(near)
        for token, name in connection.execute(
            f"SELECT token, name FROM token_names WHERE token IN ({_marks(numbers)})", numbers
        ):
            alike = near[token]
            if alike > mine.get(name, 0.0):
                mine[name] = alike
        for name, alike in mine.items():
            total[name] = total.get(name, 0.0) + (alike - FLOOR) ** 2 * slot.weight
    likely = sorted(total, key=total.__getitem__, reverse=True)[:_NAMES]
    rows = connection.execute(
        f"SELECT actor, spelling, folded, sounds, count FROM names WHERE id IN ({_marks(likely)})", likely
    ).fetchall()
    names = []
    for actor, spelling, letters, raw, count in rows:
        readings = raw.split(" ")
        stored = [
            Stored(word, tuple(one.split("/")), sounds.module_of(word))
            for word, one in zip(letters.split(" "), readings, strict=True)
        ]
        names.append(_Name(actor, spelling, name_score(asked, stored, readings, likeness), count))
    names.sort(key=lambda name: (-name.score, -name.count, name.spelling, name.actor))
    return names


def _hits(connection: sqlite3.Connection, names: list[_Name], limit: int) -> list[Hit]:
    best: dict[str, _Name] = {}
    for name in names:
        best.setdefault(name.actor, name)
    actors = list(best)[: limit * 3]
    rows = connection.execute(
        "SELECT a.id, a.name, a.kind, sum(n.count) FROM actors a JOIN names n ON n.actor = a.id"
        f" WHERE a.id IN ({_marks(actors)}) GROUP BY a.id",
        actors,
    ).fetchall()
    hits = [
        Hit(actor, name, kind_, round(100 * best[actor].score, 1), best[actor].spelling, "", mentions)
        for actor, name, kind_, mentions in rows
    ]
    hits.sort(key=lambda hit: (-hit.score, -hit.mentions, hit.name, hit.actor))
    return hits[:limit]
