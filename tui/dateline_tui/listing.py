"""A long list read by window: only the rows near the cursor are held, whatever the total."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
PAGE = 32  # rows read at once
KEEP = 32 * PAGE  # rows held at most
LAST = 1 << 40  # where the last row is while nobody knows how many there are


class Listing(Generic[T]):
    """Rows, a cursor and the first row on the screen; no widget and no store.

    A new question (``ask``) leaves the old rows standing until its first answer (``put``) comes; answers to older
    questions are refused.

    Where counting would take too long, ``counted`` rows are known and there are ``more``. Going to ``LAST`` then reads
    the list from its end: rows there have indices below ``LAST`` until the total is known.
    """

    def __init__(self) -> None:
        self.total = 0  # how far the cursor may go
        self.counted = 0
        self.more = False
        self.at = 0
        self.top = 0
        self.question = 0
        self._answered = 0
        self._rows: dict[int, T] = {}

    @property
    def settled(self) -> bool:
        """Whether what is shown answers the latest question."""
        return self._answered == self.question

    def ask(self) -> int:
        """The number of a new question."""
        self.question += 1
        return self.question

    def put(self, question: int, offset: int, rows: Sequence[T], total: int, more: bool = False) -> bool:
        """Takes an answer in; False where it comes too late to matter. A negative offset counts from the end."""
        if question != self.question:
            return False
        if self._answered != question:
            self._answered = question
            self._rows.clear()
            self.at = self.top = self.total = self.counted = 0
        self._count(total, more)
        self.at = min(self.at, max(self.total - 1, 0))
        self.top = min(self.top, self.at)
        if len(self._rows) > KEEP:
            self._rows = {i: row for i, row in self._rows.items() if abs(i - self.at) <= 2 * PAGE}
        self._rows.update(enumerate(rows, offset + LAST if offset < 0 else offset))
        return True

    def _count(self, total: int, more: bool) -> None:
        """Takes in how many rows there are, or are at least."""
        self.more = more
        self.counted = max(self.counted, total) if more else total
        if self.total != LAST:
            self.total = self.counted
        elif not more:
            ahead = LAST - total
            self._rows = {i - ahead if i > LAST // 2 else i: row for i, row in self._rows.items()}
            self.at, self.top = (max(i - ahead, 0) if i > LAST // 2 else i for i in (self.at, self.top))
            self.total = total

    def give_up(self) -> None:
        """The latest question will not be answered: what is shown stays."""
        self._answered = self.question

    def row(self, index: int) -> T | None:
        """The row, or None where it has not been read yet."""
        return self._rows.get(index)

    def find(self, wanted: Callable[[T], bool]) -> int | None:
        """The index of a row held that is ``wanted``, None where none is."""
        return next((index for index, row in self._rows.items() if wanted(row)), None)

    @property
    def current(self) -> T | None:
        return self._rows.get(self.at)

    def missing(self, first: int, last: int) -> tuple[int, int] | None:
        """Offset and limit of the window to read so that rows ``first`` to ``last`` are there; None if they are.

        A negative offset counts from the end.
        """
        wanted = [i for i in range(max(first, 0), min(last + 1, self.total)) if i not in self._rows]
        if not wanted:
            return None
        offset = max(wanted[0] - PAGE // 4, 0)
        limit = max(wanted[-1] - offset + 1 + PAGE // 4, PAGE)
        return (offset - LAST, min(limit, LAST - offset)) if offset > LAST // 2 else (offset, limit)

    def move_to(self, index: int) -> bool:
        """Puts the cursor there, or as near as the list goes; whether it moved. ``LAST`` is the last row."""
        if index >= LAST and self.more:
            self.total = LAST
        index = min(max(index, 0), max(self.total - 1, 0))
        moved, self.at = index != self.at, index
        return moved

    def scroll(self, height: int, lines_of: Callable[[int], int]) -> None:
        """Moves ``top`` as little as needed to show the whole row under the cursor in ``height`` lines."""
        self.top = min(self.top, self.at)
        used = 0
        for index in range(self.at, -1, -1):
            used += lines_of(index)
            if used > height:
                self.top = max(self.top, min(index + 1, self.at))
                return
            if index <= self.top:
                return

    @property
    def position(self) -> str:
        """ "12/340", "12/1,000+" where there are more than were counted, "end-3/1,000+" there; or "0"."""
        if not self.total:
            return "0"
        left = LAST - 1 - self.at
        at = f"{self.at + 1:,}" if left > LAST // 2 else f"end-{left}" if left else "end"
        return f"{at}/{self.counted:,}{'+' * self.more}"
