"""The article pane's text without a running app: folds, quotations, other facts, the cursor and what is selected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.db.rows import Fact
from dateline.model import Mention
from dateline_tui.draw.article import Marks, Page, quotes_of
from dateline_tui.draw.blocks import blocks, folds
from dateline_tui.draw.heading import heading
from dateline_tui.draw.laid import TOP, Laid, glyph_at, with_caret
from dateline_tui.draw.signs import ASCII, UNICODE
from dateline_tui.theme import THEMES, Theme
from drawn import page_lines

PERSIAN = "بلینکن امروز با پوتین گفت"
TEXT = f"First line.\nMENU one\n\nMENU two\n{PERSIAN}\nLast line of it."
NOISE = tuple((TEXT.index(words), TEXT.index(words) + 8) for words in ("MENU one", "MENU two"))
PAGE = Page("h", "Title", ("2022-02", "fa", "example.org"), None, TEXT, (), NOISE)


def drawn(page: Page, marks: Marks | None = None, cells: int = 40) -> list[str]:
    """The lines under the head."""
    lines = [line.text for line in page_lines(page, marks or Marks(), cells, "app")]
    return lines[lines.index("") + 1 :]


def statement(text: str, quote: str, name: str = "f") -> Fact:
    start = text.index(quote)
    return Fact(name, "statement", "h", "t", None, None, None, None, start, start + len(quote), quote, "r", quote=quote)


# -- folds


def test_lines_of_site_text_stand_as_one() -> None:
    assert drawn(PAGE)[:2] == ["First line.", "┄ 2 lines of site text folded (Enter)"]
    assert drawn(PAGE, Marks(signs=ASCII))[1] == "~ 2 lines of site text folded (Enter)"
    assert len(drawn(PAGE, cells=12)[1]) <= 12


def test_an_open_fold_shows_its_lines() -> None:
    open_ = frozenset((NOISE[0][0],))
    laid = Laid(PAGE, Marks(), 40, "app", open_)
    lines = [laid.line(laid.place_of(start)).text for start, _end in NOISE]
    assert lines == ["┄ MENU one", "┄ MENU two"]
    assert laid.fold_at(NOISE[0][0]) is None


def test_one_short_line_is_not_folded_and_a_long_one_is() -> None:
    assert folds("a\nMENU\nb", ((2, 6),)) == ()
    long = "link " * 60
    assert [fold.lines for fold in folds(f"a\n{long}\nb", ((2, 2 + len(long)),))] == [1]


def test_a_very_long_paragraph_is_laid_out_in_parts_that_lose_nothing() -> None:
    text = "A short sentence. " * 900 + "x" * 5_000
    parts = blocks(text, (), frozenset())
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert max(part.end - part.start for part in parts) <= 2_000
    assert all(text[part.start - 2 : part.start] == ". " for part in parts[1:8])


def test_every_offset_has_its_line() -> None:
    for cells in (7, 20, 60):
        laid = Laid(PAGE, Marks(), cells, "app")
        places = [laid.place_of(at) for at in range(len(TEXT))]
        assert places == sorted(places)
        for at, place in enumerate(places):
            line = laid.line(place)
            assert line.start <= at or not TEXT[at].strip()


# -- quotations and other facts


def test_quoted_words_keep_their_marks_or_get_a_sign() -> None:
    text = 'He said "we agree" and that they agree too.'
    facts = (statement(text, "we agree"), statement(text, "they agree too"))
    page = Page("h", "t", (), None, text, quotes=quotes_of(text, facts))
    assert drawn(page, cells=60)[-1] == 'He said "we agree" and that ⌜they agree too⌝.'
    assert drawn(page, Marks(signs=ASCII), 60)[-1] == 'He said "we agree" and that `they agree too\'.'
    roles = {run.text: run.role for line in page_lines(page, Marks(), 60, "app") for run in line.runs()}
    assert roles["we agree"] == "quote"


def test_where_other_facts_begin_stands_a_sign_each() -> None:
    text = "Blinken met Lavrov and warned Russia."
    facts = tuple(
        Fact(name, "event", "h", "t", None, None, None, None, start, start + 5, "", "r", sure=name != "c")
        for name, start in (("a", 0), ("b", 0), ("c", text.index("warned")))
    )
    page = Page("h", "t", (), None, text, facts=facts)
    assert drawn(page, cells=60)[-1] == "••Blinken met Lavrov and •warned Russia."
    chosen = Marks(words=((0, 5),), fact="a")
    assert drawn(page, chosen, 60)[-1] == "•▌Blink▐en met Lavrov and •warned Russia."
    assert drawn(page, replace(chosen, only_sure=True), 60)[-1] == "•▌Blink▐en met Lavrov and warned Russia."
    assert drawn(page, replace(chosen, signs=ASCII), 60)[-1].startswith("^{Blink}en")


# -- cursor


def caret_cell(text: str, at: int, cells: int = 40, mode: str = "app") -> str:
    """A one-line text with the cursor's cell in [ ]."""
    laid = Laid(Page("h", "t", (), None, text), Marks(), cells, mode)  # type: ignore[arg-type]
    line = with_caret(laid.line(laid.place_of(at)), at)
    return "".join(f"[{glyph.text}]" if "caret" in glyph.role else glyph.text for glyph in line.glyphs)


