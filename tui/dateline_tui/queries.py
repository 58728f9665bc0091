"""What the reading thread is asked: functions from a connection to the message that answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from dateline.actors.letters import LONGEST_NAME
from dateline.actors.search import Scope, search
from dateline.db import read, settling
from dateline.db.ask import asked, completed, stored_values
from dateline.db.atlas import atlas
from dateline.db.rows import ArticleRow, Fact
from dateline.errors import InputError
from dateline.export.words import fact_line
from dateline.query import QueryError, Where, parse
from dateline.query.fields import FIELDS, KINDS_OF_FACT
from dateline.query.sql import all_of
from dateline.query.tokens import scan
from dateline.text.fold import fold
from dateline_tui.find import next_row
from dateline_tui.listing import LAST, PAGE
from dateline_tui.messages import (
    Completed,
    CountsRead,
    Explained,
    FilterRead,
    FiltersRead,
    NamesRead,
    RowFound,
    RowsRead,
    StoreSeen,
    ValuesRead,
)
from dateline_tui.panes.lists import Found
from dateline_tui.reads import Request
from dateline_tui.state import Shown, State

HITS = 30  # actors that a search shows
NEAR = 2_000  # actors, the most often named, among whom the nearest to a vain search are looked for
SPELLINGS = 1_000  # rows of an actor's spellings that are shown


def counts() -> Request:
    """How much the store holds."""
    return _counts


def _counts(connection: sqlite3.Connection) -> CountsRead:
    connection.execute("BEGIN")  # the version and the counts are those of one moment
    try:
        return CountsRead(**read.totals(connection), version=_version(connection))
    finally:
        connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def seen(before: CountsRead) -> Request:
    """The store as it is now; what was read before where nothing has changed."""
    return lambda connection: StoreSeen(before if _version(connection) == before.version else _counts(connection))


def actors(
    question: int,
    searched: tuple[str, Scope],
    offset: int = 0,
    limit: int = PAGE,
    *,
    around: Sequence[str] = (),
    surely: bool = False,
) -> Request:
    """A window of all actors, or whom the query names; around the first of some that is among them, who where
    ``surely`` is listed whether or not the query names him."""
    query, scope = searched
    if query.strip():
        return partial(_found, question, query, scope, around, surely)
    return partial(_actors_around, question, around) if around else partial(_actors, question, offset, limit)


def _actors(question: int, offset: int, limit: int, connection: sqlite3.Connection) -> RowsRead:
    rows = tuple(Found(row) for row in read.actors(connection, offset=offset, limit=limit))
    return RowsRead("actors", question, offset, rows, read.count_actors(connection))


def _actors_around(question: int, around: Sequence[str], connection: sqlite3.Connection) -> RowsRead:
    places = ((read.actor_position(connection, actor), actor) for actor in _shown(connection, around))
    at, actor = next((place for place in places if place[0] is not None), (None, ""))
    if at is None:
        return _actors(question, 0, PAGE, connection)
    offset = max(at - PAGE // 2, 0)
    window = _actors(question, offset, PAGE, connection)
    found = (i for i, row in enumerate(window.rows, offset) if row.actor.id == actor)
    return replace(window, at=next(found, at))


def _shown(connection: sqlite3.Connection, actors: Iterable[str]) -> Iterator[str]:
    """The actors that these are shown as: one that was merged away is looked at under the other's name."""
    return (settling.shown(connection, actor) for actor in actors)


def _found(
    question: int, query: str, scope: Scope, around: Sequence[str], surely: bool, connection: sqlite3.Connection
) -> RowsRead:
    hits = {hit.actor: hit for hit in search(connection, query, HITS, scope=scope)}
    rows = [Found(row, hits[row.id]) for row in read.actors_of(connection, list(hits))]
    why = "" if rows else _nearest(connection, query)
    wanted = read.actors_of(connection, list(_shown(connection, around)))[:1]
    if surely and wanted and wanted[0].id not in hits:
        rows.insert(0, Found(wanted[0]))
    at = next((i for i, row in enumerate(rows) if wanted and row.actor.id == wanted[0].id), None)
    return RowsRead("actors", question, 0, tuple(rows), len(rows), at=at, why=why)


