"""Files of lines that may be gzipped."""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import IO, cast


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The file (``-``: standard input, which stays open), unpacked where it is gzipped."""
    with measured(path) as (file, _):
        yield file


@contextmanager
def measured(path: str) -> Iterator[tuple[IO[bytes], Callable[[], float | None]]]:
    """The same, and how much of it has been read, 0 to 1; None where nobody knows how much there is, as in a pipe."""
    with ExitStack() as files:
        file = sys.stdin.buffer if path == "-" else files.enter_context(open(path, "rb"))
        size = _size(file)
        packed = cast(io.BufferedReader, file).peek(2)[:2] == b"\x1f\x8b"
        unpacked = cast(IO[bytes], files.enter_context(gzip.open(file))) if packed else file
        yield unpacked, lambda: min(1.0, file.tell() / size) if size else None


def _size(file: IO[bytes]) -> int:
    """Bytes of a file on a disk; 0 of anything else."""
    try:
        found = os.fstat(file.fileno())
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0
