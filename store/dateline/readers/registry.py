"""FollowTheMoney registries: one entity a JSON line (https://followthemoney.tech), plain or gzipped, streamed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from dateline.errors import InputError
from dateline.model import Actor, Kind
from dateline.readers.packed import opened
from dateline.text.safe import harmless

#: schemata that are actors; others (addresses, passports, ownerships …) are passed over
KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organization",
    "PublicBody": "organization",
    "Company": "organization",
    "LegalEntity": "organization",
}
NAMES = ("name", "alias", "weakAlias", "previousName")


def registry_actors(path: str, malformed: Callable[[int, str], None]) -> Iterator[Actor]:
    """The actors of the file at ``path`` (``-``: standard input), in constant memory; ``forms`` are all their names.

    ``malformed`` is told the number of every line that is no entity, and why; the rest is read on.
    Raises InputError where the file itself cannot be read.
    """
    try:
        with opened(path) as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    actor = _actor(json.loads(line))
                except (ValueError, TypeError, KeyError, AttributeError) as error:
                    malformed(number, str(error))
                    continue
                if actor is not None:
                    yield actor
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"The registry {harmless(path)} cannot be read ({why}).") from error


def _actor(entity: dict[str, Any]) -> Actor | None:
    kind = KINDS.get(entity["schema"])
    if kind is None:
        return None
    properties = entity["properties"]
    given = [name for key in NAMES for name in properties.get(key, ())]
    names = tuple(dict.fromkeys(name.strip() for name in given if name.strip()))
    if not entity["id"] or not isinstance(entity["id"], str):
        raise ValueError("no id")
    if not names:
        raise ValueError("no name")
    if any("\0" in text or not _is_whole(text) for text in (entity["id"], *names)):
        raise ValueError("NUL or half a character in it")
    return Actor(entity["id"], names[0], kind, names)


def _is_whole(text: str) -> bool:
    """Whether the text has no half of a surrogate pair, which JSON can spell and UTF-8 cannot."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)
