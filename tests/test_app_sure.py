"""``S`` in the dashboard: facts marked ``?`` are hidden and come back."""

from __future__ import annotations

from pathlib import Path

from dashboard import dashboard
from dateline.cli.add import load_samples
from dateline.db import read


async def test_s_hides_the_unsure_facts_and_shows_them_again(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    load_samples(store)
    connection = read.connect(store)
    every = read.count_facts(connection, actor="antony-blinken")
    sure = read.count_facts(connection, actor="antony-blinken", query=read.UNMARKED)
    assert 0 < sure < every
    async with dashboard(store) as ui:
        await ui.type("blinken")
        await ui.press("enter")
        assert f"Facts  1/{every}" in ui.text and "? " in ui.text
        await ui.press("S")
        assert f"Facts  1/{sure}  sure only" in ui.text and "· ? " not in ui.text
        await ui.press("S")
        assert f"Facts  1/{every}" in ui.text and "sure only" not in ui.text


async def test_s_works_where_nobody_is_chosen(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    load_samples(store)
    async with dashboard(store) as ui:
        await ui.type("wxyzq")
        await ui.press("tab", "S")
        assert "Facts marked ? are hidden" in ui.text
