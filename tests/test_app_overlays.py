"""The list to choose from and the line to type in, which several actions share."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline.errors import InputError
from dateline_tui.entry import Recall, entry
from dateline_tui.screens.choose import ChooseScreen, Option
from dateline_tui.screens.main import MainScreen
from dateline_tui.screens.prompt import PromptScreen
from demo import make_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


async def choosing(ui: Dashboard, options: int) -> list[int]:
    """Opens a list of that many options; gets what is chosen."""
    chosen: list[int] = []
    named = [Option(f"option {i}", "about it " * 30) for i in range(options)]
    ui.app.push_screen(ChooseScreen("Choose one", named, chosen.append, ui.app.main.look))
    await ui.settled()
    return chosen


async def test_a_list_is_walked_and_enter_takes_what_stands_under_the_cursor(store: Path) -> None:
    async with dashboard(store, size=(40, 12)) as ui:
        chosen = await choosing(ui, 30)
        await ui.press("j", "down", "k")
        assert any(line.startswith("▸option 1 ") for line in ui.lines)
        assert all(len(line) == 40 for line in ui.lines)
        await ui.press("G")
        assert any(line.startswith("▸option 29") for line in ui.lines)
        await ui.press("g", "g", "ctrl+f", "enter")
        assert 5 < chosen[0] < 12
        assert isinstance(ui.app.screen, MainScreen)


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_a_list_takes_nothing(store: Path, key: str) -> None:
    async with dashboard(store) as ui:
        chosen = await choosing(ui, 3)
        await ui.press(key)
        assert (chosen, type(ui.app.screen)) == ([], MainScreen)


async def test_an_empty_list_can_only_be_left(store: Path) -> None:
    async with dashboard(store) as ui:
        chosen = await choosing(ui, 0)
        await ui.press("j", "G", "enter")
        assert isinstance(ui.app.screen, ChooseScreen)
        await ui.press("escape")
        assert chosen == []


def nothing_odd(text: str) -> None:
    if "odd" in text:
        raise InputError("That is odd: type something else.")


async def test_a_line_is_typed_checked_and_handed_over(store: Path) -> None:
    async with dashboard(store, size=(40, 12)) as ui:
        taken: list[str] = []
        history = ("first", "second")
        ui.app.push_screen(
            PromptScreen("A line", taken.append, ui.app.main.look, hint="say it", history=history, check=nothing_odd)
        )
        await ui.settled()
        assert "say it" in ui.text
        await ui.type("q odd")
        await ui.press("enter")
        assert "That is odd" in ui.text
        assert taken == []
        await ui.press("ctrl+w")
        assert "That is odd" not in ui.text
        await ui.press("up", "up", "up", "down", "enter")
        assert (taken, type(ui.app.screen)) == (["second"], MainScreen)


async def test_leaving_a_line_hands_nothing_over(store: Path) -> None:
    async with dashboard(store) as ui:
        taken: list[str] = []
        ui.app.push_screen(PromptScreen("A line", taken.append, ui.app.main.look, start="begun"))
        await ui.press("x", "escape")
        assert (taken, type(ui.app.screen)) == ([], MainScreen)


def test_lines_typed_before_come_back_and_so_does_the_one_begun() -> None:
    line = Recall(entry("be"), ("one", "two"))
    assert line.newer() == line
    assert line.older().line == entry("two")
    assert line.older().older().older().line == entry("one")
    assert line.older().older().newer().newer().line == entry("be")
    changed = line.older().edited(entry("two!"))
    assert changed.older().line == entry("two")
    assert changed.older().newer().line == entry("two!")
    assert Recall().older() == Recall()
