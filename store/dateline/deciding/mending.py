"""Facts that users correct, and facts that they make from words of an article."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from dateline.db.pictures import (
    Picture,
    changes,
    drop_made,
    fact_key,
    fact_picture,
    names_back,
    put_actors,
    put_fact,
    replace_fact,
    scene,
)
from dateline.db.read import article_text, facts_by_id
from dateline.db.rows import Fact
from dateline.deciding.change import Done, NothingThereError
from dateline.deciding.fields import FIELDS, Value, said, same, with_values
from dateline.deciding.marks import articles_named, facts_named
from dateline.errors import InputError
from dateline.export.words import BY_HAND, brief
from dateline.model import short_hash


def _fact(connection: sqlite3.Connection, article_hash: str, ref: str) -> Fact:
    return next(fact for fact in facts_by_id(connection, ref) if (fact.article, fact.id) == (article_hash, ref))


def asked_correction(connection: sqlite3.Connection, fact: str, given: Mapping[str, Value]) -> dict[str, Any]:
    """What a correction asks for, its values read; InputError where one cannot be, or the id means two facts."""
    there = facts_named(connection, [fact])
    if len(there) > 1:
        raise InputError(f"Two articles say {fact}: correct it where it stands, after removing one of them.")
    if not given:
        raise InputError(f"Nothing to correct: say {', '.join(FIELDS[there[0].kind])} as they should be.")
    read = said(connection, there[0].kind, given)
    asked = {"fact": fact, "article": there[0].article, "values": read.values, "actors": read.actors}
    return asked | {"told": read.sentences}


class Correcting:
    """A fact gets other values: its rows are put in again, with the same id and the same words."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        article_hash, ref = asked["article"], asked["fact"]
        key = fact_key(connection, article_hash, ref)
        if key is None:
            raise NothingThereError(f"The article does not say {ref} any more: there is nothing to correct.")
        before = fact_picture(connection, key)
        made = with_values(before, asked["values"], asked["actors"])
        if same(before, made):
            raise InputError("The fact says that already: nothing was changed.")
        named = [actor["id"] for actor in made["actors"]]
        actors = {row["actor"] for row in (*before["parties"], *made["parties"])}
        was = scene(connection, actors)
        self.put(connection, key, made)
        changed = changes(was, scene(connection, actors))
        sentence = " ".join([f"Corrected: {brief(_fact(connection, article_hash, ref))}.", *asked.get("told", ())])
        return Done(
            sentence,
            (f"{article_hash}/facts/{ref}/corrected",),
            {"article": article_hash, "fact": ref, "picture": before, "changes": changed, "named": named},
            (ref,),
            (article_hash,),
        )

    def put(self, connection: sqlite3.Connection, key: int, made: Picture) -> None:
        replace_fact(connection, key, made | {"finding": made["finding"] | {"corrected": 1}})

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        """The fact as it was; nothing where the article does not say it any more."""
        key = fact_key(connection, before["article"], before["fact"])
        if key is not None:
            replace_fact(connection, key, before["picture"])
            names_back(connection, before["changes"])
        drop_made(connection, before["named"])


def asked_fact(
    connection: sqlite3.Connection, article_hash: str, start: int, end: int, given: Mapping[str, Value]
) -> dict[str, Any]:
    """What making a fact asks for: the article and the picture of the fact, its id made as extraction makes ids."""
    (row,) = articles_named(connection, [article_hash])
    text = article_text(connection, article_hash)
    if not 0 <= start < end <= row.length or not text[start:end].strip():
        raise InputError("A fact needs words of its article: choose some, inside the text.")
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    kind = "statement" if "speaker" in given else "role" if "person" in given else "event"
    values = dict(given) if kind != "event" else {"status": "occurred", **given}
    read = said(connection, kind, values)
    for needed in {"event": ("type",), "role": ("office",)}.get(kind, ()):
        if not read.values.get(needed):
            raise InputError(f"Such a fact needs a value for {needed}: write one.")
    blank = _blank(kind, start, end, text[start:end])
    picture = with_values(blank, read.values, read.actors)
    picture["finding"]["fact"] = _id(article_hash, picture, text[start:end])
    return {"article": article_hash, "picture": picture, "told": read.sentences}


def _blank(kind: str, start: int, end: int, words: str) -> Picture:
    """A fact of which nobody has said anything but its words."""
    finding = {"fact": "", "kind": kind, "start": start, "end": end, "date": None}
    finding |= {"rule": BY_HAND, "sure": 1, "according_to": "[]"}
    details: dict[str, Any] = {"quote": words, "verb": "said"}
    if kind == "event":
        details = {"type": "", "mode": None, "date_text": None, "place": None, "status": "", "duration_minutes": None}
    elif kind == "role":
        details = {"office": "", "of": None}
    tellings = [{"position": 0, "start": start, "end": end}] if kind == "event" else []
    return {"finding": finding, "details": details, "parties": [], "tellings": tellings, "actors": []}


def _id(article_hash: str, picture: Picture, words: str) -> str:
    details, kind = picture["details"], picture["finding"]["kind"]

    def named(part: str) -> tuple[str, ...]:
        return tuple(row["actor"] for row in picture["parties"] if row["part"] == part)

    if kind == "event":
        told = short_hash("event", details["type"], named("source"), named("target"), words)
    elif kind == "statement":
        told = short_hash("statement", next(iter(named("speaker")), None), words)
    else:
        told = short_hash("role", named("holder")[0], details["office"], details["of"], words)
    return short_hash(article_hash, told)


class Making:
    """A fact that no rule found, from words that the article has."""

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        article_hash, picture = asked["article"], asked["picture"]
        ref = picture["finding"]["fact"]
        if fact_key(connection, article_hash, ref) is not None:
            there = _fact(connection, article_hash, ref)
            how = "it was rejected: bring it back instead" if there.rejected else "nothing was changed"
            raise InputError(f"The article says that already, as {ref}: {how}.")
        actors = [actor["id"] for actor in picture["actors"]]
        was = scene(connection, actors)
        self.put(connection, article_hash, picture)
        changed = changes(was, scene(connection, actors))
        sentence = " ".join([f"Made: {brief(_fact(connection, article_hash, ref))}.", *asked.get("told", ())])
        before = {"article": article_hash, "fact": ref, "changes": changed, "named": actors}
        return Done(sentence, (f"{article_hash}/facts/{ref}",), before, (ref,), (article_hash,))

    def put(self, connection: sqlite3.Connection, article_hash: str, picture: Picture) -> None:
        found = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (article_hash,)).fetchone()
        if found is None:
            raise NothingThereError(f"There is no article {article_hash[:12]!r} any more.")
        put_actors(connection, picture["actors"])
        put_fact(connection, found[0], picture)

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        """The fact leaves; one that extraction has found since stays."""
        key = fact_key(connection, before["article"], before["fact"])
        made = "SELECT 1 FROM findings WHERE id = ? AND rule = ?"
        if key is not None and connection.execute(made, (key, BY_HAND)).fetchone():
            connection.execute("DELETE FROM findings WHERE id = ?", (key,))
            names_back(connection, before["changes"])
        drop_made(connection, before["named"])
