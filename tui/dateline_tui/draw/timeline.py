"""The timeline as lines: a bar for every day, week or month that has facts, one line for what lies empty between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.db.overview import GRAINS, Grain, Period, grouped
from dateline_tui.draw.layout import Piece, Run, Runs, cut
from dateline_tui.draw.signs import Signs
from dateline_tui.draw.widths import width

_NEVER = {
    "day": "the day is not known",
    "month": "only the month is known",
    "year": "only the year is known",
    "undated": "no date is known",
}


_WIDEST = 2  # cells of a bar that stand for one fact at most


@dataclass(frozen=True, slots=True)
class Gap:
    """``length`` days, weeks or months (as ``grain`` says) in which nothing lies."""

    grain: Grain
    length: int


Row = Period | Gap


@dataclass(frozen=True, slots=True)
class Scale:
    """Columns of a timeline: cells for the dates and for the numbers, and the facts that fill a whole bar."""

    label: int
    number: int
    most: int


def rows(days: Iterable[Period], grain: Grain) -> list[Row]:
    """Periods by ``grain`` in order of time, a gap wherever between two of them nothing lies.

    What is dated less closely stands in rows of its own, before the first period that it may belong to.
    """
    found: list[Row] = []
    vague: list[Row] = []  # rows since the last period that has a bar
    before: int | None = None
    for period in grouped(days, grain):
        if period.span != grain:
            vague.append(period)
            continue
        at = _number(period)
        if before is not None and at - before > 1:
            found.append(Gap(grain, at - before - 1))
        found += [*vague, period]
        vague, before = [], at
    return found + vague


def _number(period: Period) -> int:
    """Days, weeks or months since the year 1."""
    if period.span == "month":
        return int(period.first[:4]) * 12 + int(period.first[5:7])
    day = date.fromisoformat(period.first).toordinal()
    return (day - 1) // 7 if period.span == "week" else day


def fitting(days: Sequence[Period], room: int) -> Grain:
    """The closest look at which the whole timeline fits into ``room`` lines, months where none does."""
    return next((grain for grain in GRAINS if len(rows(days, grain)) <= room), "month")


def row_at(rows: Sequence[Row], day: str) -> int:
    """The index of the period in which a day, month or year lies, or else of the next; empty is no date at all."""
    there = [(at, row) for at, row in enumerate(rows) if isinstance(row, Period)]
    held = [at for at, row in there if row.holds(day)]
    after = [at for at, row in there if row.span == "undated" or row.first >= day]
    return (held or after or [there[-1][0] if there else 0])[0]


def scale(rows: Iterable[Row]) -> Scale:
    """What all lines of a timeline have in common."""
    periods = [row for row in rows if isinstance(row, Period)]
    return Scale(
        max((width(_label(period)) for period in periods), default=0),
        max((len(_number_text(period.facts)) for period in periods), default=0),
        max((period.facts for period in periods if not _barless(period)), default=0),
    )


def timeline_line(row: Row, scale: Scale, cells: int, signs: Signs) -> Runs:
    """One row: its date, the number of its facts and a bar as long; for a gap how much time it leaves out."""
    if isinstance(row, Gap):
        return cut((Piece(f"{signs.more} {_stretch(row)} without a fact", "quiet"),), cells)
    head = (
        Run(_label(row).ljust(scale.label), "date quiet" if _barless(row) else "date"),
        Run(" " + _number_text(row.facts).rjust(scale.number) + " ", "strong"),
    )
    room = cells - scale.label - scale.number - 2
    if _barless(row):
        return (*head, *cut((Piece(_NEVER[row.span], "quiet"),), room))
    return (*head, Run(signs.bar(row.facts / max(scale.most, room / _WIDEST), room), "found"))


def _barless(period: Period) -> bool:
    """Whether its facts are dated less closely than the timeline counts, so that no bar may compare them."""
    return period.vague or period.span in ("year", "undated")


def _number_text(facts: int) -> str:
    return f"{facts:,}"


def _label(period: Period) -> str:
    if period.span == "undated":
        return "no date"
    return f"{period.first} to {period.last[5:]}" if period.span == "week" else period.first


def _stretch(gap: Gap) -> str:
    """ "1 day", "5 weeks", "3 months"; long stretches in rounded months and years."""
    days = {"day": 1.0, "week": 7.0, "month": 30.44}[gap.grain] * gap.length
    if gap.grain != "month" and days <= 60:
        return _many(gap.length, gap.grain)
    about = "" if gap.grain == "month" and (days < 730 or not gap.length % 12) else "about "
    return about + (_many(round(days / 30.44), "month") if days < 730 else _many(round(days / 365.25), "year"))


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
