"""The facts in time: one row for every day, week or month that has any."""

from __future__ import annotations

from bisect import bisect_right

from dateline.db.overview import Grain, Period
from dateline_tui.draw.layout import Piece, Runs
from dateline_tui.draw.timeline import Gap, Row, fitting, row_at, rows, scale, timeline_line
from dateline_tui.panes.overview import OverviewPane
from dateline_tui.panes.pane import Look


class TimelinePane(OverviewPane[Row]):
    """All rows are there at once: a life has no more days than a list can hold. The cursor passes over the gaps."""

    noun = "Timeline"

    def __init__(self, look: Look, about: tuple[Piece, ...]) -> None:
        super().__init__(look, about)
        self.days: tuple[Period, ...] = ()
        self.grain: Grain | None = None  # none yet: what fits
        self._rows: list[Row] = []
        self._periods: list[int] = []  # which rows are no gaps
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
        self._periods = [at for at, row in enumerate(self._rows) if isinstance(row, Period)]
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

    def move(self, by: int) -> bool:
        """So many periods further, whatever lies empty between."""
        if not self._periods:
            return False
        at = bisect_right(self._periods, self.listing.at) - 1
        return self.move_to(self._periods[min(max(at + by, 0), len(self._periods) - 1)])

    def page(self, share: float) -> bool:
        lines = max(int(self.room * abs(share)), 1)
        return self.move_to(self.listing.at + (lines if share > 0 else -lines))

    @property
    def place(self) -> str:
        """The number of the period, of how many: gaps do not count."""
        place = f"{bisect_right(self._periods, self.listing.at)}/{len(self._periods)}" if self._periods else "0"
        return f"{place}  by {self.grain}" if self.grain else place

    def nothing(self) -> str:
        close = self.look.key("close", "timeline")
        return f"There is no fact to put in time here. {close} goes back: choose another actor, article or filter."

    def lines(self, row: Row, cells: int) -> tuple[Runs, ...]:
        return (timeline_line(row, self._scale, cells, self.look.signs),)
