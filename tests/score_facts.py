#!/usr/bin/env python3
"""Scores extracted facts against hand-made annotations.

    python tests/score_facts.py tests/gold_seeds tests/gold_written
    python tests/score_facts.py tests/gold_seeds --command "dateline extract {file} --json" --bar events:0.50 --show

Every JSON file of a folder named holds one annotated article (gold_written/GOLD.md says what counts as what). The
extractor is called in this process, or as ``--command`` on a file with the article's text. Standard library only.

Metrics, micro-averaged over the articles of a language and over all (P precision, R recall, F1 where nothing is said):
  actors     which people, organisations and countries the article names
  events     type right, at least half of the parties shared, and the span lies where the article tells it (an event
             told several times may carry any telling, or all of them as "spans")
  core       recall on the events marked core
  parties    share of the matched events whose parties are exactly right
  date, place, status, duration, direction   share right among the matched events whose gold has one
  nodate     share of the matched events without a date in the gold that were given none
  kind       person, organisation or country right among the actors found
  statements speaker right and the words (or the sentence) right
  roles      person and country or organisation of the office right
  published, lang   date and language of the article
  noise      facts taken from boilerplate (a count; 0 is right)
  unsupported facts whose [start, end) does not lie in the text or whose text differs (a count; 0 is right)
  latin      share of the actors found in a non-Latin text whose main name is in Latin letters
``actors``, ``events``, ``statements``, ``roles`` with ``_p`` or ``_r`` behind are their precision and recall.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from scoring import COUNTS, F_SCORES, Json, Say, Scored, Tally

Extract = Callable[[str], Json]

METRICS = (
    "actors", "events", "events_p", "events_r", "core", "statements", "roles", "parties", "date", "nodate", "place",
    "status", "duration", "direction", "kind", "published", "lang", "latin", "noise", "unsupported",
)  # fmt: skip
HALVES = tuple(name + half for name in F_SCORES for half in ("_p", "_r"))


def articles(*places: Path) -> list[Json]:
    """The annotated articles of files and folders, by name."""
    files = (file for place in places for file in (place.glob("*.json") if place.is_dir() else [place]))
    return [json.loads(file.read_text("utf-8")) for file in sorted(files)]


def score(pairs: Iterable[tuple[Json, Json]], say: Say | None = None) -> dict[str, Tally]:
    """(gold, found) pairs -> language -> tally; "all" holds every article."""
    per: dict[str, Tally] = defaultdict(Tally)
    for gold, found in pairs:
        Scored(gold, found, per[gold["lang"]]).score()
        Scored(gold, found, per["all"], say).score()
    return per


def figures(per: dict[str, Tally]) -> dict[str, dict[str, float | None]]:
    """Language -> metric -> value, "all" last."""
    langs = [*sorted(lang for lang in per if lang != "all"), "all"]
    return {lang: {name: per[lang].value(name) for name in (*METRICS, *HALVES)} for lang in langs}


def short_of(bars: Sequence[str], table: dict[str, dict[str, float | None]]) -> list[str]:
    """The bars not reached: "metric:least" or "lang/metric:least"; for noise and unsupported the most allowed."""
    short = []
    for bar in bars:
        metric, _, least = bar.rpartition(":")
        lang, _, name = metric.rpartition("/")
        value = table.get(lang or "all", {}).get(name)
        bad = value is None or (value > float(least) if name in COUNTS else value < float(least))
        if bad:
            short.append(f"{metric} {'-' if value is None else round(value, 3)} (bar {least})")
    return short


def lines(per: dict[str, Tally]) -> list[str]:
    """The table for people."""
    widths = {name: max(9, len(name) + 2) for name in METRICS}
    shown = [f"{'':6}" + "".join(f"{name:>{width}}" for name, width in widths.items())]
    for lang, row in figures(per).items():
        cells = (f"{_cell(row[name]):>{width}}" for name, width in widths.items())
        shown.append(f"{lang:6}" + "".join(cells))
    for name in F_SCORES:
        right, found, gold = per["all"].counts[name]
        halves = f"P {per['all'].value(name + '_p'):.2f}  R {per['all'].value(name + '_r'):.2f}"
        shown.append(f"{name}: {halves}  ({right} right, {found} found, {gold} in gold)")
    return shown


def _cell(value: float | None) -> str:
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.2f}"


def in_process(text: str) -> Json:
    from dateline.extract import extract

    return extract(text).to_json()


def by_command(command: str, timeout: float = 60) -> Extract:
    """An extractor that runs a command; ``{file}`` in it stands for a file with the text."""

    def run(text: str) -> Json:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "article.txt"
            path.write_bytes(text.encode("utf-8"))
            call = [word.replace("{file}", str(path)) for word in shlex.split(command)]
            done = subprocess.run(call, capture_output=True, timeout=timeout, check=True)
        found = json.loads(done.stdout.decode("utf-8"))
        return found[0] if isinstance(found, list) else found

    return run


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", help="annotated articles, or folders of them")
    parser.add_argument("--command", help="run this instead of the extractor in this process")
    parser.add_argument("--lang", action="append", help="only articles in this language")
    parser.add_argument("--show", action="store_true", help="every miss and every extra")
    parser.add_argument("--bar", action="append", default=[], help="[lang/]metric:least (noise, unsupported: most)")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    chosen = [gold for gold in articles(*options.gold) if not options.lang or gold.get("lang") in options.lang]
    if not chosen:
        print("no articles", file=sys.stderr)
        return 2
    extract = by_command(options.command) if options.command else in_process
    per = score([(gold, extract(gold["text"])) for gold in chosen], print if options.show else None)
    print("\n".join(lines(per)))
    if options.json:
        options.json.write_text(json.dumps(figures(per), indent=1))
    short = short_of(options.bar, figures(per))
    if short:
        print("short of the bar: " + "; ".join(short))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
