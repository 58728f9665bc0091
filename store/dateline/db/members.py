"""How an actor is put together: the local ids that are shown as it, and what made them one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.db.decisions import Decision, decisions
from dateline.db.settling import ALONE, members
from dateline.text.fold import fold


@dataclass(frozen=True, slots=True)
class Member:
    """One local id of an actor.

    ``spellings`` are those by which articles and registries know it, the commonest first. ``how`` is "itself",
    "merged" (by a user), "linked" (by dateline, ``why`` says on what ground) or "split off" (together with the actor);
    ``by`` is the decision that merged it, ``off`` the one that split it off somebody else. ``imported``: a registry has
    it.
    """

    id: str
    name: str
    mentions: int
    articles: int
    spellings: tuple[str, ...]
    how: str
    why: str | None = None
    by: Decision | None = None
    off: Decision | None = None
    imported: bool = False

    def to_json(self) -> dict[str, Any]:
        row = {"id": self.id, "name": self.name, "mentions": self.mentions, "articles": self.articles}
        row |= {"spellings": list(self.spellings), "how": self.how, "why": self.why}
        return row | {"merged": _told(self.by), "split": _told(self.off)}


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody whom a user said an actor not to be."""

    id: str
    name: str
    by: Decision | None

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "said": _told(self.by)}


@dataclass(frozen=True, slots=True)
class Made:
    """What an actor is made of; ``printed`` is the name by what articles print where a user chose another."""

    members: tuple[Member, ...]
    others: tuple[Other, ...]
    printed: str | None
    named: Decision | None

    def to_json(self) -> dict[str, Any]:
        name = {"printed": self.printed, "renamed": _told(self.named)}
        return name | {"parts": [one.to_json() for one in self.members], "not": [one.to_json() for one in self.others]}


def _told(row: Decision | None) -> dict[str, Any] | None:
    return None if row is None else {"decision": row.id, "user": row.user, "time": row.time}


def made_of(connection: sqlite3.Connection, actor: str) -> Made:
    """What the shown actor of that id, which must be there, is put together from."""
    log = [row for row in decisions(connection) if not row.undone]
    merged = {local: row for row in log if row.what == "merge" for local in row.after["actors"][1:]}
    off = {new: row for row in log if row.what == "split" for new in row.after["asked"]["new"].values()}
    found = tuple(
        _member(connection, actor, local, merged.get(local), off.get(local)) for local in members(connection, actor)
    )
    printed = connection.execute("SELECT printed FROM stored_actors WHERE id = ?", (actor,)).fetchone()[0]
    named = next((row for row in reversed(log) if _names(row, actor)), None)
    return Made(found, tuple(_others(connection, [one.id for one in found], log)), printed, named)


def _names(row: Decision, actor: str) -> bool:
    """Whether it gave the actor its name."""
    named = row.what == "rename" or (row.what == "split" and row.after["asked"]["name"])
    return bool(named) and row.after["actors"][0] == actor


def _member(
    connection: sqlite3.Connection, actor: str, local: str, merged: Decision | None, off: Decision | None
) -> Member:
    counted = "SELECT count(*), count(DISTINCT article) FROM mentions WHERE actor = ?"
    mentions, articles = connection.execute(counted, (local,)).fetchone()
    spelt = "SELECT spelling FROM names WHERE actor = ? ORDER BY count DESC, spelling"
    spellings = tuple(spelling for (spelling,) in connection.execute(spelt, (local,)))
    known = "SELECT name, registry FROM stored_actors WHERE id = ?"
    name, registry = connection.execute(known, (local,)).fetchone()
    why = connection.execute("SELECT why FROM links WHERE local = ?", (local,)).fetchone()
    how = "itself" if local == actor else "merged" if merged else "linked" if why else "split off"
    reason = str(why[0]) if how == "linked" else None
    by = merged if how == "merged" else None
    return Member(local, name, mentions, articles, spellings, how, reason, by, off, bool(registry))


def linked(connection: sqlite3.Connection, actor: str, most: int) -> dict[str, str]:
    """The local ids of full names that dateline linked to an actor, imported ones first, and why; at most so many."""
    query = f"""SELECT l.local, l.why FROM shown_as s JOIN links l ON l.local = s.local
                JOIN stored_actors a ON a.id = s.local WHERE s.actor = ? AND instr(s.local, '{ALONE}') = 0
                AND s.local NOT IN (SELECT local FROM merges) ORDER BY NOT a.registry, s.local LIMIT ?"""
    return dict(connection.execute(query, (actor, most)).fetchall())


def _others(connection: sqlite3.Connection, locals_: Sequence[str], log: Sequence[Decision]) -> Iterable[Other]:
    said = "SELECT other FROM apart WHERE one = :local UNION ALL SELECT one FROM apart WHERE other = :local"
    for local in locals_:
        for (other,) in connection.execute(said, {"local": local}).fetchall():
            pair = {local, other}
            by = next((row for row in reversed(log) if row.what == "apart" and set(row.after["actors"]) == pair), None)
            name = connection.execute("SELECT name FROM stored_actors WHERE id = ?", (other,)).fetchone()
            yield Other(other, other if name is None else str(name[0]), by)


def printed_so(connection: sqlite3.Connection, actor: str, spellings: Iterable[str]) -> list[tuple[str, str]]:
    """The parts (hash of an article, local id) of an actor in which it is spelt like one of these, whatever the case
    and the marks."""
    wanted = {fold(" ".join(spelling.split())) for spelling in spellings}
    found = []
    for local in members(connection, actor):
        known = connection.execute("SELECT spelling FROM names WHERE actor = ? AND count > 0", (local,))
        so = [spelling for (spelling,) in known if fold(" ".join(spelling.split())) in wanted]
        query = f"""SELECT DISTINCT a.hash FROM mentions m JOIN stored_articles a ON a.id = m.article
                    WHERE m.actor = ? AND m.words IN ({", ".join("?" * len(so))}) ORDER BY a.id"""
        found += [(article, local) for (article,) in connection.execute(query, [local, *so])]
    return found
