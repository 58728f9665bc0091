"""Acts told by nominals and relative clauses where verbs stand last and take endings: what each is about, and whether
it happened.

"görüşmek üzere geldi" only says what for; "tutuklanmasını kınadı" says that somebody was arrested; "sorumlu tuttuğu
İran" holds Iran to blame; "imzaladığı mutabakat" names the act of its verb once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.entries import time_words
from dateline.extract.groups import Group
from dateline.extract.triggers import Trigger, entry_type
from dateline.model import Event
from dateline.packs import Noun, Pack, Verb
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

#: acts that judge another, which has then happened
JUDGING = frozenset({"ACCUSE", "SUPPORT", "PROTEST"})
#: readings of a verb that leave open whether what it is about has happened
UNDONE = frozenset({"future", "would", "if", "must", "imperative"})
#: acts that may be judged
JUDGED = frozenset({"ASSAULT", "COERCE", "CONCEDE", "SANCTION", "MOBILIZE", "RETREAT", "AID", "COOPERATE", "REJECT"})
#: where the head of a relative clause would stand in it
HEADS = frozenset({"object", "with", "to", "against", "from"})
LEAST_STEM = 3
LEAST_ENDING = 2  # letters that a possessed noun's case has more than
NEAR = 2  # tokens from a nominal to the verb that judges it


def applies(pack: Pack) -> bool:
    """Whether a language is of this kind."""
    return pack.language.order == "verb-last" and pack.language.inflects


@once_per_pack
def _purposes(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.grammar.after.get("for", ()))


def is_purpose(trigger: Trigger, sentence: Sentence) -> bool:
    """The verb only tells what for something else is done: "görüşmek üzere geldi"."""
    pack, reading = sentence.lexicon.pack, trigger.reading
    if not applies(pack) or not reading & {"infinitive", "noun"}:
        return False
    if isinstance(trigger.entry, Noun) and trigger.entry.type != "CONSULT":  # "saldırı için özür diledi"
        return False
    return any(key in _purposes(pack) for key in sentence.reading.keys[trigger.last : trigger.last + 1])


def is_judged(trigger: Trigger, sentence: Sentence) -> bool:
    """What is condemned, welcomed or protested against has happened: "tutuklanmasını kınadı"."""
    pack, reading = sentence.lexicon.pack, trigger.reading
    nominal = "noun" in reading and not reading & {"own", "not"} and isinstance(trigger.entry, Verb)
    if not applies(pack) or not nominal or entry_type(trigger.entry) not in JUDGED:
        return False
    return any(
        isinstance(verb.entry, Verb)
        and verb.entry.type in JUDGING
        and 0 <= verb.first - trigger.last <= NEAR
        and (verb.reading & {"past", "present", "who", "while"} or is_purpose(verb, sentence))
        for verb in sentence.triggers
    )


def is_open(trigger: Trigger, sentence: Sentence) -> bool:
    """Nobody knows whether it happens: "saldırıp saldırmayacağı bilinmiyor"."""
    if not applies(sentence.lexicon.pack) or not isinstance(trigger.entry, Verb):
        return False
    twins = [t for t in sentence.triggers if t.entry is trigger.entry and t.head != trigger.head]
    for other in twins:
        first, last = sorted((trigger, other), key=lambda t: t.head)
        if first.last == last.first and "while" in first.reading and "not" in last.reading:
            return True
    return False


def is_modifier(trigger: Trigger, sentence: Sentence) -> bool:
    """A bare noun of happening before a possessed one says what that is about: "savaş tazminatı", "saldırı planı"."""
    lexicon, reading = sentence.lexicon, sentence.reading
    at = trigger.last
    if not isinstance(trigger.entry, Noun) or not applies(lexicon.pack) or at >= len(reading.tokens):
        return False
    token, key, own = reading.tokens[at], reading.keys[at], reading.keys[trigger.head]
    words = {fold(word).split()[-1] for word in (trigger.entry.noun, *trigger.entry.also)}
    small = (
        key in lexicon.small or key in _adverbs(lexicon.pack) or any(t.first <= at < t.last for t in sentence.triggers)
    )
    if own not in words or small or token.kind != "word" or not token.text[0].islower():
        return False
    return any(lexicon.possessed(key[cut:]) is not None for cut in range(LEAST_STEM, len(key)))


@once_per_pack
def _adverbs(pack: Pack) -> frozenset[str]:
    """Words behind a noun that are part of no compound: of time, "after", "during"."""
    listed = (*pack.grammar.particles, *pack.grammar.clauses.after, *time_words(pack), *pack.grammar.clauses.if_after)
    return frozenset(fold(part) for phrase in listed for part in phrase.split())


def is_within(trigger: Trigger, sentence: Sentence) -> bool:
    """Something happened in it, so it happened itself: "Kenya'nın Uganda'ya saldırısında 5 kişi öldü"."""
    lexicon = sentence.lexicon
    if not isinstance(trigger.entry, Noun) or not applies(lexicon.pack):
        return False
    key = sentence.reading.keys[trigger.head].replace("'", "")
    found = (lexicon.possessed(key[cut:]) for cut in range(LEAST_STEM, len(key)))
    labels = next((case for case in found if case is not None), None)
    if not labels or "in" not in labels:
        return False
    finite = [other.reading for other in sentence.triggers if other.head > trigger.head]
    return not any(reading & UNDONE for reading in finite) and any(
        "of" in group.labels and group.last <= trigger.first for group in sentence.around(trigger)
    )


def is_undertaken(trigger: Trigger, carrier: Trigger | None, sentence: Sentence) -> bool:
    """The subject of a noun's verb does what the noun tells, or calls it off: "ziyaretini erteledi"."""
    lexicon = sentence.lexicon
    if carrier is None or carrier.head < trigger.head or not applies(lexicon.pack) or "passive" in carrier.reading:
        return False
    if entry_type(carrier.entry) not in ("cancel", "plan", "ongoing", "happen"):
        return False
    key = sentence.reading.keys[trigger.head].replace("'", "")
    cases = (lexicon.possessed(key[cut:]) for cut in range(LEAST_STEM, len(key) - LEAST_ENDING))
    return any(labels & {"object", "to"} for labels in cases if labels)


