"""The dashboard: keys change the state, the state says what is read, what was read fills the panes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal

from dateline.db.rows import Fact
from dateline.export.cite import as_text
from dateline.model import Span
from dateline_tui import requests
from dateline_tui.draw.article import Marks, Page
from dateline_tui.keys import Action, Where
from dateline_tui.messages import Added, CountsRead, Failed, PageRead, RowsRead
from dateline_tui.panes.article import ArticlePane
from dateline_tui.panes.bars import Footer, Notice, TitleBar
from dateline_tui.panes.lists import ActorsPane, ArticlesPane, FactsPane, Found
from dateline_tui.panes.pane import Look, Pane
from dateline_tui.panes.rows import RowPane
from dateline_tui.reads import Reader
from dateline_tui.screens.add import AddScreen
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.help import HelpScreen
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.state import (
    PaneName,
    State,
    Subject,
    moved_pane,
    opened,
    pane_widths,
    searching,
    stepped_back,
    turned,
)  # fmt: skip

WELCOME = (
    "Five sample articles are loaded so that you can look around. a adds yours, ? shows all keys, "
    "`dateline remove --samples` takes them away. Esc leaves the search box."
)
#: actions that need the rows of the pane that has the keys, and those that need the fact under the cursor
_NEED_ROWS = frozenset(
    ("open", "open_article", "down", "up", "half_down", "half_up", "page_down", "page_up", "top", "bottom")
)
_NEED_FACT = frozenset(("open_words", "copy", "next_fact", "previous_fact"))
_PAGES = 8  # articles kept after they were read


class MainScreen(KeyedScreen):
    """Three panes over one store."""

    DEFAULT_CSS = "MainScreen { layout: vertical; } MainScreen Horizontal { height: 1fr; }"

    def __init__(self, store: Path, state: State, look: Look, *, first_start: bool) -> None:
        super().__init__()
        self.store = store
        self.state = state
        self.look = look
        self.first_start = first_start
        self.bar = TitleBar(look)
        self.notice = Notice(look)
        self.keys = Footer(look)
        self.actors = ActorsPane(look, id="actors")
        self.articles = ArticlesPane(look, id="articles")
        self.facts = FactsPane(look, id="facts")
        self.article = ArticlePane(look, id="article")
        self.panes: dict[PaneName, Pane] = {
            "actors": self.actors, "articles": self.articles, "facts": self.facts, "article": self.article,
        }  # fmt: skip
        self.reader = Reader(store, self.post_message)
        self._pages: dict[str, Page] = {}
        self._pressed: deque[tuple[str, str | None]] = deque()  # keys that wait for rows being read
        self._held: Action | None = None

    def compose(self) -> ComposeResult:
        yield self.bar
        with Horizontal():
            yield from self.panes.values()
        yield self.notice
        yield self.keys

    def on_mount(self) -> None:
        self.reader.start()
        self.reload()
        if self.first_start:
            self.notice.say(WELCOME)
        self._arrange()

    def on_unmount(self) -> None:
        self.reader.close()

    def reload(self) -> None:
        """Reads everything anew: at the start, and when the store has changed."""
        self._pages.clear()
        self.reader.ask("counts", requests.counts())
        self._ask_actors()
        self.reader.ask("articles", requests.articles(self.articles.listing.ask()))

    # -- keys

    @property
    def where(self) -> Where:
        return self.state.place

    def press(self, key: str, character: str | None) -> None:
        """Keys keep their order: one that needs rows waits for them, and those behind it wait too."""
        if key == "ctrl+c":
            self.do_interrupt()
            return
        self._pressed.append((key, character))
        self._work_off()

    def _work_off(self) -> None:
        while True:
            if self._held is not None:
                if not self._ready(self._held):
                    return
                action, self._held = self._held, None
                self._do(action)
            elif self._pressed and self.app.screen is self:
                super().press(*self._pressed.popleft())
            else:
                self._pressed.clear()
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

    def typed(self, text: str) -> None:
        self._edit(self.state.query.typed(text))

    def _edit(self, query: Any) -> None:
        self.become(replace(self.state, query=query))

    def do_erase(self) -> None:
        self._edit(self.state.query.erased())

    def do_erase_word(self) -> None:
        self._edit(self.state.query.erased_word())

    def do_erase_all(self) -> None:
        self._edit(type(self.state.query)())

    def do_left(self) -> None:
        self._edit(self.state.query.moved(-1))

    def do_right(self) -> None:
        self._edit(self.state.query.moved(1))

    def do_start(self) -> None:
        self._edit(self.state.query.at_start())

    def do_end(self) -> None:
        self._edit(self.state.query.at_end())

    def _rows(self) -> RowPane[Any] | None:
        """The list that has the keys; None in the article."""
        pane = self.panes[self.state.pane]
        return pane if isinstance(pane, RowPane) else None

    def _move(self, rows: Callable[[RowPane[Any]], bool], text: Callable[[ArticlePane], None]) -> None:
        pane = self._rows()
        if pane is None:
            text(self.article)
        elif rows(pane):
            self._followed(pane)

    def do_down(self) -> None:
        self._move(lambda pane: pane.move(1), lambda article: article.scroll_by_lines(1))

    def do_up(self) -> None:
        self._move(lambda pane: pane.move(-1), lambda article: article.scroll_by_lines(-1))

    def do_half_down(self) -> None:
        self._move(lambda pane: pane.page(0.5), lambda article: article.page_by(0.5))

    def do_half_up(self) -> None:
        self._move(lambda pane: pane.page(-0.5), lambda article: article.page_by(-0.5))

    def do_page_down(self) -> None:
        self._move(lambda pane: pane.page(1), lambda article: article.page_by(1))

    def do_page_up(self) -> None:
        self._move(lambda pane: pane.page(-1), lambda article: article.page_by(-1))

    def do_top(self) -> None:
        self._move(lambda pane: pane.move_to(0), lambda article: article.scroll_by_lines(-article.top))

    def do_bottom(self) -> None:
        self._move(
            lambda pane: pane.move_to(pane.listing.total - 1),
            lambda article: article.scroll_by_lines(len(article.lines)),
        )

    def do_next_fact(self) -> None:
        if self.facts.move(1):
            self._followed(self.facts)

    def do_previous_fact(self) -> None:
        if self.facts.move(-1):
            self._followed(self.facts)

    def do_open(self) -> None:
        if self.actors.listing.current is not None:
            self.become(opened(self.state))

    def do_open_article(self) -> None:
        if self.articles.listing.current is not None:
            self.become(opened(self.state))

    def do_open_words(self) -> None:
        self.become(opened(self.state))
        self._show_article()

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

    def do_help(self) -> None:
        self.app.push_screen(HelpScreen(self.look))

    def do_add(self) -> None:
        self.app.push_screen(AddScreen(self.store, self.look, self.post_message))

    # -- state

    def become(self, state: State) -> None:
        """Goes over to another state and does what the difference asks for."""
        before, self.state = self.state, state
        if state.query.text != before.query.text:
            self._ask_actors()
        if state.mode != before.mode:
            self.look = replace(self.look, mode=state.mode)
        if state.side != before.side:
            self._followed(self._side())
        self._arrange()

    def _side(self) -> RowPane[Any]:
        return self.actors if self.state.side == "actors" else self.articles

    def _arrange(self) -> None:
        """Panes, their widths and who has the keys."""
        widths = pane_widths(self.state, self.app.size.width)
        first = next(iter(widths))
        for name, pane in self.panes.items():
            pane.display = name in widths
            if name in widths:
                pane.styles.width = widths[name]
            pane.dress(self.look, name == self.state.pane, name != first)
        for bar in (self.bar, self.notice, self.keys):
            if bar.look != self.look:
                bar.look = self.look
                bar.refresh()
        self.actors.ask(self.state.query, self.state.place == "search")
        self.keys.at(self.where)

    def on_resize(self) -> None:
        self._arrange()
        self.notice.fit()

    # -- what the cursor stands on decides what is read next

    def _ask_actors(self) -> None:
        question = self.actors.listing.ask()
        self.reader.ask("actors", requests.actors(question, self.state.query.text))

    def _followed(self, pane: RowPane[Any]) -> None:
        """The cursor of a list stands on another row: what hangs on it changes, and rows in view are read."""
        self._fill(pane)
        if pane is self.facts:
            self.state = replace(self.state, fact=self.facts.listing.current)
            self._show_article()
        elif pane is self._side():
            self._choose(_subject(pane.listing.current))

    def _choose(self, subject: Subject | None) -> None:
        """Lists the facts of another actor or article."""
        if subject == self.facts.subject and self.facts.listing.settled and self.facts.listing.question:
            return
        self.facts.subject = subject
        self.state = replace(self.state, subject=subject)
        self.reader.ask("facts", requests.facts(self.facts.listing.ask(), subject))

    def _fill(self, pane: RowPane[Any]) -> None:
        """Has the rows read that are to be seen but are not there."""
        window = pane.missing() if pane.listing.settled else None
        if window is None:
            return
        question = pane.listing.question
        if pane is self.actors:
            self.reader.ask("actors", requests.actors(question, self.state.query.text, *window))
        elif pane is self.articles:
            self.reader.ask("articles", requests.articles(question, *window))
        elif pane is self.facts:
            self.reader.ask("facts", requests.facts(question, self.facts.subject, *window))

    def _show_article(self) -> None:
        """Shows the article of the fact under the cursor, or the chosen article, with its marks."""
        fact, subject = self.state.fact, self.state.subject
        actor = subject.id if subject and subject.kind == "actor" else None
        wanted = fact.article if fact else subject.id if subject and subject.kind == "article" else None
        self.state = replace(self.state, article=wanted)
        marks = Marks(actor, _words(fact) if fact else (), self.look.signs)
        if wanted is None:
            self.article.nothing = _nothing(subject)
            self.article.show(None, marks, to=None)
        elif wanted in self._pages:
            self.article.show(self._pages[wanted], marks, to=fact.start if fact else None)
        else:
            self.reader.ask("article", requests.page(wanted))

    # -- answers

    def on_rows_read(self, message: RowsRead) -> None:
        pane = self.panes[message.pane]
        assert isinstance(pane, RowPane)
        if pane.answer(message.question, message.offset, message.rows, message.total):
            self._followed(pane)
        else:
            self._fill(pane)
        self._work_off()

    def on_page_read(self, message: PageRead) -> None:
        while len(self._pages) >= _PAGES:
            self._pages.pop(next(iter(self._pages)))
        self._pages[message.page.hash] = message.page
        if message.page.hash == self.state.article:
            self._show_article()

    def on_counts_read(self, message: CountsRead) -> None:
        self.bar.tell(message)
        self.actors.names = message.actors

    def on_added(self, message: Added) -> None:
        self.notice.say(message.sentence)
        self.reload()

    def on_failed(self, message: Failed) -> None:
        self.notice.say(message.sentence, "bad")

    def on_row_pane_wanted(self, message: RowPane.Wanted) -> None:
        self._fill(message.pane)


def _subject(row: Any) -> Subject | None:
    """What a row of the left pane stands for."""
    if row is None:
        return None
    if isinstance(row, Found):
        return Subject("actor", row.actor.id, row.actor.name)
    return Subject("article", row.hash, row.title or "(no title)")


def _words(fact: Fact) -> tuple[Span, ...]:
    """Where the article says it: the best telling and the others, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted({(fact.start, fact.end), *fact.spans}):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _nothing(subject: Subject | None) -> str:
    if subject is None:
        return "The source article of a fact stands here. a adds an article, ? shows all keys."
    return f"No fact of {subject.name}, so no article to show. A lists the articles, s searches another name."
