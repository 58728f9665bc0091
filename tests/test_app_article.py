"""The article pane by its keys: a cursor in the text, names to follow, site text to open, facts in a row."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline.db import read
from dateline.model import Article, Event, Extraction, Statement, short_hash
from demo import BLINKEN, LAVROV, NATO, RUSSIA, extraction, make_store, persian, span

TEXT = (
    "Blinken met Lavrov in Geneva and warned Russia.\n"
    "Menu of the page\nMore from this page\n"
    "NATO said that it stays open. Nothing else happened on that day.\n"
    "The end of the article."
)


def article() -> Extraction:
    """Three facts in one article, two of them in one sentence, and two lines of site text."""
    made = Article(TEXT, "In Geneva", "en", "2022-02", "https://www.example.org/geneva")

    def fact_id(name: str) -> str:
        return short_hash(made.hash, name)

    met = Event(
        fact_id("met"), "CONSULT", (BLINKEN.id,), (LAVROV.id,), *span(TEXT, "Blinken met Lavrov in Geneva"), "by hand",
        mode="meeting", date="2022-02-03", sure=True,
    )  # fmt: skip
    warned = Event(
        fact_id("warned"), "THREATEN", (BLINKEN.id,), (RUSSIA.id,), *span(TEXT, "warned Russia"), "by hand",
        date="2022-02-01",
    )  # fmt: skip
    said = Statement(
        fact_id("said"), NATO.id, "said", *span(TEXT, "NATO said that it stays open"), "by hand",
        quote="it stays open", sure=True,
    )  # fmt: skip
    noise = ("Menu of the page", "More from this page")
    return extraction(made, events=(met, warned), statements=(said,), noise=noise)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db", article(), persian())


def at(ui: Dashboard, words: str) -> bool:
    """Whether the cursor stands where ``words`` begin."""
    return ui.app.main.state.cursor == TEXT.index(words)


def caret(ui: Dashboard) -> str:
    """What stands in the cursor's cell, found by its look: reversed, as it is without colours too."""
    pane = ui.app.main.article
    strips = [pane.render_line(y) for y in range(pane.size.height)]
    return "".join(s.text for strip in strips for s in strip if s.style is not None and s.style.reverse)


async def in_article(ui: Dashboard) -> None:
    """From the start to the words of the article's first fact in time: "warned Russia"."""
    await ui.type("blinken")
    await ui.press("enter", "enter")


async def test_the_cursor_goes_by_lines_words_names_and_to_the_ends(store: Path) -> None:
    async with dashboard(store, size=(140, 30)) as ui:
        await in_article(ui)
        assert at(ui, "warned") and caret(ui) == "w"
        await ui.press("w")
        assert at(ui, "Russia") and caret(ui) == "R"
        await ui.press("2", "b")
        assert at(ui, "and warned")
        await ui.press("2", "left_parenthesis")
        assert at(ui, "Blinken")
        await ui.press("left_parenthesis")
        assert "further up" in ui.text
        await ui.press("right_parenthesis")
        assert at(ui, "Lavrov")
        await ui.press("G")
        assert at(ui, "The end") and "Article  9/9" in ui.pane("article")
        await ui.press("k")
        assert at(ui, "on that day")
        await ui.press("g", "g")
        assert at(ui, "Blinken") and "In Geneva" in ui.pane("article").split("\n")[1]
        await ui.press("tab")
        assert caret(ui) == ""


async def test_a_page_is_scrolled_and_the_cursor_stays_in_sight(tmp_path: Path) -> None:
    text = "\n".join(f"Blinken line {number}." for number in range(60))
    made = extraction(Article(text, "Long", "en"))
    async with dashboard(make_store(tmp_path / "s.db", made), size=(90, 14)) as ui:
        await ui.press("escape", "A", "enter", "tab")
        for key, shown in (("ctrl+f", "line 10"), ("ctrl+d", "line 15"), ("ctrl+u", "line 10"), ("G", "line 59")):
            await ui.press(key)
            assert caret(ui) == "B"
            assert shown in ui.pane("article")
        before = ui.pane("article").split("\n")[1:]
        await ui.press("k", "k")
        assert ui.pane("article").split("\n")[1:] == before  # as little as needed
        await ui.press("ctrl+b", "g", "g")
        assert "line 0" in ui.pane("article")


async def test_folded_site_text_is_stepped_over_opened_and_shut(store: Path) -> None:
    async with dashboard(store, size=(140, 30)) as ui:
        await in_article(ui)
        assert "2 lines of site text folded" in ui.pane("article")
        await ui.press("j")
        assert at(ui, "Menu") and caret(ui) == "┄"
        await ui.press("w")
        assert at(ui, "NATO")
        await ui.press("b", "enter")
        assert at(ui, "Menu") and "┄ More from this page" in ui.pane("article")
        await ui.press("j")
        assert at(ui, "More")
        await ui.press("enter")
        assert at(ui, "Menu") and "More from" not in ui.pane("article")


async def test_v_selects_whole_words_until_v_or_esc(store: Path) -> None:
    async with dashboard(store, size=(140, 30)) as ui:
        await in_article(ui)
        await ui.press("v", "w")
        main = ui.app.main
        assert main.selection is not None and TEXT[slice(*main.selection)] == "warned Russia"
        assert "⟦▌warned ‹Russia›▐⟧" in ui.words("article")
        await ui.press("escape")
        assert main.selection is None and main.state.place == "article"
        assert "⟦" not in ui.text
        await ui.press("v", "b", "v")
        assert main.selection is None and "⟦" not in ui.text
        await ui.press("escape")
        assert main.state.place == "facts"


