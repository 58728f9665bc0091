"""Words of the index that begin as the last word of a query does, which may still be being typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from dateline.actors.affixes import Word
from dateline.actors.candidates import in_script, marks, stored_words, unfiled
from dateline.actors.keys import filed
from dateline.actors.ranking import FLOOR, Likeness

#: words that begin so are looked at; and names, those that articles have most often, whose words are: by their letters,
#: and in other scripts by their sound
_BEGINNING, _SEEN, _SOUNDED = 60, 2000, 500
#: a letter or two begin half of a registry
_SHORT = 2


def by_letters(connection: sqlite3.Connection, form: Word, likeness: Likeness) -> Iterator[tuple[int, float]]:
    """Words that begin with the letters of one, first those that articles have; of a letter or two only those."""
    after = form.folded + "\U0010ffff"
    seen = connection.execute(
        "SELECT folded FROM (SELECT folded FROM names WHERE count > 0 ORDER BY count DESC LIMIT ?)"
        " WHERE instr(' ' || folded, ' ' || ?)",
        (_SEEN, form.folded),
    )
    begun = dict.fromkeys(word for (folded,) in seen for word in folded.split(" ") if form.folded <= word < after)
    some = list(begun)[:_BEGINNING]
    tokens = connection.execute(f"SELECT id FROM name_tokens WHERE folded IN ({marks(some)})", some).fetchall()
    if len(form.folded) > _SHORT:
        tokens += connection.execute(
            "SELECT id FROM name_tokens WHERE folded >= ? AND folded < ? ORDER BY names DESC LIMIT ?",
            (form.folded, after, _BEGINNING),
        )
    for token, word in stored_words(connection, [number for (number,) in tokens]):
        yield token, likeness.begins(form, word, by_sound=False)


def by_sound(
    connection: sqlite3.Connection, form: Word, likeness: Likeness, own_script: bool
) -> Iterator[tuple[int, float]]:
    """Words of any name that begin with the sounds of one."""
    key = filed(form.readings[0], 1)[0].key
    if len(key) < 2 or len(form.folded) <= _SHORT:
        return
    rows = connection.execute(
        f"SELECT words FROM token_keys WHERE key >= ? AND key < ? AND {in_script(form, own_script)} LIMIT ?",
        (key, key + "Z", _BEGINNING),
    )
    tokens = dict.fromkeys(token for (words,) in rows for _, token in unfiled(words))
    for token, word in stored_words(connection, islice(tokens, _BEGINNING)):
        yield token, likeness.begins(form, word, by_sound=True)


def elsewhere(connection: sqlite3.Connection, form: Word, likeness: Likeness) -> Iterator[tuple[int, float]]:
    """Words of other scripts that begin with the sounds of one, of the names that articles have most often: with no
    letters to go by, a registry would else hide them until they are typed in full."""
    if not form.rough:
        return
    seen = connection.execute("SELECT folded FROM names WHERE count > 0 ORDER BY count DESC LIMIT ?", (_SOUNDED,))
    words = list(dict.fromkeys(word for (folded,) in seen for word in folded.split(" ")))
    for token, word in stored_words(connection, words, by="folded"):
        if word.script != form.script and word.rough.startswith(form.rough):
            score = likeness.begins(form, word, by_sound=True)
            if score > FLOOR:
                yield token, score
