"""A name asked for, with the spellings known of it offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.errors import InputError
from dateline.query import Completion
from dateline.text.fold import fold
from dateline_tui.panes.pane import Look
from dateline_tui.screens.prompt import PromptScreen


class NameScreen(PromptScreen):
    """A line for a name; ``names`` are offered, each with what is said of it. ``empty``: nothing may be typed too."""

    def __init__(
        self,
        heading: str,
        answer: Callable[[str], object],
        look: Look,
        *,
        names: Mapping[str, str],
        start: str = "",
        hint: str = "",
        empty: bool = False,
    ) -> None:
        super().__init__(
            heading, answer, look, start=start, hint=hint, check=self._checked, complete=self._propose, about=names
        )
        self._names = tuple(name for name in names if name != start)
        self._start = start
        self._empty = empty

    def on_mount(self) -> None:
        self._propose(self._start, len(self._start))

    def _checked(self, name: str) -> None:
        if not any(map(str.isalnum, name)) and (name.strip() or not self._empty):
            raise InputError("A name has letters: write one, or take one of those that are offered.")

    def _propose(self, text: str, _cursor: int) -> None:
        """All names at first, then those that have what is typed."""
        typed = "" if text == self._start else fold(text).strip()
        self.offer(text, Completion(0, len(text), tuple(name for name in self._names if typed in fold(name))))
