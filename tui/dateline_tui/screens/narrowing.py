"""Filters: a query narrows the facts; queries with names are kept."""

from __future__ import annotations

from dateline.errors import InputError
from dateline.query import parse
from dateline.query.fields import FIELDS
from dateline_tui import queries
from dateline_tui.messages import Completed, FilterRead, FiltersRead
from dateline_tui.screens.choose import ChooseScreen, Option
from dateline_tui.screens.mending import Mending
from dateline_tui.screens.prompt import PromptScreen, sentences_of
from dateline_tui.state import filtered

_HINT = 'actor:blinken type:CONSULT since:2022-01 -place:geneva "free words" — '


_KEEP = Option("+ keep …", "the present filter, under a name")
_DROP = Option("- drop …", "a filter that has a name")


class Narrowing(Mending):
    """``f`` asks for a filter: what it means is looked up in the store before it is taken. ``F`` lists named ones."""

    _prompt: PromptScreen | None = None

    def do_filter(self) -> None:
        self._ask_filter(self.state.filter)

    def _ask_filter(self, start: str) -> PromptScreen:
        self._prompt = PromptScreen(
            "Filter: facts that a query asks for; empty shows all again",
            self.narrow,
            self.look,
            start=start,
            hint=f"{_HINT}{self.look.key('complete', 'prompt')} completes",
            history=self.typed_before("filter"),
            check=self._checked,
            complete=self._complete,
            about={f"{name}:": field.takes for name, field in FIELDS.items()},
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

    # -- filters with names

    def do_filters(self) -> None:
        self.waiting_for.add("filters")
        self.reader.ask("filters", queries.filters())

    def on_filters_read(self, message: FiltersRead) -> None:
        self.waiting_for.discard("filters")
        saved = message.filters
        options = [Option(name, query) for name, query in saved]
        if self.state.filter:
            options.append(_KEEP)
        if saved:
            options.append(_DROP)
        if not options:
            makes = f"{self.look.key('filter')} makes a filter, then {self.look.key('filters')} keeps it under one"
            self.notice.say(f"No filter has a name yet: {makes}.")
        else:

            def answer(chosen: int) -> None:
                if chosen < len(saved):
                    self.narrow(saved[chosen][1])
                elif options[chosen] is _KEEP:
                    self._ask_name()
                else:
                    self._ask_drop(options[: len(saved)])

            self.app.push_screen(ChooseScreen("Filters", options, answer, self.look))
        self.caught_up()

    def _ask_name(self) -> None:
        from dateline.deciding import save_filter

        query = self.state.filter

        def answer(name: str) -> None:
            self.decide(lambda connection, user: save_filter(connection, user, name.strip(), query))

        prompt = PromptScreen(
            f"Name for the filter {query}", answer, self.look, hint="a word or two", check=_checked_name
        )
        self.app.push_screen(prompt)

    def _ask_drop(self, saved: list[Option]) -> None:
        from dateline.deciding import drop_filter

        def answer(chosen: int) -> None:
            self.decide(lambda connection, user: drop_filter(connection, user, saved[chosen].name))

        self.app.push_screen(ChooseScreen("Which filter goes?", saved, answer, self.look))


def _checked_name(name: str) -> None:
    if not name.strip():
        raise InputError("A filter needs a name: write a word or two.")
