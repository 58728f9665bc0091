"""Tokens: words, numbers and marks with their places in the text.

An apostrophe's ending belongs to its word (``Putin'le``: stem ``Putin``, ending ``le``), an elided word stands apart
from the next one (``l’`` + ``incontro``), compounds with a hyphen and words with a ZWNJ inside are one token.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.packs import Pack

WORD, NUMBER, MARK = "word", "number", "mark"
#: a longer run of letters is no word of any language, and nobody looks for one inside it
LONGEST_WORD = 100


class Token(NamedTuple):
    """A word, number or mark at ``[start, end)``. ``key`` is the folded text (an abbreviation's without its full stop),
    ``stem`` and ``ending`` are the original text before and after an apostrophe, ``stem_key`` the folded stem."""

    start: int
    end: int
    text: str
    key: str
    kind: str
    stem: str
    ending: str
    stem_key: str


def _marks() -> str:
    """Combining marks that Python's ``\\w`` leaves out, as ranges of a character class."""
    ranges = (
        "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670"
        "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0"
        "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
        "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    )
    for block in range(0x900, 0xE00, 0x80):  # Devanagari to Sinhala lay out their vowel signs alike
        for first, last in ((0, 3), (0x3A, 0x57), (0x62, 0x63)):
            ranges += f"{chr(block + first)}-{chr(block + last)}"
    return ranges


_LETTER = r"[^\W\d_]"
_JOINER = "[\u200c\u200d\u00ad\u2060]"
APOSTROPHES = "'’‘ʼ`´′"
_APOSTROPHE = f"[{APOSTROPHES}]"


def _pattern(in_word: str) -> re.Pattern[str]:
    """What a token is; ``in_word`` is what may stand inside a word."""
    core = rf"{_LETTER}{in_word}*(?:{_JOINER}+{in_word}+)*"
    ending = rf"{_LETTER}{in_word}*"
    return re.compile(
        rf"""
      (?P<address>(?:https?://|www\.)[^\s<>"«»“”]+)
    | (?P<initials>(?<![^\W_])(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!{in_word}))?)
      (?:{_APOSTROPHE}(?P<initials_ending>{ending}))?
    | (?P<word>{core}(?:[-\u2010\u2011]{in_word}+(?:{_JOINER}+{in_word}+)*)*)
      (?:(?P<apostrophe>{_APOSTROPHE})(?P<ending>{ending})?)?
    | (?P<number>\d+(?:[.,٫٬:/]\d+)*)
      (?: (?P<compound>(?:[-\u2010\u2011]{ending})+)
        | {_APOSTROPHE}(?P<number_ending>{ending})
        | (?P<glued>[A-Za-zªº]{{1,2}}(?!{in_word})) )?
    | (?P<mark>\.{{2,}}|-{{2,}}|\S)
    """,
        re.VERBOSE,
    )


_MARKED = re.compile(f"[{_marks()}]")
_VOWELLED = "\u064b-\u0652"  # the marks of Arabic and Persian texts, tanwin above all
_OTHER_MARKS = re.compile(f"(?![{_VOWELLED}])[{_marks()}]")
_TOKEN = _pattern(r"[^\W_]")


@cache
def _marked_token(marks: str) -> re.Pattern[str]:
    """The pattern for text with combining marks. Long to compile with all of them."""
    return _pattern(rf"(?:[^\W_]|[{marks}])")


def _pattern_for(text: str, start: int, stop: int) -> re.Pattern[str]:
    if not _MARKED.search(text, start, stop):
        return _TOKEN
    return _marked_token(_marks() if _OTHER_MARKS.search(text, start, stop) else _VOWELLED)


_key_of_short = lru_cache(maxsize=1 << 15)(fold)


def _key(text: str) -> str:
    return _key_of_short(text) if len(text) <= 40 else fold(text)


@once_per_pack
def _elided(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word).rstrip("'") for word in pack.sentences.elision)


@once_per_pack
def abbreviations(pack: Pack) -> frozenset[str]:
    """The folded abbreviations of a pack, without their full stops."""
    return frozenset(fold(word).rstrip(".") for word in pack.sentences.abbreviations)


def phrase_keys(phrase: str, pack: Pack) -> list[str]:
    """The folded words of a dictionary phrase, parted where its tokens in a text are ("dell'" + "interno")."""
    keys: list[str] = []
    for word in fold(phrase).split():
        head, mark, tail = word.partition("'")
        keys += [f"{head}'", tail] if mark and tail and head in _elided(pack) else [word]
    return keys


_NONE: frozenset[str] = frozenset()


def tokenize(text: str, start: int = 0, end: int | None = None, pack: Pack | None = None) -> list[Token]:
    """The tokens of ``text[start:end]`` in order; offsets count from the start of ``text``."""
    stop = len(text) if end is None else min(end, len(text))
    elided = _elided(pack) if pack is not None else _NONE
    shortened = abbreviations(pack) if pack is not None else _NONE
    tokens: list[Token] = []
    position = max(start, 0)
    pattern = _pattern_for(text, position, stop)
    while match := pattern.search(text, position, stop):
        token = _from_match(text, match, stop, elided, shortened)
        tokens.append(token)
        position = token.end
    return tokens


def _from_match(text: str, match: re.Match[str], stop: int, elided: frozenset[str], shortened: frozenset[str]) -> Token:
    start = match.start()
    if match.end() - start > LONGEST_WORD:
        return _token(text, start, match.end(), MARK, match.group(), "")
    if match["word"] is not None:
        return _word(text, match, stop, elided, shortened)
    if match["number"] is not None:
        return _number(text, match)
    if match["initials"] is not None:
        stem, ending = match["initials"], match["initials_ending"] or ""
        found = _token(text, start, match.end(), WORD, stem, ending)
        return found._replace(key=found.key.removesuffix("."), stem_key=found.stem_key.removesuffix("."))
    kind = WORD if match["address"] is not None else MARK
    return _token(text, start, match.end(), kind, match.group(), "")


def _word(text: str, match: re.Match[str], stop: int, elided: frozenset[str], shortened: frozenset[str]) -> Token:
    start, end = match.span("word")
    word = match["word"]
    if match["apostrophe"] is None:
        return _plain_word(text, start, end, stop, shortened)
    key = _key(word)
    if match["ending"] is None:  # nothing follows: a closing quotation mark, or an elision before a mark or a number
        if key in elided and end + 1 < stop and not text[end + 1].isspace():
            return _token(text, start, end + 1, WORD, word, "")
        return _token(text, start, end, WORD, word, "")
    if key in elided:
        return _token(text, start, end + 1, WORD, word, "")
    ending = match["ending"]
    if ending[0].isupper() and (len(word) == 1 or not word.isupper()):  # O'Brien: a name, not an ending
        return _token(text, start, match.end(), WORD, text[start : match.end()], "")
    return _token(text, start, match.end(), WORD, word, ending)


def _plain_word(text: str, start: int, end: int, stop: int, shortened: frozenset[str]) -> Token:
    """A word without apostrophe; the full stop of an initial or an abbreviation belongs to it."""
    word = text[start:end]
    if end < stop and text[end] == "." and text[end : end + 2] != "..":
        initial = len(word) == 1 and word.isupper() and text[end + 1 : end + 2].isspace()
        if initial or _key(word) in shortened:
            key = _key(word)
            return Token(start, end + 1, text[start : end + 1], key, WORD, word, "", key)
    return _token(text, start, end, WORD, word, "")


def _number(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    number = match["number"]
    if match["compound"] is not None:  # 60-day
        return _token(text, start, end, WORD, match.group(), "")
    return _token(text, start, end, NUMBER, number, match["number_ending"] or match["glued"] or "")


def _token(text: str, start: int, end: int, kind: str, stem: str, ending: str) -> Token:
    whole = text[start:end]
    key = _key(whole)
    return Token(start, end, whole, key, kind, stem, ending, key if stem == whole else _key(stem))
