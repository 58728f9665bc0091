"""Mending what was extracted: the keys by which a user decides, and what comes back from the writing thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from dateline.db.rows import Fact
from dateline.model import Span
from dateline_tui import queries
from dateline_tui.adding import checked_date
from dateline_tui.messages import Decided, Failed, ValuesRead
from dateline_tui.panes.pane import Look
from dateline_tui.screens.choose import ChooseScreen, Option
from dateline_tui.screens.form import FactForm, Field
from dateline_tui.screens.in_article import InArticle
from dateline_tui.screens.keeping_up import KeepingUp
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.screens.prompt import PromptScreen

if TYPE_CHECKING:
    from dateline.deciding import Change  # what decides is loaded when there is something to decide

#: what may stand in a line of the form
_HINTS = {
    "type": "a PLOVER type, such as CONSULT; {complete} completes",
    "mode": "such as phone, meeting or visit; empty where none is told",
    "status": "such as occurred, planned or denied",
    "date": "2022-01-31, 2022-01 or 2022; empty where none is told",
    "place": "a town or country; empty where none is told",
    "source": "who does it, with commas between them; +Name for somebody new",
    "target": "to whom; +Name for somebody new",
    "speaker": "who says it; +Name for somebody new",
    "person": "who holds the office; +Name for somebody new",
    "office": "which office",
    "of": "of which country or organisation",
}
_Back = Literal["undo", "redo"]
SLOW = 0.5  # seconds after which it is told that a decision is still being carried out
_SEVERAL = ("source", "target")
_KINDS = (
    Option("event", "somebody did something, to somebody, or with somebody"),
    Option("statement", "somebody said these words"),
    Option("role", "somebody holds an office"),
)


class Mending(InArticle, KeepingUp):
    """``x c + D X`` and what else changes the store; ``u`` takes it back."""

    def decide(self, work: Callable[[sqlite3.Connection, str], Change]) -> None:
        """Has a decision carried out, which undo takes back; keys wait for it."""
        self._carry_out(work, "undo")

    def _carry_out(self, work: Callable[[sqlite3.Connection, str], Change | None], back: _Back, none: str = "") -> None:
        """Has ``work`` done, which the action ``back`` turns round; ``none`` is what is said where it finds nothing to
        do."""
        self.waiting_for.add("decide")
        self.writer.ask(partial(_decided, work, back, none))
        self.set_timer(SLOW, self._still_deciding)

    def _still_deciding(self) -> None:
        """Says so where it takes a while, on whatever screen is on top."""
        if "decide" in self.waiting_for and isinstance(self.app.screen, KeyedScreen):
            more = self.look.signs.more
            self.app.screen.say(f"Carrying it out {more} keys that you type now are done when it is finished.")

    def on_decided(self, message: Decided) -> None:
        self.waiting_for.discard("decide")
        if isinstance(self.app.screen, FactForm):
            self.app.screen.dismiss()
        if message.change is not None:
            self.refresh_store(next(iter(message.change.facts), None), message.change.actors)
        self.notice.say(message.sentence + self.way_back(message))
        self.was_decided(message)
        self.caught_up()

    def was_decided(self, message: Decided) -> None:
        """Called when a decision was carried out, for what lies over the dashboard."""

    def was_refused(self, sentence: str) -> None:
        """Called when a decision could not be carried out."""

    def way_back(self, message: Decided) -> str:
        """What is said behind a decision that a key turns round."""
        if not message.back:
            return ""
        does = "takes it back" if message.back == "undo" else "does it again"
        return f" {self.look.key(message.back)} {does}."

    def on_failed(self, message: Failed) -> None:
        if message.topic != "decide":
            return
        self.waiting_for.discard("decide")
        if isinstance(self.app.screen, FactForm):
            self.app.screen.changed(message.sentence)
        self.was_refused(message.sentence)
        self.caught_up()

    # -- facts

    def chosen_fact(self, what: str) -> Fact | None:
        """The fact under the cursor; where there is none, that is said."""
        if self.state.fact is None:
            self.notice.say(f"There is no fact to {what} here: choose one in the middle pane first.", "bad")
        return self.state.fact

    def do_reject(self) -> None:
        from dateline.deciding import reject, restore

        if (fact := self.chosen_fact("reject")) is not None:
            way = restore if fact.rejected else reject
            self.decide(lambda connection, user: way(connection, user, [fact.id]))

    def do_flag(self) -> None:
        from dateline.deciding import flag

        if (fact := self.chosen_fact("flag")) is not None:
            self.decide(lambda connection, user: flag(connection, user, [fact.id], not fact.flagged))

    def do_note(self) -> None:
        from dateline.deciding import note

        if (fact := self.chosen_fact("make a note on")) is not None:

            def answer(text: str) -> None:
                self.decide(lambda connection, user: note(connection, user, fact.id, text))

            hint = "what you have to say about this fact; empty for nothing"
            self.app.push_screen(PromptScreen("Note", answer, self.look, start=fact.note or "", hint=hint))

    def do_correct(self) -> None:
        from dateline.deciding import FIELDS, correct

        if (fact := self.chosen_fact("correct")) is not None:
            fields = [_field(name, _value(fact, name), self.look) for name in FIELDS[fact.kind]]

            def answer(values: Mapping[str, str]) -> None:
                self.decide(lambda connection, user: correct(connection, user, fact.id, values))

            self._ask_form("What the words say", fields, answer)

    def _ask_form(
        self, heading: str, fields: Sequence[Field], answer: Callable[[Mapping[str, str]], object], whole: bool = False
    ) -> None:
        def values(at: int, typed: str) -> None:
            self.reader.ask("values", queries.values(at, fields[at].name, typed))

        self.app.push_screen(FactForm(heading, fields, answer, values, self.look, whole=whole))

    def on_values_read(self, message: ValuesRead) -> None:
        if isinstance(self.app.screen, FactForm):
            self.app.screen.offer(message.line, message.typed, message.values)

    def do_make(self) -> None:
        """``+``: a fact of the words selected, or of the sentence at the cursor."""
        span = self.selection or self.sentence_at(self.cursor)
        page = self.article.page
        if span is None or page is None:
            selects = f"{self.look.key('select')} selects words"
            self.notice.say(f"No words are selected and no sentence stands at the cursor: {selects}.", "bad")
            return
        words = " ".join(page.text[slice(*span)].split())
        heading = f"A fact of “{words if len(words) <= 40 else words[:39] + '…'}”: what do they say?"
        self.app.push_screen(ChooseScreen(heading, _KINDS, partial(self._ask_new, page.hash, span), self.look))

    def _ask_new(self, article: str, span: Span, chosen: int) -> None:
        from dateline.deciding import FIELDS, make

        kind = _KINDS[chosen].name
        start = {"status": "occurred"}
        fields = [_field(name, start.get(name, ""), self.look) for name in FIELDS[kind]]

        def answer(values: Mapping[str, str]) -> None:
            self.decide(lambda connection, user: make(connection, user, article, *span, values))

        self._ask_form(f"A new {kind}", fields, answer, whole=True)

    # -- articles

    def chosen_article(self) -> str | None:
        """The hash of the article on the right; where there is none, that is said."""
        if self.state.article is None:
            self.notice.say(f"No article is chosen here: {self.look.key('articles')} lists them.", "bad")
        return self.state.article

    def do_date(self) -> None:
        from dateline.deciding import redate

        if (article := self.chosen_article()) is not None:

            def answer(text: str) -> None:
                self.notice.say("Reading the article again …")
                date = checked_date(text)
                self.decide(lambda connection, user: redate(connection, user, article, date))

            page = self.article.page
            known = page.published if page is not None and page.hash == article else None
            hint = "when it was published: 2022-01-31, 2022-01 or 2022; empty: as its text says"
            heading = "Date of the article; its relative dates and offices are worked out again"
            self.app.push_screen(
                PromptScreen(heading, answer, self.look, start=known or "", hint=hint, check=checked_date)
            )

    def do_remove(self) -> None:
        from dateline.deciding import remove

        if (article := self.chosen_article()) is not None:

            def answer(chosen: int) -> None:
                if chosen == 0:
                    self.decide(lambda connection, user: remove(connection, user, [article]))

            title = self.article.page.title if self.article.page else ""
            options = (Option("yes", "it goes, with its facts"), Option("no", "it stays"))
            self.app.push_screen(ChooseScreen(f"Remove “{title}”?", options, answer, self.look))

    def do_read(self) -> None:
        from dateline.deciding import mark_read

        if (article := self.chosen_article()) is not None:
            page = self.article.page
            on = not (page is not None and page.hash == article and page.read)
            self.decide(lambda connection, user: mark_read(connection, user, [article], on))

    # -- back and forth

    def do_undo(self) -> None:
        from dateline.deciding import undo

        self._carry_out(undo, "redo", "You have decided nothing that could be taken back.")

    def do_redo(self) -> None:
        from dateline.deciding import redo

        self._carry_out(redo, "undo", "Nothing was taken back that could be done again.")


def _decided(
    work: Callable[[sqlite3.Connection, str], Change | None], back: _Back, none: str, connection: sqlite3.Connection
) -> Message:
    from dateline.db.write import user_name

    change = work(connection, user_name())
    return Decided(None, none) if change is None else Decided(change, change.sentence, back)


def _field(name: str, value: str, look: Look) -> Field:
    return Field(name, _HINTS[name].format(complete=look.key("complete", "form")), value, list=name in _SEVERAL)


def _value(fact: Fact, name: str) -> str:
    value = getattr(fact, name)
    return ", ".join(value) if isinstance(value, tuple) else value or ""
