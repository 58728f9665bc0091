"""The key table as the topic "keys" of the manual: ``python -m dateline_tui.keys_help`` writes it anew."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import dateline.help
from dateline_tui.keys import ACTIONS, READING, TYPING, Action, Where, help_groups, shown

_WIDTHS = (22, 47, 21)  # columns of a cell; with the lines between them a row has 100
_HEAD = """\
# keys: every key of the dashboard, and where it works

Keys mean the same everywhere they work. ^d is ctrl-d, S-Tab is shift-Tab, gg is g twice. The row at
the bottom of the screen names the keys that matter where you are; `?` shows this page.
"""
_TAIL = """\
## Other keys

Keys are changed in `dateline/config.toml` in your XDG config folder (`~/.config`). `:` in the
dashboard completes the names of actions; two actions on one key are named and left as they were.

```toml
theme = "light"

[keys]
copy = "c"
correct = ["E", "^x"]
```
"""
#: words for places that are often named together, the most of them first
_TOGETHER: tuple[tuple[str, frozenset[str]], ...] = (
    ("everywhere", frozenset(get_args(Where))),
    ("while reading", frozenset(READING)),
    ("while typing", frozenset(TYPING)),
    ("dashboard", frozenset(("search", "actors", "articles", "facts", "article"))),
    ("panes", frozenset(("actors", "articles", "facts", "article"))),
    ("lists", frozenset(("actors", "articles", "facts"))),
)


def markdown(actions: Iterable[Action] = ACTIONS) -> str:
    """The text of the topic: a table for every group of actions, in the order of the key table."""
    parts = [_HEAD]
    for group, members in help_groups(actions).items():
        lines = [_row("keys", "what they do", "where"), "|" + "|".join("-" * (width + 2) for width in _WIDTHS) + "|"]
        parts.append("\n".join([f"## {group}", "", *lines, *(line for one in members for line in _rows(one))]) + "\n")
    return "\n".join([*parts, _TAIL])


def places(where: Iterable[str]) -> str:
    """Where an action works, in as few words as there are."""
    left, words = list(where), []
    for word, together in _TOGETHER:
        if together <= set(left):
            words.append(word)
            left = [place for place in left if place not in together]
    return ", ".join([*words, *left])


def _rows(action: Action) -> Iterator[str]:
    """The row of an action; what does not fit goes on below it."""
    keys = " ".join(f"`{shown(key)}`" for key in action.keys).replace("|", "\\|")
    texts = (keys, action.help.replace("|", "\\|"), places(action.where))
    cells = [textwrap.wrap(text, width) for text, width in zip(texts, _WIDTHS, strict=True)]
    for at in range(max(map(len, cells))):
        yield _row(*(cell[at] if at < len(cell) else "" for cell in cells))


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)) + " |"


if __name__ == "__main__":
    Path(dateline.help.__file__).with_name("keys.md").write_text(markdown(), "utf-8")
