"""Rows of the store as ``decisions`` keeps them in JSON, and putting them back as they were.

A picture of a fact or an article holds its rows with their ids; its actors under the ids that extraction has
for them, whoever was split off since. Words are not in it: they are cut out of the article's text again. Actors and
their spellings belong to many articles; of them :func:`changes` keeps what one decision changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from dateline.actors.index import NameRow, add_names, drop_names, drop_spelling
from dateline.db.facts import named_rows
from dateline.db.leaving import NAMELESS, drop_actors
from dateline.db.settling import originals, split_off
from dateline.db.write import add_named, insert
from dateline.text.fold import fold

Picture = dict[str, Any]

#: tables with one row for a finding of their kind
_DETAILS = {"event": "events", "statement": "statements", "role": "roles"}
_LISTED = {"parties": "part, position", "tellings": "position"}
_CUT_AGAIN = ("article", "words", "folded")


def fact_key(connection: sqlite3.Connection, article_hash: str, fact: str) -> int | None:
    """The row of a fact in ``findings``; None where the article does not say it (any more)."""
    query = "SELECT id FROM findings WHERE fact = ? AND article = (SELECT id FROM stored_articles WHERE hash = ?)"
    row = connection.execute(query, (fact, article_hash)).fetchone()
    return None if row is None else int(row[0])


def fact_picture(connection: sqlite3.Connection, key: int) -> Picture:
    """All rows of the finding ``key``, and whom they name."""
    (finding,) = _rows(connection, "SELECT * FROM findings WHERE id = ?", key)
    picture: Picture = {"finding": {name: value for name, value in finding.items() if name not in _CUT_AGAIN}}
    details = _DETAILS[finding["kind"]]
    picture["details"] = next(iter(_rows(connection, f"SELECT * FROM {details} WHERE finding = ?", key)), None)
    for table, order in _LISTED.items():
        picture[table] = _rows(connection, f"SELECT * FROM {table} WHERE finding = ? ORDER BY {order}", key)
    for row in (picture["details"] or {}, *picture["parties"], *picture["tellings"]):
        row.pop("finding", None)
    named = """SELECT id, coalesce(printed, name) AS name, kind FROM stored_actors
               WHERE id IN (SELECT actor FROM parties WHERE finding = ?)"""
    picture["actors"] = _rows(connection, named, key)
    first = originals(connection, _hash(connection, finding["article"]), [row["id"] for row in picture["actors"]])
    for row in picture["parties"]:
        row["actor"] = first.get(row["actor"], row["actor"])
    for row in picture["actors"]:
        row["id"] = first.get(row["id"], row["id"])
    return picture


def _hash(connection: sqlite3.Connection, article: int) -> str:
    return str(connection.execute("SELECT hash FROM stored_articles WHERE id = ?", (article,)).fetchone()[0])


def put_fact(connection: sqlite3.Connection, article: int, picture: Picture) -> int:
    """The fact of a picture, in the article of row ``article``; under its old row id unless that is taken."""
    finding = dict(picture["finding"])
    cut = "SELECT substr(text, ? + 1, ? - ?) FROM stored_articles WHERE id = ?"
    words = connection.execute(cut, (finding["start"], finding["end"], finding["start"], article)).fetchone()[0]
    if _taken(connection, "findings", finding.get("id")):
        del finding["id"]
    now = split_off(connection, _hash(connection, article), [row["id"] for row in picture["actors"]])
    put_actors(connection, [row | {"id": now.get(row["id"], row["id"])} for row in picture["actors"]])
    key = insert(connection, "findings", finding | {"article": article, "words": words, "folded": fold(words)})
    if picture["details"] is not None:
        insert(connection, _DETAILS[finding["kind"]], {"finding": key} | picture["details"])
    for table in _LISTED:
        for row in picture[table]:
            named = {"actor": now.get(row["actor"], row["actor"])} if "actor" in row else {}
            insert(connection, table, {"finding": key} | row | named)
    return key


def replace_fact(connection: sqlite3.Connection, key: int, picture: Picture) -> None:
    """The finding of row ``key`` becomes what the picture shows; it keeps its row and other decisions."""
    row = connection.execute("SELECT article, rejected, flagged, note FROM findings WHERE id = ?", (key,)).fetchone()
    decided = {"id": key, "rejected": row[1], "flagged": row[2], "note": row[3]}
    connection.execute("DELETE FROM findings WHERE id = ?", (key,))
    put_fact(connection, row[0], picture | {"finding": picture["finding"] | decided})


def put_actors(connection: sqlite3.Connection, actors: Iterable[Mapping[str, Any]]) -> None:
    """Actors whom the store has no more, or not yet, with their names; the others stay as they are."""
    for actor in actors:
        if not connection.execute("SELECT 1 FROM stored_actors WHERE id = ?", (actor["id"],)).fetchone():
            add_named(connection, [(actor["id"], actor["name"], actor["kind"])])
            add_names(connection, [NameRow(actor["id"], actor["name"])])


def article_picture(connection: sqlite3.Connection, article_hash: str) -> Picture:
    """All that an article is and says, but ``folded``, which follows from its text."""
    (row,) = _rows(connection, "SELECT * FROM stored_articles WHERE hash = ?", article_hash)
    key = row["id"]
    row.pop("folded")
    facts = connection.execute("SELECT id FROM findings WHERE article = ? ORDER BY id", (key,)).fetchall()
    marks = 'SELECT start, "end", {} FROM {} WHERE article = ? ORDER BY {}'
    named = connection.execute(marks.format("actor", "mentions", 'start, "end"'), (key,)).fetchall()
    first = originals(connection, article_hash, [actor for _, _, actor in named])
    return {
        "article": row,
        "noise": connection.execute(marks.format("why", "noise", "rowid"), (key,)).fetchall(),
        "mentions": [(start, end, first.get(actor, actor)) for start, end, actor in named],
        "actors": [row | {"id": first.get(row["id"], row["id"])} for row in _called(connection, named)],
        "facts": [fact_picture(connection, fact) for (fact,) in facts],
    }


def _called(connection: sqlite3.Connection, mentions: Iterable[tuple[int, int, str]]) -> list[dict[str, Any]]:
    """The actors of these mentions, by the names by what articles print."""
    query = "SELECT id, coalesce(printed, name) AS name, kind FROM stored_actors WHERE id = ?"
    return [row for actor in dict.fromkeys(actor for *_, actor in mentions) for row in _rows(connection, query, actor)]


def put_article(connection: sqlite3.Connection, picture: Picture) -> None:
    """An article that was taken out, with all it said."""
    row = dict(picture["article"])
    if _taken(connection, "stored_articles", row["id"]):
        del row["id"]
    put_what_it_says(connection, insert(connection, "stored_articles", row | {"folded": fold(row["text"])}), picture)


def put_what_it_says(connection: sqlite3.Connection, key: int, picture: Picture) -> None:
    """What the article of row ``key`` says in the picture; nothing of it may be there yet."""
    text = connection.execute("SELECT text FROM stored_articles WHERE id = ?", (key,)).fetchone()[0]
    now = split_off(connection, _hash(connection, key), [actor for _, _, actor in picture["mentions"]])
    # whoever stayed for the sake of somebody merged into him may have left since
    put_actors(connection, [row | {"id": now.get(row["id"], row["id"])} for row in picture.get("actors", ())])
    connection.executemany(
        'INSERT INTO noise (article, start, "end", why) VALUES (?, ?, ?, ?)',
        [(key, *noise) for noise in picture["noise"]],
    )
    connection.executemany(
        'INSERT INTO mentions (article, start, "end", actor, words) VALUES (?, ?, ?, ?, ?)',
        [(key, start, end, now.get(actor, actor), text[start:end]) for start, end, actor in picture["mentions"]],
    )
    facts: Sequence[Picture] = picture["facts"]
    if any(_taken(connection, "findings", fact["finding"]["id"]) for fact in facts):  # new ids keep their order
        facts = [fact | {"finding": fact["finding"] | {"id": None}} for fact in facts]
    for fact in facts:
        put_fact(connection, key, fact)


class Scene(NamedTuple):
    """Actors by their ids, and their spellings, as they are at one moment."""

    actors: Mapping[str, Mapping[str, Any]]
    names: Mapping[tuple[str, str], Mapping[str, Any]]


def scene(connection: sqlite3.Connection, actors: Iterable[str]) -> Scene:
    """These actors as they are now; whoever is not there is left out."""
    there: dict[str, Mapping[str, Any]] = {}
    names: dict[tuple[str, str], Mapping[str, Any]] = {}
    for actor in dict.fromkeys(actors):
        for row in _rows(
            connection,
            "SELECT id, coalesce(printed, name) AS name, kind, registry FROM stored_actors WHERE id = ?",
            actor,
        ):
            there[actor] = row
        spelt = "SELECT id, actor, spelling, lang, count, first_article, registry FROM names WHERE actor = ?"
        for row in _rows(connection, spelt, actor):
            names[actor, row["spelling"]] = row
    return Scene(there, names)


def changes(was: Scene, now: Scene) -> Picture:
    """What differs between two scenes, as pairs of rows; None stands for a row that is not there."""
    actors = [(was.actors.get(ref), now.actors.get(ref)) for ref in {**was.actors, **now.actors}]
    names = [(was.names.get(ref), now.names.get(ref)) for ref in {**was.names, **now.names}]
    return {
        "actors": [pair for pair in actors if pair[0] != pair[1]],
        "names": [pair for pair in names if pair[0] != pair[1]],
    }


def actors_back(connection: sqlite3.Connection, changed: Picture) -> None:
    """Actors who left come back, and the names they went by; to be called before the rows that refer to them."""
    for was, now in changed["actors"]:
        if was is None:
            continue
        if not connection.execute("SELECT 1 FROM stored_actors WHERE id = ?", (was["id"],)).fetchone():
            add_named(connection, [(was["id"], was["name"], was["kind"])])
            connection.execute("UPDATE stored_actors SET registry = ? WHERE id = ?", (was["registry"], was["id"]))
        elif now is not None and now["name"] != was["name"]:
            connection.execute(
                "UPDATE stored_actors SET name = CASE WHEN printed IS NULL THEN :name ELSE name END, printed = CASE "
                "WHEN printed IS NOT NULL THEN :name END WHERE id = :id AND coalesce(printed, name) = :now",
                {"name": was["name"], "id": was["id"], "now": now["name"]},
            )


def names_back(connection: sqlite3.Connection, changed: Picture) -> None:
    """Spellings are counted as they were, whatever other articles have added since; who was made only then leaves.

    To be called after the rows that refer to actors.
    """
    lost: list[tuple[Any, int]] = []
    for was, now in changed["names"]:
        row = was or now
        spelt = "SELECT id, count FROM names WHERE actor = ? AND spelling = ?"
        key, count = connection.execute(spelt, (row["actor"], row["spelling"])).fetchone() or (None, 0)
        count += (was["count"] if was else 0) - (now["count"] if now else 0)
        if was is None:
            drop_names(connection, [NameRow(now["actor"], now["spelling"], count=now["count"])])
        elif key == was["id"]:
            connection.execute("UPDATE names SET count = max(0, ?) WHERE id = ?", (count, key))
        else:
            drop_spelling(connection, row["actor"], row["spelling"])
            lost.append((was, max(0, count)))
    for was, count in sorted(lost, key=lambda pair: pair[0]["id"]):
        if not (count or was["registry"] or was["first_article"]) and not _goes_by(connection, was):
            continue
        free = None if _taken(connection, "names", was["id"]) else was["id"]
        kept = (was["lang"], count, was["first_article"], bool(was["registry"]), free)
        add_names(connection, [NameRow(was["actor"], was["spelling"], *kept)])
    drop_unused(connection, [now["id"] for was, now in changed["actors"] if was is None])


def _goes_by(connection: sqlite3.Connection, spelling: Mapping[str, Any]) -> bool:
    """Whether the actor has that name; users choose names and take that back, and nothing else may know them."""
    query = "SELECT 1 FROM stored_actors WHERE id = :actor AND :spelling IN (name, printed)"
    return connection.execute(query, spelling).fetchone() is not None


def spellings_in_place(connection: sqlite3.Connection, changed: Picture) -> None:
    """Spellings that left and came again, or that no article prints, get the rows that they had: lists have them in
    their old order."""
    drop_names(connection, [NameRow(now["actor"], now["spelling"]) for was, now in changed["names"] if was is None])
    for was, now in sorted((pair for pair in changed["names"] if pair[0]), key=lambda pair: pair[0]["id"]):
        spelt = "SELECT id, count FROM names WHERE actor = ? AND spelling = ?"
        key, count = connection.execute(spelt, (was["actor"], was["spelling"])).fetchone() or (None, 0)
        moved = key is not None or (now is None and not was["count"])
        if moved and key != was["id"] and not _taken(connection, "names", was["id"]):
            drop_spelling(connection, was["actor"], was["spelling"])
            kept = (was["lang"], count, was["first_article"], bool(was["registry"]), was["id"])
            add_names(connection, [NameRow(was["actor"], was["spelling"], *kept)])


def drop_made(connection: sqlite3.Connection, actors: Iterable[str]) -> None:
    """Those of these actors leave whom nothing in the store names and no article brought in: users did."""
    read = "SELECT 1 FROM names WHERE actor = ? AND first_article IS NOT NULL"
    drop_unused(connection, [actor for actor in actors if not connection.execute(read, (actor,)).fetchone()])


def drop_unused(connection: sqlite3.Connection, actors: Iterable[str]) -> None:
    """Those of these actors leave whom nothing in the store names."""
    for actor in actors:
        if connection.execute(f"SELECT 1 FROM stored_actors WHERE id = ? AND {NAMELESS}", (actor,)).fetchone():
            drop_actors(connection, [actor])


def actors_of(connection: sqlite3.Connection, article_hash: str) -> set[str]:
    """Whoever an article mentions, or a fact of it names."""
    query = """SELECT actor FROM mentions WHERE article = a.id UNION
               SELECT actor FROM parties WHERE finding IN (SELECT id FROM findings WHERE article = a.id)"""
    key = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()
    return set() if key is None else {ref for (ref,) in connection.execute(query.replace("a.id", "?"), key * 2)}


def _rows(connection: sqlite3.Connection, query: str, value: object) -> list[dict[str, Any]]:
    return [dict(row) for row in named_rows(connection, query, (value,)).fetchall()]


def _taken(connection: sqlite3.Connection, table: str, key: int | None) -> bool:
    return key is not None and connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone() is not None
