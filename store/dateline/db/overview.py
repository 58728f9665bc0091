"""Facts seen from further away: how many when, and who with whom. Counted in SQLite; no fact is read one by one."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from dateline.db.facts import EVERYTHING, UNMARKED, wanted
from dateline.db.windows import Ways
from dateline.query import Where
from dateline.query.fields import iso_date
from dateline.query.sql import Value
from dateline.query.tokens import quoted

Grain = Literal["day", "week", "month"]
GRAINS: tuple[Grain, ...] = ("day", "week", "month")
#: what a date tells by its length in characters
_TELLS: dict[int, Literal["day", "month", "year"]] = {10: "day", 7: "month", 4: "year"}


@dataclass(frozen=True, slots=True)
class Period:
    """How many ``facts`` belong to one stretch of time.

    ``first`` is its first day, for a month or a year the month or year itself, as ISO 8601 writes it; empty where the
    facts have no date. A ``vague`` period holds the facts of which no more is known than that month or year.
    """

    span: Literal["day", "week", "month", "year", "undated"]
    first: str
    facts: int
    vague: bool = False

    @property
    def last(self) -> str:
        """The last day of a week; of the others ``first``."""
        return (date.fromisoformat(self.first) + timedelta(6)).isoformat() if self.span == "week" else self.first

    @property
    def words(self) -> str:
        """The query that finds these facts among those that were counted."""
        if self.span == "undated":
            return "dated:no"
        if self.span == "week":
            return f"since:{self.first} until:{self.last} dated:day"
        return f"on:{self.first} dated:{self.span}" if self.vague else f"on:{self.first}"

    def holds(self, day: str) -> bool:
        """Whether that day, month or year lies in it: "2022-01" in the month, no day of it in a vague one."""
        if self.vague or self.span in ("day", "undated"):
            return day == self.first
        return self.first <= day <= self.last if self.span == "week" else day.startswith(self.first)


@dataclass(frozen=True, slots=True)
class Relation:
    """Two actors that are parties of the same events.

    ``actors`` are their ids, ``names`` their names, ``words`` the query that finds their events. Of the ``facts``,
    ``outward`` are those that the first does to the second, ``inward`` those that the second does to the first,
    ``mutual`` those in which both do it, or have it done to them. ``types`` are PLOVER types with their numbers, the
    commonest first; ``first`` and ``last`` the earliest and latest date, None where no fact has one.
    """

    actors: tuple[str, str]
    names: tuple[str, str]
    words: str
    facts: int
    outward: int
    inward: int
    mutual: int
    types: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None


def periods(
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    article: str | None = None,
    query: Where = EVERYTHING,
    grain: Grain = "day",
) -> list[Period]:
    """The periods that have facts, in order of time, undated facts last.

    ``actor`` is an id, ``article`` a whole hash, ``query`` what :func:`dateline.db.ask.asked` makes of a query.
    """
    if actor is not None and article is None and query in (EVERYTHING, UNMARKED):  # counted without a look at the facts
        sure = " AND NOT unsure" if query == UNMARKED else ""
        dated, values = f"date FROM appearances WHERE actor = ?{sure}", list[Value]([actor])
    else:
        way = Ways(connection, wanted(actor=actor, article=article, query=query)).in_order(sets=True)
        dated, values = f"coalesce({way.order[1]}, '') AS date{way.rows}", way.values
    rows = connection.execute(f"SELECT date, count(*) FROM (SELECT {dated}) GROUP BY date", values)
    return grouped((_period(day, count) for day, count in rows), grain)


def grouped(periods: Iterable[Period], grain: Grain) -> list[Period]:
    """Periods of days put together to periods of ``grain``; what is known less closely than that stays by itself."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for period in periods:
        counts[_place(period, grain)] += period.facts
    found = [Period(span, first, facts, vague) for (span, first, vague), facts in counts.items()]  # type: ignore[arg-type]
    return sorted(found, key=lambda period: (period.span == "undated", period.first, not period.vague))


def _place(period: Period, grain: Grain) -> tuple[str, str, bool]:
    """Span, first day and vagueness of the period of ``grain`` in which a day, month, year or nothing lies."""
    if grain == "month" and period.span in ("day", "month"):
        return "month", period.first[:7], False
    if grain == "week" and period.span == "day":
        day = date.fromisoformat(period.first)
        return "week", (day - timedelta(day.weekday())).isoformat(), False
    return period.span, period.first, period.vague


