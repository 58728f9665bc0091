"""Finding actors by any spelling in any script: keys find candidates, costs of sounds rank them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from dateline.actors import sounds
from dateline.actors.affixes import Word, asked_words
from dateline.actors.costs import costs, distance
from dateline.actors.keys import asked_keys
from dateline.actors.letters import folded

#: words of the index that are compared with one word of the query, and names that are compared as a whole
_TOKENS, _NAMES, _POSTINGS = 60, 200, 20_000
_FLOOR = 0.45


@dataclass(frozen=True, slots=True)
class Hit:
    """One actor that a query found. ``score`` is 0 to 100; ``matched`` the stored spelling, ``why`` how it was found."""

    actor: str
    name: str
    kind: str
    score: float
    matched: str
    why: str
    mentions: int


def similarity(asked: Word, stored: str, letters: str, readings: str, cache: dict[tuple[str, str], float]) -> float:
    """How alike a query word and a stored word are, 0 to 1, by sound and, in the same script, by letters."""
    key = (asked.text, stored)
    known = cache.get(key)
    if known is not None:
        return known
    if asked.folded == letters:
        best = 1.0 if asked.text == stored else 0.99
    else:
        best = _by_sound(asked, stored, readings)
        if asked.module == sounds.module_of(stored):
            best = max(best, 1.0 - OSA.normalized_distance(asked.folded, letters))
    best *= asked.trust
    cache[key] = best
    return best


def _by_sound(asked: Word, stored: str, readings: str) -> float:
    table = costs(asked.module, sounds.module_of(stored))
    best = 0.0
    for one in asked.readings:
        length = table.length(one)
        for other in readings.split("/"):
            whole = max(length, table.length(other)) + 0.2
            far = distance(one, other, table, (1.0 - best) * whole)
            best = max(best, 1.0 - far / whole)
    return best


def search(connection: sqlite3.Connection, query: str, limit: int = 10) -> list[Hit]:
    """The actors of the store whose names sound like ``query``, best first, one row an actor; [] where none does."""
    slots = asked_words(query)
    if not slots:
        return []
    cache: dict[tuple[str, str], float] = {}
    found = [_tokens(connection, slot, cache) for slot in slots]
    names = _names(connection, slots, found)
    return _ranked(connection, slots, names, cache, limit)


def _tokens(connection, slot, cache):
    best = {}
    for word in slot:
        own, wide = asked_keys(word.readings, word.folded)
        keys = list(own | wide)
        rows = connection.execute(
            "SELECT DISTINCT t.id, t.token, t.folded, t.sounds, t.names FROM token_keys k JOIN name_tokens t ON t.id = k.token"
            f" WHERE k.key IN ({','.join('?' * len(keys))})", keys).fetchall()
        for number, token, letters, readings, count in rows:
            sim = similarity(word, token, letters, readings, cache)
            if sim > _FLOOR and sim > best.get(number, (0, 0))[0]:
                best[number] = (sim, count)
    return sorted(((sim, number, count) for number, (sim, count) in best.items()), reverse=True)[:_TOKENS]


def _names(connection, slots, found):
    total = {}
    for slot, tokens in zip(slots, found, strict=True):
        if not tokens: continue
        weight = slot[0].weight
        ids = {number: sim for sim, number, _ in tokens}
        mine = {}
        for token, name in connection.execute(
            f"SELECT token, name FROM token_names WHERE token IN ({','.join('?' * len(ids))})", list(ids)):
            sim = ids[token]
            if sim > mine.get(name, 0): mine[name] = sim
        for name, sim in mine.items():
            total[name] = total.get(name, 0) + sim * weight
    return sorted(total, key=total.__getitem__, reverse=True)[:_NAMES]


def _ranked(connection, slots, names, cache, limit):
    rows = connection.execute(
        "SELECT n.actor, n.spelling, n.folded, n.sounds, n.count, a.name, a.kind FROM names n JOIN actors a ON a.id = n.actor"
        f" WHERE n.id IN ({','.join('?' * len(names))})", names).fetchall()
    best = {}
    for actor, spelling, letters, readings, count, name, kind in rows:
        score = score_name(slots, letters.split(), readings.split(), cache)
        if actor not in best or score > best[actor][0]:
            best[actor] = (score, spelling, name, kind)
    top = sorted(best.items(), key=lambda x: -x[1][0])[:limit]
    return [Hit(actor, name, kind, round(score*100,1), spelling, "", 0) for actor, (score, spelling, name, kind) in top]


def score_name(slots, letters, readings, cache):
    pairs = []
    for i, slot in enumerate(slots):
        for j, (l, r) in enumerate(zip(letters, readings)):
            s = max(similarity(w, l, l, r, cache) for w in slot)
            if len(l) == 1 or len(slot[0].folded) == 1:
                s = max(s, .8 if r[:1] == slot[0].readings[0][:1] else 0) 
            if s > .3: pairs.append((s, i, j))
    pairs.sort(reverse=True)
    ui, uj = set(), set()
    got = 0; cov = 0
    for s, i, j in pairs:
        if i in ui or j in uj: continue
        ui.add(i); uj.add(j)
        got += s * slots[i][0].weight
        cov += min(3, len(letters[j]))*s
    return .85 * got / sum(s[0].weight for s in slots) + .15 * cov / max(1, sum(min(3, len(l)) for l in letters))
