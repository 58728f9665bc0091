"""Any keys in any order: the dashboard goes on, says no more than sentences, and the store stays sound."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import closing, suppress
from pathlib import Path

import pytest
from textual import events

from dashboard import Dashboard, dashboard
from dateline import deciding
from dateline.cli.add import load_samples
from dateline.db.health import health
from dateline.db.parts import part_keys
from dateline.db.write import open_for_writing
from dateline.errors import InputError
from dateline_tui.keys import ACTIONS, PUNCTUATION
from dateline_tui.screens.keyed import KeyedScreen
from demo import hostile, make_store

SEEDS = range(int(os.environ.get("DATELINE_FUZZ", "3")))  # 50 and more find what is rare
KEYS = 300
SIZES = [(120, 40), (80, 24), (59, 20), (40, 12), (200, 60), (1, 1), (20, 3)]
#: what leaves the dashboard is not pressed: there is nothing to test behind it
LEAVING = {"interrupt", "suspend"}
CHARACTERS = {**PUNCTUATION, "space": " "}
#: what the health check looks at, but which only a fault of ours makes worth a look
UNSOUND = {(check, "look") for check in ("decisions", "totals", "lists", "counts", "names", "sounds", "word index")}
WORDS = [
    "blinken", "type:CONSULT", "since:2022 -type:", '"unfinished', "2022-01-31", "2022-13", "+Jane Roe", "putin, +X",
    "٣", "99999999999999999999", "یوتین", "\ud800", "\x1b[2J\x07", "a" * 3000, "remove", "mark a", "/dev/null",
]  # fmt: skip


def pressable(where: str | None = None) -> list[tuple[str, ...]]:
    """The keys of the whole table, or of those rows that hold where one is."""
    rows = (action for action in ACTIONS if action.name not in LEAVING and (where is None or where in action.where))
    return [tuple(keys.split()) for action in rows for keys in action.keys]


async def press(ui: Dashboard, *keys: str) -> None:
    """Presses keys without waiting for what comes of them."""
    for key in keys:
        ui.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))


def another_program(store: Path, chance: random.Random) -> str:
    """Somebody else decides something."""
    with closing(open_for_writing(store)) as connection:
        facts = [
            str(fact) for (fact,) in connection.execute("SELECT fact FROM findings WHERE NOT rejected ORDER BY id")
        ]
        articles = [str(one) for (one,) in connection.execute("SELECT hash FROM stored_articles ORDER BY id")]
        actors = [str(one) for (one,) in connection.execute("SELECT id FROM actors ORDER BY id")]
        if chance.random() < 0.4 and len(actors) > 1:
            one, other = chance.sample(actors, 2)
            with suppress(InputError):  # they were said not to be the same
                deciding.merge(connection, "somebody", one, [other])
            if (parts := part_keys(connection, chance.choice(actors)))[1:]:
                deciding.split(connection, "somebody", parts[0][1], [parts[0]])
        elif len(articles) > 2 and chance.random() < 0.2:
            deciding.remove(connection, "somebody", [chance.choice(articles)])
        elif facts:
            deciding.reject(connection, "somebody", [chance.choice(facts)])
    return "somebody else decided"


async def step(ui: Dashboard, store: Path, chance: random.Random) -> str:
    """One thing that a user, a cat or a broken terminal may do; what it was."""
    what = chance.random()
    if what < 0.75:
        screen = ui.app.screen
        here = screen.where if isinstance(screen, KeyedScreen) and what > 0.2 else None
        keys = tuple(chance.choice("abz9é") if key == "*" else key for key in chance.choice(pressable(here)))
        await press(ui, *keys)
        return " ".join(keys)
    if what < 0.85:
        text = chance.choice(WORDS)
        for char in text[:20]:
            await press(ui, next((name for name, sign in CHARACTERS.items() if sign == char), char))
        return f"typed {text[:20]!r}"
    if what < 0.9:
        text = chance.choice(WORDS) if chance.random() < 0.5 else chance.randbytes(300).decode("latin-1")
        ui.app.screen.post_message(events.Paste(text))
        return f"pasted {text[:20]!r}"
    if what < 0.95:
        key = chance.choice(
            ["f12", "ctrl+@", "ctrl+backslash", "insert", "alt+x", "alt+shift+f", "ctrl+j", "²", "delete"]
        )
        await press(ui, key)
        return key
    if what < 0.97:
        return another_program(store, chance)
    size = chance.choice(SIZES)
    await ui.pilot.resize_terminal(*size)
    return f"{size}"


def hear(ui: Dashboard, said: list[str]) -> None:
    """Notes every sentence that the dashboard says."""
    say = ui.app.main.notice.say

    def noted(text: str, role: str = "good") -> None:
        said.append(text)
        say(text, role)

    ui.app.main.notice.say = noted  # type: ignore[method-assign]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("samples") / "store.db"
    load_samples(store)
    return store


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
async def test_any_keys_in_any_order(tmp_path: Path, samples: Path, seed: int) -> None:
    chance = random.Random(seed)
    store = tmp_path / "store.db"
    made_by_hand = seed % 3 == 2
    if made_by_hand:
        make_store(store, hostile())
    else:
        shutil.copy(samples, store)
    done: list[str] = []
    said: list[str] = []
    try:
        async with dashboard(store, size=(120, 40)) as ui:
            ui.app.exit = lambda *_given, **_named: None  # type: ignore[method-assign]  # q does all but leave
            hear(ui, said)
            for number in range(KEYS):
                done.append(await step(ui, store, chance))
                if number % 3 == 0:  # in between they come faster than they are worked off
                    await ui.settled()
                assert ui.app.is_running
                assert isinstance(ui.app.screen, KeyedScreen)
            await ui.settled()
    except BaseException as error:
        error.add_note(f"seed {seed}, the last of {len(done)}: {done[-12:]}")
        raise
    assert [text for text in said if "fault" in text or "Traceback" in text or "locked" in text] == []
    unsound = UNSOUND - ({("decisions", "look")} if made_by_hand else set())  # read again it has other facts
    assert [one for one in health(str(store)) if one.state == "bad" or (one.check, one.state) in unsound] == []
