"""Possessors: whose office it is where a small word says so, "its envoy, X", "their leader X", "whose head X".

It is that of the country or body named right before, or of the one that the sentence, or the one before, opens with.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.labels import labels_of
from dateline.extract.lexicon import Item, Lexicon, Meaning
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
    """The phrases of all sentences; holders of an office, and forces, with a small word for their owner have it."""
    theirs, _ = _words(lexicon.pack)
    if not theirs:
        return [list(own) for own in phrases]
    bodies = _bodies(phrases)
    phrases = [[_as_body(phrase, bodies) for phrase in own] for own in phrases]
    found: list[list[Phrase]] = []
    for place, own in enumerate(phrases):
        before = phrases[place - 1] if place else ()
        named = [_owned(phrase, own, before, readings[place], lexicon) for phrase in own]
        named += _forces(own, before, readings[place], lexicon)
        found.append(sorted(named, key=lambda phrase: phrase.first))
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
    joins = reading.keys[at] in lexicon.joins  # "its peace and security commissioner"
    return token.kind == "word" and token.text[0].islower() and (joins or reading.keys[at] not in lexicon.small)


def _leading(phrases: Sequence[Phrase]) -> Item | None:
    """The first country or body without a marker, else the last body, else the last country."""
    named = [(phrase, item) for phrase in phrases if (item := _item(phrase)) is not None]
    bare = [item for phrase, item in named if not phrase.labels]
    if bare:
        return bare[0]
    bodies = [item for _, item in named if item.kind not in ("country", "capital")]
    known = bodies or [item for _, item in named]
    return known[-1] if known else None


def _bodies(phrases: Sequence[Sequence[Phrase]]) -> frozenset[str]:
    """The names of bodies that no list holds."""
    items = [phrase.name for own in phrases for phrase in own if phrase.name is not None]
    return frozenset(item.ref for item in items if item.kind == "unknown_organization")


def _as_body(phrase: Phrase, bodies: frozenset[str]) -> Phrase:
    """A name that elsewhere in the article is a body's."""
    name = phrase.name
    if name is None or name.kind != "unknown" or name.ref not in bodies:
        return phrase
    return phrase._replace(name=name._replace(meanings=(Meaning("unknown_organization", name.ref),)))


def _item(phrase: Phrase) -> Item | None:
    """The country or body that a phrase is, without a title."""
    if phrase.office is not None or phrase.adjective:
        return None
    items = [item for item in (phrase.name, *phrase.owners) if item is not None and item.kind in OWNING]
    return items[0] if items else None


def _forces(own: Sequence[Phrase], before: Sequence[Phrase], reading: Reading, lexicon: Lexicon) -> list[Phrase]:
    """ "Its troops": those of the country named last without a marker before them, or that the sentence before has."""
    theirs, _ = _words(lexicon.pack)
    taken = {at for phrase in own for at in range(phrase.first, phrase.last)}
    found: list[Phrase] = []
    for item in reading.items:
        if (
            item.kind != "people"
            or item.first in taken
            or item.first == 0
            or reading.keys[item.first - 1] not in theirs
        ):
            continue
        earlier = [phrase for phrase in own if phrase.last < item.first and not phrase.labels]
        owner = next((state for phrase in reversed(earlier) if (state := _state(phrase)) is not None), None)
        if owner is None and not earlier:  # "Its troops attacked …" opens the sentence
            owner = _state_of(_leading(before))
        if owner is not None:
            labels = labels_of(item.first, item.last, item, reading, lexicon)
            found.append(Phrase(item.first, item.last, owners=(owner,), people=True, labels=labels))
    return found


def _state(phrase: Phrase) -> Item | None:
    """The country that a phrase is or stands for, be it by a ministry or its forces."""
    if phrase.office is not None or phrase.adjective:
        return None
    return next((item for item in (phrase.name, *phrase.owners) if item is not None and _state_of(item)), None)


def _state_of(item: Item | None) -> Item | None:
    return item if item is not None and item.kind in ("country", "capital", "demonym") else None
