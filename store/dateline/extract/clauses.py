"""Clauses: who stands where around a trigger.

Parties joined by "and" are one group. A trigger's clause reaches to the neighbouring verb or to a word that opens a new
clause; inside it groups are found by label. The subject is the unmarked group that the language's order puts first,
the head noun of a relative clause, the genitive of a nominalised one, or the subject of the clause before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.extract.behind import doer_behind, speakers_aside
from dateline.extract.groups import FINITE, PAIR, Group, words_of
from dateline.extract.lexicon import Lexicon
from dateline.extract.midwords import as_object, closed_clause, describes
from dateline.extract.names import Reading as SentenceReading
from dateline.extract.negated import nots_of
from dateline.extract.nominatives import acting, alone, doing, owning
from dateline.extract.resumed import follows, past_aside, resumed, told_of, without_next_doer
from dateline.extract.triggers import Carrier, Trigger
from dateline.extract.unnamed import has_own_noun, has_plural_owner, is_unnamed
from dateline.packs import Noun

STOPS = frozenset(";:.!?…")
#: readings of verbs inside another verb's clause: what stands before them may be the outer verb's
NESTED = frozenset({"noun", "infinitive", "that", "who"})


class Frame(NamedTuple):
    """What stands around one trigger: its clause as tokens ``[first, last)``, its subject, the labelled groups."""

    first: int
    last: int
    subject: Group | None
    groups: tuple[Group, ...]
    borrowed: bool = False  # the subject is that of another clause
    unnamed: bool = False  # the clause has a subject of its own that names nobody

    def group(self, label: str) -> Group | None:
        return next((group for group in self.groups if label in group.labels), None)


def _nested(verb: Trigger) -> bool:
    """A form that stands inside another verb's clause; a subjunctive ("finite") has a clause of its own."""
    return bool(verb.reading & NESTED) and "finite" not in verb.reading


def _is_nominal(verb: Trigger) -> bool:
    return bool(verb.reading & {"noun", "that"}) and _nested(verb)


def _undergone(verb: Trigger) -> bool:
    """A bare participle, whose clause hangs on a noun: "promossi", no past tense."""
    return "participle" in verb.reading and not verb.reading & {"past", "present"}


