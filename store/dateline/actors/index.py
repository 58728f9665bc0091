"""Writing the name index: every spelling of every actor, made findable by sound."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dateline.actors import sounds
from dateline.actors.keys import STORED, filed
from dateline.actors.letters import folded, joined, words
from dateline.actors.postings import packed, without
from dateline.text.script import script_of

#: rows held in memory at a time; a registry of any size is written in constant memory
_BATCH = 4000
#: values that one question to the store asks for
_ASKED = 500
#: names after which those that have a word go on in another row
_PART = 200


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

    A spelling the actor has already only adds its ``count``. The actors themselves must be in ``stored_actors`` before.
    """
    return sum(_add_batch(connection, batch) for batch in _batches(rows))


def _batches(rows: Iterable[NameRow]) -> Iterator[list[NameRow]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _add_batch(connection: sqlite3.Connection, batch: list[NameRow]) -> int:
    known = _known(connection, {row.actor for row in batch})
    free = _free(connection, "names")
    new: list[tuple[int, NameRow]] = []
    again: list[tuple[int, int, str | None, int]] = []
    for row in batch:
        place = (row.actor, row.spelling)
        found = known.get(place)
        if found is None:
            number = free if row.id is None else row.id
            free = max(free, number + 1)
            known[place] = (number, int(row.registry))
            new.append((number, row))
        elif row.count or row.article or row.registry > found[1]:  # a registry loaded again writes nothing
            again.append((row.count, int(row.registry), row.article, found[0]))
    cut = [(number, row.spelling) for number, row in new]
    connection.executemany(
        "INSERT INTO names (id, actor, spelling, script, lang, count, first_article, registry, folded, sounds)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, row.actor, row.spelling, script_of(row.spelling), row.lang, row.count, row.article,
             int(row.registry), letters, heard)
            for (number, row), (letters, heard) in zip(new, _filed_names(connection, cut), strict=True)
        ),
    )  # fmt: skip
    connection.executemany(
        "UPDATE names SET count = count + ?, registry = max(registry, ?), first_article = coalesce(first_article, ?)"
        " WHERE id = ?",
        again,
    )
    return len(new)


