"""Whether a registry's words for a position are an office that the shipped table of people knows.

The words have to be the office and nothing else but its country: a "Deputy Prime Minister" is no prime minister, and a
"President of the Senate" no head of state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.packs import codes, knowledge
from dateline.text.fold import fold

#: what states call themselves beside their names, and words that join those of an office
_STATE = """
of the and for his her excellency republic kingdom federation federal islamic democratic people s peoples socialist arab
state principality sultanate emirate grand duchy
"""
_ALLOWED = frozenset(_STATE.split())
_WORD, _YEAR = re.compile(r"\w+"), re.compile(r"[12]\d{3}")
_HEAD = "head_of_state"
#: how old somebody is at least and at most when a term begins, and by how many years a registry may be wrong
_YOUNGEST, _OLDEST, _NEAR = 18, 100, 1


def held(person: knowledge.Person, positions: Iterable[str], countries: Iterable[str], births: Iterable[str]) -> str:
    """The office of a listed person, "Secretary of State of United States", that one of these positions names.

    Its country is one of ``countries`` (ISO 3166 codes), and nobody born then was too young or too old for it. Where
    states are not headed by a president, those who head them are called alike, so a birth has to be known. "" where no
    office is so.
    """
    there, born = frozenset(countries), [int(date[:4]) for date in births]
    said = [part for position in positions for part in position.split(";")]
    terms = [term for term in person.terms if term.of in there and (born or not _dynastic(term))]
    for term in terms:
        of_age = all(_YOUNGEST <= int(term.start[:4]) - year <= _OLDEST for year in born)
        if of_age and any(names(words, term) for words in said):
            return f"{knowledge.office_name(term.post, term.of)} of {knowledge.countries()[term.of].name}"
    return ""


def _dynastic(term: knowledge.Term) -> bool:
    """Whether a country's head of state is a king, an emir, a pope …"""
    return term.post == _HEAD and knowledge.office_name(_HEAD, term.of) != knowledge.office_name(_HEAD, "")


def names(position: str, term: knowledge.Term) -> bool:
    """Whether words for a position, in a pack language, are the office of a country's term."""
    if term.of not in knowledge.countries():
        return False
    found = _WORD.findall(fold(position))
    years = [int(word) for word in found if _YEAR.fullmatch(word)]
    first, last = int(term.start[:4]) - _NEAR, int((term.end or "9999")[:4]) + _NEAR
    if years and not any(first <= year <= last for year in years):
        return False
    words = tuple(word for word in found if not word[0].isdigit())  # nor "46th"
    return any(_is(words, title, _of_country(term.of)) for title in _titles(term.post, term.of))


def _is(words: tuple[str, ...], title: tuple[str, ...], allowed: frozenset[str]) -> bool:
    """Whether the words are the title, with nothing around it but what is allowed."""
    ways = (at for at in range(len(words) - len(title) + 1) if words[at : at + len(title)] == title)
    return any(allowed.issuperset(words[:at] + words[at + len(title) :]) for at in ways)


@cache
def _titles(post: str, of: str) -> frozenset[tuple[str, ...]]:
    """What the holder of a post is called in the pack languages, as folded words."""
    from dateline.packs.compiled import ready

    found = {knowledge.office_name(post, of), knowledge.office_name(post, "")}
    for pack in map(ready, codes()):
        for office in pack.office:
            if office.post == post and office.of in (None, of):
                found.update(office.title)
    return frozenset(tuple(_WORD.findall(fold(title))) for title in found)


@cache
def _of_country(code: str) -> frozenset[str]:
    """Words that may stand beside an office of a country: its names, its people's, that somebody was it."""
    from dateline.packs.compiled import ready

    said = [name for names in knowledge.countries()[code].names.values() for name in names]
    for pack in map(ready, codes()):
        said += [*pack.demonyms.get(code, ()), *pack.offices_more.former]
    return _ALLOWED.union(word for name in said for word in _WORD.findall(fold(name)))
