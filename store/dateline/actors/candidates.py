"""Words of the index that a word of a query may mean: looked up by key, compared piece by piece."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from heapq import nlargest
from itertools import repeat
from operator import getitem

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word
from dateline.actors.costs import Costs, costs, distance, kind
from dateline.actors.keys import ASKED, Filed, filed, misheard, misspelt
from dateline.actors.ranking import BARE_LESS, FLOOR, SAME_SCRIPT, Likeness, Stored
from dateline.actors.sounds import latin

#: words kept for one form of a query word; for one that writes its vowels, or that is not the word as written
_KEPT, _KEPT_FEWER = 160, 60
#: words under one key that are compared again with other forms and readings of the same query word
_AGAIN = 250
#: of more words under one key, or at least of so many bones, only the likeliest are compared piece by piece
_MANY, _FEW = 250, 40
#: ways of filing a query word whose neighbours are looked up, and words of a script that are then compared
_WIDENED, _SIFTED, _SIFTED_OTHERS = 1, 16, 6
_NAMES_OF_SCRIPTS = tuple(sounds.SCRIPTS)


#: how far from the key of a query word its candidates may lie: the same consonants; in the same script one consonant
#: mistyped; in other scripts too one consonant off
SAME, SLIPS, ECHOES = 0, 1, 2


def near(
    connection: sqlite3.Connection, slot: Slot, likeness: Likeness, reach: int, own_script: bool = False
) -> dict[int, float]:
    """Words of the index that may be meant by a word of the query, with their likeness, 0 to 1.

    ``own_script``: only those that are written in the same script.
    """
    found: dict[int, float] = {}
    shelf = _Shelf(connection)
    reach = min(reach, SLIPS) if own_script else reach
    done: set[str] = set()
    for form in slot.forms:
        best: dict[int, float] = {}
        for mine, reading in enumerate(form.readings):
            if reading and reach:
                _neighbouring(connection, form, mine, reach, done, best)
            elif reading:
                _same_key(shelf, form, mine, best, own_script)
        many = kind(form.script) != "alphabet" and form is slot.forms[0]
        kept = sorted(best, key=best.__getitem__, reverse=True)[: _KEPT if many else _KEPT_FEWER]
        for token, word in stored_words(connection, kept):
            score = form.trust * likeness.settle(form, word, best[token], slot.open)
            if score > found.get(token, 0.0):
                found[token] = score
    return found


#: script, reading, bones and words of a row of the index
_Group = tuple[int, int, str, str]
#: reading, segments and id of one word
_Row = tuple[int, str, int]


class _Shelf:
    """What the index files under a key; once it has been compared, only the likeliest of it are looked at again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[tuple[str, str], dict[int, list[_Row]]] = {}

    def rows(self, way: Filed, among: str, abjad: bool) -> tuple[dict[int, list[_Row]], bool]:
        """The words under a key that ``among`` lets pass, by script; of very many those whose bones come nearest.

        The second value tells whether they were compared before.
        """
        known = self._kept.get((way.key, among))
        if known is not None:
            return known, True
        groups = self._connection.execute(
            f"SELECT script, reading, bones, words FROM token_keys WHERE key = ? AND {among}", (way.key,)
        ).fetchall()
        return _nearest(groups, way.bones, abjad), False

    def keep(self, key: str, among: str, scored: list[tuple[float, int, _Row]]) -> None:
        """Keeps the likeliest words of a key, told with their likeness and script."""
        kept: dict[int, list[_Row]] = {}
        for _, script, row in nlargest(_AGAIN, scored) if len(scored) > _AGAIN else scored:
            kept.setdefault(script, []).append(row)
        self._kept[key, among] = kept


def _nearest(groups: list[_Group], mine: str, abjad: bool) -> dict[int, list[_Row]]:
    rows: dict[int, list[_Row]] = {}
    count = 0
    for script, reading, _, words in groups if len(groups) <= _FEW else _by_bones(groups, mine, abjad):
        parts = words.split()
        rows.setdefault(script, []).extend(zip(repeat(reading), parts[::2], map(int, parts[1::2])))
        count += len(parts) // 2
        if count >= _MANY and len(groups) > _FEW:
            break
    return rows


def _by_bones(groups: list[_Group], mine: str, abjad: bool) -> Iterator[_Group]:
    """The groups whose bones come nearest, at most as many as words are wanted."""
    all_bones = [group[2] for group in groups]
    if abjad:  # what the query leaves out costs little, what it has and a name has not costs much
        near = process.extract(
            mine, all_bones, scorer=Levenshtein.distance, scorer_kwargs={"weights": (1, 3, 3)}, limit=_MANY
        )
    else:
        near = process.extract(mine, all_bones, scorer=Levenshtein.distance, limit=_MANY)
    return (groups[at] for _, _, at in near)


def unfiled(words: str) -> Iterator[tuple[str, int]]:
    """Segments and id of each word in a row of the index."""
    parts = words.split()
    return zip(parts[::2], map(int, parts[1::2]), strict=True)


def _among(script: str, reading: int) -> str:
    """Which entries a reading of a query word is compared with.

    In one script only the general readings are compared, for there letters tell the rest; pinyin is for Chinese
    characters only, both ways.
    """
    latin_number = sounds.NUMBER["latin"]
    if script == "chinese":
        return "1"
    if script != "latin":
        return f"NOT (script = {latin_number} AND reading = {latin.PINYIN})"
    if reading == latin.PINYIN:
        return f"script = {sounds.NUMBER['chinese']}"
    return f"NOT (script = {latin_number} AND reading > 0)" if reading == 0 else f"script <> {latin_number}"


