"""What an extraction tells, in one line that a test can be compared with."""

from __future__ import annotations

from dateline.model import Extraction


def in_short(found: Extraction) -> str:
    """ "ACCUSE: Peru > Chile ; CONSULT: Peru > - (planned)": the events in their order."""
    names = {actor.id: actor.name for actor in found.actors}
    told = []
    for event in found.events:
        sides = (", ".join(names[actor] for actor in side) or "-" for side in (event.source, event.target))
        status = "" if event.status == "occurred" else f" ({event.status})"
        told.append(f"{event.type}: {' > '.join(sides)}{status}")
    return " ; ".join(told)
