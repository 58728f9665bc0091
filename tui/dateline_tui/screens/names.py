"""Every spelling of an actor."""

from __future__ import annotations

from dateline_tui.draw.layout import Mode, Piece, Runs, lay_out
from dateline_tui.draw.names import name_lines
from dateline_tui.keys import Where
from dateline_tui.messages import NamesRead
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over


class NamesScreen(Over):
    """Shows the spellings with Latin letters beside them, and where each is printed."""

    def __init__(self, names: NamesRead, look: Look) -> None:
        super().__init__(look)
        self.names = names

    @property
    def where(self) -> Where:
        return "names"

    @property
    def heading(self) -> str:
        return f"Every spelling of {self.names.name}"

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines = list(name_lines(self.names.rows, self.names.latin, cells, mode, self.look.signs))
        if self.names.more:
            told = "These are the most frequent; 'dateline actors names' prints all."
            lines += [line.runs() for line in lay_out((Piece(told, "quiet"),), cells, mode, 0)]
        return lines
