"""Saved filters: a name and a query as typed."""

from __future__ import annotations

import sqlite3
from typing import Any

from dateline.deciding.change import Done, NothingThereError
from dateline.errors import InputError
from dateline.query import parse


def _held(connection: sqlite3.Connection, name: str) -> str | None:
    row = connection.execute("SELECT query FROM filters WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def _put(connection: sqlite3.Connection, name: str, query: str | None) -> None:
    if query is None:
        connection.execute("DELETE FROM filters WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO filters (name, query) VALUES (?, ?)", (name, query))


class Saving:
    """A filter is kept, in the place of one of the same name."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        name, query = " ".join(asked["name"].split()), asked["query"].strip()
        if not name or not query:
            raise InputError("A saved filter needs a name and a query: write both.")
        parse(query)
        before = _held(connection, name)
        if before == query:
            raise InputError(f"The filter {name!r} says that already: nothing was changed.")
        _put(connection, name, query)
        return Done(f"Saved the filter {name!r}, {query}.", (f"filters/{name}",), [name, before])

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        _put(connection, *before)


class Dropping(Saving):
    """A filter leaves."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        name = asked["name"]
        before = _held(connection, name)
        if before is None:
            raise NothingThereError(f"There is no filter {name!r}: choose one of those that are saved.")
        _put(connection, name, None)
        return Done(f"Dropped the filter {name!r}.", (f"filters/{name}",), [name, before])
