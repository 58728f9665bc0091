"""What reading costs as whole processes: one article against Python's own start, many in two processes against one.

    python tests/benchmarks/extract_cost.py [--runs N] [--articles N] [--most RATIO] [--least RATIO]

For each language the sample or first written article, ``dateline extract FILE --json`` with packs kept ready in a cache
folder and with none (DATELINE_NO_CACHE=1), and a bare interpreter of the same environment, by turns: the least CPU time
of each and the ratios. Then ``dateline add`` of N distinct articles with ``--jobs 1`` and ``--jobs 2``, by turns: the
least elapsed time of each. Exit 1 where the ratio with packs ready is above the most, or two gain less than the least.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "benchmarks")]

from find_cost import DATELINE, cpu  # noqa: E402

from score_facts import articles  # noqa: E402

SAVED = "DATELINE_NO_CACHE"


def one_article(gold: dict[str, str], runs: int, most: float) -> bool:
    """Prints the cost of one article of each language; whether each stays below the most."""
    fits = True
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its byte code
        for lang, text in gold.items():
            file = Path(folder) / f"{lang}.txt"
            file.write_text(text, encoding="utf-8")
            command = [DATELINE, "extract", str(file), "--json"]
            times: dict[str, list[float]] = {"python": [], "ready": [], "without": []}
            subprocess.run(command, check=True, capture_output=True)  # once before: byte code and tables are written
            for _ in range(runs):
                times["python"].append(cpu([sys.executable, "-c", "pass"]))
                times["ready"].append(cpu(command))
                os.environ[SAVED] = "1"
                times["without"].append(cpu(command))
                del os.environ[SAVED]
            python, ready, without = (min(some) * 1000 for some in times.values())
            print(
                f"{lang}: python {python:.1f} ms; extract {ready:.1f} ms, ratio {ready / python:.1f} (at most {most:g})"
                f"; without the cache {without:.0f} ms, ratio {without / python:.0f}"
            )
            fits = fits and ready / python <= most
    return fits


def many_articles(texts: list[str], count: int, least: float) -> bool:
    """Prints what two processes gain; whether that is the least."""
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "articles"
        files.mkdir()
        for number, text in enumerate(islice(cycle(texts), count)):
            (files / f"{number}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
        times: dict[str, list[float]] = {"1": [], "2": []}
        for turn in range(2):
            for jobs, taken in times.items():
                store = f"{folder}/{jobs}-{turn}.db"
                began = perf_counter()
                command = [DATELINE, "--store", store, "add", str(files), "--jobs", jobs]
                subprocess.run(command, check=True, capture_output=True)
                taken.append(perf_counter() - began)
    one, two = (min(taken) for taken in times.values())
    print(
        f"add of {count} articles: {one:.1f} s with --jobs 1, {two:.1f} s with --jobs 2, "
        f"{one / two:.2f} times as fast (at least {least:g})"
    )
    return one / two >= least


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--most", type=float, default=10.0)
    parser.add_argument("--least", type=float, default=1.4)
    options = parser.parse_args()
    gold = articles(TESTS / "gold_seeds", TESTS / "gold_written")
    first = {article["lang"]: article["text"] for article in reversed(gold)}
    alone = one_article(dict(sorted(first.items())), options.runs, options.most)
    together = many_articles([article["text"] for article in gold], options.articles, options.least)
    return int(not (alone and together))


if __name__ == "__main__":
    sys.exit(main())
