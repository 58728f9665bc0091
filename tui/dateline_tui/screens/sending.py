"""What leaves the dashboard: citations to the clipboard, addresses and articles to other programs."""

from __future__ import annotations

import os
from functools import partial

from textual.app import SuspendNotSupported

from dateline.db.rows import Fact
from dateline.errors import DatelineError, InputError
from dateline.export.cite import as_text
from dateline.export.forms import Form, forms_of
from dateline_tui.draw.article import Page
from dateline_tui.messages import Failed
from dateline_tui.outside import address_command, called, ended, open_apart, opener, page_text, view, viewer
from dateline_tui.piping import Piped
from dateline_tui.screens.choose import ChooseScreen, Option
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.output import OutputScreen
from dateline_tui.screens.prompt import PromptScreen
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

    def do_open_source(self) -> None:
        page = self._page()
        if page is None:
            return
        try:
            program = opener(os.environ) if page.url else None
            if page.url and program:
                open_apart(address_command(program, page.url), self._open_failed)
                self.notice.say(f"Opening {page.url} with {called(program)}.")
            else:
                self._view(page)
        except DatelineError as error:
            self.notice.say(str(error), "bad")

    def _open_failed(self, sentence: str) -> None:
        self.post_message(Failed("open", sentence))

    def _view(self, page: Page) -> None:
        """Shows the article's text in the user's own program, which has the terminal meanwhile."""
        program = viewer(os.environ)
        failed: DatelineError | None = None
        code = 0
        try:
            with self.app.suspend():  # whatever is raised in there would leave the terminal as it is
                try:
                    code = view(program, page_text(page))
                except OSError as error:
                    failed = InputError(f"No file for the text could be made ({error.strerror}): look at TMPDIR.")
                except DatelineError as error:
                    failed = error
        except SuspendNotSupported:
            failed = InputError(
                f"This terminal cannot be given to another program: copy with {self.look.key('copy')} instead."
            )
        if failed is not None:
            raise failed
        why = "No browser can be shown here" if page.url else "This article has no address"
        self.notice.say(f"{why}, so its text was shown with {called(program)}.")
        if code:
            self.notice.say(f"{called(program)} {ended(code)}: set PAGER to another program.", "bad")

    def do_pipe(self) -> None:
        page = self._page()
        if page is not None:
            run = partial(self._pipe, page)
            hint = "as in a shell: wc -w, grep -n Geneva"
            before = self.typed_before("pipe")
            self.app.push_screen(
                PromptScreen("Give the article to", run, self.look, hint=hint, history=before, check=self._a_command)
            )

    def _pipe(self, page: Page, command: str) -> None:
        self.remember("pipe", command)
        self.app.push_screen(OutputScreen(Piped(command, page.text, os.environ), self.look))

    def _a_command(self, line: str) -> None:
        if not line.strip():
            leave = self.look.key("close", "prompt")
            raise InputError(f"Type a command that reads the article, or press {leave}.")

    def _page(self) -> Page | None:
        """The article on the right; where there is none that is said."""
        page = self.article.page
        if page is None or not page.hash:
            self.notice.say("There is no article here: choose a fact or an article first.", "bad")
            return None
        if self.state.article not in (None, page.hash):
            self.notice.say("The article is still being read: press the key once more.", "bad")
            return None
        return page
