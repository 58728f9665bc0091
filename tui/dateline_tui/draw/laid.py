"""An article laid out as far as it is looked at: the lines of a block are made when somebody asks for them."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from dateline_tui.draw.article import Marked, Marks, Page, fold_lines, head_lines
from dateline_tui.draw.blocks import Block, blocks
from dateline_tui.draw.layout import Glyph, Line, Mode, lay_out

#: up to so many letters and blocks all is laid out, so that lines can be counted
_COUNTED = 20_000
_COUNTED_BLOCKS = 400


class Place(NamedTuple):
    """A line of the screen: the block it is part of, 0 the head, and which line of it."""

    block: int
    line: int


TOP = Place(0, 0)


class Laid:
    """The lines of one page in ``cells`` columns. ``unfolded`` holds where the folds begin that stand open."""

    def __init__(self, page: Page, marks: Marks, cells: int, mode: Mode, unfolded: frozenset[int] = frozenset()):
        self.page, self.marks, self.cells, self.mode = page, marks, cells, mode
        self.blocks = blocks(page.text, page.noise, unfolded)
        self._marked = Marked(page, marks)
        self._lines: dict[int, tuple[Line, ...]] = {}

    def lines(self, block: int) -> tuple[Line, ...]:
        """The lines of one block, at least one; 0 is the head."""
        if block not in self._lines:
            self._lines[block] = self._made(block)
        return self._lines[block]

    def _made(self, block: int) -> tuple[Line, ...]:
        signs, cells, mode = self.marks.signs, self.cells, self.mode
        if block == 0:
            return head_lines(self.page, signs, cells, mode)
        what = self.blocks[block - 1]
        if what.kind == "fold":
            return fold_lines(what, self.marks, cells, mode)
        return lay_out(self._marked.pieces(what), cells, mode, what.base)

    def line(self, place: Place) -> Line:
        return self.lines(place.block)[place.line]

    @property
    def end(self) -> Place:
        """The last line."""
        last = len(self.blocks)
        return Place(last, len(self.lines(last)) - 1)

    def place_of(self, offset: int) -> Place:
        """The line that shows the character at ``offset``; the first one of the text, or the nearest before."""
        block = bisect_right(self.blocks, offset, key=lambda block: block.start)
        if not block:
            return TOP if not self.blocks else Place(1, 0)
        lines = self.lines(block)
        found = next((i for i, line in enumerate(lines) if line.start >= 0 and offset < line.end), len(lines) - 1)
        return Place(block, found)

    def fold_at(self, offset: int) -> Block | None:
        """The folded lines that ``offset`` lies in."""
        block = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        found = self.blocks[block] if block >= 0 else None
        return found if found and found.kind == "fold" and offset < found.end else None

    def moved(self, place: Place, by: int) -> Place:
        """So many lines further down, or as far as there are lines."""
        block, line = place.block, place.line + by
        while line < 0 and block > 0:
            block -= 1
            line += len(self.lines(block))
        while block < len(self.blocks) and line >= len(self.lines(block)):
            line -= len(self.lines(block))
            block += 1
        return Place(block, min(max(line, 0), len(self.lines(block)) - 1))

    def readable(self, place: Place, by: int) -> Place | None:
        """The first line at ``place`` or, going on in the direction of ``by``, behind it that has text."""
        while self.line(place).start < 0:
            following = self.moved(place, 1 if by > 0 else -1)
            if following == place:
                return None
            place = following
        return place

    def top_for(self, place: Place, room: int) -> Place:
        """What stands on the first of ``room`` lines where ``place`` should, so that none of them stays empty."""
        return min(place, self.moved(self.end, 1 - room))

    @property
    def counted(self) -> bool:
        """Whether the lines are few enough to be counted."""
        return len(self.page.text) <= _COUNTED and len(self.blocks) <= _COUNTED_BLOCKS

    def position(self, place: Place) -> str:
        """How far down a line is: "12/340", in a long article a share of its text, "37%"."""
        if not self.counted:
            at = max(self.line(place).start, 0)
            return f"{at * 100 // max(len(self.page.text), 1)}%"
        heights = [len(self.lines(block)) for block in range(len(self.blocks) + 1)]
        return f"{sum(heights[: place.block]) + place.line + 1}/{sum(heights)}"

    # -- cells

    def _gap(self, line: Line) -> int:
        """Blank cells before a line."""
        return max(self.cells - line.width, 0) if line.rtl and self.mode == "app" else 0

    def column_of(self, offset: int) -> int:
        """The cell on its line where the character at ``offset`` stands, counted from the left of the pane."""
        line = self.line(self.place_of(offset))
        index = glyph_at(line, offset)
        return self._gap(line) + sum(glyph.width for glyph in line.glyphs[: index or 0])

    def offset_at(self, place: Place, column: int) -> int:
        """The character in a cell of a line, or the one nearest to it; the line's own start where it shows no text."""
        line = self.line(place)
        x = self._gap(line)
        best: tuple[int, int] | None = None
        for glyph in line.glyphs:
            far = 0 if x <= column < x + glyph.width else min(abs(x - column), abs(x + glyph.width - 1 - column))
            if glyph.start >= 0 and glyph.width and (best is None or far < best[0]):
                best = far, glyph.start
            x += glyph.width
        return best[1] if best else line.start


def glyph_at(line: Line, offset: int) -> int | None:
    """Which glyph shows the character at ``offset``; for one that is not drawn the nearest before it, else behind it.

    None where the line shows nothing of the text.
    """
    before: tuple[int, int] | None = None
    behind: tuple[int, int] | None = None
    for i, glyph in enumerate(line.glyphs):
        if glyph.start < 0:
            continue
        if glyph.start <= offset < glyph.end:
            return i
        if glyph.end <= offset and (before is None or glyph.end > before[0]):
            before = glyph.end, i
        if glyph.start > offset and (behind is None or glyph.start < behind[0]):
            behind = glyph.start, i
    nearest = before or behind
    return nearest[1] if nearest else None


def with_caret(line: Line, offset: int) -> Line:
    """The line with the cursor on the glyph that shows ``offset``, on its first cell where none does."""
    if not line.glyphs:
        return line._replace(glyphs=(Glyph(" ", 1, "caret", -1, -1),))
    index = glyph_at(line, offset) or 0
    glyph = line.glyphs[index]
    shown = glyph._replace(role=f"{glyph.role} caret".strip())
    return line._replace(glyphs=(*line.glyphs[:index], shown, *line.glyphs[index + 1 :]))
