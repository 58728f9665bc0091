"""Pronouns in the place of whom an act concerns: "Ruto, who spoke to Burhan, urged him …" names Burhan by "him"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.context import Sentence
from dateline.extract.groups import Group

LATELY = 3  # events back to somebody a pronoun may stand for


def is_pronoun(group: Group) -> bool:
    """Whether nothing but pronouns for one person stands there."""
    return all(party.phrase.name is not None and party.phrase.name.kind == "pronoun" for party in group.parties)


def other_than(doers: Sequence[str], group: Group, sentence: Sentence) -> tuple[str, ...]:
    """The person last named before a pronoun who is none of the doers: in its sentence, else by the acts told before.

    Nobody acts upon himself by "him", so that the pronoun is the other one of those who met or spoke.
    """
    before = [actor for other in sentence.groups if other.last <= group.first for actor in other.actors]
    told = [actor for event in sentence.memory.events[-LATELY:] for actor in (*event.source, *event.target)]
    for actor in (*reversed(before), *reversed(told)):
        if actor not in doers and sentence.cast.members[actor].kind == "person":
            return (actor,)
    return ()
