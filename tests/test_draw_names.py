"""The spellings of an actor as lines: whatever way a name runs, and however narrow the screen is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import dashboard
from dateline.db.atlas import Spelling
from dateline_tui import queries
from dateline_tui.draw.layout import MODES, Mode, Runs
from dateline_tui.draw.names import name_lines
from dateline_tui.draw.signs import ASCII, UNICODE
from dateline_tui.draw.widths import width
from demo import make_store

ROWS = (
    Spelling("Xi", "Latin", "en", "one.example", 4, "2022-02", "2022-03-01"),
    Spelling("习近平", "Han", "zh", "two.example", 3, None, None),
    Spelling("شی", "Arabic", "fa", None, 3, "2021", "2021"),
    Spelling("习近平", "Han", "zh", "one.example", 2, "2020", "2022-01-05"),
    Spelling("Xi Jinping", "Latin", None, None, 0, None, None),
)
LATIN = {"习近平": "Xi Jin Ping", "شی": "Shi"}


def texts(lines: tuple[Runs, ...]) -> list[str]:
    return ["".join(run.text for run in runs).rstrip() for runs in lines]


def test_rows_stand_under_their_spelling_the_commonest_first() -> None:
    assert texts(name_lines(ROWS, LATIN, 80, "none", UNICODE)) == [
        "习近平  Xi Jin Ping  Han, 5 mentions",
        "      3  undated                  zh  two.example",
        "      2  2020 – 2022-01-05        zh  one.example",
        "Xi  Latin, 4 mentions",
        "      4  2022-02 – 2022-03-01     en  one.example",
        "شی  Shi  Arabic, 3 mentions",
        "      3  2021                     fa  no address",
        "Xi Jinping  Latin, in no article",
    ]


def test_signs_are_ascii_where_the_terminal_has_no_others() -> None:
    assert "      2  2020 - 2022-01-05        zh  one.example" in texts(name_lines(ROWS, LATIN, 80, "app", ASCII))


def test_numbers_stay_right_of_a_name_that_runs_from_right_to_left() -> None:
    line = texts(name_lines(ROWS[2:3], {}, 80, "app", UNICODE))[0]
    assert line.endswith("  Arabic, 3 mentions") and "شی" not in line, "it is turned round, what follows is not"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("cells", [1, 12, 30])
def test_no_line_is_wider_than_the_screen(cells: int, mode: Mode) -> None:
    lines = texts(name_lines(ROWS, LATIN, cells, mode, UNICODE))
    assert len(lines) >= 8
    assert max(map(width, lines)) <= max(cells, 6)  # what goes on below stands further right: four blanks, one sign


async def test_what_is_too_much_for_the_screen_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "SPELLINGS", 2)
    async with dashboard(make_store(tmp_path / "store.db"), (60, 24)) as ui:
        await ui.press("escape", "w")
        assert ui.text.count(" mention") == 2
        assert "These are the most frequent; 'dateline actors names'" in ui.text
