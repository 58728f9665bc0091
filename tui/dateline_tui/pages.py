"""Articles, read for the pane that shows them: text, names, facts and sentences."""

from __future__ import annotations

import re
import sqlite3
from functools import partial

from dateline.db import read, settling
from dateline.model import Mention, Span
from dateline_tui.draw.article import Page, quotes_of
from dateline_tui.draw.blocks import blocks
from dateline_tui.draw.lists import article_data
from dateline_tui.messages import PageRead, SentencesRead
from dateline_tui.reads import Request

CAREFUL = 400_000  # code points of a text up to which its sentences are told with care, in about a second
FACTS = 2_000  # of an article that its text shows
_SENTENCE = re.compile(r"[^\s.!?؟۔।][^\n.!?؟۔।]*(?:[.!?؟۔।](?!\s)[^\n.!?؟۔।]*)*[.!?؟۔।…\"'”’»)]*")


def page(article: str) -> Request:
    """An article with its mentions and noise."""
    return lambda connection: PageRead(_page(article, connection))


def page_naming(actor: str) -> Request:
    """The article that names an actor first."""
    return partial(_page_naming, actor)


def _page_naming(actor: str, connection: sqlite3.Connection) -> PageRead:
    found = read.first_mention(connection, settling.shown(connection, actor))
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
    return Page(
        article, row.title, data, row.url, text, mentions, noise, tuple(facts), quotes,
        rejected=row.rejected, published=row.published, read=row.read,
    )  # fmt: skip


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
