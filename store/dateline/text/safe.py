"""Foreign text made harmless for a screen: nothing in it can move the cursor, set colours or turn words around."""

from __future__ import annotations

REPLACEMENT = "\ufffd"

#: bidi embeddings, overrides and isolates: they can show words in an order in which they were not written
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
#: left-to-right, right-to-left and Arabic letter mark: common in honest Persian pages and without width, so they
#: give way to a character without width instead of a visible sign
_MARKS = (0x200E, 0x200F, 0x061C)

_TABLE: dict[int, str] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),
    **dict.fromkeys(_BIDI, REPLACEMENT),
    **dict.fromkeys(_MARKS, "\u200c"),
    **dict.fromkeys((0x09, 0x0D, 0x2028, 0x2029), " "),
    **dict.fromkeys((*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)), REPLACEMENT),
}
del _TABLE[0x0A]


def harmless(text: str) -> str:
    """``text`` with every control, escape, direction override and lone surrogate replaced, character for character.

    The length stays the same, so spans of the original fit the result. Newlines and ZWNJ stay.
    """
    return text.translate(_TABLE)


def one_line(text: str) -> str:
    """``text`` made harmless, on one line: its words, a space between each two."""
    return " ".join(harmless(text).split())
