"""The words of time of a pack, found in a row of tokens with spaces, hyphens and case endings read loosely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.tokens import MARK, Token, tokenize

if TYPE_CHECKING:
    from dateline.packs import Pack

_LONGEST = 6  # tokens of one entry
#: endings that an inflecting language glues to a word of time besides its case endings ("haftaki", "saatlik")
_MOST_ENDING = 6
_VOWELS = frozenset("aeiou")  # of folded Latin letters


class Sense(NamedTuple):
    """One meaning of a word of time: ``kind`` is the table of the pack that it stands in."""

    kind: str
    value: float
    capital: bool  # written with a capital in every text, so a small letter means another word
    short: bool = False  # an abbreviation of another spelling
    text: str = ""  # of a feast: its month and day


#: what a unit of time may be, as the senses call it
UNITS = ("minutes", "hours", "days")


class Found(NamedTuple):
    """A sense that ends before token ``after``; ``ending`` is the case ending that the word carries there."""

    after: int
    sense: Sense
    ending: str


class TimeWords(NamedTuple):
    """The lookup tables of one pack."""

    senses: Mapping[str, tuple[Sense, ...]]
    openings: frozenset[str]  # every beginning of an entry
    units: frozenset[str]  # the first two letters of every unit of time
    endings: frozenset[str]  # empty where names take none
    fillers: frozenset[str]  # of, day, month, year: may stand inside a date and mean nothing
    nouns: frozenset[str]  # those of them that may also end a date ("salı günü"), where nouns end phrases
    joins: frozenset[str]  # and, to: may stand between the two days of a range
    small: frozenset[str]  # function words
    parts: tuple[str, ...]  # of a day; written together with a weekday where spaces are loose

    def at(self, tokens: Sequence[Token], index: int) -> list[Found]:
        """All senses of the words that begin at ``index``, the longest words first."""
        found: list[Found] = []
        first = tokens[index]
        if (
            first.key[:3] not in self.openings
            and first.key[:2] not in self.senses
            and first.stem_key not in self.senses
        ):
            return found
        joined = ""
        for place in range(index, min(index + _LONGEST, len(tokens))):
            token = tokens[place]
            if token.kind == MARK:
                break
            whole = joined + _compact(token.key)
            found += self._senses(whole, joined + _compact(token.stem_key), token, first, place + 1)
            if whole not in self.openings:
                break
            joined = whole
        found.reverse()
        return found

    def _senses(self, whole: str, stem: str, token: Token, first: Token, after: int) -> list[Found]:
        found: list[Found] = []
        for key, ending in ((whole, ""), (stem, token.ending)):
            if key in self.senses:
                found = self._with_capitals(key, ending, first, after)
                break
        for part in self.parts if whole.endswith(self.parts) else ():
            if whole.endswith(part) and whole[: -len(part)] in self.senses:
                found += self._with_capitals(whole[: -len(part)], "", first, after)
        if found:
            return found
        for cut in range(1, min(_MOST_ENDING, len(_compact(token.key)) - 2) + 1 if self.endings else 1):
            key, ending = whole[:-cut], whole[-cut:]
            if key in self.senses and self._is_ending(key, ending):
                return self._with_capitals(key, ending, first, after)
        return found

    def _with_capitals(self, key: str, ending: str, first: Token, after: int) -> list[Found]:
        capital = first.text[0].isupper()
        return [Found(after, sense, ending) for sense in self.senses[key] if capital or not sense.capital]

    def _is_ending(self, stem: str, ending: str) -> bool:
        """Whether these letters are one case ending of this stem or two on top of each other."""
        if ending in self.endings:
            return self._fits(stem, ending)
        for cut in range(1, len(ending)):
            if ending[:cut] in self.endings and ending[cut:] in self.endings:
                return self._fits(stem, ending[:cut])
        return False

    def _fits(self, stem: str, ending: str) -> bool:
        """An ending that exists with and without a first consonant ("-a", "-ya") has it behind a vowel alone."""
        vowel = stem[-1] in _VOWELS
        if ending[0] in _VOWELS:
            return not vowel or not any(len(other) > 1 and other[1:] == ending for other in self.endings)
        return vowel or len(ending) < 2 or ending[1] not in _VOWELS or ending[1:] not in self.endings


def _compact(key: str) -> str:
    return key.replace("-", "") if "-" in key else key


@once_per_pack
def time_words(pack: Pack) -> TimeWords:
    """The tables of a pack, built when first asked for."""
    dates = pack.dates
    senses: dict[str, list[Sense]] = {}
    months = [(fold(name), number) for name, number in dates.months.items()]

    def add(spelling: str, kind: str, value: float, text: str = "") -> None:
        keys = [token.key for token in tokenize(spelling, pack=pack) if token.kind != MARK]
        key = _compact("".join(keys))
        short = any(value == other and len(name) > len(key) and name.startswith(key) for name, other in months)
        capital = spelling[:1].isupper() and spelling[1:2].islower()
        sense = Sense(kind, value, capital, short and kind == "month", text)
        if key and sense not in senses.setdefault(key, []):
            senses[key].append(sense)

    tables: dict[str, Mapping[str, float]] = {
        "month": dates.months, "jalali": dates.jalali_months, "weekday": dates.weekdays, "day": dates.days,
        "week": dates.weeks, "month_word": dates.month_words, "year": dates.years, "later": dates.later,
        "number": dates.numbers,
    }  # fmt: skip
    for kind, table in tables.items():
        for spelling, value in table.items():
            add(spelling, kind, value)
    lists = {
        "vague": dates.vague, "last": dates.last, "next": dates.next, "this": dates.this, "filler": dates.day_words,
        "part": dates.parts, "minutes": dates.minutes, "hours": dates.hours, "days": dates.days_long,
        "half": dates.half_after, "and": dates.and_, "ago": dates.ago,
    }  # fmt: skip
    for kind, words in lists.items():
        for spelling in words:
            add(spelling, kind, 0)
    for spelling, day in dates.feasts.items():
        add(spelling, "feast", 0, day)
    for key, numbered in _softened(senses, pack).items():
        senses.setdefault(key, numbered)
    of = pack.grammar.before.get("of", ())
    small = _keys(pack.language.words)
    return TimeWords(
        senses={key: tuple(found) for key, found in senses.items()},
        openings=frozenset(key[:cut] for key in senses for cut in range(1, len(key) + 1)),
        units=frozenset(key[:2] for key, all_ in senses.items() for sense in all_ if sense.kind in UNITS),
        endings=_endings(pack),
        fillers=_keys([*dates.day_words, *of]),
        nouns=_keys(dates.day_words) - _keys(of) - small if pack.language.order == "verb-last" else frozenset(),
        joins=_keys([*dates.and_, *pack.grammar.joins, *pack.language.words]),
        small=small,
        parts=tuple(_keys(dates.parts)) if pack.language.loose_spaces else (),
    )


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_compact(fold(word)).replace(" ", "") for word in words)


def _endings(pack: Pack) -> frozenset[str]:
    """The case endings of an inflecting language, folded, without their hyphens."""
    if not pack.language.inflects:
        return frozenset()
    marked = (word for words in pack.grammar.after.values() for word in words)
    return frozenset(fold(word).lstrip("-") for word in marked if word.startswith("-"))


def _softened(senses: Mapping[str, list[Sense]], pack: Pack) -> dict[str, list[Sense]]:
    """Words whose last letter changes before an ending ("aralık", "aralığa"), as the pack's verbs show it."""
    pairs = {
        (fold(letters)[0], fold(letters)[-1])
        for verbs in pack.conjugation.class_
        for letters in verbs.harmony.values()
        if len(letters) == 2 and not set(fold(letters)) & set("aeiou")
    }
    return {
        key[:-1] + soft: found
        for key, found in senses.items()
        for hard, soft in pairs
        if len(key) > 3 and key[-1] == hard != soft and pack.language.inflects
    }
