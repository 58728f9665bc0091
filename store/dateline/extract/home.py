"""Home: whose an office or ministry is that stands without a country.

The country named before in the same sentence; else, where the article is dated from the home of its language's press,
that country, whose press leaves its own name out; else the one of a place named before in the same paragraph, the
country the article is mostly about, the one whose capital it is dated from, or the one named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dateline.extract.cast import Cast
from dateline.extract.lexicon import NO_LABELS, Item, Lexicon
from dateline.extract.names import Reading
from dateline.packs import Office, knowledge

#: offices that only a state has, so that one without a country is most likely of the country of the article. Of the
#: countries guessed for other offices (a head, a director, a spokesman, an envoy) one in six was right.
_STATE_POSTS = frozenset(
    ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister",
     "deputy_foreign_minister", "foreign_ministry_spokesperson", "parliament_speaker", "parliament_president",
     "security_council_secretary", "supreme_leader", "vice_president")
)  # fmt: skip
_STATE_WORDS = frozenset(("Minister", "Ministry", "Presidency", "Parliament", "Cabinet", "Army", "Navy", "Junta"))
_ENDS = re.compile(r"[.!?…]\s|\n")
_NEAR = 60  # characters from a body to the town that tells where it acts
_SENTENCE = 2000  # characters; no sentence is longer


def of_a_state(office: Office | None, post: str | None) -> bool:
    """Whether an office is one that states have: a prime minister, an army's commander, no director or spokesman."""
    if post is not None:
        return post in _STATE_POSTS
    words = office.office.split() if office is not None else []
    return len(words) > 1 and words[0] != "Deputy" and not _STATE_WORDS.isdisjoint(words)


def country_of_place(item: Item, reading: Reading, lexicon: Lexicon) -> str | None:
    """The code of the country of a town, or of a capital that something is said to be done in; else None."""
    if item.kind == "town":
        return knowledge.country_of(item.ref)
    before = lexicon.before.get(reading.keys[item.first - 1].rstrip("'"), NO_LABELS) if item.first else NO_LABELS
    return item.ref if item.kind == "capital" and (item.labels | before) & {"in", "at"} else None


def home_of(
    cast: Cast,
    weights: Counter[str],
    named: Sequence[tuple[int, str]],
    towns: Sequence[tuple[int, str]],
    dateline: str | None,
    place: int,
) -> str | None:
    """The country's actor id, None where nothing tells.

    ``weights``: how often the article names each country; ``named`` and ``towns``: where countries with capitals, and
    where towns and those capitals stand in which something is done, in order, with the countries' ids.
    """
    last = _before(named, place, cast)
    if last is not None and place - last[0] < _SENTENCE and not _ENDS.search(cast.text, last[0], place):
        return last[1]
    native = cast.lexicon.pack.language.home
    if dateline and dateline == f"country-{native.lower()}" and weights[dateline]:
        return dateline
    if (there := _behind(towns, place, cast)) is not None:
        return there  # "police | in Yerevan"
    town = _before(towns, place, cast)
    if town is not None and (last is None or last[0] < town[0]) and "\n" not in cast.text[town[0] : place]:
        return town[1]
    ranked = [(ref, count) for ref, count in weights.most_common(2) if ref in cast.members]
    if ranked and ranked[0][1] >= 2 * sum(count for _, count in ranked[1:]):
        return ranked[0][0]
    if dateline and weights[dateline] > 1:
        return dateline
    return last[1] if last else None


def _behind(places: Sequence[tuple[int, str]], place: int, cast: Cast) -> str | None:
    """The country of the next place behind one in the same sentence, if the article names that country."""
    at = bisect_left(places, (place, ""))
    start, country = places[at] if at < len(places) else (0, "")
    near = country in cast.members and start - place < _NEAR and not _ENDS.search(cast.text, place, start)
    return country if near else None


def _before(places: Sequence[tuple[int, str]], place: int, cast: Cast) -> tuple[int, str] | None:
    """The last of some places that stands before one in the text and whose country the article names."""
    before = range(bisect_left(places, (place, "")) - 1, -1, -1)
    return next((places[at] for at in before if places[at][1] in cast.members), None)
