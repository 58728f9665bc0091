"""``dateline reextract``: a store that an older extractor filled comes to the present one."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import ptyprocess
import pytest

from dateline.cli import main
from dateline.paths import seed_documents


def told(capsys: pytest.CaptureFixture[str], *command: str) -> tuple[str, str]:
    assert main([*command]) == 0
    out, err = capsys.readouterr()
    return out, err


TEXT = """Talks in Paris

French President Emmanuel Macron met Ukrainian President Volodymyr Zelenskyy in Paris on Friday.
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "store.db"
    monkeypatch.setenv("DATELINE_STORE", str(path))
    (tmp_path / "a.txt").write_text(TEXT)
    told(capsys, "add", "--lang", "en", "--date", "2024-06-07", str(tmp_path / "a.txt"))
    return path


def grow_old(store: Path, *more: str) -> None:
    """The store as an extractor left it that was older and read less."""
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE stored_articles SET extractor = 0")
        for statement in more:
            connection.execute(statement)


def test_the_present_extractor_has_nothing_to_do(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, "reextract")
    assert not out and "nothing to do" in err


def test_what_an_older_one_left_out_is_told_and_facts_keep_their_ids(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, _ = told(capsys, "facts", "--json")
    grow_old(store, "DELETE FROM roles")
    out, err = told(capsys, "reextract", "--dry-run")
    assert {line.split()[0] for line in out.splitlines()} == {"changed"} and "Nothing was written" in err
    assert told(capsys, "reextract")[0] == out
    assert told(capsys, "facts", "--json")[0] == before
    assert "nothing to do" in told(capsys, "reextract")[1]


def test_progress_is_shown_on_a_terminal_only(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "add", *map(str, seed_documents()))
    grow_old(store)
    environment = {"PATH": os.environ["PATH"], "DATELINE_STORE": str(store), "TERM": "xterm"}
    command = [sys.executable, "-m", "dateline", "reextract", "--dry-run"]
    terminal = ptyprocess.PtyProcess.spawn(command, env=environment)
    shown = b""
    with contextlib.suppress(EOFError):
        while True:
            shown += terminal.read()
    assert b"1/6" in shown and b"#" in shown and b"Nothing was written" in shown
    out, err = told(capsys, "reextract", "--dry-run")
    assert "#" not in out + err and "\r" not in out + err


@pytest.mark.slow
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGKILL])
def test_a_store_whose_renewal_is_stopped_is_as_it_was(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: signal.Signals
) -> None:
    texts = [document.read_text("utf-8") for document in seed_documents()]
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"{texts[number % len(texts)]}\n{number}\n", encoding="utf-8")
    told(capsys, "add", str(tmp_path))
    grow_old(store)
    before = dump(store)
    command = [sys.executable, "-m", "dateline", "reextract", "--jobs", "2"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    until = time.monotonic() + 60
    while not locked(store):
        assert running.poll() is None and time.monotonic() < until
        time.sleep(0.02)
    time.sleep(0.2)
    assert running.poll() is None
    os.killpg(running.pid, way)
    out, err = running.communicate(timeout=60)
    assert out == b"" and b"Traceback" not in err
    if way is signal.SIGINT:
        assert (running.returncode, err) == (130, b"Interrupted: the store is as it was.\n")
    assert dump(store) == before
    assert "31 articles read" in told(capsys, "reextract")[1]


def locked(store: Path) -> bool:
    """Somebody is writing."""
    with closing(sqlite3.connect(store, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        connection.execute("ROLLBACK")
        return False


def dump(store: Path) -> list[str]:
    with closing(sqlite3.connect(store)) as connection:
        return list(connection.iterdump())
