"""Words of the index that a word of a query may mean: looked up by key, compared piece by piece."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word
from dateline.actors.costs import Costs, costs, distance
from dateline.actors.keys import ASKED, filed, misheard, misspelt
from dateline.actors.ranking import FLOOR, SAME_SCRIPT, Likeness, Stored
from dateline.actors.sounds import latin

#: words kept for one form of a query word
_KEPT = 100
#: words looked at that begin as the last word of the query does
_BEGINNING = 120
#: words under one key that are compared again with other forms and readings of the same query word
_AGAIN = 250
#: ways of filing a query word whose neighbours are looked up, and words of a script that are then compared
_WIDENED, _SIFTED = 3, 40
_NAMES_OF_SCRIPTS = tuple(sounds.SCRIPTS)


def near(connection: sqlite3.Connection, slot: Slot, likeness: Likeness, *, wide: bool) -> dict[int, float]:
    """Words of the index that may be meant by a word of the query, with their likeness; ``wide``: one consonant off."""
    found: dict[int, float] = {}
    shelf = _Shelf(connection)
    done: set[str] = set()
    for form in slot.forms:
        best: dict[int, float] = {}
        for mine, reading in enumerate(form.readings):
            if not reading:
                continue
            alike = _neighbouring(connection, form, mine, done) if wide else _same_key(shelf, form, mine)
            for token, score in alike:
                if score > best.get(token, FLOOR):
                    best[token] = score
        kept = sorted(best, key=best.__getitem__, reverse=True)[:_KEPT]
        for token, word in stored_words(connection, kept):
            score = form.trust * likeness.settle(form, word, best[token], slot.open)
            if score > found.get(token, 0.0):
                found[token] = score
    if slot.open:
        for token, score in _beginning(connection, slot.forms[0], likeness, by_sound=wide):
            found[token] = max(score, found.get(token, 0.0))
    return found


def _beginning(
    connection: sqlite3.Connection, form: Word, likeness: Likeness, *, by_sound: bool
) -> Iterator[tuple[int, float]]:
    """Words that begin as the word being typed does, by letters or by sound; of very many, those that are seen."""
    after = form.folded[:-1] + chr(ord(form.folded[-1]) + 1)
    if len(form.folded) <= 2:
        # a letter or two begin half of a registry: only what articles have is worth offering
        tokens = connection.execute(
            "SELECT DISTINCT t.id FROM (SELECT id FROM names WHERE count > 0 ORDER BY count DESC LIMIT 2000) n"
            " JOIN token_names l ON l.name = n.id JOIN name_tokens t ON t.id = l.token"
            " WHERE t.folded >= ? AND t.folded < ? LIMIT ?",
            (form.folded, after, _BEGINNING),
        )
    elif by_sound:
        key = filed(form.readings[0], 1)[0].key
        tokens = connection.execute(
            "SELECT DISTINCT token FROM token_keys WHERE key >= ? AND key < ? LIMIT ?",
            (key, key + "Z", _BEGINNING if len(key) >= 2 else 0),
        )
    else:
        tokens = connection.execute(
            "SELECT id FROM name_tokens WHERE folded >= ? AND folded < ? ORDER BY names DESC LIMIT ?",
            (form.folded, after, _BEGINNING),
        )
    for token, word in stored_words(connection, [number for (number,) in tokens]):
        yield token, likeness.begins(form, word, by_sound=by_sound)


_Row = tuple[int, str, int, int]


class _Shelf:
    """What the index files under a key; once it has been compared, only the likeliest of it are looked at again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[tuple[str, str], list[_Row]] = {}

    def rows(self, key: str, among: str) -> list[_Row]:
        """Script, segments, word and reading of what is filed under ``key``, as far as ``among`` lets it pass."""
        known = self._kept.get((key, among))
        if known is None:
            known = self._connection.execute(
                f"SELECT script, segments, token, reading FROM token_keys WHERE key = ? AND {among}", (key,)
            ).fetchall()
        return known

    def keep(self, key: str, among: str, scored: list[tuple[float, _Row]]) -> None:
        if (key, among) not in self._kept:
            scored.sort(key=lambda entry: entry[0], reverse=True)
            self._kept[key, among] = [row for _, row in scored[:_AGAIN]]


