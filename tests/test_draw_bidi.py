"""Right-to-left text: order, shapes, and that every letter keeps its place in the article."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.paths import seed_documents
from dateline_tui.draw.arabic import shape
from dateline_tui.draw.bidi import base_level, levels, visual_order
from dateline_tui.draw.layout import Line, Piece, lay_out
from dateline_tui.draw.widths import width


def ordered(text: str, base: int | None = None) -> str:
    """The letters of one line from left to right, unshaped and unmirrored."""
    depth = levels(text, base_level(text) if base is None else base)
    return "".join(text[i] for i in visual_order(depth))


# capital letters stand for Hebrew ones, as in UAX #9
HEBREW = {chr(ord("A") + i): chr(0x05D0 + i) for i in range(26)}
LATIN = {hebrew: capital for capital, hebrew in HEBREW.items()}


def as_hebrew(text: str) -> str:
    return "".join(HEBREW.get(char, char) for char in text)


def as_capitals(text: str) -> str:
    return "".join(LATIN.get(char, char) for char in text)


@pytest.mark.parametrize(
    ("logical", "base", "visual"),
    [
        ("car is THE CAR in arabic", 0, "car is RAC EHT in arabic"),
        ("CAR IS the car IN ENGLISH", 1, "HSILGNE NI the car SI RAC"),
        ("he said 'IT IS 123, 456, OK'.", 0, "he said 'KO ,456 ,123 SI TI'."),
        ("HE SAID 'it is 123, 456, ok'.", 1, ".'it is 123, 456, ok' DIAS EH"),
        ("IT COSTS 15% OR 3.5", 1, "3.5 RO 15% STSOC TI"),
        ("A (b) C", 1, "C )b( A"),  # brackets are mirrored later
        ("a (B) c", 0, "a (B) c"),
        ("AB(CD[&ef]!)gh", 1, "gh)!]ef&[DC(BA"),  # N0, embedding direction right-to-left
        ("smith (fabrikam ARABIC) HEBREW", 0, "smith (fabrikam CIBARA) WERBEH"),
        ("ARABIC book(s)", 1, "book(s) CIBARA"),
    ],
)
def test_order_as_the_standard_shows_it(logical: str, base: int, visual: str) -> None:
    assert as_capitals(ordered(as_hebrew(logical), base)) == visual


def test_persian_digits_run_left_to_right_after_letters() -> None:
    assert ordered("در ۱۰ دی ۲۰۲۲") == "۲۰۲۲ ید ۱۰ رد"


def test_direction_of_a_paragraph_is_that_of_its_first_letter() -> None:
    assert base_level("12 – بلینکن Blinken") == 1
    assert base_level("12 – Blinken بلینکن") == 0
    assert base_level("12 – !") == 0


def test_letters_join_as_they_stand() -> None:
    def shaped(word: str) -> str:
        return "".join(glyph for glyph, _covered in shape(list(word)))

    assert shaped("بلینکن") == "ﺑﻠﯿﻨﮑﻦ"
    assert shaped("دار") == "ﺩﺍﺭ"
    assert [covered for _glyph, covered in shape(list("سلام"))] == [1, 2, 1]  # lam and alef are one glyph


def test_zwnj_breaks_the_joining_and_takes_no_cell() -> None:
    (line,) = lay_out((Piece("می‌خواهد", "", 0),), 40)
    assert line.text == "ﺪﻫﺍﻮﺧﯽﻣ"
    assert line.width == 7


def test_brackets_and_quotes_turn_round() -> None:
    (line,) = lay_out((Piece("گفت: «(سلام)»"),), 40)
    assert line.text == "«(ﻡﻼﺳ)» :ﺖﻔﮔ"


def test_marks_stay_on_their_letter() -> None:
    (line,) = lay_out((Piece("مُحَمَّد", "", 0),), 40)
    assert [glyph.width for glyph in line.glyphs] == [1, 1, 1, 1]
    assert [(glyph.start, glyph.end) for glyph in reversed(line.glyphs)] == [(0, 2), (2, 4), (4, 7), (7, 8)]


def test_wrapping_comes_before_reordering() -> None:
    lines = lay_out((Piece("یک دو سه چهار", "", 0),), 6)
    assert [(line.start, line.end) for line in lines] == [(0, 6), (6, 9), (9, 13)]
    assert lines[0].text == "ﻭﺩ ﮏﯾ"


def test_a_highlight_falls_on_the_right_letters() -> None:
    text = "گفت بلینکن امروز"
    start = text.index("بلینکن")
    pieces = (Piece(text[:start], "", 0), Piece("بلینکن", "name", start), Piece(text[start + 6 :], "", start + 6))
    for mode in ("app", "none"):
        (line,) = lay_out(pieces, 40, mode)
        marked = sorted((glyph.start, glyph.end) for glyph in line.glyphs if glyph.role == "name")
        assert marked[0][0] == start
        assert marked[-1][1] == start + 6
        assert [run.role for run in line.runs()] == ["", "name", ""]


def test_our_signs_turn_with_the_words_they_stand_around() -> None:
    (line,) = lay_out((Piece("‹"), Piece("ناتو", "name", 0), Piece("›"), Piece(" و ▌روسیه▐")), 40)
    assert line.text == "▌ﻪﯿﺳﻭﺭ▐ ﻭ ‹ﻮﺗﺎﻧ›"


def test_left_to_the_terminal_means_untouched() -> None:
    text = "سخنگوی وزارت خارجه (NATO) ۲۰۲۲"
    (line,) = lay_out((Piece(text, "", 0),), 80, "none")
    assert line.text == text


def test_tamil_takes_the_columns_that_terminals_give_it() -> None:
    assert width("பிளிங்கன்") == 7
    assert width("பிடன்") == 4


MIXED = st.text(
    st.sampled_from("ab Z9۳٣.,%()[]«»-/ بلینکنلا‌\u0651\u200f\u202eאבג😀漢ிப\x1b\u00ad\ud800\u0301"), max_size=60
)


@given(MIXED, st.integers(1, 30), st.sampled_from(["app", "none"]))
def test_no_letter_is_lost_or_doubled(text: str, cells: int, mode: str) -> None:
    lines = lay_out((Piece(text, "", 0),), cells, mode)  # type: ignore[arg-type]
    covered = [i for line in lines for glyph in line.glyphs for i in range(glyph.start, glyph.end)]
    assert len(covered) == len(set(covered))
    left = set(range(len(text))) - set(covered)
    assert all(text[i] == " " or unicodedata.category(text[i]) in ("Cf", "Mn", "Mc") for i in left)


@given(MIXED, st.integers(2, 30))
def test_no_line_is_wider_than_the_pane(text: str, cells: int) -> None:
    for line in lay_out((Piece(text, "", 0),), cells):
        assert line.width <= cells or len(line.glyphs) == 1


@given(MIXED)
def test_nothing_harmful_is_drawn(text: str) -> None:
    for mode in ("app", "none"):
        for line in lay_out((Piece(text),), 20, mode):
            assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in line.text)
            assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f") & set(line.text)


def test_the_samples_lose_nothing() -> None:
    for file in seed_documents():
        for paragraph in file.read_text(encoding="utf-8").split("\n"):
            for cells in (20, 37, 60):
                lines = lay_out((Piece(paragraph, "", 0),), cells)
                covered = sorted(i for line in lines for g in line.glyphs for i in range(g.start, g.end))
                assert len(covered) == len(set(covered))
                assert "".join(paragraph[i] for i in covered if paragraph[i] != " ") == paragraph.replace(" ", "")


def test_padding_puts_right_to_left_paragraphs_at_the_right_edge() -> None:
    def drawn(line: Line, mode: str) -> str:
        return "".join(run.text for run in line.padded(6, mode))  # type: ignore[arg-type]

    (line,) = lay_out((Piece("سه"),), 6)
    assert drawn(line, "app") == "    ﻪﺳ"
    (line,) = lay_out((Piece("سه"),), 6, "none")
    assert drawn(line, "none") == "سه    "
