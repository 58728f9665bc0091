"""Timeline and relations of what the facts pane lists: opened by keys, filled by what was read."""

from __future__ import annotations

from dataclasses import replace

from dateline_tui.messages import Failed, PeriodsRead, RelationsRead
from dateline_tui.overviews import narrowed
from dateline_tui.screens.listed import ListScreen
from dateline_tui.screens.reading import ReadingScreen
from dateline_tui.screens.relations import RelationsScreen
from dateline_tui.screens.timeline import TimelineScreen

_NOTHING = "Nothing is listed in the middle yet: choose an actor or an article first."


class Overviews(ReadingScreen):
    """The part of the dashboard that shows its facts from further away."""

    def narrow_further(self, query: str) -> None:
        """Lists those of the facts that a query finds, by the filter."""
        filter = narrowed(self.state.shown, query).filter
        self.become(replace(self.state, filter=filter, place="facts"))
        back, changes = self.look.key("history_back", at=-1), self.look.key("filter")
        self.notice.say(f"Only these facts are listed now: {back} goes back to all, {changes} changes the filter.")

    def do_timeline(self) -> None:
        if self.state.subject is None:
            self.notice.say(_NOTHING, "bad")
            return
        at = self.state.fact.date or "" if self.state.fact else None
        self.app.push_screen(TimelineScreen(self.state.shown, self.look, self.reader, self.narrow_further, at=at))

    def do_relations(self) -> None:
        if self.state.subject is None:
            self.notice.say(_NOTHING, "bad")
            return
        self.app.push_screen(RelationsScreen(self.state.shown, self.look, self.reader, self.narrow_further))

    # -- answers: a handler of the same name in a parent class is called too

    def on_periods_read(self, message: PeriodsRead) -> None:
        for screen in self._open(TimelineScreen):
            screen.take(message)

    def on_relations_read(self, message: RelationsRead) -> None:
        for screen in self._open(RelationsScreen):
            screen.take(message)

    def on_failed(self, message: Failed) -> None:
        screen = self.app.screen
        if message.topic == "read" and isinstance(screen, ListScreen):
            screen.failed(message.sentence)
