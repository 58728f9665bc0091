"""Pads a registry with names put together out of its own, so that search can be measured at a million names.

    python tests/benchmarks/pad_registry.py REGISTRY.jsonl NAMES OUT.jsonl [--new-words SHARE] [--without FILE]

REGISTRY is a FollowTheMoney file; OUT gets its lines, then made-up persons until it has NAMES names. Such a person has
the first words of one and the last word of another person of the registry, in every script in which both have a name
of two words or more. No name comes out twice, none is a line of FILE (the queries of a benchmark, say). Recombined
names have the words of the registry only; with ``--new-words`` that share of them ends in a word of two words' halves,
as a larger registry has more different words. The same numbers give the same file.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.text.script import script_of

Person = dict[str, list[str]]  # a name of two words or more for each script


def spellings(line: str) -> list[str]:
    properties = json.loads(line)["properties"]
    return [*properties.get("name", []), *properties.get("alias", [])]


def person(names: list[str]) -> Person:
    found: Person = {}
    for name in names:
        words = name.split()
        if len(words) > 1:
            found.setdefault(script_of(name), words)
    return found


def made(people: list[Person], share: float, chance: random.Random) -> Iterator[list[str]]:
    """The names of one made-up person after the other, without end."""
    while True:
        one, other, third = chance.choice(people), chance.choice(people), chance.choice(people)
        new = chance.random() < share
        names = []
        for script in sorted(one.keys() & other.keys()):
            last = other[script][-1]
            if new and script in third:
                end = third[script][-1]
                last = last[: (len(last) + 1) // 2] + end[len(end) // 2 :]
            names.append(" ".join([*one[script][:-1], last]))
        if names:
            yield names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("registry")
    parser.add_argument("names", type=int)
    parser.add_argument("out")
    parser.add_argument("--new-words", type=float, default=0.0)
    parser.add_argument("--without", help="a file of names that may not come out, one a line")
    options = parser.parse_args()
    lines = Path(options.registry).read_text("utf-8").splitlines()
    there = [spellings(line) for line in lines]
    count = sum(map(len, there))
    used = {name for names in there for name in names}
    if options.without:
        used.update(Path(options.without).read_text("utf-8").splitlines())
    people = [found for found in map(person, there) if found]
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)
        for number, given in enumerate(made(people, options.new_words, random.Random(1))):
            if count >= options.names:
                break
            names = [name for name in given if name not in used]
            if names:
                used.update(names)
                count += len(names)
                properties = {"name": names[:1], "alias": names[1:]}
                entity = {"id": f"made-{number}", "schema": "Person", "properties": properties}
                out.write(json.dumps(entity, ensure_ascii=False) + "\n")
    print(f"{count} names in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
