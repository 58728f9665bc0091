"""``add --jobs``: interrupted, and when a process dies, what was written stays whole and the next run goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dateline import deciding
from dateline.cli import main
from dateline.cli.given import processes
from dateline.db.opening import connect
from dateline.db.write import add_article, open_for_writing
from dateline.extract.many import cores
from dateline.paths import seed_documents
from demo import make_store

COUNT = 120
linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Many distinct articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    texts = [document.read_text("utf-8") for document in seed_documents()]
    for number in range(COUNT):
        (folder / f"{number:03}.txt").write_text(f"{texts[number % len(texts)]}\n{number}\n", encoding="utf-8")
    return folder


def add(store: Path, articles: Path, *more: str) -> subprocess.Popen[str]:
    """The command, begun in a process group of its own, as a shell begins it."""
    command = [sys.executable, "-m", "dateline", "--store", str(store), "add", str(articles), *more]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )


def written(store: Path) -> int:
    """How many articles a store holds; 0 where there is none yet."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM stored_articles").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def children(pid: int) -> list[int]:
    """The processes that a process started, but for the one that only keeps count of what they share."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        if "resource_tracker" not in Path(f"/proc/{child}/cmdline").read_text():
            found.append(int(child))
    return found


def begun(running: subprocess.Popen[str], store: Path) -> None:
    """Waits until the first articles are in the store."""
    until = time.monotonic() + 60
    while written(store) == 0:
        assert running.poll() is None and time.monotonic() < until
        time.sleep(0.02)


def whole(store: Path) -> None:
    """The file is sound, and no article stands there without its facts."""
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        bare = "SELECT count(*) FROM stored_articles WHERE id NOT IN (SELECT article FROM findings)"
        assert connection.execute(bare).fetchone() == (0,)


def test_by_default_every_core_works_but_on_one_article_alone() -> None:
    assert [processes(None, many) for many in (0, 1)] == [1, 1]
    assert processes(None, 1000) == cores()
    assert processes(3, 1000) == 3


@pytest.mark.parametrize("jobs", [pytest.param("1", marks=pytest.mark.slow), "2"])
def test_ctrl_c_keeps_what_was_finished_and_the_next_run_completes_it(
    tmp_path: Path, articles: Path, jobs: str
) -> None:
    store = tmp_path / "store.db"
    running = add(store, articles, "--jobs", jobs)
    begun(running, store)
    os.killpg(running.pid, signal.SIGINT)  # Ctrl-C reaches the command and the processes that it started
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    assert "Traceback" not in err
    added, interrupted = err.splitlines()
    kept = written(store)
    assert added == f"{kept} article{'s' * (kept != 1)} added." and interrupted.startswith("Interrupted")
    assert 0 < kept < COUNT
    whole(store)
    again = add(store, articles, "--jobs", "2")
    assert again.communicate(timeout=120) == ("", f"{COUNT - kept} articles added, {kept} already there.\n")
    assert (again.returncode, written(store)) == (0, COUNT)
    whole(store)


def test_ctrl_c_that_comes_as_an_article_is_written_counts_it(
    tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def written_and_then(*args: Any, **options: Any) -> bool:
        add_article(*args, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.cli.add.add_article", written_and_then)
    assert main(["--store", str(tmp_path / "store.db"), "add", "--jobs", "1", *map(str, articles.iterdir())]) == 130
    assert capsys.readouterr().err.startswith("1 article added.\nInterrupted")


@pytest.mark.slow
@linux
def test_a_process_that_is_killed_is_told_and_what_was_written_stays(tmp_path: Path, articles: Path) -> None:
    store = tmp_path / "store.db"
    running = add(store, articles, "--jobs", "2")
    begun(running, store)
    os.kill(children(running.pid)[0], signal.SIGKILL)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (3, "")
    assert "Traceback" not in err and "--jobs 1" in err.splitlines()[-1]
    kept = written(store)
    assert 0 < kept < COUNT
    whole(store)


@pytest.mark.slow
@linux
def test_processes_end_with_the_command_that_started_them(tmp_path: Path, articles: Path) -> None:
    store = tmp_path / "store.db"
    running = add(store, articles, "--jobs", "2")
    begun(running, store)
    started = children(running.pid)
    assert len(started) == 2
    running.kill()
    running.communicate(timeout=60)
    until = time.monotonic() + 20
    while any(Path(f"/proc/{child}").exists() for child in started):
        assert time.monotonic() < until
        time.sleep(0.05)
    whole(store)


def test_a_store_that_is_read_and_written_here_keeps_its_journal_when_another_process_leaves_it(tmp_path: Path) -> None:
    """POSIX takes all locks of a process on a file away as soon as the process closes the file once."""
    store = make_store(tmp_path / "store.db")
    with closing(connect(store)) as reading, closing(open_for_writing(store)) as writing:
        reading.execute("SELECT count(*) FROM stored_articles").fetchone()
        open_for_writing(store).close()
        fact = reading.execute("SELECT fact FROM findings").fetchone()[0]
        another = f"import sqlite3; c = sqlite3.connect({str(store)!r}); c.execute('PRAGMA user_version'); c.close()"
        subprocess.run([sys.executable, "-c", another], check=True)
        assert deciding.reject(writing, "me", [fact])
        count = "SELECT count(*) FROM decisions"
        another = f"import sqlite3; print(sqlite3.connect({str(store)!r}).execute({count!r}).fetchone())"
        seen = subprocess.run([sys.executable, "-c", another], check=True, capture_output=True, text=True)
        assert seen.stdout == "(1,)\n"
