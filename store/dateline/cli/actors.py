"""``dateline actors``: registries of actors."""

from __future__ import annotations

import sqlite3
import time
from argparse import Namespace
from collections.abc import Iterator

from dateline.cli.opened import open_for_writing
from dateline.cli.talk import counted, meter, tell
from dateline.db.importing import link_imported
from dateline.db.trouble import sentences
from dateline.db.write import add_actors
from dateline.errors import DatelineError, Exit, InputError
from dateline.model import Actor
from dateline.paths import store_path
from dateline.readers.registry import Registry

#: names a transaction: enough to be quick, few enough that other writers get in between
BATCH = 3000
#: the part of a batch's time for which the store is left alone after it: who waits for a writer looks now and then only
GIVE_WAY = 0.1


class _StoppedError(DatelineError):
    """The user wants no more of it."""

    code = Exit.INTERRUPTED


def load(options: Namespace) -> int:
    """Loads a FollowTheMoney registry; malformed lines are counted and named, the rest is loaded."""
    loading = _Loading(options)
    try:
        loading.all()
    except KeyboardInterrupt as stop:
        raise _StoppedError("Interrupted: what was loaded is kept, the same command again loads the rest.") from stop
    finally:
        loading.close()
    if not loading.loaded:
        raise InputError(
            f"There is no actor to load in {loading.registry.called}: write one FollowTheMoney entity a line, such as "
            '{"id": "Q1", "schema": "Person", "properties": {"name": ["Ada Lovelace"]}}; '
            "'jq -c .[] FILE' makes lines of a JSON array."
        )
    return Exit.DONE


class _Loading:
    """One call: the registry, the store once there is an actor for it, and how far it is."""

    def __init__(self, options: Namespace) -> None:
        self.path = store_path(options.store)
        self.registry = Registry(options.file)
        self.loaded = self.new = 0
        self._store: sqlite3.Connection | None = None
        self._draw = meter("actors")

    def all(self) -> None:
        """Batch by batch, each whole or not at all; what was read before a file breaks off is loaded too."""
        for batch in _batches(self.registry.actors()):
            self._store = self._store or open_for_writing(self.path)  # a file without actors makes no store
            began = time.monotonic()
            with sentences(self.path):
                self.new += add_actors(self._store, batch)
            self.loaded += len(batch)
            self._draw(self.loaded, self.registry.share)
            time.sleep(GIVE_WAY * (time.monotonic() - began))
        self._draw(-1, None)
        self._draw = meter("names compared")
        if self._store is not None:
            with sentences(self.path):
                for done, total in link_imported(self._store):
                    self._draw(done, done / total)
                    time.sleep(GIVE_WAY / 100)  # others write between

    def close(self) -> None:
        """Tells what was done, however it ended."""
        self._draw(-1, None)
        if self._store is not None:
            self._store.close()
        registry = self.registry
        for number, why in registry.malformed:
            tell(f"Line {number} is no entity ({why}).")
        if registry.passed_over:
            more = registry.passed_over - len(registry.malformed)
            tell(f"{f'And {more:,} more: ' if more else ''}{counted(registry.passed_over, 'line')} passed over.")
        if registry.names_left_out:
            left_out = counted(registry.names_left_out, "name")
            tell(f"{left_out} of actors that have others left out: too long, no text, or without a letter.")
        if registry.traits_left_out:
            left_out = counted(registry.traits_left_out, "value")
            tell(f"{left_out} left out that are no country, no position or no date of birth.")
        if self.loaded:
            known = self.loaded - self.new
            tell(f"{counted(self.loaded, 'actor')} loaded{f', {known} of them known before' if known else ''}.")


def _batches(actors: Iterator[Actor]) -> Iterator[list[Actor]]:
    """The actors in lists of about ``BATCH`` names; where reading them fails, what was read comes first."""
    batch: list[Actor] = []
    names = 0
    try:
        for actor in actors:
            batch.append(actor)
            names += len(actor.forms)
            if names >= BATCH:
                yield batch
                batch, names = [], 0
    except InputError:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
