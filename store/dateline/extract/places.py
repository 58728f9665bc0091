"""Places: where an act happened, by a town, capital, country or unknown name that its clause marks as place.

A name that says where some other thing is ("elections in Libya", "Ukrayna'daki çatışma") is not where the act was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.extract.attached import (
    at_once,
    behind_participle,
    ends_a_clause,
    holds_the_act,
    in_an_aside,
    participle_behind,
)
from dateline.extract.clauses import NESTED, STOPS, Frame
from dateline.extract.groups import words_of
from dateline.extract.labels import labels_of
from dateline.extract.lexicon import NO_LABELS, Item, Labels
from dateline.extract.missions import in_a_name, seat_labels
from dateline.extract.regions import part_of, spot_of
from dateline.extract.triggers import Trigger
from dateline.extract.when import opening_of
from dateline.model import Span
from dateline.packs import Noun, Verb, knowledge
from dateline.text.fold import fold
from dateline.text.romanise import latin

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

PLACES = ("town", "capital", "country", "unknown")
#: types of act whose town stands as what it is done to, sent to or left
WHERE = {
    "ASSAULT": ("object", "to", "against"),
    "AID": ("to",),
    "MOBILIZE": ("to",),
    "RETREAT": ("from", "object"),
    "COERCE": ("object",),
}
#: types of act that a whole country stands so to
ABROAD = {"MOBILIZE": frozenset({"to"}), "RETREAT": frozenset({"from"})}
#: types of act whose object, if it is somewhere, was met there: "attacked a convoy in Kenya"
ON_THE_SPOT = {"ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE", "RETREAT"}
#: types of act done towards a government: one preposition may say to whom and where
TOWARDS = {"REQUEST", "REJECT", "THREATEN", "SUPPORT", "SANCTION", "ACCUSE", "AID"}
#: types of act done to a crossing, a bridge or a port: "closed the Medininkai crossing"
GATES = ("SANCTION", "CONCEDE")
PARTING = STOPS | {"؛"}
FINITE = {"past", "present", "future"}
OPENING = 2  # tokens before a name that opens the sentence: "In London, …"
LONGEST_MARKER = 3  # words before a place
BEFORE_DOER = 3  # tokens between a place and who is from there: "Gazze'deki silahlı gruplar"
BEHIND_VERB = 1  # words between a verb that hits a place and an unlisted name: "shelled the X"


class Place(NamedTuple):
    """A place in English, and the words that name it; none where a word like "there" takes up the one told before."""

    name: str
    span: Span | None


def place_of(sentence: Sentence, trigger: Trigger, frame: Frame, mode: str | None) -> Place | None:
    """Where a trigger's act happened: in its clause, or else the sentence's only place."""
    wanted = {"in", "at", *WHERE.get(getattr(trigger.entry, "type", ""), ())}
    wanted |= {"to", "object"} if mode == "visit" else set()
    level = sentence.quote_of(trigger.head)
    items = [town for item in sentence.reading.items for town in in_a_name(sentence, item) or (item,)]
    found = [
        item
        for item in items
        if item.kind in PLACES
        and sentence.quote_of(item.first) == level
        and _stands_where(sentence, item, trigger, frame, wanted, mode)
        and not _apart(sentence, item, trigger)
    ]
    if frame.subject is not None:
        acting = range(frame.subject.first, frame.subject.last)
        found = [item for item in found if item.first not in acting]
    if (before := _before_where(sentence, opening_of(sentence, trigger, frame))) is not None:
        return _placed(sentence, before)
    if not found and sentence.memory.place and any(_unnamed(sentence, i, frame) for i in sentence.reading.items):
        return Place(sentence.memory.place, None)  # "kente", "in the region": the place last named
    if isinstance(trigger.entry, Noun):
        found.sort(key=lambda item: abs(item.first - trigger.head))
        return _placed(sentence, found[0]) if found else None
    inside = [item for item in found if frame.first <= item.first < max(frame.last, 1)]
    inside.sort(key=lambda item: item.kind == "country")  # "Çad'da … N'Djamena'da": the town
    chosen = inside or (found if len(found) == 1 and _is_nearest(sentence, found[0], trigger) else [])
    return _placed(sentence, chosen[0]) if chosen else None


def _before_where(sentence: Sentence, first: int) -> Item | None:
    """ "was escorted to Hull, where its skipper was arrested": the place whose relative clause tells the act."""
    keys, at = sentence.reading.keys, first - 1
    where = {fold(word) for word in sentence.lexicon.pack.grammar.clauses.where}
    if at < 1 or keys[at] not in where:
        return None
    at -= keys[at - 1] == ","
    found = None
    for item in reversed(sentence.reading.items):
        if item.kind in PLACES and item.last == at:
            found = item
            at = item.first - 1 if item.first and keys[item.first - 1] in sentence.lexicon.joins else -1
    return found  # of "Tiro e Khiam, dove" the first


def _stands_where(
    sentence: Sentence, item: Item, trigger: Trigger, frame: Frame, wanted: set[str], mode: str | None
) -> bool:
    """The name says where the trigger's act was: itself, or with a building or place that stands there."""
    type_ = getattr(trigger.entry, "type", "")
    labels = seat_labels(sentence, item)
    if labels & (wanted | {"at", "to"} if labels and type_ in ("CONSULT", "ACCUSE", "PROTEST") else wanted):
        return True
    if item.kind == "country" and spot_of(sentence, item).labels & ABROAD.get(type_, frozenset()):
        return True
    if _says_where_else(sentence, item, trigger) and not _met_there(sentence, item, trigger, frame):
        return False
    if item.kind == "unknown":
        return _unlisted(sentence, item, trigger, wanted)
    if mode == "visit" and item.kind == "capital" and trigger.first <= item.first < trigger.last:
        return True  # «وارد توکیو شد»
    if type_ in GATES and _is_object(sentence, item):
        return True
    return _marked(sentence, item, wanted, type_) or _seat_of_summit(sentence, item)


