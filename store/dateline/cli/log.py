"""``dateline log``: who decided what when."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from dateline.cli.opened import connect
from dateline.cli.talk import columns, say, tell
from dateline.db.decisions import Decision, log
from dateline.db.trouble import sentences
from dateline.errors import Exit
from dateline.paths import store_path
from dateline.text.safe import harmless, one_line


def run(options: Namespace) -> int:
    """Prints decisions, the newest first."""
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        found = log(store, limit=options.limit)
    if not found:
        tell("Nothing was decided yet: 'dateline reject', 'correct' and the like do, and so does the dashboard.")
        return Exit.NOTHING
    if options.json:
        from dateline.export.lines import json_line

        say(json_line(row.to_json()) for row in found)
    else:
        say(columns([_row(row) for row in found]))
    return Exit.DONE


def _row(row: Decision) -> list[str]:
    said = one_line(row.sentence) + (" (undone)" if row.undone else "")
    return [str(row.id), f"{row.time[:10]} {row.time[11:19]}Z", harmless(row.user), said]
