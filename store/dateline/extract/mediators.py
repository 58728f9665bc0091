"""Mediators: whoever others come to terms through is told of beside them, "with the mediation of Qatar".

Mediation is an act of its own: the mediator consults those who met, agreed or laid down arms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.extract.context import Sentence
from dateline.extract.groups import THROUGH
from dateline.extract.sides import Sides
from dateline.extract.triggers import Trigger
from dateline.model import Event, short_hash
from dateline.packs import Verb

#: the acts that two sides come to through a mediator
BETWEEN = frozenset({"CONSULT", "AGREE", "RETREAT", "COOPERATE"})


def between_whom(sides: Sides, trigger: Trigger, pair: Sequence[str], nation_of: Callable[[str], str | None]) -> Sides:
    """Whoever mediates between nobody that the clause names does so between the two last told of ("pair").

    Where these are two leaders it is between their countries.
    """
    nations = [nation_of(actor) or actor for actor in pair]
    pair = nations if len(set(nations)) == len(pair) else pair
    entry = trigger.entry
    mediates = isinstance(entry, Verb) and entry.target[:1] == ("between",) and not entry.mutual
    if not mediates or not sides.source or sides.target or len(pair) != 2 or set(pair) & set(sides.source):
        return sides
    return sides._replace(target=tuple(pair), inferred=sides.inferred | set(pair))


def mediation(sentence: Sentence, told: Sequence[Event]) -> tuple[Event, Event] | None:
    """The consultation of a sentence's mediator with the parties of the first act of two sides that it tells, and
    that act; None where nobody mediates or nothing is told of two sides."""
    groups = [group for group in sentence.groups if THROUGH in group.labels and group.actors]
    acts = [event for event in told if event.type in BETWEEN and len({*event.source, *event.target}) > 1]
    if not groups or not acts:
        return None
    group, act = groups[0], acts[0]
    parties = tuple(dict.fromkeys((*act.source, *act.target)))
    if set(group.actors) & set(parties):
        return None
    tokens = sentence.reading.tokens
    start, end = min(act.start, tokens[group.first].start), max(act.end, tokens[group.last - 1].end)
    words = sentence.cast.text[start:end]
    made = act._replace(
        id=short_hash("event", "CONSULT", group.actors, parties, words),
        type="CONSULT",
        mode=None,
        source=group.actors,
        target=parties,
        inferred=tuple(dict.fromkeys((*group.inferred, *act.inferred))),
        start=start,
        end=end,
        spans=((start, end),),
        duration_minutes=None,
    )
    return made, act
