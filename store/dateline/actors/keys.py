"""Coarse keys under which the index finds words that sound alike, and the skeletons that rank what they find.

A key holds the classes of a word's consonants and no vowels: one reading of one word has few, often one. Neighbours of
a key, one consonant more, less or other, are worked out for the query only: the index stays small.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.actors.sounds.symbols import AMBIGUOUS, CLASSES, VOWELS

#: at most so many keys of one reading in the index and in a query: of letters with many sounds the likeliest count
STORED, ASKED = 8, 24
LONGEST_KEY = 12
#: at most so many neighbours are looked up for one word
NEIGHBOURS = 240
_LETTERS = "PFTSKMNRL"
#: classes that are mistaken for one another even in words of one or two consonants
_CONFUSED = {"P": "F", "F": "P", "T": "S", "S": "TK", "K": "S", "M": "N", "N": "M", "R": "L", "L": "R"}


@lru_cache(maxsize=512)
def classes(sound: str) -> tuple[str, ...]:
    """The classes that a sound may leave in a key, '' among them where it may leave none."""
    return tuple(dict.fromkeys(CLASSES.get(member, "") for member in AMBIGUOUS.get(sound, sound)))


def coarse(reading: str, most: int) -> list[str]:
    """Up to ``most`` consonant keys of one reading, the likeliest first; '' where it has no consonant."""
    found = [""]
    for sound in reading:
        options = classes(sound)
        if options == ("",):
            continue
        if len(options) == 1:
            found = [key if key[-1:] == options[0] else key + options[0] for key in found]
        else:
            grown = [key if key[-1:] == option else key + option for option in options for key in found]
            found = list(dict.fromkeys(grown))[:most]
    return list(dict.fromkeys(key[:LONGEST_KEY] for key in found))


def neighbours(keys: Iterable[str]) -> list[str]:
    """Keys one consonant away from ``keys``, without them; keys of two change only where sounds are often confused."""
    own = list(keys)
    found: dict[str, None] = {}
    for key in own:
        if len(key) >= 3:
            found.update(dict.fromkeys(key[:at] + key[at + 1 :] for at in range(len(key))))
        for at, letter in enumerate(key):
            others = _LETTERS if len(key) >= 3 else _CONFUSED[letter]
            found.update(dict.fromkeys(key[:at] + other + key[at + 1 :] for other in others))
        for at in range(len(key) + 1) if len(key) >= 2 else ():
            found.update(dict.fromkeys(key[:at] + other + key[at:] for other in _LETTERS))
        if len(found) > NEIGHBOURS:
            break
    own_keys = set(own)
    return [key for key in found if key not in own_keys][:NEIGHBOURS]


def _code(sound: str) -> str:
    members = AMBIGUOUS.get(sound, sound)
    if sound == "@":
        return ""
    first = members[0]
    if first in VOWELS or (len(members) > 1 and sum(member in VOWELS for member in members) * 2 >= len(members)):
        return "a" if first in "aO" else "i" if first in "eiIUy" else "u"
    if first in CLASSES:
        return CLASSES[first] + (first if len(members) == 1 else "")
    return first


#: sounds -> two characters a consonant (its class and itself), one a vowel (of three)
_CODES = {ord(sound): _code(sound) for sound in [*VOWELS, *CLASSES, *"hyw?", *AMBIGUOUS]}
_NO_VOWELS = {ord(vowel): None for vowel in "aiu"}


def skeleton(reading: str) -> str:
    """A reading as a string whose plain edit distance comes near the distance of the sounds."""
    return reading.translate(_CODES)


def without_vowels(skeleton_: str) -> str:
    return skeleton_.translate(_NO_VOWELS)
