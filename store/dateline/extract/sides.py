"""The two sides of an act while it is read."""

from __future__ import annotations

from typing import NamedTuple


class Sides(NamedTuple):
    """The two sides of an act as actor ids, and which of them the sentence does not name."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    inferred: frozenset[str] = frozenset()
