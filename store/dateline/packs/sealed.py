"""A mapping of texts in one piece: twenty thousand entries are there as soon as their bytes are.

A dict has to be built entry by entry; this is one string and one table of places in it, found by the key's checksum,
which is the same in every process.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from zlib import crc32

_BETWEEN, _BEHIND = "\x1f", "\x1e"  # a key and its value; an entry and the next


class Sealed(Mapping[str, str]):
    """What ``entries`` holds, in the same order, never to be changed. Its texts hold no separators (U+001E, U+001F)."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._mask = (1 << (2 * len(entries)).bit_length()) - 1  # at most half of the places are taken
        places = array("I", bytes(4 * (self._mask + 1)))
        parts = []
        at = 1  # 0 is a place that nothing takes
        for key, value in entries.items():
            place = self._first(key)
            while places[place]:
                place = (place + 1) & self._mask
            places[place] = at
            parts.append(f"{key}{_BETWEEN}{value}{_BEHIND}")
            at += len(parts[-1])
        self.__setstate__((_BEHIND + "".join(parts), places.tobytes(), self._mask, len(entries)))

    def __getstate__(self) -> tuple[str, bytes, int, int]:
        return self._text, self._places.tobytes(), self._mask, self._length

    def __setstate__(self, state: tuple[str, bytes, int, int]) -> None:
        self._text, places, self._mask, self._length = state
        self._places = memoryview(places).cast("I")

    def _first(self, key: str) -> int:
        return crc32(key.encode("utf-8", "surrogatepass")) & self._mask

    def _find(self, key: str) -> int:
        """Where the value of a key begins, 0 where there is none."""
        place = self._first(key)
        while start := self._places[place]:
            end = start + len(key)
            if self._text.startswith(key, start) and self._text[end] == _BETWEEN:
                return end + 1
            place = (place + 1) & self._mask
        return 0

    def value(self, key: str) -> str:
        """The value of a key, "" where there is none: quicker than ``get``."""
        at = self._find(key)
        return self._text[at : self._text.index(_BEHIND, at)] if at else ""

    def __getitem__(self, key: str) -> str:
        if not self._find(key):
            raise KeyError(key)
        return self.value(key)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._find(key) > 0

    def __iter__(self) -> Iterator[str]:
        for entry in self._text[1:].split(_BEHIND)[:-1]:
            yield entry.partition(_BETWEEN)[0]

    def __len__(self) -> int:
        return self._length
