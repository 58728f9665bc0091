"""Finding words in the pane that has the keys: names among actors, titles, the words of facts, an article's text."""

from __future__ import annotations

from dateline_tui import queries
from dateline_tui.find import found_in
from dateline_tui.messages import RowFound
from dateline_tui.screens.in_article import InArticle
from dateline_tui.screens.prompt import PromptScreen

_WHAT = {"actors": "a name", "articles": "words of a title", "facts": "words of a fact", "article": "words of the text"}


class Finding(InArticle):
    """``/`` asks for words; n and N go on with them, in whatever pane has the keys."""

    sought = ""

    def do_find(self) -> None:
        key = self.look.key
        on = f"{key('find_next')} and {key('find_previous')} go on"
        hint = f"{_WHAT[self.state.pane]}, then {key('submit', 'prompt')}; {on}"
        before = self.typed_before("find")
        self.app.push_screen(PromptScreen("Find in this pane", self.find, self.look, hint=hint, history=before))

    def find(self, words: str) -> None:
        """Goes to the next place where the words stand."""
        self.sought = words.strip()
        self.remember("find", self.sought)
        self._find_on(1)

    def do_find_next(self) -> None:
        self._find_on(self.times)

    def do_find_previous(self) -> None:
        self._find_on(-self.times)

    def _find_on(self, by: int) -> None:
        """Goes to the ``by``-th place from here on where the words stand; negative: before."""
        if not self.sought:
            self.notice.say(f"Nothing was looked for yet: {self.look.key('find')} asks for words.")
        elif (pane := self.list_with_keys) is None:
            self._find_in_text(by)
        else:
            self.waiting_for.add("find")
            question, at = pane.listing.question, pane.listing.at
            self.reader.ask("find", queries.row_with(self.state, question, self.sought, at, by))

    def _find_in_text(self, by: int) -> None:
        page = self.article.page
        places = found_in(page.text, self.sought) if page else ()
        ahead = [place for place in places if place > self.cursor]
        behind = [place for place in places if place <= self.cursor]
        if by < 0:
            ahead, behind = [p for p in reversed(behind) if p < self.cursor], [*reversed(ahead), self.cursor]
            behind = [place for place in behind if place in places]
        ring = [*ahead, *behind]
        if not ring:
            self._found_nothing()
            return
        if abs(by) > len(ahead):
            self._passed_the_end()
        self.move_cursor(ring[(abs(by) - 1) % len(ring)])

    def on_row_found(self, message: RowFound) -> None:
        self.waiting_for.discard("find")
        pane = self.list_with_keys
        if pane is not None and pane is self.panes[message.pane] and pane.listing.question == message.question:
            if message.at is None:
                self._found_nothing()
            else:
                if message.passed:
                    self._passed_the_end()
                self.go_to_row(pane, message.at)
        self.caught_up()

    def _found_nothing(self) -> None:
        self.notice.say(f"“{self.sought}” does not stand in this pane.", "bad")

    def _passed_the_end(self) -> None:
        self.notice.say("Past the end, and on from the other end.")
