"""Writing the name index: every spelling of every actor, made findable by sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dateline.actors import sounds
from dateline.actors.keys import STORED, filed
from dateline.actors.letters import folded, words
from dateline.text.script import script_of

#: rows held in memory at a time; a registry of any size is written in constant memory
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class NameRow:
    """One spelling of one actor as it comes from an article (``count`` mentions) or from a registry."""

    actor: str
    spelling: str
    lang: str | None = None
    count: int = 0
    article: str | None = None
    registry: bool = False
    id: int | None = None  # the row it had once, None: any


def add_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> int:
    """Puts spellings into the index, inside the caller's transaction; returns how many were new.

    A spelling the actor has already only adds its ``count``. The actors themselves must be in ``actors`` before.
    """
    return sum(_add_batch(connection, batch) for batch in _batches(rows))


def _batches(rows: Iterable[NameRow]) -> Iterator[list[NameRow]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _add_batch(connection: sqlite3.Connection, batch: list[NameRow]) -> int:
    known = _TokenIds(connection)
    new = 0
    links: list[tuple[int, int]] = []
    for row in batch:
        found = connection.execute(
            "SELECT id, registry FROM names WHERE actor = ? AND spelling = ?", (row.actor, row.spelling)
        ).fetchone()
        if found is not None:
            if row.count or row.article or row.registry > found[1]:  # a registry loaded again writes nothing
                connection.execute(
                    "UPDATE names SET count = count + ?, registry = max(registry, ?),"
                    " first_article = coalesce(first_article, ?) WHERE id = ?",
                    (row.count, int(row.registry), row.article, found[0]),
                )
            continue
        tokens = words(row.spelling)
        entries = [known.of(token) for token in tokens]
        name = connection.execute(
            "INSERT INTO names (id, actor, spelling, script, lang, count, first_article, registry, folded, sounds)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row.id, row.actor, row.spelling, script_of(row.spelling), row.lang, row.count, row.article,
             int(row.registry), " ".join(map(folded, tokens)), " ".join(sound for _, sound in entries)),
        ).lastrowid  # fmt: skip
        assert name is not None
        links.extend((token, name) for token in {token for token, _ in entries})
        new += 1
    connection.executemany("INSERT OR IGNORE INTO token_names (token, name) VALUES (?, ?)", links)
    connection.executemany("UPDATE name_tokens SET names = names + 1 WHERE id = ?", [(token,) for token, _ in links])
    return new


class _TokenIds:
    """The ids and sounds of the words of one batch; a word that is new to the index is written with its keys."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[int, str]] = {}

    def of(self, token: str) -> tuple[int, str]:
        known = self._known.get(token)
        if known is None:
            known = self._known[token] = self._stored(token) or self._written(token)
        return known

    def _stored(self, token: str) -> tuple[int, str] | None:
        found: tuple[int, str] | None = self._connection.execute(
            "SELECT id, sounds FROM name_tokens WHERE token = ?", (token,)
        ).fetchone()
        return found

    def _written(self, token: str) -> tuple[int, str]:
        readings = sounds.readings(token)
        key = folded(token)
        sound = "/".join(readings)
        number = self._connection.execute(
            "INSERT INTO name_tokens (token, folded, sounds) VALUES (?, ?, ?)", (token, key, sound)
        ).lastrowid
        assert number is not None
        script = sounds.NUMBER[sounds.script_of(token)]
        self._connection.executemany(
            "INSERT OR IGNORE INTO token_keys (key, token, reading, script, segments, bones) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (way.key, number, at, script, way.segments, way.bones)
                for at, reading in enumerate(readings)
                if reading
                for way in filed(reading, STORED)
            ],
        )
        return number, sound


def drop_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    """Takes ``count`` mentions of a spelling away again; one that nobody has any more leaves the index.

    The name that its actor is shown by stays.
    """
    for row in rows:
        found = connection.execute(
            "SELECT id, count, registry FROM names WHERE actor = ? AND spelling = ?", (row.actor, row.spelling)
        ).fetchone()
        if found is None:
            continue
        name, count, registry = found
        left = max(0, count - row.count)
        named = "SELECT 1 FROM stored_actors WHERE id = ? AND name = ?"
        if left or registry or connection.execute(named, (row.actor, row.spelling)).fetchone():
            connection.execute("UPDATE names SET count = ? WHERE id = ?", (left, name))
            continue
        drop_spelling(connection, row.actor, row.spelling)


def drop_spelling(connection: sqlite3.Connection, actor: str, spelling: str) -> None:
    """A spelling leaves the index, however often articles have it."""
    found = connection.execute("SELECT id FROM names WHERE actor = ? AND spelling = ?", (actor, spelling)).fetchone()
    if found is None:
        return
    connection.execute(
        "UPDATE name_tokens SET names = names - 1 WHERE id IN (SELECT token FROM token_names WHERE name = ?)", found
    )
    connection.execute("DELETE FROM token_names WHERE name = ?", found)
    connection.execute("DELETE FROM names WHERE id = ?", found)
