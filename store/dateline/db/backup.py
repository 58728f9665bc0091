"""A whole copy of a store, while others write to it. Loads sqlite3 and nothing else."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

from dateline.db.opening import as_it_is
from dateline.db.trouble import explain
from dateline.errors import InputError, StoreError

STEP = 1024  # pages, usually 4 MB: copied between two looks at the clock and at ctrl-c
_BESIDE = ("", "-wal", "-shm", "-journal")


def back_up(store: str, target: str, *, force: bool = False, told: Callable[[int, int], None] | None = None) -> int:
    """Copies the store as it is at this moment to ``target``; returns the copy's size in bytes.

    Writers go on writing: the copy is made from one read transaction, which in a store never holds them up. ``told``
    hears after every step how many bytes are copied and how many there are. The copy is private (0600) and stands at
    ``target`` when it is whole and on the disk, not before. Raises InputError where ``target`` cannot be replaced,
    StoreError where the store cannot be read or the copy not be written.
    """
    _may_replace(store, target, force)
    connection, _ = as_it_is(store)
    with closing(connection), _beside(target) as unfinished:
        try:
            _copy(connection, unfinished, told or (lambda done, total: None))
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", None) or ""
            at_fault = target if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")) else store
            raise explain(error, at_fault) from error
        size = os.path.getsize(unfinished)
        _put(unfinished, target, force)
    return size


def _may_replace(store: str, target: str, force: bool) -> None:
    """Refuses a target that is there already, and any target that a program has open as a store."""
    if os.path.isdir(target):
        raise InputError(f"{target} is a folder: name a file for the copy.")
    if os.path.exists(target) and os.path.exists(store) and os.path.samefile(store, target):
        raise InputError(f"{target} is the store itself: name another file for the copy.")
    if force:
        _let_go(target)
    if os.path.exists(f"{target}-wal") or os.path.exists(f"{target}-journal"):
        # SQLite would play these changes of another file into the copy
        raise InputError(f"{target} is a store in use (there is a journal beside it): name another file for the copy.")
    if os.path.exists(target) and not force:
        raise InputError(f"{target} is there already: name another file, or replace it with --force.")


def _let_go(target: str) -> None:
    """Takes away the journal that readers have left beside a store which nobody has open any more."""
    if os.path.exists(f"{target}-wal") and os.path.exists(target):
        with closing(sqlite3.connect(target, timeout=0, isolation_level=None)) as connection, suppress(sqlite3.Error):
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # closing it does the rest


@contextmanager
def _beside(target: str) -> Iterator[str]:
    """An empty private file in the folder of ``target``; when the block is done nothing of it is left there."""
    folder, name = os.path.split(os.path.abspath(target))
    try:
        number, unfinished = tempfile.mkstemp(prefix=f".{name}.", suffix=".unfinished", dir=folder)
    except OSError as error:
        why = error.strerror or error
        raise StoreError(f"The copy {target} cannot be written ({why}): choose another place for it.") from error
    os.close(number)
    try:
        yield unfinished
    finally:
        for ending in _BESIDE:
            if os.path.exists(unfinished + ending):
                os.unlink(unfinished + ending)


def _copy(store: sqlite3.Connection, unfinished: str, told: Callable[[int, int], None]) -> None:
    page = store.execute("PRAGMA page_size").fetchone()[0]
    # held until the end: without it every change that another process makes would begin the copy anew
    store.execute("BEGIN")
    store.execute("SELECT 1 FROM sqlite_master").fetchone()
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
        store.backup(copy, pages=STEP, progress=lambda _, left, all_: told((all_ - left) * page, all_ * page))
    store.execute("COMMIT")
    with open(unfinished, "rb") as written:
        os.fsync(written.fileno())


def _put(unfinished: str, target: str, force: bool) -> None:
    """Gives the copy its name; what somebody else has put there meanwhile is replaced only with ``force``."""
    if force:
        os.replace(unfinished, target)
    else:
        try:
            os.link(unfinished, target)
        except FileExistsError as error:
            raise InputError(f"{target} is there already: name another file, or replace it with --force.") from error
        except OSError:  # a disk without links
            os.rename(unfinished, target)
    folder = os.open(os.path.dirname(os.path.abspath(target)), os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
