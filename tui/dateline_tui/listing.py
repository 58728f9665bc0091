"""A long list read by window: only the rows near the cursor are held, whatever the total."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
PAGE = 64  # rows read at once
KEEP = 16 * PAGE  # rows held at most


class Listing(Generic[T]):
    """Rows, a cursor and the first row on the screen; no widget and no store.

    A new question (``ask``) leaves the old rows standing until its first answer (``put``) comes; answers to older
    questions are refused.
    """

    def __init__(self) -> None:
        self.total = 0
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

    def put(self, question: int, offset: int, rows: Sequence[T], total: int) -> bool:
        """Takes an answer in; False where it comes too late to matter."""
        if question != self.question:
            return False
        if self._answered != question:
            self._answered = question
            self._rows.clear()
            self.at = self.top = 0
        self.total = total
        self.at = min(self.at, max(total - 1, 0))
        self.top = min(self.top, self.at)
        if len(self._rows) > KEEP:
            self._rows = {i: row for i, row in self._rows.items() if abs(i - self.at) <= 2 * PAGE}
        self._rows.update(enumerate(rows, offset))
        return True

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
        """Offset and limit of the window to read so that rows ``first`` to ``last`` are there; None if they are."""
        wanted = [i for i in range(max(first, 0), min(last + 1, self.total)) if i not in self._rows]
        if not wanted:
            return None
        offset = max(wanted[0] - PAGE // 2, 0)
        return offset, max(wanted[-1] - offset + 1 + PAGE // 2, PAGE)

    def move_to(self, index: int) -> bool:
        """Puts the cursor there, or as near as the list goes; whether it moved."""
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
        """ "12/340", or "0"."""
        return f"{self.at + 1}/{self.total}" if self.total else "0"
