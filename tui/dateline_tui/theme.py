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
        for word in ground.split():
            style += self.roles[word]
        for word in role.split():
            look = self.roles[word]
            if style.reverse:  # a colour would become a patch of ground there, and a caret vanish
                look = look.without_color + Style(reverse=not look.reverse)
            style += look
        return style


def _looks(**looks: str) -> dict[str, Style]:
    return {role: Style.parse(look) for role, look in looks.items()}


DARK = Theme(
    "dark",
    ink="#d8dce2",
    ground="#14171b",
    roles=_looks(
        cursor="on #1a2e4f",
        shadow="on #23282f",
        bar="on #20242a",
        box="on #0b0d10",
        quiet="#a0a8b3",
        strong="bold #ffffff",
        title="bold #ffffff",
        active="bold #8fd0ff",  # title of the pane that has the keys
        key="bold #8fd0ff",
        edge="#5d6670",  # lines between panes: no text, so no contrast asked
        noise="#a3abb6",
        name="#86d2c4",
        chosen="bold #ffd68a",
        words="on #402e10",
        quote="italic #f0c9a8",  # quoted words of a statement
        selected="on #3a1f4f",
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
LIGHT = Theme(
    "light",
    ink="#1f242b",
    ground="#fcfcfa",
    roles=_looks(
        cursor="on #c9dff5",
        shadow="on #e6e6e4",
        bar="on #dedede",
        box="on #efefed",
        quiet="#4a525d",
        strong="bold #000000",
        title="bold #000000",
        active="bold #00468c",
        key="bold #00468c",
        edge="#9aa2ac",
        noise="#545c67",
        name="#00554a",
        chosen="bold #7a2f00",
        words="on #fbe7a8",
        quote="italic #6a4700",
        selected="on #cfd8fb",
        sign="bold #7a2f00",
        state="bold #6a4700",
        denied="bold #a01212",
        unsure="#5b2f9e",
        date="#3a4552",
        good="#0f5418",
        bad="bold #a01212",
        caret="reverse",
        person="#00554a",
        organization="#5b2f9e",
        country="#0f5418",
        spelling="#1f242b",
        found="#00468c",
    ),
)
#: the terminal's own colours, and only those that stand out on most people's dark and light grounds alike. The cursor
#: row is turned over; what is chosen, marked or greyed differs by weight and lines, so that it holds without colour
TERMINAL = Theme(
    "terminal",
    ink="default",
    ground="default",
    roles=_looks(
        cursor="reverse",
        shadow="bold",
        bar="",
        box="",
        quiet="",
        strong="bold",
        title="bold",
        active="bold reverse",
        key="bold",
        edge="",
        noise="dim",
        name="cyan",
        chosen="bold magenta",
        words="underline",
        quote="italic",
        selected="bold underline",
        sign="bold",
        state="bold",
        denied="bold red",
        unsure="magenta",
        date="",
        good="green",
        bad="bold red",
        caret="reverse",
        person="cyan",
        organization="magenta",
        country="green",
        spelling="",
        found="cyan",
    ),
)
#: by name, in the order in which a key goes round them
THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (DARK, LIGHT, TERMINAL)}


def theme_for(asked: str | None, environ: Mapping[str, str]) -> Theme:
    """The theme to start with: the one asked for, else the terminal's own colours where there are no more than those.

    With NO_COLOR set it is always the terminal's own: its marks hold when the colours are left out.
    """
    if "NO_COLOR" in environ:
        return TERMINAL
    if asked is not None:
        return THEMES[asked]
    many = environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    return DARK if many or environ.get("TERM", "").endswith(("-256color", "kitty")) else TERMINAL


def next_theme(theme: Theme) -> Theme:
    """The theme after this one, round and round."""
    order = list(THEMES.values())
    return order[(order.index(theme) + 1) % len(order)]
