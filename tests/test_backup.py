"""Copies of a store in use."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.db import backup, read
from dateline.db.backup import back_up
from dateline.db.write import add_article, open_for_writing
from dateline.errors import InputError, StoreError
from handmade import TEXT, extraction


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with closing(open_for_writing(path)) as connection:
        add_article(connection, extraction())
    return path


def left(folder: Path) -> list[str]:
    """The names in a folder, without what SQLite keeps beside a store."""
    return sorted(name for name in os.listdir(folder) if not name.endswith(("-wal", "-shm")))


def test_a_copy_is_private_whole_and_opens_as_a_store(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = store.parent / "copy.db"
    assert main(["--store", str(store), "backup", str(copy)]) == 0
    told = capsys.readouterr()
    assert told.out == "" and "copy.db' opens it" in told.err
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert left(store.parent) == ["copy.db", "store.db"]
    with closing(read.connect(store)) as one, closing(read.connect(copy)) as other:
        assert [fact.to_json() for fact in read.facts(one)] == [fact.to_json() for fact in read.facts(other)] != []
    with closing(open_for_writing(copy)) as other:
        assert add_article(other, extraction(TEXT + "more"))


def test_writers_go_on_and_the_copy_is_of_one_moment(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between any two steps another connection adds an article; the copy ends all the same and has none of them."""
    monkeypatch.setattr(backup, "STEP", 16)
    copy = store.parent / "copy.db"
    steps: list[tuple[int, int]] = []
    with closing(open_for_writing(store)) as writer:

        def meanwhile(done: int, total: int) -> None:
            steps.append((done, total))
            assert not copy.exists()
            assert add_article(writer, extraction(f"{TEXT} {len(steps)}"))

        size = back_up(str(store), str(copy), told=meanwhile)
    assert len(steps) > 3 and [done for done, _ in steps] == sorted({done for done, _ in steps})
    assert {total for _, total in steps} == {size} and steps[-1][0] == size == copy.stat().st_size
    with closing(read.connect(copy)) as other, closing(read.connect(store)) as one:
        assert (read.count_articles(other), read.count_articles(one)) == (1, 1 + len(steps))
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_is_there_is_replaced_only_when_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = store.parent / "notes.txt"
    copy.write_text("mine")
    arguments = ["--store", str(store), "backup", str(copy)]
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err and copy.read_text() == "mine"
    assert main([*arguments, "--force"]) == 0
    assert main([*arguments, "--force"]) == 0  # over a copy that has been read
    with closing(read.connect(copy)) as connection:
        assert read.count_articles(connection) == 1


def test_neither_the_store_nor_a_store_in_use_is_overwritten(store: Path) -> None:
    other = store.parent / "other.db"
    with closing(open_for_writing(other)) as connection:
        add_article(connection, extraction())
        for target, why in ((store, "the store itself"), (other, "in use"), (store.parent, "a folder")):
            with pytest.raises(InputError, match=why):
                back_up(str(store), str(target), force=True)
        assert read.count_articles(connection) == 1
    back_up(str(store), str(other), force=True)  # closed by now


def test_an_interrupted_copy_leaves_nothing(store: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(str(store), str(store.parent / "copy.db"), told=stop)
    assert left(store.parent) == ["store.db"]


def test_a_copy_that_is_told_to_end_leaves_nothing(store: Path) -> None:
    script = (
        "import os, signal, sys; from dateline.cli import backup, main; "
        "backup.bar = lambda what, total: lambda done: done < 0 or os.kill(os.getpid(), signal.SIGTERM); "
        "sys.exit(main(sys.argv[1:]))"
    )
    call = [sys.executable, "-c", script, "--store", str(store), "backup", str(store.parent / "copy.db")]
    assert subprocess.run(call, timeout=60, check=False).returncode == 128 + signal.SIGTERM
    assert left(store.parent) == ["store.db"]


def test_what_cannot_be_copied_is_told_in_a_sentence(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(store.parent / "copy.db")
    assert main(["--store", str(store.parent / "none.db"), "backup", target]) == 1
    assert main(["--store", str(store), "backup", str(store.parent / "no" / "copy.db")]) == 3
    assert "choose another place" in capsys.readouterr().err
    broken = store.parent / "broken.db"
    broken.write_bytes(store.read_bytes()[:8192])
    with pytest.raises(StoreError, match="damaged"):
        back_up(str(broken), target)
    assert not os.path.exists(target)


def test_a_store_of_an_older_version_is_copied_as_it_is(store: Path) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 3")
    copy = store.parent / "copy.db"
    back_up(str(store), str(copy))
    for path in (store, copy):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (3,)
