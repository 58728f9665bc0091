"""Extraction: ``extract(text, published)`` turns one article into facts, purely and offline."""

from __future__ import annotations

from dateline.model import Article, Extraction


def extract(text: str, published: str | None = None, *, lang: str | None = None, url: str | None = None) -> Extraction:
    """What the article says. Pure: the same text and date always give the same facts."""
    return Extraction(Article(text, lang=lang, published=published, url=url))
