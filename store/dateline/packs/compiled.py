"""Packs made ready: their tables as they were worked out in an earlier run, in the user's cache folder.

Reading a pack and working out its tables takes ten times as long as reading an article with them. So the first run
leaves them in ``dateline`` under XDG_CACHE_HOME, one file for each language and one that serves all, and later runs
take them from there. Nothing depends on it: a file that is missing, damaged, somebody else's or of other data or code
than these is passed over. DATELINE_NO_CACHE=1 neither reads nor writes it.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import time
import zlib
from functools import cache
from typing import Any

from dateline.digest import digest
from dateline.packs import Pack, load, tables
from dateline.paths import cache_folder

OFF = "DATELINE_NO_CACHE"
_CODE = os.path.dirname(os.path.dirname(__file__))
_LOADED = time.time()  # the code in memory is that of the files as they were then
_SETTLED = 2.0  # seconds; a file changed so shortly before may be younger than the code
_COMMON = "common"
_packs: dict[str, Pack] = {}
_state: dict[str, bool] = {}


def ready(code: str) -> Pack:
    """The pack of a language with its tables: those of an earlier run, else worked out and left for the next one."""
    if code not in _packs:
        _packs[code] = _restored(code) or _worked_out(code)
    return _packs[code]


def common() -> None:
    """Takes over what does not depend on the language, where an earlier run left it."""
    if not _state.setdefault(_COMMON, False):
        _state[_COMMON] = True
        tables.keep_common(_read(_COMMON) or {})


def _restored(code: str) -> Pack | None:
    found = _read(code)
    if found is None:
        return None
    pack: Pack = found[0]
    tables.keep(found[1], pack)
    return pack


def _worked_out(code: str) -> Pack:
    pack = load(code)
    if _stamp() is not None:
        _write(code, (pack, tables.tables_of(pack)))
        _write(_COMMON, tables.common_tables())
    return pack


def _stamp() -> bytes | None:
    """What the tables depend on, in a few digits: code and data files. None where nothing is to be kept.

    That is so when files have changed since this process read them: its tables would be kept as those of the others.
    """
    if os.environ.get(OFF) or cache_folder() is None:
        return None
    parts = [sys.version]
    newest = 0.0
    for folder in (_CODE, *(os.path.join(_CODE, name) for name in ("packs", "text", "extract"))):
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith((".py", ".toml", ".json")):
                    about = entry.stat()
                    parts.append(f"{entry.path} {about.st_size} {about.st_mtime_ns}")
                    newest = max(newest, about.st_mtime, about.st_ctime)
    if newest > _LOADED - _SETTLED:
        return None
    return digest("\n".join(parts).encode("utf-8", "surrogateescape"))[:32].encode()


@cache
def _stamp_at_first() -> bytes | None:
    """That of the code in memory, when something was first looked for."""
    return _stamp()


def _path(name: str) -> str:
    """One file for each language and installation."""
    place = digest(os.fsencode(_CODE))[:8]
    return os.path.join(cache_folder() or "", f"{name}-{place}.tables")


def _read(name: str) -> Any:
    """What was kept under a name by a run of the same code on the same data; else None."""
    stamp = _stamp_at_first()
    if stamp is None:
        return None
    try:
        with open(_path(name), "rb", buffering=0) as file:
            if not _trusted(os.fstat(file.fileno())):
                return None
            head, body = file.read(len(_head(name, stamp, b""))), file.readall()
    except OSError:
        return None
    if body is None or head != _head(name, stamp, body):
        return None
    collecting = gc.isenabled()
    gc.disable()  # it would go through all the new objects again and again
    try:
        return pickle.loads(body)
    except (pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError):
        return None
    finally:
        if collecting:
            gc.enable()


def _head(name: str, stamp: bytes, body: bytes) -> bytes:
    """The first line of a file: what it must be, so that it is not another one."""
    return b"dateline %s %s %08x\n" % (name.encode(), stamp, zlib.crc32(body))


def _trusted(about: os.stat_result) -> bool:
    """Ours, and writable by nobody else: what is unpickled here runs as we do."""
    user = getattr(os, "geteuid", None)  # Windows has none, and folders of its own for each user
    return user is None or (about.st_uid == user() and not about.st_mode & 0o022)


def _write(name: str, value: Any) -> None:
    """Leaves tables for later runs, whole or not at all; where that cannot be done there is nothing to tell."""
    stamp = _stamp()
    if stamp is None:
        return
    body = pickle.dumps(value, protocol=5)
    path = _path(name)
    made = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        if not _trusted(os.stat(os.path.dirname(path))):
            return
        with open(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(_head(name, stamp, body) + body)
        os.replace(made, path)
    except OSError:
        return  # no room, no right to write: the next run works them out again
