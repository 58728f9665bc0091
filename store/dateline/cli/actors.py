"""``dateline actors``: registries of actors."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from itertools import chain

from dateline.cli.talk import counted, tell
from dateline.errors import Exit
from dateline.paths import store_path

NAMED = 10  # malformed lines that are named one by one


def load(options: Namespace) -> int:
    """Loads a FollowTheMoney registry; malformed lines are counted and named, the rest is loaded."""
    from dateline.db.trouble import sentences
    from dateline.db.write import add_actors, open_for_writing
    from dateline.readers.registry import registry_actors

    path = store_path(options.store)
    bad: list[tuple[int, str]] = []
    actors = registry_actors(options.file, lambda number, why: bad.append((number, why)))
    loaded = 0
    first = next(actors, None)  # a file without actors makes no store
    if first is not None:
        with closing(open_for_writing(path)) as store, sentences(path):
            loaded = add_actors(store, chain([first], actors))
    for number, why in bad[:NAMED]:
        tell(f"Line {number} is no entity ({why}).")
    if bad:
        tell(f"{counted(len(bad), 'line')} passed over.")
    tell(f"{counted(loaded, 'actor')} loaded.")
    return Exit.USAGE if bad or not loaded else Exit.DONE
