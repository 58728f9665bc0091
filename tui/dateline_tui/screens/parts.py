"""Which articles mean somebody else by a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline_tui import identity
from dateline_tui.keys import Where
from dateline_tui.messages import PartsRead
from dateline_tui.panes.pane import Look
from dateline_tui.panes.parts import PartsPane
from dateline_tui.reads import Reader, Request
from dateline_tui.screens.listed import ListScreen
from dateline_tui.screens.naming import NameScreen

#: an article's hash and the local id by which it names the actor
PartKey = tuple[str, str]


class PartsScreen(ListScreen):
    """The articles that name an actor. Enter asks for the name of whom the marked ones mean, closes the screen and
    calls ``answer`` with the parts and that name, None where it is the same."""

    topic = "parts"

    def __init__(
        self,
        actor: str,
        name: str,
        look: Look,
        reader: Reader,
        answer: Callable[[Sequence[PartKey], str | None], object],
    ) -> None:
        self.parts = PartsPane(look, name)
        super().__init__(look, reader, self.parts)
        self.actor = actor
        self.name_of = name
        self.answer = answer

    @property
    def where(self) -> Where:
        return "parts"

    def request(self, question: int, *window: int) -> Request:
        return identity.parts_of(question, self.actor, *window)

    def take(self, message: PartsRead) -> None:
        """Rows come in; answers to what others asked are left alone."""
        if message.actor == self.actor:
            self.put(message.question, message.offset, message.rows, message.total)

    def do_mark_part(self) -> None:
        self.notice.say("")
        self.parts.turn_marks(self.times)
        self.fill()

    def do_submit(self) -> None:
        """The marked parts; where none is marked, the one under the cursor."""
        row = self.parts.listing.current
        chosen = tuple(self.parts.marked.values()) or ((row,) if row is not None else ())
        if not chosen:
            return
        if len(chosen) >= self.parts.listing.total:
            what = "This is all that names" if len(chosen) == 1 else "All are marked that name"
            rename = self.look.key("rename")
            self.notice.say(f"{what} {self.name_of}: leave some out, or go back and rename with {rename}.", "bad")
            return

        def named(name: str) -> None:
            self.do_close()
            self.answer([part.key for part in chosen], name.strip() or None)

        many = "One article means" if len(chosen) == 1 else f"{len(chosen):,} articles mean"
        counted: dict[str, int] = {}
        for spelling, count in (spelt for part in chosen for spelt in part.spellings):
            counted[spelling] = counted.get(spelling, 0) + count
        names = {name: f"{count:,}" for name, count in sorted(counted.items(), key=lambda one: -one[1])}
        heading, hint = f"{many} somebody else: who is it?", f"a name; empty: also {self.name_of}"
        self.app.push_screen(NameScreen(heading, named, self.look, names=names, hint=hint, empty=True))
