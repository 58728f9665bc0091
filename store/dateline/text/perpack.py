"""Tables that are worked out once for each language pack and then kept with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from dateline.packs import Pack

T = TypeVar("T")


def once_per_pack(build: Callable[[Pack], T]) -> Callable[[Pack], T]:
    """``build`` remembered by the pack object itself: packs hold mappings and so cannot be hashed."""
    kept: dict[int, tuple[Pack, T]] = {}

    @wraps(build)
    def table(pack: Pack) -> T:
        found = kept.get(id(pack))
        if found is None or found[0] is not pack:
            found = kept[id(pack)] = (pack, build(pack))
        return found[1]

    return table
