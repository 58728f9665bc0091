"""The tables of the name index, as SQL that the store's migrations run.

The index stands on one table of the store itself: ``actors``, which version 4 renames to ``stored_actors``, with the
columns ``id``, ``name`` and ``kind``. ``names`` holds every spelling of every actor; the other three make it searchable
by sound.
"""

from __future__ import annotations

NAMES = """
CREATE TABLE names (
    id            INTEGER PRIMARY KEY,
    actor         TEXT NOT NULL REFERENCES actors(id) ON DELETE CASCADE,
    spelling      TEXT NOT NULL,            -- as read, without case ending
    script        TEXT NOT NULL,            -- "Latin", "Arabic", "Cyrillic", ...
    lang          TEXT,                     -- ISO 639-1 of the article or registry entry it was first read in
    count         INTEGER NOT NULL DEFAULT 0,  -- how often articles of this store have it
    first_article TEXT,                     -- hash of the article it was first seen in, NULL where none
    registry      INTEGER NOT NULL DEFAULT 0,  -- 1: an imported registry has it, so it stays when count falls to 0
    folded        TEXT NOT NULL,            -- its words without diacritics, separated by spaces
    sounds        TEXT NOT NULL,            -- the readings of each word, in the same order, separated by spaces
    UNIQUE (actor, spelling)
)
"""

TOKENS = """
CREATE TABLE name_tokens (
    id     INTEGER PRIMARY KEY,
    token  TEXT NOT NULL UNIQUE,            -- one word of a name in lower case, diacritics kept
    folded TEXT NOT NULL,                   -- the same without them
    sounds TEXT NOT NULL,                   -- its readings as phonemes, the usual one first, separated by "/"
    names  INTEGER NOT NULL DEFAULT 0       -- how many names have it
)
"""

TOKEN_NAMES = """
CREATE TABLE token_names (
    token INTEGER NOT NULL REFERENCES name_tokens(id),
    name  INTEGER NOT NULL REFERENCES names(id) ON DELETE CASCADE,
    PRIMARY KEY (token, name)
) WITHOUT ROWID
"""

TOKEN_KEYS = """
CREATE TABLE token_keys (
    key      TEXT NOT NULL,                 -- classes of consonants of one reading
    token    INTEGER NOT NULL REFERENCES name_tokens(id),
    reading  INTEGER NOT NULL,              -- which of the word's readings it is, from 0
    script   INTEGER NOT NULL,              -- its script, see sounds.SCRIPTS
    segments TEXT NOT NULL,                 -- the reading cut at the consonants of the key
    bones    TEXT NOT NULL,                 -- classes and coarse vowels, for a first quick comparison
    PRIMARY KEY (key, script, reading, token)
) WITHOUT ROWID
"""

#: in the order in which they have to run
STATEMENTS: tuple[str, ...] = (
    NAMES,
    "CREATE INDEX names_seen ON names(count) WHERE count > 0",
    TOKENS,
    "CREATE INDEX name_tokens_folded ON name_tokens(folded)",
    TOKEN_NAMES,
    "CREATE INDEX token_names_by_name ON token_names(name)",
    TOKEN_KEYS,
)

#: version 7: many words and names in one row, so that a search in a million names reads few rows. The rows themselves
#: are written by ``index.rebuild``
SEVENTH: tuple[str, ...] = (
    "DROP TABLE token_names",
    "DROP TABLE token_keys",
    """
CREATE TABLE token_names (
    token INTEGER NOT NULL,                 -- a row of name_tokens
    part  INTEGER NOT NULL,                 -- from 0; one that is full is followed by another
    names BLOB NOT NULL,                    -- ids of names that have the word, four bytes each, the lowest byte first
    PRIMARY KEY (token, part)
) WITHOUT ROWID
""",
    """
CREATE TABLE token_keys (
    key     TEXT NOT NULL,                  -- classes of consonants of one reading
    script  INTEGER NOT NULL,               -- the script of the words, see sounds.SCRIPTS
    reading INTEGER NOT NULL,               -- which of a word's readings it is, from 0
    bones   TEXT NOT NULL,                  -- classes and coarse vowels, for a first quick comparison
    words   TEXT NOT NULL,                  -- of each word: the reading cut at the consonants of the key, its id
    PRIMARY KEY (key, script, reading, bones)
) WITHOUT ROWID
""",
)
