"""The kinds of decisions by their names in ``decisions.what``; each is loaded when it is needed."""

from __future__ import annotations

import sqlite3
from typing import Any, Protocol

from dateline.deciding.change import Done
from dateline.deciding.filters import Dropping, Saving
from dateline.deciding.marks import MARKS, Reading
from dateline.errors import InputError


class Kind(Protocol):
    """How one kind of decision is made and taken back, inside the caller's transaction."""

    def do(self, connection: sqlite3.Connection, asked: Any, undone: Any = None) -> Done:
        """Does what was asked; ``undone`` is what undoing it kept, where it is done again."""

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> Any:
        """Brings back what there was; returns columns for the row of the undo (``before``, ``again``), or None.

        ``moved_on``: other decisions about the articles came since, and must stay.
        """


def kind_of(what: str) -> Kind:
    """The kind of that name; InputError where only another dateline knows it."""
    if what in MARKS:
        return MARKS[what]
    if what in ("read", "unread"):
        return Reading(what == "read")
    if what in ("filter", "drop filter"):
        return Saving() if what == "filter" else Dropping()
    if what in ("correct", "make"):
        from dateline.deciding.mending import Correcting, Making

        return Correcting() if what == "correct" else Making()
    if what in ("remove article", "add", "date"):
        from dateline.deciding.shelf import Adding, Dating, Removing

        kinds: dict[str, Kind] = {"remove article": Removing(), "add": Adding(), "date": Dating()}
        return kinds[what]
    if what in ("merge", "split", "apart", "rename"):
        from dateline.deciding.identity import Merging, Naming, Parting, Splitting

        known: dict[str, Kind] = {"merge": Merging(), "split": Splitting(), "apart": Parting(), "rename": Naming()}
        return known[what]
    raise InputError(f"This dateline does not know how to take back {what!r}: use the one that did it.")
