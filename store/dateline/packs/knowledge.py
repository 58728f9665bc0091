"""What ships about the world: countries, organisations, towns, persons and the offices they held.

The tables lie beside this module as JSON (``SOURCES.md`` names their sources) and are read when first asked for.
Spellings stand per pack language; a language that a table has no spellings for is simply not a key. Months are
``YYYY-MM``. Whoever resolves an office asks ``holder``, which rather answers None than guesses.

In the files spellings are joined by ``|`` and terms by ``;``: reading them is part of the cost of every command.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from os import path
from typing import Any, NamedTuple, TypeVar

from dateline.packs.sealed import Sealed
from dateline.packs.tables import once

FOLDER = path.dirname(__file__)  # importlib.resources would cost more to import than all the tables to read

T = TypeVar("T")
Spellings = Mapping[str, tuple[str, ...]]  # pack language -> usual spellings, commonest first


class Country(NamedTuple):
    """A country, or a government that acts like one. ``code`` is ISO 3166 alpha-2, else of its user-assigned range."""

    code: str
    name: str  # usual English name
    names: Spellings
    capital: str  # usual English name, "" where there is none
    capitals: Spellings  # no spelling where the word has another meaning in that language


class Organisation(NamedTuple):
    """An organisation, party, armed group or ministry known across borders."""

    id: str
    name: str  # usual English name
    names: Spellings
    media: bool = False  # tells news: the teller of a fact, hardly ever its party
    army: str = ""  # the code of the country whose army it is and which it stands for by a name like "Israeli army"
    kind: str = "organization"


class Term(NamedTuple):
    """An office somebody held. ``end`` None: held at ``as_of()``."""

    post: str
    of: str  # a country's code or an organisation's id
    start: str
    end: str | None = None  # the month of the handover, or from which on the table does not know


class Person(NamedTuple):
    """A person of public life. Forms are full names; ``surname_first`` as in Xi Jinping."""

    id: str
    name: str  # usual English name
    names: Spellings
    terms: tuple[Term, ...] = ()
    surname_first: bool = False


class Listing(Mapping[str, T]):
    """Records by id. Each is made when it is first asked for: an article names few of many."""

    def __init__(self, records: Iterable[tuple[str, Any]], make: Callable[[Any], T]) -> None:
        self._lines = Sealed({key: json.dumps(record, ensure_ascii=False) for key, record in records})
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(json.loads(self._lines[key]))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_made": {}}


@cache
def _read(name: str) -> Any:
    with open(path.join(FOLDER, name), encoding="utf-8") as file:
        return json.load(file)


def _spellings(found: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {lang: tuple(names.split("|")) for lang, names in found.items()}


def _held(terms: str) -> tuple[Term, ...]:
    return tuple([Term(*term.split()) for term in terms.split(";")]) if terms else ()


@once
def countries() -> Mapping[str, Country]:
    """Code -> country."""
    return Listing(((record["code"], record) for record in _read("countries.json")["countries"]), _country)


def _country(record: Mapping[str, Any]) -> Country:
    names, capitals = _spellings(record["names"]), _spellings(record["capitals"])
    return Country(record["code"], record["name"], names, record["capital"], capitals)


@once
def organisations() -> Mapping[str, Organisation]:
    """Id -> organisation."""
    return Listing(((record["id"], record) for record in _read("organisations.json")["organisations"]), _organisation)


def _organisation(record: Mapping[str, Any]) -> Organisation:
    return Organisation(
        record["id"], record["name"], _spellings(record["names"]), record["media"], army=record.get("army", "")
    )


@once
def people() -> Mapping[str, Person]:
    """Id -> person."""
    return Listing(((record["id"], record) for record in _read("registry.json")["people"]), _person)


def _person(record: Mapping[str, Any]) -> Person:
    names, terms = _spellings(record["names"]), _held(record["terms"])
    return Person(record["id"], record["name"], names, terms, record.get("surname_first", False))


@cache
def not_alone(lang: str) -> frozenset[str]:
    """Last names of the registry that name nobody when they stand alone in a text of that language.

    They are first names as well (Ali, Martin), words of daily speech (May, Çelik, غنی), or too common.
    """
    found: str = _read("registry.json")["not_alone"].get(lang, "")
    return frozenset(found.split("|"))


@cache
def towns(lang: str) -> Mapping[str, str]:
    """Spelling in a pack language -> usual English name, of towns and regions where people meet; {} if none ship."""
    try:
        found: dict[str, str] = _read(f"towns.{lang}.json")["towns"]
    except FileNotFoundError:
        return {}
    return found


@once
def _homes() -> Mapping[str, str]:
    listed: dict[str, str] = _read("towns.countries.json")["towns"]
    return Sealed({name: code for code, names in listed.items() for name in names.split("|")})


def country_of(town: str) -> str | None:
    """The code of the country a town or region lies in, by its English name; None where two are meant by it."""
    return _homes().get(town)


@once
def as_of() -> str:
    """The month up to which the registry was kept, YYYY-MM."""
    month: str = _read("registry.json")["as_of"]
    return month


@once
def _terms() -> Mapping[tuple[str, str], tuple[tuple[Term, str], ...]]:
    """Post and country or organisation -> the terms with the ids of those who held it."""
    found: dict[tuple[str, str], list[tuple[Term, str]]] = {}
    for person in people().values():
        for term in person.terms:
            found.setdefault((term.post, term.of), []).append((term, person.id))
    return {office: tuple(terms) for office, terms in found.items()}


def _months(published: str) -> Iterator[str]:
    """The months that a date of day, month or year precision may mean."""
    if len(published) >= 7:
        yield published[:7]
    else:
        yield from (f"{published}-{month:02}" for month in range(1, 13))


def holder(post: str, of: str, published: str | None) -> Person | None:
    """Who held an office when an article was published, or None where that is not beyond doubt.

    ``published`` is ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``. None for an undated article, a date after ``as_of()`` or
    outside every known term, a month in which the office changed hands, a year of which that is true for any month.
    """
    if not published:
        return None
    found: set[str] = set()
    for month in _months(published):
        if month > as_of():
            return None
        about = [
            (term, person)
            for term, person in _terms().get((post, of), ())
            if term.start <= month <= (term.end or as_of())
        ]
        if len(about) != 1 or month in (about[0][0].start, about[0][0].end):
            return None
        found.add(about[0][1])
    return people()[found.pop()] if len(found) == 1 else None


@once
def _offices() -> Any:
    return _read("offices.json")


def office_name(post: str, of: str) -> str:
    """The usual English name of a post: ("foreign_minister", "US") -> "Secretary of State"."""
    offices = _offices()
    name: str = (
        offices["own"].get(post, {}).get(of) or offices["posts"].get(post) or post.replace("_", " ").capitalize()
    )
    return name


#: ministries that have another name: (English name of the ministry, country) -> organisation id
_MINISTRIES = {("Foreign Ministry", "US"): "us-state-department", ("Defence Ministry", "US"): "pentagon"}


@once
def ministries() -> Mapping[str, str]:
    """The codes of the countries of ministries that are organisations, by their ids."""
    return {ref: code for (_, code), ref in _MINISTRIES.items()}


def ministry(english: str, of: str) -> str | None:
    """The organisation that is a country's ministry under another name, None where its plain name serves."""
    return _MINISTRIES.get((english, of))
