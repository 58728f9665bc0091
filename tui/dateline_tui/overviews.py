"""What the timeline and the relations are asked of, and the requests that read them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from dateline.db import overview
from dateline.db.ask import asked
from dateline.db.facts import UNMARKED
from dateline.query import parse
from dateline.query.sql import all_of
from dateline_tui.messages import PeriodsRead, RelationsRead
from dateline_tui.reads import Request
from dateline_tui.state import Subject

WINDOW = 256  # relations read at least: counting them takes long, reading a row more does not


@dataclass(frozen=True, slots=True)
class Shown:
    """Facts that are listed: those of a subject, or of all, for which every one of ``queries`` holds.

    ``about`` names them in a heading, part by part.
    """

    subject: Subject | None = None
    queries: tuple[str, ...] = ()
    only_sure: bool = False
    about: tuple[str, ...] = ()

    @property
    def actor(self) -> str | None:
        """The id of the actor whose facts they are."""
        return self.subject.id if self.subject and self.subject.kind == "actor" else None

    def narrowed(self, query: str, about: tuple[str, ...]) -> Shown:
        """Those of them that the query finds."""
        return replace(self, queries=(*self.queries, query), about=about)


def _filters(shown: Shown, connection: sqlite3.Connection) -> dict[str, Any]:
    """The filters of ``dateline.db.overview``; QueryError where a query names what the store does not have."""
    conditions = [asked(connection, parse(query)) for query in shown.queries]
    wanted = all_of([*conditions, *([UNMARKED] if shown.only_sure else [])])
    article = shown.subject.id if shown.subject and shown.subject.kind == "article" else None
    return {"actor": shown.actor, "article": article, "query": wanted}


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