def _same_key(shelf: _Shelf, form: Word, mine: int, best: dict[int, float], own_script: bool) -> None:
    """Scores the words filed under the same key: their pieces lie side by side, so that their distances add up."""
    among, abjad = f"{in_script(form, own_script)} AND {_among(form.script, mine)}", kind(form.script) == "abjad"
    for way in filed(form.readings[mine], ASKED):
        there, again = shelf.rows(way, among, abjad)
        kept: list[tuple[float, int, _Row]] = []
        for script, rows in there.items():
            name = _NAMES_OF_SCRIPTS[script]
            same = name == form.script
            pieces = _Pieces(way.segments, costs(form.script, name), SAME_SCRIPT[mine] if same else 0.0)
            for row in rows:
                reading, segments, token = row
                score = pieces[segments]
                if score > FLOOR:
                    if reading == latin.BARE and not same:
                        score -= BARE_LESS
                    if not again:
                        kept.append((score, script, row))
                    if score > best.get(token, FLOOR) and (not same or reading == mine):
                        best[token] = score
        if not again:
            shelf.keep(way.key, among, kept)


class _Pieces(dict[str, float]):
    """The likeness of one way to file a query word and the segments of stored words, each worked out once."""

    def __init__(self, segments: str, table: Costs, less: float) -> None:
        super().__init__()
        self._rows = [table.segments[piece] for piece in segments.split("|")]
        self._length = table.length(segments)
        self._lengths = table.lengths
        self._most = 1.0 - table.doubt - less

    def __missing__(self, segments: str) -> float:
        far = sum(map(getitem, self._rows, segments.split("|")))
        length = self._lengths[segments]
        score = self[segments] = self._most - far / ((length if length > self._length else self._length) + 0.2)
        return score


def _neighbouring(
    connection: sqlite3.Connection, form: Word, mine: int, reach: int, done: set[str], best: dict[int, float]
) -> None:
    """Scores the words filed one consonant away, the likeliest by their bones only; ``done``: keys widened before."""
    reading = form.readings[mine]
    likely: dict[int, list[tuple[int, int, str]]] = {}
    for way in filed(reading, _WIDENED):
        if way.key in done:
            continue
        done.add(way.key)
        for script, there in _widened(connection, way, form, mine, reach):
            most = _SIFTED if _NAMES_OF_SCRIPTS[script] in (form.script, "latin") else _SIFTED_OTHERS
            nearest = process.extract(way.bones, list(there), scorer=Indel.distance, limit=most)
            likely.setdefault(script, []).extend(
                (far, token, segments) for bones, far, _ in nearest for segments, token in unfiled(there[bones])
            )
    for script, found in likely.items():
        name = _NAMES_OF_SCRIPTS[script]
        table = costs(form.script, name)
        doubt = table.doubt + (SAME_SCRIPT[mine] if name == form.script else 0.0)
        length = table.length(reading)
        for _, token, segments in sorted(found)[:_SIFTED]:
            other = segments.replace("|", "")
            whole = max(length, table.length(other)) + 0.2
            score = 1.0 - distance(reading, other, table, (1.0 - FLOOR) * whole) / whole - doubt
            if score > best.get(token, FLOOR):
                best[token] = score


def _widened(
    connection: sqlite3.Connection, way: Filed, form: Word, mine: int, reach: int
) -> Iterator[tuple[int, dict[str, str]]]:
    """What is filed under the neighbours of a key, by script: the words that have each bones."""
    script, among = sounds.NUMBER[form.script], _among(form.script, mine)
    columns = f"SELECT script, bones, words FROM token_keys WHERE {among} AND key IN"
    long = "AND length(bones) BETWEEN ? AND ?"
    rows: list[tuple[int, str, str]] = []
    for change, slips in zip((-1, 0, 1), misspelt(way.key), strict=True):
        shortest, longest = sorted((len(way.bones), len(way.bones) + change))
        rows += connection.execute(
            f"{columns} ({marks(slips)}) AND script = ? AND reading = ? {long}",
            [*slips, script, mine, shortest, longest],
        )
    if reach == ECHOES:
        echoes = misheard(way.key)
        shortest, longest = len(way.bones) - 2, len(way.bones) + 2
        rows += connection.execute(
            f"{columns} ({marks(echoes)}) AND script <> ? {long}", [*echoes, script, shortest, longest]
        )
    by_script: dict[int, dict[str, str]] = {}
    for number, bones, words in rows:
        there = by_script.setdefault(number, {})
        there[bones] = there.get(bones, "") + words
    yield from by_script.items()


def in_script(form: Word, own_script: bool) -> str:
    """Which scripts are looked at, as SQL."""
    return f"script = {sounds.NUMBER[form.script]}" if own_script else "1"


def marks(values: Collection[object]) -> str:
    """As many question marks as there are values, for an SQL list."""
    return ",".join("?" * len(values))


def stored_words(
    connection: sqlite3.Connection, tokens: Iterable[int] | Iterable[str], by: str = "id"
) -> Iterator[tuple[int, Stored]]:
    """The words of these ids; or those that are ``folded`` so."""
    known = list(tokens)
    for number, letters, raw in connection.execute(
        f"SELECT id, folded, sounds FROM name_tokens WHERE {by} IN ({marks(known)})", known
    ):
        yield number, Stored.read(letters, raw)
