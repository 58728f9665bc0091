"""Leaving in any way: what was decided is kept, the terminal is as it was, the next start is where one was."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.cli.add import load_samples
from dateline.db.health import health
from dateline.paths import seed_documents
from dateline_tui.session import session_file
from terminal import Terminal

pytestmark = pytest.mark.slow
COMMAND = [sys.executable, "-m", "dateline"]
PROMPT_OR_OVERLAY = {
    "a question": ("X", "Remove “"),
    "a form": ("c", "What the words say"),
    "a line": ("f", "Filter: "),
    "a note": ("i", "Note"),
    "the manual": ("?", "next topic"),
    "adding": ("a", "Add an article"),
    "why": ("e", "Esc back"),
    "the citation": ("y", "Copied"),
    "the forms": ("Y", "Markdown"),
    "the timeline": ("t", "weeks"),
    "the relations": ("r", "in time"),
    "the command line": (":", "Do: the name"),
    "half a command": ("12g", "12g"),
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = tmp_path_factory.mktemp("samples") / "store.db"
    load_samples(store)
    return store.read_bytes()


@pytest.fixture
def store(tmp_path: Path, samples: bytes) -> Path:
    store = tmp_path / "store.db"
    store.write_bytes(samples)
    return store


@pytest.fixture
def state(tmp_path: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.fixture
def t(store: Path, state: dict[str, str]) -> Iterator[Terminal]:
    """A dashboard among the facts of Blinken."""
    with Terminal([*COMMAND, "--store", str(store)], (100, 30), env=state) as opened:
        opened.wait_for("Actors", "? keys")
        opened.type("blinken", "<enter>", "jj")
        opened.wait_for("Facts 3/")
        yield opened


def decided(store: Path) -> list[str]:
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        return [str(what) for (what,) in connection.execute("SELECT what FROM decisions ORDER BY id")]


def rejected(store: Path) -> int:
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM findings WHERE rejected").fetchone()[0])


def sound(store: Path) -> None:
    assert [finding for finding in health(str(store)) if finding.state == "bad"] == []


def left(t: Terminal, code: int, limit: float = 2.0) -> None:
    """The process is gone within two seconds, with that exit code, and the terminal is as it was before."""
    began = time.monotonic()
    assert t.end(10) == code
    assert time.monotonic() - began < limit
    assert not t.screen.private & {1049, 1000, 1003, 1004, 2004}
    assert not t.screen.cursor.hidden
    assert b"Traceback" not in t.raw


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_what_was_decided_is_kept_and_the_next_start_is_where_one_was(
    t: Terminal, store: Path, state: dict[str, str], number: int, code: int
) -> None:
    t.type("x")
    os.kill(t.process.pid, number)  # at once: the decision is carried out, or was never begun
    left(t, code)
    assert rejected(store) == len(decided(store)) <= 1
    sound(store)
    file = session_file(store, state)
    assert file is not None and file.exists()
    assert [other.name for other in file.parent.iterdir()] == [file.name]
    with Terminal([*COMMAND, "--store", str(store)], (100, 30), env=state) as again:
        again.wait_for("Antony Blinken", "Facts 3/", "Enter words")
        again.type("x")
        again.wait_for("takes it back")
        os.kill(again.process.pid, number)
        left(again, code)
    assert rejected(store) == len(decided(store)) >= 1
    with Terminal([*COMMAND, "--store", str(store), "--fresh"], (100, 30), env=state) as fresh:
        fresh.wait_for("a name, spelt anyhow", "? keys")
        assert not fresh.has("Enter words")


@pytest.mark.parametrize(("at", "what"), list(enumerate(PROMPT_OR_OVERLAY)), ids=PROMPT_OR_OVERLAY)
def test_with_anything_open(t: Terminal, store: Path, at: int, what: str) -> None:
    key, shown = PROMPT_OR_OVERLAY[what]
    t.type(key)
    t.wait_for(shown)
    if at % 3:
        t.type("<ctrl+c>")  # once: nothing is asked
        left(t, 130)
    else:
        os.kill(t.process.pid, signal.SIGTERM)
        left(t, 143)
    assert decided(store) == []
    sound(store)


def test_killed_outright_it_leaves_a_store_that_can_be_used(t: Terminal, store: Path) -> None:
    t.type("x")
    t.wait(lambda: bool(decided(store)))
    t.type("u", "x")
    os.kill(t.process.pid, signal.SIGKILL)
    assert t.end() == 137
    sound(store)
    assert rejected(store) == decided(store).count("reject") - decided(store).count("undo")


def test_a_decision_under_way_is_waited_for(t: Terminal, store: Path) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        t.type("x")
        t.wait(lambda: False, 0.3)
        os.kill(t.process.pid, signal.SIGTERM)
        left(t, 143)  # in time, though another program has the store
        assert t.has("What you decided last was not saved")
        other.execute("COMMIT")
    assert decided(store) == []
    sound(store)


@pytest.mark.parametrize("how", ["<ctrl+c>", "q", signal.SIGTERM])
def test_articles_being_added_keep_nobody(t: Terminal, store: Path, tmp_path: Path, how: str | signal.Signals) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    seeds = [file.read_text("utf-8") for file in seed_documents()]
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"{seeds[number % 5]}\n{number}\n", encoding="utf-8")
    t.type("a")
    t.wait_for("Add an article")
    t.type(str(folder), "<enter>")
    t.wait_for("Reading …")
    count = "SELECT count(*) FROM stored_articles"
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        while connection.execute(count).fetchone()[0] <= 5:
            assert t.bytes_within(0.05) >= 0 and not t.has("Added")
    if isinstance(how, str):
        t.type("<esc>", "<esc>", how)
        left(t, 130 if how == "<ctrl+c>" else 0)
    else:
        os.kill(t.process.pid, how)
        left(t, 143)
    with closing(sqlite3.connect(store)) as connection:
        assert 5 < connection.execute(count).fetchone()[0] < 205
    sound(store)


def test_a_closed_terminal(t: Terminal, store: Path) -> None:
    gone = os.pidfd_open(t.process.pid)
    t.type("x")
    t.process.fileobj.close()
    ready, _, _ = select.select([gone], [], [], 2)
    os.close(gone)
    assert ready
    assert os.waitstatus_to_exitcode(os.waitpid(t.process.pid, 0)[1]) == 129
    t.process.terminated = t.process.closed = True
    assert rejected(store) == len(decided(store)) <= 1
    sound(store)


def test_a_terminal_that_goes_without_a_signal_ends_it_too(store: Path, state: dict[str, str]) -> None:
    """As under nohup, or in a session of its own: it neither stays nor spins."""
    script = f"trap '' HUP; exec {' '.join(COMMAND)} --store {store}"
    with Terminal(["sh", "-c", script], (100, 30), env=state) as t:
        t.wait_for("Actors", "? keys")
        gone = os.pidfd_open(t.process.pid)
        t.process.fileobj.close()
        ready, _, _ = select.select([gone], [], [], 2)
        os.close(gone)
        assert ready
        assert os.waitstatus_to_exitcode(os.waitpid(t.process.pid, 0)[1]) == 129
        t.process.terminated = t.process.closed = True
    sound(store)


def test_the_terminal_has_its_modes_back(store: Path, state: dict[str, str]) -> None:
    with Terminal(["sh", "-i"], (100, 30), env={"PS1": "prompt: ", "ENV": "", **state}) as t:
        t.wait_for("prompt:")
        for ending, code in (("<ctrl+c>", 130), (signal.SIGTERM, 143), ("q", 0)):
            before = termios.tcgetattr(t.process.fd)
            t.type(f"{' '.join(COMMAND)} --fresh --store {store}; echo left with $?", "<enter>")
            t.wait_for("Actors", "? keys")
            assert termios.tcgetattr(t.process.fd)[3] != before[3]
            if isinstance(ending, str):
                t.type("<esc>", ending)
            else:
                os.kill(os.tcgetpgrp(t.process.fd), ending)
            t.wait_for(f"left with {code}")
            t.wait_for("prompt:")
            t.type("clear", "<enter>")
            t.wait(lambda: not t.has("left with"))
            assert termios.tcgetattr(t.process.fd)[3] == before[3]


@pytest.mark.parametrize("key", ["", "f", "t"])
def test_put_aside_and_brought_back(store: Path, state: dict[str, str], key: str) -> None:
    with Terminal(["sh", "-i"], (100, 30), env={"PS1": "prompt: ", "ENV": "", **state}) as t:
        t.wait_for("prompt:")
        t.type(f"{' '.join(COMMAND)} --store {store}", "<enter>")
        t.wait_for("Actors", "? keys")
        t.type("blinken", "<enter>", "jj", key)
        shown = {"": "Facts 3/", "f": "Filter: ", "t": "weeks"}[key]
        t.wait_for(shown)
        for _ in range(2):
            t.type("<ctrl+z>")
            assert t.wait(lambda: 1049 not in t.screen.private)
            t.wait_for("prompt:")
            t.type("fg", "<enter>")
            assert t.wait(lambda: 1049 in t.screen.private)
            t.wait_for(shown)
        t.type("<ctrl+c>")
        assert t.wait(lambda: 1049 not in t.screen.private)


def test_bytes_that_are_no_text_are_taken_for_keys_that_mean_nothing(t: Terminal) -> None:
    t.process.write(bytes(range(0x80, 0x100)) + b"\x00\x1c\x1d\x1e\x1f\xc3")
    t.type("G")
    t.wait_for("Facts 33/33")
    t.type("<esc>", "s")
    t.process.write("é".encode()[:1])
    t.wait(lambda: False, 0.2)
    t.process.write("é".encode()[1:])
    t.wait_for("⌕ blinkené")


def test_esc_and_a_key_typed_at_once_are_both_heard(t: Terminal) -> None:
    for key, shown in (("f", "Filter: "), (":", "Do: the name"), ("b", ""), ("/", "Find in this pane"), ("?", "keys")):
        t.process.write(f"\x1b{key}".encode())
        t.wait_for(shown)
        t.type("<esc>")
