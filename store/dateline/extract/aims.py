"""Aims: whom an act is against or for, where its clause leaves that to the article.

"Welcomed the accord" is for whoever made it; "Tokyo protested" is against the other of the two countries the article is
about; a threat concerns whoever its own content names. What is worked out so is marked inferred.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.deeds import Deeds
from dateline.extract.hits import among, country_hit, doer_beside, state_of_ground
from dateline.extract.resolve import Resolver
from dateline.extract.status import is_denied
from dateline.extract.triggers import Trigger
from dateline.extract.types import UNDERGONE
from dateline.model import Event
from dateline.packs import Noun, Verb

#: acts of speech: who speaks is the fact, whom it concerns may be left to the context
SPEECH = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "REQUEST"})
#: acts against somebody: an article about two countries tells against whom
HOSTILE = frozenset({"ACCUSE", "REJECT", "SANCTION", "ASSAULT", "THREATEN"})
#: acts whose content names whom they concern: "threatened to throw out Ethiopian soldiers"
TOLD = frozenset({"THREATEN", "AID"})
#: acts about what another does or shall do
JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})
#: acts of one of two countries that yield to the other
YIELDING = frozenset({"CONCEDE", "RETREAT"})
#: acts that befall people, of whom one may be named
BEFALLING = frozenset({"CONCEDE", "COERCE", "ASSAULT", "SANCTION"})
#: what others do for a country or say of it, where an article is about one country
ABROAD = frozenset({"AID", "SUPPORT", "ACCUSE", "SANCTION"})
FINITE = frozenset({"past", "present", "future", "would"})


class Sides(NamedTuple):
    """The two sides of an act as actor ids, and which of them the sentence does not name."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    inferred: frozenset[str] = frozenset()


def left_out(trigger: Trigger, frame: Frame, sentence: Sentence) -> bool:
    """Whether a sentence opens with its verb, where its language may leave out who was spoken of: "Ha incontrato"."""
    language, entry = sentence.lexicon.pack.language, trigger.entry
    if language.order == "verb-last" or not language.drops_subject or not isinstance(entry, Verb):
        return False
    plain = bool(trigger.reading & FINITE) and "passive" not in trigger.reading and "subject" in entry.source
    if not plain or frame.subject is not None or frame.unnamed or sentence.quoted(trigger):
        return False
    dated = [(phrase.start, phrase.end) for phrase in sentence.dates]
    return all(
        token.key.rstrip("'") in sentence.lexicon.small or any(start <= token.start < end for start, end in dated)
        for token in sentence.reading.tokens[: trigger.first]
    )


