"""How fast articles are read, and how the time grows with an article's length.

    python tests/benchmarks/extract_rate.py [--articles N] [--rounds N] [--most EXPONENT]

First the annotated articles, repeated to N (2,000): articles and kilobytes a second on one core, by language and all.
Then texts of 1, 3, 10, 30 and 100 kB, the paragraphs of the annotated articles of a language one after another: the
least CPU time of several rounds, all lengths by turns, and the exponent that fits them (time grows as length to that
power, 1 is linear). Exit 1 above the most (1.15).
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from time import process_time

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from dateline import extract  # noqa: E402
from score_facts import articles  # noqa: E402

SIZES = (1, 3, 10, 30, 100)  # kB


def seconds(text: str, lang: str | None = None) -> float:
    """CPU time of reading a text once."""
    began = process_time()
    extract(text, lang=lang)
    return process_time() - began


def rates(gold: Sequence[dict[str, str]], count: int) -> None:
    """Prints what one core reads in a second."""
    spent: dict[str, list[float]] = {}
    for article in islice(cycle(gold), count):
        spent.setdefault(article["lang"], []).append(seconds(article["text"]))
    for lang, times in [*sorted(spent.items()), ("all", [time for some in spent.values() for time in some])]:
        sizes = [len(article["text"].encode()) for article in gold if lang in ("all", article["lang"])]
        rate = len(times) / sum(times)
        print(f"{lang}: {len(times)} articles, {rate:.1f} a second, {rate * mean(sizes) / 1000:.0f} kB a second")


def mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def paragraphs(gold: Sequence[dict[str, str]], lang: str) -> str:
    """The articles of a language without what surrounds them on their pages, which would end the reading."""
    kept = []
    for article in gold:
        if article["lang"] == lang:
            text, at = article["text"], 0
            for noise in extract(text).noise:
                kept.append(text[at : noise.start])
                at = max(at, noise.end)
            kept.append(text[at:])
    return "\n".join(line for part in kept for line in part.split("\n") if len(line) > 60)


def of_size(text: str, size: int) -> str:
    """``size`` kB of the text, repeated where it is too short."""
    data = text.encode() + b"\n"
    return (data * (1 + size * 1000 // len(data)))[: size * 1000].decode(errors="ignore")


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of the line that fits both best on logarithmic scales."""
    x, y = [math.log(size) for size in sizes], [math.log(time) for time in times]
    return sum((a - mean(x)) * (b - mean(y)) for a, b in zip(x, y, strict=True)) / sum((a - mean(x)) ** 2 for a in x)


def growth(gold: Sequence[dict[str, str]], rounds: int, most: float) -> bool:
    """Prints how the time grows with the length; whether it grows no faster than it may."""
    langs = sorted({article["lang"] for article in gold})
    texts = {(lang, size): of_size(paragraphs(gold, lang), size) for lang in langs for size in SIZES}
    least = dict.fromkeys(texts, math.inf)
    for _ in range(rounds):
        for key, text in texts.items():
            least[key] = min(least[key], seconds(text, key[0]))
    fits = True
    for lang in langs:
        times = [least[lang, size] for size in SIZES]
        power = exponent(SIZES, times)
        fits = fits and power <= most
        shown = "  ".join(f"{size} kB {time * 1000:.0f}" for size, time in zip(SIZES, times, strict=True))
        print(
            f"{lang}: ms for {shown}; exponent {power:.2f} (at most {most:g}), {2**power:.2f} times for twice the text"
        )
    return fits


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=float, default=1.15)
    options = parser.parse_args()
    gc.set_threshold(100_000, 20, 20)  # as the commands set it
    gold = articles(TESTS / "gold", TESTS / "gold_seeds", TESTS / "gold_written")
    for lang in {article["lang"] for article in gold}:
        extract("", lang=lang)  # the pack is ready before the clock starts
    rates(gold, options.articles)
    return int(not growth(gold, options.rounds, options.most))


if __name__ == "__main__":
    sys.exit(main())
