"""What keys do in the article: a cursor goes through its text, selects words, unfolds site text, follows names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.db.rows import Fact
from dateline.model import Mention, Span
from dateline_tui import caret
from dateline_tui.entry import Entry
from dateline_tui.keys import Pressed
from dateline_tui.screens.reading import ReadingScreen
from dateline_tui.state import ALL, State


class InArticle(ReadingScreen):
    """The article pane's keys. ``state.cursor`` is where its cursor stands, an offset in the text."""

    _performed = ""  # the action before this one
    _parties: tuple[str, ...] = ()  # of the fact whose parties are being followed

    def perform(self, pressed: Pressed) -> None:
        super().perform(pressed)
        self._performed = pressed.action.name

    def become(self, state: State) -> None:
        before = self.state
        super().become(state)
        self.ask_sentences()
        if self.state.place == "article":
            self.page_shown()
        elif before.place == "article" and self.facts.listing.settled and self.facts.listing.current != self.state.fact:
            self.followed(self.facts)  # the article's own facts were gone through

    def page_shown(self) -> None:
        """Gives the article a cursor as soon as it has the keys."""
        if self.state.place == "article" and self.state.cursor is None:
            self.move_cursor(self.article.first_offset())

    # -- moving

    @property
    def cursor(self) -> int:
        """Where the cursor stands, or would stand if the article had the keys."""
        at = self.state.cursor if self.state.cursor is not None else self.article.first_offset()
        return at or 0

    def move_cursor(self, offset: int | None, *, keep_column: bool = False) -> None:
        if offset is not None:
            self.state = replace(self.state, cursor=offset)
            if self.state.anchor is not None:
                self.remark()
            self.article.put_caret(offset, keep_column=keep_column)

    def step_in_article(self, rows: int) -> None:
        """So many lines of the screen down."""
        self.move_cursor(self.article.stepped(self.cursor, rows), keep_column=True)

    def page_in_article(self, share: float) -> None:
        self.move_cursor(self.article.paged(self.cursor, share), keep_column=True)

    def jump_in_article(self, *, to_end: bool) -> None:
        self.move_cursor(self.article.end_offset(last=to_end))

    def _repeated(self, step: Callable[[int], int | None]) -> int | None:
        """Where ``step`` leads from the cursor, taken as often as was asked for or as far as it leads; else None."""
        found, at = None, self.cursor
        for _ in range(self.times):
            following = step(at)
            if following is None:
                break
            found = at = following
        return found

    def do_next_word(self) -> None:
        self.move_cursor(self._repeated(self._word_behind))

    def do_previous_word(self) -> None:
        self.move_cursor(self._repeated(self._word_before))

    def _word_behind(self, at: int) -> int | None:
        text, fold = self.article.laid.page.text, self.article.laid.fold_at(at)
        return self._seen(caret.first_word(text, fold.end) if fold else caret.next_word(text, at))

    def _word_before(self, at: int) -> int | None:
        return self._seen(caret.previous_word(self.article.laid.page.text, at))

    def _seen(self, offset: int | None) -> int | None:
        """An offset, or the first one of the fold that hides it."""
        fold = None if offset is None else self.article.laid.fold_at(offset)
        return fold.start if fold else offset

    def do_next_name(self) -> None:
        back = self.look.key("previous_name")
        self._to_name(caret.next_name, f"No actor is named further down: {back} goes back to the one before.")

    def do_previous_name(self) -> None:
        on = self.look.key("next_name")
        self._to_name(caret.previous_name, f"No actor is named further up: {on} goes on to the next one.")

    def _to_name(self, beside: Callable[[Sequence[Mention], int], int | None], none: str) -> None:
        mentions = self.article.laid.page.mentions
        found = self._repeated(lambda at: beside(mentions, at))
        if found is None:
            self.notice.say(none)
        self.move_cursor(found)

    # -- facts in the order of the text

    def do_next_fact(self) -> None:
        back = self.look.key("previous_fact")
        self._to_fact(1, f"This is the last fact of the article: {back} goes back to the one before.")

    def do_previous_fact(self) -> None:
        on = self.look.key("next_fact")
        self._to_fact(-1, f"This is the first fact of the article: {on} goes on to the next one.")

    def _to_fact(self, by: int, none: str) -> None:
        if self.state.place != "article":
            if self.facts.move(by * self.times):
                self.followed(self.facts)
            return
        facts = self.text_facts
        fact = caret.fact_beside(facts, self.state.fact, self.cursor, by)
        for _ in range(self.times - 1):
            further = caret.fact_beside(facts, fact, fact.start, by) if fact else None
            if further is None:
                break
            fact = further
        if fact is None:
            self.notice.say(none if facts else "No facts were found in this article.")
        else:
            self.choose_fact(fact)

    @property
    def text_facts(self) -> tuple[Fact, ...]:
        """The facts of the article shown, in the order of its text, as far as they are not hidden."""
        facts = self.article.page.facts if self.article.page else ()
        return tuple(fact for fact in facts if fact.sure or fact.kind == "role" or not self.state.only_sure)

    def choose_fact(self, fact: Fact) -> None:
        """Marks a fact of the article shown; where the facts' list has it, its cursor goes there too."""
        self.state = replace(self.state, fact=fact)
        row = self.facts.listing.find(lambda other: (other.id, other.article) == (fact.id, fact.article))
        if row is not None and self.facts.listing.settled:
            self.facts.move_to(row)
            self._fill(self.facts)
        self.show_article()
        self._offer()

    # -- selecting

    @property
    def selection(self) -> Span | None:
        """What is selected in the article shown, in whole words."""
        page, anchor = self.article.page, self.state.anchor
        return None if page is None or anchor is None else caret.selected(page.text, anchor, self.cursor)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence of the article shown that ``offset`` stands in; None where it is site text."""
        page = self.article.page
        return None if page is None else caret.sentence_at(page.text, page.sentences, offset)

    def do_select(self) -> None:
        self.state = replace(self.state, anchor=self.cursor if self.state.anchor is None else None)
        self.remark()

    # -- actors and folds

    @property
    def mention_at_cursor(self) -> Mention | None:
        """The name that the cursor stands on."""
        page = self.article.page
        return caret.mention_at(page.mentions, self.cursor) if page else None

    @property
    def actor_at_cursor(self) -> str | None:
        """Who is named at the cursor."""
        mention = self.mention_at_cursor
        return mention.actor if mention else None

    def do_choose(self) -> None:
        """Enter: the actor named at the cursor, or the fold it stands on."""
        if (actor := self.actor_at_cursor) is not None:
            self.follow_actor(actor)
        elif (start := self.article.turn_fold(self.cursor)) is not None:
            self.move_cursor(start)
        else:
            self._nobody_named()

    def do_follow(self) -> None:
        """``*``: the actor at the cursor; in the facts each party of the fact in turn."""
        if self.state.place == "article":
            actor = self.actor_at_cursor
            self._parties = ()
        else:
            actor = self._next_party()
        if actor is not None:
            self.follow_actor(actor)
        elif self.state.place == "article":
            self._nobody_named()
        else:
            self.notice.say("There is no party to follow here: choose a fact first.")

    def _nobody_named(self) -> None:
        self.notice.say(f"No actor is named at the cursor: {self.look.key('next_name')} goes to the next one.")

    def _next_party(self) -> str | None:
        subject = self.state.subject.id if self.state.subject else None
        if self._performed == "follow" and subject in self._parties:
            following = self._parties.index(subject) + 1
            return self._parties[following % len(self._parties)]
        self._parties = self.state.fact.actors if self.state.fact else ()
        others = [actor for actor in self._parties if actor != subject]
        return next(iter(others or self._parties), None)

    def follow_actor(self, actor_id: str) -> None:
        """Goes to an actor: under the cursor of the list, which is no search any more, its facts in the middle."""
        subject = (
            None if self.state.subject == ALL else self.state.subject
        )  # a filter listed all facts: now the actor's
        self.become(replace(self.state, side="actors", place="facts", query=Entry(), subject=subject, anchor=None))
        self._ask_actors(actor_id)
