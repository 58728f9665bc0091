"""What leaves the dashboard: citations to the clipboard."""

from __future__ import annotations

from functools import partial

from dateline.db.rows import Fact
from dateline.export.cite import as_text
from dateline.export.forms import Form, forms_of
from dateline_tui.screens.choose import ChooseScreen, Option
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.reading import ReadingScreen


class Sending(ReadingScreen):
    """The actions that hand a fact or its article on."""

    def do_copy(self) -> None:
        if (fact := self._cited()) is not None:
            self._copied(as_text(fact))

    def do_copy_as(self) -> None:
        if (fact := self._cited()) is not None:
            forms = forms_of(fact)
            options = [Option(form.name, form.about) for form in forms]
            self.app.push_screen(ChooseScreen("Copy as", options, partial(self._copy_as, fact, forms), self.look))

    def _copy_as(self, fact: Fact, forms: tuple[Form, ...], chosen: int) -> None:
        self._copied(forms[chosen].of(fact))

    def _cited(self) -> Fact | None:
        """The fact under the cursor; where there is none that is said."""
        if self.state.fact is None:
            self.notice.say("There is no fact to cite here: choose one in the middle pane first.", "bad")
        return self.state.fact

    def _copied(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.app.push_screen(CopiedScreen(text, self.look))
