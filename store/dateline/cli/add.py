"""``dateline add``: articles into the store. Many processes extract, one writes; no bad file keeps a good one out."""

from __future__ import annotations

import sqlite3
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from dateline.cli.given import asked, documents, known_language, processes
from dateline.cli.opened import open_for_writing
from dateline.cli.talk import counted, progress, tell
from dateline.db.read import article
from dateline.db.trouble import RefusedError, sentences
from dateline.db.write import add_article
from dateline.errors import Exit, InputError
from dateline.extract.many import Asked, extract_many
from dateline.extract.version import VERSION
from dateline.model import Extraction, text_hash
from dateline.paths import store_path
from dateline.readers.sources import STDIN, files, read


def run(options: Namespace) -> int:
    """Adds every file named; the store is made when the first readable one is there."""
    known_language(options.lang)
    if not options.paths and options.extracted is None:
        raise InputError("Nothing to add: name files or folders, - for standard input, or --extracted FILE.")
    loading = _Loading(options)
    try:
        loading.extracted() if options.extracted is not None else loading.articles()
    finally:
        loading.close()
    return Exit.USAGE if loading.refused else Exit.DONE


class _Loading:
    """One call: the store once it is needed, and what became of every article."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.path = store_path(options.store)
        self.added = self.known = self.refused = self.older = 0
        self._store: sqlite3.Connection | None = None

    @property
    def store(self) -> sqlite3.Connection:
        self._store = self._store or open_for_writing(self.path)
        return self._store

    def articles(self) -> None:
        """Texts: extracted in processes, written as they come back."""
        sources = list(files(self.options.paths))
        found = extract_many(self._unknown(sources), processes(self.options.jobs, len(sources)))
        for name, extraction in progress(found, "articles", len(sources)):
            self._put(name, extraction, None if name == STDIN else name)

    def extracted(self) -> None:
        """Objects of ``extract --jsonl``."""
        from dateline.readers.records import records

        if self.options.paths or any((self.options.lang, self.options.date, self.options.url)):
            raise InputError("--extracted goes alone: its articles were read and extracted before.")
        for name, found in records(self.options.extracted):
            if isinstance(found, InputError):
                self._refuse(found)
            else:
                extraction, source = found
                self.older += extraction.provenance.extractor < VERSION
                self._put(name, extraction, source)

    def _unknown(self, sources: list[str | InputError]) -> Iterator[tuple[str, Asked]]:
        """The documents that the store does not hold yet: there is no use in extracting the others."""
        for document in documents(sources, self._refuse):
            with sentences(self.path):
                held = article(self.store, text_hash(document.text)) is not None
            if held:
                self.known += 1
            else:
                yield document.name, asked(document, self.options)

    def _put(self, name: str, extraction: Extraction, source: str | None) -> None:
        try:
            with sentences(self.path):
                new = add_article(self.store, extraction, source=source)
        except RefusedError as error:  # a fault of the extractor; the other articles are none the worse for it
            self._refuse(InputError(f"{name}: {error}"))
            return
        except KeyboardInterrupt:  # it may have come when the article had just been written
            self.added += article(self.store, extraction.article.hash) is not None
            raise
        for warning in extraction.warnings if new else ():
            tell(f"{name}: {warning}")
        self.added += new
        self.known += not new

    def _refuse(self, error: InputError) -> None:
        tell(str(error))
        self.refused += 1

    def close(self) -> None:
        """Tells what was done, however it ended; nothing where nothing was reached."""
        if self._store is not None:
            self._store.close()
        if not (self.added or self.known or self.refused):
            return
        parts = [f"{counted(self.added, 'article')} added"]
        if self.known:
            parts.append(f"{self.known} already there")
        if self.refused:
            parts.append(f"{self.refused} refused")
        tell(", ".join(parts) + ".")
        if self.older:
            tell(f"{self.older} of an older extractor: 'dateline reextract' brings the store to the present one.")


def load_samples(path: Path | str) -> None:
    """Makes a store that holds the five sample articles: all of them or, when something goes wrong, none."""
    from dateline.db.write import transaction
    from dateline.paths import seed_documents

    extractions = list(extract_many((file.name, Asked(read(str(file)).text)) for file in seed_documents()))
    with closing(open_for_writing(path)) as store, sentences(path), transaction(store):
        for name, extraction in extractions:
            add_article(store, extraction, sample=True, source=name)
