"""Adding an article: a path, or its text pasted, with the date and address it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from dateline.errors import InputError
from dateline.readers.sources import checked_address
from dateline_tui.adding import Request, add, checked_date
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, lay_out
from dateline_tui.draw.typing import entry_runs
from dateline_tui.entry import Entry
from dateline_tui.keys import Where
from dateline_tui.messages import Told
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over

_LABELS = ("Path or text", "Date", "Address")
_HINTS = (
    "a file or folder; or paste the article's text here",
    "2022-01-31, 2022-01 or 2022; empty if it shows none",
    "https://…; empty if there is none",
)
_LABEL_CELLS = 14


class AddScreen(Over):
    """Three lines to fill in. Pasted text of several lines is the article itself."""

    def __init__(self, store: Path, look: Look, post: Callable[[Message], object]) -> None:
        super().__init__(look)
        self.store = store
        self.post = post
        self.fields = [Entry(), Entry(), Entry()]
        self.at = 0
        self.pasted = ""
        self.trouble = ""

    @property
    def where(self) -> Where:
        return "add"

    @property
    def heading(self) -> str:
        return "Add an article"

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines: list[Runs] = []
        for i, (label, hint) in enumerate(zip(_LABELS, _HINTS, strict=True)):
            typing = i == self.at
            head = Run(f"{label:<{_LABEL_CELLS}}", "key" if typing else "quiet")
            if i == 0 and self.pasted:
                caret = (Run(" ", "caret"),) if typing else ()
                lines.append((head, Run(self._pasted_words(cells - _LABEL_CELLS - 2), "good"), *caret))
            else:
                lines.append((head, *entry_runs(self.fields[i], typing, cells - _LABEL_CELLS, mode, hint)))
        hint = _HINTS[self.at]
        if not self.fields[self.at].text and len(hint) >= cells - _LABEL_CELLS:  # was cut: here it stands in full
            lines += [line.runs() for line in lay_out((Piece(hint, "quiet"),), cells, mode, 0)]
        if self.trouble:
            lines += [line.runs() for line in lay_out((Piece(self.trouble, "bad"),), cells, mode, 0)]
        return lines

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
        self._changed()

    @property
    def line(self) -> Entry:
        return self.fields[self.at]

    def edit(self, line: Entry) -> None:
        if not (self.at == 0 and self.pasted):
            self.fields[self.at] = line
        self._changed()

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
        self._changed()
        return True

    def _changed(self, trouble: str = "") -> None:
        self.trouble = trouble
        self.lay_out()

    def do_next_field(self) -> None:
        self.at = (self.at + 1) % len(self.fields)
        self._changed(self.trouble)

    def do_previous_field(self) -> None:
        self.at = (self.at - 1) % len(self.fields)
        self._changed(self.trouble)

    def do_submit(self) -> None:
        path, date, url = (field.text for field in self.fields)
        if not path.strip() and not self.pasted:
            self._changed("Give a path, or paste the article's text.")
            return
        for line, check, given in ((1, checked_date, date), (2, checked_address, url)):
            try:
                check(given)
            except InputError as error:
                self.at = line
                self._changed(str(error))
                return
        self.post(Told("Reading …"))
        request = Request(path, self.pasted, date, url)
        store, post = self.store, self.post
        self.app.run_worker(lambda: post(add(store, request)), thread=True, group="add", exit_on_error=False)
        self.dismiss()
