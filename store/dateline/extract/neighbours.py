"""Neighbours: what stands beside an item of a sentence, and what parts the two."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import Item, Lexicon
from dateline.text.tokens import Token


class Neighbours:
    """Items by their places, some of them used up."""

    items: list[Item]
    tokens: Sequence[Token]
    keys: list[str]
    lexicon: Lexicon
    used: set[int]
    of: set[str]

    def _free(self, place: int, *kinds: str) -> bool:
        return place not in self.used and self.items[place].kind in kinds

    def _glue(self, left: int, right: int) -> str | None:
        """What stands between two items: "" nothing, "of", "comma", or None for anything else."""
        words = self.keys[self.items[left].last : self.items[right].first]
        plain = [word for word in words if word not in self.lexicon.articles]
        if not plain:
            return "of" if " ".join(words) in self.of else ""
        if " ".join(words) in self.of or " ".join(plain) in self.of:
            return "of"
        if plain in ([","], ["،"]):
            return "comma"
        if len(plain) == 1 and "for" in self.lexicon.before.get(plain[0], ()):
            return "for"
        return None

    def _neighbour(self, place: int, step: int, *kinds: str, glue: tuple[str, ...] = ("",)) -> int | None:
        other = place + step
        if not 0 <= other < len(self.items) or other in self.used or self.items[other].kind not in kinds:
            return None
        between = self._glue(min(place, other), max(place, other))
        return other if between in glue else None

    def _closes(self, at: int) -> bool:
        """An apposition ends in a mark or at the sentence's end."""
        return at >= len(self.tokens) or self.tokens[at].kind == "mark"

    def _beside(self, one: int, other: int) -> bool:
        return self.items[one].last == self.items[other].first
