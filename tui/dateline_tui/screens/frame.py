"""The frame of the dashboard: bars and panes, their widths, who has the keys, and the threads behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from dateline_tui.keys import Where
from dateline_tui.panes.article import ArticlePane
from dateline_tui.panes.bars import Footer, Notice, TitleBar
from dateline_tui.panes.lists import ActorsPane, ArticlesPane, FactsPane
from dateline_tui.panes.pane import Look, Pane
from dateline_tui.panes.rows import RowPane
from dateline_tui.reads import Reader
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.state import PaneName, State, idle, pane_widths
from dateline_tui.trail import Visit
from dateline_tui.writes import Writer

S = TypeVar("S", bound=KeyedScreen)
LINES_KEPT = 50  # of those typed for one thing


class Frame(KeyedScreen):
    """Everything on the screen, drawn as the state says; nothing is read yet."""

    DEFAULT_CSS = "Frame { layout: vertical; } Frame Horizontal { height: 1fr; }"

    def __init__(self, store: Path, state: State, look: Look, *, readonly: bool = False) -> None:
        super().__init__()
        self.store = store
        self.state = state
        self.look = look
        self.bar = TitleBar(look)
        self.bar.readonly = readonly
        self.notice = Notice(look)
        self.footer = Footer(look)
        self.actors = ActorsPane(look, id="actors")
        self.articles = ArticlesPane(look, id="articles")
        self.facts = FactsPane(look, id="facts")
        self.article = ArticlePane(look, id="article")
        self.panes: dict[PaneName, Pane] = {
            "actors": self.actors, "articles": self.articles, "facts": self.facts, "article": self.article,
        }  # fmt: skip
        self.reader = Reader(store, self.post_message, readonly=readonly)
        self.writer = Writer(store, self.post_message, readonly=readonly)
        self.waiting_for: set[str] = set()  # topics whose answer the keys wait for
        self.lines_typed: dict[str, tuple[str, ...]] = {}  # by what was asked: "find", "filter", "command"
        self.marked: dict[str, Visit] = {}  # places by the letter that m gave them

    def compose(self) -> ComposeResult:
        yield self.bar
        with Horizontal():
            yield from self.panes.values()
        yield self.notice
        yield self.footer

    def on_mount(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Starts to read, and to write what is decided."""
        self.reader.start()
        self.writer.start()
        self._arrange()

    def on_unmount(self) -> None:
        self.reader.close()
        self.writer.close()

    @property
    def where(self) -> Where:
        return self.state.place

    def _arrange(self) -> None:
        """Panes, their widths and who has the keys."""
        widths = pane_widths(self.state, self.app.size.width)
        first = next(iter(widths))
        for name, pane in self.panes.items():
            pane.display = name in widths
            if name in widths:
                pane.styles.width = widths[name]
            pane.dress(self.look, name == self.state.pane, name != first)
        for bar in (self.bar, self.notice, self.footer):
            if bar.look != self.look:
                bar.look = self.look
                bar.refresh()
        self.actors.ask(self.state.query, self.state.place == "search", self.state.scope)
        self._offer()

    def _offer(self) -> None:
        """The keys that work now."""
        self.footer.at(self.where, idle(self.state))

    def on_resize(self) -> None:
        self._arrange()
        self.notice.fit()

    @property
    def list_with_keys(self) -> RowPane[Any] | None:
        """The list that has the keys; None in the article."""
        pane = self.panes[self.state.pane]
        return pane if isinstance(pane, RowPane) else None

    def _open(self, kind: type[S]) -> list[S]:
        """The screens of that kind that are open over the dashboard, whatever covers them."""
        return [screen for screen in self.app.screen_stack if isinstance(screen, kind)]

    def caught_up(self) -> None:
        """Called after every answer: keys may have waited for it."""

    def typed_before(self, what: str) -> tuple[str, ...]:
        """The lines typed for that before, the oldest first."""
        return self.lines_typed.get(what, ())

    def remember(self, what: str, line: str) -> None:
        """Keeps a line that was typed, for the next time it is asked for."""
        if line:
            before = tuple(other for other in self.typed_before(what) if other != line)
            self.lines_typed[what] = (*before, line)[-LINES_KEPT:]
