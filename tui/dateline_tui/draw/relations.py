"""Relations as lines: who meets whom, how often, in what, from when to when. Wide screens have one line a pair."""

from __future__ import annotations

from dateline.db.overview import Relation
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, in_row
from dateline_tui.draw.lists import fit
from dateline_tui.draw.signs import Signs
from dateline_tui.draw.widths import width

OWN_LINE = 66  # columns from which a pair of one actor takes one line, a pair with both names, and one that counts ways
PAIR_LINE = 90
WAYS_LINE = 110
_NUMBER = 7  # cells of a number
_DATES = 23


def relation_lines(relation: Relation, own: bool, cells: int, mode: Mode, signs: Signs) -> tuple[Runs, ...]:
    """A pair: names, number of facts, how many go which way, dates and types, the last two below where it is narrow.

    ``own``: all pairs are of one actor, who is not named again.
    """
    number = f"{relation.facts:,}"
    if not _one_line(own, cells):
        head = _names(relation, own, cells - width(number) - 1, mode, signs)
        about = Piece(f"  {_span(relation, signs)}", "date"), Piece(f"  {_types(relation)}", "quiet")
        return (*head, Run(" " + number, "strong")), in_row(about, cells, mode)
    names, types = _columns(cells)
    ways = (relation.outward, relation.inward, relation.mutual) if cells >= WAYS_LINE else ()
    line = (
        *_names(relation, own, names, mode, signs),
        Run(number.rjust(_NUMBER), "strong"),
        Run("".join((f"{count:,}" if count else "").rjust(_NUMBER) for count in ways), "quiet"),
        Run("  " + _span(relation, signs).ljust(_DATES), "date"),
        *cut((Piece(" " + _types(relation)),), types),
    )
    return (line,)


def relations_head(own: bool, cells: int, signs: Signs) -> Runs:
    """What stands in the columns; where a pair takes two lines, what the arrows say."""
    out, back, both = signs.outward, signs.inward, signs.mutual
    if not _one_line(own, cells):
        return cut((Piece(f"{out} does it  {back} has it done  {both} both", "quiet"),), cells)
    names, types = _columns(cells)
    ways = "".join(sign.rjust(_NUMBER) for sign in ((out, back, both) if cells >= WAYS_LINE else ()))
    who = fit(cut((Piece("whom" if own else "who and whom"),), names), names)
    row = (*who, Run(f"{'facts':>{_NUMBER}}{ways}  {'first and last':{_DATES}}"), *cut((Piece(" types"),), types))
    return tuple(Run(run.text, "quiet") for run in row)


def _one_line(own: bool, cells: int) -> bool:
    return cells >= (OWN_LINE if own else PAIR_LINE)


def _columns(cells: int) -> tuple[int, int]:
    """Cells for names and for types where a pair takes one line."""
    rest = cells - _NUMBER * (4 if cells >= WAYS_LINE else 1) - _DATES - 2
    names = rest // 2
    return names, rest - names


def _names(relation: Relation, own: bool, cells: int, mode: Mode, signs: Signs) -> Runs:
    """The pair with an arrow, filled up to ``cells``; the second name keeps room where the first is long."""
    way = f"{_way(relation, signs)} "
    one, other = relation.names
    if own:
        return fit(in_row((Piece(way, "sign"), Piece(other)), cells, mode), cells)
    room = cells - width(way) - 1
    first = cut((Piece(one),), max(room - min(width(other), room // 2), 1), mode, None)
    left = room - sum(width(run.text) for run in first)
    second = cut((Piece(other),), left, mode, None)
    return fit((*first, Run(" " + way, "sign"), *second), cells)


def _way(relation: Relation, signs: Signs) -> str:
    if relation.outward == relation.facts:
        return signs.outward
    return signs.inward if relation.inward == relation.facts else signs.mutual


def _types(relation: Relation) -> str:
    return ", ".join(f"{type} {count:,}" for type, count in relation.types)


def _span(relation: Relation, signs: Signs) -> str:
    if relation.first is None or relation.last is None:
        return "no date"
    to = "-" if signs.ascii else "–"
    return relation.first if relation.first == relation.last else f"{relation.first} {to} {relation.last}"
