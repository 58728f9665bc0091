"""Going where one has been: back, forward, marks; and one pane alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline_tui.entry import entry
from dateline_tui.keys import Pressed
from dateline_tui.screens.reading import ReadingScreen
from dateline_tui.trail import Trail, Visit

#: actions that go on to something new: where one was before stays behind on the trail
_GOING_ON = frozenset(
    ("open", "open_article", "open_words", "search", "articles", "choose", "follow", "filter", "filters", "to_mark",
     "add", "timeline", "relations", "duplicates")
)  # fmt: skip


class Travelling(ReadingScreen):
    """Keeps the trail of places one has been to, and marks."""

    trail = Trail()

    def perform(self, pressed: Pressed) -> None:
        here = self.here
        super().perform(pressed)
        if pressed.action.name in _GOING_ON:
            self.trail = self.trail.left(here)

    @property
    def here(self) -> Visit:
        """Where one is."""
        state = self.state
        fact = state.fact.id if state.fact else None
        return Visit(
            state.side, state.place, state.query.text, state.subject, state.filter, fact, state.article, state.cursor,
            state.scope,
        )  # fmt: skip

    def visit(self, place: Visit, row: int | None = None, instead: Sequence[str] = ()) -> None:
        """Goes there: the lists are read again, each with its cursor where it stood.

        ``row`` is where the facts' cursor goes if its fact is not there any more, ``instead`` are actors to whom that
        of the actors goes if its own is not.
        """
        subject = place.subject
        before = self.state.searched
        self.state = replace(
            self.state,
            side=place.side, place=place.place, query=entry(place.query), scope=place.scope, subject=subject,
            filter=place.filter, anchor=None,
        )  # fmt: skip
        if place.side == "actors" and (self.state.searched != before or (subject and subject.kind == "actor")):
            self._ask_actors(subject.id if subject else None, instead)
        elif place.side == "articles":
            self._ask_articles(subject.id if subject and subject.kind == "article" else None)
        self._to_cursor = None if place.article is None or place.cursor is None else (place.article, place.cursor)
        self._ask_facts(place.fact, row)
        self.become(self.state)

    def do_history_back(self) -> None:
        self._travel(Trail.back, "This is where you began: there is nothing further back.")

    def do_history_forward(self) -> None:
        back = self.look.key("history_back")
        self._travel(Trail.forward, f"There is nothing further on: {back} goes back.")

    def _travel(self, step: Callable[[Trail, Visit], tuple[Trail, Visit | None]], end: str) -> None:
        """So many steps along the trail; ``end`` is said where it ends before. Only the last place is read."""
        here = start = self.here
        for _ in range(self.times):
            self.trail, place = step(self.trail, here)
            if place is None:
                self.notice.say(end)
                break
            here = place
        if here is not start:
            self.visit(here)

    def do_mark(self) -> None:
        letter = self.pressed.letter if self.pressed else ""
        self.marked[letter] = self.here
        self.notice.say(f"Marked with {letter}: {self.look.key('to_mark')}{letter} comes back here.")

    def do_to_mark(self) -> None:
        letter = self.pressed.letter if self.pressed else ""
        if letter in self.marked:
            self.visit(self.marked[letter])
        else:
            known = ", ".join(sorted(self.marked))
            there = f"there are {known}" if known else f"{self.look.key('mark')}{letter} makes one"
            self.notice.say(f"There is no mark {letter}: {there}.", "bad")

    def do_zoom(self) -> None:
        self.become(replace(self.state, zoomed=not self.state.zoomed))
