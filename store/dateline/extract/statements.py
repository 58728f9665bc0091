"""Statements: who said what, in quotation marks or reported.

A speaker is the subject of a verb of saying, stands after the words ("…", ha detto X), is named by "according to", or
is the last speaker where a paragraph of quoted words names nobody.
"""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.extract.context import Sentence
from dateline.extract.resolve import Memory
from dateline.extract.triggers import Trigger, entry_type
from dateline.model import Statement, short_hash
from dateline.packs import Pack, Say, knowledge

#: readings in which a verb of saying reports something
SAYING = frozenset({"past", "present", "who", "while", "that"})
UNSAID = frozenset({"would", "future", "infinitive", "must", "not", "if", "aim"})
#: event types of speech that report nothing by themselves: "Putin accused Kyiv"
ACTS = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "AGREE", "CONSULT"})
LEAST_REPORTED = 9  # tokens of a sentence that reports words without quoting them
#: a quotation shorter than this (code points) is not chosen over a longer one
SHORT = 12


class StatementReader:
    """Reads the statements of one article, sentence by sentence."""

    def __init__(self, cast: Cast, pack: Pack, memory: Memory) -> None:
        self.cast = cast
        self.pack = pack
        self.memory = memory
        self._open = False  # the sentence before announced a quotation: "şu ifadeleri kullandı:"

    def read(self, sentence: Sentence) -> list[Statement]:
        """The statements of a sentence, one a speaker."""
        found: dict[str | None, Statement] = {}
        for speaker in self._according(sentence):
            if not self._agency(speaker):
                found[speaker] = self._statement(speaker, "said", "say: according to", sentence)
        if found:
            return self._kept(found, sentence)
        for trigger in sentence.triggers:
            if not isinstance(trigger.entry, Say) or sentence.quoted(trigger):
                continue
            if not trigger.reading & SAYING or trigger.reading & UNSAID or not self._says_something(trigger, sentence):
                continue
            for speaker in self._speakers(trigger, sentence):
                if speaker not in found:
                    found[speaker] = self._statement(speaker, trigger.entry.english, f"say: {trigger.name}", sentence)
        if not found:
            for speaker in self._according(sentence):
                found[speaker] = self._statement(speaker, "said", "say: according to", sentence)
        if not found and self._only_quoted(sentence) and self.memory.speaker:
            speaker = self.memory.speaker
            found[speaker] = self._statement(speaker, "said", "say: quotation of the last speaker", sentence)
        return self._kept(found, sentence)

    def _kept(self, found: dict[str | None, Statement], sentence: Sentence) -> list[Statement]:
        """The statements, with their first speaker remembered."""
        if found:
            self.memory.speaker = next(iter(found))
        text = self.cast.text[sentence.reading.sentence.start : sentence.reading.sentence.end].rstrip()
        self._open = text.endswith(":")
        return list(found.values())

    def _says_something(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Words are quoted, or enough are reported; an act of speech that only names its object is an event alone."""
        if sentence.quotes:
            return True
        if any(other.head == trigger.head and entry_type(other.entry) in ACTS for other in sentence.triggers):
            return False
        return len(sentence.reading.tokens) - (trigger.last - trigger.first) >= LEAST_REPORTED

    def _speakers(self, trigger: Trigger, sentence: Sentence) -> tuple[str, ...]:
        frame = sentence.clauses(trigger).frame(trigger)
        subject = frame.subject
        before = sentence.reading.tokens[trigger.first - 1].kind if trigger.first else "mark"
        if frame.borrowed and self.pack.language.order == "verb-middle" and before == "mark":
            near = [
                group for group in frame.groups if "object" in group.labels and 0 <= group.first - trigger.last <= 3
            ]
            subject = near[0] if near else subject
        if "passive" in trigger.reading:
            subject = frame.group("by")
            return subject.actors[:1] if subject else ()
        if subject is not None and subject.actors:
            return subject.actors[:2]
        if self.pack.language.drops_subject and subject is None:
            return self.memory.subject[:1]
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

    def _only_quoted(self, sentence: Sentence) -> bool:
        """Most of the sentence stands in quotation marks."""
        span = sentence.reading.sentence
        quoted = sum(quote.end - quote.start for quote in sentence.quotes)
        return quoted > 40 and quoted >= 0.8 * (span.end - span.start)

    def _statement(self, speaker: str | None, verb: str, rule: str, sentence: Sentence) -> Statement:
        span = sentence.reading.sentence
        quotes = [quote for quote in sentence.quotes if quote.inner_end > quote.inner_start]
        longest = max(quotes, key=lambda quote: quote.inner_end - quote.inner_start, default=None)
        quote = self.cast.text[longest.inner_start : longest.inner_end] if longest else None
        words = self.cast.text[span.start : span.end]
        told_by = [self.cast.members[actor].name for actor in self._according(sentence) if actor != speaker]
        return Statement(
            id=short_hash("statement", speaker, words),
            speaker=speaker,
            verb=verb,
            start=span.start,
            end=span.end,
            rule=rule,
            quote=quote,
            according_to=tuple(told_by),
            sure=speaker is not None and quote is not None,
        )
