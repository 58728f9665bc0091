"""Names as the store keeps those that a registry brings or a user types: none in two ways that look the same."""

from __future__ import annotations

import unicodedata

#: direction marks, which make two spellings of one and turn around the words beside them
_UNSEEN = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))


def spelt(name: str) -> str:
    """The name with composed letters and single blanks, without direction marks."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name.translate(_UNSEEN))
    return " ".join(name.split())
