"""A dashboard under test, driven by keys and read as a user reads it: lines on a screen."""

from __future__ import annotations

import asyncio
import json
import threading
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from dateline.db import read
from dateline.db.decisions import decisions
from dateline_tui.adding import THREAD
from dateline_tui.app import DatelineApp


class Dashboard:
    """``press`` takes Textual's key names, ``type`` letters; both come back when everything has been read and drawn."""

    def __init__(self, app: DatelineApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.send(key)
            await self.settled()

    def send(self, key: str) -> None:
        """One key as the terminal sends it; nothing is waited for."""
        self.app.post_message(_pressed(key))

    async def type(self, text: str) -> None:
        await self.press(*("space" if char == " " else char for char in text))

    async def paste(self, text: str) -> None:
        """What a terminal sends for text from the clipboard."""
        self.app.screen.post_message(events.Paste(text))
        await self.settled()

    async def resize(self, columns: int, rows: int) -> None:
        await self.pilot.resize_terminal(columns, rows)
        await self.settled()

    async def look_for_changes(self) -> None:
        """What the dashboard does now and then: looks whether another program has changed the store."""
        self.app.main.look_for_changes()
        await self.settled()

    async def until(self, done: Callable[[], bool]) -> None:
        """Waits for what another program or thread does."""
        for _ in range(2000):
            await self.settled()
            if done():
                return
            await asyncio.sleep(0.005)
        raise AssertionError(f"it never came:\n{self.text}")

    async def settled(self) -> None:
        """Waits until the reader has nothing to do, every message has been worked off and the screen is laid out.

        Pilot.pause() waits until the processor has been idle for a while, some 20 ms a time: here the queues are asked.
        """
        quiet = 0
        for _ in range(20_000):
            await self.pilot._wait_for_screen()  # every message that is waiting now is worked off
            if self.app.is_running:
                self.app.screen._on_timer_update()  # laid out and drawn, which may send messages in its turn
            quiet = quiet + 1 if self._quiet else 0
            if quiet == 2:
                return
            await asyncio.sleep(0 if quiet else 0.0005)
        raise AssertionError(f"the dashboard never came to rest: {self.app.main.notice.text}\n{self.text}")

    @property
    def _quiet(self) -> bool:
        """Whether nothing is being read, decided, added or waited for by any part of the screen."""
        adding = any(thread.name == THREAD for thread in threading.enumerate())
        if not self.app.main.idle or adding or self.app.workers._workers:
            return False
        if not self.app.is_running:
            return True
        parts = (part for screen in self.app.screen_stack for part in screen.walk_children(with_self=True))
        return all(pump._message_queue.empty() and not pump._next_callbacks for pump in (self.app, *parts))

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def widths(self) -> set[int]:
        """How many columns the lines have."""
        return {strip.cell_length for strip in self.app.screen._compositor.render_strips()}

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines)

    def pane(self, name: str) -> str:
        """What stands in one pane; empty where it is not shown."""
        region = self.app.main.panes[name].region  # type: ignore[index]
        return "\n".join(line[region.x : region.right].rstrip() for line in self.lines[region.y : region.bottom])

    def words(self, name: str) -> str:
        """The text of a pane without line breaks and edges."""
        return " ".join(" ".join(line.strip(" │") for line in self.pane(name).split("\n")).split())

    @property
    def row(self) -> str:
        """The row under the cursor of the pane that has the keys, without its sign."""
        lines = [line for line in self.pane(self.app.main.state.pane).split("\n") if "▸" in line]
        return lines[0].replace("▸", "").strip(" │") if lines else ""

    @property
    def footer(self) -> str:
        return self.lines[-1].strip()

    @property
    def clipboard(self) -> str:
        return self.app.clipboard


def decided(store: Path) -> list[str]:
    """What users decided, the oldest first, by the names of the kinds."""
    with closing(read.connect(store)) as connection:
        return [decision.what for decision in decisions(connection)]


def said(store: Path) -> str:
    """What a user can know of a store: its facts, actors and articles as JSON."""
    with closing(read.connect(store)) as connection:
        told = (read.facts(connection), read.actors(connection), read.articles(connection))
        return json.dumps([[row.to_json() for row in rows] for rows in told])


def _pressed(key: str) -> events.Key:
    """The event for a key: Textual's name for it, or the character that it types."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    return events.Key(name, character)


@asynccontextmanager
async def dashboard(store: Path, size: tuple[int, int] = (120, 40), **options: Any) -> AsyncIterator[Dashboard]:
    """The dashboard on a store, at rest."""
    app = DatelineApp(store, **options)
    async with app.run_test(size=size) as pilot:
        ui = Dashboard(app, pilot)
        await ui.settled()
        yield ui
