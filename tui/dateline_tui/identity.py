"""Who is who: what the screens that merge, part and name actors have read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import partial

from dateline.actors.search import Hit, search
from dateline.db import read
from dateline.db.members import linked
from dateline.db.parts import parts as parts_in
from dateline.db.rows import ActorRow
from dateline.db.settling import shown
from dateline_tui.listing import PAGE
from dateline_tui.messages import PartsRead, WhoRead
from dateline_tui.panes.lists import Found
from dateline_tui.reads import Request

PROPOSED = 8  # actors proposed for what was typed
SPELLINGS = 8  # of an actor that a screen with two actors shows


def who(actor: str, typed: str, parts: bool = False) -> Request:
    """Whom ``typed`` names beside an actor; where nothing was typed, whom the actor's own name names.

    Before these, with ``parts``, those whom dateline linked to him.
    """
    return partial(_who, actor, typed, parts)


def _who(actor: str, typed: str, parts: bool, connection: sqlite3.Connection) -> WhoRead:
    own = read.actor(connection, shown(connection, actor))
    if own is None:
        return WhoRead(actor, typed, None)
    hits = {hit.actor: hit for hit in search(connection, typed if typed.strip() else own.name, PROPOSED + 1)}
    hits.pop(own.id, None)
    if parts and not typed.strip():
        hits = _linked(connection, own.id) | hits
    rows = read.actors_of(connection, list(hits)[:PROPOSED])
    return WhoRead(actor, typed, own, tuple(Found(row, hits[row.id]) for row in rows), latin_of((own, *rows)))


def _linked(connection: sqlite3.Connection, actor: str) -> dict[str, Hit]:
    """Those of full names whom dateline linked to an actor, as if found by that."""
    reasons = linked(connection, actor, PROPOSED)
    rows = read.actors_of(connection, list(reasons))
    return {row.id: Hit(row.id, row.name, row.kind, 100, row.name, f"linked: {reasons[row.id]}", 0) for row in rows}


def latin_of(rows: Iterable[ActorRow]) -> Mapping[str, str]:
    """The spellings of other scripts that are shown of these actors, in Latin letters."""
    from dateline.text.romanise import read_in_latin  # no start should wait for its tables

    forms = {form.spelling: form.lang for row in rows for form in row.forms[:SPELLINGS]}
    names: dict[str, str | None] = {row.name: None for row in rows}
    return read_in_latin(names | forms)


def parts_of(question: int, actor: str, offset: int = 0, limit: int = PAGE) -> Request:
    """A window of the articles that name an actor."""
    return partial(_parts_of, question, actor, offset, limit)


def _parts_of(question: int, actor: str, offset: int, limit: int, connection: sqlite3.Connection) -> PartsRead:
    rows, total = parts_in(connection, shown(connection, actor), offset=offset, limit=limit)
    return PartsRead(actor, question, offset, tuple(rows), total)
