"""Articles as a whole: taken out, brought back, added by the dashboard, dated by a user and read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.db.leaving import drop_unnamed, take_out, unnamed
from dateline.db.pictures import (
    Picture,
    actors_back,
    actors_of,
    article_picture,
    changes,
    names_back,
    put_article,
    put_what_it_says,
    scene,
)
from dateline.db.read import article
from dateline.db.renew import Renewal, asked_again, renew
from dateline.db.settling import shown
from dateline.deciding.change import Done, NothingThereError
from dateline.deciding.marks import articles_named, titled
from dateline.deciding.replaying import bare, carried
from dateline.errors import InputError
from dateline.extract import extract
from dateline.extract.many import Asked
from dateline.extract.version import VERSION


def _taken_out(connection: sqlite3.Connection, hashes: Sequence[str]) -> Picture:
    """The articles leave; what bringing them back needs."""
    actors = _and_shown(
        connection, [*unnamed(connection), *(id for one in hashes for id in actors_of(connection, one))]
    )
    was = scene(connection, actors)
    pictures = [article_picture(connection, one) for one in hashes]
    for one in hashes:
        take_out(connection, one)
    pictures.sort(key=lambda picture: picture["article"]["id"])
    return {"articles": pictures, "changes": changes(was, scene(connection, actors))}


def _and_shown(connection: sqlite3.Connection, actors: Iterable[str]) -> list[str]:
    """The actors and whom they are shown as, who may leave with them."""
    return sorted({id for actor in actors for id in (actor, shown(connection, actor))})


def _brought_back(connection: sqlite3.Connection, before: Picture) -> None:
    """The articles of :func:`_taken_out` with all they said."""
    for picture in before["articles"]:
        if article(connection, picture["article"]["hash"]) is not None:
            title = " ".join(picture["article"]["title"].split())
            raise InputError(f"{title!r} was added again: it cannot come back beside itself.")
    actors_back(connection, before["changes"])
    for picture in before["articles"]:
        put_article(connection, picture)
    names_back(connection, before["changes"])


def _done(what: str, rows: Sequence[Any], before: Any) -> Done:
    hashes = tuple(row.hash for row in rows)
    number = sum(row.facts + row.rejected for row in rows)
    said = f"{number} {'fact' if number == 1 else 'facts'}"
    one = titled(rows[0]) if len(rows) == 1 else f"{len(rows)} articles"
    return Done(f"{what} {one} with {said}.", hashes, before, (), hashes)


class Removing:
    """Articles leave with their facts."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        rows = articles_named(connection, asked["articles"])
        return _done("Removed", rows, _taken_out(connection, [row.hash for row in rows]))

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        if before is None or "articles" not in before:
            raise InputError("An older dateline removed it and kept too little of it: add the article again.")
        _brought_back(connection, before)


class Adding:
    """Articles came in: taking that back takes them out, doing it again brings them back."""

    def do(self, connection: sqlite3.Connection, asked: Any, undone: Any = None) -> Done:
        if undone is not None:
            _brought_back(connection, undone)
        rows = articles_named(connection, asked["articles"])
        return _done("Added", rows, [row.hash for row in rows])

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> Any:
        there = [one for one in before if article(connection, one) is not None]
        return {"before": _taken_out(connection, there)}


class Dating:
    """An article has another date, and is read again with it: relative dates and offices follow."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        (row,) = articles_named(connection, [asked["article"]])
        given = asked_again(connection, row.hash)
        if given.published == asked["date"]:
            now = f"dated {given.published}" if given.published else "dated by its text alone"
            raise InputError(f"“{titled(row)}” is {now} already: nothing was changed.")
        picture = _without_text(article_picture(connection, row.hash))
        renewal, trouble, kept = _read_again(connection, given._replace(published=asked["date"]))
        dated = f"Dated {renewal.article.published}" if renewal.article.published else "Undated now"
        moved = len(renewal.changed) + len(renewal.new) + len(renewal.gone)
        said = {0: "no fact is other than before", 1: "one fact is other than before"}
        sentence = f"{dated}: {titled(row)}; {said.get(moved, f'{moved} facts are other than before')}."
        if trouble:
            sentence += f" Of what was decided about them {len(trouble)} cannot be kept."
        before = {"article": row.hash, "picture": picture, "given": given.published, "changes": kept["changes"]}
        return Done(
            sentence,
            (f"{row.hash}/date",),
            before | {"extractor": VERSION},
            (),
            (row.hash,),
            {"again": kept["again"], "trouble": trouble},
        )

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> Any:
        """The article as it was; where it has moved on or was read by a newer extractor, read with its old date."""
        wanted = "SELECT id, extractor FROM stored_articles WHERE hash = ?"
        row = connection.execute(wanted, (before["article"],)).fetchone()
        if row is None:
            raise NothingThereError("The article is not there any more: bring it back first.")
        if moved_on or row[1] != before["extractor"]:
            given = asked_again(connection, before["article"])._replace(published=before["given"])
            return {"again": _read_again(connection, given)[2]["again"]}
        for table in ("findings", "mentions", "noise"):
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (row[0],))
        actors_back(connection, before["changes"])
        put_what_it_says(connection, row[0], before["picture"])
        names_back(connection, before["changes"])
        was = before["picture"]["article"]
        columns = ("title", "lang", "published", "outlet", "extractor", "given_date", "given_lang")
        listed = ", ".join(f"{column} = ?" for column in columns)
        values = [*(was[column] for column in columns), row[0]]
        connection.execute(f"UPDATE stored_articles SET {listed} WHERE id = ?", values)
        return None


def _read_again(connection: sqlite3.Connection, given: Asked) -> tuple[Renewal, list[str], Picture]:
    """Extracts a stored article again; what became of it, which decisions fit no longer, what undoing needs."""
    made = extract(given.text, given.published, lang=given.lang, url=given.url)
    article_hash = made.article.hash
    there = {*actors_of(connection, article_hash), *unnamed(connection), *(actor.id for actor in made.actors)}
    there = set(_and_shown(connection, there))
    was = scene(connection, sorted(there))
    bare(connection, [article_hash])
    renewal = renew(connection, made)
    trouble, again = carried(connection, [article_hash])
    there |= actors_of(connection, article_hash)
    drop_unnamed(connection)
    return renewal, trouble, {"changes": changes(was, scene(connection, sorted(there))), "again": again}


def _without_text(picture: Picture) -> Picture:
    return picture | {"article": {name: value for name, value in picture["article"].items() if name != "text"}}
