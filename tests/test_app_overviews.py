"""``t`` and ``r`` in the dashboard: facts in time, and who meets whom."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from dashboard import dashboard
from dated import dated
from dateline.db.write import open_for_writing
from dateline_tui.draw.signs import ASCII
from dateline_tui.screens.main import MainScreen
from dateline_tui.screens.relations import RelationsScreen
from dateline_tui.screens.timeline import TimelineScreen
from demo import hostile, make_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db", dated())


async def test_from_a_row_of_the_timeline_to_its_facts_and_back(store: Path) -> None:
    async with dashboard(store, size=(80, 24)) as ui:
        await ui.type("blinken")
        await ui.press("enter", "t")
        assert ui.lines[0].startswith(" Timeline  1/7  by day  Antony Blinken")
        assert "2022-01    1 only the month is known" in ui.text
        assert "… 5 days without a fact" in ui.text
        assert "Enter facts  Esc back  d days" in ui.footer
        await ui.press("m")
        assert "▸2021    1 only the year is known" in ui.text
        await ui.press("w", "j", "j", "j", "j")
        assert "▸2022-01-17 to 01-23 3 ██████" in ui.text
        await ui.press("enter")
        assert isinstance(ui.app.screen, MainScreen)
        assert ui.app.main.state.filter == "since:2022-01-17 until:2022-01-23 dated:day"
        assert "Facts  1/3" in ui.text
        await ui.press("t")
        assert ui.lines[0].startswith(" Timeline  1/2  by day  Antony Blinken  f since:")
        await ui.press("escape", "H")
        assert ui.app.main.state.filter == ""
        assert "Facts  1/8" in ui.text


async def test_the_timeline_opens_at_the_fact_and_goes_by_periods(store: Path) -> None:
    async with dashboard(store, size=(40, 10), signs=ASCII) as ui:
        await ui.type("blinken")
        await ui.press("enter", "G", "t")
        assert "by week" in ui.lines[0]  # the days do not fit
        assert ">no date" in ui.text
        await ui.press("g", "g", "2", "j")
        assert ui.lines[0].startswith(" Timeline  3/6")
        await ui.press("t")
        assert isinstance(ui.app.screen, MainScreen)


async def test_keys_typed_ahead_wait_for_what_is_read(store: Path) -> None:
    async with dashboard(store) as ui:
        for key in (*"blinken", "enter", "t", "G", "k", "enter"):
            ui.app.main.press(key, key if len(key) == 1 else None)
        await ui.settled()
        assert isinstance(ui.app.screen, MainScreen)
        assert ui.app.main.state.filter == "on:2022-01-23"


async def test_from_a_pair_to_its_facts_or_its_timeline(store: Path) -> None:
    async with dashboard(store, size=(120, 30)) as ui:
        await ui.type("blinken")
        await ui.press("enter", "r")
        assert ui.lines[0].startswith(" Relations  1/3  Antony Blinken")
        assert [" ".join(line.split()) for line in ui.lines[2:4]] == [
            "▸↔ Sergey Lavrov 7 3 2 2 2021 – 2022-01-23 CONSULT 3, ACCUSE 2, AID 2",
            "← Vladimir Putin 1 1 2021-12-31 THREATEN 1",
        ]
        await ui.press("j", "t")
        assert isinstance(ui.app.screen, TimelineScreen)
        assert ui.lines[0].startswith(" Timeline  1/1  by day  Antony Blinken  Vladimir Putin")
        await ui.press("escape", "k", "enter")
        assert isinstance(ui.app.screen, MainScreen)
        assert ui.app.main.state.filter == 'actor:"Antony Blinken" actor:"Sergey Lavrov"'
        assert "Facts  1/7" in ui.text
        await ui.press("r", "t", "enter")
        assert ui.app.main.state.filter.endswith(" on:2021 dated:year")
        assert "Facts  1/1" in ui.text


async def test_an_article_shows_its_pairs_and_may_have_none(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db", dated(), hostile())
    async with dashboard(store, size=(40, 12)) as ui:
        await ui.press("escape", "A", "r")
        assert "Antony Blinken ↔ Sergey Lavrov" in ui.text
        await ui.press("r", "j", "r")
        assert "Ann [sic]" in ui.text and "\x1b" not in ui.text
        await ui.press("enter")
        assert "Facts  1/1" in ui.text


async def test_where_nobody_is_chosen_it_says_so(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("wxyzq")
        await ui.press("tab", "t")
        assert isinstance(ui.app.screen, MainScreen)
        assert "choose an actor or an article first" in ui.text


async def test_empty_overviews_say_what_to_press(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("blinken")
        await ui.press("enter", "r")
        assert isinstance(ui.app.screen, RelationsScreen)
        await ui.press("enter")
        with closing(open_for_writing(store)) as connection:
            for table in ("events", "parties", "tellings", "appearances"):
                connection.execute(f"DELETE FROM {table}")
        await ui.press("t")
        assert "There is no fact to put in time here. Esc" in " ".join(ui.text.split())
        await ui.press("enter", "d", "escape", "r")
        assert "No event here has two parties" in ui.text


async def test_what_cannot_be_read_is_told_and_esc_still_goes_back(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("blinken")
        await ui.press("enter")
        with closing(open_for_writing(store)) as connection:
            connection.execute("ALTER TABLE stored_actors RENAME TO gone")
        await ui.press("r")
        assert isinstance(ui.app.screen, RelationsScreen)
        assert "gone" in ui.text or "stored_actors" in ui.text
        await ui.press("j", "escape")
        assert isinstance(ui.app.screen, MainScreen)
