"""A dashboard under test, driven by keys and read as a user reads it: lines on a screen."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from dateline_tui.adding import THREAD
from dateline_tui.app import DatelineApp


class Dashboard:
    """``press`` takes Textual's key names, ``type`` letters; both come back when everything has been read and drawn."""

    def __init__(self, app: DatelineApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settled()

    async def type(self, text: str) -> None:
        await self.press(*("space" if char == " " else char for char in text))

    async def paste(self, text: str) -> None:
        """What a terminal sends for text from the clipboard."""
        self.app.screen.post_message(events.Paste(text))
        await self.settled()

    async def settled(self) -> None:
        """Waits until the reader has nothing to do and every message has been worked off."""
        for _ in range(1000):
            await self.pilot.pause()
            if self.app.main.idle and not any(thread.name == THREAD for thread in threading.enumerate()):
                await self.pilot.pause()
                if self.app.main.idle:
                    return
            await self.pilot.pause(0.005)
        raise AssertionError("the dashboard never came to rest")

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

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


@asynccontextmanager
async def dashboard(store: Path, size: tuple[int, int] = (120, 40), **options: Any) -> AsyncIterator[Dashboard]:
    """The dashboard on a store, at rest."""
    app = DatelineApp(store, **options)
    async with app.run_test(size=size) as pilot:
        ui = Dashboard(app, pilot)
        await ui.settled()
        yield ui
