"""A phrase: one party as its sentence words it."""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.lexicon import NO_LABELS, Item, Labels


class Phrase(NamedTuple):
    """One party as the sentence words it, at tokens ``[first, last)``.

    ``name`` is the item that names it (None for "the foreign minister"), ``office`` the title's item, ``owners`` the
    items of the country or organisation the office belongs to. ``people`` marks "Russian troops": their country.
    """

    first: int
    last: int
    name: Item | None = None
    office: Item | None = None
    owners: tuple[Item, ...] = ()
    extras: frozenset[str] = frozenset()
    people: bool = False
    counterpart: bool = False
    adjective: bool = False  # "Russian" beside a noun: whose the noun is
    labels: Labels = NO_LABELS

    @property
    def bare(self) -> bool:
        return not self.labels

    @property
    def kind(self) -> str:
        if self.name:
            return self.name.kind
        if self.counterpart:
            return "counterpart"
        if self.office:
            return "office"
        return "country" if self.people else self.owners[0].kind
