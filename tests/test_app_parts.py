"""Keys, state, lists and reading, without a running app."""

from __future__ import annotations

import queue
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from textual.message import Message

from dateline.errors import InputError
from dateline_tui import queries
from dateline_tui.adding import Request, add, checked_date
from dateline_tui.entry import entry
from dateline_tui.keys import ACTIONS, Action, KeyReader, Pressed, clashes, footer, help_groups, shown
from dateline_tui.listing import PAGE, Listing
from dateline_tui.messages import Added, CountsRead, Failed, RowsRead
from dateline_tui.reads import Reader
from dateline_tui.screens.add import AddScreen
from dateline_tui.screens.choose import ChooseScreen
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.duplicates import DuplicatesScreen
from dateline_tui.screens.form import FactForm
from dateline_tui.screens.help import HelpScreen
from dateline_tui.screens.main import MainScreen
from dateline_tui.screens.names import NamesScreen
from dateline_tui.screens.output import OutputScreen
from dateline_tui.screens.parts import PartsScreen
from dateline_tui.screens.prompt import PromptScreen
from dateline_tui.screens.relations import RelationsScreen
from dateline_tui.screens.timeline import TimelineScreen
from dateline_tui.screens.who import WhoScreen
from dateline_tui.screens.why import WhyScreen
from dateline_tui.state import (
    State,
    idle,
    moved_pane,
    opened,
    pane_widths,
    scoped,
    searching,
    stepped_back,
    turned,
    words,
)  # fmt: skip
from dateline_tui.terminal import bidi_mode, refusal
from demo import make_store

SCREENS = {
    "help": HelpScreen, "narrow": HelpScreen, "add": AddScreen, "copied": CopiedScreen, "why": WhyScreen,
    "choose": ChooseScreen, "form": FactForm, "prompt": PromptScreen, "output": OutputScreen,
    "timeline": TimelineScreen, "relations": RelationsScreen, "names": NamesScreen,
    "who": WhoScreen, "parts": PartsScreen, "duplicates": DuplicatesScreen,
}  # fmt: skip

# -- keys


def test_no_key_means_two_things_in_one_place() -> None:
    assert clashes() == []


def test_clashes_are_named_with_both_actions() -> None:
    doubled = (Action("one", ("x",), ("facts",), "a"), Action("two", ("x",), ("facts", "actors"), "b"))
    assert [str(clash) for clash in clashes(doubled)] == ["x in facts: both one and two"]
    begun = (Action("one", ("g",), ("facts",), "a"), Action("two", ("g g",), ("facts",), "b"))
    assert [str(clash) for clash in clashes(begun)] == ["g g in facts: both one and two"]
    assert "another key" in str(clashes((Action("one", ("ctrl+i",), ("facts",), "a"),))[0])


def test_every_action_has_help_and_a_method_where_it_works() -> None:
    for action in ACTIONS:
        assert action.help, action
        assert action.keys, action
        for where in action.where:
            assert hasattr(SCREENS.get(where, MainScreen), f"do_{action.name}"), (action, where)


def test_every_action_stands_in_the_help() -> None:
    listed = [action for group in help_groups().values() for action in group]
    assert sorted(listed, key=ACTIONS.index) == list(ACTIONS)


def test_keys_in_a_row() -> None:
    reader = KeyReader()
    assert reader.feed("facts", "g") is None
    assert reader.feed("facts", "g") == Pressed(named("top"))
    assert reader.feed("facts", "g") is None
    assert reader.feed("facts", "j") == Pressed(named("down"))
    assert reader.feed("search", "g", typing=True) is None  # a letter there


def test_numbers_before_keys_and_letters_behind_them() -> None:
    reader = KeyReader()
    assert [reader.feed("facts", key) for key in "12"] == [None, None]
    assert reader.pending == "12"
    assert reader.feed("facts", "j", "j") == Pressed(named("down"), 12)
    assert reader.feed("facts", "0", "0") is None  # no number begins with it
    assert reader.feed("facts", "j", "j") == Pressed(named("down"))
    assert reader.feed("facts", "3", "3") is None
    assert reader.feed("facts", "ctrl+y") is None  # means nothing here: the number is forgotten
    assert reader.feed("facts", "j", "j") == Pressed(named("down"))
    assert reader.feed("facts", "m", "m") is None
    assert reader.feed("facts", "q", "q") == Pressed(named("mark"), letter="q")
    assert reader.feed("facts", "apostrophe", "'") is None
    assert reader.feed("facts", "escape") == Pressed(named("back"))  # no letter: the key means what it always does
    assert reader.feed("search", "5", "5", typing=True) is None
    assert reader.pending == ""


def named(name: str) -> Action:
    return next(action for action in ACTIONS if action.name == name)


def test_the_footer_offers_what_works() -> None:
    assert ("y", "cite") in footer("facts")
    assert ("q", "quit") not in footer("search")
    assert shown("ctrl+d") == "^d"
    assert shown("g g") == "gg"


