"""Embassies spoken of again: "police stormed the embassy" is against the country whose embassy was named before."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.lexicon import Item, hardened
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

AGAINST = frozenset({"ASSAULT", "COERCE", "PROTEST"})
NEAR = 2  # tokens between an embassy and its country: "embassy of the Netherlands", "Irak'ın Tahran Büyükelçiliği"
TOWNS = ("town", "capital")
STEM = 4  # letters at least, of a word that takes endings


@once_per_pack
def _embassies(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.grammar.embassies)


def embassy_named(sentence: Sentence) -> str | None:
    """The country, as an actor id, of the last embassy that a sentence names with its country."""
    owners = [owner for at in _spots(sentence) for owner in [_owner(at, sentence)] if owner is not None]
    return f"country-{owners[-1].ref.lower()}" if owners else None


def embassy_struck(
    type_: str, frame: Frame, own: AbstractSet[str], sentence: Sentence, last_named: str | None
) -> str | None:
    """Against whose embassy an act is, as an actor id, where its clause does not say whose: ``last_named``'s.

    ``own`` are who acts and their countries.
    """
    if type_ not in AGAINST or last_named is None or last_named in own:
        return None
    spots = [at for at in _spots(sentence) if frame.first <= at < frame.last]
    return last_named if spots and not any(_is_somebodys(at, sentence) for at in spots) else None


def _spots(sentence: Sentence) -> list[int]:
    """The tokens that are a word for an embassy, with or without an ending."""
    words = _embassies(sentence.lexicon.pack)
    inflects, endings = sentence.lexicon.pack.language.inflects, sentence.lexicon.endings
    return [
        at
        for at, token in enumerate(sentence.reading.tokens)
        if {token.key, token.stem_key} & words
        or (
            inflects
            and any(
                token.key[cut:] in endings and words & {*hardened(token.key[:cut])}
                for cut in range(STEM, len(token.key))
            )
        )
    ]


def _owner(at: int, sentence: Sentence) -> Item | None:
    """The country beside an embassy with no verb or mark between."""
    for item in sentence.reading.items:
        first, last = (item.last, at) if item.first < at else (at + 1, item.first)
        if item.kind in ("country", "demonym") and 0 <= last - first <= NEAR and not _parted(first, last, sentence):
            return item
    return None


def _parted(first: int, last: int, sentence: Sentence) -> bool:
    """Whether a mark, a verb or a preposition other than "of" stands there: "Ecuadorian police in the embassy"."""
    words, before = range(first, last), sentence.lexicon.before
    marked = any(sentence.reading.tokens[at].kind == "mark" for at in words)
    placed = [before.get(sentence.reading.keys[at].rstrip("'"), frozenset()) for at in words]
    apart = marked or any(labels and "of" not in labels for labels in placed)
    return apart or any(trigger.first in words or trigger.last - 1 in words for trigger in sentence.triggers)


def _is_somebodys(at: int, sentence: Sentence) -> bool:
    """The words tell whose it is, or that it is no embassy: "the mission of the observers", "sede del giornale"."""
    if _owner(at, sentence) is not None:
        return True
    reading, lexicon = sentence.reading, sentence.lexicon
    behind = at + 1
    if behind < len(reading.keys) and "of" in lexicon.before.get(reading.keys[behind].rstrip("'"), ()):
        town = any(item.kind in TOWNS and item.first == behind + 1 for item in reading.items)
        return not town
    return any(group.first == behind and "of" in group.labels for group in sentence.groups)
