"""Deeds spoken of again: which act told before a noun means, and so who stands behind "the raid", "the accord".

The noun is one of the pack's nouns of happening or of its ``acts``. An attack is blamed on who attacked, an accord
praised of both, a claim rejected of whoever made it; "the move" is what another did last.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.groups import words_of
from dateline.extract.lexicon import Lexicon, hardened
from dateline.extract.standins import StandIns
from dateline.extract.triggers import Trigger
from dateline.model import MUTUAL_TYPES, Event
from dateline.packs import Noun, Pack, Verb, knowledge
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

#: what an act may have been told as, besides what its noun says: "the raid" that arrested, "the accord" on a truce
KIN: Mapping[str, frozenset[str]] = {
    "ASSAULT": frozenset({"ASSAULT", "COERCE", "MOBILIZE"}),
    "COERCE": frozenset({"COERCE", "ASSAULT"}),
    "MOBILIZE": frozenset({"MOBILIZE", "ASSAULT", "COERCE", "COOPERATE"}),
    "AGREE": frozenset({"AGREE", "RETREAT", "COOPERATE"}),
    "RETREAT": frozenset({"RETREAT", "AGREE"}),
    "COOPERATE": frozenset({"COOPERATE", "AGREE"}),
    "SANCTION": frozenset({"SANCTION", "COERCE", "REJECT"}),
    "REQUEST": frozenset({"REQUEST", "THREATEN"}),
    "AID": frozenset({"AID", "COOPERATE"}),
}
#: what people say of others' acts: never "the move" itself
SPEECH = frozenset({"ACCUSE", "SUPPORT", "THREATEN", "REQUEST", "CONSULT", "PROTEST"})
#: what is rejected where nothing tells what
ASKING = frozenset({"ACCUSE", "THREATEN"})
#: what is threatened or retaliated for
ANSWERED = frozenset({"ASSAULT", "SANCTION", "COERCE", "ACCUSE", "THREATEN"})
LATELY = 4  # events
PAPERS = ("AGREE", "RETREAT")
ANY = "any"  # the pack's word for acts of no certain type: "the move", "the decision"
NEAR = 6  # tokens between an act of speech and the noun of what it is about
SHORTEST = 3  # letters of a noun
FAR_BACK = 12  # events that a noun reaches back over
#: those who made something are both meant, not only who is named first
TOGETHER = frozenset({"SUPPORT", "REQUEST"})


OWNING = frozenset({"of", "whose", "by"})


class Doers(NamedTuple):
    """Whom an act of speech is about, as actor ids; ``named`` where its own sentence says so."""

    actors: tuple[str, ...] = ()
    named: bool = False


@once_per_pack
def _acts(pack: Pack) -> Mapping[str, str]:
    """Event type by folded noun: the pack's nouns of happening in one word, and its acts."""
    nouns = {fold(word): noun.type for noun in pack.noun for word in (noun.noun, *noun.also)}
    nouns = {word: type_ for word, type_ in nouns.items() if " " not in word and len(word) >= SHORTEST}
    return nouns | {fold(word): type_ for type_, words in pack.grammar.acts.items() for word in words}


