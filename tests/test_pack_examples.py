"""Every verb and noun of a pack has an example sentence and says how it is read: the share read so, by language.

And every one needs its example: one that the others already read rightly says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from dateline.extract import extract, phrasebook
from dateline.model import MUTUAL_TYPES, Event
from dateline.packs import Noun, Pack, Verb, codes, compiled

PUBLISHED = "2024-05-15"  # any date on which nobody handed an office over
NOBODY = ("", "-", "nobody")
#: percent of the examples read rightly; a little under what was measured last
FLOORS = {"en": 97, "fa": 97, "it": 97, "tr": 97}
#: percent of the entries whose example the others read as well, counted up; a new language starts without any
REDUNDANT = {"en": 5.5, "fa": 10.5, "it": 5.5, "tr": 0}

Reading = tuple[str, str | None, frozenset[str], frozenset[str], str]
_STATUS = re.compile(r" \((\w+)\)$")


def parties(names: str) -> frozenset[str]:
    return frozenset() if names.strip() in NOBODY else frozenset(name.strip() for name in names.split(","))


def reading(type: str, mode: str | None, source: frozenset[str], target: frozenset[str], status: str) -> Reading:
    """Where both sides do the same it does not matter who stands first."""
    if type in MUTUAL_TYPES:
        return type, mode, source | target, frozenset(), status
    return type, mode, source, target, status


def expected(reads: str) -> Iterator[Reading]:
    """``"CONSULT phone: A > B, C (planned) ; REJECT: B > -"`` -> the events it stands for."""
    for part in filter(None, (part.strip() for part in reads.split(" ; "))):
        status = _STATUS.search(part)
        act, _, sides = part[: status.start() if status else None].partition(": ")
        type, _, mode = act.partition(" ")
        source, _, target = sides.partition(" > ")
        yield reading(type, mode or None, parties(source), parties(target), status[1] if status else "occurred")


def found(sentence: str, lang: str) -> Iterator[Reading]:
    extraction = extract(sentence, PUBLISHED, lang=lang)
    names = {actor.id: actor.name for actor in extraction.actors}

    def named(event: Event) -> Reading:
        sides = (frozenset(names[actor] for actor in side) for side in (event.source, event.target))
        return reading(event.type, event.mode, *sides, event.status)

    return map(named, extraction.events)


def read_rightly(entry: Verb | Noun, lang: str) -> bool:
    return Counter(expected(entry.reads)) == Counter(found(entry.example, lang))


@contextmanager
def without(entry: Verb | Noun, pack: Pack) -> Iterator[None]:
    """The phrasebook does not find the entry; nothing is built anew."""
    book = phrasebook(pack)
    tables: tuple[dict[str, list[Any]], ...] = (book._phrases, book._nouns)
    kept = [
        (table, key, rows) for table in tables for key, rows in table.items() if any(row[1] is entry for row in rows)
    ]
    assert kept, entry
    for table, key, rows in kept:
        table[key] = [row for row in rows if row[1] is not entry]
    try:
        yield
    finally:
        for table, key, rows in kept:
            table[key] = rows


def entries(pack: Pack) -> tuple[Verb | Noun, ...]:
    return (*pack.verb, *pack.noun)


@pytest.mark.parametrize("lang", codes())
def test_examples_are_read_as_their_entries_say(lang: str) -> None:
    pack = compiled.ready(lang)
    wrong = [f"{entry.example} | {entry.reads}" for entry in entries(pack) if not read_rightly(entry, lang)]
    total = len(entries(pack))
    share = 100 * (total - len(wrong)) / total
    assert share >= FLOORS.get(lang, 100), "\n".join(
        [f"{share:.1f} % of {total} examples are read as written, not:", *wrong]
    )


@pytest.mark.parametrize("lang", codes())
def test_examples_need_their_entries(lang: str) -> None:
    pack = compiled.ready(lang)
    idle = []
    for entry in filter(lambda entry: read_rightly(entry, lang), entries(pack)):
        with without(entry, pack):
            if read_rightly(entry, lang):
                idle.append(f"{entry.noun if isinstance(entry, Noun) else entry.verb} | {entry.example}")
    share = 100 * len(idle) / len(entries(pack))
    assert share <= REDUNDANT.get(lang, 0), "\n".join([f"{share:.1f} % of the entries are not needed:", *idle])


def test_an_entry_that_is_switched_off_reads_nothing_and_comes_back() -> None:
    pack = compiled.ready("tr")
    entry = next(entry for entry in pack.verb if entry.verb == "görüşmek" and read_rightly(entry, "tr"))
    with without(entry, pack):
        assert not read_rightly(entry, "tr")
    assert read_rightly(entry, "tr")
