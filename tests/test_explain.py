"""``dateline explain``: how a fact came about."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import main
from dateline.cli.add import load_samples


def test_a_fact_is_explained_by_words_rule_entry_and_parties(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ("--store", str(tmp_path / "store.db"))
    load_samples(tmp_path / "store.db")
    assert main(["facts", "--type", "CONSULT", "--actor", "biden", *store]) == 0
    fact = capsys.readouterr().out.split()[0]
    assert main(["explain", fact, *store]) == 0
    told = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line and not line[0].isspace()}
    assert fact in told["fact"] and "packs/" in told["entry"]
    assert "Biden" in told["source"] + told["target"]
    assert told.keys() >= {"words", "rule", "trigger", "date", "status", "sure"}
    assert main(["explain", "nothing", *store]) == 1
    assert "nothing" in capsys.readouterr().err
