"""Actors that may be one and articles that may mean another, as lines: any script, any width."""

from __future__ import annotations

import pytest

from dateline.actors.search import Hit
from dateline.db.duplicates import Duplicate
from dateline.db.parts import Part
from dateline.db.rows import ActorRow, Form
from dateline.db.sides import Evidence, Side, Spelt
from dateline_tui.draw.duplicates import BESIDE, duplicate_lines
from dateline_tui.draw.layout import MODES, Mode, Runs
from dateline_tui.draw.parts import part_lines
from dateline_tui.draw.sides import head_line, proposed_line, spelling_lines
from dateline_tui.draw.signs import ASCII, UNICODE, Signs
from dateline_tui.draw.widths import width

FORMS = tuple(
    Form(name, "", None, count) for name, count in (("Blinken", 1204), ("بلینکن", 3), ("Blingen", 1), ("x", 0))
)
BLINKEN = ActorRow("antony-blinken", "Antony Blinken", "person", 1208, 1, FORMS)
HIT = Hit("antony-blinken", "Antony Blinken", "person", 90.0, "Blinken", "Blingen ~ Blinken: k/g", 1208)
WORDS = "Mr Roe called. Then Mr Blinken met him in a town far away from here, and from there."
PART = Part("h", "b", "A [title]", "2022-01", "one.example", (("Blinken", 2), ("بلینکن", 1)), WORDS, 23, 30)
LATIN = {"بلینکن": "Blinkan"}


def evidence(text: str, name: str, **more: str | None) -> Evidence:
    at = 1000 + text.index(name)
    fields = {"title": "A title", "published": "2022-02-01", "outlet": "one.example", "lang": "en"} | more
    return Evidence("h", **fields, text=text, start=1000, end=1000 + len(text), name_start=at, name_end=at + len(name))  # type: ignore[arg-type]


ONE = Side(
    "a", "Antony Blinken", "person", (Spelt("Blinken", "Blinken", "Latin", 4), Spelt("بلینکن", "Blinkan", "Arabic", 0)),
    ("United States",), ("Secretary of State of the US",), ("1962-04-16",), 4, 2, 3, True, evidence(WORDS, "Blinken"),
)  # fmt: skip
OTHER = Side(
    "b", "بلینکن", "person", tuple(Spelt(f"بلینکن{at}", f"Blinkan {at}", "Arabic", 9 - at) for at in range(9)),
    (), (), (), 1, 0, 1, False, evidence("گفت: بلینکن رفت.", "بلینکن", published=None, outlet=None, title=""),
)  # fmt: skip
NOBODY = Side("c", "B", "person", (), (), (), (), 0, 0, 0, True, None)
PAIR = Duplicate(91.4, ("sounds alike: Blinken ~ بلینکن", "but Russia and Italy"), ONE, OTHER)


def text(runs: Runs) -> str:
    return "".join(run.text for run in runs).rstrip()


def test_what_is_proposed_says_how_it_was_found_and_how_often_it_is_named() -> None:
    assert text(proposed_line(BLINKEN, HIT, 60, "none", UNICODE)) == (
        "● Antony Blinken  Blingen ~ Blinken: k/g               1,208"
    )
    other = HIT._replace(matched="بلینکن", why="BLNKN")
    assert text(proposed_line(BLINKEN, other, 60, "none", ASCII)).startswith("o Antony Blinken  BLNKN, in بلینکن ")


def test_a_reason_runs_from_left_to_right_whatever_name_it_begins_with() -> None:
    why = "بلینکن: BLNKN"
    drawn = text(proposed_line(BLINKEN, HIT._replace(matched="بلینکن", why=why), 60, "app", UNICODE))
    assert drawn.startswith("● Antony Blinken  ﻦﮑﻨﯿﻠﺑ: BLNKN  ")


