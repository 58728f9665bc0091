"""Relations as lines: who meets whom, how often, in what, from when to when. Wide screens have one line a pair."""

from __future__ import annotations

from dateline.db.overview import Relation
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, in_row
from dateline_tui.draw.lists import fit
from dateline_tui.draw.signs import Signs
from dateline_tui.draw.widths import width

ONE_LINE = 76  # columns from which a pair takes one line
_NUMBER = 7  # cells of a number
_DATES = 23


def relation_lines(relation: Relation, own: bool, cells: int, mode: Mode, signs: Signs) -> tuple[Runs, ...]:
    """A pair: names, number of facts, how many go which way, types and dates.

    ``own``: all pairs are of one actor, who is not named again.
    """
    number = f"{relation.facts:,}"
    if cells < ONE_LINE:
        room = cells - width(number) - 1
        head = (*_names(relation, own, room, mode, signs), Run(" " + number, "strong"))
        about = (Piece("  " + _types(relation)), Piece("  " + _span(relation, signs), "date"))
        below = in_row((about[1], about[0]._replace(role="quiet")), cells, mode)
        return (head, below) if room > 3 else (cut((Piece(number, "strong"),), cells), below)
    names, types = _columns(cells)
    ways = "".join(_count(count) for count in (relation.outward, relation.inward, relation.mutual))
    return (
        (
            *_names(relation, own, names, mode, signs),
            Run(number.rjust(_NUMBER), "strong"),
            Run(ways, "quiet"),
            Run("  " + _span(relation, signs).ljust(_DATES), "date"),
            *cut((Piece(" " + _types(relation)),), types),
        ),
    )


def relations_head(own: bool, cells: int, signs: Signs) -> Runs:
    """What stands in the columns; where a pair takes two lines, what the arrows say."""
    who = "whom" if own else "who, and whom"
    out, back, both = signs.outward, signs.inward, signs.mutual
    if cells < ONE_LINE:
        return cut((Piece(f"{out} does it  {back} has it done  {both} both", "quiet"),), cells)
    names, types = _columns(cells)
    ways = "".join(sign.rjust(_NUMBER) for sign in (out, back, both))
    columns = (*fit(cut((Piece(who),), names), names), Run("facts".rjust(_NUMBER) + ways + "  "))
    row = (*columns, Run("first and last".ljust(_DATES)), *cut((Piece(" types"),), types))
    return tuple(Run(run.text, "quiet") for run in row)


def _columns(cells: int) -> tuple[int, int]:
    """Cells for names and for types where a pair takes one line."""
    rest = cells - 4 * _NUMBER - _DATES - 2
    names = min(rest, max(rest * 3 // 5, 20))
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


def _count(count: int) -> str:
    return (f"{count:,}" if count else "").rjust(_NUMBER)


def _types(relation: Relation) -> str:
    return ", ".join(f"{type} {count:,}" for type, count in relation.types)


def _span(relation: Relation, signs: Signs) -> str:
    if relation.first is None or relation.last is None:
        return "no date"
    return relation.first if relation.first == relation.last else f"{relation.first}{signs.to}{relation.last}"
