"""Another actor asked for: the search proposes some while one types."""

from __future__ import annotations

from collections.abc import Callable

from dateline_tui import identity
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, lay_out
from dateline_tui.draw.lists import spelt_lines
from dateline_tui.draw.sides import proposed_line
from dateline_tui.draw.typing import entry_runs
from dateline_tui.entry import Entry
from dateline_tui.keys import Pressed, Where
from dateline_tui.messages import WhoRead
from dateline_tui.panes.lists import Found
from dateline_tui.panes.pane import Look
from dateline_tui.reads import Reader
from dateline_tui.screens.over import Over
from dateline_tui.screens.waiting import WaitingScreen

LONGEST_QUERY = 1000  # characters that are taken: what is pasted by mistake may be a whole book
_NEED = ("choose", "down", "up")  # actions that wait for what is being looked up


class WhoScreen(WaitingScreen, Over):
    """A name to type, and whom it names. Enter closes it and calls ``answer`` with both actors as they were read; Esc
    closes it and calls nothing. Where nothing is typed, those are proposed who are called much as the actor is."""

    topic = "who"
    leaving = ("escape", "ctrl+c")  # q is a letter of a name

    def __init__(
        self,
        heading: str,
        actor: str,
        look: Look,
        reader: Reader,
        answer: Callable[[WhoRead, Found], object],
        *,
        parts: bool = False,
    ) -> None:
        """With ``parts`` those are proposed, too, whom dateline linked to the actor."""
        super().__init__(look=look)
        self._heading = heading
        self.actor = actor
        self.parts = parts
        self.reader = reader
        self.answer = answer
        self.at = 0
        self.found: WhoRead | None = None
        self.trouble = ""
        self._line = Entry()
        self._held: Pressed | None = None  # what is done when those are shown whom the line names

    @property
    def where(self) -> Where:
        return "who"

    @property
    def heading(self) -> str:
        return self._heading

    def on_mount(self) -> None:
        self.ask()

    def ask(self) -> None:
        """Has those looked up whom the line names."""
        self.reader.ask(self.topic, identity.who(self.actor, self._line.text, self.parts))

    # -- keys wait for the actors that they are about

    @property
    def settled(self) -> bool:
        """Whether those are shown whom the line names."""
        return bool(self.trouble) or (self.found is not None and self.found.typed == self._line.text)

    @property
    def ready(self) -> bool:
        return self._held is None

    def perform(self, pressed: Pressed) -> None:
        if pressed.action.name in _NEED and not self.settled:
            self._held = pressed
        else:
            super().perform(pressed)

    def caught_up(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self.perform(held)
        super().caught_up()

    def take(self, message: WhoRead) -> None:
        """Those come in whom a line names, if it is still the same one."""
        if message.of != self.actor or message.typed != self._line.text:
            return
        self.found, self.at, self.trouble = message, 0, ""
        if message.own is None:
            self.trouble = "This actor was taken away by another program: there is nothing to decide any more."
        self.lay_out()
        self.caught_up()

    def failed(self, sentence: str) -> None:
        """They cannot be looked up: says why."""
        self.trouble = sentence
        self.lay_out()
        self.caught_up()

    # -- drawing

    @property
    def rows(self) -> tuple[Found, ...]:
        return self.found.rows if self.found else ()

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines = [entry_runs(self._line, True, cells, mode, "a name, spelt anyhow, in any script")]
        said = self.trouble or (self._nobody() if self.settled and not self.rows else "")
        if said:
            role = "bad" if self.trouble else "quiet"
            lines += [line.runs() for line in lay_out((Piece(said, role),), cells, mode, 0)]
        for at, row in enumerate(self.rows):
            lines.append(proposed_line(row.actor, row.hit, cells, mode, self.look.signs))
            if at == self.at:
                forms = [form for form in row.actor.forms if form.count]
                seen = row.hit.seen if row.hit else ""
                lines += [(Run("  "), *runs) for runs in spelt_lines(seen, forms, cells - 2, mode)] if forms else []
        return lines

    def _nobody(self) -> str:
        if self._line.text.strip():
            return "No other name sounds like that."
        return "Nobody else is called much like that: type a name."

    def lay_out(self) -> None:
        super().lay_out()
        own = 1 if self.settled else 0
        self.text.choose(self.at + own if self.rows and own else None)

    # -- what keys do

    @property
    def line(self) -> Entry:
        return self._line

    def typed(self, text: str) -> None:
        super().typed(text[: max(LONGEST_QUERY - len(self._line.text), 0)])

    def edit(self, line: Entry) -> None:
        asked = line.text != self._line.text
        self._line = line
        if asked:
            self.trouble = ""
            self.ask()
        self.lay_out()

    def step(self, rows: int) -> None:
        self.at = min(max(self.at + rows, 0), max(len(self.rows) - 1, 0))
        self.lay_out()

    def do_choose(self) -> None:
        if self.found is not None and self.at < len(self.rows):
            found, row = self.found, self.rows[self.at]
            self.do_close()
            self.answer(found, row)

    def do_close(self) -> None:
        self.reader.drop(self.topic)
        self.dismiss()
