"""What a reader keeps in mind: the parties of a sentence, and what was told before it."""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(slots=True, eq=False, repr=False)
class Memory:
    """What a reader keeps in mind from sentence to sentence."""

    subject: tuple[str, ...] = ()
    former: tuple[str, ...] = ()  # the subject before the sentence being read
    person: str | None = None
    pair: tuple[str, ...] = ()  # the two who last did something together
    since_pair: int = 0  # sentences since then
    several: dict[int, tuple[str, ...]] = field(default_factory=dict)  # three or more last named together, by number
    office: Holding | None = None
    speaker: str | None = None
    place: str | None = None
    embassy: str | None = None  # the country whose embassy was named last
    date: str | None = None  # the full date told last: "the next day" counts from it
    events: list[Event] = field(default_factory=list)
    doers: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)  # of acts of a type, be they told or not
    found: dict[str, str] = field(default_factory=dict)  # how those were found whom an act does not name
    now: list[Event] = field(default_factory=list)  # those of the sentence being read
