"""``dateline facts`` and ``dateline cite``: facts as lines, JSON, CSV or Markdown, and their citations."""

from __future__ import annotations

import sqlite3
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain

from dateline.cli.opened import connect
from dateline.cli.talk import say, tell
from dateline.db.ask import asked, meant
from dateline.db.read import facts_by_id, iterate_facts
from dateline.db.rows import Fact
from dateline.db.trouble import sentences
from dateline.errors import Exit, InputError
from dateline.paths import store_path
from dateline.query import Query, QueryError, parse, typed


def run(options: Namespace) -> int:
    """Prints the facts that pass the query and every filter; points at what is wrong with the query."""
    path = store_path(options.store)
    try:
        query = parse(typed(options.query))
        with closing(connect(path)) as store, sentences(path):
            return _print(store, options, query)
    except QueryError as error:
        tell(f"Column {error.column + 1} of the query: {error}")
        for line in error.pointed:
            tell(line)
        return error.code


def _print(store: sqlite3.Connection, options: Namespace, query: Query) -> int:
    actor = None
    if options.actor is not None:
        found = meant(store, options.actor)
        if found is None:
            tell(f"No actor of the store is called {options.actor!r}: 'dateline find' shows who is near.")
            return Exit.NOTHING
        actor, why = found
        if why:
            tell(f"Facts of {why}.")
    facts = iterate_facts(
        store,
        actor=actor,
        type=options.type,
        since=options.since,
        until=options.until,
        text=options.text,
        sure=options.sure,
        query=asked(store, query, tell),
        limit=options.limit,
        offset=options.offset,
    )
    first = next(facts, None)
    if first is None:
        if options.offset:
            tell(f"No fact is left after {options.offset}: take a smaller --offset.")
        else:
            tell("No fact passes these filters: leave one out, or see 'dateline articles' for what is there.")
        return Exit.NOTHING
    say(_lines(options.form, chain([first], facts)))
    return Exit.DONE


def _lines(form: str | None, facts: Iterable[Fact]) -> Iterable[str]:
    if form == "json":
        from dateline.export.lines import json_lines

        return json_lines(facts)
    if form is not None:
        from dateline.export.table import csv_lines, markdown_lines

        return csv_lines(facts) if form == "csv" else markdown_lines(facts)
    from dateline.export.words import fact_line

    return (f"{fact.id}  {fact_line(fact)}" for fact in facts)


def cite(options: Namespace) -> int:
    """Prints a citation for every id; says which ids mean nothing or too much."""
    from dateline.export.cite import FORMS

    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        return parted(named(store, options.facts), lambda fact: [FORMS[options.form](fact)])


def parted(facts: Iterable[Fact | None], lines: Callable[[Fact], Iterable[str]]) -> int:
    """Prints the lines of each fact, a blank one between two; the exit code tells whether one was missing."""
    code, printed = Exit.DONE, False
    for fact in facts:
        if fact is None:
            code = Exit.NOTHING
        else:
            say(chain([""] if printed else [], lines(fact)))
            printed = True
    return code


def named(store: sqlite3.Connection, given: Iterable[str]) -> Iterator[Fact | None]:
    """The fact of every id; None, and a sentence, where there is none."""
    ids = list(_ids(given))
    if not ids:
        raise InputError("No fact was named: give ids as 'dateline facts' prints them.")
    for wanted in ids:
        found = facts_by_id(store, wanted)
        exact = [fact for fact in found if fact.id == wanted]
        if not found:
            tell(f"There is no fact {wanted!r} in the store: 'dateline facts' prints the ids.")
            yield None
        elif len(found) > 1 and not exact:
            raise InputError(f"{wanted!r} begins {len(found)} ids: write more of it.")
        yield from exact or found


def _ids(given: Iterable[str]) -> Iterator[str]:
    """The ids of the command line; in the place of ``-`` the first word of every line of standard input."""
    for wanted in given:
        if wanted == "-":
            yield from (line.split()[0] for line in sys.stdin if line.strip())
        elif wanted.strip():
            yield wanted.strip().lower()
