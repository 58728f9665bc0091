"""Who is who, by a user's word: actors merged, split, kept apart and named. What was extracted is never changed.

Ids are those of actors as the store shows them; see ``db/identity.py``.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, count
from typing import Any

from dateline.actors.index import NameRow, add_names
from dateline.db.linking import relink
from dateline.db.namesake import Person
from dateline.db.parts import part_keys
from dateline.db.pictures import changes, drop_unused, names_back, put_actors, scene, spellings_in_place
from dateline.db.read import actor
from dateline.db.rows import ActorRow
from dateline.db.settling import members, originals, settle, shown
from dateline.db.splitting import rekey
from dateline.db.write import add_named
from dateline.deciding.change import Done, NothingThereError
from dateline.errors import InputError
from dateline.text.spelling import spelt

_LONGEST = 160  # characters of a name
_SAID = 3  # actors that a sentence names
_BOTH = (
    "Both are {}: undo what merged them, split off what is somebody else's, or say by ids of 'dateline actors show' "
    "which of the linked is not the other."
)
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


def _shown_ids(connection: sqlite3.Connection, ids: Iterable[str]) -> list[str]:
    """What is asked for stays what it was about when it is done again, whoever else was merged meanwhile."""
    return [row.id for row in actors_named(connection, ids)]


def asked_merge(connection: sqlite3.Connection, kept: str, others: Iterable[str]) -> dict[str, Any]:
    """What a merge asks for: ids of actors as they are shown now."""
    return {"kept": _shown_ids(connection, [kept])[0], "others": _shown_ids(connection, others)}


def asked_apart(connection: sqlite3.Connection, one: str, other: str) -> dict[str, Any]:
    """What keeping two apart asks for; InputError where they are one, and not by dateline's links alone."""
    rows = actors_named(connection, (one, other))
    if len(rows) > 1:
        return {"one": rows[0].id, "other": rows[1].id}
    if one == other or other in Person(connection, one).merged:
        raise InputError(_BOTH.format(rows[0].name))
    return {"one": one, "other": other}


def asked_name(connection: sqlite3.Connection, actor_id: str, name: str) -> dict[str, Any]:
    """What a name asks for; InputError where it is none."""
    said = spelt(name)
    if not any(map(str.isalnum, said)) or len(said) > _LONGEST:
        raise InputError(f"A name has letters, and at most {_LONGEST} characters: write another.")
    return {"actor": _shown_ids(connection, [actor_id])[0], "name": said}


def asked_split(
    connection: sqlite3.Connection, actor_id: str, parts: Iterable[tuple[str, str]], name: str | None
) -> dict[str, Any]:
    """What a split asks for; whoever is split off has the same id whenever it is done again.

    Each local id gets a new one of its own, all of them shown as the first: an article may have several.
    """
    (shown_id,) = _shown_ids(connection, [actor_id])
    wanted = [(article, local) for article, local in dict.fromkeys(map(tuple, parts))]
    said = None if name is None else asked_name(connection, shown_id, name)["name"]
    locals_ = sorted({local for _, local in wanted}, key=lambda local: (local != shown_id, local))
    new = dict(zip(locals_, _new_ids(connection, shown_id), strict=False))
    return {"actor": shown_id, "parts": wanted, "name": said, "new": new}


def _listed(rows: Sequence[ActorRow]) -> str:
    names = [row.name for row in rows]
    if len(names) > _SAID:
        return f"{', '.join(names[:_SAID])} and {len(names) - _SAID} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _scope(id: str, *rest: str) -> str:
    return "/".join(["actors", *(part.replace("/", "%2F") for part in (id, *rest))])


def _after(*actors: str) -> Mapping[str, Any]:
    return {"actors": list(actors)}


def _merged_into(connection: sqlite3.Connection, local: str) -> str | None:
    row = connection.execute("SELECT kept FROM merges WHERE local = ?", (local,)).fetchone()
    return None if row is None else str(row[0])


def _put_edges(connection: sqlite3.Connection, edges: Iterable[tuple[str, str | None]]) -> set[str]:
    """Each local id is merged into another one, or into nobody; returns the actors that are changed by that."""
    changed: set[str] = set()
    for local, kept in edges:
        connection.execute("DELETE FROM merges WHERE local = ?", (local,))
        if kept is not None:
            connection.execute("INSERT INTO merges (local, kept) VALUES (?, ?)", (local, kept))
        changed |= settle(connection, [local])
    return changed


