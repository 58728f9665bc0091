"""What users may say about a fact: the fields of each kind, their values, and the picture of a fact with them."""

from __future__ import annotations

import copy
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.db.ask import stored_values
from dateline.db.pictures import Picture
from dateline.deciding.parties import Party, parties
from dateline.errors import InputError
from dateline.query.fields import FIELDS as QUERIED
from dateline.query.fields import iso_date, nearest
from dateline.text.fold import fold

Value = str | Sequence[str]

#: the fields of each kind of fact, in the order in which a form shows them
FIELDS: dict[str, tuple[str, ...]] = {
    "event": ("type", "mode", "status", "date", "place", "source", "target"),
    "statement": ("speaker",),
    "role": ("person", "office", "of"),
}
#: field -> the part of those whom it names
PARTS = {"source": "source", "target": "target", "speaker": "speaker", "person": "holder"}
#: fields that may not be empty
NEEDED = ("type", "status", "person", "office")
#: of these a fact has one
_ALONE = ("speaker", "person")
_LONGEST = 200  # characters of a place or an office


class Said:
    """Values as the store holds them: ``values`` by field, parties as ids, and ``actors`` who stand behind these."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.actors: list[dict[str, Any]] = []
        self.sentences: list[str] = []  # about names that were taken for others

    def parties(self, field: str, found: Sequence[Party]) -> None:
        self.values[field] = [party.id for party in found]
        self.actors += [party.row() for party in found]
        self.sentences += [party.said for party in found if party.said]


def said(connection: sqlite3.Connection, kind: str, given: Mapping[str, Value]) -> Said:
    """Reads what a user gives for a fact of that kind; InputError, naming what may stand there, where it cannot be."""
    found = Said()
    for field, value in given.items():
        if field not in FIELDS[kind]:
            raise InputError(f"{_a(kind)} has no {field}: of such facts you can say {_or(FIELDS[kind])}.")
        if not value and field in NEEDED:
            raise InputError(f"{_a(kind)} needs a value for {field}: write one.")
        if field in PARTS:
            named = parties(connection, value)
            if field in _ALONE and len(named) > 1:
                raise InputError(f"{_a(kind)} has one {field}: name one, not {len(named)}.")
            if not named and field in NEEDED:
                raise InputError(f"{_a(kind)} needs a value for {field}: write one.")
            found.parties(field, named)
        else:
            found.values[field] = _plain(connection, field, value if isinstance(value, str) else " ".join(value))
    return found


def _plain(connection: sqlite3.Connection, field: str, written: str) -> str | None:
    value = " ".join(written.split())
    if not value:
        return None
    if field in ("type", "mode", "status"):
        known = [one for one in QUERIED[field].known if field != "type" or one.isupper()]
        exact = {one.casefold(): one for one in known}.get(value.casefold())
        if exact is None:
            near = nearest(value, known)
            raise InputError(f"{value!r} is no {field}: the nearest is {near!r}, of {', '.join(known)}.")
        return exact
    if field == "date":
        try:
            return iso_date(value)
        except ValueError as error:
            raise InputError(f"{value!r} {error}.") from error
    if len(value) > _LONGEST:
        raise InputError(f"This {field} is too long: write at most {_LONGEST} characters.")
    if field == "place":  # as the store writes it
        return next((stored for stored in stored_values(connection, "place") if fold(stored) == fold(value)), value)
    return value


def _a(kind: str) -> str:
    return {"event": "An event", "statement": "A statement", "role": "A role"}[kind]


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def with_values(picture: Picture, values: Mapping[str, Any], actors: Sequence[Mapping[str, Any]]) -> Picture:
    """The fact with these values. A party that a user names is not inferred. InputError where an event has nobody."""
    made = copy.deepcopy(picture)
    details = made["details"]
    for field, value in values.items():
        if field == "date":
            made["finding"]["date"] = value
        elif field in PARTS:
            part = PARTS[field]
            others = [row for row in made["parties"] if row["part"] != part]
            made["parties"] = others + [
                {"actor": actor, "part": part, "position": at, "inferred": 0} for at, actor in enumerate(value)
            ]
        else:
            details[field] = value
    kind = made["finding"]["kind"]
    if kind == "event" and not made["parties"]:
        raise InputError("An event needs somebody: name a source or a target.")
    made["parties"].sort(key=lambda row: (row["part"], row["position"]))
    wanted = {row["actor"] for row in made["parties"]}
    known = {actor["id"]: dict(actor) for actor in (*made["actors"], *actors)}
    made["actors"] = [known[actor] for actor in sorted(wanted)]
    return made


def same(one: Picture, other: Picture) -> bool:
    """Whether two pictures of a fact say the same, whoever is known by another name since."""

    def told(picture: Picture) -> Picture:
        marks = ("id", "rejected", "corrected", "flagged", "note")
        finding = {name: value for name, value in picture["finding"].items() if name not in marks}
        parties = sorted(picture["parties"], key=lambda row: (row["part"], row["position"]))
        return {"finding": finding, "details": picture["details"], "parties": parties}

    return told(one) == told(other)
