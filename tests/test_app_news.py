"""What other programs do to the store is told and shown on request; a store opened to be read is only read."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline import deciding
from dateline.db.write import add_article, open_for_writing
from dateline.model import Extraction
from demo import italian, make_store, persian, turkish
from terminal import Terminal


def add(store: Path, *extractions: Extraction) -> None:
    """Another program adds these articles."""
    with closing(open_for_writing(store)) as connection:
        for one in extractions:
            assert add_article(connection, one)


async def look(ui: Dashboard) -> str:
    """What the title bar says after the store was looked at."""
    ui.app.main.look_for_changes()
    await ui.settled()
    return ui.lines[0]


async def test_new_facts_are_told_and_one_key_brings_them_in(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db", turkish())
    async with dashboard(store, size=(80, 24)) as ui:
        await ui.type("blinken")
        await ui.press("enter", "j")
        row, total = ui.row, ui.app.main.facts.listing.total
        assert "new" not in await look(ui)
        add(store, persian())
        assert "2 new facts: . shows it" in await look(ui)
        assert "1 article · 5 facts" in ui.lines[0], "nothing else moves"
        assert ui.app.main.facts.listing.total == total
        add(store, italian())
        assert "2 new facts" in await look(ui)
        await ui.press("full_stop")
        assert "3 articles · 7 facts" in ui.lines[0] and "new" not in ui.lines[0]
        assert ui.app.main.facts.listing.total == total + 1
        assert ui.row == row, "one stays where one is"
        assert "new" not in await look(ui)


async def test_articles_without_facts_and_other_changes_are_told_too(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db", turkish())
    async with dashboard(store) as ui:
        add(store, italian())
        assert "1 new article: . shows it" in await look(ui)
        await ui.press("escape", "full_stop")
        with closing(open_for_writing(store)) as connection:
            fact = connection.execute("SELECT fact FROM findings").fetchone()[0]
            deciding.reject(connection, "somebody else", [fact])
        assert "changed elsewhere: . shows it" in await look(ui)


async def test_what_is_shown_may_be_gone(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db", turkish(), italian())
    async with dashboard(store) as ui:
        await ui.type("blinken")
        await ui.press("enter")
        with closing(open_for_writing(store)) as connection:
            gone = str(connection.execute("SELECT hash FROM stored_articles").fetchone()[0])
            deciding.remove(connection, "somebody else", [gone])
        for key, says in (("e", "was removed"), ("x", "no fact"), ("D", "no article")):
            await ui.press(key)
            await ui.press("enter") if key == "D" else None
            assert says in ui.app.main.notice.text
        await ui.press("full_stop")
        assert "1 article" in ui.lines[0]


async def test_what_one_decides_oneself_is_no_news(tmp_path: Path) -> None:
    async with dashboard(make_store(tmp_path / "store.db")) as ui:
        await ui.press("enter")
        for key in ("x", "u", "exclamation_mark", "R"):
            await ui.press(key)
            assert ": . shows it" not in await look(ui)


@pytest.mark.parametrize("mode", [0o600, 0o400])
async def test_read_only_writes_nothing_at_all(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    store = make_store(folder / "store.db")
    before = hashlib.sha256(store.read_bytes()).hexdigest()
    store.chmod(mode)
    if mode == 0o400:
        folder.chmod(0o500)
    async with dashboard(store, readonly=True) as ui:
        await ui.type("lavrov")
        await ui.press("enter", *"jx!uXRc", "escape", "i", "escape", "D", "escape", "ctrl+r")
        assert "--read-only" in ui.text
        await ui.press("escape", "full_stop", "enter", "plus")
    folder.chmod(0o700)
    assert hashlib.sha256(store.read_bytes()).hexdigest() == before
    left = {file.name: file.stat().st_size for file in folder.iterdir() if file != store}
    assert set(left) <= {"store.db-shm", "store.db-wal"}, "which every reader of a store has"
    assert not left.get("store.db-wal")


async def test_an_older_store_is_not_brought_on_by_looking_at_it(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db")
    with closing(open_for_writing(store)) as connection:
        connection.execute("PRAGMA user_version = 3")
    before = store.read_bytes()
    async with dashboard(store, readonly=True) as ui:
        assert "without --read-only" in ui.app.main.notice.text
    assert store.read_bytes() == before


def test_no_store_is_made_to_be_read(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "dateline", "--store", str(tmp_path / "store.db"), "--read-only"]) as t:
        assert t.end() == 1
        assert t.has("There is no store at")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_nothing_is_written_while_nobody_types(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db", turkish())
    with Terminal([sys.executable, "-m", "dateline", "--store", str(store)]) as t:
        t.wait_for("Actors", "? keys")
        while t.bytes_within(0.5):
            pass
        assert t.bytes_within(5) == 0
        os.utime(store)
        assert t.bytes_within(1.5) == 0
        add(store, persian())
        t.wait_for("2 new facts")
        while t.bytes_within(0.5):
            pass
        assert t.bytes_within(2) == 0
