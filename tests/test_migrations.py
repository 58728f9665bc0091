"""Stores of older versions: opened by this one, they hold what a new store with the same articles holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline import deciding
from dateline.db import read, write
from dateline.db.opening import VERSION
from demo import make_store
from older import older

KEPT = (
    "SELECT * FROM appearances ORDER BY 1, 2, 3, 4, 5, 6",
    "SELECT * FROM totals ORDER BY 1",
    "SELECT id, mentions, facts FROM stored_actors ORDER BY 1",
    "SELECT rowid FROM stored_articles_words WHERE stored_articles_words MATCH 'blinken' ORDER BY 1",
    "SELECT hash, text, title, read FROM stored_articles ORDER BY id",
)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_store_is_brought_on_and_holds_the_same(tmp_path: Path, version: int) -> None:
    present = make_store(tmp_path / "present.db")
    path = older(present, tmp_path / "older.db", version)
    with closing(read.connect(path)) as brought, closing(read.connect(present)) as fresh:
        assert brought.execute("PRAGMA user_version").fetchone() == (VERSION,)
        for query in KEPT:
            assert brought.execute(query).fetchall() == fresh.execute(query).fetchall()
        assert [fact.to_json() for fact in read.facts(brought)] == [fact.to_json() for fact in read.facts(fresh)]
        assert brought.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert brought.execute("PRAGMA foreign_key_check").fetchall() == []


def _counted(store: sqlite3.Connection) -> tuple[dict[str, int], list[tuple[object, ...]], int]:
    facts = store.execute("SELECT id, facts FROM stored_actors ORDER BY id").fetchall()
    return read.totals(store), facts, int(store.execute("SELECT count(*) FROM appearances").fetchone()[0])


def test_rejecting_and_removing_keep_every_count_right(tmp_path: Path) -> None:
    path = make_store(tmp_path / "store.db")
    with closing(write.open_for_writing(path)) as store:
        before = _counted(store)
        rejected = read.facts(store)[0]
        store.execute("UPDATE findings SET rejected = 1 WHERE fact = ?", (rejected.id,))
        after = _counted(store)
        assert after[0]["rejected"] == 1
        assert after[0]["facts"] == before[0]["facts"] - 1
        assert after[2] == before[2] - len(rejected.actors)
        assert rejected.id not in {fact.id for fact in read.facts(store)}
        assert all(rejected.id not in {f.id for f in read.facts(store, actor=actor)} for actor in rejected.actors)
        store.execute("UPDATE findings SET rejected = 0 WHERE fact = ?", (rejected.id,))
        assert _counted(store) == before
        store.execute("UPDATE findings SET rejected = 1 WHERE fact = ?", (rejected.id,))
        deciding.remove(store, "me", [row.hash for row in read.articles(store)])
        assert set(read.totals(store).values()) == {0}
        assert _counted(store)[1:] == ([], 0)
