"""Reading the store: the standard library's sqlite3 alone, rows by page, every name resolved.

Every function takes a connection of :func:`connect`; each thread opens its own. Offsets and limits count rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from dateline.db.facts import EVERYTHING as EVERYTHING
from dateline.db.facts import UNMARKED as UNMARKED
from dateline.db.facts import count_facts as count_facts
from dateline.db.facts import facts as facts
from dateline.db.facts import facts_by_id as facts_by_id
from dateline.db.facts import iterate_facts as iterate_facts
from dateline.db.facts import named_rows, word_query
from dateline.db.facts import position_of as position_of
from dateline.db.facts import window as window
from dateline.db.opening import connect as connect
from dateline.db.rows import ActorRow, ArticleRow, Form
from dateline.model import Span

_ARTICLE = """
SELECT hash, title, lang, published, url, outlet, length,
       (SELECT count(*) FROM findings WHERE article = a.id AND NOT rejected) AS facts, sample, added, read,
       (SELECT count(*) FROM findings WHERE article = a.id AND rejected) AS rejected,
       (SELECT count(*) FROM findings WHERE article = a.id AND NOT rejected AND NOT sure AND kind <> 'role') AS unsure
FROM stored_articles a
"""


def _article(row: sqlite3.Row) -> ArticleRow:
    columns: dict[str, Any] = dict(row)
    return ArticleRow(**columns | {"sample": bool(row["sample"]), "read": bool(row["read"])})


def articles(
    connection: sqlite3.Connection,
    *,
    prefix: str = "",
    samples: bool = False,
    text: str | None = None,
    offset: int = 0,
    limit: int = -1,
) -> list[ArticleRow]:
    """Articles in the order they were added.

    Only those whose hash starts with ``prefix``, only ``samples``, only those that have all words of ``text``.
    """
    where = " WHERE substr(hash, 1, ?) = ? AND sample >= ?"
    values: list[object] = [len(prefix), prefix.lower(), int(samples)]
    if text is not None:
        query = word_query(text)
        where += (
            " AND a.id IN (SELECT rowid FROM stored_articles_words WHERE stored_articles_words MATCH ?)"
            if query
            else " AND 0"
        )
        values += [query] if query else []
    rows = named_rows(connection, _ARTICLE + where + " ORDER BY a.id LIMIT ? OFFSET ?", [*values, limit, offset])
    return [_article(row) for row in rows]


def article(connection: sqlite3.Connection, article_hash: str) -> ArticleRow | None:
    """The article of that whole hash."""
    row = named_rows(connection, _ARTICLE + " WHERE hash = ?", (article_hash,)).fetchone()
    return None if row is None else _article(row)


def count_articles(connection: sqlite3.Connection) -> int:
    return totals(connection)["articles"]


def totals(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles, actors that they name, facts, and of these unsure ones; and how many rejected facts."""
    return dict(connection.execute("SELECT what, count FROM totals").fetchall())


def article_text(connection: sqlite3.Connection, article_hash: str) -> str:
    """The text exactly as it was read; KeyError where the store has no such article."""
    row = connection.execute("SELECT text FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()
    if row is None:
        raise KeyError(article_hash)
    return str(row[0])


def mentions(connection: sqlite3.Connection, article_hash: str) -> list[tuple[str, int, int]]:
    """Who is named where in an article: (actor id, start, end), in order of the text."""
    query = """SELECT actor, start, "end" FROM mentions
               WHERE article = (SELECT id FROM stored_articles WHERE hash = ?) ORDER BY start, "end" """
    return [(row[0], row[1], row[2]) for row in connection.execute(query, (article_hash,))]


def first_mention(connection: sqlite3.Connection, actor_id: str) -> tuple[str, int, int] | None:
    """Where the store names an actor first: (article hash, start, end); None where only a registry knows it."""
    query = """SELECT a.hash, m.start, m."end" FROM mentions m JOIN stored_articles a ON a.id = m.article
               WHERE m.actor = ? ORDER BY m.article, m.start LIMIT 1"""
    row = connection.execute(query, (actor_id,)).fetchone()
    return None if row is None else (row[0], row[1], row[2])


def noise(connection: sqlite3.Connection, article_hash: str) -> list[Span]:
    """The stretches of an article that are not article text, in order."""
    query = """SELECT start, "end" FROM noise
               WHERE article = (SELECT id FROM stored_articles WHERE hash = ?) ORDER BY start"""
    return [(row[0], row[1]) for row in connection.execute(query, (article_hash,))]


def actors(connection: sqlite3.Connection, *, offset: int = 0, limit: int = -1) -> list[ActorRow]:
    """Actors that articles name, the most often named first."""
    rows = named_rows(
        connection,
        """SELECT id, name, kind, mentions, facts FROM stored_actors WHERE mentions > 0 OR facts > 0
           ORDER BY mentions DESC, facts DESC, name LIMIT ? OFFSET ?""",
        (limit, offset),
    ).fetchall()
    return _with_forms(connection, rows)


def count_actors(connection: sqlite3.Connection) -> int:
    """How many actors the articles name (imported ones that no article names are not counted)."""
    return totals(connection)["actors"]


def actor(connection: sqlite3.Connection, actor_id: str) -> ActorRow | None:
    """The actor of that id, imported or named by an article."""
    rows = named_rows(
        connection, "SELECT id, name, kind, mentions, facts FROM stored_actors WHERE id = ?", (actor_id,)
    ).fetchall()
    return next(iter(_with_forms(connection, rows)), None)


def actor_named(connection: sqlite3.Connection, name: str) -> ActorRow | None:
    """The actor that goes by exactly that name or id, the one named most where there are several."""
    row = connection.execute(
        "SELECT id FROM stored_actors WHERE id = ? OR name = ? ORDER BY mentions DESC, id LIMIT 1", (name, name)
    ).fetchone()
    return None if row is None else actor(connection, row[0])


def _with_forms(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> list[ActorRow]:
    query = """SELECT spelling, script, lang, count FROM names WHERE actor = ? AND count > 0 ORDER BY count DESC, id"""
    found = []
    for row in rows:
        columns: dict[str, Any] = dict(row)
        found.append(ActorRow(**columns, forms=tuple(Form(*form) for form in connection.execute(query, (row["id"],)))))
    return found
