"""Who is who, by a user's word: actors merged, split, kept apart and named. What was extracted is never changed.

Ids are those of actors as the store shows them; see ``db/identity.py``.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.actors.index import NameRow, add_names, drop_names
from dateline.db.pictures import changes, drop_unused, names_back, put_actors, scene, spellings_in_place
from dateline.db.read import actor
from dateline.db.rows import ActorRow
from dateline.db.settling import members, originals, settle, shown
from dateline.db.write import add_named
from dateline.deciding.change import Done, NothingThereError
from dateline.errors import InputError

_LONGEST = 160  # characters of a name
_SAID = 3  # actors that a sentence names
#: what ends the id of somebody who was split off
_OFF = re.compile(r"~\d+$")


def actors_named(connection: sqlite3.Connection, ids: Iterable[str]) -> list[ActorRow]:
    """The actors that these ids are shown as, each once; NothingThereError where the store has no such id."""
    found: dict[str, ActorRow] = {}
    for wanted in ids:
        row = actor(connection, shown(connection, wanted))
        if row is None:
            raise NothingThereError(f"There is no actor {wanted!r}: 'dateline find' shows who is there.")
        found[row.id] = row
    return list(found.values())


def _listed(rows: Sequence[ActorRow]) -> str:
    names = [row.name for row in rows]
    if len(names) > _SAID:
        return f"{', '.join(names[:_SAID])} and {len(names) - _SAID} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _scope(id: str, *rest: str) -> str:
    return "/".join(["actors", id.replace("/", "%2F"), *rest])


def _after(*actors: str) -> Mapping[str, Any]:
    return {"actors": list(actors)}


def _merged_into(connection: sqlite3.Connection, local: str) -> str | None:
    row = connection.execute("SELECT kept FROM merges WHERE local = ?", (local,)).fetchone()
    return None if row is None else str(row[0])


class Merging:
    """Actors are one: the first keeps its id and its name, and all that the others do is his."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        (kept,) = actors_named(connection, [asked["kept"]])
        others = [row for row in actors_named(connection, asked["others"]) if row.id != kept.id]
        if not others:
            raise InputError(f"These are all {kept.name} already: nothing was changed.")
        for row in others:
            self._refuse_apart(connection, kept, row)
        before = [(row.id, _merged_into(connection, row.id)) for row in others]
        self._put(connection, [(row.id, kept.id) for row in others])
        return Done(
            f"Merged {_listed(others)} into {kept.name}.",
            tuple(_scope(row.id, "merged") for row in others),
            before,
            after=_after(kept.id, *(row.id for row in others)),
        )

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        self._put(connection, before)

    def _put(self, connection: sqlite3.Connection, edges: Iterable[tuple[str, str | None]]) -> None:
        for local, kept in edges:
            connection.execute("DELETE FROM merges WHERE local = ?", (local,))
            if kept is not None:
                connection.execute("INSERT INTO merges (local, kept) VALUES (?, ?)", (local, kept))
            settle(connection, [local])

    def _refuse_apart(self, connection: sqlite3.Connection, one: ActorRow, other: ActorRow) -> None:
        if kept_apart(connection, one.id, other.id):
            raise InputError(f"{other.name} was said not to be {one.name}: undo that first ('dateline log').")


def kept_apart(connection: sqlite3.Connection, one: str, other: str) -> bool:
    """Whether a user said that these two actors, or any that are shown as them, are not the same."""
    mine, theirs = set(members(connection, one)), members(connection, other)
    marks = ", ".join("?" * len(theirs))
    query = f"SELECT one FROM apart WHERE other IN ({marks}) UNION ALL SELECT other FROM apart WHERE one IN ({marks})"
    return any(id in mine for (id,) in connection.execute(query, theirs * 2))


