"""Opening a store: one connection a thread, read-only unless asked otherwise. Loads sqlite3 and nothing else."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from dateline.db.trouble import NoStoreError, sentences
from dateline.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path  # slow to import, and a search needs none

    #: is told what is done to a store before it can be used, how much of it, and of how much
    Told = Callable[[str, int, int], None]

APPLICATION_ID = 0x444C4E45  # "DLNE", in the file's header: tells a store from any other SQLite file
VERSION = 9  # PRAGMA user_version; one more with every migration
TIMEOUT = 10.0  # seconds to wait for another writer
PATIENCE = 1.0  # seconds for which something may be done to a store before a word is said of it


#: whether there is something that is left to the next writer; "?" is how names sound to this version
BEHIND = """SELECT EXISTS (SELECT 1 FROM unheard) OR EXISTS (SELECT 1 FROM unlinked)
            OR (SELECT version FROM made_with WHERE what = 'sounds') IS NOT ?"""


def unheeded(what: str, done: int, total: int) -> None:
    """Tells nobody."""


def connect(path: Path | str, *, readonly: bool = True, told: Told = unheeded) -> sqlite3.Connection:
    """A connection to an existing store; without ``readonly`` it may write.

    ``told`` learns how far it is, where bringing the store up to date takes long.
    Raises NoStoreError where there is none, StoreError where the file is no store, too new, or cannot be opened.
    """
    _there(path)
    connection = _open(path, "ro" if readonly else "rw")
    try:
        version = _store_version(connection, path)
        if version < VERSION:
            from dateline.db.write import migrated

            migrated(path, told)
        connection.execute("PRAGMA foreign_keys = ON")
        if not readonly:
            with sentences(path):
                ready(connection, told)
    except BaseException:
        connection.close()
        raise
    return connection


def ready(connection: sqlite3.Connection, told: Told) -> None:
    """Makes a connection one that writes, and does first what is left to the next writer."""
    from dateline.actors.version import SOUNDS

    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    if connection.execute(BEHIND, (SOUNDS,)).fetchone()[0]:
        from dateline.db.behind import catch_up

        catch_up(connection, told)


def as_it_is(path: Path | str, *, readonly: bool = True) -> tuple[sqlite3.Connection, int]:
    """A connection to a store of this version or an older one, and its version; the store stays as it is.

    Raises what :func:`connect` raises.
    """
    _there(path)
    connection = _open(path, "ro" if readonly else "rw")
    try:
        version = _store_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection, version


def _there(path: Path | str) -> None:
    if not os.path.exists(path):
        raise NoStoreError(f"There is no store at {path} yet: 'dateline add FILE' makes one, 'dateline' loads samples.")
    if os.path.isdir(path):
        raise StoreError(f"{path} is a folder, not a store: name a file with --store.")


def which_file(path: Path | str) -> tuple[int, int] | None:
    """Tells the file at a place from any other that stands there before or after it; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def still_there(path: Path | str, opened: tuple[int, int] | None) -> None:
    """Raises StoreError where another file, or none, stands now where ``opened`` was: what is written would be lost."""
    if opened is not None and which_file(path) != opened:
        raise StoreError(f"The store {path} was deleted or replaced by another program: start dateline again.")


def version_of(path: Path | str) -> int:
    """The schema version of a store; 0 for an empty file. Refuses files that are no store of ours."""
    connection = _open(path, "ro")
    try:
        return _version(connection, path)
    finally:
        connection.close()


def _open(path: Path | str, mode: str) -> sqlite3.Connection:
    """Opens the file in ``mode``; on a read-only disk a store at rest is read as it lies."""
    quoted = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    address = f"file:{quoted}?mode={mode}"
    with sentences(path):
        connection = sqlite3.connect(address, uri=True, timeout=TIMEOUT, isolation_level=None)
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if mode != "ro" or error.sqlite_errorname not in ("SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY"):
                raise
            if os.path.exists(f"{path}-wal"):
                raise
            connection = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def _version(connection: sqlite3.Connection, path: Path | str) -> int:
    with sentences(path):
        connection.execute("BEGIN")  # one state of the file, though another process may be making it a store just now
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        used = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
        connection.execute("COMMIT")
    if used and not ours:
        raise StoreError(f"{path} is a database of another program, not a dateline store: choose another with --store.")
    if version > VERSION:
        raise StoreError(f"The store {path} was written by a newer dateline: update dateline to read it.")
    return version


def _store_version(connection: sqlite3.Connection, path: Path | str) -> int:
    version = _version(connection, path)
    if version == 0:
        raise NoStoreError(f"{path} is an empty file, not a store yet: 'dateline add FILE' makes one of it.")
    return version
