"""How alike two names of a store are as names of one person or body, and why: stricter than a search.

A query is typed in haste and cut short; two names that articles print are not. So no ending is taken off, and the name
is as good as its worst word: with one surname that is another, two names are those of two people.

Words are not compared as in ``actors/same.py``, by which names are linked. At what is proposed somebody looks: any
reading of a word counts, and the better of both ways. At what is linked nobody does: the usual reading counts, the
worse of both ways, and only where names share a key, so that an index leaves none out. One measure for both was tried
on the spellings of a registry: 6 % of the proposals that are right went, or 9 % more pairs were linked, and Mirko was
Marco.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from dateline.actors.affixes import Word, is_light, weight
from dateline.actors.costs import costs, distance, kind
from dateline.actors.letters import surname_first, words
from dateline.actors.ranking import Stored, doubt
from dateline.actors.sounds.latin import BARE
from dateline.actors.sounds.symbols import AMBIGUOUS, VOWELS

#: words that are less alike are two words: in one script, in two, and particles
_LEAST, _LEAST_ABROAD, _LEAST_LIGHT = 0.78, 0.82, 0.5
#: in one script words are at most so much more alike by sound than by letters; less where it writes no short vowels
_HEARD_MORE, _HEARD_MORE_ABJAD = 0.3, 0.2
#: what an initial says of a word that begins so, and what it takes off where the names differ in more than that
_INITIAL, _INITIALS = 0.9, 0.2
#: a word of one of the names that the other does not have takes this off: where the others are the same and where they
#: are only alike; a title or a particle takes less
_MORE, _MORE_ALIKE, _LIGHT_MORE = 0.05, 0.08, 0.01
#: both names have particles that the other has not
_OTHER_PARTICLES = 0.06
#: what words in another order take off: where they are the same and where they are only alike
_TURNED, _TURNED_ALIKE = 0.02, 0.08
#: a name by one word against another such one, and against a longer one: where it is its last word, and elsewhere
_SURNAMES, _SURNAME, _GIVEN = 0.37, 0.25, 0.45
#: a name of one word and of others that may be titles or particles: "Said al-Harthi"
_TITLED = 0.08
#: how much the worst pair of words decides
_WORST = 0.75
#: scripts in which one character is a whole word
_SYLLABLES = frozenset({"chinese", "hangul", "kana"})


class Alike(NamedTuple):
    """Two names that may be one actor's."""

    score: float  # 0 to 1
    why: str  # "sounds alike: Blinken ~ بلینکن"
    alone: bool  # one of them is a single word
    part: bool  # one has a word that the other lacks


def alike(one: str, other: str, *, person: bool = True) -> Alike | None:
    """How alike two names are, whichever is first; None where they are names of two.

    A single word of a ``person`` is a surname, which many have; that of a body is its name.
    """
    one, other = sorted((one, other), key=lambda name: (_telling(_read(name)), len(_read(name)), name))
    mine, theirs = _read(one), _read(other)
    if not mine:
        return None
    for first, second in _cuts(mine, theirs):
        pairs = _paired(first, second)
        if pairs is not None:
            return _scored(one, other, first, second, pairs, person)
    return None


def _telling(name: Sequence[_Part]) -> int:
    return sum(not part.light and not _is_initial(part) for part in name)


Name = tuple["_Part", ...]
#: for the words of the shorter name, those that have one: likeness and place in the other name
Pairs = dict[int, tuple[float, int]]


def _cuts(mine: Name, theirs: Name) -> Iterator[tuple[Name, Name]]:
    """The names as they are, and with two words as one where the other name has a word about as long."""
    yield mine, theirs
    for joined in _joined(theirs, mine):
        yield mine, joined
    for joined in _joined(mine, theirs):
        yield (joined, theirs) if _telling(joined) <= _telling(theirs) else (theirs, joined)


def _joined(name: Name, other: Name) -> Iterator[Name]:
    lengths = {len(part.text) for part in other}
    for at in range(len(name) - 1):
        text = name[at].text + name[at + 1].text
        if not (_is_initial(name[at]) or _is_initial(name[at + 1])) and any(
            abs(len(text) - length) <= 1 for length in lengths
        ):
            yield (*name[:at], _part(text), *name[at + 2 :])


def _scored(one: str, other: str, mine: Name, theirs: Name, pairs: Pairs, person: bool) -> Alike:
    telling = [(score, mine[at].weight) for at, (score, _) in pairs.items() if not mine[at].light]
    telling = telling or [(score, 1.0) for score, _ in pairs.values()]
    mean = sum(score * much for score, much in telling) / sum(much for _, much in telling)
    worst = min(score for score, _ in telling)
    score = _WORST * worst + (1 - _WORST) * mean
    places = [place for _, place in pairs.values()]
    left = [word for at, word in enumerate(theirs) if at not in places]
    more = [word for word in left if not word.light and not _is_initial(word)]
    score -= _LIGHT_MORE * (len(left) - len(more)) + (_MORE if worst == 1.0 else _MORE_ALIKE) * len(more)
    score -= _OTHER_PARTICLES if len(pairs) < len(mine) and len(more) < len(left) else 0.0
    if places != sorted(places):
        score -= _TURNED if worst == 1.0 else _TURNED_ALIKE
    score -= _initials(mine, theirs, pairs, left)
    alone = _telling(mine) <= 1
    if alone and (person or more):
        score -= _alone(mine, theirs, pairs, bool(more))
    return Alike(max(0.0, score), _why(one, other, left, pairs), alone, bool(more))


