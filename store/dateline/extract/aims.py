"""Aims: whom an act is against or for, where its clause leaves that to the article.

"Welcomed the accord" is for whoever made it; "Tokyo protested" is against the other of the two countries the article is
about; a threat concerns whoever its own content names. What is worked out so is marked inferred.
"""

from __future__ import annotations

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.deeds import Deeds, named_acts
from dateline.extract.doers import Doers
from dateline.extract.groups import Group
from dateline.extract.hits import among, country_hit
from dateline.extract.resolve import Resolver
from dateline.extract.sides import Sides as Sides
from dateline.extract.status import is_denied
from dateline.extract.triggers import Trigger
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
ABROAD = frozenset({"AID", "SUPPORT", "ACCUSE", "SANCTION", "ASSAULT"})
OBJECT = frozenset({"object"})
FINITE = frozenset({"past", "present", "future", "would"})


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
        self.doers = Doers(resolver.stand_ins)
        self.deeds = Deeds(resolver.stand_ins)

    def completed(self, sides: Sides, trigger: Trigger, type_: str, frame: Frame, sentence: Sentence) -> Sides:
        """The sides with the missing one worked out, where the article tells it."""
        if type_ in TOLD and sides.source and not sides.target:
            sides = self._told(sides, trigger, sentence)
        sides = self.doers.completed(sides, trigger, type_, frame, sentence)
        sides = self._not_its_own(sides)
        if type_ in BEFALLING and sides.source and not sides.target and (named := among(trigger, sentence)):
            befallen = tuple(actor for actor in named.actors if actor not in sides.source)
            sides = sides._replace(target=befallen, inferred=sides.inferred | {*named.inferred})
        if not sides.target:
            sides = self._struck(sides, trigger, type_, frame, sentence)
        if type_ == "REQUEST" and sides.source and not sides.target:
            sides = self._marked(sides, frame, sentence)
        if type_ in JUDGING and sides.source and not sides.target:
            sides = self._doer_of(sides, frame, sentence)
        if is_denied(sentence.carrier_of(trigger), sentence.triggers):
            sides = self._denied(sides, trigger)
        if type_ in SPEECH and sides.source and not sides.target:
            sides = self._of_the_act(type_, sides, trigger, frame, sentence)
        if type_ in HOSTILE and sides.source and not sides.target:
            sides = self._as_before(sides)
        hostile = (
            type_ in HOSTILE | YIELDING and bool(trigger.reading & FINITE) and not _unresolved(type_, trigger, frame)
        )
        if hostile and sides.source:
            sides = self._against(sides)
        if type_ == "REJECT" and sides.source and not sides.target and not _unresolved(type_, trigger, frame):
            asking = self.deeds.asked_of(self._own(sides.source))
            sides = sides._replace(target=asking, inferred=sides.inferred | {*asking})
        personal = type_ == "ACCUSE" and "target" in getattr(trigger.entry, "needs", ())  # "accused the gangs"
        personal |= type_ == "ACCUSE" and bool(named_acts(type_, trigger, frame, sentence))  # whose act nothing tells
        acting = bool(trigger.reading & FINITE) and "subject" in getattr(trigger.entry, "source", ())
        if type_ in ABROAD and sides.source and not sides.target and acting and not personal:
            sides = sides if _unresolved(type_, trigger, frame) else self._about(type_, sides)
        if sides.source:
            self.memory.doers.append((type_, sides.source))
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

    def _not_its_own(self, sides: Sides) -> Sides:
        """A ministry or police does nothing to its own country."""
        own = self._own(sides.source) - {*sides.source}
        bodies = all(self.cast.members[actor].kind == "organization" for actor in sides.source)
        return sides._replace(target=tuple(a for a in sides.target if a not in own)) if own and bodies else sides

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
        acting = set() if last else _threateners(trigger, sentence)
        found = [
            (group.first, actor)
            for group in sentence.groups
            if sentence.quote_of(group.first) == level
            and group.first not in acting
            and (group.first < trigger.first if last else group.first >= trigger.last)
            for actor in group.actors
            if actor not in own and self.cast.members[actor].kind != "person" and not group.labels & {"per", "from"}
        ]
        if not found:
            return sides
        place, actor = max(found) if last else min(found)
        return self.named(sides._replace(target=(actor,)), place, sentence)

    def _marked(self, sides: Sides, frame: Frame, sentence: Sentence) -> Sides:
        """Whoever stands as the object of a demand: "Moskova'yı diyaloğa dönme çağrısı yaptı"."""
        group = next((group for group in frame.groups if group.labels == OBJECT and group.actors), None)
        if group is None or not sentence.lexicon.pack.language.inflects or {*group.actors} & {*sides.source}:
            return sides
        return sides._replace(target=group.actors, inferred=sides.inferred | {*group.inferred})

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

    def _about(self, type_: str, sides: Sides) -> Sides:
        """ "Armenia donated flour": to the country that the article is about, where others act."""
        country = self.main(type_ in ("AID", "ASSAULT"))  # whom help or an attack is told of most
        strange = country not in self._own(sides.source) and all(
            self.cast.members[actor].kind != "person" or self.nation_of(actor) for actor in sides.source
        )
        if country is None or not strange or (type_ in ("ACCUSE", "SUPPORT") and self.doers.taken(country)):
            return sides
        return sides._replace(target=(country,), inferred=sides.inferred | {country})

    def _against(self, sides: Sides) -> Sides:
        """ "Tokyo protested": against the other one, where the article is about two countries and one of them acts."""
        other = self.opponent(sides.source[0]) if len(sides.source) == 1 and not sides.target else None
        return sides._replace(target=(other,), inferred=sides.inferred | {other}) if other else sides


def _threateners(trigger: Trigger, sentence: Sentence) -> set[int]:
    """Where those stand who would do what is threatened: "threatened that the Taliban will close the way"."""
    later = [t for t in sentence.triggers if t.first >= trigger.last and isinstance(t.entry, Verb)]
    coming = [t for t in later if "future" in t.reading and "passive" not in t.reading]
    doers = [sentence.clauses(verb).frame(verb).subject for verb in coming]
    return {group.first for group in doers if group is not None and group.first > trigger.first}


def _unresolved(type_: str, trigger: Trigger, frame: Frame) -> bool:
    """Somebody stands where the target does, and the article does not tell who: "threatened the leader"."""
    wanted = set(getattr(trigger.entry, "target", ()))
    return any(
        not group.actors and group.labels & wanted and not (type_ == "ASSAULT" and _is_place(group))
        for group in frame.groups
    )


def _is_place(group: Group) -> bool:
    """A capitalised word that no list holds: what is bombed is rather a town than somebody whom no title tells."""
    return all(party.phrase.kind in ("unknown", "surname") and party.phrase.office is None for party in group.parties)


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
