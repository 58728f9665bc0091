"""Reading the store: the standard library's sqlite3 alone, rows by page, every name resolved.

Every function takes a connection of :func:`connect`; each thread opens its own. Offsets and limits count rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.db.facts import BATCH, named_rows, word_query
from dateline.db.facts import EVERYTHING as EVERYTHING
from dateline.db.facts import UNMARKED as UNMARKED
from dateline.db.facts import count_facts as count_facts
from dateline.db.facts import facts as facts
from dateline.db.facts import facts_by_id as facts_by_id
from dateline.db.facts import iterate_facts as iterate_facts
from dateline.db.facts import position_of as position_of
from dateline.db.facts import window as window
from dateline.db.opening import connect as connect
from dateline.db.rows import ActorRow, ArticleRow, Form
from dateline.db.settling import SURE, members, shown
from dateline.model import Span

_ARTICLE = """
WITH told AS (SELECT article, count(*) AS facts, sum(rejected) AS rejected,
                     sum(NOT rejected AND NOT sure AND kind <> 'role') AS unsure
              FROM findings WHERE article IN ({}) GROUP BY article)
SELECT hash, title, lang, published, url, outlet, length, coalesce(told.facts - told.rejected, 0) AS facts, sample,
       added, read, coalesce(told.rejected, 0) AS rejected, coalesce(told.unsure, 0) AS unsure
FROM stored_articles a LEFT JOIN told ON told.article = a.id WHERE a.id IN ({}) ORDER BY a.id
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
    conditions: list[str] = []
    values: list[object] = []
    if prefix:
        conditions.append("hash >= ? AND hash < ? || 'g'")  # after all hexadecimal digits
        values += [prefix.lower()] * 2
    if samples:
        conditions.append("sample")
    if text is not None:
        conditions.append("id IN (SELECT rowid FROM stored_articles_words WHERE stored_articles_words MATCH ?)")
        values.append(word_query(text) or '""')
    if not conditions and limit >= 0:
        total = count_articles(connection)
        ahead = total - offset - limit
        first, last = connection.execute(
            "SELECT (SELECT min(id) FROM stored_articles), (SELECT max(id) FROM stored_articles)"
        ).fetchone()
        if total and last - first + 1 == total:  # none was ever removed from between: nothing to skip
            rows = connection.execute(
                "SELECT id FROM stored_articles WHERE id >= ? ORDER BY id LIMIT ?", (first + offset, limit)
            )
            return _articles(connection, rows)
        if 0 <= ahead < offset:
            backwards = "SELECT id FROM stored_articles ORDER BY id DESC LIMIT ? OFFSET ?"
            return _articles(connection, connection.execute(backwards, (limit, ahead)))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    found = connection.execute(
        f"SELECT id FROM stored_articles{where} ORDER BY id LIMIT ? OFFSET ?", [*values, limit, offset]
    )
    return _articles(connection, found)


def _articles(connection: sqlite3.Connection, ids: Iterable[tuple[int]]) -> list[ArticleRow]:
    """The articles of these rows in the order they were added."""
    found = []
    keys = [key for (key,) in ids]
    for at in range(0, len(keys), BATCH):
        batch = keys[at : at + BATCH]
        marks = ", ".join("?" * len(batch))
        found += [_article(row) for row in named_rows(connection, _ARTICLE.format(marks, marks), [*batch, *batch])]
    return found


def article(connection: sqlite3.Connection, article_hash: str) -> ArticleRow | None:
    """The article of that whole hash."""
    found = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (article_hash,))
    return next(iter(_articles(connection, found)), None)


def article_position(connection: sqlite3.Connection, article_hash: str) -> int | None:
    """How many articles stand before that one; None where the store does not have it."""
    row = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()
    if row is None:
        return None
    return int(connection.execute("SELECT count(*) FROM stored_articles WHERE id < ?", row).fetchone()[0])


def count_articles(connection: sqlite3.Connection) -> int:
    return totals(connection)["articles"]


