"""How many terminal cells a cluster takes, as most terminals count.

Unlike Rich, spacing vowel signs (Tamil, Devanagari: category Mc) count one cell each, which is what glibc's
``wcwidth``, xterm, VTE, Konsole and tmux do. A strip that states its own length is never measured again, so the two
may differ.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

ZWNJ = "\u200c"
ZWJ = "\u200d"


@lru_cache(8192)
def char_width(char: str) -> int:
    """Cells of one character: 0, 1 or 2. Format characters (soft hyphen, BOM, joiners) take none."""
    if " " <= char <= "~":
        return 1
    category = unicodedata.category(char)
    if category == "Mc":
        return 1
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return get_character_cell_size(char)


def width(text: str) -> int:
    """Cells of ``text`` on a terminal, which must hold no control character."""
    if text.isascii():
        return len(text)
    return sum(map(char_width, text))


@lru_cache(8192)
def is_mark(char: str) -> bool:
    """Whether ``char`` belongs to the cell of the letter before it."""
    return unicodedata.category(char) in ("Mn", "Me", "Mc") or char in (ZWNJ, ZWJ)


@lru_cache(8192)
def is_hidden(char: str) -> bool:
    """Whether ``char`` is a format character that is left out of the drawing (soft hyphen, word joiner, BOM)."""
    return char not in (ZWNJ, ZWJ) and unicodedata.category(char) == "Cf"
