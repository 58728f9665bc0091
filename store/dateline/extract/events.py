"""Events: a trigger with its parties, status, date, place and duration becomes who did what to whom.

An entry of the pack says where the parties stand; the clause says who stands there. Events that lack the parties their
type needs are dropped: a missing fact is a pity, a wrong one a lie with a citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.extract import hanging
from dateline.extract.accords import between_told
from dateline.extract.aims import Aims, left_out, threatened
from dateline.extract.alongside import has_happened
from dateline.extract.announced import announced
from dateline.extract.askedfor import without_asked_for
from dateline.extract.cast import Cast
from dateline.extract.clauses import Clauses, Frame
from dateline.extract.context import Sentence
from dateline.extract.continued import continued, during
from dateline.extract.crowds import governing
from dateline.extract.described import as_told
from dateline.extract.embassies import embassy_named
from dateline.extract.fitting import fits
from dateline.extract.groups import Group
from dateline.extract.headlines import sender, told_before
from dateline.extract.hits import without_echoes
from dateline.extract.lasting import told_to_last
from dateline.extract.mediators import between_whom, mediation
from dateline.extract.members import member
from dateline.extract.missions import meant_place
from dateline.extract.nominals import (
    is_judged,
    is_within,
    states_none,
    without_converbs,
)
from dateline.extract.ownwords import person_of, speaker_of
from dateline.extract.pressed import governed, presser
from dateline.extract.regions import town_told
from dateline.extract.resolve import Resolver
from dateline.extract.sidereader import SideReader
from dateline.extract.sides import Sides
from dateline.extract.status import is_conditional, is_negated, status_of, with_victims
from dateline.extract.sureness import doubt_of
from dateline.extract.triggers import Trigger, entry_type
from dateline.extract.types import DEEDS
from dateline.extract.verbless import tells_by_itself
from dateline.extract.when import told_day
from dateline.model import MUTUAL_TYPES, Event, Mode, Statement, Status, short_hash
from dateline.packs import Noun, Pack, Verb

if TYPE_CHECKING:
    from dateline.extract.trace import Notes

DIRECT = 2


class EventReader:
    """Reads the events of one article, sentence by sentence."""

    def __init__(self, cast: Cast, pack: Pack, resolver: Resolver, notes: Notes | None = None) -> None:
        self.notes = notes
        self.cast = cast
        self.pack = pack
        self.resolver = resolver
        self.memory = resolver.memory
        self.sides = SideReader(cast, pack)
        self.aims = Aims(resolver)

    def read(self, sentence: Sentence) -> list[Event]:
        """The events of a sentence; afterwards the memory holds its last subject and pair."""
        found: list[Event] = []
        self.memory.now = found
        stated: set[tuple[int, int]] = set()  # verb forms of which an entry has told already
        for trigger in sentence.triggers:
            if isinstance(trigger.entry, Verb | Noun) and person_of(trigger, sentence) is None:
                if (trigger.first, trigger.head) in stated:
                    continue
                clauses = sentence.clauses(trigger)
                told = self._events(trigger, clauses, sentence)
                told = [event for event in told if not threatened(event, trigger, sentence)]
                told = [hanging.with_object_before(event, trigger, found, self.pack) for event in told]
                told = [event for event in told if not hanging.is_outcome(event, trigger, found, self.pack)]
                stated |= {(trigger.first, trigger.head)} if told else set()
                found += [continued(event, found, sentence, self.resolver.stand_ins) for event in told]
        found = without_converbs(without_echoes(found), sentence)
        if (mediated := mediation(sentence, found)) is not None:
            found.append(mediated[0])
            if self.notes is not None:
                self.notes.mediation(*mediated, sentence)
        found += told_to_last(sentence, found)
        self._remember(sentence, found)
        return found

    def in_own_words(self, sentence: Sentence, statements: Sequence[Statement]) -> list[Event]:
        """What those who make the statements say in the first person that they or their side did, and to whom."""
        found: list[Event] = []
        for trigger in sentence.triggers if statements else ():
            speaker = speaker_of(trigger, sentence, statements, self.aims.country_of)
            if speaker is not None:
                told = self._events(trigger, sentence.clauses(trigger), sentence, speaker)
                found += [during(event, sentence, self.resolver.stand_ins) for event in told if event.target]
        self.memory.events += found
        return found

    def _events(
        self, trigger: Trigger, clauses: Clauses, sentence: Sentence, speaker: Group | None = None
    ) -> Iterable[Event]:
        if governed(trigger, sentence) or states_none(trigger, sentence):
            return
        frame = clauses.frame(trigger)
        if speaker is not None and speaker.labels:
            frame = frame._replace(groups=(*frame.groups, speaker))
        elif speaker is not None:
            frame = frame._replace(subject=speaker, borrowed=True, unnamed=False)
        if (doer := hanging.cleft(trigger, sentence)) is not None:
            trigger, frame = trigger._replace(reading=doer[0]), frame._replace(subject=doer[1], borrowed=False)
        if "passive" in trigger.reading and (first := member(sentence, trigger)[0]):
            groups = tuple(group for group in frame.groups if group.first >= first)
            frame = frame._replace(first=first, subject=None, groups=groups)
        if "participle" in trigger.reading:
            told = as_told(trigger, frame, sentence.reading.keys, sentence.lexicon)
            if told is None:
                return
            trigger = told
        status = self._noun_status(trigger, frame, sentence) or status_of(
            trigger, frame, sentence.reading, sentence.triggers, self.pack
        )
        status = status or ("planned" if hanging.on_a_visit(trigger, sentence.triggers, self.pack) else None)
        entry = trigger.entry
        if status is None or not isinstance(entry, Verb | Noun):
            return
        if isinstance(entry, Verb) and entry.negated and is_negated(trigger, sentence.reading, self.pack):
            depends = is_conditional(trigger, frame, sentence.reading, self.pack)  # "will send nobody if …"
            type_, status = entry.negated, "conditional" if depends else "occurred"
        else:
            type_ = entry.type
        if status == entry.status == "denied":
            return  # "did not cancel the visit"
        if status != "denied" and entry.status in ("planned", "conditional", "denied", "ongoing"):
            status = entry.status  # type: ignore[assignment]
        if speaker is not None and speaker.labels:
            status = "occurred"  # a threat has happened once it is uttered
        if status == "ongoing" and type_ == "CONSULT" and sentence.duration(trigger, frame):
            status = "occurred"  # it lasted so long
        for sides in self.sides.of(trigger, entry, frame, sentence) or self._unnamed(trigger, type_, frame, sentence):
            if not sides.source and type_ != "PROTEST" and left_out(trigger, frame, sentence):
                doers = tuple(actor for actor in self.memory.subject if actor not in sides.target)
                sides = sides._replace(source=doers, inferred=sides.inferred | set(doers))
            sides = announced(sides, trigger, type_, sentence, self.aims.nation_of)
            sides = self.aims.completed(sides, trigger, type_, frame, sentence)
            sides = between_whom(sides, trigger, self.memory.pair, self.aims.nation_of)
            sides = without_asked_for(sides, type_, sentence, self.cast)
            if not (sides.source or sides.target):
                sides = next(iter(self._unnamed(trigger, type_, frame, sentence)), sides)
            vague = type_ == "ASSAULT" and not sides.target and trigger.reading & {"future", "infinitive"}
            if not vague and fits(trigger, type_, sides, sentence, frame, self.aims):  # "will strike again": whom?
                yield self._event(trigger, type_, sides, status, frame, sentence)

    def _unnamed(self, trigger: Trigger, type_: str, frame: Frame, sentence: Sentence) -> list[Sides]:
        """A protest that names nobody is against the country where it is held, an accord between those told of."""
        if type_ == "PROTEST":
            country = governing(sentence, trigger, frame)
            return [Sides((), (country,), frozenset({country}))] if country else []
        accord = between_told(trigger, type_, sentence, self.resolver.stand_ins)
        return [accord] if accord is not None else []

    def _noun_status(self, trigger: Trigger, frame: Frame, sentence: Sentence) -> Status | None:
        """A noun beside "after", "during": what it names has happened."""
        noun = isinstance(trigger.entry, Noun) or "noun" in trigger.reading
        if (noun and sentence.after_word(trigger)) or has_happened(trigger, sentence):
            return "occurred"
        if not isinstance(trigger.entry, Noun):
            return "occurred" if is_judged(trigger, sentence) else None
        carrier = sentence.carrier_of(trigger)
        told = told_before(sentence, trigger, carrier)
        if told is not None:
            return told
        near = sentence.around(trigger)
        if sender(sentence, trigger, near) is not None or presser(trigger, sentence, near) is not None:
            return "occurred"
        happened = self._judged(trigger, sentence) or with_victims(trigger, sentence.triggers, self.pack)
        happened = happened or is_within(trigger, sentence)
        happened = happened or tells_by_itself(trigger, carrier, sentence.reading.tokens, self.pack)
        return "occurred" if happened else None

    def _judged(self, trigger: Trigger, sentence: Sentence) -> bool:
        """An act that somebody condemned or welcomed has happened: "condemned the arrest of X by Y"."""
        if self.pack.language.order == "verb-last" or entry_type(trigger.entry) not in DEEDS:
            return False
        before = [verb for verb in sentence.triggers if isinstance(verb.entry, Verb) and verb.last <= trigger.first]
        near = before and trigger.first - before[-1].last <= DIRECT
        return bool(near) and entry_type(before[-1].entry) in ("ACCUSE", "SUPPORT") and "past" in before[-1].reading

    # -- the event

    def _event(
        self, trigger: Trigger, type_: str, sides: Sides, status: Status, frame: Frame, sentence: Sentence
    ) -> Event:
        entry = trigger.entry
        assert isinstance(entry, Verb | Noun)
        start, end = sentence.evidence(trigger, frame)
        date, date_text = sentence.date(trigger, frame, status)
        told_by = sentence.tellers(trigger, sides.source)
        inferred = tuple(actor for actor in (*sides.source, *sides.target) if actor in sides.inferred)
        words = self.cast.text[start:end]
        doubt = doubt_of(trigger, sides, frame, sentence, self.cast)
        mode: Mode | None = entry.mode  # type: ignore[assignment]
        if isinstance(entry, Verb) and "noun" in trigger.reading and mode != "visit":
            mode = None  # "the talks" of which was spoken before: whatever they were
        made = Event(
            id=short_hash("event", type_, sides.source, sides.target, words),
            type=type_,
            source=sides.source,
            target=sides.target,
            start=start,
            end=end,
            rule=f"{'noun' if isinstance(entry, Noun) else 'verb'}: {trigger.name}",
            mode=mode,
            inferred=inferred,
            date=date,
            date_text=date_text,
            place=sentence.place(trigger, frame, entry.mode)
            or meant_place(trigger, sides, frame, sentence, self.resolver),
            status=status,
            duration_minutes=sentence.duration(trigger, frame) if type_ == "CONSULT" else None,
            according_to=tuple(self.cast.members[actor].name for actor in told_by),
            sure=doubt is None,
            spans=((start, end),),
        )
        if self.notes is not None:
            self.notes.event(made, trigger, frame, sentence, doubt)
        return made

    # -- memory

    def _remember(self, sentence: Sentence, found: Sequence[Event]) -> None:
        self.memory.events += found
        self.memory.now = []
        self.memory.since_pair += 1
        self.memory.several |= {len(group.actors): group.actors for group in sentence.groups if len(group.actors) > 2}
        for event in found:
            both = (*event.source, *event.target)
            if len(both) == 2 and event.type in MUTUAL_TYPES and event.mode != "visit":
                self.memory.pair, self.memory.since_pair = both, 0
        self.memory.date = told_day(sentence) or self.memory.date
        self.memory.place = town_told(sentence) or self.memory.place
        self.memory.embassy = embassy_named(sentence) or self.memory.embassy
        self.memory.former = self.memory.subject
        if subject := sentence.main_subject():
            self.memory.subject = subject
