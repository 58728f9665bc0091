"""What the words of a query mean in a store: actors by any spelling, places, outlets and languages that it has."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from dateline.db.read import actor_named, actors_named
from dateline.db.settling import shown
from dateline.errors import Exit
from dateline.query import Completion, Query, QueryError, Where, complete, where
from dateline.query.complete import begins_word
from dateline.query.fields import nearest
from dateline.query.tokens import Part
from dateline.text.fold import fold

#: where the values of a field stand
_COLUMNS = {"place": ("events", "place"), "lang": ("stored_articles", "lang"), "src": ("stored_articles", "outlet")}
#: points of likeness that do not tell two actors apart; how often each is seen counts for up to five
_AS_WELL = 5.0
_WHAT = {"place": "No fact has the place", "lang": "No article is in the language", "src": "No article is from"}


def asked(connection: sqlite3.Connection, query: Query, told: Callable[[str], object] = lambda _: None) -> Where:
    """The condition for the facts of this store that ``query`` asks for.

    ``told`` hears a sentence about whom a name was taken for where it is not the actor's own. QueryError where the
    store has no such actor, place, outlet or language.
    """

    def lookup(field: str, value: Part) -> Sequence[str]:
        found = _actor(connection, value, told) if field == "actor" else _stored(connection, field, value.text)
        if not found:
            raise _unknown(connection, query, field, value)
        return found

    return where(query, lookup)


def completed(connection: sqlite3.Connection, text: str, cursor: int) -> Completion:
    """What may stand at the cursor, of what this store has."""

    def values(field: str, typed: str) -> Sequence[str]:
        if field in _COLUMNS:
            return stored_values(connection, field)
        if field != "actor" or not typed:
            return []
        from dateline.actors.search import search

        return [hit.name for hit in search(connection, typed)]

    return complete(text, cursor, values)


def meant(connection: sqlite3.Connection, name: str) -> tuple[str, str] | None:
    """The id of the actor that a name means, and why where it is not the actor's own; None where nobody is near."""
    exact = actor_named(connection, name)
    if exact is not None:
        return exact.id, ""
    from dateline.actors.search import search

    hits = search(connection, name, limit=1)
    return (hits[0].actor, f"{hits[0].name} ({hits[0].why})") if hits else None


def likely(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """What :func:`meant` says, of all whom a name may as well mean: several where it does not say which one."""
    same = {row.id: "" if name in (row.id, row.name) else row.name for row in actors_named(connection, name)}
    by_id = shown(connection, name)
    if by_id in same:
        return [(by_id, same[by_id])]
    from dateline.actors.search import search

    hits = search(connection, name)
    found = [(hit.actor, f"{hit.name} ({hit.why})", hit) for hit in hits if hit.actor not in same]
    exact = [(ref, why) for ref, why, hit in found if fold(hit.matched) == fold(name)]
    near = [(ref, why) for ref, why, hit in found if hit.score >= hits[0].score - _AS_WELL]
    return [*same.items(), *exact] or near


def stored_values(connection: sqlite3.Connection, field: str) -> list[str]:
    """The places, languages or outlets ("src") of the store in order, found by leaps, not by reading every row."""
    table, column = _COLUMNS[field]
    query = f"""WITH RECURSIVE found(value) AS (
                  SELECT min({column}) FROM {table} WHERE {column} IS NOT NULL
                  UNION ALL SELECT (SELECT min({column}) FROM {table} WHERE {column} > value) FROM found
                  WHERE value IS NOT NULL)
                SELECT value FROM found WHERE value IS NOT NULL"""
    return [value for (value,) in connection.execute(query)]


def _actor(connection: sqlite3.Connection, value: Part, told: Callable[[str], object]) -> list[str]:
    found = meant(connection, value.text)
    if found is None:
        return []
    if found[1]:
        told(f"{value.text!r} is {found[1]}.")
    return [found[0]]


def _stored(connection: sqlite3.Connection, field: str, typed: str) -> list[str]:
    """The store's values that are meant: of outlets those of which a word begins so, else the same when folded."""
    wanted = fold(typed)
    folded = {value: fold(value) for value in stored_values(connection, field)}
    if field == "src":
        return [value for value, key in folded.items() if wanted and begins_word(wanted, key)]
    found = [value for value, key in folded.items() if key == wanted]
    return [wanted] if not found and field == "lang" and _language(wanted) else found


def _language(code: str) -> bool:
    """Whether a pack reads that language, though no article of the store is in it."""
    from dateline.packs import codes

    return code in codes()


def _unknown(connection: sqlite3.Connection, query: Query, field: str, value: Part) -> QueryError:
    if field == "actor":
        sentence = f"No actor of the store is called {value.text!r}: 'dateline find' shows who is near."
        error = QueryError(sentence, query.text, value.start, value.end)
        error.code = Exit.NOTHING  # as a name that nobody has is no mistake of usage anywhere else
        return error
    near = nearest(value.text, stored_values(connection, field), fold)
    there = f"the nearest is '{near}'" if near else "the store knows none yet"
    return QueryError(f"{_WHAT[field]} {value.text!r}: {there}.", query.text, value.start, value.end)
