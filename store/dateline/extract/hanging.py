"""What hangs on another verb where the verb stands in the middle.

A gerund shares the object of the verb before it: "ha respinto il ministro, accusandolo di …". An infinitive that tells
what a visit is for is planned with it: "si recherà a Mosca per incontrare X".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.aims import left_out
from dateline.extract.clauses import Frame
from dateline.extract.conjugation import Reading
from dateline.extract.context import Sentence
from dateline.extract.groups import Group
from dateline.extract.lexicon import NO_LABELS
from dateline.extract.triggers import Trigger, entry_type
from dateline.model import Event
from dateline.packs import Noun, Pack, Verb
from dateline.text.fold import fold

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
    return event._replace(target=target) if shared and target else event


def is_outcome(event: Event, trigger: Trigger, before: Sequence[Event], pack: Pack) -> bool:
    """A gerund that only tells what came of the same doer's act: "ha bombardato la città, uccidendo dodici persone"."""
    if pack.language.order != "verb-middle" or "while" not in trigger.reading or not before:
        return False
    lead = before[-1]
    same = event.type == lead.type and event.source in ((), lead.source)
    return same and set(event.target) <= {*lead.target}


def cleft(trigger: Trigger, sentence: Sentence) -> tuple[Reading, Group] | None:
    """What an infinitive says was done, and by whom: "è stata Ankara a mediare", "sarebbero stati i russi ad …"."""
    keys, pack = sentence.reading.keys, sentence.lexicon.pack
    if "infinitive" not in trigger.reading or pack.language.order != "verb-middle" or not pack.say_more.it_is:
        return None
    at = trigger.first
    group = next((group for group in sentence.groups if group.last == at - 1 and group.actors), None)
    if group is None or "to" not in sentence.lexicon.before.get(keys[at - 1], NO_LABELS):
        return None
    first = group.first
    while first > 0 and keys[first - 1].rstrip("'") in sentence.lexicon.articles:
        first -= 1
    before = f" {' '.join(keys[max(0, first - 3) : first])}"
    for auxiliary in pack.conjugation.auxiliary:
        gives = frozenset(auxiliary.gives.split())
        done = auxiliary.before == "participle" and {"passive", "past"} <= gives
        if done and any(" " in form and before.endswith(f" {fold(form)}") for form in auxiliary.forms):
            return gives - {"passive"}, group
    return None


def is_not_by(group: Group, entry: Noun, sentence: Sentence) -> bool:
    """One word says by whom and whence: "il ritiro dal Niger" asks whence; behind a participle it is that verb's."""
    taken = any("participle" in t.reading and 0 <= group.first - t.last <= 1 for t in sentence.triggers)
    return {"by", "from"} <= group.labels and ("from" in entry.target or taken)


def is_own_noun(trigger: Trigger, subject: Group | None, sentence: Sentence) -> bool:
    """The subject of a passive is the phrase's own noun, which the group only owns: "le sanzioni | americane"."""
    own = sentence.reading.keys[trigger.first] not in sentence.lexicon.small
    owns = subject is not None and bool(subject.labels & {"of", "whose"})
    return own and owns and subject is not None and trigger.first < subject.first < trigger.head


def sender_before(trigger: Trigger, frame: Frame, sentence: Sentence) -> Group | None:
    """Whose weapon strikes: "un drone lanciato dagli Houthi ha colpito un palazzo"."""
    entry = trigger.entry
    if not isinstance(entry, Verb) or entry.type != "ASSAULT" or "passive" in trigger.reading or frame.subject:
        return None
    sent = [
        verb.last
        for verb in sentence.triggers
        if "participle" in verb.reading and verb.last <= trigger.first and entry_type(verb.entry) == "ASSAULT"
    ]
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
