"""Rows of the lists, and the line being typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.actors.search import Hit
from dateline.db.rows import ActorRow, ArticleRow, Fact, Form
from dateline_tui.draw.layout import Piece, Run, Runs, cut, in_row
from dateline_tui.draw.lists import FACT_LINES, actor_lines, article_lines, fact_lines, fit
from dateline_tui.draw.signs import ASCII, UNICODE, signs_for
from dateline_tui.draw.typing import entry_runs
from dateline_tui.draw.widths import width
from dateline_tui.entry import Entry, entry
from dateline_tui.panes.pane import paint
from dateline_tui.theme import THEMES

BLINKEN = ActorRow(
    "antony-blinken", "Antony Blinken", "person", 17, 5,
    (Form("Blinken", "Latin", "tr", 13), Form("بلینکن", "Arabic", "fa", 3), Form("Blingen", "Latin", "it", 1)),
)  # fmt: skip
MET = Fact(
    "f1", "event", "h", "t", None, None, None, "en", 0, 3, "abc", "met", sure=True, type="CONSULT", mode="meeting",
    source=("Antony Blinken",), target=("Sergey Lavrov",), status="occurred", date="2022-01-21", place="Geneva",
)  # fmt: skip


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def role_of(runs: Runs, text: str) -> str:
    return next(run.role for run in runs if text in run.text)


def test_an_actor_is_one_line_and_a_hit_says_why_and_how_it_is_spelt() -> None:
    (line,) = actor_lines(BLINKEN, None, 24, "app", UNICODE)
    assert words(line) == "● Antony Blinken      17"
    hit = Hit("antony-blinken", "Antony Blinken", "person", 93.0, "Blingen", "Blingen, k as g", 17)
    lines = actor_lines(BLINKEN, hit, 60, "app", UNICODE)
    assert words(lines[1]).strip() == "Blingen, k as g"
    assert words(lines[2]).split() == ["Blinken", "13", "ﻦﮑﻨﯿﻠﺑ", "3", "Blingen", "1"]
    lines = actor_lines(BLINKEN, hit._replace(articles=3), 60, "app", UNICODE)
    assert words(lines[2]).startswith("  seen in 3 articles: Blinken 13 ")


@pytest.mark.parametrize(
    ("matched", "why", "shown"),
    [
        ("Blingen", "exact", "Blingen: exact"),
        ("Blinken", "Blingen ~ Blinken: k/g", "Blingen ~ Blinken: k/g"),
        ("Antony Blinken", "Blingen ~ Blinken: k/g", "Blingen ~ Blinken: k/g"),
        ("Blinken, A. J.", "Blingen ~ Blinken: k/g", "Blingen ~ Blinken: k/g, in Blinken, A. J."),
        ("آنتونی بلینکن", "بلینکن: BLNKN", "ﻦﮑﻨﯿﻠﺑ: BLNKN, in ﻦﮑﻨﯿﻠﺑ ﯽﻧﻮﺘﻧﺁ"),
        ("בלינקן אנתוני", "בלינקן: BLNKN", "ןקנילב: BLNKN, in ינותנא ןקנילב"),
    ],
)
def test_why_names_the_stored_spelling_once_and_runs_from_left_to_right(matched: str, why: str, shown: str) -> None:
    hit = Hit("antony-blinken", "Antony Blinken", "person", 93.0, matched, why, 17)
    assert words(actor_lines(BLINKEN, hit, 60, "app", UNICODE)[1]).strip() == shown


@pytest.mark.parametrize("cells", [1, 5, 10, 17, 24, 80])
def test_rows_never_leave_their_pane(cells: int) -> None:
    hit = Hit("a", "a", "person", 1.0, "a", "because " * 5, 1)
    article = ArticleRow("h", "سخنگوی وزارت خارجه آمریکا روز جمعه", "fa", None, None, None, 9)
    rows = (
        *actor_lines(BLINKEN, hit, cells, "app", UNICODE),
        *article_lines(article, cells, "app", UNICODE),
        *fact_lines(MET, cells, "app", UNICODE),
    )
    for row in rows:
        assert paint(row, cells, THEMES["dark"]).cell_length == cells
        assert sum(width(run.text) for run in row) <= max(cells, 4)


def test_an_article_shows_title_date_language_outlet_and_facts() -> None:
    row = ArticleRow("h", "Blinken: Güvenlik", "tr", "2022-02", "https://x.org", "x.org", 9, facts=1)
    title, data = article_lines(row, 60, "app", UNICODE)
    assert words(title) == "Blinken: Güvenlik"
    assert words(data) == "2022-02 · tr · x.org" + " " * 34 + "1 fact"
    assert words(article_lines(replace(row, published=None), 60, "app", ASCII)[1]).startswith("no date - tr - x.org  ")


def test_a_fact_is_its_line_with_date_and_state_standing_out() -> None:
    (line,) = fact_lines(MET, 120, "app", UNICODE)
    assert words(line).startswith("2022-01-21 · ")
    assert role_of(line, "2022-01-21") == "date"
    (line,) = fact_lines(replace(MET, status="planned", date=None), 120, "app", UNICODE)
    assert role_of(line, "◷") == "state"
    assert role_of(line, "no date") == "date quiet"
    (line,) = fact_lines(replace(MET, status="denied", sure=False), 120, "app", UNICODE)
    assert role_of(line, "✗") == "denied"


def test_a_long_fact_is_cut_after_a_few_lines_with_an_ellipsis() -> None:
    said = replace(MET, kind="statement", type=None, status=None, speaker="A", verb="said", quote="سخن " * 200)
    lines = fact_lines(said, 30, "app", UNICODE)
    assert len(lines) == FACT_LINES
    assert words(lines[-1]).endswith("…")
    assert all(sum(width(run.text) for run in line) <= 30 for line in lines)
    assert all(words(line).startswith("  ") for line in lines[1:])
    letters = "אבג דהו זחט יכל מנס עפצ קרש "
    last = words(fact_lines(replace(said, quote=letters * 9), 29, "app", UNICODE)[-1])
    assert last.strip(" …").split()[-1][::-1] in letters.split(), "it begins with a whole word"


def test_a_line_that_is_too_long_is_cut_in_reading_order() -> None:
    assert words(cut((Piece("Blinken met Lavrov"),), 8)) == "Blinken…"
    assert words(cut((Piece("கொழும்பு"),), 2)) == "…", "a vowel sign is not torn off its letter"
    assert words(cut((Piece("بلینکن و لاوروف"),), 8, "app", None)) == "… ﻦﮑﻨﯿﻠﺑ"
    assert words(in_row((Piece(" a"), Piece("  "), Piece("بلینکن"), Piece(" 3"), Piece(" 4")), 40)) == " a  ﻦﮑﻨﯿﻠﺑ 3 4"
    assert words(fit((Run("ab"),), 4)) == "ab  "


def shown(line: Entry, cells: int = 20, typing: bool = True) -> str:
    """The line with the cursor's cell in [ ]."""
    return "".join(
        f"[{run.text}]" if run.role == "caret" else run.text for run in entry_runs(line, typing, cells, "app")
    )


