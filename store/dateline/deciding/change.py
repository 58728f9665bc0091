"""What a decision comes to: a sentence, what it is about, and what taking it back needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dateline.db.write import decide
from dateline.errors import Exit, InputError


class Change(NamedTuple):
    """A decision that was made: its row in ``decisions``, what the footer line says, whom and what it is about: facts,
    articles and actors (ids, whole hashes, ids)."""

    id: int
    sentence: str
    facts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


class NothingThereError(InputError):
    """No fact, article, actor, filter or decision of that name."""

    code = Exit.NOTHING


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, before it is recorded. ``before`` is what taking it back needs, in JSON's types."""

    sentence: str
    scopes: tuple[str, ...]
    before: Any = None
    facts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    after: Mapping[str, Any] = field(default_factory=dict)  # more for the row


def record(
    connection: sqlite3.Connection, user: str, what: str, asked: Any, done: Done, of: int | None = None
) -> Change:
    """Adds the row; ``of`` is the row that an undo or redo is about."""
    after: dict[str, Any] = {"sentence": done.sentence, "scopes": done.scopes}
    after |= {"facts": done.facts, "articles": done.articles} | dict(done.after)
    after |= {"asked": asked} if of is None else {"of": of}
    number = decide(connection, user, what, before=done.before, after=after)
    return Change(number, done.sentence, done.facts, done.articles, tuple(after.get("actors", ())))
