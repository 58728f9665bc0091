"""Names that have the very words of a query: the same letters, whatever their case and accents."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from dateline.actors.affixes import Slot

#: names that are looked at where very many have all the words: half of a registry may be called Muhammad
_MANY = 2000

#: letters that two words have at least together
_TOGETHER = 8

_HAVING = "SELECT name FROM token_names WHERE token IN (SELECT id FROM name_tokens WHERE folded = ?)"
#: those that articles have most often, wherever in a long list they stand
_SEEN = "SELECT id FROM names WHERE count > 0 ORDER BY count DESC LIMIT ?"


def same_words(slots: Iterable[Slot]) -> set[str]:
    """The words of a query as written, without case and accents, as the index keeps those of names."""
    return {slot.forms[0].folded for slot in slots}


def names_with(connection: sqlite3.Connection, words: Collection[str], most: int) -> list[int]:
    """The names that have all these words, at most so many: those that have no others first, then those that articles
    have most often."""
    having = " INTERSECT ".join([_HAVING] * len(words))
    length = len(" ".join(words))
    found = connection.execute(
        f"WITH wanted AS ({having}) SELECT id FROM names WHERE id IN"
        f" (SELECT name FROM (SELECT name FROM wanted LIMIT ?)"
        f" UNION SELECT id FROM ({_SEEN}) WHERE id IN (SELECT name FROM wanted))"
        " ORDER BY length(folded) <> ?, count DESC, length(folded), id LIMIT ?",
        [*words, _MANY, _MANY, length, most],
    )
    return [number for (number,) in found]


def written_together(connection: sqlite3.Connection, word: str) -> tuple[str, str] | None:
    """The two words of names that a longer one is made of, as in #SergeyLavrov: those that are most alike in length;
    None where it is made of none."""
    pairs = [(word[:at], word[at:]) for at in range(2, len(word) - 1)] if len(word) >= _TOGETHER else []
    parts = [part for pair in pairs for part in pair]
    marks = ",".join("?" * len(parts))
    query = f"SELECT folded FROM name_tokens WHERE folded IN ({marks}) AND names > 0"
    known = {part for (part,) in connection.execute(query, parts)} if parts else set()
    return max((pair for pair in pairs if known.issuperset(pair)), key=lambda pair: min(map(len, pair)), default=None)


def seen_of(connection: sqlite3.Connection, names: Collection[int]) -> list[int]:
    """Those of the names that articles have, the most frequent first; of very many only the most frequent."""
    seen = connection.execute(_SEEN, (_MANY,)).fetchall()
    if len(seen) == _MANY and len(names) <= _MANY:
        marks = ",".join("?" * len(names))
        query = f"SELECT id FROM names WHERE id IN ({marks}) AND +count > 0 ORDER BY count DESC"
        seen = connection.execute(query, [*names]).fetchall()
    return [number for (number,) in seen if number in names]
