"""A query as a condition of SQL, over ``findings f``, ``events e`` and ``articles a``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.query.fields import KINDS_OF_FACT
from dateline.query.parse import Query, Term, phrase
from dateline.query.tokens import Part

#: what a value of actor, place, lang or src is called in the store: ids, places, codes, outlets
Lookup = Callable[[str, Part], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Where:
    """A condition and the values of its question marks; an empty one holds for every fact."""

    clause: str = ""
    values: tuple[str, ...] = ()


def where(query: Query, lookup: Lookup) -> Where:
    """The condition that facts meet which the query asks for; QueryError where ``lookup`` knows no such value."""
    return all_of(_condition(term, lookup) for term in query.terms)


def all_of(conditions: Iterable[Where]) -> Where:
    """The condition that holds where all of them do."""
    some = [one for one in conditions if one.clause]
    return Where(" AND ".join(one.clause for one in some), _values(some))


def _condition(term: Term, lookup: Lookup) -> Where:
    found = _of_field(term, lookup)
    # what is unknown, as the mode of a statement, is not of that mode
    return Where(f"({found.clause}) IS NOT TRUE", found.values) if term.negated else found


def _of_field(term: Term, lookup: Lookup) -> Where:
    values = [value.text for value in term.values]
    match term.field:
        case None:
            return words(phrase(values[0]))
        case "sure":
            return Where("f.sure")
        case "inferred":
            return Where("f.id IN (SELECT finding FROM parties WHERE inferred)")
        case "rejected" | "corrected" | "flagged":
            return Where(f"f.{term.field}")
        case "noted":
            return Where("f.note IS NOT NULL")
        case "unread":
            return Where("NOT a.read")
        case "type":
            return of_type(*values)
        case "on" | "since" | "until":
            return _any_of(_DATED[term.field](value) for value in values)
        case "dated":
            return _any_of(_CLOSE[value] for value in values)
        case "mode" | "status":
            return _one_of(f"e.{term.field}", values)
        case field:
            return _one_of(_LOOKED_UP[field], [stored for value in term.values for stored in lookup(field, value)])


#: what holds the values that the store has names of its own for
_LOOKED_UP = {"actor": "actor", "place": "place", "lang": "a.lang", "src": "a.outlet"}

#: columns of which few facts have any one value: their index is quicker than going through the facts in order
_RARE = {"actor": "parties", "place": "events"}


def _one_of(column: str, values: Iterable[str]) -> Where:
    given = tuple(dict.fromkeys(values))
    clause = f"{column} IN ({', '.join('?' * len(given))})"
    table = _RARE.get(column)
    return Where(f"f.id IN (SELECT finding FROM {table} WHERE {clause})" if table else clause, given)


def _any_of(conditions: Iterable[Where]) -> Where:
    some = [one for one in conditions if one.clause]
    clause = " OR ".join(f"({one.clause})" for one in some)
    return Where(f"({clause})" if len(some) > 1 else clause, _values(some))


def _values(conditions: Iterable[Where]) -> tuple[str, ...]:
    return tuple(value for one in conditions for value in one.values)


def words(asked: str) -> Where:
    """Facts whose words FTS5 finds for ``asked``; none where that is empty."""
    if not asked:
        return Where("0")
    return Where("f.id IN (SELECT rowid FROM findings_words WHERE findings_words MATCH ?)", (asked,))


def of_type(*values: str) -> Where:
    """Events of one of those PLOVER types, or facts of one of those kinds."""
    kinds = [value for value in values if value in KINDS_OF_FACT]
    types = [value for value in values if value not in KINDS_OF_FACT]
    return _any_of(_one_of(column, given) for column, given in (("f.kind", kinds), ("e.type", types)) if given)


def on(date: str) -> Where:
    """Facts whose date lies in that year, month or day."""
    return Where("(f.date IS NULL) = 0 AND f.date BETWEEN ? AND ?", (date, _last(date)))


def since(date: str) -> Where:
    """Facts whose date may be that day, month or year or a later one: a month that holds the day may."""
    around = [date[:length] for length in (4, 7) if length < len(date)]
    if not around:
        return Where("(f.date IS NULL) = 0 AND f.date >= ?", (date,))
    marks = ", ".join("?" * len(around))
    clause = f"(f.date IS NULL) = 0 AND f.date >= ? AND (f.date >= ? OR f.date IN ({marks}))"
    return Where(clause, (date[:4], date, *around))


def until(date: str) -> Where:
    """Facts whose date may be that day, month or year or an earlier one."""
    return Where("(f.date IS NULL) = 0 AND f.date <= ?", (_last(date),))


def _last(date: str) -> str:
    """No date in that year, month or day comes after this one."""
    return date + "-99-99"[: 10 - len(date)]


#: by the length of a date
_CLOSE = {
    "day": Where("length(f.date) = 10"), "month": Where("length(f.date) = 7"), "year": Where("length(f.date) = 4"),
    "no": Where("f.date IS NULL"),
}  # fmt: skip

_DATED: dict[str, Callable[[str], Where]] = {"on": on, "since": since, "until": until}
