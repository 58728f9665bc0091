"""Facts as a table for a spreadsheet (CSV) or a page (Markdown)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from dateline.db.rows import Fact
from dateline.export.cite import escaped
from dateline.export.words import decided, fact_line
from dateline.text.safe import harmless, one_line

#: heading -> what stands below it
COLUMNS: dict[str, Callable[[Fact], object]] = {
    "id": lambda fact: fact.id,
    "kind": lambda fact: fact.kind,
    "fact": fact_line,
    "type": lambda fact: fact.type,
    "mode": lambda fact: fact.mode,
    "status": lambda fact: fact.status,
    "source": lambda fact: "; ".join(fact.source),
    "target": lambda fact: "; ".join(fact.target),
    "inferred": lambda fact: "; ".join(fact.inferred),
    "date": lambda fact: fact.date,
    "date_text": lambda fact: fact.date_text,
    "place": lambda fact: fact.place,
    "duration_minutes": lambda fact: fact.duration_minutes,
    "speaker": lambda fact: fact.speaker,
    "quote": lambda fact: fact.quote,
    "verb": lambda fact: fact.verb,
    "person": lambda fact: fact.person,
    "office": lambda fact: fact.office,
    "of": lambda fact: fact.of,
    "according_to": lambda fact: "; ".join(fact.according_to),
    "sure": lambda fact: "yes" if fact.sure else "no",
    "words": lambda fact: fact.text,
    "start": lambda fact: fact.start,
    "end": lambda fact: fact.end,
    "article": lambda fact: fact.article,
    "outlet": lambda fact: fact.outlet,
    "title": lambda fact: fact.title,
    "published": lambda fact: fact.published,
    "url": lambda fact: fact.url,
    "rule": lambda fact: fact.rule,
    "decided": lambda fact: "; ".join(decided(fact)),
    "note": lambda fact: fact.note,
}

_FORMULA = ("=", "+", "-", "@")


def csv_lines(facts: Iterable[Fact]) -> Iterator[str]:
    """CSV by RFC 4180, a heading first; a cell that a spreadsheet would run as a formula starts with an apostrophe."""
    yield csv_row(COLUMNS)
    for fact in facts:
        yield csv_row(cell(column(fact)) for column in COLUMNS.values())


def cell(value: object) -> str:
    """What stands in a cell: nothing that a terminal obeys or a spreadsheet runs; empty for None."""
    text = "" if value is None else harmless(str(value))
    return "'" + text if text.startswith(_FORMULA) else text


def csv_row(cells: Iterable[str]) -> str:
    """One line of CSV, without its newline."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def markdown_lines(facts: Iterable[Fact]) -> Iterator[str]:
    """A Markdown table: the fact as a line, its words, its source, its id."""
    yield "| fact | words | source | id |"
    yield "| --- | --- | --- | --- |"
    for fact in facts:
        source = ", ".join(filter(None, (fact.outlet, fact.title, fact.published or "undated")))
        cells = (fact_line(fact), f"“{fact.text}”", source, fact.id)
        yield "| " + " | ".join(escaped(one_line(cell)) for cell in cells) + " |"
