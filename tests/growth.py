"""How much longer ten times the text takes: a ratio of CPU times of one run, the least of three of each."""

from __future__ import annotations

import time
from collections.abc import Callable

#: ten times the text may cost ten times as much; quadratic work costs a hundred times
LINEAR = 40
#: shorter runs than this (seconds) say nothing
NOISE = 0.005


def growth(work: Callable[[str], object], small: str, large: str) -> float:
    """The cost of ``work(large)`` as a multiple of ``work(small)``."""

    def least(text: str) -> float:
        return min(_seconds(work, text) for _ in range(3))

    return least(large) / max(least(small), NOISE)


def _seconds(work: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin
