"""How a word of a name sounds: one table of letters a script, loaded when a word of that script is first met."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from importlib import import_module

Readings = Callable[[str], tuple[str, ...]]

#: first code points of stretches of Unicode and the module that reads them; an empty name: nobody here, see ``_other``
_STRETCHES: tuple[tuple[int, str], ...] = (
    (0x0000, "latin"),
    (0x0370, "europe"),
    (0x0590, "semitic"),
    (0x0700, ""),
    (0x0750, "semitic"),
    (0x0780, ""),
    (0x0900, "brahmi"),
    (0x0D80, ""),
    (0x0E00, "thai"),
    (0x0E80, ""),
    (0x10A0, "europe"),
    (0x1100, ""),
    (0x1C90, "europe"),
    (0x1CC0, ""),
    (0x1E00, "latin"),
    (0x1F00, "europe"),
    (0x2000, ""),
    (0x3040, "kana"),
    (0x3100, ""),
    (0x3400, "chinese"),
    (0xA000, ""),
    (0xAC00, "hangul"),
    (0xD7A4, ""),
    (0xF900, "chinese"),
    (0xFB00, ""),
    (0x20000, "chinese"),
    (0x30000, ""),
)
_STARTS = [start for start, _ in _STRETCHES]
_loaded: dict[str, Readings] = {}


def _other(word: str) -> tuple[str, ...]:
    from anyascii import anyascii

    romanised = "".join(filter(str.isalpha, anyascii(word).lower()))
    return _reader("latin")(romanised)


def _reader(module: str) -> Readings:
    found = _loaded.get(module)
    if found is None:
        found = import_module(f"{__name__}.{module}").readings if module else _other
        _loaded[module] = found
    return found


def module_of(word: str) -> str:
    """The module whose table reads ``word``, by its first letter; '' where only anyascii does."""
    return _STRETCHES[bisect_right(_STARTS, ord(word[0])) - 1][1]


def _squeezed(sounds: str) -> str:
    """Without doubled sounds."""
    return "".join(sound for at, sound in enumerate(sounds) if at == 0 or sounds[at - 1] != sound)


def readings(word: str) -> tuple[str, ...]:
    """The ways in which a lower-case word of a name may sound, the usual one first; digits sound as themselves."""
    if word.isdigit():
        return (word,)
    found = _reader(module_of(word))(word)
    return tuple(dict.fromkeys(filter(None, map(_squeezed, found)))) or (word[:1],)
