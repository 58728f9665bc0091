"""What is left to the next writer: names that an older dateline heard otherwise, actors that wait to be linked.

It is done when a store is opened for writing, some in each transaction, so that others write between; whatever ends it,
the store is whole and the next writer goes on.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from dateline.actors.index import rebuild
from dateline.actors.version import SOUNDS
from dateline.db.hearing import hear
from dateline.db.imported import file_imported
from dateline.db.linking import Linking, forget
from dateline.db.write import whole

if TYPE_CHECKING:
    from dateline.db.opening import Told

_HEARD_OTHERWISE = "SELECT 1 FROM made_with WHERE what = 'sounds' AND version <> ?"
#: local ids that one transaction compares or links
_AT_ONCE = 2000
#: the part of a transaction's time for which the store is left alone after it: who waits for a writer looks now and
#: then only
_GIVE_WAY = 0.1
#: kibibytes of the store that are kept in memory meanwhile: names that sound alike stand all over it
_CACHE = 65536


def catch_up(connection: sqlite3.Connection, told: Told) -> None:
    """Does all of it; ``told`` learns what is done and how far it is. The connection is outside a transaction."""
    kept = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    try:
        with whole(connection):
            if connection.execute(_HEARD_OTHERWISE, (SOUNDS,)).fetchone():
                hear_anew(connection, told)
        _in_turns(connection, lambda: file_imported(connection))
        for what, table, some in (
            ("names compared", "unheard", lambda: hear(connection, _AT_ONCE)),
            ("actors linked", "unlinked", lambda: Linking(connection).some(_AT_ONCE)),
        ):
            _in_turns(connection, some, partial(_tell, connection, told, what, table, _waiting(connection, table)))
    finally:
        connection.execute(f"PRAGMA cache_size = {kept}")


def hear_anew(connection: sqlite3.Connection, told: Told) -> None:
    """Files every name as it sounds to this version, in the caller's transaction; all of them wait to be compared."""
    rebuild(connection, lambda done, total: told("names read anew", done, total))
    connection.execute("DELETE FROM imported")
    forget(connection)
    connection.execute("UPDATE made_with SET version = ? WHERE what = 'sounds'", (SOUNDS,))


def _in_turns(
    connection: sqlite3.Connection, some: Callable[[], bool], told: Callable[[], None] = lambda: None
) -> None:
    """Does ``some`` of it again and again until none is left, each time in a transaction of its own."""
    left = True
    while left:
        began = time.monotonic()
        with whole(connection):
            left = some()
        told()
        if left:
            time.sleep(_GIVE_WAY * (time.monotonic() - began))


def _tell(connection: sqlite3.Connection, told: Told, what: str, table: str, total: int) -> None:
    told(what, max(0, total - _waiting(connection, table)), total)  # linking may find more that wait


def _waiting(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
