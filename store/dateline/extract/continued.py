"""Happenings told on: what an act takes over from the meeting or visit that the text spoke of just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MUTUAL_TYPES, Event
from dateline.packs import knowledge
from dateline.packs.tables import once

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

LATELY = 4  # events back to a meeting that is spoken of again


@once
def _countries() -> frozenset[str]:
    """The English names of all countries."""
    return frozenset(country.name for country in knowledge.countries().values())


def continued(event: Event, before: Sequence[Event], sentence: Sentence) -> Event:
    """ "They met in Riyadh on 18 February and agreed …": the second act has the first one's place and date.

    ``before`` are the events of the same sentence so far.
    """
    if event.type not in MUTUAL_TYPES:
        return _during(event, sentence)
    parties = {*event.source, *event.target}
    same = [other for other in before if set(other.source) & set(event.source) and other.status == event.status]
    same += [
        other
        for other in sentence.memory.events[-LATELY:]
        if other.type == "CONSULT" and {*other.source, *other.target} == parties and other.status == event.status
    ]
    if not same:
        return event
    lead = same[0]
    if event.date_text is None:
        event = replace(event, date=lead.date, date_text=lead.date_text)
    broad = _countries()
    return replace(event, place=lead.place) if lead.place and event.place in (None, *broad) else event


def _during(event: Event, sentence: Sentence) -> Event:
    """ "In this call he warned": on the day of the call, where one of those who spoke acts and gives no other."""
    calls = [other for other in sentence.memory.events[-LATELY:] if other.type == "CONSULT" and other.date]
    if event.date_text or not calls or not sentence.speaks_of("CONSULT"):
        return event
    lead = calls[-1]
    within = set(event.source) <= {*lead.source, *lead.target}
    return replace(event, date=lead.date, date_text=lead.date_text) if within and event.source else event
