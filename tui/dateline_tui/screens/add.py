"""Adding an article: a path, or its text pasted, with the date and address it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from dateline.errors import InputError
from dateline.readers.sources import checked_address
from dateline_tui.adding import Request, checked_date, start
from dateline_tui.draw.layout import Mode, Run, Runs
from dateline_tui.entry import Entry
from dateline_tui.keys import Where
from dateline_tui.messages import Told
from dateline_tui.panes.pane import Look
from dateline_tui.screens.form import Form

_LABELS = ("Path or text", "Date", "Address")
_HINTS = (
    "a file or folder; or paste the article's text here",
    "2022-01-31, 2022-01 or 2022; empty if it shows none",
    "https://…; empty if there is none",
)


class AddScreen(Form):
    """Three lines to fill in. Pasted text of several lines is the article itself."""

    def __init__(self, store: Path, look: Look, post: Callable[[Message], object]) -> None:
        super().__init__(_LABELS, _HINTS, ("", "", ""), look)
        self.store = store
        self.post = post
        self.pasted = ""

    @property
    def where(self) -> Where:
        return "add"

    @property
    def heading(self) -> str:
        return "Add an article"

    def field_runs(self, at: int, cells: int, mode: Mode) -> Runs:
        if at or not self.pasted:
            return super().field_runs(at, cells, mode)
        caret = (Run(" ", "caret"),) if at == self.at else ()
        return (Run(self._pasted_words(cells - 2), "good"), *caret)

    def _pasted_words(self, cells: int) -> str:
        count = len(self.pasted)
        first = " ".join(self.pasted.split())[: max(cells - 32, 0)]
        return f"{count:,} characters pasted: {first}…"

    def typed(self, text: str) -> None:
        pasted = text.replace("\r\n", "\n").replace("\r", "\n")
        if self.at == 0 and ("\n" in pasted.strip() or (len(pasted) > 200 and not self.fields[0].text)):
            self.pasted += pasted
        elif not (self.at == 0 and self.pasted):
            self.fields[self.at] = self.fields[self.at].typed(pasted.strip("\n"))
        self.changed()

    def edit(self, line: Entry) -> None:
        if not (self.at == 0 and self.pasted):
            self.fields[self.at] = line
        self.changed()

    def do_erase(self) -> None:
        if not self._drop_pasted():
            super().do_erase()

    def do_erase_word(self) -> None:
        if not self._drop_pasted():
            super().do_erase_word()

    def do_erase_all(self) -> None:
        if not self._drop_pasted():
            super().do_erase_all()

    def _drop_pasted(self) -> bool:
        """Erasing in the first line takes the pasted text away as a whole; whether there was one."""
        if self.at or not self.pasted:
            return False
        self.pasted = ""
        self.changed()
        return True

    def do_submit(self) -> None:
        path, date, url = (field.text for field in self.fields)
        if not path.strip() and not self.pasted:
            self.changed("Give a path, or paste the article's text.")
            return
        for line, check, given in ((1, checked_date, date), (2, checked_address, url)):
            try:
                check(given)
            except InputError as error:
                self.at = line
                self.changed(str(error))
                return
        self.post(Told("Reading …"))
        request = Request(path, self.pasted, date, url)
        start(self.store, request, self.post)
        self.dismiss()
