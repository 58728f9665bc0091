"""What users decided, carried over to what the articles say now. ``decisions`` itself is only ever added to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class Decision(NamedTuple):
    """One row of ``decisions``; ``before`` and ``after`` are what JSON held there."""

    id: int
    time: str
    user: str
    what: str
    before: Any
    after: Any


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """All of them, the oldest first."""
    rows = connection.execute("SELECT id, time, user, what, before, after FROM decisions ORDER BY id")
    return [Decision(*row[:4], *(None if value is None else json.loads(value) for value in row[4:])) for row in rows]


def replay(connection: sqlite3.Connection) -> list[str]:
    """Applies every decision again, inside the caller's transaction; a sentence for each that fits no longer."""
    trouble = []
    for decision in decisions(connection):
        again = _REPLAYS.get(decision.what)
        why = "nobody here knows how to" if again is None else again(connection, decision)
        if why is not None:
            trouble.append(f"Decision {decision.id} ({decision.what}, {decision.user}, {decision.time}): {why}.")
    return trouble


def _removed(connection: sqlite3.Connection, decision: Decision) -> str | None:
    """An article that was taken out: it is not there, or somebody has added it again since."""
    wanted = decision.before["article"]["hash"]
    row = connection.execute("SELECT added FROM stored_articles WHERE hash = ?", (wanted,)).fetchone()
    if row is None or row[0] >= decision.time:
        return None
    return f"the article {wanted[:12]} is there all the same"


#: how each kind of decision is applied again; None, or why it fits no longer
_REPLAYS: Mapping[str, Callable[[sqlite3.Connection, Decision], str | None]] = {"remove article": _removed}