def test_the_cursor_stands_where_the_next_letter_goes() -> None:
    assert shown(entry("bling")) == "bling[ ]"
    assert shown(entry("bling").moved(-2)) == "bli[n]g "
    assert shown(entry("a b ")) == "a b [ ]"
    assert shown(entry("پوتین")) == "[ ]ﻦﯿﺗﻮﭘ"
    assert shown(Entry("پوتین", 0)) == " ﻦﯿﺗﻮ[ﭘ]"
    assert shown(entry("abcdefghij"), 5) == "ghij[ ]"
    assert shown(Entry()) == "[ ]"
    assert shown(entry("x"), typing=False) == "x "


def test_editing_a_line() -> None:
    line = entry("sergey lavrov")
    assert line.erased_word() == Entry("sergey ", 7)
    assert line.erased_word().erased_word() == Entry("", 0)
    assert line.at_start().typed("x\x1b[31m\ny").text == "x[31m ysergey lavrov"
    assert line.at_start().erased() == Entry("sergey lavrov", 0)
    assert line.moved(-100).at == 0
    assert line.moved(100) == line
    assert Entry().typed("می‌خواهد").text == "می‌خواهد"


def test_a_strip_is_harmless_and_exactly_as_wide_as_asked() -> None:
    strip = paint((Run("a\x1b[31m\nb\u202e漢"),), 9, THEMES["dark"])
    assert strip.text == "a�[31m b�"
    assert paint((Run("漢字"),), 3, THEMES["dark"]).text == "漢 "


def test_terminals_that_cannot_show_the_signs_get_ascii() -> None:
    assert signs_for({"TERM": "xterm-256color"}, "utf-8") is UNICODE
    assert signs_for({"TERM": "linux"}, "utf-8") is ASCII
    assert signs_for({"TERM": "xterm"}, "ANSI_X3.4-1968") is ASCII
    for name in ASCII.__slots__:
        value = getattr(ASCII, name)
        assert isinstance(value, bool) or (value.isascii() and len(value) == 1)


def test_the_words_of_an_unsure_fact_are_dimmed() -> None:
    (sure,) = fact_lines(MET, 120, "app", UNICODE)
    (unsure,) = fact_lines(replace(MET, sure=False), 120, "app", UNICODE)
    assert [run.role for run in sure if "Blinken" in run.text] == [""]
    assert [run.role for run in unsure if "Blinken" in run.text] == ["quiet"]