def _among(script: str, reading: int) -> str:
    """Which entries a reading of a query word is compared with: pinyin is for Chinese characters only, both ways."""
    if script == "latin" and reading == latin.PINYIN:
        return f"script = {sounds.NUMBER['chinese']}"
    return "1" if script == "chinese" else f"NOT (script = {sounds.NUMBER['latin']} AND reading = {latin.PINYIN})"


def _same_key(shelf: _Shelf, form: Word, mine: int) -> Iterator[tuple[int, float]]:
    """The words filed under the same key: their pieces lie side by side, so that their distances add up."""
    among = _among(form.script, mine)
    for way in filed(form.readings[mine], ASKED):
        asked = way.segments.split("|")
        spoken = way.segments.replace("|", "")
        known: dict[tuple[int, str], float] = {}
        tables: dict[int, tuple[Costs, list[dict[str, float]], bool]] = {}
        scored: list[tuple[float, _Row]] = []
        for row in shelf.rows(way.key, among):
            script, segments, token, reading = row
            entry = tables.get(script)
            if entry is None:
                name = _NAMES_OF_SCRIPTS[script]
                table = costs(form.script, name)
                entry = tables[script] = (table, [table.segments[piece] for piece in asked], name == form.script)
            table, pieces, same = entry
            score = known.get((script, segments))
            if score is None:
                far = 0.0
                for costs_, piece in zip(pieces, segments.split("|"), strict=False):
                    far += costs_[piece]
                whole = max(table.length(spoken), table.length(segments.replace("|", ""))) + 0.2
                score = known[script, segments] = 1.0 - far / whole - table.doubt
            scored.append((score, row))
            if not same:
                yield token, score
            elif reading == mine:
                yield token, score - SAME_SCRIPT[mine]
        shelf.keep(way.key, among, scored)


def _neighbouring(connection: sqlite3.Connection, form: Word, mine: int, done: set[str]) -> Iterator[tuple[int, float]]:
    """The words filed one consonant away, the likeliest by their bones only; ``done``: keys widened before."""
    reading = form.readings[mine]
    likely: dict[int, list[tuple[int, int, str]]] = {}
    for way in filed(reading, _WIDENED):
        if way.key in done:
            continue
        done.add(way.key)
        for script, there in _widened(connection, way.key, sounds.NUMBER[form.script], _among(form.script, mine)):
            nearest = process.extract(way.bones, there, scorer=Indel.distance, limit=_SIFTED)
            likely.setdefault(script, []).extend((distance, *which) for _, distance, which in nearest)
    for script, found in likely.items():
        name = _NAMES_OF_SCRIPTS[script]
        table = costs(form.script, name)
        doubt = table.doubt + (SAME_SCRIPT[mine] if name == form.script else 0.0)
        length = table.length(reading)
        for _, token, segments in sorted(found)[:_SIFTED]:
            other = segments.replace("|", "")
            whole = max(length, table.length(other)) + 0.2
            yield token, 1.0 - distance(reading, other, table, (1.0 - FLOOR) * whole) / whole - doubt


def _widened(
    connection: sqlite3.Connection, key: str, script: int, among: str
) -> Iterator[tuple[int, dict[tuple[int, str], str]]]:
    """What is filed under the neighbours of ``key``, by script: the bones of each word and its segments."""
    columns = f"SELECT script, token, segments, bones FROM token_keys WHERE {among} AND key IN"
    slips, echoes = misspelt(key), misheard(key)
    rows = connection.execute(f"{columns} ({marks(slips)}) AND script = ?", [*slips, script]).fetchall()
    rows += connection.execute(f"{columns} ({marks(echoes)}) AND script <> ?", [*echoes, script]).fetchall()
    by_script: dict[int, dict[tuple[int, str], str]] = {}
    for number, token, segments, bones in rows:
        by_script.setdefault(number, {})[token, segments] = bones
    yield from by_script.items()


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for an SQL list."""
    return ",".join("?" * len(values))


def stored_words(connection: sqlite3.Connection, tokens: Iterable[int]) -> Iterator[tuple[int, Stored]]:
    numbers = list(tokens)
    for number, letters, raw in connection.execute(
        f"SELECT id, folded, sounds FROM name_tokens WHERE id IN ({marks(numbers)})", numbers
    ):
        yield number, Stored.read(letters, raw)
