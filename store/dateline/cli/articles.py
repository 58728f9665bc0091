"""``dateline articles`` and ``dateline remove``: what is in the store, and taking it out."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from dateline.cli.talk import columns, counted, say, tell
from dateline.db.read import articles, connect
from dateline.db.rows import ArticleRow
from dateline.db.trouble import sentences
from dateline.errors import Exit, InputError
from dateline.paths import store_path
from dateline.text.safe import harmless

SHOWN = 12  # digits of an article's hash


def run(options: Namespace) -> int:
    """Prints the articles in the order they were added."""
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        found = articles(store, text=options.text)
    if not found and options.text is not None:
        tell("No article has all these words: leave one out.")
        return Exit.NOTHING
    if not found:
        tell("The store holds no article: 'dateline add FILE' reads one.")
        return Exit.NOTHING
    if options.json:
        from dateline.export.lines import json_lines

        say(json_lines(found))
    else:
        say(columns([_row(row) for row in found]))
    return Exit.DONE


def _row(row: ArticleRow) -> list[str]:
    title = " ".join(harmless(row.title or "untitled").split()) + (" (sample)" if row.sample else "")
    outlet = harmless(row.outlet or "-")
    return [row.hash[:SHOWN], row.published or "undated", row.lang or "?", counted(row.facts, "fact"), outlet, title]


def remove(options: Namespace) -> int:
    """Takes the articles named, or the samples, out; all of them or, where an id is wrong, none."""
    from dateline.db.write import open_for_writing, user_name
    from dateline.deciding import remove as take_out

    if not options.articles and not options.samples:
        raise InputError("Nothing to remove: name articles as 'dateline articles' prints them, or say --samples.")
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        wanted = [row.hash for row in articles(store, samples=True)] if options.samples else []
        for prefix in options.articles:
            found = articles(store, prefix=prefix) if prefix else []
            if not found:
                tell(f"There is no article {prefix!r}, nothing was removed: 'dateline articles' prints the ids.")
                return Exit.NOTHING
            if len(found) > 1:
                raise InputError(
                    f"{prefix!r} begins {counted(len(found), 'id')}, nothing was removed: write more of it."
                )
            wanted.append(found[0].hash)
    if not wanted:
        tell("There are no sample articles in the store.")
        return Exit.NOTHING
    with closing(open_for_writing(path)) as store, sentences(path):
        tell(take_out(store, user_name(), wanted).sentence)
    return Exit.DONE
