"""The spellings of an actor as a table for a spreadsheet, and as an entity of FollowTheMoney."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.db.atlas import Spelling
from dateline.db.rows import ActorRow
from dateline.export.table import cell, csv_row
from dateline.model import Kind, Trait

#: what FollowTheMoney calls them; it has no schema for countries
_SCHEMATA: Mapping[Kind, str] = {"person": "Person", "organization": "Organization", "country": "PublicBody"}
#: what FollowTheMoney calls what the store keeps
_TRAITS = {"country": "country", "position": "position", "birth": "birthDate"}
_COUNTRY = "country-"  # begins the ids of countries; their code follows
_COLUMNS = ("spelling", "script", "lang", "outlet", "count", "first", "last")


def spelling_csv(rows: Iterable[Spelling]) -> Iterator[str]:
    """CSV by RFC 4180, a heading first."""
    yield csv_row(_COLUMNS)
    for row in rows:
        values = row.to_json()
        yield csv_row(cell(values[column]) for column in _COLUMNS)


def entity(actor: ActorRow, rows: Sequence[Spelling], traits: Sequence[Trait] = ()) -> dict[str, Any]:
    """The actor with its shown name as ``name`` and every other spelling as ``alias``, the most frequent first.

    ``traits`` are what registries said of it: they leave as they came, of others than persons only the countries, for
    FollowTheMoney knows no position or birth of theirs.
    """
    totals: dict[str, int] = {}
    for row in rows:
        totals[row.spelling] = totals.get(row.spelling, 0) + row.count
    aliases = [spelling for spelling in sorted(totals, key=lambda one: -totals[one]) if spelling != actor.name]
    properties = {"name": [actor.name], "alias": aliases}
    if actor.kind == "country" and actor.id.startswith(_COUNTRY):
        properties["country"] = [actor.id.removeprefix(_COUNTRY)]
    for what, value in traits:
        if what != "country" and actor.kind != "person":
            continue
        said = properties.setdefault(_TRAITS[what], [])
        value = value.lower() if what == "country" else value
        said += [value] if value not in said else []
    return {"id": actor.id, "schema": _SCHEMATA[actor.kind], "caption": actor.name, "properties": properties}
