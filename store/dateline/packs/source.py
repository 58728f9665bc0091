"""An entry of a pack as its file has it: what a reader is shown who asks why a fact is there."""

from __future__ import annotations

import re
from os import path
from typing import NamedTuple

from dateline.packs import FOLDER, Noun, Office, Pack, Say, Verb

_TABLE = re.compile(r"\[+[\w.]+\]+\s*(#.*)?")


class Source(NamedTuple):
    """``[[verb]] number 12 of packs/tr.toml`` and its lines."""

    file: str
    table: str
    number: int  # from 1
    text: str


def entry_source(pack: Pack, entry: object) -> Source | None:
    """Where the pack gives an entry, None for one that is no table of its own (a carrier, an office made of two)."""
    kinds: tuple[tuple[str, type, tuple[object, ...]], ...] = (
        ("verb", Verb, pack.verb),
        ("noun", Noun, pack.noun),
        ("say", Say, pack.say),
        ("office", Office, pack.office),
    )
    for table, kind, entries in kinds:
        if isinstance(entry, kind) and entry in entries:
            at = entries.index(entry)
            return Source(f"packs/{pack.language.code}.toml", table, at + 1, _tables(pack, table)[at])
    return None


def _tables(pack: Pack, name: str) -> list[str]:
    """The tables of one name, each without the comments that stand before the next one."""
    with open(path.join(FOLDER, f"{pack.language.code}.toml"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    tables: list[list[str]] = []
    for line in lines:
        if _TABLE.fullmatch(line.strip()):
            tables.append([line])
        elif tables:
            tables[-1].append(line)
    return ["\n".join(_trimmed(lines)) for lines in tables if lines[0].strip().startswith(f"[[{name}]]")]


def _trimmed(lines: list[str]) -> list[str]:
    while not lines[-1].strip() or lines[-1].lstrip().startswith("#"):
        lines = lines[:-1]
    return lines
