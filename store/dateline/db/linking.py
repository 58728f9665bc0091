"""Linking: which local ids are the same person, as far as names and contexts tell; see ``db/identity.py``.

Two levels, so that nothing hangs on an earlier link. Full names are linked where they are one name in other letters,
something beside the names speaks for it, nothing against it, and nobody else is as likely. A name of one word, which
stands for somebody in one article alone, is linked to the full name that its article makes likely.

The links are a function of what is in the store: whatever has changed is in ``unlinked``, and only what that touches is
worked out again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.db import linked
from dateline.db.evidence import LIKELY, OFFICE, Evidence, speaks_for_one_word, years_apart
from dateline.db.hearing import hear, lonely
from dateline.db.namesake import Person
from dateline.db.settling import ALONE, settle

T = TypeVar("T")

#: full names that are to be linked anew, each with the names of one word that sound like its surname
_NAMESAKES_TOUCHED = (
    "SELECT DISTINCT u.local, x.local FROM unlinked u CROSS JOIN heard c ON c.local = u.local "
    f"AND c.part = {linked.LAST} CROSS JOIN heard x ON x.key = c.key AND x.part = {linked.ALONE}"
)

#: whether a local id sounds like others, or did when it was linked
_LINKED = "(EXISTS (SELECT 1 FROM alike WHERE local = {0}) OR EXISTS (SELECT 1 FROM links WHERE local = {0}))"

#: of more people whose names sound alike, or whose surname it is, nobody is linked by it
_MOST_ALIKE, _MOST_NAMESAKES = 40, 12

Link = tuple[str, str]  # whom to, and why


def relink(connection: sqlite3.Connection) -> None:
    """Brings links up to date with what was changed in the caller's transaction, and shows actors accordingly."""
    waiting = "SELECT EXISTS (SELECT 1 FROM unlinked) OR EXISTS (SELECT 1 FROM unheard)"
    if not connection.execute(waiting).fetchone()[0]:
        return
    hear(connection)
    linking = Linking(connection)
    linking.all(*linking.touched())


def relink_everybody(connection: sqlite3.Connection) -> None:
    """Works everything out anew, whatever has changed, in the caller's transaction."""
    forget(connection)
    relink(connection)


