"""``dateline add``: articles into the store, one after another; a bad file never keeps a good one out."""

from __future__ import annotations

import sqlite3
from argparse import Namespace
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dateline.cli.talk import counted, progress, tell
from dateline.db.trouble import RefusedError, sentences
from dateline.db.write import add_article, open_for_writing
from dateline.errors import Exit, InputError
from dateline.extract import extract
from dateline.paths import store_path
from dateline.readers.sources import STDIN, files, read


@dataclass
class Count:
    """What became of the files of one call."""

    added: int = 0
    known: int = 0
    refused: int = 0


def run(options: Namespace) -> int:
    """Adds every file named; the store is made when the first readable one is there."""
    known_language(options.lang)
    path = store_path(options.store)
    count = Count()
    store: sqlite3.Connection | None = None
    try:
        for file in progress(list(files(options.paths)), "articles"):
            try:
                if isinstance(file, InputError):
                    raise file
                document = read(file)
            except InputError as error:
                tell(str(error))
                count.refused += 1
                continue
            store = store or open_for_writing(path)
            _add(store, path, document.name, document.text, options, count)
    finally:
        if store is not None:
            store.close()
        _report(count)
    return Exit.USAGE if count.refused else Exit.DONE


def _add(store: sqlite3.Connection, path: str, name: str, text: str, options: Namespace, count: Count) -> None:
    extraction = extract(text, options.date, lang=options.lang, url=options.url)
    try:
        with sentences(path):
            new = add_article(store, extraction, source=None if name == STDIN else name)
    except RefusedError as error:  # a fault of the extractor; the other articles are none the worse for it
        tell(f"{name}: {error}")
        count.refused += 1
        return
    for warning in extraction.warnings if new else ():
        tell(f"{name}: {warning}")
    count.added += new
    count.known += not new


def _report(count: Count) -> None:
    if count == Count():  # nothing was reached; the reason is told elsewhere
        return
    parts = [f"{counted(count.added, 'article')} added"]
    if count.known:
        parts.append(f"{count.known} already there")
    if count.refused:
        parts.append(f"{count.refused} refused")
    tell(", ".join(parts) + ".")


def known_language(code: str | None) -> None:
    """Raises InputError for a language that no pack knows."""
    if code is None:
        return
    from dateline.packs import codes

    if code not in codes():
        raise InputError(f"There is no language pack {code!r}: --lang takes one of {', '.join(sorted(codes()))}.")


def load_samples(path: Path | str) -> None:
    """Makes a store that holds the five sample articles: all of them or, when something goes wrong, none."""
    from dateline.db.write import transaction
    from dateline.paths import seed_documents

    extractions = [(file.name, extract(read(str(file)).text)) for file in seed_documents()]
    with closing(open_for_writing(path)) as store, sentences(path), transaction(store):
        for name, extraction in extractions:
            add_article(store, extraction, sample=True, source=name)
