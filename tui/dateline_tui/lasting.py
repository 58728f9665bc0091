"""What has to be done to a store before it can be used: told on the screen, where it lasts."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.message import Message

from dateline.db import opening
from dateline_tui.messages import Told

#: seconds between two sentences
_EVERY = 0.5


def lasting(post: Callable[[Message], object]) -> opening.Told:
    """What :func:`dateline.db.opening.connect` may tell how far it is: posted as a sentence, now and then."""
    due = time.monotonic() + opening.PATIENCE

    def told(what: str, done: int, total: int) -> None:
        nonlocal due
        if time.monotonic() >= due:
            due = max(due, time.monotonic()) + min(_EVERY, opening.PATIENCE)
            post(Told(f"Bringing the store to this version of dateline, once: {done:,} of {total:,} {what} …"))

    return told
