"""What hangs on another verb where the verb stands in the middle.

A gerund shares the object of the verb before it: "ha respinto il ministro, accusandolo di …". An infinitive that tells
what a visit is for is planned with it: "si recherà a Mosca per incontrare X".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.aims import left_out
from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.groups import Group
from dateline.extract.triggers import Trigger
from dateline.model import Event
from dateline.packs import Pack, Verb

NEAR = 12  # tokens from a visit to what it is for
VISITED = frozenset({"past", "present", "future"})


def on_a_visit(trigger: Trigger, triggers: Sequence[Trigger], pack: Pack) -> bool:
    """The verb tells whom somebody visits a place to meet."""
    entry = trigger.entry
    if pack.language.order != "verb-middle" or not isinstance(entry, Verb) or entry.type != "CONSULT":
        return False
    visits = [other for other in triggers if isinstance(other.entry, Verb) and other.entry.mode == "visit"]
    return "aim" in trigger.reading and any(
        0 < trigger.first - other.last <= NEAR and other.reading & VISITED and "passive" not in other.reading
        for other in visits
    )


def with_object_before(event: Event, trigger: Trigger, before: Sequence[Event], pack: Pack) -> Event:
    """The event, with the target of the one before where a gerund of the same doer leaves its own to a pronoun."""
    entry = trigger.entry
    if pack.language.order != "verb-middle" or "while" not in trigger.reading or event.target or not before:
        return event
    lead = before[-1]
    shared = isinstance(entry, Verb) and "object" in entry.target and bool(set(lead.source) & set(event.source))
    target = tuple(actor for actor in lead.target if actor not in event.source)
    return replace(event, target=target) if shared and target else event


def is_outcome(event: Event, trigger: Trigger, before: Sequence[Event], pack: Pack) -> bool:
    """A gerund that only tells what came of the same doer's act: "ha bombardato la città, uccidendo dodici persone"."""
    if pack.language.order != "verb-middle" or "while" not in trigger.reading or not before:
        return False
    lead = before[-1]
    return event.type == lead.type and event.source == lead.source and set(event.target) <= {*lead.target}


def sender_before(trigger: Trigger, frame: Frame, sentence: Sentence) -> Group | None:
    """Whose weapon strikes: "un drone lanciato dagli Houthi ha colpito un palazzo"."""
    entry = trigger.entry
    if not isinstance(entry, Verb) or entry.type != "ASSAULT" or "passive" in trigger.reading or frame.subject:
        return None
    sent = [verb.last for verb in sentence.triggers if "participle" in verb.reading and verb.last <= trigger.first]
    return next(
        (
            group
            for group in sentence.groups
            if "by" in group.labels and group.actors and group.last <= trigger.first
            if any(frame.first <= last <= group.first <= last + 2 for last in sent)
        ),
        None,
    )


def subject_behind(trigger: Trigger, frame: Frame, sentence: Sentence) -> Group | None:
    """Who acts, right behind a verb that opens its sentence and takes no object: "Si dimette il ministro X"."""
    entry = trigger.entry
    if not isinstance(entry, Verb) or "object" in entry.target or not left_out(trigger, frame, sentence):
        return None
    return next((group for group in frame.groups if "object" in group.labels and group.actors), None)
