"""Tables that are worked out once from shipped data and then kept: one for each pack, or one for all of them.

Every function marked here always returns the same for the same data. It is known by its name, so that ``compiled`` can
keep what it returned from one run to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dateline.packs import Pack

T = TypeVar("T")
Tables = dict[str, Any]  # what each function returned, by its name

_common: dict[str, Callable[[], Any]] = {}
_of_each: dict[str, Callable[[Pack], Any]] = {}
_kept: Tables = {}
_waiting: dict[str, bytes] = {}  # those of an earlier run that nobody has asked for yet, pickled
#: by the pack object's id: packs hold mappings and so cannot be hashed
_kept_for: dict[int, tuple[Pack, Tables]] = {}


def once(build: Callable[[], T]) -> Callable[[], T]:
    """``build`` remembered."""
    name = _name(build)

    @wraps(build)
    def table() -> T:
        if name not in _kept:
            _kept[name] = _unpickled(_waiting.pop(name)) if name in _waiting else build()
        found: T = _kept[name]
        return found

    _common[name] = table
    return table


def _unpickled(table: bytes) -> Any:
    import pickle  # only where an earlier run left something

    return pickle.loads(table)


def once_per_pack(build: Callable[[Pack], T]) -> Callable[[Pack], T]:
    """``build`` remembered for each pack."""
    name = _name(build)

    @wraps(build)
    def table(pack: Pack) -> T:
        kept = _tables(pack)
        if name not in kept:
            kept[name] = build(pack)
        found: T = kept[name]
        return found

    _of_each[name] = table
    return table


def _name(build: Callable[..., Any]) -> str:
    return f"{build.__module__}.{build.__qualname__}"


def _tables(pack: Pack) -> Tables:
    found = _kept_for.get(id(pack))
    if found is None or found[0] is not pack:
        found = _kept_for[id(pack)] = (pack, {})
    return found[1]


def common_tables() -> dict[str, bytes]:
    """Every table that serves all packs, worked out where that was not done before; each pickled by itself."""
    import pickle

    return {name: pickle.dumps(table(), protocol=5) for name, table in _common.items()}


def tables_of(pack: Pack) -> Tables:
    """Every table of a pack, worked out where that was not done before."""
    return {name: table(pack) for name, table in _of_each.items()}


def keep(tables: Tables, pack: Pack) -> None:
    """Takes the tables of a pack over that an earlier run worked out."""
    _tables(pack).update(tables)


def keep_common(tables: Mapping[str, bytes]) -> None:
    """The same of the tables that serve all packs. A command needs few of them: each is unpickled when asked for."""
    _waiting.update(tables)
