"""Regions: a name with the words of place around it, "the northern city of Kano", "Suriye'nin kuzeyinde".

A part of a country by its compass point has a name of its own: "Northern Mali".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from dateline.extract.clauses import Frame
from dateline.extract.labels import labels_of
from dateline.extract.lexicon import Item, Labels
from dateline.packs import Pack, knowledge
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.romanise import latin

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

WORDS = 4  # of place, on one side of a name


class Spot(NamedTuple):
    """The tokens ``[first, last)`` of a name with its words of place, and the labels of them all."""

    first: int
    last: int
    labels: Labels


@once_per_pack
def _compass(pack: Pack) -> Mapping[str, str]:
    return {fold(word): english for word, english in pack.grammar.compass.items()}


def spot_of(sentence: Sentence, item: Item) -> Spot:
    """The whole phrase of place that a name stands in."""
    found = sentence.spots.get((item.first, item.last))
    if found is None:
        found = sentence.spots[item.first, item.last] = _spot(sentence, item)
    return found


def _spot(sentence: Sentence, item: Item) -> Spot:
    first, last, labels = item.first, item.last, item.labels
    places = [other for other in sentence.reading.items if other.kind == "place"]
    for _ in range(WORDS):
        before = next((other.first for other in places if other.last == first), None)
        if before is None and first > 0 and _point(sentence, first - 1):
            before = first - 1
        if before is None and _of(sentence, first - 1):
            before = next((other.first for other in places if other.last == first - 1), None)
        behind = next((other for other in places if other.first == last), None)
        if before is None and behind is None:
            break
        first = first if before is None else before
        if behind is not None:
            last, labels = behind.last, labels | behind.labels
        elif before is not None:
            labels |= next((other.labels for other in places if other.first == before), frozenset())
    labels |= labels_of(first, last, item, sentence.reading, sentence.lexicon)
    if first < item.first and {"against", "about"} <= labels:
        labels |= {"in"}  # "on the island of Anjouan"
    return Spot(first, last, labels)


def part_of(sentence: Sentence, item: Item) -> str | None:
    """The compass point of a country that the words beside its name tell, as in English names: "Northern"."""
    spot = spot_of(sentence, item)
    beside = [*range(spot.first, item.first), *range(item.last, min(spot.last + 1, len(sentence.reading.tokens)))]
    return next((point for at in beside if (point := _point(sentence, at))), None)


def _point(sentence: Sentence, at: int) -> str | None:
    token, pack = sentence.reading.tokens[at], sentence.lexicon.pack
    points = _compass(pack)
    if not pack.language.inflects or token.key in points:
        return points.get(token.key)
    endings = sentence.lexicon.endings
    stems = [word for word in points if token.key.startswith(word) and token.key[len(word) :] in endings]
    return points[max(stems, key=len)] if stems else None


def _of(sentence: Sentence, at: int) -> bool:
    return at >= 0 and "of" in sentence.lexicon.before.get(sentence.reading.keys[at].rstrip("'"), ())


def town_told(sentence: Sentence) -> str | None:
    """The English name of the last town that a sentence names, of a list or by where it stands: "there" may mean it."""
    towns = [
        item
        for item in sentence.reading.items
        if item.kind == "town" or (item.kind == "unknown" and ("in" in item.labels or _has_official(sentence, item)))
    ]
    return _english(sentence, towns[-1]) if towns else None


def town_of_official(frame: Frame, sentence: Sentence) -> str | None:
    """The town of a mayor or governor who acts: "il prefetto di Sfax ha vietato ogni raduno"."""
    subject = frame.subject
    for item in sentence.reading.items if subject is not None and not frame.borrowed else ():
        acting = subject is not None and subject.first <= item.first < subject.last
        if acting and item.kind in ("town", "capital", "unknown") and _has_official(sentence, item):
            return _english(sentence, item)
    return None


def _has_official(sentence: Sentence, town: Item) -> bool:
    """A title of a town or region stands right beside the name: "İsfara Belediye Başkanı", "sindaco di Sfax"."""
    for item in sentence.reading.items:
        office = item.meanings[0].office
        if item.kind != "office" or office is None or not office.local:
            continue
        if item.first == town.last or (item.last == town.first - 1 and _of(sentence, town.first - 1)):
            return True
        if item.last == town.first and "" in sentence.lexicon.pack.grammar.before.get("of", ()):
            return True  # «شهردار تبریز»
    return False


def _english(sentence: Sentence, item: Item) -> str:
    country = knowledge.countries().get(item.ref) if item.kind == "capital" else None
    if country is not None:
        return country.capital
    return latin(item.ref, sentence.lexicon.pack.language.code) if item.kind == "unknown" else item.ref
