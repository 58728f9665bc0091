"""Loose words: the words of a set phrase in a language that writes them apart or together as it likes."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.conjugation import Conjugator

_ENDS = frozenset(".:;؛!?…")

#: readings of a verb that ends its clause, a subjunctive too («باز کند»)
FINITE = frozenset({"past", "present", "finite"})


class LooseWords:
    """Finds words over one to three tokens, with an ending of the pack's list or none."""

    _endings: set[str]
    _longest_ending: int
    _conjugator: Conjugator
    _finites: tuple[Sequence[str], dict[int, bool]]  # what is known of the sentence being read

    def _beside(self, keys: Sequence[str], at: int) -> set[str]:
        """Every word that may stand right before a token, over one to three tokens, with an ending or none."""
        found = set()
        for size in (1, 2, 3):
            joined = "".join(keys[max(0, at - size) : at])
            for cut in range(max(1, len(joined) - self._longest_ending), len(joined) + 1):
                if joined[cut:] in self._endings:
                    found.add(joined[:cut])
        return found

    def _word_before(self, word: str, keys: Sequence[str], last: int, reach: int) -> int | None:
        """Where a word begins that is written over one to three tokens, the nearest within reach."""
        initial = word[:1]
        for end in range(last, max(0, last - reach), -1):
            for start in range(end - 1, max(end - 4, -1), -1):
                if keys[start][:1] != initial:
                    continue
                joined = "".join(keys[start:end])
                if joined.startswith(word) and joined[len(word) :] in self._endings:
                    return start
            if keys[end - 1] in _ENDS or (end < last and self._finite(keys, end - 1)):
                return None
        return None

    def _finite(self, keys: Sequence[str], at: int) -> bool:
        """A verb that ends its clause; a bare participle («آزاد شده») does not."""
        known = self._finites
        if known[0] is not keys:  # another sentence
            known = self._finites = (keys, {})
        if at not in known[1]:
            known[1][at] = not keys[at].endswith("ه") and any(
                form.words == 1 and form.reading & FINITE for form in self._conjugator.forms(keys, at)
            )
        return known[1][at]