def _period(day: str, facts: int) -> Period:
    """The facts of one date; as much of it as is in the calendar, since the store does not look."""
    for length, span in _TELLS.items():
        if len(day) >= length:
            try:
                return Period(span, iso_date(day[:length]), facts, vague=span != "day")
            except ValueError:
                continue
    return Period("undated", "", facts)


_RELATIONS = """
WITH shown(finding, date) AS ({shown}),
met AS (
    SELECT coalesce(x.actor, a.actor) AS one, coalesce(y.actor, b.actor) AS other, shown.date, e.type,
           max(a.part = 'source' AND b.part = 'target') AS outward,
           max(a.part = 'target' AND b.part = 'source') AS inward
    FROM shown JOIN parties a ON a.finding = shown.finding LEFT JOIN shown_as x ON x.local = a.actor
    JOIN parties b ON b.finding = shown.finding LEFT JOIN shown_as y ON y.local = b.actor
    JOIN events e ON e.finding = shown.finding
    WHERE {pair}
    GROUP BY shown.finding, one, other),
by_type AS (
    SELECT one, other, type, count(*) AS facts, sum(outward AND NOT inward) AS outward,
           sum(inward AND NOT outward) AS inward, min(date) AS first, max(date) AS last
    FROM met GROUP BY one, other, type),
pairs AS (
    SELECT one, other, sum(facts) AS facts, sum(outward) AS outward, sum(inward) AS inward,
           json_group_object(type, facts) AS types, min(first) AS first, max(last) AS last
    FROM by_type GROUP BY one, other)
SELECT one, other, facts, outward, inward, types, first, last, count(*) OVER () AS total
FROM pairs ORDER BY facts DESC, last DESC, one, other LIMIT ? OFFSET ?
"""


def relations(
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    article: str | None = None,
    query: Where = EVERYTHING,
    offset: int = 0,
    limit: int = -1,
) -> tuple[list[Relation], int]:
    """A window of the pairs of actors that meet in events, those that meet most first, and how many pairs there are.

    With an ``actor`` only its own pairs, in which it stands first; else in each pair stands first who does more.
    The other filters are those of :func:`periods`.
    """
    way = Ways(connection, wanted(actor=actor, article=article, query=query)).in_order(sets=True)
    shown = f"SELECT {way.order[4]}, nullif({way.order[1]}, ''){way.rows}"
    pair = "one < other" if actor is None else "one = ? AND other <> one"
    values = [*way.values, *([] if actor is None else [actor]), limit, offset]
    rows = connection.execute(_RELATIONS.format(shown=shown, pair=pair), values).fetchall()
    called = _called(connection, {one for row in rows for one in row[:2]})
    if not rows and offset:  # behind the last pair
        return [], relations(connection, actor=actor, article=article, query=query, limit=1)[1]
    return [_relation(row, called, turned=actor is None) for row in rows], rows[0][-1] if rows else 0


def _relation(row: Sequence[Any], called: dict[str, tuple[str, str]], turned: bool) -> Relation:
    one, other, facts, outward, inward, types, first, last, _total = row
    mutual = facts - outward - inward
    if turned and inward > outward:
        one, other, outward, inward = other, one, inward, outward
    numbers = sorted(json.loads(types).items(), key=lambda item: (-item[1], item[0]))
    (name, word), (name_of_other, word_of_other) = called[one], called[other]
    words = f"actor:{quoted(word)} actor:{quoted(word_of_other)}"
    names = (name, name_of_other)
    return Relation((one, other), names, words, facts, outward, inward, mutual, tuple(numbers), first, last)


def _called(connection: sqlite3.Connection, actors: set[str]) -> dict[str, tuple[str, str]]:
    """The names of actors, and what a query has to call each: its id where somebody else goes by the same name."""
    marks = ", ".join("?" * len(actors))
    names = dict(connection.execute(f"SELECT id, name FROM stored_actors WHERE id IN ({marks})", [*actors]).fetchall())
    wanted = sorted(set(names.values()))
    marks = ", ".join("?" * len(wanted))
    bearers = Counter(
        name for (name,) in connection.execute(f"SELECT name FROM stored_actors WHERE name IN ({marks})", wanted)
    )
    return {actor: (name, name if bearers[name] == 1 else actor) for actor, name in names.items()}
