"""The spelling atlas: every form of an actor's name, where it is printed, how often, from when to when."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from dateline.model import Trait
from dateline.text.script import script_of


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of an actor in one language and one outlet.

    ``first`` and ``last`` are the dates of the articles that print it, each as closely as its article is dated; a month
    or a year stands before its days. Both are None where none of these articles has a date. A spelling that no article
    prints (the shown name, those of a registry) has a ``count`` of 0 and neither language nor outlet.
    """

    spelling: str
    script: str  # "Latin", "Arabic", "Cyrillic" …
    lang: str | None
    outlet: str | None  # None: no address shows one
    count: int  # mentions spelt so
    first: str | None
    last: str | None

    def to_json(self) -> dict[str, Any]:
        return {
            "spelling": self.spelling,
            "script": self.script,
            "lang": self.lang,
            "outlet": self.outlet,
            "count": self.count,
            "first": self.first,
            "last": self.last,
        }


# counted by article first: an article is long, and read once for all of its mentions
_ATLAS = """
WITH known AS (
    SELECT :actor AS local UNION ALL SELECT local FROM shown_as WHERE actor = :actor
), said AS MATERIALIZED (
    SELECT article, words, count(*) AS count FROM mentions WHERE actor IN known GROUP BY article, words
), printed AS MATERIALIZED (
    SELECT words, a.lang, a.outlet, sum(count) AS count, min(a.published) AS first, max(a.published) AS last
    FROM said JOIN stored_articles a ON a.id = said.article GROUP BY words, a.lang, a.outlet
)
SELECT words, lang, outlet, count, first, last FROM printed
UNION ALL
SELECT DISTINCT spelling, NULL, NULL, 0, NULL, NULL FROM names
WHERE actor IN known AND spelling NOT IN (SELECT words FROM printed)
ORDER BY 4 DESC, 1, 2, 3 LIMIT :limit
"""


def atlas(connection: sqlite3.Connection, actor: str, *, limit: int = -1) -> list[Spelling]:
    """The spellings of the actor of that id, the most frequent first, at most ``limit`` rows; none where nobody has
    the id. Takes about a second for an actor with half a million mentions."""
    rows = connection.execute(_ATLAS, {"actor": actor, "limit": limit})
    return [Spelling(words, script_of(words), *rest) for words, *rest in rows]


def traits(connection: sqlite3.Connection, actor: str) -> list[Trait]:
    """What registries say of an actor and of all that are shown as him: (what, value), in order."""
    query = """SELECT DISTINCT what, value FROM traits
               WHERE actor IN (SELECT ? UNION ALL SELECT local FROM shown_as WHERE actor = ?) ORDER BY what, value"""
    return [(what, value) for what, value in connection.execute(query, (actor, actor))]
