"""One line asked for, over the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dateline.errors import DatelineError
from dateline.query import Completion, QueryError
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, in_row, lay_out
from dateline_tui.draw.typing import entry_runs
from dateline_tui.entry import Entry, Recall, entry
from dateline_tui.keys import Where
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over

OPTIONS = 8  # of a completion that are shown


def sentences_of(error: DatelineError) -> tuple[str, ...]:
    """What is wrong; of a query also where."""
    return (str(error), *error.pointed) if isinstance(error, QueryError) else (str(error),)


class PromptScreen(Over):
    """A line to type. Enter closes it and calls ``answer`` with what was typed; Esc closes it and calls nothing.

    ``check`` is asked before: where it raises a DatelineError, its sentence stands under the line, which stays open.
    ``history`` has the lines typed before, oldest first: up and down go through them. ``complete`` is told the line and
    where its cursor stands whenever it changes, and may call :meth:`offer`; ``about`` says what an offered word means.
    """

    def __init__(
        self,
        heading: str,
        answer: Callable[[str], object],
        look: Look,
        *,
        start: str = "",
        hint: str = "",
        history: Sequence[str] = (),
        check: Callable[[str], object] | None = None,
        complete: Callable[[str, int], object] | None = None,
        about: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(look)
        self._heading = heading
        self.answer = answer
        self.hint = hint
        self.check = check
        self.complete = complete
        self.about = about or {}
        self.completion = Completion(0, 0)
        self._taken = -1  # which of its options stands in the line
        self.recall = Recall(entry(start), tuple(history))
        self.trouble: tuple[str, ...] = ()

    @property
    def where(self) -> Where:
        return "prompt"

    @property
    def idle(self) -> frozenset[str]:
        without = (() if self.complete else ("complete",)) + (() if self.recall.history else ("older",))
        return frozenset(without)

    @property
    def heading(self) -> str:
        return self._heading

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines = [entry_runs(self.line, True, cells, mode, self.hint)]
        if self.trouble:
            lines += [line.runs() for part in self.trouble for line in lay_out((Piece(part, "bad"),), cells, mode, 0)]
        for at, option in enumerate(self.completion.options[:OPTIONS]):
            taken = at == self._taken
            mark = Run(f"{self.look.signs.cursor if taken else ' '} ", "key")
            about = self.about.get(option)
            words = (Piece(option, "strong" if taken else ""), *((Piece(f"  {about}", "quiet"),) if about else ()))
            lines.append((mark, *in_row(words, cells - 2, mode)))
        return lines

    @property
    def line(self) -> Entry:
        return self.recall.line

    def edit(self, line: Entry) -> None:
        self._become(self.recall.edited(line))
        if self.complete is not None:
            self.complete(line.text, line.at)

    def _become(self, recall: Recall, trouble: Sequence[str] = ()) -> None:
        self.recall, self.trouble = recall, tuple(trouble)
        self.completion, self._taken = Completion(0, 0), -1
        self.lay_out()

    def offer(self, text: str, completion: Completion) -> None:
        """Shows what may stand at the cursor of that text; nothing, if the line is another one by now."""
        if text == self.line.text:
            self.completion, self._taken = completion, -1
            self.lay_out()

    def refuse(self, trouble: Sequence[str]) -> None:
        """Says under the line what is wrong with it."""
        self._become(self.recall, trouble)

    def do_complete(self) -> None:
        """Tab: the first of what may stand here, and then the others in turn."""
        offered = self.completion
        if not offered.options:
            if self.complete is not None:
                self.complete(self.line.text, self.line.at)
            return
        self._taken = (self._taken + 1) % min(len(offered.options), OPTIONS)
        option = offered.options[self._taken]
        text = self.line.text[: offered.start] + option + self.line.text[offered.end :]
        end = offered.start + len(option)
        self.recall = self.recall.edited(Entry(text, end))
        self.completion = replace(offered, end=end)
        self.lay_out()

    def do_older(self) -> None:
        self._become(self.recall.older())

    def do_newer(self) -> None:
        self._become(self.recall.newer())

    def do_submit(self) -> None:
        text = self.line.text
        try:
            if self.check is not None:
                self.check(text)
        except DatelineError as error:
            self.refuse(sentences_of(error))
            return
        self.dismiss()
        self.answer(text)
