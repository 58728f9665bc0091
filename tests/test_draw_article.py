"""The article as lines: what is marked, what is greyed, where a fact's words stand."""

from __future__ import annotations

from dateline.model import Mention
from dateline_tui.draw.article import Marks, Page
from dateline_tui.draw.blocks import paragraphs
from dateline_tui.draw.laid import Laid
from dateline_tui.draw.signs import ASCII
from drawn import page_lines

TEXT = "Blinken met Lavrov’la in Geneva.\n\n\n\nREAD more\nپوتین گفت و رفت.\n"


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


PAGE = Page(
    "hash", "A title [sic]", ("2022-02", "en", "example.org"), "https://example.org/1", TEXT,
    (Mention("blinken", *span("Blinken")), Mention("lavrov", *span("Lavrov")), Mention("putin", *span("پوتین"))),
    (span("READ more"),),
)  # fmt: skip


def drawn(marks: Marks, cells: int = 60, mode: str = "app") -> list[str]:
    return [line.text for line in page_lines(PAGE, marks, cells, mode)]  # type: ignore[arg-type]


def roles(marks: Marks) -> dict[str, str]:
    return {run.text: run.role for line in page_lines(PAGE, marks, 60, "app") for run in line.runs()}


def test_title_and_data_stand_on_top_then_the_text() -> None:
    assert drawn(Marks()) == [
        "A title [sic]",
        "2022-02 · en · example.org",
        "https://example.org/1",
        "",
        "‹Blinken› met ‹Lavrov›’la in Geneva.",
        "",
        "┄ READ more",
        ".ﺖﻓﺭ ﻭ ﺖﻔﮔ ‹ﻦﯿﺗﻮﭘ›",
    ]


def test_every_name_is_marked_and_the_chosen_one_stands_out() -> None:
    found = roles(Marks("blinken"))
    assert found["‹Blinken›"] == "name chosen"
    assert found["‹Lavrov›"] == "name"
    assert found["┄ READ more"] == "noise"


def test_the_words_of_a_fact_are_marked_by_sign_and_role() -> None:
    marks = Marks("blinken", (span("Blinken met Lavrov"),))
    assert drawn(marks)[4] == "▌‹Blinken› met ‹Lavrov›▐’la in Geneva."
    assert roles(marks)[" met "] == "words"


def test_words_in_persian_carry_their_signs_on_the_right_side() -> None:
    assert drawn(Marks(None, (span("پوتین گفت"),)))[-1] == ".ﺖﻓﺭ ﻭ ▌ﺖﻔﮔ ‹ﻦﯿﺗﻮﭘ›▐"


def test_words_across_paragraphs_are_marked_in_both() -> None:
    start, end = span("Geneva.\n\n\n\nREAD")
    lines = drawn(Marks(None, ((start, end),)))
    assert lines[4].endswith("▌Geneva.")
    assert lines[6] == "┄ READ▐ more"


def test_signs_in_ascii() -> None:
    assert drawn(Marks("blinken", (span("Blinken met Lavrov"),), ASCII))[4] == "{<Blinken> met <Lavrov>}’la in Geneva."


def test_the_line_of_an_offset() -> None:
    for cells in (12, 20, 60):
        laid = Laid(PAGE, Marks(), cells, "app")
        for words in ("Blinken", "Geneva", "پوتین", "رفت"):
            start, end = span(words)
            line = laid.line(laid.place_of(start))
            assert line.start <= start < end <= line.end


def test_empty_lines_are_squeezed_and_none_stands_at_the_ends() -> None:
    text = "\n\na\n \n\t\n\nb\n\n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["a", "", "b"]
    assert paragraphs("") == []
    assert paragraphs("\n \n") == []


def test_a_text_without_title() -> None:
    page = Page("h", "", (), None, "abc")
    assert [line.text for line in page_lines(page, Marks(), 40, "app")] == ["(no title)", "", "abc"]


def test_noise_inside_a_line_stands_between_signs() -> None:
    page = Page("h", "t", (), None, "date 2022-02 Blinken said. SHARE", (), ((0, 12), (27, 32)))
    (line,) = [line.text for line in page_lines(page, Marks(), 60, "app")][2:]
    assert line == "┄date 2022-02┄ Blinken said. ┄SHARE┄"