class Aims:
    """Finds the side that a clause leaves out."""

    def __init__(self, resolver: Resolver) -> None:
        self.cast = resolver.cast
        self.memory = resolver.memory
        self.opponent = resolver.stand_ins.opponent
        self.country_of = resolver.stand_ins.country_of
        self.nation_of = resolver.stand_ins.nation_of
        self.main = resolver.stand_ins.main
        self.deeds = Deeds(resolver.stand_ins)

    def completed(self, sides: Sides, trigger: Trigger, type_: str, frame: Frame, sentence: Sentence) -> Sides:
        """The sides with the missing one worked out, where the article tells it."""
        if type_ in TOLD and sides.source and not sides.target:
            sides = self._told(sides, trigger, sentence)
        if type_ in UNDERGONE and sides.target and not sides.source and "passive" in trigger.reading:
            sides = self._hit_by(sides, trigger, frame, sentence)
        own = self._own(sides.source) - {*sides.source}
        if own & {*sides.target} and all(self.cast.members[actor].kind == "organization" for actor in sides.source):
            sides = sides._replace(target=tuple(actor for actor in sides.target if actor not in own))
        if type_ in BEFALLING and sides.source and not sides.target and (named := among(trigger, sentence)):
            befallen = tuple(actor for actor in named.actors if actor not in sides.source)
            sides = sides._replace(target=befallen, inferred=sides.inferred | {*named.inferred})
        if type_ == "COERCE" and sides.target and not sides.source and "passive" in trigger.reading:
            sides = self._by_the_state(sides, frame, sentence)
        if not sides.target:
            sides = self._struck(sides, trigger, type_, frame, sentence)
        if type_ in JUDGING and sides.source and not sides.target:
            sides = self._doer_of(sides, frame, sentence)
        if is_denied(sentence.carrier_of(trigger), sentence.triggers):
            sides = self._denied(sides, trigger)
        if type_ in SPEECH and sides.source and not sides.target:
            sides = self._of_the_act(type_, sides, trigger, frame, sentence)
        if type_ in HOSTILE and sides.source and not sides.target:
            sides = self._as_before(sides)
        hostile = type_ in HOSTILE | YIELDING and bool(trigger.reading & FINITE) and not _unresolved(trigger, frame)
        if hostile and sides.source:
            sides = self._against(sides)
        if type_ == "REJECT" and sides.source and not sides.target and not _unresolved(trigger, frame):
            asking = self.deeds.asked_of(self._own(sides.source))
            sides = sides._replace(target=asking, inferred=sides.inferred | {*asking})
        personal = type_ == "ACCUSE" and "target" in getattr(trigger.entry, "needs", ())  # "accused the gangs"
        if type_ in ABROAD and sides.source and not sides.target and bool(trigger.reading & FINITE) and not personal:
            sides = sides if _unresolved(trigger, frame) else self._about(sides)
        return sides

    def with_itself(self, sides: Sides) -> bool:
        """A minister does not hold talks with his own country: somebody was taken for somebody else."""
        return len(sides.source) == len(sides.target) == 1 and (
            self.country_of(sides.source[0]) == sides.target[0] or self.country_of(sides.target[0]) == sides.source[0]
        )

    def _denied(self, sides: Sides, trigger: Trigger) -> Sides:
        """What a spokesman denies is his country's; talks denied without a partner are those with the other side."""
        source = sides.source
        if len(source) == 1 and any(held.office.startswith("Spokes") for held in self.cast.held_by(source[0])):
            source = (self.country_of(source[0]) or source[0],)
        if len(source) == 1 and not sides.target and getattr(trigger.entry, "mutual", False):
            sides = sides._replace(source=source)
            return self._against(sides)
        return sides._replace(source=source)

    def _hit_by(self, sides: Sides, trigger: Trigger, frame: Frame, sentence: Sentence) -> Sides:
        """Who stands behind the attack by which somebody was hit."""
        group = doer_beside(frozenset(sides.target), trigger, frame, sentence)
        return sides._replace(source=group.actors, inferred=sides.inferred | {*group.inferred}) if group else sides

    def _by_the_state(self, sides: Sides, frame: Frame, sentence: Sentence) -> Sides:
        """Who arrests people: the state on whose ground it is done, unless somebody has just taken power there."""
        if any(self.cast.members[actor].kind != "person" for actor in sides.target):
            return sides
        country = state_of_ground(frozenset(sides.target), frame, sentence) or self.main()
        taken = [event for event in (*self.memory.events, *self.memory.now) if self._takes(event, country)]
        if country is None or taken:
            return sides
        return sides._replace(source=(country,), inferred=sides.inferred | {country})

    def _takes(self, event: Event, country: str | None) -> bool:
        """The event is the taking of a country: what is done there later may not be its state's."""
        return event.type == "COERCE" and country in event.target

    def _struck(self, sides: Sides, trigger: Trigger, type_: str, frame: Frame, sentence: Sentence) -> Sides:
        """The country of the town that an act is done to."""
        if type_ == "CONSULT" and getattr(trigger.entry, "mode", None) != "visit":
            return sides
        country = country_hit(type_, trigger, frame, self._own(sides.source), sentence)
        return sides._replace(target=(country,), inferred=sides.inferred | {country}) if country else sides

    def _told(self, sides: Sides, trigger: Trigger, sentence: Sentence) -> Sides:
        """The nearest other country or organisation in what is threatened or given."""
        own = {*sides.source, *(self.country_of(actor) for actor in sides.source)}
        named = [party for group in sentence.groups for party in group.parties if set(party.actors) & set(sides.source)]
        own |= {f"country-{owner.ref.lower()}" for party in named for owner in party.phrase.owners}
        level = sentence.quote_of(trigger.head)
        last = sentence.lexicon.pack.language.inflects  # what is told stands before the verb
        found = [
            (group.first, actor)
            for group in sentence.groups
            if sentence.quote_of(group.first) == level
            and (group.first < trigger.first if last else group.first >= trigger.last)
            for actor in group.actors
            if actor not in own and self.cast.members[actor].kind != "person" and not group.labels & {"per", "from"}
        ]
        if not found:
            return sides
        place, actor = max(found) if last else min(found)
        return self.named(sides._replace(target=(actor,)), place, sentence)

    def _doer_of(self, sides: Sides, frame: Frame, sentence: Sentence) -> Sides:
        """Whose act is demanded or condemned, where its doer stands in the genitive: "Rusya'nın çekilmesini istedi"."""
        nested = [
            trigger
            for trigger in sentence.triggers
            if frame.first <= trigger.head < frame.last - 1 and "noun" in trigger.reading
        ]
        doing = [sentence.clauses(verb).frame(verb).subject for verb in nested if not isinstance(verb.entry, Noun)]
        found = [group for group in doing if group is not None and "of" in group.labels and group.actors]
        if not found or not sentence.lexicon.pack.language.inflects:
            return sides
        target = tuple(actor for actor in found[-1].actors if actor not in sides.source)
        return self.named(sides._replace(target=target), found[-1].first, sentence)

    def named(self, sides: Sides, place: int, sentence: Sentence) -> Sides:
        """The target is named by the sentence, be it only as an adjective."""
        for actor in sides.target:
            if not self.cast.members[actor].spans:
                token = sentence.reading.tokens[place]
                self.cast.see(actor, token.start, token.end)
        return sides

    def _of_the_act(self, type_: str, sides: Sides, trigger: Trigger, frame: Frame, sentence: Sentence) -> Sides:
        """ "Welcomed the accord": whoever was party to the act last told of, where the clause names such an act."""
        target, named = self.deeds.doers(type_, trigger, self._own(sides.source), frame, sentence)
        return sides._replace(target=target, inferred=sides.inferred | (set() if named else set(target)))

    def _own(self, actors: tuple[str, ...]) -> frozenset[str]:
        """Actors with the countries that they act for."""
        return frozenset((*actors, *filter(None, map(self.nation_of, actors))))

    def _as_before(self, sides: Sides) -> Sides:
        """ "Expelled the ambassador and threatened …": the same one, for whom the sentence tells of two acts."""
        before = self.memory.now[-1] if self.memory.now else None
        if before is None or before.type not in HOSTILE or before.source != sides.source or not before.target:
            return sides
        target = tuple(dict.fromkeys(self.nation_of(actor) or actor for actor in before.target))
        return sides._replace(target=target, inferred=sides.inferred | {*target})

    def _about(self, sides: Sides) -> Sides:
        """ "Armenia donated flour": to the country that the article is about, where others act."""
        country = self.main()
        strange = country not in self._own(sides.source) and all(
            self.cast.members[actor].kind != "person" or self.nation_of(actor) for actor in sides.source
        )
        if country is None or not strange:
            return sides
        return sides._replace(target=(country,), inferred=sides.inferred | {country})

    def _against(self, sides: Sides) -> Sides:
        """ "Tokyo protested": against the other one, where the article is about two countries and one of them acts."""
        other = self.opponent(sides.source[0]) if len(sides.source) == 1 and not sides.target else None
        return sides._replace(target=(other,), inferred=sides.inferred | {other}) if other else sides


def _unresolved(trigger: Trigger, frame: Frame) -> bool:
    """Somebody stands where the target does, and the article does not tell who: "threatened the leader"."""
    wanted = set(getattr(trigger.entry, "target", ()))
    return any(not group.actors and group.labels & wanted for group in frame.groups)


def threatened(event: Event, trigger: Trigger, sentence: Sentence) -> bool:
    """What a threat right before announces is the threat's own words: "warned that it would bomb the port"."""
    if event.status not in ("planned", "conditional") or sentence.lexicon.pack.language.inflects:
        return False
    return any(
        isinstance(other.entry, Verb)
        and other.entry.type == "THREATEN"
        and other.head < trigger.first
        and "past" in other.reading
        and sentence.quote_of(other.head) == sentence.quote_of(trigger.head)
        for other in sentence.triggers
    )
