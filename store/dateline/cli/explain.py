"""``dateline explain``: how facts came about."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from dateline.cli.facts import named, parted
from dateline.cli.opened import connect
from dateline.db.trouble import sentences
from dateline.export.explain import explained
from dateline.paths import store_path


def run(options: Namespace) -> int:
    """Prints an explanation for every id; what the present extractor no longer states is said to be so."""
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        return parted(named(store, options.facts), lambda fact: explained(store, fact))
