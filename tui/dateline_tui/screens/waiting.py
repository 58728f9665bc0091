"""Screens whose keys wait for what is being read."""

from __future__ import annotations

from collections import deque
from typing import Any

from dateline_tui.screens.keyed import KeyedScreen


class WaitingScreen(KeyedScreen):
    """Keys keep their order: while the screen is not ``ready`` they wait, but for those that leave it."""

    leaving: tuple[str, ...] = ("escape", "q", "ctrl+c", "ctrl+z")

    def __init__(self, **names: Any) -> None:
        super().__init__(**names)
        self._pressed: deque[tuple[str, str | None]] = deque()

    @property
    def ready(self) -> bool:
        """Whether what the keys are about is there."""
        raise NotImplementedError

    def press(self, key: str, character: str | None) -> None:
        if key in self.leaving and not self.ready:
            self._pressed.clear()
            super().press(key, character)
        else:
            self._pressed.append((key, character))
            self.caught_up()

    def caught_up(self) -> None:
        """Does what waited, as far as it can be done now."""
        while self._pressed and (self.ready or self.app.screen is not self):
            key, character = self._pressed.popleft()
            if self.app.screen is self:
                super().press(key, character)
            else:  # closed, or covered, by a key before this one
                self._forward(key, character)
