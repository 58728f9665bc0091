"""How long a meeting or call took: by its own clause, or by a sentence that speaks of it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.clauses import Frame
from dateline.extract.triggers import Trigger
from dateline.model import Event, short_hash
from dateline.packs import Pack, Verb
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

LATELY = 4  # events back to a meeting that is spoken of again


@once_per_pack
def _lasting(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.dates.lasting)


def duration_of(sentence: Sentence, trigger: Trigger, frame: Frame) -> int | None:
    """Minutes, where the sentence tells one length, and of this meeting if it has several; no visit has any."""
    if len(sentence.durations) != 1 or getattr(trigger.entry, "mode", None) == "visit":
        return None
    start, _, minutes = sentence.durations[0]
    met = [other for other in sentence.triggers if isinstance(other.entry, Verb) and other.entry.type == "CONSULT"]
    meetings = {trigger.head, *(other.head for other in met if getattr(other.entry, "mode", None) != "visit")}
    tokens = sentence.reading.tokens
    inside = tokens[frame.first].start <= start < tokens[max(frame.last, trigger.last) - 1].end
    return minutes if inside or len(meetings) == 1 else None


def told_to_last(sentence: Sentence, found: Sequence[Event]) -> list[Event]:
    """ "Il colloquio è durato un'ora": the last meeting told before once more, with its length.

    ``found`` are the events of this sentence; one of its own meetings would have the length itself.
    """
    spoken = sentence.speaks_of("CONSULT") and not any(event.type == "CONSULT" for event in found)
    keys = " ".join(sentence.reading.keys)
    lasts = any(f" {word} " in f" {keys} " for word in _lasting(sentence.lexicon.pack))
    if len(sentence.durations) != 1 or not spoken or not lasts:
        return []
    meetings = [
        event for event in sentence.memory.events[-LATELY:] if event.type == "CONSULT" and event.mode != "visit"
    ]
    if not meetings or meetings[-1].status != "occurred" or meetings[-1].duration_minutes:
        return []
    lead, span = meetings[-1], sentence.reading.sentence
    again = lead._replace(
        id=short_hash("event", lead.type, lead.source, lead.target, sentence.cast.text[span.start : span.end]),
        start=span.start,
        end=span.end,
        spans=((span.start, span.end),),
        inferred=(*lead.source, *lead.target),
        duration_minutes=sentence.durations[0][2],
        sure=False,
    )
    return [again]
