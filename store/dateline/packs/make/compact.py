"""JSON with one record a line: quick to load, and a change of one record is one line of a diff."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent  # packs/
HERE = Path(__file__).resolve().parent


def source(name: str) -> dict[str, Any]:
    """The hand-written table ``make/<name>`` as TOML reads it."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def line(record: object) -> str:
    """One record as compact JSON, letters as they are."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def document(head: Mapping[str, object], key: str, records: Iterable[object]) -> str:
    """An object that holds ``head`` and, under ``key``, the records one a line; ends in a newline."""
    opening = "".join(f"{line(name)}:{line(value)},\n" for name, value in head.items())
    return "{" + opening + f'"{key}":[\n' + ",\n".join(line(record) for record in records) + "\n]}\n"


def pairs(key: str, found: Mapping[str, str]) -> str:
    """An object that holds under ``key`` another one, one entry a line in the order of its keys."""
    entries = ",\n".join(f"{line(name)}:{line(found[name])}" for name in sorted(found))
    return f'{{"{key}":{{\n{entries}\n}}}}\n'


def distinct(spellings: Iterable[str]) -> list[str]:
    """The spellings without repetitions, first place kept."""
    return list(dict.fromkeys(spelling for spelling in spellings if spelling))


def packed(record: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """The record with the spellings under ``keys`` joined by ``|`` and languages without any left out."""
    joined = {key: {lang: "|".join(found) for lang, found in record[key].items() if found} for key in keys}
    return {**record, **joined}
