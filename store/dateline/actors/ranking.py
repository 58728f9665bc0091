"""How alike a query and a stored name are: words by sound and letters, then the names as wholes."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word, weight
from dateline.actors.costs import costs, distance, kind

#: a pair of words whose skeletons are less alike is not compared sound by sound
_HOPELESS = 0.4
#: a match of this worth or less is none
FLOOR = 0.45


@dataclass(frozen=True, slots=True)
class Stored:
    """One word of a stored name: its letters without diacritics, its readings."""

    letters: str
    readings: tuple[str, ...]
    module: str


@dataclass(slots=True)
class Likeness:
    """Compares words for one search and remembers what it has compared."""

    _known: dict[tuple[str, str, str], float] = field(default_factory=dict)

    def of(self, slot: Slot, stored: Stored, readings: str) -> float:
        """The likeness of the best form of a query word, 0 to 1."""
        best = 0.0
        for form in slot.forms:
            if form.trust > best:
                best = max(best, form.trust * self._word(form, stored, readings, slot.open))
        return best

    def _word(self, form: Word, stored: Stored, readings: str, open_end: bool) -> float:
        key = (form.text, stored.letters, readings)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._compared(form, stored, open_end)
        return known

    def _compared(self, form: Word, stored: Stored, open_end: bool) -> float:
        if form.folded == stored.letters:
            return 1.0
        best = self._by_sound(form, stored, open_end)
        if form.module == stored.module:
            letters = 1.0 - OSA.normalized_distance(form.folded, stored.letters)
            best = max(best, letters)
            if open_end and len(form.folded) >= 2 and stored.letters.startswith(form.folded):
                best = max(best, 0.93 - 0.01 * (len(stored.letters) - len(form.folded)))
        return best

    def _by_sound(self, form: Word, stored: Stored, open_end: bool) -> float:
        table = costs(form.module, stored.module)
        best = 0.0
        for number, one in enumerate(form.readings):
            length = table.length(one)
            for at, other in enumerate(stored.readings):
                if form.module == stored.module and at != number:
                    continue
                whole = max(length, table.length(other)) + 0.2
                far = distance(one, other, table, (1.0 - best) * whole)
                best = max(best, 1.0 - far / whole)
        return best


def name_score(slots: list[Slot], stored: list[Stored], raw: list[str], likeness: Likeness) -> float:
    """The likeness of a whole name to the query, 0 to 1: every word of the query finds its own word of the name."""
    pairs: list[tuple[float, int, int]] = []
    for at, slot in enumerate(slots):
        first = slot.forms[0]
        for place, word in enumerate(stored):
            alike = likeness.of(slot, word, raw[place])
            if len(word.letters) == 1 or len(first.folded) == 1:
                initial = word.readings[0][:1] == first.readings[0][:1]
                alike = max(alike, 0.8 if initial else 0.0)
            if alike > 0.3:
                pairs.append((alike, at, place))
    pairs.sort(reverse=True)
    taken: set[int] = set()
    used: set[int] = set()
    got = covered = 0.0
    for alike, at, place in pairs:
        if at in taken or place in used:
            continue
        taken.add(at)
        used.add(place)
        got += alike * slots[at].weight
        covered += alike * weight(stored[place].letters)
    asked = sum(slot.weight for slot in slots)
    there = sum(weight(word.letters) for word in stored)
    return 0.87 * got / asked + 0.13 * covered / there
