"""The source article as lines: title and data, noise greyed, every actor's name and the fact's words marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.model import Mention, Span
from dateline_tui.draw.layout import Line, Mode, Piece, lay_out
from dateline_tui.draw.signs import UNICODE, Signs


@dataclass(frozen=True, slots=True)
class Page:
    """An article ready to be drawn. ``mentions`` and ``noise`` are in order of their start."""

    hash: str
    title: str
    data: tuple[str, ...]  # date, language, outlet
    url: str | None
    text: str
    mentions: tuple[Mention, ...] = ()
    noise: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What is looked at now: the chosen actor and the words of the chosen fact."""

    actor: str | None = None
    words: tuple[Span, ...] = ()
    signs: Signs = field(default=UNICODE)


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


def page_lines(page: Page, marks: Marks, cells: int, mode: Mode) -> list[Line]:
    """The whole article, ``cells`` wide: title, data about it, an empty line, then the text."""
    lines = list(lay_out((Piece(page.title or "(no title)", "title"),), cells, mode))
    dot = " - " if marks.signs.ascii else " · "
    for about in filter(None, (dot.join(page.data), page.url)):
        lines.extend(lay_out((Piece(about, "quiet"),), cells, mode, 0))
    lines.append(Line((), False))
    starts = [mention.start for mention in page.mentions]
    for span in _paragraphs(page.text):
        lines.extend(lay_out(tuple(_pieces(page, marks, span, starts)), cells, mode))
    return lines


def line_of(lines: Sequence[Line], offset: int) -> int:
    """The index of the first line that shows the character at ``offset``; 0 where none does."""
    for i, line in enumerate(lines):
        if line.start >= 0 and offset < line.end:
            return i
    return 0


def _pieces(page: Page, marks: Marks, span: Span, starts: Sequence[int]) -> list[Piece]:
    """One paragraph cut wherever the role of its letters changes, with our signs put in between."""
    start, end = span
    signs = marks.signs
    near = bisect_left(starts, start)
    while near and page.mentions[near - 1].end > start:
        near -= 1
    mentions = []
    for mention in page.mentions[near:]:
        if mention.start >= end:
            break
        mentions.append(mention)
    words = [word for word in marks.words if word[0] < end and word[1] > start]
    noise = [span for span in page.noise if span[0] < end and span[1] > start]
    cuts = {start, end}
    for a, b in (*words, *noise, *((m.start, m.end) for m in mentions)):
        cuts.update((max(a, start), min(b, end)))
    edges = sorted(cuts)
    out: list[Piece] = []
    whole = any(a <= start and end <= b for a, b in noise) and start < end
    if whole:
        out.append(Piece(signs.noise + " ", "noise"))
    for i, at in enumerate(edges):
        if not whole:
            out += [Piece(signs.noise, "noise") for a, b in noise if at in (max(a, start), b)]
        out.extend(_signs_at(at, mentions, words, marks))
        if i + 1 < len(edges):
            upto = edges[i + 1]
            out.append(Piece(page.text[at:upto], _role(at, mentions, words, noise, marks), at))
    return out


def _signs_at(at: int, mentions: Sequence[Mention], words: Sequence[Span], marks: Marks) -> list[Piece]:
    """The signs that stand before the character at ``at``: what ends there, then what begins."""
    signs = marks.signs

    def name(mention: Mention, at: int) -> str:
        inside = "words " if any(a <= at < b for a, b in words) else ""
        return inside + ("name chosen" if mention.actor == marks.actor else "name")

    out = [Piece(signs.name_closes, name(m, m.end - 1)) for m in mentions if m.end == at]
    out += [Piece(signs.words_close, "sign") for word in words if word[1] == at]
    out += [Piece(signs.words_open, "sign") for word in words if word[0] == at]
    out += [Piece(signs.name_opens, name(m, at)) for m in mentions if m.start == at]
    return out


def _role(at: int, mentions: Sequence[Mention], words: Sequence[Span], noise: Sequence[Span], marks: Marks) -> str:
    """The role of the letters from ``at`` to the next cut."""
    roles = []
    if any(a <= at < b for a, b in noise):
        roles.append("noise")
    if any(a <= at < b for a, b in words):
        roles.append("words")
    here = [m for m in mentions if m.start <= at < m.end]
    if here:
        roles.append("name chosen" if any(m.actor == marks.actor for m in here) else "name")
    return " ".join(roles)