async def test_facts_are_gone_through_in_the_order_of_the_text_and_counted(store: Path) -> None:
    async with dashboard(store, size=(200, 30)) as ui:
        await in_article(ui)
        title = ui.pane("article").split("\n")[0]
        assert "2 facts here · example.org · 2022-02 (month only) · en · 3 facts, 1 unsure" in title
        assert "•‹Blinken› met ‹Lavrov› in Geneva and ▌warned ‹Russia›▐." in ui.words("article")
        assert "•‹NATO› said that ⌜it stays open⌝." in ui.words("article")
        await ui.press("]")
        assert at(ui, "NATO") and "▌‹NATO› said" in ui.words("article")
        assert "facts here" not in ui.pane("article").split("\n")[0]
        await ui.press("y")
        assert "NATO said that it stays open" in ui.clipboard  # which the list of Blinken's facts does not have
        await ui.press("escape", "]")
        assert "last fact of the article" in ui.text
        await ui.press("2", "[")
        assert at(ui, "Blinken") and "▌‹Blinken› met ‹Lavrov› in Geneva▐" in ui.words("article")
        await ui.press("escape")
        assert ui.row.startswith("2022-02-03")  # the list has followed
        await ui.press("k")
        assert "▌warned" in ui.words("article")


async def test_esc_takes_up_the_fact_of_the_list_again(store: Path) -> None:
    async with dashboard(store) as ui:
        await in_article(ui)
        await ui.press("]", "escape")
        main = ui.app.main
        assert main.state.fact == main.facts.listing.current
        assert "▌warned" in ui.words("article")


async def test_enter_on_a_name_finds_its_actor_and_esc_goes_to_the_list(store: Path) -> None:
    async with dashboard(store, size=(140, 30)) as ui:
        await in_article(ui)
        await ui.press("left_parenthesis", "enter")
        assert "Sergey Lavrov" in ui.pane("facts").split("\n")[0]
        assert ui.app.main.state.query.text == ""
        await ui.press("escape")
        assert ui.row.startswith("● Sergey Lavrov")
        await ui.press("enter", "enter", "g", "g", "w", "enter")
        assert "No actor is named at the cursor" in ui.text


async def test_a_star_follows_the_parties_one_after_the_other(store: Path) -> None:
    async with dashboard(store, size=(140, 30)) as ui:
        await ui.type("blinken")
        await ui.press("enter", "j")
        heads = []
        for _ in range(3):
            await ui.press("asterisk")
            heads.append(ui.app.main.state.subject.name)  # type: ignore[union-attr]
        assert heads == ["Sergey Lavrov", "Antony Blinken", "Sergey Lavrov"]
        assert ui.app.main.state.place == "facts"
        await ui.press("enter", "asterisk")
        assert ui.app.main.state.subject.name == "Antony Blinken"  # type: ignore[union-attr]


async def test_keys_typed_ahead_of_reading_keep_their_order(store: Path) -> None:
    async with dashboard(store) as ui:
        for key in (*"blinken", "enter", "enter", "left_parenthesis", "asterisk", "enter", "v"):
            ui.app.main.press(key, key if len(key) == 1 else None)
        await ui.settled()
        main = ui.app.main
        assert main.state.subject is not None and main.state.subject.name == "Sergey Lavrov"
        assert main.selection is not None and TEXT[slice(*main.selection)] == "Blinken"


async def test_persian_text_is_walked_through_and_its_cursor_shown(store: Path) -> None:
    async with dashboard(store, size=(140, 40)) as ui:
        await ui.type("biden")
        await ui.press("enter", "enter")
        text = persian().article.text
        start = text.index("جو بایدن")
        assert ui.app.main.state.cursor == start and caret(ui) == "ﺟ"
        await ui.press("w")
        assert ui.app.main.state.cursor == start + 3 and caret(ui) == "ﺑ"
        await ui.press("j", "k")
        assert ui.app.main.state.cursor == start + 3


async def test_sentences_are_known_without_site_text(store: Path) -> None:
    async with dashboard(store) as ui:
        await in_article(ui)
        sentence = ui.app.main.sentence_at(TEXT.index("stays"))
        assert sentence is not None and TEXT[slice(*sentence)] == "NATO said that it stays open."
        assert ui.app.main.sentence_at(TEXT.index("More from")) is None


@pytest.mark.parametrize("size", [(40, 12), (3, 2)])
async def test_every_key_of_the_article_works_at_every_size(store: Path, size: tuple[int, int]) -> None:
    async with dashboard(store, size=size) as ui:
        await in_article(ui)
        for key in (
            "j",
            "w",
            "v",
            "G",
            "v",
            "right_square_bracket",
            "enter",
            "ctrl+f",
            "B",
            "k",
            "right_parenthesis",
            "asterisk",
            "enter",
        ):
            await ui.press(key)
            assert all(len(line) <= size[0] for line in ui.lines)


def test_the_position_of_an_actor_is_its_row(tmp_path: Path) -> None:
    with closing(read.connect(make_store(tmp_path / "s.db"))) as connection:
        rows = read.actors(connection)
        assert [read.actor_position(connection, row.id) for row in rows] == list(range(len(rows)))
        assert read.actor_position(connection, "nobody") is None
