"""Arabic script in joined forms, for terminals that draw letter by letter.

The forms come from Unicode's own decompositions (blocks FB50 and FE70), so Persian, Arabic, Urdu and Uyghur letters
that have presentation forms join; others stay as they are.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from dateline_tui.draw.widths import ZWJ, ZWNJ

_KINDS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_TATWEEL = "\u0640"
_LAM = "\u0644"


@cache
def _forms() -> dict[str, dict[int, str]]:
    """Letter -> {0 isolated, 1 final, 2 initial, 3 medial: the presentation form}."""
    forms: dict[str, dict[int, str]] = {}
    for code in (*range(0xFB50, 0xFDC8), *range(0xFE70, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if kind in _KINDS and len(letters) == 1:
            forms.setdefault(chr(int(letters[0], 16)), {}).setdefault(_KINDS[kind], chr(code))
    return forms


#: alef after lam: one glyph for both (isolated, final)
_LAM_ALEF = {
    "\u0622": ("\ufef5", "\ufef6"),
    "\u0623": ("\ufef7", "\ufef8"),
    "\u0625": ("\ufef9", "\ufefa"),
    "\u0627": ("\ufefb", "\ufefc"),
}


def _joins_before(letter: str) -> bool:
    return letter in (_TATWEEL, ZWJ) or 1 in _forms().get(letter, ())


def _joins_after(letter: str) -> bool:
    return letter in (_TATWEEL, ZWJ) or 2 in _forms().get(letter, ())


def shape(clusters: list[str]) -> list[tuple[str, int]]:
    """Clusters (a letter with its marks) in logical order -> glyphs and how many clusters each covers (2: lam-alef).

    ZWNJ at the end of a cluster breaks the joining and is left out of the glyph, ZWJ makes it and is left out too.
    """
    joined = [False] * (len(clusters) + 1)
    for i in range(1, len(clusters)):
        left, right = clusters[i - 1], clusters[i]
        joined[i] = ZWNJ not in left and _joins_after(left[0]) and _joins_before(right[0])
    glyphs: list[tuple[str, int]] = []
    i = 0
    while i < len(clusters):
        cluster = clusters[i]
        letter = cluster[0]
        if letter == _LAM and joined[i + 1] and clusters[i + 1][0] in _LAM_ALEF:
            glyph = _LAM_ALEF[clusters[i + 1][0]][joined[i]]
            glyphs.append((_bare(glyph + cluster[1:] + clusters[i + 1][1:]), 2))
            i += 2
            continue
        forms = _forms().get(letter)
        if forms is not None:
            after = joined[i + 1] or ZWJ in cluster[1:]
            cluster = forms.get(joined[i] + 2 * after, letter) + cluster[1:]
        glyphs.append((_bare(cluster), 1))
        i += 1
    return glyphs


def _bare(glyph: str) -> str:
    return glyph.replace(ZWNJ, "").replace(ZWJ, "") if len(glyph) > 1 else glyph
