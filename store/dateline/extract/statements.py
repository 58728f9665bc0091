"""Statements: who said what, in quotation marks or reported.

A speaker is the subject of a verb of saying, stands after the words ("…", ha detto X), is named by "according to", or
is the last speaker where a paragraph of quoted words names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from dateline.extract.behind import HEARD
from dateline.extract.cast import Cast
from dateline.extract.context import Sentence
from dateline.extract.groups import words_of
from dateline.extract.resolve import Memory
from dateline.extract.triggers import Trigger, entry_type
from dateline.extract.voices import voices
from dateline.model import Event, Statement, short_hash
from dateline.packs import Pack, Say, knowledge
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.quotes import Quote
from dateline.text.tokens import Token

if TYPE_CHECKING:
    from dateline.extract.trace import Notes

#: readings in which a verb of saying reports something
SAYING = frozenset({"past", "present", "who", "while", "that"})
UNSAID = frozenset({"would", "future", "infinitive", "must", "not", "if", "aim"})
#: event types of speech that report nothing by themselves: "Putin accused Kyiv"
ACTS = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "AGREE", "CONSULT", "COERCE"})
ADMITTED = "admitted"
TOLD_ENDING = 6  # letters
NEXT = 3  # tokens from what is said to have been said to the verb that says so
BEHIND = 7  # tokens from a verb of saying to who speaks behind it
LEAST_CLAIMED = 4  # tokens beside a denial: it needs no more words
LEAST_DENIED = 2  # "Togo denied this."
LEAST_REPORTED = 9  # tokens of a sentence that reports words without quoting them
#: a quotation shorter than this (code points) is not chosen over a longer one
SHORT = 12


@once_per_pack
def _told_endings(pack: Pack) -> tuple[str, ...]:
    """The last letters of the forms in which a language reports what happened: "-dığını", "-acağını"."""
    found: set[str] = set()
    for listed in pack.conjugation.class_:
        patterns = [form for reading, forms in listed.readings.items() if "that" in reading.split() for form in forms]
        for pattern in patterns:
            letters = [listed.harmony.get(letter, letter) for letter in pattern.lstrip("~")[-TOLD_ENDING:]]
            found |= {fold("".join(chosen)) for chosen in product(*letters)}
    return tuple(sorted(found))


class StatementReader:
    """Reads the statements of one article, sentence by sentence."""

    def __init__(self, cast: Cast, pack: Pack, memory: Memory, notes: Notes | None = None) -> None:
        self.notes = notes
        self.cast = cast
        self.pack = pack
        self.memory = memory
        self._last: Sentence | None = None  # the sentence before

    def read(self, sentence: Sentence, events: Sequence[Event]) -> list[Statement]:
        """The statements of a sentence, one a speaker. ``events`` are those the same sentence states.

        What is only reported is a statement where it is no event: "he said that they had met" states the meeting.
        """
        found: dict[str | None, Statement] = {}
        for speaker in self._according(sentence):
            if not self._agency(speaker):
                quote = max(sentence.quotes, key=_length, default=None)
                found[speaker] = self._statement(speaker, "said", "say: according to", quote, sentence)
        more = [] if found else self._said(found, sentence, events)
        if not found and not events:
            for speaker in self._according(sentence):
                found[speaker] = self._statement(speaker, "said", "say: according to", None, sentence)
        if not found:
            for speaker, quote in self._before_colon(sentence):
                found[speaker] = self._statement(speaker, "said", "say: before a colon", quote, sentence)
        if not found:
            for speaker, quote in voices(sentence, self.pack):
                found[speaker] = self._statement(speaker, "said", "say: voice", quote, sentence)
        if not found and self.memory.speaker and self._only_quoted(sentence):
            speaker, quote = self.memory.speaker, max(sentence.quotes, key=_length)
            found[speaker] = self._statement(speaker, "said", "say: quotation of the last speaker", quote, sentence)
        if found:
            self.memory.speaker = next(iter(found))
        self._last = sentence
        return [*found.values(), *more]

    def _said(self, found: dict[str | None, Statement], sentence: Sentence, events: Sequence[Event]) -> list[Statement]:
        """The verbs of saying, those that quote first. What somebody in ``found`` says besides comes back."""
        says = [
            trigger
            for trigger in sentence.triggers
            if isinstance(trigger.entry, Say)
            and not sentence.quoted(trigger)
            and (self._cleft(trigger, sentence) or (trigger.reading & SAYING and not trigger.reading & UNSAID))
            and not self._unsaid(trigger, sentence)
        ]
        own = self._quotes(says, sentence)
        more: list[Statement] = []
        for trigger in sorted(says, key=lambda trigger: trigger.head not in own):
            quote = own.get(trigger.head)
            last = self._last if self._of_the_last(trigger, sentence) else None
            if quote is None and last is None and not self._reports(trigger, sentence, events):
                self.memory.speaker = next(iter(self._speakers(trigger, sentence)), self.memory.speaker)
                continue
            assert isinstance(trigger.entry, Say)
            for speaker in self._speakers(trigger, sentence):
                if last is not None:
                    quote = quote or max(last.quotes, key=_length, default=None)
                rule = f"say: {trigger.name}"
                said = self._statement(speaker, trigger.entry.english, rule, quote, sentence, last)
                if speaker not in found:
                    found[speaker] = said
                elif quote is not None and found[speaker].quote not in (None, said.quote):
                    more.append(said)
        return more

    def _of_the_last(self, trigger: Trigger, sentence: Sentence) -> bool:
        """The sentence opens with "it" and the verb: "Lo ha detto X" says who said the sentence before."""
        words = {fold(word) for word in self.pack.say_more.said_it}
        if self._last is None or trigger.first > 2 or sentence.quotes:
            return False
        if self._cleft(trigger, sentence):
            return True
        before = [token for token in sentence.reading.tokens[: trigger.first] if token.kind == "word"]
        return bool(before) and all(token.key.rstrip("'") in words for token in before)

    def _cleft(self, trigger: Trigger, sentence: Sentence) -> bool:
        """An infinitive with "is" behind it: "ad annunciarlo è stato X"."""
        keys = " ".join([*sentence.reading.keys[trigger.last : trigger.last + 2], ""])
        return "infinitive" in trigger.reading and any(
            keys.startswith(f"{fold(words)} ") for words in self.pack.say_more.it_is
        )

    def _unsaid(self, trigger: Trigger, sentence: Sentence) -> bool:
        """A negation stands inside the form or right before it: "had not commented"."""
        if self.pack.language.order == "verb-last":
            return False
        words = {fold(word) for word in self.pack.grammar.clauses.not_}
        return any(key in words for key in sentence.reading.keys[max(0, trigger.first - 2) : trigger.head])

    def _quotes(self, says: Sequence[Trigger], sentence: Sentence) -> dict[int, Quote]:
        """Each quotation belongs to the verb of saying nearest to it; a verb keeps its longest."""
        own: dict[int, Quote] = {}
        tokens = sentence.reading.tokens
        for quote in sentence.quotes:
            if quote.inner_end <= quote.inner_start or not says:
                continue
            near = min(says, key=lambda say: _distance(tokens[say.head], quote))
            behind = tokens[near.head].start >= quote.end
            first, last = (quote.end, tokens[near.head].start) if behind else (tokens[near.head].end, quote.start)
            if any(token.text == ";" for token in tokens if first <= token.start < last):
                continue  # "…; its spokesman spoke of …": another clause altogether
            if near.head not in own or _length(quote) > _length(own[near.head]):
                own[near.head] = quote
        return own

    def _reports(self, trigger: Trigger, sentence: Sentence, events: Sequence[Event]) -> bool:
        """Enough words are reported, and they are more than the event they may state."""
        promise = isinstance(trigger.entry, Say) and trigger.entry.english == "promised"
        start = sentence.reading.tokens[trigger.first].start
        acts = ACTS - {"AGREE"} if promise else ACTS
        behind = sentence.reading.keys[trigger.last : trigger.last + 1]
        if promise and self.pack.language.order == "verb-middle" and words_of(self.pack).infinitive & set(behind):
            return False  # "pledged to respect the border": a plan
        declares = isinstance(trigger.entry, Say) and trigger.entry.english == "declared"
        if declares and self.pack.language.order == "verb-middle" and not self._content(trigger, sentence):
            return False  # "declared three days of mourning": done, not said
        if any(other.head == trigger.head and entry_type(other.entry) in acts for other in sentence.triggers):
            return False
        if isinstance(trigger.entry, Say) and trigger.entry.english == ADMITTED and self._agreed(trigger, sentence):
            return False
        if {"who", "past"} <= trigger.reading or self._aside(trigger, sentence):
            return False  # "avladığını öne sürdüğü tekne": an aside
        if self._acts(trigger, sentence) and not self._content(trigger, sentence):
            return False
        if any(event.type == "THREATEN" and event.rule == f"verb: {trigger.name}" for event in events):
            return self._content(trigger, sentence) and self.pack.language.order != "verb-last"
        claim = isinstance(trigger.entry, Say) and trigger.entry.claim
        if any(event.status == "denied" and event.start >= start for event in events):
            return False  # "denied that it had sent troops": the act denied tells it
        inside = [event for event in events if self._inside(event, trigger, sentence)]
        if not claim and any(self._own_act(event, trigger, sentence) for event in inside):
            return False
        denial = isinstance(trigger.entry, Say) and trigger.entry.english == "denied"
        least = LEAST_DENIED if denial else LEAST_CLAIMED if claim else LEAST_REPORTED
        return len(sentence.reading.tokens) - (trigger.last - trigger.first) >= least

    def _agreed(self, trigger: Trigger, sentence: Sentence) -> bool:
        """No nominal stands before the verb, where verbs stand last: "yasayı kabul etti" admits nothing."""
        language = self.pack.language
        if language.order != "verb-last" or not language.inflects or not trigger.first:
            return False
        return not sentence.reading.keys[trigger.first - 1].endswith(_told_endings(self.pack))

    def _aside(self, trigger: Trigger, sentence: Sentence) -> bool:
        """A nominal of saying that no other verb of saying takes up, where verbs stand last and take endings."""
        language = self.pack.language
        if language.order != "verb-last" or not language.inflects or "that" not in trigger.reading:
            return False
        return not any(
            isinstance(other.entry, Say) and 0 < other.head - trigger.head <= NEXT for other in sentence.triggers
        )

    def _acts(self, trigger: Trigger, sentence: Sentence) -> bool:
        """The verb states an act of its own too, in a language that opens what is reported with a word."""
        if self.pack.language.order == "verb-last":
            return False
        return any(
            other.head == trigger.head and entry_type(other.entry) in ("THREATEN", "PROTEST")
            for other in sentence.triggers
        )

    def _content(self, trigger: Trigger, sentence: Sentence) -> bool:
        """A word like "that" stands close behind the verb: something is reported."""
        opening = {fold(word) for word in self.pack.grammar.clauses.that}
        near = sentence.reading.keys[trigger.last : trigger.last + 5]
        return any(key.rstrip("'") in opening for key in near)

    def _own_act(self, event: Event, trigger: Trigger, sentence: Sentence) -> bool:
        """Who says so tells of his own or his country's act; what another does he reports, where endings tell whose."""
        speakers = self._speakers(trigger, sentence)
        homes = {held.of for speaker in speakers for held in self.cast.held_by(speaker) if held.of}
        homes |= {self.cast.homes[speaker] for speaker in speakers if speaker in self.cast.homes}
        known = homes or any(self.cast.members[speaker].kind == "country" for speaker in speakers)
        language = self.pack.language
        if language.order != "verb-last" or not language.inflects or not known or not event.source:
            return True
        return bool({*speakers, *homes} & {*event.source})

    def _inside(self, event: Event, trigger: Trigger, sentence: Sentence) -> bool:
        """The event is what is reported: it ends at the verb of saying, or starts behind it."""
        tokens = sentence.reading.tokens
        if self.pack.language.order == "verb-last":
            behind = event.start >= tokens[trigger.last - 1].end  # «اعلام کرد که …»
            return behind or tokens[max(0, trigger.first - 2)].start <= event.end <= tokens[trigger.first].end
        own = event.rule == f"verb: {trigger.name}"  # "warned that …": the verb of saying is the event
        return not own and event.end > tokens[trigger.last - 1].end

    def _speakers(self, trigger: Trigger, sentence: Sentence) -> tuple[str, ...]:
        frame = sentence.clauses(trigger).frame(trigger)
        subject = frame.subject
        before = sentence.reading.tokens[trigger.first - 1].kind if trigger.first else "mark"
        after = self._of_the_last(trigger, sentence)
        after = after or self._cleft(trigger, sentence)
        inverted = (before == "mark" and trigger.entry.english not in HEARD) or after  # type: ignore[union-attr]
        if frame.borrowed and self.pack.language.order == "verb-middle" and inverted:
            near = [
                group
                for group in frame.groups
                if "object" in group.labels and 0 <= group.first - trigger.last <= BEHIND
            ]
            subject = near[0] if near else subject
        if "passive" in trigger.reading:
            subject = frame.group("by")
            return subject.actors[:1] if subject else ()
        if subject is not None and subject.actors:
            return subject.actors[:2]
        if "who" in trigger.reading:
            return ()  # "ateşkesi öneren taraf": somebody whom the words do not name
        if self.pack.language.drops_subject and subject is None and not frame.unnamed:
            own = sentence.main_group()  # '"…", ha commentato, ricordando …': whoever was spoken of before
            return (self.memory.former if own and own.first > trigger.head else self.memory.subject)[:1]
        return ()

    def _agency(self, actor: str) -> bool:
        """A news agency passes on what others say."""
        known = knowledge.organisations().get(actor)
        return known is not None and known.media

    def _according(self, sentence: Sentence) -> tuple[str, ...]:
        for group in sentence.groups:
            if "per" in group.labels and group.actors:
                return group.actors[:1]
        return ()

    def _before_colon(self, sentence: Sentence) -> Iterator[tuple[str, Quote]]:
        """Whose name or title stands alone before a colon and quoted words: "Tanja Fajon: “…”"."""
        for quote in sentence.quotes:
            inside = [at for at, token in enumerate(sentence.reading.tokens) if token.start >= quote.start]
            colon = inside[0] - 1 if inside else -1
            if colon < 1 or sentence.reading.keys[colon] != ":" or _length(quote) < SHORT:
                continue
            for group in sentence.groups:
                if group.last == colon and not group.labels and len(group.actors) == 1:
                    yield group.actors[0], quote
                    return

    def _only_quoted(self, sentence: Sentence) -> bool:
        """Most of the sentence stands in quotation marks, and it is no headline in capitals."""
        span = sentence.reading.sentence
        quoted = sum(quote.end - quote.start for quote in sentence.quotes)
        return quoted > 40 and quoted >= 0.8 * (span.end - span.start) and not sentence.reading.shouting

    def _statement(
        self, speaker: str | None, verb: str, rule: str, quote: Quote | None, sentence: Sentence,
        last: Sentence | None = None,
    ) -> Statement:  # fmt: skip
        span = sentence.reading.sentence
        start = (last or sentence).reading.sentence.start
        text = self.cast.text
        self._name(speaker, sentence)
        told_by = [self.cast.members[actor].name for actor in self._according(sentence) if actor != speaker]
        made = Statement(
            id=short_hash("statement", speaker, text[start : span.end]),
            speaker=speaker,
            verb=verb,
            start=start,
            end=span.end,
            rule=rule,
            quote=text[quote.inner_start : quote.inner_end] if quote else None,
            according_to=tuple(told_by),
            sure=speaker is not None and quote is not None,
        )
        if self.notes is not None:
            self.notes.statement(made, sentence)
        return made

    def _name(self, speaker: str | None, sentence: Sentence) -> None:
        """Who speaks is somebody: a body that only an article tells ("ha detto la Cgil") is named by it."""
        if speaker is None or self.cast.members[speaker].spans:
            return
        for party in sentence.parties:
            if speaker in party.actors:
                tokens = sentence.reading.tokens
                self.cast.see(speaker, tokens[party.first].start, tokens[party.last - 1].end)


def without_overtaken(told: Sequence[Statement], said: Sequence[Statement]) -> list[Statement]:
    """The statements so far, without guesses whose quotation a sentence was that the next one tells."""
    guessed = "say: quotation of the last speaker"
    return [
        other
        for other in told
        if other.rule != guessed or not any(one.start <= other.start and other.end < one.end for one in said)
    ]


def _distance(token: Token, quote: Quote) -> int:
    return max(quote.start - token.end, token.start - quote.end)


def _length(quote: Quote) -> int:
    return quote.inner_end - quote.inner_start
