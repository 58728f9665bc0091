"""The views of a store as other programs read them: what is documented is there, and says what the store says."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dateline.db import read
from dateline.db.views import VIEWS
from dateline.db.write import add_actors, add_article, open_for_writing
from dateline.help import text
from dateline.model import Actor
from handmade import extraction


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("views") / "store.db"
    with closing(open_for_writing(path)) as connection:
        assert add_article(connection, extraction(), source="a.txt")
        add_actors(connection, [Actor("Q1", "Ada Lovelace", "person", ("Ada Lovelace",))])
        connection.execute("UPDATE findings SET flagged = 1, note = 'ask' WHERE kind = 'statement'")
        connection.execute("UPDATE findings SET rejected = 1 WHERE kind = 'role'")
    return path


def documented(view: str) -> list[str]:
    """The columns that the manual gives a view, in order."""
    table = text("store").split(f"### {view}: ")[1].split("\n### ")[0].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` ", table, re.M)


def rows(connection: sqlite3.Connection, query: str, *values: object) -> list[dict[str, Any]]:
    cursor = connection.execute(query, values)
    return [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor]


@pytest.mark.parametrize("view", VIEWS)
def test_the_manual_names_every_column_in_order(store: Path, view: str) -> None:
    with closing(read.connect(store)) as connection:
        assert documented(view) == [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]


def test_every_view_of_a_store_is_documented(store: Path) -> None:
    with closing(read.connect(store)) as connection:
        views = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY 1")]
    assert views == sorted(VIEWS)


def test_a_fact_of_the_view_is_the_fact_of_the_store(store: Path) -> None:
    with closing(read.connect(store)) as connection:
        there = {row["id"]: row for row in rows(connection, "SELECT * FROM facts")}
        stored = [found for key in there for found in read.facts_by_id(connection, key)]
        whole = connection.execute("SELECT text FROM articles").fetchone()[0]
    assert len(stored) == len(there) == 4
    for fact in stored:
        row = there[fact.id]
        several = ("source", "target", "inferred", "according_to")
        same = (*documented("facts")[:9], "speaker", "verb", "quote", "person", "office", "of", "rule", "start", "end")
        about = ("article", "title", "outlet", "url", "lang", "published", "sure", "rejected", "flagged", "note")
        for column in (*same, *about):
            assert row[column] == getattr(fact, column), column
        for column in several:
            assert row[column] == ("; ".join(getattr(fact, column)) or None), column
        assert row["words"] == fact.text == whole[row["start"] : row["end"]]


def test_several_names_stand_in_their_order(tmp_path: Path) -> None:
    one = extraction()
    event = one.events[0]._replace(source=("vladimir-putin", "joe-biden"), target=(), according_to=("TASS", "a man"))
    with closing(open_for_writing(tmp_path / "store.db")) as connection:
        add_article(connection, one._replace(events=(event,)))
        (row,) = rows(connection, "SELECT source, target, according_to FROM facts WHERE id = ?", event.id)
    assert row == {"source": "Vladimir Putin; Joe Biden", "target": None, "according_to": "TASS; a man"}


def sqlite_utils(*arguments: object) -> list[dict[str, Any]]:
    """What the installed command prints."""
    call = [sys.executable, "-m", "sqlite_utils", *map(str, arguments)]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_sqlite_utils_command_reads_the_views(store: Path) -> None:
    facts = sqlite_utils("rows", store, "facts")
    met = next(fact for fact in facts if fact["mode"] == "meeting")
    assert (met["source"], met["target"], met["date"], met["place"], met["according_to"]) == (
        "Antony Blinken", "Sergey Lavrov", "2022-02-03", "Geneva", "AFP",
    )  # fmt: skip
    query = (
        "SELECT a.name, a.spellings, a.facts, a.imported, (SELECT json_group_array(id) FROM facts f WHERE "
        "f.person = a.name) AS roles, (SELECT facts || '/' || rejected || '/' || unsure FROM articles) AS counted "
        "FROM actors a WHERE id IN ('vladimir-putin', 'Q1', 'sergey-lavrov') ORDER BY id"
    )
    ada, lavrov, putin = sqlite_utils("query", store, query)
    assert (ada["imported"], ada["spellings"], ada["facts"]) == (1, None, 0)
    assert (putin["spellings"], putin["facts"], putin["counted"]) == ("Putin; پوتین", 1, "3/1/2")
    assert len(json.loads(lavrov["roles"])) == 1 and lavrov["facts"] == 1  # its role is rejected


@pytest.mark.parametrize(
    "condition", ["facts WHERE id = ?", "facts WHERE article = ?", "facts WHERE type = ?", "facts WHERE place = ?",
                  "actors WHERE id = ?", "articles WHERE hash = ?"],
)  # fmt: skip
def test_a_condition_is_looked_up_and_no_table_is_read_through(store: Path, condition: str) -> None:
    """``SCAN`` in SQLite's plan is every row of a table; what it makes for one row of ours is no table."""
    with closing(read.connect(store)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {condition}", ("x",))]
    assert any("USING" in step and "=?" in step for step in plan)
    assert [step for step in plan if step.startswith(("SCAN", "MATERIALIZE")) and "subquery" not in step] == [
        step for step in plan if "json_each" in step or "CONSTANT ROW" in step
    ]
