"""Two actors that may be one, side by side where there is room: why they may be, and what shows who each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, in_row, lay_out
from dateline_tui.draw.lists import fit
from dateline_tui.draw.parts import sentence_lines
from dateline_tui.draw.sides import number
from dateline_tui.draw.signs import Signs

if TYPE_CHECKING:  # no start should wait for the tables that they are made with
    from dateline.db.duplicates import Duplicate
    from dateline.db.sides import Evidence, Side, Spelt

BESIDE = 72  # columns from which the sides stand beside each other
_INDENT = 2  # columns in which stands what is said of a side
_SPELLINGS = 6  # of a side
_SENTENCE = 6  # lines of it


def duplicate_lines(pair: Duplicate, chosen: int, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """The reasons, then both sides; ``chosen``, 0 or 1, is the one that a cursor stands before."""
    lines = reason_lines(pair, cells, mode, signs)
    lines.append(())
    sides = (pair.one, pair.other)
    if cells < BESIDE:
        one, other = (_side_lines(side, at == chosen, cells, mode, signs) for at, side in enumerate(sides))
        return [*lines, *one, (), *other]
    room = (cells - 3) // 2
    columns = (_side_lines(side, at == chosen, room, mode, signs) for at, side in enumerate(sides))
    return [
        *lines,
        *(
            (*fit(left, room), Run(f" {signs.edge} ", "edge"), *right)
            for left, right in zip_longest(*columns, fillvalue=())
        ),
    ]


def reason_lines(pair: Duplicate, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """How likely it is, and why; what speaks against it stands out."""
    dot = " - " if signs.ascii else " · "
    pieces = [Piece(f"{pair.score:.0f} of 100", "strong")]
    for reason in pair.reasons:
        pieces += [Piece(dot, "quiet"), Piece(reason, "state" if reason.startswith("but ") else "found")]
    return [line.runs() for line in lay_out(tuple(pieces), cells, mode, 0)]


def _side_lines(side: Side, chosen: bool, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """One actor: name, numbers, who it is, how it is spelt, a sentence that shows it."""
    head = (
        Piece(f"{signs.cursor if chosen else ' '} ", "key"),
        Piece(f"{signs.kind(side.kind)} ", side.kind),
        Piece(side.name, "strong"),
        Piece("  from a registry" if side.imported else "", "quiet"),
    )
    room = max(cells - _INDENT, 1)
    said: list[Runs] = [cut((Piece(_counted(side), "quiet"),), room, mode)]
    for words in (*side.offices, ", ".join(side.countries), ", ".join(f"born {birth}" for birth in side.births)):
        said += [line.runs() for line in lay_out((Piece(words),), room, mode, 0)] if words else []
    said += _spellings(side.spellings, room, mode, signs)
    if side.evidence is not None:
        said += [(), *_evidence(side.evidence, room, mode, signs)]
    return [in_row(head, cells, mode), *((Run(" " * _INDENT), *runs) for runs in said)]


def _counted(side: Side) -> str:
    """ "19 mentions in 4 articles, 1 fact"."""
    if not side.articles:
        return "in no article"
    return f"{number(side.mentions, 'mention')} in {number(side.articles, 'article')}, {number(side.facts, 'fact')}"


def _spellings(spellings: Sequence[Spelt], cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """A line a spelling: as it is printed, in Latin letters where it is not, how often."""
    shown = spellings if len(spellings) <= _SPELLINGS else spellings[: _SPELLINGS - 1]
    lines: list[Runs] = []
    for spelling, latin, _script, times in shown:
        read = f"  {latin}" if latin != spelling else ""
        seen = f"  {times:,}" if times else ""
        lines.append(in_row((Piece(spelling, "spelling"), Piece(read, "found"), Piece(seen, "quiet")), cells, mode))
    if len(shown) < len(spellings):
        lines.append(cut((Piece(f"{signs.more} {len(spellings) - len(shown)} more", "quiet"),), cells, mode))
    return lines


def _evidence(evidence: Evidence, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """Where it is printed, and the sentence with the name marked."""
    dot = " - " if signs.ascii else " · "
    where = [evidence.published or "no date", *([evidence.outlet] if evidence.outlet else [])]
    source = (Piece(dot.join(where) + dot, "date"), Piece(evidence.title or "(no title)", "quiet"))
    named = evidence.name_start - evidence.start, evidence.name_end - evidence.start
    return [in_row(source, cells, mode), *sentence_lines(evidence.text, named, _SENTENCE, cells, mode, signs)]
