"""The installed command in a real pseudo-terminal: what a user sees, and how it leaves the terminal."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo import hostile, make_store
from terminal import Terminal

DATELINE = str(Path(sys.executable).with_name("dateline"))
WALK = [(80, 24), (120, 40)]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A fresh HOME: nothing of ours is there yet."""
    return {"HOME": str(tmp_path / "home"), "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "DATELINE_STORE": ""}


@pytest.fixture
def terminal(store: Path) -> Iterator[Terminal]:
    with Terminal([DATELINE, "--store", str(store)]) as opened:
        opened.wait_for("Actors", "? keys")
        yield opened


@pytest.mark.parametrize("size", WALK, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_misspelt_name_leads_to_the_words_and_their_citation(store: Path, size: tuple[int, int]) -> None:
    with Terminal([DATELINE, "--store", str(store)], size) as t:
        t.wait_for("Actors", "? keys")
        t.type("blingen")
        t.wait_for("Actors 1/", "Antony Blinken", "Blingen 3")
        t.type("<enter>")
        t.wait_for("Enter words", "Blinken phoned Lavrov")
        t.type("<enter>")
        t.wait_for("▌Rus", "y cite")
        t.type("y")
        t.wait_for("Copied", "https://www.example.org/blinken-lavrov")
        assert "Rus mevkidaşı Sergey Lavrov'la" in t.clipboard[0]
        t.type("q")  # closes the citation
        t.wait_for("y cite")
        t.type("q", "q", "q")  # back, back, out
        assert t.end() == 0
        assert not t.screen.private & {1049, 1000, 1003, 2004}
        assert not t.screen.cursor.hidden


def test_keys_typed_before_anything_is_drawn_are_not_lost(store: Path) -> None:
    with Terminal([DATELINE, "--store", str(store)]) as t:
        t.wait(lambda: 1049 in t.screen.private)
        t.type("blingen", "<enter>", "<enter>", "y")
        t.wait_for("Copied")
        assert "Rus mevkidaşı" in t.clipboard[0]


def test_edges_stand_in_one_column_whatever_the_script(store: Path) -> None:
    with Terminal([DATELINE, "--store", str(store)], (120, 40)) as t:
        t.type("biden")
        t.wait_for("Actors 1/", "Biden phoned Putin")
        t.wait_for("ﻥﺪﯾﺎﺑ")
        t.wait_for("பிடன்")
        columns = {t.columns_of("│", y) for y in range(1, 39)}
        assert len(columns) == 1


def test_left_to_the_terminal(store: Path) -> None:
    with Terminal([DATELINE, "--store", str(store), "--bidi", "none"], (120, 40)) as t:
        t.wait_for("Actors")
        t.type("biden")
        t.wait_for("بایدن")


def test_nothing_is_written_while_nothing_happens(terminal: Terminal) -> None:
    terminal.type("b")
    terminal.wait_for("Actors 1/", "Blinken")
    while terminal.bytes_within(0.3):
        pass
    assert terminal.bytes_within(1.5) == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)])
def test_signals_leave_the_terminal_clean(terminal: Terminal, number: int, code: int) -> None:
    os.kill(terminal.process.pid, number)
    assert terminal.end(10) == code
    assert 1049 not in terminal.screen.private
    assert not terminal.screen.cursor.hidden


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to wait for a process with a limit")
def test_a_closed_terminal_ends_the_process(terminal: Terminal) -> None:
    gone = os.pidfd_open(terminal.process.pid)
    terminal.process.fileobj.close()
    ready, _, _ = select.select([gone], [], [], 10)
    os.close(gone)
    assert ready
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.process.pid, 0)[1]) == 128 + signal.SIGHUP
    terminal.process.terminated = terminal.process.closed = True


def test_ctrl_c_leaves_at_once_and_says_so_by_its_exit_code(terminal: Terminal) -> None:
    terminal.type("<ctrl+c>")
    assert terminal.end() == 130
    assert 1049 not in terminal.screen.private