class Parting:
    """Two actors are not the same, whatever they are called: nobody proposes it again, nothing links them."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        rows = actors_named(connection, (asked["one"], asked["other"]))
        if len(rows) < 2:
            raise InputError(f"Both are {rows[0].name}: undo what merged them, or split off what is somebody else's.")
        one, other = rows
        if kept_apart(connection, one.id, other.id):
            raise InputError(f"{one.name} and {other.name} are known not to be the same: nothing was changed.")
        pair = tuple(sorted((one.id, other.id)))
        connection.execute("INSERT INTO apart (one, other) VALUES (?, ?)", pair)
        scopes = (_scope(pair[0], "apart", pair[1].replace("/", "%2F")),)
        return Done(f"Not the same: {one.name} and {other.name}.", scopes, pair, after=_after(one.id, other.id))

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        connection.execute("DELETE FROM apart WHERE one = ? AND other = ?", tuple(before))


class Naming:
    """The name that an actor is shown by, whatever articles print."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        (row,) = actors_named(connection, [asked["actor"]])
        name = " ".join(asked["name"].split())
        if not any(map(str.isalnum, name)) or len(name) > _LONGEST:
            raise InputError(f"A name has letters, and at most {_LONGEST} characters: write another.")
        if name == row.name:
            raise InputError(f"{name} is the name already: nothing was changed.")
        was = connection.execute("SELECT name FROM called WHERE actor = ?", (row.id,)).fetchone()
        there = scene(connection, [row.id])
        call(connection, row.id, name)
        changed = changes(there, scene(connection, [row.id]))
        before = {"actor": row.id, "called": was[0] if was else None, "changes": changed}
        return Done(f"{row.name} is called {name}.", (_scope(row.id, "name"),), before, after=_after(row.id))

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        call(connection, before["actor"], before["called"])
        names_back(connection, before["changes"])


def call(connection: sqlite3.Connection, actor_id: str, name: str | None) -> None:
    """Shows an actor by that name and finds it by it, too; None: by what articles print."""
    connection.execute("DELETE FROM called WHERE actor = ?", (actor_id,))
    if name is None:
        connection.execute(
            "UPDATE stored_actors SET name = coalesce(printed, name), printed = NULL WHERE id = ?", (actor_id,)
        )
        return
    connection.execute("INSERT INTO called (actor, name) VALUES (?, ?)", (actor_id, name))
    updated = "UPDATE stored_actors SET printed = coalesce(printed, name), name = ? WHERE id = ?"
    if connection.execute(updated, (name, actor_id)).rowcount:
        add_names(connection, [NameRow(actor_id, name)])


