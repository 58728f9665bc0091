"""Happenings told on: what an act takes over from the meeting or visit that the text spoke of just before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.model import MUTUAL_TYPES, Event
from dateline.packs import knowledge
from dateline.packs.tables import once
from dateline.text.fold import fold

if TYPE_CHECKING:
    from dateline.extract.context import Sentence
    from dateline.extract.standins import StandIns

LATELY = 4  # events back to a meeting that is spoken of again
AT_PROTESTS = {"COERCE", "ASSAULT"}  # what protests lead to
APART = {"phone", "video", "letter"}
NEXT = 80  # characters of the rest of the sentence before
ON_THE_WAY = 6  # events back to a visit or a dated meeting that others are told of


@once
def _countries() -> frozenset[str]:
    """The English names of all countries."""
    return frozenset(country.name for country in knowledge.countries().values())


def continued(event: Event, before: Sequence[Event], sentence: Sentence, stand_ins: StandIns) -> Event:
    """ "They met in Riyadh on 18 February and agreed …": the second act has the first one's place and date.

    ``before`` are the events of the same sentence so far.
    """
    if event.type not in MUTUAL_TYPES:
        return _at_a_protest(_beside(during(event, sentence, stand_ins), before), sentence)
    parties = {*event.source, *event.target}
    same = [other for other in before if set(other.source) & set(event.source) and other.status == event.status]
    same += [
        other
        for back, other in enumerate(reversed(sentence.memory.events[-LATELY:]))
        if other.type == "CONSULT" and other.status == event.status and _same_sides(other, parties, stand_ins, back < 2)
    ]
    if not same:
        return _on_a_visit(_also(event, sentence), before, sentence, stand_ins)
    lead = same[0]
    if event.mode in APART and lead.mode != event.mode:
        return event  # a call is another thing than the meeting
    broad = _countries()
    if lead.place and event.place and event.place != lead.place and not {lead.place, event.place} & broad:
        return event  # "before the capital he had called at Adıyaman": another journey
    if event.date_text is None:
        event = event._replace(date=lead.date, date_text=lead.date_text)
    return event._replace(place=lead.place) if lead.place and event.place in (None, *broad) else event


def _same_sides(meeting: Event, parties: set[str], stand_ins: StandIns, nearest: bool) -> bool:
    """The parties are those who met or their countries; right behind the talks of two countries their envoys, too."""
    met = {*meeting.source, *meeting.target}
    return parties in (met, _nations(met, stand_ins)) or (nearest and _nations(parties, stand_ins) == met)


def _nations(actors: set[str], stand_ins: StandIns) -> set[str]:
    return {stand_ins.nation_of(actor) or actor for actor in actors}


def _beside(event: Event, before: Sequence[Event]) -> Event:
    """ "summoned the envoy on Monday and handed him a note": one act told by two verbs of a sentence."""
    told = (event.type, event.status, event.source, event.target)
    same = [other for other in before if (other.type, other.status, other.source, other.target) == told]
    if not same:
        return event
    lead = same[-1]
    if event.date_text is None:
        event = event._replace(date=lead.date, date_text=lead.date_text)
    return event._replace(place=event.place or lead.place)


def _at_a_protest(event: Event, sentence: Sentence) -> Event:
    """ "Thousands rallied in Kutaisi on Monday. Police arrested forty.": told next, with no day or place of its own."""
    lead = next((other for other in reversed(sentence.memory.events[-2:]) if other.type == "PROTEST"), None)
    if event.type not in AT_PROTESTS or event.place or event.date_text or lead is None or lead.place is None:
        return event
    between = sentence.cast.text[lead.end : sentence.reading.sentence.start]
    if "\n" in between or len(between) > NEXT or {event.status, lead.status} - {"occurred"}:
        return event
    return event._replace(place=lead.place, date=lead.date, date_text=lead.date_text)


def _on_a_visit(event: Event, before: Sequence[Event], sentence: Sentence, stand_ins: StandIns) -> Event:
    """ "She arrived in Baku on Tuesday. She met …": a meeting of who is there, told next, is there."""
    if event.type not in ("CONSULT", "AGREE") or event.place or event.mode not in (None, "meeting", "multilateral"):
        return event
    parties = {*event.source, *event.target}
    lately = [*sentence.memory.events, *before][-ON_THE_WAY:]
    visits = [other for other in lately if other.mode == "visit" and other.status == event.status and other.place]
    guests = set(visits[-1].source) if visits else set()
    nations = {nation for guest in guests if (nation := stand_ins.nation_of(guest))}
    if not parties & (guests | (nations if len(parties) > 1 else set())):
        return event
    return event._replace(place=visits[-1].place)


def _also(event: Event, sentence: Sentence) -> Event:
    """ "He also spoke with …": on the day of his meeting told before."""
    also = {fold(word) for word in sentence.lexicon.pack.grammar.clauses.also}
    if event.type != "CONSULT" or event.date_text or not also & set(sentence.reading.keys):
        return event
    lately = [other for other in sentence.memory.events[-ON_THE_WAY:] if other.type == "CONSULT"]
    own = [other for other in lately if set(other.source) & set(event.source) and other.status == event.status]
    if not own or own[-1].date is None:
        return event
    return event._replace(date=own[-1].date, date_text=own[-1].date_text)


def during(event: Event, sentence: Sentence, stand_ins: StandIns) -> Event:
    """ "In this call he warned": on the day of the call, where one of those who spoke acts and gives no other."""
    lately = [other for other in sentence.memory.events[-LATELY:] if other.status == event.status == "occurred"]
    calls = [other for other in lately if other.type == "CONSULT" and other.date]
    if event.date_text or not calls or not sentence.speaks_of("CONSULT"):
        return event
    lead = calls[-1]
    met = {*lead.source, *lead.target}
    met |= {nation for actor in met if (nation := stand_ins.nation_of(actor))}
    within = set(event.source) <= met or (bool(event.target) and set(event.target) <= met)
    return event._replace(date=lead.date, date_text=lead.date_text) if within and event.source else event
