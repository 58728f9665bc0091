"""The words around a mention, for a list that shows them: quick and rough, where no pack is loaded for it."""

from __future__ import annotations

import re

#: what ends a sentence or a paragraph, with what closes it
_END = re.compile(r"[.!?؟۔।…][\"'”’»)\]]*(?=\s)|\n")


def excerpt(text: str, start: int, end: int, most: int = 240) -> tuple[int, int]:
    """The sentence in which [start, end) of a text stands, as offsets; of a long one no more than about ``most``
    code points around these words."""
    room = max(most - (end - start), 0)
    first = max(start - room * 2 // 3, 0)
    breaks = [found.end() for found in _END.finditer(text, first, start)]
    first = breaks[-1] if breaks else first if not first else _word_from(text, first, start)
    last = min(end + most - min(start - first, most), len(text))
    ending = _END.search(text, max(end - 1, start), last)
    if ending is not None:
        last = ending.end()
    elif last < len(text):
        last = max(text.rfind(" ", end, last), end)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _word_from(text: str, at: int, before: int) -> int:
    """Where the next word begins, at or behind ``at``; ``before`` where none does."""
    blank = text.find(" ", at, before)
    return before if blank < 0 else blank + 1
