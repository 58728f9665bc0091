"""Writing the name index: every spelling of every actor, made findable by sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameRow:
    """One spelling of one actor as it comes from an article (``count`` mentions) or from a registry."""

    actor: str
    spelling: str
    lang: str | None = None
    count: int = 0
    article: str | None = None
    registry: bool = False


def add_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> int:
    """Puts spellings into the index, inside the caller's transaction; returns how many were new.

    A spelling the actor has already only adds its ``count``. The actors themselves must be in ``actors`` before.
    """
    raise NotImplementedError


def drop_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    """Takes ``count`` mentions of a spelling away again; a spelling nobody has any more leaves the index."""
    raise NotImplementedError
