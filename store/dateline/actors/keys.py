"""Coarse keys under which the index finds words that sound alike.

A key holds the classes of a word's consonants and no vowels: one reading of one word has few, often one. Its segments
are the same reading cut before and after each consonant of the key, so that two words with the same key can be compared
piece by piece; its bones are the classes with the vowels, told as one of three, for a first rough sifting. Neighbours
of a key, one consonant more, less or other, are worked out for the query only: the index stays small.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter

from dateline.actors.sounds.symbols import AMBIGUOUS, CLASSES

#: at most so many keys of one reading in the index and in a query: of letters with many sounds the likeliest count
STORED, ASKED = 8, 16
LONGEST_KEY = 12
_LETTERS = "PFTSKMNRL"
#: classes that are mistaken for one another even in words of one or two consonants
_SILENT = "RLS"
_CONFUSED = {"P": "F", "F": "P", "T": "S", "S": "TK", "K": "S", "M": "N", "N": "M", "R": "L", "L": "R"}


_VOWEL_CODES = {"a": "a"} | dict.fromkeys("eiIyOU", "i") | dict.fromkeys("ouw", "u")


class Filed:
    """One way to file a reading: ``segments`` are separated by ``|``, every second one is a consonant of the key."""

    __slots__ = ("bones", "key", "segments")

    def __init__(self, key: str, segments: str, bones: str) -> None:
        self.key = key
        self.segments = segments
        self.bones = bones


@lru_cache(maxsize=512)
def options(sound: str) -> tuple[tuple[str, str], ...]:
    """What a sound may leave in a key and in the bones, the likeliest first; ('', '') where it may leave nothing."""
    return tuple(dict.fromkeys(map(_trace, AMBIGUOUS.get(sound, sound))))


def _trace(member: str) -> tuple[str, str]:
    letter = CLASSES.get(member, "")
    return letter, letter or _VOWEL_CODES.get(member, "")


def filed(reading: str, most: int) -> list[Filed]:
    """Up to ``most`` ways to file one reading, the likeliest first; the key is '' where it has no consonant."""
    found = [("", "", "", 0)]
    for sound in reading:
        grown: dict[str, tuple[str, str, str, int]] = {}
        for rank, (letter, code) in enumerate(options(sound)):
            for key, segments, bones, far in found:
                if not letter:
                    way = (key, segments + sound, bones + code, far + rank)
                elif segments[-1:] == "|" and key[-1:] == letter:
                    way = (key, f"{segments[:-1]}{sound}|", bones, far + rank)
                else:
                    way = (key + letter, f"{segments}|{sound}|", bones + code, far + rank)
                known = grown.get(way[0])
                if known is None or way[3] < known[3]:
                    grown[way[0]] = way
        found = list(grown.values())
        if len(found) > most:
            found = sorted(found, key=itemgetter(3))[:most]
    return [Filed(key[:LONGEST_KEY], segments, bones) for key, segments, bones, _ in found]


def misspelt(key: str) -> tuple[list[str], list[str], list[str]]:
    """The keys that one slip of the fingers makes: one consonant less; one other or two swapped; one more."""
    places = range(len(key))
    less = {key[:at] + key[at + 1 :] for at in places} if len(key) >= 3 else set()
    swapped = {key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in places[:-1]} if len(key) >= 3 else set()
    other = {
        key[:at] + letter + key[at + 1 :]
        for at in places
        for letter in (_LETTERS if len(key) >= 3 else _CONFUSED[key[at]])
    }
    more = (
        {key[:at] + letter + key[at:] for at in range(len(key) + 1) for letter in _LETTERS} if len(key) >= 2 else set()
    )
    return sorted(less), sorted((other | swapped) - {key}), sorted(more)


def misheard(key: str) -> list[str]:
    """The keys one consonant away as scripts make it: what they cannot write, do not write or write too much."""
    found: dict[str, None] = {}
    places = range(len(key))
    for at in places:
        found.update((key[:at] + other + key[at + 1 :], None) for other in _CONFUSED[key[at]])
    if len(key) >= 3:
        found.update((key[:at] + key[at + 1 :], None) for at in places if len(key) > 3 or key[at] in _SILENT)
    if len(key) >= 2:
        more = _LETTERS if len(key) >= 3 else _SILENT
        found.update((key[:at] + other + key[at:], None) for at in range(len(key) + 1) for other in more)
    found.pop(key, None)
    return list(found)


class _Codes(dict[int, str]):
    """What each sound leaves in the likeliest bones, worked out when first met."""

    def __missing__(self, code: int) -> str:
        bone = self[code] = options(chr(code))[0][1]
        return bone


_codes = _Codes()
_NO_VOWELS = {ord(vowel): None for vowel in "aiu"}


def bones(reading: str) -> str:
    """The likeliest bones of a reading."""
    return reading.translate(_codes)


def consonants(bones_: str) -> str:
    return bones_.translate(_NO_VOWELS)
