"""Screens whose keys come from the one table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual import events
from textual.screen import Screen

from dateline_tui.entry import Entry
from dateline_tui.keys import TYPING, KeyReader, Pressed, Where
from dateline_tui.panes.pane import Look
from dateline_tui.theme import TERMINAL, next_theme


class KeyedScreen(Screen[None]):
    """Reads keys by the table of its look, which is ``keys.ACTIONS`` where no key was remapped: an action ``x`` is done
    by the method ``do_x``."""

    look: Look
    typing_places: tuple[Where, ...] = TYPING

    def __init__(self, **names: Any) -> None:
        super().__init__(**names)
        self.keys = KeyReader()
        self.pressed: Pressed | None = None  # what is being done

    @property
    def where(self) -> Where:
        """The place whose keys work now."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "ctrl+j":  # Enter, typed before the terminal was ours
            self._forward("enter", None)
        elif event.key.startswith("alt+"):  # Esc and a key, typed so fast that the terminal sent them as one
            key = event.key.removeprefix("alt+")
            self._forward("escape", None)
            self._forward(event.character or key if key.startswith("shift+") else key, event.character)
        else:
            self._forward(event.key, event.character)

    def _forward(self, key: str, character: str | None) -> None:
        """Gives a key to the screen on top: this one may have been closed by the key before."""
        screen = self.app.screen
        if isinstance(screen, KeyedScreen):
            screen.press(key, character)

    def press(self, key: str, character: str | None) -> None:
        """What one key does here."""
        typing = self.where in self.typing_places
        pressed = self.keys.feed(self.where, key, character, self.look.actions, typing=typing)
        if pressed is not None:
            self.perform(pressed)
        elif character is not None and not key.startswith("ctrl+") and typing:
            self.typed(character)

    def perform(self, pressed: Pressed) -> None:
        self.pressed = pressed
        getattr(self, f"do_{pressed.action.name}")()

    @property
    def times(self) -> int:
        """How often what is being done is to be done: the number typed before it, or once."""
        return (self.pressed.count if self.pressed else None) or 1

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

    # -- how it is drawn

    def do_theme(self) -> None:
        """The next theme, for this screen and those under it: they may be in view, and are come back to."""
        if self.app.no_color:
            self.say("NO_COLOR is set, so there are no colours to choose from.")
            return
        theme = next_theme(self.look.theme)
        for screen in self.app.screen_stack:
            if isinstance(screen, KeyedScreen):
                screen.dress(replace(screen.look, theme=theme))
                screen.refresh()  # whole: what waits to be laid out below would else keep its colours
        colours = "the terminal's own" if theme is TERMINAL else theme.name
        self.say(f"Colours: {colours}. {self.look.key('theme')} changes them.")

    def do_bidi(self) -> None:
        """Right-to-left text is turned around here, or left to the terminal, on this screen alone."""
        self.dress(replace(self.look, mode="none" if self.look.mode == "app" else "app"))

    def dress(self, look: Look) -> None:
        """Takes over how it is drawn from now on."""
        self.look = look

    def say(self, sentence: str) -> None:
        """Tells what happened, where the screen has room for it."""

    # -- moving: every screen says what a row, a page and an end are

    def step(self, rows: int) -> None:
        """So many rows down."""

    def page(self, share: float) -> None:
        """A share of a page down."""

    def jump(self, *, to_end: bool) -> None:
        """To the first or the last row."""

    def jump_to(self, row: int) -> None:
        """To that row, counted from 0."""
        self.jump(to_end=False)
        self.step(row)

    def do_down(self) -> None:
        self.step(self.times)

    def do_up(self) -> None:
        self.step(-self.times)

    def do_half_down(self) -> None:
        self.page(0.5 * self.times)

    def do_half_up(self) -> None:
        self.page(-0.5 * self.times)

    def do_page_down(self) -> None:
        self.page(self.times)

    def do_page_up(self) -> None:
        self.page(-self.times)

    def do_top(self) -> None:
        self._jump(to_end=False)

    def do_bottom(self) -> None:
        self._jump(to_end=True)

    def _jump(self, *, to_end: bool) -> None:
        """gg and G: to an end of the list, or to the row whose number was typed."""
        if self.pressed is not None and self.pressed.count is not None:
            self.jump_to(self.pressed.count - 1)
        else:
            self.jump(to_end=to_end)

    # -- typing: a screen with a line to type in says which

    @property
    def line(self) -> Entry:
        """The line that is being typed."""
        return Entry()

    def edit(self, line: Entry) -> None:
        """Takes over the line as it has become."""

    def typed(self, text: str) -> None:
        """Text that was typed or pasted."""
        self.edit(self.line.typed(text))

    def do_erase(self) -> None:
        self.edit(self.line.erased())

    def do_erase_word(self) -> None:
        self.edit(self.line.erased_word())

    def do_erase_all(self) -> None:
        self.edit(Entry())

    def do_left(self) -> None:
        self.edit(self.line.moved(-1))

    def do_right(self) -> None:
        self.edit(self.line.moved(1))

    def do_start(self) -> None:
        self.edit(self.line.at_start())

    def do_end(self) -> None:
        self.edit(self.line.at_end())
