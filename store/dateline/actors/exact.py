"""Names that have the very words of a query: the same letters, whatever their case and accents."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from itertools import islice

from dateline.actors.affixes import Slot
from dateline.actors.candidates import marks
from dateline.actors.carriers import Carriers

#: names that are looked at where very many have all the words: half of a registry may be called Muhammad
_MANY = 2000

#: letters that two words have at least together
_TOGETHER = 8


def same_words(slots: Iterable[Slot]) -> set[str]:
    """The words of a query as written, without case and accents, as the index keeps those of names."""
    return {slot.forms[0].folded for slot in slots}


def names_with(connection: sqlite3.Connection, carriers: Carriers, words: Collection[str], most: int) -> list[int]:
    """The names that have all these words, at most so many: those that have no others first, then those that articles
    have most often."""
    tokens: dict[str, list[int]] = {word: [] for word in words}
    for token, folded in connection.execute(
        f"SELECT id, folded FROM name_tokens WHERE folded IN ({marks(tokens)})", [*tokens]
    ):
        tokens[folded].append(token)
    having = set.intersection(*(set().union(*carriers.of(some).values()) for some in tokens.values()))
    some = [*carriers.seen().intersection(having), *islice(having, _MANY)]
    found = connection.execute(
        f"SELECT id FROM names WHERE id IN ({marks(some)})"
        " ORDER BY length(folded) <> ?, count DESC, length(folded), id LIMIT ?",
        [*some, len(" ".join(words)), most],
    )
    return [number for (number,) in found]


def written_together(connection: sqlite3.Connection, word: str) -> tuple[str, str] | None:
    """The two words of names that a longer one is made of, as in #SergeyLavrov: those that are most alike in length;
    None where it is made of none."""
    pairs = [(word[:at], word[at:]) for at in range(2, len(word) - 1)] if len(word) >= _TOGETHER else []
    parts = [part for pair in pairs for part in pair]
    query = f"SELECT folded FROM name_tokens WHERE folded IN ({marks(parts)}) AND names > 0"
    known = {part for (part,) in connection.execute(query, parts)} if parts else set()
    return max((pair for pair in pairs if known.issuperset(pair)), key=lambda pair: min(map(len, pair)), default=None)
