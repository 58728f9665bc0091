"""Any key in any place: every key of the table means what the table says, and none of them does harm."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from dashboard import Dashboard, dashboard
from dateline.db import read
from dateline.db.write import open_for_writing
from dateline_tui.keys import ACTIONS, EVERYWHERE, TYPING, Action, KeyReader, Pressed, Where, actions_in
from dateline_tui.screens.keyed import KeyedScreen
from demo import make_store

#: every action in every place, but those that leave
STAYING = {
    (action, where)
    for action in ACTIONS
    for where in action.where
    if action.name not in ("interrupt", "suspend") and not (action.name == "quit" and where in ("actors", "articles"))
}
ORDERED = sorted(STAYING, key=lambda pair: (pair[1], ACTIONS.index(pair[0])))
NONSENSE = ("f5", "ctrl+q", "ctrl+p", "delete", "insert", "tab", "ß", "é", "پ", "9", "9", "3", "g", "m", "u+200c")


@pytest.mark.parametrize("where", EVERYWHERE)
def test_every_key_is_accepted_where_the_table_says(where: Where) -> None:
    typing = where in TYPING
    for action in actions_in(where):
        for key in action.keys:
            reader = KeyReader()
            *begin, last = key.split()
            assert all(reader.feed(where, part, typing=typing) is None for part in begin), key
            letter = "k" if last == "*" else ""
            assert reader.feed(where, letter or last, letter or None, typing=typing) == Pressed(action, None, letter), (
                key
            )


#: what opens the screens in which few keys would be pressed by chance
LEADS: dict[Where, str] = {
    "output": "pipe",
    "names": "names",
    "why": "explain",
    "copied": "copy",
    "relations": "relations",
    "who": "same",
    "parts": "split",
    "duplicates": "duplicates",
}


class Explorer:
    """Presses keys of the table, those first that were not pressed in that place, and now and then nonsense."""

    def __init__(self, ui: Dashboard, chance: Random, pressed: set[tuple[Action, Where]]) -> None:
        self.ui = ui
        self.chance = chance
        self.pressed = pressed
        self.keys: list[str] = []

    @property
    def where(self) -> Where:
        assert isinstance(self.ui.app.screen, KeyedScreen)
        return self.ui.app.screen.where

    def choose(self) -> list[str]:
        """The next keys."""
        where = self.where
        fresh = [action for action, place in ORDERED if place == where and (action, place) not in self.pressed]
        some = fresh or [action for action, place in ORDERED if place == where]
        if self.chance.random() < 0.15:
            return [self.chance.choice(NONSENSE)]
        left = {place for _action, place in STAYING - self.pressed}
        if where == "prompt" and "output" in left and not fresh:
            return ["a", "enter"]
        wanted = {name for place, name in LEADS.items() if place in left}
        leading = [action for action, place in ORDERED if place == where and action.name in wanted]
        if leading and self.chance.random() < 0.3:
            some = leading
        action = self.chance.choice(some)
        self.pressed.add((action, where))
        return [self.chance.choice("ab") if part == "*" else part for part in self.chance.choice(action.keys).split()]

    async def step(self) -> None:
        for key in self.choose():
            self.keys.append(key)
            await self.ui.press(key)
            self.check()

    def check(self) -> None:
        told = f"after {' '.join(self.keys[-30:])}\n{self.ui.text}"
        columns, rows = self.ui.app.size
        assert self.ui.app.is_running and self.ui.app._exception is None, told
        assert len(self.ui.lines) == rows and self.ui.widths == {columns}, told
        assert "is a fault" not in self.ui.text and "Traceback" not in self.ui.text, told


def said(store: Path) -> str:
    """What a user can know of a store: its articles and their facts."""
    with closing(read.connect(store)) as connection:
        told = [fact.to_json() for fact in read.facts(connection)]
        return json.dumps([told, [row.to_json() for row in read.articles(connection)]])


async def explore(
    store: Path, steps: int, size: tuple[int, int], seed: int, pressed: set[tuple[Action, Where]], **options: bool
) -> None:
    """Whatever is pressed, Esc leads home and u takes all back. ``pressed`` has what was tried, and takes in more."""
    before = said(store)
    async with dashboard(store, size, **options) as ui:
        explorer = Explorer(ui, Random(seed), pressed)
        for _ in range(steps):
            await explorer.step()
        await ui.press(*["escape"] * 8)
        assert explorer.where in ("search", "actors", "articles"), f"{explorer.keys}\n{ui.text}"
        await ui.press("escape")
        for _ in range(steps):
            await ui.press("u")
            if "nothing that could be taken back" in ui.text or options.get("readonly"):
                break
        assert said(store) == before, explorer.keys
        await ui.press("q")
        assert ui.app.return_code == 0, ui.text


@pytest.fixture(autouse=True)
def nothing_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is typed behind | or opened with o, there is no such program."""
    for variable in ("PAGER", "EDITOR", "BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(variable, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("size", "seed"), [((80, 24), 1), ((40, 12), 2)])
async def test_any_keys_and_back(tmp_path: Path, size: tuple[int, int], seed: int) -> None:
    await explore(make_store(tmp_path / "store.db"), 60, size, seed, set())


@pytest.mark.slow
@pytest.mark.parametrize(("size", "seed"), [((120, 40), 100), ((59, 12), 200), ((20, 5), 300)])
async def test_every_key_in_every_place(tmp_path: Path, size: tuple[int, int], seed: int) -> None:
    pressed: set[tuple[Action, Where]] = set()
    for more in range(20):
        await explore(make_store(tmp_path / f"{more}.db"), 250, size, seed + more, pressed)
        if pressed >= STAYING:
            break
    assert [f"{action.name} in {where}" for action, where in STAYING - pressed] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3, 7))
async def test_any_keys_in_an_empty_store_and_a_read_only_one(tmp_path: Path, seed: int) -> None:
    empty = tmp_path / "empty.db"
    open_for_writing(empty).close()
    await explore(empty, 300, (80, 24), seed, set())
    await explore(make_store(tmp_path / "store.db"), 300, (100, 30), seed, set(), readonly=True)
