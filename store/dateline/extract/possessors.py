"""Possessors: whose office it is where a small word says so, "its envoy, X", "their leader X", "whose head X".

It is that of the country or body named right before, or of the one that the sentence, or the one before, opens with.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import Item, Lexicon
from dateline.extract.names import Reading
from dateline.extract.phrase import Phrase
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

OWNING = ("country", "capital", "organization", "unknown_organization")
BETWEEN = 3  # plain words between the small word and the title
BESIDE = 3  # tokens between the owner and "and its"


@once_per_pack
def _words(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """What stands for an owner named before, and relative words, folded."""
    who = frozenset(fold(word) for word in pack.grammar.clauses.who)
    return frozenset(fold(word) for word in pack.grammar.theirs), who


def with_possessors(
    phrases: Sequence[Sequence[Phrase]], readings: Sequence[Reading], lexicon: Lexicon
) -> list[list[Phrase]]:
    """The phrases of all sentences; named holders of an office with a small word for its owner have that owner."""
    theirs, _ = _words(lexicon.pack)
    if not theirs:
        return [list(own) for own in phrases]
    found: list[list[Phrase]] = []
    for place, own in enumerate(phrases):
        before = phrases[place - 1] if place else ()
        found.append([_owned(phrase, own, before, readings[place], lexicon) for phrase in own])
    return found


def _owned(
    phrase: Phrase, own: Sequence[Phrase], before: Sequence[Phrase], reading: Reading, lexicon: Lexicon
) -> Phrase:
    if phrase.name is None or phrase.office is None or phrase.owners:
        return phrase
    theirs, who = _words(lexicon.pack)
    at = phrase.office.first - 1
    least = max(0, at - BETWEEN)
    while at > least and reading.keys[at] not in theirs | who and _plain(reading, at, lexicon):
        at -= 1
    if at < 0 or reading.keys[at] not in theirs | who:
        return phrase
    earlier = [other for other in own if other.last <= at]
    near = [other for other in earlier if at - other.last <= BESIDE and _item(other)]
    if reading.keys[at] in who:
        owner = _item(near[-1]) if near else None
    elif near and any(key in lexicon.joins for key in reading.keys[near[-1].last : at]):
        owner = _item(near[-1])
    else:
        owner = _leading(earlier) or _leading(before)
    return phrase._replace(owners=(owner,)) if owner is not None else phrase


def _plain(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    token = reading.tokens[at]
    return token.kind == "word" and token.text[0].islower() and reading.keys[at] not in lexicon.small


def _leading(phrases: Sequence[Phrase]) -> Item | None:
    """The first country or body without a marker, else the last body, else the last country."""
    named = [(phrase, item) for phrase in phrases if (item := _item(phrase)) is not None]
    bare = [item for phrase, item in named if not phrase.labels]
    if bare:
        return bare[0]
    bodies = [item for _, item in named if item.kind not in ("country", "capital")]
    known = bodies or [item for _, item in named]
    return known[-1] if known else None


def _item(phrase: Phrase) -> Item | None:
    """The country or body that a phrase is, without a title."""
    if phrase.office is not None or phrase.adjective:
        return None
    items = [item for item in (phrase.name, *phrase.owners) if item is not None and item.kind in OWNING]
    return items[0] if items else None
