"""What the reading thread is asked: functions from a connection to the message that answers."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from functools import partial

from dateline.actors.search import search
from dateline.db import read
from dateline.db.rows import Fact
from dateline.model import Mention, Span
from dateline_tui.draw.article import Page, quotes_of
from dateline_tui.draw.blocks import blocks
from dateline_tui.draw.lists import article_data
from dateline_tui.listing import PAGE
from dateline_tui.messages import CountsRead, Explained, PageRead, RowsRead, SentencesRead
from dateline_tui.panes.lists import Found
from dateline_tui.reads import Request
from dateline_tui.state import Subject

HITS = 30  # actors that a search shows
FACTS = 2_000  # of an article that its text shows
CAREFUL = 400_000  # code points of a text up to which its sentences are told with care, in about a second
_SENTENCE = re.compile(r"[^\s.!?؟۔।][^\n.!?؟۔।]*(?:[.!?؟۔।](?!\s)[^\n.!?؟۔।]*)*[.!?؟۔।…\"'”’»)]*")


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


def actors_around(question: int, actor: str) -> Request:
    """A window of all actors around one of them."""
    return partial(_actors_around, question, actor)


def _actors_around(question: int, actor: str, connection: sqlite3.Connection) -> RowsRead:
    at = read.actor_position(connection, actor) or 0
    offset = max(at - PAGE // 2, 0)
    window = _actors(question, offset, PAGE, connection)
    found = (i for i, row in enumerate(window.rows, offset) if row.actor.id == actor)
    return replace(window, at=next(found, at))


def _found(question: int, query: str, connection: sqlite3.Connection) -> RowsRead:
    rows = []
    for hit in search(connection, query, HITS):
        row = read.actor(connection, hit.actor)
        if row is not None:
            rows.append(Found(row, hit))
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
    rows = read.facts(connection, actor=subject.id, query=query, offset=offset, limit=limit)
    return RowsRead("facts", question, offset, tuple(rows), read.count_facts(connection, actor=subject.id, query=query))


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
    noise = tuple(sorted(read.noise(connection, article)))
    facts = sorted(read.facts(connection, article=article, limit=FACTS), key=lambda fact: (fact.start, fact.end))
    quotes = quotes_of(text, facts)
    blocks(text, noise, frozenset())  # worked out here, for a long text
    data = tuple(article_data(row))
    return Page(article, row.title, data, row.url, text, mentions, noise, tuple(facts), quotes, rejected=row.rejected)


def sentences(page: Page) -> Request:
    """Where the sentences of an article stand."""
    return partial(_sentences, page)


def _sentences(page: Page, connection: sqlite3.Connection) -> SentencesRead:
    """Those of the article's own text, by its language's pack; roughly where none knows it, or a text is very long."""
    from dateline.packs import compiled, heads  # a tenth of a second, which no start should wait for
    from dateline.text.sentences import split

    row = read.article(connection, page.hash)
    clean = _without(page.noise, len(page.text))
    if row is None or row.lang is None or row.lang not in heads() or len(page.text) > CAREFUL:
        rough = (_SENTENCE.finditer(page.text, start, end) for start, end in clean)
        return SentencesRead(page.hash, tuple(found.span() for some in rough for found in some))
    found = split(page.text, clean, compiled.ready(row.lang))
    return SentencesRead(page.hash, tuple((sentence.start, sentence.end) for sentence in found))


def _without(noise: tuple[Span, ...], length: int) -> list[Span]:
    """The stretches of a text that are no noise."""
    kept, at = [], 0
    for start, end in (*noise, (length, length)):
        kept += [(at, start)] if at < start else []
        at = max(at, end)
    return kept
