"""``dateline articles``: what is in the store."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from dateline.cli.opened import connect
from dateline.cli.talk import columns, counted, say, tell
from dateline.db.read import articles
from dateline.db.rows import ArticleRow
from dateline.db.trouble import sentences
from dateline.errors import Exit
from dateline.paths import store_path
from dateline.text.safe import harmless, one_line

SHOWN = 12  # digits of an article's hash


def run(options: Namespace) -> int:
    """Prints the articles in the order they were added."""
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        found = articles(store, text=options.text)
    if not found and options.text is not None:
        tell("No article has all these words: leave one out.")
        return Exit.NOTHING
    if not found:
        tell("The store holds no article: 'dateline add FILE' reads one.")
        return Exit.NOTHING
    if options.json:
        from dateline.export.lines import json_lines

        say(json_lines(found))
    else:
        say(columns([row_of(row) for row in found]))
    return Exit.DONE


def row_of(row: ArticleRow) -> list[str]:
    """The cells of an article's line."""
    title = one_line(row.title or "untitled") + (" (sample)" if row.sample else "")
    outlet = harmless(row.outlet or "-")
    return [row.hash[:SHOWN], row.published or "undated", row.lang or "?", counted(row.facts, "fact"), outlet, title]
