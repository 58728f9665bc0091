"""What a command made of the article."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from textual.message import Message

from dateline.errors import DatelineError
from dateline.text.safe import harmless
from dateline_tui.draw.layout import Mode, Piece, Runs, lay_out
from dateline_tui.keys import Where
from dateline_tui.panes.pane import Look
from dateline_tui.piping import Output, Piped
from dateline_tui.screens.copied import indented
from dateline_tui.screens.over import Over


@dataclass
class Done(Message):
    """The command has ended."""

    output: Output


class OutputScreen(Over):
    """Runs the command in a thread and shows what it printed; whoever leaves the screen ends the command."""

    def __init__(self, piped: Piped, look: Look) -> None:
        super().__init__(look)
        self.piped = piped
        self.output: Output | None = None

    @property
    def where(self) -> Where:
        return "output"

    @property
    def heading(self) -> str:
        return f"| {harmless(self.piped.command)}"

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        if self.output is None:
            return _said(f"Running … {self.look.key('close', 'output')} stops it.", "quiet", cells, mode)
        lines = _said(self.output.trouble, "bad", cells, mode) if self.output.trouble else []
        if self.output.text:
            lines += indented(self.output.text.split("\n"), cells, mode)
        return lines or _said("It printed nothing.", "quiet", cells, mode)

    def on_mount(self) -> None:  # Textual calls that of Over as well
        threading.Thread(target=self._run, name="dateline-pipe", daemon=True).start()

    def on_unmount(self) -> None:
        self.piped.stop()

    def _run(self) -> None:
        try:
            output = self.piped.run()
        except DatelineError as error:
            output = Output("", str(error))
        self.post_message(Done(output))

    def on_done(self, message: Done) -> None:
        self.output = message.output
        self.lay_out()


def _said(sentence: str, role: str, cells: int, mode: Mode) -> list[Runs]:
    return [line.runs() for line in lay_out((Piece(sentence, role),), cells, mode, 0)]
