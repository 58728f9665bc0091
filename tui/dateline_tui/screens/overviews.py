"""Timeline and relations of what the facts pane lists: opened by keys, filled by what was read."""

from __future__ import annotations

from dateline_tui.messages import Failed, PeriodsRead, RelationsRead
from dateline_tui.overviews import Shown
from dateline_tui.screens.overview import Overview
from dateline_tui.screens.reading import ReadingScreen
from dateline_tui.screens.relations import RelationsScreen
from dateline_tui.screens.timeline import TimelineScreen

_NOTHING = "Nothing is listed in the middle pane yet: choose an actor or an article first."


class Overviews(ReadingScreen):
    """The part of the dashboard that shows its facts from further away."""

    def _shown(self) -> Shown | None:
        """What the facts pane lists; None where it lists nothing."""
        state = self.state
        if state.subject is None:
            self.notice.say(_NOTHING, "bad")
            return None
        sure = ("sure only",) if state.only_sure else ()
        return Shown(state.subject, (), state.only_sure, (state.subject.name, *sure))

    def narrow(self, query: str) -> None:
        """Lists those of the facts that a query finds."""
        self.notice.say(query)

    def do_timeline(self) -> None:
        if (shown := self._shown()) is not None:
            at = self.state.fact.date if self.state.fact else None
            self.app.push_screen(TimelineScreen(shown, self.look, self.reader, self.narrow, at))

    def do_relations(self) -> None:
        if (shown := self._shown()) is not None:
            self.app.push_screen(RelationsScreen(shown, self.look, self.reader, self.narrow))

    # -- answers: a handler of the same name in a parent class is called too

    def on_periods_read(self, message: PeriodsRead) -> None:
        for screen in self.app.screen_stack:
            if isinstance(screen, TimelineScreen):
                screen.take(message)

    def on_relations_read(self, message: RelationsRead) -> None:
        for screen in self.app.screen_stack:
            if isinstance(screen, RelationsScreen):
                screen.take(message)

    def on_failed(self, message: Failed) -> None:
        screen = self.app.screen
        if message.topic == "read" and isinstance(screen, Overview):
            screen.failed(message.sentence)
