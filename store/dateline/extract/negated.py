"""Negated carriers: "the talks have not started", where a word of its own says no and not the form of the verb."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.triggers import Carrier, Trigger
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

REACH = 3  # tokens before a verb among which such a word stands


@once_per_pack
def nots_of(pack: Pack) -> frozenset[str]:
    """The words that negate: "not", "never", "non"."""
    return frozenset(fold(word) for word in pack.grammar.clauses.not_)


def with_negations(triggers: Sequence[Trigger], keys: Sequence[str], pack: Pack) -> list[Trigger]:
    """The triggers, where verbs that carry acts have "not" in their reading if such a word stands at them."""
    if pack.language.order != "verb-middle":
        return list(triggers)  # there the verb's own form says no
    nots = nots_of(pack)
    helping = {
        trigger.head
        for trigger in triggers
        if keys[trigger.head + 1 : trigger.head + 2] and keys[trigger.head + 1] in nots
        if any(other.first == trigger.head + 2 and "participle" in other.reading for other in triggers)
    }  # the "have" of "have not started"
    return [_with_negation(trigger, keys, nots) for trigger in triggers if trigger.head not in helping]


def _with_negation(trigger: Trigger, keys: Sequence[str], nots: frozenset[str]) -> Trigger:
    if not isinstance(trigger.entry, Carrier) or nots.isdisjoint(keys[max(0, trigger.first - REACH) : trigger.head]):
        return trigger
    return trigger._replace(reading=trigger.reading | {"not"})