class Deeds:
    """Finds who did what the object of an act of speech names."""

    def __init__(self, stand_ins: StandIns) -> None:
        self.stand_ins = stand_ins
        self.memory = stand_ins.memory
        self.cast = stand_ins.cast

    def doers(self, type_: str, trigger: Trigger, own: AbstractSet[str], frame: Frame, sentence: Sentence) -> Doers:
        """Who stands behind the act that is spoken of; ``own`` are who speaks and their countries."""
        speaker = self.memory.speaker
        told_by = knowledge.organisations().get(speaker or "")
        if told_by is not None and told_by.media:
            speaker = None  # an agency tells what others say
        for at, named in named_acts(type_, trigger, frame, sentence):
            owners = _owners(at, named, own, sentence)
            if owners:
                return Doers(owners, True)
            found = self._told(type_, named, own)
            if not found and named == "ACCUSE" and speaker and speaker not in own:
                found = (speaker,)  # "that account": of who spoke last
            if not found and named in PAPERS and type_ in TOGETHER:
                found = tuple(actor for actor in self.stand_ins.foremost() if actor not in own)
            if found:
                return Doers(found)
        return Doers()

    def asked_of(self, type_: str, own: AbstractSet[str]) -> tuple[str, ...]:
        """Who lately accused or threatened one of ``own``, or acted against them: that is rejected, or answered."""
        kinds = ASKING if type_ == "REJECT" else ANSWERED
        for event in reversed([*self.memory.events[-LATELY:], *self.memory.now]):
            guessed = {*event.inferred} if event.type != "ASSAULT" else {*event.source}
            if event.type in kinds and own & {*event.target} - guessed:
                return tuple(actor for actor in map(self._state, event.source) if actor not in own)
        return ()

    def adversaries(self, own: AbstractSet[str]) -> tuple[str, ...]:
        """Against whom one of ``own`` has acted or spoken, or who against them, as the article last told it."""
        for event in reversed([*self.memory.events[-FAR_BACK:], *self.memory.now]):
            if event.type not in ANSWERED or event.inferred or not (event.source and event.target):
                continue
            source, target = ({self._state(actor) for actor in side} for side in (event.source, event.target))
            if bool(own & source) is not bool(own & target):
                return tuple(sorted(target if own & source else source))
        return ()

    def partners(self, own: AbstractSet[str]) -> tuple[str, ...]:
        """With whom one of ``own`` made the agreement or truce that the article opens with."""
        for event in self.memory.events[-FAR_BACK:]:
            parties = dict.fromkeys(self._parties("SUPPORT", event)) if event.type in PAPERS else {}
            if own & {*parties, *event.source, *event.target} and len(parties) > 1:
                return tuple(actor for actor in parties if actor not in own)
        return ()

    def _told(self, type_: str, named: str, own: AbstractSet[str]) -> tuple[str, ...]:
        """Who stood behind the last act of that type, or of one that is told in its place."""
        told = [*self.memory.events, *self.memory.now][-FAR_BACK:]
        both = [event for event in told if event.source and event.target]
        if type_ == "REQUEST" and named == "CONCEDE":
            named = "COERCE"  # a release is asked of whoever arrested
        for kinds, events in (
            (frozenset({named}), both),
            (frozenset({named}), told),
            (KIN.get(named, frozenset()), told),
        ):
            lead = named in PAPERS  # "the accord": what the article opens with, not the older one of its background
            for event in reversed(told) if named == ANY else events if lead else reversed(events):
                if named != ANY and event.type not in kinds:
                    continue
                if named == ANY and (event.type in SPEECH or own & {*event.source}):
                    continue  # "praised the move": not what one has done oneself
                found = tuple(actor for actor in self._parties(type_, event) if actor not in own)
                if found:
                    return found
        return () if named in PAPERS and type_ in TOGETHER else self._spoken_of(named, own)

    def _spoken_of(self, named: str, own: AbstractSet[str]) -> tuple[str, ...]:
        """Who did an act that the article only spoke of: "after the raid by Ecuadorian police"."""
        kinds = {named, *KIN.get(named, ())}
        for type_, doers in reversed(self.memory.doers[-FAR_BACK:]):
            states = tuple(dict.fromkeys(self._state(actor) for actor in doers))
            if type_ in kinds and not own & {*states}:
                return states
        return ()

    def _parties(self, type_: str, event: Event) -> tuple[str, ...]:
        """Those who made an act together, else who did it; a state where one of its own acted for it."""
        together = event.type in MUTUAL_TYPES or (event.type == "RETREAT" and type_ in TOGETHER)
        actors = (*event.source, *event.target) if together else event.source
        if event.type in MUTUAL_TYPES and type_ != "SUPPORT":  # "welcomed the accord": of the states that made it
            return actors
        if event.type == "AGREE":  # those who sign do it for somebody
            return tuple(dict.fromkeys(self.stand_ins.nation_of(actor) or actor for actor in actors))
        return tuple(dict.fromkeys(self._state(actor) for actor in actors))

    def _state(self, actor: str) -> str:
        """The country for which an office of its own acted, the body for which its spokesman did."""
        speaking = [held.of for held in self.cast.held_by(actor) if held.office.startswith("Spokes") and held.of]
        if speaking:
            return speaking[0]
        nation = self.stand_ins.nation_of(actor)
        if nation is None or not nation.startswith("country-") or self.stand_ins.is_soldier(actor):
            return actor
        if not self.cast.members[nation].spans:
            return actor  # the article names the ministry only
        return nation


