"""Whom every local id is shown as, worked out from what users decided and what dateline found likely.

The actor of a local id is at the end of its edges: a user's merge where there is one, else dateline's link. So it
depends on the edges alone, not on the order in which they came. See ``db/identity.py`` for the tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Extraction, rekeyed

_BATCH = 400  # ids in one query

#: what an id of an article's own ends with: "@" and the first digits of the article's hash
ALONE, _DIGITS = "@", 8
#: of a row of ``stored_actors``: whether more than one word of one article says who it is, or a user does
SURE = (
    f"(instr(id, '{ALONE}') = 0 OR printed IS NOT NULL OR registry OR id IN (SELECT kept FROM merges) "
    "OR id IN (SELECT local FROM shown_as)) AS sure"
)


def settle(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Shows these ids, and those whose edges lead to them, as the actors that they are, in the caller's transaction.

    Returns the actors that were changed by that: those that lost somebody and those that gained.
    """
    changed: set[str] = set()
    for local in _leading_to(connection, ids):
        was, now = shown(connection, local), _end_of(connection, local)
        if was != now and _there(connection, local):
            _move(connection, local, was, now)
            changed |= {was, now}
    return changed


def shown(connection: sqlite3.Connection, local: str) -> str:
    """The actor that a local id is shown as."""
    row = connection.execute("SELECT actor FROM shown_as WHERE local = ?", (local,)).fetchone()
    return local if row is None else str(row[0])


