"""Toponyms: capitalised names of no list whose first word is one that places are named with: "Punta del Este"."""

from __future__ import annotations

from dateline.extract.index import Meaning
from dateline.extract.lexicon import Item
from dateline.text.fold import fold

#: first words of places' names in the languages of Latin letters; no name, title or body begins so
HEADS = frozenset({
    "punta", "puerto", "porto", "bandar", "ras", "deir", "dayr", "wadi", "jebel", "jabal", "djebel", "kafr",
    "kfar", "khirbet", "cabo", "cape", "isla", "ilha", "mount", "mont", "cerro", "fort", "fuerte", "ciudad",
    "cidade", "bahia", "laguna", "nizhny", "staraya", "velyka", "banja", "banska", "kuala", "koh", "nakhon",
    "beit", "bayt",
})  # fmt: skip


def as_place(item: Item) -> Item:
    """The item, a town where an unknown name of several words begins as places' names do."""
    words = item.ref.split()
    if item.kind != "unknown" or len(words) < 2 or fold(words[0]) not in HEADS:
        return item
    return item._replace(meanings=(Meaning("town", item.ref),))