def _met_there(sentence: Sentence, item: Item, trigger: Trigger, frame: Frame) -> bool:
    """ "El Faşir'deki bir kampı topa tuttu": what is done to what is there, unless who does it is from there."""
    if getattr(trigger.entry, "type", "") not in ON_THE_SPOT or not frame.first <= item.first < trigger.first:
        return False
    subject = frame.subject
    own = subject is not None and 0 <= subject.first - item.last < BEFORE_DOER
    return sentence.lexicon.pack.language.inflects and not own


def _unlisted(sentence: Sentence, item: Item, trigger: Trigger, wanted: set[str]) -> bool:
    """A name of no list and nobody's: where something is, where troops go, or what a verb hits."""
    if (item.start, item.end) in sentence.named:
        return False
    type_ = getattr(trigger.entry, "type", "")
    labels = labels_of(item.first, item.last, item, sentence.reading, sentence.lexicon)
    if type_ == "MOBILIZE" and "to" in labels:
        return True
    if type_ in GATES and _is_object(sentence, item):
        return True
    if type_ == "ASSAULT" and isinstance(trigger.entry, Verb) and not trigger.entry.target_is:
        behind = 0 <= item.first - trigger.last <= BEHIND_VERB and not labels and "passive" not in trigger.reading
        beside = _is_object(sentence, item)
        if beside or (behind and sentence.lexicon.pack.language.order == "verb-middle"):
            return True
    spot = spot_of(sentence, item)
    if spot.first < item.first and spot.labels & wanted:
        return True  # "to the border town of Tine"
    if item.last - item.first > 1:
        return bool(labels & {"in", "at"})
    return _marked(sentence, item, wanted)


def _is_object(sentence: Sentence, item: Item) -> bool:
    """A word of place right beside the name makes both an object: "Keh karakolunu", "the Medininkai crossing"."""
    spot = spot_of(sentence, item)
    if (spot.first, spot.last) == (item.first, item.last):
        return False
    bare = not spot.labels - {"of", "whose"} and sentence.lexicon.pack.language.order == "verb-middle"
    return "object" in spot.labels or bare


