"""How alike a query and a stored name are: words by sound and letters, then the names as wholes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from rapidfuzz.distance import OSA, Indel

from dateline.actors import sounds
from dateline.actors.affixes import LIGHT, Slot, Word, is_light, weight
from dateline.actors.costs import costs, distance
from dateline.actors.keys import bones, consonants, options
from dateline.actors.sounds.latin import BARE
from dateline.actors.sounds.symbols import AMBIGUOUS

#: words whose bones are less alike are not compared sound by sound
_HOPE = 0.55
#: a match of this worth or less is none
FLOOR = 0.55
#: what makes up the score of a name: the query's words found, the name's words used, its last word the query's last
_ASKED, _COVERED, _LAST = 0.91, 0.07, 0.02
#: what of a word of the query counts as found that the name leaves out, and how much of the name has to be found
_OMITTED, _WHOLE = 0.4, 0.8
#: what each reading of two words in one script says less than their letters would
SAME_SCRIPT = (0.015, 0.06, 0.12, 0.12)
#: and what a reading without an ending that may be the name's own says less in any script
BARE_LESS = 0.03
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
def as_one(first: Stored, second: Stored) -> Stored:
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
        self._slots: dict[Slot, dict[Stored, float]] = {}

    def of(self, slot: Slot, stored: Stored) -> float:
        """The likeness of the best form of a query word, 0 to 1; words not met yet are compared by first readings."""
        settled = self.settled(slot)
        if stored in settled:
            return settled[stored]
        best = 0.0
        for form in slot.forms:
            if form.trust > best:
                known = self._known.get((form, stored))
                if known is None:
                    known = self.settle(form, stored, _by_first_reading(form, stored), slot.open)
                if form.trust * known > best:
                    best = form.trust * known
        settled[stored] = best
        return best

    def settled(self, slot: Slot) -> dict[Stored, float]:
        """The words that a word of the query was compared with, and how like it they are."""
        known = self._slots.get(slot)
        if known is None:
            known = self._slots[slot] = {}
        return known

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
        mine, theirs = (form.rough, stored.rough) if table.abjad else (form.bones, stored.bones)
        if Indel.normalized_similarity(mine, theirs) < _HOPE:
            return 0.0
    one, other = form.readings[0], stored.readings[0]
    whole = max(table.length(one), table.length(other)) + 0.2
    far = distance(one, other, table, (1.0 - FLOOR) * whole)
    best = 1.0 - far / whole - doubt(form, stored, 0)
    if len(stored.readings) > BARE and form.script != stored.script:
        other = stored.readings[BARE]
        whole = max(table.length(one), table.length(other)) + 0.2
        far = distance(one, other, table, (1.0 - FLOOR) * whole)
        best = max(best, 1.0 - far / whole - table.doubt - BARE_LESS)
    return max(0.0, best)


def doubt(form: Word, stored: Stored, reading: int) -> float:
    """What is taken off a likeness by sound for the pair of scripts and the reading it is found by."""
    if form.script == stored.script:
        return costs(form.script, stored.script).doubt + SAME_SCRIPT[reading]
    return costs(form.script, stored.script).doubt


def name_score(slots: Sequence[Slot], weights: Sequence[float], stored: Sequence[Stored], likeness: Likeness) -> float:
    """The likeness of a whole name to the query, 0 to 1: every word of the query finds its own word of the name."""
    pairs = sorted(_pairs(slots, stored, likeness), key=itemgetter(0), reverse=True)
    taken: set[int] = set()
    used: set[int] = set()
    got = covered = 0.0
    ends = False
    for alike, at, first, last in pairs:
        if at in taken or first in used or last in used:
            continue
        taken.add(at)
        used.add(first)
        used.add(last)
        got += alike * weights[at]
        covered += alike * (stored[first].weight if first == last else stored[first].weight + stored[last].weight)
        if last == len(stored) - 1 and at == len(slots) - 1:
            ends = True
    there = sum([word.weight for word in stored])
    asked = sum(weights)
    if len(taken) > 1 and covered > _WHOLE * there:
        # words of the query to which no word of the name is left are rather omitted than others
        got += _OMITTED * max(0.0, (asked - got) - (there - covered))
    return _ASKED * got / asked + _COVERED * covered / there + (_LAST if ends else 0.0)


#: a likeness, the place of a word in the query, and the places of the first and the last word of the name that it is to
_Pair = tuple[float, int, int, int]


def _pairs(slots: Sequence[Slot], stored: Sequence[Stored], likeness: Likeness) -> list[_Pair]:
    """Which word of the query is how like which word of the name, or which two of its words written as one."""
    found: list[_Pair] = []
    for at, slot in enumerate(slots):
        asked = slot.forms[0]
        initial = len(asked.folded) == 1
        settled = likeness.settled(slot)
        alone = 0.0
        for place, word in enumerate(stored):
            alike = settled[word] if word in settled else likeness.of(slot, word)
            if alike < 0.8 and (initial or len(word.letters) == 1) and _same_initial(asked, word):
                alike = 0.8
            if alike > 0.3:
                found.append((alike, at, place, place))
            if alike > alone:
                alone = alike
        long = len(asked.readings[0])
        if alone < 0.9 and max(long, len(asked.folded)) >= 4:
            for place in range(len(stored) - 1):
                if abs(len(stored[place].readings[0]) + len(stored[place + 1].readings[0]) - long) > 2:
                    continue
                alike = likeness.of(slot, as_one(stored[place], stored[place + 1])) - 0.01
                if alike > alone:
                    found.append((alike, at, place, place + 1))
    return found


def _same_initial(form: Word, word: Stored) -> bool:
    mine, theirs = form.readings[0][0], word.readings[0][0]
    # what leaves nothing behind, as h and ayn do, is no initial but its own
    left = {letter or bone for letter, bone in options(mine)} & {letter or bone for letter, bone in options(theirs)}
    return bool(left - {""}) or bool(set(AMBIGUOUS.get(mine, mine)) & set(AMBIGUOUS.get(theirs, theirs)) - {"-"})