class Merging:
    """Actors are one: the first keeps its id and its name, and all that the others do is his."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        (kept,) = actors_named(connection, [asked["kept"]])
        rows = {id: actors_named(connection, [id])[0] for id in dict.fromkeys(asked["others"])}
        others = {id: row for id, row in rows.items() if row.id != kept.id}
        if not others:
            raise InputError(f"These are all {kept.name} already: nothing was changed.")
        for one, other in combinations([kept, *others.values()], 2):
            self._refuse_apart(connection, one, other)
        before = [(id, _merged_into(connection, id)) for id in others]
        _put_edges(connection, [(id, asked["kept"]) for id in others])
        return Done(
            f"Merged {_listed(list(others.values()))} into {kept.name}.",
            (*(_scope(id, "merged") for id in others), *(_scope(asked["kept"], "has", id) for id in others)),
            {"kept": asked["kept"], "edges": before},
            after=_after(asked["kept"], *others),
        )

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        changed = _put_edges(connection, before["edges"])
        # all that named one of them itself may have been split off since
        _drop_left(connection, [*(local for local, _ in before["edges"]), before["kept"], *sorted(changed)])

    def _refuse_apart(self, connection: sqlite3.Connection, one: ActorRow, other: ActorRow) -> None:
        if kept_apart(connection, one.id, other.id):
            raise InputError(f"{other.name} was said not to be {one.name}: undo that first ('dateline log').")


def _drop_left(connection: sqlite3.Connection, actors: Iterable[str]) -> None:
    """Those of these actors leave whom nothing names any more, once nobody is linked to them either."""
    relink(connection)
    drop_unused(connection, actors)


def kept_apart(connection: sqlite3.Connection, one: str, other: str) -> bool:
    """Whether a user said that these two actors, or any that are shown as them, are not the same."""
    mine, theirs = set(members(connection, one)), members(connection, other)
    marks = ", ".join("?" * len(theirs))
    query = f"SELECT one FROM apart WHERE other IN ({marks}) UNION ALL SELECT other FROM apart WHERE one IN ({marks})"
    return any(id in mine for (id,) in connection.execute(query, theirs * 2))


class Parting:
    """Two actors are not the same, whatever they are called: nobody proposes it again, nothing links them."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        ids = asked["one"], asked["other"]
        rows = actors_named(connection, ids)
        if len(rows) > 1 and kept_apart(connection, rows[0].id, rows[1].id):
            raise InputError(f"{rows[0].name} and {rows[1].name} are known not to be the same: nothing was changed.")
        pair = tuple(sorted(ids))
        connection.execute("INSERT INTO apart (one, other) VALUES (?, ?)", pair)
        relink(connection)
        rows = actors_named(connection, ids)
        if len(rows) < 2:  # more than a link makes them one
            raise InputError(_BOTH.format(rows[0].name))
        one, other = rows
        scopes = (_scope(pair[0], "apart", pair[1]), _scope(pair[1], "apart", pair[0]))
        sentence = f"Not the same: {one.name} and {other.name}."
        return Done(sentence, scopes, pair, after=_after(asked["one"], asked["other"]))

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        connection.execute("DELETE FROM apart WHERE one = ? AND other = ?", tuple(before))


