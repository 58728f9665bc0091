"""Ezafe: where nothing stands between a noun and its owner, a name after a plain word is owned by it.

«با پیشنهاد روسیه»: Russia is ``of``, and stands where its noun stands: ``with``. «رئیس‌جمهور این کشور» is one party.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.groups import Group, words_of
from dateline.extract.lexicon import Lexicon
from dateline.extract.memory import Party
from dateline.extract.names import Reading
from dateline.extract.partitives import before_partitive
from dateline.packs import Noun, Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence
    from dateline.extract.triggers import Trigger

#: how many plain words may stand between a marker and the name that it governs
LONGEST_NOUN = 4
LEAST_LIST = 3  # parties
LONGEST_TAIL = 20  # words that tell of a noun's act


@once_per_pack
def _numbers(pack: Pack) -> frozenset[str]:
    """Number words: each opens a phrase of its own («در اقدامی متقابل شش دیپلمات …»)."""
    return frozenset(fold(word) for word in pack.dates.numbers)


def owning(sentence: Sentence) -> list[Party]:
    """The parties of a sentence with the labels of the nouns that they own."""
    lexicon, reading = sentence.lexicon, sentence.reading
    if "" not in lexicon.pack.grammar.before.get("of", ()):
        return sentence.parties
    parties = _with_states(sentence.parties)
    words = words_of(lexicon.pack)
    named = [party for party in parties if not party.phrase.adjective]  # «خبرگزاری آمریکایی آسوشیتدپرس»
    inside = {at for party in named for at in range(party.first, party.last)} | _verbs(reading)
    inside |= {trigger.head for trigger in sentence.triggers if not isinstance(trigger.entry, Noun)}
    inside |= {
        at
        for at, token in enumerate(reading.tokens)
        if reading.keys[at] in words.that or any(phrase.start <= token.start < phrase.end for phrase in sentence.dates)
    }
    found = [_Owner(reading, lexicon, inside).owned(party) for party in parties]
    for at, (one, other) in enumerate(itertools.pairwise(parties), 1):  # «مقام‌های آمریکایی و ایرانی»
        between = reading.keys[one.last : other.first]
        if one.phrase.people and other.phrase.adjective and between and " ".join(between) in words.joins:
            found[at] = other._replace(phrase=other.phrase._replace(labels=found[at - 1].labels, adjective=False))
    return found


def told_until(trigger: Trigger, reading: Reading, lexicon: Lexicon) -> int:
    """The token after the words that tell of a noun's act: whose and whom stand behind it, up to the next verb."""
    if "" not in lexicon.pack.grammar.before.get("of", ()):
        return trigger.last
    end = min((end + 1 for end in _verbs(reading) if end >= trigger.last), default=len(reading.tokens))
    return end if end - trigger.last <= LONGEST_TAIL else trigger.last


