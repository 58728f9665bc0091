"""Screens laid over the dashboard."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen

from dateline_tui.draw.layout import Mode, Runs
from dateline_tui.panes.bars import Footer
from dateline_tui.panes.pane import Look
from dateline_tui.panes.text import TextPane
from dateline_tui.screens.keyed import KeyedScreen


class Over(KeyedScreen, ModalScreen[None]):
    """A screen laid over the dashboard: lines that can be scrolled, and the keys that work there.

    It stands at the bottom and is as high as its lines need; what is above stays in view.
    """

    DEFAULT_CSS = "Over { align: left bottom; background: transparent; &:ansi { background: transparent; } }"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.text = TextPane(look)
        self.footer = Footer(look)

    @property
    def heading(self) -> str:
        """What stands in the row above the lines."""
        raise NotImplementedError

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        """The lines for that many columns."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield self.text
        yield self.footer

    @property
    def idle(self) -> frozenset[str]:
        """Actions that have nothing to act on here: the footer leaves them out."""
        return frozenset()

    def on_mount(self) -> None:
        self.footer.at(self.where, self.idle)
        self.lay_out()

    def on_resize(self) -> None:
        self.lay_out()

    def lay_out(self) -> None:
        """Fills the lines in again, for another width or another look."""
        columns, rows = self.app.size
        self.text.fill(self.heading, self.lines(columns - 2, self.look.mode))
        self.text.styles.height = min(len(self.text.content) + 1, max(rows - 1, 1))

    def do_close(self) -> None:
        self.dismiss()

    def dress(self, look: Look) -> None:
        super().dress(look)
        self.text.look = self.footer.look = look
        self.lay_out()
        self.footer.refresh()

    def step(self, rows: int) -> None:
        self.text.scroll_by_lines(rows)

    def page(self, share: float) -> None:
        self.text.page_by(share)

    def jump(self, *, to_end: bool) -> None:
        self.text.scroll_by_lines(len(self.text.content) * (1 if to_end else -1))
