"""Finding actors by any spelling in any script: keys find candidates, costs of sounds rank them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.actors.affixes import Slot, slots
from dateline.actors.candidates import marks, near
from dateline.actors.ranking import FLOOR, Likeness, Stored, name_score

#: names that are compared as wholes
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
    tokens = [near(connection, slot, likeness, wide=False) for slot in asked]
    names = _scored(connection, asked, tokens, likeness)
    if not names or names[0].score < _GOOD:
        for at, slot in enumerate(asked):
            for number, alike in near(connection, slot, likeness, wide=True).items():
                tokens[at][number] = max(alike, tokens[at].get(number, 0.0))
        names = _scored(connection, asked, tokens, likeness)
    return _hits(connection, names, limit)


def _scored(
    connection: sqlite3.Connection, asked: list[Slot], tokens: list[dict[int, float]], likeness: Likeness
) -> list[_Name]:
    """The names that have the likeliest words, best first."""
    total: dict[int, float] = {}
    for slot, found in zip(asked, tokens, strict=True):
        for name, alike in _names_of(connection, found).items():
            total[name] = total.get(name, 0.0) + (alike - FLOOR) ** 2 * slot.weight
    likely = sorted(total, key=total.__getitem__, reverse=True)[:_NAMES]
    rows = connection.execute(
        f"SELECT actor, spelling, folded, sounds, count FROM names WHERE id IN ({marks(likely)})", likely
    ).fetchall()
    names = []
    for actor, spelling, letters, raw, count in rows:
        stored = list(map(Stored.read, letters.split(" "), raw.split(" ")))
        names.append(_Name(actor, spelling, name_score(asked, stored, likeness), count))
    names.sort(key=lambda name: (-name.score, -name.count, name.spelling, name.actor))
    return names


def _names_of(connection: sqlite3.Connection, found: dict[int, float]) -> dict[int, float]:
    """The names that have one of the words, with the likeness of the best."""
    best: dict[int, float] = {}
    numbers = list(found)
    for token, name in connection.execute(
        f"SELECT token, name FROM token_names WHERE token IN ({marks(numbers)})", numbers
    ):
        alike = found[token]
        if alike > best.get(name, 0.0):
            best[name] = alike
    return best


def _hits(connection: sqlite3.Connection, names: Sequence[_Name], limit: int) -> list[Hit]:
    best: dict[str, _Name] = {}
    for name in names:
        best.setdefault(name.actor, name)
    actors = list(best)[: limit * 3]
    rows = connection.execute(
        "SELECT a.id, a.name, a.kind, sum(n.count) FROM actors a JOIN names n ON n.actor = a.id"
        f" WHERE a.id IN ({marks(actors)}) GROUP BY a.id",
        actors,
    ).fetchall()
    hits = [
        Hit(actor, name, kind_, round(100 * best[actor].score, 1), best[actor].spelling, "", mentions)
        for actor, name, kind_, mentions in rows
    ]
    hits.sort(key=lambda hit: (-hit.score, -hit.mentions, hit.name, hit.actor))
    return hits[:limit]
