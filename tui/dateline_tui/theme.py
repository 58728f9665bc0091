"""Colours by role. A role says what a stretch of text is ("name chosen"); a theme says how that looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style

#: grounds on which text stands: rows under the cursor in the pane with the keys, and in the others
GROUNDS = ("", "cursor", "shadow", "bar", "box")


@dataclass(frozen=True, eq=False)
class Theme:
    """``roles`` gives each word of a role its look; later words of a role win over earlier ones."""

    name: str
    ink: str
    ground: str
    roles: Mapping[str, Style]

    @lru_cache(1024)  # noqa: B019 - themes live as long as the process
    def style(self, role: str, ground: str = "") -> Style:
        """The look of ``role`` on one of the ``GROUNDS``."""
        style = Style(color=self.ink, bgcolor=self.ground)
        for word in (*ground.split(), *role.split()):
            style += self.roles[word]
        return style


def _looks(**looks: str) -> dict[str, Style]:
    return {role: Style.parse(look) for role, look in looks.items()}


DARK = Theme(
    "dark",
    ink="#d8dce2",
    ground="#14171b",
    roles=_looks(
        cursor="on #1e3549",
        shadow="on #23282f",
        bar="on #20242a",
        box="on #0b0d10",
        quiet="#a0a8b3",
        strong="bold #ffffff",
        title="bold #ffffff",
        active="bold #8fd0ff",  # title of the pane that has the keys
        key="bold #8fd0ff",
        edge="#5d6670",  # lines between panes: no text, so no contrast asked
        noise="#959da9",
        name="#86d2c4",
        chosen="bold #ffd68a",
        words="on #4a3b12",
        quote="italic #f0c9a8",  # quoted words of a statement
        selected="on #2f3b6b",
        sign="bold #ffd68a",  # around the words of the chosen fact
        state="bold #ffb86b",  # planned, conditional, ongoing
        denied="bold #ff9d94",
        unsure="#c9b3ff",
        date="#b9c4d0",
        good="#a5d6a7",
        bad="bold #ff9d94",
        caret="reverse",
        person="#86d2c4",
        organization="#c9b3ff",
        country="#a5d6a7",
        spelling="#d8dce2",
        found="#8fd0ff",  # why a search names an actor
    ),
)
THEMES: Mapping[str, Theme] = {DARK.name: DARK}
