"""Talking to the user: sentences and progress on stderr, data on stdout, UTF-8 on both whatever the locale."""

from __future__ import annotations

import io
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from dateline.text.safe import harmless

T = TypeVar("T")
_CLEAR = "\r\x1b[K"


def utf8_streams() -> None:
    """UTF-8 on every stream; a lone surrogate, as in an odd file name, is written as an escape.

    A stream that the shell has closed (``>&-``) takes everything and keeps nothing, so that talk never becomes data.
    """
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if name == "stdin" else "backslashreplace")


def tell(sentence: str) -> None:
    """One sentence, one line on stderr; foreign text in it cannot touch the terminal nor begin a line of its own."""
    clear = _CLEAR if sys.stderr.isatty() else ""
    print(clear + harmless(sentence).replace("\n", " "), file=sys.stderr)


def say(lines: Iterable[str]) -> int:
    """Data on stdout, a line each; returns how many there were."""
    count = 0
    for line in lines:
        print(line)
        count += 1
    return count


def counted(number: int, one: str, more: str | None = None) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def bar(what: str, total: int) -> Callable[[int], None]:
    """Draws how many of ``total`` are done, on stderr where that is a terminal and there are several; -1 wipes it."""
    if not sys.stderr.isatty() or total < 2:
        return lambda done: None

    def draw(done: int) -> None:
        filled = 20 * done // total
        drawn = f"[{'#' * filled}{'.' * (20 - filled)}] {done}/{total} {what}" if done >= 0 else ""
        print(_CLEAR + drawn, end="", file=sys.stderr, flush=True)

    return draw


def meter(what: str) -> Callable[[int, float | None], None]:
    """Draws how many are done, how fast, and the share of all of it (None: unknown), where stderr is a terminal.

    -1 wipes it.
    """
    if not sys.stderr.isatty():
        return lambda done, share: None
    began = time.monotonic()

    def draw(done: int, share: float | None) -> None:
        rate = round(done / max(0.001, time.monotonic() - began))
        filled = "" if share is None else f"[{'#' * int(20 * share):.<20}] {share:.0%} "
        drawn = f"{filled}{done:,} {what}, {rate:,} a second" if done >= 0 else ""
        print(_CLEAR + drawn, end="", file=sys.stderr, flush=True)

    return draw


def lasting(patience: float) -> Callable[[str, int, int], None]:
    """Tells what is done to a store before it can be used, once that has lasted so many seconds: in a sentence, and
    where stderr is a terminal with how much of it is done, which is wiped when all is."""
    began = time.monotonic()
    said = False

    def told(what: str, done: int, total: int) -> None:
        nonlocal said
        if not said and (done >= total or time.monotonic() < began + patience):
            return
        if not said:
            tell("Bringing the store to this version of dateline, once; if you stop it, the next command goes on.")
            said = True
        bar(what, total)(done if done < total else -1)

    return told


def progress(items: Iterable[T], what: str, total: int) -> Iterator[T]:
    """The items one by one, with a bar on stderr where that is a terminal and there are several (``total``) to do."""
    draw = bar(what, total)
    draw(0)
    for done, item in enumerate(items, 1):
        yield item
        draw(min(done, total))
    draw(-1)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in aligned columns, two spaces apart; the last column is as wide as it is."""
    if not rows:
        return
    widths = [max(_cells(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cell + " " * (width - _cells(cell)) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def _cells(text: str) -> int:
    """The columns that a text takes on a terminal: two for a letter of Chinese or Korean, none for a mark."""
    if text.isascii():
        return len(text)
    marks = sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(char) in "WF" for char in text)
