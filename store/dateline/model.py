"""What an article says, as frozen values: actors, mentions, events, statements, roles, and their JSON.

Offsets are half-open ``[start, end)`` ranges of Unicode code points into the article's text exactly as it was read.
Dates are ISO strings whose length is their precision: ``2022-02-20``, ``2022-02`` or ``2022``; ``None`` is undated.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeVar

from dateline.digest import digest

Kind = Literal["person", "organization", "country"]
Mode = Literal["phone", "meeting", "visit", "video", "letter", "multilateral"]
Status = Literal["occurred", "planned", "denied", "conditional", "ongoing"]
FactKind = Literal["event", "statement", "role"]

KINDS: tuple[Kind, ...] = ("person", "organization", "country")
MODES: tuple[Mode, ...] = ("phone", "meeting", "visit", "video", "letter", "multilateral")
STATUSES: tuple[Status, ...] = ("occurred", "planned", "denied", "conditional", "ongoing")

#: PLOVER event types (Open Event Data Alliance, https://github.com/openeventdata/PLOVER)
EVENT_TYPES: tuple[str, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
#: types in which both sides do the same thing: source and target may be swapped
MUTUAL_TYPES: frozenset[str] = frozenset({"AGREE", "CONSULT", "COOPERATE"})

Span = tuple[int, int]


def text_hash(text: str) -> str:
    """SHA-256 of the text as read, 64 hexadecimal digits: the identity of an article. Lone surrogates are kept."""
    return digest(text.encode("utf-8", "surrogatepass"))


def short_hash(*parts: object) -> str:
    """Ten hexadecimal digits that name a fact by what it says, the same on every machine."""
    joined = "\x1f".join(str(part) for part in parts)
    return digest(joined.encode("utf-8", "surrogatepass"))[:10]


class Article(NamedTuple):
    """One text as read. ``published`` is a date of day, month or year precision, or None."""

    text: str
    title: str = ""
    lang: str | None = None  # ISO 639-1, None where no pack knows the language
    published: str | None = None
    url: str | None = None

    @property
    def hash(self) -> str:
        return text_hash(self.text)

    def to_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "lang": self.lang,
            "published": self.published,
            "url": self.url,
            "text_length": len(self.text),
            "hash": self.hash,
        }


class Noise(NamedTuple):
    """A stretch that is not article text; ``why`` names the pack entry or rule that says so."""

    start: int
    end: int
    why: str

    def to_json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "why": self.why}


#: what a registry says of somebody: "country" and an ISO 3166 code in upper case, "position" and its words, "birth" and
#: a date
Trait = tuple[str, str]


class Actor(NamedTuple):
    """A person, organisation or country that the article names; ``forms`` as in the text, without case endings.

    One of a registry has all its names as ``forms``, and ``traits``.
    """

    id: str
    name: str
    kind: Kind
    forms: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "kind": self.kind, "forms": list(self.forms)}


class Mention(NamedTuple):
    """Where an actor is named: ``actor`` is the actor's id, the span covers the name without its case ending."""

    actor: str
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        return {"actor": self.actor, "start": self.start, "end": self.end}


class Event(NamedTuple):
    """Who did what to whom. ``source``, ``target`` and ``inferred`` (not named by the sentence) are actor ids."""

    id: str
    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    start: int
    end: int
    rule: str
    mode: Mode | None = None
    inferred: tuple[str, ...] = ()
    date: str | None = None
    date_text: str | None = None
    place: str | None = None
    status: Status = "occurred"
    duration_minutes: int | None = None
    according_to: tuple[str, ...] = ()  # nearest first: actor names or descriptions as printed
    sure: bool = False
    spans: tuple[Span, ...] = ()


class Statement(NamedTuple):
    """Who said what. ``quote`` is the words between quotation marks, None where they are only reported."""

    id: str
    speaker: str | None  # actor id
    verb: str
    start: int
    end: int
    rule: str
    quote: str | None = None
    according_to: tuple[str, ...] = ()
    sure: bool = False


class Role(NamedTuple):
    """Who holds which office. ``person`` is an actor id; ``of`` an English name (country, organisation) or None."""

    id: str
    person: str
    office: str
    of: str | None
    start: int
    end: int
    rule: str


AnyFact = TypeVar("AnyFact", Event, Statement, Role)


