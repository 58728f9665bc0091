"""The three lists: actors with the search box on top, articles, facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from textual.geometry import Region

from dateline.actors.search import Hit, Scope
from dateline.db.rows import ActorRow, ArticleRow, Fact
from dateline_tui.draw.layout import Piece, Run, Runs
from dateline_tui.draw.lists import actor_lines, article_lines, fact_lines
from dateline_tui.draw.typing import entry_runs
from dateline_tui.entry import Entry
from dateline_tui.panes.rows import RowPane
from dateline_tui.state import Shown


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the actors' list: an actor, and why the search names it (None where nothing was searched)."""

    actor: ActorRow
    hit: Hit | None = None


class _Words(NamedTuple):
    """What is said of one way to search: its name, the hint in an empty box, where nobody is found, the next way."""

    word: str
    hint: str
    nobody: str
    next: str = ""


_SCOPES: dict[Scope, _Words] = {
    "all": _Words("all", "a name, spelt anyhow", "No name sounds like that"),
    "script": _Words(
        "this script", "a name in its script", "No name in that script sounds so", "searches all spellings"
    ),
    "exact": _Words("exact", "a name, exactly so", "No name is spelt so", "searches whatever sounds so in that script"),
}


class ActorsPane(RowPane[Found]):
    """Search box and actors."""

    noun = "Actors"
    head = 1

    typed = Entry()
    typing = False  # the keys go into the search box
    scope: Scope = "all"

    def ask(self, typed: Entry, typing: bool, scope: Scope) -> None:
        """Shows another query in the box, and among which spellings it is looked for."""
        if (typed, typing, scope) != (self.typed, self.typing, self.scope):
            self.typed, self.typing, self.scope = typed, typing, scope
            self.refresh(*([Region(0, 0, self.size.width, 2)] if self.listing.total else []))

    def title(self) -> tuple[Piece, ...]:
        if not self.typed.text and self.scope == "all":
            return super().title()
        role = "quiet" if self.scope == "all" else "found"
        return (*super().title(), Piece(f"  {_SCOPES[self.scope].word}", role))

    def head_line(self, y: int) -> tuple[Runs, str]:
        label = Run(" / " if self.look.signs.ascii else " ⌕ ", "key" if self.typing else "quiet")
        if not self.typed.text and not self.typing:
            return (label, Run(f"{self.look.key('search')} searches a name", "quiet")), "box"
        room = self.cells - 3
        return (label, *entry_runs(self.typed, self.typing, room, self.look.mode, _SCOPES[self.scope].hint)), "box"

    def lines(self, row: Found, cells: int) -> tuple[Runs, ...]:
        return actor_lines(row.actor, row.hit, cells, self.look.mode, self.look.signs)

    def empty(self) -> str:
        back = self.look.key("back")
        if self.typed.text:
            near = f" {self.why}" if self.why else ""
            if self.scope != "all":
                near += f" {self.look.key('scope', 'search' if self.typing else 'actors')} {_SCOPES[self.scope].next}."
            return f"{_SCOPES[self.scope].nobody}.{near} {back} empties the box."
        leave = f"{back} leaves this box, then " if self.typing else ""
        return f"No actors yet. {leave}{self.look.key('add')} adds an article: a path, or its text pasted."


class ArticlesPane(RowPane[ArticleRow]):
    """The articles of the store."""

    noun = "Articles"

    def lines(self, row: ArticleRow, cells: int) -> tuple[Runs, ...]:
        return article_lines(row, cells, self.look.mode, self.look.signs)

    def empty(self) -> str:
        return f"No articles yet. {self.look.key('add')} adds one: a path, or its text pasted."


class FactsPane(RowPane[Fact]):
    """Facts of the chosen actor or article."""

    noun = "Facts"
    shown = Shown()

    def title(self) -> tuple[Piece, ...]:
        subject, filter = self.shown.subject, self.shown.filter
        of = "  sure only" if self.shown.only_sure else ""
        of += f"  {subject.name}" if subject and subject.name else ""
        asked = (Piece(f"  {self.look.key('filter')} {filter}", "found"),) if filter else ()
        return (*super().title(), Piece(of, "strong" if self.active else "quiet"), *asked)

    def lines(self, row: Fact, cells: int) -> tuple[Runs, ...]:
        return fact_lines(row, cells, self.look.mode, self.look.signs)

    def empty(self) -> str:
        subject, key = self.shown.subject, self.look.key
        if subject is None:
            enter = " or ".join(dict.fromkeys((key("open"), key("open_article"))))
            return f"Choose an actor or an article on the left and press {enter}; {key('add')} adds an article."
        if self.shown.filter:
            away = f"{key('filter')}, {key('erase_all', 'prompt')} and {key('submit', 'prompt')} take it away"
            return f"No fact passes the filter. {self.why} {key('filter')} changes it; {away}."
        if self.why:
            return f"{self.why} {key('back')} goes back to the list."
        if self.shown.only_sure:
            return f"No fact without ? here: {key('only_sure')} shows the unsure ones too."
        next_pane = key("next_pane")
        if subject.kind == "article":
            adds = f"{key('make')} adds one of the words that state it"
            return f"None found in this article: {next_pane} goes to its text, where {adds}."
        shows = f"{next_pane} shows where it is named, {key('back')} goes back to the list"
        return f"No fact names {subject.name} as a party. {shows}."
