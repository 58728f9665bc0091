"""Reads a word by a table of letters: the longest piece first, ``^`` and ``$`` for its beginning and end."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

Reader = Callable[[str], str]


_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœ")


def reader(table: Mapping[str, str], before_vowel: Mapping[str, str] | None = None) -> Reader:
    """A function that turns a word into sounds; a letter not in the table is read without its accents,
    else as anyascii romanises it.

    ``^ab`` counts at the beginning of the word only, ``ab$`` at its end only; of the pieces that fit, the longest wins.
    ``before_vowel`` has other sounds for some pieces where a Latin vowel follows.
    """
    open_ends = before_vowel or {}
    longest: dict[str, int] = {}
    for piece in table:
        longest[piece[0]] = max(longest.get(piece[0], 0), len(piece))

    def read(word: str) -> str:
        marked = f"^{word}$"
        sounds: list[str] = []
        at, end = 0, len(marked)
        while at < end:
            for size in range(longest.get(marked[at], 0), 0, -1):
                found = table.get(marked[at : at + size])
                if found is not None:
                    if open_ends and marked[at + size : at + size + 1] in _VOWELS:
                        found = open_ends.get(marked[at : at + size], found)
                    sounds.append(found)
                    at += size
                    break
            else:
                bare = table.get(unicodedata.normalize("NFD", marked[at])[0])
                sounds.append(_unknown(marked[at]) if bare is None else bare)
                at += 1
        return "".join(sounds)

    return read


@lru_cache(maxsize=512)
def _unknown(char: str) -> str:
    """The sound of a letter that its script's table lacks, as anyascii romanises it; marks are silent."""
    if not char.isalpha():
        return ""
    from anyascii import anyascii

    from dateline.actors.sounds.latin import general

    romanised = "".join(filter(str.isalpha, anyascii(char).lower()))
    return general(romanised) if romanised.isascii() else ""


def pairs(text: str) -> dict[str, str]:
    """A table from ``letters sounds`` pairs, one after another; ``_`` stands for silence."""
    words = text.split()
    return {letters: "" if sounds == "_" else sounds for letters, sounds in zip(words[::2], words[1::2], strict=True)}
