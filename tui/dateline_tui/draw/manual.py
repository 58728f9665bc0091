"""The manual as lines of a screen: its Markdown taken apart, narrowed to what has some words, and laid out.

Paragraphs and tables are laid out for the width there is, whatever the width they were written for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from dateline.text.fold import fold
from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, lay_out
from dateline_tui.draw.widths import width

_INDENT = 2  # columns before a label
_WIDEST = 30  # columns of a label and the gap behind it, at most
_FENCE = "```"


class Entry(NamedTuple):
    """What belongs together: a heading, a paragraph, or (with a ``label``) a key, a sign, the row of a table."""

    text: str
    label: str = ""
    kind: Literal["heading", "text", "code"] = "text"


def entries(markdown: str) -> tuple[Entry, ...]:
    """The entries of a page of the manual, without its marks; a table's first column is its labels."""
    found: list[Entry] = []
    for block in _blocks(markdown):
        if block[0].startswith("#"):
            found.append(Entry(_plain(block[0].lstrip("# ")), kind="heading"))
        elif block[0].startswith(_FENCE):
            found += [Entry(line, kind="code") for line in block[1:-1]]
        elif block[0].startswith("|"):
            found += _table(block)
        else:
            found.append(Entry(_plain(" ".join(line.strip() for line in block))))
    return tuple(found)


def _blocks(markdown: str) -> Iterator[list[str]]:
    """Lines that belong together: a heading, a fenced block, a table, an item of a list, a paragraph."""
    block: list[str] = []
    fenced = False
    for line in markdown.splitlines():
        marks = line.startswith(_FENCE)
        begins = line.startswith(("#", "- ")) or (block and block[0].startswith("#")) or (marks and not fenced)
        if not fenced and block and (begins or not line):
            yield block
            block = []
        if line or fenced:
            block.append(line)
        fenced ^= marks
        if marks and not fenced:
            yield block
            block = []
    if block:
        yield block


def _table(rows: Sequence[str]) -> list[Entry]:
    """An entry a row; a row whose first cell is empty goes on with the one above it."""
    cells = [[_plain(cell) for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
    heads, found = cells[0], list[list[str]]()
    for row in cells[2:]:
        if not row[0] and found:
            found[-1] = [" ".join(filter(None, pair)) for pair in zip(found[-1], row, strict=True)]
        else:
            found.append(row)
    if len(heads) <= 2:
        return [Entry(row[1], row[0]) for row in found]
    return [
        Entry("; ".join(f"{head} {cell}" for head, cell in zip(heads[1:], row[1:], strict=True)), row[0])
        for row in found
    ]


def _plain(text: str) -> str:
    return text.strip().replace("`", "").replace("\\|", "|")


def having(page: Iterable[Entry], words: str) -> tuple[Entry, ...]:
    """The entries that have all the words, or these as parts of words, each under the last heading before it."""
    wanted = fold(words).split()
    found: list[Entry] = []
    heading: Entry | None = None
    for entry in page:
        if entry.kind == "heading":
            heading = entry
        if all(word in fold(f"{entry.label} {entry.text}") for word in wanted):
            if heading is not None and entry is not heading:
                found.append(heading)
            found.append(entry)
            heading = None
    return tuple(found)


def lines(page: Sequence[Entry], cells: int, mode: Mode) -> list[Runs]:
    """The page in so many columns; a blank line stands before headings and between paragraphs."""
    longest = max((width(entry.label) for entry in page), default=0) + _INDENT + 2
    label_cells = min(longest, _WIDEST, max(cells // 2, 1))
    found: list[Runs] = []
    before: Entry | None = None
    for entry in page:
        if before is not None and _apart(before, entry):
            found.append(())
        found += _lines(entry, cells, label_cells, mode)
        before = entry
    return found


def _apart(one: Entry, other: Entry) -> bool:
    if one.kind == "heading":
        return False
    return (
        other.kind == "heading"
        or one.kind != other.kind
        or bool(one.label) != bool(other.label)
        or (other.kind == "text" and not other.label and not other.text.startswith("- "))
    )


def _lines(entry: Entry, cells: int, label_cells: int, mode: Mode) -> list[Runs]:
    if entry.kind == "heading":
        return [cut((Piece(entry.text, "strong"),), cells)]
    if not entry.label:
        indent = "  " if entry.kind == "code" else ""
        piece = Piece(entry.text, "key" if entry.kind == "code" else "")
        laid = lay_out((piece,), max(cells - len(indent), 1), mode, 0)
        return [(Run(indent), *line.runs()) for line in laid]
    head = cut((Piece(" " * _INDENT + entry.label, "key"),), cells)
    gap = label_cells - sum(width(run.text) for run in head)
    laid = lay_out((Piece(entry.text),), max(cells - label_cells, 10), mode, 0)
    rows = [(Run(" " * label_cells), *line.runs()) for line in laid]
    if gap < 1:  # a label that is too long stands above its text
        return [head, *rows]
    return [(*head, Run(" " * gap), *laid[0].runs()), *rows[1:]]
