"""What an actor is put together from: the articles that name it, under which id, in which spelling and which words."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from dateline.db.settling import members
from dateline.text.excerpt import excerpt

_BEFORE, _BEHIND = 300, 400  # code points of the text read around a mention


@dataclass(frozen=True, slots=True)
class Part:
    """All that one article says of somebody under one local id.

    ``words`` are the first sentence that names the actor, or the words of a fact where only facts do; the name stands
    at ``start`` to ``end`` of them, which are equal where it is not printed there. ``spellings`` are those that the
    article prints with their numbers, the commonest first.
    """

    article: str  # hash
    local: str
    title: str
    published: str | None
    outlet: str | None
    spellings: tuple[tuple[str, int], ...]
    words: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str]:
        """What ``deciding.split`` is told."""
        return self.article, self.local


#: which articles say something of local ids, and of which of them
_SAID = """
SELECT article, actor FROM mentions WHERE actor IN ({0})
UNION SELECT f.article, p.actor FROM parties p JOIN findings f ON f.id = p.finding WHERE p.actor IN ({0})
"""
_WINDOW = f"SELECT article, actor, count(*) OVER () FROM ({_SAID}) ORDER BY 1, 2 LIMIT ? OFFSET ?"
_KEYS = f"SELECT a.hash, actor FROM ({_SAID}) JOIN stored_articles a ON a.id = article ORDER BY article, 2"
_SPELT = """
SELECT words, count(*), min(start) FROM mentions WHERE article = ? AND actor = ? GROUP BY words ORDER BY 2 DESC, 3
"""
#: below the title, which is shown beside it, if possible
_FIRST = """
SELECT m.start, m."end" FROM mentions m JOIN stored_articles a ON a.id = m.article WHERE m.article = ? AND m.actor = ?
ORDER BY m.start < length(a.title), m.start LIMIT 1
"""
_STATED = """
SELECT f.start, f.start FROM parties p JOIN findings f ON f.id = p.finding WHERE f.article = ? AND p.actor = ?
ORDER BY f.start LIMIT 1
"""
_ARTICLE = "SELECT hash, title, published, outlet, substr(text, ?, ?) FROM stored_articles WHERE id = ?"


def parts(connection: sqlite3.Connection, actor: str, *, offset: int = 0, limit: int = -1) -> tuple[list[Part], int]:
    """A window of the parts of an actor, in the order in which their articles were added, and how many there are."""
    locals_ = members(connection, actor)
    marks = ", ".join("?" * len(locals_))
    rows = connection.execute(_WINDOW.format(marks), [*locals_, *locals_, limit, offset]).fetchall()
    return [_part(connection, article, local) for article, local, _ in rows], rows[0][2] if rows else 0


def part_keys(connection: sqlite3.Connection, actor: str) -> list[tuple[str, str]]:
    """The keys of all parts of an actor, in the same order: the hash of an article and a local id."""
    locals_ = members(connection, actor)
    return connection.execute(_KEYS.format(", ".join("?" * len(locals_))), locals_ * 2).fetchall()


def _part(connection: sqlite3.Connection, article: int, local: str) -> Part:
    spelt = connection.execute(_SPELT, (article, local)).fetchall()
    first = connection.execute(_FIRST if spelt else _STATED, (article, local)).fetchone()
    start, end = first or (0, 0)
    begin = max(start - _BEFORE, 0)
    hash, title, published, outlet, text = connection.execute(
        _ARTICLE, (begin + 1, end - begin + _BEHIND, article)
    ).fetchone()
    words, at, to = sentence_at(text, start - begin, end - begin)
    return Part(
        hash, local, title, published, outlet, tuple((words, count) for words, count, _ in spelt), words, at, to
    )


def sentence_at(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentence around [start, end) of a text, and where in it these words stand."""
    first, last = excerpt(text, start, end)
    return text[first:last], start - first, end - first
