"""Finding actors by any spelling in any script: keys find candidates, costs of sounds rank them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word, slots
from dateline.actors.costs import kind
from dateline.actors.keys import ASKED, coarse, neighbours, without_vowels
from dateline.actors.ranking import FLOOR, Likeness, Stored, name_score

#: words of the index compared with one reading of a query word, and names compared as wholes
_TOKENS, _NAMES = 60, 120
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
        for reading, mine in zip(form.readings, form.skeletons, strict=True):
            keys = coarse(reading, ASKED)
            likely.update(_likely(connection, neighbours(keys) if wide else keys, mine, form))
    found: dict[int, float] = {}
    for number, word, raw in _stored(connection, likely):
        alike = likeness.of(slot, word, raw)
        if alike > FLOOR:
            found[number] = alike
    return found


def _likely(connection: sqlite3.Connection, keys: Sequence[str], mine: str, form: Word) -> list[int]:
    rows = connection.execute(
        f"SELECT token, skeleton, vowels FROM token_keys WHERE key IN ({_marks(keys)})", keys
    ).fetchall()
    bare = without_vowels(mine)
    full = {number: theirs for number, theirs, vowels in rows if vowels}
    gaps = {number: theirs for number, theirs, vowels in rows if not vowels}
    if kind(form.module) == "abjad":
        best = process.extract(bare, full, scorer=Levenshtein.distance, scorer_kwargs={"weights": (1, 3, 3)}, limit=_TOKENS)
        best += process.extract(mine, gaps, scorer=Indel.normalized_similarity, limit=_TOKENS)
    else:
        best = process.extract(mine, full, scorer=Indel.normalized_similarity, limit=_TOKENS)
        best += process.extract(bare, gaps, scorer=Indel.normalized_similarity, limit=_TOKENS)
    return [number for _, _, number in best]


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
            total[name] = total.get(name, 0.0) + alike * slot.weight
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
