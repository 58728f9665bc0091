"""Misspelt names are found by sound and likeness, never because somebody wrote them into a table."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: the misspellings that the search and the extractor are tried with, cut in two so that this file holds none of them
MISSPELT = [
    first + rest
    for first, rest in (
        ("bl", "ingen"), ("bl", "inkn"), ("bl", "iken"), ("bl", "inkin"), ("bl", "inkon"), ("zhe", "lensk"),
        ("zel", "enks"), ("lav", "row"), ("lav", "rof"), ("பி", "டன்"), ("بلین", "گن"),
    )
]  # fmt: skip


def shipped() -> list[Path]:
    return [
        file
        for folder in ("store", "tui")
        for file in sorted((ROOT / folder).rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc"
    ]


@pytest.mark.parametrize("word", MISSPELT)
def test_no_misspelling_stands_in_code_packs_or_registry(word: str) -> None:
    assert [str(file) for file in shipped() if word in file.read_text("utf-8").casefold()] == []
