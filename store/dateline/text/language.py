"""The language of a text: its script, the function words that every sentence needs, the letters only it writes.

The packs' [language] tables are all that is read; no pack is loaded. A text in a language without a pack gets None:
its neighbours share some words with it, never so many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.packs import heads
from dateline.packs.tables import once
from dateline.text.fold import fold
from dateline.text.script import COMMON, script_of

if TYPE_CHECKING:
    from dateline.packs import Language

_SAMPLE = 20_000  # characters that settle it
_WORD = re.compile(r"[^\W\d_][^\W_\u200c]*(?:[\u0300-\u036f\u064b-\u065f\u200c][^\W_]*)*")

#: least share of function words among all words, and how many different ones: one language's small words turn up in
#: others, but only a few of them, again and again. Where endings do the work of small words both are smaller.
_SHARE, _SHARE_WITH_ENDINGS = 0.2, 0.065
_DIFFERENT, _DIFFERENT_WITH_ENDINGS = (0.15, 16), (0.045, 8)  # one and so many a word of the text, at most so many
#: … and where a language that is known by its letters is written without any of them (plain ASCII)
_PLAIN_LEAST, _PLAIN_MOST = 5, 11
#: a few words are too few to count, so a short text needs telling letters in so many of its words instead
_SHORT, _TELLING = 25, 0.3
#: words with a letter that the language does not write: beyond this share it is another language
_FOREIGN_SHARE = 0.2
#: the letters that every language of a script may use; others are foreign unless the pack's head writes them
_PLAIN = {"Latin": (0x41, 0x7A), "Arabic": (0x621, 0x652), "Cyrillic": (0x410, 0x44F)}


class _Head(NamedTuple):
    """A pack's head made ready for counting."""

    words: frozenset[str]
    telling: frozenset[str]
    alphabet: frozenset[str]
    plain: tuple[int, int]
    share: float
    different: tuple[float, int]
    known_by_letters: bool


class _Counts(NamedTuple):
    """Shares of a text's words: function words, with a telling letter, with a foreign letter; kinds of evidence."""

    function: float
    telling: float
    foreign: float
    different: int  # different function words
    letters: int  # different telling letters


@once
def _ready() -> Mapping[str, tuple[str, _Head]]:
    return {code: (language.script, _head(language)) for code, language in heads().items()}


def _head(language: Language) -> _Head:
    letters = set("".join(language.words) + language.letters)
    return _Head(
        words=frozenset(fold(word) for word in language.words),
        telling=frozenset(filter(_is_letter, language.letters + language.letters.lower() + language.letters.upper())),
        alphabet=frozenset("".join(letters).lower() + "".join(letters).upper()),
        plain=_PLAIN.get(language.script, (0, 0x10FFFF)),
        share=_SHARE_WITH_ENDINGS if language.inflects else _SHARE,
        different=_DIFFERENT_WITH_ENDINGS if language.inflects else _DIFFERENT,
        known_by_letters=language.inflects and bool(language.letters),
    )


def _is_letter(char: str) -> bool:
    return char.isalpha() and not char.isascii()


def detect(text: str) -> str | None:
    """The ISO code of the pack whose language the text is written in; None for another or for too little text."""
    sample = text[:_SAMPLE]
    script = script_of(sample)
    if script == COMMON:
        return None
    words = [word for word in _WORD.findall(sample) if script_of(word) == script]
    if not words:
        return None  # each word mixes scripts
    keys = [fold(word) for word in words]
    best, best_score = None, 0.0
    for code, (its_script, head) in _ready().items():
        if its_script != script:
            continue
        counts = _counts(words, keys, head)
        if _is_language(counts, head, len(words)) and (score := _score(counts, head)) > best_score:
            best, best_score = code, score
    return best


def _counts(words: Sequence[str], keys: Sequence[str], head: _Head) -> _Counts:
    hits = [key for key in keys if key in head.words]
    letters = [head.telling.intersection(word) for word in words]
    strange = {letter for letter in set().union(*words) if _is_foreign(letter, head)}
    foreign = sum(not strange.isdisjoint(word) for word in words) if strange else 0
    total = len(words)
    return _Counts(
        function=len(hits) / total,
        telling=sum(map(bool, letters)) / total,
        foreign=foreign / total,
        different=len(set(hits)),
        letters=len({letter.lower() for found in letters for letter in found}),
    )


def _is_foreign(letter: str, head: _Head) -> bool:
    low, high = head.plain
    return not low <= ord(letter) <= high and letter.isalpha() and letter not in head.alphabet


def _is_language(counts: _Counts, head: _Head, total: int) -> bool:
    if counts.foreign > _FOREIGN_SHARE:
        return False
    each, most = head.different
    needed = min(1 + each * total, most)
    if head.known_by_letters and counts.letters == 0:
        needed = max(_PLAIN_LEAST, min(1 + each * total, _PLAIN_MOST))
    if counts.function >= head.share and counts.different >= needed:
        return True
    short = 3 < total < _SHORT and counts.telling >= _TELLING
    return short and counts.letters >= 2 and (counts.different >= 1 or total <= 12)


def _score(counts: _Counts, head: _Head) -> float:
    """Function words measured by what the language needs, telling letters beside them."""
    return counts.function / head.share + counts.telling - counts.foreign
