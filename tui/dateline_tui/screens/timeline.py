"""Facts by day, week or month."""

from __future__ import annotations

from collections.abc import Callable

from dateline.db.overview import Period
from dateline_tui import overviews
from dateline_tui.draw.layout import Piece
from dateline_tui.keys import Where
from dateline_tui.messages import PeriodsRead
from dateline_tui.overviews import about
from dateline_tui.panes.pane import Look
from dateline_tui.panes.timeline import TimelinePane
from dateline_tui.reads import Reader, Request
from dateline_tui.screens.overview import Overview
from dateline_tui.state import Shown


class TimelineScreen(Overview):
    """When the facts were.

    ``heading`` says what facts they are, None: as the dashboard says it. ``at`` is the date on which the
    cursor stands first, empty for none; None where it stands on the earliest.
    """

    topic = "timeline"

    def __init__(
        self,
        shown: Shown,
        look: Look,
        reader: Reader,
        answer: Callable[[str], object],
        *,
        heading: tuple[Piece, ...] | None = None,
        at: str | None = None,
    ) -> None:
        self.timeline = TimelinePane(look, about(shown, look.key("filter")) if heading is None else heading)
        super().__init__(shown, look, reader, answer, self.timeline)
        self.at = at

    @property
    def where(self) -> Where:
        return "timeline"

    def request(self, question: int, *_window: int) -> Request:
        return overviews.periods(question, self.shown)

    def take(self, message: PeriodsRead) -> None:
        """What was read comes in; answers to what others asked are left alone."""
        if message.shown == self.shown:
            self.timeline.show(message.question, message.days, self.app.size.height - 2, self.at)
            self.caught_up()

    def do_by_day(self) -> None:
        self.timeline.look_by("day")

    def do_by_week(self) -> None:
        self.timeline.look_by("week")

    def do_by_month(self) -> None:
        self.timeline.look_by("month")

    def do_open_period(self) -> None:
        row = self.timeline.listing.current
        if isinstance(row, Period):
            self.choose(row.words)
