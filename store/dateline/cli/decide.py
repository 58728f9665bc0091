"""Commands that decide about facts and articles. The changed facts go to stdout, what was done to stderr."""

from __future__ import annotations

import sqlite3
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager

from dateline import deciding
from dateline.cli.articles import row_of
from dateline.cli.facts import named
from dateline.cli.opened import connect
from dateline.cli.talk import columns, counted, say, tell
from dateline.db.read import actors_of, article, article_text, articles, facts_by_id
from dateline.db.rows import ActorRow
from dateline.db.settling import shown
from dateline.db.trouble import sentences
from dateline.db.write import user_name
from dateline.deciding import Change, NothingThereError
from dateline.errors import Exit, InputError
from dateline.export.words import fact_line
from dateline.paths import store_path
from dateline.text.safe import one_line

_SPELLINGS = 5  # of an actor that a line has


@contextmanager
def deciding_store(options: Namespace) -> Iterator[sqlite3.Connection]:
    """The store, which must exist, for a decision."""
    path = store_path(options.store)
    with closing(connect(path, readonly=False)) as store, sentences(path):
        yield store


def show(store: sqlite3.Connection, change: Change, *, rows: bool = False) -> int:
    """Prints what changed: the lines of its facts, or with ``rows`` those of its articles."""
    found = [fact for ref in change.facts for fact in facts_by_id(store, ref) if fact.id == ref]
    say(f"{fact.id}  {fact_line(fact)}" for fact in found)
    if rows:
        there = [row for row in (article(store, one) for one in change.articles) if row is not None]
        say(columns([row_of(row) for row in there]))
    show_actors(store, change)
    tell(change.sentence)
    return Exit.DONE


def show_actors(store: sqlite3.Connection, change: Change) -> None:
    """Prints the lines of the actors that a decision was about, as they are shown now."""
    ids = dict.fromkeys(shown(store, one) for one in change.actors)
    say(columns([_cells(row) for row in actors_of(store, list(ids))]))


def _cells(row: ActorRow) -> list[str]:
    spelt = ", ".join(form.spelling for form in row.forms[:_SPELLINGS])
    spelt += f" and {len(row.forms) - _SPELLINGS} more" if len(row.forms) > _SPELLINGS else ""
    cells = [row.name, row.kind, counted(row.facts, "fact"), row.id, spelt or "in no article"]
    return [one_line(cell) for cell in cells]


def _about_facts(options: Namespace, decide: Callable[[sqlite3.Connection, list[str]], Change]) -> int:
    """Decides about the facts named: all of them or, where an id is wrong, none."""
    with deciding_store(options) as store:
        found = list(named(store, options.facts))
        ids = [fact.id for fact in found if fact is not None]
        if len(ids) < len(found):
            tell("Nothing was changed.")
            return Exit.NOTHING
        return show(store, decide(store, ids))


def reject(options: Namespace) -> int:
    """Hides facts, or brings them back."""
    does = deciding.restore if options.undo else deciding.reject
    return _about_facts(options, lambda store, ids: does(store, user_name(), ids))


def flag(options: Namespace) -> int:
    """Flags facts, or no longer."""
    return _about_facts(options, lambda store, ids: deciding.flag(store, user_name(), ids, not options.off))


def note(options: Namespace) -> int:
    """Writes a note on a fact, or takes it off."""
    text = " ".join(options.text)
    if bool(text.strip()) == options.clear:
        raise InputError("Say either what to note or --clear.")
    return _about_facts(options, lambda store, ids: deciding.note(store, user_name(), _one(ids), text))


def correct(options: Namespace) -> int:
    """Gives a fact other values."""
    return _about_facts(options, lambda store, ids: deciding.correct(store, user_name(), _one(ids), _fields(options)))


def _one(ids: Sequence[str]) -> str:
    if len(ids) != 1:
        raise InputError(f"One fact at a time, not {len(ids)}.")
    return ids[0]


