"""Missions: the town of a building or body, "the embassy in Lisbon", "Varşova'daki büyükelçiliği", "la Corte dell'Aia".

What happens at a seat happens in its town, wherever the words put their marker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.clauses import Frame
from dateline.extract.labels import labels_of
from dateline.extract.lexicon import NO_LABELS, Item, Labels
from dateline.extract.regions import spot_of, town_of_official
from dateline.extract.triggers import Trigger, entry_type
from dateline.packs import Pack, knowledge
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence
    from dateline.extract.resolve import Resolver
    from dateline.extract.sides import Sides

NEAR = 4  # tokens between a town and the seat that stands in it
BODIES = ("organization", "unknown_organization")


@once_per_pack
def _seats(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.grammar.seats)


def seat_labels(sentence: Sentence, town: Item) -> Labels:
    """The labels of the seat that a town or capital beside it belongs to, none where there is no such seat."""
    if town.kind == "unknown" and (town.start, town.end) in sentence.named:
        return NO_LABELS  # somebody
    if town.kind not in ("town", "capital", "unknown"):
        return NO_LABELS
    if sentence.reading.tokens[town.last - 1].stem_key in _seats(sentence.lexicon.pack):
        return town.labels  # the town was found inside the name of its mission
    if sentence.lexicon.pack.language.inflects:
        return _behind(sentence, town)
    return _before(sentence, town)


def in_a_name(sentence: Sentence, item: Item) -> tuple[Item, ...]:
    """The town that opens the name of a mission there, with the mission's marker: "Marsilya Başkonsolosluğu'nda"."""
    if item.kind not in BODIES or item.last - item.first < 2:
        return ()
    tokens = sentence.reading.tokens
    if tokens[item.last - 1].stem_key not in _seats(sentence.lexicon.pack):
        return ()
    known = tuple(m for m in sentence.lexicon.of(tokens[item.first].stem) if m.kind in ("town", "capital"))
    first, labels = tokens[item.first], item.labels
    if not labels and item.last < len(tokens):
        labels = _case(sentence, item.last)  # "İstanbul Başkonsolosluğu rezidansında"
    return (Item(item.first, item.last, first.start, first.end, known, labels),) if known else ()


def _behind(sentence: Sentence, town: Item) -> Labels:
    """ "Tallinn Büyükelçiliği'nde"; "Adana'daki İncirlik Üssü'ne"."""
    reading = sentence.reading
    adjectival = reading.keys[town.last - 1].endswith("ki") and not reading.tokens[town.last - 1].text.endswith(
        town.ref
    )
    bare = town.last < len(reading.keys) and reading.keys[town.last] in _seats(sentence.lexicon.pack)
    reach = NEAR if adjectival else 1 + bare  # "İstanbul Başkonsolosluğu rezidansında"
    if town.labels and not adjectival:
        return NO_LABELS
    for at in range(town.last, min(town.last + reach, len(reading.tokens))):
        token = reading.tokens[at]
        place = next((item for item in reading.items if item.kind == "place" and item.last == at + 1), None)
        if place is not None:
            return place.labels if adjectival or at > town.last else NO_LABELS  # beside a town it is the town's own
        if labels := _case(sentence, at):
            return labels
        if any(trigger.first <= at < trigger.last for trigger in reading.triggers) or token.kind == "mark":
            break
    return NO_LABELS


def in_the_capital(frame: Frame, sentence: Sentence, resolver: Resolver) -> str | None:
    """ "Nella capitale", "başkentte": of the country whose adjective stands beside, or that the article is about."""
    words = {fold(word) for word in sentence.lexicon.pack.grammar.capital_words}
    items = sentence.reading.items
    for item in items:
        if item.kind != "place" or fold(item.ref) not in words or not frame.first <= item.first < frame.last:
            continue
        labels = item.labels | labels_of(item.first, item.last, item, sentence.reading, sentence.lexicon)
        if not labels & {"in", "at"}:
            continue
        near = [other for other in items if other.last == item.first]
        if not item.labels:  # an ending closes the phrase: "başkentte Kenya polisi"
            near += [other for other in items if 0 <= other.first - item.last <= 1]
        if any(other.kind in ("town", "capital", "country", "unknown") for other in near):
            return None  # named
        code = next((other.ref for other in near if other.kind == "demonym"), None)
        owner = f"country-{code.lower()}" if code else resolver.stand_ins.main()
        country = knowledge.countries().get((owner or "").removeprefix("country-").upper())
        return country.capital if country is not None else None
    return None