class Naming:
    """The name that an actor is shown by, whatever articles print."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        ref, name = asked["actor"], asked["name"]
        row = actor(connection, ref)
        if row is None:
            raise NothingThereError(f"There is no actor {ref!r} any more: there is nothing to name.")
        if name == row.name:
            raise InputError(f"{name} is the name already: nothing was changed.")
        was = connection.execute("SELECT name FROM called WHERE actor = ?", (ref,)).fetchone()
        there = scene(connection, [ref])
        call(connection, ref, name)
        changed = changes(there, scene(connection, [ref]))
        before = {"actor": ref, "called": was[0] if was else None, "changes": changed}
        return Done(f"Renamed {row.name} to {name}.", (_scope(ref, "name"),), before, after=_after(ref))

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        call(connection, before["actor"], before["called"])
        names_back(connection, before["changes"])
        row = actor(connection, before["actor"])
        if row is not None:  # the article that printed this name may have left since, and the spelling with it
            add_names(connection, [NameRow(row.id, row.name)])


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
        there = set(part_keys(connection, row.id))
        wanted: list[tuple[str, str]] = [(article, local) for article, local in asked["parts"]]
        if not wanted or not there.issuperset(wanted):
            raise InputError(f"Say which articles mean somebody else: of those that name {row.name}.")
        if len(wanted) == len(there):
            raise InputError(f"All that names {row.name} would be somebody else's: leave some, or rename instead.")
        new: Mapping[str, str] = asked["new"]
        name = asked["name"] or _printed(connection, next(iter(new)))[1]
        was = scene(connection, [*new, *new.values()])
        self._make(connection, new, asked["name"])
        before = [self._off(connection, article, local, new[local]) for article, local in wanted]
        _drop_left(connection, new)
        articles = tuple(dict.fromkeys(article for article, _ in wanted))
        many = "one article" if len(articles) == 1 else f"{len(articles)} articles"
        return Done(
            f"Split {name} ({many}) off {row.name}.",
            (*map(_scope, new.values()), *(f"{article}/{_scope(first)}" for article, first, _ in before)),
            {"new": new, "locals": [was.actors[local] for local in new], "parts": before}
            | {"changes": changes(was, scene(connection, [*new, *new.values()]))},
            articles=articles,
            after=_after(next(iter(new.values())), row.id),
        )

    def _make(self, connection: sqlite3.Connection, new: Mapping[str, str], name: str | None) -> None:
        """Who is split off, each as articles know him: the first, and the others shown as the first."""
        rows = [_printed(connection, local) for local in new]
        add_named(connection, [(new[local], printed, kind) for local, printed, kind in rows])
        kept, *others = new.values()
        add_names(connection, [NameRow(new[local], printed) for local, printed, _ in rows])
        if name:
            call(connection, kept, name)
        _put_edges(connection, [(id, kept) for id in others])

    def _off(self, connection: sqlite3.Connection, article: str, local: str, new: str) -> tuple[str, str, str]:
        """One local id of one article becomes ``new``; returns article, the id of its extraction, the id it had."""
        first = originals(connection, article, [local]).get(local, local)
        connection.execute(
            "INSERT OR REPLACE INTO splits (article, local, actor) VALUES (?, ?, ?)", (article, first, new)
        )
        rekey(connection, article, local, new)
        return article, first, local

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        new = before["new"]
        put_actors(connection, before["locals"])
        for article, first, local in before["parts"]:
            connection.execute("DELETE FROM splits WHERE article = ? AND local = ?", (article, first))
            if local != first:
                connection.execute(
                    "INSERT INTO splits (article, local, actor) VALUES (?, ?, ?)", (article, first, local)
                )
            rekey(connection, article, new[local], local)
        kept, *others = new.values()
        _put_edges(connection, [(id, None) for id in others])
        call(connection, kept, None)
        spellings_in_place(connection, before["changes"])
        _drop_left(connection, [kept, *others])


def _printed(connection: sqlite3.Connection, actor_id: str) -> tuple[str, str, str]:
    """An actor's id, its name as articles print it, and its kind."""
    query = "SELECT id, coalesce(printed, name), kind FROM stored_actors WHERE id = ?"
    found: tuple[str, str, str] = connection.execute(query, (actor_id,)).fetchone()
    return found


def _new_ids(connection: sqlite3.Connection, of: str) -> Iterator[str]:
    """Ids that nobody has or had: of the actor from which somebody is split off, with a number."""
    base = _OFF.sub("", of)
    taken = """SELECT id FROM stored_actors WHERE id > :b AND id < :e UNION SELECT actor FROM splits WHERE actor > :b
               UNION SELECT local FROM merges WHERE local > :b UNION SELECT new.value
               FROM decisions d, json_each(d.after, '$.asked.new') new WHERE d.what = 'split'"""
    known = {id for (id,) in connection.execute(taken, {"b": f"{base}~", "e": f"{base}~:"})}
    return (id for number in count(2) if (id := f"{base}~{number}") not in known)
