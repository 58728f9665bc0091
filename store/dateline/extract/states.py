"""States that stand alone: "the government", "l'esecutivo", "hükümet", «دولت», "the country", without whose it is.

Beside a country such a word is that country's, and ``phrases`` has joined them. Alone it must be a whole noun phrase:
behind an article where the language has one, with no plain noun after it ("the government spokesman", "hükümet
binası", «دولت وحدت ملی»).
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon
from dateline.extract.names import Reading
from dateline.extract.phrase import Phrase
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

STATES = ("government", "own_country")
#: what may own a noun of people, but not stand before it in a compound: "geçiş hükümeti" is the transition's
NAMED = ("organization", "unknown_organization", "ministry", "capital", "country", "town")


@once_per_pack
def _definite(pack: Pack) -> frozenset[str]:
    """The articles, also melted into prepositions, without those that count: "the", "il", "dell", not "a", "un"."""
    grammar = pack.grammar
    words = [*grammar.articles, *(form for forms in grammar.melted.values() for form in forms)]
    return frozenset(fold(word).rstrip("'") for word in words) - _numbers(pack)


@once_per_pack
def _numbers(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.dates.numbers)


def lone_states(phrases: Sequence[Phrase], reading: Reading, lexicon: Lexicon) -> list[Phrase]:
    """The phrases of a sentence that are a government or a country without its name."""
    taken = {at for phrase in phrases for at in range(phrase.first, phrase.last)}
    return [
        Phrase(item.first, item.last, name=_as_state(item), labels=item.labels or _accusative(item, reading, lexicon))
        for item in reading.items
        if item.meaning(*STATES) and not taken & {item.first, item.last - 1}
        if _opens(item, reading, lexicon) and _closes(item, reading, lexicon)
    ]


def _as_state(item: Item) -> Item:
    """The item with its meaning as a state first."""
    meaning = item.meaning(*STATES)
    return item if meaning is None else item._replace(meanings=(meaning,))


def _accusative(item: Item, reading: Reading, lexicon: Lexicon) -> Labels:
    """An ending that would be a possessor's, where there is none: "hükümeti" is the object."""
    key = reading.keys[item.last - 1]
    ended = key != fold(item.ref.split()[-1]) or "object" in lexicon.endings.get(key[-2:], NO_LABELS)  # "ülkeyi"
    return frozenset({"object"}) if lexicon.pack.language.inflects and ended else NO_LABELS


def _opens(item: Item, reading: Reading, lexicon: Lexicon) -> bool:
    """Nothing before the word belongs to it but an article."""
    key = reading.keys[item.first - 1].rstrip("'") if item.first else ""
    if item.kind == "own_country":
        return True  # the pack gives it with its article
    if lexicon.pack.language.order == "verb-middle":
        return key in _definite(lexicon.pack)
    if not key or reading.tokens[item.first - 1].kind != "word":
        return True
    if key in _numbers(lexicon.pack):
        return False
    if not lexicon.pack.language.inflects:
        return True  # what describes it stands behind
    before = next((other for other in reading.items if other.last == item.first), None)
    if before is not None:
        return bool(before.labels) or before.kind in NAMED
    return key in lexicon.small or any(trigger.last == item.first for trigger in reading.triggers)


def _closes(item: Item, reading: Reading, lexicon: Lexicon) -> bool:
    """Nothing behind the word belongs to it."""
    at, language = item.last, lexicon.pack.language
    if at >= len(reading.tokens) or reading.tokens[at].kind != "word":
        return True
    key = reading.keys[at].rstrip("'")
    if key in lexicon.small or key in lexicon.after or key in _numbers(lexicon.pack):
        return True
    if language.inflects:  # "hükümet | binası": the noun behind is possessed
        ended = bool(item.labels or _accusative(item, reading, lexicon))
        return ended or not any(key.endswith(ending) for ending in lexicon.possessives)
    if any(trigger.first == at for trigger in reading.triggers) or reading.tokens[at].text[0].isupper():
        return True
    beside = any(other.first == at for other in reading.items)
    return language.order == "verb-middle" and not beside and not key[-1:].isalpha()