def test_the_footer_names_what_a_key_does_next() -> None:
    state = State(query=entry("b"))
    said = [dict(footer("search", words=words(scoped(state)))), dict(footer("search", words=words(state)))]
    assert [offers["^t"] for offers in said] == ["this script", "exact"]
    nobody = [word for _key, word in footer("article", idle(replace(state, place="article")))]
    assert nobody == ["back", "search", "filter", "articles", "add", "keys", "quit"]


# -- state


def test_enter_goes_to_the_facts_then_to_the_words_and_esc_back() -> None:
    state = State()
    facts = opened(state)
    words = opened(facts)
    assert (facts.place, words.place) == ("facts", "article")
    assert stepped_back(words).place == "facts"
    assert stepped_back(facts).place == "actors"
    assert opened(turned(state)).place == "facts"
    assert stepped_back(opened(turned(state))).place == "articles"


def test_esc_empties_the_search_first() -> None:
    state = State(query=entry("bling"))
    emptied = stepped_back(state)
    assert (emptied.query.text, emptied.place) == ("", "search")
    assert stepped_back(emptied).place == "actors"


def test_esc_ends_a_search_and_what_it_was_confined_to() -> None:
    state = scoped(State(query=entry("bling")))
    assert state.scope == "exact" and scoped(state).scope == "script" and scoped(scoped(state)).scope == "all"
    emptied = stepped_back(state)
    assert (emptied.query.text, emptied.scope, emptied.place) == ("", "all", "search")
    assert stepped_back(scoped(State())).scope == "all"


def test_without_a_name_all_actors_are_listed_whatever_is_searched_next() -> None:
    assert State(query=entry(" "), scope="exact").searched == (" ", "all")
    assert State(query=entry("b"), scope="exact").searched == ("b", "exact")


def test_s_searches_from_anywhere() -> None:
    state = searching(replace(turned(State()), place="article"))
    assert (state.side, state.place) == ("actors", "search")


def test_panes_follow_each_other() -> None:
    state = State()
    assert moved_pane(state, 1).place == "facts"
    assert moved_pane(state, -1).place == "article"
    assert moved_pane(moved_pane(state, -1), 1).place == "actors"


@pytest.mark.parametrize("columns", range(1, 240, 7))
def test_panes_fill_the_screen_and_hold_the_one_with_the_keys(columns: int) -> None:
    for place in ("search", "actors", "facts", "article"):
        state = State(place=place)  # type: ignore[arg-type]
        widths = pane_widths(state, columns)
        assert sum(widths.values()) == columns
        assert state.pane in widths
        assert len(widths) == (3 if columns >= 100 else 2 if columns >= 60 else 1)


# -- lists


def test_a_list_holds_only_what_is_near_the_cursor() -> None:
    rows: Listing[int] = Listing()
    question = rows.ask()
    assert not rows.settled
    assert rows.put(question, 0, range(PAGE), 200_000)
    assert rows.settled
    rows.move_to(150_000)
    assert rows.current is None
    window = rows.missing(150_000, 150_020)
    assert window is not None
    offset, limit = window
    assert offset <= 150_000
    assert offset + limit > 150_020
    assert limit <= 3 * PAGE
    for at in range(0, 200_000, 5_000):
        rows.move_to(at)
        offset, limit = rows.missing(at, at + 40) or (at, 0)
        rows.put(question, offset, range(offset, offset + limit), 200_000)
        assert rows.current == at
    assert len(rows._rows) < 2_000


def test_late_answers_are_refused() -> None:
    rows: Listing[str] = Listing()
    old, new = rows.ask(), rows.ask()
    assert not rows.put(old, 0, ["old"], 1)
    assert rows.put(new, 0, ["new"], 1)
    assert rows.current == "new"


def test_scrolling_shows_the_whole_row_under_the_cursor() -> None:
    rows: Listing[int] = Listing()
    rows.put(rows.ask(), 0, range(50), 50)
    heights = [1 + i % 4 for i in range(50)]
    for at in (*range(50), *range(49, -1, -1), 30, 2, 49):
        rows.move_to(at)
        rows.scroll(8, heights.__getitem__)
        assert rows.top <= at
        assert sum(heights[rows.top : at + 1]) <= 8
    assert rows.position == "50/50"


# -- reading


def read_all(reader: Reader, messages: queue.Queue[Message], wanted: type[Message]) -> Message:
    while True:
        message = messages.get(timeout=10)
        if isinstance(message, wanted):
            return message


def test_the_reader_answers_with_messages(tmp_path: Path) -> None:
    messages: queue.Queue[Message] = queue.Queue()
    reader = Reader(make_store(tmp_path / "s.db"), messages.put)
    reader.start()
    reader.ask("counts", queries.counts())
    reader.ask("actors", queries.actors(7, ("blingen", "all")))
    counts = read_all(reader, messages, CountsRead)
    assert isinstance(counts, CountsRead)
    assert (counts.articles, counts.facts, counts.unsure) == (3, 7, 1)
    rows = read_all(reader, messages, RowsRead)
    assert isinstance(rows, RowsRead)
    assert rows.rows[0].actor.name == "Antony Blinken"
    reader.close()
    reader.join(10)
    assert not reader.is_alive()


