"""One paragraph laid out for a terminal: wrapped in logical order, then reordered (UAX #9) and shaped.

Every glyph keeps the range of the article's text that it stands for, so a highlight falls on the right letters
whichever way they run. Mode ``app`` prepares right-to-left text for a terminal that draws cell by cell; mode ``none``
leaves logical order to a terminal that reorders and shapes by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from dateline.text.safe import harmless
from dateline_tui.draw.arabic import shape
from dateline_tui.draw.bidi import MIRROR, base_level, levels, trailing_base, visual_order
from dateline_tui.draw.widths import char_width, is_hidden, is_mark, width

Mode = Literal["app", "none"]
MODES: tuple[Mode, ...] = ("app", "none")


class Run(NamedTuple):
    """Text in one style. ``role`` is words of a theme ("mention chosen"), not colours."""

    text: str
    role: str = ""


Runs = tuple[Run, ...]


class Piece(NamedTuple):
    """A stretch of a paragraph in one role; ``start`` is its offset in the article, -1 where we added it."""

    text: str
    role: str = ""
    start: int = -1


class Glyph(NamedTuple):
    """What stands in one cell (or two, or none): its text, the offsets it covers and its role."""

    text: str
    width: int
    role: str
    start: int  # -1: ours
    end: int


class Line(NamedTuple):
    """A line on the screen, from left to right. ``start`` and ``end`` are offsets in the article, -1 where none."""

    glyphs: tuple[Glyph, ...]
    rtl: bool
    start: int = -1
    end: int = -1

    @property
    def width(self) -> int:
        return sum(glyph.width for glyph in self.glyphs)

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def runs(self) -> Runs:
        """The line in as few runs as possible."""
        out: list[Run] = []
        for glyph in self.glyphs:
            if out and out[-1].role == glyph.role:
                out[-1] = Run(out[-1].text + glyph.text, glyph.role)
            else:
                out.append(Run(glyph.text, glyph.role))
        return tuple(out)

    def padded(self, cells: int, mode: Mode) -> Runs:
        """The line filled up to ``cells``; right-to-left paragraphs stand at the right edge where we draw them."""
        gap = cells - self.width
        if gap <= 0:
            return self.runs()
        blank = Run(" " * gap)
        return (blank, *self.runs()) if self.rtl and mode == "app" else (*self.runs(), blank)


class _Cell(NamedTuple):
    glyph: Glyph
    char: str  # first character, for break and mirror
    at: int  # offset of that character in the paragraph


@lru_cache(4096)
def lay_out(
    pieces: tuple[Piece, ...], cells: int, mode: Mode = "app", base: int | None = None, hang: int = 0
) -> tuple[Line, ...]:
    """The lines of one paragraph in ``cells`` columns; ``base`` 0 or 1 forces a direction, None asks the first letter.

    All lines but the first are ``hang`` columns narrower: whoever draws them puts that many blanks before them.

    Foreign text is made harmless here. An empty paragraph is one empty line.
    """
    text = harmless("".join(piece.text for piece in pieces)).replace("\n", " ")
    direction = base_level(text) if base is None else base
    depth = levels(text, direction)
    row = _cells(text, pieces, mode)
    return tuple(_line(row[a:b], text, depth, direction, mode) for a, b in _wrap(row, max(cells, 1), hang))


def in_row(pieces: Iterable[Piece], cells: int, mode: Mode = "app") -> Runs:
    """Pieces side by side on one line, each in its own direction, cut with an ellipsis where ``cells`` end."""
    runs: list[Run] = []
    for piece in pieces:
        words = piece.text.strip(" ")
        indent, rest = piece.text.split(words, 1) if words else (piece.text, "")
        indent = indent[:cells]
        part = cut((piece._replace(text=words),), cells - len(indent), mode, None) if words else ()
        runs += [Run(indent, piece.role), *part]
        cells -= len(indent) + sum(width(run.text) for run in part)
        if cells <= 0:
            break
        runs.append(Run(rest[:cells], piece.role))
        cells -= len(rest[:cells])
    return tuple(runs)


def cut(pieces: tuple[Piece, ...], cells: int, mode: Mode = "app", base: int | None = 0) -> Runs:
    """Pieces on one line, cut in logical order to ``cells`` with an ellipsis in the last role that fits."""
    whole = lay_out(pieces, 1_000_000, mode, base)[0]
    if whole.width <= cells:
        return whole.runs()
    if cells < 1:
        return ()
    kept: list[Piece] = []
    room = cells - 1
    for piece in pieces:
        text = _head(harmless(piece.text), room)
        kept.append(piece._replace(text=text))
        room -= width(text)
        if len(text) < len(piece.text):
            break
    kept.append(Piece("…", kept[-1].role))
    return lay_out(tuple(kept), 1_000_000, mode, base)[0].runs()


def _head(text: str, cells: int) -> str:
    """As much of ``text`` as fits into ``cells``; a letter goes with its marks."""
    used = 0
    for i, char in enumerate(text):
        used += char_width(char)
        if used > cells:
            while i and is_mark(text[i]):
                i -= 1
            return text[:i]
    return text


def _cells(text: str, pieces: Sequence[Piece], mode: Mode) -> list[_Cell]:
    """The paragraph's glyphs in logical order, shaped where the terminal does not shape."""
    clusters: list[str] = []
    starts: list[int] = []
    for i, char in enumerate(text):
        if is_hidden(char):
            continue
        if clusters and is_mark(char):
            clusters[-1] += char
        else:
            clusters.append(char)
            starts.append(i)
    shaped = shape(clusters) if mode == "app" else [(cluster, 1) for cluster in clusters]
    starts.append(len(text))
    offsets, roles = _origins(pieces)
    out: list[_Cell] = []
    at = 0
    for glyph, covered in shaped:
        a, b = starts[at], starts[at + covered]
        at += covered
        origin = offsets[a]
        end = -1 if origin < 0 else origin + b - a
        cells = char_width(glyph) if len(glyph) == 1 else width(glyph)
        out.append(_Cell(Glyph(glyph, cells, roles[a], origin, end), text[a], a))
    return out


