"""One sentence with all that was found in it: what the readers of events and statements ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dateline.extract.cast import Cast
from dateline.extract.clauses import STOPS, Clauses, Frame
from dateline.extract.ezafe import opened, owning, told_until
from dateline.extract.groups import FINITE, Group, join_groups
from dateline.extract.lasting import duration_of
from dateline.extract.lexicon import Lexicon
from dateline.extract.members import member, member_words
from dateline.extract.names import Reading
from dateline.extract.nominatives import is_owner_of_another
from dateline.extract.places import place_of
from dateline.extract.regions import Spot
from dateline.extract.resolve import Memory, Party
from dateline.extract.status import carried_by
from dateline.extract.triggers import Carrier, Trigger, entry_type
from dateline.extract.unclosed import closed
from dateline.extract.when import date_of
from dateline.model import Span, Status
from dateline.packs import Noun, Pack, Say, Verb
from dateline.text.dates import find_dates, find_durations
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.quotes import find_quotes

#: a quotation this short (in tokens) is a word held with tongs, not somebody's speech
SCARE_QUOTE = 5
#: how far from a noun of happening its parties may stand, in tokens
NEAR_NOUN = 8
#: how far a relative clause's verb may stand before its noun where nouns take endings: "yapacağı transit ziyaret"
NEAR_CARRIER = 1
#: how far an owner may stand from the noun it owns
NEAR_OWNER = 4
#: how far before a noun a word like "after" may stand; farther where adjectives and owners follow their nouns
NEAR_AFTER = (3, 5)
#: a clause shorter than this (code points) is shown from its subject on, wherever that stands
SHORT_CLAUSE = 30
DASHES = ("-", "–", "—")
#: acts of speech whose words stand behind the verb where nouns take no endings
ASKING = frozenset({"THREATEN", "REQUEST"})
#: items that name somebody: "states" in "United States" is no verb
NAMING = {"person", "organization", "country", "capital", "ministry", "unknown", "office", "surname", "people"}


@once_per_pack
def _words(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(fold(word) for word in pack.grammar.clauses.after),
        frozenset(fold(word) for word in pack.grammar.each_other),
    )


def _bare(reading: frozenset[str]) -> bool:
    """A participle that is no past tense: not the verb of a sentence."""
    return "participle" in reading and "past" not in reading


class Sentence:
    """A sentence's words, triggers, groups, quotations, dates and durations."""

    def __init__(
        self,
        reading: Reading,
        parties: list[Party],
        cast: Cast,
        lexicon: Lexicon,
        memory: Memory,
        published: str | None,
        named: AbstractSet[Span],
    ) -> None:
        """``named``: the spans of the article that name an actor."""
        self.reading = reading
        self.cast = cast
        self.lexicon = lexicon
        self.memory = memory
        self.published = published
        self.named = named
        self.spots: dict[Span, Spot] = {}  # of the names asked about, by their tokens
        self._clauses: dict[int, Clauses] = {}
        span, tokens = reading.sentence, reading.tokens
        pack, text = lexicon.pack, cast.text
        self.quotes = find_quotes(text, span.start, span.end, pack)
        self.dates = find_dates(text, span.start, span.end, pack, published, memory.date, tokens)
        self.durations = find_durations(text, span.start, span.end, pack, tokens)
        times = [(phrase.start, phrase.end) for phrase in self.dates]
        taken = {at for item in reading.items if item.kind in NAMING for at in range(item.first, item.last)}
        self.triggers = [  # the "coming" of "the coming week" is no verb
            trigger
            for trigger in reading.triggers
            if trigger.head not in taken and not any(start <= tokens[trigger.head].start < end for start, end in times)
        ]
        self.quotes = closed(self.quotes, self.triggers, tokens, self.lexicon)
        self._speech = [
            self.token_range(quote.start, quote.end)
            for quote in self.quotes
            if self._length(quote.start, quote.end) >= SCARE_QUOTE
        ]
        self.parties = [self._with_own_forces(party) for party in parties]
        self._speech = [part for speech in self._speech for part in self._spoken(*speech)]
        # no set phrase has one word inside a quotation and another outside
        self.triggers = [t for t in self.triggers if self.quote_of(t.first) == self.quote_of(t.last - 1)]
        self.groups = opened(join_groups(owning(self), self.reading, self.lexicon), self.reading, self.lexicon)
        self.each_other = any(key in _words(pack)[1] for key in self.reading.keys) or any(
            item.kind == "each_other" for item in self.reading.items
        )

    def _with_own_forces(self, party: Party) -> Party:
        """ "Rusya askerlerini çekti": the forces belong to the verb's phrase, the country before them acts."""
        forces = range(party.first + 1, party.last)
        phrased = any(
            isinstance(trigger.entry, Verb) and trigger.first in forces and trigger.head >= party.last
            for trigger in self.triggers
        )
        if not party.phrase.people or party.labels - {"object"} or not phrased:
            return party
        return party._replace(phrase=party.phrase._replace(labels=frozenset()))

    # -- quotations

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        inside = [at for at, token in enumerate(self.reading.tokens) if token.start >= start and token.end <= end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def _spoken(self, first: int, last: int) -> list[tuple[int, int]]:
        """A quotation without the words between dashes that say whose it is: "… - ha detto X - …"."""
        tokens = self.reading.tokens
        for trigger in self.triggers:
            at = trigger.first - 1
            if isinstance(trigger.entry, Say) and first < at < last and tokens[at].text in DASHES:
                end = next((place for place in range(trigger.last, last) if tokens[place].text in DASHES), None)
                if end is not None:
                    return [(first, at), *self._spoken(end + 1, last)]
        return [(first, last)]

    def _length(self, start: int, end: int) -> int:
        first, last = self.token_range(start, end)
        return last - first

    def quote_of(self, at: int) -> int:
        """Which quotation a token stands in: its number from 1, 0 outside."""
        return next((number for number, (first, last) in enumerate(self._speech, 1) if first <= at < last), 0)

    def quoted(self, trigger: Trigger) -> bool:
        return self.quote_of(trigger.head) > 0

    def clauses(self, trigger: Trigger) -> Clauses:
        """The clauses of the same level as a trigger: inside its quotation, or outside all of them."""
        level = self.quote_of(trigger.head)
        if level not in self._clauses:
            triggers = [other for other in self.triggers if self.quote_of(other.head) == level]
            groups = [group for group in self.groups if self.quote_of(group.first) == level]
            self._clauses[level] = Clauses(self.reading, triggers, groups, self.lexicon)
        return self._clauses[level]

    # -- who

    def borrowed_actors(self, group: Group | None) -> frozenset[str]:
        return frozenset()

    def owner_of_act(self, trigger: Trigger, frame: Frame, subject: Group | None) -> Group | None:
        """Whose act the clause is about: "condemned Russia's attack", "l'invasione russa"."""
        acts = [t for t in self.triggers if isinstance(t.entry, Noun) and frame.first <= t.first < frame.last]
        for group in frame.groups:
            near = any(-1 <= group.first - act.last <= 1 or -1 <= act.first - group.last <= 1 for act in acts)
            if near and group is not subject and group.labels & {"whose", "of"} and group.actors:
                return group
        return None

    def shares_subject(self, trigger: Trigger) -> bool:
        """The verb before leaves its subject to this one: "aracından çıkarılarak dövüldü"."""
        before = [t for t in self.triggers if t.head < trigger.head and not isinstance(t.entry, Noun)]
        return bool(before) and "while" in before[-1].reading

    def speaks_of(self, type_: str) -> bool:
        """A noun of that type of act stands in the sentence: "in this call"."""
        return any(isinstance(trigger.entry, Noun) and trigger.entry.type == type_ for trigger in self.triggers)

    def main_group(self) -> Group | None:
        """The subject of the sentence: that of its first verb, else the first unmarked group, outside quotations."""
        for trigger in self.triggers:
            if isinstance(trigger.entry, Noun) or self.quoted(trigger) or _bare(trigger.reading):
                continue
            frame = self.clauses(trigger).frame(trigger)
            if frame.subject is not None and not frame.borrowed and frame.subject.actors:
                return frame.subject
        for group in self.groups:
            if not group.labels and group.actors and not self.quote_of(group.first):
                return group
        return None

    def main_subject(self) -> tuple[str, ...]:
        group = self.main_group()
        return group.actors if group else ()

    def _next_act(self, noun: Trigger) -> int:
        """Where behind a noun another verb's subject stands: "the coup and | Germany recalled …"."""
        end = len(self.reading.tokens)
        if self.lexicon.pack.language.order == "verb-last":
            return end
        for verb in self.triggers:
            for group in self.groups if verb.head > noun.last and verb.reading & FINITE else ():
                if noun.last < group.first and not group.labels and 0 <= verb.first - group.last <= 1:
                    end = min(end, group.first)
        return end

    def _apart(self, last: int, first: int, level: int) -> int:
        """How many tokens lie between two places; words quoted between them part nobody."""
        if first - last <= NEAR_OWNER or not self._speech:
            return first - last
        return sum(self.quote_of(at) == level for at in range(last, first))

    def around(self, trigger: Trigger) -> list[Group]:
        """The groups near a noun, nearest first, on its own side of every mark that ends a clause."""
        level = self.quote_of(trigger.head)
        ezafe = "" in self.lexicon.pack.grammar.before.get("of", ())  # an owner stands behind what it owns
        near = [
            group
            for group in self.groups
            if group.actors
            and self.quote_of(group.first) == level
            and not (ezafe and group.labels == {"of"} and group.last <= trigger.first)
            and not (
                self.lexicon.pack.language.inflects and is_owner_of_another(group, trigger, self.reading, self.lexicon)
            )
            and self._apart(trigger.last, group.first, level) <= NEAR_NOUN
            and self._apart(group.last, trigger.first, level)
            <= (NEAR_OWNER if group.labels & {"of", "whose"} else NEAR_NOUN)
        ]
        first, last = member(self, trigger)
        near = [group for group in near if first <= group.first < min(last, self._next_act(trigger))]
        return sorted(near, key=lambda group: max(group.first - trigger.last, trigger.first - group.last))

    def carrier_of(self, trigger: Trigger) -> Trigger | None:
        """The verb that carries a noun of happening."""
        entry = trigger.entry
        if not isinstance(entry, Noun):
            return None
        own = {fold(verb) for verb in entry.carriers}
        carriers = [
            other
            for other in self.triggers
            if isinstance(other.entry, Carrier) and (other.entry.says != "do" or fold(other.entry.verb) in own)
        ]
        gap = NEAR_CARRIER if self.lexicon.pack.language.inflects else 0
        beside = [
            other
            for other in carriers
            if 0 <= trigger.first - other.last <= gap
            and other.reading & {"who", "that"}
            and other.head < trigger.first
            and "," not in self.reading.keys[other.last : trigger.first]
        ]
        if beside:
            return beside[0]  # "yaptığı telefon görüşmesi": the talks he held
        after = [other for other in carriers if 0 <= other.head - trigger.head <= 10]
        before = [other for other in carriers if 0 < trigger.head - other.head <= 8]
        return after[0] if after else (before[-1] if before else None)

    def after_word(self, trigger: Trigger) -> bool:
        """A word like "after" or "during" governs the noun."""
        words = _words(self.lexicon.pack)[0]
        if self.lexicon.pack.language.inflects:
            near = self.reading.keys[trigger.last : trigger.last + 1]
        else:
            reach = NEAR_AFTER[self.lexicon.pack.language.loose_spaces]
            near = self.reading.keys[max(0, trigger.first - reach) : trigger.first]
        joined = " ".join(key.rstrip("'") for key in near)
        return any(f" {word} " in f" {joined} " for word in words)

    def tellers(self, trigger: Trigger, doers: Sequence[str]) -> tuple[str, ...]:
        """Who says so: "according to X", or the speaker in whose reported words the act stands."""
        named = [actor for group in self.groups if "per" in group.labels for actor in group.actors]
        speech = [other for other in self.triggers if isinstance(other.entry, Say) and not self.quoted(other)]
        reporting = [say for say in speech if self._reports(say, trigger)]
        for say in reporting[:1]:
            subject = self.clauses(say).frame(say).subject
            named += list(subject.actors) if subject else []
        if self.quoted(trigger) and not speech and self.memory.speaker:
            named.append(self.memory.speaker)  # a paragraph of quoted words: whoever spoke before
        return tuple(actor for actor in dict.fromkeys(named) if actor not in doers)

    def _reports(self, say: Trigger, trigger: Trigger) -> bool:
        """The act stands in what a verb of saying reports: quoted, nominalised before it, or behind its "that"."""
        if say.head == trigger.head:
            return False
        if self.quoted(trigger) or ("that" in trigger.reading and say.head > trigger.head):
            return True
        that = {fold(word) for word in self.lexicon.pack.grammar.clauses.that}
        return say.head < trigger.head and any(key in that for key in self.reading.keys[say.last : say.last + 2])

    # -- when, where, how long

    def evidence(self, trigger: Trigger, frame: Frame) -> Span:
        """The words that state the event: its clause, from its subject on; never more than the sentence."""
        first = frame.first
        if frame.subject is not None and not frame.borrowed:
            first = min(first, frame.subject.first)
        last = max(trigger.last, frame.last)
        carrier = carried_by(trigger, self.triggers, self.lexicon.pack) or self.carrier_of(trigger)
        if carrier is not None:  # "denied", "took place": part of what is told
            first, last = min(first, carrier.first), max(last, carrier.last)
        elif isinstance(trigger.entry, Noun):
            last = max(last, told_until(trigger, self.reading, self.lexicon))
        tokens = self.reading.tokens
        if (
            entry_type(trigger.entry) in ASKING
            and not self.lexicon.pack.language.inflects
            and trigger.reading & {"past"}
        ):
            stops = [at for at in range(last, len(tokens)) if tokens[at].text in STOPS or self.quote_of(at)]
            last = max(last, min(stops, default=len(tokens)))  # what is threatened or demanded stands behind
        listed = member_words(self, trigger)
        if listed is not None:
            return listed
        short = tokens[last - 1].end - tokens[first].start < SHORT_CLAUSE
        if short and entry_type(trigger.entry) in ASKING and not self.lexicon.pack.language.inflects:
            first = 0  # «اگر …، وزیر تهدید کرد»: or it stands before
        elif short and frame.subject is not None and frame.subject.first < first:
            first = frame.subject.first  # "dövüldü" alone says of nobody that he was beaten
        while first < trigger.first and tokens[first].kind == "mark":
            first += 1
        while last > trigger.last and tokens[last - 1].kind == "mark":
            last -= 1
        return tokens[first].start, tokens[last - 1].end

    def date(self, trigger: Trigger, frame: Frame, status: Status) -> tuple[str | None, str | None]:
        """The date of an act and its words, by the words of this sentence."""
        return date_of(self, trigger, frame, status)

    def duration(self, trigger: Trigger, frame: Frame) -> int | None:
        """Minutes that a meeting or call took, where its sentence says so."""
        return duration_of(self, trigger, frame)

    def place(self, trigger: Trigger, frame: Frame, mode: str | None) -> str | None:
        """Where the act of a trigger happened, as an English name, by the words of this sentence."""
        found = place_of(self, trigger, frame, mode)
        return found.name if found is not None else None
