"""``= - C P d`` in the dashboard: who is who, by the user's word."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard, decided, said
from dateline import deciding
from dateline.cli import main
from dateline.db.importing import link_imported
from dateline.db.write import add_actors, add_article, open_for_writing
from dateline.model import Actor, Article
from dateline_tui.draw.signs import ASCII
from dateline_tui.screens import mending
from dateline_tui.screens.duplicates import DuplicatesScreen
from dateline_tui.screens.main import MainScreen
from dateline_tui.screens.who import WhoScreen
from demo import extraction, make_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


async def typed_ahead(ui: Dashboard, *keys: str) -> None:
    """Keys that come faster than anything can be read."""
    for key in keys:
        ui.send(key)
    await ui.settled()


async def test_keys_typed_ahead_merge_split_rename_and_part_and_all_of_it_comes_back(store: Path) -> None:
    before = said(store)
    async with dashboard(store) as ui:
        await typed_ahead(ui, *"price", "enter", "=", *"lavrov", "enter", "enter", "h", "C", *" X", "enter")
        assert " to Ned Price X. u takes it back" in ui.text and " Ned Price X" in ui.pane("actors")
        await typed_ahead(ui, "P", "G", "enter", *"Jo", "enter", "-", *"blingen", "enter")
        assert "Not the same: Ned Price X and Antony Blinken" in ui.text
        assert decided(store) == ["merge", "rename", "split", "apart"]
        await ui.press("u", "u", "u", "u")
        assert said(store) == before
        assert ui.row.startswith("● Ned Price"), "the cursor stays where it was"


async def test_whom_dateline_linked_is_proposed_first_and_parted(store: Path) -> None:
    said_of = (("country", "RU"), ("position", "Foreign Minister"))
    with closing(open_for_writing(store)) as connection:
        add_actors(connection, [Actor("Q1", "Sergei Lavrov", "person", ("Sergei Lavrov",), said_of)])
        for _ in link_imported(connection):
            pass
    async with dashboard(store) as ui:
        await ui.type("lavrov")
        assert "Sergei Lavrov" not in ui.pane("actors")
        await ui.press("enter", "-")
        assert "Sergei Lavrov  linked: Foreign Minister of Russia" in ui.text
        await ui.press("enter")
        assert "Not the same: Sergey Lavrov and Sergei Lavrov" in ui.text and decided(store) == ["apart"]
        assert "Sergei Lavrov" in ui.pane("actors")
        await ui.press("u")
        assert "Sergei Lavrov" not in ui.pane("actors")


async def test_who_was_merged_away_is_followed_wherever_one_comes_back_to(store: Path) -> None:
    """Another program merges the actor whose facts are listed: they are the other's from then on."""
    async with dashboard(store) as ui:
        await ui.type("price")
        await ui.press("enter", "m", "a", "A", "H")
        with closing(open_for_writing(store)) as connection:
            deciding.merge(connection, "ann", "sergey-lavrov", ["ned-price"])
        assert "Ned Price" in ui.pane("facts")
        await ui.press("t")
        assert "no date" in ui.text and "Sergey Lavrov" not in ui.lines[0]
        await ui.press("escape", "h", "w")
        assert "Every spelling of Sergey Lavrov" in ui.text
        await ui.press("escape", "l", ".")
        assert "Sergey Lavrov" in ui.pane("facts").split("\n")[0]
        await ui.press("L", "H")
        assert "Sergey Lavrov" in ui.pane("facts").split("\n")[0]
        await ui.press("L", "j", "'", "a")
        assert "Sergey Lavrov" in ui.pane("facts").split("\n")[0]
        assert ui.app.main.state.subject is not None and ui.app.main.state.subject.id == "sergey-lavrov"


async def test_where_no_actor_is_listed_the_key_that_goes_to_one_is_named(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "A", "enter", "=")
        assert isinstance(ui.app.screen, MainScreen)
        assert "No actor's facts are listed here: * goes to the parties of a fact." in ui.text
        await ui.press("*", "=")
        assert isinstance(ui.app.screen, WhoScreen)
        await ui.press("escape", "f", *"type:CONSULT", "enter", "*", "=")
        assert isinstance(ui.app.screen, WhoScreen), "* leads to an actor also where a filter lists all facts"


