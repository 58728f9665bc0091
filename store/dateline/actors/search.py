"""Finding actors by any spelling in any script: keys find candidates, costs of sounds rank them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from dateline.actors.affixes import LIGHT, Slot, parses
from dateline.actors.candidates import ECHOES, SAME, SLIPS, marks, near
from dateline.actors.carriers import Carried, Carriers
from dateline.actors.ranking import Likeness, Stored, name_score
from dateline.actors.why import why

#: names that are compared as wholes: the best on the whole, the best for each word, the best of another cut
_NAMES, _EACH, _NAMES_RECUT = 60, 8, 20
#: the likeness that a word of a name is reckoned with before it is compared
_UNKNOWN = 0.55
#: a name this good needs no wider search
_GOOD = 0.88
#: a name this poor makes other scripts' mishearings worth looking up
_POOR = 0.84
#: words of a query that are looked up; the others only count where names are compared
_TELLING = 3
#: a likeness that being seen more cannot lift a name above; and what a spelling gains that articles have: at all, with
#: each doubling of how often, at most
_SURE = 0.965
_SEEN, _SEEN_DOUBLED, _SEEN_MOST = 0.025, 0.005, 0.05
#: no hit scores less, nor so much less than the best
_LEAST, _BEHIND = 0.42, 0.35
#: a word of the query with such a match needs no wider search while others have none
_SETTLED = 0.93
#: the likeness of a word that is spelt the same
_WHOLE = 0.99
#: words that begin with the same letter or two, above which not every name that has one is compared
_MANY = 200
#: a name counts as having a word from this likeness on; what a doubling of their number takes off a word's weight
_COMMON, _PER_DOUBLING = 0.92, 0.035


class Hit(NamedTuple):
    """One actor that a query found: ``score`` 0 to 100, ``matched`` the stored spelling, ``why`` how it was found."""

    actor: str
    name: str
    kind: str
    score: float
    matched: str
    why: str
    mentions: int


class _Name:
    """A spelling that was compared with the query as a whole."""

    __slots__ = ("actor", "score", "seen", "spelling", "stored")

    def __init__(self, actor: str, spelling: str, stored: tuple[Stored, ...], seen: int) -> None:
        self.actor = actor
        self.spelling = spelling
        self.stored = stored
        self.score = 0.0
        self.seen = seen


def search(connection: sqlite3.Connection, query: str, limit: int = 10) -> list[Hit]:
    """The actors of the store whose names sound like ``query``, best first, one row an actor; [] where none does."""
    cuts = [_Cut(slots, written=at == 0) for at, slots in enumerate(parses(query))]
    if not cuts:
        return []
    likeness, carriers = Likeness(), Carriers(connection)
    written = cuts[0]
    written.look(connection, likeness, SAME)
    read: dict[int, _Name] = {}
    names = _scored(connection, cuts[:1], carriers, likeness, read)
    if not names or names[0].score < _GOOD:
        for cut in cuts[1:]:
            cut.take(written)
            cut.look(connection, likeness, SAME)
        written.look(connection, likeness, ECHOES if not names or names[0].score < _POOR else SLIPS)
        likeness.forget()
        names = _scored(connection, cuts, carriers, likeness, read)
    return _hits(connection, names, limit, written.slots, likeness)


class _Cut:
    """One way to cut the query into words, and for each the words of the index that may be meant."""

    __slots__ = ("found", "slots", "written")

    def __init__(self, slots: tuple[Slot, ...], *, written: bool) -> None:
        self.slots = slots
        self.found: list[dict[int, float]] = [{} for _ in slots]
        self.written = written  # the query's own words, none joined or parted

    def take(self, other: _Cut) -> None:
        """Takes over what was found for the words that both cuts have."""
        known = dict(zip(other.slots, other.found, strict=True))
        self.found = [known.get(slot, {}) for slot in self.slots]

    def look(self, connection: sqlite3.Connection, likeness: Likeness, reach: int) -> None:
        for at in self._doubtful():
            slot, found = self.slots[at], self.found[at]
            if found and reach == SAME:
                continue
            for number, alike in near(connection, slot, likeness, reach).items():
                found[number] = max(alike, found.get(number, 0.0))

    def _doubtful(self) -> list[int]:
        """The words to look up: all at first, then those without a good match, unless two others have theirs."""
        telling = [at for at, slot in enumerate(self.slots) if len(slot.forms[0].folded) > 1 and slot.weight > LIGHT]
        telling = sorted(telling, key=lambda at: -self.slots[at].weight)[:_TELLING] or list(range(len(self.slots)))[:1]
        doubtful = [at for at in telling if max(self.found[at].values(), default=0.0) < _SETTLED]
        if len(telling) - len(doubtful) >= 2 and len(telling) > 2:
            return []
        return doubtful or telling

    def likely(self, carriers: Carriers) -> tuple[set[int], list[float]]:
        """The names worth comparing as wholes, and how much each word of the query says: less if many names have it."""
        weights: list[float] = []
        words: list[list[Carried]] = []
        for slot, found in zip(self.slots, self.found, strict=True):
            names = carriers.of(found)
            common = sum(len(names[token]) for token, alike in found.items() if alike > _COMMON)
            weight = slot.weight * max(0.6, 1.0 - _PER_DOUBLING * log2(1 + common))
            weights.append(weight)
            if slot.open and len(slot.forms[0].folded) <= 2 and len(found) > _MANY:
                # thousands of names have a word that begins with a letter or two
                names = {
                    token: names[token] if alike > _WHOLE else carriers.only_seen(names[token])
                    for token, alike in found.items()
                }
            ranked = sorted(found, key=found.__getitem__, reverse=True)
            words.append([(max(0.0, found[token] - _UNKNOWN) * weight, names[token]) for token in ranked])
        # a name with one word right and the others far off must not drown among those with another word right
        each = _EACH if self.written and len(words) > 1 else 0
        return carriers.likeliest(words, _NAMES if self.written else _NAMES_RECUT, each), weights


def _scored(
    connection: sqlite3.Connection, cuts: list[_Cut], carriers: Carriers, likeness: Likeness, names: dict[int, _Name]
) -> list[_Name]:
    """The names that have the likeliest words, best first; ``names`` keeps those that were read, by number."""
    chosen: dict[int, list[tuple[_Cut, list[float]]]] = {}
    for cut in cuts:
        likely, weights = cut.likely(carriers)
        for number in likely:
            chosen.setdefault(number, []).append((cut, weights))
    missing = [number for number in chosen if number not in names]
    for number, actor, spelling, letters, raw, seen in connection.execute(
        f"SELECT id, actor, spelling, folded, sounds, count FROM names WHERE id IN ({marks(missing)})", missing
    ):
        stored = tuple(map(Stored.read, letters.split(" "), raw.split(" ")))
        names[number] = _Name(actor, spelling, stored, seen)
    scored = [names[number] for number in chosen]
    for number, ways in chosen.items():
        name = names[number]
        alike = max(name_score(cut.slots, weights, name.stored, likeness) for cut, weights in ways)
        name.score = max(alike, min(_SURE, alike + _prior(name.seen)))
    scored.sort(key=lambda name: (-name.score, -name.seen, name.spelling, name.actor))
    return scored


def _prior(seen: int) -> float:
    """What speaks for a spelling that articles have, before anything is compared."""
    return min(_SEEN_MOST, _SEEN + _SEEN_DOUBLED * log2(1 + seen)) if seen else 0.0


def _hits(
    connection: sqlite3.Connection, names: Sequence[_Name], limit: int, slots: Sequence[Slot], likeness: Likeness
) -> list[Hit]:
    worth = max(_LEAST, names[0].score - _BEHIND) if names else _LEAST
    known = list(dict.fromkeys(name.actor for name in names if name.score >= worth))
    shown = dict(connection.execute(f"SELECT local, actor FROM shown_as WHERE local IN ({marks(known)})", known))
    best: dict[str, _Name] = {}
    for name in names:
        best.setdefault(shown.get(name.actor, name.actor), name)
    actors = list(dict.fromkeys(shown.get(actor, actor) for actor in known))[: limit * 3]
    rows = connection.execute(
        f"SELECT id, name, kind, mentions FROM stored_actors WHERE id IN ({marks(actors)})", actors
    ).fetchall()
    rows.sort(key=lambda row: (-round(best[row[0]].score, 3), -row[3], row[1], row[0]))
    return [
        Hit(
            actor=actor,
            name=shown,
            kind=kind,
            score=round(100 * min(1.0, best[actor].score), 1),
            matched=best[actor].spelling,
            why=why(slots, best[actor].spelling, best[actor].stored, likeness),
            mentions=mentions,
        )
        for actor, shown, kind, mentions in rows[:limit]
    ]
