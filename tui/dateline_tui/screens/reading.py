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
from dateline_tui.listing import PAGE
from dateline_tui.messages import Added, CountsRead, Explained, Failed, PageRead, RowsRead, SentencesRead, Told
from dateline_tui.panes.article import ArticlePane
from dateline_tui.panes.bars import Footer, Notice, TitleBar
from dateline_tui.panes.lists import ActorsPane, ArticlesPane, FactsPane, Found
from dateline_tui.panes.pane import Look, Pane
from dateline_tui.panes.rows import RowPane
from dateline_tui.reads import Reader, Request
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.screens.why import WhyScreen
from dateline_tui.state import ALL, PaneName, Shown, State, Subject, idle, pane_widths
from dateline_tui.trail import Visit
from dateline_tui.writes import Writer

_PAGES = 8  # articles kept after they were read
LINES_KEPT = 50  # of those typed for one thing


class ReadingScreen(KeyedScreen):
    """The panes, and what is read for them. ``become`` is the one way to another state."""

    DEFAULT_CSS = "ReadingScreen { layout: vertical; } ReadingScreen Horizontal { height: 1fr; }"

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
        self._pages: dict[str, Page] = {}
        self._to_newest = False  # the article that was added last is to be shown
        self._shown: tuple[str | None, str | None] = (None, None)  # article and fact that the cursor was put on
        self._page_asked = False  # an article is being read
        self._asked: Shown | None = None  # what the facts were asked for last
        self._to_cursor: tuple[str, int] | None = None  # where the article's cursor is to go once it is read
        self.waiting_for: set[str] = set()  # topics whose answer the keys wait for
        self.lines_typed: dict[str, tuple[str, ...]] = {}  # by what was asked: "find", "filter", "command"
        self.marked: dict[str, Visit] = {}  # places by the letter that m gave them
        self._sentences_asked = ""  # hash of the article whose sentences were asked for last

    def compose(self) -> ComposeResult:
        yield self.bar
        with Horizontal():
            yield from self.panes.values()
        yield self.notice
        yield self.footer

    def on_mount(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Has the first rows read."""
        self.reader.start()
        self.writer.start()
        self.reload()
        self._arrange()

    def on_unmount(self) -> None:
        self.reader.close()
        self.writer.close()

    def reload(self) -> None:
        """Reads everything anew: at the start, and when the store has changed."""
        self.forget()
        self._ask_actors()
        self._ask_articles()

    def forget(self) -> None:
        """What was read is not to be trusted any more."""
        self._pages.clear()
        self._sentences_asked = ""
        self._asked = None
        self.reader.ask("counts", queries.counts())

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
        if (state.only_sure, state.filter) != (before.only_sure, before.filter):
            self._ask_facts()
        if state.side != before.side:
            self.followed(self._side())
        if (state.anchor, state.only_sure) != (before.anchor, before.only_sure):
            self.remark()
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

    @property
    def list_with_keys(self) -> RowPane[Any] | None:
        """The list that has the keys; None in the article."""
        pane = self.panes[self.state.pane]
        return pane if isinstance(pane, RowPane) else None

    def go_to_row(self, pane: RowPane[Any], row: int) -> None:
        """Puts the cursor of a list on that row, counted from 0, or as near as the list goes."""
        if pane.move_to(row):
            self.followed(pane)

    def typed_before(self, what: str) -> tuple[str, ...]:
        """The lines typed for that before, the oldest first."""
        return self.lines_typed.get(what, ())

    def remember(self, what: str, line: str) -> None:
        """Keeps a line that was typed, for the next time it is asked for."""
        if line:
            before = tuple(other for other in self.typed_before(what) if other != line)
            self.lines_typed[what] = (*before, line)[-LINES_KEPT:]

    # -- what the cursor stands on decides what is read next

    def _ask_actors(self, actor: str | None = None) -> None:
        """Has the actors read again, with the cursor on that ``actor`` where it is one of them."""
        question = self.actors.listing.ask()
        self.reader.ask("actors", queries.actors(question, self.state.query.text, actor=actor))

    def _ask_articles(self, article: str | None = None) -> None:
        """Has the articles read again, with the cursor on that ``article``; where it is gone, on the row it was on."""
        row = None if article is None else self.articles.listing.at
        question = self.articles.listing.ask()
        self.reader.ask("articles", queries.articles(question, article=article, row=row))

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
        self.state = replace(self.state, subject=subject)
        if self._asked != self.state.shown:
            self._ask_facts()

    def _ask_facts(self, fact: str | None = None, row: int | None = None) -> None:
        """Has the facts read that are to be listed now, with the cursor on that ``fact`` where it is one of them, else
        on that ``row``."""
        self._asked = self.facts.shown = self.state.shown
        question = self.facts.listing.ask()
        # no more than can be seen: with every letter of a search other facts are listed
        limit = PAGE if fact or row else self.facts.room + 2
        self.reader.ask("facts", queries.facts(question, self._asked, limit=limit, fact=fact, row=row))

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
            self.reader.ask("facts", queries.facts(question, self.facts.shown, *window))

    def show_article(self) -> None:
        """Shows the article of the fact under the cursor, or the chosen article, with its marks."""
        fact, subject = self.state.fact, self.state.subject
        actor = subject.id if subject and subject.kind == "actor" else None
        wanted = fact.article if fact else subject.id if subject and subject.kind == "article" else None
        self.state = replace(self.state, article=wanted)
        if self._shown != (shown := (wanted, fact.id if fact else None)):
            self._shown = shown
            self._go(fact.start if fact else None)
        if wanted is None and actor is not None:
            self._ask_page(queries.page_naming(actor))
        elif wanted is None:
            self.article.show(None, self.marks, to=None)
        elif wanted in self._pages:
            self._show_page(self._pages[wanted], to=fact.start if fact else None)
        else:
            self._ask_page(queries.page(wanted))

    def _go(self, offset: int | None) -> None:
        """The article's cursor goes to other words; nothing is selected any more."""
        self.state = replace(self.state, cursor=offset, anchor=None)
        self.article.caret = offset

    def _ask_page(self, request: Request) -> None:
        self._page_asked = True
        self.reader.ask("article", request)

    def _show_page(self, page: Page, to: int | None) -> None:
        self.article.show(page, self.marks, to=to)
        if self._to_cursor is not None and self._to_cursor[0] == page.hash:
            (_article, at), self._to_cursor = self._to_cursor, None
            self.state = replace(self.state, cursor=min(at, len(page.text)))
            self.article.put_caret(at)
        self.ask_sentences()

    def ask_sentences(self) -> None:
        """Has the sentences of the article shown read, once somebody looks at its facts: no start waits for a pack."""
        page = self.article.page
        if page is None or page.sentences or self.state.place not in ("facts", "article"):
            return
        if page.hash != self._sentences_asked:
            self._sentences_asked = page.hash
            self.reader.ask("sentences", queries.sentences(page))

    @property
    def marks(self) -> Marks:
        """What is marked in the article now."""
        fact, subject = self.state.fact, self.state.subject
        actor = subject.id if subject and subject.kind == "actor" else None
        words, signs = _words(fact) if fact else (), self.look.signs
        return Marks(actor, words, signs, fact.id if fact else None, self.selection, self.state.only_sure)

    @property
    def selection(self) -> Span | None:
        """What is selected in the article."""
        return None

    def remark(self) -> None:
        """Marks the article anew where it stands."""
        if self.article.page is not None:
            self.article.show(self.article.page, self.marks, to=None)

    # -- answers

    def caught_up(self) -> None:
        """Called after every answer: keys may have waited for it."""

    def on_rows_read(self, message: RowsRead) -> None:
        pane = self.panes[message.pane]
        assert isinstance(pane, RowPane)
        answered = pane.answer(message.question, message.offset, message.rows, message.total, message.more)
        if pane.listing.settled and message.question == pane.listing.question:
            pane.why = message.why
        if self._to_newest and pane is self.articles and pane.listing.settled:
            self._to_newest = False
            answered = pane.move_to(message.total - 1) or answered
        if answered and message.at is not None:
            pane.move_to(message.at)
        if answered and not (pane is self._side() and self.state.subject == ALL):  # a filter lists all facts
            self.followed(pane)
        else:
            self._fill(pane)
        self.caught_up()

    def on_page_read(self, message: PageRead) -> None:
        while len(self._pages) >= _PAGES:
            self._pages.pop(next(iter(self._pages)))
        self._pages[message.page.hash] = message.page
        self._page_asked = False
        subject = self.state.subject
        if message.actor is None:
            if message.page.hash == self.state.article:
                self.show_article()
        elif subject is not None and subject.id == message.actor and self.state.fact is None:
            if message.page.hash:
                self._go(message.at)
                self._show_page(message.page, to=message.at)
            else:
                self.article.show(None, self.marks, to=None)

        self.page_shown()
        self.caught_up()

    def page_shown(self) -> None:
        """Called when an article has been read, and is shown where it was wanted."""

    def on_sentences_read(self, message: SentencesRead) -> None:
        page = self._pages.get(message.article)
        if page is not None:
            self._pages[page.hash] = page = replace(page, sentences=message.sentences)
            if self.article.page is not None and self.article.page.hash == page.hash:
                self.article.told(page)

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
            self._page_asked = False
            self.waiting_for &= {"decide"}  # the others are read, and will not come
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
