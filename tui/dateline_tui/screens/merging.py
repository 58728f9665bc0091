"""Two actors before they become one: which of them stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.db.rows import ActorRow
from dateline_tui.draw.layout import Mode, Runs
from dateline_tui.draw.sides import head_line, spelling_lines
from dateline_tui.panes.pane import Look
from dateline_tui.screens.choose import ChooseScreen, Option

_SPELLINGS, _FEW = 4, 3  # lines of each; on a low screen


class MergingScreen(ChooseScreen):
    """Both with their spellings and numbers; Enter calls ``answer`` with the one whose name stays, 0 or 1."""

    def __init__(
        self, sides: Sequence[ActorRow], latin: Mapping[str, str], answer: Callable[[int], object], look: Look
    ) -> None:
        self.sides = tuple(sides)
        self.latin = latin
        heading = "These two become one actor: whose name stays?"
        super().__init__(heading, [Option(row.name) for row in sides], answer, look)
        self._heads: list[int] = []  # the lines in which they begin

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines: list[Runs] = []
        self._heads = []
        most = _SPELLINGS if self.app.size.height > 12 else _FEW
        for row in self.sides:
            self._heads.append(len(lines))
            lines.append(head_line(row, cells, mode, self.look.signs))
            lines += spelling_lines(row.forms, self.latin, most, cells, mode, self.look.signs)
        return lines

    def move_to(self, at: int) -> None:
        self.at = min(max(at, 0), len(self.sides) - 1)
        self.text.choose(self._heads[self.at] if self._heads else None)