def _nearest(connection: sqlite3.Connection, query: str) -> str:
    """A sentence with the names spelt most like a query that found nobody; empty where none is near."""
    from rapidfuzz import fuzz, process

    known = [row.name for row in read.actors(connection, limit=NEAR)]
    found = process.extract(query[:LONGEST_NAME], known, scorer=fuzz.WRatio, processor=fold, limit=3, score_cutoff=50)
    return f"Nearest: {', '.join(name for name, _score, _at in found)}." if found else ""


def articles(
    question: int, offset: int = 0, limit: int = PAGE, *, article: str | None = None, row: int | None = None
) -> Request:
    """A window of the articles; around one ``article``, a hash, where the store has it, else around a ``row``."""
    return partial(_articles, question, offset, limit, article, row)


def _articles(
    question: int, offset: int, limit: int, article: str | None, row: int | None, connection: sqlite3.Connection
) -> RowsRead:
    total = read.count_articles(connection)
    at = None if article is None else read.article_position(connection, article)
    if at is None and row is not None:
        at = max(min(row, total - 1), 0)
    if at is not None:
        offset = max(at - PAGE // 2, 0)
    listed = tuple(read.articles(connection, offset=offset, limit=limit))
    return RowsRead("articles", question, offset, listed, total, at=at)


def facts(
    question: int, shown: Shown, offset: int = 0, limit: int = PAGE, *, fact: str | None = None, row: int | None = None
) -> Request:
    """A window of what the middle pane lists: in order of time, an article's in the order of its text.

    Around one ``fact``, an id, where that is among them, else around a ``row``, where one is asked for.
    """
    return partial(_facts, question, shown, offset, limit, fact, row)


def condition(connection: sqlite3.Connection, shown: Shown) -> Where:
    """What a fact must meet beside its subject; QueryError where the store has no such actor, place, outlet."""
    asked_for = asked(connection, parse(shown.filter)) if shown.filter else read.EVERYTHING
    return all_of((asked_for, read.UNMARKED)) if shown.only_sure else asked_for


def _facts(
    question: int,
    shown: Shown,
    offset: int,
    limit: int,
    fact: str | None,
    row: int | None,
    connection: sqlite3.Connection,
) -> RowsRead:
    subject = shown.subject
    if subject is None:
        return RowsRead("facts", question, 0, (), 0)
    wanted = condition(connection, shown)
    if subject.kind == "article":
        told = read.facts(connection, article=subject.id, query=wanted)
        rows = sorted(told, key=lambda fact: (fact.start, fact.end))
        at = next((i for i, other in enumerate(rows) if other.id == fact), row)
        return RowsRead("facts", question, 0, tuple(rows), len(rows), at=at)
    actor = settling.shown(connection, subject.id) if subject.kind == "actor" else None
    at = None if fact is None else read.position_of(connection, fact, actor=actor, query=wanted)
    if at is None and row is not None:
        at = _from_start(connection, row, actor, wanted)
    if at is not None:
        offset = max(at - PAGE // 2, 0)
    found = read.window(connection, actor=actor, query=wanted, offset=offset, limit=limit)
    why = "" if found.total or not shown.filter else _in_the_way(connection, shown.filter, actor)
    return RowsRead("facts", question, found.offset, tuple(found.facts), found.total, found.more, at, why)


def _from_start(connection: sqlite3.Connection, row: int, actor: str | None, wanted: Where) -> int:
    """A row's number where it is counted from the end of a list of which nobody knew the length."""
    return row if row <= LAST // 2 else read.count_facts(connection, actor=actor, query=wanted) - (LAST - row)


def _in_the_way(connection: sqlite3.Connection, filter: str, actor: str | None) -> str:
    """Which word of a filter that leaves nothing excludes most."""
    words = [filter[word.start : word.end] for word in scan(filter)]
    if len(words) < 2:
        return ""
    without = []
    for at, word in enumerate(words):
        rest = parse(" ".join(words[:at] + words[at + 1 :]))
        left = read.window(connection, actor=actor, query=asked(connection, rest), limit=1)
        without.append((left.total, left.more, word))
    most, more, word = max(without)
    return f"Without {word} there are {most:,}{'+' * more}." if most else "No single word of it is to blame."


def row_with(state: State, question: int, words: str, at: int, by: int) -> Request:
    """The ``by``-th row after ``at`` of the list that has the keys in which the words stand."""
    return partial(_row_with, state, question, words, at, by)


def _row_with(state: State, question: int, words: str, at: int, by: int, connection: sqlite3.Connection) -> RowFound:
    pane = state.pane

    def texts(offset: int, limit: int) -> list[str]:
        return [_text_of(row) for row in window(offset, limit).rows]

    def window(offset: int, limit: int) -> RowsRead:
        if pane == "actors":
            return actors(question, state.searched, offset, limit)(connection)  # type: ignore[return-value]
        if pane == "articles":
            return _articles(question, offset, limit, None, None, connection)
        return _facts(question, state.shown, offset, limit, None, None, connection)

    total = window(0, 1).total
    if pane == "facts" and state.subject is not None and state.subject.kind != "article":
        subject = state.subject
        actor = settling.shown(connection, subject.id) if subject.kind == "actor" else None
        wanted = condition(connection, state.shown)
        total = read.count_facts(connection, actor=actor, query=wanted)
        at = _from_start(connection, at, actor, wanted)
    found, passed = next_row(texts, total, at, by, words)
    return RowFound(pane, question, found, passed)


def _text_of(row: Found | ArticleRow | Fact) -> str:
    """What can be found in a row: what it shows, and of a fact its own words too."""
    if isinstance(row, Found):
        return " ".join([row.actor.name, *(form.spelling for form in row.actor.forms)])
    return row.title if isinstance(row, ArticleRow) else f"{fact_line(row)} {row.text}"


def checked_filter(filter: str) -> Request:
    """What the store makes of a filter."""
    return partial(_checked_filter, filter)


def _checked_filter(filter: str, connection: sqlite3.Connection) -> FilterRead:
    told: list[str] = []
    try:
        if filter:
            asked(connection, parse(filter), told.append)
    except QueryError as error:
        return FilterRead(filter, error=error)
    return FilterRead(filter, tuple(told))


def completion(text: str, cursor: int) -> Request:
    """What may stand at the cursor of a filter."""
    return lambda connection: Completed(text, completed(connection, text, cursor))


def values(line: int, field: str, typed: str) -> Request:
    """Values of a fact's field that begin as typed, of what the store and the language of facts know."""
    return partial(_values, line, field, typed)


def _values(line: int, field: str, typed: str, connection: sqlite3.Connection) -> ValuesRead:
    if field in ("source", "target", "speaker", "person"):
        found: Iterable[str] = (hit.name for hit in search(connection, typed, HITS)) if typed else ()
    elif field == "place":
        found = (place for place in stored_values(connection, "place") if fold(place).startswith(fold(typed)))
    else:
        known = FIELDS[field].known if field in FIELDS else ()
        found = (
            value for value in known if value.casefold().startswith(typed.casefold()) and value not in KINDS_OF_FACT
        )
    return ValuesRead(line, typed, tuple(islice(found, HITS)))


def filters() -> Request:
    """The filters that have names."""
    return lambda connection: FiltersRead(tuple(read.filters(connection)))


def explanation(fact: Fact) -> Request:
    """How a fact came about: its article is read again."""
    return partial(_explained, fact)


def _explained(fact: Fact, connection: sqlite3.Connection) -> Explained:
    from dateline.export.explain import explained  # loads the extractor

    if read.article(connection, fact.article) is None:
        raise InputError("The article of this fact was removed by another program: nothing is left to explain it by.")
    return Explained(tuple(explained(connection, fact)))


def names(actor: str) -> Request:
    """Every spelling of an actor, and how those of other scripts read in Latin letters."""
    return partial(_names, actor)


def _names(actor: str, connection: sqlite3.Connection) -> NamesRead:
    from dateline.text.romanise import read_in_latin  # no start should wait for its tables

    actor = settling.shown(connection, actor)
    row = read.actor(connection, actor)
    if row is None:
        raise InputError("This actor was taken away by another program: nothing is left to show of it.")
    found = atlas(connection, actor, limit=SPELLINGS + 1)
    read_so = read_in_latin({one.spelling: one.lang for one in reversed(found)})
    return NamesRead(row.name, tuple(found[:SPELLINGS]), read_so, len(found) > SPELLINGS)
