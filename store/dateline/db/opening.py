"""Opening a store: one connection a thread, read-only unless asked otherwise. Loads sqlite3 and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dateline.db.trouble import NoStoreError, sentences
from dateline.errors import StoreError

APPLICATION_ID = 0x444C4E45  # "DLNE", in the file's header: tells a store from any other SQLite file
VERSION = 1  # PRAGMA user_version; one more with every migration
TIMEOUT = 10.0  # seconds to wait for another writer


def connect(path: Path | str, *, readonly: bool = True) -> sqlite3.Connection:
    """A connection to an existing store; without ``readonly`` it may write.

    Raises NoStoreError where there is none, StoreError where the file is no store, too new, or cannot be opened.
    """
    path = Path(path)
    if not path.exists():
        raise NoStoreError(f"There is no store at {path} yet: 'dateline add FILE' makes one, 'dateline' loads samples.")
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a store: name a file with --store.")
    version = version_of(path)
    if version == 0:
        raise NoStoreError(f"{path} is an empty file, not a store yet: 'dateline add FILE' makes one of it.")
    if version < VERSION:
        from dateline.db.write import open_for_writing

        open_for_writing(path).close()
    connection = _open(path, "ro" if readonly else "rw")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _open(path: Path, mode: str) -> sqlite3.Connection:
    """Opens the file in ``mode``; on a read-only disk a store at rest is read as it lies."""
    quoted = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    address = f"file:{quoted}?mode={mode}"
    with sentences(path):
        connection = sqlite3.connect(address, uri=True, timeout=TIMEOUT, isolation_level=None)
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if mode != "ro" or error.sqlite_errorname not in ("SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY"):
                raise
            if path.with_name(path.name + "-wal").exists():
                raise
            connection = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def version_of(path: Path) -> int:
    """The schema version of a store; 0 for an empty file. Refuses files that are no store of ours."""
    with closing(_open(path, "ro")) as connection, sentences(path):
        connection.execute("BEGIN")  # one state of the file, though another process may be making it a store just now
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        used = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    if used and not ours:
        raise StoreError(f"{path} is a database of another program, not a dateline store: choose another with --store.")
    if version > VERSION:
        raise StoreError(f"The store {path} was written by a newer dateline: update dateline to read it.")
    return version
