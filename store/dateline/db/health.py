"""Whether a store is sound: what was looked at, what was found, and what to do about it.

Every check only reads; what SQLite lets nobody check without writing is rolled back.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from dateline.db import counted
from dateline.db.disk import disk
from dateline.db.finding import Finding, many
from dateline.db.opening import VERSION, as_it_is
from dateline.db.settling import unsettled
from dateline.db.splitting import unsplit
from dateline.db.trouble import NoStoreError, explain
from dateline.digest import digest
from dateline.errors import StoreError

if TYPE_CHECKING:
    from dateline.db.decisions import Decision

_RESTORE = "put the last copy that 'dateline backup' made in its place, or move it away and add the articles again"
_REPAIR = "dateline doctor --repair"
_AGAIN = "dateline reextract reads articles again; if it stays, restore a backup and report it"
_SHOWN = 3  # examples of what is wrong in one way
PATIENCE = 5.0  # seconds for which a check may keep other writers waiting

Check = Callable[[sqlite3.Connection], Iterator[Finding]]


def health(path: str) -> Iterator[Finding]:
    """Findings about the store at ``path``, one or more for every check; what is wrong with it raises nothing."""
    try:
        connection, version = as_it_is(path)
    except NoStoreError as error:
        yield Finding("store", "look", str(error))
        return
    except StoreError as error:
        yield Finding("store", "bad", str(error))
        return
    with closing(connection):
        yield Finding("store", "ok", path)
        sound = [finding for check in (_file, _references) for finding in _guarded(check, connection, path)]
        yield from sound
        if version < VERSION:
            says = (
                f"the store is of version {version}, this dateline's of version {VERSION}: the rest was not looked at"
            )
            yield Finding(
                "version", "look", says, "any command brings it on: 'dateline backup FILE' first, if you like"
            )
        else:
            yield Finding("version", "ok", f"the store is of version {version}")
            for check in (*_READING, *(_WRITING if all(one.state == "ok" for one in sound) else ())):
                yield from _guarded(check, connection, path)
    yield from disk(path)


def _guarded(check: Check, connection: sqlite3.Connection, path: str) -> Iterator[Finding]:
    """What a check found; a file that is damaged where it reads is one more finding."""
    try:
        yield from check(connection)
    except sqlite3.Error as error:
        yield Finding(check.__name__.strip("_"), "bad", f"could not be looked at: {explain(error, path)}", _RESTORE)


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    said = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
    said = [line for line in said if "FTS5" not in line]  # newer SQLite looks at these too; they can be made anew
    if said in (["ok"], []):
        yield Finding("file", "ok", "SQLite finds the file whole")
    else:
        yield Finding("file", "bad", f"the file is damaged: {'; '.join(said)}", _RESTORE)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    tables = [row[0] for row in connection.execute("PRAGMA foreign_key_check")]
    for table in sorted(set(tables)):
        says = f"{many(tables.count(table), 'row')} of {table} belong to nothing that is there"
        yield Finding("references", "bad", says, _RESTORE)
    if not tables:
        yield Finding("references", "ok", "every row belongs to something that is there")


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute("SELECT hash, text FROM stored_articles")
    wrong = [known for known, text in rows if digest(text.encode("utf-8", "surrogatepass")) != known]
    if wrong:
        says = f"{many(len(wrong), 'article')} whose text is not the one that was read ({_some(wrong)})"
        yield Finding("texts", "bad", says, f"dateline remove {wrong[0][:12]}, then add it again")
    else:
        yield Finding("texts", "ok", "every text is as it was read")


def _some(named: Sequence[str]) -> str:
    """The first few of them, shortened."""
    return ", ".join(name[:12] for name in named[:_SHOWN]) + (" …" if len(named) > _SHOWN else "")


_CUT = 'substr(a.text, t.start + 1, t."end" - t.start)'
_SPANS = {
    "fact": ("f.fact", f"FROM stored_articles a JOIN findings f ON f.article = a.id WHERE {_CUT.replace('t.', 'f.')} "
             "IS NOT f.words"),
    "mention": ("t.words", f"FROM stored_articles a JOIN mentions t ON t.article = a.id WHERE {_CUT} IS NOT t.words"),
    "telling": ("f.fact", "FROM tellings t JOIN findings f ON f.id = t.finding JOIN stored_articles a "
                'ON a.id = f.article WHERE t."end" > a.length OR t.start < 0 OR t.start >= t."end"'),
}  # fmt: skip


def _spans(connection: sqlite3.Connection) -> Iterator[Finding]:
    wrong = 0
    for what, (shown, found) in _SPANS.items():
        rows = [row[0] for row in connection.execute(f"SELECT {shown} {found}")]
        wrong += len(rows)
        if rows:
            says = f"{many(len(rows), what)} whose words do not stand at that place in the article ({_some(rows)})"
            yield Finding("spans", "bad", says, _AGAIN)
    if not wrong:
        yield Finding("spans", "ok", "all words stand where the store says, in the article's text")


_PARTS = {
    "event": "SELECT finding FROM events",
    "statement": "SELECT finding FROM statements",
    "role": "SELECT r.finding FROM roles r JOIN parties p ON p.finding = r.finding AND p.part = 'holder'",
}


def _facts(connection: sqlite3.Connection) -> Iterator[Finding]:
    missing = [
        (many(number, kind), kind)
        for kind, rows in _PARTS.items()
        if (
            number := _number(connection, f"SELECT count(*) FROM findings WHERE kind = '{kind}' AND id NOT IN ({rows})")
        )
    ]
    for says, kind in missing:
        yield Finding("facts", "bad", f"{says} without what makes it {_article(kind)}", _AGAIN)
    if not missing:
        yield Finding("facts", "ok", f"{many(_number(connection, 'SELECT count(*) FROM findings'), 'fact')}, all whole")


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _actors(connection: sqlite3.Connection) -> Iterator[Finding]:
    looked = {"no search finds": counted.NAMELESS, "no article names and no fact is about": counted.IDLE}
    wrong = {why: number for why, query in looked.items() if (number := _number(connection, query))}
    for why, number in wrong.items():
        yield Finding("actors", "look", f"{many(number, 'actor')} that {why}", "dateline reextract")
    if not wrong:
        yield Finding(
            "actors", "ok", f"{many(_number(connection, 'SELECT count(*) FROM stored_actors'), 'actor')}, all named"
        )


def _identity(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whom actors are shown as, what they are called, and what was split off: as it was decided and found."""
    wrong = {
        many(len(unsettled(connection)), "actor") + " not shown as whom the merges and links say": _REPAIR,
        many(_number(connection, counted.WRONG_CALLED), "actor") + " not called what a user chose": _REPAIR,
        many(len(unsplit(connection)), "part") + " of actors not split off where a user did": _REPAIR,
        many(_number(connection, counted.CONTRADICTED), "pair") + " of actors said not to be the same shown as one": (
            "'dateline actors show NAME' tells which decisions: undo one of them"
        ),
    }
    wrong = {says: do for says, do in wrong.items() if not says.startswith("0 ")}
    for says, do in wrong.items():
        yield Finding("identity", "look", says, do)
    if not wrong:
        merged = _number(connection, "SELECT count(*) FROM shown_as")
        yield Finding("identity", "ok", f"{many(merged, 'actor')} shown as another one, as was decided or found")


