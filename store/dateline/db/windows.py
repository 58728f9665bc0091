"""Which facts stand in a window of a list, in order of time, without going through the list.

Three ways lead to them. Few facts are gathered and put in order. An actor's facts are read off ``appearances``, all
others off ``findings_in_time``; both are in order already, and each row is tested until the window is full. From the
second half a list is read backwards. What a count may cost is bounded in steps of SQLite's own machine.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.query.sql import Value, Where

FEW = 2_000  # facts that are gathered and put in order
SOME = 20_000  # facts of which a set is made before a row is tested; more are looked up one by one
STEPS = 400_000  # of SQLite's machine until another way is tried: a few milliseconds
AT_LEAST = 1_000  # how far a list is counted whose end is too far off

#: facts that nobody has rejected
STANDING = Where("NOT f.rejected")
#: facts that no "?" stands before: roles are never marked
UNMARKED = Where("(f.sure OR f.kind = 'role')")

_IN_TIME = ("f.date IS NULL", "f.date", "f.article", "f.start", "f.id")
_ALONG = ("p.undated", "p.date", "p.article", "p.start", "p.finding")
#: what columns of ``findings`` are called in ``appearances``; only facts that stand are there
_THERE = {
    STANDING.clause: "",
    UNMARKED.clause: "NOT p.unsure",
    "(f.date IS NULL)": "p.undated",
    "f.date": "p.date",
    "f.article": "p.article",
    "f.start": "p.start",
    "f.id": "p.finding",
}
_WORDS = "findings_words MATCH"


@dataclass(frozen=True, slots=True)
class Walk:
    """Rows to go through in ``order``, whose last column is the fact, and what is tested of each."""

    table: str
    order: tuple[str, ...]
    tests: tuple[Where, ...]
    gathered: bool = False  # few rows, to be put in order

    @property
    def rows(self) -> str:
        """FROM and WHERE."""
        tested = " AND ".join(f"({test.clause})" for test in self.tests if test.clause) or "1"
        tables, key, article = self.table, self.order[4], self.order[2]
        if self.order is _ALONG and re.search(r"\bf\.", tested):
            tables += f" CROSS JOIN findings f ON f.id = {key}"
        if re.search(r"\be\.", tested):
            tables += f" LEFT JOIN events e ON e.finding = {key}"
        if re.search(r"\ba\.", tested):
            tables += f" CROSS JOIN stored_articles a ON a.id = {article}"
        # the plus keeps SQLite from going through the facts by another index, out of their order
        return f" FROM {tables} WHERE " + re.sub(r"\b([ea]\.)", r"+\1", tested)

    @property
    def values(self) -> list[Value]:
        return [value for test in self.tests if test.clause for value in test.values]

    def keys(self, reverse: bool) -> str:
        """Selects the ids of its facts in order, to be given a limit and an offset."""
        order = ", ".join(f"{column} DESC" if reverse else column for column in self.order)
        return f"SELECT {self.order[4]}{self.rows} ORDER BY {order} LIMIT ? OFFSET ?"

    def and_also(self, *tests: Where) -> Walk:
        return replace(self, tests=(*self.tests, *tests))


def walk(connection: sqlite3.Connection, wanted: Where, *, sets: bool = False) -> Walk:
    """The cheapest way through the facts that meet the condition; with ``sets`` the surest, should that take long."""
    terms = _one_match(wanted.terms)
    sizes = {term: _size(connection, term) for term in terms if term.found}
    actors = [term for term in terms if term.actor is not None]
    actor = min(actors, key=sizes.__getitem__, default=None)
    others = [term for term in sizes if term.actor is None]
    least = min(others, key=lambda term: (not term.few, sizes[term]), default=None)
    if least is not None and (least.few or sizes[least] <= min(FEW, sizes.get(actor, FEW) if actor else FEW)):
        rest = [term for term in terms if term is not least]
        return Walk("findings f NOT INDEXED", _IN_TIME, (least.among, *rest), gathered=True)
    tests = [term.among if sets or sizes.get(term, SOME + 1) <= SOME else term for term in terms if term is not actor]
    if actor is None:
        return Walk("findings f INDEXED BY findings_in_time", _IN_TIME, tuple(tests))
    lead = Where("p.actor = ?", actor.values)
    return Walk("appearances p", _ALONG, (lead, *map(_there, tests)))


def _one_match(terms: tuple[Where, ...]) -> tuple[Where, ...]:
    """All words as one question to the index of words, which is quicker at finding facts that have them all."""
    words = [term for term in terms if _WORDS in term.found]
    if len(words) < 2:
        return terms
    asked = replace(words[0], values=(" ".join(str(value) for term in words for value in term.values),))
    return (asked, *(term for term in terms if term not in words))


def _size(connection: sqlite3.Connection, term: Where) -> int:
    """How many facts an index finds for the term, counted to a little more than some."""
    if term.few:
        return 0
    if term.actor is not None:
        row = connection.execute("SELECT facts FROM stored_actors WHERE id = ?", term.values).fetchone()
        return int(row[0]) if row else 0
    for most in (FEW, SOME):
        query = f"SELECT count(*) FROM (SELECT 1 FROM ({term.found}) LIMIT {most + 1})"
        found = int(connection.execute(query, term.values).fetchone()[0])
        if found <= most:
            break
    return found


def _there(term: Where) -> Where:
    """The term as a test of a row of ``appearances``."""
    clause = term.clause
    for here, there in _THERE.items():
        clause = there if clause == here else clause.replace(here, there)
    return replace(term, clause=clause)


def keys(
    connection: sqlite3.Connection, wanted: Where, offset: int = 0, limit: int | None = None, *, reverse: bool = False
) -> Iterator[int]:
    """The facts of a window, in order; with ``reverse`` the last first, and ``offset`` counts from the end."""
    way = walk(connection, wanted)
    if limit is None:
        return _first(connection.execute(way.keys(reverse), [*way.values, -1, offset]))
    found = _within(connection, way.keys(reverse), [*way.values, limit, offset])
    if found is None:
        way = walk(connection, wanted, sets=True)
        found = connection.execute(way.keys(reverse), [*way.values, limit, offset]).fetchall()
    return _first(found)


def _first(rows: Iterator[tuple[int]] | list[tuple[int]]) -> Iterator[int]:
    return (key for (key,) in rows)


def count(connection: sqlite3.Connection, wanted: Where) -> int:
    """How many facts meet the condition, however long that takes."""
    known = _known(connection, wanted)
    if known is not None:
        return known
    return _rows(connection, walk(connection, wanted))


def _rows(connection: sqlite3.Connection, way: Walk) -> int:
    """How many there are on that way."""
    return int(connection.execute("SELECT count(*)" + way.rows, way.values).fetchone()[0])


def count_some(connection: sqlite3.Connection, wanted: Where, least: int = 0) -> tuple[int, bool]:
    """How many facts meet the condition, and whether there are more: a count that would take long ends early.

    ``least`` are known already; the count ends so much later.
    """
    known = _known(connection, wanted)
    if known is not None:
        return known, False
    way = walk(connection, wanted)
    found = _within(connection, "SELECT count(*)" + way.rows, way.values)
    if found is not None:
        return found[0][0], False
    most = least + AT_LEAST
    query = f"SELECT count(*) FROM (SELECT 1{_unordered(connection, wanted).rows} LIMIT {most + 1})"
    found = _within(connection, query, way.values)
    if found is None:
        return least, True
    return min(found[0][0], most), found[0][0] > most


def _unordered(connection: sqlite3.Connection, wanted: Where) -> Walk:
    """A way that yields its first facts soon, in any order: by the index that finds the fewest."""
    way = walk(connection, wanted)
    terms = [term for term in _one_match(wanted.terms) if term.found]
    if way.gathered or way.order is _ALONG or not terms:
        return way
    lead = min(terms, key=lambda term: _size(connection, term))
    found = f"(WITH found(key) AS ({lead.found}) SELECT DISTINCT key FROM found) found"
    rest = [term for term in _one_match(wanted.terms) if term is not lead]
    return Walk(f"{found} CROSS JOIN findings f ON f.id = found.key", _IN_TIME, (replace(lead, clause="1"), *rest))


def _known(connection: sqlite3.Connection, wanted: Where) -> int | None:
    """The number of facts where the store keeps it counted."""
    left = [term for term in wanted.terms if term != STANDING]
    if len(left) == len(wanted.terms) or len(left) > 1:
        return None
    if left and left[0].actor is not None:
        return _size(connection, left[0])
    told = dict(connection.execute("SELECT what, count FROM totals").fetchall())
    if not left:
        return int(told["facts"])
    return int(told["facts"] - told["unsure"]) if left[0] == UNMARKED else None


def position(connection: sqlite3.Connection, wanted: Where, fact: str) -> int | None:
    """How many facts come before that one among those that meet the condition; None where it is not among them."""
    way = walk(connection, wanted)
    ids = connection.execute("SELECT id FROM findings WHERE fact = ? ORDER BY id", (fact,)).fetchall()
    for (key,) in ids:
        if way.gathered:
            listed = [found for (found,) in connection.execute(way.keys(False), [*way.values, -1, 0])]
            if key in listed:
                return listed.index(key)
        elif connection.execute(
            "SELECT 1" + (here := way.and_also(_at(connection, way, key))).rows, here.values
        ).fetchone():
            return sum(_rows(connection, way.and_also(before)) for before in _before(connection, way, key))
    return None


def _place(connection: sqlite3.Connection, way: Walk, key: int) -> tuple[str | int | None, ...]:
    """Where a fact stands in the order."""
    undated, date, article, start = connection.execute(
        "SELECT date IS NULL, date, article, start FROM findings WHERE id = ?", (key,)
    ).fetchone()
    return undated, "" if undated and way.order is _ALONG else date, article, start, key


def _at(connection: sqlite3.Connection, way: Walk, key: int) -> Where:
    """That fact alone, off the index."""
    place = _place(connection, way, key)
    return Where(" AND ".join(f"({column}) IS ?" for column in way.order), place)


def _before(connection: sqlite3.Connection, way: Walk, key: int) -> list[Where]:
    """The facts before that one, in as many stretches of the index as it takes."""
    place = _place(connection, way, key)

    def less(columns: int) -> str:
        return f"({', '.join(way.order[-columns:])}) < ({', '.join('?' * columns)})"

    if way.order is _ALONG:
        return [Where(less(5), place)]
    if not place[0]:
        return [Where(f"(f.date IS NULL) = 0 AND {less(4)}", place[1:])]
    return [Where("(f.date IS NULL) = 0"), Where(f"(f.date IS NULL) = 1 AND f.date IS NULL AND {less(3)}", place[2:])]


def _within(connection: sqlite3.Connection, query: str, values: list[Value]) -> list[tuple[int]] | None:
    """The rows of a query; None where they take more than a bounded number of steps."""
    over = False

    def stop() -> bool:
        nonlocal over
        over = True
        return True

    connection.set_progress_handler(stop, STEPS)
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError:
        if not over:
            raise  # somebody else has interrupted it
        return None
    finally:
        connection.set_progress_handler(None, 0)
