"""How surely persons are found by their names in other scripts and languages, with the persons that ship with dateline.

    python tests/benchmarks/names_found.py [--size NAMES] [--least HIT1]

Every person of the packs is stored under one spelling, the usual English one; what else the packs call them, in
Persian, Turkish and Italian, is asked for, whole and by the last word. Printed: for each kind of query how many there
are, how often the right person comes first and how often among ten; exit 1 where whole names come first less often than
HIT1. ``--size`` pads the store with names recombined from theirs.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dateline.actors.index import NameRow, add_names
from dateline.actors.search import search
from dateline.actors.sounds import script_of
from dateline.db.write import open_for_writing, transaction
from dateline.packs import knowledge

Asked = tuple[str, str, str]  # kind of query, query, the right person's id


def queries(persons: list[knowledge.Person]) -> Iterator[Asked]:
    for person in persons:
        for spelling in {name for names in person.names.values() for name in names} - {person.name}:
            script = script_of(spelling.lower())
            yield script, spelling, person.id
            words = spelling.split()
            last = words[0] if person.surname_first else words[-1]
            if script != "latin" and len(words) > 1 and len(last) > 2:
                yield f"{script}, last word", last, person.id


def recombined(persons: list[knowledge.Person], count: int) -> Iterator[str]:
    """As many names more, first and last words of other persons put together."""
    chance = random.Random(1)
    names = [person.name.split() for person in persons]
    for _ in range(count):
        yield f"{chance.choice(names)[0]} {chance.choice(names)[-1]}"


def fill(store: sqlite3.Connection, persons: list[knowledge.Person], size: int) -> None:
    rows = [(person.id, person.name) for person in persons]
    rows += [(f"padding-{at}", name) for at, name in enumerate(recombined(persons, max(0, size - len(rows))))]
    with transaction(store):
        store.executemany("INSERT INTO stored_actors (id, name, kind) VALUES (?, ?, 'person')", rows)
        add_names(store, [NameRow(actor, name, registry=True) for actor, name in rows])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=0, help="names in the store")
    parser.add_argument("--least", type=float, default=0.0)
    options = parser.parse_args()
    persons = list(knowledge.people().values())
    ranks: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = open_for_writing(Path(folder) / "store.db")
        fill(store, persons, options.size)
        for kind, query, right in queries(persons):
            found = [hit.actor for hit in search(store, query)]
            ranks.setdefault(kind, []).append(found.index(right) + 1 if right in found else 0)
    for kind, places in sorted(ranks.items()):
        first, ten = (sum(0 < place <= most for place in places) / len(places) for most in (1, 10))
        print(f"{kind:20} {len(places):5} first {first:.3f} ten {ten:.3f}")
    whole = [place for kind, places in ranks.items() if "last" not in kind for place in places]
    return int(sum(place == 1 for place in whole) / len(whole) < options.least)


if __name__ == "__main__":
    sys.exit(main())
