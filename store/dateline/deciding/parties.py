"""Whom a user means by a name: an actor of the store, one that extraction knows, or a new one written with a ``+``."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dateline.db.read import actor_named
from dateline.errors import InputError
from dateline.model import KINDS, Kind
from dateline.text.fold import fold

#: a name of the store this near is meant (of 100); less is only named as the nearest
NEAR = 85.0
_MADE = re.compile(r"\+\s*(?P<name>[^()]+?)\s*(?:\((?P<kind>\w+)\))?\s*")
#: how the ids of actors begin that extraction finds without knowing them
_PREFIX: dict[Kind, str] = {"person": "person", "organization": "org", "country": "country"}


class Party(NamedTuple):
    """An actor, stored or not yet; ``said`` tells whom a name was taken for where it is not the actor's own."""

    id: str
    name: str
    kind: str
    said: str = ""

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "kind": self.kind}


def parties(connection: sqlite3.Connection, value: str | Sequence[str]) -> list[Party]:
    """The actors of a side, each once; several names stand in a sequence or between commas.

    InputError, naming the nearest, where nobody is called so.
    """
    found = {party.id: party for name in _names(connection, value) for party in [_party(connection, name)]}
    return list(found.values())


def _names(connection: sqlite3.Connection, value: str | Sequence[str]) -> Iterator[str]:
    for part in [value] if isinstance(value, str) else value:
        whole = " ".join(part.split())
        if "," in whole and actor_named(connection, whole) is None:
            yield from filter(None, (name.strip() for name in whole.split(",")))
        elif whole:
            yield whole


def _party(connection: sqlite3.Connection, name: str) -> Party:
    if name.startswith("+"):
        return _made(connection, name)
    row = actor_named(connection, name)
    if row is not None:
        return Party(row.id, row.name, row.kind)
    from dateline.actors.search import search

    hits = search(connection, name, limit=1)
    hit = hits[0] if hits else None
    spelt = hit is not None and fold(hit.matched) == fold(name)
    known = None if spelt else _known(name)
    if known is not None:
        return known
    if hit is not None and (spelt or hit.score >= NEAR):
        how = "" if spelt else f" ({hit.why})"
        return Party(hit.actor, hit.name, hit.kind, f"{name!r} is {hit.name}{how}.")
    nearest = f"the nearest is {hit.name!r}" if hit is not None else "nobody is near"
    raise InputError(f"Nobody is called {name!r}: {nearest}, or '+{name}' makes a new actor.")


def _known(name: str) -> Party | None:
    """A country, organisation or person that extraction knows, by any of its spellings."""
    from dateline.packs import knowledge

    wanted = fold(name)

    def called_so(known: knowledge.Country | knowledge.Organisation | knowledge.Person) -> bool:
        forms = (form for spelt in known.names.values() for form in spelt)
        return wanted == fold(known.name) or any(wanted == fold(form) for form in forms)

    for code, country in knowledge.countries().items():
        if called_so(country):
            return Party(f"country-{code.lower()}", country.name, "country")
    for body in knowledge.organisations().values():
        if called_so(body):
            return Party(body.id, body.name, "organization")
    for person in knowledge.people().values():
        if called_so(person):
            return Party(person.id, person.name, "person")
    return None


def _made(connection: sqlite3.Connection, written: str) -> Party:
    """A new actor, unless the store has one of that name."""
    read = _MADE.fullmatch(written)
    kind = (read["kind"] or "person").lower() if read else ""
    if read is None or kind not in KINDS:
        raise InputError(f"{written!r} makes no actor: write '+Name', '+Name (organization)' or '+Name (country)'.")
    from dateline.extract.cast import slug

    name = read["name"]
    there = actor_named(connection, name)
    if there is not None:
        return Party(there.id, there.name, there.kind)
    return Party(f"{_PREFIX[kind]}-{slug(name)}", name, kind)
