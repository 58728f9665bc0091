"""From TOML tables to named tuples: every key known, every key without a default present."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from dateline.errors import DatelineError

T = TypeVar("T")


class PackError(DatelineError):
    """A pack that cannot be used as it is; the message names the file, the table and the key."""


def tables_of(cls: type[T], items: Any, where: str) -> tuple[T, ...]:
    if not isinstance(items, list | tuple):
        raise PackError(f"{where} is missing.")
    return tuple(table_of(cls, item, where) for item in items)


def table_of(cls: type[T], table: Any, where: str) -> T:
    """A named tuple from a TOML table: every key known, every key without a default present."""
    if not isinstance(table, dict):
        raise PackError(f"{where} is missing.")
    shape: Any = cls
    known = {name.rstrip("_"): name for name in shape._fields}
    for key in table:
        if key not in known:
            raise PackError(f"{where}: unknown key {key!r} in {_shown(table)}.")
    for key, name in known.items():
        if key not in table and name not in shape._field_defaults:
            raise PackError(f"{where}: the key {key!r} is missing in {_shown(table)}.")
    words = {name for name, note in shape.__annotations__.items() if getattr(note, "__forward_arg__", note) == "Words"}
    return cls(**{known[key]: frozen(value, known[key] in words) for key, value in table.items()})


def frozen(value: Any, words: bool = False) -> Any:
    """Lists as tuples, all the way down; a single word where ``words`` are meant is a tuple of one."""
    if isinstance(value, list):
        return tuple(frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return (value,) if words and isinstance(value, str) else value


def _shown(table: Mapping[str, Any]) -> str:
    """The entry a message is about, by its first value."""
    first = next(iter(table.items()), None)
    return f"{first[0]} = {str(first[1])[:60]!r}" if first else "an empty table"
