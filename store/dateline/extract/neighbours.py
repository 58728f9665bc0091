"""Neighbours: what stands beside an item of a sentence, and what parts the two."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import NO_LABELS, Item, Lexicon
from dateline.extract.scopes import is_of
from dateline.text.tokens import Token


class Neighbours:
    """Items by their places, some of them used up."""

    items: list[Item]
    tokens: Sequence[Token]
    keys: list[str]
    lexicon: Lexicon
    used: set[int]
    of: set[str]
    scoped: bool  # titles have their scope behind them

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

    def _of_named(self, place: int) -> bool:
        """A name right behind an adjective of a nation: "il giordano | Ayman Safadi"."""
        named = ("person", "unknown", "surname", "organization", "unknown_organization")
        following = self._neighbour(place, 1, *named) if self.scoped else None
        return following is not None and self._nations(place, following)

    def _nations(self, nation: int, place: int) -> bool:
        beside = self._free(nation, "demonym") and self._beside(nation, place)
        return beside and is_of(self.items[place], self.items[nation], self.keys, self.lexicon)

    def _posted(self, right: int) -> int:
        """The place an envoy is sent to, behind his title: "ambassador to Kenya", "ambasciatrice d'Austria a Roma"."""
        if self.lexicon.pack.language.inflects or right + 1 >= len(self.items) or right + 1 in self.used:
            return right
        place = self.items[right + 1]
        if place.meaning("own_country") is not None and place.first == self.items[right].last:
            return right + 1  # «وزیر خارجه این کشور، آندرس پالما»
        between = self.keys[self.items[right].last : place.first]
        led = self.lexicon.before.get(" ".join(between), NO_LABELS) & {"to", "in", "at"}
        return right + 1 if led and place.kind in ("country", "capital", "town", "organization") else right
