"""A row of tokens as the readers of dates see it, and the phrases that they find in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.text.anchor import Anchor, Reading
from dateline.text.datewords import Found, TimeWords
from dateline.text.fold import fold
from dateline.text.tokens import MARK, NUMBER, WORD, Token


class Phrase(NamedTuple):
    """A phrase on its way: the tokens ``[first, after)``, its reading and what it was read from."""

    first: int
    after: int
    reading: Reading
    kind: str  # "date", "weekday", "relative" or "vague"
    yearless: tuple[int, int, bool] | None = None  # month, day, Jalali


class Row(NamedTuple):
    """The tokens being read, with the words and anchors to read them by."""

    text: str
    tokens: Sequence[Token]
    words: TimeWords
    anchor: Anchor
    order: str  # of days and months in figures
    kept: dict[int, list[Found]]  # the senses at each token, once they have been looked for

    def senses(self, index: int) -> list[Found]:
        """All words of time that begin at ``index``, the longest first."""
        known = self.kept.get(index)
        if known is None:
            at_word = 0 <= index < len(self.tokens) and self.tokens[index].kind != MARK
            known = self.kept[index] = self.words.at(self.tokens, index) if at_word else []
        return known

    def found(self, index: int, *kinds: str) -> Found | None:
        """The longest word of time of one of these kinds at ``index``."""
        return next((found for found in self.senses(index) if found.sense.kind in kinds), None)

    def skip(self, index: int, most: int = 2, marks: str = "") -> int:
        """The index behind up to ``most`` fillers ("of", "the month of") and marks."""
        for _ in range(most):
            if index >= len(self.tokens):
                break
            token = self.tokens[index]
            if token.kind == MARK and token.text in marks:
                index += 1
                continue
            filler = self.found(index, "filler")
            if filler is not None:
                index = filler.after
            elif token.kind == WORD and token.key.replace("-", "") in self.words.fillers:
                index += 1
            else:
                break
        return index

    def is_small(self, index: int, *, or_none: bool = False) -> bool:
        """Whether a function word stands at ``index``; with ``or_none`` also whether no word stands there."""
        token = self.tokens[index] if 0 <= index < len(self.tokens) else None
        if token is None or token.kind != WORD:
            return or_none and (token is None or token.kind == MARK)
        return token.key.rstrip("'") in self.words.small or token.stem_key in self.words.fillers

    def noun(self, index: int) -> int:
        """The index behind a word for "day", "month" or "year" that may end a date, else ``index`` itself."""
        filler = self.found(index, "filler")
        if filler is None:
            return index
        key = "".join(token.key.replace("-", "") for token in self.tokens[index : filler.after])
        return filler.after if key in self.words.nouns or filler.ending else index

    def number(self, index: int, low: int, high: int) -> tuple[int, int] | None:
        """A whole number in figures or words within bounds, and the index behind it."""
        if index >= len(self.tokens):
            return None
        token = self.tokens[index]
        if token.kind == NUMBER and len(token.stem) <= 4 and token.stem.isdigit():
            value = int(fold(token.stem))
            return (value, index + 1) if low <= value <= high else None
        found = self.found(index, "number")
        if found is None or (found.sense.value == 1 and token.key in self.words.small):  # "one" or only an article
            return None
        value = int(found.sense.value)
        return (value, found.after) if low <= found.sense.value == value <= high else None

    def figures(self, index: int, digits: int) -> int | None:
        """The number in exactly so many figures at ``index``."""
        token = self.tokens[index] if index < len(self.tokens) else None
        if token is None or token.kind != NUMBER or not token.stem.isdigit() or len(token.stem) != digits:
            return None
        return int(fold(token.stem))
