"""``dateline reextract``: a store that an older extractor filled comes to the present one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline.cli import main


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
        connection.execute("UPDATE articles SET extractor = 0")
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
