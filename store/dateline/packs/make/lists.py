"""organisations.json and registry.json from the project's own tables, ``organisations.txt`` and ``people.txt``.

Both tables hold one record a line, fields between ``|``, spellings between ``;``; their heads tell the fields.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from dateline.packs.make import LANGUAGES
from dateline.packs.make.compact import HERE, distinct, document, packed

LATIN = ("tr", "it")  # languages that print a foreign name as English does unless the table says otherwise
LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae"})
HALF_SPACE = "\u200c"
SPACED_FREELY = re.compile(r"[\u0600-\u06ff]")
SURNAME_FIRST = "surname-first"
EXCEPTIONS = ("!", "+")  # first letters of the lines that list spellings and are no records
MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")

Record = dict[str, Any]


class TableError(ValueError):
    """A line that cannot be read; the message names the table, the line and what is wrong with it."""


def slug(name: str) -> str:
    """An id made of a name: ASCII, lower case, hyphens between the words."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    ascii_only = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def lines(table: str) -> Iterator[tuple[int, list[str]]]:
    """(line number, fields) of every record of a hand-written table."""
    for number, text in enumerate((HERE / table).read_text(encoding="utf-8").splitlines(), 1):
        if text.strip() and not text.startswith("#"):
            yield number, [field.strip() for field in text.split("|")]


def one_spacing(spellings: list[str]) -> list[str]:
    """Without those that differ only in spaces and half-spaces: whoever reads such a script reads them all as one.

    The one of the fewest words stays (چاووش‌اوغلو, not چاووش اوغلو), so that the last word is the whole surname.
    """
    best: dict[str, str] = {}
    for spelling in spellings:
        key = re.sub(f"[ {HALF_SPACE}]", "", spelling) if SPACED_FREELY.search(spelling) else spelling
        if key not in best or len(spelling.split()) < len(best[key].split()):
            best[key] = spelling
    return list(best.values())


def names(name: str, fields: list[str]) -> dict[str, list[str]]:
    """Language -> spellings, from fields such as ``tr Cenevre; …``; the English name is the first English spelling."""
    own = {field[:2]: [part.strip() for part in field[3:].split(";")] for field in fields}
    unknown = set(own) - set(LANGUAGES)
    if unknown:
        raise TableError(f"no pack language: {', '.join(sorted(unknown))}")
    english = distinct([name, *own.get("en", [])])
    found = {"en": english}
    for lang in LANGUAGES:
        if lang != "en":
            found[lang] = one_spacing(own.get(lang, english if lang in LATIN else []))
    return {lang: found[lang] for lang in LANGUAGES if found[lang]}


def organisation(fields: list[str]) -> Record:
    """One record of organisations.json: id | English name | media | army IL | tr … | fa … | it … | en …"""
    army = next((field for field in fields[2:] if field.startswith("army ")), None)
    spelt = [field for field in fields[2:] if field not in ("media", army)]
    record = {"id": fields[0], "name": fields[1], "names": names(fields[1], spelt), "media": "media" in fields}
    return record | ({"army": army.removeprefix("army ")} if army else {})


def term(text: str) -> str:
    """``post of 2021-01 2025-01``, checked; a missing end means that the office was held at ``as_of``."""
    words = text.split()
    if len(words) not in (3, 4) or not all(MONTH.fullmatch(month) for month in words[2:]):
        raise TableError(f"a term is 'post of YYYY-MM [YYYY-MM]', not {text!r}")
    if len(words) == 4 and words[3] < words[2]:
        raise TableError(f"a term ends before it starts: {text!r}")
    return " ".join(words)


def person(fields: list[str]) -> Record:
    """One record of registry.json: English name | terms | surname-first | tr … | fa … | it … | en …"""
    terms = ";".join(term(part) for part in fields[1].split(";") if part.strip())
    spelt = names(fields[0], [field for field in fields[2:] if field != SURNAME_FIRST])
    record: Record = {"id": slug(fields[0]), "name": fields[0], "names": spelt, "terms": terms}
    return record | {"surname_first": True} if SURNAME_FIRST in fields else record


def exceptions(table: str, sign: str = "!") -> dict[str, list[str]]:
    """Language -> what the table's lines that start with the sign ("!xx A; B") list."""
    found: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    for _, fields in lines(table):
        if fields[0].startswith(sign):
            found[fields[0][1:3]] += [part.strip() for part in fields[0][4:].split(";")]
    return {lang: distinct(words) for lang, words in found.items()}


def not_alone(people: list[Record]) -> dict[str, list[str]]:
    """Language -> last names of the people that are also first names of the table, or that it lists as exceptions."""
    found, kept = {}, exceptions("people.txt", "+")
    for lang, listed in exceptions("people.txt").items():
        forms = [one["names"].get(lang, []) for one in people if "surname_first" not in one]
        first = {spellings[0].split()[0] for spellings in forms if spellings and " " in spellings[0]}
        last = {name.split()[-1] for spellings in forms for name in spellings if " " in name}
        found[lang] = sorted({*listed, *(first & last)} - {*kept[lang]})
    return found


def records(table: str) -> list[Record]:
    """Every record of a table in its order; refuses a line it cannot read and an id that stands twice."""
    found: dict[str, Record] = {}
    for number, fields in lines(table):
        if fields[0][:1] in EXCEPTIONS:
            continue
        try:
            record = organisation(fields) if table == "organisations.txt" else person(fields)
        except (TableError, IndexError) as error:
            raise TableError(f"{table}, line {number}: {error}") from error
        if record["id"] in found:
            raise TableError(f"{table}, line {number}: {record['id']} stands twice")
        found[record["id"]] = record
    return list(found.values())


def as_of() -> str:
    """The month up to which people.txt was kept: its line ``# as_of YYYY-MM``."""
    text = (HERE / "people.txt").read_text(encoding="utf-8")
    found = re.search(r"^# as_of ((?:20)\d\d-\d\d)$", text, re.MULTILINE)
    if found is None:
        raise TableError("people.txt needs a line '# as_of YYYY-MM'")
    return found[1]


def tables() -> dict[str, str]:
    """File name -> text of the two files."""
    organisations = [packed(record, "names") for record in records("organisations.txt")]
    people = records("people.txt")
    head = packed({"as_of": as_of(), "not_alone": not_alone(people)}, "not_alone")
    return {
        "organisations.json": document({}, "organisations", organisations),
        "registry.json": document(head, "people", [packed(person, "names") for person in people]),
    }
