"""Facts out of the store: filtered, in order of time, by page, with every name resolved.

Dated facts come first, in order of time; undated ones follow, article by article in the order of the text.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

from dateline.db.rows import Fact
from dateline.db.surnames import short_names
from dateline.db.windows import STANDING, Ways
from dateline.db.windows import UNMARKED as UNMARKED
from dateline.query import Where, sql
from dateline.query.fields import KINDS_OF_FACT
from dateline.query.parse import phrase

BATCH = 500  # facts whose parties are fetched with one query
EVERYTHING = Where()

_COLUMNS = """
SELECT f.id AS key, f.article AS article_key, f.fact AS id, f.kind, a.hash AS article, a.title, a.published, a.url,
       a.outlet, a.lang, f.start, f."end", f.words AS text, f.rule, f.sure, f.according_to, e.type, e.mode, f.date,
       e.date_text, e.place, e.status, e.duration_minutes, s.quote, s.verb, r.office, r."of",
       f.rejected, f.corrected, f.flagged, f.note
"""
_TABLES = """
FROM findings f JOIN stored_articles a ON a.id = f.article
LEFT JOIN events e ON e.finding = f.id LEFT JOIN statements s ON s.finding = f.id LEFT JOIN roles r ON r.finding = f.id
"""


def word_query(text: str) -> str:
    """What FTS5 is asked for words a user typed: every word quoted, so that none is read as an operator.

    Empty where the text has no letter and no digit: then nothing can be found.
    """
    text = text.encode("utf-8", "replace").decode()  # SQLite takes no half of a character
    return " ".join(filter(None, map(phrase, text.split())))


def wanted(
    *,
    actor: str | None = None,
    article: str | None = None,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    sure: bool = False,
    query: Where = EVERYTHING,
) -> Where:
    """The condition of a filter, as :func:`iterate_facts` takes it.

    Undated facts lie neither since nor until any day; rejected ones must be asked for."""
    conditions = [query] if "f.rejected" in query.clause else [query, STANDING]
    if actor is not None:
        conditions.append(sql.of_actors(actor))
    if article is not None:
        conditions.append(sql.of_article(article))
    if type is not None:
        conditions.append(sql.of_type(type.lower() if type.lower() in KINDS_OF_FACT else type.upper()))
    if since is not None:
        conditions.append(sql.since(since))
    if until is not None:
        conditions.append(sql.until(until))
    if text is not None:
        conditions.append(sql.words(word_query(text)))
    if sure:
        conditions.append(Where("f.sure"))
    return sql.all_of(conditions)


def iterate_facts(
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    article: str | None = None,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    sure: bool = False,
    query: Where = EVERYTHING,
    offset: int = 0,
    limit: int | None = None,
) -> Iterator[Fact]:
    """Facts one after another in constant memory.

    ``actor`` is an id, ``article`` a whole hash, ``type`` a PLOVER type or "event", "statement", "role"; ``since`` and
    ``until`` are days, months or years and inclusive; ``text`` is words that must stand in the fact's own words;
    ``query`` is what :func:`dateline.db.ask.asked` makes of a query.
    """
    asked = wanted(actor=actor, article=article, type=type, since=since, until=until, text=text, sure=sure, query=query)
    # keys alone are put in order: sorting whole rows, or leaving out many of them, would read every word
    keys = Ways(connection, asked).keys(offset, limit)
    while page := list(islice(keys, BATCH)):
        yield from _facts(connection, page)


def facts(
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    article: str | None = None,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    sure: bool = False,
    query: Where = EVERYTHING,
    offset: int = 0,
    limit: int | None = None,
) -> list[Fact]:
    """One page of facts; the filters are those of :func:`iterate_facts`."""
    chosen = {"actor": actor, "article": article, "type": type, "since": since, "until": until, "text": text}
    return list(iterate_facts(connection, **chosen, sure=sure, query=query, offset=offset, limit=limit))


def count_facts(
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    article: str | None = None,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    sure: bool = False,
    query: Where = EVERYTHING,
) -> int:
    """How many facts the same filters leave."""
    asked = wanted(actor=actor, article=article, type=type, since=since, until=until, text=text, sure=sure, query=query)
    return Ways(connection, asked).count()


class Window(NamedTuple):
    """Facts that follow one another in a list from ``offset`` on; a negative one counts from an end that is far off.

    ``total`` counts the whole list; with ``more`` the list is longer, but counting it would take too long.
    """

    facts: list[Fact]
    offset: int
    total: int
    more: bool


def window(
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    article: str | None = None,
    sure: bool = False,
    query: Where = EVERYTHING,
    offset: int = 0,
    limit: int,
) -> Window:
    """A window of a list as :func:`facts` has it, with its total; about as quick whatever the length of the list.

    A negative ``offset`` counts from the end: -1 is the last fact.
    """
    asked = wanted(actor=actor, article=article, sure=sure, query=query)
    limit = min(limit, -offset) if offset < 0 else limit
    with one_state(connection):
        ways = Ways(connection, asked)
        total, more = ways.count_some(max(offset, -offset))
        if not more:
            offset = max(offset + total, 0) if offset < 0 else offset
            limit = max(min(limit, total - offset), 0)
        ahead = -offset - limit if more else total - offset - limit  # facts between the window and the end
        backwards = ahead >= 0 and (offset < 0 or (not more and ahead < offset))
        skipped = ahead if backwards else max(offset, 0)
        keys = list(ways.keys(skipped, limit, reverse=backwards))
        if more and len(keys) < limit:  # the list ends here after all
            more, total = False, skipped + len(keys) if keys and not backwards else ways.count()
            if backwards or not keys:
                offset, backwards = max(offset + total, 0) if offset < 0 else offset, False
                keys = list(ways.keys(offset, limit))
        told = _facts(connection, keys[::-1] if backwards else keys)
        return Window(told, offset, max(total, skipped + len(keys)) if more else total, more)


def position_of(
    connection: sqlite3.Connection,
    fact: str,
    *,
    actor: str | None = None,
    article: str | None = None,
    sure: bool = False,
    query: Where = EVERYTHING,
) -> int | None:
    """How many facts stand before that one in the list of the same filters; None where it is not in the list."""
    asked = wanted(actor=actor, article=article, sure=sure, query=query)
    with one_state(connection):
        return Ways(connection, asked).position(fact)


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one state of the store, whatever other processes write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _facts(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Fact]:
    """The facts of these rows, in the same order."""
    return [fact for at in range(0, len(keys), BATCH) for fact in _batch(connection, keys[at : at + BATCH])]


def _batch(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Fact]:
    rows = named_rows(connection, f"{_COLUMNS}{_TABLES} WHERE f.id IN ({', '.join('?' * len(keys))})", keys).fetchall()
    place = {key: at for at, key in enumerate(keys)}
    return _resolved(connection, sorted(rows, key=lambda row: place[row["key"]]))


def facts_by_id(connection: sqlite3.Connection, fact: str) -> list[Fact]:
    """The facts whose id starts so: one for a whole id, several where a shortened one is not enough."""
    last = fact + "\U0010ffff"
    query = _COLUMNS + _TABLES + " WHERE f.fact >= ? AND f.fact <= ? ORDER BY f.article, f.start"
    return _resolved(connection, named_rows(connection, query, (fact, last)).fetchall())


def named_rows(connection: sqlite3.Connection, query: str, values: Sequence[Any]) -> sqlite3.Cursor:
    """A cursor whose rows know their columns by name."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(query, values)


