"""Adding articles from the dashboard: a path or pasted text becomes facts in the store, off the screen's thread."""

from __future__ import annotations

import datetime
import re
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from dateline.db.opening import connect, unheeded
from dateline.db.trouble import explain
from dateline.errors import DatelineError, InputError
from dateline.readers.sources import checked_address
from dateline_tui.lasting import lasting
from dateline_tui.messages import Added, Failed

if TYPE_CHECKING:
    from dateline.db.opening import Told

THREAD = "dateline-adding"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Request:
    """What the user gave: a path, or text that was pasted; a date and an address where known."""

    path: str = ""
    pasted: str = ""
    date: str = ""
    url: str = ""


def checked_date(text: str) -> str | None:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` that is in the calendar, None for nothing. Raises InputError."""
    text = text.strip()
    if not text:
        return None
    try:
        if _DATE.fullmatch(text):
            datetime.date.fromisoformat(text + "2000-01-01"[len(text) :])
            return text
    except ValueError:
        pass
    raise InputError("The date is not in the calendar: write it as 2022-01-31, 2022-01 or 2022, or leave it empty.")


def start(store: Path, request: Request, post: Callable[[Message], object]) -> None:
    """Adds in a thread of its own, and posts what came of it.

    Whoever leaves meanwhile does not wait for it: each article is stored whole or not at all.
    """

    def adding() -> None:
        message = add(store, request, lasting(post))
        with suppress(RuntimeError):  # the dashboard was left: nobody is there to be told
            post(message)

    threading.Thread(target=adding, name=THREAD, daemon=True).start()


def add(store: Path, request: Request, told: Told = unheeded) -> Message:
    """Reads, extracts and stores; the message says in one sentence what came of it."""
    try:
        return _added(store, request, told)
    except DatelineError as error:
        return Failed("add", str(error))
    except sqlite3.Error as error:
        return Failed("add", str(explain(error, store)))
    except Exception as error:  # noqa: BLE001 - a fault of ours must not take the dashboard with it
        return Failed("add", f"Nothing was added ({type(error).__name__}: {error}). This is a fault: please report it.")


def _added(store: Path, request: Request, told: Told) -> Added:
    from dateline.db.write import add_article, user_name
    from dateline.deciding import added
    from dateline.extract import extract
    from dateline.readers.plain import checked
    from dateline.readers.sources import files, read

    date, url = checked_date(request.date), checked_address(request.url)
    trouble: list[str] = []
    texts: list[tuple[str, str | None]] = []
    if request.pasted:
        texts.append((checked(request.pasted, "The pasted text"), None))
    else:
        for file in files([str(Path(request.path.strip()).expanduser())]):
            try:
                if isinstance(file, InputError):
                    raise file
                texts.append((read(file).text, file))
            except InputError as error:
                trouble.append(str(error))
    if not texts:
        raise InputError(trouble[0])
    new: list[str] = []
    known = facts = 0
    with closing(connect(store, readonly=False, told=told)) as connection:
        for text, source in texts:
            extraction = extract(text, date, url=url)
            if add_article(connection, extraction, source=source):
                new.append(extraction.article.hash)
                facts += len(extraction.events) + len(extraction.statements) + len(extraction.roles)
            else:
                known += 1
        if new:
            added(connection, user_name(), new)
    return Added(_sentence(len(new), known, facts, trouble), len(new))


def _sentence(new: int, known: int, facts: int, trouble: list[str]) -> str:
    parts = []
    if new:
        parts.append(f"Added {_count(new, 'article')} with {_count(facts, 'fact')}.")
    if known:
        parts.append(f"{_count(known, 'article')} {'was' if known == 1 else 'were'} in the store already.")
    if trouble:
        parts.append(f"Left out: {trouble[0]}" + (f" And {len(trouble) - 1} more." if len(trouble) > 1 else ""))
    return " ".join(parts)


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
