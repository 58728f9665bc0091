"""SHA-256 without OpenSSL, which takes longer to load than all that is hashed here (``random`` does the same)."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def _found() -> Callable[[bytes], Any]:
    for name in ("_sha2", "_sha256", "hashlib"):  # Python 3.12 and later, 3.11, one built without either
        try:
            made: Callable[[bytes], Any] = import_module(name).sha256
        except ImportError:
            continue
        return made
    raise ImportError("this Python has no SHA-256")


_sha256 = _found()


def digest(data: bytes) -> str:
    """64 hexadecimal digits."""
    found: str = _sha256(data).hexdigest()
    return found
