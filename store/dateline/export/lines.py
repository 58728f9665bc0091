"""JSON lines: one object a line, UTF-8, nothing escaped that need not be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


def json_line(value: Any) -> str:
    """One JSON value on one line, without its newline."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def json_lines(values: Iterable[Any]) -> Iterator[str]:
    """The JSON of every value, a row or anything else with ``to_json``, one after another."""
    for value in values:
        yield json_line(value.to_json() if hasattr(value, "to_json") else value)