def _origins(pieces: Sequence[Piece]) -> tuple[list[int], list[str]]:
    """For every character of the paragraph its offset in the article (-1: ours) and its role."""
    offsets: list[int] = []
    roles: list[str] = []
    for piece in pieces:
        length = len(piece.text)
        offsets.extend(range(piece.start, piece.start + length) if piece.start >= 0 else [-1] * length)
        roles.extend([piece.role] * length)
    return offsets, roles


def _wrap(row: Sequence[_Cell], cells: int, hang: int) -> list[tuple[int, int]]:
    """Index ranges of lines: broken after blanks and between wide characters, hard where a word is too long."""
    lines: list[tuple[int, int]] = []
    start = brk = used = 0
    for i, (glyph, char, _at) in enumerate(row):
        if char != " " and glyph.width == 2 and i > start:
            brk = i
        while used + glyph.width > cells and char != " ":
            split = brk if brk > start else i
            if split <= start:
                break
            lines.append((start, split))
            if not start:
                cells = max(cells - hang, 1)
            start = split
            used = sum(cell.glyph.width for cell in row[start:i])
        used += glyph.width
        if char == " ":
            brk = i + 1
    lines.append((start, len(row)))
    return lines


def _line(row: Sequence[_Cell], text: str, depth: Sequence[int], base: int, mode: Mode) -> Line:
    """One wrapped line in visual order, without the blanks at its end."""
    known = [cell.glyph for cell in row if cell.glyph.start >= 0]
    start, end = (min(g.start for g in known), max(g.end for g in known)) if known else (-1, -1)
    last = len(row)
    while last and row[last - 1].char == " ":
        last -= 1
    row = row[:last]
    if mode == "none":
        return Line(tuple(cell.glyph for cell in row), bool(base), start, end)
    own = [depth[cell.at] for cell in row]
    trailing_base("".join(cell.char for cell in row), own, base)
    glyphs = []
    for i in visual_order(own):
        glyph, char, _at = row[i]
        if own[i] % 2 and char in MIRROR:
            glyph = glyph._replace(text=MIRROR[char] + glyph.text[1:])
        glyphs.append(glyph)
    return Line(tuple(glyphs), bool(base), start, end)
