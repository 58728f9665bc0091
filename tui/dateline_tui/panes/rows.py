"""A pane with a list: draws only the rows on the screen, whatever the length of the list."""

from __future__ import annotations

from typing import Generic, Self, TypeVar

from textual.geometry import Region
from textual.message import Message

from dateline_tui.draw.layout import Piece, Run, Runs, lay_out
from dateline_tui.listing import Listing
from dateline_tui.panes.pane import Look, Pane

T = TypeVar("T")


class RowPane(Pane, Generic[T]):
    """A list with a cursor. Subclasses say how one row looks and what stands there when there is none."""

    head = 0  # lines between the title and the first row
    why = ""  # what stands in the way of an empty list

    class Wanted(Message):
        """Rows on the screen have not been read yet."""

        def __init__(self, pane: RowPane[T]) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, look: Look, id: str | None = None) -> None:
        super().__init__(look, id)
        self.listing: Listing[T] = Listing()
        self._shown: list[tuple[int, int]] | None = None  # (row, line of it) for every line under the head
        self._shown_for = self.size
        self._laid: dict[int, tuple[Runs, ...]] = {}  # rows laid out since the last request to draw

    def lines(self, row: T, cells: int) -> tuple[Runs, ...]:
        """How one row looks."""
        raise NotImplementedError

    def empty(self) -> str:
        """What stands in an empty list: what to press next."""
        return ""

    def head_line(self, y: int) -> tuple[Runs, str]:
        """A line above the rows."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """Lines for rows."""
        return max(self.size.height - 1 - self.head, 1)

    def title(self) -> tuple[Piece, ...]:
        place = self.listing.position if self._known else self.look.signs.more
        return (*super().title(), Piece(f"  {place}", "quiet"))

    @property
    def _known(self) -> bool:
        """Whether it is known if there is any row: nothing is said of a list that is still to be read."""
        return bool(self.listing.total or (self.listing.question and self.listing.settled))

    # -- moving

    def answer(self, question: int, offset: int, rows: tuple[T, ...], total: int, more: bool = False) -> bool:
        """Takes rows that were read; whether the row under the cursor may be another one now."""
        fresh = not self.listing.settled
        known = self.listing.current is not None
        if not self.listing.put(question, offset, rows, total, more):
            return False
        self.redraw()
        return fresh or not known

    def move_to(self, index: int) -> bool:
        """Puts the cursor on that row and repaints the rows that change; whether it moved."""
        before, top = self.listing.at, self.listing.top
        if not self.listing.move_to(index):
            return False
        self._scroll()
        if self.listing.top != top:
            self.redraw()
        else:
            self._refresh_row(before)
            self._refresh_row(self.listing.at)
            self.refresh(Region(0, 0, self.size.width, 1))
        return True

    def move(self, by: int) -> bool:
        return self.move_to(self.listing.at + by)

    def page(self, share: float) -> bool:
        """Moves by a share of what fits on the screen: 1 a page, -0.5 half a page up."""
        rows = len({row for row, _line in self._window() if row >= 0}) or 1
        step = max(int(rows * abs(share)), 1)
        return self.move(step if share > 0 else -step)

    def missing(self) -> tuple[int, int] | None:
        """Offset and limit of the rows that are to be seen but have not been read."""
        return self.listing.missing(self.listing.top, self.listing.top + self.room)

    # -- drawing

    def refresh_active(self) -> None:
        super().refresh_active()
        self._refresh_row(self.listing.at)

    def redraw(self) -> None:
        self._shown = None
        self.refresh()
        if self.is_attached:
            self._scroll()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        self._laid.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _lines(self, index: int, row: T) -> tuple[Runs, ...]:
        """How the row looks: each is laid out once for its height and all its lines on the screen."""
        laid = self._laid.get(index)
        if laid is None:
            laid = self._laid[index] = self.lines(row, self.cells - 1)
        return laid

    def on_resize(self) -> None:
        self.redraw()
        self.post_message(self.Wanted(self))

    def _scroll(self) -> None:
        self.listing.scroll(self.room, self._height)

    def _height(self, index: int) -> int:
        row = self.listing.row(index)
        return 1 if row is None else len(self._lines(index, row))

    def _window(self) -> list[tuple[int, int]]:
        """Which row, and which line of it, stands on each line of the screen; (-1, 0) where none does."""
        if self._shown is None or self._shown_for != self.size:  # a line may be drawn before on_resize comes
            if self._shown_for != self.size:
                self._laid.clear()
            self._shown_for = self.size
            shown: list[tuple[int, int]] = []
            index = self.listing.top
            while len(shown) < self.room and index < self.listing.total:
                shown.extend((index, line) for line in range(self._height(index)))
                index += 1
            self._shown = (shown + [(-1, 0)] * self.room)[: self.room]
        return self._shown

    def _refresh_row(self, index: int) -> None:
        lines = [y for y, (row, _line) in enumerate(self._window()) if row == index]
        if lines:
            self.refresh(Region(0, lines[0] + 1 + self.head, self.size.width, len(lines)))

    def body(self, y: int) -> tuple[Runs, str]:
        if y < self.head:
            return self.head_line(y)
        y -= self.head
        if not self.listing.total:
            return self._empty_line(y), ""
        window = self._window()
        index, line = window[y] if y < len(window) else (-1, 0)
        row = self.listing.row(index)
        if row is None:
            return (), ""
        under = index == self.listing.at
        mark = self.look.signs.cursor if under and line == 0 else " "
        ground = ("cursor" if self.active else "shadow") if under else ""
        return (Run(mark, "key"), *self._lines(index, row)[line]), ground

    def _empty_line(self, y: int) -> Runs:
        if not self._known:
            return ()
        lines = lay_out((Piece(self.empty(), "quiet"),), self.cells - 1, self.look.mode, 0)
        return (Run(" "), *lines[y - 1].runs()) if 1 <= y <= len(lines) else ()