def states_none(trigger: Trigger, sentence: Sentence) -> bool:
    """The words tell of no act: a purpose, a question, part of a compound, or what a verb beside them tells already."""
    tests = (is_purpose, is_restated, is_open, is_modifier)
    return any(test(trigger, sentence) for test in tests)


def is_restated(trigger: Trigger, sentence: Sentence) -> bool:
    """A noun right behind a verb of the same kind tells nothing new: "imzaladığı mutabakattan çekildi"."""
    if not isinstance(trigger.entry, Noun) or not applies(sentence.lexicon.pack):
        return False
    same = [v for v in sentence.triggers if isinstance(v.entry, Verb) and v.entry.type == trigger.entry.type]
    return any(
        trigger.last == verb.first  # "anlaşma imzalaması": the verb tells it
        or (0 <= trigger.first - verb.last <= 1 and {"who", "that"} & verb.reading and "past" in verb.reading)
        for verb in same
    )


def without_converbs(events: Sequence[Event], sentence: Sentence) -> list[Event]:
    """The events of a sentence without those of "-ArAk" forms that its main verb tells once more.

    "Maslahatgüzarı bakanlığa çağırarak nota verdi" is one complaint.
    """
    if not applies(sentence.lexicon.pack):
        return list(events)
    ends = {sentence.reading.tokens[t.last - 1].end for t in sentence.triggers if "while" in t.reading}
    return [
        event
        for event in events
        if event.end not in ends
        or not any(
            other.end > event.end
            and other.rule.startswith("verb")
            and (other.type, other.source, other.target) == (event.type, event.source, event.target)
            for other in events
        )
    ]


def head_of(trigger: Trigger, sentence: Sentence) -> Group | None:
    """Whom a relative clause is about that its verb has as its object or partner: "sorumlu tuttuğu İran"."""
    entry, reading = trigger.entry, trigger.reading
    if not isinstance(entry, Verb) or not applies(sentence.lexicon.pack):
        return None
    relative = "past" in reading and reading & {"who", "that"} and not reading & {"passive", "own", "not"}
    if not relative or not HEADS & set(entry.target):
        return None
    return next((group for group in sentence.groups if group.first == trigger.last and group.actors), None)
