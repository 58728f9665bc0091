"""The tables of a store, as SQL. Only ``db/migrate.py`` runs it; nothing here imports more than the model.

``FIRST`` makes version 1 of the store; what later versions add to it follows under their own names.

``articles`` holds texts exactly as read. ``findings`` holds one row a fact: its words, where they stand, the rule that
made it; ``events``, ``statements`` and ``roles`` add what is particular to a kind, ``parties`` who is involved and
``tellings`` where one happening is told again. The database itself refuses words that the article does not have at
that place, changes of anything extracted, and changes of ``decisions``.
"""

from __future__ import annotations

from dateline.actors.schema import STATEMENTS as NAME_INDEX
from dateline.model import EVENT_TYPES, KINDS, MODES, STATUSES

_SPAN = 'CHECK (start >= 0 AND "end" > start)'
_CUT = _SPAN + ' CHECK (length(words) = "end" - start)'
_DATE = "CHECK ({0} IS NULL OR {0} GLOB '[0-9][0-9][0-9][0-9]*' AND length({0}) IN (4, 7, 10))"


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"CHECK ({column} IN ({listed}))"


ARTICLES = f"""
CREATE TABLE articles (
    id        INTEGER PRIMARY KEY,
    hash      TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),  -- SHA-256 of the text
    text      TEXT NOT NULL CHECK (text <> '' AND instr(text, char(0)) = 0),
    folded    TEXT NOT NULL,                                   -- the text as the word search sees it
    length    INTEGER NOT NULL CHECK (length = length(text)),  -- code points
    title     TEXT NOT NULL,
    lang      TEXT,
    published TEXT {_DATE.format("published")},
    url       TEXT,
    outlet    TEXT,
    sample    INTEGER NOT NULL DEFAULT 0,                      -- 1: one of the five seed documents
    source    TEXT,                                            -- the file it was read from, as given
    added     TEXT NOT NULL                                    -- ISO 8601, UTC
)"""

NOISE = f"""
CREATE TABLE noise (
    article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    why     TEXT NOT NULL,
    {_SPAN}
)"""

ACTORS = f"""
CREATE TABLE actors (
    id       TEXT PRIMARY KEY CHECK (id <> ''),
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL {_one_of("kind", KINDS)},
    mentions INTEGER NOT NULL DEFAULT 0,  -- kept by triggers
    facts    INTEGER NOT NULL DEFAULT 0,  -- kept by triggers
    registry INTEGER NOT NULL DEFAULT 0   -- 1: imported, stays when no article names it
)"""

MENTIONS = f"""
CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    actor   TEXT NOT NULL REFERENCES actors(id),
    words   TEXT NOT NULL,
    PRIMARY KEY (article, start, "end", actor),
    {_CUT}
) WITHOUT ROWID"""

FINDINGS = f"""
CREATE TABLE findings (
    id           INTEGER PRIMARY KEY,
    fact         TEXT NOT NULL,            -- the short hash that users see
    article      INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    kind         TEXT NOT NULL {_one_of("kind", ("event", "statement", "role"))},
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    words        TEXT NOT NULL,            -- article text[start:end]
    folded       TEXT NOT NULL,
    date         TEXT {_DATE.format("date")},  -- of an event that has one
    rule         TEXT NOT NULL CHECK (rule <> ''),
    sure         INTEGER NOT NULL,
    according_to TEXT NOT NULL,            -- JSON list, nearest first
    UNIQUE (fact, article),
    {_CUT}
)"""

EVENTS = f"""
CREATE TABLE events (
    finding          INTEGER PRIMARY KEY REFERENCES findings(id) ON DELETE CASCADE,
    type             TEXT NOT NULL {_one_of("type", EVENT_TYPES)},
    mode             TEXT {_one_of("mode", MODES)},
    date_text        TEXT,
    place            TEXT,
    status           TEXT NOT NULL {_one_of("status", STATUSES)},
    duration_minutes INTEGER
)"""

STATEMENTS_TABLE = """
CREATE TABLE statements (
    finding INTEGER PRIMARY KEY REFERENCES findings(id) ON DELETE CASCADE,
    quote   TEXT,
    verb    TEXT NOT NULL
)"""

ROLES = """
CREATE TABLE roles (
    finding INTEGER PRIMARY KEY REFERENCES findings(id) ON DELETE CASCADE,
    office  TEXT NOT NULL,
    "of"    TEXT
)"""

PARTIES = f"""
CREATE TABLE parties (
    finding  INTEGER NOT NULL REFERENCES findings(id) ON DELETE CASCADE,
    actor    TEXT NOT NULL REFERENCES actors(id),
    part     TEXT NOT NULL {_one_of("part", ("source", "target", "speaker", "holder"))},
    position INTEGER NOT NULL,
    inferred INTEGER NOT NULL DEFAULT 0,  -- 1: the sentence does not name it
    PRIMARY KEY (finding, part, position)
) WITHOUT ROWID"""

TELLINGS = f"""
CREATE TABLE tellings (
    finding  INTEGER NOT NULL REFERENCES findings(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (finding, position),
    {_SPAN}
) WITHOUT ROWID"""

DECISIONS = """
CREATE TABLE decisions (
    id     INTEGER PRIMARY KEY,
    time   TEXT NOT NULL,  -- ISO 8601, UTC
    user   TEXT NOT NULL,
    what   TEXT NOT NULL,
    before TEXT,           -- JSON: what was there
    after  TEXT            -- JSON: what is there now
)"""