def _posted(sides: Sides, sentence: Sentence) -> str | None:
    """The capital in an envoy's title, "Moldova'nın Moskova Büyükelçisi": he is summoned where he is posted."""
    for item in sentence.reading.items:
        country = knowledge.countries().get(item.ref) if item.kind == "capital" else None
        if country is not None and f"country-{item.ref.lower()}" not in sides.target and _of_envoy(sentence, item):
            return country.capital
    return None


def _of_envoy(sentence: Sentence, town: Item) -> bool:
    """ "Romanya'nın Ankara Büyükelçisi": a title right behind the town."""
    titles = ("office", "people", "head")
    return any(item.first == town.last and item.kind in titles for item in sentence.reading.items)


def _case(sentence: Sentence, at: int) -> Labels:
    """The labels of a seat's ending."""
    token, lexicon = sentence.reading.tokens[at], sentence.lexicon
    seats = _seats(lexicon.pack)
    if token.key in seats:
        return labels_of(at, at + 1, None, sentence.reading, lexicon)  # "Büyükelçiliği önünde"
    if token.stem_key in seats:
        return lexicon.endings.get(fold(token.ending), NO_LABELS)
    for cut in range(len(token.key) - 1, 3, -1):
        if token.key[:cut] in seats and token.key[cut:] in lexicon.endings:
            return lexicon.endings[token.key[cut:]]
    return NO_LABELS


def _before(sentence: Sentence, town: Item) -> Labels:
    """ "all'ambasciata svizzera di Montevideo", "alla Corte internazionale di giustizia dell'Aia"."""
    reading, lexicon = sentence.reading, sentence.lexicon
    if town.first < 2 or "of" not in lexicon.before.get(reading.keys[town.first - 1].rstrip("'"), ()):
        return NO_LABELS
    body = next((item for item in reading.items if item.kind in BODIES and item.last == town.first - 1), None)
    if body is not None:
        return labels_of(body.first, body.last, body, reading, lexicon)
    seats = _seats(lexicon.pack)
    for at in range(town.first - 2, max(-1, town.first - 2 - NEAR), -1):
        if reading.tokens[at].kind == "mark":
            break
        if reading.keys[at] in seats:
            return labels_of(at, at + 1, None, reading, lexicon)
    return NO_LABELS


def meant_place(trigger: Trigger, sides: Sides, frame: Frame, sentence: Sentence, resolver: Resolver) -> str | None:
    """The place that an act's clause does not name: of who hosts or summons, the capital, a mayor's own town."""
    home = home_of_act(getattr(trigger.entry, "at", None), sides, frame, sentence, resolver)
    found = home or in_the_capital(frame, sentence, resolver)
    type_ = entry_type(trigger.entry)
    official = type_ == "COERCE" or (type_ == "REQUEST" and not sides.target)
    return found or (town_of_official(frame, sentence) if official else None)


def home_of_act(at: str | None, sides: Sides, frame: Frame, sentence: Sentence, resolver: Resolver) -> str | None:
    """Where an act is that its entry sets at its doer's: a country hosts at home, a ministry summons in its capital.

    The capital only where the sentence names it beside who acts, or the article is dated from it.
    """
    if at is None:
        return None
    if at == "ministry" and (posted := _posted(sides, sentence)) is not None:
        return posted
    actor = sides.source[0] if sides.source else ""
    owner = resolver.stand_ins.nation_of(actor) if actor else None
    if owner is None and resolver.dateline not in sides.target:
        owner = resolver.dateline  # an office without a country is of the town the article is dated from
    country = knowledge.countries().get((owner or "").removeprefix("country-").upper())
    if country is None:
        return None
    if at == "home":
        if owner == actor:
            return country.name
        return country.capital if resolver.dateline == owner else None
    subject = frame.subject if owner == actor else None
    acting = range(subject.first, subject.last) if subject is not None else range(0)
    items = sentence.reading.items
    named = [item for item in items if item.kind in ("capital", "town") and item.first not in acting]
    there = [item for item in named if item.ref in (country.code, country.capital)]
    told = any(spot_of(sentence, item).labels & {"in", "at"} for item in there)
    return country.capital if told or resolver.dateline == owner else None
