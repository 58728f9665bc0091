"""Version 8 of the store, as SQL: how names sound, which sound alike, and whose links are to be worked out again.

``heard`` files those whom articles name by the keys of ``actors/same.py``; ``alike`` are the pairs of local ids whose
full names are one name in other letters, either way round. Whatever changes what is known of somebody puts his local id
into ``unlinked``, whatever changes his names into ``unheard``; before a transaction ends both are empty again
(``db/linking.py``). So no writer has to think of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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


#: those whom an article names by a word that sounds like the surname of the local id {0}
NAMESAKES = (
    f"SELECT x.local FROM heard c JOIN heard x ON x.key = c.key AND x.part = {ALONE} "
    f"WHERE c.local = {{0}} AND c.part = {LAST}"
)
#: what changes the context of somebody, and whose: he is to be linked anew
_UNLINKED = {
    "mentions_in": ("AFTER INSERT ON mentions", "VALUES (NEW.actor)"),
    "mentions_out": ("AFTER DELETE ON mentions", "VALUES (OLD.actor)"),
    "holders_in": ("AFTER INSERT ON parties WHEN NEW.part = 'holder'", "VALUES (NEW.actor)"),
    "holders_out": ("AFTER DELETE ON parties WHEN OLD.part = 'holder'", "VALUES (OLD.actor)"),
    "findings_rejected": (
        "AFTER UPDATE OF rejected ON findings WHEN NEW.kind = 'role'",
        "SELECT actor FROM parties WHERE finding = NEW.id AND part = 'holder'",
    ),
    "articles_dated": (
        "AFTER UPDATE OF published ON stored_articles WHEN NEW.published IS NOT OLD.published",
        "SELECT actor FROM mentions WHERE article = NEW.id UNION SELECT actor FROM parties WHERE part = 'holder' "
        "AND finding IN (SELECT id FROM findings WHERE article = NEW.id)",
    ),
    "actors_out": (
        "BEFORE DELETE ON stored_actors",
        "VALUES (OLD.id)",
        "SELECT other FROM alike WHERE local = OLD.id",
        NAMESAKES.format("OLD.id"),
    ),
}
#: what changes by which names articles know somebody, and whose
_UNHEARD = {
    "names_in": ("AFTER INSERT ON names WHEN NOT NEW.registry", "VALUES (NEW.actor)"),
    "names_out": ("AFTER DELETE ON names WHEN NOT OLD.registry", "VALUES (OLD.actor)"),
    "names_seen": ("AFTER UPDATE OF count ON names WHEN (OLD.count > 0) <> (NEW.count > 0)", "VALUES (NEW.actor)"),
    "actors_in": ("AFTER INSERT ON stored_actors WHEN NOT NEW.registry", "VALUES (NEW.id)"),
    "actors_named": ("AFTER UPDATE OF name, printed, registry ON stored_actors", "VALUES (NEW.id)"),
}
#: what users decide or take back, and about whom; whom they split off is somebody else beside all whom that article has
_DECIDED = {
    f"{table}_{event.lower()}": (f"AFTER {event} ON {table}", about.format(row))
    for table, about in (
        ("apart", "VALUES ({0}.one), ({0}.other)"),
        ("merges", "VALUES ({0}.local), ({0}.kept)"),
        (
            "splits",
            "SELECT actor FROM mentions WHERE article = (SELECT id FROM stored_articles WHERE hash = {0}.article)",
        ),
    )
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD"))
}


def _triggers(waiting: str, of: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Triggers that put local ids into the table ``waiting``; ``of``: when each does, then whom, by its name."""
    for name, (event, *whom) in of.items():
        puts = "; ".join(f"INSERT OR IGNORE INTO {waiting} {query}" for query in whom)
        yield f"CREATE TRIGGER {name}_{waiting} {event} BEGIN {puts}; END"


#: in the order in which they have to run; the next writer links whoever is there already
EIGHTH: tuple[str, ...] = (
    *_TABLES,
    "CREATE INDEX heard_local ON heard(local, part)",
    "CREATE INDEX alike_other ON alike(other)",
    "CREATE INDEX imported_name ON imported(name)",
    *_triggers("unlinked", _UNLINKED),
    *_triggers("unheard", _UNHEARD),
    *_triggers("unlinked", _DECIDED),
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
    "CREATE TRIGGER actors_named_unheard AFTER UPDATE OF name, printed, registry ON stored_actors "
    "BEGIN INSERT INTO unheard SELECT NEW.id WHERE NEW.id NOT IN (SELECT local FROM unheard); END",
)