def _is_nearest(sentence: Sentence, item: Item, trigger: Trigger) -> bool:
    """No other act stands nearer to the name, nor a finite verb between where verbs stand last."""
    acts = [other for other in sentence.triggers if isinstance(other.entry, Verb | Noun) and not sentence.quoted(other)]
    acts = [other for other in acts if isinstance(other.entry, Noun) or other.reading & FINITE]
    near = min(acts, key=lambda act: abs(act.head - item.first), default=trigger)
    if sentence.lexicon.pack.language.order == "verb-last":
        between = [other for other in sentence.triggers if item.last <= other.head < trigger.first]
        ended = any(other.reading & FINITE and not other.reading & NESTED for other in between)
        return not ended and not any(item.last <= at < trigger.first for at in sentence.reading.ends)
    return near.head == trigger.head or item.first <= OPENING


def _apart(sentence: Sentence, item: Item, trigger: Trigger) -> bool:
    """A semicolon parts the name from the act, or before the name a word that opens another clause: "after"."""
    keys, pack = sentence.reading.keys, sentence.lexicon.pack
    if item.first < trigger.first:
        if pack.language.order == "verb-middle":
            closed = ends_a_clause(sentence, item.first, item.last, trigger)
            closed = closed or in_an_aside(sentence, item.first, item.last)
        else:
            closed = _of_an_object(sentence, item, trigger)
        return closed or bool(PARTING & set(keys[item.last : trigger.first]))
    type_ = getattr(trigger.entry, "type", "")
    if (
        pack.language.order == "verb-middle"
        and type_ not in ON_THE_SPOT
        and behind_participle(sentence, item.first, trigger)
    ):
        return True  # "convocato per le bombe cadute a Gao"
    if pack.language.order == "verb-last" or type_ == "AGREE":
        other_time: frozenset[str] = frozenset()  # "signed after talks in Geneva"
    else:
        other_time = words_of(pack).breaks - at_once(pack) | {fold(word) for word in pack.grammar.clauses.apart}
    finite = "noun" not in trigger.reading and (isinstance(trigger.entry, Verb) or pack.language.inflects)
    others = any(other.head > trigger.head and isinstance(other.entry, Verb | Noun) for other in sentence.triggers)
    if pack.language.order == "verb-last" and finite and others and item.first >= trigger.last:
        return True  # what stands behind a finite verb is the next one's
    return bool((PARTING | other_time) & {key.rstrip("'") for key in keys[trigger.last : item.first]})


def _of_an_object(sentence: Sentence, item: Item, trigger: Trigger) -> bool:
    """ "Ankara'da imzalanan anlaşmayı onayladı": the accord was signed there; "düzenlenen törende" is the act's."""
    if not sentence.lexicon.pack.language.inflects:
        return False
    at = participle_behind(sentence, item.last, trigger)
    for other in sentence.triggers:
        if "who" in other.reading and item.last <= other.first < item.last + 3 and other.last < trigger.first:
            at = other.last - 1
    return at is not None and not holds_the_act(sentence, at + 1)


def _seat_of_summit(sentence: Sentence, item: Item) -> bool:
    """The town of a gathering: "il vertice di Riad", "the G20 in Johannesburg", "il G20 di Johannesburg"."""
    if item.kind not in ("town", "capital") or item.first < 2 or sentence.lexicon.pack.language.order == "verb-last":
        return False
    keys, at = sentence.reading.keys, item.first - 2
    if "of" not in sentence.lexicon.before.get(keys[at + 1].rstrip("'"), ()):
        return False
    gathering = any(
        isinstance(other.entry, Noun)
        and other.entry.type == "CONSULT"
        and "of" not in other.entry.source  # who meets stands elsewhere
        and other.first <= at < other.last
        for other in sentence.triggers
    )
    return gathering or (keys[at][:1].isalpha() and keys[at][-1:].isdigit())


def _placed(sentence: Sentence, item: Item) -> Place:
    """The place that a name stands for; a town is kept in mind for "there"."""
    return Place(_english(sentence, item), (item.start, item.end))


def _english(sentence: Sentence, item: Item) -> str:
    known = knowledge.countries().get(item.ref)
    name = item.ref
    if item.kind == "unknown":
        return latin(item.ref, sentence.lexicon.pack.language.code)
    if known is not None and item.kind in ("capital", "country"):
        name = known.capital if item.kind == "capital" or _is_capital(sentence, item) else known.name
        if name == known.name and (part := part_of(sentence, item)):
            name = f"{part} {name}"
    if item.kind in ("town", "capital"):
        sentence.memory.place = name
    return name


