"""How fast names are found in large stores, as a ratio to comparing all names one by one, and what that takes.

    python tests/benchmarks/search_latency.py REGISTRY.jsonl... [--stores FOLDER] [--queries FILE] [--searches 300]

Each REGISTRY is a FollowTheMoney file; it is imported into a store (``dateline actors import``) that ``--stores`` keeps
and finds again. ``pad_registry.py`` makes one of a million names. Queries are lines of FILE, else names of the
registry: as they are, with a letter lost, a letter changed, and the last word alone.

In one run by turns: a search of ours, and ``rapidfuzz.process.extract(WRatio)`` over all names; and by turns a whole
process of ``dateline find`` and one of ``python -c "import sqlite3, argparse"``. Printed: a table; exit 1 where
something is not met. A search must take at most a fifth of WRatio's median at the 95th percentile, at half a million
names and more a twentieth; a process that searches at most 200 MB; a cold search at most five times Python's start.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from rapidfuzz import fuzz, process

from dateline.actors.search import search
from dateline.db.opening import connect

DATELINE = [sys.executable, "-m", "dateline"]
START = [sys.executable, "-c", "import sqlite3, argparse"]
#: comparisons with all names; runs of whole processes; how many of the queries these find, one each
COMPARED, RUNS, COLD = 15, 15, 5
MANY, LEAST, LEAST_OF_MANY, MOST_MB, MOST_STARTS = 500_000, 5.0, 20.0, 200.0, 5.0
FRAME = 16.0  # ms, the mark to close in on


class Run(NamedTuple):
    """Seconds and peak megabytes of one process."""

    seconds: float
    megabytes: float


def names_of(registry: Path) -> list[str]:
    found: list[str] = []
    with registry.open(encoding="utf-8") as lines:
        for line in lines:
            properties = json.loads(line)["properties"]
            found += [*properties.get("name", []), *properties.get("alias", [])]
    return found


def misspelt(names: list[str], count: int, chance: random.Random) -> Iterator[str]:
    for at, name in enumerate(chance.sample(names, min(count, len(names)))):
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


def seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


#: a process of its own starts the process that is measured, for a child's peak counts what its parent had
_MEASURE = """
import os, subprocess, sys, time
began = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
print(time.perf_counter() - began, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
"""


def run(command: list[str]) -> Run:
    told = subprocess.run([sys.executable, "-c", _MEASURE, *command], stdout=subprocess.PIPE, check=True).stdout.split()
    if told[2] not in (b"0", b"1"):
        raise SystemExit(f"{' '.join(command)} ended with {told[2].decode()}")
    return Run(float(told[0]), float(told[1]))


def imported(registry: Path, store: Path, names: int) -> str:
    """Imports a registry unless the store is there; what it took, for the table."""
    if store.exists():
        return "-"
    took = run([*DATELINE, "--store", str(store), "actors", "import", str(registry)])
    return f"{took.seconds:.0f} s, {names / took.seconds:,.0f} names/s, {took.megabytes:.0f} MB"


def latencies(store: Path, names: list[str], queries: list[str]) -> tuple[list[float], list[float]]:
    """Milliseconds of our searches and of comparisons with all names, by turns, each sorted."""
    connection = connect(store)
    for query in queries[:40]:
        search(connection, query)
    ours: list[float] = []
    theirs: list[float] = []
    for at, query in enumerate(queries):
        ours.append(1000 * seconds(lambda query=query: search(connection, query)))  # type: ignore[misc]
        if at % max(1, len(queries) // COMPARED) == 0:
            compare = lambda query=query: process.extract(query, names, scorer=fuzz.WRatio, limit=10)  # noqa: E731
            theirs.append(1000 * seconds(compare))
    connection.close()
    return sorted(ours), sorted(theirs)


def cold(store: Path, queries: list[str]) -> tuple[float, float]:
    """How many starts of Python one cold search takes, and its peak megabytes."""
    finds = [[*DATELINE, "--store", str(store), "find", query] for query in queries]
    run(finds[0])  # the byte code is written
    runs = [(run(finds[at % len(finds)]), run(START)) for at in range(RUNS)]
    ours, starts = (median(each.seconds for each in side) for side in zip(*runs, strict=True))
    return ours / starts, max(find.megabytes for find, _ in runs)


def batch(store: Path, queries: list[str], folder: Path) -> float:
    """Peak megabytes of one process that finds all queries."""
    asked = folder / "queries.txt"
    asked.write_text("".join(f"{query}\n" for query in queries), "utf-8")
    return run([*DATELINE, "--store", str(store), "find", "--batch", str(asked), "--json"]).megabytes


def row(registry: Path, folder: Path, queries: list[str] | None, count: int) -> tuple[str, bool]:
    """One line of the table, and whether all is met."""
    names = names_of(registry)
    store = folder / f"{registry.stem}.db"
    brought = imported(registry, store, len(names))
    chance = random.Random(1)
    asked = chance.sample(queries, min(count, len(queries))) if queries else list(misspelt(names, count, chance))
    ours, theirs = latencies(store, names, asked)
    starts, alone = cold(store, asked[:COLD])
    together = batch(store, queries or asked, folder)
    p50, p95, theirs_p50 = ours[len(ours) // 2], ours[int(len(ours) * 0.95)], median(theirs)
    least = LEAST_OF_MANY if len(names) >= MANY else LEAST
    met = theirs_p50 / p95 >= least and max(alone, together) <= MOST_MB and starts <= MOST_STARTS
    cells = [
        f"{len(names):,}",
        *(f"{p50:.1f}", f"{p95:.1f}", f"{p95 / FRAME:.1f}"),
        *(f"{theirs_p50:.0f}", f"{theirs_p50 / p95:.0f} (at least {least:g})"),
        *(f"{together:.0f}", f"{alone:.0f}", f"{starts:.1f}"),
        *(brought, f"{store.stat().st_size / 1e6:.0f}", "yes" if met else "NO"),
    ]
    return f"| {' | '.join(cells)} |", met


COLUMNS = (
    *("names", "p50 ms", "p95 ms", "frames", "WRatio ms", "WRatio / p95"),
    *("batch MB", "find MB", "cold, starts", "import", "store MB", "met"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("registries", nargs="+", type=Path, metavar="REGISTRY")
    parser.add_argument("--stores", type=Path, help="a folder that keeps the stores")
    parser.add_argument("--queries", type=Path, help="one query a line")
    parser.add_argument("--searches", type=int, default=300)
    options = parser.parse_args()
    queries = options.queries.read_text("utf-8").splitlines() if options.queries else None
    met = True
    print(f"| {' | '.join(COLUMNS)} |\n|{'--:|' * len(COLUMNS)}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.stores or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for registry in options.registries:
            line, good = row(registry, folder, queries, options.searches)
            print(line, flush=True)
            met = met and good
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
