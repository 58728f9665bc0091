"""Partitives: "one of", "a number of" leave the words behind them where they would stand alone.

«یکی از فرماندهان حزب‌الله را کشت»: the commander is the object, the word «از» marks nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack


@once_per_pack
def _phrases(pack: Pack) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(phrase).split()) for phrase in pack.grammar.partitives)


@once_per_pack
def _longest(pack: Pack) -> int:
    return max(map(len, _phrases(pack)), default=0)


def before_partitive(at: int, keys: Sequence[str], pack: Pack) -> int:
    """The token at which a partitive that ends before ``at`` begins; ``at`` where none does."""
    sizes = range(min(_longest(pack), at), 0, -1)
    return next((at - size for size in sizes if tuple(keys[at - size : at]) in _phrases(pack)), at)


def after_partitive(at: int, keys: Sequence[str], pack: Pack) -> int:
    """The token behind a partitive that begins at ``at``; ``at`` where none does."""
    sizes = range(_longest(pack), 0, -1)
    return next((at + size for size in sizes if tuple(keys[at : at + size]) in _phrases(pack)), at)
