"""What an extraction says, to read on a screen before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.db.rows import Fact
from dateline.db.surnames import short_names
from dateline.export.cite import dated
from dateline.export.words import fact_line
from dateline.model import Extraction
from dateline.text.safe import harmless


def preview_lines(extraction: Extraction) -> Iterator[str]:
    """Title, date and language, then the actors with their spellings, then a line a fact."""
    article = extraction.article
    yield _line(article.title or "untitled")
    yield _line(f"{dated(article.published)}, language {article.lang or 'unknown'}")
    for actor in extraction.actors:
        spellings = ", ".join(form for form in actor.forms if form != actor.name)
        yield _line(f"  {actor.name} ({actor.kind})" + (f": {spellings}" if spellings else ""))
    for fact in facts_of(extraction):
        yield f"{fact.id}  {fact_line(fact)}"


def _line(text: str) -> str:
    return harmless(text).replace("\n", " ")


def facts_of(extraction: Extraction) -> list[Fact]:
    """The facts of an extraction as the store would hand them out, in the order of the text."""
    article = extraction.article
    short = short_names(actor.name for actor in extraction.actors if actor.kind == "person")
    head: dict[str, object] = {
        "article": article.hash,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "outlet": None,
        "lang": article.lang,
        "short": short,
    }
    told = extraction.to_json()
    found = [
        _fact(head, kind, row)
        for kind, rows in (("event", "events"), ("statement", "statements"), ("role", "roles"))
        for row in told[rows]
    ]
    return sorted(found, key=lambda fact: (fact.start, fact.end, fact.kind))


def _fact(head: dict[str, object], kind: str, row: dict[str, object]) -> Fact:
    """One fact of its JSON; lists become tuples."""
    values = {key: tuple(map(_tuple, value)) if isinstance(value, list) else value for key, value in row.items()}
    return Fact(**head, kind=kind, **values)  # type: ignore[arg-type]


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
