"""What the dashboard finds out about its terminal from the environment, before anything is drawn."""

from __future__ import annotations

import os
from collections.abc import Mapping

from dateline_tui.draw.layout import MODES, Mode


def bidi_mode(asked: str | None, environ: Mapping[str, str]) -> Mode:
    """Who puts right-to-left text in order: what was asked for, else a guess from the terminal's own variables."""
    for mode in MODES:
        if mode == asked:
            return mode
    orders_itself = "VTE_VERSION" in environ or "KONSOLE_VERSION" in environ
    apple = environ.get("TERM_PROGRAM") == "Apple_Terminal" or environ.get("TERM", "").startswith("mlterm")
    return "none" if (orders_itself and "TMUX" not in environ) or apple else "app"


def refusal(environ: Mapping[str, str]) -> str | None:
    """Why the dashboard cannot be drawn here, in a sentence; None where it can."""
    if not all(os.isatty(number) for number in (0, 1, 2)):
        return "The dashboard needs a terminal: use 'dateline find NAME' or 'dateline facts' in scripts and pipes."
    if environ.get("TERM", "") in ("", "dumb"):
        return "TERM names no terminal that can be drawn on: set it, or use 'dateline find NAME' and 'dateline facts'."
    return None
