"""How often each kind of event is right on all annotated articles: what ``extract.types.SURE`` rests on.

    python tests/benchmarks/sure_kinds.py

A kind is a type and the sides that its sentence names. Printed: right, found, share; only events of verbs whose parties
the sentence itself names, outside quotations and conditions. Kinds below .83, or counted only once, are not sure.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from score_facts import articles, in_process  # noqa: E402
from scoring import Json, Scored, Tally  # noqa: E402


def kind_of(event: Json) -> tuple[str, str] | None:
    """Type and named sides; None for an event that is never sure."""
    if event["inferred"] or event["status"] == "conditional" or not event["rule"].startswith("verb"):
        return None
    sides = "both" if event["source"] and event["target"] else "source" if event["source"] else "target"
    return event["type"], sides


def main() -> None:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for gold in articles(TESTS / "gold_seeds", TESTS / "gold_written", TESTS / "gold"):
        found = in_process(gold["text"])
        for kind in {kind_of(event) for event in found["events"]} - {None}:
            tally = Tally()
            alone = [event for event in found["events"] if kind_of(event) == kind]
            Scored(gold, found | {"events": alone}, tally).score()
            right, all_found, _ = tally.counts["events"]
            assert kind is not None
            counts[kind][0] += right
            counts[kind][1] += all_found
    for kind, (right, all_found) in sorted(counts.items()):
        print(f"{kind[0]:10} {kind[1]:7} {right:4} of {all_found:4}  {right / max(all_found, 1):.2f}")


if __name__ == "__main__":
    main()
