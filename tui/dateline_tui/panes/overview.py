"""What the timeline and the list of relations share."""

from __future__ import annotations

from typing import TypeVar

from dateline_tui.draw.layout import Piece
from dateline_tui.panes.pane import Look
from dateline_tui.panes.rows import RowPane

T = TypeVar("T")


class OverviewPane(RowPane[T]):
    """A list with the keys. The title says ``about`` what facts it counts."""

    unread = False  # it cannot be read, and another line says why

    def __init__(self, look: Look, about: tuple[Piece, ...]) -> None:
        super().__init__(look)
        self.about = about

    @property
    def place(self) -> str:
        """Where the cursor is, as text."""
        return self.listing.position

    def title(self) -> tuple[Piece, ...]:
        place = self.place if self.listing.settled else f"reading {self.look.signs.more}"
        return (Piece(self.noun, "active"), Piece(f"  {place}", "quiet"), *self.about)

    def empty(self) -> str:
        return "" if self.unread else self.nothing()

    def nothing(self) -> str:
        """What stands where there are no facts to count."""
        return ""
