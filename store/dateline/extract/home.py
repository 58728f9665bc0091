"""Home: whose an office or ministry is that stands without a country.

The country an article is mostly about, else the one named before in the same sentence, else the one whose capital the
article is dated from, else the one named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dateline.extract.cast import Cast
from dateline.packs import Office

#: offices that only a state has, so that one without a country is most likely of the country of the article. Of the
#: countries guessed for other offices (a head, a director, a spokesman, an envoy) one in six was right.
_STATE_POSTS = frozenset(
    ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister",
     "deputy_foreign_minister", "foreign_ministry_spokesperson", "parliament_speaker", "parliament_president",
     "security_council_secretary", "supreme_leader", "vice_president")
)  # fmt: skip
_STATE_WORDS = frozenset(("Minister", "Ministry", "Presidency", "Parliament", "Cabinet", "Army", "Navy", "Junta"))
_ENDS = re.compile(r"[.!?…]\s|\n")
_SENTENCE = 2000  # characters; no sentence is longer


def of_a_state(office: Office | None, post: str | None) -> bool:
    """Whether an office is one that states have: a prime minister, an army's commander, no director or spokesman."""
    if post is not None:
        return post in _STATE_POSTS
    words = office.office.split() if office is not None else []
    return len(words) > 1 and words[0] != "Deputy" and not _STATE_WORDS.isdisjoint(words)


def home_of(
    cast: Cast, weights: Counter[str], named: Sequence[tuple[int, str]], dateline: str | None, place: int
) -> str | None:
    """The country's actor id, None where nothing tells.

    ``weights``: how often the article names each country; ``named``: where countries and capitals stand in it, in
    order.
    """
    ranked = [(ref, count) for ref, count in weights.most_common(2) if ref in cast.members]
    if ranked and ranked[0][1] >= 2 * sum(count for _, count in ranked[1:]):
        return ranked[0][0]
    before = range(bisect_left(named, (place, "")) - 1, -1, -1)
    last = next((named[at] for at in before if named[at][1] in cast.members), None)
    near = last is not None and place - last[0] < _SENTENCE and not _ENDS.search(cast.text, last[0], place)
    if not near and dateline and weights[dateline] > 1:
        return dateline
    return last[1] if last else None
