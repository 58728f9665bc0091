"""The app: opens the dashboard on a store and leaves the terminal as it found it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from io import TextIOWrapper
from pathlib import Path

from textual.app import App
from textual.screen import Screen

from dateline.errors import Exit
from dateline.paths import config_file
from dateline_tui.draw.layout import Mode
from dateline_tui.draw.signs import Signs, signs_for
from dateline_tui.inside import driver_class
from dateline_tui.panes.pane import Look
from dateline_tui.screens.main import MainScreen
from dateline_tui.session import Session, keep_session, read_session, session_file
from dateline_tui.settings import Settings, read_settings
from dateline_tui.state import State
from dateline_tui.terminal import bidi_mode, refusal
from dateline_tui.theme import DARK, Theme, theme_for

_LEAVE = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)


class DatelineApp(App[None], inherit_bindings=False):
    """One store in three panes. Keys come from ``keys.ACTIONS``, never from Textual's bindings."""

    ENABLE_COMMAND_PALETTE = False
    animation_level = "none"

    #: no colours but those of our themes, also where one of our screens stands over another
    DEFAULT_CSS = "Screen.-screen-suspended { text-style: none !important; }"

    def __init__(
        self,
        store: Path,
        *,
        mode: Mode = "app",
        signs: Signs | None = None,
        theme: Theme = DARK,
        settings: Settings | None = None,
        first_start: bool = False,
        session: Session | None = None,
        readonly: bool = False,
    ):
        # a theme's colours are sent as they are, the terminal's own by their numbers
        super().__init__(driver_class(), ansi_color=True)
        settings = settings or Settings()
        look = Look(theme, signs or Signs(), mode, settings.actions)
        state = State(mode=mode, only_sure=session is not None and session.only_sure)
        self.main = MainScreen(
            store,
            state,
            look,
            first_start=first_start,
            trouble=settings.trouble,
            session=session,
            readonly=readonly,
        )

    def get_default_screen(self) -> Screen[None]:
        return self.main

    def on_load(self) -> None:
        """Before the terminal is ours: whatever ends the app from now on gives it back."""
        loop = asyncio.get_running_loop()
        for number in _LEAVE:
            loop.add_signal_handler(number, self.leave, number)

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, self.came_back)

    def came_back(self, _app: App[object]) -> None:
        """After ctrl+z and fg the terminal shows nothing of ours: everything is drawn again."""
        self.refresh(layout=True)

    def leave(self, number: int) -> None:
        """Ends the app because of a signal, with the terminal clean; the exit code is the shell's 128 + signal."""
        self.exit(return_code=128 + number)


def run(
    store: Path,
    first_start: bool = False,
    *,
    bidi: str | None = None,
    theme: str | None = None,
    fresh: bool = False,
    readonly: bool = False,
) -> int:
    """Opens the dashboard where it was left, unless ``fresh``.

    Returns the exit code (0 left with q, 130 with ctrl+c, 2 where there is no terminal).
    """
    environ = dict(os.environ)
    if (why := refusal(environ)) is not None:
        print(f"dateline: {why}", file=sys.stderr)
        return Exit.USAGE
    screen = sys.__stderr__  # what Textual draws on
    encoding = (screen and screen.encoding) or "ascii"
    if isinstance(screen, TextIOWrapper):
        screen.reconfigure(errors="replace")
    signs = signs_for(environ, encoding)
    settings = read_settings(config_file(environ))
    kept = session_file(store, environ)
    session = None if fresh or first_start else read_session(kept)
    app = DatelineApp(
        store,
        mode=bidi_mode(bidi, environ),
        signs=signs,
        theme=theme_for(theme or (session and session.theme) or settings.theme, environ),
        settings=settings,
        first_start=first_start,
        session=session,
        readonly=readonly,
    )
    app.run(mouse=False)
    keep_session(kept, app.main.session)
    if app.return_code == 128 + signal.SIGHUP:
        # the terminal may be gone: nothing may fail when Python closes the streams, or the exit code becomes its own
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    if app.main.writer.unfinished:
        why = "it takes long, or another program keeps the store busy"
        print(f"dateline: What you decided last was not saved: {why}. Decide it again.", file=sys.stderr)
    return app.return_code or 0
