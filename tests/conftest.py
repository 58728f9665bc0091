"""What tests share: one extraction per text and session, and no way to the user's own store, cache and settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from dateline.model import Extraction


@pytest.fixture(scope="session", autouse=True)
def nothing_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A command that names no store, and every program a test starts, gets empty folders instead."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATELINE_STORE", raising=False)
        for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(variable, str(tmp_path_factory.mktemp(variable)))
        yield


@pytest.fixture(scope="session")
def extracted() -> Callable[[str], Extraction]:
    """``extract`` that reads a text once, however many tests look at what it says."""
    from dateline.extract import extract

    return cache(extract)