def _resolved(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> list[Fact]:
    """Facts of joined rows, with their parties, tellings and the short names of their articles."""
    keys = [row["key"] for row in rows]
    parties = grouped(
        connection,
        "SELECT p.finding, p.part, a.id, a.name, p.inferred FROM parties p LEFT JOIN shown_as s ON s.local = p.actor "
        "JOIN stored_actors a ON a.id = coalesce(s.actor, p.actor) "
        "WHERE p.finding IN ({}) ORDER BY p.finding, p.part, p.position",
        keys,
    )
    tellings = grouped(
        connection,
        'SELECT finding, start, "end" FROM tellings WHERE finding IN ({}) ORDER BY finding, position',
        keys,
    )
    people = grouped(
        connection,
        "SELECT DISTINCT m.article, a.name FROM mentions m LEFT JOIN shown_as s ON s.local = m.actor "
        "JOIN stored_actors a ON a.id = coalesce(s.actor, m.actor) "
        "WHERE a.kind = 'person' AND m.article IN ({}) ORDER BY 1, 2",
        sorted({row["article_key"] for row in rows}),
    )
    short = {at: short_names(name for (name,) in named) for at, named in people.items()}
    return [_fact(row, parties[row["key"]], tellings[row["key"]], short.get(row["article_key"], {})) for row in rows]


def grouped(
    connection: sqlite3.Connection, query: str, keys: Sequence[int | str]
) -> defaultdict[int | str, list[tuple[Any, ...]]]:
    """Rows of ``query`` for ``keys`` by their first column, without it."""
    found: defaultdict[int | str, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *row in connection.execute(query.format(", ".join("?" * len(keys))), keys):
        found[key].append(tuple(row))
    return found


#: columns that a Fact takes as they are
_PLAIN = (
    *("id", "kind", "article", "title", "published", "url", "outlet", "lang", "start", "end", "text", "rule", "type"),
    *("mode", "date", "date_text", "place", "status", "duration_minutes", "quote", "verb", "office", "of"),
    "note",
)


def _fact(
    row: sqlite3.Row, parties: list[tuple[Any, ...]], tellings: list[tuple[Any, ...]], short: dict[str, str]
) -> Fact:
    """One fact; ``parties`` are (part, actor, name, inferred), ``tellings`` (start, end)."""

    def named(wanted: str) -> tuple[str, ...]:
        # two who turned out to be one are one party
        return tuple({actor: name for part, actor, name, _ in parties if part == wanted}.values())

    plain: dict[str, Any] = {column: row[column] for column in _PLAIN}
    return Fact(
        **plain,
        sure=bool(row["sure"]),
        rejected=bool(row["rejected"]),
        corrected=bool(row["corrected"]),
        flagged=bool(row["flagged"]),
        according_to=tuple(json.loads(row["according_to"])),
        source=named("source"),
        target=named("target"),
        inferred=tuple(dict.fromkeys(name for _, _, name, inferred in parties if inferred)),
        spans=tuple((start, end) for start, end in tellings),
        speaker=next(iter(named("speaker")), None),
        person=next(iter(named("holder")), None),
        actors=tuple(dict.fromkeys(actor for _, actor, _, _ in parties)),
        short=short,
    )
