"""Finding actors by any spelling in any script: keys find candidates, costs of sounds rank them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from typing import Literal, NamedTuple

from dateline.actors import beginnings
from dateline.actors.affixes import LIGHT, Slot, parses, parted
from dateline.actors.candidates import ECHOES, SAME, SLIPS, marks, near
from dateline.actors.carriers import Carried, Carriers
from dateline.actors.exact import names_with, same_words, written_together
from dateline.actors.ranking import Likeness, Stored, name_score
from dateline.actors.why import why

#: among which spellings is searched: those that are the same but for case and accents, those in a script that the
#: query is written in, all
Scope = Literal["exact", "script", "all"]
SCOPES: tuple[Scope, ...] = ("all", "script", "exact")

#: names that are compared as wholes: the best on the whole, the best for each word, the best of another cut
_NAMES, _EACH, _NAMES_RECUT = 60, 8, 20
#: the likeness that a word of a name is reckoned with before it is compared
_UNKNOWN = 0.55
#: a name this good needs no wider search
_GOOD = 0.88
#: a name this poor makes other scripts' mishearings worth looking up
_POOR = 0.88
#: words of a query that are looked up; the others only count where names are compared
_TELLING = 3
#: a likeness that being seen more cannot lift a name above, nor one with the query's own words
_SURE, _SURE_SO_SPELT = 0.965, 0.99
#: the least likeness of a name that articles have and that begins as what was typed so far; what the likeness of sounds
#: with which it begins is worth more where they are typed in another script
_BEGUN, _BEGUN_BY_SOUND = 0.92, 0.05
#: what the name of somebody gains whom articles mention: at all, with each doubling of how often they have that
#: spelling, at most
_SEEN, _SEEN_DOUBLED, _SEEN_MOST = 0.025, 0.005, 0.05
#: articles that are counted for a hit: counting on would take long for who stands in all of them
MOST_ARTICLES = 10_000
#: no hit scores less, nor so much less than the best
_LEAST, _BEHIND = 0.42, 0.35
#: a word of the query with such a match needs no wider search while others have none
_SETTLED = 0.93
#: the likeness of a word that is spelt the same
_WHOLE = 0.99
#: scripts of which one character is a whole syllable or name
_CHARACTERS = ("chinese", "hangul")
#: words that begin with the same letter or two, above which not every name that has one is compared
_MANY = 200
#: a name counts as having a word from this likeness on; what a doubling of their number takes off a word's weight
_COMMON, _PER_DOUBLING = 0.92, 0.035


class Hit(NamedTuple):
    """One actor that a query found: ``score`` 0 to 100, ``matched`` the stored spelling, ``why`` how it was found.

    ``articles`` that name it are counted up to ``MOST_ARTICLES``.
    """

    actor: str
    name: str
    kind: str
    score: float
    matched: str
    why: str
    mentions: int
    articles: int = 0

    @property
    def reason(self) -> str:
        """How it was found, and what puts it before others that are found alike: how often it is seen."""
        return f"{self.why}; {self.seen}" if self.articles else self.why

    @property
    def seen(self) -> str:
        """ "seen in 3 articles"; empty where no article names it."""
        if not self.articles:
            return ""
        many = "+" if self.articles >= MOST_ARTICLES else ""
        return f"seen in {self.articles:,}{many} article{'' if self.articles == 1 else 's'}"


class _Name:
    """A spelling that was compared with the query as a whole."""

    __slots__ = ("actor", "alike", "score", "seen", "slots", "spelling", "stored")

    def __init__(self, actor: str, spelling: str, stored: tuple[Stored, ...], seen: int) -> None:
        self.actor = actor
        self.spelling = spelling
        self.stored = stored
        self.alike = 0.0
        self.score = 0.0  # how alike it is, and what speaks for whom articles mention
        self.slots: tuple[Slot, ...] = ()  # the words of the query, cut so that it is most alike
        self.seen = seen


def search(connection: sqlite3.Connection, query: str, limit: int = 10, *, scope: Scope = "all") -> list[Hit]:
    """The actors of the store whose names sound like ``query``, best first, one row an actor; [] where none does.

    ``scope`` "script" leaves out spellings in other scripts than the query's, "exact" those that do not have its words.
    All is read of one state of the store, whatever other processes write meanwhile.
    """
    if connection.in_transaction:
        return _search(connection, query, limit, scope)
    connection.execute("BEGIN")
    try:
        return _search(connection, query, limit, scope)
    finally:
        connection.execute("ROLLBACK")


def _search(connection: sqlite3.Connection, query: str, limit: int, scope: Scope) -> list[Hit]:
    own_script = scope == "script"
    cuts = [_Cut(slots, written=at == 0, own_script=own_script) for at, slots in enumerate(parses(query))]
    if not cuts:
        return []
    likeness, carriers = Likeness(), Carriers(connection)
    written = cuts[0]
    if scope == "exact":
        numbers = names_with(connection, carriers, same_words(written.slots), _NAMES)
        chosen = {number: [(written, written.weights)] for number in numbers}
        return _hits(connection, _compared(connection, chosen, likeness, {}), limit, likeness)
    written.look(connection, likeness, SAME)
    read: dict[int, _Name] = {}
    names = _scored(connection, cuts[:1], carriers, likeness, read)
    if not names or names[0].score < _GOOD:
        if len(written.slots) == 1 and (texts := written_together(connection, written.slots[0].forms[0].folded)):
            cuts.append(_Cut(parted(written.slots[0], texts), written=False, own_script=own_script))
        for cut in cuts[1:]:
            cut.take(written)
            cut.look(connection, likeness, SAME)
        written.look(connection, likeness, ECHOES if not names or names[0].score < _POOR else SLIPS)
        likeness.forget()
        names = _scored(connection, cuts, carriers, likeness, read)
    return _hits(connection, names, limit, likeness)


class _Cut:
    """One way to cut the query into words, and for each the words of the index that may be meant."""

    __slots__ = ("found", "own_script", "slots", "written")

    def __init__(self, slots: tuple[Slot, ...], *, written: bool, own_script: bool) -> None:
        self.slots = slots
        self.own_script = own_script  # no word of another script is meant
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
            for number, alike in self._found(connection, slot, likeness, reach):
                found[number] = max(alike, found.get(number, 0.0))

    def _found(
        self, connection: sqlite3.Connection, slot: Slot, likeness: Likeness, reach: int
    ) -> Iterator[tuple[int, float]]:
        """The words that may be meant by one of the query, and how like it they are."""
        yield from near(connection, slot, likeness, reach, self.own_script).items()
        if not slot.open:
            return
        form = slot.forms[0]
        if reach > SAME:
            yield from beginnings.by_sound(connection, form, likeness, self.own_script)
            return
        yield from beginnings.by_letters(connection, form, likeness)
        if not self.own_script:
            yield from beginnings.elsewhere(connection, form, likeness)

    @property
    def weights(self) -> list[float]:
        return [slot.weight for slot in self.slots]

    def _doubtful(self) -> list[int]:
        """The words to look up: all at first, then those without a good match, unless two others have theirs."""
        telling = [at for at, slot in enumerate(self.slots) if len(slot.forms[0].folded) > 1 and slot.weight > LIGHT]
        telling = sorted(telling, key=lambda at: -self.slots[at].weight)[:_TELLING] or list(range(len(self.slots)))[:1]
        doubtful = [at for at in telling if max(self.found[at].values(), default=0.0) < _SETTLED]
        if len(telling) - len(doubtful) >= 2 and len(telling) > 2:
            return []
        return doubtful or telling

    def likely(self, carriers: Carriers, told: dict[Slot, _Told]) -> tuple[set[int], list[float]]:
        """The names worth comparing as wholes, and how much each word of the query says: less if many names have it.

        ``told`` keeps what was read for each word: cuts share most of theirs.
        """
        for slot, found in zip(self.slots, self.found, strict=True):
            if slot not in told:
                told[slot] = _told(slot, found, carriers)
        weights = [told[slot][0] for slot in self.slots]
        # a word of a name that two of the query are like is one of them: it counts where it is worth more
        most: dict[int, float] = {}
        for slot in self.slots:
            for token, (worth, _) in told[slot][1].items():
                most[token] = max(worth, most.get(token, 0.0))
        words = [
            [carried for token, carried in told[slot][1].items() if carried[0] >= most[token]] for slot in self.slots
        ]
        # a name with one word right and the others far off must not drown among those with another word right
        each = _EACH if self.written and len(words) > 1 else 0
        likely = carriers.likeliest(words, _NAMES if self.written else _NAMES_RECUT, each)
        if self.written:
            # nor one that articles have among the many of a registry that are as like
            likely |= carriers.seen_among(words, _EACH)
        return likely, weights


#: how much a word of the query says, and the words that it may mean, the best first, with the names that have them
_Told = tuple[float, dict[int, Carried]]


def _told(slot: Slot, found: Mapping[int, float], carriers: Carriers) -> _Told:
    names = carriers.of(found)
    common = sum(len(names[token]) for token, alike in found.items() if alike > _COMMON)
    weight = slot.weight * max(0.6, 1.0 - _PER_DOUBLING * log2(1 + common))
    if slot.open and _begun(slot) and len(found) > _MANY:
        # thousands of names have a word that begins with a letter or two
        names = {
            token: names[token] if alike > _WHOLE else carriers.only_seen(names[token])
            for token, alike in found.items()
        }
    ranked = sorted(found, key=found.__getitem__, reverse=True)
    return weight, {token: (max(0.0, found[token] - _UNKNOWN) * weight, names[token]) for token in ranked}


def _begun(slot: Slot) -> bool:
    """Whether a word is so short that it may be the beginning of any name: a letter or two, but no whole character."""
    form = slot.forms[0]
    return len(form.folded) <= 2 and form.script not in _CHARACTERS


#: a cut of the query, and how much each of its words says
_Way = tuple[_Cut, list[float]]


def _scored(
    connection: sqlite3.Connection, cuts: list[_Cut], carriers: Carriers, likeness: Likeness, names: dict[int, _Name]
) -> list[_Name]:
    """The names that have the likeliest words, best first; ``names`` keeps those that were read, by number."""
    chosen: dict[int, list[_Way]] = {}
    told: dict[Slot, _Told] = {}
    for cut in cuts:
        likely, weights = cut.likely(carriers, told)
        for number in likely:
            chosen.setdefault(number, []).append((cut, weights))
    return _compared(connection, chosen, likeness, names)


def _compared(
    connection: sqlite3.Connection, chosen: Mapping[int, list[_Way]], likeness: Likeness, names: dict[int, _Name]
) -> list[_Name]:
    """The chosen names, each in its ways, as alike as the best of them."""
    missing = [number for number in chosen if number not in names]
    for number, actor, spelling, letters, raw, seen in connection.execute(
        "SELECT n.id, actor, spelling, folded, sounds, iif(count, count, mentions > 0) FROM names n"
        f" JOIN stored_actors a ON a.id = actor WHERE n.id IN ({marks(missing)})",
        missing,
    ):
        stored = tuple(map(Stored.read, letters.split(" "), raw.split(" ")))
        names[number] = _Name(actor, spelling, stored, seen)
    scored = [names[number] for number in chosen]
    for number, ways in chosen.items():
        name = names[number]
        name.alike = -1.0
        for cut, weights in ways:
            alike = name_score(cut.slots, weights, name.stored, likeness)
            if alike > name.alike:
                name.alike, name.slots = alike, cut.slots
        name.score = name.alike
        if name.seen:
            name.score = max(name.alike, _lifted(name, likeness))
    scored.sort(key=lambda name: (-name.score, -name.alike, -name.seen, name.spelling, name.actor))
    return scored


def _lifted(name: _Name, likeness: Likeness) -> float:
    """How alike a name is, and what speaks for it because articles have it."""
    letters = [word.letters for word in name.stored]
    *before, last = [slot.forms[0] for slot in name.slots]
    prior = _prior(name.seen)
    if not {form.folded for form in before} <= set(letters):
        return min(_SURE, name.alike + prior)
    if last.folded in letters:
        return min(_SURE_SO_SPELT, name.alike + prior)
    least = 0.0
    if name.slots[-1].open:
        for word in name.stored:
            if word.letters.startswith(last.folded):
                return min(_SURE, max(name.alike, _BEGUN) + prior)
            if word.script != last.script and word.rough[: len(last.rough)] == last.rough != word.rough and last.rough:
                least = max(least, likeness.known(last, word) + _BEGUN_BY_SOUND)
    return min(_SURE, max(name.alike, least) + prior)


def _prior(seen: int) -> float:
    """What speaks for somebody whom articles mention, before anything is compared."""
    return min(_SEEN_MOST, _SEEN + _SEEN_DOUBLED * log2(1 + seen))


def _hits(connection: sqlite3.Connection, names: Sequence[_Name], limit: int, likeness: Likeness) -> list[Hit]:
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
    rows = rows[:limit]
    articles = _articles(connection, [actor for actor, _, _, mentions in rows if mentions])
    return [
        Hit(
            actor=actor,
            name=shown,
            kind=kind,
            score=round(100 * min(1.0, best[actor].score), 1),
            matched=best[actor].spelling,
            why=why(best[actor].slots, best[actor].spelling, best[actor].stored, likeness),
            mentions=mentions,
            articles=articles.get(actor, 0),
        )
        for actor, shown, kind, mentions in rows
    ]


def _articles(connection: sqlite3.Connection, actors: Sequence[str]) -> dict[str, int]:
    """How many articles name each of them, as far as is counted."""
    return {
        actor: connection.execute(
            "SELECT count(*) FROM (SELECT DISTINCT article FROM mentions WHERE actor IN "
            "(SELECT ? UNION ALL SELECT local FROM shown_as WHERE actor = ?) LIMIT ?)",
            (actor, actor, MOST_ARTICLES),
        ).fetchone()[0]
        for actor in actors
    }