def _fields(options: Namespace) -> dict[str, str | list[str]]:
    """The fields that the command line names; "none" stands for no value."""
    names = dict.fromkeys(field for fields in deciding.FIELDS.values() for field in fields)
    given = {name: getattr(options, name, None) for name in names}
    found = {name: value for name, value in given.items() if value is not None}
    return {name: "" if value in ("none", ["none"]) else value for name, value in found.items()}


def fact(options: Namespace) -> int:
    """Makes a fact from words of an article."""
    with deciding_store(options) as store:
        wanted = article_named(store, options.article)
        start = _where(article_text(store, wanted), options.words, options.at)
        end = start + len(options.words)
        return show(store, deciding.make(store, user_name(), wanted, start, end, _fields(options)))


def _where(text: str, words: str, at: int | None) -> int:
    if not words.strip():
        raise InputError("A fact needs words of its article: write them as they stand there.")
    places = [at] if at is not None else _places(text, words)
    if at is not None and text[at : at + len(words)] != words:
        raise InputError(f"These words do not stand at {at}: leave --at out, or write the words that do.")
    if not places:
        raise InputError("These words do not stand in the article: write them exactly as they do.")
    if len(places) > 1:
        listed = ", ".join(map(str, places[:5]))
        raise InputError(f"These words stand {len(places)} times in the article: say --at with one of {listed}.")
    return places[0]


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def date(options: Namespace) -> int:
    """Sets the date of an article, which is read again with it."""
    with deciding_store(options) as store:
        wanted = article_named(store, options.article)
        given = None if options.date == "none" else options.date
        return show(store, deciding.redate(store, user_name(), wanted, given), rows=True)


def read(options: Namespace) -> int:
    """Marks articles as read, or no longer."""
    with deciding_store(options) as store:
        wanted = [article_named(store, one) for one in options.articles]
        change = deciding.mark_read(store, user_name(), wanted, not options.unread)
        return show(store, change, rows=True)


def article_named(store: sqlite3.Connection, prefix: str) -> str:
    """The whole hash of the one article whose id begins so."""
    found = articles(store, prefix=prefix, limit=2) if prefix else []
    if not found:
        raise NothingThereError(f"There is no article {prefix!r}: 'dateline articles' prints the ids.")
    if len(found) > 1:
        raise InputError(f"{prefix!r} begins several ids: write more of it.")
    return found[0].hash


def undo(options: Namespace) -> int:
    """Takes a decision back: the user's last one, or the one of that number."""
    with deciding_store(options) as store:
        change = deciding.undo(store, user_name(), options.decision)
        if change is None:
            tell("You have decided nothing that could be undone: 'dateline log' lists what was decided.")
            return Exit.NOTHING
        return show(store, change)


def redo(options: Namespace) -> int:
    """Does again what was undone last."""
    with deciding_store(options) as store:
        change = deciding.redo(store, user_name())
        if change is None:
            tell("There is nothing to do again: nothing was undone, or you have decided something since.")
            return Exit.NOTHING
        return show(store, change)


def remove(options: Namespace) -> int:
    """Takes the articles named, or the samples, out; all of them or, where an id is wrong, none."""
    if not options.articles and not options.samples:
        raise InputError("Nothing to remove: name articles as 'dateline articles' prints them, or say --samples.")
    with deciding_store(options) as store:
        wanted = [row.hash for row in articles(store, samples=True)] if options.samples else []
        for prefix in options.articles:
            found = articles(store, prefix=prefix, limit=2) if prefix else []
            if not found:
                tell(f"There is no article {prefix!r}, nothing was removed: 'dateline articles' prints the ids.")
                return Exit.NOTHING
            if len(found) > 1:
                number = len(articles(store, prefix=prefix))
                raise InputError(f"{prefix!r} begins {counted(number, 'id')}, nothing was removed: write more of it.")
            wanted.append(found[0].hash)
        if not wanted:
            tell("There are no sample articles in the store.")
            return Exit.NOTHING
        return show(store, deciding.remove(store, user_name(), wanted))
