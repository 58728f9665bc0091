"""Likely duplicates, looked for in the reading thread: some at a time, and again when something was decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from dateline.db.settling import shown
from dateline_tui.messages import PairsChecked, PairsRead
from dateline_tui.reads import Request

if TYPE_CHECKING:  # loaded by the first request: no start should wait for the tables behind them
    from dateline.db.duplicates import Duplicate, Proposal


class Pairs:
    """One pass over a store: every pair comes once. A pass that was interrupted begins again and leaves out what came.

    Its methods are requests for the reading thread; nobody else touches what they change.
    """

    def __init__(self) -> None:
        self._left: Iterator[Proposal] | None = None
        self._given: set[frozenset[str]] = set()

    def more(self, many: int) -> Request:
        """The next pairs, at most so many."""
        return partial(self._more, many)

    def _more(self, many: int, connection: sqlite3.Connection) -> PairsRead:
        from dateline.db.duplicates import Duplicate, proposals
        from dateline.db.sides import side

        left, self._left = self._left or proposals(connection), None
        found: dict[frozenset[str], Duplicate] = {}
        more = False
        for proposal in left:
            pair = standing(connection, proposal.one, proposal.other)
            key = frozenset(pair)
            if pair and key not in self._given and key not in found:
                with suppress(KeyError):  # gone in this moment
                    sides = (side(connection, one) for one in pair)
                    found[key] = Duplicate(proposal.score, proposal.reasons, *sides)
                if len(found) == many:
                    more = True
                    break
        self._left = left
        self._given.update(found)
        return PairsRead(self, tuple(found.values()), more)

    def checked(self, pairs: Sequence[Duplicate], changed: Collection[str]) -> Request:
        """These pairs as they are now; ``changed`` are actors about whom something was decided."""
        return partial(self._checked, tuple(pairs), frozenset(changed))

    def _checked(
        self, pairs: Sequence[Duplicate], changed: frozenset[str], connection: sqlite3.Connection
    ) -> PairsChecked:
        from dateline.db.duplicates import Duplicate
        from dateline.db.sides import side

        rows: list[Duplicate | None] = []
        met: set[frozenset[str]] = set()
        for pair in pairs:
            ids = standing(connection, pair.one.id, pair.other.id)
            if not ids or frozenset(ids) in met:
                rows.append(None)
                continue
            met.add(frozenset(ids))
            sides = (
                old if old.id == now and now not in changed else side(connection, now)
                for old, now in zip((pair.one, pair.other), ids, strict=True)
            )
            try:
                rows.append(Duplicate(pair.score, pair.reasons, *sides))
            except KeyError:  # gone in this moment
                rows.append(None)
        return PairsChecked(self, tuple(rows))


def standing(connection: sqlite3.Connection, one: str, other: str) -> tuple[str, str] | tuple[()]:
    """The actors that these two are shown as; () where they are one, are known not to be, or one of them is gone."""
    from dateline.deciding.identity import kept_apart

    pair = shown(connection, one), shown(connection, other)
    known = connection.execute("SELECT count(*) FROM stored_actors WHERE id IN (?, ?)", pair).fetchone()[0]
    return () if known < 2 or kept_apart(connection, *pair) else pair
