"""Why somebody is shown as an actor: a user merged them, or dateline linked them and why."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from dateline.db.decisions import decisions
from dateline.db.settling import members


class Joined(NamedTuple):
    """A local id that is shown as another actor, by the name that its articles give it."""

    local: str
    name: str
    why: str  # "linked: Foreign Minister of Russia, beside Ned Price", "merged by decision 12"


def joined(connection: sqlite3.Connection, actor: str) -> list[Joined]:
    """Whoever is shown as the actor of that id, and why."""
    locals_ = members(connection, actor)[1:]
    if not locals_:
        return []
    merged = {
        other: row.id
        for row in decisions(connection)
        if row.what == "merge" and not row.undone
        for other in row.after.get("actors", ())[1:]
    }
    return [Joined(local, _name(connection, local), _why(connection, local, merged.get(local))) for local in locals_]


def _name(connection: sqlite3.Connection, local: str) -> str:
    return str(connection.execute("SELECT name FROM stored_actors WHERE id = ?", (local,)).fetchone()[0])


def _why(connection: sqlite3.Connection, local: str, decision: int | None) -> str:
    if connection.execute("SELECT 1 FROM merges WHERE local = ?", (local,)).fetchone():
        return "merged" if decision is None else f"merged by decision {decision}"
    row = connection.execute("SELECT why FROM links WHERE local = ?", (local,)).fetchone()
    return "merged" if row is None else f"linked: {row[0]}"
