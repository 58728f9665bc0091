"""Coarse keys under which the index finds words that sound alike, and the skeletons that rank what they find.

A key holds the classes of a word's consonants and no vowels: one reading of one word has few, often one. Its skeleton is
the reading as a string whose plain edit distance comes near the distance of the sounds: two characters a consonant (its
class and itself; an ambiguous one only its class), one a vowel (of three). Neighbours of a key, one consonant more, less or other, are worked out for the
query only: the index stays small.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.actors.sounds.symbols import AMBIGUOUS, CLASSES

#: at most so many keys of one reading in the index and in a query: of letters with many sounds the likeliest count
STORED, ASKED = 8, 24
LONGEST_KEY = 12
_LETTERS = "PFTSKMNRL"
#: classes that are mistaken for one another even in words of one or two consonants
_CONFUSED = {"P": "F", "F": "P", "T": "S", "S": "TK", "K": "S", "M": "N", "N": "M", "R": "L", "L": "R"}


_VOWEL_CODES = {"a": "a"} | dict.fromkeys("eiIyOU", "i") | dict.fromkeys("ouw", "u")


@lru_cache(maxsize=512)
def options(sound: str) -> tuple[tuple[str, str], ...]:
    """What a sound may leave in a key and in a skeleton, the likeliest first; ('', '') where it may leave nothing."""
    members = AMBIGUOUS.get(sound, sound)
    return tuple(dict.fromkeys(_trace(member, len(members) == 1) for member in members))


def _trace(member: str, alone: bool) -> tuple[str, str]:
    if member in CLASSES:
        letter = CLASSES[member]
        return letter, letter + member if alone else letter
    if member in _VOWEL_CODES:
        return "", _VOWEL_CODES[member]
    return "", "h" if member == "h" and alone else ""


def coarse(reading: str, most: int) -> list[tuple[str, str]]:
    """Up to ``most`` consonant keys of one reading with the skeletons that go with them, the likeliest first."""
    found = [("", "")]
    for sound in reading:
        choices = options(sound)
        if len(choices) == 1:
            letter, code = choices[0]
            found = [(key if key[-1:] == letter else key + letter, bones + code) for key, bones in found]
        else:
            grown = {
                key if key[-1:] == letter else key + letter: bones + code
                for letter, code in reversed(choices)
                for key, bones in reversed(found)
            }
            found = list(reversed(grown.items()))[:most]
    return list({key[:LONGEST_KEY]: bones for key, bones in found}.items())


def neighbours(key: str) -> list[str]:
    """The keys one consonant away from ``key``; keys of two change only where sounds are often confused."""
    found: dict[str, None] = {}
    if len(key) >= 3:
        found.update(dict.fromkeys(key[:at] + key[at + 1 :] for at in range(len(key))))
    for at, letter in enumerate(key):
        others = _LETTERS if len(key) >= 3 else _CONFUSED[letter]
        found.update(dict.fromkeys(key[:at] + other + key[at + 1 :] for other in others))
    for at in range(len(key) + 1) if len(key) >= 2 else ():
        found.update(dict.fromkeys(key[:at] + other + key[at:] for other in _LETTERS))
    found.pop(key, None)
    return list(found)


class _Codes(dict[int, str]):
    """What each sound leaves in the likeliest skeleton, worked out when first met."""

    def __missing__(self, code: int) -> str:
        bone = self[code] = options(chr(code))[0][1]
        return bone


_codes = _Codes()
_NO_VOWELS = {ord(vowel): None for vowel in "aiu"}


def skeleton(reading: str) -> str:
    """The likeliest skeleton of a reading."""
    return reading.translate(_codes)


def without_vowels(skeleton: str) -> str:
    return skeleton.translate(_NO_VOWELS)
