"""Pressed: acts that a noun tells with who does them behind it, "despite calls from X", "under pressure from X to …".

And infinitives that are what such an act is about: they state no act of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.context import Sentence
from dateline.extract.groups import Group
from dateline.extract.lexicon import NO_LABELS
from dateline.extract.triggers import Trigger, entry_type
from dateline.extract.types import GOVERNING
from dateline.packs import Noun, Verb

DATED = 2  # tokens of a date between a verb of saying and "of"
AUXILIARIES = 2  # tokens between "of" and what somebody is charged with: "di | aver | aiutato"
GOVERNED = 6  # tokens from an act to an infinitive that tells what it is about
#: acts that a noun tells whoever carries it; a threat from somebody need not be one he uttered
PRESSING = frozenset({"REQUEST", "ACCUSE"})
BESIDE = 1  # tokens between the noun and "from"


def governed(trigger: Trigger, sentence: Sentence) -> bool:
    """An infinitive that an accusation or a demand right before it takes: "si accusano di aver violato"."""
    if not isinstance(trigger.entry, Verb):
        return False
    if {"infinitive", "past"} <= trigger.reading and _charged(trigger, sentence):
        return True
    if not trigger.reading & {"infinitive", "while"}:
        return False
    before = [t for t in sentence.triggers if isinstance(t.entry, Verb) and t.head < trigger.head]
    if not before or trigger.first - before[-1].last > GOVERNED:
        return False
    if "infinitive" not in trigger.reading:  # "vetoed a statement condemning X" condemns nobody
        between = sentence.reading.keys[before[-1].last : trigger.first]
        return "," not in between and entry_type(before[-1].entry) == "REJECT"
    return entry_type(before[-1].entry) in GOVERNING


def _charged(trigger: Trigger, sentence: Sentence) -> bool:
    """What somebody is guilty or suspected "of having done", behind no verb of the pack, is not told as done."""
    lexicon, keys = sentence.lexicon, [key.rstrip("'") for key in sentence.reading.keys]
    if lexicon.pack.language.order != "verb-middle" or lexicon.pack.language.modifies == "before":
        return False  # "the Court of Justice ordered" is finite
    for at in range(trigger.head - 1, max(0, trigger.head - 1 - AUXILIARIES), -1):
        if lexicon.before.get(keys[at], NO_LABELS) & {"of"}:
            verbs = [t for t in sentence.triggers if not isinstance(t.entry, Noun)]
            told = any(t.first < at <= t.last + DATED for t in verbs)  # "ha smentito | lunedì | di aver inviato"
            return not told and keys[at - 1].isalpha() and keys[at - 1] not in lexicon.small
    return False


def presser(trigger: Trigger, sentence: Sentence, near: Sequence[Group]) -> Group | None:
    """Who stands right behind a noun of asking or blaming as its doer, where adjectives stand before their nouns."""
    language = sentence.lexicon.pack.language
    entry = trigger.entry
    if language.order != "verb-middle" or language.modifies != "before" or not isinstance(entry, Noun):
        return None
    if entry.type not in PRESSING:
        return None
    doers = [group for group in near if group.labels & {"from", "by"} and 0 <= group.first - trigger.last <= BESIDE + 1]
    return doers[0] if doers else None


def pressed(trigger: Trigger, sentence: Sentence, doer: Group) -> Group | None:
    """Whom such an act concerns where its words do not tell: the subject of the sentence."""
    subject = sentence.main_group()
    return subject if subject is not None and subject is not doer and subject.last <= trigger.first else None