def test_a_newer_question_replaces_an_older_one(tmp_path: Path) -> None:
    messages: queue.Queue[Message] = queue.Queue()
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> Message:
        begun.set()
        go_on.wait(10)
        return Failed("read", "old")

    def named(name: str) -> queries.Request:
        return lambda connection: Failed("read", name)

    reader = Reader(make_store(tmp_path / "s.db"), messages.put)
    reader.start()
    reader.ask("a", slow)
    assert begun.wait(10)
    reader.ask("a", named("skipped"))
    reader.ask("a", named("newest"))
    reader.ask("b", named("other"))
    go_on.set()
    assert [message.sentence for message in (messages.get(timeout=10), messages.get(timeout=10))] == ["newest", "other"]  # type: ignore[attr-defined]
    reader.close()


def test_what_nobody_waits_for_any_more_is_not_told(tmp_path: Path) -> None:
    messages: queue.Queue[Message] = queue.Queue()
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> Message:
        begun.set()
        go_on.wait(10)
        return Failed("read", "dropped")

    reader = Reader(make_store(tmp_path / "s.db"), messages.put)
    reader.start()
    reader.ask("a", slow)
    assert begun.wait(10)
    reader.ask("b", lambda connection: Failed("read", "never begun"))
    reader.ask("c", lambda connection: Failed("read", "told"))
    reader.drop("a")
    reader.drop("b")
    go_on.set()
    message = messages.get(timeout=10)
    assert isinstance(message, Failed)
    assert message.sentence == "told"
    reader.close()


def test_a_missing_store_is_a_sentence(tmp_path: Path) -> None:
    messages: queue.Queue[Message] = queue.Queue()
    reader = Reader(tmp_path / "none.db", messages.put)
    reader.start()
    reader.ask("counts", queries.counts())
    message = messages.get(timeout=10)
    assert isinstance(message, Failed)
    assert "no store" in message.sentence
    reader.close()


def test_a_fault_of_ours_is_told_and_reading_goes_on(tmp_path: Path) -> None:
    messages: queue.Queue[Message] = queue.Queue()

    def broken(connection: sqlite3.Connection) -> Message:
        raise LookupError("a fault")

    reader = Reader(make_store(tmp_path / "s.db"), messages.put)
    reader.start()
    reader.ask("a", broken)
    message = messages.get(timeout=10)
    assert isinstance(message, Failed)
    assert "LookupError: a fault" in message.sentence
    reader.ask("counts", queries.counts())
    assert isinstance(messages.get(timeout=10), CountsRead)
    reader.close()


# -- adding


def test_adding_a_file_a_folder_and_pasted_text(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s.db")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Blinken met Lavrov in Geneva on Friday, officials said.")
    (tmp_path / "news" / "b.txt").write_bytes(b"\x00\x01\xff binary")
    added = add(store, Request(path=str(tmp_path / "news"), date="2022-01"))
    assert isinstance(added, Added)
    assert "Added 1 article" in added.sentence
    assert "b.txt" in added.sentence
    again = add(store, Request(path=str(tmp_path / "news" / "a.txt")))
    assert isinstance(again, Added)
    assert "already" in again.sentence
    pasted = add(store, Request(pasted="Putin phoned Biden.\nThey spoke for an hour."))
    assert isinstance(pasted, Added)
    for bad in (
        Request(path=str(tmp_path / "none")),
        Request(pasted="<html><body>x</body></html>"),
        Request("x", "", "2022-13"),
        Request("x", "", "", "javascript:alert(1)"),
    ):
        assert isinstance(add(store, bad), Failed)


def test_dates_are_days_months_or_years() -> None:
    assert checked_date(" 2022-01-31 ") == "2022-01-31"
    assert checked_date("2022-02") == "2022-02"
    assert checked_date("2022") == "2022"
    assert checked_date("") is None
    for bad in ("2022-02-30", "31.1.2022", "2022-13", "yesterday", "20222"):
        with pytest.raises(InputError):
            checked_date(bad)


# -- starting


def test_right_to_left_text_is_left_to_terminals_that_order_it() -> None:
    assert bidi_mode(None, {"TERM": "xterm"}) == "app"
    assert bidi_mode("none", {}) == "none"
    assert bidi_mode("app", {"VTE_VERSION": "7006"}) == "app"
    assert bidi_mode(None, {"VTE_VERSION": "7006"}) == "none"
    assert bidi_mode(None, {"TERM_PROGRAM": "Apple_Terminal"}) == "none"


def test_no_terminal_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.isatty", lambda number: True)
    assert refusal({"TERM": "xterm"}) is None
    assert "TERM" in str(refusal({"TERM": "dumb"}))
    monkeypatch.setattr("os.isatty", lambda number: number != 1)
    assert "needs a terminal" in str(refusal({"TERM": "xterm"}))


def test_state_and_drawing_know_no_widget() -> None:
    parts = ["state", "keys", "listing", "entry", "theme", "draw.article", "draw.lists", "draw.layout", "draw.typing"]
    code = f"import sys; {'; '.join(f'import dateline_tui.{part}' for part in parts)}; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
