"""Where words stand: in a text, and in the rows of a list that is read by windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from dateline.text.fold import fold, fold_mapped

WINDOW = 500  # rows read at once

#: the texts of a list's rows: from an offset on, so many
Rows = Callable[[int, int], Sequence[str]]


@lru_cache(8)
def found_in(text: str, words: str) -> tuple[int, ...]:
    """The offsets at which ``words`` begin in ``text``, in order, in any spelling that folds alike."""
    folded, offsets = fold_mapped(text)
    wanted = fold(words)
    places: dict[int, None] = {}
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        places[offsets[at]] = None
        at = folded.find(wanted, at + 1)
    return tuple(places)


def next_row(rows: Rows, total: int, at: int, by: int, words: str) -> tuple[int | None, bool]:
    """The ``by``-th row after ``at`` whose text has the words (negative: before), and whether an end was passed.

    The row ``at`` itself comes last, after all others. None where no row has the words.
    """
    wanted = fold(words)
    found: list[tuple[int, bool]] = []
    for row, text, passed in _ring(rows, total, at, 1 if by > 0 else -1):
        if wanted and wanted in fold(text):
            found.append((row, passed))
            if len(found) == abs(by):
                return found[-1]
    if not found:
        return None, False
    return found[(abs(by) - 1) % len(found)][0], True  # more than there are: round and round


def _ring(rows: Rows, total: int, at: int, way: int) -> Iterator[tuple[int, str, bool]]:
    """(row, text, whether an end was passed) of all rows, from the one beside ``at`` round to ``at`` itself."""
    ahead, behind = range(at + 1, total), range(0, at + 1)
    first, then = (ahead, behind) if way > 0 else (range(0, at), range(at, total))
    for stretch, passed in ((first, False), (then, True)):
        for window in _windows(stretch, way):
            texts = list(zip(window, rows(window.start, len(window)), strict=False))
            for row, text in texts if way > 0 else reversed(texts):
                yield row, text, passed


def _windows(stretch: range, way: int) -> Iterator[range]:
    """A stretch of rows cut into windows, in the order in which they are gone through."""
    starts = range(stretch.start, stretch.stop, WINDOW)
    for start in starts if way > 0 else reversed(starts):
        yield range(start, min(start + WINDOW, stretch.stop))
