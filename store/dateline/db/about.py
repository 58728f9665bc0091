"""What the store knows of somebody beside his names: countries, offices, dates, and who else its articles name.

It says whether two names may be one person's. All of it is looked up by index, and of somebody whom very many articles
name no article is read: what such a one held is known from elsewhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.packs import knowledge

#: of somebody whom more articles name, ``beside``, ``first`` and ``last`` are not known
MOST_ARTICLES = 100


class Office(NamedTuple):
    """An office that somebody holds or held: by an article's word, or by the table of people (``listed``).

    ``since`` and ``until`` are ISO dates, as precise as known: those of the articles, of a listed office those of the
    term, where an ``until`` of None means that it has not ended.
    """

    words: str  # English, "Foreign Minister"
    of: str | None  # the usual English name of a country or an organisation
    country: str | None  # ISO 3166 code of that country, or of the organisation's
    since: str | None = None
    until: str | None = None
    listed: bool = False

    def __str__(self) -> str:
        return f"{self.words} of {self.of}" if self.of else self.words


class About(NamedTuple):
    """What is known of an actor or a local id; empty where nothing is."""

    countries: frozenset[str] = frozenset()  # ISO 3166 codes: of the offices, and of a registry
    offices: tuple[Office, ...] = ()
    positions: tuple[str, ...] = ()  # words of a registry
    births: tuple[str, ...] = ()  # ISO dates of a registry
    first: str | None = None  # publication of its first and last article that has a date
    last: str | None = None
    beside: frozenset[str] = frozenset()  # the local ids that its articles name, too


def about_locals(connection: sqlite3.Connection, locals_: Sequence[str], most: int = MOST_ARTICLES) -> About:
    """What is known of these local ids together, whomever they are shown as; no article of more than ``most``."""
    offices = tuple(sorted({office for local in locals_ for office in _offices(connection, local)}, key=str))
    traits: dict[str, list[str]] = {"country": [], "position": [], "birth": []}
    marks = ", ".join("?" * len(locals_))
    query = f"SELECT DISTINCT what, value FROM traits WHERE actor IN ({marks}) ORDER BY value"
    for what, value in connection.execute(query, tuple(locals_)):
        traits[what].append(value)
    articles = _articles(connection, locals_, most)
    dates = sorted(date for _, date in articles if date)
    return About(
        countries=frozenset([*traits["country"], *(office.country for office in offices if office.country)]),
        offices=offices,
        positions=tuple(traits["position"]),
        births=tuple(traits["birth"]),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        beside=_named_in(connection, [key for key, _ in articles]).difference(locals_),
    )


def _offices(connection: sqlite3.Connection, local: str) -> Iterator[Office]:
    """The terms of somebody whom the table of people has, else what articles call him."""
    person = knowledge.people().get(local)
    if person is not None and person.terms:
        for post, of, start, end in person.terms:
            name, country = _body(of)
            yield Office(knowledge.office_name(post, of), name, country, start, end, True)
        return
    query = """SELECT r.office, r."of", min(a.published), max(a.published)
               FROM parties p CROSS JOIN roles r ON r.finding = p.finding JOIN findings f ON f.id = p.finding
               JOIN stored_articles a ON a.id = f.article
               WHERE p.actor = ? AND p.part = 'holder' AND NOT f.rejected GROUP BY 1, 2"""
    for words, of, since, until in connection.execute(query, (local,)).fetchall():
        yield Office(words, of, country_of(of), since, until)


def _body(of: str) -> tuple[str, str | None]:
    """The English name of what a term is of, and the country's code."""
    country = knowledge.countries().get(of)
    if country is not None:
        return country.name, of
    body = knowledge.organisations().get(of)
    name = of if body is None else body.name
    return name, knowledge.ministries().get(of) or (body.army if body and body.army else country_of(name))


def country_of(name: str | None) -> str | None:
    """The code of the country that an English name is of: "Oman", "Navy of Oman"; None for all others."""
    return _codes().get(name.rpartition(" of ")[2] if name else "")


def country_name(code: str) -> str:
    """The English name of a country; the code itself where no table has it."""
    country = knowledge.countries().get(code)
    return code if country is None else country.name


@cache
def _codes() -> dict[str, str]:
    found = {country.name: code for code, country in knowledge.countries().items()}
    bodies = knowledge.organisations()
    return found | {bodies[ref].name: code for ref, code in knowledge.ministries().items() if ref in bodies}


def _articles(connection: sqlite3.Connection, locals_: Sequence[str], most: int) -> list[tuple[int, str | None]]:
    """Row and date of the articles that name any of these; [] where they are too many."""
    marks = ", ".join("?" * len(locals_))
    query = f"SELECT DISTINCT article FROM mentions WHERE actor IN ({marks}) LIMIT {most + 1}"
    keys = [key for (key,) in connection.execute(query, tuple(locals_))]
    if len(keys) > most:
        return []
    query = f"SELECT id, published FROM stored_articles WHERE id IN ({', '.join('?' * len(keys))})"
    return connection.execute(query, keys).fetchall()


def _named_in(connection: sqlite3.Connection, articles: Iterable[int]) -> frozenset[str]:
    keys = list(articles)
    query = f"SELECT DISTINCT actor FROM mentions WHERE article IN ({', '.join('?' * len(keys))})"
    return frozenset(actor for (actor,) in connection.execute(query, keys))
