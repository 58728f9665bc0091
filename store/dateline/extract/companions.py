"""Companions: "together with Mali, Niger left the bloc" is an act of both, where the verb stands in the middle."""

from __future__ import annotations

from dateline.extract.clauses import Frame
from dateline.extract.groups import Group
from dateline.extract.triggers import Trigger
from dateline.packs import Verb

WITH = frozenset({"with"})


def with_companions(frame: Frame, trigger: Trigger, entry: Verb) -> Frame:
    """The frame, with those named "with" the subject before the verb acting too, unless both sides do the same.

    Whoever stands so before "met" or "agreed" is whom the subject met or agreed with.
    """
    if entry.mutual or frame.subject is None or frame.borrowed:
        return frame
    beside = [group for group in frame.groups if group.labels == WITH and group.last <= trigger.first and group.actors]
    if not beside:
        return frame
    parties = tuple(party for group in (frame.subject, *beside) for party in group.parties)
    rest = tuple(group for group in frame.groups if group not in beside)
    return frame._replace(subject=Group(parties, frame.subject.labels), groups=rest)
