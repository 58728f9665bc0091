"""Screens that show the listed facts from further away, over the whole dashboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline_tui.panes.overview import OverviewPane
from dateline_tui.panes.pane import Look
from dateline_tui.reads import Reader
from dateline_tui.screens.listed import ListScreen
from dateline_tui.state import Shown


class Overview(ListScreen):
    """A list of facts counted. Enter closes it and calls ``answer`` with the query that finds the facts of a row."""

    def __init__(
        self, shown: Shown, look: Look, reader: Reader, answer: Callable[[str], object], pane: OverviewPane[Any]
    ) -> None:
        super().__init__(look, reader, pane)
        self.shown = shown
        self.answer = answer

    def choose(self, query: str) -> None:
        """Closes the screen and hands out the query."""
        self.do_close()
        self.answer(query)
