"""``dateline find``: actors of the store by any spelling. Loads sqlite3 and the ranking, nothing else."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING, Any

from dateline.cli.opened import connect
from dateline.cli.talk import columns, counted, say, tell
from dateline.db.settling import unsure
from dateline.db.trouble import sentences
from dateline.errors import Exit, InputError
from dateline.paths import store_path
from dateline.text.safe import harmless, one_line

if TYPE_CHECKING:
    import sqlite3

    from dateline.actors.search import Hit, Scope


#: what is said where nobody is found
_NOBODY: dict[Scope, str] = {
    "all": "No actor of the store is called anything like {}.",
    "script": "No actor of the store is called anything like {} in that script: leave out --script.",
    "exact": "No actor of the store is called exactly {}: leave out --exact for other spellings.",
}
#: characters of a name that a sentence repeats
_SHOWN = 80


def run(options: Namespace) -> int:
    """Prints the hits of one name, or one JSON line for every line of a file."""
    if (options.name is None) == (options.batch is None):
        raise InputError("Say what to find: a NAME, or --batch FILE with one name a line.")
    if options.batch is not None and not options.json:
        raise InputError("--batch prints JSON: add --json.")
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        if options.batch is not None:
            say(_answer(store, line, options.limit, options.scope)[0] for line in _lines(options.batch))
            return Exit.DONE
        if options.json:
            line, hits = _answer(store, options.name, options.limit, options.scope)
            say([line])
        else:
            from dateline.actors.search import search

            hits = search(store, options.name, limit=options.limit, scope=options.scope)
            doubtful = unsure(store, [hit.actor for hit in hits])
            say(columns([_row(hit, hit.actor not in doubtful) for hit in hits]))
    if not hits:
        asked = options.name if len(options.name) <= _SHOWN else options.name[: _SHOWN - 1] + "…"
        tell(_NOBODY[options.scope].format(repr(asked)))
    return Exit.DONE if hits else Exit.NOTHING


def _lines(path: str) -> Iterator[str]:
    """The lines of a file exactly as read, without their newline."""
    try:
        file = sys.stdin.buffer if path == "-" else open(path, "rb")  # noqa: SIM115 (closed below)
        with file:
            for line in file:
                yield line.removesuffix(b"\n").decode("utf-8", "surrogateescape")
    except OSError as error:
        raise InputError(f"The names in {harmless(path)} cannot be read ({error.strerror}).") from error


def _answer(store: sqlite3.Connection, query: str, limit: int, scope: Scope) -> tuple[str, list[Hit]]:
    """The JSON line for one name, and its hits."""
    from dateline.actors.search import search
    from dateline.export.lines import json_line

    began = perf_counter()
    hits = search(store, query, limit=limit, scope=scope)
    ms = round((perf_counter() - began) * 1000, 1)
    doubtful = unsure(store, [hit.actor for hit in hits])
    results = [_json(hit) | ({"sure": False} if hit.actor in doubtful else {}) for hit in hits]
    return json_line({"query": query, "results": results, "ms": ms}), hits


def _json(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.actor,
        "name": hit.name,
        "kind": hit.kind,
        "score": round(hit.score, 1),
        "matched": hit.matched,
        "why": hit.reason,
        "mentions": hit.mentions,
        "articles": hit.articles,
    }


def _row(hit: Hit, sure: bool) -> list[str]:
    name = hit.name if sure else f"? {hit.name}"
    cells = [name, hit.kind, counted(hit.mentions, "mention"), hit.matched, hit.reason]
    return [one_line(cell) for cell in cells]
