"""Announced acts without a doer, where verbs stand last and take endings: "Almanya, batarya verileceğini duyurdu".

Who announces what will be done does it; whose ministry reports what befell another country did it.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.context import Sentence
from dateline.extract.nominals import applies
from dateline.extract.sides import Sides
from dateline.extract.triggers import Trigger
from dateline.packs import Say, Verb, knowledge

#: words in the English names of bodies that tell of their own deeds
FORCES = ("Ministry", "Department", "Forces", "Army", "Navy", "Command", "Guard", "Staff")
#: what a verb of saying is in English where its subject speaks for who acts
ANNOUNCING = frozenset({"announced"})
REPORTING = ANNOUNCING | {"reported", "stated", "noted"}
#: acts that a country reports of its own forces
REPORTED = frozenset({"ASSAULT", "COERCE"})
#: acts of speech: "saldırının kınandığı belirtildi"
SPOKEN = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"})
#: acts that a country announces of itself
PLANNED = REPORTED | {"AID", "SANCTION", "MOBILIZE", "RETREAT", "CONCEDE", "COOPERATE"}


def announced(
    sides: Sides, trigger: Trigger, type_: str, sentence: Sentence, nation_of: Callable[[str], str | None]
) -> Sides:
    """The sides of a passive act with who announces it as its doer, where nothing else says who did it."""
    reading = trigger.reading
    if sides.source or not {"passive", "that"} <= reading or "not" in reading or not applies(sentence.lexicon.pack):
        return sides
    later = [
        other
        for other in sentence.triggers
        if isinstance(other.entry, Say) and other.head > trigger.head and not sentence.quoted(other)
    ]
    if not later or not isinstance(trigger.entry, Verb):
        return sides
    verb = later[0].entry.english  # type: ignore[union-attr]
    spoken = "past" in reading and type_ in SPOKEN and verb in REPORTING
    planned = "future" in reading and type_ in PLANNED and verb in ANNOUNCING
    reported = "past" in reading and type_ in REPORTED and verb in REPORTING and bool(sides.target)
    speaker = _speaker(later[0], sentence) if planned or reported or spoken else None
    home = speaker and (_home(speaker, nation_of) or (speaker if spoken and not _tells_news(speaker) else None))
    if speaker is None or home is None or speaker in sides.target or home in sides.target:
        return sides
    if reported and any(nation_of(actor) == home for actor in sides.target):
        return sides  # what it tells of its own people befell them
    return sides._replace(source=(speaker,), inferred=sides.inferred | {speaker})


def _speaker(say: Trigger, sentence: Sentence) -> str | None:
    """The only one who announces: the subject, or of whom an announcement is said to come."""
    if "passive" in say.reading:
        groups = [group for group in sentence.groups if "per" in group.labels and group.actors]
        return groups[0].actors[0] if len(groups) == 1 and len(groups[0].actors) == 1 else None
    subject = sentence.clauses(say).frame(say).subject
    return subject.actors[0] if subject is not None and len(subject.actors) == 1 else None


def _tells_news(speaker: str) -> bool:
    known = knowledge.organisations().get(speaker)
    return known is not None and known.media


def _home(speaker: str, nation_of: Callable[[str], str | None]) -> str | None:
    """The country that a speaker speaks for, or forces known by themselves; None for agencies and other bodies."""
    known = knowledge.organisations().get(speaker)
    if _tells_news(speaker):
        return None
    armed = known is not None and any(word in known.name for word in FORCES)
    return nation_of(speaker) or (speaker if armed else None)
