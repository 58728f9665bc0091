"""Words of the index that a word of a query may mean: looked up by key, compared piece by piece."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from dateline.actors import sounds
from dateline.actors.affixes import Slot, Word
from dateline.actors.costs import Costs, costs, distance, kind
from dateline.actors.keys import ASKED, LONGEST_KEY, Filed, filed, misheard, misspelt
from dateline.actors.ranking import BARE_LESS, FLOOR, SAME_SCRIPT, Likeness, Stored
from dateline.actors.sounds import latin

#: words kept for one form of a query word; for one that writes its vowels, or that is not the word as written
_KEPT, _KEPT_FEWER = 160, 60
#: of more words under one key, or at least of so many bones, only the likeliest are compared piece by piece
_MANY, _FEW = 250, 40
#: pieces that words with the same key have in common at most: its consonants, what is before, between and after them
_PIECES = 2 * LONGEST_KEY + 1
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


#: segments and ids of words under one key, as columns: very many are compared, of few more is asked than their number
_Columns = tuple[list[str], list[int]]
#: the costs of a script (those of equal costs are compared at once); and the reading where it tells something, else 0:
#: of the query's own script, and the bare one, which costs more
_Place = tuple[Costs, int]
_There = dict[_Place, _Columns]
#: where words are compared, and the bones and the words of each row of the index
_Group = tuple[_Place, list[str], list[str]]


class _Shelf:
    """What the index files under a key, read once: forms and readings of a query word share many keys."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], _There] = {}

    def rows(self, way: Filed, among: str, script: str) -> _There:
        """The words under a key that ``among`` lets pass; of very many those whose bones come nearest."""
        there = self._known.get((way.key, among))
        if there is None:
            found = self._connection.execute(
                f"SELECT script, reading, {_GROUPS} FROM token_keys WHERE key = ? AND {among} GROUP BY script, reading",
                (way.key,),
            )
            own = costs(script, script)
            groups: list[_Group] = []
            for number, reading, bones, words in found:
                table = costs(script, _NAMES_OF_SCRIPTS[number])
                telling = table is own or reading == latin.BARE
                groups.append(((table, reading if telling else 0), *_grouped(bones, words)))
            there = self._known[way.key, among] = _nearest(groups, way.bones, script)
        return there


#: all rows of the index that a question finds in one: many rows of two or three words each are slow to fetch one by one
_GROUPS = "group_concat(bones, ' '), group_concat(words, char(10))"


def _grouped(bones: str, words: str) -> tuple[list[str], list[str]]:
    """The bones and the words of each row; the words of a row are lines, so that an empty line parts two rows."""
    return bones.split(" "), words.split("\n\n")


def _nearest(groups: list[_Group], mine: str, script: str) -> _There:
    """The words of these groups as columns, of very many those whose bones come nearest."""
    places = [place for place, bones, _ in groups for _ in bones]
    texts = [text for _, _, words in groups for text in words]
    chosen: dict[_Place, list[str]] = {}
    if len(texts) <= _FEW:
        for place, text in zip(places, texts, strict=True):
            chosen.setdefault(place, []).append(text)
    else:
        count = 0
        for at in _by_bones([each for _, bones, _ in groups for each in bones], mine, script):
            chosen.setdefault(places[at], []).append(texts[at])
            count += 1 + texts[at].count("\n")
            if count >= _MANY:
                break
    there: _There = {}
    for place, lines in chosen.items():
        parts = "\n".join(lines).split()
        there[place] = parts[::2], list(map(int, parts[1::2]))
    return there


def _by_bones(all_bones: list[str], mine: str, script: str) -> Iterator[int]:
    """The places of the bones that come nearest, at most as many as words are wanted."""
    if kind(script) == "abjad":  # what the query leaves out costs little, what it has and a name has not costs much
        near = process.extract(
            mine, all_bones, scorer=Levenshtein.distance, scorer_kwargs={"weights": (1, 3, 3)}, limit=_MANY
        )
    else:
        near = process.extract(mine, all_bones, scorer=Levenshtein.distance, limit=_MANY)
    return (at for _, _, at in near)


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
    among = f"{in_script(form, own_script)} AND {_among(form.script, mine)}"
    own = costs(form.script, form.script)
    for way in filed(form.readings[mine], ASKED):
        for (table, reading), (segments, tokens) in shelf.rows(way, among, form.script).items():
            same = table is own
            if same and reading != mine:
                continue
            less = SAME_SCRIPT[mine] if same else BARE_LESS if reading == latin.BARE else 0.0
            scores = _piece_by_piece(way.segments, segments, table, less)
            for token, score in zip(tokens, scores, strict=True):
                if score > best.get(token, FLOOR):
                    best[token] = score


def _piece_by_piece(asked: str, stored: list[str], table: Costs, less: float) -> list[float]:
    """The likeness of one way to file a query word and each of the words that are filed so."""
    ours = asked.split("|")[:_PIECES]
    if len(ours) < _PIECES:
        theirs = "|".join(stored).split("|")
    else:
        theirs = [piece for segments in stored for piece in segments.split("|")[:_PIECES]]
    columns = [theirs[at :: len(ours)] for at in range(len(ours))]
    far = (map(table.segments[piece].__getitem__, column) for piece, column in zip(ours, columns, strict=True))
    lengths = (map(table.lengths.__getitem__, column) for column in columns)
    length = table.length(asked)
    most = 1.0 - table.doubt - less
    return [
        most - apart / ((whole if whole > length else length) + 0.2)
        for apart, whole in zip(map(sum, zip(*far, strict=True)), map(sum, zip(*lengths, strict=True)), strict=True)
    ]


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
            score = 1.0 - distance(reading, other, table, (1.0 - FLOOR - doubt) * whole) / whole - doubt
            if score > best.get(token, FLOOR):
                best[token] = score


def _widened(
    connection: sqlite3.Connection, way: Filed, form: Word, mine: int, reach: int
) -> Iterator[tuple[int, dict[str, str]]]:
    """What is filed under the neighbours of a key, by script: the words that have each bones."""
    script, among = sounds.NUMBER[form.script], _among(form.script, mine)
    columns = f"SELECT script, {_GROUPS} FROM token_keys WHERE {among} AND key IN"
    long = "AND length(bones) BETWEEN ? AND ?"
    rows: list[tuple[int, str, str]] = []
    for change, slips in zip((-1, 0, 1), misspelt(way.key), strict=True):
        if not slips:
            continue
        shortest, longest = sorted((len(way.bones), len(way.bones) + change))
        rows += connection.execute(
            f"{columns} ({marks(slips)}) AND script = ? AND reading = ? {long} GROUP BY script",
            [*slips, script, mine, shortest, longest],
        )
    if reach == ECHOES:
        echoes = misheard(way.key)
        shortest, longest = len(way.bones) - 2, len(way.bones) + 2
        rows += connection.execute(
            f"{columns} ({marks(echoes)}) AND script <> ? {long} GROUP BY script", [*echoes, script, shortest, longest]
        )
    by_script: dict[int, dict[str, str]] = {}
    for number, *group in rows:
        there = by_script.setdefault(number, {})
        for bones, words in zip(*_grouped(*group), strict=True):
            there[bones] = f"{there[bones]}\n{words}" if bones in there else words
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
    if not known:
        return
    for number, letters, raw in connection.execute(
        f"SELECT id, folded, sounds FROM name_tokens WHERE {by} IN ({marks(known)})", known
    ):
        yield number, Stored.read(letters, raw)
