"""Walks through the dashboard that read like the manual, and whether they leave out an action of the key table."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from dashboard import dashboard
from dateline.db.write import add_article, open_for_writing
from dateline.model import Extraction
from dateline.paths import seed_documents
from dateline_tui.keys import ACTIONS, Action, Pressed, Where
from dateline_tui.screens.keyed import KeyedScreen
from pages import Ui
from walks import WALKS, Walk, coming_back, filtering, finding, mending, reading, taking_along, views, who_is_who

CHAPTERS = (finding, reading, mending, filtering, coming_back, taking_along, views, who_is_who)


@dataclass
class Walked:
    """How a walk ended, and the actions whose effect was seen on it."""

    actions: set[tuple[Action, Where]] = field(default_factory=set)
    trouble: BaseException | None = None


class Walker:
    """Makes every walk once, however many tests ask for it, each on a store of its own."""

    def __init__(self, stores: Path) -> None:
        self.stores = stores
        self.made: dict[str, Walked] = {}

    def make(self, walk: Walk) -> Walked:
        if walk.name not in self.made:
            self.made[walk.name] = walked = Walked()
            try:
                asyncio.run(self._go(walk, walked))
            except Exception as error:  # noqa: BLE001 - raised by the test of this walk
                walked.trouble = error
        return self.made[walk.name]

    async def _go(self, walk: Walk, walked: Walked) -> None:
        store = self.stores / f"{walk.name}.db"
        shutil.copy(self.stores / f"{walk.store}.db", store)
        with pytest.MonkeyPatch.context() as patch:
            async with dashboard(store, walk.size, **walk.options) as driven:
                ui = Ui(driven, store)
                walked.actions = ui.walked
                perform = KeyedScreen.perform

                def performed(screen: KeyedScreen, pressed: Pressed) -> None:
                    ui.performed(pressed.action, screen.where)
                    perform(screen, pressed)

                def stopped(process: int, signal: int) -> None:
                    ui.put_aside += 1

                for name, value in walk.environ.items():
                    patch.setenv(name, value)
                patch.setattr(KeyedScreen, "perform", performed)
                patch.setattr(HeadlessDriver, "can_suspend", True)
                patch.setattr(os, "kill", stopped)
                await walk.steps(ui)
                assert not ui.unawaited, f"steps of {walk.name} are not awaited: {ui.unawaited[0].steps}"


@pytest.fixture(scope="module")
def walker(tmp_path_factory: pytest.TempPathFactory, extracted: Callable[[str], Extraction]) -> Walker:
    folder = tmp_path_factory.mktemp("walks")
    with closing(open_for_writing(folder / "samples.db")) as store:
        for file in seed_documents():
            add_article(store, extracted(file.read_text("utf-8")), sample=True)
    open_for_writing(folder / "empty.db").close()
    return Walker(folder)


@pytest.mark.parametrize("name", WALKS)
def test_walk(walker: Walker, name: str) -> None:
    if (trouble := walker.make(WALKS[name]).trouble) is not None:
        raise trouble


def test_every_action_is_walked(walker: Walker) -> None:
    """Each row of the key table is pressed on a walk, and what is asserted behind it was not so before."""
    seen = {action for walk in WALKS.values() for action, _where in walker.make(walk).actions}
    left_out = [f"{action.name}: {action.help} ({', '.join(action.where)})" for action in ACTIONS if action not in seen]
    assert not left_out, "\n".join(("no walk sees what these do:", *left_out))
