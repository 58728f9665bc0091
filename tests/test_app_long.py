"""A list in the dashboard whose end is too far off to be counted: the same keys, a position that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import dashboard
from dateline.cli.add import load_samples
from dateline.db import read, windows
from dateline_tui import listing


async def test_a_long_list_is_read_from_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store.db"
    load_samples(store)
    facts = read.facts(read.connect(store), actor="antony-blinken", query=read.UNMARKED)
    monkeypatch.setattr(windows, "AT_LEAST", 3)
    monkeypatch.setattr(listing, "PAGE", 4)
    async with dashboard(store, size=(80, 10)) as ui:
        await ui.type("blinken")
        await ui.press("enter", "S")
        assert "1/" in ui.pane("facts") and "+" in ui.pane("facts") and ui.app.main.state.fact == facts[0]
        await ui.press("G")
        assert "end/" in ui.pane("facts") and ui.app.main.state.fact == facts[-1]
        await ui.press("k")
        assert ui.app.main.state.fact == facts[-2]
        for _ in facts:
            await ui.press("k")
        assert f"1/{len(facts)} " in ui.pane("facts") and ui.app.main.state.fact == facts[0]
        await ui.press("G")
        assert f"{len(facts)}/{len(facts)} " in ui.pane("facts") and ui.app.main.state.fact == facts[-1]
