"""Which facts stand in a window of a list, in order of time, without going through the list.

Three ways lead to them. Few facts are gathered and put in order. An actor's facts are read off ``appearances``, all
others off ``findings_in_time``; both are in order already, and each row is tested until the window is full. From the
second half a list is read backwards. What a count may cost is bounded in steps of SQLite's own machine.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.query.sql import Value, Where

FEW = 2_000  # facts that are gathered and put in order
SOME = 50_000  # facts of which a set is made before a row is tested; more are looked up one by one
STEPS = 60_000  # of SQLite's machine until another way is tried: some milliseconds
AT_LEAST = 500  # how far a list is counted whose end is too far off

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
    "f.date IS NULL": "p.undated",
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
        # SQLite does not see that one of two is left, and would put all of them in order once more
        fixed = any(test.clause.startswith(f"({self.order[0]}) = ") for test in self.tests)
        order = ", ".join(f"{column} DESC" if reverse else column for column in self.order[fixed:])
        return f"SELECT {self.order[4]}{self.rows} ORDER BY {order} LIMIT ? OFFSET ?"

    def and_also(self, *tests: Where) -> Walk:
        return replace(self, tests=(*self.tests, *tests))


class Ways:
    """The ways through the facts of a store that meet a condition; what its terms find is counted once."""

    def __init__(self, connection: sqlite3.Connection, wanted: Where) -> None:
        self._connection = connection
        self.terms = _one_match(wanted.terms)
        self.sizes = {term: _size(connection, term) for term in self.terms if term.found}

    def in_order(self, *, sets: bool = False) -> Walk:
        """The cheapest way in order; with ``sets`` the surest, should that take long."""
        actor = min((term for term in self.sizes if term.actor), key=self.sizes.__getitem__, default=None)
        others = [term for term in self.sizes if not term.actor]
        least = min(others, key=lambda term: (not term.few, self.sizes[term]), default=None)
        most = min(FEW, self.sizes[actor]) if actor else FEW
        if least is not None and (least.few or self.sizes[least] <= most):
            rest = [term for term in self.terms if term is not least]
            return Walk("findings f NOT INDEXED", _IN_TIME, (_gathered(least), *rest), gathered=True)
        tests = [term.among if sets or self.sizes.get(term, SOME + 1) <= SOME else term for term in self.terms]
        if actor is None:
            return Walk("findings f INDEXED BY findings_in_time", _IN_TIME, tuple(tests))
        del tests[self.terms.index(actor)]
        return Walk("appearances p", _ALONG, (Where("p.actor = ?", (actor.actor or "",)), *map(_there, tests)))

    def soon(self) -> Walk:
        """A way that yields its first facts soon, in any order: by the index that finds the fewest."""
        way = self.in_order()
        if way.gathered or way.order is _ALONG or not self.sizes:
            return way
        lead = min(self.sizes, key=self.sizes.__getitem__)
        found = f"(WITH found(key) AS ({lead.found}) SELECT DISTINCT key FROM found) found"
        rest = [term for term in self.terms if term is not lead]
        return Walk(f"{found} CROSS JOIN findings f ON f.id = found.key", _IN_TIME, (replace(lead, clause="1"), *rest))

    def keys(self, offset: int = 0, limit: int | None = None, *, reverse: bool = False) -> Iterator[int]:
        """The facts of a window, in order; with ``reverse`` the last first, and ``offset`` counts from the end."""
        way = self.in_order()
        if limit is None:
            return _first(self._connection.execute(way.keys(reverse), [*way.values, -1, offset]))
        found = _within(self._connection, way.keys(reverse), [*way.values, limit, offset])
        if found is None:
            way = self.in_order(sets=True)
            found = self._connection.execute(way.keys(reverse), [*way.values, limit, offset]).fetchall()
        return _first(found)

    def count(self) -> int:
        """How many facts there are, however long that takes."""
        known = self._known()
        return _rows(self._connection, self.in_order(sets=True)) if known is None else known

    def count_some(self, least: int = 0) -> tuple[int, bool]:
        """How many facts there are, and whether there are more: a count that would take long ends early.

        ``least`` are known already; the count ends so much later.
        """
        known = self._known()
        if known is not None:
            return known, False
        way, most = self.soon(), least + AT_LEAST
        if way.gathered:
            return _rows(self._connection, way), False
        query = f"SELECT count(*) FROM (SELECT 1{way.rows} LIMIT {most + 1})"
        found = _within(self._connection, query, way.values, 2)
        if found is None:
            return least, True
        return min(found[0][0], most), found[0][0] > most

    def _known(self) -> int | None:
        """The number of facts where the store keeps it counted."""
        left = [term for term in self.terms if term != STANDING]
        if len(left) == len(self.terms) or len(left) > 1:
            return None
        if left and left[0].actor is not None:
            return self.sizes[left[0]]
        told = dict(self._connection.execute("SELECT what, count FROM totals").fetchall())
        if not left:
            return int(told["facts"])
        return int(told["facts"] - told["unsure"]) if left[0] == UNMARKED else None

    def position(self, fact: str) -> int | None:
        """How many facts come before the one of that id; None where it is not among them."""
        way = self.in_order()
        ids = self._connection.execute("SELECT id FROM findings WHERE fact = ? ORDER BY id", (fact,)).fetchall()
        for (key,) in ids:
            if way.gathered:
                listed = list(self.keys())
                if key in listed:
                    return listed.index(key)
                continue
            place = _place(self._connection, way, key)
            if _rows(self._connection, way.and_also(_at(way, place))):
                return sum(_rows(self._connection, way.and_also(before)) for before in _before(way, place))
        return None


def _gathered(term: Where) -> Where:
    """The term as what finds the facts."""
    return replace(term, clause=f"f.id IN ({term.found})")


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
        row = connection.execute("SELECT facts FROM stored_actors WHERE id = ?", (term.actor,)).fetchone()
        return int(row[0]) if row else 0
    for most in (FEW,) if term.within else (FEW, SOME):
        query = f"SELECT count(*) FROM (SELECT 1 FROM ({term.found}) LIMIT {most + 1})"
        found = int(connection.execute(query, term.values).fetchone()[0])
        if found <= most:
            return found
    return SOME + 1


def _there(term: Where) -> Where:
    """The term as a test of a row of ``appearances``."""
    clause = term.clause
    for here, there in _THERE.items():
        clause = there if clause == here else clause.replace(here, there)
    return replace(term, clause=clause)


def _first(rows: Iterable[tuple[int]]) -> Iterator[int]:
    return (key for (key,) in rows)


def _rows(connection: sqlite3.Connection, way: Walk) -> int:
    """How many there are on that way."""
    return int(connection.execute("SELECT count(*)" + way.rows, way.values).fetchone()[0])


def _place(connection: sqlite3.Connection, way: Walk, key: int) -> tuple[Value, ...]:
    """Where a fact stands in the order."""
    undated, date, article, start = connection.execute(
        "SELECT date IS NULL, date, article, start FROM findings WHERE id = ?", (key,)
    ).fetchone()
    return undated, "" if undated and way.order is _ALONG else date, article, start, key


def _at(way: Walk, place: tuple[Value, ...]) -> Where:
    """The fact at that place alone, off the index."""
    return Where(" AND ".join(f"({column}) IS ?" for column in way.order), place)


def _before(way: Walk, place: tuple[Value, ...]) -> list[Where]:
    """The facts before that place, in as many stretches of the index as it takes."""

    def less(columns: int) -> str:
        return f"({', '.join(way.order[-columns:])}) < ({', '.join('?' * columns)})"

    if way.order is _ALONG:
        return [Where(less(5), place)]
    if not place[0]:
        return [Where(f"(f.date IS NULL) = 0 AND {less(4)}", place[1:])]
    return [Where("(f.date IS NULL) = 0"), Where(f"(f.date IS NULL) = 1 AND f.date IS NULL AND {less(3)}", place[2:])]


def _within(connection: sqlite3.Connection, query: str, values: list[Value], share: int = 1) -> list[tuple[int]] | None:
    """The rows of a query; None where they take more than a share of STEPS."""
    over = False

    def stop() -> bool:
        nonlocal over
        over = True
        return True

    connection.set_progress_handler(stop, STEPS // share)
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError:
        if not over:
            raise  # somebody else has interrupted it
        return None
    finally:
        connection.set_progress_handler(None, 0)
