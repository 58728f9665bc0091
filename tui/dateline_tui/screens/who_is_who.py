"""Who is who, by a user's word: actors become one, are kept apart, are named, and split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline_tui.messages import Decided, Failed, PairsChecked, PairsRead, PartsRead, WhoRead
from dateline_tui.panes.lists import Found
from dateline_tui.screens.duplicates import DuplicatesScreen
from dateline_tui.screens.mending import Mending
from dateline_tui.screens.merging import MergingScreen
from dateline_tui.screens.naming import NameScreen
from dateline_tui.screens.parts import PartKey, PartsScreen
from dateline_tui.screens.who import WhoScreen
from dateline_tui.writes import READ_ONLY


class _Chosen(NamedTuple):
    """The actor that a decision is about."""

    id: str
    name: str


class WhoIsWho(Mending):
    """``= - C P d``: the actor under the cursor, or the one whose facts are listed."""

    def chosen_actor(self) -> _Chosen | None:
        """Whom the keys are about; where that is nobody, or nothing may be changed, it is said."""
        if self.writer.readonly:
            self.notice.say(READ_ONLY, "bad")
            return None
        found, subject = self.actors.listing.current, self.state.subject
        if self.state.place == "facts":
            if subject is not None and subject.kind == "actor":
                return _Chosen(subject.id, subject.name)
            follow = self.look.key("follow")
            self.notice.say(f"No actor's facts are listed here: {follow} goes to the parties of a fact.", "bad")
            return None
        if found is None:
            self.notice.say("There is no actor here: choose one on the left first.", "bad")
            return None
        return _Chosen(found.actor.id, found.actor.name)

    def _ask_whom(
        self, heading: str, chosen: _Chosen, answer: Callable[[WhoRead, Found], object], *, parts: bool = False
    ) -> None:
        self.app.push_screen(WhoScreen(heading, chosen.id, self.look, self.reader, answer, parts=parts))

    def do_same(self) -> None:
        """``=``: two actors become one, after both were shown."""
        if (chosen := self.chosen_actor()) is not None:
            self._ask_whom(f"{chosen.name} is the same as", chosen, self._ask_which_stays)

    def _ask_which_stays(self, found: WhoRead, other: Found) -> None:
        assert found.own is not None
        sides = (found.own, other.actor)

        def answer(stays: int) -> None:
            self.merge_pair(sides[stays].id, sides[1 - stays].id)

        self.app.push_screen(MergingScreen(sides, found.latin, answer, self.look))

    def merge_pair(self, kept: str, other: str) -> None:
        """Two actors become one."""
        from dateline.deciding import merge

        self.decide(lambda connection, user: merge(connection, user, kept, [other]))

    def do_not_same(self) -> None:
        """``-``: two actors are kept apart, or one whom dateline linked."""
        if (chosen := self.chosen_actor()) is not None:

            def answer(_found: WhoRead, other: Found) -> None:
                self.part_pair(chosen.id, other.actor.id)

            self._ask_whom(f"{chosen.name} is not the same as", chosen, answer, parts=True)

    def part_pair(self, one: str, other: str) -> None:
        """Two actors are kept apart."""
        from dateline.deciding import keep_apart

        self.decide(lambda connection, user: keep_apart(connection, user, one, other))

    def do_rename(self) -> None:
        """``C``: the name by which the actor is shown."""
        from dateline.deciding import rename

        if (chosen := self.chosen_actor()) is not None:

            def answer(name: str) -> None:
                self.decide(lambda connection, user: rename(connection, user, chosen.id, name))

            found = self.actors.listing.find(lambda row: row.actor.id == chosen.id)
            row = None if found is None else self.actors.listing.row(found)
            names = {form.spelling: f"{form.count:,}" for form in row.actor.forms} if row else {}
            heading = "The name by which the actor is shown"
            self.app.push_screen(NameScreen(heading, answer, self.look, names=names, start=chosen.name))

    def do_split(self) -> None:
        """``P``: some articles mean somebody else."""
        from dateline.deciding import split

        if (chosen := self.chosen_actor()) is not None:

            def answer(parts: Sequence[PartKey], name: str | None) -> None:
                self.decide(lambda connection, user: split(connection, user, chosen.id, parts, name))

            self.app.push_screen(PartsScreen(chosen.id, chosen.name, self.look, self.reader, answer))

    def do_duplicates(self) -> None:
        """``d``: likely duplicates, one pair after another."""
        self.app.push_screen(DuplicatesScreen(self.look, self.reader, self, self.follow_actor))

    # -- answers: a handler of the same name in a parent class is called too

    def on_who_read(self, message: WhoRead) -> None:
        for screen in self._open(WhoScreen):
            screen.take(message)

    def on_parts_read(self, message: PartsRead) -> None:
        for screen in self._open(PartsScreen):
            screen.take(message)

    def on_pairs_read(self, message: PairsRead) -> None:
        for screen in self._open(DuplicatesScreen):
            screen.take(message)

    def on_pairs_checked(self, message: PairsChecked) -> None:
        for screen in self._open(DuplicatesScreen):
            screen.check(message)

    def was_decided(self, message: Decided) -> None:
        for screen in self._open(DuplicatesScreen):
            screen.decided(message, message.sentence + self.way_back(message))

    def on_failed(self, message: Failed) -> None:
        screen = self.app.screen
        if isinstance(screen, WhoScreen | DuplicatesScreen) and message.topic == "read":
            screen.failed(message.sentence)

    def was_refused(self, sentence: str) -> None:
        if isinstance(self.app.screen, DuplicatesScreen):
            self.app.screen.refused(sentence)
