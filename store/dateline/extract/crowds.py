"""Crowds: a protest that names nobody is held against whoever governs the place where it is held.

"Thousands rallied in Tbilisi" names neither who nor against whom; the square tells the country. Where the sentence
names anybody else ("in solidarity with …"), nothing is taken for granted.
"""

from __future__ import annotations

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.triggers import Trigger
from dateline.packs import knowledge
from dateline.packs.tables import once


@once
def _seats() -> dict[str, str]:
    """Code of the country by its own and its capital's English name."""
    listed = knowledge.countries().items()
    return {name: code for code, country in listed for name in (country.name, country.capital) if name}


def governing(sentence: Sentence, trigger: Trigger, frame: Frame) -> str | None:
    """The country, if the article names it, of the place where a crowd gathered that no other party is told of."""
    place = sentence.place(trigger, frame, None)
    code = place and (_seats().get(place) or knowledge.country_of(place))
    if not code:
        return None
    country = f"country-{code.lower()}"
    member = sentence.cast.members.get(country)
    others = {actor for group in sentence.groups for actor in group.actors} - {country}
    return country if member is not None and member.spans and not others else None
