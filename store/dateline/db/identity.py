"""Version 6 of the store, as SQL: whom actors are shown as.

The rows of ``mentions``, ``parties`` and ``names`` hold local ids: what extraction or a registry calls somebody. They
are never changed when two turn out to be one. ``shown_as`` says which actor a local id is shown as, where that is not
itself; it follows from two tables of edges: ``merges``, what users decided, and ``links``, what dateline found likely.
``appearances`` and the counts of ``stored_actors`` are those of the shown actor.

``apart`` are pairs that are not the same, whatever their names; ``splits`` are local ids that stand for somebody else
in one article; ``called`` are the names that users chose; ``traits`` is what a registry says of an actor.
"""

from __future__ import annotations

from dateline.db.overlay import in_order
from dateline.db.views import ACTORS, ARTICLES, FACTS, VIEWS

#: the shown actor of the local id that {0} stands for
SHOWN = "coalesce((SELECT actor FROM shown_as WHERE local = {0}), {0})"

#: no table but ``shown_as`` and ``traits`` names rows of ``stored_actors``: what was decided about somebody still holds
#: when the last article that names him leaves and comes back
_TABLES = (
    """
CREATE TABLE shown_as (
    local TEXT PRIMARY KEY REFERENCES stored_actors(id) ON DELETE CASCADE,
    actor TEXT NOT NULL REFERENCES stored_actors(id) CHECK (actor <> local)
) WITHOUT ROWID""",
    """
CREATE TABLE merges (
    local TEXT PRIMARY KEY,
    kept  TEXT NOT NULL  -- itself: the user says that it stands alone
) WITHOUT ROWID""",
    """
CREATE TABLE links (
    local TEXT PRIMARY KEY,
    actor TEXT NOT NULL,
    why   TEXT NOT NULL
) WITHOUT ROWID""",
    """
CREATE TABLE apart (
    one   TEXT NOT NULL,
    other TEXT NOT NULL CHECK (one < other),
    PRIMARY KEY (one, other)
) WITHOUT ROWID""",
    """
CREATE TABLE splits (
    article TEXT NOT NULL,  -- hash
    local   TEXT NOT NULL,
    actor   TEXT NOT NULL,
    PRIMARY KEY (article, local)
) WITHOUT ROWID""",
    "CREATE TABLE called (actor TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> '')) WITHOUT ROWID",
    """
CREATE TABLE traits (
    actor TEXT NOT NULL REFERENCES stored_actors(id) ON DELETE CASCADE,
    what  TEXT NOT NULL CHECK (what IN ('country', 'position', 'birth')),
    value TEXT NOT NULL,  -- a country's ISO 3166 code; the words for a position; an ISO date
    PRIMARY KEY (actor, what, value)
) WITHOUT ROWID""",
)

_COUNTED = tuple(
    f"CREATE TRIGGER {name} AFTER {event} ON mentions BEGIN UPDATE stored_actors SET mentions = mentions {sign} 1 "
    f"WHERE id = {SHOWN.format(row)}; END"
    for name, event, sign, row in (
        ("mentions_counted", "INSERT", "+", "NEW.actor"),
        ("mentions_uncounted", "DELETE", "-", "OLD.actor"),
    )
)
_CHANGED = (
    *("mentions_counted", "mentions_uncounted", "parties_appear", "parties_disappear", "findings_disappear"),
    *("findings_rejected_disappear", "findings_restored_appear"),
)

#: in the order in which they have to run
SIXTH: tuple[str, ...] = (
    *(f"DROP VIEW {view}" for view in VIEWS),
    *_TABLES,
    "CREATE INDEX shown_as_actor ON shown_as(actor)",
    "CREATE INDEX merges_kept ON merges(kept)",
    "CREATE INDEX links_actor ON links(actor)",
    "CREATE INDEX splits_actor ON splits(actor)",
    "CREATE INDEX apart_other ON apart(other)",
    # who may leave with an article is found without going through a registry
    "CREATE INDEX actors_idle ON stored_actors(id) WHERE mentions = 0 AND facts = 0 AND NOT registry",
    "ALTER TABLE stored_actors ADD COLUMN printed TEXT",  # the name by what articles print, where a user chose another
    *(f"DROP TRIGGER {trigger}" for trigger in _CHANGED),
    *_COUNTED,
    *(statement for statement in in_order(SHOWN) if any(f"TRIGGER {name} " in statement for name in _CHANGED)),
    *(FACTS, ACTORS, ARTICLES),
)
