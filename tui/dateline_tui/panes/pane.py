"""What all panes share: a title row, an edge on the left, lines painted from runs."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from dateline.text.safe import harmless
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, in_row
from dateline_tui.draw.signs import Signs
from dateline_tui.draw.widths import char_width, width
from dateline_tui.keys import ACTIONS, Action, Where, key_of, shown
from dateline_tui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """How things are drawn now, and by which key table the dashboard goes."""

    theme: Theme
    signs: Signs
    mode: Mode
    actions: tuple[Action, ...] = ACTIONS

    def key(self, action: str, where: Where | None = None, at: int = 0) -> str:
        """The key in force of an action, as a sentence names it: ``f`` for "filter". Else as :func:`keys.key_of`."""
        return shown(key_of(action, self.actions, where, at))


def paint(runs: Runs, cells: int, theme: Theme, ground: str = "") -> Strip:
    """A strip of exactly ``cells``: the last gate before the terminal, so nothing harmful passes."""
    segments: list[Segment] = []
    room = cells
    for run in runs:
        text = harmless(run.text).replace("\n", " ")
        used = width(text)
        if used > room:
            text, used = _head(text, room)
        room -= used
        segments.append(Segment(text, theme.style(run.role, ground)))
    if room > 0:
        segments.append(Segment(" " * room, theme.style("", ground)))
    return Strip(segments, cells)


def _head(text: str, cells: int) -> tuple[str, int]:
    used = 0
    for i, char in enumerate(text):
        if used + char_width(char) > cells:
            return text[:i], used
        used += char_width(char)
    return text, used


class Pane(Widget):
    """One pane. ``active``: it has the keys; ``edged``: a line stands at its left."""

    DEFAULT_CSS = "Pane { height: 1fr; }"
    can_focus = False  # the state says who has the keys; Textual's focus would repaint whole panes
    noun = ""

    def __init__(self, look: Look, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.look = look
        self.active = False
        self.edged = False

    def dress(self, look: Look, active: bool, edged: bool) -> None:
        """Takes over how it is to be drawn; repaints no more than that changes."""
        changed = (look, edged) != (self.look, self.edged)
        turned = active != self.active
        self.look, self.active, self.edged = look, active, edged
        if changed:
            self.redraw()
        elif turned:
            self.refresh_active()

    def refresh_active(self) -> None:
        """Repaints what shows who has the keys."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def redraw(self) -> None:
        """Lays everything out again."""
        self.refresh()

    @property
    def cells(self) -> int:
        """Columns for content, without the edge and the blank beside it."""
        return max(self.size.width - (2 if self.edged else 1), 1)

    def title(self) -> tuple[Piece, ...]:
        """The title row."""
        return (Piece(self.noun, "active" if self.active else "quiet"),)

    def title_runs(self, cells: int) -> Runs:
        """The title row in so many columns: its pieces side by side, each in its own direction."""
        return in_row(self.title(), cells, self.look.mode)

    def body(self, y: int) -> tuple[Runs, str]:
        """Line ``y`` under the title and the ground it stands on."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        theme, signs = self.look.theme, self.look.signs
        cells = self.size.width - self.edged
        if y == 0:
            runs, ground = (Run(" "), *self.title_runs(cells - 1)), "bar"
        else:
            runs, ground = self.body(y - 1)
        strip = paint(runs, cells, theme, ground)
        if not self.edged:
            return strip
        return Strip([Segment(signs.edge, theme.style("edge", "" if y else ground)), *strip], cells + 1)
