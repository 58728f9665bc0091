"""A small language for walks through the dashboard: ``await ui.actors.type("Blingen").first_is("Antony Blinken")``.

Every page is a part of the screen; its methods are steps, done in order when the chain is awaited, and a chain goes
from page to page: ``await ui.actors.press("enter").facts.titled("Antony Blinken")``. A step that does not see what it
should fails with the steps before it and the screen.

An action of the key table counts as walked only if what is asserted behind its key was not so before the key.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from pathlib import Path
from typing import Self, TypeVar

from dashboard import Dashboard
from dateline_tui.keys import Action, Where
from seen import Seen, look

Step = tuple[str, Callable[[], Awaitable[None]]]
P = TypeVar("P", bound="Page")


class Ui:
    """A dashboard under test. ``walked`` has the actions whose effect was seen, each with the place of its key."""

    def __init__(self, dashboard: Dashboard, store: Path) -> None:
        self.dashboard = dashboard
        self.path = store
        self.walked: set[tuple[Action, Where]] = set()
        self.put_aside = 0  # how often the program was suspended
        self.unawaited: list[Chain] = []
        self.told: list[str] = []  # the steps so far
        self._done: list[tuple[Action, Where]] = []  # by the last key
        self.now = self.before = look(dashboard, 0)

    def performed(self, action: Action, where: Where) -> None:
        """Hears of every action that is performed."""
        self._done.append((action, where))

    async def do(self, work: Awaitable[None]) -> None:
        """Something that changes the screen."""
        self._done, self.before = [], self.now
        await work
        self.now = look(self.dashboard, self.put_aside)

    def see(self, what: str, holds: Callable[[Seen], bool]) -> None:
        """Fails unless that is so now. What the last key did counts as walked if it was not so before."""
        if not holds(self.now):
            steps = "\n".join(f"  {step}" for step in self.told[-12:])
            raise AssertionError(f"not seen: {what}\nafter\n{steps}\non the screen ({self.now.where})\n{self.now.text}")
        if self._done and not holds(self.before):
            self.walked.update(self._done)

    def __getattr__(self, name: str) -> Page:
        """The page of that name, at the beginning of a chain."""
        if name not in PAGES:
            raise AttributeError(name)
        return Chain(self).page(name)


class Chain:
    """Steps that are done when it is awaited."""

    def __init__(self, ui: Ui) -> None:
        self.ui = ui
        self.steps: list[Step] = []
        ui.unawaited.append(self)

    def page(self, name: str) -> Page:
        return PAGES[name](self, name)

    async def run(self) -> None:
        self.ui.unawaited.remove(self)
        for told, step in self.steps:
            self.ui.told.append(told)
            await step()


class Page:
    """A part of the screen, and steps on it."""

    def __init__(self, chain: Chain, name: str) -> None:
        self._chain = chain
        self._name = name

    def __getattr__(self, name: str) -> Page:
        """Goes on on another page."""
        if name not in PAGES:
            raise AttributeError(name)
        return self._chain.page(name)

    def __await__(self) -> Generator[None, None, None]:
        return self._chain.run().__await__()

    def _does(self, what: str, work: Callable[[Dashboard], Awaitable[None]]) -> Self:
        ui = self._chain.ui
        self._chain.steps.append((what, lambda: ui.do(work(ui.dashboard))))
        return self

    def _sees(self, what: str, holds: Callable[[Seen], bool]) -> Self:
        async def step() -> None:
            self._chain.ui.see(f"{self._name}: {what}", holds)

        self._chain.steps.append((f"{self._name}: {what}", step))
        return self

    # -- what a user does

    def press(self, *keys: str) -> Self:
        """Keys by Textual's names, or as they are written: ``press("5", "j", "ctrl+d", "?")``."""
        for key in keys:
            self._does(f"press {key}", lambda dashboard, key=key: dashboard.press(key))
        return self

    def type(self, text: str) -> Self:
        """Letters into the line that has the keys."""
        return self.press(*("space" if char == " " else char for char in text))

    def paste(self, text: str) -> Self:
        return self._does(f"paste {text[:30]!r}", lambda dashboard: dashboard.paste(text))

    def resize(self, columns: int, rows: int) -> Self:
        return self._does(f"resize to {columns}x{rows}", lambda dashboard: dashboard.resize(columns, rows))

    # -- what a user sees

    def has(self, *words: str) -> Self:
        """Words stand there, whatever the breaks of its lines."""
        for some in words:
            self._sees(f"has {some!r}", lambda seen, some=some: some in (self._words(seen) or ""))
        return self

    def lacks(self, *words: str) -> Self:
        """It is shown, and words do not stand there."""
        for some in words:
            self._sees(f"lacks {some!r}", lambda seen, some=some: some not in (self._words(seen) or some))
        return self

    def _words(self, seen: Seen) -> str | None:
        """What is to be read there; None where it is not shown."""
        return seen.words(self._name) if self._name in seen.parts else None

    def titled(self, words: str) -> Self:
        """The row above it has these words."""
        return self._sees(f"titled {words!r}", lambda seen: words in seen.title(self._name))

    def has_keys(self) -> Self:
        """It is the place whose keys work."""
        return self._sees("has the keys", lambda seen: seen.where == self._name)

    def cursor_on(self, words: str) -> Self:
        """The cursor in its text stands where these words begin; ``""``: behind the last letter of the line."""

        def holds(seen: Seen) -> bool:
            there = None if seen.caret is None else _unnamed(seen.caret[1])
            return there == words if not words else there is not None and there.startswith(words)

        return self._sees(f"cursor on {words!r}", holds)

    def is_shown(self) -> Self:
        return self._sees("is shown", lambda seen: self._name in seen.parts)

    def is_hidden(self) -> Self:
        return self._sees("is hidden", lambda seen: self._name not in seen.parts)

    says = has


