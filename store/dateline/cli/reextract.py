"""``dateline reextract``: a store brought to the present extractor, all of it or nothing."""

from __future__ import annotations

import sqlite3
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing

from dateline.cli.given import processes
from dateline.cli.opened import connect
from dateline.cli.talk import counted, progress, say, tell
from dateline.db.leaving import drop_unnamed
from dateline.db.renew import Renewal, asked_again, outdated, renew
from dateline.db.rows import Fact
from dateline.db.trouble import sentences
from dateline.deciding.replaying import bare, replay
from dateline.errors import DatelineError, Exit
from dateline.export.words import fact_line
from dateline.extract.many import Asked, extract_many
from dateline.extract.version import VERSION
from dateline.paths import store_path


class _StoppedError(DatelineError):
    """The user wants no more of it."""

    code = Exit.INTERRUPTED


def run(options: Namespace) -> int:
    """Prints a line for every fact that is gone, new or changed."""
    path = store_path(options.store)
    with closing(connect(path, readonly=False)) as store, sentences(path):
        store.execute("BEGIN IMMEDIATE")
        try:
            old = outdated(store, VERSION)
            bare(store, old)
            done = _renewed(store, old, options.jobs)
            trouble = replay(store, old)
            drop_unnamed(store)
            store.execute("ROLLBACK" if options.dry_run else "COMMIT")
        except KeyboardInterrupt as stop:
            if not store.in_transaction:
                raise  # it was done by then
            raise _StoppedError("Interrupted: the store is as it was.") from stop
        finally:
            if store.in_transaction:
                store.execute("ROLLBACK")
    say(_lines(done))
    _report(done, trouble, options.dry_run)
    return Exit.DONE


def _renewed(store: sqlite3.Connection, hashes: Sequence[str], jobs: int | None) -> list[Renewal]:
    def articles() -> Iterator[tuple[str, Asked]]:
        for article in hashes:
            yield article, asked_again(store, article)

    found = extract_many(articles(), processes(jobs, len(hashes)))
    return [renew(store, extraction) for _, extraction in progress(found, "articles", len(hashes))]


def _lines(done: Sequence[Renewal]) -> Iterator[str]:
    for renewal in done:
        for what, facts in (("gone", renewal.gone), ("changed", renewal.changed), ("new", renewal.new)):
            yield from (_line(what, fact) for fact in facts)


def _line(what: str, fact: Fact) -> str:
    return f"{what:<7}  {fact.id}  {fact_line(fact)}"


def _report(done: Sequence[Renewal], trouble: Sequence[str], dry_run: bool) -> None:
    if not done:
        tell(f"Every article was read by the present extractor (version {VERSION}): nothing to do.")
    else:
        gone, new, changed = (
            sum(len(facts) for facts in group)
            for group in zip(*((renewal.gone, renewal.new, renewal.changed) for renewal in done), strict=True)
        )
        kept = sum(renewal.kept for renewal in done)
        tell(
            f"{counted(len(done), 'article')} read by extractor {VERSION}: "
            f"{counted(kept, 'fact')} kept, {changed} changed, {gone} gone, {new} new."
        )
    for sentence in trouble:
        tell(sentence)
    if dry_run:
        tell("Nothing was written: this was --dry-run.")
