"""Word lists: every name, title and common word of a pack and of the registry, with what each may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.packs import Office, Pack, knowledge
from dateline.text.fold import fold

SHORTEST_SURNAME = 3
PARTICLES = frozenset(
    "de|di|da|del|della|dos|du|la|le|von|van|der|den|bin|ibn|ben|al|el|ad|abu|ter|st".split("|")  # noqa: SIM905
)


def surname_of(name: str, first: bool = False) -> str:
    """The part of a full name by which it is mentioned again: its last word with the particles before it.

    ``first``: the surname stands first, as in Xi Jinping.
    """
    words = name.split()
    if first:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold().rstrip("'") in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _ordinary(pack: Pack) -> set[str]:
    """Words of the language that are no surname by themselves where nothing marks a name as one."""
    if not pack.language.loose_spaces:
        return set()
    dates = pack.dates
    tables = (dates.months, dates.jalali_months, dates.weekdays, dates.numbers, dates.days, pack.demonyms)
    words = [*pack.language.words, *pack.grammar.never_names, *dates.day_words]
    words += [word for table in tables for word in table]
    words += [word for names in pack.demonyms.values() for word in names]
    return {fold(word) for word in words}


def _stand_ins(pack: Pack) -> Iterator[tuple[str, str, str, Office]]:
    """Titles of deputies and of those who act for somebody, in a language that has words for them after the title."""
    more = pack.offices_more
    words = [(word, "Deputy ") for word in more.deputy_after] + [(word, "Acting ") for word in more.acting_after]
    for place, office in enumerate(pack.office if words else ()):
        for title in office.title:
            stems = [title[: -len(ending)] for ending in pack.grammar.possessives if title.endswith(ending)]
            for stem in stems:
                for word, english in words:
                    yield "office", str(place), f"{stem} {word}", Office((), f"{english}{office.office}")


def shortened(code: str) -> Iterator[str]:
    """Names of organisations in two or more words that another name of the same one ends in: "Security Council"."""
    for organisation in knowledge.organisations().values():
        names = [fold(name) for name in organisation.names.get(code, ())]
        yield from (one for one in names if " " in one and any(other.endswith(f" {one}") for other in names))


def entries(pack: Pack) -> Iterable[tuple[str, str, str, Office | None]]:
    code = pack.language.code
    for country in knowledge.countries().values():
        for name in {country.name, *country.names.get(code, ())}:
            yield "country", country.code, name, None
        for name in country.capitals.get(code, ()):
            yield "capital", country.code, name, None
    for name, ref in pack.capitals_extra.items():
        yield "capital" if ref in knowledge.countries() else "organization", ref, name, None
    for ref, names in pack.demonyms.items():
        for name in names:
            yield "demonym", ref, name, None
    for organisation in knowledge.organisations().values():
        for name in {organisation.name, *organisation.names.get(code, ())}:
            yield "organization", organisation.id, name, None
    ordinary = _ordinary(pack) | {fold(word) for word in knowledge.not_alone(code)}
    for person in knowledge.people().values():
        for name in {person.name, *person.names.get(code, ()), *person.names.get("en", ())}:
            yield "person", person.id, name, None
            surname = surname_of(name, person.surname_first)
            if surname != name and len(fold(surname)) >= SHORTEST_SURNAME and fold(surname) not in ordinary:
                yield "surname", person.id, surname, None
    for place, office in enumerate(pack.office):
        for title in office.title:
            yield "office", str(place), title, office
    yield from _stand_ins(pack)
    for words, english in pack.ministries.items():
        yield "ministry", english, words, None
    elided = tuple(f"{word}'" for word in pack.grammar.articles if len(word) == 1)
    for spelling, english in knowledge.towns(code).items():
        yield "town", english, spelling, None
        if spelling.casefold().startswith(elided):  # "L'Aia": "dell'Aia"
            yield "town", english, spelling[2:], None
    grammar, more = pack.grammar, pack.offices_more
    lists = {
        "people": grammar.people,
        "government": grammar.governments,
        "own_country": grammar.own_country,
        "counterpart": grammar.counterpart,
        "both": [*grammar.both_sides, *grammar.both_people],
        "both_countries": grammar.both_countries,
        "each_other": grammar.each_other,
        "place": grammar.nouns_of_place,
        "pronoun": grammar.pronouns.get("singular", ()),
        "pronouns": grammar.pronouns.get("plural", ()),
        "speaker": grammar.pronouns.get("speaker", ()),
        "former": more.former,
        "deputy": more.deputy,
        "acting": more.acting,
        "prefix": more.prefixes,
        "head": [head for head in more.organisation_heads if not head.startswith("-")],
    }
    for kind, phrases in lists.items():
        for phrase in phrases:
            yield kind, phrase, phrase, None
    for name, forms in grammar.pronouns.items():  # "singular object" = ["onu"]: the form itself bears the label
        number, _, label = name.partition(" ")
        for word in forms if label else ():
            yield ("pronoun" if number == "singular" else "pronouns"), label, word, None
