"""How a word of a name sounds: one table of letters a script, loaded when a word of that script is first met."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from importlib import import_module

Readings = Callable[[str], tuple[str, ...]]

#: scripts as the index numbers them (append only) and the module whose tables read them; '' where only anyascii does
SCRIPTS: dict[str, str] = {
    "other": "",
    "latin": "latin",
    "greek": "europe",
    "cyrillic": "europe",
    "armenian": "europe",
    "georgian": "europe",
    "hebrew": "semitic",
    "arabic": "semitic",
    "devanagari": "brahmi",
    "tamil": "brahmi",
    "thai": "thai",
    "hangul": "hangul",
    "kana": "kana",
    "chinese": "chinese",
}
NUMBER: dict[str, int] = {script: number for number, script in enumerate(SCRIPTS)}

#: first code points of stretches of Unicode and their script
_STRETCHES: tuple[tuple[int, str], ...] = (
    (0x0000, "latin"),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, "armenian"),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, "other"),
    (0x0750, "arabic"),
    (0x0780, "other"),
    (0x0900, "devanagari"),
    (0x0B80, "tamil"),
    (0x0C00, "devanagari"),
    (0x0D80, "other"),
    (0x0E00, "thai"),
    (0x0E80, "other"),
    (0x10A0, "georgian"),
    (0x1100, "hangul"),  # as folding leaves Korean: letter by letter
    (0x1200, "other"),
    (0x1C90, "georgian"),
    (0x1CC0, "other"),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, "other"),
    (0x3040, "kana"),
    (0x3100, "other"),
    (0x3400, "chinese"),
    (0xA000, "other"),
    (0xAC00, "hangul"),
    (0xD7A4, "other"),
    (0xF900, "chinese"),
    (0xFB00, "other"),
    (0x20000, "chinese"),
    (0x30000, "other"),
)
_STARTS = [start for start, _ in _STRETCHES]
_loaded: dict[str, Readings] = {}


def _other(word: str) -> tuple[str, ...]:
    from anyascii import anyascii

    romanised = "".join(filter(str.isalpha, anyascii(word).lower()))
    return _reader("latin")(romanised)[:1] if romanised else ()


def _reader(script: str) -> Readings:
    found = _loaded.get(script)
    if found is None:
        module = SCRIPTS[script]
        found = import_module(f"{__name__}.{module}").readings if module else _other
        _loaded[script] = found
    return found


def script_of(word: str) -> str:
    """The script of a word by its first letter, as ``SCRIPTS`` names it; "other" where only anyascii reads it."""
    return _STRETCHES[bisect_right(_STARTS, ord(word[0])) - 1][1]


def _squeezed(sounds: str) -> str:
    """Without doubled sounds."""
    return "".join(sound for at, sound in enumerate(sounds) if at == 0 or sounds[at - 1] != sound)


def readings(word: str) -> tuple[str, ...]:
    """The ways in which a lower-case word of a name may sound, the usual one first; digits sound as themselves.

    The number of a reading tells which table it is from; one that says nothing new is ''.
    """
    if word.isdigit():
        return (word,)
    known: set[str] = set()
    found: list[str] = []
    read = _reader(script_of(word))(word)
    for sounds in map(_squeezed, read if read and read[0] else _other(word)):
        found.append("" if sounds in known else sounds)
        known.add(sounds)
    while found and not found[-1]:
        found.pop()
    return tuple(found) if found and found[0] else (word[:1],)
