"""The words of a name, cleaned of everything that is not a letter: the unit that the name index knows."""

from __future__ import annotations

import re
import unicodedata

from dateline.actors import sounds
from dateline.text.fold import fold

#: characters: no name needs more; a longer text is cut, never refused. More are read where some of them are not seen
LONGEST_NAME = 160
LONGEST_TEXT = 4 * LONGEST_NAME
MOST_WORDS = 10

_MARKS_IN_WORDS = "'’‘ʼʻ‛`´′＇ˈ׳՚"
#: quotation marks, tatweel, Arabic and Hebrew vowel points, strokes through letters and rings around them; what is not
#: seen: joiners, direction marks, soft hyphens, selectors of variants, fillers, tags, controls, halves of surrogates
_DROPPED = dict.fromkeys(
    [
        *map(ord, '"“”״ـ'),
        *(*range(0x64B, 0x660), 0x670, *range(0x591, 0x5BE), 0x5BF, *range(0x5C1, 0x5C8)),
        *(*range(0x334, 0x339), 0x488, 0x489, *range(0x20D0, 0x20F1)),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x61C, 0xFEFF, 0xAD, 0x34F),
        *(*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0xE0000, 0xE0080)),
        *(0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5),
        *(*range(9), *range(0xE, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000)),
    ]
)
_SAME = {ord(char): ord("'") for char in _MARKS_IN_WORDS} | {ord("ي"): ord("ی"), ord("ى"): ord("ی"), ord("ك"): ord("ک")}
_CLEANED = _DROPPED | _SAME
_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u05be]")
#: the surnames of two characters that are common; every other Chinese surname has one
_DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "上官",
        "司徒",
        "东方",
        "東方",
        "令狐",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
    ]
)


def surname_first(word: str) -> tuple[str, str]:
    """A word of two to four Chinese or Korean syllables as surname and given name; ('', '') for any other."""
    if sounds.script_of(word) not in ("chinese", "hangul") or not 2 <= len(word) <= 4:
        return "", ""
    cut = 2 if word[:2] in _DOUBLE_SURNAMES and len(word) > 2 else 1
    return word[:cut], word[cut:]


def words(name: str) -> list[str]:
    """The words of ``name`` in lower case, diacritics kept, at most ten; [] where there is no letter or digit."""
    text = unicodedata.normalize("NFKC", name[:LONGEST_TEXT].translate(_CLEANED)[:LONGEST_NAME]).translate(_SAME)
    found: list[str] = []
    start = -1
    for at, char in enumerate(f"{text} "):
        if char.isalnum() or char == "'" or (start >= 0 and unicodedata.category(char)[0] == "M"):
            start = at if start < 0 else start
        elif start >= 0:
            word = _cleaned(text[start:at])
            if word:
                found.append(word)
            start = -1
    return found[:MOST_WORDS]


def joined(name: str) -> list[str]:
    """The words of ``name`` that a hyphen makes of two, as one: Han-bi is hanbi in scripts that have no hyphen."""
    chunks = [words(chunk) for chunk in _HYPHENS.sub("-", name[:LONGEST_TEXT]).split() if "-" in chunk]
    return ["".join(parts) for parts in chunks if len(parts) == 2]


def _cleaned(word: str) -> str:
    """One word in lower case: its marks settled, its apostrophes gone but for the Hebrew geresh, which makes another
    letter, its letters of one script."""
    low, high = min(word), max(word)
    if high > "\u024f" and low < "\u0590" and not "\u0400" <= low <= high < "\u0530":
        from dateline.actors.lookalikes import one_script  # few words have need of its tables

        word = one_script(word)
    word = unicodedata.normalize("NFC", word.lower().replace("i̇", "i")).strip("'")
    if "'" in word and not "א" <= word[0] <= "ת":
        word = word.replace("'", "")
    return word if any(map(str.isalnum, word)) else ""


def folded(word: str) -> str:
    """The key of a word: ``fold`` without the marks inside it; a word that is nothing but marks stays."""
    return fold(word).replace("'", "").replace(" ", "") or word