class Splitting:
    """Some articles mean somebody else: what they say of the actor is that one's from then on."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        (row,) = actors_named(connection, [asked["actor"]])
        there = set(parts_of(connection, row.id))
        wanted = [(article, local) for article, local in dict.fromkeys(map(tuple, asked["parts"]))]
        if not wanted or not there.issuperset(wanted):
            raise InputError(f"Say which articles mean somebody else: of those that name {row.name}.")
        if len(wanted) == len(there):
            raise InputError(f"All that names {row.name} would be somebody else's: leave some, or rename instead.")
        new, name = _new_id(connection, row.id), asked.get("name") or _printed(connection, row.id)
        locals_ = sorted({local for _, local in wanted})
        was = scene(connection, [*locals_, new])
        add_named(connection, [(new, _printed(connection, row.id), row.kind)])
        if asked.get("name"):
            call(connection, new, " ".join(name.split()))
        else:
            add_names(connection, [NameRow(new, name)])
        before = [self._off(connection, article, local, new) for article, local in wanted]
        many = "one article" if len({article for article, _ in wanted}) == 1 else f"{len(wanted)} articles"
        return Done(
            f"Split {name} ({many}) off {row.name}.",
            tuple(f"{article}/actors/{local}" for article, local, _ in before),
            {"new": new, "name": _printed(connection, row.id), "kind": row.kind, "parts": before}
            | {"changes": changes(was, scene(connection, [*locals_, new]))},
            articles=tuple(dict.fromkeys(article for article, _ in wanted)),
            after=_after(new, row.id),
        )

    def _off(self, connection: sqlite3.Connection, article: str, local: str, new: str) -> tuple[str, str, str]:
        """One local id of one article becomes ``new``; returns article, the id of its extraction, the id it had."""
        first = originals(connection, article, [local]).get(local, local)
        connection.execute(
            "INSERT OR REPLACE INTO splits (article, local, actor) VALUES (?, ?, ?)", (article, first, new)
        )
        rekey(connection, article, local, new)
        return article, first, local

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        for article, first, local in before["parts"]:
            connection.execute("DELETE FROM splits WHERE article = ? AND local = ?", (article, first))
            if local != first:
                connection.execute(
                    "INSERT INTO splits (article, local, actor) VALUES (?, ?, ?)", (article, first, local)
                )
            put_actors(connection, [{"id": local, "name": before["name"], "kind": before["kind"]}])
            rekey(connection, article, before["new"], local)
        call(connection, before["new"], None)
        spellings_in_place(connection, before["changes"])
        drop_unused(connection, [before["new"]])


def parts_of(connection: sqlite3.Connection, actor_id: str) -> list[tuple[str, str]]:
    """What an actor is put together from: the hash of an article and the local id by which it names the actor."""
    locals_ = members(connection, actor_id)
    marks = ", ".join("?" * len(locals_))
    query = f"""SELECT a.hash, said.actor FROM (
                  SELECT article, actor FROM mentions WHERE actor IN ({marks}) UNION
                  SELECT f.article, p.actor FROM parties p JOIN findings f ON f.id = p.finding
                  WHERE p.actor IN ({marks})) said JOIN stored_articles a ON a.id = said.article ORDER BY a.id, 2"""
    return [(article, local) for article, local in connection.execute(query, locals_ * 2)]


def _printed(connection: sqlite3.Connection, actor_id: str) -> str:
    query = "SELECT coalesce(printed, name) FROM stored_actors WHERE id = ?"
    return str(connection.execute(query, (actor_id,)).fetchone()[0])


def _new_id(connection: sqlite3.Connection, of: str) -> str:
    """An id that nobody has or had: of the actor from which somebody is split off, with a number."""
    base = _OFF.sub("", of)
    taken = "SELECT id FROM stored_actors WHERE id > :b AND id < :e UNION SELECT actor FROM splits WHERE actor > :b"
    between = {"b": f"{base}~", "e": f"{base}~:"}
    known = {id for (id,) in connection.execute(f"{taken} UNION SELECT local FROM merges WHERE local > :b", between)}
    return next(id for number in range(2, len(known) + 3) if (id := f"{base}~{number}") not in known)


def rekey(connection: sqlite3.Connection, article_hash: str, was: str, now: str) -> None:
    """All that an article says of one local id it says of another one, whom the store must have."""
    row = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()
    if row is None:
        return
    key, lang = row[0], connection.execute("SELECT lang FROM stored_articles WHERE id = ?", row).fetchone()[0]
    spelt = "SELECT words, count(*) FROM mentions WHERE article = ? AND actor = ? GROUP BY words ORDER BY min(start)"
    counted = connection.execute(spelt, (key, was)).fetchall()
    moved = 'SELECT article, start, "end", ?, words FROM mentions WHERE article = ? AND actor = ?'
    connection.execute(f"INSERT OR IGNORE INTO mentions {moved}", (now, key, was))
    connection.execute("DELETE FROM mentions WHERE article = ? AND actor = ?", (key, was))
    drop_names(connection, [NameRow(was, words, count=count) for words, count in counted])
    add_names(connection, [NameRow(now, words, lang, count, article_hash) for words, count in counted])
    own = "finding IN (SELECT id FROM findings WHERE article = ?)"
    columns = "finding, part, position, inferred"
    taking = connection.execute(f"SELECT {columns} FROM parties WHERE {own} AND actor = ?", (key, was)).fetchall()
    connection.execute(f"DELETE FROM parties WHERE {own} AND actor = ?", (key, was))
    connection.executemany(
        f"INSERT INTO parties (actor, {columns}) VALUES (?, ?, ?, ?, ?)", [(now, *party) for party in taking]
    )