_COUNTS = {
    "totals": ("number of the title bar", "numbers of the title bar", counted.WRONG_TOTALS),
    "lists": ("row in the lists of actors' facts", "rows in the lists of actors' facts", counted.WRONG_APPEARANCES),
    "counts": ("actor's count of facts or mentions", "actors' counts of facts or mentions", counted.WRONG_ACTORS),
    "names": ("spelling", "spellings", counted.WRONG_NAMES),
    "sounds": ("name or word of names", "names or words of names", counted.WRONG_SOUNDS),
}


def _counts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for check, (one, more, query) in _COUNTS.items():
        wrong = _number(connection, query)
        if wrong:
            yield Finding(check, "look", f"{many(wrong, one, more)} not counted right", _REPAIR)
        else:
            yield Finding(check, "ok", f"all {more} are counted right")


def _behind(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is left to the next writer."""
    from dateline.actors.version import SOUNDS

    heard = connection.execute("SELECT version FROM made_with WHERE what = 'sounds'").fetchone()
    waiting = _number(connection, "SELECT count(*) FROM (SELECT local FROM unheard UNION SELECT local FROM unlinked)")
    if heard != (SOUNDS,):
        says = "names are filed as they sounded to another version of dateline: a search may miss some"
        yield Finding("version", "look", says, _REPAIR)
    if waiting:
        yield Finding("version", "look", f"{many(waiting, 'actor')} waiting to be linked", _REPAIR)
    if heard == (SOUNDS,) and not waiting:
        yield Finding("version", "ok", "names are filed as they sound to this version, and nobody waits to be linked")


def _extractor(connection: sqlite3.Connection) -> Iterator[Finding]:
    from dateline.extract.version import VERSION as PRESENT

    query = "SELECT extractor, count(*) FROM stored_articles WHERE extractor <> ? GROUP BY extractor"
    older = connection.execute(query, (PRESENT,)).fetchall()
    for version, number in older:
        was = "was" if number == 1 else "were"
        says = f"{many(number, 'article')} {was} read by extractor {version}, this is {PRESENT}"
        yield Finding("extractor", "look", says, "dateline reextract")
    if not older:
        yield Finding("extractor", "ok", f"every article was read by the present extractor ({PRESENT})")


class _LeftOutError(Exception):
    """What needs a lock on the store could not be looked at now."""


def _word_index(connection: sqlite3.Connection) -> Iterator[Finding]:
    """With a lock on the store for as long as it takes, but not so long that another writer gives up."""
    for index in counted.INDEXES:
        try:
            with _rolled_back(connection) as writing:
                writing.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except _LeftOutError:
            yield Finding("word index", "ok", f"{index} was not looked at: {_LEFT_OUT}")
        except sqlite3.DatabaseError as error:
            if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
                raise
            yield Finding("word index", "look", f"{index} does not have the words of the texts", _REPAIR)
        else:
            yield Finding("word index", "ok", f"{index} has every word")


def _decisions(connection: sqlite3.Connection) -> Iterator[Finding]:
    from dateline.db.decisions import ABOUT_OTHERS, WHATS, decisions

    try:
        made = decisions(connection)
        held = [row for row in made if not row.undone and row.what not in ABOUT_OTHERS]
        strange = [(row, "nobody here knows what that is") for row in held if row.what not in WHATS]
        unfit = strange + [(row, why) for row in held if (why := _unfit(connection, row))]
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # another program wrote what none holds
        says = f"one of the decisions cannot be read ({error})"
        yield Finding("decisions", "look", says, "go back to a copy that 'dateline backup' made, or leave it")
        return
    for row, why in unfit[:_SHOWN]:
        says = f"decision {row.id} ({row.what}, {row.user}, {row.time}): {why}"
        yield Finding("decisions", "look", says, "decide it again, or leave it: it changes nothing now")
    if len(unfit) > _SHOWN:
        says = f"{many(len(unfit) - _SHOWN, 'more decision')} that fit no longer"
        yield Finding("decisions", "look", says, "the same")
    if not unfit:
        yield Finding("decisions", "ok", f"{many(len(made), 'decision')}, none that fits no longer")


def _unfit(connection: sqlite3.Connection, row: Decision) -> str | None:
    """Why a decision in force is about nothing: of an article that is there still, the fact is not."""
    for scope in row.scopes:
        article, _, rest = scope.partition("/")
        query = "SELECT id FROM stored_articles WHERE hash = ? AND added <= ?"
        there = connection.execute(query, (article, row.time)).fetchone()
        if there is None:
            continue
        if row.what == "remove article":
            return f"the article {article[:12]} is there all the same"
        _, _, fact = rest.partition("facts/")
        fact = fact.partition("/")[0]
        query = "SELECT 1 FROM findings WHERE article = ? AND fact = ?"
        if fact and connection.execute(query, (there[0], fact)).fetchone() is None:
            return f"the article {article[:12]} does not say {fact} any more"
    return None


@contextmanager
def _rolled_back(reading: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A connection to the same store whose changes are all taken back.

    Raises _LeftOutError where the store cannot be written, is busy, or the block takes longer than others may wait.
    """
    path = reading.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    try:
        with closing(as_it_is(path, readonly=False)[0]) as writing:
            until = time.monotonic() + PATIENCE
            writing.execute("BEGIN IMMEDIATE")
            writing.set_progress_handler(lambda: time.monotonic() > until, 100_000)
            try:
                yield writing
            finally:
                writing.set_progress_handler(None, 0)
                if writing.in_transaction:
                    writing.execute("ROLLBACK")
    except StoreError as error:
        raise _LeftOutError from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(_NOT_NOW):
            raise _LeftOutError from error
        raise


_LEFT_OUT = "the store is read-only, busy or big"
_NOT_NOW = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_INTERRUPT")
_READING: tuple[Check, ...] = (_texts, _spans, _facts, _actors, _identity, _counts, _behind, _extractor, _decisions)
_WRITING: tuple[Check, ...] = (_word_index,)
