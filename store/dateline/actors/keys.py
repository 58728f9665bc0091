"""Coarse keys under which the index finds words that sound alike: classes of consonants, vowels left out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.actors.sounds.symbols import AMBIGUOUS, CLASSES

#: at most so many keys for one reading: a word full of letters with several sounds is found by its commonest ones
STORED, ASKED = 8, 32
LONGEST_KEY = 12
#: words up to so many letters also get a key for each letter left out
SHORT_WORD = 5


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


def without_one(key: str) -> list[str]:
    """The keys that one consonant less makes; none for keys of two, which would find everything."""
    if len(key) < 3:
        return []
    return [key[:at] + key[at + 1 :] for at in range(len(key))]




def letter_keys(folded: str) -> list[str]:
    """A short word's letters with each one left out, marked so that they never meet a consonant key."""
    if not 2 <= len(folded) <= SHORT_WORD:
        return []
    return [f"={folded}", *(f"={folded[:at]}{folded[at + 1 :]}" for at in range(len(folded)))]


def stored_keys(readings: Iterable[str], folded: str) -> set[str]:
    """All keys under which the index files a word."""
    found: set[str] = set(letter_keys(folded))
    for reading in readings:
        for key in coarse(reading, STORED):
            found.add(key)
            found.update(without_one(key))
    return found


def asked_keys(readings: Iterable[str], folded: str) -> tuple[set[str], set[str]]:
    """The keys to look a word up by: those of its own sound, and the wider ones of its neighbours."""
    own: set[str] = set()
    for reading in readings:
        own.update(coarse(reading, ASKED))
    wide = {less for key in own for less in without_one(key)}
    wide.update(letter_keys(folded))
    return own, wide - own
