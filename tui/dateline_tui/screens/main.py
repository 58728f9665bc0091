"""The dashboard: what each key does."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.export.cite import as_text
from dateline_tui import queries
from dateline_tui.entry import Entry
from dateline_tui.keys import Action
from dateline_tui.listing import LAST
from dateline_tui.panes.pane import Look
from dateline_tui.panes.rows import RowPane
from dateline_tui.screens.add import AddScreen
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.help import HelpScreen
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.screens.reading import ReadingScreen
from dateline_tui.state import State, moved_pane, opened, searching, stepped_back, turned

WELCOME = (
    "Five sample articles are loaded so that you can look around. a adds yours, ? shows all keys, "
    "`dateline remove --samples` takes them away. Esc leaves the search box."
)
#: actions that need the rows of the pane that has the keys, and those that need the fact under the cursor
_NEED_ROWS = frozenset(
    ("open", "open_article", "down", "up", "half_down", "half_up", "page_down", "page_up", "top", "bottom")
)
_NEED_FACT = frozenset(("open_words", "copy", "explain", "next_fact", "previous_fact"))


class MainScreen(ReadingScreen):
    """Three panes over one store, driven by keys."""

    def __init__(self, store: Path, state: State, look: Look, *, first_start: bool) -> None:
        super().__init__(store, state, look)
        self.first_start = first_start
        self._pressed: deque[tuple[str, str | None]] = deque()  # keys that wait for rows being read
        self._held: Action | None = None

    def on_mount(self) -> None:
        if self.first_start:
            self.notice.say(WELCOME)

    # -- keys

    def press(self, key: str, character: str | None) -> None:
        """Keys keep their order: one that needs rows waits for them, and those behind it wait too."""
        if key == "ctrl+c":
            self.do_interrupt()
            return
        self._pressed.append((key, character))
        self.caught_up()

    def caught_up(self) -> None:
        while True:
            if self._held is not None:
                if not self._ready(self._held):
                    return
                action, self._held = self._held, None
                self._do(action)
            elif self._pressed:
                key, character = self._pressed.popleft()
                if self.app.screen is self:
                    super().press(key, character)
                elif isinstance(self.app.screen, KeyedScreen):  # opened by a key before this one
                    self.app.screen.press(key, character)
            else:
                return

    def perform(self, action: Action) -> None:
        self._held = action

    def _do(self, action: Action) -> None:
        if action.group in ("Looking", "Elsewhere"):
            self.notice.say("")
        super().perform(action)

    def _ready(self, action: Action) -> bool:
        side = self.panes[self.state.side]
        assert isinstance(side, RowPane)
        known = side.listing.settled
        facts = known and self.facts.listing.settled
        if action.name in _NEED_FACT:
            return facts
        if action.name in _NEED_ROWS:
            return facts if self.state.place == "facts" else known or self.state.place == "article"
        return True

    @property
    def line(self) -> Entry:
        return self.state.query

    def edit(self, line: Entry) -> None:
        self.become(replace(self.state, query=line))

    def _list(self) -> RowPane[Any] | None:
        """The list that has the keys; None in the article."""
        pane = self.panes[self.state.pane]
        return pane if isinstance(pane, RowPane) else None

    def step(self, rows: int) -> None:
        if (pane := self._list()) is None:
            self.article.scroll_by_lines(rows)
        elif pane.move(rows):
            self.followed(pane)

    def page(self, share: float) -> None:
        if (pane := self._list()) is None:
            self.article.page_by(share)
        elif pane.page(share):
            self.followed(pane)

    def jump(self, *, to_end: bool) -> None:
        if (pane := self._list()) is None:
            self.article.scroll_by_lines(len(self.article.lines) * (1 if to_end else -1))
        elif pane.move_to(LAST if to_end else 0):
            self.followed(pane)

    def do_next_fact(self) -> None:
        if self.facts.move(1):
            self.followed(self.facts)

    def do_previous_fact(self) -> None:
        if self.facts.move(-1):
            self.followed(self.facts)

    def do_open(self) -> None:
        if self.actors.listing.current is not None:
            self.become(opened(self.state))

    def do_open_article(self) -> None:
        if self.articles.listing.current is not None:
            self.become(opened(self.state))

    def do_open_words(self) -> None:
        self.become(opened(self.state))
        self.show_article()

    def do_back(self) -> None:
        self.become(stepped_back(self.state))

    def do_next_pane(self) -> None:
        self.become(moved_pane(self.state, 1))

    def do_previous_pane(self) -> None:
        self.become(moved_pane(self.state, -1))

    def do_search(self) -> None:
        self.become(searching(self.state))

    def do_articles(self) -> None:
        self.become(turned(self.state))

    def do_only_sure(self) -> None:
        self.become(replace(self.state, only_sure=not self.state.only_sure))
        hidden = "hidden. S shows them" if self.state.only_sure else "shown again. S hides them"
        self.notice.say(f"Facts marked ? are {hidden}.")

    def do_bidi(self) -> None:
        mode = self.state.mode
        self.become(replace(self.state, mode="none" if mode == "app" else "app"))
        prepared = "prepared here" if self.state.mode == "app" else "left to the terminal (as --bidi none)"
        self.notice.say(f"Right-to-left text is {prepared}. B changes it back.")

    def do_copy(self) -> None:
        if self.state.fact is None:
            self.notice.say("There is no fact to cite here: choose one in the middle pane first.", "bad")
            return
        text = as_text(self.state.fact)
        self.app.copy_to_clipboard(text)
        self.app.push_screen(CopiedScreen(text, self.look))

    def do_explain(self) -> None:
        if self.state.fact is None:
            self.notice.say("There is no fact to explain here: choose one in the middle pane first.", "bad")
            return
        self.notice.say("Reading the article again …")
        self.reader.ask("explain", queries.explanation(self.state.fact))

    def do_help(self) -> None:
        self.app.push_screen(HelpScreen(self.look))

    def do_add(self) -> None:
        self.app.push_screen(AddScreen(self.store, self.look, self.post_message))
