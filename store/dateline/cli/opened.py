"""A store as commands open it: what has to be done to it before is told, where it lasts."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from dateline.cli.talk import lasting
from dateline.db import opening

if TYPE_CHECKING:
    from pathlib import Path  # slow to import, and a search needs none


def connect(path: Path | str, *, readonly: bool = True) -> sqlite3.Connection:
    """A connection to an existing store, as :func:`dateline.db.opening.connect` gives it, with what it raises."""
    return opening.connect(path, readonly=readonly, told=lasting(opening.PATIENCE))


def open_for_writing(path: Path | str) -> sqlite3.Connection:
    """A connection that may write, as :func:`dateline.db.write.open_for_writing` gives it, with what it raises."""
    from dateline.db import write

    return write.open_for_writing(path, lasting(opening.PATIENCE))