def _is_capital(sentence: Sentence, item: Item) -> bool:
    """«پایتخت عمان», "the capital of Oman": a word beside the country says that its capital is meant."""
    words = {fold(word) for word in sentence.lexicon.pack.grammar.capital_words}
    spot = spot_of(sentence, item)
    nouns = {fold(other.ref) for other in sentence.reading.items if spot.first <= other.first < spot.last}
    return bool(words & (nouns | set(sentence.reading.keys[min(spot.first, max(0, item.first - 1)) : item.first])))


def _unnamed(sentence: Sentence, item: Item, frame: Frame) -> bool:
    """A word of place with a marker and no name beside it."""
    near = (item.first,) if sentence.lexicon.pack.language.inflects else (item.first, item.first - 1)
    beside = any(other.kind in PLACES and other.last in near for other in sentence.reading.items)
    there = {fold(word) for word in sentence.lexicon.pack.grammar.there}
    return (
        item.kind == "place"
        and fold(item.ref) in there
        and bool(item.labels & {"in", "at", "to"})
        and not beside
        and frame.first <= item.first < frame.last
    )


def _marked(sentence: Sentence, item: Item, wanted: set[str], type_: str = "") -> bool:
    """The name bears one of the labels, itself or through a word of place beside it ("Batken bölgesinde")."""
    if any(phrase.start <= item.start < phrase.end for phrase in sentence.dates):
        return False
    if item.kind == "unknown" and (item.last - item.first > 1 or (item.start, item.end) in sentence.named):
        return False
    spot = spot_of(sentence, item)
    labels = spot.labels | _melted(sentence, item, spot.first)
    if {"to", "at"} <= labels and (item.kind == "country" or (item.kind == "capital" and type_ in TOWARDS)):
        return False  # "ha chiesto a Israele", "ha promesso ad Ankara"
    if item.kind in ("country", "unknown"):
        return bool(labels & wanted & {"in", "at"})
    if item.kind == "capital" and sentence.lexicon.pack.language.order == "verb-last":
        return bool(labels & wanted)  # a bare capital is the government there
    return bool((labels or {"object"}) & wanted)


def _melted(sentence: Sentence, item: Item, first: int) -> Labels:
    """ "al Cairo": the preposition that "a" is, with the article of a town's name in it."""
    if first == 0 or item.kind not in ("town", "capital"):
        return NO_LABELS
    forms = sentence.lexicon.pack.grammar.melted
    word = sentence.reading.keys[first - 1].rstrip("'")
    plain = next((plain for plain, melted in forms.items() if word in melted), None)
    return sentence.lexicon.before.get(plain, NO_LABELS) if plain else NO_LABELS


def _says_where_else(sentence: Sentence, item: Item, trigger: Trigger) -> bool:
    """The name belongs to a plain noun that is not the trigger's: "انتخابات در لیبی", "Ukrayna'daki çatışmalar"."""
    tokens, keys = sentence.reading.tokens, sentence.reading.keys
    language = sentence.lexicon.pack.language
    if language.inflects:
        adjectival = keys[item.last - 1].endswith("ki") and not tokens[item.last - 1].text.endswith(item.ref)
        return adjectival and not trigger.first <= item.last < trigger.last
    before = spot_of(sentence, item).first
    marked = False
    for size in range(LONGEST_MARKER, 0, -1):
        if (
            before >= size
            and " ".join(key.rstrip("'") for key in keys[before - size : before]) in sentence.lexicon.before
        ):
            before, marked = before - size, True
            break
    at = before - 1
    if at < 0 or not marked:
        return False
    if tokens[at].kind != "word" or trigger.first <= at < trigger.last:
        return False
    inside = any(party.first <= at < party.last for party in sentence.parties)
    dated = any(phrase.start <= tokens[at].start < phrase.end for phrase in sentence.dates)
    verb = any(other.first <= at < other.last for other in sentence.triggers)
    if item.kind == "country" and getattr(trigger.entry, "type", "") in ON_THE_SPOT and trigger.first < item.first:
        return False
    return not (inside or dated or verb or keys[at] in sentence.lexicon.small) and (
        item.kind == "country" or (item.kind == "unknown" and item.last - item.first > 1)
    )
