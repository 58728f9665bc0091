"""Version 8 of the store, as SQL: how names sound, which sound alike, and whose links are to be worked out again.

``heard`` files those whom articles name by the keys of ``actors/same.py``; ``alike`` are the pairs of local ids whose
full names are one name in other letters, either way round. Whatever changes what is known of somebody puts his local id
into ``unlinked``, whatever changes his names into ``unheard``; before a transaction ends both are empty again
(``db/linking.py``). So no writer has to think of it.
"""

from __future__ import annotations

#: what a key of ``heard`` is of: all words of a full name, its surname, a name of one word
FULL, LAST, ALONE = 0, 1, 2

_TABLES = (
    """
CREATE TABLE heard (
    key   TEXT NOT NULL,
    part  INTEGER NOT NULL,  -- 0: a full name, 1: its surname, 2: the only word by which an article names somebody
    local TEXT NOT NULL REFERENCES stored_actors(id) ON DELETE CASCADE,
    PRIMARY KEY (key, part, local)
) WITHOUT ROWID""",
    """
CREATE TABLE alike (
    local TEXT NOT NULL REFERENCES stored_actors(id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES stored_actors(id) ON DELETE CASCADE,
    PRIMARY KEY (local, other)
) WITHOUT ROWID""",
    """
CREATE TABLE imported (
    key  TEXT NOT NULL,     -- of a registry's name: one of every telling word
    name INTEGER NOT NULL REFERENCES names(id) ON DELETE CASCADE,
    PRIMARY KEY (key, name)
) WITHOUT ROWID""",
    "CREATE TABLE unheard (local TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE unlinked (local TEXT PRIMARY KEY) WITHOUT ROWID",
)


def _again(table: str, query: str) -> str:
    return f"INSERT OR IGNORE INTO {table} {query}"


def _on(name: str, event: str, *statements: str) -> str:
    return f"CREATE TRIGGER {name} {event} BEGIN {'; '.join(statements)}; END"


#: those whom an article names by a word that sounds like the surname of the local id {0}
NAMESAKES = (
    f"SELECT x.local FROM heard c JOIN heard x ON x.key = c.key AND x.part = {ALONE} "
    f"WHERE c.local = {{0}} AND c.part = {LAST}"
)
_OF_ARTICLE = (
    "SELECT actor FROM mentions WHERE article = NEW.id UNION SELECT actor FROM parties WHERE part = 'holder' "
    "AND finding IN (SELECT id FROM findings WHERE article = NEW.id)"
)
_CONTEXT = (
    _on("mentions_in_unlinked", "AFTER INSERT ON mentions", _again("unlinked", "VALUES (NEW.actor)")),
    _on("mentions_out_unlinked", "AFTER DELETE ON mentions", _again("unlinked", "VALUES (OLD.actor)")),
    _on(
        "holders_in_unlinked",
        "AFTER INSERT ON parties WHEN NEW.part = 'holder'",
        _again("unlinked", "VALUES (NEW.actor)"),
    ),
    _on(
        "holders_out_unlinked",
        "AFTER DELETE ON parties WHEN OLD.part = 'holder'",
        _again("unlinked", "VALUES (OLD.actor)"),
    ),
    _on(
        "findings_rejected_unlinked",
        "AFTER UPDATE OF rejected ON findings WHEN NEW.kind = 'role'",
        _again("unlinked", "SELECT actor FROM parties WHERE finding = NEW.id AND part = 'holder'"),
    ),
    _on(
        "articles_dated_unlinked",
        "AFTER UPDATE OF published ON stored_articles WHEN NEW.published IS NOT OLD.published",
        _again("unlinked", _OF_ARTICLE),
    ),
    _on(
        "actors_out_unlinked",
        "BEFORE DELETE ON stored_actors",
        _again("unlinked", "VALUES (OLD.id)"),
        _again("unlinked", "SELECT other FROM alike WHERE local = OLD.id"),
        _again("unlinked", NAMESAKES.format("OLD.id")),
    ),
)
_NAMED = (
    _on("names_in_unheard", "AFTER INSERT ON names WHEN NOT NEW.registry", _again("unheard", "VALUES (NEW.actor)")),
    _on("names_out_unheard", "AFTER DELETE ON names WHEN NOT OLD.registry", _again("unheard", "VALUES (OLD.actor)")),
    _on(
        "names_seen_unheard",
        "AFTER UPDATE OF count ON names WHEN (OLD.count > 0) <> (NEW.count > 0)",
        _again("unheard", "VALUES (NEW.actor)"),
    ),
    _on(
        "actors_in_unheard",
        "AFTER INSERT ON stored_actors WHEN NOT NEW.registry",
        _again("unheard", "VALUES (NEW.id)"),
    ),
    _on(
        "actors_named_unheard",
        "AFTER UPDATE OF name, printed, registry ON stored_actors",
        _again("unheard", "VALUES (NEW.id)"),
    ),
)
_DECIDED = tuple(
    _on(
        f"{table}_{event.lower()}_unlinked",
        f"AFTER {event} ON {table}",
        _again("unlinked", f"VALUES ({row}.{one}), ({row}.{other})"),
    )
    for table, one, other in (("apart", "one", "other"), ("merges", "local", "kept"))
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD"))
)

#: whom a user split off is somebody else beside all whom that article names
_SPLIT = tuple(
    _on(
        f"splits_{event.lower()}_unlinked",
        f"AFTER {event} ON splits",
        _again(
            "unlinked",
            f"SELECT actor FROM mentions WHERE article = (SELECT id FROM stored_articles WHERE hash = {row}.article)",
        ),
    )
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD"))
)

#: in the order in which they have to run; the next writer links whoever is there already
EIGHTH: tuple[str, ...] = (
    *_TABLES,
    "CREATE INDEX heard_local ON heard(local, part)",
    "CREATE INDEX alike_other ON alike(other)",
    "CREATE INDEX imported_name ON imported(name)",
    *_CONTEXT,
    *_NAMED,
    *_DECIDED,
    *_SPLIT,
    "INSERT INTO unheard SELECT id FROM stored_actors WHERE kind = 'person' AND NOT registry",
    "INSERT INTO unlinked SELECT id FROM stored_actors WHERE kind = 'person' AND NOT registry",
)

#: version 9: what the store was made with, so that a writer renews what an older dateline made otherwise. The sounds of
#: version 8 stand for all before them: older indexes are made anew on the way
NINTH: tuple[str, ...] = (
    "CREATE TABLE made_with (what TEXT PRIMARY KEY, version TEXT NOT NULL) WITHOUT ROWID",
    "INSERT INTO made_with VALUES ('sounds', '2ed2eab4e498')",
    # the update of an upsert makes an error even of INSERT OR IGNORE
    "DROP TRIGGER actors_named_unheard",
    _on(
        "actors_named_unheard",
        "AFTER UPDATE OF name, printed, registry ON stored_actors",
        "INSERT INTO unheard SELECT NEW.id WHERE NEW.id NOT IN (SELECT local FROM unheard)",
    ),
)
