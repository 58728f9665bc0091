"""What the timeline and the relations count, how a heading calls it, and the requests that read them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import partial
from typing import Any

from dateline.db import overview, settling
from dateline_tui import queries
from dateline_tui.draw.layout import Piece
from dateline_tui.messages import PeriodsRead, RelationsRead
from dateline_tui.reads import Request
from dateline_tui.state import Shown

WINDOW = 512  # relations read at least: counting them takes long, reading a row more does not


def narrowed(shown: Shown, query: str) -> Shown:
    """Those of the facts that a query finds too."""
    return replace(shown, filter=f"{shown.filter} {query}".strip())


def about(shown: Shown, filter: str, pair: tuple[str, ...] = ()) -> tuple[Piece, ...]:
    """What a heading says of the facts: whose they are, or what ``pair`` of actors, and which are left out.

    ``filter`` is the key that changes the filter.
    """
    names = pair or ((shown.subject.name,) if shown.subject else ())
    pieces = [Piece(f"  {name}", "strong") for name in names if name]
    if shown.filter:
        pieces.append(Piece(f"  {filter} {shown.filter}", "found"))
    return (*pieces, Piece("  sure only", "strong")) if shown.only_sure else tuple(pieces)


def actor_of(shown: Shown) -> str | None:
    """The id of the actor whose facts they are."""
    return shown.subject.id if shown.subject and shown.subject.kind == "actor" else None


def _filters(shown: Shown, connection: sqlite3.Connection) -> dict[str, Any]:
    """The filters of ``dateline.db.overview``; QueryError where a query names what the store does not have."""
    article = shown.subject.id if shown.subject and shown.subject.kind == "article" else None
    actor = actor_of(shown)
    actor = None if actor is None else settling.shown(connection, actor)
    return {"actor": actor, "article": article, "query": queries.condition(connection, shown)}


def periods(question: int, shown: Shown) -> Request:
    """All days, months and years that have facts, with their numbers."""
    return partial(_periods, question, shown)


def _periods(question: int, shown: Shown, connection: sqlite3.Connection) -> PeriodsRead:
    return PeriodsRead(shown, question, tuple(overview.periods(connection, **_filters(shown, connection))))


def relations(question: int, shown: Shown, offset: int = 0, limit: int = WINDOW) -> Request:
    """A window of the pairs of actors that meet."""
    return partial(_relations, question, shown, offset, max(limit, WINDOW))


def _relations(question: int, shown: Shown, offset: int, limit: int, connection: sqlite3.Connection) -> RelationsRead:
    rows, total = overview.relations(connection, **_filters(shown, connection), offset=offset, limit=limit)
    return RelationsRead(shown, question, offset, tuple(rows), total)
