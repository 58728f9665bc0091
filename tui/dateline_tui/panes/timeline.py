"""The facts in time: one row for every day, week or month that has any."""

from __future__ import annotations

from dateline.db.overview import Grain, Period
from dateline_tui.draw.layout import Piece, Runs
from dateline_tui.draw.timeline import Gap, Row, fitting, row_at, rows, scale, timeline_line
from dateline_tui.panes.pane import Look
from dateline_tui.panes.rows import RowPane


class TimelinePane(RowPane[Row]):
    """All rows are there at once: a life has no more days than a list can hold. The cursor passes over the gaps."""

    noun = "Timeline"

    def __init__(self, look: Look, about: tuple[str, ...]) -> None:
        super().__init__(look)
        self.about = about
        self.days: tuple[Period, ...] = ()
        self.grain: Grain | None = None  # none yet: what fits
        self._rows: list[Row] = []
        self._scale = scale([])

    def show(self, question: int, days: tuple[Period, ...], room: int, at: str | None) -> None:
        """Takes what was read; the first look fits ``room`` lines, the cursor on the day, month or year ``at``."""
        if question != self.listing.question:
            return
        self.days = days
        self._lay(self.grain or fitting(days, room), at)

    def look_by(self, grain: Grain) -> None:
        """Shows days, weeks or months, the cursor as near as may be to where it was."""
        if grain != self.grain and self.listing.settled:
            row = self.listing.current
            self.listing.ask()
            self._lay(grain, row.first if isinstance(row, Period) else None)

    def _lay(self, grain: Grain, at: str | None) -> None:
        self.grain = grain
        self._rows = rows(self.days, grain)
        self._scale = scale(self._rows)
        self.listing.put(self.listing.question, 0, self._rows, len(self._rows))
        if at is not None:
            self.listing.move_to(row_at(self._rows, at))
        self.redraw()

    def move_to(self, index: int) -> bool:
        """No row begins or ends the list but a period: beyond a gap there is always one."""
        index = min(max(index, 0), max(len(self._rows) - 1, 0))
        if self._rows and isinstance(self._rows[index], Gap):
            index += 1 if index > self.listing.at else -1
        return super().move_to(index)

    def title(self) -> tuple[Piece, ...]:
        periods = [at for at, row in enumerate(self._rows) if isinstance(row, Period)]
        place = f"{sum(at <= self.listing.at for at in periods)}/{len(periods)}" if periods else "0"
        by = f"  by {self.grain}" if self.grain else ""
        names = (Piece(f"  {name}", "strong") for name in self.about)
        return (Piece(self.noun, "active"), Piece(f"  {place}{by}", "quiet"), *names)

    def lines(self, row: Row, cells: int) -> tuple[Runs, ...]:
        return (timeline_line(row, self._scale, cells, self.look.signs),)

    def empty(self) -> str:
        return "There is no fact to put in time here. Esc goes back: choose another actor, article or filter."
