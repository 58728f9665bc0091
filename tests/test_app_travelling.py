"""Going through the dashboard: numbers, back and forward, marks, one pane alone, finding, filters, the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline_tui.find import found_in, next_row
from dateline_tui.screens.prompt import PromptScreen
from dateline_tui.trail import Trail, Visit
from demo import make_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


async def filtered(ui: Dashboard, query: str) -> None:
    await ui.press("f", "ctrl+u")
    await ui.type(query)
    await ui.press("enter")


async def test_numbers_repeat_a_key_and_name_a_row(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "3", "j")
        assert "Actors  4/" in ui.pane("actors")
        await ui.press("2", "k")
        assert "Actors  2/" in ui.pane("actors")
        await ui.press("5", "G")
        assert "Actors  5/" in ui.pane("actors")
        await ui.press("9", "9", "9", "9", "9", "9", "9", "9", "j")
        last = ui.row
        await ui.press("g", "g", "G")
        assert ui.row == last


async def test_back_and_forward_through_actors_facts_and_filters(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("blingen")
        await ui.press("enter", "j", "enter")
        words = ui.app.main.state.fact
        assert words is not None
        await filtered(ui, "type:CONSULT")
        assert "f type:CONSULT" in ui.pane("facts")
        await ui.press("ctrl+o")
        state = ui.app.main.state
        assert (state.filter, state.place, state.fact) == ("", "article", words)
        assert "Antony Blinken" in ui.pane("facts").split("\n")[0]
        await ui.press("H")
        assert ui.app.main.state.place == "facts"
        assert ui.app.main.state.fact == words
        await ui.press("2", "L")
        assert "f type:CONSULT" in ui.pane("facts")
        await ui.press("L")
        assert "nothing further on" in ui.text
        await ui.press("2", "ctrl+o")
        assert (ui.app.main.state.place, ui.app.main.state.fact) == ("facts", words)
        await ui.press("L")
        assert (ui.app.main.state.place, ui.app.main.state.fact) == ("article", words)
        await ui.press("9", "ctrl+o")
        assert "where you began" in ui.text
        assert (ui.app.main.state.place, ui.app.main.state.query.text) == ("search", "blingen")


async def test_marks_come_back_to_their_place(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("lavrov")
        await ui.press("enter", "j", "m", "x")
        here = ui.app.main.here
        await ui.press("s", "ctrl+u")
        await ui.type("putin")
        await ui.press("enter", "'", "y")
        assert "no mark y: there are x" in ui.text
        await ui.press("'", "x")
        assert ui.app.main.here == here
        await ui.press("ctrl+o")
        assert "Vladimir Putin" in ui.pane("facts").split("\n")[0]


async def test_one_pane_alone_and_back(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("tab", "z")
        assert (ui.pane("actors"), ui.pane("article")) == ("", "")
        assert "Facts" in ui.lines[1]
        await ui.press("escape")
        assert ui.pane("actors") and ui.pane("article")


async def test_q_steps_back_and_then_leaves(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("enter", "enter", "q")
        assert ui.app.main.state.place == "facts"
        await ui.press("q")
        assert ui.app.main.state.place == "actors"
        await ui.press("q")
        assert ui.app.return_code == 0


async def test_finding_in_every_pane(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "/")
        await ui.type("blingen")
        await ui.press("enter")
        assert ui.row.startswith("● Antony Blinken")
        await ui.press("enter", "/")
        await ui.type("phoned")
        await ui.press("enter")
        assert "phoned" in ui.row
        await ui.press("/")
        await ui.type("nobody says that")
        await ui.press("enter")
        assert "does not stand in this pane" in ui.text
        await ui.press("enter", "g", "g", "/")
        await ui.type("lavrov")
        await ui.press("enter")
        page = ui.app.main.article.page
        places = [ui.app.main.state.cursor]
        await ui.press("n")
        places.append(ui.app.main.state.cursor)
        await ui.press("N")
        places.append(ui.app.main.state.cursor)
        assert page is not None
        assert places[0] == places[2] != places[1]
        assert {page.text[at : at + 6].lower() for at in places if at is not None} == {"lavrov"}


async def test_a_filter_lists_what_it_leaves_and_says_what_is_wrong_with_it(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape")
        await filtered(ui, "type:CONSULT")
        assert ui.app.main.state.place == "facts"
        total = ui.app.main.facts.listing.total
        assert total
        await filtered(ui, "type:CONSLT")
        assert isinstance(ui.app.screen, PromptScreen)
        assert "the nearest is 'CONSULT'" in " ".join(ui.text.split())
        assert "^^^^^^" in ui.text
        await ui.press("escape")
        await filtered(ui, "place:Nowhere type:CONSULT")
        assert "No fact has the place" in ui.text
        await ui.press("escape")
        await filtered(ui, "type:CONSULT status:denied")
        assert f"Without status:denied there are {total}" in ui.words("facts")
        await filtered(ui, "")
        assert ui.app.main.state.filter == ""
        assert "f type" not in ui.pane("facts")


async def test_fields_and_values_of_a_filter_are_completed(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "f")
        await ui.type("ty")
        await ui.press("tab")
        await ui.type("cons")
        assert "CONSULT" in ui.text
        await ui.press("tab", "enter")
        assert ui.app.main.state.filter == "type:CONSULT"
        await ui.press("f", "ctrl+u", "up")
        assert "type:CONSULT" in ui.text


async def test_actions_by_their_names(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", ":")
        await ui.type("botto")
        await ui.press("tab", "enter")
        assert f"Actors  {ui.app.main.actors.listing.total}/" in ui.pane("actors")
        await ui.press(":")
        await ui.type("2")
        await ui.press("enter")
        assert "Actors  2/" in ui.pane("actors")
        await ui.press(":")
        await ui.type("serch putin")
        await ui.press("enter")
        assert "the nearest is 'search'" in ui.text
        await ui.press("ctrl+u")
        await ui.type("search putin")
        await ui.press("enter")
        assert ui.row.startswith("● Vladimir Putin")


async def test_nobody_found_names_the_nearest(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("lvrvxq")
        words = ui.words("actors")
        assert "No name sounds like that." in words
        assert "Nearest: Sergey Lavrov" in words


# values


def test_a_trail_leads_back_and_forward() -> None:
    a, b, c = (Visit(fact=letter, place="facts") for letter in "abc")
    trail = Trail().left(a).left(b)
    trail, place = trail.back(c)
    assert place == b
    trail, place = trail.back(b)
    assert place == a
    assert trail.back(a) == (trail, None)
    trail, place = trail.forward(a)
    assert place == b
    assert trail.left(b).forward(b)[1] is None
    assert Visit.from_json(c.to_json()) == c


def test_words_are_found_at_their_offsets_in_any_spelling() -> None:
    text = "Çavuşoğlu; CAVUSOGLU \u200c ﷼ cavusoglu"
    assert [text[at : at + 9] for at in found_in(text, "cavusoglu")] == ["Çavuşoğlu", "CAVUSOGLU", "cavusoglu"]
    assert found_in(text, "") == ()


@pytest.mark.parametrize(("at", "by", "row", "passed"), [
    (0, 1, 700, False), (0, 2, 1300, False), (0, 3, 700, True), (700, 1, 1300, False), (1300, 1, 700, True),
    (1300, -1, 700, False), (700, -1, 1300, True), (5, -1, 1300, True),
])  # fmt: skip
def test_rows_are_found_window_by_window(at: int, by: int, row: int, passed: bool) -> None:
    rows = [f"row {i}" + (" Éclair" if i in (700, 1300) else "") for i in range(1700)]

    def window(offset: int, limit: int) -> list[str]:
        return rows[offset : offset + limit]

    assert next_row(window, len(rows), at, by, "eclair") == (row, passed)
    assert next_row(window, len(rows), at, by, "nothing") == (None, False)
