"""What ``add`` and ``extract`` are given: articles, what is known about them, how many processes may read them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.readers.sources import Document, read

if TYPE_CHECKING:
    from dateline.extract.many import Asked

#: articles for each process, below which starting one costs more than it saves
ENOUGH = 16


def known_language(code: str | None) -> None:
    """Raises InputError for a language that no pack knows."""
    if code is None:
        return
    from dateline.packs import codes

    if code not in codes():
        raise InputError(f"There is no language pack {code!r}: --lang takes one of {', '.join(sorted(codes()))}.")


def asked(document: Document, options: Namespace) -> Asked:
    """The document with --date, --lang and --url."""
    from dateline.extract.many import Asked

    return Asked(document.text, options.date, options.lang, options.url)


def documents(sources: Iterable[str | InputError], refused: Callable[[InputError], None]) -> Iterator[Document]:
    """Every document that can be read; ``refused`` is told of the others."""
    for source in sources:
        try:
            if isinstance(source, InputError):
                raise source
            document = read(source)
        except InputError as error:
            refused(error)
            continue
        yield document


def processes(wanted: int | None, articles: int) -> int:
    """How many processes to extract in: what --jobs says, else as many cores as have enough to do."""
    if wanted is None:
        from dateline.extract.many import cores

        return max(1, min(cores(), articles // ENOUGH))
    return max(1, min(wanted, articles))
