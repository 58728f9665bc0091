"""Reading off the screen's thread: one thread, one connection of its own, and a newer request replaces an older one."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from dateline.db.opening import VERSION, as_it_is, connect, still_there, which_file
from dateline.db.trouble import explain
from dateline.errors import DatelineError, StoreError
from dateline_tui.lasting import lasting
from dateline_tui.messages import Failed

Request = Callable[[sqlite3.Connection], Message]


class Reader(threading.Thread):
    """Answers requests by topic. A request still waiting is dropped when its topic is asked again; one under way is
    interrupted and its answer thrown away."""

    def __init__(self, store: Path, post: Callable[[Message], object], *, readonly: bool = False) -> None:
        super().__init__(name="dateline-reader", daemon=True)
        self._readonly = readonly
        self._file = which_file(store)
        self._store = store
        self._post = post
        self._changed = threading.Condition()
        self._waiting: dict[str, Request] = {}
        self._topic: str | None = None  # under way
        self._dropped = False
        self._closed = False
        self._connection: sqlite3.Connection | None = None

    @property
    def idle(self) -> bool:
        """Whether every request has been answered."""
        with self._changed:
            return not self._waiting and self._topic is None

    def ask(self, topic: str, request: Request) -> None:
        """Has ``request`` answered by a message, unless the same topic is asked again before."""
        with self._changed:
            self._waiting.pop(topic, None)
            self._waiting[topic] = request
            if self._topic == topic:
                self._interrupt()
            self._changed.notify()

    def drop(self, topic: str) -> None:
        """Has no answer given to what was asked of that topic."""
        with self._changed:
            self._waiting.pop(topic, None)
            if self._topic == topic:
                self._interrupt()

    def close(self) -> None:
        """Ends the thread; whatever it was reading is dropped."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._interrupt()
            self._changed.notify()

    def _interrupt(self) -> None:
        self._dropped = True
        if self._connection is not None:
            self._connection.interrupt()

    def run(self) -> None:
        while (request := self._next()) is not None:
            answer = self._answer(request)
            with self._changed:
                if not self._dropped:
                    self._post(answer)
        if self._connection is not None:
            self._connection.close()

    def _next(self) -> Request | None:
        """The request that has waited longest; None when the reader was closed."""
        with self._changed:
            self._topic = None
            while not self._waiting and not self._closed:
                self._changed.wait()
            if self._closed:
                return None
            self._topic = next(iter(self._waiting))
            self._dropped = False
            return self._waiting.pop(self._topic)

    def _answer(self, request: Request) -> Message:
        try:
            still_there(self._store, self._file)
            if self._connection is None:
                self._connection = self._opened()
            return request(self._connection)
        except DatelineError as error:
            return Failed("read", str(error))
        except sqlite3.Error as error:
            return Failed("read", str(explain(error, self._store)))
        except Exception as error:  # noqa: BLE001 - a fault of ours: told on the screen, where this thread cannot raise it
            return Failed(
                "read", f"Reading failed ({type(error).__name__}: {error}). This is a fault: please report it."
            )

    def _opened(self) -> sqlite3.Connection:
        """A connection; an older store is brought to the present version first, unless nothing may be written."""
        if not self._readonly:
            return connect(self._store, told=lasting(self._post))
        connection, version = as_it_is(self._store)
        if version < VERSION:
            connection.close()
            raise StoreError(f"{self._store} is of an older version: start dateline once without --read-only.")
        return connection