class Provenance(NamedTuple):
    """How an extraction was made: the extractor's version (0: not known), and the date and language its caller gave.

    Where the caller gave none, those of the article were found in its text.
    """

    extractor: int = 0
    published: str | None = None
    lang: str | None = None


class Extraction(NamedTuple):
    """All that one article says. Every span lies in ``article.text``."""

    article: Article
    noise: tuple[Noise, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    roles: tuple[Role, ...] = ()
    warnings: tuple[str, ...] = ()  # sentences for stderr; no part of what the article says, as the next
    provenance: Provenance = Provenance()

    def __eq__(self, other: object) -> bool:
        """The same article says the same, whatever was warned of and whichever extractor read it."""
        return isinstance(other, Extraction) and self[:-2] == other[:-2]

    def __hash__(self) -> int:
        return hash(self.article)

    def only_sure(self) -> Extraction:
        """The same article with those of its facts that are marked sure; roles have no such mark and are left out."""
        events = tuple(event for event in self.events if event.sure)
        statements = tuple(statement for statement in self.statements if statement.sure)
        return self._replace(events=events, statements=statements, roles=())

    def to_json(self) -> dict[str, Any]:
        """The object that ``dateline extract --json`` prints; parties appear under the actors' names."""
        names = {actor.id: actor.name for actor in self.actors}
        text = self.article.text
        return {
            "article": self.article.to_json(),
            "noise": [noise.to_json() for noise in self.noise],
            "actors": [actor.to_json() for actor in self.actors],
            "mentions": [mention.to_json() for mention in self.mentions],
            "events": [event_json(event, names, text) for event in self.events],
            "statements": [statement_json(statement, names, text) for statement in self.statements],
            "roles": [role_json(role, names, text) for role in self.roles],
        }


def rekeyed(extraction: Extraction, ids: Mapping[str, str]) -> Extraction:
    """The extraction with other ids for those of its actors that ``ids`` names; ids of facts stay."""

    def new(actor: str) -> str:
        return ids.get(actor, actor)

    def each(actors: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(new, actors))

    return extraction._replace(
        actors=tuple(actor._replace(id=new(actor.id)) for actor in extraction.actors),
        mentions=tuple(mention._replace(actor=new(mention.actor)) for mention in extraction.mentions),
        events=tuple(
            event._replace(source=each(event.source), target=each(event.target), inferred=each(event.inferred))
            for event in extraction.events
        ),
        statements=tuple(
            one._replace(speaker=None if one.speaker is None else new(one.speaker)) for one in extraction.statements
        ),
        roles=tuple(role._replace(person=new(role.person)) for role in extraction.roles),
    )


def event_json(event: Event, names: dict[str, str], text: str) -> dict[str, Any]:
    """An event as the contract prints it; ``names`` maps actor ids to names, ``text`` is the article's."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "source": [names.get(actor, actor) for actor in event.source],
        "target": [names.get(actor, actor) for actor in event.target],
        "inferred": [names.get(actor, actor) for actor in event.inferred],
        "date": event.date,
        "date_text": event.date_text,
        "place": event.place,
        "status": event.status,
        "duration_minutes": event.duration_minutes,
        "according_to": list(event.according_to),
        "sure": event.sure,
        "start": event.start,
        "end": event.end,
        "text": text[event.start : event.end],
        "spans": [list(span) for span in event.spans],
        "rule": event.rule,
    }


def statement_json(statement: Statement, names: dict[str, str], text: str) -> dict[str, Any]:
    """A statement as the contract prints it."""
    return {
        "id": statement.id,
        "speaker": None if statement.speaker is None else names.get(statement.speaker, statement.speaker),
        "quote": statement.quote,
        "verb": statement.verb,
        "according_to": list(statement.according_to),
        "sure": statement.sure,
        "start": statement.start,
        "end": statement.end,
        "text": text[statement.start : statement.end],
        "rule": statement.rule,
    }


def role_json(role: Role, names: dict[str, str], text: str) -> dict[str, Any]:
    """A role as the contract prints it."""
    return {
        "id": role.id,
        "person": names.get(role.person, role.person),
        "office": role.office,
        "of": role.of,
        "start": role.start,
        "end": role.end,
        "text": text[role.start : role.end],
        "rule": role.rule,
    }
