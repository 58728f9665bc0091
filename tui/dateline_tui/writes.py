"""Writing off the screen's thread: decisions are carried out in the order in which they were made, each to its end."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from dateline.db.opening import connect, still_there, which_file
from dateline.db.trouble import explain
from dateline.errors import DatelineError
from dateline_tui.lasting import lasting
from dateline_tui.messages import Failed

#: what is to be done with a connection that may write
Work = Callable[[sqlite3.Connection], Message]

READ_ONLY = "The store was opened with --read-only: nothing is changed. Start dateline without it to decide."


class Writer(threading.Thread):
    """One connection that may write, opened when there is something to write. ``close`` waits for what was asked."""

    WAIT = 1.5  # seconds that ``close`` waits at most

    def __init__(self, store: Path, post: Callable[[Message], object], *, readonly: bool = False) -> None:
        super().__init__(name="dateline-writer", daemon=True)
        self.readonly = readonly
        self.unfinished = False  # after ``close``: something asked for is not done, it takes long or the store is busy
        self._store = store
        self._post = post
        self._file = which_file(store)
        self._asked: queue.SimpleQueue[Work | None] = queue.SimpleQueue()

    def ask(self, work: Work) -> None:
        """Has ``work`` done after all that was asked before; its message is posted."""
        if self.readonly:
            self._post(Failed("decide", READ_ONLY))
        else:
            self._asked.put(work)

    def close(self) -> None:
        """Ends the thread after what was asked; a decision under way is whole or not there at all."""
        self._asked.put(None)
        if self.is_alive():
            self.join(self.WAIT)
            self.unfinished = self.is_alive()

    def run(self) -> None:
        connection: sqlite3.Connection | None = None
        while (work := self._asked.get()) is not None:
            try:
                still_there(self._store, self._file)
                if connection is None:
                    # makes no store in place of one that has gone
                    connection = connect(self._store, readonly=False, told=lasting(self._post))
                self._post(work(connection))
            except DatelineError as error:
                self._post(Failed("decide", str(error)))
            except sqlite3.Error as error:
                self._post(Failed("decide", str(explain(error, self._store))))
            except Exception as error:  # noqa: BLE001 - a fault of ours: told on the screen, where this thread cannot raise it
                sentence = f"Nothing was changed ({type(error).__name__}: {error}). This is a fault: please report it."
                self._post(Failed("decide", sentence))
        if connection is not None:
            connection.close()
