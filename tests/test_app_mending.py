"""Mending by keys: what was extracted is rejected, corrected, added to; all of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import dashboard, decided, said
from dateline_tui.screens.choose import ChooseScreen
from dateline_tui.screens.form import FactForm
from demo import make_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


async def test_a_rejected_fact_is_hidden_counted_and_comes_back(store: Path) -> None:
    before = said(store)
    async with dashboard(store) as ui:
        await ui.type("blinken")
        await ui.press("enter", "j")
        second, total = ui.row, ui.app.main.facts.listing.total
        await ui.press("x")
        assert "1 rejected" in ui.lines[0]
        assert "u takes it back" in ui.text
        assert ui.app.main.facts.listing.total == total - 1
        assert "Facts  2/" in ui.pane("facts"), "the cursor stays where it was"
        await ui.press("f")
        await ui.type("rejected:")
        await ui.press("enter")
        assert second in ui.pane("facts")
        await ui.press("x")
        assert "rejected" not in ui.lines[0]
        await ui.press("u", "u")
        assert said(store) == before
        await ui.press("u")
        assert "nothing that could be taken back" in ui.text
        await ui.press("ctrl+r")
        assert "1 rejected" in ui.lines[0]


async def test_keys_typed_behind_a_decision_wait_for_it(store: Path) -> None:
    before = said(store)
    async with dashboard(store) as ui:
        for key in (*"blingen", "enter", "x", "x", "u", "u", "j"):
            ui.app.main.press(key, key if len(key) == 1 else None)
        await ui.settled()
        assert said(store) == before
        assert decided(store) == ["reject", "reject", "undo", "undo"]


async def test_a_fact_is_corrected_in_a_form_with_completion(store: Path) -> None:
    before = said(store)
    async with dashboard(store) as ui:
        await ui.type("blingen")
        await ui.press("enter", "c")
        assert isinstance(ui.app.screen, FactForm)
        await ui.press("ctrl+u")
        await ui.type("accu")
        assert "ACCUSE" in ui.text
        await ui.press("tab", "down", "down", "down")
        await ui.type("2022-13")
        await ui.press("enter")
        assert "not in the calendar" in ui.text
        await ui.press("ctrl+u")
        await ui.type("2022-01")
        await ui.press("enter")
        assert "corrected" in ui.pane("facts")
        assert ui.app.main.state.fact is not None
        assert (ui.app.main.state.fact.type, ui.app.main.state.fact.date) == ("ACCUSE", "2022-01")
        await ui.press("u")
        assert said(store) == before


async def test_an_unknown_party_is_refused_and_a_new_one_needs_a_plus(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("blingen")
        await ui.press("enter", "c", "up", "ctrl+u")
        await ui.type("Qwrtz Zxcvb")
        await ui.press("enter")
        assert isinstance(ui.app.screen, FactForm)
        assert "Qwrtz Zxcvb" in ui.text
        await ui.press("ctrl+u")
        await ui.type("+Jane Roe")
        await ui.press("enter")
        assert ui.app.main.state.fact is not None
        assert ui.app.main.state.fact.target == ("Jane Roe",)
        await ui.press("s")
        await ui.type("jane roe")
        assert "Jane Roe" in ui.row


async def test_a_fact_is_made_of_the_words_selected(store: Path) -> None:
    before = said(store)
    async with dashboard(store) as ui:
        await ui.press("escape", "A", "j", "enter", "enter", "g", "g")
        await ui.press("v", "w", "w", "w", "+")
        assert isinstance(ui.app.screen, ChooseScreen)
        await ui.press("enter")
        await ui.type("consult")
        await ui.press("up", "up")
        await ui.type("Putin")
        await ui.press("enter")
        made = ui.app.main.state.fact
        assert made is not None
        assert made.id not in before
        assert (made.rule, made.type, made.source) == ("by hand", "CONSULT", ("Vladimir Putin",))
        await ui.press("u")
        assert said(store) == before


async def test_flag_note_and_read(store: Path) -> None:
    before = said(store)
    async with dashboard(store) as ui:
        await ui.press("enter", "!", "i")
        await ui.type("ask the desk")
        await ui.press("enter", "R", "A")
        assert " read, " in ui.pane("articles")
        await ui.press("A", "enter")
        fact = ui.app.main.state.fact
        assert fact is not None
        assert (fact.flagged, fact.note) == (True, "ask the desk")
        assert decided(store) == ["flag", "note", "read"]
        await ui.press("R", "!", "i", "ctrl+u", "enter")
        assert said(store) == before


async def test_the_date_of_an_article_and_removing_it(store: Path) -> None:
    before = said(store)
    async with dashboard(store) as ui:
        await ui.press("escape", "A", "D", "ctrl+u")
        await ui.type("2022-02-30")
        await ui.press("enter")
        assert "not in the calendar" in ui.text
        await ui.press("ctrl+u")
        await ui.type("2022-02-03")
        await ui.press("enter")
        assert "2022-02-03" in ui.pane("articles")
        await ui.press("X")
        assert isinstance(ui.app.screen, ChooseScreen)
        await ui.press("j", "enter")
        assert ui.app.main.articles.listing.total == 3
        await ui.press("X", "enter")
        assert ui.app.main.articles.listing.total == 2
        await ui.press("2", "u")
        await ui.press("u")
        assert said(store) == before


async def test_adding_an_article_can_be_taken_back(store: Path, tmp_path: Path) -> None:
    before = said(store)
    (tmp_path / "new.txt").write_text("Il ministro Lavrov ha incontrato Blinken a Ginevra.", encoding="utf-8")
    async with dashboard(store) as ui:
        await ui.press("escape", "a")
        await ui.paste(str(tmp_path / "new.txt"))
        await ui.press("enter")
        assert ui.app.main.articles.listing.total == 4
        await ui.press("u")
        assert ui.app.main.articles.listing.total == 3
    assert said(store) == before


async def test_filters_are_kept_chosen_and_dropped(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "F")
        assert "No filter has a name yet" in ui.text
        await ui.press("f")
        await ui.type("type:CONSULT")
        await ui.press("enter", "F", "enter")
        await ui.type("talks")
        await ui.press("enter", "f", "ctrl+u", "enter")
        assert ui.app.main.state.filter == ""
        await ui.press("F", "enter")
        assert ui.app.main.state.filter == "type:CONSULT"
        await ui.press("F", "G", "enter", "enter")
        await ui.press("f", "ctrl+u", "enter", "F")
        assert "No filter has a name yet" in ui.text


async def test_a_store_opened_read_only_is_not_changed(store: Path) -> None:
    before = store.read_bytes()
    async with dashboard(store, readonly=True) as ui:
        assert "read-only" in ui.lines[0]
        await ui.press("enter", "x")
        assert "--read-only" in ui.text
        await ui.press("escape", "a")
        assert "--read-only" in ui.text
    assert store.read_bytes() == before
