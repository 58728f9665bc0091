"""Which articles mean somebody else by a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline_tui import identity
from dateline_tui.keys import Where
from dateline_tui.messages import PartsRead, SpeltRead
from dateline_tui.panes.pane import Look
from dateline_tui.panes.parts import PartsPane
from dateline_tui.reads import Reader, Request
from dateline_tui.screens.choose import ChooseScreen, Option
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
        self._asked = ""  # the spelling whose articles are being looked for

    @property
    def where(self) -> Where:
        return "parts"

    def request(self, question: int, *window: int) -> Request:
        return identity.parts_of(question, self.actor, *window)

    def take(self, message: PartsRead) -> None:
        """Rows come in; answers to what others asked are left alone."""
        if message.actor == self.actor:
            self.put(message.question, message.offset, message.rows, message.total)

    @property
    def ready(self) -> bool:
        return not self._asked and super().ready

    def take_spelt(self, message: SpeltRead) -> None:
        """All articles with one spelling come in: they are marked."""
        if (message.actor, message.spelling) == (self.actor, self._asked):
            self._asked = ""
            many = len(message.parts)
            print_it = "1 article prints" if many == 1 else f"{many:,} articles print"
            marked = "marked" if self.parts.turn_all(message.parts) else "not marked any more"
            again = self.look.key("mark_spelling")
            self.notice.say(f"{print_it} {message.spelling}: {marked}. {again} again turns that round.")
            self.caught_up()

    def failed(self, sentence: str) -> None:
        self._asked = ""
        super().failed(sentence)

    def do_mark_part(self) -> None:
        self.notice.say("")
        self.parts.turn_marks(self.times)
        self.fill()

    def do_mark_spelling(self) -> None:
        """All articles that print the spelling under the cursor; where that article prints several, asks which."""
        row = self.parts.listing.current
        spellings = row.spellings if row is not None else ()
        if len(spellings) > 1:
            options = [Option(name, f"{count:,} here") for name, count in spellings]
            heading = f"Mark all articles that print {self.look.signs.more}"
            self.app.push_screen(ChooseScreen(heading, options, lambda at: self._mark_all(spellings[at][0]), self.look))
        elif spellings:
            self._mark_all(spellings[0][0])
        elif row is not None:
            mark = self.look.key("mark_part")
            self.notice.say(f"This article prints no name of {self.name_of}: {mark} marks it alone.", "bad")

    def _mark_all(self, spelling: str) -> None:
        self._asked = spelling
        self.reader.ask("spelt", identity.spelt(self.actor, spelling))

    def do_close(self) -> None:
        self.reader.drop("spelt")
        super().do_close()

    def do_submit(self) -> None:
        """The marked parts; where none is marked, the one under the cursor."""
        row = self.parts.listing.current
        chosen = self.parts.marked or ({row.key: row.spellings} if row is not None else {})
        if not chosen:
            return
        if len(chosen) >= self.parts.listing.total:
            what = "This is all that names" if len(chosen) == 1 else "All are marked that name"
            rename = self.look.key("rename")
            self.notice.say(f"{what} {self.name_of}: leave some out, or go back and rename with {rename}.", "bad")
            return

        def named(name: str) -> None:
            self.do_close()
            self.answer(list(chosen), name.strip() or None)

        many = "One article means" if len(chosen) == 1 else f"{len(chosen):,} articles mean"
        counted: dict[str, int] = {}
        for spelling, count in (spelt for spellings in chosen.values() for spelt in spellings):
            counted[spelling] = counted.get(spelling, 0) + count
        names = {name: f"{count:,}" for name, count in sorted(counted.items(), key=lambda one: -one[1])}
        heading, hint = f"{many} somebody else: who is it?", f"a name; empty: also {self.name_of}"
        self.app.push_screen(NameScreen(heading, named, self.look, names=names, hint=hint, empty=True))
