"""Seated: bodies of a state told by where they are, "the junta in Niger", "a court in Kenya", without an adjective.

Soldiers in a country may be another's; its courts, police and authorities are its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.labels import labels_of
from dateline.extract.lexicon import NO_LABELS, Lexicon
from dateline.extract.names import Reading
from dateline.extract.phrase import Phrase
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

STATES = ("country", "capital")


@once_per_pack
def _words(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.grammar.seated)


def seated_bodies(phrases: Sequence[Phrase], reading: Reading, lexicon: Lexicon) -> list[Phrase]:
    """The phrases for such bodies that no other phrase holds."""
    words = _words(lexicon.pack)
    taken = {at for phrase in phrases for at in range(phrase.first, phrase.last)} if words else set()
    found: list[Phrase] = []
    for item, following in zip(reading.items, reading.items[1:], strict=False):
        led = [key.rstrip("'") for key in reading.keys[item.last : following.first]]
        if not led or not words or item.first in taken or following.kind not in STATES:
            continue
        marked = "in" in lexicon.before.get(led[0], NO_LABELS) and all(key in lexicon.articles for key in led[1:])
        if (
            marked
            and not labels_of(item.first, item.last, item, reading, lexicon)
            and " ".join(reading.keys[item.first : item.last]) in words
        ):
            found.append(Phrase(item.first, item.last, owners=(following,), people=True))
    return found
