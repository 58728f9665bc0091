"""The language of the walks: what is not to be seen fails, and with the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import dashboard
from dateline_tui.screens.keyed import KeyedScreen
from demo import make_store
from pages import Page, Ui

WRONG = (
    lambda ui: ui.search.shows("lavrov"),
    lambda ui: ui.search.is_empty(),
    lambda ui: ui.search.has("lavrov"),
    lambda ui: ui.search.has_keys(),
    lambda ui: ui.actors.first_is("Sergey Lavrov"),
    lambda ui: ui.actors.first_is("Blingen"),
    lambda ui: ui.actors.row_has("Sergey Lavrov"),
    lambda ui: ui.actors.at("2/1"),
    lambda ui: ui.actors.at("1/11"),
    lambda ui: ui.facts.titled("Sergey Lavrov"),
    lambda ui: ui.facts.row_has("hold talks"),
    lambda ui: ui.facts.first_is("Lavrov"),
    lambda ui: ui.facts.lacks("phoned"),
    lambda ui: ui.facts.has("quokka"),
    lambda ui: ui.facts.is_hidden(),
    lambda ui: ui.help.is_shown(),
    lambda ui: ui.help.lacks("quokka"),
    lambda ui: ui.notice.lacks("quokka"),
    lambda ui: ui.article.marks("Rus tarafını"),
    lambda ui: ui.article.selects("Rus"),
    lambda ui: ui.article.cursor_on("Rus"),
    lambda ui: ui.article.cursor_on(""),
    lambda ui: ui.form.on("mode"),
    lambda ui: ui.clipboard.has("Blinken"),
    lambda ui: ui.program.left(0),
    lambda ui: ui.program.put_aside(1),
    lambda ui: ui.program.in_ink("#123456"),
    lambda ui: ui.footer.has("quokka"),
    lambda ui: ui.title.lacks("dateline"),
    lambda ui: ui.output.comes_to("1"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("pages") / "store.db")


async def test_what_is_not_so_fails_with_the_steps_and_the_screen(store: Path) -> None:
    async with dashboard(store) as driven:
        ui = Ui(driven, store)
        await ui.search.type("blingen").actors.first_is("Antony Blinken").press("enter")
        for number, wrong in enumerate(WRONG):
            page: Page = wrong(ui)
            with pytest.raises(AssertionError, match="not seen: ") as caught:
                await page
            assert ui.now.text in str(caught.value) and "\nafter\n  " in str(caught.value), number


async def test_an_action_counts_where_its_effect_is_asserted(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    perform = KeyedScreen.perform
    async with dashboard(store) as driven:
        ui = Ui(driven, store)
        monkeypatch.setattr(
            KeyedScreen, "perform", lambda self, did: (ui.performed(did.action, self.where), perform(self, did))
        )

        def walked() -> set[str]:
            return {action.name for action, _where in ui.walked}

        await ui.search.press("escape").title.has("dateline").facts.is_shown()
        assert walked() == set()  # all that was asserted was so before
        await ui.actors.press("j", "l").facts.has_keys()
        assert walked() == {"next_pane"}  # nothing was asserted behind j
        await ui.facts.press("s").type("b").search.has_keys().shows("b")
        assert walked() == {"next_pane"}  # a letter was typed after s
        await ui.search.press("ctrl+u").is_empty()
        assert walked() == {"next_pane", "erase_all"}


async def test_a_chain_that_is_not_awaited_is_known(store: Path) -> None:
    async with dashboard(store) as driven:
        ui = Ui(driven, store)
        await ui.search.is_empty()
        assert ui.unawaited == []
        ui.search.shows("never looked at")
        assert len(ui.unawaited) == 1
        with pytest.raises(AttributeError):
            _ = ui.nothing_of_that_name