def _known(connection: sqlite3.Connection, actors: Iterable[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """Id of, and whether a registry has, every spelling of these actors."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for some, marks in _asked(sorted(actors)):
        for actor, spelling, number, registry in connection.execute(
            f"SELECT actor, spelling, id, registry FROM names WHERE actor IN ({marks})", some
        ):
            found[actor, spelling] = (number, registry)
    return found


def _asked(values: Sequence[str]) -> Iterator[tuple[Sequence[str], str]]:
    """The values in portions for one statement each, and its question marks."""
    for start in range(0, len(values), _ASKED):
        some = values[start : start + _ASKED]
        yield some, ",".join("?" * len(some))


def _free(connection: sqlite3.Connection, table: str) -> int:
    """The first id after all that a table has."""
    return 1 + int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])


class _Token(NamedTuple):
    """A word of the index: its row, its letters and sounds as names keep them, how many names had it."""

    id: int
    folded: str
    sounds: str
    names: int


def _filed_names(connection: sqlite3.Connection, names: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    """Files names, told by id and spelling, under their words; returns the letters and the sounds of each."""
    cut = [words(spelling) for _, spelling in names]
    under = [_under(spelling, tokens) for (_, spelling), tokens in zip(names, cut, strict=True)]
    having = Counter(token for tokens in under for token in tokens)
    there = _tokens(connection, having)
    carriers: dict[str, list[int]] = {token: [] for token in having}
    for (number, _), tokens in zip(names, under, strict=True):
        for token in tokens:
            carriers[token].append(number)
    connection.executemany(
        "INSERT INTO token_names (token, part, names) VALUES (?, ?, ?) "
        "ON CONFLICT (token, part) DO UPDATE SET names = CAST(names || excluded.names AS BLOB)",
        sorted((there[token].id, there[token].names // _PART, packed(names)) for token, names in carriers.items()),
    )
    connection.executemany(
        "UPDATE name_tokens SET names = names + ? WHERE id = ?",
        [(count, there[token].id) for token, count in having.items()],
    )
    return [
        (" ".join(there[token].folded for token in tokens), " ".join(there[token].sounds for token in tokens))
        for tokens in cut
    ]


def _under(spelling: str, tokens: Iterable[str]) -> set[str]:
    """What a name is filed under: its words, and those that a hyphen makes of two, as one."""
    return {*tokens, *joined(spelling)}


def _tokens(connection: sqlite3.Connection, asked: Iterable[str]) -> dict[str, _Token]:
    """These words as the index has them; a word that is new to it is written with its keys."""
    wanted = sorted(asked)
    found: dict[str, _Token] = {}
    for some, marks in _asked(wanted):
        for token, *row in connection.execute(
            f"SELECT token, id, folded, sounds, names FROM name_tokens WHERE token IN ({marks})", some
        ):
            found[token] = _Token(*row)
    free = _free(connection, "name_tokens")
    new: list[tuple[str, tuple[str, ...], _Token]] = []
    for token in wanted:
        if token not in found:
            readings = sounds.readings(token)
            found[token] = _Token(free, folded(token), "/".join(readings), 0)
            new.append((token, readings, found[token]))
            free += 1
    connection.executemany(
        "INSERT INTO name_tokens (id, token, folded, sounds) VALUES (?, ?, ?, ?)",
        [(row.id, token, row.folded, row.sounds) for token, _, row in new],
    )
    _file_words(connection, new)
    return found


def _file_words(connection: sqlite3.Connection, new: Iterable[tuple[str, tuple[str, ...], _Token]]) -> None:
    """Files words with their readings under their keys."""
    keys: dict[tuple[str, int, int, str], str] = {}
    for token, readings, row in new:
        script = sounds.NUMBER[sounds.script_of(token)]
        for at, reading in enumerate(readings):
            for way in filed(reading, STORED) if reading else ():
                place = (way.key, script, at, way.bones)
                keys[place] = f"{keys.get(place, '')}{way.segments} {row.id}\n"
    connection.executemany(
        "INSERT INTO token_keys (key, script, reading, bones, words) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (key, script, reading, bones) DO UPDATE SET words = words || excluded.words",
        sorted((*place, filed_words) for place, filed_words in keys.items()),
    )


def rebuild(connection: sqlite3.Connection, told: Callable[[int, int], None] = lambda done, total: None) -> None:
    """Files every name of the store anew, as the tables of sounds of this version read it, in constant memory.

    ``told`` learns about how many of how many are done.
    """
    total = _free(connection, "names") - 1
    for table in ("token_names", "token_keys", "name_tokens"):
        connection.execute(f"DELETE FROM {table}")
    last = 0
    while rows := connection.execute(
        "SELECT id, spelling FROM names WHERE id > ? ORDER BY id LIMIT ?", (last, _BATCH)
    ).fetchall():
        heard = _filed_names(connection, rows)
        connection.executemany(
            "UPDATE names SET folded = ?, sounds = ? WHERE id = ?",
            [(*letters, number) for letters, (number, _) in zip(heard, rows, strict=True)],
        )
        last = rows[-1][0]
        told(last, total)


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
    name = found[0]
    for token in _under(spelling, words(spelling)):
        for number, part, names in connection.execute(
            "SELECT l.token, l.part, l.names FROM name_tokens t JOIN token_names l ON l.token = t.id WHERE t.token = ?",
            (token,),
        ).fetchall():
            left = without(names, name)
            if left is not None:
                connection.execute("UPDATE name_tokens SET names = names - 1 WHERE id = ?", (number,))
                change = "UPDATE token_names SET names = :left" if left else "DELETE FROM token_names"
                connection.execute(
                    f"{change} WHERE token = :token AND part = :part", {"left": left, "token": number, "part": part}
                )
    connection.execute("DELETE FROM names WHERE id = ?", found)