def forget(connection: sqlite3.Connection) -> None:
    """Leaves nothing of how names sound; everybody is to be compared and linked anew."""
    for table in ("alike", "heard", "unlinked", "unheard"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO unheard SELECT id FROM stored_actors WHERE kind = 'person' AND NOT registry")
    connection.execute("INSERT INTO unlinked SELECT id FROM stored_actors UNION SELECT local FROM links")


class Linking:
    """One time of linking; what was looked up is kept for its length."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._people: dict[str, Person] = {}
        self._known_namesakes: dict[tuple[str, ...], list[str]] = {}

    def touched(self) -> tuple[list[str], set[str]]:
        """Takes from ``unlinked`` whose links may be other ones now: full names, and names of one word."""
        waiting = [local for (local,) in self.connection.execute("SELECT local FROM unlinked")]
        merged = [(other,) for other in self._merged(waiting)]
        self.connection.executemany("INSERT OR IGNORE INTO unlinked VALUES (?)", merged)
        query = f"SELECT local FROM unlinked u WHERE {_LINKED.format('u.local')} ORDER BY local"
        found = [local for (local,) in self.connection.execute(query)]
        alone = {
            local for (local,) in self.connection.execute(f"SELECT local FROM unlinked WHERE instr(local, '{ALONE}')")
        }
        alone |= self._meaning(self.connection.execute(_NAMESAKES_TOUCHED).fetchall())
        self.connection.execute("DELETE FROM unlinked")
        return [local for local in found if not lonely(local)], alone

    def all(self, full: Iterable[str], alone: Iterable[str]) -> None:
        """Links these full names, those that lead to them, and these names of one word."""
        done, changed = self._link_full(full)
        changed += self._link_alone({*alone, *self._namesakes(done)})
        settle(self.connection, changed)

    def some(self, most: int) -> bool:
        """Links so many of those in ``unlinked``, full names before any of one word; whether some are left."""
        for lone in (False, True):
            query = f"SELECT local FROM unlinked WHERE instr(local, '{ALONE}') {'>' if lone else '='} 0 LIMIT ?"
            chosen = {local for (local,) in self.connection.execute(query, (most,)).fetchall()}
            if not chosen:
                continue
            chosen |= self._merged(chosen)
            self.connection.executemany("DELETE FROM unlinked WHERE local = ?", [(local,) for local in chosen])
            full = [local for local in sorted(chosen) if not lonely(local) and self._may_be_linked(local)]
            done, changed = self._link_full(full)
            meant = [(local,) for local in self._namesakes(chosen | done)]
            self.connection.executemany("INSERT OR IGNORE INTO unlinked VALUES (?)", meant)
            changed += self._link_alone(filter(lonely, chosen))
            settle(self.connection, changed)
            return True
        return False

    def _merged(self, locals_: Iterable[str]) -> set[str]:
        """These and whomever users merged them with; nobody where users merged nobody."""
        if not self.connection.execute("SELECT EXISTS (SELECT 1 FROM merges)").fetchone()[0]:
            return set()
        return {other for local in locals_ for other in self.person(local).merged}

    def _may_be_linked(self, local: str) -> bool:
        """Whether somebody's full name sounds like that of others, or did."""
        return bool(self.connection.execute(f"SELECT {_LINKED.format('?1')}", (local,)).fetchone()[0])

    def _link_full(self, full: Iterable[str]) -> tuple[set[str], list[str]]:
        """Links full names and those that lead to them; returns all these, and whose links are other ones now."""
        done: set[str] = set()
        changed: list[str] = []
        for local in full:
            if local not in done:
                group = self._sounding_alike(local)
                done.update(group)
                changed += self._put(group, self._linked(group))
        return done, changed

    def _link_alone(self, alone: Iterable[str]) -> list[str]:
        """Links names of one word; returns whose links are other ones now."""
        return [changed for local in sorted(alone) for changed in self._put([local], self._linked_alone(local))]

    def person(self, local: str) -> Person:
        found = self._people.get(local)
        if found is None:
            found = self._people[local] = Person(self.connection, local)
        return found

    def _put(self, locals_: Iterable[str], wanted: Mapping[str, Link]) -> list[str]:
        """Writes the links of these; returns those of whom they are other ones now."""
        changed = []
        for local in locals_:
            link = wanted.get(local)
            was = self.connection.execute("SELECT actor, why FROM links WHERE local = ?", (local,)).fetchone()
            if link == was:
                continue
            self.connection.execute("DELETE FROM links WHERE local = ?", (local,))
            if link is not None:
                self.connection.execute("INSERT INTO links (local, actor, why) VALUES (?, ?, ?)", (local, *link))
            changed.append(local)
        return changed

    # full names

    def _sounding_alike(self, local: str) -> list[str]:
        """All whose full names lead to that of ``local`` by one that sounds alike after another.

        Of imported ones those alone who may be a listed person: he would be everybody's who is linked to them.
        """
        found = {local: None}
        new = [local]
        while new:
            for other in self.person(new.pop()).alike:
                if other not in found and self._leads_on(other):
                    found[other] = None
                    new.append(other)
        return sorted(found)

    def _leads_on(self, local: str) -> bool:
        person = self.person(local)
        others = map(self.person, person.alike if person.imported else ())
        return not person.imported or any(other.listed and other.called_alike(person) for other in others)

    def _linked(self, group: Sequence[str]) -> dict[str, Link]:
        """The links among full names, worked out in an order of preference that these have by themselves."""
        people = sorted((self.person(local) for local in group), key=lambda person: person.preference)
        people = [person for person in people if person.linkable and not person.imported]
        if len(people) > _MOST_ALIKE:
            return {}
        clusters: list[list[Person]] = []
        links: dict[str, Link] = {}
        for person in people:
            best = self._likeliest(person, clusters)
            if best is None:
                clusters.append([person])
                continue
            cluster, evidence = best
            cluster.append(person)
            links[person.local] = (cluster[0].local, evidence.why())
        listed = self._to_listed(clusters)
        for cluster in clusters:
            links |= self._to_imported(cluster, listed)
            links |= _to_kept(cluster, links)
        links |= {local: (others[0].local, evidence.why()) for local, (others, evidence) in listed.items()}
        return {local: link for local, link in links.items() if local != link[0]}

    def _likeliest(self, person: Person, clusters: list[list[Person]]) -> tuple[list[Person], Evidence] | None:
        """Those of whom most speaks for being one with somebody, where it is more than of any others."""
        likely = []
        for cluster in clusters:
            if any(other.local in person.alike for other in cluster):
                evidence = _strongest(person.speaks_for(other) for other in cluster)
                if evidence.weight >= LIKELY and not any(person.is_not(other) for other in cluster):
                    likely.append((cluster, evidence))
        return _only(likely)

    def _to_listed(self, clusters: Sequence[list[Person]]) -> dict[str, tuple[list[Person], Evidence]]:
        """Imported actors who are a listed person beyond doubt: the cluster of that one, and what says so.

        Of several whom a listed person may be, or who may be several, none is.
        """
        found: dict[str, list[tuple[list[Person], Evidence]]] = {}
        for cluster in clusters:
            first = cluster[0]
            there = [
                one
                for one in map(self.person, first.alike if first.listed else ())
                if one.imported and one.linkable and one.kept == one.local and one.local not in first.merged
                if first.called_alike(one) and not any(person.is_not(one) for person in cluster)
            ]
            evidence = first.surely(there[0]) if len(there) == 1 else Evidence()
            if evidence.office:
                found.setdefault(there[0].local, []).append((cluster, evidence))
        return {local: likely[0] for local, likely in found.items() if len(likely) == 1}

    def _to_imported(
        self, cluster: Sequence[Person], listed: Mapping[str, tuple[list[Person], Evidence]]
    ) -> dict[str, Link]:
        """The link of a cluster to the one imported actor that it may be; a listed person stays himself.

        Nor is it linked to one who is a listed person, ``listed``, of whose cluster it cannot be.
        """
        if cluster[0].listed:
            return {}
        there = {other for person in cluster for other in person.alike if self.person(other).imported}
        likely = []
        for imported in map(self.person, sorted(there)):
            if imported.linkable and not any(person.is_not(imported) for person in cluster):
                evidence = _strongest(person.speaks_for(imported) for person in cluster)
                if evidence.office or evidence.country:
                    likely.append((imported.local, evidence))
        best = _only(likely)
        his = listed[best[0]][0] if best is not None and best[0] in listed else []
        if best is None or any(person.is_not(other) for person in cluster for other in his):
            return {}
        return {cluster[0].local: (best[0], best[1].why())}

    # names of one word

    def _namesakes(self, locals_: Iterable[str]) -> set[str]:
        """Those of one word who may be meant by the surnames of these."""
        query = linked.NAMESAKES.format("?")
        return self._meaning(
            (local, found) for local in set(locals_) for (found,) in self.connection.execute(query, (local,)).fetchall()
        )

    def _meaning(self, pairs: Iterable[tuple[str, str]]) -> set[str]:
        """Of full names and names of one word that sound like their surnames: those of one word that may mean them."""
        return {alone for full, alone in pairs if self.person(alone).may_be(self.person(full))}

    def _linked_alone(self, local: str) -> dict[str, Link]:
        """The link of a name of one word, to the full name that its article makes likely."""
        person = self.person(local)
        named = self._namesakes_of(person)
        if not named or len({other.end[-1] for other in named}) > _MOST_NAMESAKES or not person.linkable:
            return {}
        likely: dict[str, tuple[str, Evidence]] = {}
        for other in named:
            end = other.end[-1]
            if end == local or not other.linkable or self._is_not(person, other):
                continue
            evidence = speaks_for_one_word(person.about, other.about)
            enough = evidence.weight >= (OFFICE if person.common else LIKELY)
            if enough and (end not in likely or likely[end][1].weight < evidence.weight):
                likely[end] = (other.local, evidence)
        best = _only(list(likely.values()))
        return {} if best is None else {local: (best[0], best[1].why())}

    def _namesakes_of(self, person: Person) -> list[Person]:
        """Those whose surname the one word for somebody may be, in order of preference; the same word means the same
        people in every article."""
        found = self._known_namesakes.get(person.only_words)
        if found is None:
            query = f"""SELECT DISTINCT c.local FROM heard x JOIN heard c ON c.key = x.key AND c.part = {linked.LAST}
                        WHERE x.local = ? AND x.part = {linked.ALONE}"""
            sounding = [self.person(other) for (other,) in self.connection.execute(query, (person.local,)).fetchall()]
            named = sorted(filter(person.may_be, sounding), key=lambda other: other.preference)
            found = self._known_namesakes[person.only_words] = [other.local for other in named]
        return [self.person(local) for local in found]

    def _is_not(self, person: Person, other: Person) -> bool:
        """Whether a name of one word cannot be somebody's, nor that of anyone as whom he is shown."""
        if years_apart(person.about, other.about):
            return True
        return any(person.is_not(self.person(one)) for one in other.end)


def _to_kept(cluster: Sequence[Person], links: Mapping[str, Link]) -> dict[str, Link]:
    """The links of a cluster whose first a user merged into another one of it: to that one."""
    kept = cluster[0].kept
    if kept not in {person.local for person in cluster[1:]}:
        return {}
    return {person.local: (kept, links[person.local][1]) for person in cluster[1:]}


def _strongest(found: Iterable[Evidence]) -> Evidence:
    return max(found, key=lambda evidence: evidence.weight)


def _only(likely: Sequence[tuple[T, Evidence]]) -> tuple[T, Evidence] | None:
    """The one for which most speaks; None where as much speaks for another."""
    ordered = sorted(likely, key=lambda pair: -pair[1].weight)
    if not ordered or (len(ordered) > 1 and ordered[1][1].weight == ordered[0][1].weight):
        return None
    return ordered[0]
