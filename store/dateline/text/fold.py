"""Folding: one comparison key for every way in which the same word is typed, case, accents and letter forms apart."""

from __future__ import annotations

import unicodedata
from itertools import chain

#: letters and marks that neither case folding nor Unicode decomposition brings together
_SAME = {
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    **dict.fromkeys("’‘ʼʻ‛`´′＇ˈ", "'"),
    **dict.fromkeys("\u2010\u2011", "-"),
    # the Arabic, Urdu, Pashto and Kurdish forms of the letters that Persian writes its own way
    **dict.fromkeys("يىېۍےۑ", "ی"),
    "ك": "ک",
    "ڪ": "ک",
    **dict.fromkeys("ةەہھۃ", "ه"),
    "ٱ": "ا",
    "ـ": "",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٫": ".",
    "٬": ",",
}


def _fold_step(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Cf":  # ZWNJ, soft hyphen, direction marks
        return ""
    if char.isspace():
        return " "
    # Accents (class 200 and up), Hebrew points and Arabic harakat (10 to 36); the vowel signs of Indic scripts stay.
    klass = unicodedata.combining(char)
    if klass >= 200 or 10 <= klass <= 36:
        return ""
    return unicodedata.normalize("NFKD", char.casefold())


def _fold_char(char: str) -> str:
    folded = _fold_step(char)
    for _ in range(8):  # a decomposition may hold a letter that folds further: ﷼, ﻙ, Ǽ
        again = "".join(map(_fold_step, folded))
        if again == folded:
            break
        folded = again
    return folded


class _Table(dict[int, str]):
    """The folding of single code points, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_table = _Table()


def fold(text: str) -> str:
    """The key under which ``text`` is searched and compared. Folding twice changes nothing."""
    if text.isascii() and text.isalpha():
        return text.lower()
    return " ".join(text.translate(_table).split())


def fold_mapped(text: str) -> tuple[str, list[int]]:
    """The folded text with its spaces one for one, and for every folded character the offset of its original."""
    pieces = [_table[ord(char)] for char in text]
    offsets = [[offset] * len(piece) for offset, piece in enumerate(pieces)]
    return "".join(pieces), list(chain.from_iterable(offsets))
