"""What SQLite complains about, in sentences that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.errors import Exit, StoreError

if TYPE_CHECKING:
    from pathlib import Path  # slow to import, and a search needs none


class NoStoreError(StoreError):
    """There is no store at that place: nothing can be found in it."""

    code = Exit.NOTHING


class RefusedError(StoreError):
    """The store refuses a fact that its article does not bear out. Nothing of that article is stored."""


_SENTENCES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("SQLITE_NOTADB",), "{path} is not a dateline store: choose another file with --store."),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), "The store {path} is busy with another program: try again in a moment."),
    (("SQLITE_READONLY",), "The store {path} cannot be written: its file, folder or disk is read-only."),
    (("SQLITE_CANTOPEN",), "The store {path} cannot be opened: look at the permissions of the file and its folder."),
    (("SQLITE_FULL",), "The disk of {path} is full: make room and try again; nothing was half-written."),
    (("SQLITE_CORRUPT",), "The store {path} is damaged: take a backup, or move it away and add the articles again."),
)


def explain(error: sqlite3.Error, path: Path | str) -> StoreError:
    """The sentence for what SQLite reports about the store at ``path``."""
    if isinstance(error, sqlite3.IntegrityError):
        return RefusedError(
            f"The store refuses what was extracted ({error}); nothing of it was kept: please report it."
        )
    name = getattr(error, "sqlite_errorname", None) or ""
    for names, sentence in _SENTENCES:
        if name.startswith(names):
            return StoreError(sentence.format(path=path))
    return StoreError(f"The store {path} does not do as asked ({error}): move it away or choose another with --store.")


@contextmanager
def sentences(path: Path | str) -> Iterator[None]:
    """Turns every complaint of SQLite inside the block into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
