"""Lines that can be scrolled: the help, a citation, what can be chosen."""

from __future__ import annotations

from dateline_tui.draw.layout import Piece, Run, Runs, cut
from dateline_tui.panes.pane import Look, Pane


class TextPane(Pane):
    """A heading and lines under it."""

    DEFAULT_CSS = "TextPane { height: 1fr; width: 1fr; }"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.heading = ""
        self.content: list[Runs] = []
        self.top = 0
        self.chosen: int | None = None  # the line under a cursor, where there is one

    def fill(self, heading: str, content: list[Runs]) -> None:
        self.heading, self.content = heading, content
        self.scroll_by_lines(0)
        self.refresh()

    def title(self) -> tuple[Piece, ...]:
        more = len(self.content) - self.room
        position = f"  {min(self.top + self.room, len(self.content))}/{len(self.content)}" if more > 0 else ""
        return (Piece(self.heading, "active"), Piece(position, "quiet"))

    def title_runs(self, cells: int) -> Runs:
        """A heading is a sentence: it runs from left to right, whatever name it begins with."""
        return cut(self.title(), cells, self.look.mode)

    @property
    def room(self) -> int:
        return max(self.size.height - 1, 1)

    def choose(self, line: int | None) -> None:
        """Puts the cursor on a line and brings it into view."""
        self.chosen = line
        if line is not None:
            self.top = min(max(self.top, line - self.room + 1), line)
        self.refresh()

    def scroll_by_lines(self, by: int) -> None:
        top = min(max(self.top + by, 0), max(len(self.content) - self.room, 0))
        if top != self.top:
            self.top = top
            self.refresh()

    def page_by(self, share: float) -> None:
        self.scroll_by_lines(int((self.room - 1) * share))

    def body(self, y: int) -> tuple[Runs, str]:
        at = self.top + y
        if at >= len(self.content):
            return (), "box"
        if at == self.chosen:
            return (Run(self.look.signs.cursor, "key"), *self.content[at]), "cursor"
        return (Run(" "), *self.content[at]), "box"
