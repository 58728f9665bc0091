"""Chinese characters by their pinyin (anyascii's table, ISC), each syllable with all that it may transcribe."""

from __future__ import annotations

from dateline.actors.sounds import latin


def syllables(word: str) -> list[str]:
    """The pinyin of each character, lower case; characters without one are left out."""
    from anyascii import anyascii

    return [text for char in word if (text := anyascii(char).lower()).isalpha()]


def readings(word: str) -> tuple[str, ...]:
    return ("".join(latin.pinyin(syllable) or latin.general(syllable) for syllable in syllables(word)),)
