"""The index of a lexicon: what words may mean, by their folded key.

Some sixteen thousand names and words are kept as text and made into meanings only when they are found: every command
that reads an article takes the index up whole, and an article has a few dozen of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from dateline.packs import Office
from dateline.packs.sealed import Sealed

OPENING = 5  # letters by which keys are told apart where spaces vary


class Meaning(NamedTuple):
    """One thing that words may stand for; ``ref`` is a country code, an id, an English word, an office's place."""

    kind: str
    ref: str
    office: Office | None = None
    small: bool = False  # a name that may begin with a small letter: "al-Shabaab"


class Index:
    """Keys are words joined by ``glue``; the meanings of one are in the order of ``kinds``."""

    def __init__(self, glue: str, kinds: Sequence[str]) -> None:
        self._glue = glue
        self._offices: dict[Office, int] = {}
        self._order = {kind: place for place, kind in enumerate(kinds)}
        self._openings: set[str] = set()
        # key -> a line for each meaning; an empty one where only longer keys begin so
        self._lines: dict[str, str] = {}
        self._sealed = Sealed({})
        self._beginnings = Sealed({})
        self._made: dict[str, tuple[Meaning, ...]] = {}

    def add(self, words: Sequence[str], meaning: Meaning) -> bool:
        """Files a meaning under its words; False where it is there already."""
        key = self._glue.join(words)
        office = self._offices.setdefault(meaning.office, len(self._offices)) if meaning.office else ""
        line = f"{meaning.kind}\t{meaning.ref}\t{office}\t{'small' if meaning.small else ''}"
        lines = [own for own in self._lines.get(key, "").split("\n") if own]
        if not key or line in lines:
            return False
        lines.append(line)
        self._lines[key] = "\n".join(sorted(lines, key=lambda own: self._order[own.split("\t", 1)[0]]))
        if not self._glue:
            self._openings.add(key[:OPENING])
        for size in range(1, len(words) if self._glue else 1):
            self._lines.setdefault(self._glue.join(words[:size]), "")
        return True

    def seal(self) -> None:
        """Everything has been filed."""
        self._sealed = Sealed(self._lines)
        self._beginnings = Sealed(dict.fromkeys(sorted(self._openings), ""))
        self._lines, self._openings = {}, set()

    def get(self, key: str) -> tuple[Meaning, ...]:
        """The meanings of a key, none where it is not listed."""
        found = self._made.get(key)
        if found is None:
            line = self._sealed.value(key)
            if not line:
                return ()
            found = self._made[key] = tuple(self._meaning(own) for own in line.split("\n"))
        return found

    def _meaning(self, line: str) -> Meaning:
        kind, ref, office, small = line.split("\t")
        return Meaning(kind, ref, self._listed[int(office)] if office else None, bool(small))

    @cached_property
    def _listed(self) -> list[Office]:
        return list(self._offices)

    def begins(self, head: str) -> bool:
        """Whether a key of more words may begin so; where spaces vary, by its first letters."""
        return head in self._sealed if self._glue else len(head) < OPENING or head[:OPENING] in self._beginnings
