"""Many articles: extracted in processes, handed out one by one in the order in which they were given.

Texts go to the processes a few at a time and never far ahead of what comes back, so that a million articles need no
more memory than a hundred. Results are small frozen values and travel pickled.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple, TypeVar

from dateline.errors import DatelineError, Exit
from dateline.extract import extract
from dateline.model import Extraction

T = TypeVar("T")
CHUNK = 8  # articles on their way to a process at a time
AHEAD = 3  # such chunks for each process


class Asked(NamedTuple):
    """A text and what is known about it: what ``extract`` takes."""

    text: str
    published: str | None = None
    lang: str | None = None
    url: str | None = None


class ProcessLostError(DatelineError):
    """A process ended before its articles were read."""

    code = Exit.BUSY


def cores() -> int:
    """How many processes can work at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def extract_many(articles: Iterable[tuple[T, Asked]], jobs: int = 1) -> Iterator[tuple[T, Extraction]]:
    """What every article says, beside whatever the caller calls it by; in this process where ``jobs`` is 1.

    Raises ProcessLostError where the system ends a process.
    """
    if jobs <= 1:
        for name, asked in articles:
            yield name, _one(asked)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    waiting: deque[tuple[list[T], Future[list[Extraction]]]] = deque()

    def done() -> Iterator[tuple[T, Extraction]]:
        names, result = waiting.popleft()
        yield from zip(names, result.result(), strict=True)

    # new processes start empty on every system: they share no connection, no thread and no lock with this one
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_settle) as pool:
        try:
            rest = iter(articles)
            while chunk := list(islice(rest, CHUNK)):
                with _unheard():
                    result = pool.submit(_some, [asked for _, asked in chunk])
                waiting.append(([name for name, _ in chunk], result))
                if len(waiting) > AHEAD * jobs:
                    yield from done()
            while waiting:
                yield from done()
        except BrokenProcessPool as error:
            raise ProcessLostError(
                "A process that read articles was ended by the system, perhaps for want of memory: try --jobs 1."
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _unheard() -> Iterator[None]:
    """Processes that are started inside never hear Ctrl-C, not even before they are settled: it is for this one."""
    import signal
    from multiprocessing import resource_tracker

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # starting it would let signals in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _one(asked: Asked) -> Extraction:
    return extract(asked.text, asked.published, lang=asked.lang, url=asked.url)


def _some(articles: list[Asked]) -> list[Extraction]:
    return [_one(asked) for asked in articles]


def _settle() -> None:
    """In a new process: Ctrl-C is for the one that started it, and it ends with that one."""
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 20, 20)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
