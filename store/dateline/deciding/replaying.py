"""What users decided, carried over to what articles say after they were read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

from dateline.db.decisions import ABOUT_OTHERS, Befores, Decision, before_of, decisions
from dateline.db.pictures import fact_key, fact_picture, replace_fact
from dateline.db.write import decide, user_name
from dateline.deciding.fields import with_values
from dateline.deciding.marks import MARKS, Mark
from dateline.deciding.mending import Correcting, Making
from dateline.errors import InputError
from dateline.export.words import BY_HAND

#: decisions that no reading of an article changes: those about actors stand in tables that extraction looks into
_UNTOUCHED = frozenset(
    ("add", "date", "read", "unread", "filter", "drop filter", "merge", "split", "apart", "rename", *ABOUT_OTHERS)
)


def replay(connection: sqlite3.Connection, hashes: Collection[str] = ()) -> list[str]:
    """Applies every decision in force to the articles that were read again, inside the caller's transaction.

    They must have been made :func:`bare` before. Returns a sentence for each decision that fits no longer.
    """
    trouble, again = carried(connection, hashes)
    if again:
        said: dict[str, Any] = {
            "sentence": "Read articles again; what users had decided about them was kept.",
            "again": again,
        }
        said |= {"articles": sorted({kept["article"] for kept in again.values()})}
        decide(connection, user_name(), "replay", before=None, after=said)
    return trouble


def bare(connection: sqlite3.Connection, hashes: Collection[str]) -> None:
    """Takes off the articles whatever users decided about their facts: what is left was extracted."""
    log = decisions(connection)
    befores = Befores(connection, log)
    decided: dict[str, list[Decision]] = {}
    for row in log:
        for article_hash in () if row.undone or row.what in _UNTOUCHED else row.after.get("articles", ()):
            decided.setdefault(article_hash, []).append(row)
    for article_hash in hashes:
        if article_hash in decided:
            _bare(connection, article_hash, decided[article_hash], befores)


def _bare(connection: sqlite3.Connection, article_hash: str, decided: list[Decision], befores: Befores) -> None:
    extracted: dict[str, Decision] = {}
    for row in decided:
        if row.what == "make":
            connection.execute(
                "DELETE FROM findings WHERE rule = ? AND fact = ? "
                "AND article = (SELECT id FROM stored_articles WHERE hash = ?)",
                (BY_HAND, row.after["asked"]["picture"]["finding"]["fact"], article_hash),
            )
        elif row.what == "correct":
            extracted.setdefault(row.after["asked"]["fact"], row)
    for fact, row in extracted.items():
        key = fact_key(connection, article_hash, fact)
        corrected = "SELECT 1 FROM findings WHERE id = ? AND corrected"
        if key is not None and connection.execute(corrected, (key,)).fetchone():
            replace_fact(connection, key, befores.of(row.id)["picture"])
    connection.execute(
        "UPDATE findings SET rejected = 0, corrected = 0, flagged = 0, note = NULL "
        "WHERE article = (SELECT id FROM stored_articles WHERE hash = ?)",
        (article_hash,),
    )


def carried(connection: sqlite3.Connection, hashes: Collection[str]) -> tuple[list[str], dict[str, Any]]:
    """Sentences about decisions that fit no longer, and what the facts of corrections were before these, by number."""
    log = [row for row in decisions(connection) if not row.undone and row.what not in _UNTOUCHED]
    carrying = _Carrying(connection, hashes if log else ())
    trouble = [
        f"Decision {row.id} ({row.what}, {row.user}, {row.time}): {why}." for row in log for why in carrying.again(row)
    ]
    return trouble, carrying.before


class _Carrying:
    """Decisions made again, one after another, as far as they are about ``hashes``."""

    def __init__(self, connection: sqlite3.Connection, hashes: Collection[str]) -> None:
        self.connection = connection
        self.added = {article_hash: self._added(article_hash) for article_hash in hashes}
        self.befores = Befores(connection, decisions(connection))
        self.before: dict[str, Any] = {}

    def again(self, row: Decision) -> Iterator[str]:
        """Why parts of it fit no longer."""
        try:
            if row.what in MARKS:
                yield from self._mark(row, MARKS[row.what])
            elif row.what == "correct":
                yield from self._correct(row)
            elif row.what == "make":
                yield from self._make(row)
            elif row.what == "remove article":
                yield from self._remove(row)
            else:
                yield "nobody here knows how to"
        except InputError as error:
            yield str(error).rstrip(".")

    def _about(self, row: Decision, article_hash: str) -> bool:
        """An article that was added after the decision is not what it was about."""
        added = self.added.get(article_hash)
        return added is not None and added <= row.time

    def _added(self, article_hash: str) -> str | None:
        query = "SELECT added FROM stored_articles WHERE hash = ?"
        row = self.connection.execute(query, (article_hash,)).fetchone()
        return None if row is None else str(row[0])

    def _mark(self, row: Decision, mark: Mark) -> Iterator[str]:
        asked: Any = row.after["asked"]
        value = mark.value(asked)
        for article_hash, fact in asked["facts"]:
            changed = f"{article_hash}/facts/{fact}/{mark.column}" in row.scopes  # else it was so before
            there = not (changed and self._about(row, article_hash)) or mark.put(
                self.connection, article_hash, fact, value
            )
            if not there and value:
                yield f"the article does not say {fact} any more"

    def _correct(self, row: Decision) -> Iterator[str]:
        asked: Any = row.after["asked"]
        if not self._about(row, asked["article"]):
            return
        key = fact_key(self.connection, asked["article"], asked["fact"])
        if key is None:
            yield f"the article does not say {asked['fact']} any more"
            return
        before = fact_picture(self.connection, key)
        Correcting().put(self.connection, key, with_values(before, asked["values"], asked["actors"]))
        self.before[str(row.id)] = self.befores.of(row.id) | {"picture": before}

    def _make(self, row: Decision) -> Iterator[str]:
        asked: Any = row.after["asked"]
        ref = asked["picture"]["finding"]["fact"]
        if not self._about(row, asked["article"]):
            return
        if fact_key(self.connection, asked["article"], ref) is not None:
            yield f"the article says {ref} by itself now"
        else:
            Making().put(self.connection, asked["article"], asked["picture"])

    def _remove(self, row: Decision) -> Iterator[str]:
        for article_hash in row.after.get("articles") or [before_of(self.connection, row.id)["article"]["hash"]]:
            if (self._added(article_hash) or row.time) < row.time:
                yield f"the article {article_hash[:12]} is there all the same"
