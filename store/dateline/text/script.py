"""The script in which a text is written."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

COMMON = "Common"

#: Unicode names letters after their script; these scripts have more than one word in their letters' names
_LONGER = {"CJK": "Han", "OLD": "Old", "FULLWIDTH": "Latin", "HALFWIDTH": "Katakana"}


@lru_cache(maxsize=4096)
def _script_of_letter(char: str) -> str:
    name = unicodedata.name(char, "")
    first = name.split(" ", 1)[0].split("-", 1)[0]
    return _LONGER.get(first, first.capitalize()) if first else COMMON


def script_of(text: str) -> str:
    """The script of most letters by its Unicode name: ``"Latin"``, ``"Arabic"``, ``"Tamil"``; ``"Common"`` if none."""
    if text.isascii():
        return "Latin" if any(map(str.isalpha, text)) else COMMON
    scripts = {_script_of_letter(char) for char in set(text) if char.isalpha()} - {COMMON}
    if len(scripts) < 2:
        return scripts.pop() if scripts else COMMON
    counts = Counter(_script_of_letter(char) for char in text if char.isalpha())
    counts.pop(COMMON, None)
    return counts.most_common(1)[0][0]
