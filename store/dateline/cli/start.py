"""``dateline`` without a command: the dashboard, with sample articles where there is no store yet."""

from __future__ import annotations

import glob
import sys
from argparse import Namespace
from pathlib import Path

from dateline.cli.opened import connect
from dateline.cli.talk import tell
from dateline.errors import InputError
from dateline.paths import store_path


def run(options: Namespace) -> int:
    """Opens the dashboard; its exit code is ours."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise InputError("The dashboard needs a terminal; for pipes there are 'dateline facts' and the like (--help).")
    path = Path(store_path(options.store))
    first_start = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if first_start and options.readonly:
        connect(path).close()  # says that there is none
    if first_start:
        _make_store(path)
    from dateline_tui.app import run as open_dashboard

    asked = {name: getattr(options, name) for name in ("bidi", "theme", "fresh", "readonly")}
    return int(open_dashboard(path, first_start, **asked))


def _make_store(path: Path) -> None:
    """A store with the sample articles; where that is cut short none is left, so that the next start makes it."""
    from dateline.cli.add import load_samples

    tell("Making a store with five sample articles …")
    try:
        load_samples(path)
    except BaseException:
        for file in path.parent.glob(f"{glob.escape(path.name)}*"):
            if file.name.removeprefix(path.name) in ("", "-wal", "-shm", "-journal"):
                file.unlink()
        raise