def test_both_sides_are_shown_before_they_become_one() -> None:
    assert text(head_line(BLINKEN, 50, "app", UNICODE)) == "● Antony Blinken            1,208 mentions, 1 fact"
    unsure = ActorRow("x", "Roe", "person", 1, 0, sure=False)
    assert text(head_line(unsure, 40, "app", UNICODE)) == "● ? Roe               1 mention, 0 facts"
    assert [text(runs) for runs in spelling_lines(FORMS, LATIN, 3, 50, "none", UNICODE)] == [
        "    Blinken  1,204", "    بلینکن  Blinkan  3", "    Blingen  1",
    ]  # fmt: skip
    imported = (Form("بلینکن", "", None, 0),)
    assert [text(runs) for runs in spelling_lines(imported, LATIN, 3, 50, "none", UNICODE)] == ["    بلینکن  Blinkan"]
    assert text(head_line(ActorRow("x", "Roe", "person"), 30, "app", UNICODE)) == "● Roe            in no article"
    assert text(spelling_lines(FORMS, LATIN, 2, 50, "none", ASCII)[-1]) == "    ... 2 more"


def test_an_article_that_names_somebody_shows_spellings_and_words() -> None:
    assert [text(runs) for runs in part_lines(PART, False, 60, "none", UNICODE)] == [
        "  2022-01 · one.example · A [title]",
        "  Blinken 2  بلینکن 1",
        "  Mr Roe called. Then Mr ‹Blinken› met him in a town far",
        "  away from here, and from there.",
    ]
    marked = part_lines(PART, True, 60, "none", ASCII)
    assert text(marked[0]) == "x 2022-01 - one.example - A [title]"
    assert "<Blinken>" in text(marked[2])
    unnamed = Part("h", "b", "", None, None, (), "Words of a fact.", 0, 0)
    assert [text(runs) for runs in part_lines(unnamed, False, 60, "app", UNICODE)] == [
        "  no date · (no title)", "  Words of a fact.",
    ]  # fmt: skip


def test_of_a_long_sentence_the_words_around_the_name_are_shown() -> None:
    long = Part("h", "b", "t", None, None, (), "word " * 60 + "Roe " + "more " * 60, 300, 303)
    assert [text(runs) for runs in part_lines(long, False, 42, "app", UNICODE)][1:] == [
        "  … word word word word word ‹Roe› more", "  more more more more more more more more…",
    ]  # fmt: skip
    endless = Part("h", "b", "t", None, None, (), "a" * 10**6 + " Roe", 10**6 + 1, 10**6 + 4)
    assert [text(runs) for runs in part_lines(endless, False, 42, "app", ASCII)][1:] == ["  ... <Roe>"]


def test_two_sides_stand_beside_each_other_where_there_is_room() -> None:
    lines = [text(runs) for runs in duplicate_lines(PAIR, 1, 100, "none", UNICODE).lines]
    assert lines[0] == "91 of 100 · sounds alike: Blinken ~ بلینکن · but Russia and Italy"
    assert lines[2] == "  ● Antony Blinken  from a registry              │ ▸ ● بلینکن"
    assert lines[3] == "  4 mentions in 3 articles, 2 facts              │   1 mention in 1 article, 0 facts"
    assert lines[4].startswith("  Secretary of State of the US") and lines[5].startswith("  United States")
    assert lines[6].startswith("  born 1962-04-16") and lines[8].startswith("  بلینکن  Blinkan  ")
    both = "\n".join(lines)
    assert "… 4 more" in both and "2022-02-01 · one.example · A title" in both
    assert "‹Blinken›" in both and "‹بلینکن›" in both and "no date · (no title)" in both


def test_where_there_is_none_they_stand_below_each_other() -> None:
    drawn = duplicate_lines(PAIR._replace(other=NOBODY), 0, 40, "app", ASCII)
    lines = [text(runs) for runs in drawn.lines]
    assert lines[drawn.sides[0]] == "> o Antony Blinken  from a registry"
    assert lines[drawn.sides[1] :] == ["  o B  from a registry", "  in no article"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_line_is_wider_than_the_screen(mode: Mode, signs: Signs) -> None:
    for cells in (9, 12, 20, 40, BESIDE - 1, BESIDE, 137):
        lines = [
            proposed_line(BLINKEN, HIT, cells, mode, signs),
            head_line(BLINKEN, cells, mode, signs),
            *spelling_lines(FORMS, LATIN, 2, cells, mode, signs),
            *part_lines(PART, True, cells, mode, signs),
            *duplicate_lines(PAIR, 0, cells, mode, signs).lines,
            *duplicate_lines(PAIR._replace(other=NOBODY), 1, cells, mode, signs).lines,
        ]
        assert max(width(text(runs)) for runs in lines) <= cells
