"""What comes back from the reading threads. ``question`` is the number a list gave its question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from textual.message import Message

from dateline.model import Span
from dateline.query import Completion, QueryError
from dateline_tui.draw.article import Page
from dateline_tui.state import PaneName, Shown

if TYPE_CHECKING:
    from dateline.db.atlas import Spelling
    from dateline.db.duplicates import Duplicate
    from dateline.db.overview import Period, Relation
    from dateline.db.parts import Part
    from dateline.db.rows import ActorRow
    from dateline.deciding import Change
    from dateline_tui.panes.lists import Found


@dataclass
class RowsRead(Message):
    """A window of a list's rows, from ``offset`` (negative: from the end), of ``total`` or ``more``."""

    pane: PaneName
    question: int
    offset: int
    rows: tuple[Any, ...]
    total: int
    more: bool = False  # there are more than ``total``: counting them would take too long
    at: int | None = None  # the row to put the cursor on, where one was asked for
    why: str = ""  # where there is no row: what stands in its way


@dataclass
class PageRead(Message):
    """An article with all that is marked in it. ``actor`` was asked for, who is named first at ``at``."""

    page: Page
    actor: str | None = None
    at: int | None = None


@dataclass
class SentencesRead(Message):
    """Where the sentences of an article stand."""

    article: str  # hash
    sentences: tuple[Span, ...]


@dataclass
class CountsRead(Message):
    """How much the store holds; ``unsure`` of the ``facts``, the ``rejected`` beside them.

    ``version`` is another number after every change by another connection.
    """

    articles: int
    facts: int
    actors: int
    unsure: int
    rejected: int = 0
    version: int = field(default=0, compare=False)


@dataclass
class RowFound(Message):
    """The row of a list that has the words looked for, None where none has; whether an end was passed on the way."""

    pane: PaneName
    question: int
    at: int | None
    passed: bool


@dataclass
class FilterRead(Message):
    """A filter as the store understands it: ``told`` is whom a name was taken for; or what is wrong with it."""

    filter: str
    told: tuple[str, ...] = ()
    error: QueryError | None = None


@dataclass
class Completed(Message):
    """What may stand in a line of a filter at the cursor."""

    text: str
    completion: Completion


@dataclass
class StoreSeen(Message):
    """The store as it is now, whatever is shown of it."""

    counts: CountsRead


@dataclass
class Decided(Message):
    """A decision that was carried out, None where there was none to make; what is said of it."""

    change: Change | None
    sentence: str
    undoable: bool  # u takes it back


@dataclass
class ValuesRead(Message):
    """Values that may stand in a line of a form where that was typed."""

    line: int
    typed: str
    values: tuple[str, ...]


@dataclass
class FiltersRead(Message):
    """The filters that have names: (name, query)."""

    filters: tuple[tuple[str, str], ...]


@dataclass
class Explained(Message):
    """How a fact came about, line by line."""

    lines: tuple[str, ...]


@dataclass
class NamesRead(Message):
    """The spellings of an actor, the most frequent; ``more`` were left out. ``latin`` has those of other scripts in
    Latin letters."""

    name: str  # as shown
    rows: tuple[Spelling, ...]
    latin: Mapping[str, str]
    more: bool


@dataclass
class PeriodsRead(Message):
    """The days, months and years that have facts, of the facts that were asked about."""

    shown: Shown
    question: int
    days: tuple[Period, ...]


@dataclass
class RelationsRead(Message):
    """A window of the pairs of actors that meet in the facts that were asked about, from ``offset``, of ``total``."""

    shown: Shown
    question: int
    offset: int
    rows: tuple[Relation, ...]
    total: int


@dataclass
class WhoRead(Message):
    """Whom ``typed`` names beside the actor of the id ``of``: ``own``, None where the store has it no longer. ``latin``
    has spellings of other scripts in Latin letters."""

    of: str
    typed: str
    own: ActorRow | None
    rows: tuple[Found, ...] = ()
    latin: Mapping[str, str] = field(default_factory=dict)


@dataclass
class PartsRead(Message):
    """A window of the articles that name an actor, from ``offset``, of ``total``."""

    actor: str
    question: int
    offset: int
    rows: tuple[Part, ...]
    total: int


@dataclass
class PairsRead(Message):
    """Further likely duplicates of the pass over the store ``of``; whether there may be ``more``."""

    of: object
    rows: tuple[Duplicate, ...]
    more: bool


@dataclass
class PairsChecked(Message):
    """All pairs that the pass ``of`` found so far as they are now, None where there is nothing to decide any more."""

    of: object
    rows: tuple[Duplicate | None, ...]


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

    topic: Literal["read", "add", "decide", "open"]
    sentence: str
