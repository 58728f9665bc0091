"""The citation that was copied, in full, for terminals that did not take it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline_tui.draw.layout import Mode, Piece, Runs, lay_out
from dateline_tui.keys import Where
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over


class CopiedScreen(Over):
    """Shows the citation over the whole width, so that it can be selected with the mouse too."""

    def __init__(self, citation: str, look: Look) -> None:
        super().__init__(look)
        self.citation = citation

    @property
    def where(self) -> Where:
        return "copied"

    @property
    def heading(self) -> str:
        return "Copied"

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        say = "If this terminal does not let a program copy, select the text here"
        if mode == "app" and any(char > "\u058f" and char.isalpha() for char in self.citation):
            say += f"; {self.look.key('bidi')} shows its letters in stored order"
        hint = [line.runs() for line in lay_out((Piece(f"{say}.", "quiet"),), cells, mode, 0)]
        return [*indented(self.citation.split("\n"), cells, mode), (), *hint]


def indented(text: Iterable[str], cells: int, mode: Mode) -> list[Runs]:
    """Lines that are wrapped under their own beginnings."""
    lines: list[Runs] = []
    for line in text:
        indent = len(line) - len(line.lstrip())
        laid = lay_out((Piece(line.lstrip()),), cells - indent, mode)
        lines.extend((*lay_out((Piece("\u00a0" * indent),), cells)[0].runs(), *part.runs()) for part in laid)
    return lines
