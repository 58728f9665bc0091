"""Thai: vowels that are written before their consonant are read after it; a letter under a thanthakhat is silent."""

from __future__ import annotations

from dateline.actors.sounds.spell import pairs, reader

TABLE = pairs(
    """
    ก Κ ข k ฃ k ค k ฅ k ฆ k ง N จ Ч ฉ ч ช ч ซ s ฌ ч ญ Ы ฎ d ฏ τ ฐ t ฑ τ ฒ t ณ n ด d ต τ ถ Τ ท Τ ธ Τ น n บ β ป β
    ผ p ฝ f พ p ฟ f ภ p ม m ย y ร r ล l ว ʋ ศ щ ษ щ ส щ ห h ฬ l อ o ^อ @ ฮ h ะ a ั a า a ำ am ิ i ี i ึ I ื I ุ u ู u
    เ e แ e โ o ใ ay ไ ay ็ _ ฤ ri ^หล l ^หม m ^หน n ^หร r ^หว ʋ ^หย y น$ n ร$ ɾ ล$ ɭ จ$ т ช$ т ซ$ т ส$ т ศ$ т
    ด$ τ รร an
    """
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
}
_TONES = frozenset("่้๊๋ๆฯ")

read = reader(TABLE | {"\ue000": "ṙ", "\ue001": "ĺ", "\ue002": "ś", "\ue003": "ẗ"})


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
    return (read(_in_order(word)),)
