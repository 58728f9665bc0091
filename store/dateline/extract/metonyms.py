"""Metonyms: a town that stands for the body that sits there, "Brussels suspended the aid", or is the town itself."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon
from dateline.text.tokens import Token

#: where somebody is or goes: a town
WHERE: Labels = frozenset({"in", "at", "to", "from"})


def as_towns(items: Sequence[Item], tokens: Sequence[Token], lexicon: Lexicon) -> list[Item]:
    """The items, where the seat of a body is a town behind a word, or with an ending, that says where."""
    return [_as_town(item, tokens, lexicon) for item in items]


def _as_town(item: Item, tokens: Sequence[Token], lexicon: Lexicon) -> Item:
    town = item.meaning("town") if item.kind == "organization" else None
    if town is None:
        return item
    before = lexicon.before.get(tokens[item.first - 1].key.rstrip("'"), NO_LABELS) if item.first else NO_LABELS
    if not WHERE & (before | item.labels):
        return item
    return item._replace(meanings=(town, *(meaning for meaning in item.meanings if meaning is not town)))
