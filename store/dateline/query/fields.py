"""The one table of fields: what each takes, and how a value is written in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.model import EVENT_TYPES, MODES, STATUSES

KINDS_OF_FACT = ("event", "statement", "role")
CLOSENESS = ("day", "month", "year", "no")  # of a date


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the language. ``known`` are all values it takes; empty where the store, or nothing, lists them."""

    name: str
    takes: str  # for help and completion
    known: tuple[str, ...] = ()
    date: bool = False
    flag: bool = False

    def read(self, value: str) -> str:
        """The value in full; ValueError, with the end of a sentence about it, where the field takes no such value."""
        if self.known:
            found = {known.casefold(): known for known in self.known}.get(value.casefold())
            if found is None:
                raise ValueError(f"is no {self.name}: the nearest is '{nearest(value, self.known)}'")
            return found
        return iso_date(value) if self.date else value


_DATE = "YYYY, YYYY-MM or YYYY-MM-DD"

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("actor", "who takes part, in any spelling"),
        Field("type", "a PLOVER type, or event, statement, role", known=(*EVENT_TYPES, *KINDS_OF_FACT)),
        Field("mode", "how it was done", known=MODES),
        Field("status", "whether it happened", known=STATUSES),
        Field("on", f"dated in that year, month or day: {_DATE}", date=True),
        Field("since", f"dated then or later: {_DATE}", date=True),
        Field("until", f"dated then or earlier: {_DATE}", date=True),
        Field("dated", "how closely the date is known: day, month, year or no", known=CLOSENESS),
        Field("place", "where it happened"),
        Field("lang", "language of the article"),
        Field("src", "outlet of the article, or how its name begins"),
        Field("sure", "marked sure", flag=True),
        Field("inferred", "a party is worked out, not named", flag=True),
        Field("rejected", "rejected by a user; hidden unless asked for", flag=True),
        Field("corrected", "corrected by a user", flag=True),
        Field("flagged", "flagged by a user", flag=True),
        Field("noted", "with a note of a user", flag=True),
        Field("unread", "from articles not marked as read", flag=True),
    )
}


def iso_date(value: str) -> str:
    """A day, month or year as ISO 8601 writes it; ValueError, with the end of a sentence about it, if it is none."""
    from datetime import date

    parts = value.split("-")
    shape = [len(part) for part in parts]
    if shape not in ([4], [4, 2], [4, 2, 2]) or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(f"is no date: write {_DATE}")
    try:
        date(*(int(part) for part in [*parts, "01", "01"][:3]))
    except ValueError as error:
        raise ValueError(f"is not in the calendar: write {_DATE}") from error
    return value


def nearest(value: str, known: Iterable[str], key: Callable[[str], str] = str.casefold) -> str | None:
    """The known value spelt most like ``value``; None where nothing is known."""
    from rapidfuzz.distance import JaroWinkler

    wanted = key(value)
    return max(known, key=lambda one: JaroWinkler.normalized_similarity(wanted, key(one)), default=None)
