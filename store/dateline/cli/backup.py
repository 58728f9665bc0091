"""``dateline backup``: a whole copy of a store in use."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dateline.cli.talk import bar, tell
from dateline.db.backup import back_up
from dateline.errors import Exit
from dateline.paths import store_path

_MB = 1_000_000


def run(options: Namespace) -> int:
    """Copies the store; says where the copy is."""
    draw = None

    def told(done: int, total: int) -> None:
        nonlocal draw
        draw = draw or bar("MB", total // _MB)
        draw(done // _MB)

    try:
        with _ended_in_order():
            size = back_up(store_path(options.store), options.file, force=options.force, told=told)
    finally:
        if draw is not None:
            draw(-1)
    tell(f"Copied {size / _MB:.1f} MB to {options.file}: 'dateline --store {options.file}' opens it.")
    return Exit.DONE


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """A process that is told to end takes the unfinished copy away first."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
