"""What the store hands out: rows with every name resolved, ready for a command, an export or a pane.

Offsets count Unicode code points of the article's text as read; dates are ISO strings whose length is their precision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.model import FactKind, Kind, Mode, Span, Status


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of an actor as the articles print it, and how many mentions are spelt so."""

    spelling: str
    script: str  # "Latin", "Arabic", "Cyrillic" …
    lang: str | None  # language of the article where it was first seen
    count: int = 0


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor with its spellings, the commonest first. ``facts`` counts facts it is a party, speaker or holder of.

    Not ``sure``: one article has one word for somebody, nothing says who that is, and no user did.
    """

    id: str
    name: str
    kind: Kind
    mentions: int = 0
    facts: int = 0
    forms: tuple[Form, ...] = ()
    sure: bool = True

    def to_json(self) -> dict[str, Any]:
        row: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "mentions": self.mentions,
            "facts": self.facts,
            "forms": [form.spelling for form in self.forms],
        }
        return row if self.sure else row | {"sure": False}


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its text. ``outlet`` is None where neither address nor text shows one."""

    hash: str
    title: str
    lang: str | None
    published: str | None
    url: str | None
    outlet: str | None
    length: int  # code points
    facts: int = 0  # not rejected
    sample: bool = False  # one of the five seed documents
    added: str = ""  # when, ISO 8601 in UTC
    read: bool = False  # a user marked it as read
    rejected: int = 0  # facts that users rejected
    unsure: int = 0  # of ``facts``, those with "?" before them

    def to_json(self) -> dict[str, Any]:
        return {
            "hash": self.hash,
            "title": self.title,
            "lang": self.lang,
            "published": self.published,
            "url": self.url,
            "outlet": self.outlet,
            "text_length": self.length,
            "facts": self.facts,
            "sample": self.sample,
            "added": self.added,
            "read": self.read,
        }


@dataclass(frozen=True, slots=True)
class Fact:
    """An event, a statement or a role with the article it stands in; fields of the other two kinds are empty.

    ``text`` is the stored words and equals ``article_text[start:end]``. ``actors`` holds the ids of everyone involved,
    ``source``, ``target``, ``inferred``, ``speaker`` and ``person`` their names. ``short`` maps a person's name to the
    surname where the article knows only one person of it: what the fact line says.
    """

    id: str
    kind: FactKind
    article: str  # hash
    title: str
    published: str | None
    url: str | None
    outlet: str | None
    lang: str | None
    start: int
    end: int
    text: str
    rule: str
    sure: bool = False
    according_to: tuple[str, ...] = ()  # nearest first
    # event
    type: str | None = None
    mode: Mode | None = None
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    date: str | None = None
    date_text: str | None = None
    place: str | None = None
    status: Status | None = None
    duration_minutes: int | None = None
    spans: tuple[Span, ...] = ()
    # statement
    speaker: str | None = None
    quote: str | None = None
    verb: str | None = None
    # role
    person: str | None = None
    office: str | None = None
    of: str | None = None
    # what users decided about it
    rejected: bool = False
    corrected: bool = False
    flagged: bool = False
    note: str | None = None
    # whom it is about
    actors: tuple[str, ...] = ()
    short: Mapping[str, str] = field(default_factory=dict, compare=False)

    def to_json(self) -> dict[str, Any]:
        """One line of ``dateline facts --json``: the object of ``extract`` plus ``kind`` and ``article``."""
        return self._said_json() | self._decided_json()

    def _decided_json(self) -> dict[str, Any]:
        """What users decided about it, without what they did not."""
        decided = {"rejected": self.rejected, "corrected": self.corrected, "flagged": self.flagged, "note": self.note}
        return {what: value for what, value in decided.items() if value}

    def _said_json(self) -> dict[str, Any]:
        head = {
            "kind": self.kind,
            "article": {"hash": self.article, "title": self.title, "published": self.published, "url": self.url},
            "id": self.id,
        }
        words = {"start": self.start, "end": self.end, "text": self.text}
        told = {"according_to": list(self.according_to), "sure": self.sure}
        if self.kind == "role":
            return head | {"person": self.person, "office": self.office, "of": self.of} | words | {"rule": self.rule}
        if self.kind == "statement":
            said = {"speaker": self.speaker, "quote": self.quote, "verb": self.verb}
            return head | said | told | words | {"rule": self.rule}
        return head | self._event_json() | told | words | {"spans": [list(s) for s in self.spans], "rule": self.rule}

    def _event_json(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "mode": self.mode,
            "source": list(self.source),
            "target": list(self.target),
            "inferred": list(self.inferred),
            "date": self.date,
            "date_text": self.date_text,
            "place": self.place,
            "status": self.status,
            "duration_minutes": self.duration_minutes,
        }
