"""Likely duplicates: pairs of actors that may be one, with a score, the reasons, and what shows who each of them is.

They are looked for actor by actor, those first that articles name most, each among all names of the store by the search
that finds any spelling. So the first pairs are there at once in a store of any size, and nothing is kept anywhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from dateline.actors.alike import Alike, alike
from dateline.actors.search import search
from dateline.db.about import About, about_locals, country_name, country_of
from dateline.db.settling import members
from dateline.db.sides import Side, side
from dateline.packs import knowledge
from dateline.text.fold import fold
from dateline.text.script import script_of

#: actors whose pairs are put in order together: few at first, so that they are there at once, then more
_FIRST, _MOST = 8, 256
#: names of an actor that are searched for, hits of each that are looked at, names of it that are compared
_ASKED, _HITS, _COMPARED = 3, 12, 10
#: pairs that score less are not worth a look; nor is a likeness of names that nothing else could lift to that
_LEAST, _HOPE = 66.0, 56.0
#: what speaks for a pair and against it
_OFFICE, _COUNTRY, _BIRTH, _COMPANY, _COMPANY_MOST = 8.0, 3.0, 12.0, 2.0, 4.0
_OTHER_COUNTRY, _OTHER_BIRTH, _TOGETHER = -12.0, -40.0, -22.0


class Proposal(NamedTuple):
    """Two actors that may be one, ``one`` the one to keep; score and reasons as in :class:`Duplicate`."""

    score: float
    reasons: tuple[str, ...]
    one: str
    other: str


class Duplicate(NamedTuple):
    """Two actors that may be one and the same."""

    score: float  # 0 to 100, one decimal: how likely it is, no probability
    #: short English phrases, how the names are alike first ("sounds alike: Blinken ~ بلینکن", "same office: …"); what
    #: speaks against it begins with "but "
    reasons: tuple[str, ...]
    one: Side  # the one to keep: whom the shipped registry has, else an imported one, else the one named more often
    other: Side

    def to_json(self) -> dict[str, Any]:
        sides = {"one": self.one.to_json(), "other": self.other.to_json()}
        return {"score": self.score, "reasons": list(self.reasons), **sides}


def each_duplicate(
    connection: sqlite3.Connection, told: Callable[[int], object] = lambda done: None
) -> Iterator[Duplicate]:
    """The pairs of :func:`proposals` with what shows who each side is, each looked for when it is asked for.

    ``told`` hears before every actor how many were looked at.
    """
    looking = _Looking(connection, told)
    for score, reasons, *ids in _in_order(looking):
        try:
            one, other = (side(connection, id, looking.about(id)) for id in ids)
        except KeyError:  # it left the store in the meantime
            continue
        yield Duplicate(score, reasons, one, other)


def proposals(connection: sqlite3.Connection) -> Iterator[Proposal]:
    """Pairs of actors that are likely one, each looked for when it is asked for; without what shows who they are.

    One of each pair is named by an article; both are of one kind. Left out are pairs that a user keeps apart and
    two whom the shipped registry knows. The pairs of the busiest actors come first, the best of these first.
    """
    return _in_order(_Looking(connection))


def _in_order(looking: _Looking) -> Iterator[Proposal]:
    at, size = 0, _FIRST
    while actors := looking.busiest(at, size):
        found = [pair for actor in actors for pair in looking.around(actor)]
        yield from sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other))
        at, size = at + size, min(_MOST, 2 * size)


class _Named(NamedTuple):
    """What has to be known of every actor that is compared."""

    id: str
    name: str
    kind: str
    mentions: int
    imported: bool
    locals: tuple[str, ...]
    names: tuple[str, ...]  # whole ones, the commonest first
    listed: bool  # the tables of the program have it


class _Looking:
    """One pass over a store: what it has met already."""

    def __init__(self, connection: sqlite3.Connection, told: Callable[[int], object] = lambda done: None) -> None:
        self._connection = connection
        self._told = told
        self._done = 0
        self._apart = _kept_apart(connection)
        self._met: set[tuple[str, str]] = set()
        self._named: dict[str, _Named | None] = {}
        self._about: dict[str, About] = {}

    def busiest(self, offset: int, limit: int) -> list[str]:
        """Ids of persons and organisations that articles name. (Countries are all in the tables of the program.)"""
        query = """SELECT id FROM stored_actors WHERE (mentions, facts) > (0, 0) AND kind <> 'country'
                   ORDER BY mentions DESC, facts DESC, name, id LIMIT ? OFFSET ?"""
        return [id for (id,) in self._connection.execute(query, (limit, offset)).fetchall()]

    def around(self, actor_id: str) -> Iterator[Proposal]:
        """The pairs of one actor that were not met before."""
        self._told(self._done)
        self._done += 1
        actor = self._of(actor_id)
        if actor is None:
            return
        near: dict[str, set[str]] = {}
        for name in _asked(actor):
            for hit in search(self._connection, name + " ", _HITS):  # a whole name: nothing is being typed
                near.setdefault(hit.actor, set()).add(hit.matched)
        for other_id in sorted(near):
            pair = (min(actor_id, other_id), max(actor_id, other_id))
            other = self._of(other_id)
            if other_id == actor_id or pair in self._met or other is None:
                continue
            self._met.add(pair)
            if actor.kind == other.kind and pair not in self._apart and not (actor.listed and other.listed):
                found = self._judged(actor, other, sorted(near[other_id].intersection(other.names[_COMPARED:])))
                if found is not None:
                    yield found

    def _of(self, actor_id: str) -> _Named | None:
        if actor_id not in self._named:
            self._named[actor_id] = _read(self._connection, actor_id)
        return self._named[actor_id]

    def about(self, actor_id: str) -> About:
        """What is known of an actor that was met."""
        known = self._about.get(actor_id)
        if known is None:
            known = self._about[actor_id] = about_locals(self._connection, members(self._connection, actor_id))
        return known

    def _judged(self, actor: _Named, other: _Named, found_by: Sequence[str]) -> Proposal | None:
        """``found_by``: further names of the other one, by which it was found."""
        names = _best(actor.names[:_COMPARED], [*other.names[:_COMPARED], *found_by], person=actor.kind == "person")
        one, other = sorted((actor, other), key=_to_keep)
        if names is None or 100 * names.score < _HOPE or (one.kind != "person" and not _one_body(one, other, names)):
            return None
        said = [*_context(self._connection, one, other, self.about(one.id), self.about(other.id))]
        score = min(100.0, 100 * names.score + sum(much for much, _ in said))
        if score < _LEAST:
            return None
        reasons = [
            names.why,
            *(why for much, why in said if much > 0),
            *(f"but {why}" for much, why in said if much < 0),
        ]
        return Proposal(round(score, 1), tuple(reasons), one.id, other.id)


def _kept_apart(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """The pairs that users said are not the same, or split off each other, as the actors that are shown."""
    query = """SELECT coalesce(s.actor, one), coalesce(t.actor, other)
               FROM (SELECT one, other FROM apart UNION SELECT local, actor FROM splits)
               LEFT JOIN shown_as s ON s.local = one LEFT JOIN shown_as t ON t.local = other"""
    return {(min(pair), max(pair)) for pair in connection.execute(query).fetchall()}


def _read(connection: sqlite3.Connection, actor_id: str) -> _Named | None:
    """The actor; None where it left the store in the meantime."""
    row = connection.execute(
        "SELECT name, kind, mentions, registry FROM stored_actors WHERE id = ?", (actor_id,)
    ).fetchone()
    if row is None:
        return None
    name, kind, mentions, imported = row
    locals_ = tuple(members(connection, actor_id))
    listed = any(local in knowledge.people() or local in knowledge.organisations() for local in locals_)
    marks = ", ".join("?" * len(locals_))
    rows = connection.execute(
        f"SELECT spelling, sum(count), max(registry) FROM names WHERE actor IN ({marks}) "
        "GROUP BY spelling ORDER BY 2 DESC, 1",
        locals_,
    ).fetchall()
    # the name that is shown may be no more than a reading of another script's letters
    names = [spelling for spelling, count, registry in rows if count or registry or (listed and spelling == name)]
    names = names or [name]
    if kind == "person":
        names = [name for name in names if len(name.split()) > 1] or names
    else:  # "the ministry" and "the police" are anybody's
        names = [name for name in names if not any(_part_of(name, longer) for longer in names)]
    return _Named(actor_id, name, kind, mentions, bool(imported), locals_, tuple(names), listed)


def _part_of(name: str, longer: str) -> bool:
    return set(fold(name).split()) < set(fold(longer).split())


def _to_keep(actor: _Named) -> tuple[bool, bool, int, str]:
    return not actor.listed, not actor.imported, -actor.mentions, actor.id


def _asked(actor: _Named) -> list[str]:
    """The names to search for: the commonest, of every script one first."""
    first: dict[str, str] = {}
    for name in actor.names:
        first.setdefault(script_of(name), name)
    return list(dict.fromkeys([*first.values(), *actor.names]))[:_ASKED]


def _best(mine: Sequence[str], theirs: Sequence[str], *, person: bool) -> Alike | None:
    found = [alike(one, other, person=person) for one in mine for other in theirs]
    return max(filter(None, found), key=lambda likeness: (likeness.score, likeness.why), default=None)


def _one_body(one: _Named, other: _Named, names: Alike) -> bool:
    """Whether two bodies of like names may be one: neither "Police of Oman" and "Police of Iran" nor a part of one."""
    countries = country_of(one.name), country_of(other.name)
    return not names.part and (None in countries or countries[0] == countries[1])


def _context(
    connection: sqlite3.Connection, one: _Named, other: _Named, mine: About, theirs: About
) -> Iterator[tuple[float, str]]:
    """What else speaks for or against two being one: how much, and the words for it."""
    offices = sorted({str(held) for held in mine.offices} & {str(held) for held in theirs.offices})
    if offices:
        yield _OFFICE, f"same office: {offices[0]}"
    countries = sorted(map(country_name, mine.countries & theirs.countries))
    if countries and not offices:
        yield _COUNTRY, f"same country: {countries[0]}"
    elif not countries and mine.countries and theirs.countries:
        of = [sorted(map(country_name, known.countries))[0] for known in (mine, theirs)]
        yield _OTHER_COUNTRY, f"{of[0]} and {of[1]}"
    if mine.births and theirs.births:
        same = any(a.startswith(b) or b.startswith(a) for a in mine.births for b in theirs.births)
        yield (
            (_BIRTH, f"born {mine.births[0]}")
            if same
            else (_OTHER_BIRTH, f"born {mine.births[0]} and {theirs.births[0]}")
        )
    if theirs.beside.intersection(one.locals) or mine.beside.intersection(other.locals):
        yield _TOGETHER, "an article names both"
    company = _company(connection, mine.beside & theirs.beside)
    if company:
        yield min(_COMPANY_MOST, _COMPANY * len(company)), f"both named beside {' and '.join(company[:2])}"


def _company(connection: sqlite3.Connection, locals_: frozenset[str]) -> list[str]:
    """The names of the persons and organisations among these local ids."""
    marks = ", ".join("?" * len(locals_))
    query = f"""SELECT DISTINCT n.name FROM stored_actors l LEFT JOIN shown_as s ON s.local = l.id
                JOIN stored_actors n ON n.id = coalesce(s.actor, l.id)
                WHERE l.id IN ({marks}) AND n.kind <> 'country' ORDER BY n.mentions DESC, n.name"""
    return [name for (name,) in connection.execute(query, sorted(locals_)).fetchall()]
