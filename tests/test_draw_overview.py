"""Timeline and relations as lines."""

from __future__ import annotations

import pytest

from dateline.db.overview import Period, Relation
from dateline_tui.draw.layout import Runs
from dateline_tui.draw.relations import relation_lines, relations_head
from dateline_tui.draw.signs import ASCII, UNICODE
from dateline_tui.draw.timeline import Gap, fitting, row_at, rows, scale, timeline_line
from dateline_tui.draw.widths import width

DAYS = (
    Period("day", "2021-11-03", 5),
    Period("day", "2021-11-05", 2),
    Period("month", "2022-01", 3, vague=True),
    Period("day", "2022-01-17", 10),
    Period("day", "2022-01-18", 1),
    Period("day", "2024-02-29", 1),
    Period("undated", "", 1200),
)
LAVROV = Relation(
    ("a", "l"), ("Antony Blinken", "Sergey Lavrov"), "", 1204, 1200, 3, 1,
    (("CONSULT", 1200), ("ACCUSE", 4)), "2022-01", "2022-01-21",
)  # fmt: skip
PERSIAN = Relation(("p", "n"), ("ولادیمیر پوتین", "دبیرکل ناتو"), "", 2, 0, 2, 0, (("AID", 2),), None, None)


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs).rstrip()


def drawn(grain: str, cells: int = 60, signs: object = UNICODE) -> list[str]:
    found = rows(DAYS, grain)  # type: ignore[arg-type]
    return [words(timeline_line(row, scale(found), cells, signs)) for row in found]  # type: ignore[arg-type]


def test_a_day_has_a_bar_and_an_empty_stretch_one_line() -> None:
    assert drawn("day", 48) == [
        "2021-11-03     5 ██████████",
        "… 1 day without a fact",
        "2021-11-05     2 ████",
        "… about 2 months without a fact",
        "2022-01        3 only the month is known",
        "2022-01-17    10 ████████████████████",
        "2022-01-18     1 ██",
        "… about 2 years without a fact",
        "2024-02-29     1 ██",
        "no date    1,200 no date is known",
    ]
    assert drawn("day", 24)[:1] == ["2021-11-03     5 ███▌"]


def test_weeks_say_where_they_end_and_months_take_in_their_vague_facts() -> None:
    assert drawn("week")[0] == "2021-11-01 to 11-07     7 " + "█" * 14
    assert drawn("week")[1] == "… about 2 months without a fact"
    assert [line.split()[:2] for line in drawn("month")] == [
        ["2021-11", "7"], ["…", "1"], ["2022-01", "14"], ["…", "2"], ["2024-02", "1"], ["no", "date"],
    ]  # fmt: skip


def test_ascii_has_bars_too() -> None:
    assert drawn("month", 30, ASCII) == [
        "2021-11     7 ########",
        "... 1 month without a fact",
        "2022-01    14 ################",
        "... 2 years without a fact",
        "2024-02     1 #",
        "no date 1,200 no date is known",
    ]


def test_few_facts_make_short_bars() -> None:
    found = rows([Period("day", "2022-01-01", 1)], "day")
    assert words(timeline_line(found[0], scale(found), 80, UNICODE)) == "2022-01-01 1 ██"


@pytest.mark.parametrize("cells", [26, 38, 66, 90, 110, 140])
def test_no_line_leaves_the_screen(cells: int) -> None:
    for grain in ("day", "week", "month"):
        found = rows(DAYS, grain)  # type: ignore[arg-type]
        for row in found:
            runs = timeline_line(row, scale(found), cells, UNICODE)
            assert sum(width(run.text) for run in runs) <= cells
    for own in (True, False):
        for one in (LAVROV, PERSIAN):
            for line in (*relation_lines(one, own, cells, "app", UNICODE), relations_head(own, cells, UNICODE)):
                assert sum(width(run.text) for run in line) <= cells


def test_the_first_look_is_the_closest_that_fits() -> None:
    assert [fitting(DAYS, room) for room in (10, 9, 8, 7, 6, 3)] == ["day", "week", "week", "week", "month", "month"]
    assert fitting((), 10) == "day"


def test_the_cursor_finds_the_period_of_a_day_or_the_next() -> None:
    found = rows(DAYS, "day")
    assert found[row_at(found, "2022-01-17")] == DAYS[3]
    assert found[row_at(found, "2022-01")] == DAYS[2]
    assert found[row_at(found, "2023-05-01")] == DAYS[5]
    assert found[row_at(found, "")] == DAYS[6]
    months = rows(DAYS, "month")
    assert months[row_at(months, "2022-01-18")].first == "2022-01"  # type: ignore[union-attr]
    assert row_at(rows((), "day"), "2022") == 0


def test_gaps_have_a_length_in_days_weeks_or_months() -> None:
    def line(gap: Gap) -> str:
        return words(timeline_line(gap, scale([]), 60, UNICODE))

    assert line(Gap("day", 60)) == "… 60 days without a fact"
    assert line(Gap("week", 1)) == "… 1 week without a fact"
    assert line(Gap("month", 3)) == "… 3 months without a fact"
    assert line(Gap("month", 36)) == "… 3 years without a fact"
    assert line(Gap("month", 40)) == "… about 3 years without a fact"


def test_a_pair_takes_one_line_where_there_is_room() -> None:
    (line,) = relation_lines(LAVROV, True, 79, "app", UNICODE)
    assert words(line) == "↔ Sergey Lavrov          1,204  2022-01 – 2022-01-21    CONSULT 1,200, ACCUSE 4"
    head = words(relations_head(True, 79, UNICODE))
    assert head == "whom                     facts  first and last          types"
    (line,) = relation_lines(LAVROV, False, 120, "app", UNICODE)
    assert words(line).split()[:9] == ["Antony", "Blinken", "↔", "Sergey", "Lavrov", "1,204", "1,200", "3", "1"]


def test_a_narrow_screen_has_dates_and_types_below() -> None:
    assert [words(line) for line in relation_lines(LAVROV, True, 38, "app", ASCII)] == [
        "= Sergey Lavrov                  1,204",
        "  2022-01 - 2022-01-21  CONSULT 1,200…",
    ]
    assert words(relations_head(False, 38, ASCII)) == "> does it  < has it done  = both"


def test_persian_names_stand_in_their_own_order() -> None:
    names, below = relation_lines(PERSIAN, False, 60, "app", UNICODE)
    assert words(names).split() == ["ﻦﯿﺗﻮﭘ", "ﺮﯿﻤﯾﺩﻻﻭ", "←", "ﻮﺗﺎﻧ", "ﻞﮐﺮﯿﺑﺩ", "2"]
    assert words(below) == "  no date  AID 2"
