"""A store as an older version of dateline would have left it, made of a present one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from dateline.db import migrate
from dateline.db.opening import APPLICATION_ID

#: tables of version 1 in an order in which they may be filled, and what they are called now
_TABLES = {
    "articles": "stored_articles", "noise": "noise", "actors": "stored_actors", "mentions": "mentions",
    "findings": "findings", "events": "events", "statements": "statements", "roles": "roles", "parties": "parties",
    "tellings": "tellings", "decisions": "decisions", "names": "names",
}  # fmt: skip


def older(present: Path, path: Path, version: int) -> Path:
    """A store of that ``version`` at ``path`` with what stands in ``present``."""
    first = Migrations("dateline")
    for migration in migrate.migrations.pending(Database(memory=True))[:version]:
        first(name=migration.name)(migration.fn)
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        first.apply(Database(store, execute_plugins=False))
        store.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        store.execute(f"PRAGMA user_version = {version}")
        store.execute("ATTACH ? AS present", (str(present),))
        for before, now in _TABLES.items():
            table = before if version < 4 else now
            columns = [row[1] for row in store.execute(f"PRAGMA main.table_info({table})")]
            if before == "actors":  # triggers count again
                columns = [column for column in columns if column not in ("mentions", "facts")]
            listed = ", ".join(f'"{column}"' for column in columns)
            store.execute(f"INSERT INTO main.{table} ({listed}) SELECT {listed} FROM present.{now}")
    return path
