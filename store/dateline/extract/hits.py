"""Hits: the country in which lies what an act strikes, takes, leaves or helps: "bombed Kharkiv", "near Khiam".

The article must name that country itself. A town in the doer's own country tells nobody: that is where he was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.deeds import type_of
from dateline.extract.groups import Group
from dateline.extract.labels import labels_of
from dateline.extract.lexicon import Item, Labels
from dateline.extract.triggers import Trigger
from dateline.model import Event
from dateline.packs import Noun, Pack, knowledge
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

#: types of act -> how what they are done to stands; an unmarked name is the object
HOW: Mapping[str, frozenset[str]] = {
    "ASSAULT": frozenset({"object", "to", "against", "in", "at"}),
    "RETREAT": frozenset({"from", "object"}),
    "AID": frozenset({"to", "in"}),
    "COERCE": frozenset({"object"}),
    "CONSULT": frozenset({"to", "in", "at", "object"}),  # who travels to a town visits its country
}
BESIDE = 2  # tokens between a border and the country it is with: "border with Syria"
ABROAD = frozenset({"in", "at"})  # a country or capital that stands otherwise is a party by itself
OBJECT: Labels = frozenset({"object"})
OWNING = frozenset({"of", "whose", "by", "in", "from"})
DEEDS = ("ASSAULT", "COERCE")
GROUND = frozenset({"in", "at", "to"})  # "a Minsk"


def country_hit(type_: str, trigger: Trigger, frame: Frame, own: AbstractSet[str], sentence: Sentence) -> str | None:
    """The country hit by an act of that type, as an actor id; ``own`` are who acts and their countries."""
    wanted = HOW.get(type_, frozenset())
    level, end = sentence.quote_of(trigger.head), _end(frame, sentence)
    for item in sentence.reading.items if wanted else ():
        inside = frame.first <= item.first < end and sentence.quote_of(item.first) == level
        acting = frame.subject is not None and frame.subject.first <= item.first < frame.subject.last
        if not inside or acting:
            continue
        country = _country_of(item)
        member = sentence.cast.members.get(country) if country else None
        if member is None or not member.spans or member.id in own:
            continue
        labels = _labels(item, sentence)
        if labels & wanted if item.kind == "town" else labels & wanted & ABROAD:
            return member.id
    return None


def _end(frame: Frame, sentence: Sentence) -> int:
    """Where what an act is done to ends: beyond the clause, where a participle closes that: "on fleeing families"."""
    if sentence.lexicon.pack.language.order == "verb-last":
        return frame.last
    tokens = sentence.reading.tokens
    stops = [other.first for other in sentence.triggers if other.first >= frame.last and not _bare(other)]
    stops += [at for at in range(frame.last, len(tokens)) if tokens[at].kind == "mark"]
    return min(stops, default=len(tokens))


def _bare(trigger: Trigger) -> bool:
    """A form that is no verb of a clause by itself, or a noun."""
    return isinstance(trigger.entry, Noun) or not trigger.reading & {"past", "present", "future", "would", "infinitive"}


def state_of_ground(target: AbstractSet[str], frame: Frame, sentence: Sentence) -> str | None:
    """The country, as an actor id, on whose ground somebody was arrested."""
    for item in sentence.reading.items:
        country = _country_of(item) if frame.first <= item.first < _end(frame, sentence) else None
        member = sentence.cast.members.get(country) if country else None
        if member is None or not member.spans or member.id in target:
            continue
        if _labels(item, sentence) & ABROAD or (item.kind == "town" and _labels(item, sentence) & GROUND):
            return member.id
    return None


def among(trigger: Trigger, sentence: Sentence) -> Group | None:
    """Whoever is named of several whom an act befell: "freed five people, including X", "aralarında X'in bulunduğu"."""
    keys, last = sentence.reading.keys, sentence.lexicon.pack.language.order == "verb-last"
    words = _among(sentence.lexicon.pack)
    level = sentence.quote_of(trigger.head)
    for group in sentence.groups:
        before = " ".join(keys[max(0, group.first - 4) : group.first])
        here = group.last <= trigger.head if last else group.first > trigger.head
        here = here and bool(group.actors) and sentence.quote_of(group.first) == level
        if here and any(f" {word} " in f" {before} " for word in words):
            return group
    return None


@once_per_pack
def _among(pack: Pack) -> frozenset[str]:
    return frozenset(fold(words) for words in pack.grammar.among)


def doer_beside(target: AbstractSet[str], trigger: Trigger, frame: Frame, sentence: Sentence) -> Group | None:
    """Whose attack or weapon it was that somebody was killed by: "in a Moroccan air strike", "by its drone's blast"."""
    nouns = [other.head for other in sentence.triggers if isinstance(other.entry, Noun) and other.entry.type in DEEDS]
    within = range(frame.first, max(frame.last, trigger.last))
    inflects = sentence.lexicon.pack.language.inflects  # "Fas | hava saldırısında": a country right before its attack
    acts = [other for other in sentence.triggers if isinstance(other.entry, Noun) and inflects]
    opening = {other.first for other in acts if other.entry.type in DEEDS}  # type: ignore[union-attr]
    nouns += [at for at in within if type_of(sentence.reading.keys[at], sentence.lexicon) in DEEDS]
    nouns += opening
    for group in sentence.groups:
        owning = group.labels & OWNING or (not group.labels and group.last in opening)
        owning = owning and group.first in within and group is not frame.subject
        place = group.labels == {"in"} and all(party.phrase.kind in ("capital", "town") for party in group.parties)
        if not owning or not group.actors or target & {*group.actors} or place:
            continue
        for at in nouns:
            if at in within and (1 <= group.first - at <= 4 or -1 <= at - group.last <= 1):
                return group
    return None


def without_echoes(events: Sequence[Event]) -> list[Event]:
    """The events of a sentence without the noun by whose owner one of them knows who did it: it tells the same act."""
    return [
        event
        for event in events
        if event.target
        or not event.rule.startswith("noun")
        or not any(
            other.type == event.type and other.source == event.source and other.target and other.rule != event.rule
            for other in events
        )
    ]


def _country_of(item: Item) -> str | None:
    """The country of a place, as an actor id."""
    code = knowledge.country_of(item.ref) if item.kind == "town" else None
    if item.kind in ("country", "capital"):
        code = item.ref
    return f"country-{code.lower()}" if code else None


def _labels(item: Item, sentence: Sentence) -> Labels:
    """How a place stands in its clause, by itself or with a word of place beside it ("Batken bölgesinde")."""
    first, last, labels = item.first, item.last, item.labels
    for other in sentence.reading.items:
        if other.kind == "place" and (other.first == item.last or other.last == item.first):
            first, last, labels = min(first, other.first), max(last, other.last), labels | other.labels
    return labels | labels_of(first, last, item, sentence.reading, sentence.lexicon) or OBJECT


def bordering(trigger: Trigger, frame: Frame, own: AbstractSet[str], sentence: Sentence) -> str | None:
    """The country at whose border, waters or airspace forces are moved, as an actor id: "al confine ucraino"."""
    items, keys, first = sentence.reading.items, sentence.reading.keys, frame.first
    if first > BESIDE and keys[first - 1] in {fold(word) for word in sentence.lexicon.pack.grammar.clauses.where}:
        first -= 2 * BESIDE  # "al confine ucraino, | dove la Russia …"
    spots = [item for item in items if item.kind == "place" and first <= item.first < _end(frame, sentence)]
    for spot in spots:
        for item in items:
            near = -BESIDE <= item.first - spot.last <= BESIDE or 0 <= spot.first - item.last <= BESIDE
            if not near or item.kind not in ("country", "demonym") or item.first == spot.first:
                continue
            between = sentence.reading.tokens[min(item.last, spot.last) : max(item.first, spot.first)]
            if any(token.kind == "mark" or token.key not in sentence.lexicon.small for token in between):
                continue
            country = f"country-{item.ref.lower()}"
            member = sentence.cast.members.get(country)
            if member is not None and country not in own:
                return country
    return None
