"""Whether two names are one name in other letters: word for word, by the measures that the search ranks with.

Stricter than a search, since nobody looks at what comes of it: every word has to sound alike both ways, in the same
order, one of them with the same consonants and the others with all but one; Lavrov is not Lavrova, a junior not his
father. Of :func:`full_keys` or :func:`last_keys` two such names always share one, so that an index leaves none out.
"""

from __future__ import annotations

from functools import lru_cache

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word, is_light, weight
from dateline.actors.keys import filed
from dateline.actors.letters import folded, words
from dateline.actors.ranking import Likeness, Stored
from dateline.actors.sounds.symbols import AMBIGUOUS

#: two words of one script are one from this likeness on, two of different scripts, which say less, from that one on
_ALIKE, _ACROSS = 0.84, 0.78
#: the same of a word that stands alone, and the consonants that it needs where it is not spelt the same
_ALONE, _SHORTEST = 0.84, 3
#: from where on names are near, and names of so few consonants
_NEAR, _NEARER, _FEW = 0.87, 0.95, 5
#: readings of a word and ways to file each that count: the likeliest
_READINGS, _WAYS = 2, 2
#: longer names are hardly ever spelt in two ways that sound alike
_MOST_WORDS = 5
#: what tells people of one name apart
_WHICH = frozenset(
    ["jr", "sr", "junior", "senior", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"]
)
#: Arabic particles as Turkish and French write them; and what is as often written as one with the word after it
_LIGHT_TOO = frozenset(["ebu", "ebi", "bou", "bu", "el", "ül", "ul", "es", "eş", "ed", "en", "er", "et", "ez"])
_SERVANTS = frozenset(["abd", "abdel", "abdul", "abdal", "abdol", "abdoul", "abdou", "abdü", "abdül", "عبد"])
#: in what a word ends: no vowel, or an open, a front, a back one; any other sound is a consonant
_ENDS = {"a": "a", "e": "ai", "i": "i", "I": "i", "y": "i", "o": "o", "u": "o", "O": "o", "U": "o",
         "w": "o-", "h": "a-", "@": "-ai", "?": "-aio", "-": "-aio"}  # fmt: skip


@lru_cache(maxsize=65536)
def telling(name: str) -> tuple[str, ...]:
    """The words of a name that say whose it is: no titles, particles, nor what numbers people of one name."""
    found: list[str] = []
    head = ""
    for word in words(name):
        if word in _SERVANTS and not head:
            head = word
        elif not (is_light(word) or word in _LIGHT_TOO or word in _WHICH or word.isdigit()):
            found.append(head + word)
            head = ""
    return tuple(found + [head] * bool(head))


def _which(name: str) -> frozenset[str]:
    """What tells somebody apart from others of the same name: "jr", "iii", "2"."""
    return frozenset(word for word in words(name) if word in _WHICH or word.isdigit())


@lru_cache(maxsize=8192)
def full_keys(name: str) -> frozenset[str]:
    """Keys of which two alike names of several words share one: each word's own with the first sound of the others."""
    there = telling(name)
    if not 2 <= len(there) <= _MOST_WORDS:
        return frozenset()
    firsts = ["".join(sorted({key[:1] or "-" for key in word_keys(word)})) for word in there]
    return frozenset(
        f"{len(there)}{at}{key} {others}"
        for at, word in enumerate(there)
        for others in _each(firsts[:at] + firsts[at + 1 :])
        for key in word_keys(word)
    )


def _each(firsts: list[str]) -> list[str]:
    """Every way to take one sound of each."""
    ways = [""]
    for some in firsts:
        ways = [way + one for way in ways for one in some]
    return ways


def last_keys(name: str) -> frozenset[str]:
    """Keys of which two alike surnames share one: of the last telling word; none where that has no consonant."""
    there = telling(name)
    return frozenset(key for key in word_keys(there[-1]) if key) if there else frozenset()


def alike(one: str, other: str) -> bool:
    """Whether two names of several words are one name in other letters."""
    mine, theirs = telling(one), telling(other)
    if len(mine) != len(theirs):
        return False
    for pair in zip(mine, theirs, strict=True):
        if not words_alike(*pair):
            return False
    return not full_keys(one).isdisjoint(full_keys(other)) and _which(one) == _which(other)


def closely(one: str, other: str) -> bool:
    """Whether two alike names are so near that little beside them has to say that they are one person's.

    Names of few consonants, of which there are so many, are near only where they are almost the same.
    """
    pairs = list(zip(telling(one), telling(other), strict=True))
    heard = sum(len(max(word_keys(word), key=len)) for word, _ in pairs)
    return min(1.0 if a == b else _likeness(a, b) for a, b in pairs) >= (_NEAR if heard > _FEW else _NEARER)


@lru_cache(maxsize=65536)
def words_alike(one: str, other: str) -> bool:
    """Whether two words sound alike, each heard as the other."""
    if one == other:
        return True
    mine, theirs = word_keys(one), word_keys(other)
    if mine.isdisjoint(theirs) and not any(_lacks_one(a, b) or _lacks_one(b, a) for a in mine for b in theirs):
        return False
    least = _ALIKE if sounds.script_of(one) == sounds.script_of(other) else _ACROSS
    return _ends_alike(one, other) and _as_like(one, other, least)


@lru_cache(maxsize=32768)
def is_surname(word: str, surname: str) -> bool:
    """Whether one word by itself is a surname in other letters: it has to say more than a word among others."""
    if word == surname:
        return True
    if word_keys(word).isdisjoint(word_keys(surname)) or len(max(word_keys(word), key=len)) < _SHORTEST:
        return False
    return _ends_alike(word, surname) and _as_like(word, surname, _ALONE)


def _lacks_one(shorter: str, longer: str) -> bool:
    """Whether one key is the other without one consonant, which is not its first."""
    return len(shorter) > 1 and any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer)))


def _as_like(one: str, other: str, least: float) -> bool:
    """Whether two words are at least so like, each heard as the other."""
    return all(Likeness().of(_slot(a), _stored(b)) >= least for a, b in ((one, other), (other, one)))


def _likeness(one: str, other: str) -> float:
    likeness = Likeness()
    return min(likeness.of(_slot(one), _stored(other)), likeness.of(_slot(other), _stored(one)))


def _ends_alike(one: str, other: str) -> bool:
    """Whether both words may end in a consonant, or in the same kind of vowel."""
    return not _ends(one).isdisjoint(_ends(other))


@lru_cache(maxsize=16384)
def _ends(word: str) -> frozenset[str]:
    """The kinds of sounds in which a word may end: its letters do not always say."""
    last = {sound for reading in _readings(word) for sound in AMBIGUOUS.get(reading[-1], reading[-1])}
    return frozenset(kind for sound in last for kind in _ENDS.get(sound, "-"))


def _readings(word: str) -> tuple[str, ...]:
    return tuple(reading for reading in _all_readings(word) if reading)[:_READINGS]


@lru_cache(maxsize=16384)
def _all_readings(word: str) -> tuple[str, ...]:
    return sounds.readings(word)


@lru_cache(maxsize=32768)
def word_keys(word: str) -> frozenset[str]:
    """The keys of a word's likeliest readings."""
    return frozenset(way.key for reading in _readings(word) for way in filed(reading, _WAYS))


@lru_cache(maxsize=16384)
def _slot(word: str) -> Slot:
    return Slot((Word(word, 1.0),), weight(folded(word)), False)


@lru_cache(maxsize=16384)
def _stored(word: str) -> Stored:
    return Stored.read(folded(word), "/".join(_all_readings(word)))
