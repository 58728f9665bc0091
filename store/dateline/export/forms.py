"""Every form in which one fact can be handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.db.rows import Fact
from dateline.export.cite import as_markdown, as_text
from dateline.export.lines import json_line
from dateline.export.table import csv_lines
from dateline.text.safe import harmless


@dataclass(frozen=True, slots=True)
class Form:
    """``name`` as a user chooses it, ``about`` in a few words, ``of`` gives the text for one fact, without its last
    newline and with nothing in it that a terminal obeys."""

    name: str
    about: str
    of: Callable[[Fact], str]


def _csv_row(fact: Fact) -> str:
    _heading, row = csv_lines([fact])
    return row


def _csv_table(fact: Fact) -> str:
    return "\n".join(csv_lines([fact]))


FORMS: tuple[Form, ...] = (
    Form("text", "the citation: words, meaning, who says so, source", as_text),
    Form("Markdown", "the citation as a quotation", as_markdown),
    Form("words", "the article's words alone", lambda fact: harmless(fact.text)),
    Form("address", "where the article was published", lambda fact: harmless(fact.url or "")),
    Form("id", "the id that dateline cite takes", lambda fact: harmless(fact.id)),
    Form("JSON", "everything that is known, on one line", lambda fact: json_line(fact.to_json())),
    Form("CSV row", "a line for a spreadsheet", _csv_row),
    Form("CSV table", "the same under its heading", _csv_table),
)


def forms_of(fact: Fact) -> tuple[Form, ...]:
    """The forms that are not empty for this fact: without an address none can be copied."""
    return tuple(form for form in FORMS if form.of(fact))
