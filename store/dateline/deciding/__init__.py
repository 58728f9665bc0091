"""What users decide about facts, articles and actors, each decision one row of ``decisions`` that can be taken back.

Every function takes a connection that may write (``db.write.open_for_writing``), does all of its work or nothing in one
transaction, and returns a :class:`Change`. InputError says in a sentence why a decision cannot be; one that names
nothing in the store is a NothingThereError. ``user`` is who decides (``db.write.user_name``).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dateline.db.write import transaction
from dateline.deciding.change import Change as Change
from dateline.deciding.change import NothingThereError as NothingThereError
from dateline.deciding.change import record
from dateline.deciding.fields import FIELDS as FIELDS
from dateline.deciding.fields import Value
from dateline.deciding.kinds import kind_of
from dateline.deciding.marks import facts_named
from dateline.deciding.undoing import redo as redo
from dateline.deciding.undoing import undo as undo


def _decided(connection: sqlite3.Connection, user: str, what: str, asked: Callable[[], Any]) -> Change:
    """Does it and records it; ``asked`` is worked out inside the transaction, as it may look into the store."""
    with transaction(connection):
        wanted = asked()
        return record(connection, user, what, wanted, kind_of(what).do(connection, wanted))


def _marked(connection: sqlite3.Connection, user: str, what: str, facts: Sequence[str], **more: Any) -> Change:
    def asked() -> Any:
        return {"facts": [(fact.article, fact.id) for fact in facts_named(connection, facts)], **more}

    return _decided(connection, user, what, asked)


def reject(connection: sqlite3.Connection, user: str, facts: Sequence[str]) -> Change:
    """Facts are wrong: they are hidden from then on. ``facts`` are whole ids, here as below."""
    return _marked(connection, user, "reject", facts)


def restore(connection: sqlite3.Connection, user: str, facts: Sequence[str]) -> Change:
    """Facts are rejected no longer."""
    return _marked(connection, user, "restore", facts)


def flag(connection: sqlite3.Connection, user: str, facts: Sequence[str], on: bool) -> Change:
    """Facts to come back to, or no longer."""
    return _marked(connection, user, "flag" if on else "unflag", facts)


def note(connection: sqlite3.Connection, user: str, fact: str, text: str) -> Change:
    """What the user has to say about a fact; nothing where ``text`` is empty."""
    said = text.strip()
    return (
        _marked(connection, user, "note", [fact], text=said)
        if said
        else _marked(connection, user, "clear note", [fact])
    )


def correct(connection: sqlite3.Connection, user: str, fact: str, fields: Mapping[str, Value]) -> Change:
    """A fact says something else: ``fields`` are those of ``FIELDS`` for its kind, an empty value for none."""
    from dateline.deciding.mending import asked_correction

    return _decided(connection, user, "correct", lambda: asked_correction(connection, fact, fields))


def make(
    connection: sqlite3.Connection, user: str, article: str, start: int, end: int, fields: Mapping[str, Value]
) -> Change:
    """A fact from the words [start, end) of an article: a statement where ``fields`` name a ``speaker``, a role where
    a ``person``, else an event."""
    from dateline.deciding.mending import asked_fact

    return _decided(connection, user, "make", lambda: asked_fact(connection, article, start, end, fields))


def redate(connection: sqlite3.Connection, user: str, article: str, date: str | None) -> Change:
    """An article was published on that day, month or year (None: as its text says), and is read again with it."""
    return _decided(connection, user, "date", lambda: {"article": article, "date": date})


def remove(connection: sqlite3.Connection, user: str, articles: Sequence[str]) -> Change:
    """Articles leave with their facts. ``articles`` are whole hashes, here as below."""
    return _decided(connection, user, "remove article", lambda: {"articles": list(articles)})


def added(connection: sqlite3.Connection, user: str, articles: Sequence[str]) -> Change:
    """Articles were just added: undoing that takes them out again."""
    return _decided(connection, user, "add", lambda: {"articles": list(articles)})


def mark_read(connection: sqlite3.Connection, user: str, articles: Sequence[str], on: bool) -> Change:
    """Articles are read, or not yet."""
    return _decided(connection, user, "read" if on else "unread", lambda: {"articles": list(articles)})


def save_filter(connection: sqlite3.Connection, user: str, name: str, query: str) -> Change:
    """Keeps a query under a name, in the place of one that had it. QueryError where it is none."""
    return _decided(connection, user, "filter", lambda: {"name": name, "query": query})


def drop_filter(connection: sqlite3.Connection, user: str, name: str) -> Change:
    """A saved filter leaves."""
    return _decided(connection, user, "drop filter", lambda: {"name": name})


def merge(connection: sqlite3.Connection, user: str, kept: str, others: Sequence[str]) -> Change:
    """Actors are one: ``kept`` keeps its id and name, whatever the ``others`` do is his. Ids of actors, as below."""
    from dateline.deciding.identity import asked_merge

    return _decided(connection, user, "merge", lambda: asked_merge(connection, kept, others))


def split(
    connection: sqlite3.Connection, user: str, actor: str, parts: Sequence[tuple[str, str]], name: str | None = None
) -> Change:
    """Some articles mean somebody else, called ``name`` (None: the same). ``parts`` are among those of
    ``db.parts.part_keys``. The first of the change's actors is the new one."""
    from dateline.deciding.identity import asked_split

    return _decided(connection, user, "split", lambda: asked_split(connection, actor, parts, name))


def keep_apart(connection: sqlite3.Connection, user: str, one: str, other: str) -> Change:
    """Two actors are not the same, and are never proposed or linked as one."""
    from dateline.deciding.identity import asked_apart

    return _decided(connection, user, "apart", lambda: asked_apart(connection, one, other))


def rename(connection: sqlite3.Connection, user: str, actor: str, name: str) -> Change:
    """The name that an actor is shown by."""
    from dateline.deciding.identity import asked_name

    return _decided(connection, user, "rename", lambda: asked_name(connection, actor, name))
