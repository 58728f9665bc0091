"""``dateline extract``: what articles say, without any store."""

from __future__ import annotations

from argparse import Namespace

from dateline.cli.given import asked, documents, known_language, processes
from dateline.cli.talk import progress, say, tell
from dateline.errors import Exit, InputError
from dateline.export.lines import json_line
from dateline.extract import extract
from dateline.model import Extraction
from dateline.readers.sources import STDIN, files, read


def run(options: Namespace) -> int:
    """Prints the extraction as JSON or as lines to read; with --jsonl one object for each of many articles."""
    known_language(options.lang)
    if options.jsonl:
        return _lines(options)
    if len(options.paths) > 1:
        raise InputError("One article at a time: with --jsonl there is an object for each of several.")
    document = read(options.paths[0])
    found = extract(document.text, options.date, lang=options.lang, url=options.url)
    _warn(document.name, found)
    found = found.only_sure() if options.sure else found
    if options.json:
        say([json_line(found.to_json())])
    else:
        from dateline.export.preview import preview_lines

        say(preview_lines(found))
    return Exit.DONE


def _lines(options: Namespace) -> int:
    """An object with text and ids for every article that can be read."""
    from dateline.extract.many import extract_many
    from dateline.readers.records import record_of

    sources = list(files(options.paths))
    refused: list[InputError] = []

    def refuse(error: InputError) -> None:
        tell(str(error))
        refused.append(error)

    articles = ((document.name, asked(document, options)) for document in documents(sources, refuse))
    found = extract_many(articles, processes(options.jobs, len(sources)))
    for name, extraction in progress(found, "articles", len(sources)):
        _warn(name, extraction)
        extraction = extraction.only_sure() if options.sure else extraction
        say([json_line(record_of(extraction, None if name == STDIN else name))])
    return Exit.USAGE if refused else Exit.DONE


def _warn(name: str, extraction: Extraction) -> None:
    for warning in extraction.warnings:
        tell(f"{name}: {warning}")
