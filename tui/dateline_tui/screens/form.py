"""A few lines to fill in, over the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dateline.errors import DatelineError
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, lay_out
from dateline_tui.draw.typing import entry_runs
from dateline_tui.entry import Entry, entry
from dateline_tui.keys import Where
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over

OPTIONS = 16  # values offered for a line
LABEL_CELLS = 14


class Field(NamedTuple):
    """A line: what it is called, what may stand in it, and what stands there at first."""

    name: str
    hint: str = ""
    value: str = ""
    list: bool = False  # several values with commas between them


class Form(Over):
    """Lines with labels; one of them has the keys. Subclasses say what the form is for."""

    def __init__(self, labels: Sequence[str], hints: Sequence[str], values: Sequence[str], look: Look) -> None:
        super().__init__(look)
        self.labels = labels
        self.hints = hints
        self.fields = [entry(value) for value in values]
        self.at = 0
        self.trouble = ""

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines: list[Runs] = []
        for at, label in enumerate(self.labels):
            head = Run(f"{label:<{LABEL_CELLS}}", "key" if at == self.at else "quiet")
            lines.append((head, *self.field_runs(at, cells - LABEL_CELLS, mode)))
        hint = self.hints[self.at]
        if not self.fields[self.at].text and len(hint) >= cells - LABEL_CELLS:  # was cut: here it stands in full
            lines += [line.runs() for line in lay_out((Piece(hint, "quiet"),), cells, mode, 0)]
        if self.trouble:
            lines += [line.runs() for line in lay_out((Piece(self.trouble, "bad"),), cells, mode, 0)]
        return lines

    def field_runs(self, at: int, cells: int, mode: Mode) -> Runs:
        """What stands in one line."""
        return entry_runs(self.fields[at], at == self.at, cells, mode, self.hints[at])

    @property
    def line(self) -> Entry:
        return self.fields[self.at]

    def edit(self, line: Entry) -> None:
        self.fields[self.at] = line
        self.changed()

    def changed(self, trouble: str = "") -> None:
        """Draws it again, with what is wrong with it."""
        self.trouble = trouble
        self.lay_out()

    def do_next_field(self) -> None:
        self.at = (self.at + 1) % len(self.fields)
        self.changed(self.trouble)

    def do_previous_field(self) -> None:
        self.at = (self.at - 1) % len(self.fields)
        self.changed(self.trouble)


class FactForm(Form):
    """What a fact says, field by field. Enter calls ``answer`` with the values that were changed; where that raises a
    DatelineError, its sentence stands below and the form stays open.

    A value that stands in a line when the keys come there is typed over; moving the cursor or erasing keeps it.

    ``values`` is asked, with the number of a line and what was typed of a value, for values that may stand there; they
    are shown by :meth:`offer`.
    """

    def __init__(
        self,
        heading: str,
        fields: Sequence[Field],
        answer: Callable[[Mapping[str, str]], object],
        values: Callable[[int, str], object],
        look: Look,
        *,
        whole: bool = False,
    ) -> None:
        super().__init__([f.name for f in fields], [f.hint for f in fields], [f.value for f in fields], look)
        self._heading = heading
        self._asked = tuple(fields)
        self.answer = answer
        self.values = values
        self.whole = whole  # all values are given, not only those that were changed
        self._fresh = True  # the value of this line has not been touched since the keys came here
        self._offered: tuple[str, ...] = ()
        self._taken = -1

    @property
    def where(self) -> Where:
        return "form"

    @property
    def heading(self) -> str:
        return self._heading

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines = super().lines(cells, mode)
        if self._offered:
            words = "  ".join(f"‹{o}›" if at == self._taken else o for at, o in enumerate(self._offered))
            lines.append((Run(" " * LABEL_CELLS), *cut((Piece(words, "quiet"),), cells - LABEL_CELLS, mode)))
        return lines

    def on_mount(self) -> None:
        self._ask_values()

    def field_runs(self, at: int, cells: int, mode: Mode) -> Runs:
        if at == self.at and self._fresh and self.line.text:
            return (*cut((Piece(self.line.text, "selected"),), cells - 1, mode), Run(" ", "caret"))
        return super().field_runs(at, cells, mode)

    def typed(self, text: str) -> None:
        if self._fresh:
            self.fields[self.at] = Entry()
        super().typed(text)

    def edit(self, line: Entry) -> None:
        self._fresh = False
        super().edit(line)
        self._ask_values()

    def _ask_values(self) -> None:
        self._offered, self._taken = (), -1
        self.values(self.at, self._typed[1])

    @property
    def _typed(self) -> tuple[str, str]:
        """The line up to the value under way, and that value: behind the last comma where there may be several."""
        text = "" if self._fresh else self.line.text
        head, comma, last = text.rpartition(",") if self._asked[self.at].list else ("", "", text)
        blank = " " if comma else ""
        return f"{head}{comma}{blank}", last.strip()

    def offer(self, at: int, typed: str, values: Sequence[str]) -> None:
        """Shows values that may stand in line ``at``; nothing where something else has been typed by now."""
        if at == self.at and typed == self._typed[1]:
            self._offered, self._taken = tuple(value for value in values if value != typed)[:OPTIONS], -1
            self.lay_out()

    def do_complete(self) -> None:
        """Tab: what was begun in full, other values in turn; the next line where nothing was begun, or none fits."""
        if self._fresh or not self._offered:
            self.do_next_field()
            return
        self._taken = (self._taken + 1) % len(self._offered)
        head = self._typed[0]
        self.fields[self.at] = entry(head + self._offered[self._taken])
        self.lay_out()

    def do_next_field(self) -> None:
        self._fresh = True
        super().do_next_field()
        self._ask_values()

    def do_previous_field(self) -> None:
        self._fresh = True
        super().do_previous_field()
        self._ask_values()

    def do_submit(self) -> None:
        given = {field.name: line.text.strip() for field, line in zip(self._asked, self.fields, strict=True)}
        if not self.whole:
            given = {f.name: given[f.name] for f in self._asked if given[f.name] != f.value}
            if not given:
                self.changed(f"Nothing is different yet: change a line, or press {self.look.key('close', 'form')}.")
                return
        try:
            self.answer({name: value for name, value in given.items() if value or not self.whole})
        except DatelineError as error:
            self.changed(str(error))
