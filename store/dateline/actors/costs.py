"""How far two sounds lie apart, by the pair of scripts they were written in, and the distance of two words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from math import inf

from dateline.actors.sounds.symbols import AMBIGUOUS, NEAR, VOWELS, VOWELS_APART, WEAK

#: how scripts write vowels; those not named here are alphabets
_KINDS = {"arabic": "abjad", "hebrew": "abjad", "chinese": "characters"} | dict.fromkeys(
    ["devanagari", "tamil", "thai", "kana", "hangul", "other"], "syllables"
)
_VOWELS = frozenset(VOWELS)
_GLIDES = {"h": 0.5, "y": 0.5, "w": 0.6, "?": 0.1}
#: what an ambiguous letter costs against one of its own sounds
_DOUBT = 0.015
#: and what more for each of its sounds that is likelier
_RARER = 0.03


#: what two ways of writing make of sounds: "same" script, or how the query's script and the stored name's write vowels.
#: The cost of a vowel changed, left out of the query, left out of the stored name; its part in the length of a word;
#: and what is taken off every likeness, for some scripts say less and so sound alike more easily
_TERMS: dict[str, tuple[float, float, float, float, float]] = {
    "same": (0.45, 0.55, 0.55, 0.6, 0.0),
    "same abjad": (0.15, 0.2, 0.2, 0.25, 0.01),
    "alphabet alphabet": (0.3, 0.4, 0.4, 0.5, 0.01),
    "abjad alphabet": (0.12, 0.3, 0.08, 0.2, 0.02),
    "alphabet abjad": (0.12, 0.08, 0.3, 0.2, 0.08),
    "abjad abjad": (0.15, 0.2, 0.2, 0.25, 0.06),
    "abjad syllables": (0.12, 0.3, 0.08, 0.2, 0.06),
    "abjad characters": (0.12, 0.3, 0.08, 0.2, 0.08),
    "syllables alphabet": (0.3, 0.3, 0.3, 0.4, 0.01),
    "syllables abjad": (0.12, 0.08, 0.3, 0.2, 0.07),
    "syllables syllables": (0.3, 0.3, 0.3, 0.4, 0.04),
    "syllables characters": (0.3, 0.3, 0.3, 0.4, 0.06),
    "alphabet syllables": (0.3, 0.3, 0.3, 0.4, 0.06),
    "characters alphabet": (0.25, 0.15, 0.25, 0.35, 0.01),
    "characters abjad": (0.12, 0.08, 0.3, 0.2, 0.08),
    "characters syllables": (0.25, 0.15, 0.25, 0.35, 0.04),
    "alphabet characters": (0.25, 0.25, 0.15, 0.35, 0.08),
}
#: what is left of the cost of a stored sound that the query lacks, by how the query's script writes: some sounds it
#: cannot write where no vowel follows, and leaves out
_DEAF: dict[str, dict[str, float]] = {
    "syllables": dict.fromkeys("lntsdkN", 0.8) | {"r": 0.6},
    "characters": dict.fromkeys("lntsdkN", 0.7) | {"r": 0.35},
}


def kind(script: str) -> str:
    return _KINDS.get(script, "alphabet")


class Costs:
    """The costs for one pair of scripts; filled as sounds are met, for few of the possible pairs ever are."""

    __slots__ = ("abjad", "change", "doubt", "drop_asked", "drop_stored", "lengths", "segments", "weight")

    def __init__(
        self,
        change: float,
        drop_asked: float,
        drop_stored: float,
        weight: float,
        doubt: float,
        deaf: Mapping[str, float],
        abjad: bool,
    ) -> None:
        self.abjad = abjad  # one of the two leaves out vowels
        self.change: dict[str, dict[str, float]] = _Changes(change)
        self.drop_asked: dict[str, float] = _Drops(drop_asked, {})
        self.drop_stored: dict[str, float] = _Drops(drop_stored, deaf)
        self.weight: dict[str, float] = _Weights(weight)
        self.doubt = doubt
        self.segments: dict[str, dict[str, float]] = _Segments(self)
        self.lengths: dict[str, float] = _Lengths(self.weight)

    def length(self, reading: str) -> float:
        """How much there is to hear in a reading: 1 a consonant, less a vowel."""
        return self.lengths[reading]


@lru_cache(maxsize=256)
def costs(asked: str, stored: str) -> Costs:
    """The costs between a query word in script ``asked`` and a stored word in script ``stored``."""
    if asked == stored:
        return _costs("same abjad" if kind(asked) == "abjad" else "same")
    return _costs(f"{kind(asked)} {kind(stored)}")


@lru_cache(maxsize=len(_TERMS))
def _costs(pair: str) -> Costs:
    return Costs(*_TERMS[pair], _DEAF.get(pair.split()[0], {}), "abjad" in pair)


def _members(sound: str) -> str:
    return AMBIGUOUS.get(sound, sound)


def _plain(one: str, other: str, vowel_change: float) -> float:
    if one == other:
        return 0.0
    near = NEAR.get(one + other) or NEAR.get(other + one)
    if near is not None:
        return near
    if one in _VOWELS and other in _VOWELS:
        return vowel_change * (VOWELS_APART.get(one + other) or VOWELS_APART.get(other + one) or 1.0)
    return 1.3 if one in _VOWELS or other in _VOWELS else 1.0


class _Changes(dict[str, dict[str, float]]):
    def __init__(self, vowel: float) -> None:
        super().__init__()
        self._vowel = vowel

    def __missing__(self, one: str) -> dict[str, float]:
        row = self[one] = _Row(one, self._vowel)
        return row


class _Row(dict[str, float]):
    def __init__(self, one: str, vowel: float) -> None:
        super().__init__()
        self._one = one
        self._vowel = vowel

    def __missing__(self, other: str) -> float:
        if self._one == other:
            cost = 0.0
        else:
            ones, others = _members(self._one), _members(other)
            cost = min(
                _plain(a, b, self._vowel) + _RARER * (rank + place)
                for rank, a in enumerate(ones)
                for place, b in enumerate(others)
                if a != "-" and b != "-"
            )
            cost += _DOUBT * ((len(ones) > 1) + (len(others) > 1)) / 2
        self[other] = cost
        return cost


class _Segments(dict[str, dict[str, float]]):
    """The distances of pieces of words, which repeat endlessly; forgotten when there are too many."""

    def __init__(self, table: Costs) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, one: str) -> dict[str, float]:
        if len(self) > 3000:
            self.clear()
        row = self[one] = _SegmentRow(one, self._table)
        return row


class _SegmentRow(dict[str, float]):
    def __init__(self, one: str, table: Costs) -> None:
        super().__init__()
        self._one = one
        self._table = table

    def __missing__(self, other: str) -> float:
        one, table = self._one, self._table
        if not one or not other:
            cost = sum(map(table.drop_asked.__getitem__, one)) + sum(map(table.drop_stored.__getitem__, other))
        elif len(one) == len(other) == 1:
            cost = min(table.change[one][other], table.drop_asked[one] + table.drop_stored[other])
        else:
            cost = distance(one, other, table, inf)
        self[other] = cost
        return cost


class _Drops(dict[str, float]):
    def __init__(self, vowel: float, deaf: Mapping[str, float]) -> None:
        super().__init__()
        self._vowel = vowel
        self._deaf = deaf

    def __missing__(self, sound: str) -> float:
        members = _members(sound)
        cost = self[sound] = 0.03 if "-" in members else sum(map(self._one, members)) / len(members)
        return cost

    def _one(self, sound: str) -> float:
        if sound == "@":
            return 0.0
        if sound in _VOWELS:
            return self._vowel
        return WEAK.get(sound, 0.9) * self._deaf.get(sound, 1.0)


class _Lengths(dict[str, float]):
    """The lengths of readings and of pieces of them; forgotten when there are too many, for a long batch must not grow
    without end."""

    def __init__(self, weight: dict[str, float]) -> None:
        super().__init__()
        self._weight = weight

    def __missing__(self, reading: str) -> float:
        if len(self) > 20_000:
            self.clear()
        length = self[reading] = sum(map(self._weight.__getitem__, reading))
        return length


class _Weights(dict[str, float]):
    def __init__(self, vowel: float) -> None:
        super().__init__({"|": 0.0})  # readings come cut into segments too
        self._vowel = vowel

    def __missing__(self, sound: str) -> float:
        members = _members(sound)
        vowels = sum(member in _VOWELS for member in members)
        if sound == "@":
            weight = 0.05
        elif vowels * 2 >= len(members):
            weight = self._vowel
        else:
            weight = 0.4 if "-" in members else min(_GLIDES.get(member, 1.0) for member in members)
        self[sound] = weight
        return weight


def distance(asked: str, stored: str, table: Costs, limit: float, *, begins: bool = False) -> float:
    """The cheapest way from one reading to the other; anything above ``limit`` once it is sure to be more.

    ``begins``: to the likeliest beginning of ``stored``, whatever comes after it.
    """
    drop_stored = table.drop_stored
    drops = [drop_stored[sound] for sound in stored]
    above = [0.0, *accumulate(drops)]
    for one in asked:
        change = table.change[one]
        drop = table.drop_asked[one]
        left = above[0] + drop
        row = [left]
        lowest = left
        for other, skip, diagonal, up in zip(stored, drops, above, above[1:], strict=False):
            best = diagonal + change[other]
            up += drop
            if up < best:
                best = up
            left += skip
            if left > best:
                left = best
            row.append(left)
            if left < lowest:
                lowest = left
        if lowest > limit:
            return limit + 1.0
        above = row
    return min(above) if begins else above[-1]
