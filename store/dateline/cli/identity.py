"""``dateline actors merge`` and the like: who is who. The actors go to stdout, what was done to stderr."""

from __future__ import annotations

import sqlite3
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing

from dateline import deciding
from dateline.cli.decide import article_named, deciding_store, show_actors
from dateline.cli.opened import connect
from dateline.cli.talk import columns, counted, say, tell
from dateline.db.ask import likely
from dateline.db.decisions import Decision
from dateline.db.members import Made, Member, made_of, printed_so
from dateline.db.parts import part_keys
from dateline.db.read import actor, actors_of
from dateline.db.rows import ActorRow
from dateline.db.settling import members
from dateline.db.trouble import sentences
from dateline.db.write import user_name
from dateline.deciding import Change, NothingThereError
from dateline.errors import Exit, InputError
from dateline.export.lines import json_line
from dateline.paths import store_path
from dateline.text.safe import harmless, one_line

_LISTED = 5  # actors that a question names


def merge(options: Namespace) -> int:
    """Makes actors one."""
    with deciding_store(options) as store:
        kept = _one(store, options.kept)
        others = [_one(store, name, but=kept.id) for name in options.others]
        return _told(store, deciding.merge(store, user_name(), kept.id, [row.id for row in others]))


def split(options: Namespace) -> int:
    """Makes what some articles say of an actor somebody else's."""
    with deciding_store(options) as store:
        row = _one(store, options.name)
        parts = _in_articles(store, row, options.articles) if options.articles else []
        if options.spellings:
            parts = printed_so(store, row.id, options.spellings)
            if not parts:
                said = ", ".join(map(repr, options.spellings))
                raise NothingThereError(
                    f"No article prints {row.name} as {said}: 'dateline actors names {row.id}' lists what they print."
                )
        return _told(store, deciding.split(store, user_name(), row.id, parts, options.called))


def _in_articles(store: sqlite3.Connection, row: ActorRow, prefixes: Sequence[str]) -> list[tuple[str, str]]:
    """What these articles say of the actor; each must name it."""
    there = part_keys(store, row.id)
    wanted = [article_named(store, prefix) for prefix in prefixes]
    silent = sorted(set(wanted) - {article for article, _ in there})
    if silent:
        raise NothingThereError(f"The article {silent[0][:12]} does not name {row.name}: nothing was changed.")
    return [part for part in there if part[0] in wanted]


def apart(options: Namespace) -> int:
    """Keeps two actors apart."""
    with deciding_store(options) as store:
        one = _one(store, options.one)
        other = _one(store, options.other, but=one.id)
        ids = (one.id, other.id)
        if one.id == other.id and {options.one, options.other}.issubset(members(store, one.id)):
            ids = (options.one, options.other)  # parts of one actor, which dateline linked
        return _told(store, deciding.keep_apart(store, user_name(), *ids))


def rename(options: Namespace) -> int:
    """Chooses the name that an actor is shown by."""
    with deciding_store(options) as store:
        row = _one(store, options.name)
        return _told(store, deciding.rename(store, user_name(), row.id, options.called))


def _told(store: sqlite3.Connection, change: Change) -> int:
    show_actors(store, change)
    tell(change.sentence)
    return Exit.DONE


def _one(store: sqlite3.Connection, name: str, but: str = "") -> ActorRow:
    """The actor that a name means, and tells whom it was taken for; a wrong guess would be worse than a question.

    ``but`` is the actor that is not meant where it may as well be somebody else.
    """
    there = likely(store, name)
    found = [(ref, why) for ref, why in there if ref != but] or there
    if not found:
        raise NothingThereError(f"No actor of the store is called anything like {name!r}.")
    if len(found) > 1:
        rows = actors_of(store, [ref for ref, _ in found[:_LISTED]])
        named = " or ".join(f"{row.name} ({row.id})" for row in rows)
        more = f" or {len(found) - len(rows)} more" if len(found) > len(rows) else ""
        raise InputError(f"{name!r} may be {named}{more}: say which by its id.")
    ((ref, why),) = found
    if why:
        tell(f"{name!r} is {why}.")
    row = actor(store, ref)
    assert row is not None
    return row


def show(options: Namespace) -> int:
    """Prints what an actor is put together from."""
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        row = _one(store, options.name)
        made = made_of(store, row.id)
    if options.json:
        say([json_line(row.to_json() | made.to_json())])
        return Exit.DONE
    cells = [row.name, row.kind, counted(row.facts, "fact"), counted(row.mentions, "mention"), row.id]
    say(columns([[one_line(cell) for cell in cells]]))
    say(f"  {line}" for line in columns([*_parts(made)]))
    return Exit.DONE


def _parts(made: Made) -> Iterator[list[str]]:
    for one in made.members:
        said = f"{one_line(one.id)}: {one_line(', '.join(one.spellings))}" if one.spellings else one_line(one.id)
        yield [counted(one.mentions, "time"), counted(one.articles, "article"), _joined(one), said]
    for other in made.others:
        yield ["", "", f"is not{_by(other.by)}", f"{one_line(other.id)}: {one_line(other.name)}"]
    if made.printed is not None:
        yield ["", "", f"name chosen{_by(made.named)}", f"printed: {one_line(made.printed)}"]


def _joined(one: Member) -> str:
    off = f"split off{_by(one.off)}" if one.off else ""
    if one.how == "split off":
        return off
    return f"{one.how}{_by(one.by)}{f' ({one_line(one.why)})' if one.why else ''}{off and f', {off}'}"


def _by(row: Decision | None) -> str:
    return "" if row is None else f" ({row.id}, {harmless(row.user)}, {row.time[:10]} {row.time[11:19]}Z)"
