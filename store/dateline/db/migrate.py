"""Bringing a store to the present schema, through sqlite-utils migrations. Imported only when there is work to do."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from dateline.actors.index import rebuild
from dateline.actors.schema import SEVENTH
from dateline.actors.version import SOUNDS
from dateline.db.identity import SIXTH
from dateline.db.linked import EIGHTH, NINTH
from dateline.db.opening import APPLICATION_ID, VERSION, unheeded
from dateline.db.overlay import FOURTH
from dateline.db.schema import FIRST, SECOND, THIRD
from dateline.db.views import FIFTH

if TYPE_CHECKING:
    from dateline.db.opening import Told

migrations = Migrations("dateline")

#: the version whose name index this one writes
_PACKED = 7


@migrations(name="0001_articles_and_facts")
def articles_and_facts(db: Database) -> None:
    """Everything that version 1 of the store holds."""
    for statement in FIRST:
        db.execute(statement)


@migrations(name="0002_how_it_was_extracted")
def how_it_was_extracted(db: Database) -> None:
    """What bringing an article to the present extractor needs."""
    for statement in SECOND:
        db.execute(statement)


@migrations(name="0003_values_of_a_query")
def values_of_a_query(db: Database) -> None:
    """What makes a query's places, outlets, languages and inferred parties quick to find."""
    for statement in THIRD:
        db.execute(statement)


@migrations(name="0004_decisions_and_order")
def decisions_and_order(db: Database) -> None:
    """What users decide about facts, and what keeps long lists quick."""
    for statement in FOURTH:
        db.execute(statement)


@migrations(name="0005_views")
def views(db: Database) -> None:
    """What other programs read: one row a fact, an actor, an article, with names resolved."""
    for statement in FIFTH:
        db.execute(statement)


@migrations(name="0006_identity")
def identity(db: Database) -> None:
    """Whom actors are shown as: what users merged, split and named, and what dateline linked."""
    for statement in SIXTH:
        db.execute(statement)


@migrations(name="0007_packed_name_index")
def packed_name_index(db: Database) -> None:
    """The name index in few rows, which :func:`migrate` fills."""
    for statement in SEVENTH:
        db.execute(statement)


@migrations(name="0008_linking")
def linking(db: Database) -> None:
    """Who sounds alike, and whose links the next writer works out."""
    for statement in EIGHTH:
        db.execute(statement)


@migrations(name="0009_made_with")
def made_with(db: Database) -> None:
    """What the store was made with."""
    for statement in NINTH:
        db.execute(statement)


def migrate(connection: sqlite3.Connection, told: Told = unheeded) -> None:
    """Applies what the store has not seen yet, all of it or nothing; two processes may try at once.

    The connection must be writable and outside a transaction. ``told`` learns how many names are read anew, where
    they are.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = connection.execute("PRAGMA user_version").fetchone()[0]
        migrations.apply(Database(connection, execute_plugins=False))
        if before < _PACKED:
            rebuild(connection, lambda done, total: told("names read anew", done, total))
            connection.execute("UPDATE made_with SET version = ? WHERE what = 'sounds'", (SOUNDS,))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
