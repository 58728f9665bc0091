"""Who meets whom: a row for every pair of actors."""

from __future__ import annotations

from dateline.db.overview import Relation
from dateline_tui.draw.layout import Piece, Run, Runs
from dateline_tui.draw.relations import relation_lines, relations_head
from dateline_tui.panes.overview import OverviewPane
from dateline_tui.panes.pane import Look


class RelationsPane(OverviewPane[Relation]):
    """Pairs, those that meet most first. ``own``: all are pairs of one actor."""

    noun = "Relations"
    head = 1

    def __init__(self, look: Look, about: tuple[Piece, ...], own: bool) -> None:
        super().__init__(look, about)
        self.own = own

    def head_line(self, y: int) -> tuple[Runs, str]:
        if not self.listing.total:
            return (), ""
        return (Run(" "), *relations_head(self.own, self.cells - 1, self.look.signs)), ""

    def nothing(self) -> str:
        close = self.look.key("close", "relations")
        return f"No event here has two parties. {close} goes back: choose another actor, article or filter."

    def lines(self, row: Relation, cells: int) -> tuple[Runs, ...]:
        return relation_lines(row, self.own, cells, self.look.mode, self.look.signs)
