"""How alike a query and a stored name are: words by sound and letters, then the names as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA, Indel

from dateline.actors import sounds
from dateline.actors.affixes import LIGHT, Slot, Word, is_light, weight
from dateline.actors.costs import costs, distance, kind
from dateline.actors.keys import bones, consonants, options
from dateline.actors.sounds.symbols import AMBIGUOUS

#: words whose bones are less alike are not compared sound by sound
_HOPE = 0.55
#: a match of this worth or less is none
FLOOR = 0.55
#: what makes up the score of a name: the query's words found, the name's words used, its last word the query's last
_ASKED, _COVERED, _LAST = 0.91, 0.07, 0.02
#: what of a word of the query counts as found that the name leaves out, and how much of the name has to be found
_OMITTED, _WHOLE = 0.4, 0.8
#: what the first, second, third reading of two words in one script says less than their letters would
SAME_SCRIPT = (0.015, 0.06, 0.12)
#: what letters that have nothing in common take off a likeness by sound in one script
_SPELT = 0.08


class Stored:
    """One word of a stored name: its letters without diacritics, its readings, its script. Equal only to itself.

    ``bones``, ``rough`` and ``weight`` are worked out when first asked for: most words are never compared further.
    """

    __slots__ = ("bones", "letters", "readings", "rough", "script", "weight")

    bones: str
    rough: str
    weight: float

    def __init__(self, letters: str, readings: tuple[str, ...], script: str) -> None:
        self.letters = letters
        self.readings = readings
        self.script = script

    def __getattr__(self, name: str) -> str | float:
        """The value of one of those three, called for only while it has none."""
        value: str | float
        if name == "weight":
            value = self.weight = LIGHT if is_light(self.letters) else weight(self.letters)
        elif name == "bones":
            value = self.bones = bones(self.readings[0])
        elif name == "rough":
            value = self.rough = consonants(self.bones)
        else:
            raise AttributeError(name)
        return value

    @staticmethod
    @lru_cache(maxsize=16384)
    def read(letters: str, raw: str) -> Stored:
        return Stored(letters, tuple(raw.split("/")), sounds.script_of(letters))


@lru_cache(maxsize=2048)
def _joined(first: Stored, second: Stored) -> Stored:
    """Two words of a name as one."""
    readings = tuple(map("".join, zip(first.readings, second.readings, strict=False)))
    joined = Stored(first.letters + second.letters, readings, first.script)
    joined.weight = first.weight + second.weight
    return joined


class Likeness:
    """Compares words for one search and remembers what it has compared."""

    __slots__ = ("_known", "_slots")

    def __init__(self) -> None:
        self._known: dict[tuple[Word, Stored], float] = {}
        self._slots: dict[tuple[Slot, Stored], float] = {}

    def of(self, slot: Slot, stored: Stored) -> float:
        """The likeness of the best form of a query word, 0 to 1; words not met yet are compared by first readings."""
        settled = self._slots.get((slot, stored))
        if settled is not None:
            return settled
        best = 0.0
        for form in slot.forms:
            if form.trust > best:
                known = self._known.get((form, stored))
                if known is None:
                    known = self.settle(form, stored, _by_first_reading(form, stored), slot.open)
                if form.trust * known > best:
                    best = form.trust * known
        self._slots[slot, stored] = best
        return best

    def forget(self) -> None:
        """Lets words be weighed anew after more of them were compared."""
        self._slots.clear()

    def begins(self, form: Word, stored: Stored, *, by_sound: bool) -> float:
        """The likeness of a word being typed and a stored word that begins with it, by letters or by sound."""
        key = (form, stored)
        best = max(self._known.get(key, 0.0), _begins(form, stored, by_sound=by_sound))
        self._known[key] = best
        return best

    def known(self, form: Word, stored: Stored) -> float:
        """What was found when the two were compared, 0 where they were not."""
        return self._known.get((form, stored), 0.0)

    def settle(self, form: Word, stored: Stored, by_sound: float, open_end: bool) -> float:
        """The likeness of a form and a stored word, as their sounds tell, their letters, or what was found before."""
        key = (form, stored)
        if form.folded == stored.letters:
            best = 1.0
        else:
            letters = _by_letters(form, stored, open_end)
            if form.script == stored.script:
                by_sound -= _SPELT * (1.0 - letters)
            best = max(self._known.get(key, 0.0), by_sound, letters)
        self._known[key] = best
        return best


def _begins(form: Word, stored: Stored, *, by_sound: bool) -> float:
    left = max(0, len(stored.letters) - len(form.folded))
    if not by_sound:
        same = form.script == stored.script and stored.letters.startswith(form.folded)
        return max(0.75, 0.96 - 0.006 * left) if same else 0.0
    one, other = form.readings[0], stored.readings[0]
    table = costs(form.script, stored.script)
    whole = table.length(one) + 0.2
    far = distance(one, other, table, whole, begins=True)
    return 0.9 * (1.0 - far / whole) - 0.01 * left - doubt(form, stored, 0)


def _by_letters(form: Word, stored: Stored, open_end: bool) -> float:
    if form.script != stored.script:
        return 0.0
    if open_end and stored.letters.startswith(form.folded):
        return _begins(form, stored, by_sound=False)
    return 1.0 - OSA.normalized_distance(form.folded, stored.letters)


def _by_first_reading(form: Word, stored: Stored) -> float:
    """The likeness by sound of words that share no key: worked out only where their bones give hope."""
    table = costs(form.script, stored.script)
    if form.rough != stored.rough:
        if "abjad" in (kind(form.script), kind(stored.script)):
            alike = Indel.normalized_similarity(form.rough, stored.rough)
        else:
            alike = Indel.normalized_similarity(form.bones, stored.bones)
        if alike < _HOPE:
            return 0.0
    one, other = form.readings[0], stored.readings[0]
    whole = max(table.length(one), table.length(other)) + 0.2
    far = distance(one, other, table, (1.0 - FLOOR) * whole)
    return max(0.0, 1.0 - far / whole - doubt(form, stored, 0))


def doubt(form: Word, stored: Stored, reading: int) -> float:
    """What is taken off a likeness by sound for the pair of scripts and the reading it is found by."""
    if form.script == stored.script:
        return costs(form.script, stored.script).doubt + SAME_SCRIPT[reading]
    return costs(form.script, stored.script).doubt


def name_score(slots: Sequence[Slot], weights: Sequence[float], stored: Sequence[Stored], likeness: Likeness) -> float:
    """The likeness of a whole name to the query, 0 to 1: every word of the query finds its own word of the name."""
    pairs = sorted(_pairs(slots, stored, likeness), key=lambda pair: pair[0], reverse=True)
    taken: set[int] = set()
    used: set[int] = set()
    got = covered = 0.0
    last = False
    for alike, at, places in pairs:
        if at in taken or not used.isdisjoint(places):
            continue
        taken.add(at)
        used.update(places)
        got += alike * weights[at]
        covered += alike * sum(stored[place].weight for place in places)
        last = last or (at == len(slots) - 1 and places[-1] == len(stored) - 1)
    there = sum(word.weight for word in stored)
    asked = sum(weights)
    if len(taken) > 1 and covered > _WHOLE * there:
        # words of the query to which no word of the name is left are rather omitted than others
        got += _OMITTED * max(0.0, (asked - got) - (there - covered))
    return _ASKED * got / asked + _COVERED * covered / there + (_LAST if last else 0.0)


def _pairs(
    slots: Sequence[Slot], stored: Sequence[Stored], likeness: Likeness
) -> Iterator[tuple[float, int, tuple[int, ...]]]:
    """Which word of the query is how like which word of the name, or which two of its words written as one."""
    for at, slot in enumerate(slots):
        first = slot.forms[0]
        alone = 0.0
        for place, word in enumerate(stored):
            alike = likeness.of(slot, word)
            if len(word.letters) == 1 or len(first.folded) == 1:
                alike = max(alike, 0.8 if _same_initial(first, word) else 0.0)
            if alike > 0.3:
                yield alike, at, (place,)
            alone = max(alone, alike)
        long = len(first.readings[0])
        if alone < 0.9 and max(long, len(first.folded)) >= 5:
            for place in range(len(stored) - 1):
                if abs(len(stored[place].readings[0]) + len(stored[place + 1].readings[0]) - long) > 2:
                    continue
                alike = likeness.of(slot, _joined(stored[place], stored[place + 1])) - 0.01
                if alike > alone:
                    yield alike, at, (place, place + 1)


def _same_initial(form: Word, word: Stored) -> bool:
    mine, theirs = form.readings[0][0], word.readings[0][0]
    # what leaves nothing behind, as h and ayn do, is no initial but its own
    left = {letter or bone for letter, bone in options(mine)} & {letter or bone for letter, bone in options(theirs)}
    return bool(left - {""}) or bool(set(AMBIGUOUS.get(mine, mine)) & set(AMBIGUOUS.get(theirs, theirs)) - {"-"})
