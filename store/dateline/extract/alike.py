"""Names that sound alike inside one article: two spellings of a surname, a name in a stray script.

Letters fall into classes of sound. Two names are alike when their classes are equal or one class apart, their first
sound is the same, and the difference is not an ending that makes another name of it (Lavrov, Lavrova).
"""

from __future__ import annotations

from functools import lru_cache

from dateline.text.fold import fold
from dateline.text.romanise import latin

#: spellings of one sound before single letters are looked at; longer ones first
_GROUPS = (
    ("tch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "s"), ("ch", "s"), ("ts", "s"), ("tz", "s"), ("ph", "f"),
    ("kh", "k"), ("gh", "k"), ("ck", "k"), ("th", "t"), ("dh", "t"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks"),
)  # fmt: skip
_CLASSES = str.maketrans("cgqbdzjwvey", "kkkptssffai", "h'- ")
VOWELS = "aiou"
SHORTEST = 4


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """The classes of a name's letters, doubled ones once: Blinken -> plinkan."""
    key = fold(name)
    for group, plain in _GROUPS:
        key = key.replace(group, plain)
    key = key.translate(_CLASSES)
    return "".join(letter for at, letter in enumerate(key) if not at or key[at - 1] != letter)


def skeleton(name: str) -> str:
    """The consonant classes alone: what is left of a name in a script that writes few vowels."""
    return "".join(letter for letter in sound(name) if letter not in VOWELS)


def alike(one: str, other: str) -> bool:
    """Whether two single names, given in Latin letters, are one or two sound-alike letters apart."""
    return sounds_alike(sound(one), sound(other))


def sounds_alike(a: str, b: str) -> bool:
    """The same of two names whose ``sound`` is known."""
    if min(len(a), len(b)) < SHORTEST or a[0] != b[0]:
        return False
    return a == b or (one_apart(a, b) and not _another_ending(a, b))


def _another_ending(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or a[:-1] == b[:-1]


class Echoes:
    """Names by their sound: those that sound like another are found without a look at all of them.

    Two sounds that are at most one letter apart are equal once each has lost one letter or none.
    """

    def __init__(self) -> None:
        self._names: list[tuple[str, str]] = []  # with their sounds, in the order in which they came
        self._meeting: dict[str, list[int]] = {}
        self._written: dict[str, list[str]] = {}  # by their consonants
        self._compared = 0  # how many of the names stand in the latter

    def add(self, name: str) -> None:
        """Takes in a name that is not there yet."""
        own = sound(name)
        for shorter in _shorter(own):
            self._meeting.setdefault(shorter, []).append(len(self._names))
        self._names.append((name, own))

    def of(self, name: str) -> list[str]:
        """The names that are this one or sound like it, in the order in which they came."""
        wanted = sound(name)
        near = sorted({place for shorter in _shorter(wanted) for place in self._meeting.get(shorter, ())})
        return [own for own, its in map(self._names.__getitem__, near) if own == name or sounds_alike(its, wanted)]

    def with_consonants(self, wanted: str) -> list[str]:
        """The names in any script that have these consonants in Latin letters."""
        for name, _ in self._names[self._compared :]:
            self._written.setdefault(skeleton(latin(name, None)), []).append(name)
        self._compared = len(self._names)
        return self._written.get(wanted, [])


def _shorter(sounds: str) -> set[str]:
    return {sounds, *(sounds[:at] + sounds[at + 1 :] for at in range(len(sounds)))}


def one_apart(a: str, b: str) -> bool:
    """One insertion, deletion or replacement turns one into the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        return rest_a[1:] == rest_b[1:]
    return rest_a[1:] == rest_b if len(a) > len(b) else rest_a == rest_b[1:]
