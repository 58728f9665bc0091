"""What a store keeps counted: as SQL that finds every number that is not what it counts, and as repair of them all."""

from __future__ import annotations

import sqlite3

from dateline.actors.index import NameRow, add_names, drop_names, rebuild
from dateline.db.leaving import NOBODY
from dateline.db.linking import relink_everybody
from dateline.db.settling import unsettled
from dateline.db.splitting import split_again
from dateline.db.write import transaction

_UNSURE = "NOT sure AND kind <> 'role'"
_COUNTED = {
    "articles": "SELECT count(*) FROM stored_articles",
    "facts": "SELECT count(*) FROM findings WHERE NOT rejected",
    "unsure": f"SELECT count(*) FROM findings WHERE NOT rejected AND {_UNSURE}",
    "rejected": "SELECT count(*) FROM findings WHERE rejected",
    "actors": "SELECT count(*) FROM stored_actors WHERE mentions > 0 OR facts > 0",
}
#: every row that ``appearances`` has to have
_APPEARING = (
    "SELECT DISTINCT coalesce(s.actor, p.actor), f.date IS NULL, coalesce(f.date, ''), f.article, f.start, f.id, "
    "NOT f.sure AND f.kind <> 'role' FROM parties p LEFT JOIN shown_as s ON s.local = p.actor "
    "JOIN findings f ON f.id = p.finding WHERE NOT f.rejected"
)
_APPEARANCES = "SELECT actor, undated, date, article, start, finding, unsure FROM appearances"
_SPELT = "SELECT actor, words, count(*) AS count FROM mentions GROUP BY actor, words"

#: each selects one number: how many are wrong
WRONG_TOTALS = "SELECT " + " + ".join(
    f"((SELECT count FROM totals WHERE what = '{what}') IS NOT ({count}))" for what, count in _COUNTED.items()
)
WRONG_APPEARANCES = (
    f"SELECT (SELECT count(*) FROM ({_APPEARING} EXCEPT {_APPEARANCES})) "
    f"+ (SELECT count(*) FROM ({_APPEARANCES} EXCEPT {_APPEARING}))"
)
_FACTS_OF = "(SELECT count(*) FROM appearances WHERE actor = a.id)"
_MENTIONS_OF = (
    "(CASE WHEN a.id IN (SELECT local FROM shown_as) THEN 0 ELSE (SELECT count(*) FROM mentions WHERE actor = a.id) "
    "+ (SELECT count(*) FROM shown_as s JOIN mentions m ON m.actor = s.local WHERE s.actor = a.id) END)"
)
WRONG_ACTORS = f"SELECT count(*) FROM stored_actors a WHERE facts <> {_FACTS_OF} OR mentions <> {_MENTIONS_OF}"
#: (actor, spelling, in articles, in the index) for every spelling that is counted wrongly
_WRONG_NAMES = (
    f"SELECT s.actor, s.words, s.count, coalesce(n.count, 0) FROM ({_SPELT}) s "
    "LEFT JOIN names n ON n.actor = s.actor AND n.spelling = s.words WHERE s.count <> coalesce(n.count, 0) "
    "UNION ALL SELECT n.actor, n.spelling, 0, n.count FROM names n WHERE n.count > 0 AND NOT EXISTS "
    "(SELECT 1 FROM mentions m WHERE m.actor = n.actor AND m.words = n.spelling)"
)
WRONG_NAMES = f"SELECT count(*) FROM ({_WRONG_NAMES})"
#: how many names have a word, four bytes each
_CARRIED = "(SELECT coalesce(sum(length(names)), 0) / 4 FROM token_names WHERE token = t.id)"
#: words of names that are counted wrongly, which is also how names that no search by sound finds show
WRONG_SOUNDS = f"SELECT count(*) FROM name_tokens t WHERE names <> {_CARRIED}"
_CALLED = "(SELECT name FROM called WHERE actor = a.id)"
WRONG_CALLED = (
    f"SELECT count(*) FROM stored_actors a WHERE (printed IS NULL) <> ({_CALLED} IS NULL) OR name <> {_CALLED}"
)
#: pairs of actors that users said are not the same, and that are shown as one all the same
CONTRADICTED = (
    "SELECT count(*) FROM apart a LEFT JOIN shown_as s ON s.local = a.one LEFT JOIN shown_as t ON t.local = a.other "
    "WHERE coalesce(s.actor, a.one) = coalesce(t.actor, a.other)"
)
#: actors whom no search finds; and those who are in no article, fact or registry, unless they are shown as another one
#: and wait for that to be undone
NAMELESS = "SELECT count(*) FROM stored_actors a WHERE NOT EXISTS (SELECT 1 FROM names WHERE actor = a.id)"
IDLE = f"SELECT count(*) FROM stored_actors WHERE {NOBODY} AND id NOT IN (SELECT local FROM shown_as)"
INDEXES = ("stored_articles_words", "findings_words")


def repair(connection: sqlite3.Connection) -> None:
    """Counts everything that is counted again and makes the indexes of words anew, all of it or nothing.

    What was extracted and what users decided is left alone.
    """
    with transaction(connection):
        split_again(connection)
        for local, actor in unsettled(connection).items():
            connection.execute("DELETE FROM shown_as WHERE local = ?", (local,))
            if actor != local:
                connection.execute("INSERT INTO shown_as (local, actor) VALUES (?, ?)", (local, actor))
        connection.execute(
            f"UPDATE stored_actors AS a SET name = coalesce({_CALLED}, printed, name), printed = "
            f"CASE WHEN {_CALLED} IS NOT NULL THEN coalesce(printed, name) END "
            "WHERE id IN (SELECT actor FROM called) OR printed IS NOT NULL"
        )
        for actor, words, there, kept in connection.execute(_WRONG_NAMES).fetchall():
            if there > kept:
                add_names(connection, [NameRow(actor, words, count=there - kept)])
            else:
                drop_names(connection, [NameRow(actor, words, count=kept - there)])
        if connection.execute(WRONG_SOUNDS).fetchone()[0]:
            rebuild(connection)
        connection.execute("DELETE FROM appearances")
        connection.execute(f"INSERT INTO appearances {_APPEARING}")
        connection.execute(f"UPDATE stored_actors AS a SET facts = {_FACTS_OF}, mentions = {_MENTIONS_OF}")
        for what, count in _COUNTED.items():
            connection.execute(f"INSERT OR REPLACE INTO totals SELECT '{what}', ({count})")
        for index in INDEXES:
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
        relink_everybody(connection)
