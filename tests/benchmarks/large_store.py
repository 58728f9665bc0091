"""What the dashboard costs on a large store, beside the same on a store of the sample articles.

    python tests/benchmarks/large_store.py LARGE [--small STORE] [--runs 5] [--table FILE]

LARGE comes from make_large.py; without ``--small`` a store of the samples is made. Both are opened in a terminal by
turns and driven by the same keys. Printed: processor time (the dashboard with its threads) of the start and of each
key, medians over the runs, and the peak of memory; then windows of filtered lists as the reading thread asks for them.
Exit 1 where the large store costs more than 1.3 times the small one and 5 ms more, or 1.3 times its memory.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import ttybench  # type: ignore[import-not-found]
from dateline.cli.add import load_samples
from dateline.db import read
from dateline.db.ask import asked
from dateline.errors import DatelineError
from dateline.query import parse
from dateline_tui.keys import ACTIONS
from dateline_tui.listing import PAGE

TIMES, MORE, MEMORY = 1.3, 5.0, 1.3
SIZE = (80, 24)
#: done first and not counted: what the dashboard loads when it is first needed
WARM = "<esc> G <enter> <enter> <esc> <esc> g g j <enter> <enter> <esc> <esc> A j j A g g s"
#: what is done, in this order, and with which keys; the cost is that of one key. "needs" an action of the key table
STEPS: tuple[tuple[str, str, str], ...] = (
    ("search, each letter", "b l i n g e n", ""),
    ("Esc: all actors again", "<esc>", ""),
    ("Esc: into the list", "<esc>", ""),
    ("j: the next actor", "j", ""),
    ("k: the busiest actor", "k", ""),
    ("ctrl-f in the actors", "<c-f>", ""),
    ("gg in the actors", "g g", ""),
    ("G in the actors", "G", ""),
    ("gg from their end", "g g", ""),
    ("Enter: the busiest actor's facts", "<enter>", ""),
    ("j in the facts", "j*6", ""),
    ("k in the facts", "k*6", ""),
    ("ctrl-f in the facts", "<c-f>", ""),
    ("ctrl-b in the facts", "<c-b>", ""),
    ("G in the facts", "G", ""),
    ("k at their end", "k*3", ""),
    ("gg in the facts", "g g", ""),
    ("S: only sure facts", "S", ""),
    ("G in the sure facts", "G", ""),
    ("S: all facts", "S", ""),
    ("Enter: the words", "<enter>", ""),
    ("j in the article", "j*3", ""),
    ("Esc: to the facts", "<esc>", ""),
    ("A: the articles", "A", ""),
    ("j in the articles", "j*2", ""),
    ("G in the articles", "G", ""),
    ("A: the actors", "A", ""),
    ("f: a filter, each key", "f t y p e : C O N S U L T <enter>", "filter"),
    ("f: a rare filter, each key", "f <c-u> t y p e : A I D <enter>", "filter"),
    ("f: no filter, each key", "f <c-u> <enter>", "filter"),
    ("t: in time", "t", "timeline"),
    ("Esc: from there", "<esc>", "timeline"),
)
#: a common type, a rare one, a month, an actor with a type, a language, words
FILTERS = ("type:CONSULT", "type:statement", "on:2010-05-17", "on:2010-05", "actor:russia type:CONSULT",
           "actor:lavrov since:2010", "place:geneva", "lang:fa", "sure:", "ukrayna",
           "lavrov telefon ukrayna")  # fmt: skip


class Cost(NamedTuple):
    """Milliseconds or megabytes on the small store and on the large one."""

    what: str
    small: float
    large: float
    met: bool


def cost(what: str, small: list[float], large: list[float]) -> Cost:
    """Medians of milliseconds, held against the bars."""
    one, other = median(small), median(large)
    return Cost(what, one, other, other <= one * TIMES or other <= one + MORE)


def session(store: Path, home: Path) -> tuple[dict[str, float], float]:
    """One run of the dashboard: milliseconds of every step, and megabytes."""
    there = {action.name for action in ACTIONS}
    steps = [(what, ttybench.parse_keys(keys)) for what, keys, needs in STEPS if not needs or needs in there]
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    tty = ttybench.Session([sys.executable, "-m", "dateline", "--store", str(store), "--fresh"], *SIZE, environment)
    if not tty.wait_ready("facts", 30):
        raise SystemExit(f"The dashboard never came up on {store}.")
    costs = {"start": tty.cpu() * 1000}
    for key in ttybench.parse_keys(WARM):
        tty.press(key)
    for what, keys in steps:
        costs[what] = sum(tty.press(key)["cpu_ms"] for key in keys) / len(keys)
    tty.press(ttybench.parse_keys("<c-c>")[0])
    tty.end()
    return costs, tty.peak_rss / 2**20


def dashboard(small: Path, large: Path, runs: int) -> list[Cost]:
    """Both stores by turns; the first turn warms up."""
    taken: list[list[tuple[dict[str, float], float]]] = [[], []]
    with tempfile.TemporaryDirectory() as home:
        for run in range(runs + 1):
            for at, store in enumerate((small, large)):
                found = session(store, Path(home))
                if run:
                    taken[at].append(found)
            print(f"\r{run} of {runs} runs", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    costs = [cost(what, *([c[what] for c, _ in side] for side in taken)) for what in taken[0][0][0]]
    one, other = (median(memory for _, memory in side) for side in taken)
    return [*costs, Cost("peak memory (MB)", one, other, other <= one * MEMORY)]


def windows(small: Path, large: Path, runs: int) -> list[Cost]:
    """The first and the last window of filtered lists; a query that one store does not understand finds nothing."""
    costs = []
    with closing(read.connect(small)) as one, closing(read.connect(large)) as other:
        for query in FILTERS:
            wheres = []
            for connection in (one, other):
                try:
                    wheres.append(asked(connection, parse(query)))
                except DatelineError:
                    break
            for name, offset in (("", 0), (", its end", -PAGE)) if len(wheres) == 2 else ():
                taken: list[list[float]] = [[], []]
                for _ in range(runs):
                    for at, connection in enumerate((one, other)):
                        where = wheres[at]
                        taken[at].append(
                            milliseconds(
                                lambda c=connection, w=where, o=offset: read.window(c, query=w, offset=o, limit=PAGE)
                            )
                        )
                costs.append(cost(f"window of {query}{name}", *taken))
    return costs


def milliseconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return (process_time() - began) * 1000


def table(costs: list[Cost]) -> str:
    """The costs as Markdown."""
    lines = ["| ms of processor time a key | samples | large | ratio | more | met |", "|---|--:|--:|--:|--:|---|"]
    for one in costs:
        ratio = one.large / one.small if one.small else 0.0
        more = one.large - one.small
        met = "yes" if one.met else "NO"
        lines.append(f"| {one.what} | {one.small:.1f} | {one.large:.1f} | {ratio:.2f} | {more:+.1f} | {met} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("large", type=Path)
    parser.add_argument("--small", type=Path, help="a store of the samples")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--table", type=Path, help="where the table goes beside the screen")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = options.small or Path(folder) / "store.db"
        if not small.exists():
            load_samples(small)
        with closing(read.connect(options.large)) as store:
            told = read.totals(store)
            (most,) = store.execute("SELECT max(facts) FROM stored_actors").fetchone()
        costs = [*dashboard(small, options.large, options.runs), *windows(small, options.large, options.runs)]
    head = (
        f"{told['articles']:,} articles, {told['facts']:,} facts, {told['actors']:,} actors, the busiest with {most:,} "
        f"facts, beside the five samples; {SIZE[0]}x{SIZE[1]}, medians of {options.runs} runs by turns.\n"
        f"Met: at most {TIMES} times or {MORE:g} ms more; memory at most {MEMORY} times.\n"
    )
    text = f"{head}\n{table(costs)}\n"
    print(text)
    if options.table:
        options.table.write_text(f"# Lists at a million facts\n\n{text}", "utf-8")
    return int(not all(one.met for one in costs))


if __name__ == "__main__":
    sys.exit(main())
