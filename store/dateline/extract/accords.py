"""Accords that name nobody: "The ceasefire took effect", "A deal should be signed" are between those last told of.

Only where the sentence names nobody but who mediates, who tells of it and where: anybody else might be a party.
"""

from __future__ import annotations

from dateline.extract.context import Sentence
from dateline.extract.sides import Sides
from dateline.extract.standins import StandIns
from dateline.extract.status import FINITE
from dateline.extract.triggers import Trigger
from dateline.packs import Noun

ACCORDS = frozenset({"AGREE", "RETREAT"})
#: labels of those who stand beside an accord without being a party to it
BESIDE = frozenset({"in", "at", "per", "through", "by", "about"})


def between_told(trigger: Trigger, type_: str, sentence: Sentence, stand_ins: StandIns) -> Sides | None:
    """The two sides of an accord that a finite verb tells of and nobody is named for; None where none are told of."""
    if type_ not in ACCORDS:
        return None
    teller = sentence.carrier_of(trigger) if isinstance(trigger.entry, Noun) else trigger
    if teller is None or not teller.reading & FINITE or (teller is trigger and "passive" not in trigger.reading):
        return None
    level = sentence.quote_of(trigger.head)
    named = [group for group in sentence.groups if group.actors and sentence.quote_of(group.first) == level]
    if any(not group.labels & BESIDE for group in named):
        return None
    pair = stand_ins.two_sides()
    return Sides(pair[:1], pair[1:], frozenset(pair)) if len(pair) == 2 else None
