"""Marks on facts and articles: rejected, flagged, a note, read. One column each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.db.read import article, facts_by_id
from dateline.db.rows import ArticleRow, Fact
from dateline.deciding.change import Done, NothingThereError
from dateline.errors import InputError
from dateline.export.words import brief

_WIDTH = 50  # characters of a title in a sentence


def facts_named(connection: sqlite3.Connection, facts: Sequence[str]) -> list[Fact]:
    """The facts of these whole ids; NothingThereError where one is not in the store."""
    found = []
    for wanted in dict.fromkeys(facts):
        there = [fact for fact in facts_by_id(connection, wanted) if fact.id == wanted]
        if not there:
            raise NothingThereError(f"There is no fact {wanted!r} in the store: 'dateline facts' prints the ids.")
        found += there
    if not found:
        raise InputError("No fact was named: give ids as 'dateline facts' prints them.")
    return found


def articles_named(connection: sqlite3.Connection, hashes: Sequence[str]) -> list[ArticleRow]:
    """The articles of these whole hashes; NothingThereError where one is not in the store."""
    found = []
    for wanted in dict.fromkeys(hashes):
        row = article(connection, wanted)
        if row is None:
            raise NothingThereError(f"There is no article {wanted[:12]!r}: 'dateline articles' prints the ids.")
        found.append(row)
    if not found:
        raise InputError("No article was named: give ids as 'dateline articles' prints them.")
    return found


def titled(row: ArticleRow) -> str:
    """How a sentence calls an article."""
    title = " ".join(row.title.split()) or row.hash[:12]
    return title if len(title) <= _WIDTH else title[: _WIDTH - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Mark:
    """One value for one column of ``findings``. ``one`` and ``several`` say what was done, ``nothing`` that it was so
    before; {} stands for the fact, {n} for how many, {value} for the value."""

    column: str
    value: Callable[[Any], Any]  # from what was asked
    one: str
    several: str
    nothing: str

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        """Sets the mark on those of ``asked["facts"]`` ([hash, id]) that do not have it."""
        value = self.value(asked)
        facts = [
            fact
            for article_hash, ref in asked["facts"]
            for fact in facts_named(connection, [ref])
            if fact.article == article_hash
            and getattr(fact, self.column) != (bool(value) if value in (0, 1) else value)
        ]
        if not facts:
            raise InputError(self.nothing)
        before = [(fact.article, fact.id, getattr(fact, self.column)) for fact in facts]
        for fact in facts:
            self.put(connection, fact.article, fact.id, value)
        sentence = (
            self.one.format(brief(facts[0]), value=value) if len(facts) == 1 else self.several.format(n=len(facts))
        )
        return Done(
            sentence,
            tuple(f"{fact.article}/facts/{fact.id}/{self.column}" for fact in facts),
            before,
            tuple(dict.fromkeys(fact.id for fact in facts)),
            tuple(dict.fromkeys(fact.article for fact in facts)),
        )

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        """A fact that an article says no longer has no mark to lose."""
        for article_hash, fact, value in before:
            self.put(connection, article_hash, fact, value)

    def put(self, connection: sqlite3.Connection, article_hash: str, fact: str, value: Any) -> bool:
        """Whether there is such a fact."""
        done = connection.execute(
            f"UPDATE findings SET {self.column} = ? "
            "WHERE fact = ? AND article = (SELECT id FROM stored_articles WHERE hash = ?)",
            (value, fact, article_hash),
        )
        return done.rowcount > 0


MARKS: dict[str, Mark] = {
    "reject": Mark(
        "rejected", lambda _: 1, "Rejected: {}.", "Rejected {n} facts.", "Rejected already: nothing was changed."
    ),
    "restore": Mark(
        "rejected", lambda _: 0, "No longer rejected: {}.", "{n} facts are no longer rejected.",
        "It is not rejected: nothing was changed.",
    ),
    "flag": Mark("flagged", lambda _: 1, "Flagged: {}.", "Flagged {n} facts.", "Flagged already: nothing was changed."),
    "unflag": Mark(
        "flagged", lambda _: 0, "No longer flagged: {}.", "{n} facts are no longer flagged.",
        "It is not flagged: nothing was changed.",
    ),
    "note": Mark(
        "note", lambda asked: asked["text"] or None, "Noted on {}.", "Noted on {n} facts.",
        "The note says that already: nothing was changed.",
    ),
    "clear note": Mark(
        "note", lambda _: None, "No note any more on {}.", "No note any more on {n} facts.",
        "It has no note: nothing was changed.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """Articles marked as read, or no longer."""

    read: bool

    def do(self, connection: sqlite3.Connection, asked: Any, _undone: Any = None) -> Done:
        rows = [row for row in articles_named(connection, asked["articles"]) if row.read != self.read]
        word = "read" if self.read else "unread"
        if not rows:
            raise InputError(f"Marked as {word} already: nothing was changed.")
        hashes = tuple(row.hash for row in rows)
        self._put(connection, hashes, self.read)
        what = titled(rows[0]) if len(rows) == 1 else f"{len(rows)} articles"
        return Done(f"Marked as {word}: {what}.", tuple(f"{one}/read" for one in hashes), list(hashes), (), hashes)

    def back(self, connection: sqlite3.Connection, before: Any, moved_on: bool = False) -> None:
        self._put(connection, before, not self.read)

    def _put(self, connection: sqlite3.Connection, hashes: Sequence[str], read: bool) -> None:
        for article_hash in hashes:
            connection.execute("UPDATE stored_articles SET read = ? WHERE hash = ?", (int(read), article_hash))
