"""Ids of names as the index keeps them: many in one row, four bytes each, the lowest byte first."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

_CODE = "I" if array("I").itemsize == 4 else "L"


def packed(names: Iterable[int]) -> bytes:
    """The ids as one row keeps them."""
    return _turned(array(_CODE, names)).tobytes()


def unpacked(row: bytes) -> array[int]:
    """The ids that a row keeps."""
    return _turned(array(_CODE, row))


def without(row: bytes, name: int) -> bytes | None:
    """A row that lacks one of its ids; None where it does not have it."""
    names = unpacked(row)
    if name not in names:
        return None
    names.remove(name)
    return packed(names)


def _turned(names: array[int]) -> array[int]:
    if sys.byteorder == "big":
        names.byteswap()
    return names
