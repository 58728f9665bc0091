"""What speaks for two local ids being one person, and what against it, beside their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dateline.db.about import About, Office
from dateline.packs import knowledge

#: how much speaks for it: the same office; the same country, or those beside them; too little to link anybody
OFFICE, LIKELY, LITTLE = 3, 2, 1
#: people and bodies that no list holds, beside both, that are as good as a country
_RARE = 2
_TOLD = 3  # of those beside both, how many a reason names
#: years that an article may lie outside an office, or away from others that name somebody, and mean the same one
_OFFICE_YEARS, _YEARS = 1, 10
_FORMER = "former "
_HOLDERS = {"spokesman": "spokesperson", "spokeswoman": "spokesperson"}


class Evidence(NamedTuple):
    """How much speaks for two being one, 0: nothing; the office or country that both have, those beside both."""

    weight: int = 0
    office: str | None = None
    country: str | None = None  # ISO 3166 code
    beside: tuple[str, ...] = ()  # ids

    def why(self) -> str:
        """As ``links.why`` keeps it: "Foreign Minister of Russia, beside Sergey Lavrov". Names are those of lists or
        made of ids: it must not change with what articles call somebody."""
        country = knowledge.countries().get(self.country or "")
        said = [self.office] if self.office else [f"of {country.name}"] if country else []
        names = [_name(id) for id in self.beside[:_TOLD]]
        if names:
            said.append("beside " + " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names))
        return ", ".join(said)


def _name(id: str) -> str:
    id = id.partition("~")[0]  # somebody split off
    listed = knowledge.people().get(id) or knowledge.organisations().get(id)
    if listed is not None:
        return listed.name
    kind, _, words = id.partition("-")
    return words.replace("-", " ").title() if kind in ("person", "org") else id.replace("-", " ").title()


def speaks_against(one: About, other: About) -> bool:
    """Whether they have different countries, births, or the same office at other times."""
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        return True
    births, years = ({date[:4] for date in about.births} for about in (one, other))
    if births and years and births.isdisjoint(years):
        return True
    return not _in_office(one, other) or not _in_office(other, one)


def _in_office(one: About, other: About) -> bool:
    """Whether the offices that articles give one of them lie in the terms of the other, where these are known."""
    for office in one.offices:
        terms = [term for term in other.offices if term.listed and _same(office, term)]
        if office.listed or office.words.startswith(_FORMER) or not terms or not office.since:
            continue
        if not any(_overlap(office, term) for term in terms):
            return False
    return True


def _overlap(office: Office, term: Office) -> bool:
    since, until = int((office.since or "0")[:4]), int((office.until or "9999")[:4])
    began, ended = int((term.since or "0")[:4]), int((term.until or "9999")[:4])
    return since <= ended + _OFFICE_YEARS and until >= began - _OFFICE_YEARS


def _same(one: Office, other: Office) -> bool:
    """Whether it is one office: of the same body, or of a country where either does not say which body."""
    if _words(str(one)) == _words(str(other)):
        return True
    same_country = one.country is not None and one.country == other.country
    return same_country and (_of_country(one) or _of_country(other)) and _words(one.words) == _words(other.words)


def _words(office: str) -> frozenset[str]:
    """The words of an office, however they are joined and whoever holds it."""
    return frozenset(_HOLDERS.get(word, word) for word in office.lower().split()) - {"of", "the", _FORMER.strip()}


def _of_country(office: Office) -> bool:
    return office.country in knowledge.countries() and knowledge.countries()[office.country or ""].name == office.of


def years_apart(one: About, other: About) -> bool:
    """Whether the articles that name them lie too far apart for a name of one word."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return int(one.first[:4]) - int(other.last[:4]) > _YEARS or int(other.first[:4]) - int(one.last[:4]) > _YEARS


def speaks_for(one: About, other: About, *, near: bool = True) -> Evidence:
    """What the contexts of two names have in common; a country says little where the names are not ``near``."""
    beside = _common(one.beside & other.beside)
    offices = sorted(str(mine) for mine in one.offices for theirs in other.offices if _same(mine, theirs))
    offices += sorted({mine for mine in one.positions} & {str(theirs) for theirs in other.offices})
    country = min(one.countries & other.countries, default=None)
    if offices:
        return Evidence(OFFICE, offices[0], country, beside)
    if (country and near) or sum(map(_rare, beside)) >= _RARE:
        return Evidence(LIKELY, None, country, beside)
    return Evidence(LITTLE if country or beside else 0, None, country, beside)


def speaks_for_one_word(alone: About, full: About) -> Evidence:
    """What an article that has one word for somebody has in common with the articles that have a full name."""
    found = speaks_for(alone, full)
    if found.weight >= LIKELY:
        return found
    there = sorted(code for code in full.countries if f"country-{code.lower()}" in alone.beside)
    people = [id for id in found.beside if id not in knowledge.organisations()]
    if there and people and not alone.countries:
        return found._replace(weight=LIKELY, country=there[0])
    return found


def _common(ids: Iterable[str]) -> tuple[str, ...]:
    """People and bodies, those whom a list holds first: a reader knows them."""
    return tuple(sorted((id for id in ids if not id.startswith("country-")), key=lambda id: (_rare(id), id)))


def _rare(id: str) -> bool:
    """Whether no list holds them: so few articles name them that it says much."""
    return id.startswith(("person-", "org-"))