def unsure(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Those of these actors of whom one article has one word and nothing says who they are."""
    query = f"SELECT id, {SURE} FROM stored_actors WHERE id = ?"
    rows = [connection.execute(query, (id,)).fetchone() for id in ids if ALONE in id]
    return {row[0] for row in rows if row and not row[1]}


def members(connection: sqlite3.Connection, actor: str) -> list[str]:
    """The local ids that are shown as an actor, its own first, the others in order."""
    rows = connection.execute("SELECT local FROM shown_as WHERE actor = ? ORDER BY local", (actor,))
    return [actor, *(local for (local,) in rows)]


def alone(local: str, article_hash: str) -> str:
    """The local id, in its own article, of somebody whom it names by a surname only."""
    return f"{local}{ALONE}{article_hash[:_DIGITS]}"


def localised(connection: sqlite3.Connection, extraction: Extraction) -> Extraction:
    """The extraction with the ids that the store uses for it.

    A person by one name alone gets an id of this article; who stands for somebody else here, by a user's word, his.
    """
    article = extraction.article.hash
    ids = {actor.id: alone(actor.id, article) for actor in extraction.actors if _by_one_name(actor.id, actor.kind)}
    ids |= split_off(connection, article, [ids.get(actor.id, actor.id) for actor in extraction.actors])
    return rekeyed(extraction, ids) if ids else extraction


def _by_one_name(local: str, kind: str) -> bool:
    """Whether extraction knows a person by a single word that no list holds."""
    return kind == "person" and local.startswith("person-") and not {"-", ALONE} & set(local.removeprefix("person-"))


def split_off(connection: sqlite3.Connection, article_hash: str, locals_: Sequence[str]) -> Mapping[str, str]:
    """Those of these ids that stand for somebody else in an article, and for whom."""
    rows = connection.execute("SELECT local, actor FROM splits WHERE article = ?", (article_hash,)).fetchall()
    return {local: actor for local, actor in rows if local in locals_}


def originals(connection: sqlite3.Connection, article_hash: str, ids: Sequence[str]) -> Mapping[str, str]:
    """For those of these ids that users split off in an article: the id that its extraction has for each."""
    rows = connection.execute("SELECT actor, local FROM splits WHERE article = ?", (article_hash,)).fetchall()
    return {actor: local for actor, local in rows if actor in ids}


_STEP = """
SELECT kept, 'merges' FROM merges WHERE local = :at UNION ALL
SELECT actor, 'links' FROM links WHERE local = :at AND local NOT IN (SELECT local FROM merges WHERE local = :at)
"""


def _leading_to(connection: sqlite3.Connection, ids: Iterable[str]) -> list[str]:
    """The ids and all whose edges lead to one of them."""
    found = dict.fromkeys(ids)
    new = list(found)
    while new:
        batch, new = new[:_BATCH], new[_BATCH:]
        marks = ", ".join("?" * len(batch))
        for table, column in (("merges", "kept"), ("links", "actor"), ("shown_as", "actor")):
            query = f"SELECT local FROM {table} WHERE {column} IN ({marks})"
            for (local,) in connection.execute(query, batch).fetchall():
                if local not in found:
                    found[local] = None
                    new.append(local)
    return list(found)


def _end_of(connection: sqlite3.Connection, local: str) -> str:
    """The last actor that the store has along the edges from ``local``.

    A circle ends at whom no user merged into another one; where all were, at the first by its id.
    """
    passed = {local: ""}  # whose edge leads on from each: a user's or a link
    at = local
    while True:
        row = connection.execute(_STEP, {"at": at}).fetchone()
        if row is None or row[0] == at:
            break
        step, passed[at] = row
        if step in passed:
            behind = list(passed)
            circle = sorted(behind[behind.index(step) :], key=lambda one: (passed[one] != "links", one))
            passed = dict.fromkeys([*behind[: behind.index(step)], *reversed(circle)], "")
            break
        at = step
        passed[at] = ""
    return next((one for one in reversed(passed) if _there(connection, one)), local)


def unsettled(connection: sqlite3.Connection) -> dict[str, str]:
    """Those who are shown as somebody else than the edges say, and whom they should be shown as."""
    locals_ = "SELECT local FROM merges UNION SELECT local FROM links UNION SELECT local FROM shown_as"
    there = f"SELECT local FROM ({locals_}) WHERE local IN (SELECT id FROM stored_actors) ORDER BY local"
    ends = {local: _end_of(connection, local) for (local,) in connection.execute(there).fetchall()}
    return {local: end for local, end in ends.items() if shown(connection, local) != end}


def _there(connection: sqlite3.Connection, actor: str) -> bool:
    return connection.execute("SELECT 1 FROM stored_actors WHERE id = ?", (actor,)).fetchone() is not None


_KEY = "f.date IS NULL, coalesce(f.date, ''), f.article, f.start, f.id"
_OF_LOCAL = "SELECT finding FROM parties WHERE actor = :local"
#: the facts of a local id that nobody else of the same actor is a party of
_LOST = (
    f"DELETE FROM appearances WHERE (actor, undated, date, article, start, finding) IN (SELECT :was, {_KEY} "
    f"FROM findings f WHERE f.id IN ({_OF_LOCAL}) AND NOT EXISTS (SELECT 1 FROM parties p LEFT JOIN shown_as s "
    "ON s.local = p.actor WHERE p.finding = f.id AND coalesce(s.actor, p.actor) = :was))"
)
_GAINED = (
    f"INSERT OR IGNORE INTO appearances SELECT :now, {_KEY}, NOT f.sure AND f.kind <> 'role' "
    f"FROM findings f WHERE f.id IN ({_OF_LOCAL}) AND NOT f.rejected"
)
_MENTIONED = (
    "UPDATE stored_actors SET mentions = mentions {} (SELECT count(*) FROM mentions WHERE actor = :local) "
    "WHERE id = :{}"
)


def _move(connection: sqlite3.Connection, local: str, was: str, now: str) -> None:
    """The local id is shown as another actor: the lists of facts and the counts of both follow."""
    ids = {"local": local, "was": was, "now": now}
    connection.execute("DELETE FROM shown_as WHERE local = :local", ids)
    if now != local:
        connection.execute("INSERT INTO shown_as (local, actor) VALUES (:local, :now)", ids)
    connection.execute(_LOST, ids)
    connection.execute(_GAINED, ids)
    connection.execute(_MENTIONED.format("-", "was"), ids)
    connection.execute(_MENTIONED.format("+", "now"), ids)
