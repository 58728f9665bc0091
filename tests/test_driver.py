"""Bytes from a terminal become keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from dashboard import dashboard
from dateline_tui import inside
from dateline_tui.inside.driver import Driver, Parser
from demo import make_store


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("\x1bs", ["escape", "s"]),
        ("\x1b\x1bs", ["escape", "escape", "s"]),
        ("\x1b:", ["escape", "colon"]),
        ("\x1bf", ["escape", "f"]),
        ("\x1b5j", ["escape", "5", "j"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b\x1b[A", ["escape", "up"]),
        ("\x1b[Aj", ["up", "j"]),
        ("\x1bOH", ["home"]),
        ("\x1b[Z", ["shift+tab"]),
        ("\x1b\x7f", ["ctrl+w"]),
        ("\ufffd\x00", ["\ufffd", "ctrl+@"]),
    ],
)
def test_esc_and_a_key_that_come_together_are_two_keys(typed: str, keys: list[str]) -> None:
    found = [event.key for event in Parser(False).feed(typed) if isinstance(event, events.Key)]
    assert [key.replace("replacement_character", "\ufffd") for key in found] == keys


@pytest.mark.parametrize(
    ("version", "known"), [("8.2", True), ("8.2.8", True), ("8.20.1", False), ("8.3.0", False), ("9.0.0", False)]
)
def test_insides_are_used_with_the_versions_they_were_tested_with(version: str, known: bool) -> None:
    assert inside.tested(version) is known


def test_insides_can_be_switched_off() -> None:
    assert inside.driver_class({}) is Driver
    assert inside.driver_class({inside.SWITCH: "1"}) is None


async def test_the_dashboard_works_without_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(inside.SWITCH, "1")
    async with dashboard(make_store(tmp_path / "store.db")) as ui:
        await ui.type("blingen")
        assert ui.row.startswith("● Antony Blinken")
