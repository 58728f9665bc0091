"""Screens with one list, over the whole dashboard."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from dateline_tui.panes.bars import Footer, Notice
from dateline_tui.panes.overview import OverviewPane
from dateline_tui.panes.pane import Look
from dateline_tui.panes.rows import RowPane
from dateline_tui.reads import Reader, Request
from dateline_tui.screens.waiting import WaitingScreen


class ListScreen(WaitingScreen):
    """A list with the keys that work there.

    What it shows is read by ``reader`` as the topic ``topic``; whoever hears the answer hands it in by ``take``.
    """

    DEFAULT_CSS = "ListScreen { layout: vertical; }"
    topic = ""

    def __init__(self, look: Look, reader: Reader, pane: OverviewPane[Any]) -> None:
        super().__init__()
        self.look = look
        self.reader = reader
        self.list = pane
        self.notice = Notice(look)
        self.footer = Footer(look)

    def request(self, question: int, *window: int) -> Request:
        """What reads the rows of a window, told by its offset and limit; the first ones, or all, where none is."""
        raise NotImplementedError

    def ask(self) -> None:
        """Has everything read anew."""
        self.reader.ask(self.topic, self.request(self.list.listing.ask()))

    def put(self, question: int, offset: int, rows: tuple[Any, ...], total: int) -> None:
        """A window of rows comes in."""
        self.list.answer(question, offset, rows, total)
        self.fill()
        self.caught_up()

    def fill(self) -> None:
        """Has rows read that are to be seen but are not there."""
        listing = self.list.listing
        window = self.list.missing() if listing.settled else None
        if window is not None:
            self.reader.ask(self.topic, self.request(listing.question, *window))

    def on_row_pane_wanted(self, message: RowPane.Wanted) -> None:
        self.fill()

    def compose(self) -> ComposeResult:
        yield self.list
        yield self.notice
        yield self.footer

    def on_mount(self) -> None:
        self.list.dress(self.look, active=True, edged=False)
        self.footer.at(self.where)
        self.ask()

    def on_resize(self) -> None:
        self.notice.fit()

    @property
    def ready(self) -> bool:
        """Whether the rows are there."""
        listing = self.list.listing
        there = listing.current is not None or not listing.total or self.list.unread
        return listing.question > 0 and listing.settled and there

    def failed(self, sentence: str) -> None:
        """What was asked for cannot be read: says why. Keys need not wait for it any more."""
        self.list.unread = True
        self.list.listing.give_up()
        self.list.redraw()
        self.notice.say(sentence, "bad")
        self.caught_up()

    # -- what keys do

    def do_close(self) -> None:
        self.reader.drop(self.topic)  # not when the screen is gone: another one may have asked by then
        self.dismiss()

    def dress(self, look: Look) -> None:
        super().dress(look)
        self.list.dress(look, active=True, edged=False)
        for bar in (self.notice, self.footer):
            bar.look = look
            bar.refresh()

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    def step(self, rows: int) -> None:
        if self.list.move(rows):
            self.fill()

    def page(self, share: float) -> None:
        if self.list.page(share):
            self.fill()

    def jump(self, *, to_end: bool) -> None:
        if self.list.move_to(self.list.listing.total - 1 if to_end else 0):
            self.fill()