class Clauses:
    """The clauses of one sentence: frames for its triggers."""

    def __init__(
        self, reading: SentenceReading, triggers: Sequence[Trigger], groups: Sequence[Group], lexicon: Lexicon
    ) -> None:
        self.reading = reading
        self.triggers = triggers
        self.groups = groups
        self.lexicon = lexicon
        self.last = lexicon.pack.language.order == "verb-last"
        self.words = words_of(lexicon.pack)
        self._subjects: dict[int, Group | None] = {}
        self._framed_heads: set[int] = set()
        self._spoken: dict[int, Group] | None = None
        self._relative: dict[int, Group] = {}  # heads of relative clauses -> whom they are about

    def frame(self, trigger: Trigger) -> Frame:
        """The clause of a trigger and who stands in it."""
        self._framed_heads.add(trigger.head)
        return self._verb_last(trigger) if self.last else self._verb_middle(trigger)

    def _verbs(self) -> list[Trigger]:
        return [trigger for trigger in self.triggers if not isinstance(trigger.entry, Noun)]

    def _breaks(self, at: int) -> bool:
        token = self.reading.tokens[at]
        return token.text in STOPS or self.reading.keys[at] in self.words.breaks

    # -- languages with the verb at the end

    def _verb_last(self, trigger: Trigger) -> Frame:
        mark = self._mark_before(trigger.first)
        earlier = [v for v in self._verbs() if v.head < trigger.first and not self._inside(v, trigger)]
        nested = _nested(trigger)
        ends = [verb.head + 1 for verb in earlier if nested or not _nested(verb)]
        first = max([mark, *ends, *self._coordinated(trigger.first), *self._past_condition(mark, trigger.first)])
        inside = [group for group in self.groups if group.first >= first and group.last <= trigger.last]
        reading = trigger.reading
        if "who" in reading and not reading & {"past", "future"}:
            after = [group for group in self.groups if group.first >= trigger.last]
            subject = alone(after[0], self.reading.keys) if after and after[0].first - trigger.last <= 1 else None
            if subject is None:
                return Frame(first, trigger.last, None, tuple(inside), borrowed=True)
            return self._framed(trigger, first, subject, inside, False)
        bare = [group for group in inside if not group.labels and (group.actors or group.first < trigger.first)]
        inflects = self.lexicon.pack.language.inflects
        bare = acting(bare, earlier, self.reading) if inflects else bare
        chained = self._chained(trigger, mark)
        if nested or (chained and not bare):
            subject = self._doer(trigger, inside) or self._doer(trigger, chained)
            if subject is None and ("noun" not in reading or "own" in reading):  # "geri çekmeye başladı": its doer too
                subject = bare[0] if bare else None
            if subject is not None and "of" not in subject.labels and self._owned(first, trigger):
                return Frame(first, trigger.last, None, tuple(inside), borrowed=True, unnamed=True)
            return self._framed(trigger, first, subject, [g for g in inside if g is not subject], False)
        subject = next((group for group in bare if group.actors), bare[0] if bare else None)
        taken = self._taken(trigger, first, earlier)
        rest = [group for group in inside if group is not subject and group not in taken]
        rest = [owning(group, trigger) for group in rest] if inflects else rest
        return self._framed(trigger, first, subject, rest, False)

    def _chained(self, trigger: Trigger, mark: int) -> list[Group]:
        """ "Blinken'ın Mısır'a giderek Sisi ile görüşmesi": a converb and the nominal behind it have one doer.

        The groups before both, where no unmarked one could be the doer; none where the verbs are others.
        """
        verbs = self._verbs()
        before = [verb for verb in verbs if verb.head < trigger.first]
        after = [verb for verb in verbs if verb.head > trigger.head]
        if "while" in trigger.reading and after and _is_nominal(after[0]):
            found = [group for group in self.groups if mark <= group.first < trigger.first]
        elif _is_nominal(trigger) and before and "while" in before[-1].reading:
            found = [group for group in self.groups if mark <= group.first < before[-1].first]
        else:
            return []
        return found if all(group.labels for group in found) else []

    def _doer(self, trigger: Trigger, inside: Sequence[Group]) -> Group | None:
        """The genitive before a nominalised verb is its doer, but for forms whose doer is the main verb's (``own``).

        Where the main verb is itself nominalised ("Biden'ın … kurmaya hazır olduğunu"), its genitive is the doer.
        """
        owners = [group for group in inside if "of" in group.labels or (group.labels == PAIR and len(group.actors) > 1)]
        if self.lexicon.pack.language.inflects:
            owners = doing(owners, trigger, self.reading, self.lexicon)
        if "own" in trigger.reading:
            main = next((verb for verb in self._verbs() if verb.head > trigger.head), None)
            if main is None or "that" not in main.reading or "own" in main.reading:
                owners = [group for group in owners if len(group.actors) > 1]
        return owners[0] if owners else None

    def _coordinated(self, at: int) -> list[int]:
        """Where clauses open before a place after a finite verb, known or not, and "and" («پیروز شد و …»)."""
        keys = self.reading.keys
        inside = {word for found in self.reading.triggers for word in range(found.first, found.last - 1)}  # «گفت و گو»
        ends = self.reading.ends - inside
        return [end + 1 for end in ends if end + 1 < at and keys[end + 1] in self.words.joins]

    def _past_condition(self, first: int, at: int) -> list[int]:
        """Where the main clause opens behind a condition («اگر روسیه تضمین بدهد، اوکراین …») or a relative clause."""
        keys, ends = self.reading.keys, self.reading.ends
        relative = first > 1 and keys[first - 1] in self.words.that and first - 2 not in ends
        opened = range(first, at - 1) if relative or (first and keys[first - 1] in self.words.if_) else ()
        return [end + 2 - relative for end in ends if end in opened and keys[end + 1] in (",", "،")]

    def _mark_before(self, at: int) -> int:
        """The token after the last mark or word that parts clauses before a place."""
        for place in range(at - 1, -1, -1):
            if self._breaks(place) or self.reading.keys[place] in self.words.that:
                return place + 1
        return 0

    def _taken(self, trigger: Trigger, first: int, earlier: Sequence[Trigger]) -> list[Group]:
        """Groups that belong to the verbal nouns inside a clause: the nearest of each label that they ask for."""
        taken: list[Group] = []
        start = first
        for verb in earlier:
            if verb.head < first or not _nested(verb):
                continue
            own = [group for group in self.groups if start <= group.first and group.last <= verb.head]
            labels = {*getattr(verb.entry, "target", ()), "of"} - {"subject"}
            for label in labels:
                fitting = [group for group in own if label in group.labels]
                if fitting and (label == "of" or len(fitting) > 1 or label not in getattr(trigger.entry, "target", ())):
                    taken.append(fitting[-1])
            start = verb.head + 1
        return taken

    def _inside(self, verb: Trigger, trigger: Trigger) -> bool:
        """A participle or nominal inside the phrase of the trigger is no border ("uyarısında bulunan")."""
        return trigger.first <= verb.first < trigger.last

    def _framed(
        self, trigger: Trigger, first: int, subject: Group | None, inside: Sequence[Group], borrowed: bool
    ) -> Frame:
        taken = [(group.first, group.last) for group in self.groups]
        opened = self._mark_before(first - 1) - 1 if subject is None and first - 1 in self.reading.ends else 0
        relative = opened > 0 and self.reading.keys[opened] in self.words.that  # «منبعی که نخواست نامش فاش شود گفت»
        start, end = (self._mark_before(opened), opened) if relative else (first, trigger.first)
        owned = _nested(trigger) and self._owned(start, trigger)
        if subject is None and (owned or is_unnamed(start, end, taken, self.reading, self.lexicon)):
            self._subjects[trigger.head] = None
            return Frame(first, trigger.last, None, tuple(inside), borrowed=True, unnamed=True)
        if subject is None:
            subject, borrowed = self._before(first, trigger), True
        if subject is not None:
            self._subjects[trigger.head] = subject
        return Frame(first, trigger.last, subject, tuple(inside), borrowed)

    def _owned(self, first: int, trigger: Trigger) -> bool:
        """A nominal whose doers are a noun in the genitive that names nobody."""
        taken = [(group.first, group.last) for group in self.groups]
        return has_plural_owner(first, trigger.first, taken, self.reading, self.lexicon)

    def _before(self, first: int, trigger: Trigger) -> Group | None:
        """The subject of the clause before, else the first unmarked group of the sentence."""
        for verb in self._verbs():
            if verb.head < trigger.head and verb.head not in self._framed_heads:
                self.frame(verb)
        if (head := self._head_of_relative(first)) is not None:
            return head
        if first - 1 in self.reading.ends and all(verb.last != first for verb in self._verbs()):
            start = self._mark_before(first - 1)  # the clause of a verb that no entry lists
            own = [group for group in self.groups if not group.labels and start <= group.first and group.last < first]
            if own:
                return own[0]
        opening = {*self.words.breaks, *self.words.that}
        if main := resumed(first, self.reading.keys, self._subjects, self._relative, self.words.joins, opening):
            return main
        heads = [head for head, whom in self._subjects.items() if head < trigger.head and self._lends(whom, trigger)]
        opened = self._mark_before(first - 1) - 1 if first - 1 in self.reading.ends else 0
        if opened > 0 and self.reading.keys[opened] in self.words.that:  # «که دانمارک حامی آن است | کشت»
            heads = [head for head in heads if (whom := self._subjects[head]) is None or whom.first < opened]
        if trigger.reading & {"past", "present"} and self.reading.keys[first] in self.words.joins:
            wished = {verb.head for verb in self._verbs() if "finite" in verb.reading}
            heads = [head for head in heads if head not in wished]  # «خواست مرز را باز کند و … متهم کرد»
        if heads:
            return self._subjects[max(heads)]
        return next((group for group in self.groups if not group.labels and group.last <= first), None)

    def _lends(self, subject: Group | None, trigger: Trigger) -> bool:
        """The doer of a nominal in the genitive is not that of the main verb."""
        return not self.last or _nested(trigger) or subject is None or "of" not in subject.labels

    def _head_of_relative(self, first: int) -> Group | None:
        """«ترکمنستان که در پایین رود قرار دارد سفیر خود را فراخواند»: whom the relative clause before is about."""
        opened = self._mark_before(first - 1) - 1
        if not self.reading.ends or opened < 1 or self.reading.keys[opened] not in self.words.that:
            return None
        for group in self.groups:
            small = set(self.reading.keys[group.last : opened]) - {",", "،"} <= self.lexicon.small
            if not group.labels and group.last <= opened and small:
                return group
        return None

    # -- languages with the verb in the middle

    def _verb_middle(self, trigger: Trigger) -> Frame:
        asides = {} if trigger.head in self._asides() else self._asides()
        others = [verb for verb in self._verbs() if verb.head != trigger.head and verb.head not in asides]
        closed = closed_clause(trigger, self.reading, self.lexicon)
        earlier = [verb for verb in others if verb.head < trigger.head and not _undergone(verb)]
        start = max([0, *(verb.head + 1 for verb in earlier if verb.head not in closed)])
        first = start
        within = {at for group in self.groups for at in range(group.first + 1, group.last)}  # "X, who heads"
        for at in range(trigger.head - 1, start - 1, -1):
            if (
                at not in within
                and at not in closed
                and (self._breaks(at) or self.reading.keys[at].rstrip("'") in self.words.that)
            ):
                first = at + 1
                break
        later = [verb for verb in self._verbs() if verb.head > trigger.head]
        last = min([len(self.reading.tokens), *(self._opened_by(verb, trigger) for verb in later)])
        for at in range(trigger.head + 1, last):
            relative = self.reading.keys[at - 1] == "," and self.reading.keys[at].rstrip("'") in self.words.that
            if (self._breaks(at) or relative) and not any(group.first < at < group.last for group in self.groups):
                last = at
                break
        groups = [group for group in self.groups if group not in asides.values()]
        if trigger.head in self._asides():
            first = trigger.first
        before = [group for group in groups if first <= group.first and group.last <= trigger.head]
        before = [group for group in before if group.first not in closed]
        after = [group for group in groups if group.first > trigger.head and group.last <= last]
        after = without_next_doer(after, trigger, self._verbs(), self.reading.keys, self.words.joins)
        subject = self._asides().get(trigger.head) or self._subject_middle(trigger, first, before)
        if subject is not None:
            subject = told_of(trigger, subject, self.triggers, self.frame)
        borrowed = subject is None or trigger.head in self._asides()
        if borrowed and (behind := doer_behind(trigger, after, self.reading, self.lexicon)) is not None:
            subject, borrowed = behind, False
        unnamed = subject is None and self._has_own_noun(trigger, first)
        if unnamed:
            self._subjects[trigger.head] = None
        elif subject is None:
            subject = self._before(trigger.first, trigger)
        if subject is not None and not isinstance(trigger.entry, Noun):
            self._subjects[trigger.head] = subject
        if "passive" not in trigger.reading and not _undergone(trigger):  # "the party, led by X, …": never the target
            before = [group for group in before if not group.labels & {"of", "whose", "by"}]
        inside = [group for group in (*after, *before) if group is not subject]
        objects = [
            as_object(trigger, group, self.reading, self.lexicon) if group in after else group for group in inside
        ]
        return Frame(first, last, subject, tuple(objects), borrowed, unnamed)

    def _opened_by(self, verb: Trigger, trigger: Trigger) -> int:
        """Where the clause of a later verb opens: at the word that joins it, if its own subject stands right before.

        "condemned the coup | and Germany recalled …"
        """
        if not verb.reading & FINITE or not trigger.reading & FINITE:
            return verb.first
        for group in self.groups:
            joined = group.first > trigger.last and self._joins_before(group)
            if joined and not group.labels and 0 <= verb.first - group.last <= 1 and group.actors:
                return group.first
        return verb.first

    def _joins_before(self, group: Group) -> bool:
        """A word like "and" stands before a group and its article."""
        at = group.first - 1
        while at > 0 and self.reading.keys[at].rstrip("'") in self.lexicon.articles:
            at -= 1
        return at > 0 and self.reading.keys[at] in self.words.joins

    def _asides(self) -> dict[int, Group]:
        """The verbs of saying set between marks, with who speaks: "Yemen, said X, struck"; "…, warned X."."""
        if self._spoken is None:
            self._spoken = speakers_aside(self.triggers, self.groups, self.reading, self.lexicon)
        return self._spoken

    def _has_own_noun(self, trigger: Trigger, first: int) -> bool:
        taken = [(group.first, group.last) for group in self.groups]
        joined = any(key in self.words.joins for key in self.reading.keys[max(0, trigger.first - 2) : trigger.first])
        return not joined and has_own_noun(first, trigger.first, taken, self.reading, self.lexicon)

    def _subject_middle(self, trigger: Trigger, first: int, before: Sequence[Group]) -> Group | None:
        """The nearest unmarked group before the verb; across a relative word ("Egypt, which …") the one before it."""
        if "while" in trigger.reading and follows(trigger, self._verbs(), self.reading.keys, self.lexicon.before):
            return None
        if trigger.first and self.reading.keys[trigger.first - 1] in self.words.it:
            return None  # "expelled 15 Russian officials | it said were spies"
        nots = nots_of(self.lexicon.pack)
        bare = [group for group in before if not group.labels and not self._parted(trigger, group)]
        bare = [group for group in bare if not group.first or self.reading.keys[group.first - 1] not in nots]
        if len(bare) > 1 and not bare[-1].actors and self._apposed(bare[-2], bare[-1]):
            bare.pop()  # "Chris Dodd, the president's special adviser, had …"
        aside = past_aside(trigger, self._verbs(), self.reading.keys, self._subjects)
        for past in (self._past_relative(trigger), aside):
            if past is not None:
                return past
        if bare and not self._joined_verb(trigger, bare[-1]):
            return bare[-1]
        owning = [group for group in before if group.labels & {"of", "whose"} and self._beside(group, trigger)]
        owning = [group for group in owning if not describes(group, trigger, self.triggers, self.lexicon)]
        if owning and not bare and not self._joined_verb(trigger, owning[-1]):
            return owning[-1]  # "i commenti di Blinken hanno …": whose words they are
        if first > 0 and self.reading.keys[first - 1].rstrip("'") in self.words.that:
            near = [group for group in self.groups if group.last <= first - 1 and first - 1 - group.last <= 2]
            near = [group for group in near if not any(group.last <= v.head < first for v in self._verbs())]
            if near and not isinstance(trigger.entry, Carrier) and not self._has_own_noun(trigger, first):
                self._relative[trigger.head] = near[-1]
                return near[-1]
        return None

    def _beside(self, group: Group, trigger: Trigger) -> bool:
        """The group stands at most two words before the verb, with no mark between."""
        return trigger.first - group.last <= 2 and "," not in self.reading.keys[group.last : trigger.first]

    def _apposed(self, one: Group, other: Group) -> bool:
        between = [key for key in self.reading.keys[one.last : other.first] if key not in self.lexicon.articles]
        return "," in between and len(between) <= 3

    def _past_relative(self, trigger: Trigger) -> Group | None:
        """Behind "Taiwan, which had …, on Thursday," the verb is Taiwan's again."""
        keys = self.reading.keys
        if trigger.first == 0 or keys[trigger.first - 1] != ",":
            return None
        for head in sorted(self._relative, reverse=True):
            if head < trigger.head and not any(key in STOPS for key in keys[head : trigger.first]):
                return self._relative[head]
        return None

    def _parted(self, trigger: Trigger, group: Group) -> bool:
        """A place before a comma is no subject: "a Kiev, ha incontrato"."""
        comma = self.reading.keys[group.last : group.last + 1] == [","]
        return comma and all(party.phrase.kind in ("capital", "town") for party in group.parties)

    def _joined_verb(self, trigger: Trigger, group: Group) -> bool:
        """ "accused Y and condemned Z": the group is the object of the verb before, not this one's subject."""
        at = trigger.first - 1
        while at > group.last and self.reading.keys[at] not in self.words.joins:
            at -= 1
        earlier = [verb for verb in self._verbs() if verb.head < group.first]
        return at >= group.last and self.reading.keys[at] in self.words.joins and bool(earlier)
