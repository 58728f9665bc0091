"""An actor as somebody has to see it who must say whether it is another one: names, offices, a sentence that shows it.

All of it is looked up by index, and of very many mentions the first ones are looked at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from dateline.db.about import About, about_locals, country_name
from dateline.db.settling import members
from dateline.model import Kind
from dateline.packs import codes
from dateline.text.romanise import latin
from dateline.text.script import script_of

#: spellings and offices that are shown; mentions and facts among which the sentence is chosen
_SPELLINGS, _OFFICES, _MENTIONS, _FACTS = 12, 4, 100, 25


class Spelt(NamedTuple):
    """One spelling. Those of ``times`` 0 no article prints: a registry has them, or the actor is only shown so."""

    spelling: str
    latin: str  # the same in Latin letters
    script: str  # "Latin", "Arabic", "Cyrillic" …
    times: int  # that articles print it

    def to_json(self) -> dict[str, Any]:
        return {"spelling": self.spelling, "latin": self.latin, "script": self.script, "count": self.times}


class Evidence(NamedTuple):
    """A sentence that names the actor. Offsets count code points of the article's text as read: the sentence is
    ``[start, end)``, the mention in it ``[name_start, name_end)``."""

    article: str  # hash
    title: str
    published: str | None  # ISO date of day, month or year precision
    outlet: str | None
    lang: str | None
    text: str  # the sentence
    start: int
    end: int
    name_start: int
    name_end: int

    def to_json(self) -> dict[str, Any]:
        article = {"hash": self.article, "title": self.title, "published": self.published, "outlet": self.outlet}
        words = {"text": self.text, "start": self.start, "end": self.end}
        return {"article": article | {"lang": self.lang}} | words | {"name": [self.name_start, self.name_end]}


class Side(NamedTuple):
    """One actor of a pair. ``id`` is the id of an actor as the store shows it, which ``deciding.merge`` takes."""

    id: str
    name: str
    kind: Kind
    spellings: tuple[Spelt, ...]  # the commonest first, at most twelve
    countries: tuple[str, ...]  # English names
    offices: tuple[str, ...]  # "Foreign Minister of Russia", at most four; words of a registry where none is known
    births: tuple[str, ...]  # ISO dates of a registry
    mentions: int
    facts: int
    articles: int  # that name the actor
    imported: bool  # a registry has the actor
    evidence: Evidence | None  # None where no article names the actor

    def to_json(self) -> dict[str, Any]:
        spellings = [one.to_json() for one in self.spellings]
        return self._asdict() | {"spellings": spellings, "evidence": self.evidence and self.evidence.to_json()}


def side(connection: sqlite3.Connection, actor_id: str, known: About | None = None) -> Side:
    """The actor of that id, KeyError where the store has none; ``known`` is what :func:`about_locals` found of it."""
    row = connection.execute(
        "SELECT name, kind, mentions, facts, registry FROM stored_actors WHERE id = ?", (actor_id,)
    ).fetchone()
    if row is None:
        raise KeyError(actor_id)
    locals_ = members(connection, actor_id)
    found = about_locals(connection, locals_) if known is None else known
    offices = dict.fromkeys(
        map(str, sorted(found.offices, key=lambda held: (held.since or "", str(held)), reverse=True))
    )
    return Side(
        actor_id,
        row[0],
        row[1],
        _spellings(connection, locals_),
        tuple(sorted(map(country_name, found.countries))),
        tuple(offices)[:_OFFICES] or found.positions[:_OFFICES],
        found.births,
        row[2],
        row[3],
        _articles(connection, locals_),
        bool(row[4]),
        evidence(connection, locals_),
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _spellings(connection: sqlite3.Connection, locals_: Sequence[str]) -> tuple[Spelt, ...]:
    """Those that articles print and those of a registry; where there is none, the name that is shown."""
    rows = connection.execute(
        f"SELECT spelling, max(lang), sum(count), max(registry) FROM names WHERE actor IN ({_marks(locals_)}) "
        "GROUP BY spelling ORDER BY 3 DESC, 1",
        tuple(locals_),
    ).fetchall()
    kept = [row for row in rows if row[2] or row[3]] or rows
    return tuple(Spelt(name, latin(name, lang), script_of(name), count) for name, lang, count, _ in kept[:_SPELLINGS])


def _articles(connection: sqlite3.Connection, locals_: Sequence[str]) -> int:
    query = f"SELECT count(DISTINCT article) FROM mentions WHERE actor IN ({_marks(locals_)})"
    return int(connection.execute(query, tuple(locals_)).fetchone()[0])


#: the mentions at which to look: the first ones, and those in the words of facts that say who holds an office
_LOOKED_AT = """
SELECT article, start, "end", length(words) AS long FROM (
    SELECT article, start, "end", words FROM mentions WHERE actor IN ({0}) LIMIT {1})
UNION
SELECT m.article, m.start, m."end", length(m.words) FROM (
    SELECT finding FROM parties WHERE actor IN ({0}) AND part = 'holder' LIMIT {2}) held
JOIN findings f ON f.id = held.finding
JOIN mentions m ON m.article = f.article AND m.start >= f.start AND m."end" <= f."end" AND m.actor IN ({0})
"""
#: a mention in the words of a fact about the actor says more than another, most where the fact is an office
_WORTH = """
WITH seen AS MATERIALIZED ({0})
SELECT article, start, "end", coalesce((
    SELECT max(CASE WHEN f.kind = 'role' THEN 4 ELSE 2 END) FROM findings f CROSS JOIN parties p ON p.finding = f.id
    WHERE f.article = seen.article AND NOT f.rejected AND f.start <= seen.start AND f."end" >= seen."end"
          AND p.actor IN ({1})), 0) AS says, long, a.published, a.hash
FROM seen JOIN stored_articles a ON a.id = seen.article
ORDER BY says DESC, long > 12 DESC, a.published IS NULL, a.published DESC, a.hash, start LIMIT 1
"""


def evidence(connection: sqlite3.Connection, locals_: Sequence[str]) -> Evidence | None:
    """The sentence that says most of these local ids: an office rather than a deed, a deed rather than a mere name.

    None where no article names one of them.
    """
    marks = _marks(locals_)
    query = _WORTH.format(_LOOKED_AT.format(marks, _MENTIONS, _FACTS), marks)
    found = connection.execute(query, tuple(locals_) * 4).fetchone()
    if found is None:
        return None
    article, name_start, name_end, *_ = found
    text, hash_, title, published, outlet, lang = connection.execute(
        "SELECT text, hash, title, published, outlet, lang FROM stored_articles WHERE id = ?", (article,)
    ).fetchone()
    start, end = sentence_at(text, name_start, name_end, lang)
    return Evidence(hash_, title, published, outlet, lang, text[start:end], start, end, name_start, name_end)


def sentence_at(text: str, start: int, end: int, lang: str | None) -> tuple[int, int]:
    """Where the sentence begins and ends that has ``text[start:end]``, whose last letter may stand behind its stop."""
    from dateline.packs.compiled import ready
    from dateline.text.sentences import split

    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    pack = ready(lang if lang in codes() else codes()[0])  # without a pack of its own: no abbreviations, but full stops
    for sentence in split(text, [(first, last)], pack):
        if sentence.start <= start < sentence.end:
            return sentence.start, max(end, sentence.end)
    return start, end
