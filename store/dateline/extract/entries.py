"""Entries: what a pack lists as triggers, each with the phrases that find it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dateline.extract.conjugation import Reading
from dateline.packs import Noun, Pack, Say, Verb
from dateline.text.fold import fold


class Carrier(NamedTuple):
    """A verb that tells of another act: that it happened, is planned, denied or cancelled."""

    verb: str
    says: str  # "happen", "plan", "deny", "cancel", "ask", "ongoing", "ready", or "do": its subject acts


Entry = Verb | Noun | Say | Carrier


class Trigger(NamedTuple):
    """``entry`` found at tokens ``[first, last)``; ``head`` is the token of its verb or noun."""

    entry: Entry
    first: int
    last: int
    head: int
    reading: Reading

    @property
    def name(self) -> str:
        """The pack's word for it: what ``rule`` prints."""
        entry = self.entry
        return entry.noun if isinstance(entry, Noun) else entry.verb


def entry_type(entry: Entry) -> str:
    """What an entry makes: a PLOVER type, "say", or what its carrier says."""
    if isinstance(entry, Verb | Noun):
        return entry.type
    return "say" if isinstance(entry, Say) else entry.says


@lru_cache(maxsize=4096)
def folded(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as keys."""
    return tuple(fold(word) for word in phrase.split())


def time_words(pack: Pack) -> list[str]:
    """The words of a pack that tell when, phrases among them."""
    dates = pack.dates
    tables = (dates.months, dates.jalali_months, dates.weekdays, dates.days, dates.weeks, dates.month_words)
    return [*(word for table in tables for word in table), *dates.parts, *dates.day_words, *dates.vague, *dates.numbers]


def verb_entries(pack: Pack) -> list[tuple[Entry, str]]:
    """Every verb phrase of a pack with the entry it belongs to: events, sayings, carriers."""
    found: list[tuple[Entry, str]] = [(verb, phrase) for verb in pack.verb for phrase in (verb.verb, *verb.also)]
    found += [(say, phrase) for say in pack.say for phrase in (say.verb, *say.also)]
    carriers = pack.carriers
    for says, verbs in (
        ("happen", carriers.happen),
        ("plan", carriers.plan),
        ("deny", carriers.deny),
        ("cancel", carriers.cancel),
        ("ask", carriers.ask),
        ("ongoing", carriers.ongoing),
        ("ready", carriers.ready),
        ("achieve", carriers.achieve),
    ):
        found += [(Carrier(verb, says), verb) for verb in verbs]
    general = {entry.verb for entry, _ in found if isinstance(entry, Carrier)}
    own = dict.fromkeys(verb for noun in pack.noun for verb in noun.carriers if verb not in general)
    found += [(Carrier(verb, "do"), verb) for verb in own]
    return found