def _initials(mine: Name, theirs: Name, pairs: Pairs, left: Sequence[_Part]) -> float:
    """What initials take off that stand for nothing in the other name, or for a word where more differs than that."""
    unpaired = [word for at, word in enumerate(mine) if at not in pairs and _is_initial(word)]
    differing = [word for word in left if not word.light]
    stands_for = any(_is_initial(mine[at]) != _is_initial(theirs[place]) for at, (_, place) in pairs.items())
    against = any(word.asked.script == other.asked.script for word in unpaired for other in differing)
    return _MORE * len(unpaired) + (_INITIALS if against or (stands_for and differing) else 0.0)


def _alone(mine: Name, theirs: Name, pairs: Pairs, more: bool) -> float:
    """What it takes off that one name has a single word that tells something."""
    if len(pairs) > 1 and not more:
        return _TITLED
    if not more:
        return _SURNAMES
    last = any(place == len(theirs) - 1 for at, (_, place) in pairs.items() if not mine[at].light)
    return _SURNAME if last else _GIVEN


class _Part:
    """One word of a name as both of the ways in which words are compared take it."""

    __slots__ = ("asked", "light", "stored", "text", "weight")

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked = Word(text, 1.0)
        self.stored = Stored.read(self.asked.folded, "/".join(self.asked.readings))
        self.light = is_light(text)
        self.weight = weight(self.asked.folded)


@lru_cache(maxsize=4096)
def _read(name: str) -> Name:
    found = words(name)
    if len(found) == 1:  # a name of characters is written as one word, surname first
        found = [part for part in surname_first(found[0]) if part] or found
    return tuple(map(_part, found))


@lru_cache(maxsize=8192)
def _part(text: str) -> _Part:
    return _Part(text)


def _paired(mine: Name, theirs: Name) -> Pairs | None:
    """Which word of the shorter name is which of the other; None where one that tells something is none of them."""
    scored = {(at, place): _likeness(word, there) for at, word in enumerate(mine) for place, there in enumerate(theirs)}
    found: Pairs = {}
    taken: set[int] = set()
    # the likest first; of equals those that stand nearest to the same place
    for at, place in sorted(scored, key=lambda pair: (-scored[pair], abs(pair[0] - pair[1]), pair[0], -pair[1])):
        if scored[at, place] >= _least(mine[at], theirs[place]) and at not in found and place not in taken:
            found[at] = (scored[at, place], place)
            taken.add(place)
    needed = [at for at, word in enumerate(mine) if not word.light and not _is_initial(word)]
    if not needed or any(at not in found for at in needed):
        return None
    return dict(sorted(found.items()))


def _is_initial(word: _Part) -> bool:
    return len(word.asked.folded) == 1 and word.asked.script not in _SYLLABLES


def _least(one: _Part, other: _Part) -> float:
    if one.light:
        return _LEAST_LIGHT
    return _LEAST if one.asked.script == other.asked.script else _LEAST_ABROAD


@lru_cache(maxsize=65536)
def _likeness(one: _Part, other: _Part) -> float:
    """The likeness of two words, 0 to 1, the same both ways."""
    a, b = one.asked, other.asked
    if a.folded == b.folded:
        return 1.0
    if one.light and other.light and a.script == b.script:
        return OSA.normalized_similarity(a.folded, b.folded)
    if a.script == b.script and (_is_initial(one) or _is_initial(other)):
        return _INITIAL if a.folded[0] == b.folded[0] else 0.0
    if _a_woman_s(a.readings[0], b.readings[0]):
        return 0.0
    heard = max(_heard(a, other.stored), _heard(b, one.stored))
    if a.script != b.script or a.script in _SYLLABLES:
        return heard
    more = _HEARD_MORE_ABJAD if kind(a.script) == "abjad" else _HEARD_MORE
    return min(heard, more + OSA.normalized_similarity(a.folded, b.folded))


def _heard(asked: Word, stored: Stored) -> float:
    """The likeness by sound; by usual readings, and where scripts differ by any."""
    table = costs(asked.script, stored.script)
    same = asked.script == stored.script
    best = 0.0
    most = 1 if same else BARE
    for at, reading in enumerate(asked.readings[:most]):
        for other in stored.readings[:most]:
            if reading and other:
                whole = max(table.length(reading), table.length(other)) + 0.2
                far = distance(reading, other, table, (1.0 - _LEAST) * whole)
                best = max(best, 1.0 - far / whole - doubt(asked, stored, at if same else 0))
    return best


def _a_woman_s(one: str, other: str) -> bool:
    """Whether one of two readings ends with an "a" that the other lacks: Lavrov and Lavrova."""
    ends = [AMBIGUOUS.get(reading[-1:], reading[-1:]) for reading in (one, other)]
    return any("a" in mine and not set(theirs) & set(VOWELS) for mine, theirs in (ends, ends[::-1]))


def _why(one: str, other: str, left: Sequence[_Part], pairs: Pairs) -> str:
    if any(score < 1.0 for score, _ in pairs.values()):
        scripts = [{part.asked.script for part in _read(name)} for name in (one, other)]
        return f"{'spelt' if scripts[0] == scripts[1] else 'sounds'} alike: {one} ~ {other}"
    if left:
        return f"part of a name: {one} < {other}"
    places = [place for _, place in pairs.values()]
    said = "same name" if places == sorted(places) else "same words"
    return f"{said}: {one}" if one == other else f"{said}: {one} = {other}"
