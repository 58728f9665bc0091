"""What the reading thread is asked: functions from a connection to the message that answers."""

from __future__ import annotations

import sqlite3
from functools import partial

from dateline.actors.search import search
from dateline.db import read
from dateline.db.rows import Fact
from dateline.model import Mention
from dateline_tui.draw.article import Page
from dateline_tui.draw.lists import article_data
from dateline_tui.listing import PAGE
from dateline_tui.messages import CountsRead, Explained, PageRead, RowsRead
from dateline_tui.panes.lists import Found
from dateline_tui.reads import Request
from dateline_tui.state import Subject

HITS = 30  # actors that a search shows


def counts() -> Request:
    """How much the store holds."""
    return _counts


def _counts(connection: sqlite3.Connection) -> CountsRead:
    return CountsRead(**read.totals(connection))


def actors(question: int, query: str, offset: int = 0, limit: int = PAGE) -> Request:
    """A window of all actors, or whom the query names."""
    if query.strip():
        return partial(_found, question, query)
    return partial(_actors, question, offset, limit)


def _actors(question: int, offset: int, limit: int, connection: sqlite3.Connection) -> RowsRead:
    rows = tuple(Found(row) for row in read.actors(connection, offset=offset, limit=limit))
    return RowsRead("actors", question, offset, rows, read.count_actors(connection))


def _found(question: int, query: str, connection: sqlite3.Connection) -> RowsRead:
    hits = {hit.actor: hit for hit in search(connection, query, HITS)}
    rows = [Found(row, hits[row.id]) for row in read.actors_of(connection, list(hits))]
    return RowsRead("actors", question, 0, tuple(rows), len(rows))


def articles(question: int, offset: int = 0, limit: int = PAGE) -> Request:
    """A window of the articles."""
    return partial(_articles, question, offset, limit)


def _articles(question: int, offset: int, limit: int, connection: sqlite3.Connection) -> RowsRead:
    rows = tuple(read.articles(connection, offset=offset, limit=limit))
    return RowsRead("articles", question, offset, rows, read.count_articles(connection))


def facts(question: int, subject: Subject | None, only_sure: bool, offset: int = 0, limit: int = PAGE) -> Request:
    """A window of an actor's facts in order of time, or all facts of an article in the order of its text."""
    return partial(_facts, question, subject, only_sure, offset, limit)


def _facts(
    question: int, subject: Subject | None, only_sure: bool, offset: int, limit: int, connection: sqlite3.Connection
) -> RowsRead:
    query = read.UNMARKED if only_sure else read.EVERYTHING
    if subject is None:
        return RowsRead("facts", question, 0, (), 0)
    if subject.kind == "article":
        rows = sorted(read.facts(connection, article=subject.id, query=query), key=lambda fact: (fact.start, fact.end))
        return RowsRead("facts", question, 0, tuple(rows), len(rows))
    found = read.window(connection, actor=subject.id, query=query, offset=offset, limit=limit)
    return RowsRead("facts", question, found.offset, tuple(found.facts), found.total, found.more)


def explanation(fact: Fact) -> Request:
    """How a fact came about: its article is read again."""
    return partial(_explained, fact)


def _explained(fact: Fact, connection: sqlite3.Connection) -> Explained:
    from dateline.export.explain import explained  # loads the extractor

    return Explained(tuple(explained(connection, fact)))


def page(article: str) -> Request:
    """An article with its mentions and noise."""
    return lambda connection: PageRead(_page(article, connection))


def page_naming(actor: str) -> Request:
    """The article that names an actor first."""
    return partial(_page_naming, actor)


def _page_naming(actor: str, connection: sqlite3.Connection) -> PageRead:
    found = read.first_mention(connection, actor)
    if found is None:
        return PageRead(Page("", "", (), None, ""), actor)
    return PageRead(_page(found[0], connection), actor, found[1])


def _page(article: str, connection: sqlite3.Connection) -> Page:
    row = read.article(connection, article)
    if row is None:
        return Page(article, "(this article was removed)", (), None, "")
    text = read.article_text(connection, article)
    mentions = tuple(Mention(*mention) for mention in read.mentions(connection, article))
    noise = tuple(read.noise(connection, article))
    return Page(article, row.title, tuple(article_data(row)), row.url, text, mentions, noise)
