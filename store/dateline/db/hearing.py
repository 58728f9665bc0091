"""Which local ids have names that are one name in other letters: kept in the store, found by index.

That depends on the spellings alone, so it is worked out when a spelling comes or goes, not with every article.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from dateline.actors.same import alike, full_keys, last_keys, telling
from dateline.db import linked
from dateline.db.imported import imported_alike
from dateline.db.settling import ALONE
from dateline.db.surnames import WHOLE
from dateline.packs import knowledge

#: what ends the id of somebody whom a user split off: what he is called is that user's word
SPLIT_OFF = "~"

#: local ids whose names are remembered while names are compared
_KNOWN = 50_000


def lonely(local: str) -> bool:
    """Whether it is a local id of somebody whom one article names by one word."""
    return ALONE in local


def names_of(connection: sqlite3.Connection, local: str) -> list[str]:
    """The spellings of a local id that articles print, and the name that they give it."""
    query = """SELECT spelling FROM names WHERE actor = :id AND count > 0
               UNION SELECT coalesce(printed, name) FROM stored_actors WHERE id = :id"""
    return [name for (name,) in connection.execute(query, {"id": local})]


def usual_names(local: str) -> list[str]:
    """What the table of people calls somebody, the usual English name first; [] for all others."""
    person = knowledge.people().get(local)
    if person is None:
        return []
    return list(dict.fromkeys([person.name, *(name for names in person.names.values() for name in names)]))


def hear(connection: sqlite3.Connection, most: int = -1) -> bool:
    """Files those anew whose spellings have changed, at most so many; whoever is to be linked anew by that is in
    ``unlinked``. Whether there were any."""
    query = "SELECT local FROM unheard ORDER BY local LIMIT ?"
    changed = [local for (local,) in connection.execute(query, (most,))]
    if not changed:
        return False
    connection.executemany("DELETE FROM unheard WHERE local = ?", [(local,) for local in changed])
    paired = dict.fromkeys(local for local in changed if _file(connection, local))
    for local in [local for local in paired if not _filed(connection, local)]:  # imported since, or gone
        others = "SELECT other FROM alike WHERE local = ?"
        paired.update((other, None) for (other,) in connection.execute(others, (local,)).fetchall())
    pairing = Pairing(connection)
    for local in paired:
        pairing.pair(local)
    return True


def _file(connection: sqlite3.Connection, local: str) -> bool:
    """Files one local id under the keys of its names; whether it is filed now or was before."""
    row = connection.execute("SELECT kind, registry FROM stored_actors WHERE id = ?", (local,)).fetchone()
    wanted: set[tuple[str, int]] = set()
    if row is not None and row[0] == "person" and not row[1] and SPLIT_OFF not in local:
        wanted = set(_keys(connection, local))
    there = set(connection.execute("SELECT key, part FROM heard WHERE local = ?", (local,)).fetchall())
    if there:
        namesakes_unlinked(connection, local)
    if there != wanted:
        lost, gained = there - wanted, wanted - there
        one = "DELETE FROM heard WHERE key = ? AND part = ? AND local = ?"
        connection.executemany(one, [(*key, local) for key in lost])
        connection.executemany("INSERT INTO heard (key, part, local) VALUES (?, ?, ?)", [(*k, local) for k in gained])
        connection.execute("INSERT OR IGNORE INTO unlinked VALUES (?)", (local,))  # linking finds whom it may mean now
    return bool(there or wanted)


def namesakes_unlinked(connection: sqlite3.Connection, local: str) -> None:
    """He and whoever may be meant by his surname are to be linked anew."""
    connection.execute("INSERT OR IGNORE INTO unlinked VALUES (?)", (local,))
    query = f"INSERT OR IGNORE INTO unlinked {linked.NAMESAKES.format('?')}"
    connection.execute(query, (local,))


def _filed(connection: sqlite3.Connection, local: str) -> bool:
    return connection.execute("SELECT 1 FROM heard WHERE local = ?", (local,)).fetchone() is not None


def _keys(connection: sqlite3.Connection, local: str) -> Iterator[tuple[str, int]]:
    for name in names_of(connection, local):
        if lonely(local):
            yield from ((key, linked.ALONE) for key in last_keys(name) if len(telling(name)) == 1)
        elif len(telling(name)) > 1:
            yield from ((key, linked.FULL) for key in full_keys(name))
            yield from ((key, linked.LAST) for word in surnames_of(local, name) for key in last_keys(word))


def surnames_of(local: str, name: str) -> list[str]:
    """The words of a full name that may stand for it: the last, or in a name that begins with it also the first."""
    there = telling(name)
    person = knowledge.people().get(local)
    family_first = person.surname_first if person else name.split()[0] in WHOLE
    return [there[-1], *([there[0]] if family_first else [])] if len(there) > 1 else []


class Pairing:
    """One time of comparing full names; what was looked up and compared is kept for its length."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._names: dict[str, list[str]] = {}
        self._done: set[str] = set()

    def pair(self, local: str) -> None:
        """Notes whose full names are that of a local id in other letters; who is or was is to be linked anew."""
        names = self._names_of(local) if not lonely(local) and _filed(self.connection, local) else []
        query = "SELECT other FROM alike WHERE local = ?"
        there = {other for (other,) in self.connection.execute(query, (local,))}
        wanted = {other for other in _sharing(self.connection, local) if self._alike(local, names, other, there)}
        asked = dict.fromkeys([*names, *usual_names(local)]) if names else ()
        wanted |= imported_alike(self.connection, [name for name in asked if len(telling(name)) > 1])
        self._done.add(local)
        for other in there - wanted:
            query = "DELETE FROM alike WHERE local IN (?1, ?2) AND other IN (?1, ?2)"
            self.connection.execute(query, (local, other))
        self.connection.executemany(
            "INSERT INTO alike (local, other) VALUES (?, ?)",
            [pair for other in wanted - there for pair in ((local, other), (other, local))],
        )
        changed = [(other,) for other in there ^ wanted]
        self.connection.executemany("INSERT OR IGNORE INTO unlinked VALUES (?)", changed)

    def _alike(self, local: str, names: list[str], other: str, there: set[str]) -> bool:
        """Whether two have one full name; those compared before with all the others are not compared again."""
        if other in self._done:
            return other in there
        return any(alike(name, one) for one in self._names_of(other) for name in names)

    def _names_of(self, local: str) -> list[str]:
        found = self._names.get(local)
        if found is None:
            if len(self._names) > _KNOWN:
                self._names.clear()
            found = self._names[local] = names_of(self.connection, local)
        return found


def _sharing(connection: sqlite3.Connection, local: str) -> list[str]:
    """Who shares a key of a full name with a local id."""
    query = f"""SELECT DISTINCT o.local FROM heard m CROSS JOIN heard o ON o.key = m.key AND o.part = m.part
                WHERE m.local = :local AND m.part = {linked.FULL} AND o.local <> :local"""
    return [other for (other,) in connection.execute(query, {"local": local}).fetchall()]
