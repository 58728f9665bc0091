"""Filters: a query narrows the facts; queries with names are kept."""

from __future__ import annotations

from dateline.query import parse
from dateline_tui import queries
from dateline_tui.messages import Completed, FilterRead
from dateline_tui.screens.prompt import PromptScreen, sentences_of
from dateline_tui.screens.reading import ReadingScreen
from dateline_tui.state import filtered

_HINT = 'actor:blinken type:CONSULT since:2022-01 -place:geneva "free words" — Tab completes'


class Narrowing(ReadingScreen):
    """``f`` asks for a filter: what it means is looked up in the store before it is taken."""

    _prompt: PromptScreen | None = None

    def do_filter(self) -> None:
        self._ask_filter(self.state.filter)

    def _ask_filter(self, start: str) -> PromptScreen:
        self._prompt = PromptScreen(
            "Filter: facts that a query asks for; empty shows all again",
            self.narrow,
            self.look,
            start=start,
            hint=_HINT,
            history=self.typed_before("filter"),
            check=self._checked,
            complete=self._complete,
        )
        self.app.push_screen(self._prompt)
        return self._prompt

    def narrow(self, filter: str) -> None:
        """Lists the facts that the filter leaves; without one those of the actor or article on the left again."""
        filter = filter.strip()
        self.remember("filter", filter)
        self.waiting_for.add("filter")
        self.reader.ask("filter", queries.checked_filter(filter))

    def _checked(self, text: str) -> None:
        """Raises QueryError for what is wrong in any store."""
        parse(text)

    def _complete(self, text: str, cursor: int) -> None:
        self.reader.ask("complete", queries.completion(text, cursor))

    def on_completed(self, message: Completed) -> None:
        if self._prompt is not None and self._prompt.is_attached:
            self._prompt.offer(message.text, message.completion)

    def on_filter_read(self, message: FilterRead) -> None:
        self.waiting_for.discard("filter")
        if message.error is not None:
            self._ask_filter(message.filter).refuse(sentences_of(message.error))
        elif not message.filter:
            self.become(filtered(self.state, ""))
            self.followed(self._side())
            self.notice.say("All facts are shown again.")
        else:
            self.become(filtered(self.state, message.filter))
            if message.told:
                self.notice.say(" ".join(message.told))
        self.caught_up()
