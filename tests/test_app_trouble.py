"""What goes wrong with the store while the dashboard runs is one sentence, and the dashboard goes on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline.db import opening
from dateline.db.health import health
from demo import make_store, turkish


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


def replaced(store: Path) -> None:
    make_store(store.with_name("new.db"), turkish()).replace(store)


def truncated(store: Path) -> None:
    os.truncate(store, 4096)


def emptied(store: Path) -> None:
    os.truncate(store, 0)


def overwritten(store: Path) -> None:
    store.write_bytes(b"not a database at all " * 1000)


async def goes_on(ui: Dashboard) -> None:
    """Keys work, whatever can be read."""
    for key in ("escape", "s", "a", "escape", "escape", "j", "k", "question_mark", "escape", "full_stop"):
        await ui.press(key)
    await ui.press("escape", "escape", "question_mark")
    assert "next topic" in ui.text
    await ui.press("escape")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("gone", "decided_before"),
    [(Path.unlink, False), (replaced, True), (truncated, False), (emptied, True), (overwritten, False)],
)
async def test_the_store_goes_away(store: Path, gone: Callable[[Path], None], decided_before: bool) -> None:
    async with dashboard(store) as ui:
        await ui.type("blinken")
        await ui.press("enter")
        if decided_before:
            await ui.press("x")
        gone(store)
        await ui.press("x")
        said = ui.app.main.notice.text
        assert "Traceback" not in said and "fault" not in said
        if gone in (Path.unlink, replaced):
            assert "deleted or replaced" in said and "start dateline again" in said
            assert gone is replaced or not store.exists(), "no other store is made in its place"
        await goes_on(ui)


async def test_a_store_that_is_busy_for_long(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "TIMEOUT", 0.1)
    async with dashboard(store) as ui:
        await ui.press("enter")
        row = ui.row
        with closing(sqlite3.connect(store, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for key in "x!u":
                await ui.press(key)
                assert "busy with another program: try again" in ui.app.main.notice.text
                assert ui.row == row
            await ui.press("c", "ctrl+u")
            await ui.type("ACCUSE")
            await ui.press("enter")
            assert "busy with another program:" in ui.text
            other.execute("ROLLBACK")
        await ui.press("enter")
        assert "Corrected" in ui.text
        await ui.press("x")
        assert "takes it back" in ui.text


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with hardly any room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]).returncode:
        pytest.skip("only root can mount a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.slow
async def test_a_full_disk(tmp_path: Path, small_disk: Path) -> None:
    store = small_disk / "store.db"
    shutil.copy(make_store(tmp_path / "store.db"), store)
    async with dashboard(store) as ui:
        await ui.press("enter", "!", "!")
        filling = small_disk / "filling"
        with filling.open("wb", buffering=0) as out, suppress(OSError):
            while True:
                out.write(bytes(4096))
        said = ""
        for key in "!" * 80:
            await ui.press(key)
            if "full" in (said := ui.app.main.notice.text):
                break
        assert "full" in said and "fault" not in said
        filling.unlink()
        await ui.press("!")
        assert "takes it back" in ui.text
    assert [finding for finding in health(str(store)) if finding.state == "bad"] == []
