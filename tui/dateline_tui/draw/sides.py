"""Actors that may be one, as lines: name, how often it is named, how articles spell it in its own and Latin letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.actors.search import Hit
from dateline.db.rows import ActorRow, Form
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, in_row
from dateline_tui.draw.lists import fit, named, spread, why_found
from dateline_tui.draw.signs import Signs
from dateline_tui.draw.widths import width

_INDENT = 4  # columns in which spellings stand


def proposed_line(row: ActorRow, hit: Hit | None, cells: int, mode: Mode, signs: Signs) -> Runs:
    """An actor that is proposed, in one line: kind, name, why it is, how often it is named."""
    right = f"{row.mentions:,}"
    room = max(cells - width(right) - 1, 1)
    name = in_row((*named(row, signs), Piece("  ")), room, mode)
    why = cut((Piece(why_found(row, hit), "found"),), room - sum(width(run.text) for run in name), mode) if hit else ()
    return (*fit((*name, *why), room), Run(" " + right, "quiet"))


def head_line(row: ActorRow, cells: int, mode: Mode, signs: Signs) -> Runs:
    """An actor's kind and name, and how often it is named."""
    return spread(named(row, signs, "strong"), counted(row), cells, mode)


def counted(row: ActorRow) -> str:
    """ "19 mentions, 1 fact", or that no article names it."""
    if not row.mentions and not row.facts:
        return "in no article"
    return f"{number(row.mentions, 'mention')}, {number(row.facts, 'fact')}"


def number(count: int, noun: str) -> str:
    """ "1 fact", "1,204 facts"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def spelling_lines(
    forms: Sequence[Form], latin: Mapping[str, str], most: int, cells: int, mode: Mode, signs: Signs
) -> list[Runs]:
    """A line a spelling that articles have, or else a registry, the commonest first, at most ``most``; the last tells
    of more."""
    printed = [form for form in forms if form.count] or forms
    shown = printed if len(printed) <= most else printed[: max(most - 1, 1)]
    lines = [_spelling(form, latin, cells, mode) for form in shown]
    if len(shown) < len(printed):
        more = f"{signs.more} {len(printed) - len(shown)} more"
        lines.append((Run(" " * _INDENT), *in_row((Piece(more, "quiet"),), cells - _INDENT, mode)))
    return lines


def _spelling(form: Form, latin: Mapping[str, str], cells: int, mode: Mode) -> Runs:
    pieces = (
        Piece(form.spelling, "spelling"),
        Piece(f"  {latin[form.spelling]}" if form.spelling in latin else "", "strong"),
        Piece(f"  {form.count:,}" if form.count else "", "quiet"),
    )
    return (Run(" " * min(_INDENT, cells)), *in_row(pieces, cells - _INDENT, mode))
