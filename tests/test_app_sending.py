"""What leaves the dashboard: copied, opened, piped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline.db.read import connect, facts
from dateline.export.forms import FORMS, forms_of
from dateline_tui.screens.choose import ChooseScreen
from dateline_tui.screens.copied import CopiedScreen
from demo import hostile, make_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


async def at_the_call(ui: Dashboard) -> None:
    """The cursor on the phone call of the Turkish article."""
    await ui.type("blingen")
    await ui.press("enter")


@pytest.mark.parametrize("number", range(len(FORMS)), ids=[form.name for form in FORMS])
async def test_a_form_is_chosen_and_copied(store: Path, number: int) -> None:
    async with dashboard(store) as ui:
        await at_the_call(ui)
        await ui.press("Y")
        assert isinstance(ui.app.screen, ChooseScreen)
        assert all(form.name in ui.text for form in FORMS)
        await ui.press(*["j"] * number, "enter")
        assert isinstance(ui.app.screen, CopiedScreen)
        fact = ui.app.main.state.fact
        assert fact is not None
        assert ui.clipboard == FORMS[number].of(fact)


def test_every_form_says_which_fact_and_is_harmless(tmp_path: Path) -> None:
    connection = connect(make_store(tmp_path / "s.db", hostile()))
    rows = facts(connection)
    connection.close()
    for fact in rows:
        texts = {form.name: form.of(fact) for form in forms_of(fact)}
        assert texts["id"] == fact.id
        assert json.loads(texts["JSON"])["id"] == fact.id
        assert texts["CSV row"].startswith(fact.id)
        assert texts["CSV table"].endswith(texts["CSV row"])
        assert texts["words"].startswith(fact.text[:5])
        for text in texts.values():
            assert not any((char < " " and char != "\n") or "\x7f" <= char < "\xa0" for char in text)


async def test_a_fact_without_an_address_has_no_such_form(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("putin")
        await ui.press("enter", "Y")
        assert "Markdown" in ui.text
        assert not any("address" in line[:20] for line in ui.lines)


async def test_without_a_fact_there_is_nothing_to_copy(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("wxyzq")
        await ui.press("escape", "escape", "A", "G", "Y")
        assert "no fact to cite" in ui.text
