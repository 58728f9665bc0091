"""What comes back from the reading threads. ``question`` is the number a list gave its question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from textual.message import Message

from dateline_tui.draw.article import Page
from dateline_tui.state import PaneName


@dataclass
class RowsRead(Message):
    """A window of a list's rows, from ``offset`` (negative: from the end), of ``total`` or ``more``."""

    pane: PaneName
    question: int
    offset: int
    rows: tuple[Any, ...]
    total: int
    more: bool = False


@dataclass
class PageRead(Message):
    """An article with all that is marked in it. ``actor`` was asked for, who is named first at ``at``."""

    page: Page
    actor: str | None = None
    at: int | None = None


@dataclass
class CountsRead(Message):
    """How much the store holds; ``unsure`` of the ``facts``, the ``rejected`` beside them."""

    articles: int
    facts: int
    actors: int
    unsure: int
    rejected: int = 0


@dataclass
class Explained(Message):
    """How a fact came about, line by line."""

    lines: tuple[str, ...]


@dataclass
class Added(Message):
    """What adding came to: a sentence, and how many articles are new."""

    sentence: str
    new: int


@dataclass
class Told(Message):
    """Something that is going on, in a sentence."""

    sentence: str


@dataclass
class Failed(Message):
    """Something did not work; the sentence says what to do."""

    topic: Literal["read", "add"]
    sentence: str
