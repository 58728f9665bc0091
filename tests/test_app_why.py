"""``e`` in the dashboard: how a fact came about."""

from __future__ import annotations

from pathlib import Path

from dashboard import dashboard
from dateline.cli.add import load_samples
from dateline_tui.screens.main import MainScreen
from dateline_tui.screens.why import WhyScreen


async def test_e_shows_rule_entry_and_parties_and_leads_back(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    load_samples(store)
    async with dashboard(store) as ui:
        await ui.type("macron")
        await ui.press("enter", "e")
        assert isinstance(ui.app.screen, WhyScreen)
        for words in ("How this fact came about", "rule", "[[verb]]", "example = ", "Emmanuel Macron: named here"):
            assert words in ui.text, words
        await ui.press("e")
        assert isinstance(ui.app.screen, MainScreen)


async def test_e_without_a_fact_says_so(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    load_samples(store)
    async with dashboard(store) as ui:
        await ui.type("wxyzq")
        await ui.press("tab", "e")
        assert "no fact to explain" in ui.text
