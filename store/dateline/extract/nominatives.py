"""Nominatives: which of several unmarked names before a verb is its subject, in a language that takes endings.

"NATO üyesi | Türkiye", "İsrail Savaş Kabinesi üyesi | Dov Halperin", "… söyleyen danışman | X": the last one acts. A
name right before a set phrase owns its noun: "Rus uçakları Estonya | hava sahasını ihlal etti".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.groups import Group
from dateline.extract.lexicon import NO_LABELS, Labels, Lexicon
from dateline.extract.names import Reading
from dateline.extract.triggers import Trigger
from dateline.packs import Noun

LEAST_STEM = 3
LONGEST_BODY = 8  # tokens from the first body before a person to his name
OWNS: Labels = frozenset({"of", "whose", "object"})
UNTITLED = frozenset({"person", "unknown", "surname"})


def acting(bare: Sequence[Group], earlier: Sequence[Trigger], reading: Reading) -> list[Group]:
    """The unmarked groups of a clause without those that only say whose the next one is. ``earlier``: verbs before."""
    found = list(bare)
    if len(found) > 1 and _modifies(found[0], found[1], reading):
        found.pop(0)
    return _past_relatives(_past_bodies(found, reading), earlier)


def owning(group: Group, trigger: Trigger) -> Group:
    """The group, as owner where it stands right before a set phrase of the trigger."""
    if group.labels or not group.last == trigger.first < trigger.head:
        return group
    named = all(party.phrase.kind not in UNTITLED for party in group.parties)
    return Group(group.parties, OWNS) if named else group


def alone(group: Group, keys: Sequence[str]) -> Group:
    """The first of parties that only a comma parts: whom a relative clause is about."""
    if len(group.parties) < 2 or "," not in keys[group.first : group.parties[1].first]:
        return group
    return Group(group.parties[:1], group.parties[0].labels)


def is_owner_of_another(group: Group, noun: Trigger, reading: Reading, lexicon: Lexicon) -> bool:
    """Behind a noun a genitive owns something else, and who does something does another thing, but right behind it.

    Whatever stands behind a noun that bears a case is no party to it.
    """
    behind = group.first - noun.last
    if behind < 0:
        return False
    if group.labels & {"to", "from", "against"} and case_of(reading.keys[noun.head], lexicon):
        return True
    return bool(group.labels & {"of", "whose"}) or ("by" in group.labels and behind > 1)


def case_of(key: str, lexicon: Lexicon) -> Labels:
    """The case of a noun by its ending: "saldırısında", "savaşın"; none for a bare one."""
    word = key.replace("'", "")
    ends = (word[cut:] for cut in range(LEAST_STEM, len(word) - 1))
    found = (lexicon.possessed(end) or lexicon.endings.get(end) for end in ends)
    return next((labels for labels in found if labels), NO_LABELS)


def doing(owners: list[Group], verb: Trigger, reading: Reading, lexicon: Lexicon) -> list[Group]:
    """The genitives before a nominal without those that own a noun of happening before it.

    Where "the two" follow, they are those who met: "Macron'la Putin'in görüşmesinde iki ismin anlaşamadıkları".
    """
    kept = [group for group in owners if not _owns_a_noun(group, verb, reading, lexicon)]
    meant = any(party.inferred for group in kept for party in group.parties)
    return owners if meant else kept


def _owns_a_noun(group: Group, verb: Trigger, reading: Reading, lexicon: Lexicon) -> bool:
    """A genitive before a noun of happening in a case owns that: "Kenya'nın saldırısında | 14 kişinin yaralandığı"."""
    return any(
        isinstance(noun.entry, Noun)
        and group.last <= noun.first
        and noun.head < verb.first
        and bool(cased := case_of(reading.keys[noun.head], lexicon))
        and "of" not in cased  # "saldırısının kınandığı"
        for noun in reading.triggers
    )


def _modifies(one: Group, other: Group, reading: Reading) -> bool:
    """A country or organisation one plain word before another name only says whose it is."""
    between = reading.tokens[one.last : other.first]
    plain = len(between) == 1 and between[0].kind == "word" and between[0].text[0].islower()
    return plain and not {party.phrase.kind for party in one.parties} & UNTITLED


def _past_bodies(bare: list[Group], reading: Reading) -> list[Group]:
    """Bodies before a person, with no mark or verb between, are whose he is."""
    heads = {trigger.head for trigger in reading.triggers if not isinstance(trigger.entry, Noun)}
    for at in range(1, len(bare)):
        between = range(bare[0].first, bare[at].first)
        kinds = {party.phrase.kind for group in bare[:at] for party in group.parties}
        whose = not kinds & {"person", "surname"} and len(between) <= LONGEST_BODY
        if not whose or any(reading.tokens[k].kind == "mark" or k in heads for k in between):
            return bare
        first = bare[at].parties[0]
        unlisted = first.phrase.kind == "unknown" and first.actors[:1] and first.actors[0].startswith("person-")
        if first.phrase.kind == "person" or unlisted:
            return bare[at:]
    return bare


def _past_relatives(bare: list[Group], earlier: Sequence[Trigger]) -> list[Group]:
    """Who stands right behind "söyleyen" acts, whoever stands inside what he says."""
    heads = [verb.last for verb in earlier if "who" in verb.reading and not verb.reading & {"past", "future"}]
    for at in range(len(bare) - 1, 0, -1):
        if any(0 <= bare[at].first - last <= 1 for last in heads):
            return bare[at:]
    return bare
