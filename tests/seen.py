"""What a user of the dashboard sees at one moment: text on a screen, and what left the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.strip import Strip

from dashboard import Dashboard
from dateline_tui.keys import Where
from dateline_tui.screens.duplicates import DuplicatesScreen
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.screens.listed import ListScreen
from dateline_tui.screens.over import Over

Region = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Seen:
    """The screen, line by line, and where the parts of the dashboard stand on it; a part that is not shown is empty."""

    where: Where  # the place that has the keys, as the key table names it
    lines: tuple[str, ...]
    parts: Mapping[str, Region]
    inks: frozenset[str]  # the colours of what stands on it
    caret: tuple[str, str] | None  # the line in which a cursor stands in a text, and the line from there on
    clipboard: str = ""
    left: int | None = None  # the exit code, once the program was left
    put_aside: int = 0  # how often it was suspended

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines)

    def part(self, name: str) -> tuple[str, ...]:
        """The lines of one part, without the edge that stands before it."""
        left, top, right, bottom = self.parts.get(name, (0, 0, 0, 0))
        return tuple(line[left:right].lstrip("│").rstrip() for line in self.lines[top:bottom])

    def words(self, name: str) -> str:
        """The text of a part as one line, whatever the width."""
        return " ".join(" ".join(self.part(name)).split())

    def title(self, name: str) -> str:
        return " ".join(next(iter(self.part(name)), "").split())

    def rows(self, name: str) -> tuple[str, ...]:
        return tuple(" ".join(line.split()) for line in self.part(name)[1:])

    def row(self, name: str) -> str:
        """The row under the cursor: the line with its sign and those that are indented under it."""
        lines = self.part(name)
        at = next((at for at, line in enumerate(lines) if line.startswith("▸")), None)
        if at is None:
            return ""
        more = lines[at + 1 :]
        if name == "articles":  # a title, and a line about it
            return " ".join(" ".join((lines[at][1:], *more[:1])).split())
        end = next((i for i, line in enumerate(more) if not line.startswith("   ")), len(more))
        return " ".join(" ".join((lines[at][1:], *more[:end])).split())


def look(ui: Dashboard, put_aside: int) -> Seen:
    """What is to be seen now."""
    app = ui.app
    if not app.is_running:
        return Seen("search", (), {}, frozenset(), None, app.clipboard, app.return_code, put_aside)
    screen = app.screen
    assert isinstance(screen, KeyedScreen)
    strips = screen._compositor.render_strips()
    lines = tuple("".join(segment.text for segment in strip) for strip in strips)
    shown = {name: pane for name, pane in app.main.panes.items() if pane.display}
    main = app.main
    widgets = {**shown, "title": main.bar, "notice": main.notice, "footer": main.footer}
    if isinstance(screen, ListScreen):
        widgets = {screen.where: screen.list, "notice": screen.notice, "footer": screen.footer}
    elif isinstance(screen, Over):
        widgets |= {screen.where: screen.text, "footer": screen.footer}
        widgets |= {"notice": screen.notice} if isinstance(screen, DuplicatesScreen) else {}
    parts: dict[str, Region] = {}
    for name, widget in widgets.items():
        region = widget.region
        if widget.display:
            parts[name] = (region.x, region.y, region.right, region.bottom)
    styles = {segment.style for strip in strips for segment in strip if segment.style is not None}
    inks = frozenset(style.color.name for style in styles if style.color is not None)
    caret = _caret(strips, parts.get("actors" if screen.where == "search" else screen.where))
    return Seen(screen.where, lines, parts, inks, caret, app.clipboard, app.return_code, put_aside)


def _caret(strips: list[Strip], region: Region | None) -> tuple[str, str] | None:
    """The line with the reversed cell, and what stands from that cell on; None where none is reversed."""
    if region is None:
        return None
    left, top, right, bottom = region
    for strip in strips[top + 1 : bottom]:
        before, found, text = "", False, ""
        for segment in strip.crop(left, right):
            found = found or bool(segment.style is not None and segment.style.reverse)
            before, text = (before, text + segment.text) if found else (before + segment.text, text)
        if found:
            return (before + text).strip("│ "), text.strip()
    return None
