"""The dashboard by its keys, as the README tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from dashboard import dashboard
from dateline_tui.draw.signs import ASCII
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.main import MainScreen
from demo import hostile, italian, make_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = make_store(tmp_path / "empty.db", hostile())
    from contextlib import closing

    from dateline.db.read import articles
    from dateline.db.write import open_for_writing
    from dateline.deciding import remove

    with closing(open_for_writing(path)) as connection:
        remove(connection, "test", [row.hash for row in articles(connection)])
    return path


async def test_from_a_misspelt_name_to_the_words_and_their_citation_and_back(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("blingen")
        assert ui.row.startswith("● Antony Blinken")
        await ui.press("enter")
        assert "Antony Blinken" in ui.pane("facts").split("\n")[0]
        assert "Blinken phoned Lavrov" in ui.pane("facts")
        await ui.press("enter")
        assert "▌Rus mevkidaşı ‹Sergey" in ui.words("article")
        await ui.press("y")
        assert isinstance(ui.app.screen, CopiedScreen)
        assert "“Rus mevkidaşı Sergey Lavrov'la yaptığı telefon görüşmesinde”" in ui.clipboard
        assert "https://www.example.org/blinken-lavrov" in ui.text
        await ui.press("escape")
        assert isinstance(ui.app.screen, MainScreen)
        await ui.press("escape", "escape")
        assert ui.app.main.state.place == "actors"
        assert ui.row.startswith("● Antony Blinken")


async def test_a_search_says_why_and_shows_the_spellings_seen(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("blingen")
        actors = ui.pane("actors")
        assert "Blingen 3" in actors
        assert "Blinken 1" in actors


@pytest.mark.parametrize("query", ["بلینکن", "blinkn", "Blinken'den"])
async def test_any_spelling_puts_the_right_person_first(store: Path, query: str) -> None:
    async with dashboard(store) as ui:
        await ui.type(query)
        assert ui.row.startswith("● Antony Blinken")


async def test_keys_typed_ahead_of_the_search_keep_their_order(store: Path) -> None:
    async with dashboard(store) as ui:
        for key in ("b", "l", "i", "n", "g", "e", "n", "enter", "enter", "y"):
            ui.app.main.press(key, key if len(key) == 1 else None)
        await ui.settled()
        assert "Rus mevkidaşı" in ui.clipboard
        assert ui.app.main.state.query.text == "blingen"


async def test_no_hit_says_what_to_press(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("!!!")
        assert "No name sounds like" in ui.pane("actors")
        assert "Esc" in ui.pane("actors")
        assert "Enter" not in ui.footer
        await ui.press("escape")
        assert "Antony Blinken" in ui.pane("actors")
        assert "Enter facts" in ui.footer


async def test_moving_through_facts_scrolls_the_article_to_the_words(store: Path) -> None:
    async with dashboard(store, size=(120, 14)) as ui:
        await ui.type("blinken")
        await ui.press("enter")
        for _ in range(4):
            assert "▌" in ui.pane("article"), ui.row
            await ui.press("]")


async def test_next_fact_works_from_the_article_and_stops_at_the_end(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("putin")
        await ui.press("enter", "enter", "]", "]", "]")
        assert "1/1" in ui.pane("facts")
        assert ui.app.main.state.place == "article"


async def test_undated_facts_never_show_the_date_of_the_article(store: Path) -> None:
    async with dashboard(store, size=(160, 40)) as ui:
        await ui.type("blinken")
        facts = ui.pane("facts")
        assert "no date · Blinken phoned Lavrov" in facts
        assert "◷ Blinken to hold talks with [Lavrov]" in facts


async def test_articles_list_and_back(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "A")
        assert "Articles  1/3" in ui.pane("articles")
        assert "no date · tr · example.org 5 facts" in ui.words("articles")
        await ui.press("enter")
        assert "Blinken phoned Lavrov" in ui.pane("facts")
        await ui.press("escape", "A")
        assert ui.app.main.state.place == "actors"


async def test_an_article_without_facts_is_shown_all_the_same(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "A", "G")
        assert "None found in this article" in ui.pane("facts")
        article = ui.pane("article")
        assert "Dopo l’incontro di ‹Lavrov›" in article
        assert "‹Blingen›" in article


async def test_moving_in_lists(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape")
        first = ui.row
        await ui.press("j", "j", "k", "down", "up")
        second = ui.row
        assert first != second
        await ui.press("G")
        assert "7/7" in ui.pane("actors")
        await ui.press("g", "g")
        assert ui.row == first
        await ui.press("ctrl+d")
        assert ui.row != first
        await ui.press("ctrl+u")
        assert ui.row == first


async def test_tab_goes_round_the_panes(store: Path) -> None:
    async with dashboard(store) as ui:
        places = []
        for key in ("escape", "tab", "tab", "tab", "shift+tab", "h", "l"):
            await ui.press(key)
            places.append(ui.app.main.state.place)
        assert places == ["actors", "facts", "article", "actors", "article", "facts", "article"]


async def test_s_jumps_to_the_name_search_from_anywhere(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "A", "enter", "enter", "s")
        await ui.type("price")
        assert ui.row.startswith("● Ned Price")


async def test_the_first_start_says_what_is_there(store: Path) -> None:
    async with dashboard(store, size=(80, 24), first_start=True) as ui:
        words = " ".join(ui.text.split())
        assert "Five sample articles are loaded to look around in. a adds yours, ? shows all keys" in words
        assert "`dateline remove --samples` takes them away" in words


async def test_an_empty_store_says_what_to_press(empty: Path) -> None:
    async with dashboard(empty, size=(140, 30)) as ui:
        assert "Esc leaves this box, then a adds an article" in ui.words("actors")  # a is a letter here
        assert "Enter" not in ui.footer
        await ui.press("escape")
        assert "No actors yet. a adds an article" in ui.words("actors")
        assert "a add" in ui.footer and not any(word in ui.footer for word in ("Enter", "y cite", "n next fact"))
        assert "Choose an actor or an article" in ui.words("facts")
        assert "a adds an article" in ui.words("article")
        for key in ("j", "G", "enter", "]", "y", "A", "enter", "tab", "tab", "G", "ctrl+d"):
            await ui.press(key)
        assert "a adds one" in ui.words("articles")


async def test_the_footer_shows_the_keys_that_work_here(store: Path) -> None:
    async with dashboard(store) as ui:
        assert "Enter facts" in ui.footer
        assert "q quit" not in ui.footer  # in the search box q is a letter
        await ui.press("escape")
        assert "a add" in ui.footer
        assert "q quit" in ui.footer
        await ui.press("enter")
        assert "y cite" in ui.footer


async def test_help_shows_every_action_with_its_keys_and_closes(store: Path) -> None:
    from dateline_tui.keys import ACTIONS, shown

    async with dashboard(store, size=(100, 240)) as ui:
        await ui.press("question_mark")
        told = " ".join(ui.text.split())
        missing = [action for action in ACTIONS if f"{', '.join(map(shown, action.keys))} {action.help}" not in told]
        assert missing == []
        await ui.press("q")
        assert isinstance(ui.app.screen, MainScreen)


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (40, 12), (120, 40), (60, 20), (20, 5), (3, 2)])
async def test_every_size_can_be_walked_through(store: Path, size: tuple[int, int]) -> None:
    async with dashboard(store, size=size) as ui:
        await ui.type("blin")
        for key in ("enter", "j", "enter", "j", "y", "escape", "B", "question_mark", "escape", "A", "a", "escape"):
            await ui.press(key)
            assert len(ui.lines) == size[1]
            assert all(len(line) <= size[0] for line in ui.lines)


@pytest.mark.parametrize(("columns", "shown"), [(100, 3), (99, 2), (60, 2), (59, 1)])
async def test_panes_by_width(store: Path, columns: int, shown: int) -> None:
    async with dashboard(store, size=(columns, 20)) as ui:
        await ui.press("escape", "enter")
        assert sum(pane.display for pane in ui.app.main.panes.values()) == shown


async def test_one_pane_shows_the_one_that_has_the_keys(store: Path) -> None:
    async with dashboard(store, size=(40, 12)) as ui:
        await ui.type("blingen")
        assert "Antony Blinken" in ui.text
        await ui.press("enter")
        assert "phoned Lavrov" in ui.text
        await ui.press("enter")
        assert "▌" in ui.text


async def test_a_resize_keeps_the_words_in_sight(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("blingen")
        await ui.press("enter", "enter")
        for size in ((60, 12), (140, 45), (40, 10)):
            await ui.pilot.resize_terminal(*size)
            await ui.settled()
            assert "▌" in ui.text


async def test_persian_is_prepared_or_left_to_the_terminal(store: Path) -> None:
    async with dashboard(store, size=(140, 40)) as ui:
        await ui.type("biden")
        await ui.press("enter")
        assert "ﻥﺪﯾﺎﺑ" in ui.pane("article")  # بایدن, shaped and from right to left
        await ui.press("B")
        assert "بایدن" in ui.pane("article")
        assert "B changes it back" in ui.text
        await ui.press("B")
        assert "ﻥﺪﯾﺎﺑ" in ui.pane("article")


async def test_a_persian_query_can_be_read_while_it_is_typed(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("پوتین")
        assert "ﻦﯿﺗﻮﭘ" in ui.pane("actors").split("\n")[1]
        assert ui.row.startswith("● Vladimir Putin")


async def test_zwnj_can_be_typed_and_words_erased(store: Path) -> None:
    async with dashboard(store) as ui:
        ui.app.main.press("u+200c", "\u200c")
        assert ui.app.main.state.query.text == "\u200c"
        await ui.press("ctrl+u")
        await ui.type("anton blin")
        await ui.press("ctrl+w")
        assert ui.app.main.state.query.text == "anton "
        await ui.press("left", "backspace", "end", "x", "home", "y")
        assert ui.app.main.state.query.text == "yanto x"


async def test_signs_in_ascii(store: Path) -> None:
    async with dashboard(store, size=(140, 40), signs=ASCII) as ui:
        await ui.type("blinken")
        await ui.press("enter")
        text = ui.text
        assert "(planned)" in text
        assert not set("▸│●■◆‹›▌▐┄◷·⌕") & set(text)


async def test_foreign_text_is_shown_as_it_is_and_does_nothing(tmp_path: Path) -> None:
    async with dashboard(make_store(tmp_path / "s.db", hostile()), size=(160, 40)) as ui:
        for key in ("escape", "enter", "enter", "y", "escape", "A", "question_mark", "escape"):
            await ui.press(key)
            assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for line in ui.lines for char in line)
            assert not set("\u202e\u2066\u202a") & set(ui.text)
        assert "‹Ann [sic]› met [/nope]" in ui.pane("article")
        assert "[red]Not red[/red]" in ui.words("facts")
        assert "[/nope]" in ui.pane("articles")
        assert "\x1b" not in ui.clipboard


async def test_a_broken_store_is_a_sentence_and_q_still_quits(store: Path) -> None:
    async with dashboard(store) as ui:
        store.write_bytes(b"not a database at all" * 100)
        for extra in ("-wal", "-shm"):
            store.with_name(store.name + extra).unlink(missing_ok=True)
        await ui.type("blingen")
        await ui.press("enter", "escape", "escape")
        assert "Traceback" not in ui.text
        await ui.press("f", "a", "enter", "F", "/", "b", "enter", "n", "escape")
        assert "Traceback" not in ui.text
        await ui.press("q")
    assert ui.app.return_code == 0


@pytest.mark.parametrize(("keys", "code"), [(("escape", "q"), 0), (("ctrl+c",), 130)])
async def test_leaving(store: Path, keys: tuple[str, ...], code: int) -> None:
    async with dashboard(store) as ui:
        await ui.pilot.press(*keys)
    assert ui.app.return_code == code


async def test_two_keys_at_once_close_one_screen_and_reach_the_next(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "y")
        copied = ui.app.screen
        for _ in range(2):
            copied.post_message(events.Key("q", "q"))
        await ui.pilot.pause()
    assert ui.app.return_code == 0


async def test_esc_and_a_letter_sent_as_one_are_two_keys(store: Path) -> None:
    async with dashboard(store) as ui:
        ui.app.main.on_key(events.Key("alt+shift+a", "A"))
        assert ui.app.main.state.place == "articles"
        await ui.press("enter")
        ui.app.main.on_key(events.Key("alt+s", "s"))
        assert ui.app.main.state.place == "search"


async def test_an_actor_without_facts_is_shown_where_it_is_named(tmp_path: Path) -> None:
    async with dashboard(make_store(tmp_path / "s.db", italian()), size=(120, 20)) as ui:
        await ui.type("nato")
        assert "No fact names NATO" in ui.words("facts")
        assert "‹NATO›" in ui.pane("article")
        await ui.press("enter", "enter")
        assert ui.app.main.state.place == "article"


async def test_an_added_article_is_shown(store: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Guterres spoke of new hope.\n\nNothing else was said that day by anyone.\n")
    async with dashboard(store) as ui:
        await ui.press("escape", "a")
        await ui.paste(str(tmp_path / "new.txt"))
        await ui.press("tab")
        await ui.type("2022-02")
        await ui.press("enter")
        assert "Added 1 article" in ui.text
        assert "4/4" in ui.pane("articles")
        assert "Nothing else was said" in ui.words("article")
        await ui.press("a")
        await ui.paste(str(tmp_path / "none.txt"))
        await ui.press("enter")
        assert "There is no file" in ui.text
        await ui.press("a", "enter")
        assert "Give a path" in ui.text
        await ui.paste(str(tmp_path / "new.txt"))
        await ui.press("tab", "tab")
        await ui.type("ftp://x")
        await ui.press("enter")
        assert "This is no web address" in ui.text
