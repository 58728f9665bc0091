"""How often events are right, by what speaks against marking them sure: what ``extract.sureness`` rests on.

    python tests/benchmarks/sure_kinds.py [FOLDER of annotated articles ...]

First by doubt (``doubt_of``; "sure" is without any), then the sure ones by type and by the sides that are named.
Printed: right, found, share; last the share of all annotated events that the sure ones are. Without folders it reads
those under tests/.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.extract import traces
from dateline.extract.trace import Trace

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from score_facts import articles, in_process  # noqa: E402
from scoring import Json, Scored, Tally  # noqa: E402


def kinds_of(event: Json, told: Mapping[str, Trace]) -> Iterator[str]:
    """What an event is counted under."""
    if not event["sure"]:
        trace = told.get(event["id"])
        doubt = (trace.doubt if trace else None) or "taken over from another telling"
        yield f"doubt: {doubt.partition(':')[0]}"
        return
    sides = "both" if event["source"] and event["target"] else "source" if event["source"] else "target"
    yield from ("sure", f"sure, {sides} named", f"sure, {event['type']} {sides}")


def main(folders: list[Path]) -> None:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    wanted = 0
    for gold in articles(*(folders or (TESTS / "gold_seeds", TESTS / "gold_written", TESTS / "gold"))):
        found, told = in_process(gold["text"]), traces(gold["text"])
        wanted += len(gold["events"])
        named = {kind for event in found["events"] for kind in kinds_of(event, told)}
        for kind in named:
            tally = Tally()
            alone = [event for event in found["events"] if kind in kinds_of(event, told)]
            Scored(gold, found | {"events": alone}, tally).score()
            right, all_found, _ = tally.counts["events"]
            counts[kind][0] += right
            counts[kind][1] += all_found
    for kind, (right, all_found) in sorted(counts.items()):
        print(f"{kind:100.100} {right:4} of {all_found:4}  {right / max(all_found, 1):.2f}")
    print(f"sure and right: {counts['sure'][0] / max(wanted, 1):.2f} of {wanted} annotated events")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
