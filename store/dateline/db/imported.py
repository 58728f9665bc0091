"""Persons of imported registries by how their whole names sound: who articles mean is found by one key.

One key a name, however large the registry: of every telling word the likeliest key. Names of articles, which are few,
are asked for by all theirs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

from dateline.actors import sounds
from dateline.actors.candidates import marks
from dateline.actors.keys import filed
from dateline.actors.same import alike, telling
from dateline.actors.sounds.symbols import AMBIGUOUS

#: ways to put together the keys of a name's words that are looked up, the names filed in one go
_MOST_WAYS, _AT_ONCE = 64, 5000

#: readings of a word of an article's name, and ways to file each, that are looked up
_READINGS, _WAYS = 2, 3
_BREATH, _BREATHED = frozenset("xhk-"), frozenset("xh")

_NEW = """
SELECT n.id, n.spelling, a.kind FROM names n JOIN stored_actors a ON a.id = n.actor
WHERE n.id > (SELECT coalesce(max(name), 0) FROM imported) AND n.registry ORDER BY n.id LIMIT ?
"""


def file_imported(connection: sqlite3.Connection) -> bool:
    """Files some names that registries brought since the last time; whether there were any left."""
    rows = connection.execute(_NEW, (_AT_ONCE,)).fetchall()
    last = rows[-1][0] if rows else 0
    keys = [(_key(spelling) if kind == "person" else "", name) for name, spelling, kind in rows]
    connection.executemany(
        "INSERT INTO imported (key, name) VALUES (?, ?)", [pair for pair in keys if pair[0] or pair[1] == last]
    )
    return bool(rows)


def _key(name: str) -> str:
    there = telling.__wrapped__(name)  # a registry's names are hardly ever met twice
    return " ".join(map(_likeliest, there)) if len(there) > 1 else ""


@lru_cache(maxsize=20_000)
def _likeliest(word: str) -> str:
    return filed(_without_breath(sounds.readings(word)[0]), 1)[0].key


def _ways(word: str) -> list[str]:
    """The keys under which a registry may have filed a word."""
    readings = [_without_breath(reading) for reading in sounds.readings(word)[:_READINGS] if reading]
    return sorted({way.key for reading in readings for way in filed(reading, _WAYS)})


def _without_breath(reading: str) -> str:
    """A reading without h and kh, which languages write for one another or not at all."""
    return "".join(sound for sound in reading if not _is_breath(AMBIGUOUS.get(sound, sound)))


def _is_breath(sounds_: str) -> bool:
    return _BREATH.issuperset(sounds_) and not _BREATHED.isdisjoint(sounds_)


def imported_alike(connection: sqlite3.Connection, names: Sequence[str]) -> set[str]:
    """Persons of registries of whom more than a name is known, and whose name is one of these in other letters."""
    found: set[str] = set()
    if not names or not connection.execute("SELECT EXISTS (SELECT 1 FROM traits)").fetchone()[0]:
        return found
    for name in names:
        keys = [" ".join(way) for way in islice(product(*map(_ways, telling(name))), _MOST_WAYS)]
        query = f"""SELECT n.actor, n.spelling FROM imported i JOIN names n ON n.id = i.name
                    WHERE i.key IN ({marks(keys)}) AND n.registry"""
        rows = connection.execute(query, keys).fetchall()
        found.update(actor for actor, spelling in rows if actor not in found and alike(name, spelling))
    known = f"""SELECT id FROM stored_actors a WHERE kind = 'person' AND registry AND id IN ({marks([*found])})
                AND EXISTS (SELECT 1 FROM traits WHERE actor = a.id)"""
    return {actor for (actor,) in connection.execute(known, [*found])}
