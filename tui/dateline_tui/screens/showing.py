"""The article on the right: which one is shown, what is marked in it, and where its cursor goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dateline.db.rows import Fact
from dateline.model import Span
from dateline_tui import pages
from dateline_tui.draw.article import Marks, Page
from dateline_tui.messages import PageRead, SentencesRead
from dateline_tui.panes.pane import Look
from dateline_tui.reads import Request
from dateline_tui.screens.frame import Frame
from dateline_tui.state import State

_PAGES = 8  # articles kept after they were read


class Showing(Frame):
    """Shows the article of the fact under the cursor, or the chosen one."""

    def __init__(self, store: Path, state: State, look: Look, *, readonly: bool = False) -> None:
        super().__init__(store, state, look, readonly=readonly)
        self._pages: dict[str, Page] = {}
        self._shown: tuple[str | None, str | None] = (None, None)  # article and fact that the cursor was put on
        self._page_asked = False  # an article is being read
        self._to_cursor: tuple[str, int] | None = None  # where the article's cursor is to go once it is read
        self._sentences_asked = ""  # hash of the article whose sentences were asked for last

    def forget_pages(self) -> None:
        """What was read of articles is not to be trusted any more."""
        self._pages.clear()
        self._sentences_asked = ""

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
            self._ask_page(pages.page_naming(actor))
        elif wanted is None:
            self.article.show(None, self.marks, to=None)
        elif wanted in self._pages:
            self._show_page(self._pages[wanted], to=fact.start if fact else None)
        else:
            self._ask_page(pages.page(wanted))

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
            self.reader.ask("sentences", pages.sentences(page))

    @property
    def marks(self) -> Marks:
        """What is marked in the article now."""
        fact, subject = self.state.fact, self.state.subject
        actor = subject.id if subject and subject.kind == "actor" else None
        words, signs = _words(fact) if fact else (), self.look.signs
        unfold = self.look.key("choose", "article")
        return Marks(actor, words, signs, fact.id if fact else None, self.selection, self.state.only_sure, unfold)

    @property
    def selection(self) -> Span | None:
        """What is selected in the article."""
        return None

    def remark(self) -> None:
        """Marks the article anew where it stands."""
        if self.article.page is not None:
            self.article.show(self.article.page, self.marks, to=None)

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


def _words(fact: Fact) -> tuple[Span, ...]:
    """Where the article says it: the best telling and the others, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted({(fact.start, fact.end), *fact.spans}):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
