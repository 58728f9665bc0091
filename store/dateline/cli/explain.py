"""``dateline explain``: how facts came about."""

from __future__ import annotations

import sqlite3
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing

from dateline.cli.facts import named, parted
from dateline.db.read import connect
from dateline.db.renew import asked_again
from dateline.db.rows import Fact
from dateline.db.trouble import sentences
from dateline.export.explain import explanation
from dateline.extract import traces
from dateline.extract.trace import Trace
from dateline.extract.version import VERSION
from dateline.packs import compiled
from dateline.packs.source import entry_source
from dateline.paths import store_path


def run(options: Namespace) -> int:
    """Prints an explanation for every id; what the present extractor no longer states is said to be so."""
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        return parted(named(store, options.facts), lambda fact: explained(store, fact))


def explained(store: sqlite3.Connection, fact: Fact) -> Iterator[str]:
    """The explanation of one fact; its article is read again."""
    asked = asked_again(store, fact.article)
    trace: Trace | None = traces(asked.text, asked.published, lang=asked.lang).get(fact.id)
    source = None
    if trace is not None and fact.lang is not None:
        source = entry_source(compiled.ready(fact.lang), trace.entry)
    return explanation(fact, asked.text, trace, source, VERSION)
