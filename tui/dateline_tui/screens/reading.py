"""What stands behind the keys: the state says what is read, what was read fills the panes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal

from dateline.db.rows import Fact
from dateline.model import Span
from dateline_tui import queries
from dateline_tui.draw.article import Marks, Page
from dateline_tui.keys import Where
from dateline_tui.messages import Added, CountsRead, Explained, Failed, PageRead, RowsRead, Told
from dateline_tui.panes.article import ArticlePane
from dateline_tui.panes.bars import Footer, Notice, TitleBar
from dateline_tui.panes.lists import ActorsPane, ArticlesPane, FactsPane, Found
from dateline_tui.panes.pane import Look, Pane
from dateline_tui.panes.rows import RowPane
from dateline_tui.reads import Reader
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.screens.why import WhyScreen
from dateline_tui.state import PaneName, State, Subject, idle, pane_widths

_PAGES = 8  # articles kept after they were read


class ReadingScreen(KeyedScreen):
    """The panes, and what is read for them. ``become`` is the one way to another state."""

    DEFAULT_CSS = "ReadingScreen { layout: vertical; } ReadingScreen Horizontal { height: 1fr; }"

    def __init__(self, store: Path, state: State, look: Look) -> None:
        super().__init__()
        self.store = store
        self.state = state
        self.look = look
        self.bar = TitleBar(look)
        self.notice = Notice(look)
        self.footer = Footer(look)
        self.actors = ActorsPane(look, id="actors")
        self.articles = ArticlesPane(look, id="articles")
        self.facts = FactsPane(look, id="facts")
        self.article = ArticlePane(look, id="article")
        self.panes: dict[PaneName, Pane] = {
            "actors": self.actors, "articles": self.articles, "facts": self.facts, "article": self.article,
        }  # fmt: skip
        self.reader = Reader(store, self.post_message)
        self._pages: dict[str, Page] = {}
        self._to_newest = False  # the article that was added last is to be shown

    def compose(self) -> ComposeResult:
        yield self.bar
        with Horizontal():
            yield from self.panes.values()
        yield self.notice
        yield self.footer

    def on_mount(self) -> None:
        self.reader.start()
        self.reload()
        self._arrange()

    def on_unmount(self) -> None:
        self.reader.close()

    def reload(self) -> None:
        """Reads everything anew: at the start, and when the store has changed."""
        self._pages.clear()
        self.facts.subject = None
        self.reader.ask("counts", queries.counts())
        self._ask_actors()
        self.reader.ask("articles", queries.articles(self.articles.listing.ask()))

    @property
    def where(self) -> Where:
        return self.state.place

    # -- state

    def become(self, state: State) -> None:
        """Goes over to another state and does what the difference asks for."""
        before, self.state = self.state, state
        if state.query.text != before.query.text:
            self._ask_actors()
        if state.mode != before.mode:
            self.look = replace(self.look, mode=state.mode)
        if state.only_sure != before.only_sure:
            self._ask_facts()
        if state.side != before.side:
            self.followed(self._side())
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
        for bar in (self.bar, self.notice, self.footer):
            if bar.look != self.look:
                bar.look = self.look
                bar.refresh()
        self.actors.ask(self.state.query, self.state.place == "search")
        self._offer()

    def _offer(self) -> None:
        """The keys that work now."""
        self.footer.at(self.where, idle(self.state))

    def on_resize(self) -> None:
        self._arrange()
        self.notice.fit()

    # -- what the cursor stands on decides what is read next

    def _ask_actors(self) -> None:
        question = self.actors.listing.ask()
        self.reader.ask("actors", queries.actors(question, self.state.query.text))

    def followed(self, pane: RowPane[Any]) -> None:
        """The cursor of a list stands on another row: what hangs on it changes, and rows in view are read."""
        self._fill(pane)
        if pane is self.facts:
            self.state = replace(self.state, fact=self.facts.listing.current)
            if self.state.fact is not None or not self.facts.listing.total:  # else it is being read
                self.show_article()
        elif pane is self._side():
            self._choose(_subject(pane.listing.current))
        self._offer()

    def _choose(self, subject: Subject | None) -> None:
        """Lists the facts of another actor or article."""
        if subject == self.facts.subject and self.facts.listing.settled and self.facts.listing.question:
            return
        self.facts.subject = subject
        self.state = replace(self.state, subject=subject)
        self._ask_facts()

    def _ask_facts(self) -> None:
        self.facts.only_sure = self.state.only_sure
        question = self.facts.listing.ask()
        # no more than can be seen: with every letter of a search other facts are listed
        seen = self.facts.room + 2
        self.reader.ask("facts", queries.facts(question, self.facts.subject, self.state.only_sure, limit=seen))

    def _fill(self, pane: RowPane[Any]) -> None:
        """Has the rows read that are to be seen but are not there."""
        window = pane.missing() if pane.listing.settled else None
        if window is None:
            return
        question = pane.listing.question
        if pane is self.actors:
            self.reader.ask("actors", queries.actors(question, self.state.query.text, *window))
        elif pane is self.articles:
            self.reader.ask("articles", queries.articles(question, *window))
        elif pane is self.facts:
            self.reader.ask("facts", queries.facts(question, self.facts.subject, self.state.only_sure, *window))

    def show_article(self) -> None:
        """Shows the article of the fact under the cursor, or the chosen article, with its marks."""
        fact, subject = self.state.fact, self.state.subject
        actor = subject.id if subject and subject.kind == "actor" else None
        wanted = fact.article if fact else subject.id if subject and subject.kind == "article" else None
        self.state = replace(self.state, article=wanted)
        marks = Marks(actor, _words(fact) if fact else (), self.look.signs)
        if wanted is None and actor is not None:
            self.reader.ask("article", queries.page_naming(actor))
        elif wanted is None:
            self.article.show(None, marks, to=None)
        elif wanted in self._pages:
            self.article.show(self._pages[wanted], marks, to=fact.start if fact else None)
        else:
            self.reader.ask("article", queries.page(wanted))

    # -- answers

    def caught_up(self) -> None:
        """Called after every answer: keys may have waited for it."""

    def on_rows_read(self, message: RowsRead) -> None:
        pane = self.panes[message.pane]
        assert isinstance(pane, RowPane)
        answered = pane.answer(message.question, message.offset, message.rows, message.total, message.more)
        if self._to_newest and pane is self.articles and pane.listing.settled:
            self._to_newest = False
            answered = pane.move_to(message.total - 1) or answered
        if answered:
            self.followed(pane)
        else:
            self._fill(pane)
        self.caught_up()

    def on_page_read(self, message: PageRead) -> None:
        while len(self._pages) >= _PAGES:
            self._pages.pop(next(iter(self._pages)))
        self._pages[message.page.hash] = message.page
        subject, signs = self.state.subject, self.look.signs
        if message.actor is None:
            if message.page.hash == self.state.article:
                self.show_article()
        elif subject is not None and subject.id == message.actor and self.state.fact is None:
            page = message.page if message.page.hash else None
            self.article.show(page, Marks(message.actor, (), signs), to=message.at)

    def on_counts_read(self, message: CountsRead) -> None:
        self.bar.tell(message)
        self.actors.names = message.actors

    def on_explained(self, message: Explained) -> None:
        self.notice.say("")
        self.app.push_screen(WhyScreen(message.lines, self.look))

    def on_added(self, message: Added) -> None:
        self.notice.say(message.sentence)
        if message.new:
            self.become(replace(self.state, side="articles", place="articles"))
            self._to_newest = True
        self.reload()

    def on_told(self, message: Told) -> None:
        self.notice.say(message.sentence)

    def on_failed(self, message: Failed) -> None:
        if message.topic == "read":
            for pane in (self.actors, self.articles, self.facts):
                pane.listing.give_up()
            self.caught_up()
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
