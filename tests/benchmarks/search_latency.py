"""How fast names are found in a large store, as a ratio to comparing all names one by one.

    python tests/benchmarks/search_latency.py REGISTRY.jsonl [--store PATH] [--queries FILE] [--least RATIO]

REGISTRY is a FollowTheMoney file (``dateline actors import``); it is imported into a store unless ``--store`` names
one that has it. Queries are the lines of FILE, else names of the registry: as they are, with a letter lost, a letter
changed, and the last word alone. In one run by turns: a search of ours, and ``rapidfuzz.process.extract(WRatio)`` over
all names. Printed: both in milliseconds, the ratio of WRatio's median to our 95th percentile; exit 1 below the least.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz, process

from dateline.actors.search import search
from dateline.db.opening import connect

DATELINE = str(Path(sys.executable).with_name("dateline"))
#: searches, and after how many of them one comparison with all names is timed
SEARCHES, EVERY = 300, 6


def names_of(registry: str) -> list[str]:
    found: list[str] = []
    with open(registry, encoding="utf-8") as lines:
        for line in lines:
            properties = json.loads(line)["properties"]
            found += [*properties.get("name", []), *properties.get("alias", [])]
    return found


def misspelt(names: list[str], chance: random.Random) -> Iterator[str]:
    for at, name in enumerate(chance.sample(names, min(SEARCHES, len(names)))):
        place = chance.randrange(len(name))
        match at % 4:
            case 0:
                yield name
            case 1:
                yield name[:place] + name[place + 1 :] or name
            case 2:
                yield name[:place] + chance.choice("abdeghiklmnoprstuz") + name[place + 1 :]
            case _:
                yield name.split()[-1]


def seconds(work: object) -> float:
    began = perf_counter()
    work()  # type: ignore[operator]
    return perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("registry")
    parser.add_argument("--store", help="a store that has the registry")
    parser.add_argument("--queries", help="one query a line")
    parser.add_argument("--least", type=float, default=5.0)
    options = parser.parse_args()
    names = names_of(options.registry)
    chance = random.Random(1)
    queries = list(misspelt(names, chance))
    if options.queries:
        queries = chance.sample(Path(options.queries).read_text("utf-8").splitlines(), SEARCHES)
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or f"{folder}/store.db"
        if options.store is None:
            subprocess.run([DATELINE, "--store", path, "actors", "import", options.registry], check=True)
        store = connect(path)
        for query in queries[:40]:
            search(store, query)
        ours: list[float] = []
        theirs: list[float] = []
        for at, query in enumerate(queries):
            ours.append(seconds(lambda query=query: search(store, query)))
            if at % EVERY == 0:
                theirs.append(seconds(lambda query=query: process.extract(query, names, scorer=fuzz.WRatio, limit=10)))
        store.close()
    ours.sort()
    theirs.sort()
    median, most = theirs[len(theirs) // 2] * 1000, ours[int(len(ours) * 0.95)] * 1000
    print(f"{len(names)} names, {len(queries)} searches: p50 {ours[len(ours) // 2] * 1000:.1f} ms, p95 {most:.1f} ms")
    print(f"WRatio over all: median {median:.0f} ms; ratio {median / most:.1f} (at least {options.least:g})")
    return int(median / most < options.least)


if __name__ == "__main__":
    sys.exit(main())
