"""What leaves the store, in the caller's transaction: articles, what they say, actors whom nothing names any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from dateline.actors.index import NameRow, drop_names, drop_spelling
from dateline.db.linking import relink


def take_out(connection: sqlite3.Connection, article_hash: str) -> None:
    """An article and its facts leave, inside the caller's transaction, and the actors whom nothing names any more."""
    key = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()[0]
    take_off(connection, key)
    connection.execute("DELETE FROM stored_articles WHERE id = ?", (key,))
    drop_unnamed(connection)


def take_off(connection: sqlite3.Connection, key: int) -> None:
    """Takes away what the article of row ``key`` says; its text stays."""
    named = connection.execute("SELECT actor, words, count(*) FROM mentions WHERE article = ? GROUP BY 1, 2", (key,))
    drop_names(connection, [NameRow(actor, words, count=count) for actor, words, count in named.fetchall()])
    connection.execute("DELETE FROM findings WHERE article = ?", (key,))
    connection.execute("DELETE FROM mentions WHERE article = ?", (key,))
    connection.execute("DELETE FROM noise WHERE article = ?", (key,))


_IDLE = (
    "NOT {0}.registry AND NOT EXISTS (SELECT 1 FROM parties WHERE actor = {0}.id) "
    "AND NOT EXISTS (SELECT 1 FROM mentions WHERE actor = {0}.id)"
)
_FOLLOWED = (
    "NOT EXISTS (SELECT 1 FROM {0} s JOIN stored_actors m ON m.id = s.local "
    f"WHERE s.{{1}} = stored_actors.id AND NOT ({_IDLE.format('m')}))"
)
#: actors whom neither an article nor a fact names, not even a rejected one, nor anybody who is shown as or merged into
#: them
NOBODY = " AND ".join(
    (_IDLE.format("stored_actors"), _FOLLOWED.format("shown_as", "actor"), _FOLLOWED.format("merges", "kept"))
)
NAMELESS = f"mentions = 0 AND facts = 0 AND {NOBODY}"  # the counts are quicker to look at
_UNNAMED = f"SELECT id FROM stored_actors INDEXED BY actors_idle WHERE {NAMELESS}"


def unnamed(connection: sqlite3.Connection) -> list[str]:
    """The ids of actors that nothing names any more and no registry holds."""
    return [actor for (actor,) in connection.execute(_UNNAMED)]


def drop_unnamed(connection: sqlite3.Connection) -> None:
    """Actors that nothing names any more leave, unless a registry holds them; who was linked to one no longer is."""
    relink(connection)
    drop_actors(connection, unnamed(connection))


def drop_actors(connection: sqlite3.Connection, actors: Sequence[str]) -> None:
    """Actors leave with their spellings, and those who are shown as them. Nothing may name any of them."""
    for actor in actors:
        shown = connection.execute("SELECT local FROM shown_as WHERE actor = ?", (actor,)).fetchall()
        drop_actors(connection, [local for (local,) in shown])
        spelt = connection.execute("SELECT spelling FROM names WHERE actor = ?", (actor,)).fetchall()
        for (spelling,) in spelt:
            drop_spelling(connection, actor, spelling)
        connection.execute("DELETE FROM stored_actors WHERE id = ?", (actor,))
