"""What leans on Textual's insides, all of it in this folder.

Everything here can be switched off with ``DATELINE_STOCK=1``, and is left out by itself with a Textual that it was not
tested with: the dashboard then works as Textual does.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.strip import Strip

SWITCH = "DATELINE_STOCK"
TESTED = ("8.2",)  # versions of Textual, as far as they are given


def tested(version: str) -> bool:
    """Whether what is here was tested with that version of Textual: 8.2.8 is one of 8.2."""
    return any(f"{version}.".startswith(f"{known}.") for known in TESTED)


def driver_class(environ: Mapping[str, str] = os.environ) -> type[Driver] | None:
    """Our driver of the terminal; None where Textual's own is to be used."""
    import textual

    if environ.get(SWITCH) or not tested(textual.__version__):
        return None
    from dateline_tui.inside.driver import Driver

    return Driver


def strips(screen: Screen[Any]) -> list[Strip]:
    """What stands on a screen now, line by line: for pictures of it."""
    return list(screen._compositor.render_strips())