def owns(group: Group, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether an owner may be that of a noun: it is the first that stands behind it, where owners stand behind nouns.

    «پس از دیدار با امیر کویت، … راهی بحرین شد»: the meeting is not Bahrain's.
    """
    if "" not in sentence.lexicon.pack.grammar.before.get("of", ()) or not isinstance(trigger.entry, Noun):
        return True
    if "of" not in group.labels or group.labels & {"by", "between"}:
        return True
    between = any(trigger.last <= other.first < group.first for other in sentence.groups)
    return group.first >= trigger.last and not between


def complements(near: Sequence[Group], trigger: Trigger, acting: Trigger | None, sentence: Sentence) -> list[Group]:
    """Whom a noun may be about: before it only where a verb of its own follows («علیه سوریه حملاتی انجام داد»)."""
    if "" not in sentence.lexicon.pack.grammar.before.get("of", ()) or acting is not None:
        return list(near)
    return [group for group in near if group.first >= trigger.last or not group.labels & {"to", "from", "with"}]


def _verbs(reading: Reading) -> set[int]:
    """Where verbs end: the «نشست» that is a summit does not, alone or in a set phrase."""
    nouns = {at for found in reading.triggers if isinstance(found.entry, Noun) for at in range(found.first, found.last)}
    inner = {at for found in reading.triggers for at in range(found.first, found.last - 1)}
    return set(reading.ends) - nouns - inner


def opened(groups: list[Group], reading: Reading, lexicon: Lexicon) -> list[Group]:
    """The groups, where a comma after the first party closes what opens the sentence and the others act in it.

    «با وجود مخالفت پرو، شیلی و غنا … امضا کردند»: without a subject before the verb the list is none.
    """
    if "" not in lexicon.pack.grammar.before.get("of", ()) or not groups or not (ends := _verbs(reading)):
        return groups
    if len(groups[0].parties) < LEAST_LIST or not groups[0].labels & {"about", "per"}:
        return groups
    first, *rest = groups[0].parties
    closed = reading.keys[first.last : rest[0].first] in ([","], ["،"])
    acting = any(not group.labels and group.last <= min(ends) for group in groups[1:])
    if not closed or acting:
        return groups
    return [Group((first,), groups[0].labels), Group(tuple(rest), rest[0].labels), *groups[1:]]


def _with_states(parties: Sequence[Party]) -> list[Party]:
    """The parties, where a title and the country behind it that has no name are one: «رئیس‌جمهور این کشور»."""
    found: list[Party] = []
    for party in parties:
        title = found[-1] if found else None
        state = party.phrase.name is not None and party.phrase.name.meaning("own_country") is not None
        if title is not None and state and title.phrase.office and not title.actors and title.last == party.first:
            phrase = title.phrase._replace(last=party.last, labels=title.labels or party.labels)
            found[-1] = title._replace(actors=party.actors, inferred=True, phrase=phrase)
        else:
            found.append(party)
    return found


class _Owner:
    """Walks back from a party over the plain words of its noun; ``inside`` are tokens that end them."""

    def __init__(self, reading: Reading, lexicon: Lexicon, inside: set[int]) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.inside = inside

    def owned(self, party: Party) -> Party:
        """A marker before the plain words is the name's own: a mark of the object behind them is the whole phrase's."""
        adjective = party.phrase.adjective
        if party.labels - {"object"} and not adjective:
            return party
        keys, at = self.reading.keys, party.first
        while at > 0 and party.first - at < LONGEST_NOUN and self._plain(at - 1):
            if (
                before_partitive(at, keys, self.lexicon.pack) < at
                or " ".join(keys[max(0, at - 2) : at]) in self.lexicon.before
            ):
                break  # «به گزارش | خبرگزاری آمریکایی آسوشیتدپرس»
            at -= 1
        if at == party.first:
            return self._described(party)
        at = before_partitive(at, keys, self.lexicon.pack)
        numbers = _numbers(self.lexicon.pack)
        while at > 0 and (self.reading.tokens[at - 1].kind == "number" or keys[at - 1] in numbers):
            at -= 1  # «به یک پاسگاه ازبکستان»
        marked = next(
            (
                found
                for size in (3, 2, 1)
                if at - size >= 0 and (found := self.lexicon.before.get(" ".join(keys[at - size : at])))
            ),
            None,
        )
        if adjective:  # "خبرنگار لهستانی را": the object is somebody of that country
            behind = self.lexicon.after.get(" ".join(keys[party.last : party.last + 1]), frozenset())
            labels = party.labels | (behind if marked is None else marked & {"to", "against"})  # «به کشتی یونانی»
        else:
            labels = (party.labels | {"of"}) if marked is None else marked | {"of"}
        return party._replace(phrase=party.phrase._replace(labels=labels))

    def _posted(self, party: Party) -> Party | None:
        """«سفیر پاکستان در کابل را»: the mark of the object behind the place where an envoy is."""
        keys, lexicon = self.reading.keys, self.lexicon
        led = "in" in lexicon.before.get(keys[party.last] if party.last < len(keys) else "", ())
        place = next((item for item in self.reading.items if led and item.first == party.last + 1), None)
        if place is None or party.labels or party.phrase.name is not None or place.last >= len(keys):
            return None
        marked = "object" in lexicon.after.get(keys[place.last], ())
        return party._replace(phrase=party.phrase._replace(labels=lexicon.after[keys[place.last]])) if marked else None

    def _described(self, party: Party) -> Party:
        """«سرگئی میخایلنکو سرکرده شب سپید را»: the mark of the object behind plain words that say whose a title is."""
        if (posted := self._posted(party)) is not None:
            return posted
        if party.labels or party.phrase.office is None or party.phrase.owners:
            return party
        at = party.last
        while at < len(self.reading.tokens) and at - party.last < LONGEST_NOUN and self._plain(at):
            at += 1
        behind = self.lexicon.after.get(self.reading.keys[at] if at < len(self.reading.keys) else "", frozenset())
        return party._replace(phrase=party.phrase._replace(labels=behind)) if at > party.last else party

    def _plain(self, at: int) -> bool:
        """A noun or adjective: no mark, no small word or number, no verb, not part of a party or a date."""
        token, key = self.reading.tokens[at], self.reading.keys[at]
        small = key in self.lexicon.small or key in _numbers(self.lexicon.pack)
        small = small or any(item.kind == "prefix" and item.first <= at < item.last for item in self.reading.items)
        return token.kind == "word" and at not in self.inside and not small
