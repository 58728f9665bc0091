"""Names that have the words which a query may mean: long lists meet without going through them one by one."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import chain, count, islice, repeat

from dateline.actors.candidates import marks
from dateline.actors.postings import unpacked

#: names of the words of a query that are listed in full, the rarer words' first; of a word whose names are more, only
#: those are looked at that have another word too, and the likeliest
_LISTED = 12_000
#: names that articles have most often, which come first where too many have the same words
_SEEN = 2000

#: what finding a name by one word is worth, and the names that have it
Carried = tuple[float, "array[int]"]


class Carriers:
    """The names that have each word, read once in a search."""

    __slots__ = ("_connection", "_known", "_seen")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, array[int]] = {}
        self._seen: frozenset[int] | None = None

    def of(self, tokens: Iterable[int]) -> dict[int, array[int]]:
        """The ids of the names that have each of these words."""
        wanted = list(tokens)
        missing = [token for token in wanted if token not in self._known]
        rows: dict[int, bytes] = {}
        for token, names in self._connection.execute(
            f"SELECT token, names FROM token_names WHERE token IN ({marks(missing)})", missing
        ):
            rows[token] = rows[token] + names if token in rows else names
        self._known.update(zip(rows, map(unpacked, rows.values()), strict=True))
        nobody = array("I")
        return {token: self._known.setdefault(token, nobody) for token in wanted}

    def seen(self) -> frozenset[int]:
        """The names that articles have most often."""
        if self._seen is None:
            rows = self._connection.execute(
                "SELECT id FROM names WHERE count > 0 ORDER BY count DESC LIMIT ?", (_SEEN,)
            )
            self._seen = frozenset(name for (name,) in rows)
        return self._seen

    def only_seen(self, names: array[int]) -> array[int]:
        """Those of the names that articles have."""
        return array(names.typecode, self.seen().intersection(names))

    def likeliest(self, words: Sequence[Sequence[Carried]], most: int, each: int) -> set[int]:
        """About ``most`` names that have the best words together, and the ``each`` best for each word of a query.

        ``words``: for each word of the query the words that it may mean, the best first.
        """
        best = [self._best(of, most) for of in words]
        worths, meeting = _worths(words, best)
        names = list(dict.fromkeys(chain(*best, meeting)))
        totals = map(sum, zip(*(map(worth.get, names, repeat(0.0)) for worth in worths), strict=True))
        # of equals those come first that come first in the lists
        likely = {names[-at] for _, at in nlargest(most, zip(totals, count(0, -1)))}
        return likely.union(*(islice(names, each) for names in best))

    def seen_among(self, words: Sequence[Sequence[Carried]], each: int) -> set[int]:
        """For each word of a query the likeliest names that articles have, wherever they stand among those it may mean;
        of a word that is very common they are among the first anyway."""
        found: set[int] = set()
        seen = self.seen()
        for of in words if seen else ():
            some = (name for _, names in of if len(names) <= _SEEN for name in names if name in seen)
            found.update(islice(some, each))
        return found

    def _best(self, of: Sequence[Carried], most: int) -> dict[int, float]:
        """The first names that have a word of the query, with what the best word that each has is worth."""
        listed = ((name, worth) for worth, names in of for name in self._first(names, most))
        best: dict[int, float] = {}
        for name, worth in islice(listed, most):
            best.setdefault(name, worth)
        return best

    def _first(self, names: array[int], most: int) -> Iterable[int]:
        """The names, of very many first those that articles have."""
        if len(names) <= most:
            return names
        seen = self.seen().intersection(names)
        return chain(sorted(seen), (name for name in names if name not in seen)) if seen else names


def _worths(
    words: Sequence[Sequence[Carried]], best: Sequence[dict[int, float]]
) -> tuple[list[dict[int, float]], set[int]]:
    """For each word of a query what it is worth for the names that have it, as far as they may be among the likeliest;
    and the names that have more than one.

    The names of the commonest word, which are most of all, are not listed: they count where they have another word too,
    or are its best.
    """
    worths: list[dict[int, float]] = [{} for _ in words]
    sizes = [sum(len(names) for _, names in of) for of in words]
    known: set[int] = set()
    meeting: set[int] = set()
    left = _LISTED
    order = sorted(range(len(words)), key=sizes.__getitem__)
    for at in order:
        worth = worths[at]
        whole = not known or sizes[at] <= left
        listed = whole and at != order[-1]
        if listed or known:
            for each, names in reversed(words[at]):  # the best word that a name has is the last to be written
                worth.update(dict.fromkeys(names if listed else known.intersection(names), each))
        if whole:
            worth.update(best[at])
        left -= sizes[at]
        meeting |= worth.keys() & known
        known.update(worth)
    return worths, meeting
