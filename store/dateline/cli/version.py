"""What ``dateline --version`` prints: the version, how old the shipped knowledge is, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from dateline import __version__


def lines() -> Iterator[str]:
    """Version, age of the registry, then the tables of ``packs/SOURCES.md`` as they stand there."""
    from dateline.packs.knowledge import as_of

    yield f"dateline {__version__}"
    yield f"registry of offices and people as of {as_of()}"
    sources = files("dateline.packs").joinpath("SOURCES.md").read_text("utf-8")
    yield from (line for line in sources.splitlines() if line.startswith("|"))
