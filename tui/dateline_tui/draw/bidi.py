"""The Unicode bidirectional algorithm (UAX #9) without explicit embeddings, which never reach a display here.

Levels are worked out for a whole paragraph; a line of it is then put into visual order by ``visual_order``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

#: glyphs that turn round in right-to-left text; the last three pairs are our own signs
_PAIRS = ("()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "⟨⟩", "⟪⟫", "「」", "『』", "【】", "≪≫", "▌▐", "⌜⌝", "⟦⟧")
MIRROR: dict[str, str] = {pair[i]: pair[1 - i] for pair in _PAIRS for i in (0, 1)}

#: paired brackets of rule N0 (BidiBrackets.txt has no quotation marks)
_OPEN = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⟪": "⟫", "「": "」", "『": "』", "【": "】"}
_CLOSE = frozenset(_OPEN.values())

_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_RIGHT = frozenset(("R", "AL", "AN"))


def base_level(text: str) -> int:
    """1 where the first strong letter is right-to-left (P2, P3), else 0."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
    return 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of every character of a paragraph whose base direction is ``base`` (0 left, 1 right)."""
    types = [unicodedata.bidirectional(char) or "L" for char in text]
    if base == 0 and _RIGHT.isdisjoint(types):
        return [0] * len(text)
    at = [i for i, kind in enumerate(types) if kind != "BN"]  # X9: joiners and the like take no part
    kinds = [types[i] for i in at]
    chars = [text[i] for i in at]
    edge = "R" if base else "L"
    marks = _weak(kinds, edge)
    _brackets(kinds, chars, marks, edge)
    _neutral(kinds, edge)
    out = [base] * len(text)
    for i, kind in zip(at, kinds, strict=True):
        out[i] = base + _rise(kind, base)
    for i, kind in enumerate(types):
        if kind == "BN" and i:
            out[i] = out[i - 1]
    return out


def _rise(kind: str, base: int) -> int:
    """I1 and I2: how far a resolved type stands above the base level."""
    if base:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], edge: str) -> list[bool]:
    """W1 to W7 in place; returns which characters were marks (N0 needs it)."""
    marks = [kind == "NSM" for kind in kinds]
    before = strong = edge
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kinds[i] = before
        elif kind == "EN" and strong == "AL":  # W2
            kinds[i] = "AN"
        if kinds[i] in ("R", "L", "AL"):
            strong = kinds[i]
        before = kinds[i]
    for i, kind in enumerate(kinds):  # W3
        if kind == "AL":
            kinds[i] = "R"
    for i in range(1, len(kinds) - 1):  # W4
        around = kinds[i - 1]
        if around == kinds[i + 1] and (
            (kinds[i] in ("ES", "CS") and around == "EN") or (kinds[i] == "CS" and around == "AN")
        ):
            kinds[i] = around
    _each_run(kinds, lambda kind: kind == "ET", _terminators)  # W5
    strong = edge
    for i, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[i] = "ON"
        elif kind in ("R", "L"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"
    return marks


def _each_run(kinds: list[str], wanted: Callable[[str], bool], act: Callable[[list[str], int, int], None]) -> None:
    """Call ``act(kinds, i, j)`` for every longest run ``[i, j)`` of wanted types."""
    i = 0
    while i < len(kinds):
        if not wanted(kinds[i]):
            i += 1
            continue
        j = i
        while j < len(kinds) and wanted(kinds[j]):
            j += 1
        act(kinds, i, j)
        i = j


def _terminators(kinds: list[str], i: int, j: int) -> None:
    """W5: currency and per cent signs beside a European number belong to it."""
    if (i and kinds[i - 1] == "EN") or (j < len(kinds) and kinds[j] == "EN"):
        kinds[i:j] = ["EN"] * (j - i)


def _side(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else kind


def _brackets(kinds: list[str], chars: Sequence[str], marks: Sequence[bool], edge: str) -> None:
    """N0: a pair of brackets takes the direction of what stands inside, or of what stands before it."""
    for opening, closing in _pairs(kinds, chars):
        inside = {_side(kind) for kind in kinds[opening + 1 : closing]} & {"L", "R"}
        if not inside:
            continue
        found = edge
        if edge not in inside:
            before = next((_side(kind) for kind in reversed(kinds[:opening]) if _side(kind) in ("L", "R")), edge)
            found = before if before in inside else edge
        for i in (opening, closing):
            kinds[i] = found
            j = i + 1
            while j < len(kinds) and marks[j]:
                kinds[j] = found
                j += 1


def _pairs(kinds: Sequence[str], chars: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: the bracket pairs of a paragraph, by their opening."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, char in enumerate(chars):
        if kinds[i] != "ON":
            continue
        if char in _OPEN:
            if len(stack) == 63:
                return sorted(pairs)
            stack.append((_OPEN[char], i))
        elif char in _CLOSE:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == char:
                    pairs.append((stack[depth][1], i))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _neutral(kinds: list[str], edge: str) -> None:
    """N1 and N2: what has no direction goes with its neighbours where they agree, else with the paragraph."""

    def settle(kinds: list[str], i: int, j: int) -> None:
        before = _side(kinds[i - 1]) if i else edge
        after = _side(kinds[j]) if j < len(kinds) else edge
        kinds[i:j] = [before if before == after else edge] * (j - i)

    _each_run(kinds, _NEUTRAL.__contains__, settle)


def trailing_base(text: str, line_levels: list[int], base: int) -> None:
    """L1 in place: blanks at the end of a line, and separators with the blanks before them, go to the base level."""
    blank = True
    for i in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[i])
        if kind in ("S", "B"):
            blank = True
        elif kind not in ("WS", "BN"):
            blank = False
        if blank:
            line_levels[i] = base


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """L2: the indices of a line's cells from left to right."""
    order = list(range(len(line_levels)))
    odd = [level for level in line_levels if level % 2]
    if not odd:
        return order
    for level in range(max(line_levels), min(odd) - 1, -1):
        i = 0
        while i < len(order):
            if line_levels[order[i]] < level:
                i += 1
                continue
            j = i
            while j < len(order) and line_levels[order[j]] >= level:
                j += 1
            order[i:j] = order[i:j][::-1]
            i = j
    return order