def totals(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles, actors that they name, facts, and of these unsure ones; and how many rejected facts."""
    return dict(connection.execute("SELECT what, count FROM totals").fetchall())


def filters(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Saved filters in order of their names: (name, query as typed)."""
    return connection.execute("SELECT name, query FROM filters ORDER BY name COLLATE NOCASE, name").fetchall()


def article_text(connection: sqlite3.Connection, article_hash: str) -> str:
    """The text exactly as it was read; KeyError where the store has no such article."""
    row = connection.execute("SELECT text FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()
    if row is None:
        raise KeyError(article_hash)
    return str(row[0])


def mentions(connection: sqlite3.Connection, article_hash: str) -> list[tuple[str, int, int]]:
    """Who is named where in an article: (actor id, start, end), in order of the text."""
    query = """SELECT DISTINCT coalesce(s.actor, m.actor), start, "end"
               FROM mentions m LEFT JOIN shown_as s ON s.local = m.actor
               WHERE article = (SELECT id FROM stored_articles WHERE hash = ?) ORDER BY start, "end" """
    return [(row[0], row[1], row[2]) for row in connection.execute(query, (article_hash,))]


def first_mention(connection: sqlite3.Connection, actor_id: str) -> tuple[str, int, int] | None:
    """Where the store names an actor first: (article hash, start, end); None where only a registry knows it."""
    query = """SELECT m.article, m.start, m."end", a.hash FROM mentions m JOIN stored_articles a ON a.id = m.article
               WHERE m.actor = ? ORDER BY m.article, m.start LIMIT 1"""
    found = (connection.execute(query, (local,)).fetchone() for local in members(connection, actor_id))
    row = min((row for row in found if row is not None), default=None)
    return None if row is None else (row[3], row[1], row[2])


def noise(connection: sqlite3.Connection, article_hash: str) -> list[Span]:
    """The stretches of an article that are not article text, in order."""
    query = """SELECT start, "end" FROM noise
               WHERE article = (SELECT id FROM stored_articles WHERE hash = ?) ORDER BY start"""
    return [(row[0], row[1]) for row in connection.execute(query, (article_hash,))]


def actors(connection: sqlite3.Connection, *, offset: int = 0, limit: int = -1) -> list[ActorRow]:
    """Actors that articles name, the most often named first."""
    query = f"""SELECT id, name, kind, mentions, facts, {SURE} FROM stored_actors WHERE (mentions, facts) > (0, 0)
               ORDER BY {{}} LIMIT ? OFFSET ?"""
    ahead = count_actors(connection) - offset - limit
    if limit >= 0 and 0 <= ahead < offset:
        order = "mentions, facts, name DESC, rowid DESC"
        return _with_forms(connection, named_rows(connection, query.format(order), (limit, ahead)).fetchall()[::-1])
    order = "mentions DESC, facts DESC, name, rowid"
    return _with_forms(connection, named_rows(connection, query.format(order), (limit, offset)).fetchall())


def actor_position(connection: sqlite3.Connection, actor_id: str) -> int | None:
    """How many actors stand before that one in :func:`actors`; None where the list does not have it.

    Counted in the index by which the list is in order, so that no name outside it is read.
    """
    row = connection.execute(
        "SELECT mentions, facts, name, rowid FROM stored_actors WHERE id = ? AND (mentions > 0 OR facts > 0)",
        (actor_id,),
    ).fetchone()
    if row is None:
        return None
    before = (
        ("mentions > ?", 1),
        ("mentions = ? AND facts > ?", 2),
        ("mentions = ? AND facts = ? AND name < ?", 3),
        ("mentions = ? AND facts = ? AND name = ? AND rowid < ?", 4),
    )
    query = "SELECT count(*) FROM stored_actors WHERE "
    return sum(int(connection.execute(query + clause, row[:values]).fetchone()[0]) for clause, values in before)


def count_actors(connection: sqlite3.Connection) -> int:
    """How many actors the articles name (imported ones that no article names are not counted)."""
    return totals(connection)["actors"]


def actor(connection: sqlite3.Connection, actor_id: str) -> ActorRow | None:
    """The actor of that id, imported or named by an article."""
    return next(iter(actors_of(connection, [actor_id])), None)


def actors_of(connection: sqlite3.Connection, ids: Sequence[str]) -> list[ActorRow]:
    """The actors of these ids, in this order, those that are there."""
    query = (
        f"SELECT id, name, kind, mentions, facts, {SURE} FROM stored_actors WHERE id IN ({', '.join('?' * len(ids))})"
    )
    rows = {row["id"]: row for row in named_rows(connection, query, ids)}
    return _with_forms(connection, [rows[id] for id in ids if id in rows])


def actors_named(connection: sqlite3.Connection, name: str) -> list[ActorRow]:
    """The actors that go by exactly that name or id, those named most first."""
    # either index by itself: SQLite would go through all actors in order of mentions
    rows = connection.execute(
        "SELECT id FROM stored_actors WHERE id = ? UNION ALL SELECT id FROM stored_actors WHERE name = ?", (name, name)
    ).fetchall()
    found = actors_of(connection, list(dict.fromkeys(shown(connection, id) for (id,) in rows)))
    return sorted(found, key=lambda row: (-row.mentions, row.id))


def actor_named(connection: sqlite3.Connection, name: str) -> ActorRow | None:
    """The actor that goes by exactly that name or id, the one named most where there are several."""
    return next(iter(actors_named(connection, name)), None)


_FORMS = """
SELECT coalesce(s.actor, n.actor), n.spelling, n.script, min(n.lang), sum(n.count)
FROM names n LEFT JOIN shown_as s ON s.local = n.actor
WHERE n.actor IN (SELECT local FROM shown_as WHERE actor IN ({0}) UNION ALL VALUES {1}) AND +n.count > 0
GROUP BY 1, 2 ORDER BY 1, 5 DESC, 2
"""


def _with_forms(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> list[ActorRow]:
    """The actors of these rows with the spellings that articles have."""
    found = []
    for at in range(0, len(rows), BATCH):
        batch = rows[at : at + BATCH]
        ids = [row["id"] for row in batch]
        forms: dict[str, list[Form]] = {id: [] for id in ids}
        query = _FORMS.format(", ".join("?" * len(ids)), ", ".join(["(?)"] * len(ids)))
        for id, *form in connection.execute(query, ids * 2):
            if id in forms:  # the spellings of one who is shown as another are that one's
                forms[id].append(Form(*form))
        for row in batch:
            columns: dict[str, Any] = dict(row)
            found.append(ActorRow(**columns | {"sure": bool(row["sure"])}, forms=tuple(forms[row["id"]])))
    return found
