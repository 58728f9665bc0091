"""What a cold search costs: CPU of ``dateline find`` as a whole process against Python's own start.

    python tests/benchmarks/find_cost.py [--store PATH] [--name NAME] [--most RATIO]

Both run in the environment of this Python, nine times by turns; the smallest of each counts. Without ``--store`` the
five sample articles are read into a store first. Printed: both in milliseconds and their ratio; exit 1 above the most.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 9
DATELINE = str(Path(sys.executable).with_name("dateline"))
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def cpu(command: list[str]) -> float:
    """User and system seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", help="an existing store")
    parser.add_argument("--name", default="Blingen")
    parser.add_argument("--most", type=float, default=3.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or f"{folder}/store.db"
        if options.store is None:
            subprocess.run([DATELINE, "--store", store, "add", *map(str, SEEDS)], check=True, capture_output=True)
        find = [DATELINE, "--store", store, "find", options.name]
        start = [sys.executable, "-c", "import sqlite3, argparse"]
        subprocess.run(find, check=True, capture_output=True)  # once before: the byte code is written
        runs = [(cpu(find), cpu(start)) for _ in range(RUNS)]
    ours, python = (min(times) * 1000 for times in zip(*runs, strict=True))
    print(f"dateline find {ours:.1f} ms, python {python:.1f} ms, ratio {ours / python:.2f} (at most {options.most:g})")
    return int(ours / python > options.most)


if __name__ == "__main__":
    sys.exit(main())
