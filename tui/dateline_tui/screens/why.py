"""How a fact came about."""

from __future__ import annotations

from collections.abc import Sequence

from dateline_tui.draw.layout import Mode, Runs
from dateline_tui.keys import Where
from dateline_tui.panes.pane import Look
from dateline_tui.screens.copied import indented
from dateline_tui.screens.over import Over


class WhyScreen(Over):
    """Shows the explanation as ``dateline explain`` prints it."""

    def __init__(self, explanation: Sequence[str], look: Look) -> None:
        super().__init__(look)
        self.explanation = explanation

    @property
    def where(self) -> Where:
        return "why"

    @property
    def heading(self) -> str:
        return "How this fact came about"

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        return indented(self.explanation, cells, mode)
