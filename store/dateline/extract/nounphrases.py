"""Noun phrases of a language whose cases stand on the last word: what a country's adjective takes from its noun.

"iki Türk balıkçı teknesine": the ending of the boat is the country's. "Türk ve Romen heyetleri": both peoples own the
delegations. Endings that may also be the end of the bare word count only where they are long enough to tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon, Meaning, hardened
from dateline.extract.names import Reading
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.tokens import Token

if TYPE_CHECKING:
    from dateline.extract.clauses import Frame
    from dateline.extract.context import Sentence
    from dateline.extract.groups import Group
    from dateline.extract.phrase import Phrase
    from dateline.extract.triggers import Trigger
    from dateline.packs import Noun, Verb

ADJECTIVAL = ("li", "lu")  # folded: "Kanadalı", "Ürdünlü"; "Rus" also stands in compounds ("Rus ordusu")
PLURAL = ("leri", "lari")
LONGEST = 4  # words from the adjective to the noun that bears the case
LEAST_STEM = 3
UNNAMED = ("office", "people")  # "Nikaragualı üç generale"
POSSESSED = ("i", "u")  # folded: how a title ends that somebody owns, "Başbakanı", "Kralı", "Sözcüsü"
BODIES = ("country", "organization", "unknown_organization")
#: how a possessed noun ends in the cases that the bare noun's endings cannot be taken for
COMPOUND: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (ending, frozenset({label}))
    for label, endings in (("from", "inden indan unden undan"), ("to", "ine ina une una"))
    for ending in endings.split()
)
PLACES = ("town", "capital")
OWNED: Labels = frozenset({"whose"})
LEAST_ENDING = 2  # letters: "-e", "-i" end too many bare words


def _noun_case(last: int, reading: Reading, lexicon: Lexicon) -> Labels:
    """The labels of the noun that closes a phrase whose adjective ends before ``last``; none where none tells."""
    taken = {at for item in reading.items if item.kind != "place" for at in range(item.first, item.last)}
    verbs = {trigger.head for trigger in reading.triggers}
    for at in range(last, min(last + LONGEST, len(reading.tokens))):
        token, key = reading.tokens[at], reading.keys[at]
        unnamed = next((item for item in reading.items if item.first == at and item.kind in UNNAMED), None)
        if unnamed is not None:
            return unnamed.labels
        if token.kind != "word" or at in taken or at in verbs or key in lexicon.small or not token.text[0].islower():
            return NO_LABELS
        for cut in range(LEAST_STEM, len(key) - LEAST_ENDING + 1):
            possessed = lexicon.possessed(key[cut:])
            labels = possessed if possessed else lexicon.endings.get(key[cut:], NO_LABELS)
            if labels:
                return labels
    return NO_LABELS


def delegations(items: Sequence[Item], reading: Reading, lexicon: Lexicon) -> list[Item]:
    """The items, where a word for both sides that has owners of its own ("Türk ve Romen heyetleri") is their people."""
    found: list[Item] = []
    for item in items:
        if _names_a_sea(item, reading, lexicon.pack):
            continue
        owner = found[-1] if found and found[-1].last == item.first else None
        if item.kind == "both_countries" and item.last - item.first == 1 and owner is not None:
            owning = owner.kind in ("demonym", "country", "both_countries") and not owner.labels - {"of"}
            labels = _possessed(reading.tokens[item.first].key, lexicon) if owning else None
            if labels is not None:
                token = reading.tokens[item.first]
                item = item._replace(end=token.end, meanings=(Meaning("people", token.key),), labels=labels)
        found.append(item)
    return found


@once_per_pack
def _other_names(pack: Pack) -> tuple[str, ...]:
    return tuple(fold(word) for word in pack.grammar.other_names)


def _names_a_sea(item: Item, reading: Reading, pack: Pack) -> bool:
    """A country before such a word is part of another name, and nobody: "Japon Denizi'ne", "Meksika Körfezi"."""
    if item.kind not in ("country", "demonym") or item.labels or item.last >= len(reading.tokens):
        return False
    return reading.tokens[item.last].text[0].isupper() and reading.keys[item.last].startswith(_other_names(pack))


def _possessed(key: str, lexicon: Lexicon) -> Labels | None:
    """The case of a possessed noun of people, None where the word is none."""
    for cut in range(LEAST_STEM, len(key)):
        labels = lexicon.possessed(key[cut:])
        if labels is not None and any(
            meaning.kind == "people" for stem in hardened(key[:cut]) for meaning in lexicon.of(stem)
        ):
            return labels
    return None


def share_nouns(phrases: list[Phrase], reading: Reading, lexicon: Lexicon) -> list[Phrase]:
    """Adjectives that share the noun of the next one ("Rus ve Çinli askerler"), or bear the case of their own."""
    result = list(phrases)
    for place in range(len(phrases) - 1, -1, -1):
        phrase = phrases[place]
        if phrase.adjective and place + 1 < len(result) and result[place + 1].people:
            between = reading.keys[phrase.last : result[place + 1].first]
            if between and all(word == "," or word in lexicon.joins for word in between):
                result[place] = phrase._replace(adjective=False, people=True)
                continue
        if phrase.labels:
            continue
        if labels := _listed_place(phrase, reading, lexicon):
            result[place] = phrase._replace(labels=labels)
            continue
        labels = _place_case(phrase, reading, lexicon) or _accusative(phrase, reading, lexicon)
        if not labels and (labels := _compound_case(phrase, reading, lexicon)) and _is_owned(phrases, place):
            labels = OWNED  # "Bosna Hersek'in | AB üyeliğine": the case is that of what Bosnia has
        if labels:
            result[place] = phrase._replace(labels=labels)
            continue
        last = reading.keys[phrase.last - 1]
        stem = phrase.people and any(meaning.kind == "people" for meaning in lexicon.of(last))
        stem = stem and not last.endswith(PLURAL)  # "Ürdün askerleri | mevzilerinden"
        if phrase.adjective or stem:
            labels = _noun_case(phrase.last, reading, lexicon)
            result[place] = phrase._replace(labels=labels)
    return result


def is_unowned(title: Item, tokens: Sequence[Token]) -> bool:
    """A title whose form says that no genitive owns it: "Meksika'nın eski Başbakan X'e sığınma vermesi"."""
    last = tokens[title.last - 1]
    word = fold(last.text[: len(last.text) - (last.end - title.end)])
    return word[-1:] not in POSSESSED


def _is_owned(phrases: Sequence[Phrase], place: int) -> bool:
    """A genitive stands right before a phrase."""
    if not place or phrases[place - 1].last != phrases[place].first:
        return False
    before = phrases[place - 1]
    parts = [item for item in (before.name, before.office, *before.owners) if item and item.last == before.last]
    return any(item.labels == {"of"} for item in parts)


def _compound_case(phrase: Phrase, reading: Reading, lexicon: Lexicon) -> Labels:
    """A body takes the case of the thing it owns: "UNIFIL devriyesine", "İran petrolüne", "NATO üyeliğinden"."""
    whole = phrase.name or (phrase.owners[0] if phrase.owners else None)
    if whole is None or whole.kind not in BODIES or phrase.office or phrase.people or phrase.adjective:
        return NO_LABELS
    at = phrase.last
    if at >= len(reading.tokens) or any(item.first == at for item in reading.items):
        return NO_LABELS
    token, key = reading.tokens[at], reading.keys[at]
    if token.kind != "word" or not token.text[0].islower() or key in lexicon.small or "'" in key:
        return NO_LABELS
    for possessed, labels in COMPOUND:
        if key.endswith(possessed) and len(key) - len(possessed) >= LEAST_STEM:
            return labels
    return NO_LABELS


def share_behind(phrases: Sequence[Phrase], reading: Reading, lexicon: Lexicon) -> list[Phrase]:
    """Adjectives behind the noun of the first of them: "i soldati russi e cinesi", "omologhi tedeschi e francesi"."""
    found: list[Phrase] = []
    for phrase in phrases:
        noun = found[-1] if found and phrase.adjective else None
        if noun is not None and noun.name is None and not noun.adjective and (noun.people or noun.counterpart):
            between = reading.keys[noun.last : phrase.first]
            if between and all(word == "," or word in lexicon.joins for word in between):
                people, counterpart = noun.people, noun.counterpart
                phrase = phrase._replace(adjective=False, people=people, counterpart=counterpart, labels=noun.labels)
        found.append(phrase)
    return found


def _listed_place(phrase: Phrase, reading: Reading, lexicon: Lexicon) -> Labels:
    """A capital or country before "and" and a place that bears the case: "Lusaka ve Kitwe'de"."""
    if phrase.name or phrase.office or phrase.people or phrase.adjective or phrase.last + 1 >= len(reading.keys):
        return NO_LABELS
    if reading.keys[phrase.last] not in lexicon.joins or "with" in lexicon.after.get(reading.keys[phrase.last], ()):
        return NO_LABELS
    other = next((item for item in reading.items if item.first == phrase.last + 1 and item.kind in PLACES), None)
    return other.labels if other is not None and "in" in other.labels else NO_LABELS


def _place_case(phrase: Phrase, reading: Reading, lexicon: Lexicon) -> Labels:
    """A country or capital takes the case of the place beside it: "Haiti sınırını", "Lübnan topraklarından"."""
    if phrase.name or phrase.office or phrase.people or phrase.adjective:
        return NO_LABELS
    beside = next((item for item in reading.items if item.first == phrase.last and item.kind == "place"), None)
    if beside is None:
        return NO_LABELS
    key = reading.keys[beside.last - 1]  # "Sırbistan | sınırdaki askerlerini": of no possessed border
    owned = any(lexicon.possessed(key[cut:]) == beside.labels for cut in range(LEAST_STEM, len(key)))
    return beside.labels if owned else NO_LABELS


def _accusative(phrase: Phrase, reading: Reading, lexicon: Lexicon) -> Labels:
    """Behind an adjective no noun is possessed: "Kanadalı diplomatı", "Çinli askerleri" are objects."""
    owner = phrase.owners[0] if phrase.owners else None
    key = reading.keys[phrase.last - 1]
    if phrase.name or owner is None or owner.kind != "demonym" or owner.last == phrase.last:
        return NO_LABELS
    adjective = reading.keys[owner.last - 1][-2:] in ADJECTIVAL
    listed = any(meaning.kind in UNNAMED for stem in hardened(key[:-1]) for meaning in lexicon.of(stem))
    plural = any(meaning.kind in UNNAMED for meaning in lexicon.of(key[:-4])) and key[-4:] in PLURAL
    return lexicon.endings.get(key[-1:], NO_LABELS) if adjective and (listed or plural) else NO_LABELS


@once_per_pack
def _ones(pack: Pack) -> frozenset[str]:
    """The number one, which is the indefinite article of languages that take endings: "bir lider"."""
    return frozenset(fold(word) for word, value in pack.dates.numbers.items() if value == 1)


def is_some(first: int, reading: Reading, lexicon: Lexicon) -> bool:
    """A title before which "bir" stands, or one word further off, is somebody new: "bir Sih liderin"."""
    if not lexicon.pack.language.inflects:
        return False
    return any(key in _ones(lexicon.pack) for key in reading.keys[max(0, first - 2) : first])


def bare_object(entry: Verb | Noun, trigger: Trigger, frame: Frame, sentence: Sentence) -> Group | None:
    """People in the plural before the verb, whose ending tells no case: "Moldova, Rus diplomatları sınır dışı etti"."""
    language = sentence.lexicon.pack.language
    if "object" not in entry.target or not language.inflects or "passive" in trigger.reading or frame.subject is None:
        return None
    keys = sentence.reading.keys
    for group in reversed(frame.groups):
        unnamed = all(party.phrase.name is None for party in group.parties)
        many = unnamed and keys[group.last - 1].endswith(PLURAL)
        if many and not group.labels and frame.subject.last <= group.first:
            return group
    return None


def is_plural(item: Item, key: str, lexicon: Lexicon) -> bool:
    """A people's name with an ending that makes a plural of its adjective, in a language that inflects."""
    stems = [key[: -len(end)] for end in lexicon.possessives if key.endswith(end) and len(end) > 2]
    return lexicon.pack.language.inflects and any(
        meaning.kind == "demonym" and meaning.ref == item.ref for stem in stems for meaning in lexicon.of(stem)
    )