def twins(store: Path) -> None:
    """Adds two men with two names each."""
    with closing(open_for_writing(store)) as connection:
        for name in ("Marco Rossini", "Marko Rosini", "Mohammad Karimi", "Mohammed Karimi"):
            actor = Actor(f"person-{name.lower().replace(' ', '-')}", name, "person", (name,))
            article = Article(f"{name} came.\n\nThen {name} went home.\n", name, "en")
            assert add_article(connection, extraction(article, actors=(actor,)))


async def test_likely_duplicates_are_decided_one_after_another(store: Path) -> None:
    twins(store)
    before = said(store)
    async with dashboard(store, (40, 12), signs=ASCII) as ui:
        await typed_ahead(ui, "escape", "d", "j", "tab")
        assert isinstance(ui.app.screen, DuplicatesScreen)
        assert ui.lines[0].startswith(" Likely duplicates  2/2")
        assert any(line.startswith(" > o ") for line in ui.lines), "Tab brings the other side into view"
        await ui.resize(100, 30)
        assert any(" | > o " in line for line in ui.lines)
        await typed_ahead(ui, "k", "=", "-")
        assert "No two actors look as if they were one any more. Esc goes back." in ui.text
        assert decided(store) == ["merge", "apart"]
        await ui.press("u")
        assert ui.lines[0].startswith(" Likely duplicates  1/1")
        await ui.press("u")
        assert ui.lines[0].startswith(" Likely duplicates  1/2") and said(store) == before
        await ui.press("u")
        assert "nothing that could be taken back" in ui.text
        await ui.press(
            "ctrl+r", "escape", "d", "escape", "escape", "/", *"rossini", "enter", "P", "enter", "enter", "d"
        )
        assert ui.lines[0].startswith(" Likely duplicates  1/1") and "Karimi" in ui.text, (
            "who was split off is not like"
        )


async def test_a_store_that_is_only_read_says_so_before_anything_is_asked(store: Path) -> None:
    twins(store)
    async with dashboard(store, readonly=True) as ui:
        await ui.press("escape")
        for key in ("=", "-", "C", "P"):
            await ui.press(key)
            assert isinstance(ui.app.screen, MainScreen) and "--read-only" in ui.text, key
        await ui.press("d", "=")
        assert "--read-only" in ui.text and ui.lines[0].startswith(" Likely duplicates  1/")
        await ui.press("j", "enter")
        assert isinstance(ui.app.screen, MainScreen) and ui.app.main.state.place == "facts"


async def test_a_decision_that_takes_long_says_so_and_is_told_whatever_was_typed_meanwhile(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "SLOW", 0.001)
    go_on = threading.Event()

    def slow(connection: sqlite3.Connection, user: str) -> deciding.Change:
        assert go_on.wait(10)
        return deciding.merge(connection, user, "sergey-lavrov", ["ned-price"])

    async with dashboard(store) as ui:
        await ui.press("escape")
        ui.app.main.decide(slow)
        ui.send("A")
        for _ in range(500):
            if "Carrying it out" in ui.text:
                break
            await ui.pilot.pause()
        assert "Carrying it out … keys that you type now are done when it is finished." in ui.text
        go_on.set()
        await ui.settled()
        assert "Articles" in ui.lines[1] and "Merged Ned Price into Sergey Lavrov. u takes it back." in ui.text
        await ui.press("u")
        assert "Undone: merged Ned Price into Sergey Lavrov. ^r does it again." in ui.text
        await ui.press("ctrl+r")
        assert "Done again: merged Ned Price into Sergey Lavrov. u takes it back." in ui.text


async def test_whom_no_article_names_is_shown_as_the_registry_has_it(store: Path, tmp_path: Path) -> None:
    (tmp_path / "registry.jsonl").write_text(
        '{"id": "Q1", "schema": "Person", "properties": {"name": ["Ned Pryce"], "alias": ["Нед Прайс"]}}\n'
        '{"id": "Q2", "schema": "Person", "properties": {"name": ["Ned Price"]}}\n'
    )
    assert main(["--store", str(store), "actors", "import", str(tmp_path / "registry.jsonl")]) == 0
    async with dashboard(store) as ui:
        await ui.type("pryce")
        assert "No article names Ned Pryce. Esc goes back to the list." in ui.words("facts")
        await ui.press("escape", *"/price", "enter", "=", *"pryce", "enter")
        assert "● Ned Pryce" in ui.text and "in no article" in ui.text and "Нед Прайс  Ned Prays" in ui.text
        await ui.press("escape", "-", "enter")
        assert "Not the same: Ned Price (ned-price) and Ned Price (Q2). u takes it back." in ui.text
