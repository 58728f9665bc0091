"""An article cut into blocks that are laid out one by one: paragraphs, and runs of site text folded into a line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from dateline.model import Span
from dateline_tui.draw.bidi import base_level

_LONG = 2_000  # code points of a paragraph that is laid out in parts
_PART = 1_000
_FOLDED_ALONE = 160  # code points from which a single line of site text is folded


class Block(NamedTuple):
    """``[start, end)`` of a text, laid out by itself. ``base`` is its direction where it is part of a paragraph."""

    start: int
    end: int
    kind: Literal["text", "fold"] = "text"
    lines: int = 0  # of a fold: lines of the text that are folded
    base: int | None = None


class Fold(NamedTuple):
    """A run of lines that are no article text."""

    start: int
    end: int
    lines: int


def paragraphs(text: str) -> list[Span]:
    """The lines of a text as spans; several empty lines in a row count as one, and none stands at either end."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        span = (start, start + len(line))
        start += len(line) + 1
        if line.strip() or (spans and spans[-1][0] < spans[-1][1]):
            spans.append(span if line.strip() else (span[0], span[0]))
    while spans and spans[-1][0] == spans[-1][1]:
        spans.pop()
    return spans


@lru_cache(16)
def _paragraphs(text: str) -> tuple[Span, ...]:
    return tuple(paragraphs(text))


@lru_cache(16)
def folds(text: str, noise: tuple[Span, ...]) -> tuple[Fold, ...]:
    """The runs of two or more lines of noise, and single long ones, in order; ``noise`` is in order of its start."""
    if not noise:
        return ()
    found: list[Fold] = []
    run: Fold | None = None
    for start, end in _paragraphs(text):
        if start == end:
            continue
        if is_noise(text, (start, end), noise):
            run = Fold(run.start, end, run.lines + 1) if run else Fold(start, end, 1)
        elif run:
            found.append(run)
            run = None
    found += [run] if run else []
    return tuple(fold for fold in found if fold.lines > 1 or fold.end - fold.start > _FOLDED_ALONE)


def is_noise(text: str, line: Span, noise: tuple[Span, ...]) -> bool:
    """Whether a line has letters and all of them are noise."""
    start, end = line
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    index = bisect_right(noise, start, key=lambda span: span[0]) - 1
    return start < end and index >= 0 and end <= noise[index][1]


@lru_cache(16)
def blocks(text: str, noise: tuple[Span, ...], unfolded: frozenset[int]) -> tuple[Block, ...]:
    """The blocks of a text in order; ``unfolded`` holds where the folds begin that stand open."""
    shut = [fold for fold in folds(text, noise) if fold.start not in unfolded]
    out: list[Block] = []
    at = 0
    for start, end in _paragraphs(text):
        while at < len(shut) and shut[at].end < start:
            at += 1
        fold = shut[at] if at < len(shut) and shut[at].start <= start else None
        if fold is None:
            out.extend(_parts(text, start, end))
        elif start == fold.start:
            out.append(Block(fold.start, fold.end, "fold", fold.lines))
    return tuple(out)


def _parts(text: str, start: int, end: int) -> Iterator[Block]:
    """A paragraph, or a very long one cut where sentences or words end, so that a cursor in it moves quickly."""
    if end - start <= _LONG:
        yield Block(start, end)
        return
    base = base_level(text[start:end])
    while end - start > _LONG:
        cut = max(text.rfind(mark, start + _PART, start + _LONG) + 2 for mark in (". ", "? ", "! ", "؟ "))
        if cut <= start + _PART:
            cut = text.rfind(" ", start + _PART, start + _LONG) + 1 or start + _LONG
        yield Block(start, cut, base=base)
        start = cut
    yield Block(start, end, base=base)