INDEXES = (
    "CREATE INDEX noise_of_article ON noise(article)",
    "CREATE INDEX actors_by_mentions ON actors(mentions DESC, facts DESC, name)",
    "CREATE INDEX mentions_of_actor ON mentions(actor)",
    "CREATE INDEX findings_of_article ON findings(article, start)",
    "CREATE INDEX findings_in_time ON findings(date IS NULL, date, article, start)",
    "CREATE INDEX events_by_type ON events(type)",
    "CREATE INDEX parties_by_actor ON parties(actor, finding)",
)


def _cuts_out(table: str, article: str, words: str | None) -> str:
    """A trigger that refuses a row of ``table`` whose span does not cut ``words`` (None: anything) out of the text."""
    wrong = 'NEW."end" > (SELECT length FROM articles WHERE id = {0})'
    if words:
        wrong = (
            'NEW.{1} IS NOT (SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start) FROM articles WHERE id = {0})'
        )
    return f"""
CREATE TRIGGER {table}_cut_out BEFORE INSERT ON {table} WHEN {wrong.format(article, words)}
BEGIN SELECT RAISE(ABORT, 'these words do not stand at that place in the article'); END"""


def _never(table: str, what: str, why: str) -> str:
    name = "_".join([table, *what.lower().replace(",", "").split()])
    return f"CREATE TRIGGER {name}_refused BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, '{why}'); END"


def _counted(table: str, column: str, unless: str = "") -> tuple[str, str]:
    """Two triggers that keep ``actors.<column>`` equal to the number of rows of ``table`` for that actor."""
    when = "WHEN NOT EXISTS ({})"
    made = when.format(unless.format("NEW")) if unless else ""
    gone = when.format(unless.format("OLD")) if unless else ""
    return (
        f"CREATE TRIGGER {table}_counted AFTER INSERT ON {table} {made} "
        f"BEGIN UPDATE actors SET {column} = {column} + 1 WHERE id = NEW.actor; END",
        f"CREATE TRIGGER {table}_uncounted AFTER DELETE ON {table} {gone} "
        f"BEGIN UPDATE actors SET {column} = {column} - 1 WHERE id = OLD.actor; END",
    )


_FIXED = "what was extracted is never overwritten"
_SAME_FACT = (
    "SELECT 1 FROM parties p WHERE p.finding = {0}.finding AND p.actor = {0}.actor "
    "AND (p.part, p.position) <> ({0}.part, {0}.position)"
)

TRIGGERS = (
    _cuts_out("noise", "NEW.article", None),
    _cuts_out("mentions", "NEW.article", "words"),
    _cuts_out("findings", "NEW.article", "words"),
    _cuts_out("tellings", "(SELECT article FROM findings WHERE id = NEW.finding)", None),
    _never("articles", "UPDATE OF id, hash, text, folded, length", _FIXED),
    *(_never(table, "UPDATE", _FIXED) for table in ("mentions", "findings", "tellings", "events")),
    *(_never(table, "UPDATE", _FIXED) for table in ("statements", "roles", "parties", "noise")),
    _never("decisions", "UPDATE", "decisions are only ever added to"),
    _never("decisions", "DELETE", "decisions are only ever added to"),
    # INSERT OR REPLACE deletes without firing the trigger above
    "CREATE TRIGGER decisions_replace_refused BEFORE INSERT ON decisions "
    "WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END",
    *_counted("mentions", "mentions"),
    *_counted("parties", "facts", _SAME_FACT),
)


def word_search(table: str) -> tuple[str, ...]:
    """Word search over the folded column; FTS5's own folding is off, and marks of other scripts belong to words."""
    index = f"{table}_words"
    tokens = "unicode61 remove_diacritics 0 categories ''L* N* Co Mn Mc''"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5(folded, content='{table}', content_rowid='id', tokenize='{tokens}')",
        f"CREATE TRIGGER {index}_added AFTER INSERT ON {table} "
        f"BEGIN INSERT INTO {index}(rowid, folded) VALUES (NEW.id, NEW.folded); END",
        f"CREATE TRIGGER {index}_removed AFTER DELETE ON {table} "
        f"BEGIN INSERT INTO {index}({index}, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); END",
    )


#: in the order in which they have to run
FIRST: tuple[str, ...] = (
    *(ARTICLES, NOISE, ACTORS, MENTIONS, FINDINGS, EVENTS, STATEMENTS_TABLE, ROLES, PARTIES, TELLINGS, DECISIONS),
    *INDEXES,
    *NAME_INDEX,
    *TRIGGERS,
    *word_search("articles"),
    *word_search("findings"),
)

#: version 2: how an article was extracted. What was there before was made by extractor 0, told nobody knows what
SECOND: tuple[str, ...] = (
    "ALTER TABLE articles ADD COLUMN extractor INTEGER NOT NULL DEFAULT 0",
    f"ALTER TABLE articles ADD COLUMN given_date TEXT {_DATE.format('given_date')}",  # --date, NULL: as the text says
    "ALTER TABLE articles ADD COLUMN given_lang TEXT",  # --lang, NULL: as the text shows
    "CREATE INDEX articles_by_extractor ON articles(extractor)",
)

#: version 3: the values that a query may name are found by leaps, and so are the facts that have one
THIRD: tuple[str, ...] = (
    "CREATE INDEX events_by_place ON events(place) WHERE place IS NOT NULL",
    "CREATE INDEX articles_by_outlet ON articles(outlet)",
    "CREATE INDEX articles_by_lang ON articles(lang)",
    "CREATE INDEX parties_inferred ON parties(finding) WHERE inferred",
)
