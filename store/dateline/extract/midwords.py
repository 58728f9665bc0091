"""Midwords: what stands between a verb in the middle and who goes with it, asides and adjectives among it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.groups import Group, words_of
from dateline.extract.lexicon import Lexicon
from dateline.extract.names import Reading
from dateline.extract.triggers import Trigger
from dateline.packs import Noun

FAR_OBJECT = 6  # tokens between a verb and its unmarked object
LONGEST_ASIDE = 5  # words between two commas that part a verb from its object: ", per venti minuti,"


def closed_clause(trigger: Trigger, reading: Reading, lexicon: Lexicon) -> range:
    """A clause between commas right before the trigger: "l'Ecuador, | qualora X lo chieda, | è …"."""
    words, keys, end = words_of(lexicon.pack), reading.keys, trigger.first - 1
    if end < 1 or keys[end] != ",":
        return range(0)
    begin = next((at for at in range(end - 1, 0, -1) if keys[at] == ","), 0)
    opening = {key.rstrip("'") for key in keys[begin + 1 : begin + 2]}
    opened = bool(begin) and bool(opening & (words.breaks | words.that))  # also "X, who leads Y, has …"
    return range(begin, end + 1) if opened else range(0)


def as_object(trigger: Trigger, group: Group, reading: Reading, lexicon: Lexicon) -> Group:
    """An unmarked group right of the verb is its object, also behind the preposition of a set phrase ("call on").

    What stands behind a comma or a word like "that" is not.
    """
    words = words_of(lexicon.pack)
    between = _without_aside([key.rstrip("'") for key in reading.keys[trigger.last : group.first]])
    if (
        sum(word not in lexicon.articles for word in between) > FAR_OBJECT
        or "," in between
        or any(word in words.that for word in between)
    ):
        return group
    if _asked_of_another(between, lexicon):
        return group
    led = trigger.last - 1 > trigger.head and reading.keys[trigger.last - 1] in lexicon.before
    if not group.labels or (led and all(word in lexicon.articles for word in between)):
        return Group(group.parties, frozenset({"object"}))
    return group


def _without_aside(between: list[str]) -> list[str]:
    """The words without a few that two commas enclose."""
    if between.count(",") != 2:
        return between
    begin = between.index(",")
    end = between.index(",", begin + 1)
    return between[:begin] + between[end + 1 :] if end - begin - 1 <= LONGEST_ASIDE else between


def _asked_of_another(between: Sequence[str], lexicon: Lexicon) -> bool:
    """ "urged Congress to summon X": an infinitive of its own stands between, behind somebody else."""
    infinitive = words_of(lexicon.pack).infinitive
    at = next((at for at, word in enumerate(between) if at and word in infinitive), None)
    if at is None or at + 1 >= len(between):
        return False
    follows = between[at + 1]
    return follows not in lexicon.articles and follows not in lexicon.small


def describes(group: Group, trigger: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon) -> bool:
    """A nation's adjective behind a noun that is no act nor people: "un camion polacco" is not Poland."""
    adjective = all(party.phrase.adjective for party in group.parties)
    if not adjective or lexicon.pack.language.modifies != "after":
        return False
    acts = {verb.last for verb in triggers if isinstance(verb.entry, Noun)}
    return group.first not in acts and trigger.first >= group.first
