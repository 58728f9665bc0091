"""FollowTheMoney registries: one entity a JSON line (https://followthemoney.tech), plain or gzipped, streamed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import IO, Any

from dateline.errors import InputError
from dateline.model import Actor, Kind
from dateline.readers.packed import measured
from dateline.readers.sources import unreadable
from dateline.readers.traits import traits_of
from dateline.text.safe import harmless
from dateline.text.spelling import spelt

#: schemata that are actors; others (addresses, passports, ownerships …) are passed over
KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organization",
    "PublicBody": "organization",
    "Company": "organization",
    "LegalEntity": "organization",
}
NAMES = ("name", "alias", "weakAlias", "previousName")
NAMED = 5  # malformed lines that are named one by one
LONGEST_LINE = 16 * 2**20  # bytes; of a longer one nothing is held in memory
LONGEST_NAME = 1000  # characters; what is longer is no name
_PACKED = (b"PK\3\4", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")  # how files of zip, bzip2, xz and zstd begin
_EVERY = 500  # lines after which is looked how far the file is read


class Registry:
    """A registry while it is read, and what was found to be wrong with it so far."""

    def __init__(self, path: str) -> None:
        """``path`` is ``-`` for standard input."""
        self.path = path
        self.called = "standard input" if path == "-" else harmless(path)
        self.malformed: list[tuple[int, str]] = []  # number of a line that is no entity, and why: the first few
        self.passed_over = 0  # how many such lines there are
        self.names_left_out = 0  # of entities that have other names
        self.traits_left_out = 0  # countries, positions and dates of birth that are none
        self.share: float | None = None  # how much of the file is read, 0 to 1; None where nobody knows

    def actors(self) -> Iterator[Actor]:
        """Its actors, in constant memory; ``forms`` are all their names and ``traits`` what else is kept, none twice.

        Raises InputError where the file cannot be read, or not to its end.
        """
        began = False
        try:
            with measured(self.path) as (file, share):
                for number, line in _lines(file):
                    began = True
                    if number % _EVERY == 1:
                        self.share = share()
                    actor = self._actor(number, line)
                    if actor is not None:
                        yield actor
        except (EOFError, zlib.error) as error:
            raise self._broken(error) from error
        except (OSError, ValueError) as error:
            raise self._broken(error) if began else unreadable(self.path, error) from error

    def _broken(self, error: Exception) -> InputError:
        why = str(getattr(error, "strerror", None) or error).rstrip(".")
        return InputError(f"The registry {self.called} ends too early or is damaged ({why}): fetch it again.")

    def _actor(self, number: int, line: bytes | None) -> Actor | None:
        try:
            if line is None:
                raise ValueError(f"longer than {LONGEST_LINE // 2**20} MB")
            if number == 1:
                line = _without_mark(line)
            return self._read(line) if line.strip() else None
        except (ValueError, RecursionError) as error:
            self.passed_over += 1
            if len(self.malformed) < NAMED:
                self.malformed.append((number, _reason(error)))
            return None

    def _read(self, line: bytes) -> Actor | None:
        """The actor of one line, None for an entity that is none. Raises ValueError, its message what is wrong."""
        entity = json.loads(line.decode("utf-8"))
        if not isinstance(entity, dict):
            raise ValueError("no JSON object")
        schema, own_id, properties = entity.get("schema"), entity.get("id"), entity.get("properties")
        if not isinstance(schema, str):
            raise ValueError("no schema")
        kind = KINDS.get(schema)
        if kind is None:
            return None
        if not isinstance(own_id, str) or not own_id.strip():
            raise ValueError("no id")
        if len(own_id) > LONGEST_NAME or not own_id.isprintable():
            raise ValueError(f"an id that is longer than {LONGEST_NAME} characters or cannot be printed")
        if not isinstance(properties, dict):
            raise ValueError("no properties")
        given = list(_given(properties))
        names = dict.fromkeys(filter(None, map(_name, given)))
        if not names:
            wrong = f"no name that is text with a letter in it and at most {LONGEST_NAME} characters long"
            raise ValueError(wrong if given else "no name")
        self.names_left_out += sum(not _name(name) for name in given)
        traits, left_out = traits_of(properties, _name)
        self.traits_left_out += left_out
        return Actor(own_id, next(iter(names)), kind, tuple(names), traits)


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; None for one too long to be held."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        whole = len(line) < LONGEST_LINE or line.endswith(b"\n")
        while not whole:
            rest = file.readline(2**16)
            whole = not rest or rest.endswith(b"\n")
            line = b""
        yield number, line or None


def _without_mark(line: bytes) -> bytes:
    """The first line without the sign that says how a file is encoded. Raises ValueError where it is no text."""
    if line.startswith((b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")):
        raise ValueError("UTF-16: write the registry as UTF-8")
    if line.startswith(_PACKED):
        raise ValueError("packed, and not by gzip: unpack the file first")
    return line.removeprefix(b"\xef\xbb\xbf")


def _given(properties: dict[str, Any]) -> Iterator[Any]:
    """What stands where names stand, of whatever type; one that is in no list counts too."""
    for key in NAMES:
        value = properties.get(key)
        if isinstance(value, list):
            yield from value
        elif value is not None:
            yield value


def _name(given: Any) -> str | None:
    """A name as the store keeps it.

    None for what is no text, has no letter or digit, is too long or cannot be written as UTF-8.
    """
    if not isinstance(given, str) or len(given) > LONGEST_NAME:
        return None
    name = spelt(given)
    if "\0" in name or any("\ud800" <= char <= "\udfff" for char in name):
        return None
    return name if any(map(str.isalnum, name)) else None


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON: {error.msg} at column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    return "too many brackets" if isinstance(error, RecursionError) else str(error)
