"""One line asked for, over the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.errors import DatelineError
from dateline_tui.draw.layout import Mode, Piece, Runs, lay_out
from dateline_tui.draw.typing import entry_runs
from dateline_tui.entry import Entry, Recall, entry
from dateline_tui.keys import Where
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over


class PromptScreen(Over):
    """A line to type. Enter closes it and calls ``answer`` with what was typed; Esc closes it and calls nothing.

    ``check`` is asked before: where it raises a DatelineError, its sentence stands under the line, which stays open.
    ``history`` has the lines typed before, oldest first: up and down go through them.
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
    ) -> None:
        super().__init__(look)
        self._heading = heading
        self.answer = answer
        self.hint = hint
        self.check = check
        self.recall = Recall(entry(start), tuple(history))
        self.trouble = ""

    @property
    def where(self) -> Where:
        return "prompt"

    @property
    def heading(self) -> str:
        return self._heading

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines = [entry_runs(self.line, True, cells, mode, self.hint)]
        if self.trouble:
            lines += [line.runs() for line in lay_out((Piece(self.trouble, "bad"),), cells, mode, 0)]
        return lines

    @property
    def line(self) -> Entry:
        return self.recall.line

    def edit(self, line: Entry) -> None:
        self._become(self.recall.edited(line))

    def _become(self, recall: Recall, trouble: str = "") -> None:
        self.recall, self.trouble = recall, trouble
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
            self._become(self.recall, str(error))
            return
        self.dismiss()
        self.answer(text)
