"""The articles that name an actor, as rows: date, outlet and title, the spellings they print, a sentence."""

from __future__ import annotations

from dateline.db.parts import Part
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, in_row, lay_out
from dateline_tui.draw.signs import Signs

_HANG = 2  # columns of the mark, and in which further lines stand
SENTENCE_LINES = 2  # at most; the article has the rest


def part_lines(part: Part, marked: bool, cells: int, mode: Mode, signs: Signs) -> tuple[Runs, ...]:
    """One article: whether it is marked, when and where it was printed, its title; its spellings; its words."""
    dot = " - " if signs.ascii else " · "
    head = (
        Piece(f"{signs.marked if marked else ' '} ", "sign"),
        Piece(part.published or "no date", "date"),
        Piece(f"{dot}{part.outlet}{dot}" if part.outlet else dot, "quiet"),
        Piece(part.title or "(no title)", "strong" if marked else ""),
    )
    room = max(cells - _HANG, 1)
    indent = Run(" " * _HANG)
    lines: list[Runs] = [in_row(head, cells, mode)]
    if part.spellings:
        spelt = [
            piece
            for spelling, count in part.spellings
            for piece in (Piece(spelling, "spelling"), Piece(f" {count:,}  ", "quiet"))
        ]
        lines.append((indent, *in_row(spelt, room, mode)))
    lines += [
        (indent, *runs)
        for runs in sentence_lines(part.words, (part.start, part.end), SENTENCE_LINES, room, mode, signs)
    ]
    return tuple(lines)


def sentence_lines(words: str, named: tuple[int, int], most: int, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """A sentence in which a name stands out by signs and colour, on at most ``most`` lines around the name."""
    start, end = named
    if not words.strip():
        return []
    name = (Piece(signs.name_opens + words[start:end] + signs.name_closes, "name chosen"),) if end > start else ()
    pieces = tuple(piece for piece in (Piece(words[:start]), *name, Piece(words[end:])) if piece.text)
    lines = lay_out(pieces, cells, mode)
    at = next((i for i, line in enumerate(lines) if any("chosen" in glyph.role for glyph in line.glyphs)), 0)
    first = max(min(at - most // 2, len(lines) - most), 0)
    return [line.padded(cells, mode) for line in lines[first : first + most]]
