"""Quotations: where quoted words begin and end, whichever marks a page happens to use.

Marks fall into three families, guillemets, double and single; a quotation that one mark of a family opens may be closed
by any of the same family, since pages mix them. Only outermost quotations count and none runs past its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.packs import Pack

_FAMILIES = ("«»‹›", '“”„‟"', "‘’‚'")
_SINGLE = 2
#: marks that only ever open, and marks that only ever close; the others are told by what stands around them
_OPENS = "«‹„‚‘"
_CLOSES = "»›"
#: what may stand before an opening mark, besides a space
_BEFORE = "([{<-–—:;,/|>«“„‘\"'¿¡"


class Quote(NamedTuple):
    """Quoted words: ``[start, end)`` with the marks, ``[inner_start, inner_end)`` without them. One that is never
    closed ends with its line and has ``closed=False``."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    family: int
    opens: bool
    closes: bool


@once_per_pack
def _families(pack: Pack) -> frozenset[int]:
    """The families of marks that quote in this language."""
    marks = set("".join(pack.sentences.quotes))
    return frozenset(number for number, family in enumerate(_FAMILIES) if marks & set(family))


_ALL = frozenset(range(len(_FAMILIES)))
_FAMILY_OF = {mark: number for number, family in enumerate(_FAMILIES) for mark in family} | {"''": 1, "``": 1}
_MARK = re.compile(r"''|``|[«»‹›“”„‟\"‘’‚']")


def find_quotes(text: str, start: int, end: int, pack: Pack | None = None) -> list[Quote]:
    """The outermost quotations in ``text[start:end]``, in order."""
    families = _families(pack) if pack is not None else _ALL
    quotes: list[Quote] = []
    position = start
    while position < end:
        line_end = text.find("\n", position, end)
        line_end = end if line_end < 0 else line_end
        quotes += _in_line(text, position, line_end, families)
        position = line_end + 1
    return quotes


def _in_line(text: str, start: int, end: int, families: frozenset[int]) -> list[Quote]:
    marks = list(_marks(text, start, end, families))
    quotes: list[Quote] = []
    nesting = dict.fromkeys(families, True)  # given up for a family once its marks do not pair up
    hopeless: set[int] = set()  # families of which no mark further on closes
    index = 0
    while index < len(marks):
        mark = marks[index]
        if not mark.opens or mark.family in hopeless:
            index += 1
            continue
        last = _closing(marks, index, nesting[mark.family])
        if last is None and nesting[mark.family]:
            nesting[mark.family] = False
            continue
        if last is None:
            hopeless.add(mark.family)
            if mark.family == _SINGLE:  # a stray apostrophe
                index += 1
                continue
            quotes.append(_quote(text, mark, end, end, closed=False))
            break
        closing = marks[last]
        if closing.closes:
            quotes.append(_quote(text, mark, closing.start, closing.end, closed=True))
            index = last + 1
        else:  # the next one opens before this one closed
            quotes.append(_quote(text, mark, closing.start, closing.start, closed=False))
            index = last
    return quotes


def _closing(marks: list[_Mark], first: int, nesting: bool) -> int | None:
    """The index of the mark that ends the quotation opened at ``first``.

    With ``nesting`` every opening mark of the family asks for its own closing one. Without, the first mark of the
    family that may close does; one that can only open means that the quotation was never closed.
    """
    family, depth = marks[first].family, 1
    for index in range(first + 1, len(marks)):
        mark = marks[index]
        if mark.family != family:
            continue
        if not nesting and (mark.closes or family != _SINGLE):
            return index
        if mark.closes and not mark.opens:
            depth -= 1
        elif mark.opens and not mark.closes:
            depth += 1
        elif mark.closes:
            depth -= 1
        if depth == 0:
            return index
    return None


def _marks(text: str, start: int, end: int, families: frozenset[int]) -> list[_Mark]:
    """The quotation marks of a line; apostrophes inside words are none."""
    found = []
    for match in _MARK.finditer(text, start, end):
        char = match.group()
        family = _FAMILY_OF[char]
        if family not in families:
            continue
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        spaced_before, spaced_after = before.isspace(), after.isspace()
        if family == _SINGLE and after.isalnum() and (before.isalnum() or before in '"”“»'):
            continue  # an apostrophe: l'Onu, "umut"'un
        may_open = (spaced_before or before in _BEFORE) and not spaced_after
        may_close = not spaced_before
        if family == _SINGLE:
            may_open = may_open and (after.isalnum() or after in _BEFORE)
            may_close = may_close and not after.isalnum()
        opens, closes = _reading(char, may_open, may_close, spaced_before, spaced_after, before)
        if opens or closes:
            found.append(_Mark(match.start(), match.end(), family, opens, closes))
    return found


def _reading(
    char: str, may_open: bool, may_close: bool, spaced_before: bool, spaced_after: bool, before: str
) -> tuple[bool, bool]:
    """Whether a mark may open and may close a quotation where it stands."""
    if char in _OPENS:
        return True, False
    if char in _CLOSES:
        return False, True
    if char == "“":  # opens, save in languages that write „so“
        return (True, False) if may_open or not may_close else (False, True)
    if char == "”":
        return (True, False) if spaced_before and not spaced_after else (False, True)
    if may_open and may_close:  # between two marks: ("a") or :"a"
        return (False, True) if before in "\"'.,!?)" else (True, False)
    if not may_open and not may_close:  # ' " ' with spaces on both sides
        return (True, True) if char in '"' else (False, False)
    return may_open, may_close


def _quote(text: str, opening: _Mark, inner_end: int, end: int, *, closed: bool) -> Quote:
    if not closed:
        while end > opening.end and text[end - 1].isspace():
            end -= 1
        inner_end = end
    return Quote(opening.start, end, opening.end, inner_end, closed)
