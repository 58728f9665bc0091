"""Every spelling of an actor as lines: the spelling, how it reads in Latin letters, and where it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.db.atlas import Spelling
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, in_row, lay_out
from dateline_tui.draw.sides import number
from dateline_tui.draw.signs import Signs

_HANG = 4  # columns by which what goes on below stands further right
_NUMBER = 7
_DATES = 23  # "2022-01-31 – 2022-02-01"


def name_lines(
    rows: Sequence[Spelling], latin: Mapping[str, str], cells: int, mode: Mode, signs: Signs
) -> tuple[Runs, ...]:
    """A line a spelling, the most frequent first, and under it a line for each of its rows: how often, when, where.

    ``latin`` has the spellings of other scripts in Latin letters.
    """
    groups: dict[str, list[Spelling]] = {}
    for row in rows:
        groups.setdefault(row.spelling, []).append(row)
    lines: list[Runs] = []
    for group in sorted(groups.values(), key=lambda group: -sum(row.count for row in group)):
        lines.extend(_head(group, latin, cells, mode))
        lines.extend(_printed(row, cells, signs) for row in group if row.count)
    return tuple(lines)


def _head(group: Sequence[Spelling], latin: Mapping[str, str], cells: int, mode: Mode) -> list[Runs]:
    """Spelling, Latin letters, script and number; whatever way the spelling runs, these stand from left to right."""
    spelling, script = group[0].spelling, group[0].script
    count = sum(row.count for row in group)
    said = number(count, "mention") if count else "in no article"
    read = f"  {latin[spelling]}" if spelling in latin else ""
    pieces = (Piece(spelling, "spelling"), Piece(read, "strong"), Piece(f"  {script}, {said}", "quiet"))
    first, *rest = lay_out(pieces, cells, mode, 0, _HANG)
    return [first.runs(), *((Run(" " * _HANG), *line.runs()) for line in rest)]


def _printed(row: Spelling, cells: int, signs: Signs) -> Runs:
    where = f"  {row.lang or '?'}  {row.outlet or 'no address'}"
    dates = "  " + _span(row, signs).ljust(_DATES)
    return in_row((Piece(f"{row.count:>{_NUMBER},}"), Piece(dates, "date"), Piece(where)), cells)


def _span(row: Spelling, signs: Signs) -> str:
    if row.first is None or row.last is None:
        return "undated"
    to = "-" if signs.ascii else "–"
    return row.first if row.first == row.last else f"{row.first} {to} {row.last}"
