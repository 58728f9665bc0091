"""A query as a condition of SQL, over ``findings f``, ``events e`` and ``articles a``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.query.fields import KINDS_OF_FACT
from dateline.query.parse import Query, Term, phrase
from dateline.query.tokens import Part

#: what a value of actor, place, lang or src is called in the store: ids, places, codes, outlets
Lookup = Callable[[str, Part], Sequence[str]]

#: what may stand for a question mark
Value = str | int | None


@dataclass(frozen=True, slots=True)
class Where:
    """A condition and the values of its question marks; an empty one holds for every fact.

    ``found`` selects the ids of the facts that meet it off an index, with the same values; empty where none serves.
    ``within`` tests the same against a smaller set than of these ids.
    ``actor`` is set where it asks for the facts of that one actor and no more; ``few`` where they are never too many to
    be put in order. ``parts`` are the conditions that it is made of where all of them must hold.
    """

    clause: str = ""
    values: tuple[Value, ...] = ()
    found: str = ""
    within: str = ""
    actor: str | None = None
    few: bool = False
    parts: tuple[Where, ...] = ()

    @property
    def terms(self) -> tuple[Where, ...]:
        """The conditions that must all hold: its parts, or itself."""
        return self.parts or ((self,) if self.clause else ())

    @property
    def among(self) -> Where:
        """The same as a set that is made before the first fact is tested, where an index finds its members."""
        return replace(self, clause=self.within or f"f.id IN ({self.found})") if self.found else self


def where(query: Query, lookup: Lookup) -> Where:
    """The condition that facts meet which the query asks for; QueryError where ``lookup`` knows no such value."""
    return all_of(_condition(term, lookup) for term in query.terms)


def all_of(conditions: Iterable[Where]) -> Where:
    """The condition that holds where all of them do."""
    terms = tuple(term for one in conditions for term in one.terms)
    if len(terms) == 1:
        return terms[0]
    return Where(" AND ".join(term.clause for term in terms), _values(terms), parts=terms)


def _condition(term: Term, lookup: Lookup) -> Where:
    found = _of_field(term, lookup)
    if term.negated and term.field in _DECIDED:
        return Where(f"NOT {found.clause}")  # an index knows the facts that are not rejected by these words
    if term.negated and term.field == "unread":
        return _of_articles("a.read", ())
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
            inferred = "SELECT {} FROM parties WHERE {}inferred"
            return Where(f"EXISTS ({inferred.format(1, 'finding = f.id AND ')})", (), inferred.format("finding", ""))
        case "rejected" | "corrected" | "flagged":
            return Where(f"f.{term.field}", (), f"SELECT id FROM findings WHERE {term.field}", few=True)
        case "noted":
            return Where("f.note IS NOT NULL", (), "SELECT id FROM findings WHERE note IS NOT NULL", few=True)
        case "unread":
            return Where("NOT a.read")
        case "type":
            return of_type(*values)
        case "on" | "since" | "until":
            dated = _any_of(_DATED[term.field](value) for value in values)
            return dated if len(values) == 1 else replace(dated, clause=f"(f.date IS NULL) = 0 AND {dated.clause}")
        case "dated":
            return _any_of(_CLOSE[value] for value in values)
        case "mode" | "status":
            return _one_of(f"e.{term.field}", values)
        case field:
            stored = [stored for value in term.values for stored in lookup(field, value)]
            return of_actors(*stored) if field == "actor" else _one_of(_LOOKED_UP[field], stored)


#: what a user decides about a fact, yes or no
_DECIDED = ("rejected", "corrected", "flagged")

#: what holds the values that the store has names of its own for
_LOOKED_UP = {"place": "e.place", "lang": "a.lang", "src": "a.outlet"}

#: columns by which an index finds events
_EVENTS = ("e.type", "e.place")


def _one_of(column: str, values: Iterable[str]) -> Where:
    given = tuple(dict.fromkeys(values))
    clause = f"{column} IN ({_marks(given)})"
    if column.startswith("a."):
        return _of_articles(clause, given)
    found = f"SELECT finding FROM events WHERE {clause.removeprefix('e.')}" if column in _EVENTS else ""
    return Where(clause, given, found)


def _of_articles(clause: str, values: tuple[str, ...]) -> Where:
    """Facts of articles that an index finds."""
    own = clause.removeprefix("a.")
    return Where(
        clause,
        values,
        f"SELECT told.id FROM stored_articles CROSS JOIN findings told ON article = stored_articles.id WHERE {own}",
        f"f.article IN (SELECT id FROM stored_articles WHERE {own})",
    )


def _rows(values: Sequence[str]) -> str:
    return ", ".join(["(?)"] * len(values))


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def of_actors(*actors: str) -> Where:
    """Facts in which one of these actors takes part, under any of the ids by which articles know it."""
    given = tuple(dict.fromkeys(actors))
    clause = f"actor IN (SELECT local FROM shown_as WHERE actor IN ({_marks(given)}) UNION ALL VALUES {_rows(given)})"
    return Where(
        f"EXISTS (SELECT 1 FROM parties WHERE finding = f.id AND {clause})",
        given * 2,
        f"SELECT finding FROM parties WHERE {clause}",
        actor=given[0] if len(given) == 1 else None,
    )


def _any_of(conditions: Iterable[Where]) -> Where:
    some = [one for one in conditions if one.clause]
    if len(some) == 1:
        return some[0]
    found = " UNION ".join(one.found for one in some) if all(one.found for one in some) else ""
    # the plus keeps SQLite from looking for each by itself and putting what it finds in order
    return Where(f"+({' OR '.join(f'({one.clause})' for one in some)})" if some else "", _values(some), found)


def _values(conditions: Iterable[Where]) -> tuple[Value, ...]:
    return tuple(value for one in conditions for value in one.values)


def words(asked: str) -> Where:
    """Facts whose words FTS5 finds for ``asked``; none where that is empty."""
    if not asked:
        return Where("0", (), "SELECT id FROM findings WHERE 0", few=True)
    return Where("0", (asked,), "SELECT rowid FROM findings_words WHERE findings_words MATCH ?").among


def of_type(*values: str) -> Where:
    """Events of one of those PLOVER types, or facts of one of those kinds."""
    kinds = [value for value in values if value in KINDS_OF_FACT]
    types = [value for value in values if value not in KINDS_OF_FACT]
    if not types and "event" not in kinds:
        # only events have dates: nobody needs to go through the dated facts
        kind = _one_of("f.kind", kinds)
        return Where(f"(f.date IS NULL) = 1 AND {kind.clause}", kind.values)
    return _any_of(_one_of(column, given) for column, given in (("f.kind", kinds), ("e.type", types)) if given)


def of_article(article_hash: str) -> Where:
    """The facts of one article."""
    of = "article = (SELECT id FROM stored_articles WHERE hash = ?)"
    return Where(f"f.{of}", (article_hash,), f"SELECT id FROM findings WHERE {of}", few=True)


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
    "no": Where("(f.date IS NULL) = 1"),
}  # fmt: skip

_DATED: dict[str, Callable[[str], Where]] = {"on": on, "since": since, "until": until}
