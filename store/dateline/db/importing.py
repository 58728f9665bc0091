"""After a registry was loaded: its persons are filed, and whom articles name is linked to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from dateline.db.imported import file_imported
from dateline.db.linked import FULL
from dateline.db.write import transaction


def link_imported(connection: sqlite3.Connection, at_once: int = 200) -> Iterator[tuple[int, int]]:
    """Links those whom articles name to persons that a registry has brought, some in each transaction.

    Yields after each how many names of the registry are filed, then how many of the articles' are compared, of how
    many. To be run through when a registry has been loaded; once more does no harm.
    """
    left = True
    while left:
        with transaction(connection):
            left = file_imported(connection)
        # names have ids in the order in which they came: the last one tells how far it is
        yield connection.execute(
            "SELECT (SELECT coalesce(max(name), 0) FROM imported), (SELECT coalesce(max(id), 1) FROM names)"
        ).fetchone()
    there = connection.execute("SELECT DISTINCT local FROM heard WHERE part = ? ORDER BY local", (FULL,)).fetchall()
    for at in range(0, len(there), at_once):
        batch = there[at : at + at_once]
        with transaction(connection):
            connection.executemany("INSERT OR IGNORE INTO unheard VALUES (?)", batch)
        yield at + len(batch), len(there)
