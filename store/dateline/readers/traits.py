"""What a registry says of an entity beside its names: countries, positions, dates of birth, as the store keeps them.

FollowTheMoney writes countries as lower-case ISO 3166 codes, with those of states that are no more (``suhh``) and some
of its own (``eu``, ``xk``, ``ge-ab``); some registries write names instead. What is none of these is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from dateline.model import Trait
from dateline.packs import knowledge
from dateline.text.fold import fold

#: codes of two letters, and with what is a part of a country or claims to be
_CODE = re.compile(r"[a-z]{2}(-[a-z0-9]{1,4})?", re.ASCII)
#: states that are no more (ISO 3166-3)
_FORMER_CODES = """
aidj anhh bqaq bumm byaa cshh csxx ctki ddde dybj fqhh fxfr gehh hvbf jtum mium nhvu nqaq nthh pchh puum pzpa rhzw skin
suhh tptl vdvn wkum ydye yucs zrcd
"""
_FORMER = frozenset(_FORMER_CODES.split())
#: a day, a month or a year; registries put a time behind a day
_DATE = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?", re.ASCII | re.DOTALL)
#: what FollowTheMoney calls them, and the store
_KINDS = {"country": "country", "position": "position", "birthDate": "birth"}
LONGEST = 300  # characters; what is longer is none of these
#: the values that are kept of each kind: more says nothing more
MOST = 50


def traits_of(properties: Mapping[str, Any], cleaned: Callable[[str], str | None]) -> tuple[tuple[Trait, ...], int]:
    """The traits of an entity, each once, and how many values were left out because they are malformed.

    ``cleaned`` gives a text single blanks and takes out what cannot be kept; None for what then says nothing.
    """
    found: dict[Trait, None] = {}
    left_out = 0
    for key, what in _KINDS.items():
        for kept, given in enumerate(_values(properties.get(key))):
            value = _value(what, given, cleaned) if isinstance(given, str) and len(given) <= LONGEST else None
            if value is None:
                left_out += 1
            elif kept < MOST:
                found[what, value] = None
    return tuple(found), left_out


def _value(what: str, given: str, cleaned: Callable[[str], str | None]) -> str | None:
    if what == "position":
        return cleaned(given)
    return _country(given) if what == "country" else _birth(given.strip())


def _values(given: Any) -> Iterator[Any]:
    """What a property holds, in a list or, against the rules of FollowTheMoney, alone; an empty string is nothing."""
    if given is not None and given != "":
        yield from given if isinstance(given, list) else [given]


@lru_cache(maxsize=1024)
def _country(text: str) -> str | None:
    """The code in upper case."""
    code = text.strip().lower()
    if code in _FORMER or _CODE.fullmatch(code):
        return code.upper()
    return _codes().get(fold(text.strip()))


@cache
def _codes() -> Mapping[str, str]:
    """The codes of the countries by all their names, folded."""
    found: dict[str, str] = {}
    for code, country in knowledge.countries().items():
        for name in (country.name, *(name for names in country.names.values() for name in names)):
            found.setdefault(fold(name), code)
    return found


def _birth(text: str) -> str | None:
    """The date as precise as it is given."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    try:
        date.fromisoformat(found[1] + "-01-01"[len(found[1]) - 4 :])
    except ValueError:
        return None
    return found[1]
