"""What a reader keeps in mind: the parties of a sentence, and what was told before it."""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.cast import Holding
from dateline.extract.lexicon import Labels
from dateline.extract.phrase import Phrase
from dateline.model import Event


class Party(NamedTuple):
    """A phrase and the actors it stands for; no actor where the article does not tell."""

    phrase: Phrase
    actors: tuple[str, ...]
    inferred: bool

    @property
    def first(self) -> int:
        return self.phrase.first

    @property
    def last(self) -> int:
        return self.phrase.last

    @property
    def labels(self) -> Labels:
        return self.phrase.labels


class Memory:
    """What a reader keeps in mind from sentence to sentence."""

    def __init__(self) -> None:
        self.subject: tuple[str, ...] = ()
        self.former: tuple[str, ...] = ()  # the subject before the sentence being read
        self.person: str | None = None
        self.pair: tuple[str, ...] = ()  # the two who last did something together
        self.since_pair: int = 0  # sentences since then
        self.several: dict[int, tuple[str, ...]] = {}  # three or more last named together, by number
        self.office: Holding | None = None
        self.speaker: str | None = None
        self.place: str | None = None
        self.embassy: str | None = None  # the country whose embassy was named last
        self.date: str | None = None  # the full date told last: "the next day" counts from it
        self.events: list[Event] = []
        self.doers: list[tuple[str, tuple[str, ...]]] = []  # of acts of a type, be they told or not
        self.found: dict[str, str] = {}  # how those were found whom an act does not name
        self.now: list[Event] = []  # those of the sentence being read