class List(Page):
    """Rows with a cursor."""

    def first_is(self, words: str) -> Self:
        """The first row begins with these words, behind its sign."""

        def holds(seen: Seen) -> bool:
            return next((_plain(row) for row in seen.rows(self._name) if row), "").startswith(words)

        return self._sees(f"first row is {words!r}", holds)

    def row_has(self, *words: str) -> Self:
        """The row under the cursor has these words."""
        for some in words:
            self._sees(f"row has {some!r}", lambda seen, some=some: some in seen.row(self._name))
        return self

    def at(self, position: str) -> Self:
        """The title tells the position: ``at("2/7")``."""
        return self._sees(f"at {position}", lambda seen: f" {position}" in f"{seen.title(self._name)} ")


class Actors(List):
    def first_is(self, words: str) -> Self:
        """The first actor, under the search box."""

        def holds(seen: Seen) -> bool:
            return next((_plain(row) for row in seen.rows("actors")[1:] if row), "").startswith(words)

        return self._sees(f"first actor is {words!r}", holds)


class Article(Page):
    def marks(self, words: str) -> Self:
        """These words stand out as the fact's own; the whole of them, or where they begin."""
        return self._sees(f"marks {words!r}", lambda seen: f"▌{words}" in _unnamed(seen.words("article")))

    def selects(self, words: str) -> Self:
        return self._sees(f"selects {words!r}", lambda seen: f"⟦{words}⟧" in _unnamed(seen.words("article")))


class Output(Page):
    def comes_to(self, words: str) -> Self:
        """The command has ended, and these words are all that it printed."""

        async def ended(dashboard: Dashboard) -> None:
            await dashboard.until(lambda: "Running …" not in dashboard.text)

        def holds(seen: Seen) -> bool:
            return " ".join(" ".join(seen.part(self._name)[1:]).split()) == words

        return self._does("wait for the command", ended)._sees(f"comes to {words!r}", holds)


class Form(Page):
    """Lines to fill in."""

    def on(self, label: str) -> Self:
        """The line of that name has the cursor."""
        return self._sees(f"on {label!r}", lambda seen: (seen.caret or ("", ""))[0].startswith(f"{label} "))


class Search(Page):
    """The box on top of the actors."""

    def _words(self, seen: Seen) -> str | None:
        return _box(seen).lstrip("⌕ ") if "actors" in seen.parts else None

    def shows(self, words: str) -> Self:
        """These words, and no others, stand in it."""
        return self._sees(f"shows {words!r}", lambda seen: self._words(seen) == words)

    def is_empty(self, hint: str = "a name, spelt anyhow") -> Self:
        return self._sees(f"is empty, with {hint!r}", lambda seen: hint in _box(seen))


class Clipboard(Page):
    def _words(self, seen: Seen) -> str | None:
        return seen.clipboard


class Program(Page):
    """The dashboard as a whole."""

    def _words(self, seen: Seen) -> str | None:
        return " ".join(seen.text.split())

    def left(self, code: int) -> Self:
        """It has ended with that exit code."""
        return self._sees(f"left with exit code {code}", lambda seen: seen.left == code)

    def put_aside(self, times: int) -> Self:
        return self._sees(f"put aside {times} times", lambda seen: seen.put_aside == times)

    def in_ink(self, *inks: str) -> Self:
        """Its signs have these colours among others."""
        return self._sees(f"in {inks}", lambda seen: seen.inks.issuperset(inks))

    def hears_of_others(self) -> Self:
        """The moment has come at which the dashboard looks whether another program changed the store."""
        return self._does("look for changes", lambda dashboard: dashboard.look_for_changes())


PAGES: dict[str, type[Page]] = {
    "title": Page, "notice": Page, "footer": Page, "program": Program, "clipboard": Clipboard,
    "search": Search, "actors": Actors, "articles": List, "facts": List, "article": Article,
    "timeline": List, "relations": List, "choose": List, "prompt": Page, "form": Form, "add": Form,
    "copied": Page, "output": Output, "why": Page, "names": Page, "help": Page, "narrow": Page,
    "who": List, "parts": List, "duplicates": Page,
}  # fmt: skip


def _box(seen: Seen) -> str:
    return " ".join(seen.rows("actors")[:1])


def _plain(row: str) -> str:
    """A row without the cursor and the sign of its kind."""
    return row.lstrip("▸●■◆ ")


def _unnamed(text: str) -> str:
    """The text of an article without the signs around names."""
    return text.translate(_NAME_SIGNS)


_NAME_SIGNS = str.maketrans("", "", "‹›•⌜⌝")
