"""Aims: whom an act is against or for, where its clause leaves that to the article.

"Welcomed the accord" is for whoever made it; "Tokyo protested" is against the other of the two countries the article is
about; a threat concerns whoever its own content names. What is worked out so is marked inferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from dateline.extract.askedfor import without_asked_for
from dateline.extract.clauses import Frame
from dateline.extract.complements import inside
from dateline.extract.context import Sentence
from dateline.extract.deeds import Deeds, named_acts
from dateline.extract.doers import Doers
from dateline.extract.embassies import embassy_struck
from dateline.extract.groups import Group
from dateline.extract.hits import among, bordering, country_hit
from dateline.extract.resolve import Resolver
from dateline.extract.resumed import clause_end, next_doers
from dateline.extract.sides import Sides
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
#: acts of one of two countries that yield to the other; a concession was one to the other in half of the cases only
YIELDING = frozenset({"RETREAT"})
#: acts that befall people, of whom one may be named
BEFALLING = frozenset({"CONCEDE", "COERCE", "ASSAULT", "SANCTION"})
#: what others do for a country or say of it, where an article is about one country
ABROAD = frozenset({"AID", "SUPPORT", "ACCUSE", "SANCTION", "ASSAULT"})
OBJECT = frozenset({"object"})
#: acts whose object may be a town or bridge that no list holds
ON_PLACES = frozenset({"ASSAULT", "SANCTION", "RETREAT"})
FINITE = frozenset({"past", "present", "future", "would"})


def left_out(trigger: Trigger, frame: Frame, sentence: Sentence) -> bool:
    """Whether a sentence opens with its verb, where its language may leave out who was spoken of: "Ha incontrato"."""
    language, entry = sentence.lexicon.pack.language, trigger.entry
    if not language.drops_subject or not isinstance(entry, Verb):
        return False
    plain = bool(trigger.reading & FINITE) and "passive" not in trigger.reading and "subject" in entry.source
    if not plain or frame.subject is not None or frame.unnamed or sentence.quoted(trigger):
        return False
    dated = [(phrase.start, phrase.end) for phrase in sentence.dates]
    if language.order == "verb-last":
        return _opens_marked(trigger, frame, dated, sentence)
    return all(
        token.key.rstrip("'") in sentence.lexicon.small or any(start <= token.start < end for start, end in dated)
        for token in sentence.reading.tokens[: trigger.first]
    )


def _opens_marked(trigger: Trigger, frame: Frame, dated: Sequence[tuple[int, int]], sentence: Sentence) -> bool:
    """Whether everything before a verb that ends its sentence bears a mark: "Sudan'ı hırsızlıkla suçladı"."""
    tokens, lexicon = sentence.reading.tokens, sentence.lexicon
    ends = [at for at in range(trigger.last, len(tokens)) if tokens[at].kind == "word"]
    marked = {at for group in frame.groups for at in range(group.first, group.last) if group.labels - {"of", "whose"}}
    if frame.first or ends or frame.first not in marked:
        return False
    if any(group.first == frame.first and _opens_with_country(group) for group in frame.groups):
        return False  # "Meksika | eski bakan Jorge Paz'a …"
    for at in range(frame.first, trigger.first):
        token, key = tokens[at], sentence.reading.keys[at]
        timed = any(start <= token.start < end for start, end in dated)
        plain = at not in marked and not timed and token.kind == "word" and key not in lexicon.small | {*lexicon.after}
        cases = (
            [lexicon.endings.get(key[cut:]) for cut in range(3, len(key))] if lexicon.pack.language.inflects else [1]
        )
        if plain and not any(cases):
            return False
    return True


def _opens_with_country(group: Group) -> bool:
    """The first word of a marked group is a country without a mark, which may well be the subject."""
    phrase = group.parties[0].phrase
    owners = [owner for owner in phrase.owners if owner.first == group.first and not owner.labels]
    return bool(owners) and owners[0].kind in ("country", "capital", "organization") and group.last - group.first > 1


class Act(NamedTuple):
    """An act of which one side is missing: its type, the words that tell it, its clause and sentence."""

    type_: str
    trigger: Trigger
    frame: Frame
    sentence: Sentence

    @property
    def finite(self) -> bool:
        return bool(self.trigger.reading & FINITE)

    @property
    def personal(self) -> bool:
        """Whom it concerns is a person, whom the sentence does not name: "accused the gangs"."""
        return self.type_ == "ACCUSE" and "target" in getattr(self.trigger.entry, "needs", ())

    @property
    def demands(self) -> bool:
        """It asks for something, of whom is another matter: "demanded", "requested", not "urged"."""
        return self.type_ == "REQUEST" and "object" not in getattr(self.trigger.entry, "target", ())

    @property
    def unresolved(self) -> bool:
        """Somebody stands where the target does, and the article does not tell who: "threatened the leader"."""
        wanted = set(getattr(self.trigger.entry, "target", ()))
        standing = [group for group in self.frame.groups if not group.actors and group.labels & wanted]
        return any(self.type_ not in ON_PLACES or not _is_place(group) for group in standing)


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
        """The sides with the missing one worked out, where the article tells it; ``memory.found`` tells how."""
        act = Act(type_, trigger, frame, sentence)
        self.memory.found = {}
        sides = without_asked_for(sides, type_, sentence, self.cast)
        if sides.source and not sides.target:
            sides = self._told(act, sides)
        sides = self._not_its_own(self.doers.completed(sides, trigger, type_, frame, sentence))
        if is_denied(sentence.carrier_of(trigger), sentence.triggers):
            sides = self._denied(sides, trigger)
        if not sides.target and not sides.source:
            sides = self._struck(act, sides)  # "Kharkiv was bombed"
        for step in (
            self._among, self._struck, self._marked, self._doer_of, self._of_the_act, self._party_to, self._within,
            self._as_before, self._against, self._asked, self._again, self._about,
        ):  # fmt: skip
            if sides.target or not sides.source:
                break
            sides = step(act, sides)
        if sides.source:
            self.memory.doers.append((type_, sides.source))
        return sides

    def _guessed(self, sides: Sides, actors: Sequence[str], how: str) -> Sides:
        """The sides with a target that the sentence does not name; ``how`` is a key of ``export.explain.HOW``."""
        named = [actor for actor in actors if self.cast.members[actor].spans]  # whom the article names somewhere
        target = tuple(actor for actor in named if actor not in sides.source)
        self.memory.found |= dict.fromkeys(target, how)
        return sides._replace(target=target, inferred=sides.inferred | {*target})

    def _standing(self, sides: Sides, group: Group) -> Sides:
        """The sides with a group of the sentence as target."""
        target = tuple(actor for actor in group.actors if actor not in sides.source)
        return sides._replace(target=target, inferred=sides.inferred | {*group.inferred})

    def with_itself(self, sides: Sides) -> bool:
        """A minister does not hold talks with his own country: somebody was taken for somebody else."""
        return len(sides.source) == len(sides.target) == 1 and (
            self.country_of(sides.source[0]) == sides.target[0] or self.country_of(sides.target[0]) == sides.source[0]
        )

    def _denied(self, sides: Sides, trigger: Trigger) -> Sides:
        """What a spokesman or a ministry denies is its country's; talks denied by one alone are with the other side."""
        source = sides.source
        if len(source) == 1 and any(held.office.startswith("Spokes") for held in self.cast.held_by(source[0])):
            source = (self.country_of(source[0]) or source[0],)
        elif len(source) == 1 and self.cast.members[source[0]].kind == "organization":
            source = (self.nation_of(source[0]) or source[0],)
        if len(source) == 1 and not sides.target and getattr(trigger.entry, "mutual", False):
            return self._facing(sides._replace(source=source))
        return sides._replace(source=source)

    def _not_its_own(self, sides: Sides) -> Sides:
        """A ministry or police does nothing to its own country."""
        own = self._own(sides.source) - {*sides.source}
        bodies = all(self.cast.members[actor].kind == "organization" for actor in sides.source)
        return sides._replace(target=tuple(a for a in sides.target if a not in own)) if own and bodies else sides

    # -- whom it concerns: steps from what the sentence says to what the article is about

    def _among(self, act: Act, sides: Sides) -> Sides:
        """Whoever is named of several whom an act befell."""
        group = among(act.trigger, act.sentence) if act.type_ in BEFALLING else None
        return self._standing(sides, group) if group else sides

    def _struck(self, act: Act, sides: Sides) -> Sides:
        """The country of the town that an act is done to."""
        if act.type_ == "CONSULT" and getattr(act.trigger.entry, "mode", None) != "visit":
            return sides
        if embassy := embassy_struck(act.type_, act.frame, self._own(sides.source), act.sentence, self.memory.embassy):
            return self._guessed(sides, (embassy,), "embassy")
        where = bordering if act.type_ == "MOBILIZE" else partial(country_hit, act.type_)
        country = where(act.trigger, act.frame, self._own(sides.source), act.sentence)
        if country and act.type_ == "MOBILIZE":
            self.memory.found[country] = "place"
            return sides._replace(target=(country,), inferred=sides.inferred | {country})  # "al confine ucraino"
        return self._guessed(sides, (country,), "place") if country else sides

    def _told(self, act: Act, sides: Sides) -> Sides:
        """The nearest other country or organisation in what is threatened or given."""
        trigger, sentence = act.trigger, act.sentence
        if act.type_ not in TOLD:
            return sides
        own = {*sides.source, *(self.country_of(actor) for actor in sides.source)}
        named = [party for group in sentence.groups for party in group.parties if set(party.actors) & set(sides.source)]
        own |= {f"country-{owner.ref.lower()}" for party in named for owner in party.phrase.owners}
        level = sentence.quote_of(trigger.head)
        last = sentence.lexicon.pack.language.inflects  # what is told stands before the verb
        acting = set() if last else _threateners(trigger, sentence) | next_doers(trigger, sentence)
        found = [
            (group.first, actor)
            for group in sentence.groups
            if sentence.quote_of(group.first) == level
            and group.first not in acting
            and (group.first < trigger.first if last else group.first >= trigger.last)
            for actor in group.actors
            if actor not in own and self.cast.members[actor].kind != "person"
            if not group.labels & {"per", "from"} and not (group.labels & {"by"} and not last)
        ]
        if act.type_ == "AID" and not last:
            found = [(place, actor) for place, actor in found if place < clause_end(trigger, sentence)]
        if not found:
            return sides
        place, actor = max(found) if last else min(found)
        return self.named(sides._replace(target=(actor,)), place, sentence)

    def _marked(self, act: Act, sides: Sides) -> Sides:
        """Whoever stands as the object of a demand: "Moskova'yı diyaloğa dönme çağrısı yaptı"."""
        inflects = act.sentence.lexicon.pack.language.inflects
        group = next((group for group in act.frame.groups if group.labels == OBJECT and group.actors), None)
        if act.type_ != "REQUEST" or not inflects or group is None or {*group.actors} & {*sides.source}:
            return sides
        return self._standing(sides, group)

    def _doer_of(self, act: Act, sides: Sides) -> Sides:
        """Whose act is demanded or condemned, where its doer stands in the genitive: "Rusya'nın çekilmesini istedi"."""
        frame, sentence = act.frame, act.sentence
        if act.type_ not in JUDGING:
            return sides
        nested = [
            trigger
            for trigger in sentence.triggers
            if frame.first <= trigger.head < frame.last - 1 and "noun" in trigger.reading
            if "passive" not in trigger.reading  # whom it befalls
        ]
        doing = [sentence.clauses(verb).frame(verb).subject for verb in nested if not isinstance(verb.entry, Noun)]
        found = [group for group in doing if group is not None and "of" in group.labels and group.actors]
        if not found and nested:  # "Sudan'ın rehineleri serbest bırakmasını istedi": the owner of the object does it
            found = [group for group in frame.groups if _owned(group) and group.first < nested[-1].head]
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

    def _of_the_act(self, act: Act, sides: Sides) -> Sides:
        """ "Welcomed the accord": whoever was party to the act last told of, where the clause names such an act."""
        if (
            act.type_ not in SPEECH or act.type_ == "THREATEN"
        ):  # "threatened to leave the accord": whose it is tells nothing
            return sides
        own = self._own(sides.source)
        target, named = self.deeds.doers(act.type_, act.trigger, own, act.frame, act.sentence)
        return sides._replace(target=target) if named else self._guessed(sides, target, "act before")

    def _own(self, actors: tuple[str, ...]) -> frozenset[str]:
        """Actors with the countries that they act for."""
        return frozenset((*actors, *filter(None, map(self.nation_of, actors))))

    def _party_to(self, act: Act, sides: Sides) -> Sides:
        """ "Israel's cabinet approved the text": with the other party to it."""
        if act.type_ != "AGREE" or not act.finite:
            return sides
        named = {type_ for _, type_ in named_acts(act.type_, act.trigger, act.frame, act.sentence)}
        partners = self.deeds.partners(self._own(sides.source)) if named & {"AGREE", "RETREAT", "any"} else ()
        return self._guessed(sides, partners, "act before")

    def _within(self, act: Act, sides: Sides) -> Sides:
        """Whoever stands in the complement: "refused to send Mali troops"."""
        group = inside(act.type_, act.trigger, act.frame, self._own(sides.source), act.sentence)
        return self._standing(sides, group) if group else sides

    def _as_before(self, act: Act, sides: Sides) -> Sides:
        """ "Expelled the ambassador and threatened …": the same one, for whom the sentence tells of two acts."""
        before = self.memory.now[-1] if self.memory.now else None
        if act.type_ not in HOSTILE or before is None or before.source != sides.source:
            return sides
        if before.type not in HOSTILE and (act.type_, before.type) != ("REJECT", "CONSULT"):  # "met her but refused"
            return sides
        return self._guessed(sides, [self.nation_of(actor) or actor for actor in before.target], "same sentence")

    def _against(self, act: Act, sides: Sides) -> Sides:
        """ "Tokyo protested": against the other one, where the article is about two countries and one of them acts."""
        states = all(self.cast.members[actor].kind == "country" for actor in sides.source)
        yielding = act.type_ == "CONCEDE" and states  # who resigns yields to nobody
        ready = yielding and "infinitive" in act.trigger.reading  # "is ready to return the keys"
        demanding = act.demands and all(self._speaks_for_a_state(actor) for actor in sides.source)
        facing = act.type_ in HOSTILE | YIELDING or demanding or yielding
        hostile = facing and (act.finite or ready) and not act.unresolved
        return self._facing(sides) if hostile else sides

    def _speaks_for_a_state(self, actor: str) -> bool:
        """A country, or whoever holds one of the offices that states have: no mayor."""
        return self.cast.members[actor].kind == "country" or any(held.post for held in self.cast.held_by(actor))

    def _facing(self, sides: Sides) -> Sides:
        other = self.opponent(sides.source[0]) if len(sides.source) == 1 else None
        return self._guessed(sides, (other,), "other country") if other else sides

    def _asked(self, act: Act, sides: Sides) -> Sides:
        """What is rejected is what one was accused of or threatened with; a threat answers what one suffered."""
        if act.type_ not in ("REJECT", "THREATEN") or act.unresolved:
            return sides
        return self._guessed(sides, self.deeds.asked_of(act.type_, self._own(sides.source)), "act before")

    def _again(self, act: Act, sides: Sides) -> Sides:
        """Whoever is one's adversary in what was told before."""
        states = all(self.nation_of(actor) for actor in sides.source)
        hostile = act.demands or (act.type_ in HOSTILE and act.type_ != "REJECT")
        if not hostile or not (act.finite and states) or act.unresolved:
            return sides
        if act.personal and not named_acts(act.type_, act.trigger, act.frame, act.sentence):
            return sides
        return self._guessed(sides, self.deeds.adversaries(self._own(sides.source)), "act before")

    def _about(self, act: Act, sides: Sides) -> Sides:
        """ "Armenia donated flour": to the country that the article is about, where others act."""
        acting = act.finite and "subject" in getattr(act.trigger.entry, "source", ())
        named = named_acts(act.type_, act.trigger, act.frame, act.sentence)
        if act.type_ not in ABROAD or not acting or (act.personal and not named) or act.unresolved:
            return sides
        if act.type_ == "ACCUSE" and any(type_ != "COERCE" for _, type_ in named):
            return sides  # of an act whose doer nothing tells; a crackdown is the state's
        country = self.main(act.type_ in ("AID", "ASSAULT"))  # whom help or an attack is told of most
        strange = country not in self._own(sides.source) and all(
            self.cast.members[actor].kind != "person" or self.nation_of(actor) for actor in sides.source
        )
        attacks = act.type_ in ("AID", "SUPPORT") and self.doers.attacks(country or "")
        taken = act.type_ in ("ACCUSE", "SUPPORT") and self.doers.taken(country or "")
        at_home = {*sides.source} <= sides.inferred  # "the government offered aid to steelworkers"
        if country is None or not strange or attacks or taken or at_home:
            return sides
        return self._guessed(sides, (country,), "about")


def _threateners(trigger: Trigger, sentence: Sentence) -> set[int]:
    """Where those stand who would do what is threatened: "threatened that the Taliban will close the way"."""
    later = [t for t in sentence.triggers if t.first >= trigger.last and isinstance(t.entry, Verb)]
    coming = [t for t in later if "future" in t.reading and "passive" not in t.reading]
    doers = [sentence.clauses(verb).frame(verb).subject for verb in coming]
    return {group.first for group in doers if group is not None and group.first > trigger.first}


def _owned(group: Group) -> bool:
    """A noun of people without a marker, with its owner in the genitive before it."""
    owners = [owner for party in group.parties if party.phrase.people for owner in party.phrase.owners]
    return not group.labels and any("of" in owner.labels for owner in owners)


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
