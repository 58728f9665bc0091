"""Several programs on one store: dashboards that are read and decided in while articles come in and a process dies."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from dateline import deciding
from dateline.db.write import open_for_writing, user_name
from dateline.paths import seed_documents
from terminal import Terminal

#: seconds; half a minute kills as often and meets the same moments as a whole one, which DATELINE_STRESS=60 asks for
LENGTH = float(os.environ.get("DATELINE_STRESS", "30"))
KILLS = 20
BATCH = 40  # articles that one process adds
COMMAND = [sys.executable, "-m", "dateline"]


def texts() -> list[str]:
    """The beginnings of the sample articles: they hold facts, and are soon extracted."""
    whole = [document.read_text("utf-8") for document in seed_documents()]
    return [text[: len(text) // 3] for text in whole]


class Adding:
    """A row of ``dateline add`` processes, one after another, each with articles that no other has."""

    def __init__(self, store: Path, folder: Path, name: str) -> None:
        self.store, self.folder, self.name = store, folder, name
        self.batches = 0
        self.texts: list[str] = []
        self.killed = 0
        self.said: list[str] = []
        self.running = self._begun()

    def _begun(self) -> subprocess.Popen[str]:
        """The next process, with new articles."""
        batch = self.folder / f"{self.name}{self.batches:03}"
        batch.mkdir(parents=True)
        for number in range(BATCH):
            text = f"{TEXTS[number % len(TEXTS)]}\n{self.name} {self.batches} {number}\n"
            (batch / f"{number:02}.txt").write_text(text, encoding="utf-8")
            self.texts.append(text)
        self.batches += 1
        return self._again()

    def _again(self) -> subprocess.Popen[str]:
        """A process for the same articles."""
        batch = self.folder / f"{self.name}{self.batches - 1:03}"
        command = [*COMMAND, "--store", str(self.store), "add", "--jobs", "1", str(batch)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8")

    def kill(self) -> None:
        """Ends the process in the middle of whatever it is at, and begins one on the same articles."""
        self.running.kill()
        self.running.communicate()
        self.killed += self.running.returncode == -signal.SIGKILL
        self.running = self._again()

    def go_on(self) -> None:
        """Begins the next process where the one before is done."""
        if self.running.poll() is not None:
            self.finish()
            self.running = self._begun()

    def finish(self) -> None:
        _, err = self.running.communicate(timeout=120)
        self.said.append(err)
        assert self.running.returncode == 0, err


class Reporter:
    """A dashboard in a terminal, and somebody who searches, walks and decides in it."""

    def __init__(self, terminal: Terminal, store: Path, chance: random.Random) -> None:
        self.terminal, self.store, self.chance = terminal, store, chance
        self.rejected = self.undone = 0
        self.slowest = 0.0  # seconds from x or u until it was in the store

    def round(self) -> None:
        """Finds an actor, goes through facts and words, brings in what is new, rejects a fact, mostly takes it back."""
        name, shown = self.chance.choice([("blingen", "Blinken"), ("putin", "Putin"), ("lavrov", "Lavrov")])
        terminal = self.terminal
        terminal.type("<esc>", "<esc>", "s", name)
        terminal.wait_for("Actors 1/", shown)
        terminal.type("<enter>", *("j" * self.chance.randint(0, 5)), "<enter>")
        terminal.wait_for("Esc back")
        terminal.type("<esc>", ".")
        self._decide("x")
        self.rejected += 1
        if self.chance.random() < 0.7:
            self._decide("u")
            self.undone += 1
        assert not terminal.has("busy") and not terminal.has("locked"), terminal.text

    def _decide(self, key: str) -> None:
        before, began = decided(self.store), time.monotonic()
        self.terminal.type(key)
        there = self.terminal.wait(lambda: decided(self.store) > before, 30)
        assert there, f"{key} never came:\n{self.terminal.text}"
        self.slowest = max(self.slowest, time.monotonic() - began)


def rows(store: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=30)) as connection:
        return connection.execute(query).fetchall()


def decided(store: Path) -> int:
    return int(str(rows(store, "SELECT count(*) FROM decisions")[0][0]))


def dateline(store: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run([*COMMAND, "--store", str(store), *arguments], capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout


TEXTS = texts()


@pytest.fixture
def open_terminals(tmp_path: Path) -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


@pytest.mark.slow
def test_two_dashboards_and_three_adds_one_killed_again_and_again(tmp_path: Path, open_terminals: ExitStack) -> None:
    store, chance = tmp_path / "store.db", random.Random(1)
    seeds = str(seed_documents()[0].parent)
    assert dateline(store, "add", seeds)[0] == 0
    command = [*COMMAND, "--store", str(store), "--fresh"]
    terminals = [open_terminals.enter_context(Terminal(command, size)) for size in ((120, 40), (80, 24))]
    reporters = [Reporter(terminal, store, chance) for terminal in terminals]
    for terminal in terminals:
        terminal.LIMIT = 30.0
        terminal.wait_for("Actors", "? keys")

    adding = [Adding(store, tmp_path / "articles", name) for name in ("one", "two", "killed")]
    began = time.monotonic()
    kills = [began + (number + chance.random()) * LENGTH / KILLS for number in range(KILLS)]
    try:
        while kills or time.monotonic() < began + LENGTH:
            for reporter in reporters:
                reporter.round()
                for one in adding:
                    one.go_on()
                if kills and time.monotonic() > kills[0]:
                    kills.pop(0)
                    adding[-1].kill()
        for one in adding:
            one.finish()
    finally:
        for one in adding:
            one.running.kill()

    # the dashboards are told, and show it all when they are asked to
    expected = {text for one in adding for text in one.texts} | {file.read_text("utf-8") for file in seed_documents()}
    for terminal in terminals:
        terminal.type(".")
        terminal.wait_for(f"{len(expected):,} articles")

    # nothing lost, nothing doubled, nothing decided but by a key
    assert sorted(str(text) for (text,) in rows(store, "SELECT text FROM stored_articles")) == sorted(expected)
    made = dict(rows(store, "SELECT what, count(*) FROM decisions GROUP BY what"))  # type: ignore[arg-type,var-annotated]
    assert made == {"reject": sum(r.rejected for r in reporters), "undo": sum(r.undone for r in reporters)}
    assert adding[-1].killed == KILLS
    assert max(reporter.slowest for reporter in reporters) < 10, "a decision waits for other writers, but not for long"
    # somebody else adds: both are told at once
    (tmp_path / "last.txt").write_text(TEXTS[0] + "\nthe last one\n", encoding="utf-8")
    assert dateline(store, "add", str(tmp_path / "last.txt"))[0] == 0
    for terminal in terminals:
        terminal.wait_for("new facts: . shows it")
        terminal.type(".")
        terminal.wait_for(f"{len(expected) + 1:,} articles")
        terminal.type("<esc>", "<esc>", "q")
        assert terminal.end(10) == 0
        assert not terminal.screen.private & {1049, 2004}
        assert b"locked" not in terminal.raw and b"busy" not in terminal.raw
    code, found = dateline(store, "doctor", "--json")
    assert code == 0, [line for line in found.splitlines() if json.loads(line)["state"] != "ok"]

    # the facts are those that one process finds, once every decision is taken back
    alone = tmp_path / "alone.db"
    assert dateline(alone, "add", seeds, str(tmp_path / "articles"), str(tmp_path / "last.txt"))[0] == 0
    with closing(open_for_writing(store)) as connection:
        for _ in range(made["reject"] - made["undo"]):
            assert deciding.undo(connection, user_name())
    for what in ("facts", "actors"):
        here, there = (sorted(dateline(one, what, "--json")[1].splitlines()) for one in (store, alone))
        assert here == there and len(set(here)) == len(here)
