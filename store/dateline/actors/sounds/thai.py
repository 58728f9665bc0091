"""Thai: vowels that are written before their consonant are read after it; a letter under a thanthakhat is silent."""

from __future__ import annotations

import re

from dateline.actors.sounds.spell import pairs, reader

_CONSONANTS = pairs(
    """
    ก Κ ข k ฃ k ค k ฅ k ฆ k ง N จ Ч ฉ ч ช ч ซ s ฌ ч ญ Ы ฎ d ฏ τ ฐ t ฑ τ ฒ t ณ n ด d ต τ ถ Τ ท Τ ธ Τ น n บ β ป β
    ผ π ฝ f พ π ฟ f ภ π ม m ย y ร r ล l ว ʋ ศ щ ษ щ ส щ ห h ฬ l ฮ h
    """
)
_VOWELS = pairs("ะ a ั a า a ํา am ิ i ี i ึ I ื I ุ u ู u เ e แ e โ o ใ ay ไ ay ็ _ เิ O เา au เีย ia เือ ua ัว ua เ็ e แ็ e")
_OTHERS = pairs(
    """
    อ o ^อ @ ฤ ri ฦ l ^หล l ^หม m ^หน n ^หร r ^หว ʋ ^หย y น$ n
    ร$ ɾ ล$ ɭ จ$ т ช$ т ซ$ т ส$ т ศ$ т ด$ τ รร an รรม am ทรง soN ทรัพ sap
    """
)
#: between two consonants a short o or a is heard that is not written
TABLE = (
    {letter: f"{sound}@" for letter, sound in _CONSONANTS.items()}
    | {f"{letter}$": sound for letter, sound in _CONSONANTS.items()}
    | {letter + sign: sound + vowel for letter, sound in _CONSONANTS.items() for sign, vowel in _VOWELS.items()}
    | {letter + "อ": f"{sound}o" for letter, sound in _CONSONANTS.items()}
    | _VOWELS
    | _OTHERS
)
_BEFORE = frozenset("เแโใไ")
_SILENCER = "์"
#: letters that a foreign name has and that Thai does not say: still a trace of how it is written elsewhere
_SILENCED = {
    "ร": "\ue000",
    "ล": "\ue001",
    "ส": "\ue002",
    "ศ": "\ue002",
    "ซ": "\ue002",
    "ด": "\ue003",
    "ต": "\ue003",
    "ท": "\ue003",
    "ป": "\ue004",
    "พ": "\ue004",
    "ก": "\ue005",
    "ค": "\ue005",
}
_TONES = frozenset("่้๊๋ๆฯ")

#: a vowel that is written before two consonants is heard after both: after r or l with a sign, or without one at all
_CLUSTERS = re.compile("(?<=[กขคจตทปผพศส])(?:([เแโ])([รลว])(?=[ีืิ็])|([ไใ])([รล])(?![ะ-ู็เแโไใ]))")
#: an r after a consonant without a vowel ends its syllable as n, and Latin letters keep both; others that end one
_ENDING_R = re.compile("(?<=[ก-ฦล-ฮ])ร(?=[ก-ยล-ฮ]|$)")
_ENDING = re.compile("(?<=[ะ-ู็เแโไใ])[จชซสศษล](?=[ก-ฮ])")
_ENDS = str.maketrans("จชซสศษล", "\ue007\ue007\ue008\ue008\ue008\ue008\ue009")

read = reader(
    TABLE
    | {"\ue000": "ṙ", "\ue001": "ĺ", "\ue002": "ś", "\ue003": "ẗ", "\ue004": "ṕ", "\ue005": "ķ"}
    | {"\ue006": "ṙɾ", "\ue007": "Ц", "\ue008": "т", "\ue009": "ɭ"}
)


def _spoken(word: str) -> str:
    """A word as it is heard: clusters before their vowel, ends of syllables told from beginnings."""
    ordered = _CLUSTERS.sub(
        lambda found: "".join(found.group(2, 1) if found[1] else found.group(4, 3)), _in_order(word)
    )
    return _ENDING.sub(lambda found: found[0].translate(_ENDS), _ENDING_R.sub("\ue006", ordered))


def _in_order(word: str) -> str:
    heard: list[str] = []
    waiting = ""
    for char in word:
        if char in _TONES:
            continue
        if char == _SILENCER:
            while heard and not ("ก" <= heard[-1] <= "ฮ"):
                heard.pop()
            if heard:
                heard.append(_SILENCED.get(heard.pop(), ""))
        elif char in _BEFORE:
            heard.append(waiting)
            waiting = char
        else:
            heard.append(char)
            if waiting and "ก" <= char <= "ฮ":
                heard.append(waiting)
                waiting = ""
    return "".join(heard) + waiting


def readings(word: str) -> tuple[str, ...]:
    return (read(_spoken(word)),)
