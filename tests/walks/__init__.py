"""Walks through the dashboard as a reporter makes them, on the five sample articles; each reads like the manual.

``WALKS`` has all of them by name; ``tests/test_walks.py`` makes them and asks whether they leave out an action.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pages import Ui

Steps = Callable[[Ui], Awaitable[None]]


@dataclass(frozen=True)
class Walk:
    """What is done, on which store ("samples" or "empty"), in a window of how many columns and rows."""

    name: str
    steps: Steps
    store: str = "samples"
    size: tuple[int, int] = (120, 24)
    environ: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)  # of the program


WALKS: dict[str, Walk] = {}


def walk(
    store: str = "samples", size: tuple[int, int] = (120, 24), environ: Mapping[str, str] | None = None, **options: Any
) -> Callable[[Steps], Steps]:
    """Makes a function a walk of its name."""

    def known(steps: Steps) -> Steps:
        name = getattr(steps, "__name__", "")
        assert name and name not in WALKS
        WALKS[name] = Walk(name, steps, store, size, environ or {}, options)
        return steps

    return known
