"""Letters that look like those of another script, or that a keyboard left in the other alphabet has typed."""

from __future__ import annotations

import unicodedata

#: first code points of the alphabets that share the shapes of their letters, and where each ends
_ALPHABETS: dict[str, tuple[tuple[str, str], ...]] = {
    "latin": (("A", "\u024f"), ("\u1e00", "\u1eff")),
    "cyrillic": (("\u0400", "\u052f"),),
    "greek": (("\u0370", "\u03ff"), ("\u1f00", "\u1fff")),
    "armenian": (("\u0530", "\u058f"),),
}


def _pairs(ours: str, theirs: str) -> dict[str, str]:
    return dict(zip(theirs, ours, strict=True))


#: for each alphabet the letters of others that are read as its own: by their shape, else by their sound
_READ_AS: dict[str, dict[str, str]] = {
    "latin": {
        **_pairs("aeopcyxijsqwhlknmtrbhdy", "аеорсухіјѕԛԝһӏкпмтгвнԁү"),
        **_pairs("ABEKMHOPCTYXIJSQWIY", "АВЕКМНОРСТУХІЈЅԚԜӀҮ"),
        **_pairs("aoeptuvkixnywcjb", "αοερτυνκιχηγωϲϳβ"),
        **_pairs("ABEZHIKMNOPTYX", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
        **_pairs("onuhjgqOSLU", "օոսհյցզՕՏԼՍ"),
    },
    "cyrillic": {
        **_pairs("аеорсухіјсквхбдфглмнртувз", "aeopcyxijsqwhbdfglmnrtuvz"),
        **_pairs("кАВЕКМНОРСТУХІЈЅ", "kABEKMHOPCTYXIJS"),
        **_pairs("аоеркіхтунг", "αοερκιχτυνγ"),
        **_pairs("АВЕНІКМОРТХ", "ΑΒΕΗΙΚΜΟΡΤΧ"),
    },
    "greek": {
        **_pairs("αοερτυνκιχβδφγλμρσζκχυ", "aoeptuvkixbdfglmrszchy"),
        **_pairs("νΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "nABEZHIKMNOPTYX"),
        **_pairs("αοερκιχτυ", "аоеркіхту"),
        **_pairs("ΑΒΕΗΙΚΜΟΡΤΧ", "АВЕНІКМОРТХ"),
    },
    "armenian": _pairs("օոսհյցզՕՏԼՍ", "onuhjgqOSLU"),
}  # fmt: skip

#: the small capitals of phonetic writing, which are letters of their own
_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡɑ", "abcdefghijklmnoprstuvwyzga")


def one_script(word: str) -> str:
    """``word`` as it was meant where it mixes alphabets: every letter in the one that most of its letters have."""
    word = word.translate(_SMALL_CAPITALS)
    counts = {name: sum(_within(char, name) for char in word) for name in _ALPHABETS}
    if sum(map(bool, counts.values())) < 2:
        return word
    most = max(counts, key=counts.__getitem__)
    return "".join(char if _within(char, most) else _read_as(char, most) for char in word)


def _within(char: str, alphabet: str) -> bool:
    return char.isalpha() and any(first <= char <= last for first, last in _ALPHABETS[alphabet])


def _read_as(char: str, alphabet: str) -> str:
    """The letter of an alphabet that another one stands for; itself where there is none."""
    bare = unicodedata.normalize("NFD", char)[0]  # an accent of the other script has no place here
    found = _READ_AS[alphabet].get(bare)
    if found is None and alphabet == "latin" and any(_within(bare, other) for other in _ALPHABETS):
        from anyascii import anyascii

        found = anyascii(bare)
    return found or char
