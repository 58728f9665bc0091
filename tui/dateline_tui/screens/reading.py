"""What stands behind the keys: the state says what is read, what was read fills the panes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline_tui import queries
from dateline_tui.listing import PAGE
from dateline_tui.messages import Added, CountsRead, Explained, Failed, NamesRead, RowsRead, Told
from dateline_tui.panes.lists import Found
from dateline_tui.panes.pane import Look
from dateline_tui.panes.rows import RowPane
from dateline_tui.screens.names import NamesScreen
from dateline_tui.screens.showing import Showing
from dateline_tui.screens.why import WhyScreen
from dateline_tui.state import ALL, Shown, State, Subject


class ReadingScreen(Showing):
    """The lists, and what is read for them. ``become`` is the one way to another state."""

    def __init__(self, store: Path, state: State, look: Look, *, readonly: bool = False) -> None:
        super().__init__(store, state, look, readonly=readonly)
        self._to_newest = False  # the article that was added last is to be shown
        self._asked: Shown | None = None  # what the facts were asked for last

    def begin(self) -> None:
        """Has the first rows read."""
        super().begin()
        self.reload()

    def reload(self) -> None:
        """Reads everything anew: at the start, and when the store has changed."""
        self.forget()
        self._ask_actors()
        self._ask_articles()

    def forget(self) -> None:
        """What was read is not to be trusted any more."""
        self.forget_pages()
        self._asked = None
        self.reader.ask("counts", queries.counts())

    # -- state

    def become(self, state: State) -> None:
        """Goes over to another state and does what the difference asks for."""
        before, self.state = self.state, state
        if state.searched != before.searched:
            stays = state.subject if state.query.text == before.query.text else None  # other spellings of the same name
            self._ask_actors(stays.id if stays and stays.kind == "actor" else None)
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

    def go_to_row(self, pane: RowPane[Any], row: int) -> None:
        """Puts the cursor of a list on that row, counted from 0, or as near as the list goes."""
        if pane.move_to(row):
            self.followed(pane)

    # -- what the cursor stands on decides what is read next

    def _ask_actors(self, actor: str | None = None, instead: Sequence[str] = ()) -> None:
        """Has the actors read again, with the cursor on that ``actor``, or else the first of those ``instead``, where
        it is one of them."""
        question = self.actors.listing.ask()
        wanted = () if actor is None else (actor, *instead)
        self.reader.ask("actors", queries.actors(question, self.state.searched, around=wanted, surely=bool(instead)))

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
            self.reader.ask("actors", queries.actors(question, self.state.searched, *window))
        elif pane is self.articles:
            self.reader.ask("articles", queries.articles(question, *window))
        elif pane is self.facts:
            self.reader.ask("facts", queries.facts(question, self.facts.shown, *window))

    # -- answers

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

    def on_counts_read(self, message: CountsRead) -> None:
        self.bar.tell(message)

    def on_explained(self, message: Explained) -> None:
        self.notice.say("")
        self.app.push_screen(WhyScreen(message.lines, self.look))

    def on_names_read(self, message: NamesRead) -> None:
        self.notice.say("")
        self.app.push_screen(NamesScreen(message, self.look))

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
