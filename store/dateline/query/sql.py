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
    return Where(" AND ".join(one.clause for one in some), tuple(value for one in some for value in one.values))


def _condition(term: Term, lookup: Lookup) -> Where:
    found = _any_of(_FLAGS[term.field] if term.field in _FLAGS else _one(term, value, lookup) for value in _each(term))
    # what is unknown, as the mode of a statement, is not of that mode
    return Where(f"({found.clause}) IS NOT TRUE", found.values) if term.negated else found


def _each(term: Term) -> Sequence[Part]:
    return term.values or (Part("", 0, 0),)


def _any_of(conditions: Iterable[Where]) -> Where:
    some = list(conditions)
    if len(some) == 1:
        return some[0]
    clause = " OR ".join(f"({one.clause})" for one in some)
    return Where(f"({clause})", tuple(value for one in some for value in one.values))


_FLAGS: dict[str | None, Where] = {
    "sure": Where("f.sure"),
    "inferred": Where("EXISTS (SELECT 1 FROM parties WHERE finding = f.id AND inferred)"),
}

#: fields whose values the store has names of its own for
_LOOKED_UP = {
    "actor": "f.id IN (SELECT finding FROM parties WHERE actor IN ({}))",
    "place": "e.place IN ({})",
    "lang": "a.lang IN ({})",
    "src": "a.outlet IN ({})",
}


def _one(term: Term, value: Part, lookup: Lookup) -> Where:
    if term.field is None:
        return words(phrase(value.text))
    if term.field in _LOOKED_UP:
        found = tuple(lookup(term.field, value))
        return Where(_LOOKED_UP[term.field].format(", ".join("?" * len(found))), found)
    return _PLAIN[term.field](value.text)


def words(asked: str) -> Where:
    """Facts whose words FTS5 finds for ``asked``; none where that is empty."""
    if not asked:
        return Where("0")
    return Where("f.id IN (SELECT rowid FROM findings_words WHERE findings_words MATCH ?)", (asked,))


def of_type(value: str) -> Where:
    """Events of that PLOVER type, or facts of that kind."""
    return Where("f.kind = ?", (value,)) if value in KINDS_OF_FACT else Where("e.type = ?", (value,))


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


_PLAIN: dict[str, Callable[[str], Where]] = {
    "type": of_type,
    "mode": lambda value: Where("e.mode = ?", (value,)),
    "status": lambda value: Where("e.status = ?", (value,)),
    "on": on,
    "since": since,
    "until": until,
}
