"""Version 4 of the store, as SQL: what users decide about facts, and what is kept counted and in order of time.

The tables of articles and actors give their names up to views that others may read (``db/views.py``).

``findings`` learns four columns about a fact: ``rejected`` (hidden), ``corrected``, ``flagged`` and ``note``. They
follow from ``decisions`` and may change; what was extracted may not.
``appearances`` has one row for every actor of a fact that is not rejected, in order of time: the list of an actor's
facts is read off it by window, and it keeps ``stored_actors.facts``. ``totals`` keeps the numbers of the title bar.
Both are kept by triggers, so that no reader ever counts a million rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.db.schema import word_search

APPEARANCES = """
CREATE TABLE appearances (
    actor   TEXT NOT NULL,
    undated INTEGER NOT NULL,
    date    TEXT NOT NULL,     -- '' where undated
    article INTEGER NOT NULL,
    start   INTEGER NOT NULL,
    finding INTEGER NOT NULL,
    unsure  INTEGER NOT NULL,  -- 1: a "?" stands before the fact
    PRIMARY KEY (actor, undated, date, article, start, finding)
) WITHOUT ROWID"""

TOTALS = """
CREATE TABLE totals (
    what  TEXT PRIMARY KEY,  -- articles; facts and unsure of them, not rejected; rejected; actors that articles name
    count INTEGER NOT NULL
) WITHOUT ROWID"""

FILTERS = """
CREATE TABLE filters (
    name  TEXT PRIMARY KEY CHECK (name <> ''),
    query TEXT NOT NULL  -- as typed
) WITHOUT ROWID"""

#: the columns of a row of ``appearances`` but the actor, from ``findings``
_KEY = "date IS NULL, coalesce(date, ''), article, start, id"
_UNSURE = "NOT sure AND kind <> 'role'"


def in_order(shown: str = "{0}") -> tuple[str, ...]:
    """The triggers that keep ``appearances``. ``shown`` makes of an actor of ``parties`` the one of the list."""
    new, old, each = (shown.format(actor) for actor in ("NEW.actor", "OLD.actor", "parties.actor"))

    def appear(actors: str, finding: str) -> str:
        """Rows for the actors that ``actors`` selects, unless the finding is rejected."""
        return (
            f"INSERT OR IGNORE INTO appearances SELECT p.actor, {_KEY}, {_UNSURE} "
            f"FROM findings, ({actors}) p WHERE id = {finding} AND NOT rejected"
        )

    def disappear(row: str) -> str:
        """The rows of a finding go; ``row`` is NEW or OLD of ``findings``."""
        return (
            f"DELETE FROM appearances WHERE actor IN (SELECT {each} FROM parties WHERE finding = {row}.id) "
            f"AND undated = ({row}.date IS NULL) AND date = coalesce({row}.date, '') "
            f"AND article = {row}.article AND start = {row}.start AND finding = {row}.id"
        )

    restored = appear(f"SELECT {each} AS actor FROM parties WHERE finding = NEW.id", "NEW.id")
    return (
        "CREATE TRIGGER parties_appear AFTER INSERT ON parties "
        f"BEGIN {appear(f'SELECT {new} AS actor', 'NEW.finding')}; END",
        # where the finding goes too, it has taken its rows with it before
        "CREATE TRIGGER parties_disappear AFTER DELETE ON parties "
        f"WHEN NOT EXISTS (SELECT 1 FROM parties WHERE finding = OLD.finding AND {each} = {old}) "
        # compared, not looked for with IN, which reads all that the actor has
        f"BEGIN DELETE FROM appearances WHERE actor = {old} AND (undated, date, article, start, finding) = "
        f"(SELECT {_KEY} FROM findings WHERE id = OLD.finding); END",
        f"CREATE TRIGGER findings_disappear BEFORE DELETE ON findings BEGIN {disappear('OLD')}; END",
        "CREATE TRIGGER findings_rejected_disappear AFTER UPDATE OF rejected ON findings "
        f"WHEN NEW.rejected AND NOT OLD.rejected BEGIN {disappear('NEW')}; END",
        "CREATE TRIGGER findings_restored_appear AFTER UPDATE OF rejected ON findings "
        f"WHEN OLD.rejected AND NOT NEW.rejected BEGIN {restored}; END",
        "CREATE TRIGGER appearances_counted AFTER INSERT ON appearances "
        "BEGIN UPDATE stored_actors SET facts = facts + 1 WHERE id = NEW.actor; END",
        "CREATE TRIGGER appearances_uncounted AFTER DELETE ON appearances "
        "BEGIN UPDATE stored_actors SET facts = facts - 1 WHERE id = OLD.actor; END",
    )


def _facts_by(row: str, sign: str) -> str:
    """Adds a finding to the totals, or takes it off them."""
    shown = f"NOT {row}.rejected"
    share = (
        f"CASE what WHEN 'facts' THEN {shown} WHEN 'rejected' THEN {row}.rejected "
        f"ELSE {shown} AND NOT {row}.sure AND {row}.kind <> 'role' END"
    )
    return f"UPDATE totals SET count = count {sign} ({share}) WHERE what IN ('facts', 'rejected', 'unsure')"


def _one(what: str, sign: str) -> str:
    return f"UPDATE totals SET count = count {sign} 1 WHERE what = '{what}'"


_NEW, _OLD = (f"({row}.mentions > 0 OR {row}.facts > 0)" for row in ("NEW", "OLD"))
_TOTALLED = (
    f"CREATE TRIGGER findings_totalled AFTER INSERT ON findings BEGIN {_facts_by('NEW', '+')}; END",
    f"CREATE TRIGGER findings_untotalled AFTER DELETE ON findings BEGIN {_facts_by('OLD', '-')}; END",
    "CREATE TRIGGER findings_retotalled AFTER UPDATE OF rejected ON findings WHEN NEW.rejected <> OLD.rejected "
    f"BEGIN {_facts_by('OLD', '-')}; {_facts_by('NEW', '+')}; END",
    f"CREATE TRIGGER articles_totalled AFTER INSERT ON stored_articles BEGIN {_one('articles', '+')}; END",
    f"CREATE TRIGGER articles_untotalled AFTER DELETE ON stored_articles BEGIN {_one('articles', '-')}; END",
    "CREATE TRIGGER actors_totalled AFTER UPDATE OF mentions, facts ON stored_actors "
    f"WHEN {_NEW} <> {_OLD} BEGIN UPDATE totals SET count = count + {_NEW} - {_OLD} WHERE what = 'actors'; END",
)
_COUNTED = {
    "articles": "SELECT count(*) FROM stored_articles",
    "facts": "SELECT count(*) FROM findings",
    "unsure": f"SELECT count(*) FROM findings WHERE {_UNSURE}",
    "rejected": "SELECT 0",
    "actors": "SELECT count(*) FROM stored_actors WHERE mentions > 0 OR facts > 0",
}


def _renamed(tables: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"ALTER TABLE {table} RENAME TO stored_{table}" for table in tables)


#: in the order in which they have to run
FOURTH: tuple[str, ...] = (
    # the index of words knows its table by name
    *("DROP TRIGGER articles_words_added", "DROP TRIGGER articles_words_removed", "DROP TABLE articles_words"),
    *_renamed(("articles", "actors")),
    "CREATE INDEX actors_by_name ON stored_actors(name)",
    *word_search("stored_articles"),
    "INSERT INTO stored_articles_words(stored_articles_words) VALUES ('rebuild')",
    "ALTER TABLE stored_articles ADD COLUMN read INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX articles_read ON stored_articles(id) WHERE read",
    *(
        f"ALTER TABLE findings ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0"
        for column in ("rejected", "corrected", "flagged")
    ),
    "ALTER TABLE findings ADD COLUMN note TEXT",
    "DROP TRIGGER findings_update_refused",
    "CREATE TRIGGER findings_update_refused BEFORE UPDATE OF id, fact, article, kind, start, "
    '"end", words, folded, date, rule, sure, according_to ON findings '
    "BEGIN SELECT RAISE(ABORT, 'what was extracted is never overwritten'); END",
    "DROP INDEX findings_in_time",
    "CREATE INDEX findings_in_time ON findings(date IS NULL, date, article, start) WHERE NOT rejected",
    "CREATE INDEX findings_rejected ON findings(id) WHERE rejected",
    "CREATE INDEX findings_flagged ON findings(id) WHERE flagged",
    "CREATE INDEX findings_corrected ON findings(id) WHERE corrected",
    "CREATE INDEX findings_noted ON findings(id) WHERE note IS NOT NULL",
    *("DROP TRIGGER parties_counted", "DROP TRIGGER parties_uncounted"),
    *(APPEARANCES, TOTALS, FILTERS),
    f"INSERT OR IGNORE INTO appearances SELECT p.actor, {_KEY}, {_UNSURE} FROM parties p JOIN findings ON id = finding",
    *(f"INSERT INTO totals SELECT '{what}', ({count})" for what, count in _COUNTED.items()),
    *in_order(),
    *_TOTALLED,
)
