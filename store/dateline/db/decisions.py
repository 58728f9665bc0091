"""The log of what users decided: who, when, what. It is only ever added to; taking something back adds a row, too.

``after`` of a row says what was asked for (``asked``), in a sentence what became of it, which facts and articles it is
about, and on what it stands (``scopes``: paths such as ``<hash>/facts/<id>/rejected``; of two decisions the later one
stands on the earlier where one path begins the other). ``before`` is what taking it back needs. Rows ``undo`` and
``redo`` name another row as ``of``; a row ``replay`` says what facts were before they were decided about again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

#: rows about other rows
ABOUT_OTHERS = ("undo", "redo", "replay")
#: all that a row may say it is
WHATS = (
    *("reject", "restore", "correct", "make", "note", "clear note", "flag", "unflag"),
    *("remove article", "add", "date", "read", "unread", "filter", "drop filter"),
    *("merge", "split", "apart", "rename"),
    *ABOUT_OTHERS,
)


class Decision(NamedTuple):
    """One row of ``decisions`` without ``before``, which may hold whole articles."""

    id: int
    time: str
    user: str
    what: str
    after: Mapping[str, Any]
    undone: bool = False

    @property
    def sentence(self) -> str:
        """What it did, as the user was told then."""
        said: str = self.after.get("sentence") or f"{self.what[:1].upper()}{self.what[1:]}."
        return said

    @property
    def of(self) -> int | None:
        """The decision that an undo or redo is about."""
        found: int | None = self.after.get("of")
        return found

    @property
    def scopes(self) -> Sequence[str]:
        found: Sequence[str] = self.after.get("scopes", ())
        return found

    def to_json(self) -> dict[str, Any]:
        """One line of ``dateline log --json``."""
        about = {"facts": self.after.get("facts", []), "articles": self.after.get("articles", [])}
        about |= {"actors": self.after["actors"]} if self.after.get("actors") else {}
        told = {"id": self.id, "time": self.time, "user": self.user, "what": self.what, "sentence": self.sentence}
        about |= {"trouble": self.after["trouble"]} if self.after.get("trouble") else {}
        return told | about | ({"of": self.of} if self.of is not None else {}) | {"undone": self.undone}


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """All of them, the oldest first; those that were undone say so."""
    rows = connection.execute("SELECT id, time, user, what, after FROM decisions ORDER BY id").fetchall()
    found = [Decision(ref, time, user, what, json.loads(after or "{}")) for ref, time, user, what, after in rows]
    undone: dict[int | None, bool] = {}
    for row in found:
        if row.what in ("undo", "redo"):
            undone[row.of] = row.what == "undo"
    return [row._replace(undone=undone.get(row.id, False)) for row in found]


def before_of(connection: sqlite3.Connection, decision: int) -> Any:
    """What the row keeps about the time before it."""
    kept = connection.execute("SELECT before FROM decisions WHERE id = ?", (decision,)).fetchone()[0]
    return None if kept is None else json.loads(kept)


def log(connection: sqlite3.Connection, *, offset: int = 0, limit: int | None = None) -> list[Decision]:
    """One page of them, the newest first."""
    newest = decisions(connection)[::-1]
    return newest[offset:] if limit is None else newest[offset : offset + limit]


def about_fact(connection: sqlite3.Connection, article_hash: str, fact: str) -> list[Decision]:
    """What was decided about a fact, the oldest first, undone or not."""
    scope = f"{article_hash}/facts/{fact}"
    return [row for row in decisions(connection) if any(one.startswith(scope) for one in row.scopes)]


def standing_on(log: Iterable[Decision], scopes: Iterable[str], after: int) -> Decision | None:
    """The last decision in force after row ``after`` that is about the same thing."""
    mine = [f"{scope}/" for scope in scopes]

    def same(row: Decision) -> bool:
        theirs = (f"{scope}/" for scope in row.scopes)
        return any(one.startswith(other) or other.startswith(one) for other in theirs for one in mine)

    later = [row for row in log if row.id > after and not row.undone and row.what not in ABOUT_OTHERS]
    return next((row for row in reversed(later) if same(row)), None)


class Befores:
    """What undoing decisions has to bring back: articles may have been read again since they were made."""

    def __init__(self, connection: sqlite3.Connection, log: Sequence[Decision]) -> None:
        self._connection = connection
        self._redone = {row.of: row.id for row in log if row.what == "redo"}
        newest = {row.of or row.id: row.id for row in log}
        self._again: dict[str, tuple[int, Any]] = {}
        for row in log:
            if newest[row.of or row.id] == row.id:  # else that reading was undone, or done again, since
                self._again |= {decision: (row.id, kept) for decision, kept in row.after.get("again", {}).items()}

    def of(self, decision: int) -> Any:
        """What is kept about the time before ``decision``, as the newest reading of its article has it."""
        redone = self._redone.get(decision, decision)
        row, kept = self._again.get(str(decision), (0, None))
        return kept if row > redone else before_of(self._connection, redone)
