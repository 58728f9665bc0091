"""Two actors that may be one, side by side where there is room: why they may be, and what shows who each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

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


class _Most(NamedTuple):
    """Lines of a side at most: spellings, and those of its sentence; whether a blank line stands before that."""

    spellings: int
    sentence: int
    gap: bool


_MOST_BESIDE, _MOST_BELOW = _Most(6, 6, True), _Most(4, 4, False)


class Drawn(NamedTuple):
    """Lines, and where among them each side begins."""

    lines: list[Runs]
    sides: tuple[int, int]


def duplicate_lines(pair: Duplicate, chosen: int, cells: int, mode: Mode, signs: Signs) -> Drawn:
    """The reasons, then both sides; ``chosen``, 0 or 1, is the one that a cursor stands before."""
    head = [*reason_lines(pair, cells, mode, signs), ()]
    beside = cells >= BESIDE
    room, most = ((cells - 3) // 2, _MOST_BESIDE) if beside else (cells, _MOST_BELOW)
    one, other = (
        _side_lines(side, at == chosen, room, most, mode, signs) for at, side in enumerate((pair.one, pair.other))
    )
    if not beside:
        return Drawn([*head, *one, (), *other], (len(head), len(head) + len(one) + 1))
    edge = Run(f" {signs.edge} ", "edge")
    rows = [(*fit(left, room), edge, *right) for left, right in zip_longest(one, other, fillvalue=())]
    return Drawn([*head, *rows], (len(head), len(head)))


def reason_lines(pair: Duplicate, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """How likely it is, and why; what speaks against it stands out."""
    dot = " - " if signs.ascii else " · "
    pieces = [Piece(f"{pair.score:.0f} of 100", "strong")]
    for reason in pair.reasons:
        pieces += [Piece(dot, "quiet"), Piece(reason, "state" if reason.startswith("but ") else "found")]
    return [line.runs() for line in lay_out(tuple(pieces), cells, mode, 0)]


def _side_lines(side: Side, chosen: bool, cells: int, most: _Most, mode: Mode, signs: Signs) -> list[Runs]:
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
    said += _spellings(side.spellings, most.spellings, room, mode, signs)
    if side.evidence is not None:
        said += [()] * most.gap + _evidence(side.evidence, most.sentence, room, mode, signs)
    return [in_row(head, cells, mode), *((Run(" " * _INDENT), *runs) for runs in said)]


def _counted(side: Side) -> str:
    """ "19 mentions in 4 articles, 1 fact"."""
    if not side.articles:
        return "in no article"
    return f"{number(side.mentions, 'mention')} in {number(side.articles, 'article')}, {number(side.facts, 'fact')}"


def _spellings(spellings: Sequence[Spelt], most: int, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """A line a spelling: as it is printed, in Latin letters where it is not, how often."""
    shown = spellings if len(spellings) <= most else spellings[: most - 1]
    lines: list[Runs] = []
    for spelling, latin, _script, times in shown:
        read = f"  {latin}" if latin != spelling else ""
        seen = f"  {times:,}" if times else ""
        lines.append(in_row((Piece(spelling, "spelling"), Piece(read, "found"), Piece(seen, "quiet")), cells, mode))
    if len(shown) < len(spellings):
        lines.append(cut((Piece(f"{signs.more} {len(spellings) - len(shown)} more", "quiet"),), cells, mode))
    return lines


def _evidence(evidence: Evidence, most: int, cells: int, mode: Mode, signs: Signs) -> list[Runs]:
    """Where it is printed, and the sentence with the name marked."""
    dot = " - " if signs.ascii else " · "
    where = [evidence.published or "no date", *([evidence.outlet] if evidence.outlet else [])]
    source = (Piece(dot.join(where) + dot, "date"), Piece(evidence.title or "(no title)", "quiet"))
    named = evidence.name_start - evidence.start, evidence.name_end - evidence.start
    return [in_row(source, cells, mode), *sentence_lines(evidence.text, named, most, cells, mode, signs)]
