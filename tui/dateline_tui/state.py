"""What the dashboard shows, as a value without a widget: who has the keys, what is looked at, how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from dateline.actors.search import Scope
from dateline.db.rows import Fact
from dateline_tui.draw.layout import Mode
from dateline_tui.entry import Entry

Place = Literal["search", "actors", "articles", "facts", "article"]
Side = Literal["actors", "articles"]
PaneName = Literal["actors", "articles", "facts", "article"]

TWO_PANES = 60  # columns from which two panes stand side by side
THREE_PANES = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose facts the middle pane lists: an actor's, an article's or all of the store."""

    kind: Literal["actor", "article", "all"]
    id: str
    name: str


ALL = Subject("all", "", "")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the middle pane lists: facts of ``subject`` that the ``filter``, words of a query, leaves."""

    subject: Subject | None = None
    filter: str = ""
    only_sure: bool = False  # facts marked "?" are hidden


@dataclass(frozen=True, slots=True)
class State:
    place: Place = "search"
    side: Side = "actors"
    query: Entry = field(default_factory=Entry)
    scope: Scope = "all"  # which spellings the query may find
    subject: Subject | None = None
    fact: Fact | None = None
    article: str | None = None  # hash of the article on the right
    mode: Mode = "app"
    only_sure: bool = False
    filter: str = ""
    zoomed: bool = False  # the pane that has the keys stands alone
    cursor: int | None = None  # offset in the text of the article, None before it had the keys
    anchor: int | None = None  # where a selection began, None while nothing is selected

    @property
    def searched(self) -> tuple[str, Scope]:
        """What the actors are searched for; without a query all are listed, however it may be meant."""
        return self.query.text, self.scope if self.query.text.strip() else "all"

    @property
    def shown(self) -> Shown:
        return Shown(self.subject, self.filter, self.only_sure)

    @property
    def pane(self) -> PaneName:
        """The pane that has the keys."""
        return "actors" if self.place == "search" else self.place


def searching(state: State) -> State:
    return replace(state, side="actors", place="search")


def scoped(state: State) -> State:
    """The same query for exact names; then for those in its own script; then for all again."""
    after: dict[Scope, Scope] = {"all": "exact", "exact": "script", "script": "all"}
    return replace(state, scope=after[state.scope])


def turned(state: State) -> State:
    """Actors on the left become articles, and back; the left pane gets the keys."""
    side: Side = "articles" if state.side == "actors" else "actors"
    return replace(state, side=side, place=side)


def opened(state: State) -> State:
    """Enter: from a list to the facts of what stands under the cursor, from a fact to its words."""
    return replace(state, place="facts" if state.pane == state.side else "article")


def stepped_back(state: State) -> State:
    """Esc: from the words to the facts, from the facts to the list.

    Before that goes what is selected or searched, and a pane that stands alone gets the others back.
    """
    if state.place == "article" and state.anchor is not None:
        return replace(state, anchor=None)
    if state.zoomed:
        return replace(state, zoomed=False)
    if state.place == "article":
        return replace(state, place="facts")
    if state.place == "facts":
        return replace(state, place=state.side)
    if (state.query.text or state.scope != "all") and state.side == "actors":
        return replace(state, query=Entry(), scope="all")
    return replace(state, place=state.side)


def moved_pane(state: State, by: int) -> State:
    """Tab and shift-Tab: the next pane, round and round."""
    order: tuple[Place, ...] = (state.side, "facts", "article")
    return replace(state, place=order[(order.index(state.pane) + by) % 3])


def filtered(state: State, filter: str) -> State:
    """Another filter: the middle pane lists all facts that it leaves; without one, those of the row on the left."""
    if not filter:
        return replace(state, filter="", subject=None if state.subject == ALL else state.subject)
    return replace(state, filter=filter, subject=ALL, place="facts")


def idle(state: State) -> frozenset[str]:
    """Actions that have nothing to act on now: no fact to cite, nobody to open, no name."""
    without_fact = () if state.fact else ("copy", "next_fact", "open_words", "reject", "correct")
    without_article = () if state.article else ("choose", "select", "next_name", "make")
    without_subject = () if state.subject else ("open", "open_article", *(("down",) if state.place == "search" else ()))
    without_query = () if state.query.text.strip() or state.scope != "all" else ("scope",)
    whom = state.article if state.place == "article" else state.subject and state.subject.kind == "actor"
    without_actor = () if whom else ("same", "not_same")
    return frozenset((*without_fact, *without_article, *without_subject, *without_query, *without_actor))


def words(state: State) -> dict[str, str]:
    """What the footer says of actions that do something else each time: which spellings are searched next."""
    said: dict[Scope, str] = {"all": "all", "exact": "exact", "script": "this script"}
    return {"scope": said[scoped(state).scope]}


def pane_widths(state: State, columns: int) -> dict[PaneName, int]:
    """The panes that are shown, from left to right, with their columns; every pane but the first includes its edge."""
    side: PaneName = state.side
    if columns < TWO_PANES or state.zoomed:
        return {state.pane: columns}
    if columns < THREE_PANES:
        if state.pane == side:
            left = min(max(columns * 2 // 5, 28), 36)
            return {side: left, "facts": columns - left}
        facts = columns * 9 // 20
        return {"facts": facts, "article": columns - facts}
    left = min(max(columns * 9 // 40, 27), 36) if side == "actors" else min(columns * 3 // 10, 48)
    facts = (columns - left) * 9 // 20
    return {side: left, "facts": facts, "article": columns - left - facts}
