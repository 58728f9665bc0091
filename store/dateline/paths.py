"""Where things are: the store, the shipped sample documents."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dateline.errors import InputError

STORE_VARIABLE = "DATELINE_STORE"


def store_path(chosen: str | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The store: ``--store`` if given, else DATELINE_STORE, else ``dateline/store.db`` in the XDG data folder."""
    named = chosen or environment.get(STORE_VARIABLE)
    if named:
        return Path(named).expanduser()
    return _data_folder(environment) / "dateline" / "store.db"


def _data_folder(environment: Mapping[str, str]) -> Path:
    folder = Path(environment.get("XDG_DATA_HOME", ""))
    if folder.is_absolute():  # the XDG specification: a relative one is to be ignored
        return folder
    try:
        return Path.home() / ".local" / "share"
    except RuntimeError as error:
        raise InputError("This account has no home folder: name a store with --store PATH.") from error


def seed_documents(package: Path = Path(__file__).parent) -> list[Path]:
    """The five sample articles, in order; in the wheel they lie beside the code, in a source tree two folders above."""
    for folder in (package / "seeds", package.parent.parent / "seeds"):
        found = sorted(folder.glob("*.txt"))
        if found:
            return found
    raise InputError(f"The sample articles are missing beside {package}: install dateline again.")