def test_ctrl_z_puts_it_aside_and_fg_brings_it_back(store: Path) -> None:
    with Terminal(["sh", "-i"], env={"PS1": "prompt: ", "ENV": ""}) as t:
        t.wait_for("prompt:")
        t.type(f"{DATELINE} --store {store}", "<enter>")
        t.wait_for("Actors", "? keys")
        t.type("<ctrl+z>")
        assert t.wait(lambda: 1049 not in t.screen.private)
        t.wait_for("prompt:")
        t.type("fg", "<enter>")
        assert t.wait(lambda: 1049 in t.screen.private)
        t.wait_for("Actors", "? keys")


def test_foreign_text_cannot_command_the_terminal(tmp_path: Path) -> None:
    with Terminal([DATELINE, "--store", str(make_store(tmp_path / "s.db", hostile()))], (120, 40)) as t:
        t.wait_for("Ann [sic]", "[/nope]")
        t.type("<enter>", "<enter>")
        t.wait_for("‹Ann [sic]› met [/nope]")
        t.type("y")
        t.wait_for("Copied")
        assert "pwned" not in t.clipboard
        assert b"\x1b]0;" not in t.raw
        t.type("q", "q", "q", "q")
        assert t.end() == 0


def test_many_resizes_end_in_the_right_screen(terminal: Terminal) -> None:
    for step in range(20):
        terminal.resize(40 + 5 * step, 12 + step)
    terminal.resize(120, 40)
    assert terminal.wait(lambda: terminal.lines[-1].startswith(" Enter facts") and terminal.has("│ Article"))


def test_an_article_is_pasted_and_added(terminal: Terminal) -> None:
    terminal.type("<esc>", "a")
    terminal.wait_for("Add an article")
    terminal.paste("Putin phoned Biden.\nThey spoke for an hour.\n")
    terminal.wait_for("characters pasted")
    terminal.type("<tab>", "2022-02-30", "<enter>")
    terminal.wait_for("not in the calendar")
    terminal.type("<backspace>", "<backspace>", "28", "<enter>")
    terminal.wait_for("Added 1 article", "4 articles")


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": ""}])
def test_a_terminal_that_cannot_be_drawn_on_is_refused(store: Path, env: dict[str, str]) -> None:
    with Terminal([DATELINE, "--store", str(store)], env=env) as t:
        assert t.end() == 2
        assert "dateline" in t.text
        assert b"\x1b" not in t.raw


def test_without_a_terminal_it_says_what_to_use_instead(store: Path) -> None:
    done = subprocess.run([DATELINE, "--store", str(store)], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "dateline facts" in done.stderr


@pytest.mark.parametrize("env", [{"TERM": "linux"}, {"NO_COLOR": "1"}, {"LC_ALL": "C"}, {"TERM": "vt100"}])
def test_poor_terminals(store: Path, env: dict[str, str]) -> None:
    with Terminal([DATELINE, "--store", str(store)], env=env) as t:
        t.wait_for("Actors", "? keys")
        t.type("lavrov", "<enter>")
        t.wait_for("Blinken phoned Lavrov")
        assert "\\u" not in t.text


def test_the_first_start_loads_the_samples_and_says_so(home: dict[str, str]) -> None:
    with Terminal([DATELINE], env=home) as t:
        t.wait_for("5 articles", "Five sample articles are loaded", "? keys")
        t.type("blingen", "<enter>", "<enter>", "y")  # the walk of the README
        t.wait_for("Copied", "says:")
        assert "Blinken" in t.clipboard[0]
        t.type("q")
        t.wait_for("y cite", "Antony Blinken")
        t.type("q", "q", "q")
        assert t.end() == 0
    with Terminal([DATELINE], env=home) as t:
        t.wait_for("5 articles", "? keys")
        assert not t.has("Five sample articles")
