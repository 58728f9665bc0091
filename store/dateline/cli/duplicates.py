"""``dateline actors duplicates``: pairs of actors that may be one, with what shows who each of them is."""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from itertools import islice

from dateline.cli.opened import connect
from dateline.cli.talk import bar, counted, say, tell
from dateline.db.duplicates import Duplicate, each_duplicate
from dateline.db.read import totals
from dateline.db.sides import Evidence, Side, Spelt
from dateline.db.trouble import sentences
from dateline.errors import Exit
from dateline.export.lines import json_line
from dateline.paths import store_path
from dateline.text.safe import one_line

#: characters of a sentence before and behind the name that are printed, and digits of an article's hash
_AROUND, _DIGITS = 160, 12


def run(options: Namespace) -> int:
    """Prints the pairs one by one as they are found; says how to decide."""
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        draw = bar("actors", totals(store)["actors"])
        pair = None
        for number, pair in enumerate(islice(each_duplicate(store, told=draw), options.limit)):
            draw(-1)
            say([json_line(pair.to_json())] if options.json else _lines(pair, first=not number))
        draw(-1)
    if pair is None:
        tell("No actor that articles name looks like another one of the store.")
        return Exit.NOTHING
    ids = " ".join(shlex.quote(side.id) for side in (pair.one, pair.other))
    tell(f"One and the same? 'dateline actors merge {ids}', and 'dateline actors apart {ids}' where they are two.")
    return Exit.DONE


def _lines(pair: Duplicate, *, first: bool) -> Iterator[str]:
    """A pair as paragraphs of a terminal: score and reasons, then each side, indented."""
    if not first:
        yield ""
    yield one_line(f"{pair.score:g} {'; '.join(pair.reasons)}")
    for side in (pair.one, pair.other):
        yield "  " + one_line(f"{side.name} ({side.id}), {_what(side)}")
        yield "    " + one_line(", ".join(map(_spelt, side.spellings)))
        held = [*side.offices, *(country for country in side.countries if not _said(country, side.offices))]
        held += [f"born {date}" for date in side.births]
        if held:
            yield "    " + one_line("; ".join(held))
        if side.evidence is not None:
            yield "    " + one_line(_sentence(side.evidence))


def _what(side: Side) -> str:
    known = ", ".join([counted(side.articles, "article"), counted(side.facts, "fact")])
    return f"{side.kind}, imported, {known}" if side.imported else f"{side.kind}, {known}"


def _spelt(one: Spelt) -> str:
    """ "Blinken 14", "بلینکن (Balinkan) 5"; what no article prints has no number."""
    read = f"{one.spelling} ({one.latin})" if one.latin and one.latin != one.spelling else one.spelling
    return f"{read} {one.times}" if one.times else read


def _said(country: str, offices: tuple[str, ...]) -> bool:
    return any(country in office for office in offices)


def _sentence(found: Evidence) -> str:
    """The sentence, cut where it is very long, with its article."""
    at, end = found.name_start - found.start, found.name_end - found.start
    text = found.text
    head = text[:at] if at <= _AROUND else "…" + text[at - _AROUND : at]
    tail = text[end:] if len(text) - end <= _AROUND else text[end : end + _AROUND] + "…"
    about = [found.article[:_DIGITS], found.published or "undated", *filter(None, [found.outlet])]
    return f'"{head}{text[at:end]}{tail}" ({", ".join(about)})'