def test_the_cursor_stands_on_its_letter_in_persian_cell_by_cell() -> None:
    """بلینکن امروز is drawn from right to left: offset 0 is the last cell, each letter one cell further left."""
    glyphs = "ﺯﻭﺮﻣﺍ ﻦﮑﻨﯿﻠﺑ"
    text = "بلینکن امروز"
    assert len(glyphs) == len(text)
    for at in range(len(text)):
        cell = len(glyphs) - 1 - at
        assert caret_cell(text, at) == f"{glyphs[:cell]}[{glyphs[cell]}]{glyphs[cell + 1 :]}"
    assert caret_cell(text, 1, mode="none") == "ب[ل]ینکن امروز"


def test_the_cursor_in_mixed_text_joiners_and_ligatures() -> None:
    assert caret_cell("NATO ناتو", 5) == "NATO ﻮﺗﺎ[ﻧ]"
    assert caret_cell("می‌خواهد", 2) == caret_cell("می‌خواهد", 1) == "ﺪﻫﺍﻮﺧ[ﯽ]ﻣ"  # the joiner has no cell of its own
    assert caret_cell("سلام", 1) == caret_cell("سلام", 2) == "ﻡ[ﻼ]ﺳ"  # lam and alef share a cell
    assert caret_cell("a\u00adb", 1) == "[a]b"  # a soft hyphen is not drawn
    assert caret_cell("ab ", 2) == "a[b]"


def test_a_fold_has_the_cursor_on_its_sign() -> None:
    laid = Laid(PAGE, Marks(), 40, "app")
    line = with_caret(laid.line(laid.place_of(NOISE[0][0])), NOISE[0][0])
    assert [glyph.text for glyph in line.glyphs if "caret" in glyph.role] == ["┄"]


@pytest.mark.parametrize("mode", ["app", "none"])
def test_lines_are_gone_through_in_one_column_whichever_way_they_run(mode: str) -> None:
    laid = Laid(PAGE, Marks(), 40, mode)  # type: ignore[arg-type]
    persian = laid.place_of(TEXT.index(PERSIAN))
    for at in range(TEXT.index(PERSIAN), TEXT.index(PERSIAN) + len(PERSIAN)):
        assert laid.offset_at(persian, laid.column_of(at)) == at
    right = laid.column_of(TEXT.index(PERSIAN))
    assert right == (39 if mode == "app" else 0)
    last = laid.place_of(TEXT.index("Last"))
    end = len(TEXT) - 1 if mode == "app" else TEXT.index("Last")
    assert laid.offset_at(last, right) == end  # the nearest letter
    assert laid.moved(persian, 1) == last
    assert laid.readable(TOP, 1) == laid.place_of(0)


def test_an_offset_that_is_not_drawn_is_shown_by_its_neighbour() -> None:
    laid = Laid(PAGE, Marks(), 40, "app")
    line = laid.line(TOP)
    assert glyph_at(line, 5) is None  # the title shows nothing of the text
    newline = TEXT.index("\n")
    assert glyph_at(laid.line(laid.place_of(newline)), newline) == len("First line.") - 1


# -- selection


def test_what_is_selected_stands_between_signs_and_in_a_role() -> None:
    start = TEXT.index("امروز")
    marks = Marks(selected=(start, start + 5))
    line = page_lines(PAGE, marks, 40, "app")[5]
    assert line.text == "ﺖﻔﮔ ﻦﯿﺗﻮﭘ ﺎﺑ ⟦ﺯﻭﺮﻣﺍ⟧ ﻦﮑﻨﯿﻠﺑ"
    assert sorted(glyph.start for glyph in line.glyphs if "selected" in glyph.role) == list(range(start, start + 5))
    page = Page("h", "t", (), None, "Blinken met", (Mention("b", 0, 7),))
    assert drawn(page, Marks(selected=(0, 7), signs=ASCII))[-1] == "[<Blinken>] met"


# -- title row


def title(page: Page, cells: int, here: int = 0, signs: object = UNICODE) -> str:
    return "".join(piece.text for piece in heading(page, "3/7", here, cells, signs)).strip()  # type: ignore[arg-type]


def test_the_title_row_says_outlet_date_language_and_facts_and_drops_whole_words() -> None:
    facts = tuple(replace(statement("abc", "abc", str(i)), sure=i > 1) for i in range(5))
    page = replace(PAGE, facts=facts, rejected=1)
    full = "3/7 · 3 facts here · example.org · 2022-02 (month only) · fa · 5 facts, 2 unsure, 1 rejected"
    assert title(page, 120, here=3) == full + "  Title"
    assert title(page, 70, here=1) == "3/7 · 2022-02 (month only) · fa · 5 facts, 2 unsure, 1 rejected"
    assert title(page, 40, here=3) == "3/7 · 3 facts here · 2022-02 · 5 facts"
    assert title(page, 7) == title(page, 0) == "3/7"
    assert title(replace(PAGE, data=("2022", "tr")), 40, signs=ASCII) == "3/7 - 2022 (year only) - tr - no facts"
    assert title(replace(PAGE, data=("2022-02-11", "tr")), 36) == "3/7 · 2022-02-11 · tr · no facts"
    assert title(replace(PAGE, data=("no date", "language unknown")), 18) == "3/7 · no date"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["", "noise", "words", "quote", "selected", "words name chosen selected"])
def test_the_cursor_is_turned_over_whatever_it_stands_on_also_without_colour(theme: Theme, role: str) -> None:
    under, on = theme.style(role), theme.style(f"{role} caret".strip())
    assert bool(on.reverse) != bool(under.reverse)
