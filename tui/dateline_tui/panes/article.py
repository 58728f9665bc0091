"""The source article with the chosen fact's words marked."""

from __future__ import annotations

from textual.geometry import Region

from dateline_tui.draw.article import Marks, Page, line_of, page_lines
from dateline_tui.draw.layout import Line, Piece, Run, Runs, lay_out
from dateline_tui.panes.pane import Look, Pane

_NOTHING = "The source article of a fact stands here. a adds an article, ? shows all keys."


class ArticlePane(Pane):
    """Text on the right: scrolled by lines, or to the words of a fact."""

    noun = "Article"

    def __init__(self, look: Look, id: str | None = None) -> None:
        super().__init__(look, id)
        self.page: Page | None = None
        self.marks = Marks(signs=look.signs)
        self.top = 0
        self._to: int | None = None  # the offset that was to be read last
        self._lines: list[Line] | None = None
        self._lines_for = 0  # cells they are laid out for

    def show(self, page: Page | None, marks: Marks, *, to: int | None) -> None:
        """Shows an article with these marks and scrolls so that offset ``to`` can be read; None leaves the place."""
        other = (page and page.hash) != (self.page and self.page.hash)
        if (page, marks) != (self.page, self.marks):
            self.page, self.marks = page, marks
            self._lines = None
            self.refresh()
        self._to = to
        if not self.display:
            self.top = 0  # nobody sees it: it is laid out and scrolled when it comes up (on_resize)
        elif to is not None:
            self._go_to(to)
        elif other:
            self.scroll_by_lines(-self.top)

    def title(self) -> tuple[Piece, ...]:
        pieces = super().title()
        if self.page is None:
            return pieces
        last = min(self.top + self.room, len(self.lines))
        title = Piece("  " + self.page.title, "strong" if self.active else "quiet")
        return (*pieces, Piece(f"  {last}/{len(self.lines)}", "quiet"), title)

    @property
    def room(self) -> int:
        """Lines of text on the screen."""
        return max(self.size.height - 1, 1)

    @property
    def lines(self) -> list[Line]:
        """The whole article, laid out for the present width."""
        if self._lines is None or self._lines_for != self.cells:
            self._lines_for = self.cells
            page, mode = self.page, self.look.mode
            self._lines = [] if page is None else page_lines(page, self.marks, self.cells - 1, mode)
        return self._lines

    def scroll_by_lines(self, by: int) -> None:
        """Moves the text; it never leaves the pane."""
        top = min(max(self.top + by, 0), max(len(self.lines) - self.room, 0))
        if top != self.top:
            self.top = top
            self.refresh()

    def page_by(self, share: float) -> None:
        """A share of a page: 1 down, -0.5 half a page up."""
        self.scroll_by_lines(int((self.room - 1) * share))

    def _go_to(self, offset: int) -> None:
        """Scrolls only where the words do not stand on the screen already, then to the upper third."""
        ends = [end for start, end in self.marks.words if start <= offset < end]
        first = line_of(self.lines, offset)
        last = line_of(self.lines, max(max(ends, default=offset) - 1, offset))
        if first < self.top or last >= self.top + self.room:
            room = max(self.room // 3, 0) if last - first < self.room * 2 // 3 else 1
            self.scroll_by_lines(first - room - self.top)

    def redraw(self) -> None:
        at = next((line.start for line in self._lines[self.top :] if line.start >= 0), 0) if self._lines else 0
        self._lines = None
        if self.is_attached:
            keep = line_of(self.lines, at) if self.top else 0
            self.top = 0
            self.scroll_by_lines(keep)
        self.refresh()

    def on_resize(self) -> None:
        self.redraw()
        if self.marks.words:
            self._go_to(self.marks.words[0][0])
        elif self._to is not None:
            self._go_to(self._to)

    def refresh_active(self) -> None:
        self.refresh(Region(0, 0, self.size.width, 1))

    def body(self, y: int) -> tuple[Runs, str]:
        if self.page is None:
            lines = lay_out((Piece(_NOTHING, "quiet"),), self.cells - 1, self.look.mode, 0)
            return ((Run(" "), *lines[y - 1].runs()) if 1 <= y <= len(lines) else ()), ""
        at = self.top + y
        if at >= len(self.lines):
            return (), ""
        return (Run(" "), *self.lines[at].padded(self.cells - 1, self.look.mode)), ""
