"""``dateline doctor``: whether the store and the terminal are well, and what to do."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain

from dateline.cli.talk import say, tell
from dateline.cli.terminal import settings, terminal, this_terminal
from dateline.db.finding import Finding
from dateline.db.health import health
from dateline.db.trouble import sentences
from dateline.errors import Exit
from dateline.paths import store_path
from dateline.text.safe import harmless


def run(options: Namespace) -> int:
    """Prints a line for every finding, as it is found; the exit code tells the worst."""
    path = store_path(options.store)
    if options.repair:
        _repair(path)
    found: list[Finding] = []
    for finding in chain(health(path), settings(), terminal(this_terminal())):
        found.append(finding)
        say([json.dumps(finding.to_json(), ensure_ascii=False)] if options.json else _lines(finding))
    return _told(found)


def _repair(path: str) -> None:
    from dateline.cli.opened import connect
    from dateline.db.counted import repair

    with closing(connect(path, readonly=False)) as store, sentences(path):
        repair(store)
    tell("Counted everything again and made the indexes of words anew.")


def _lines(finding: Finding) -> Iterator[str]:
    says = harmless(finding.says).replace("\n", " ")
    yield f"{finding.state:<4}  {finding.check:<10}  {says}"
    if finding.do:
        yield f"{'':<18}-> {harmless(finding.do)}"


def _told(found: Sequence[Finding]) -> int:
    bad = sum(finding.state == "bad" for finding in found)
    look = sum(finding.state == "look" for finding in found)
    if not bad and not look:
        tell("All is well.")
        return Exit.DONE
    tell(f"{bad} bad, {look} to look at: what to do stands after ->.")
    return Exit.BUSY if bad else Exit.NOTHING
