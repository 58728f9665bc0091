"""``dateline actors names``: every spelling of an actor."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

from dateline.cli.opened import connect
from dateline.cli.talk import columns, counted, say, tell
from dateline.db.about import country_name
from dateline.db.ask import meant
from dateline.db.atlas import Spelling, atlas, traits
from dateline.db.members import Member, made_of
from dateline.db.read import actor
from dateline.db.rows import ActorRow
from dateline.db.trouble import sentences
from dateline.errors import Exit
from dateline.model import Trait
from dateline.paths import store_path
from dateline.text.safe import harmless, one_line


def run(options: Namespace) -> int:
    """Prints the spellings of the actor that the name means; says whom it was taken for where it is not its own.

    Who else is shown as that actor, and why, goes to stderr.
    """
    path = store_path(options.store)
    with closing(connect(path)) as store, sentences(path):
        found = meant(store, options.name)
        row = None if found is None else actor(store, found[0])
        rows = [] if row is None else atlas(store, row.id)
        said = [] if row is None else traits(store, row.id)
        others = [] if row is None else made_of(store, row.id).members[1:]
    if found is None or row is None:
        tell(f"No actor of the store is called anything like {options.name!r}.")
        return Exit.NOTHING
    if found[1]:
        tell(f"{options.name!r} is {found[1]}.")
    for line in dict.fromkeys(f"{_called(one, row)} is shown as {row.name} ({_why(one)})." for one in others):
        tell(" ".join(harmless(line).split()))
    if said and options.form is None:
        tell(f"Registries say of {row.name}: {', '.join(_trait(*one) for one in said)}.")
    if any(one.imported and one.id == options.name for one in others):
        row = replace(row, id=options.name)  # who asks by a registry's id goes on with it
    say(_lines(options.form, row, rows, said))
    return Exit.DONE


def _lines(form: str | None, row: ActorRow, rows: list[Spelling], said: list[Trait]) -> Iterable[str]:
    if form is None:
        return columns([_cells(one) for one in rows])
    from dateline.export.atlas import entity, spelling_csv
    from dateline.export.lines import json_lines

    if form == "csv":
        return spelling_csv(rows)
    return json_lines([entity(row, rows, said)] if form == "ftm" else rows)


def _called(one: Member, row: ActorRow) -> str:
    """Its name, with its id where that is the name of whom it is shown as."""
    return f"{one.name} ({one.id})" if one.name == row.name else one.name


def _why(one: Member) -> str:
    """ "linked: Foreign Minister of Russia, beside Ned Price", "merged by decision 12"."""
    if one.how == "linked":
        return f"linked: {one.why}"
    return "merged" if one.by is None else f"merged by decision {one.by.id}"


def _trait(what: str, value: str) -> str:
    """ "Oman", "Foreign Minister", "born 1960"."""
    return country_name(value) if what == "country" else f"born {value}" if what == "birth" else value


def _cells(row: Spelling) -> list[str]:
    """The cells of a line; the spelling comes last, where neither its width nor its direction moves the others."""
    if row.first is None or row.last is None:
        dates = "undated" if row.count else "-"
    else:
        dates = row.first if row.first == row.last else f"{row.first} to {row.last}"
    cells = [counted(row.count, "time"), dates, row.lang or "-", row.outlet or "-", row.script, row.spelling]
    return [one_line(cell) for cell in cells]
