"""``dateline extract``: what one article says, without any store."""

from __future__ import annotations

from argparse import Namespace

from dateline.cli.add import known_language
from dateline.cli.talk import say, tell
from dateline.errors import Exit
from dateline.export.lines import json_line
from dateline.export.preview import preview_lines
from dateline.extract import extract
from dateline.readers.sources import read


def run(options: Namespace) -> int:
    """Prints the extraction as JSON or as lines to read."""
    known_language(options.lang)
    document = read(options.path)
    extraction = extract(document.text, options.date, lang=options.lang, url=options.url)
    for warning in extraction.warnings:
        tell(f"{document.name}: {warning}")
    say([json_line(extraction.to_json())] if options.json else preview_lines(extraction))
    return Exit.DONE
