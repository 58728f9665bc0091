"""Screens whose keys come from the one table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen

from dateline_tui.draw.layout import Mode, Runs
from dateline_tui.keys import Action, KeyReader, Where
from dateline_tui.panes.bars import Footer
from dateline_tui.panes.pane import Look
from dateline_tui.panes.text import TextPane


class KeyedScreen(Screen[None]):
    """Reads keys by ``keys.ACTIONS``: an action ``x`` is done by the method ``do_x``."""

    typing_places: tuple[Where, ...] = ("search", "add")

    def __init__(self, **names: Any) -> None:
        super().__init__(**names)
        self._keys = KeyReader()

    @property
    def where(self) -> Where:
        """The place whose keys work now."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.press(event.key, event.character)

    def press(self, key: str, character: str | None) -> None:
        """What one key does here."""
        action = self._keys.feed(self.where, key)
        if action is not None:
            self.perform(action)
        elif character is not None and self.where in self.typing_places:
            self.typed(character)

    def perform(self, action: Action) -> None:
        getattr(self, f"do_{action.name}")()

    def typed(self, text: str) -> None:
        """Text that was typed or pasted."""

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self.where in self.typing_places:
            self.typed(event.text)

    def do_quit(self) -> None:
        self.app.exit(return_code=0)

    def do_interrupt(self) -> None:
        self.app.exit(return_code=130)

    def do_suspend(self) -> None:
        self.app.action_suspend_process()


class Over(KeyedScreen, ModalScreen[None]):
    """A screen laid over the dashboard: lines that can be scrolled, and the keys that work there.

    It stands at the bottom and is as high as its lines need; what is above stays in view.
    """

    DEFAULT_CSS = "Over { align: left bottom; background: transparent; }"

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

    def on_mount(self) -> None:
        self.footer.at(self.where)
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

    def do_bidi(self) -> None:
        self.look = replace(self.look, mode="none" if self.look.mode == "app" else "app")
        self.lay_out()

    def do_down(self) -> None:
        self.text.scroll_by_lines(1)

    def do_up(self) -> None:
        self.text.scroll_by_lines(-1)

    def do_half_down(self) -> None:
        self.text.page_by(0.5)

    def do_half_up(self) -> None:
        self.text.page_by(-0.5)

    def do_page_down(self) -> None:
        self.text.page_by(1)

    def do_page_up(self) -> None:
        self.text.page_by(-1)

    def do_top(self) -> None:
        self.text.scroll_by_lines(-len(self.text.content))

    def do_bottom(self) -> None:
        self.text.scroll_by_lines(len(self.text.content))
