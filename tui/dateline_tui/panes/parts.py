"""The articles that name an actor, some of them marked."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.db.parts import Part, Spelt
from dateline_tui.draw.layout import Piece, Runs
from dateline_tui.draw.parts import part_lines
from dateline_tui.panes.overview import OverviewPane
from dateline_tui.panes.pane import Look


class PartsPane(OverviewPane[Part]):
    """A row an article, and one more where an article names the actor under two ids. ``marked`` has
    the keys of those marked, with their spellings: they may stand far from the cursor."""

    noun = "Articles"

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, ())
        self.name_of = name
        self.marked: dict[tuple[str, str], Spelt] = {}

    def title(self) -> tuple[Piece, ...]:
        marked = f"  {len(self.marked):,} marked" if self.marked else ""
        return (*super().title(), Piece(marked, "sign"), Piece(f"  that name {self.name_of}", "strong"))

    def nothing(self) -> str:
        close = self.look.key("close", "parts")
        return f"No article names {self.name_of}, only a registry does: there is nothing to split. {close} goes back."

    def lines(self, row: Part, cells: int) -> tuple[Runs, ...]:
        return part_lines(row, row.key in self.marked, cells, self.look.mode, self.look.signs)

    def turn_marks(self, rows: int) -> None:
        """Marks so many rows from the cursor on, or takes their marks off, and goes on to the row behind them."""
        for _ in range(rows):
            row = self.listing.current
            if row is None:  # not read yet
                break
            if self.marked.pop(row.key, None) is None:
                self.marked[row.key] = row.spellings
            if not self.move(1):
                break
        self.redraw()

    def turn_all(self, parts: Mapping[tuple[str, str], Spelt]) -> bool:
        """Marks all of these, or takes their marks off where all have one; whether they are marked now."""
        mark = not parts.keys() <= self.marked.keys()
        for key, spellings in parts.items():
            if mark:
                self.marked[key] = spellings
            else:
                del self.marked[key]
        self.redraw()
        return mark
