"""Files of lines that may be gzipped."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import IO, cast


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The file (``-``: standard input, which stays open), unpacked where it is gzipped."""
    with ExitStack() as files:
        file = sys.stdin.buffer if path == "-" else files.enter_context(open(path, "rb"))
        packed = cast(io.BufferedReader, file).peek(2)[:2] == b"\x1f\x8b"
        yield cast(IO[bytes], files.enter_context(gzip.open(file))) if packed else file
