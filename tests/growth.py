"""How much longer a longer text takes: a ratio of CPU times of one run, the least of a few of each, by turns."""

from __future__ import annotations

import time
from collections.abc import Callable

#: ten times the text may cost ten times as much; quadratic work costs a hundred times
LINEAR = 40
#: shorter runs than this (seconds) say nothing
NOISE = 0.005


def growth(work: Callable[[str], object], small: str, large: str, rounds: int = 3) -> float:
    """The cost of ``work(large)`` as a multiple of ``work(small)``."""
    pairs = [(_seconds(work, small), _seconds(work, large)) for _ in range(rounds)]
    least, most = (min(times) for times in zip(*pairs, strict=True))
    return most / max(least, NOISE)


def _seconds(work: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin
