"""Where things are: the store, the shipped sample documents, the config file, what is kept between two runs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateline.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path  # slow to import, and a search needs none

STORE_VARIABLE = "DATELINE_STORE"


def store_path(chosen: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """The store: ``--store`` if given, else DATELINE_STORE, else ``dateline/store.db`` in the XDG data folder."""
    named = chosen or environment.get(STORE_VARIABLE)
    if named:
        return os.path.expanduser(named)
    folder = _xdg_folder("XDG_DATA_HOME", "~/.local/share", environment)
    if folder is None:
        raise InputError("This account has no home folder: name a store with --store PATH.")
    return os.path.join(folder, "dateline", "store.db")


def cache_folder(environment: Mapping[str, str] = os.environ) -> str | None:
    """``dateline`` in the XDG cache folder: what is there can be made again. None for an account without a home."""
    folder = _xdg_folder("XDG_CACHE_HOME", "~/.cache", environment)
    return None if folder is None else os.path.join(folder, "dateline")


def config_file(environment: Mapping[str, str] = os.environ) -> str | None:
    """``dateline/config.toml`` in the XDG config folder, whether it is there or not. None for an account without a
    home."""
    folder = _xdg_folder("XDG_CONFIG_HOME", "~/.config", environment)
    return None if folder is None else os.path.join(folder, "dateline", "config.toml")


def state_folder(environment: Mapping[str, str] = os.environ) -> str | None:
    """``dateline`` in the XDG state folder: where one was. None for an account without a home."""
    folder = _xdg_folder("XDG_STATE_HOME", "~/.local/state", environment)
    return None if folder is None else os.path.join(folder, "dateline")


def _xdg_folder(variable: str, usual: str, environment: Mapping[str, str]) -> str | None:
    folder = environment.get(variable, "")
    if not os.path.isabs(folder):  # the XDG specification: a relative one is to be ignored
        folder = os.path.expanduser(usual)
    return folder if os.path.isabs(folder) else None


def seed_documents(package: Path | None = None) -> list[Path]:
    """The five sample articles, in order: beside the code in a wheel, two folders above it in a source tree."""
    from pathlib import Path

    package = package or Path(__file__).parent
    for folder in (package / "seeds", package.parent.parent / "seeds"):
        found = sorted(folder.glob("*.txt"))
        if found:
            return found
    raise InputError(f"The sample articles are missing beside {package}: install dateline again.")
