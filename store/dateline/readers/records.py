"""An extraction as one JSON object, and back: what ``extract --jsonl`` writes and ``add --extracted`` loads.

The object is that of ``extract --json`` with everything a store needs besides: the text, the ids of the parties, the
file it was read from, and how it was extracted. Whatever comes back is checked against the text: no fact is taken over
whose words do not stand where it says.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from dateline.errors import InputError
from dateline.model import (
    EVENT_TYPES,
    KINDS,
    MODES,
    STATUSES,
    Actor,
    Article,
    Event,
    Extraction,
    Mention,
    Noise,
    Provenance,
    Role,
    Span,
    Statement,
    text_hash,
)
from dateline.readers.packed import opened
from dateline.readers.plain import checked
from dateline.readers.sources import checked_address
from dateline.text.safe import harmless

_ID = re.compile(r"[0-9a-f]{10}")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def record_of(extraction: Extraction, source: str | None) -> dict[str, Any]:
    """The object; ``source`` is the file it was read from, None for standard input."""
    told = extraction.to_json()
    told["article"]["text"] = extraction.article.text
    for row, event in zip(told["events"], extraction.events, strict=True):
        row["ids"] = {"source": event.source, "target": event.target, "inferred": event.inferred}
    for row, statement in zip(told["statements"], extraction.statements, strict=True):
        row["ids"] = {"speaker": statement.speaker}
    for row, role in zip(told["roles"], extraction.roles, strict=True):
        row["ids"] = {"person": role.person}
    made = extraction.provenance
    told["extractor"] = {"version": made.extractor, "date": made.published, "lang": made.lang}
    return told | {"source": source}


def records(path: str) -> Iterator[tuple[str, tuple[Extraction, str | None] | InputError]]:
    """The extractions of a file of such objects, one a line (``-``: standard input), in constant memory.

    Each with what to call it; an InputError in the place of one that cannot be relied on, or of the rest of the file.
    """
    try:
        with opened(path) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    name = f"Line {number} of {harmless('standard input' if path == '-' else path)}"
                    yield name, _read(line, name)
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or error
        yield path, InputError(f"{harmless(path)} cannot be read ({why}).")


def _read(line: bytes, name: str) -> tuple[Extraction, str | None] | InputError:
    try:
        return extraction_of(json.loads(line), name)
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return InputError(f"{name} is no JSON object ({error}): write it with 'dateline extract --jsonl'.")


def extraction_of(record: Any, name: str) -> tuple[Extraction, str | None]:
    """The extraction and its source. Raises InputError, which calls the object ``name``, where anything is amiss."""
    try:
        return _Record(record, name).extraction()
    except _Amiss as amiss:
        raise InputError(f"{name} is no extraction to rely on ({amiss}): extract the article again.") from amiss


class _Amiss(Exception):
    """What is wrong with an object, in a few words."""


class _Row:
    """One JSON object, its values taken out with their types."""

    def __init__(self, value: Any, what: str) -> None:
        if not isinstance(value, dict):
            raise _Amiss(f"{what} is no object")
        self.values: Mapping[str, Any] = value
        self.what = what

    def _take(self, key: str, kinds: type | tuple[type, ...]) -> Any:
        value = self.values.get(key)
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            raise _Amiss(f"{key!r} of {self.what} is missing or of another kind")
        return value

    def text(self, key: str) -> str:
        found: str = self._take(key, str)
        if "\0" in found or (not found.isascii() and any("\ud800" <= char <= "\udfff" for char in found)):
            raise _Amiss(f"{key!r} of {self.what} is no text")
        return found

    def text_or_none(self, key: str) -> str | None:
        return None if self.values.get(key) is None else self.text(key)

    def one_of(self, key: str, values: Sequence[str]) -> Any:
        found = self.text(key)
        if found not in values:
            raise _Amiss(f"{key!r} of {self.what} is {found[:40]!r}")
        return found

    def number(self, key: str) -> int:
        found: int = self._take(key, int)
        return found

    def flag(self, key: str) -> bool:
        return bool(self._take(key, bool))

    def day(self, key: str) -> str | None:
        """A date of day, month or year precision."""
        found = self.text_or_none(key)
        if found is not None:
            try:
                if not _DATE.fullmatch(found):
                    raise ValueError
                date(*(int(part) for part in [*found.split("-"), "1", "1"][:3]))
            except ValueError:
                raise _Amiss(f"{key!r} of {self.what} is no date") from None
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        found: list[Any] = self._take(key, list)
        return tuple(_Row({"": item}, f"{key!r} of {self.what}").text("") for item in found)

    def rows(self, key: str, what: str) -> Iterator[_Row]:
        found: list[Any] = self._take(key, list)
        return (_Row(item, what) for item in found)

    def row(self, key: str) -> _Row:
        return _Row(self.values.get(key), f"{key!r} of {self.what}")


class _Record(_Row):
    """The whole object."""

    def __init__(self, value: Any, name: str) -> None:
        super().__init__(value, "the object")
        self.article = self._article(name)
        self.actors = {actor.id: actor for actor in map(self._actor, self.rows("actors", "an actor"))}

    def extraction(self) -> tuple[Extraction, str | None]:
        made = self.row("extractor")
        found = Extraction(
            self.article,
            noise=tuple(Noise(*self._span(row), row.text("why")) for row in self.rows("noise", "a noise")),
            actors=tuple(self.actors.values()),
            mentions=tuple(
                Mention(self._known(row.text("actor")), *self._span(row)) for row in self.rows("mentions", "a mention")
            ),
            events=tuple(self._event(row) for row in self.rows("events", "an event")),
            statements=tuple(self._statement(row) for row in self.rows("statements", "a statement")),
            roles=tuple(self._role(row) for row in self.rows("roles", "a role")),
            provenance=Provenance(made.number("version"), made.day("date"), made.text_or_none("lang")),
        )
        return found, self.text_or_none("source")

    def _article(self, name: str) -> Article:
        row = self.row("article")
        text = checked(row.text("text"), name)
        if row.text("hash") != text_hash(text):
            raise _Amiss("its hash is not that of its text")
        try:
            url = checked_address(row.text_or_none("url") or "")
        except InputError as error:
            raise _Amiss("its address is none") from error
        return Article(text, row.text("title"), row.text_or_none("lang"), row.day("published"), url)

    def _actor(self, row: _Row) -> Actor:
        if not row.text("id"):
            raise _Amiss("an actor has no id")
        return Actor(row.text("id"), row.text("name"), row.one_of("kind", KINDS), row.texts("forms"))

    def _known(self, actor: str) -> str:
        if actor not in self.actors:
            raise _Amiss(f"{actor[:40]!r} is none of its actors")
        return actor

    def _span(self, row: _Row) -> Span:
        return self._place(row.number("start"), row.number("end"), row.what)

    def _place(self, start: int, end: int, what: str) -> Span:
        if not 0 <= start < end <= len(self.article.text):
            raise _Amiss(f"{what} lies outside the text")
        return start, end

    def _parties(self, row: _Row, part: str) -> tuple[str, ...]:
        """Ids of one part, whose names must be those that the row shows."""
        ids = tuple(self._known(actor) for actor in row.row("ids").texts(part))
        if tuple(self.actors[actor].name for actor in ids) != row.texts(part):
            raise _Amiss(f"the {part!r} of {row.what} has other names than its ids")
        return ids

    def _party(self, row: _Row, part: str) -> str | None:
        actor = row.row("ids").text_or_none(part)
        name = None if actor is None else self.actors[self._known(actor)].name
        if name != row.text_or_none(part):
            raise _Amiss(f"the {part!r} of {row.what} has another name than its id")
        return actor

    def _fact(self, row: _Row) -> tuple[str, Span]:
        """Id and span of a fact whose words stand there."""
        start, end = self._span(row)
        if self.article.text[start:end] != row.text("text"):
            raise _Amiss(f"the words of {row.what} do not stand where it says")
        if not _ID.fullmatch(row.text("id")) or not row.text("rule"):
            raise _Amiss(f"{row.what} has no id or no rule")
        return row.text("id"), (start, end)

    def _spans(self, row: _Row) -> tuple[Span, ...]:
        found = []
        for pair in row._take("spans", list):
            if not (isinstance(pair, list) and len(pair) == 2 and all(type(place) is int for place in pair)):
                raise _Amiss(f"a span of {row.what} is no pair of places")
            found.append(self._place(pair[0], pair[1], row.what))
        return tuple(found)

    def _event(self, row: _Row) -> Event:
        fact, span = self._fact(row)
        lasted = None if row.values.get("duration_minutes") is None else row.number("duration_minutes")
        return Event(
            fact,
            row.one_of("type", EVENT_TYPES),
            self._parties(row, "source"),
            self._parties(row, "target"),
            *span,
            row.text("rule"),
            mode=None if row.values.get("mode") is None else row.one_of("mode", MODES),
            inferred=self._parties(row, "inferred"),
            date=row.day("date"),
            date_text=row.text_or_none("date_text"),
            place=row.text_or_none("place"),
            status=row.one_of("status", STATUSES),
            duration_minutes=lasted,
            according_to=row.texts("according_to"),
            sure=row.flag("sure"),
            spans=self._spans(row),
        )

    def _statement(self, row: _Row) -> Statement:
        fact, span = self._fact(row)
        quote = row.text_or_none("quote")
        if quote is not None and quote not in self.article.text:
            raise _Amiss("quoted words do not stand in the text")
        return Statement(
            fact,
            self._party(row, "speaker"),
            row.text("verb"),
            *span,
            row.text("rule"),
            quote=quote,
            according_to=row.texts("according_to"),
            sure=row.flag("sure"),
        )

    def _role(self, row: _Row) -> Role:
        fact, span = self._fact(row)
        person = self._party(row, "person")
        if person is None:
            raise _Amiss("a role has nobody who holds it")
        return Role(fact, person, row.text("office"), row.text_or_none("of"), *span, row.text("rule"))
