"""Likely duplicates, one pair after another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from textual.app import ComposeResult

from dateline_tui.draw.duplicates import duplicate_lines
from dateline_tui.draw.layout import Mode, Piece, Runs, lay_out
from dateline_tui.keys import Where
from dateline_tui.likely import Pairs
from dateline_tui.messages import Decided, PairsChecked, PairsRead
from dateline_tui.panes.bars import Notice
from dateline_tui.panes.pane import Look
from dateline_tui.reads import Reader
from dateline_tui.screens.over import Over
from dateline_tui.screens.waiting import WaitingScreen

if TYPE_CHECKING:
    from dateline.db.duplicates import Duplicate

_AHEAD = 3  # pairs that are looked for before somebody comes to them


class Deciders(Protocol):
    """What the dashboard does for this screen."""

    @property
    def readonly(self) -> bool: ...
    def merge_pair(self, kept: str, other: str) -> None: ...
    def part_pair(self, one: str, other: str) -> None: ...
    def do_undo(self) -> None: ...
    def do_redo(self) -> None: ...


class DuplicatesScreen(WaitingScreen, Over):
    """Both sides of a pair. Enter closes the screen and calls ``answer`` with the id of the chosen side.

    Decisions are carried out by ``deciders``; whoever hears what came of them hands it in by ``decided`` or
    ``refused``, and what was read by ``take`` and ``check``.
    """

    topic = "duplicates"

    def __init__(self, look: Look, reader: Reader, deciders: Deciders, answer: Callable[[str], object]) -> None:
        super().__init__(look=look)
        self.notice = Notice(look)
        self.reader = reader
        self.deciders = deciders
        self.answer = answer
        self.pairs = Pairs()
        self.at = 0
        self.side = 0
        self._begins = 0  # the line in which the chosen side does
        self._found: list[Duplicate] = []  # as they were proposed
        self._now: list[Duplicate | None] = []  # as they are now, None where they are decided
        self._more = True  # there may be more than were found
        self._asked = False  # more are being looked for
        self._waiting = False  # for a decision, or for what it came to
        self._owed = 0  # pairs to go on by, which are still to be found
        self._decided: int | None = None  # the pair that is being decided

    @property
    def where(self) -> Where:
        return "duplicates"

    def compose(self) -> ComposeResult:
        yield self.text
        yield self.notice
        yield self.footer

    def on_mount(self) -> None:
        self._look_ahead()

    def on_resize(self) -> None:
        self.notice.fit()

    # -- what is there

    @property
    def open(self) -> list[int]:
        """The pairs that are not decided, by their place in the order in which they were found."""
        return [at for at, pair in enumerate(self._now) if pair is not None]

    @property
    def pair(self) -> Duplicate | None:
        """The pair that is shown."""
        return self._now[self.at] if self.at < len(self._now) else None

    @property
    def ready(self) -> bool:
        return not self._waiting and not self._owed and (self.pair is not None or not self._more)

    def _look_ahead(self) -> None:
        """Has more pairs looked for, one at first, before somebody comes to the last."""
        ahead = sum(at > self.at for at in self.open)
        wanted = max(_AHEAD, self._owed)
        if self._more and not self._asked and ahead < wanted:
            self._asked = True
            self.reader.ask(self.topic, self.pairs.more(wanted if self._found else 1))

    def take(self, message: PairsRead) -> None:
        """Further pairs come in."""
        if message.of is self.pairs:
            self._asked, self._more = False, message.more
            self._found += message.rows
            self._now += message.rows
            owed, self._owed = self._owed, 0
            if owed:
                self.step(owed)
            self._settle()

    def check(self, message: PairsChecked) -> None:
        """The pairs come in as they are since something was decided."""
        if message.of is self.pairs:
            before, rows = self._now, list(message.rows)
            self._now = rows + before[len(rows) :]
            back = [at for at, row in enumerate(rows) if row is not None and before[at] is None]
            if self._waiting and back:  # taken back: there it is again
                self.at = back[0]
            self._waiting = False
            self._settle()

    def _settle(self) -> None:
        """The cursor stands on a pair that is open; more are looked for; keys go on."""
        if self.pair is None and self.open:
            self.at = next((at for at in self.open if at > self.at), self.open[-1])
        self._look_ahead()
        self.lay_out()
        self.caught_up()

    def failed(self, sentence: str) -> None:
        """Nothing can be read: says why. Keys need not wait for it any more."""
        self._asked = self._more = self._waiting = False
        self._owed = 0
        self.refused(sentence)

    # -- drawing

    @property
    def idle(self) -> frozenset[str]:
        nobody = () if self.pair else ("same", "not_same", "other_side", "open_side")
        return frozenset((*nobody, *(("same", "not_same") if self.deciders.readonly else ())))

    @property
    def heading(self) -> str:
        known = self.open
        if self.pair is None:
            return "Likely duplicates"
        more = "+" if self._more else ""
        return f"Likely duplicates  {known.index(self.at) + 1:,}/{len(known):,}{more}"

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        if self.pair is not None:
            drawn = duplicate_lines(self.pair, self.side, cells, mode, self.look.signs)
            self._begins = drawn.sides[self.side]
            return drawn.lines
        return [line.runs() for line in lay_out((Piece(self._nothing(), "quiet"),), cells, mode, 0)]

    def _nothing(self) -> str:
        if self._more:
            return f"Looking for actors that may be one {self.look.signs.more}"
        left = " any more" if self._found else ""
        return f"No two actors look as if they were one{left}. {self.look.key('close', 'duplicates')} goes back."

    def lay_out(self) -> None:
        columns, _rows = self.app.size
        self.footer.at(self.where, self.idle)
        self.text.fill(self.heading, self.lines(columns - 2, self.look.mode))

    def dress(self, look: Look) -> None:
        super().dress(look)
        self.notice.look = look
        self.notice.refresh()

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    # -- what keys do

    def step(self, rows: int) -> None:
        """So many pairs on."""
        known = self.open
        if self.pair is None:
            return
        at = known.index(self.at) + rows
        if at >= len(known) and self._more:
            self._owed = rows  # as soon as that many are found, or there are no more
            self._look_ahead()
        else:
            self._go(known[min(max(at, 0), len(known) - 1)])

    def jump(self, *, to_end: bool) -> None:
        if known := self.open:
            self._go(known[-1 if to_end else 0])

    def _go(self, at: int) -> None:
        if at != self.at:
            self.at, self.side = at, 0
            self.text.top = 0
        self.notice.say("")
        self._settle()

    def do_other_side(self) -> None:
        """Tab: the other side, brought into view where they stand below each other."""
        self.side = 1 - self.side
        self.lay_out()
        if not self.text.top <= self._begins < self.text.top + self.text.room - 1:
            self.text.scroll_by_lines(self._begins - self.text.top)

    def do_open_side(self) -> None:
        if self.pair is not None:
            chosen = (self.pair.one, self.pair.other)[self.side].id
            self.do_close()
            self.answer(chosen)

    def do_same(self) -> None:
        """``=``: the chosen side keeps its name."""
        if self.pair is not None:
            sides = (self.pair.one.id, self.pair.other.id)
            self._waiting, self._decided = True, self.at
            self.deciders.merge_pair(sides[self.side], sides[1 - self.side])

    def do_not_same(self) -> None:
        if self.pair is not None:
            self._waiting, self._decided = True, self.at
            self.deciders.part_pair(self.pair.one.id, self.pair.other.id)

    def do_undo(self) -> None:
        self._waiting = True
        self.deciders.do_undo()

    def do_redo(self) -> None:
        self._waiting = True
        self.deciders.do_redo()

    def decided(self, message: Decided, sentence: str) -> None:
        """Something was decided, here or before: says so, and goes on to the next pair."""
        self.notice.say(sentence)
        if self._decided is not None:  # the next one need not wait until all are looked at again
            self._now[self._decided], self._decided, self._waiting, self.side = None, None, False, 0
        if message.change is None:
            self._waiting = False
        else:
            self.reader.ask("pairs", self.pairs.checked(self._found, message.change.actors))
        self._settle()

    def refused(self, sentence: str) -> None:
        """It cannot be decided so: says why."""
        self._waiting, self._decided = False, None
        self.notice.say(sentence, "bad")
        self._settle()

    def do_close(self) -> None:
        for topic in (self.topic, "pairs"):
            self.reader.drop(topic)
        self.dismiss()
