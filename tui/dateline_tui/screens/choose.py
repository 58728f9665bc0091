"""One of a few things, chosen from a list over the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut
from dateline_tui.draw.lists import fit
from dateline_tui.draw.widths import width
from dateline_tui.keys import Where
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over


class Option(NamedTuple):
    """What can be chosen: its name, and in a few words what it is or looks like."""

    name: str
    about: str = ""


class ChooseScreen(Over):
    """Shows ``options`` a line each; Enter closes it and calls ``answer`` with the number of the chosen one, from 0.

    ``at`` is where the cursor stands first. Esc and q close it and nothing is called.
    """

    def __init__(
        self, heading: str, options: Sequence[Option], answer: Callable[[int], object], look: Look, *, at: int = 0
    ) -> None:
        super().__init__(look)
        self._heading = heading
        self.options = tuple(options)
        self.answer = answer
        self.at = at

    @property
    def where(self) -> Where:
        return "choose"

    @property
    def heading(self) -> str:
        return self._heading

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        names = min(max((width(option.name) for option in self.options), default=0), max(cells // 2, 1))
        return [self._line(option, names, cells, mode) for option in self.options]

    def _line(self, option: Option, names: int, cells: int, mode: Mode) -> Runs:
        """Name and what it is, in two columns; the second is cut where the line ends."""
        if not option.about:
            return cut((Piece(option.name),), cells, mode)
        name = fit(cut((Piece(option.name),), names, mode), names)
        return (*name, Run("  "), *cut((Piece(option.about, "quiet"),), cells - names - 2, mode))

    def lay_out(self) -> None:
        super().lay_out()
        self.move_to(self.at)

    def move_to(self, at: int) -> None:
        """Puts the cursor on the option with that number, or the nearest there is."""
        self.at = min(max(at, 0), max(len(self.options) - 1, 0))
        self.text.choose(self.at if self.options else None)

    def step(self, rows: int) -> None:
        self.move_to(self.at + rows)

    def page(self, share: float) -> None:
        rows = max(int((self.text.room - 1) * abs(share)), 1)
        self.step(rows if share > 0 else -rows)

    def jump(self, *, to_end: bool) -> None:
        self.move_to(len(self.options) - 1 if to_end else 0)

    def do_choose(self) -> None:
        if self.options:
            self.dismiss()
            self.answer(self.at)
