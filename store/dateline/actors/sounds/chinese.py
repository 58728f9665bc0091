"""Chinese characters by their pinyin (anyascii's table, ISC), each syllable with all that it may transcribe."""

from __future__ import annotations

from dateline.actors.sounds import latin
from dateline.actors.sounds.spell import pairs

#: characters that foreign names are written with, where anyascii has another of their readings or where they stand
#: for less than their syllable: a lone consonant, an old reading (Xinhua's tables of transcription)
TRANSCRIBED = pairs(
    """
    勒 ρ@ 什 ş@ 姆 m@ 夫 φ@ 弗 φ@ 布 ɓ@ 普 π@ 约 ɥo 約 ɥo 翰 ɦ@Ν 华 ẅa 華 ẅa 怀 ẅai 懷 ẅai 塞 ʃe 色 ʃe 茜 ɧi 伽 ɠa
    都 ɗu 汗 ɦaΝ 莎 şa 娜 na 厄 e 基 Κi 齐 ʨi 齊 ʨi
    """
)


def syllables(word: str) -> list[str]:
    """The pinyin of each character, lower case; characters without one are left out."""
    from anyascii import anyascii

    return [text for char in word if (text := anyascii(char).lower()).isalpha()]


def _sounds(char: str) -> str:
    known = TRANSCRIBED.get(char)
    if known is not None:
        return known
    return "".join(latin.pinyin(syllable) or latin.general(syllable) for syllable in syllables(char))


def readings(word: str) -> tuple[str, ...]:
    return ("".join(map(_sounds, word)),)
