"""What users split off: in one article a local id is another one."""

from __future__ import annotations

import sqlite3

from dateline.actors.index import NameRow, add_names, drop_names
from dateline.db.pictures import drop_unused
from dateline.db.write import add_named


def rekey(connection: sqlite3.Connection, article_hash: str, was: str, now: str) -> None:
    """All that an article says of one local id it says of another one, whom the store must have."""
    row = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()
    if row is None:
        return
    key, lang = row[0], connection.execute("SELECT lang FROM stored_articles WHERE id = ?", row).fetchone()[0]
    spelt = "SELECT words, count(*) FROM mentions WHERE article = ? AND actor = ? GROUP BY words ORDER BY min(start)"
    counted = connection.execute(spelt, (key, was)).fetchall()
    moved = 'SELECT article, start, "end", ?, words FROM mentions WHERE article = ? AND actor = ?'
    connection.execute(f"INSERT OR IGNORE INTO mentions {moved}", (now, key, was))
    connection.execute("DELETE FROM mentions WHERE article = ? AND actor = ?", (key, was))
    drop_names(connection, [NameRow(was, words, count=count) for words, count in counted])
    add_names(connection, [NameRow(now, words, lang, count, article_hash) for words, count in counted])
    # by the facts of the article, not by those of the actor, who may have a hundred thousand
    own = "finding IN (SELECT id FROM findings WHERE article = ?) AND +actor = ?"
    columns = "finding, part, position, inferred"
    taking = connection.execute(f"SELECT {columns} FROM parties WHERE {own}", (key, was)).fetchall()
    connection.execute(f"DELETE FROM parties WHERE {own}", (key, was))
    connection.executemany(
        f"INSERT INTO parties (actor, {columns}) VALUES (?, ?, ?, ?, ?)", [(now, *party) for party in taking]
    )


def unsplit(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """What a user split off and the article still says of the actor: the article's hash, local id, whose it should be.

    What was split off in an article that is not there waits for it.
    """
    query = """SELECT s.article, s.local, s.actor FROM splits s JOIN stored_articles a ON a.hash = s.article
               WHERE EXISTS (SELECT 1 FROM mentions WHERE article = a.id AND actor = s.local) OR EXISTS
               (SELECT 1 FROM parties p JOIN findings f ON f.id = p.finding
                WHERE f.article = a.id AND +p.actor = s.local)"""
    return connection.execute(query).fetchall()


def split_again(connection: sqlite3.Connection) -> None:
    """Splits off whatever :func:`unsplit` finds, in the caller's transaction."""
    left = unsplit(connection)
    for article_hash, local, actor in left:
        known = "SELECT ?, coalesce(printed, name), kind FROM stored_actors WHERE id = ?"
        add_named(connection, connection.execute(known, (actor, local)).fetchall())
        rekey(connection, article_hash, local, actor)
    drop_unused(connection, dict.fromkeys(local for _, local, _ in left))
