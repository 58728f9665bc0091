"""Who meets whom."""

from __future__ import annotations

from collections.abc import Callable

from dateline_tui import overviews
from dateline_tui.keys import Where
from dateline_tui.messages import RelationsRead
from dateline_tui.overviews import about, actor_of, narrowed
from dateline_tui.panes.pane import Look
from dateline_tui.panes.relations import RelationsPane
from dateline_tui.reads import Reader, Request
from dateline_tui.screens.overview import Overview
from dateline_tui.screens.timeline import TimelineScreen
from dateline_tui.state import Shown


class RelationsScreen(Overview):
    """The pairs of actors in the listed facts; of one actor, its pairs with others."""

    topic = "relations"

    def __init__(self, shown: Shown, look: Look, reader: Reader, answer: Callable[[str], object]) -> None:
        self.relations = RelationsPane(look, about(shown, look.key("filter")), own=actor_of(shown) is not None)
        super().__init__(shown, look, reader, answer, self.relations)

    @property
    def where(self) -> Where:
        return "relations"

    def request(self, question: int, *window: int) -> Request:
        return overviews.relations(question, self.shown, *window)

    def take(self, message: RelationsRead) -> None:
        """Rows come in; answers to what others asked are left alone."""
        if message.shown == self.shown:
            self.put(message.question, message.offset, message.rows, message.total)

    def do_open_pair(self) -> None:
        pair = self.relations.listing.current
        if pair is not None:
            self.choose(pair.words)

    def do_pair_timeline(self) -> None:
        pair = self.relations.listing.current
        if pair is None:
            return

        def chosen(query: str) -> None:
            self.choose(f"{pair.words} {query}")

        shown = narrowed(self.shown, pair.words)
        heading = about(self.shown, self.look.key("filter"), pair.names)
        self.app.push_screen(TimelineScreen(shown, self.look, self.reader, chosen, heading=heading))
