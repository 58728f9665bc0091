"""JSON lines: one object a line, UTF-8, nothing escaped that need not be, and nothing that could act on a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

#: what JSON lets stand but a terminal obeys: DEL, C1, bidi controls, line separators, lone surrogates
_OBEYED = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def json_line(value: Any) -> str:
    """One JSON value on one line, without its newline; whoever parses it gets every character as it was."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return line if line.isprintable() else re.sub(_OBEYED, lambda found: f"\\u{ord(found[0]):04x}", line)


def json_lines(values: Iterable[Any]) -> Iterator[str]:
    """The JSON of every value, a row or anything else with ``to_json``, one after another."""
    for value in values:
        yield json_line(value.to_json() if hasattr(value, "to_json") else value)
