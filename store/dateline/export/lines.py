"""JSON lines: one object a line, UTF-8, nothing escaped that need not be, and nothing that could act on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

#: what JSON lets stand but a terminal obeys: DEL, C1, bidi controls, line separators, lone surrogates
_ESCAPED = {
    code: f"\\u{code:04x}"
    for code in (
        *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    )
}  # fmt: skip


def json_line(value: Any) -> str:
    """One JSON value on one line, without its newline; whoever parses it gets every character as it was."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return line if line.isascii() and line.isprintable() else line.translate(_ESCAPED)


def json_lines(values: Iterable[Any]) -> Iterator[str]:
    """The JSON of every value, a row or anything else with ``to_json``, one after another."""
    for value in values:
        yield json_line(value.to_json() if hasattr(value, "to_json") else value)
