"""The source article as pieces: noise greyed, names, quotations, the words of facts and what is selected marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dateline.db.rows import Fact
from dateline.model import Mention, Span
from dateline_tui.draw.blocks import Block, is_noise
from dateline_tui.draw.layout import Line, Mode, Piece, lay_out
from dateline_tui.draw.signs import UNICODE, Signs

_DOTS = 4  # signs of facts that begin at one place, at most
_MARKS = "\"'“”„‟«»‹›‘’‚「」『』"  # quotation marks that a text may have of its own
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """An article ready to be drawn. ``mentions``, ``noise``, ``facts``, ``quotes`` and ``sentences`` are in order of
    their start; ``facts`` are those that nobody rejected, ``sentences`` come later than the rest."""

    hash: str
    title: str
    data: tuple[str, ...]  # date, language, outlet
    url: str | None
    text: str
    mentions: tuple[Mention, ...] = ()
    noise: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Span, ...] = ()  # words that statements quote
    sentences: tuple[Span, ...] = ()
    rejected: int = 0  # facts that somebody rejected
    published: str | None = None
    read: bool = False  # somebody marked it as read


@dataclass(frozen=True, slots=True)
class Marks:
    """What is looked at now: the chosen actor, the words of the chosen fact, what is selected."""

    actor: str | None = None
    words: tuple[Span, ...] = ()
    signs: Signs = field(default=UNICODE)
    fact: str | None = None  # id of the chosen fact
    selected: Span | None = None
    only_sure: bool = False  # facts marked "?" get no sign
    unfold: str = "Enter"  # the key that opens a fold


def quotes_of(text: str, facts: Iterable[Fact]) -> tuple[Span, ...]:
    """Where the words stand that statements quote, as far as the text has them as they are."""
    found = set()
    for fact in facts:
        at = text.find(fact.quote, fact.start, fact.end) if fact.quote else -1
        if fact.quote and at >= 0:
            found.add((at, at + len(fact.quote)))
    return tuple(sorted(found))


def head_lines(page: Page, signs: Signs, cells: int, mode: Mode) -> tuple[Line, ...]:
    """Title, data about the article and an empty line."""
    lines = list(lay_out((Piece(page.title or "(no title)", "title"),), cells, mode))
    dot = " - " if signs.ascii else " · "
    for about in filter(None, (dot.join(page.data), page.url)):
        lines.extend(lay_out((Piece(about, "quiet"),), cells, mode, 0))
    return (*lines, Line((), False))


def fold_lines(block: Block, marks: Marks, cells: int, mode: Mode) -> tuple[Line, ...]:
    """The line that stands for folded ones; it covers all of their offsets."""
    lines = "1 line" if block.lines == 1 else f"{block.lines:,} lines"
    piece = Piece(f"{marks.signs.noise} {lines} of site text folded ({marks.unfold})", "noise")
    line = lay_out((piece,), cells, mode, 0)[0]
    return (line._replace(start=block.start, end=block.end),)


class Marked:
    """A page with its marks: gives the pieces of any block of it."""

    def __init__(self, page: Page, marks: Marks) -> None:
        self.page, self.marks = page, marks
        facts = (fact for fact in page.facts if fact.id != marks.fact)
        if marks.only_sure:
            facts = (fact for fact in facts if fact.sure or fact.kind == "role")
        self._facts = sorted(fact.start for fact in facts)

    def pieces(self, block: Block) -> tuple[Piece, ...]:
        """A block cut wherever the role of its letters changes, with our signs put in between."""
        return tuple(_Stretch(self, block.start, block.end).pieces())

    def names(self, start: int, end: int) -> list[Mention]:
        return _overlapping(self.page.mentions, start, end, lambda mention: (mention.start, mention.end))

    def noise(self, start: int, end: int) -> list[Span]:
        return _overlapping(self.page.noise, start, end, lambda span: span)

    def quotes(self, start: int, end: int) -> list[Span]:
        return _overlapping(self.page.quotes, start, end, lambda span: span)

    def begun(self, start: int, end: int) -> list[int]:
        """Where other facts than the chosen one begin."""
        return self._facts[bisect_left(self._facts, start) : bisect_left(self._facts, end)]


def _overlapping(items: Sequence[T], start: int, end: int, span: Callable[[T], Span]) -> list[T]:
    """The items that have a letter in ``[start, end)``; those that begin before it must not nest in each other."""

    def begin(item: T) -> int:
        return span(item)[0]

    first = bisect_left(items, start, key=begin)
    while first and span(items[first - 1])[1] > start:
        first -= 1
    return [item for item in items[first : bisect_left(items, end, key=begin)] if span(item)[1] > start]


class _Stretch:
    """One block and what is marked in it."""

    def __init__(self, of: Marked, start: int, end: int) -> None:
        self.text, self.start, self.end = of.page.text, start, end
        self.marks, self.signs = of.marks, of.marks.signs
        self.names = of.names(start, end)
        self.noise = of.noise(start, end)
        self.quotes = of.quotes(start, end)
        self.begun = of.begun(start, end)
        self.words = [word for word in of.marks.words if word[0] < end and word[1] > start]
        chosen = of.marks.selected
        self.selected = [chosen] if chosen and chosen[0] < end and chosen[1] > start else []
        self.whole = start < end and is_noise(self.text, (start, end), tuple(self.noise))

    def pieces(self) -> list[Piece]:
        start, end = self.start, self.end
        cuts = {start, end, *self.begun}
        for a, b in (*self.words, *self.noise, *self.quotes, *self.selected, *((m.start, m.end) for m in self.names)):
            cuts.update((max(a, start), min(b, end)))
        edges = sorted(cuts)
        out = [Piece(self.signs.noise + " ", "noise")] if self.whole else []
        for at, upto in zip(edges, (*edges[1:], end), strict=True):
            out.extend(self._signs_at(at))
            if at < upto:
                out.append(Piece(self.text[at:upto], self._role(at), at))
        return out

    def _signs_at(self, at: int) -> list[Piece]:
        """The signs that stand before the character at ``at``: what ends there, then what begins."""
        signs, start = self.signs, self.start
        out = []
        if not self.whole:
            out += [Piece(signs.noise, "noise") for a, b in self.noise if at in (max(a, start), b)]
        out += [Piece(signs.name_closes, self._name(m, m.end - 1)) for m in self.names if m.end == at]
        out += [Piece(signs.quote_closes, "quote") for a, b in self.quotes if b == at and not self._has_marks(a, b)]
        out += [Piece(signs.words_close, "sign") for word in self.words if word[1] == at]
        out += [Piece(signs.selected_close, "sign") for chosen in self.selected if chosen[1] == at]
        out += [Piece(signs.fact * min(self.begun.count(at), _DOTS), "quiet")] if at in self.begun else []
        out += [Piece(signs.selected_open, "sign") for chosen in self.selected if chosen[0] == at]
        out += [Piece(signs.words_open, "sign") for word in self.words if word[0] == at]
        out += [Piece(signs.quote_opens, "quote") for a, b in self.quotes if a == at and not self._has_marks(a, b)]
        out += [Piece(signs.name_opens, self._name(m, at)) for m in self.names if m.start == at]
        return out

    def _has_marks(self, start: int, end: int) -> bool:
        """Whether quoted words stand in quotation marks of the text's own, on either side."""
        before, after = self.text[max(start - 2, 0) : start].strip(), self.text[end : end + 2].strip()
        edges = (before[-1:], after[:1], self.text[start], self.text[end - 1])
        return any(edge and edge in _MARKS for edge in edges)

    def _name(self, mention: Mention, at: int) -> str:
        inside = "words " if any(a <= at < b for a, b in self.words) else ""
        return inside + ("name chosen" if mention.actor == self.marks.actor else "name")

    def _role(self, at: int) -> str:
        """The role of the letters from ``at`` to the next cut."""
        roles = []
        spans = (("noise", self.noise), ("words", self.words), ("quote", self.quotes))
        roles += [role for role, found in spans if any(a <= at < b for a, b in found)]
        here = [m for m in self.names if m.start <= at < m.end]
        if here:
            roles.append("name chosen" if any(m.actor == self.marks.actor for m in here) else "name")
        if any(a <= at < b for a, b in self.selected):
            roles.append("selected")
        return " ".join(roles)
