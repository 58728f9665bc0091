"""Asked for: people whose release is demanded are not those who are asked.

"Norway demanded the release of Jon Arnarsson" asks whoever holds him; a country or body in that place is asked itself,
as in "demanded the withdrawal of Israel".
"""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.extract.context import Sentence
from dateline.extract.sides import Sides

_OWNING = frozenset({"of", "whose"})


def without_asked_for(sides: Sides, type_: str, sentence: Sentence, cast: Cast) -> Sides:
    """The sides of a demand without the people that it is about, who stand in the sentence as owners only."""
    if type_ != "REQUEST" or not sides.source:
        return sides
    named = [group for group in sentence.groups if {*group.actors} & {*sides.target}]
    about = {
        actor
        for actor in sides.target
        if cast.members[actor].kind == "person"
        and (labels := [group.labels for group in named if actor in group.actors])
        and all(label and label <= _OWNING for label in labels)
    }
    if not about:
        return sides
    return sides._replace(target=tuple(actor for actor in sides.target if actor not in about))
