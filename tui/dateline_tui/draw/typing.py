"""A line being typed, with its cursor on the right letter even where the letters run from right to left."""

from __future__ import annotations

from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, lay_out
from dateline_tui.entry import Entry

_AFTER = "\u00a0"  # stands for the place after the last letter; unlike a blank it is not cut off at a line's end


def entry_runs(entry: Entry, typing: bool, cells: int, mode: Mode, hint: str = "") -> Runs:
    """The text with the cursor cell in role "caret" while ``typing``; ``hint`` stands there while it is empty."""
    if not entry.text:
        caret = (Run(" ", "caret"),) if typing else ()
        return (*caret, *cut((Piece(hint, "quiet"),), cells - len(caret), mode))
    glyphs = lay_out((Piece(entry.text + _AFTER, "", 0),), 1_000_000, mode)[0].glyphs
    at = next((i for i, glyph in enumerate(glyphs) if glyph.start <= entry.at < glyph.end), len(glyphs) - 1)
    first = last = at
    room = cells - glyphs[at].width
    while True:  # a window around the cursor, first towards the start of the text as it stands on the screen
        if first and glyphs[first - 1].width <= room:
            first -= 1
            room -= glyphs[first].width
        elif last + 1 < len(glyphs) and glyphs[last + 1].width <= room:
            last += 1
            room -= glyphs[last].width
        else:
            break
    return tuple(
        Run(glyphs[i].text.replace(_AFTER, " "), "caret" if typing and i == at else "") for i in range(first, last + 1)
    )
