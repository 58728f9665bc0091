"""Names of other scripts in readable Latin letters, for those whose usual spelling no list holds.

Not a transliteration that leads back: a reader shall be able to say the name and to recognise it. Scripts that write no
short vowels get a modest guess: an "a" where a syllable needs one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from dateline.text.fold import fold
from dateline.text.script import script_of


def _table(letters: str, sounds: str) -> dict[str, str]:
    """Letters and how they read, in the same order; "_" reads as nothing."""
    return dict(zip(letters, sounds.replace("_", "").split(" "), strict=True))


def _table_of_words(words: str, readings: str) -> dict[str, str]:
    return dict(zip(words.split(), readings.split(), strict=True))


_CYRILLIC = _table(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџѓќѕәғқңөұүһ",
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya "
    "i yi ye g u j lj nj c dj dz gj kj dz a gh q ng o u u h",
)
#: letters that a language reads its own way
_CYRILLIC_OF: Mapping[str, Mapping[str, str]] = {
    "uk": {"г": "h", "и": "y"},
    "be": {"г": "h"},
    "bg": {"щ": "sht", "ъ": "a"},
}
_CYRILLIC_ENDINGS = (("ский", "sky"), ("ський", "sky"), ("цкий", "tsky"), ("цький", "tsky"), ("ий", "y"), ("ый", "y"))

_GREEK_PAIRS = {
    "ου": "ou", "αι": "ai", "ει": "ei", "οι": "oi", "αυ": "av", "ευ": "ev", "μπ": "b", "ντ": "nt", "γκ": "gk",
    "γγ": "ng", "τσ": "ts", "τζ": "tz",
}  # fmt: skip
_GREEK = _table("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")

_TAMIL_CONSONANTS = _table("கஙசஞடணதநபமயரலவழளறனஜஷஸஹ", "k ng s nj t n th n p m y r l v zh l r n j sh s h")
_TAMIL_VOICED = {"க": "g", "ட": "d", "த": "dh", "ப": "b"}  # between vowels and behind a nasal
_TAMIL_VOWELS = _table("அஆஇஈஉஊஎஏஐஒஓஔ", "a a i i u u e e ai o o au")
_TAMIL_SIGNS = _table("\u0bbe\u0bbf\u0bc0\u0bc1\u0bc2\u0bc6\u0bc7\u0bc8\u0bca\u0bcb\u0bcc", "a i i u u e e ai o o au")
_PULLI = "\u0bcd"

_HEBREW = _table("בגדהזחטיכךלמםנןסעפףצץקרשתו", "b g d h z h t y k kh l m m n n s _ p f ts ts k r sh t v")

_ARABIC_CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q",
    "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ڤ": "v", "ٹ": "t", "ڈ": "d", "ڑ": "r",
}  # fmt: skip
#: how a language reads its consonants, "و" as one of them and, under "ۀ", a "ه" that ends a word
_ARABIC_OF: Mapping[str, Mapping[str, str]] = {
    "fa": {"ث": "s", "ذ": "z", "ض": "z", "و": "v", "ۀ": "eh"},
    "ar": {"و": "w", "ۀ": "a"},
}
_CLUSTERS = frozenset({"b", "p", "k", "g", "f", "t", "d", "v", "s", "sh"})  # they take an "r" or "l" without a vowel
_CODA_FIRST = frozenset({"n", "r", "s", "sh", "f", "kh", "l", "m"})  # two consonants that end a word together
_CODA_LAST = frozenset({"d", "t", "g", "k", "p", "ts"})
#: given names whose short vowels no rule finds
_ARABIC_NAMES = _table_of_words(
    "محمد احمد محمود حامد حسن حسین علی عمر عثمان رضا مهدی عباس جواد سعید مسعود ناصر صالح خالد یوسف ابراهیم "
    "اسماعیل مصطفی مرتضی موسی عیسی یحیی کریم رحیم حمید مجید سید بدر فاطمه مریم زهرا نرگس عبدالله نور الدین "
    "محسن منصور جعفر صادق باقر بن ابن ابو قاسم هاشم طاهر پرویز شریف انور اکبر اصغر امیر سلمان بشار ابوبکر سالم "
    "مظلوم اسد عبدالرحمن هادی کاظم فرهاد بهرام بهزاد حیدر رستم",
    "Mohammad Ahmad Mahmoud Hamed Hassan Hossein Ali Omar Othman Reza Mahdi Abbas Javad Saeed Masoud Nasser "
    "Saleh Khaled Youssef Ebrahim Esmail Mostafa Morteza Mousa Isa Yahya Karim Rahim Hamid Majid Seyyed Badr "
    "Fatemeh Maryam Zahra Narges Abdullah Nour al-Din Mohsen Mansour Jafar Sadegh Bagher bin ibn Abu Ghasem "
    "Hashem Taher Parviz Sharif Anwar Akbar Asghar Amir Salman Bashar Abubakr Salem Mazloum Assad Abdulrahman "
    "Hadi Kazem Farhad Bahram Behzad Heydar Rostam",
)


def latin(name: str, lang: str | None = None) -> str:
    """The name in Latin letters, word by word with a capital; a name in Latin letters stays as it is."""
    words = []
    for word in name.split():
        script = script_of(word)
        if script in ("Latin", "Common"):
            words.append(_plain(word))
            continue
        read = _READERS.get(script, _any)
        parts = (_capital(_plain(read(part, lang))) for part in re.split("[-‐\u200c]", word))
        words.append("-".join(filter(None, parts)))
    return " ".join(filter(None, words))


def read_in_latin(names: Mapping[str, str | None]) -> dict[str, str]:
    """Those of these names, each with its language, that are in other letters, and how they read in Latin ones."""
    read = {name: latin(name, lang) for name, lang in names.items()}
    return {name: so for name, so in read.items() if so and so != " ".join(name.split())}


def _plain(word: str) -> str:
    """The word with what is left of other scripts read letter by letter."""
    if word.isascii():
        return word
    return "".join(_any(char, None) if char.isalpha() and script_of(char) != "Latin" else char for char in word)


def _capital(word: str) -> str:
    return word if word.startswith(("al-", "bin", "ibn")) else word[:1].upper() + word[1:]


_VOWELS = frozenset("aeiou")


def _any(word: str, lang: str | None) -> str:
    """Scripts without a table of their own: Georgian, Armenian, Han, Hangul and the rest."""
    from anyascii import anyascii

    return re.sub(r"[^A-Za-z' -]", "", anyascii(word)).lower()


def _cyrillic(word: str, lang: str | None) -> str:
    low, ending = word.lower(), ""
    for letters, read in _CYRILLIC_ENDINGS:
        if low.endswith(letters) and len(low) > len(letters) + 1:
            low, ending = low[: -len(letters)], read
            break
    table = _CYRILLIC | dict(_CYRILLIC_OF.get(lang or "", {}))
    return "".join(table.get(letter, letter) for letter in low) + ending


def _greek(word: str, lang: str | None) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char))
    if bare.startswith("ντ"):
        bare = "d" + bare[2:]
    for pair, read in _GREEK_PAIRS.items():
        bare = bare.replace(pair, read)
    return "".join(_GREEK.get(char, char) for char in bare)


def _tamil(word: str, lang: str | None) -> str:
    read: list[str] = []
    for index, char in enumerate(word):
        if char in _TAMIL_VOWELS:
            read.append(_TAMIL_VOWELS[char])
        elif char in _TAMIL_SIGNS:
            read.append(_TAMIL_SIGNS[char])
        elif char in _TAMIL_CONSONANTS:
            following = word[index + 1 : index + 2]
            open_before = bool(read) and read[-1][-1] in "aeioun"
            voiced = char in _TAMIL_VOICED and open_before and following != _PULLI
            read.append(_TAMIL_VOICED[char] if voiced else _TAMIL_CONSONANTS[char])
            if following != _PULLI and following not in _TAMIL_SIGNS:
                read.append("a")
    return "".join(read)


def _hebrew(word: str, lang: str | None) -> str:
    """Consonants with "a" between them; ו and י are vowels inside a word."""
    letters = [char for char in unicodedata.normalize("NFKD", word) if char == "א" or char in _HEBREW]
    units: list[str] = []
    for index, char in enumerate(letters):
        inside = index > 0
        if char == "א" or (char == "ה" and index == len(letters) - 1):
            units.append("a")
        elif char == "ע":
            units.append("" if inside else "a")
        elif char == "ו" and inside and units[-1] not in _VOWELS:
            units.append("o" if index < len(letters) - 1 else "u")
        elif char == "י" and inside and units[-1] not in _VOWELS:
            units.append("i")
        else:
            units.append(_HEBREW[char])
    return _with_vowels([unit for unit in units if unit])


def _arabic(word: str, lang: str | None) -> str:
    key = fold(word)
    if key in _ARABIC_NAMES:
        return _ARABIC_NAMES[key]
    if key.startswith("عبدال") and len(key) > 7:
        return "abdul" + _arabic(key[5:], lang)
    if key.startswith("ال") and len(key) > 4:
        return "al-" + _capital(_arabic(key[2:], lang))
    return _with_vowels(_arabic_units(key, _ARABIC_OF.get(lang or "", _ARABIC_OF["ar"])))


def _arabic_units(key: str, own: Mapping[str, str]) -> list[str]:
    """The sounds that the letters of a folded word write: consonants and long vowels."""
    units: list[str] = []
    for index, char in enumerate(key):
        last, before = index == len(key) - 1, units[-1] if units else ""
        following = key[index + 1 : index + 2]
        if char == "ا":
            if index > 0 or following not in ("و", "ی"):
                units.append("a")
        elif char == "ع":
            if (not units and following not in ("ا", "ی", "و")) or (before not in _VOWELS and before and not last):
                units.append("a")
        elif char == "و":
            consonant = index == 0 or following == "ا" or before == "a" or (before in _VOWELS and not last)
            units.append(own["و"] if consonant else "o" if before == "i" else "u")
        elif char == "ی":
            consonant = index == 0 or following == "ا" or (before in _VOWELS and not last and before != "a") or (
                before == "a" and not last and following != "ن"
            )  # fmt: skip
            units.append("y" if consonant else "i")
        elif char == "ه" and last and before and before not in _VOWELS:
            units.append(own["ۀ"])
        elif char in _ARABIC_CONSONANTS:
            units.append(own.get(char) or _ARABIC_CONSONANTS[char])
    return units


def _with_vowels(units: list[str]) -> str:
    """Sounds as a word that can be said: an "a" wherever more consonants meet than a syllable takes."""
    read: list[str] = []
    run = 0  # consonants since the last vowel
    for index, unit in enumerate(units):
        if unit[0] in _VOWELS:
            run = 0
            read.append(unit)
            continue
        run += 1
        rest = units[index + 1 :]
        if run > 1 and _needs_vowel(read, run, unit, rest):
            read.append("a")
            run = 1
        read.append(unit)
    return "".join(read)


def _needs_vowel(read: list[str], run: int, unit: str, rest: list[str]) -> bool:
    """Whether a vowel belongs before ``unit``, the ``run``-th consonant in a row."""
    if len(read) == run - 1:  # "gr", "bl" begin a word; other pairs do not
        return not (read[0] in _CLUSTERS and unit in ("r", "l") and bool(rest) and rest[0][0] in _VOWELS)
    if not rest:  # "rt", "ng" end a word; other pairs do not
        return not _ends_word(read[-1], unit)
    return run > 2 or (len(rest) == 1 and _ends_word(unit, rest[0]))


def _ends_word(one: str, two: str) -> bool:
    return one in _CODA_FIRST and two in _CODA_LAST


_READERS: Mapping[str, Callable[[str, str | None], str]] = {
    "Cyrillic": _cyrillic,
    "Greek": _greek,
    "Tamil": _tamil,
    "Hebrew": _hebrew,
    "Arabic": _arabic,
}