def named_acts(type_: str, trigger: Trigger, frame: Frame, sentence: Sentence) -> list[tuple[int, str]]:
    """The acts that stand where the object of an act of speech does: tokens and types, nearest first."""
    level, tokens = sentence.quote_of(trigger.head), sentence.reading.tokens
    found = {
        other.head: other.entry.type
        for other in sentence.triggers
        if isinstance(other.entry, Noun | Verb) and other is not trigger and _is_named(type_, other)
        if frame.first <= other.first < max(frame.last, trigger.last + NEAR)
        if type_ != "REJECT" or other.entry.type != "CONSULT"  # an invitation refused refuses no guest
    }
    near = range(max(frame.first, trigger.first - NEAR), trigger.last)
    if sentence.lexicon.pack.language.order != "verb-last":
        near = range(trigger.head + 1, min(len(tokens), trigger.last + NEAR))
        near = range(near.start, next((at for at in near if tokens[at].kind == "mark"), near.stop))
    for at in near:
        word = type_of(sentence.reading.keys[at], sentence.lexicon)
        own = trigger.first <= at < trigger.last and word == type_  # the note of "handed over a note"
        own = own or (type_ == "REJECT" and word == "CONSULT")
        if word and not own and at not in found and sentence.quote_of(at) == level:
            found[at] = word
    keys, words = sentence.reading.keys, words_of(sentence.lexicon.pack)
    if frame.first > 1 and keys[frame.first - 1].rstrip("'") in words.that:  # "a move that Brussels criticised"
        if word := type_of(keys[frame.first - 2], sentence.lexicon):
            found[frame.first - 2] = word
    else:
        counted = _counts(sentence.lexicon.pack)
        found = {at: type_ for at, type_ in found.items() if not counted & {keys[at - 1].rstrip("'")}}  # "a meeting"
    return [(at, found[at]) for at in sorted(found, key=lambda at: abs(at - trigger.head))]


@once_per_pack
def _counts(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.dates.numbers)


def _is_named(type_: str, other: Trigger) -> bool:
    """A noun of happening, or a verb that stands as one: "görüşmeyi", "serbest bırakılmasını", "to release"."""
    if isinstance(other.entry, Noun):
        return True
    released = type_ == "REQUEST" and getattr(other.entry, "type", "") == "CONCEDE"
    return "noun" in other.reading or (released and "infinitive" in other.reading)


def _owners(at: int, named: str, own: AbstractSet[str], sentence: Sentence) -> tuple[str, ...]:
    """Whose the act at a token is, where somebody beside it owns it: "the EU's sanctions"."""
    ezafe = "" in sentence.lexicon.pack.grammar.before.get("of", ())  # an owner stands behind, by no mark
    marks = next(
        (frozenset(t.entry.source) for t in sentence.triggers if t.head == at and isinstance(t.entry, Noun)), None
    )
    if marks is None:
        marks = frozenset({"by"}) if named in ("CONCEDE", "COERCE") else OWNING  # whose release it is, he is set free
    marks = marks & OWNING | {"by"}
    for group in sentence.groups:
        behind = 1 <= group.first - at <= 3
        owning = bool(group.labels & marks)
        between = sentence.reading.tokens[min(at, group.last) : max(at + 1, group.first)]
        if any(token.kind == "mark" for token in between):
            continue
        if (owning and (behind or -1 <= at - group.last <= 1)) or (ezafe and behind and not group.labels):
            return tuple(actor for actor in group.actors if actor not in own)
    return ()


def type_of(key: str, lexicon: Lexicon) -> str | None:
    """The type of the act that a word speaks of, with any case ending."""
    acts, language = _acts(lexicon.pack), lexicon.pack.language
    key = key.rstrip("'")
    if key in acts or not (language.inflects or language.loose_spaces):
        return acts.get(key)
    for cut in range(len(key) - 1, 2, -1):
        rest = key[cut:]
        if rest in lexicon.endings or lexicon.possessed(rest) is not None or rest in _plurals(lexicon.pack):
            stem = next((stem for stem in hardened(key[:cut]) if stem in acts), None)
            if stem is not None:
                return acts[stem]
    return None


@once_per_pack
def _plurals(pack: Pack) -> frozenset[str]:
    return frozenset(fold(ending) for ending in pack.grammar.noun_endings)
