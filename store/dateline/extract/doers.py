"""Doers: who did what a passive tells without "by": the attack's or weapon's owner, the state of the place.

"Killed in a Moroccan air strike"; "the Russian ambassador in Rome was summoned"; "arrested in Minsk". Who stands in the
sentence is named; a state that only its town tells is inferred.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.hits import doer_beside, state_of_ground
from dateline.extract.sides import Sides
from dateline.extract.standins import StandIns
from dateline.extract.triggers import Trigger
from dateline.extract.types import UNDERGONE

#: acts upon an envoy -> how those stand who do them: "summoned to the ministry", "the ambassador in Rome was expelled"
HOSTING: Mapping[str, frozenset[str]] = {
    "ACCUSE": frozenset({"to", "in", "at"}),
    "SANCTION": frozenset({"from", "in", "at", "to"}),
}


class Doers:
    """Finds who did what befell somebody."""

    def __init__(self, stand_ins: StandIns) -> None:
        self.stand_ins = stand_ins
        self.cast = stand_ins.cast
        self.memory = stand_ins.memory

    def completed(self, sides: Sides, trigger: Trigger, type_: str, frame: Frame, sentence: Sentence) -> Sides:
        """The sides of a passive with who did it, where that is told."""
        if sides.source or not sides.target or "passive" not in trigger.reading:
            return sides
        group = doer_beside(frozenset(sides.target), trigger, frame, sentence) if type_ in UNDERGONE else None
        if group is not None:
            return sides._replace(source=group.actors, inferred=sides.inferred | {*group.inferred})
        if type_ in HOSTING and (host := self._host(sides, type_, frame, sentence)):
            return sides._replace(source=(host,))
        return self._state(sides, frame, sentence) if type_ == "COERCE" else sides

    def _host(self, sides: Sides, type_: str, frame: Frame, sentence: Sentence) -> str | None:
        """The body to which an envoy is summoned, or the country to which he is sent."""
        own = {*sides.target, *(self.stand_ins.nation_of(actor) for actor in sides.target)}
        own |= {self.stand_ins.country_of(actor) for actor in sides.target}
        hosts = [group for group in frame.groups if group.labels & HOSTING[type_] and not own & {*group.actors}]
        hosts = [group for group in hosts if len(group.actors) == 1 and not self.stand_ins.is_person(group.actors[0])]
        for group in sorted(hosts, key=lambda group: group.first, reverse=True):
            actor = group.actors[0]
            return self.cast.homes.get(actor, actor)  # a ministry acts for its country
        if frame.subject is None:
            return None
        inside = range(frame.subject.first, frame.subject.last)  # "Kırgızistan'ın Duşanbe maslahatgüzarı"
        seats = [item.ref for item in sentence.reading.items if item.kind == "capital" and item.first in inside]
        found = [f"country-{ref.lower()}" for ref in seats]
        return next((country for country in found if country not in own and country in self.cast.members), None)

    def _state(self, sides: Sides, frame: Frame, sentence: Sentence) -> Sides:
        """Who arrests people: the state on whose ground it is done, unless somebody has just taken power there."""
        kinds = {self.cast.members[actor].kind for actor in sides.target}
        ground = state_of_ground(frozenset(sides.target), frame, sentence)
        country, how = (ground, "place") if ground else (self.stand_ins.main(), "about")
        if "organization" in kinds or ("country" in kinds and ground is None):
            return sides  # "a Moroccan reporter was arrested in Algiers", but not whose bank was hacked
        if country is None or not self.cast.members[country].spans or self.taken(country):
            return sides
        self.memory.found[country] = how
        return sides._replace(source=(country,), inferred=sides.inferred | {country})

    def attacks(self, country: str) -> bool:
        """The country has struck or threatened others: whom they help and praise is rather somebody else."""
        told = (*self.memory.events[-FAR_BACK:], *self.memory.now)
        return any(
            event.type in ("ASSAULT", "THREATEN") and country in map(self.stand_ins.nation_of, event.source)
            for event in told
        )

    def taken(self, country: str) -> bool:
        """Somebody has taken power in a country: what is done there later may not be its state's."""
        told = (*self.memory.events[-FAR_BACK:], *self.memory.now)
        return any(event.type == "COERCE" and country in event.target for event in told)


FAR_BACK = 100  # events back to a coup
