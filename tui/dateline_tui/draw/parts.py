"""The articles that name an actor, as rows: date, outlet and title, the spellings they print, a sentence."""

from __future__ import annotations

from dateline.db.parts import Part
from dateline_tui.draw.layout import Line, Mode, Piece, Run, Runs, in_row, lay_out
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
    """A sentence in which a name stands out by signs and colour; of a long one what stands around the name, on at most
    ``most`` lines."""
    start, end = named
    if not words.strip():
        return []
    space = most * cells
    before, name, after = words[:start], words[start:end][:space], words[end:]
    lines: tuple[Line, ...] = ()
    if len(words) <= 2 * space:  # of a very long one no more is laid out than fits
        lines = _named_lines(before, name, after, cells, mode, signs)
    room = space - len(name) + cells // 2
    while room > 0 and not 0 < len(lines) <= most:  # the words leave some lines half empty: fewer and fewer are tried
        room -= cells // 2 or 1
        head = _last(before, max(room * 2 // 5, room - len(after)))
        tail = _first(after, max(room * 3 // 5, room - len(before)))
        head = head if head == before else f"{signs.more} {head}"
        tail = tail if tail == after else f"{tail}{signs.more}"
        lines = _named_lines(head, name, tail, cells, mode, signs)
    return [line.padded(cells, mode) for line in lines[:most]]


def _named_lines(before: str, name: str, after: str, cells: int, mode: Mode, signs: Signs) -> tuple[Line, ...]:
    named = (Piece(signs.name_opens + name + signs.name_closes, "name chosen"),) if name else ()
    return lay_out(tuple(piece for piece in (Piece(before), *named, Piece(after)) if piece.text), cells, mode)


def _last(text: str, most: int) -> str:
    """The last words of a text, at most so many letters."""
    if len(text) <= most:
        return text
    return text[len(text) - max(most, 0) :].partition(" ")[2]


def _first(text: str, most: int) -> str:
    """The first words of a text, at most so many letters."""
    return text if len(text) <= most else text[: max(most, 0)].rpartition(" ")[0]
