"""The words of a name, cleaned of everything that is not a letter: the unit that the name index knows."""

from __future__ import annotations

import unicodedata

from dateline.actors import sounds
from dateline.text.fold import fold

#: no name needs more; a longer text is cut, never refused
LONGEST_NAME = 160
MOST_WORDS = 10

_MARKS_IN_WORDS = "'’‘ʼʻ‛`´′＇ˈ׳՚"
#: quotation marks, tatweel, what is not seen (joiners, direction marks, soft hyphens), Arabic and Hebrew vowel points
_DROPPED = dict.fromkeys(
    [
        *map(ord, '"“”״ـ'),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD),
        *(*range(0x64B, 0x660), 0x670, *range(0x591, 0x5BE), 0x5BF, *range(0x5C1, 0x5C8)),
    ]
)
_SAME = {ord(char): ord("'") for char in _MARKS_IN_WORDS} | {ord("ي"): ord("ی"), ord("ى"): ord("ی"), ord("ك"): ord("ک")}
#: Cyrillic and Greek letters that look like Latin ones, for words that mix scripts
_LOOK_ALIKE = dict(zip("аеорсухіјѕԛԝһАВЕКМНОРСТУХІαοερτυνκιχ", "aeopcyxijsqwhabekmhopctyxiaoeptuvkix", strict=True))
_LATIN_LOOK_ALIKE = {latin: other for other, latin in reversed(_LOOK_ALIKE.items()) if "а" <= other <= "ԝ"}
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


def _one_script(word: str) -> str:
    """``word`` with look-alike letters brought into the script that most of its letters have."""
    if word.isascii():
        return word
    latin = sum(char < "\u0250" for char in word)
    cyrillic = sum("\u0400" <= char < "\u0530" for char in word)
    greek = sum("\u0370" <= char < "\u0400" for char in word)
    if not latin or not (cyrillic or greek):
        return word
    table = _LOOK_ALIKE if latin >= cyrillic + greek else _LATIN_LOOK_ALIKE
    return "".join(table.get(char, char) for char in word)


def surname_first(word: str) -> tuple[str, str]:
    """A word of two to four Chinese or Korean syllables as surname and given name; ('', '') for any other."""
    if sounds.script_of(word) not in ("chinese", "hangul") or not 2 <= len(word) <= 4:
        return "", ""
    cut = 2 if word[:2] in _DOUBLE_SURNAMES and len(word) > 2 else 1
    return word[:cut], word[cut:]


def words(name: str) -> list[str]:
    """The words of ``name`` in lower case, diacritics kept, at most ten; [] where there is no letter or digit."""
    text = unicodedata.normalize("NFKC", name[:LONGEST_NAME].translate(_DROPPED)).translate(_SAME).lower()
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


def _cleaned(word: str) -> str:
    """One word: its marks settled, its apostrophes gone but for the Hebrew geresh, which makes another letter."""
    word = unicodedata.normalize("NFC", word.replace("i̇", "i")).strip("'")
    if "'" in word and not "א" <= word[0] <= "ת":
        word = word.replace("'", "")
    return _one_script(word) if any(map(str.isalnum, word)) else ""


def folded(word: str) -> str:
    """The key of a word: ``fold`` without the marks inside it; a word that is nothing but marks stays."""
    return fold(word).replace("'", "").replace(" ", "") or word
