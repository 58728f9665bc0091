"""Traces: how each fact of an article came about, for whoever asks.

Extraction is pure, so nothing of this is stored: ``explain`` reads the article again and has the readers leave a
``Trace`` for every fact they make. It holds what was decided, in the trade's terms; sentences are made elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.extract.cast import Cast, Holding, Member
from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.memory import Party
from dateline.extract.phrase import Phrase
from dateline.extract.places import place_of
from dateline.extract.resolve import Resolver
from dateline.extract.states import STATES
from dateline.extract.status import carried_by
from dateline.extract.sureness import how_named, phrase_of
from dateline.extract.triggers import Entry, Trigger
from dateline.model import Event, Role, Span, Statement
from dateline.packs import Noun, Office, Pack
from dateline.text.damage import damage_of
from dateline.text.dates import DatePhrase, find_dates

#: the rule of statements that name no speaker themselves
LAST_SPEAKER = "say: quotation of the last speaker"


class PartyTrace(NamedTuple):
    """How one party was found. ``how`` is a key of ``export.explain.HOW``; ``words`` stand at ``span``, if anywhere."""

    part: str  # "source", "target", "speaker", "person"
    name: str
    how: str
    span: Span | None = None
    detail: str = ""  # what ``how`` speaks of: a full name, an office's words, a date
    borrowed: bool = False  # the subject of the clause before


class DateTrace(NamedTuple):
    """How a date was worked out: words at ``span``, and what they were counted from."""

    span: Span
    value: str | None
    anchor: str  # "words": they tell it all; "article", "told": its date, the one told before; "none"
    counted_from: str | None = None


class PlaceTrace(NamedTuple):
    """Where the sentence says that an act was. ``how`` is a key of ``export.explain.PLACES``."""

    name: str
    how: str  # "named" by the words at ``span``, "there" by a word for it, "home" of its doer or of the article
    span: Span | None = None


class Trace(NamedTuple):
    """How one fact came about."""

    entry: Entry | Office | None
    trigger: Span | None  # the words that the entry was found in
    reading: tuple[str, ...]  # of the verb form
    parties: tuple[PartyTrace, ...]
    date: DateTrace | None = None
    quoted: bool = False
    carrier: tuple[str, Span] | None = None  # a verb that says whether it happened, with its dictionary form
    damage: str | None = None  # what is damaged in the sentence
    doubt: str | None = None  # why an event is not sure
    place: PlaceTrace | None = None


class Notes:
    """The traces of one article, by the ids that facts have before the article's hash is added to them."""

    def __init__(self, pack: Pack) -> None:
        self.traces: dict[str, Trace] = {}
        self._pack = pack
        self._resolver: Resolver
        self._cast: Cast

    def begin(self, resolver: Resolver) -> None:
        """The article is about to be read."""
        self._resolver, self._cast = resolver, resolver.cast

    # -- what the readers call

    def event(self, event: Event, trigger: Trigger, frame: Frame, sentence: Sentence, doubt: str | None = None) -> None:
        """An event as it was made, before it takes anything over from others."""
        parties = [
            self._party(part, actor, event, frame, sentence)
            for part, actors in (("source", event.source), ("target", event.target))
            for actor in actors
        ]
        carrier = sentence.carrier_of(trigger) if isinstance(trigger.entry, Noun) else None
        carrier = carrier or carried_by(trigger, sentence.triggers, self._pack)
        self.traces[event.id] = Trace(
            trigger.entry,
            _words(trigger, sentence),
            tuple(sorted(trigger.reading)),
            tuple(parties),
            self._date(event, trigger, sentence),
            sentence.quoted(trigger),
            (carrier.name, _words(carrier, sentence)) if carrier is not None else None,
            damage_of(sentence.reading.tokens, sentence.quotes),
            doubt,
            _place(event, trigger, frame, sentence),
        )

    def mediation(self, event: Event, act: Event, sentence: Sentence) -> None:
        """A consultation that was made of the act it led to: read by the same words, with other parties."""
        if (read := self.traces.get(act.id)) is not None:
            sides = (("source", event.source), ("target", event.target))
            parties = [self._party(part, actor, event, None, sentence) for part, actors in sides for actor in actors]
            self.traces[event.id] = read._replace(parties=tuple(parties))

    def statement(self, statement: Statement, sentence: Sentence) -> None:
        """A statement as it was made; its verb is the one its rule names."""
        named = statement.rule.removeprefix("say: ")
        trigger = next((found for found in sentence.triggers if found.name == named), None)
        parties: tuple[PartyTrace, ...] = ()
        if statement.speaker is not None and statement.rule == LAST_SPEAKER:
            parties = (PartyTrace("speaker", self._cast.members[statement.speaker].name, "speaker"),)
        elif statement.speaker is not None:
            parties = (self._party("speaker", statement.speaker, statement, None, sentence),)
        self.traces[statement.id] = Trace(
            trigger.entry if trigger else None,
            _words(trigger, sentence) if trigger else None,
            tuple(sorted(trigger.reading)) if trigger else (),
            parties,
        )

    def roles(self, roles: Iterable[Role]) -> None:
        """The roles, once all are there."""
        for role in roles:
            title = role.rule.removeprefix("office: ")
            entry = next((office for office in self._pack.office if office.office == title), None)
            member = self._cast.members[role.person]
            inside = [span for span in member.spans if role.start <= span[0] and span[1] <= role.end]
            span = next((span for span in inside if span != (role.start, role.end)), None)
            how, detail = "registry", self._dated()
            if span is not None:
                how, detail = how_named(member, self._cast.text[span[0] : span[1]])
            party = PartyTrace("person", member.name, how, span, detail)
            self.traces[role.id] = Trace(entry, (role.start, role.end), (), (party,))

    # -- parties

    def _party(
        self, part: str, actor: str, fact: Event | Statement, frame: Frame | None, sentence: Sentence
    ) -> PartyTrace:
        found = phrase_of(part, actor, frame, sentence)
        name = self._cast.members[actor].name
        if found is None:
            return PartyTrace(part, name, *self._unnamed(actor, fact, sentence))
        party, borrowed = found
        how, detail = self._how(party, actor, sentence)
        if party.first == party.last:
            return PartyTrace(part, name, how)  # no words of the clause stand for it
        tokens = sentence.reading.tokens
        span = (tokens[party.first].start, tokens[party.last - 1].end)
        return PartyTrace(part, name, how, span, detail, borrowed)

    def _how(self, party: Party, actor: str, sentence: Sentence) -> tuple[str, str]:
        phrase, member = party.phrase, self._cast.members[actor]
        if phrase.first == phrase.last:
            return "own words", ""
        if phrase.name is not None:
            kind = phrase.name.kind
            if kind in ("both", "both_countries", "pronouns"):
                return "pair", ""
            if kind in STATES:
                return "state", ""
            if kind in ("pronoun", "speaker"):
                return kind, ""
            form = self._cast.text[phrase.name.start : phrase.name.end]
            return ("person's country", form) if phrase.people and party.inferred else how_named(member, form)
        if phrase.adjective:
            return "adjective", ""
        if phrase.people:
            return "people", ""
        if phrase.office is None and not phrase.counterpart:
            return ("capital" if phrase.owners[0].kind == "capital" else "named"), ""
        if phrase.counterpart and phrase.office is None:
            return "counterpart", ""
        return self._by_office(phrase, member, sentence)

    def _by_office(self, phrase: Phrase, member: Member, sentence: Sentence) -> tuple[str, str]:
        """By the office alone: the article gives it to somebody, else the registry does on a date."""
        if member.kind == "organization":
            return "ministry", ""
        if member.kind == "country":
            return "office of nobody known", ""
        held = self._cast.held_by(member.id)
        here = sentence.reading.tokens[phrase.first].start
        if not held or held[0].place == here:
            return "registry", self._dated()
        return "article", self._words_of(held[0])

    def _words_of(self, holding: Holding) -> str:
        """The words in which the article, or first the registry, gives an office."""
        for role in self._resolver.roles:
            if role.person == holding.person and role.start == holding.place:
                return self._cast.text[role.start : role.end]
        return holding.office

    def _dated(self) -> str:
        """The date that the registry was asked for."""
        days = self._resolver.days
        return self._cast.published or (f"{days[0]} to {days[-1]}" if days else "")

    def _unnamed(self, actor: str, fact: Event | Statement, sentence: Sentence) -> tuple[str, Span | None, str]:
        """Nobody in the sentence stands for the actor: where else it was found."""
        memory = self._resolver.memory
        others = [other for other in (*fact.source, *fact.target) if other != actor] if isinstance(fact, Event) else []
        if isinstance(fact, Event) and actor in memory.found:
            return memory.found[actor], None, self._cast.members[others[0]].name if others else ""
        if isinstance(fact, Statement):
            return ("speaker" if actor == memory.speaker else "sentence before"), None, ""
        if actor in memory.subject:
            return "sentence before", None, ""
        if len(others) == 1 and self._resolver.stand_ins.opponent(others[0]) == actor:
            return "other country", None, self._cast.members[others[0]].name
        if any(actor in (*event.source, *event.target) for event in memory.events):
            return "act before", None, ""
        town = next((item for item in sentence.reading.items if item.kind in ("town", "capital")), None)
        return ("place", (town.start, town.end), "") if town is not None else ("context", None, "")

    # -- dates

    def _date(self, event: Event, trigger: Trigger, sentence: Sentence) -> DateTrace | None:
        if event.date_text is None:
            return None
        head = sentence.reading.tokens[trigger.head].start
        same = [phrase for phrase in sentence.dates if phrase.text == event.date_text]
        if not same:
            return None
        phrase = min(same, key=lambda phrase: abs(phrase.start - head))
        before = [other.value for other in sentence.dates if other.end <= phrase.start and other.value]
        anchor, counted_from = self._anchor(phrase, [*reversed(before), self._resolver.memory.date])
        return DateTrace((phrase.start, phrase.end), event.date, anchor, counted_from)

    def _anchor(self, phrase: DatePhrase, told: Sequence[str | None]) -> tuple[str, str | None]:
        """What a phrase was counted from: the first thing that gives the same date, of ``told`` the nearest."""
        if phrase.value is None:
            return "none", None
        published = self._cast.published
        if self._read(phrase, None, None) == phrase.value:
            return "words", None
        if self._read(phrase, published, None) == phrase.value:
            return "article", published
        return "told", next((date for date in told if self._read(phrase, published, date) == phrase.value), None)

    def _read(self, phrase: DatePhrase, published: str | None, told: str | None) -> str | None:
        found = find_dates(self._cast.text, phrase.start, phrase.end, self._pack, published, told)
        return found[0].value if found else None


def _place(event: Event, trigger: Trigger, frame: Frame, sentence: Sentence) -> PlaceTrace | None:
    if event.place is None:
        return None
    found = place_of(sentence, trigger, frame, getattr(trigger.entry, "mode", None))
    if found is None:
        return PlaceTrace(event.place, "home")
    return PlaceTrace(found.name, "there" if found.span is None else "named", found.span)


def _words(trigger: Trigger, sentence: Sentence) -> Span:
    tokens = sentence.reading.tokens
    return tokens[trigger.first].start, tokens[trigger.last - 1].end
