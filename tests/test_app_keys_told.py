"""Sentences that name a key name the one in force: every action they name has another key here."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline.db.write import open_for_writing
from dateline_tui.draw.article import Marks, Page
from dateline_tui.draw.laid import Laid
from dateline_tui.draw.signs import UNICODE
from dateline_tui.keys import ACTIONS, Action
from dateline_tui.overviews import about
from dateline_tui.panes.article import ArticlePane
from dateline_tui.panes.lists import ActorsPane, ArticlesPane, FactsPane
from dateline_tui.panes.pane import Look
from dateline_tui.panes.parts import PartsPane
from dateline_tui.panes.relations import RelationsPane
from dateline_tui.panes.timeline import TimelinePane
from dateline_tui.remap import remapped
from dateline_tui.screens.help import HelpScreen, signs
from dateline_tui.screens.main import welcome
from dateline_tui.settings import Settings
from dateline_tui.state import Shown, Subject
from dateline_tui.theme import DARK
from demo import make_store

#: actions that some sentence names
NAMED = (
    "open", "open_article", "back", "choose", "select", "next_name", "previous_name", "copy", "only_sure", "next_fact",
    "previous_fact", "search", "filter", "filters", "articles", "find", "find_next", "find_previous", "add", "bidi",
    "theme", "history_back", "mark", "to_mark", "next_pane", "make", "undo", "help", "close", "complete", "submit",
    "erase_all", "narrow", "next_topic", "step_back", "widen", "follow", "rename",
)  # fmt: skip
KEYS = [*(f"f{i}" for i in range(1, 24)), *(f"f24 f{i}" for i in range(1, 24))]
OTHER = remapped(ACTIONS, dict(zip(NAMED, ([key] for key in KEYS), strict=False)))
TABLES = pytest.mark.parametrize("actions", [ACTIONS, OTHER], ids=["own", "other"])


def look(actions: tuple[Action, ...]) -> Look:
    return Look(DARK, UNICODE, "app", actions)


def told(sentence: str, actions: tuple[Action, ...]) -> str:
    """The sentence with keys in place of {action} and {action@place}."""
    words = []
    for part in sentence.split("{"):
        name, brace, rest = part.partition("}")
        action, _, where = name.partition("@")
        words.append(look(actions).key(action, where or None) + rest if brace else part)  # type: ignore[arg-type]
    return "".join(words)


def test_every_action_that_is_named_has_another_key_here() -> None:
    for name in NAMED:
        for own, other in zip(ACTIONS, OTHER, strict=True):
            if own.name == name and own.keys != other.keys:
                assert not set(own.keys) & set(other.keys)
                break
        else:
            raise AssertionError(f"{name} keeps its key")


def panes(look: Look) -> dict[str, str]:
    """What stands in empty places, by the sentence with its actions."""

    def facts(shown: Shown) -> str:
        pane = FactsPane(look)
        pane.shown = shown
        return pane.empty()

    typing = ActorsPane(look)
    typing.typing = True
    heard = Subject("actor", "x", "X")
    asked = FactsPane(look)
    asked.shown = Shown(heard, "type:event")
    return {
        "{search} searches a name": "".join(run.text for run in ActorsPane(look).head_line(0)[0]),
        "No actors yet. {back} leaves this box, then {add} adds an article": typing.empty(),
        "No articles yet. {add} adds one": ArticlesPane(look).empty(),
        "on the left and press {open}": facts(Shown()),
        "{add} adds an article.": facts(Shown()),
        "{filter} changes it; {filter}, {erase_all@prompt} and {submit@prompt} take it away.": facts(asked.shown),
        "{only_sure} shows the unsure ones too.": facts(Shown(heard, only_sure=True)),
        "{next_pane} goes to its text, where {make} adds one": facts(Shown(Subject("article", "x", "X"))),
        "{next_pane} shows where it is named, {back} goes back": facts(Shown(heard)),
        "  {filter} type:event": "".join(piece.text for piece in asked.title()),
        " {filter} type:event": "".join(piece.text for piece in about(asked.shown, look.key("filter"))),
        "{close@timeline} goes back: choose": TimelinePane(look, ()).empty(),
        "two parties. {close@relations} goes back": RelationsPane(look, (), own=False).empty(),
        "nothing to split. {close@parts} goes back.": PartsPane(look, "X").empty(),
        "{add} adds an article, {help} shows all keys.": "".join(
            "".join(run.text for run in ArticlePane(look).body(y)[0]) for y in range(400)
        ),
        "{add} adds yours, {help} shows all keys,": welcome(look),
        "{back} leaves this box.": welcome(look),
        "{next_fact} and {previous_fact} go from fact to fact": str(signs(look)),
        "what {select} selects": str(signs(look)),
        "{step_back} shows everything again.": HelpScreen(look)._elsewhere(True),
    }


@TABLES
def test_what_stands_in_an_empty_pane_names_the_keys_in_force(actions: tuple[Action, ...]) -> None:
    for sentence, seen in panes(look(actions)).items():
        assert told(sentence, actions).replace(" ", "") in seen.replace(" ", ""), sentence


def test_a_fold_names_the_key_that_opens_it() -> None:
    page = Page("h", "t", (), None, "One.\nMENU\nMORE\nTwo.", noise=((5, 9), (10, 14)))
    (line,) = Laid(page, Marks(unfold="F4"), 60, "app").lines(2)
    assert line.text.endswith("folded (F4)")


@TABLES
async def test_what_is_said_names_the_keys_in_force(tmp_path: Path, actions: tuple[Action, ...]) -> None:
    store = make_store(tmp_path / "store.db")
    async with dashboard(store, size=(140, 40), settings=Settings(actions=actions)) as ui:

        async def after(name: str, sentence: str, *more: str) -> None:
            await press(ui, actions, name)
            await ui.press(*more)
            assert told(sentence, actions) in " ".join(ui.text.split()), (sentence, ui.text)

        async def back() -> None:
            await press(ui, actions, "close@prompt")

        await ui.type("blinken")
        await press(ui, actions, "open@search")
        await after("only_sure", "are hidden. {only_sure} shows them.")
        await after("only_sure", "shown again. {only_sure} hides them.")
        await after("bidi", "{bidi} changes it back.")
        await after("theme", "{theme} changes them.")
        await after("find_next", "yet: {find} asks for words.")
        await after("filters", "{filter} makes a filter, then {filters} keeps it under one.")
        await after("to_mark", "{mark}k makes one.", "k")
        await after("mark", "{to_mark}k comes back here.", "k")
        await after("history_forward", "further on: {history_back} goes back.")
        await after("find", "then {submit@prompt}; {find_next} and {find_previous} go on")
        await back()
        await after("filter", "{complete@prompt} completes")
        await back()
        await after("command", "{complete@prompt} completes")
        await back()
        await after("help", "Also in ", *(press_of("narrow@help", actions)), *"sqlite")
        assert told("{next_topic@narrow}. {widen} shows everything again.", actions) in " ".join(ui.text.split())
        await press(ui, actions, "widen")
        await press(ui, actions, "step_back")
        await after("split", "go back and rename with {rename}.", "9", "space", *press_of("submit@parts", actions))
        await press(ui, actions, "close@parts")
        await after("reject", "{undo} takes it back.")
        await press(ui, actions, "undo")
        await after("correct", "press {close@form}.", *press_of("submit@form", actions))
        await press(ui, actions, "close@form")
        await after("pipe", "or press {close@prompt}.", *press_of("submit@prompt", actions))
        await back()
        await press(ui, actions, "open_words")
        await ui.press("G")
        await after("choose@article", "at the cursor: {next_name} goes to the next one.")
        await ui.press("9", "9")
        await press(ui, actions, "next_name")
        await after("next_name", "further down: {previous_name} goes back")
        await ui.press("g", "g")
        await after("previous_name", "further up: {next_name} goes on")
        await ui.press("9", "9")
        await press(ui, actions, "next_fact")
        await after("next_fact", "{previous_fact} goes back to the one before.")
        await ui.press("9", "9")
        await press(ui, actions, "previous_fact")
        await after("previous_fact", "{next_fact} goes on to the next one.")
        await press(ui, actions, "timeline")
        await after("open_period", "{filter} changes the filter.")
        assert f"{look(actions).key('history_back', at=-1)} goes back to all" in ui.text


@TABLES
async def test_where_there_is_no_article_the_keys_in_force_are_named(
    tmp_path: Path, actions: tuple[Action, ...]
) -> None:
    store = tmp_path / "empty.db"
    open_for_writing(store).close()
    async with dashboard(store, size=(140, 30), settings=Settings(actions=actions)) as ui:
        await press(ui, actions, "back")
        await press(ui, actions, "duplicates")
        assert told("as if they were one. {close@duplicates} goes back.", actions) in ui.text
        await press(ui, actions, "close@duplicates")
        for name, sentence in (("date", "here: {articles} lists them."), ("make", "{select} selects words.")):
            if name == "make":
                await press(ui, actions, "next_pane")
                await press(ui, actions, "next_pane")
            await press(ui, actions, name)
            assert told(sentence, actions) in ui.text


def press_of(name: str, actions: tuple[Action, ...]) -> list[str]:
    """The keys to press for {action} or {action@place}."""
    action, _, where = name.partition("@")
    rows = (row for row in actions if row.name == action and (not where or where in row.where))
    return next(rows).keys[0].removesuffix(" *").split()


async def press(ui: Dashboard, actions: tuple[Action, ...], name: str) -> None:
    await ui.press(*press_of(name, actions))
