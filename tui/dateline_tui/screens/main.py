"""The dashboard: what each key does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dateline_tui import queries
from dateline_tui.entry import Entry, entry
from dateline_tui.keys import Pressed
from dateline_tui.listing import LAST
from dateline_tui.panes.pane import Look
from dateline_tui.panes.rows import RowPane
from dateline_tui.screens.add import AddScreen
from dateline_tui.screens.commanding import Commanding
from dateline_tui.screens.finding import Finding
from dateline_tui.screens.help import HelpScreen
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.screens.narrowing import Narrowing
from dateline_tui.screens.overviews import Overviews
from dateline_tui.screens.sending import Sending
from dateline_tui.screens.who_is_who import WhoIsWho
from dateline_tui.session import Session
from dateline_tui.state import ALL, State, moved_pane, opened, scoped, searching, stepped_back, turned
from dateline_tui.writes import READ_ONLY

#: characters that the search box takes: what is pasted there by mistake may be a whole book
LONGEST_QUERY = 1000
#: actions that need the rows of the pane that has the keys, the fact under the cursor, the article
_NEED_ROWS = frozenset(
    (
        "open",
        "open_article",
        "down",
        "up",
        "half_down",
        "half_up",
        "page_down",
        "page_up",
        "top",
        "bottom",
        "names",
        "same",
        "not_same",
        "rename",
        "split",
    )
)
_NEED_FACT = frozenset(
    ("open_words", "copy", "copy_as", "explain", "next_fact", "previous_fact", "follow", "timeline", "relations")
)
#: groups of actions that need it where the article has the keys
_IN_ARTICLE = frozenset(("Moving", "In the article", "Looking", "Who is who"))
_NEED_PAGE = frozenset(("open_source", "pipe"))


def welcome(look: Look) -> str:
    """What is said at the first start."""
    add, keys, back = look.key("add"), look.key("help"), look.key("back")
    return (
        f"Five sample articles are loaded to look around in. {add} adds yours, {keys} shows all keys, "
        f"`dateline remove --samples` takes them away. {back} leaves this box."
    )


class MainScreen(Finding, Narrowing, WhoIsWho, Commanding, Sending, Overviews):
    """Three panes over one store, driven by keys."""

    def __init__(
        self,
        store: Path,
        state: State,
        look: Look,
        *,
        first_start: bool,
        trouble: Sequence[str] = (),
        session: Session | None = None,
        readonly: bool = False,
    ) -> None:
        super().__init__(store, state, look, readonly=readonly)
        self.first_start = first_start
        self.trouble = trouble  # in the config file
        self._session = session  # where one was the last time
        self._pressed: deque[tuple[str, str | None, bool]] = deque()  # keys that wait; whether for a decision
        self._held: Pressed | None = None
        self._blind = False  # the key at work was pressed before a decision was told

    def on_mount(self) -> None:
        if self.trouble:
            more = f" (And {len(self.trouble) - 1} more.)" if len(self.trouble) > 1 else ""
            self.notice.say(self.trouble[0] + more, "bad")
        elif self.first_start:
            self.notice.say(welcome(self.look))

    def begin(self) -> None:
        super().begin()
        if self._session is not None:
            self.marked.update(self._session.marks)
            self.lines_typed.update(self._session.lines)
            self.visit(self._session.here, self._session.row)

    @property
    def session(self) -> Session:
        """What the next start is to know of this one."""
        row = self.facts.listing.at
        return Session(self.here, self.marked, self.lines_typed, self.state.only_sure, self.look.theme.name, row)

    # -- keys

    def press(self, key: str, character: str | None) -> None:
        """Keys keep their order: one that needs rows waits for them, and those behind it wait too."""
        if key == "ctrl+c":
            self.do_interrupt()
            return
        if key == "escape" and "find" in self.waiting_for:  # a long list is being gone through
            self.waiting_for.discard("find")
            self.reader.drop("find")
        self._pressed.append((key, character, "decide" in self.waiting_for))
        self.caught_up()
        self.footer.pend(self.keys.pending)

    @property
    def idle(self) -> bool:
        """Whether every key has been worked off and everything that was asked for has come."""
        return not (self._pressed or self._held or self.waiting_for) and self.reader.idle

    def caught_up(self) -> None:
        while True:
            if self._held is not None:
                if not self._ready(self._held):
                    return
                pressed, self._held = self._held, None
                self._do(pressed)
            elif self._pressed:
                key, character, self._blind = self._pressed.popleft()
                if self.app.screen is self:
                    super().press(key, character)
                elif isinstance(self.app.screen, KeyedScreen):  # opened by a key before this one
                    self.app.screen.press(key, character)
            else:
                return

    def perform(self, pressed: Pressed) -> None:
        self._held = pressed

    def _do(self, pressed: Pressed) -> None:
        if pressed.action.group in ("Looking", "Elsewhere", "In the article") and not self._blind:
            self.notice.say("")
        super().perform(pressed)

    def _ready(self, pressed: Pressed) -> bool:
        if self.waiting_for:
            return False
        action = pressed.action
        side = self.panes[self.state.side]
        assert isinstance(side, RowPane)
        known = side.listing.settled
        facts = known and self.facts.listing.settled
        if action.name in _NEED_PAGE:
            return facts and not self._page_asked
        if self.state.place == "article" and action.group in _IN_ARTICLE:
            return facts and not self._page_asked
        if action.name in _NEED_FACT or action.group == "Mending":
            return facts
        if action.name in _NEED_ROWS:
            return facts if self.state.place == "facts" else known or self.state.place == "article"
        return True

    @property
    def line(self) -> Entry:
        return self.state.query

    def typed(self, text: str) -> None:
        room = LONGEST_QUERY - len(self.line.text)
        if len(text) > room:
            text = text[:room]
            self.notice.say(f"Only the first {LONGEST_QUERY:,} characters are searched: no name is longer.", "bad")
        super().typed(text)

    def edit(self, line: Entry) -> None:
        subject = None if self.state.subject == ALL else self.state.subject  # whom the search finds is listed again
        self.become(replace(self.state, query=line, subject=subject))

    def step(self, rows: int) -> None:
        if (pane := self.list_with_keys) is None:
            self.step_in_article(rows)
        elif pane.move(rows):
            self.followed(pane)

    def page(self, share: float) -> None:
        if (pane := self.list_with_keys) is None:
            self.page_in_article(share)
        elif pane.page(share):
            self.followed(pane)

    def jump(self, *, to_end: bool) -> None:
        if (pane := self.list_with_keys) is None:
            self.jump_in_article(to_end=to_end)
        else:
            self.go_to_row(pane, LAST if to_end else 0)

    def jump_to(self, row: int) -> None:
        if (pane := self.list_with_keys) is None:
            super().jump_to(row)
        else:
            self.go_to_row(pane, row)

    def do_quit(self) -> None:
        """Back from the words and the facts; from the list on the left, out."""
        if self.state.place == self.state.side and not self.state.zoomed:
            super().do_quit()
        else:
            self.become(stepped_back(self.state))

    @property
    def takers(self) -> Mapping[str, Callable[[str], object]]:
        return {"filter": self.narrow, "find": self.find, "search": self.search_for}

    def search_for(self, name: str) -> None:
        """Searches a name as if it had been typed into the box."""
        self.become(replace(searching(self.state), query=entry(name[:LONGEST_QUERY])))

    def do_open(self) -> None:
        if self.actors.listing.current is not None:
            self.become(opened(self.state))

    def do_open_article(self) -> None:
        if self.articles.listing.current is not None:
            self.become(opened(self.state))

    def do_open_words(self) -> None:
        self.become(opened(self.state))
        self.show_article()

    def do_back(self) -> None:
        self.become(stepped_back(self.state))

    def do_next_pane(self) -> None:
        self.become(moved_pane(self.state, 1))

    def do_previous_pane(self) -> None:
        self.become(moved_pane(self.state, -1))

    def do_search(self) -> None:
        self.become(searching(self.state))

    def do_scope(self) -> None:
        self.become(scoped(self.state))

    def do_articles(self) -> None:
        self.become(turned(self.state))

    def do_only_sure(self) -> None:
        self.become(replace(self.state, only_sure=not self.state.only_sure))
        again = self.look.key("only_sure")
        hidden = f"hidden. {again} shows them" if self.state.only_sure else f"shown again. {again} hides them"
        self.notice.say(f"Facts marked ? are {hidden}.")

    def do_bidi(self) -> None:
        mode = self.state.mode
        self.become(replace(self.state, mode="none" if mode == "app" else "app"))
        prepared = "prepared here" if self.state.mode == "app" else "left to the terminal (as --bidi none)"
        self.notice.say(f"Right-to-left text is {prepared}. {self.look.key('bidi')} changes it back.")

    def dress(self, look: Look) -> None:
        super().dress(look)
        self.become(self.state)

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    def do_explain(self) -> None:
        if self.state.fact is None:
            self.notice.say("There is no fact to explain here: choose one in the middle pane first.", "bad")
            return
        self.notice.say("Reading the article again …")
        self.reader.ask("explain", queries.explanation(self.state.fact))

    def do_names(self) -> None:
        actor = self.actors.listing.current
        if actor is None:
            self.notice.say("There is no actor here whose spellings could be shown.", "bad")
            return
        self.notice.say("Looking where the name is printed …")
        self.reader.ask("names", queries.names(actor.actor.id))

    def do_help(self) -> None:
        self.app.push_screen(HelpScreen(self.look))

    def do_add(self) -> None:
        if self.writer.readonly:
            self.notice.say(READ_ONLY, "bad")
            return
        self.app.push_screen(AddScreen(self.store, self.look, self.post_message))
