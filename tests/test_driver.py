"""Bytes from a terminal become keys."""

from __future__ import annotations

import pytest
from textual import events

from dateline_tui.driver import Parser


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
