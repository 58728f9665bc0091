"""Writing the store: one article, one transaction. What a user decides is added to ``decisions``, never changed.

``sqlite-utils`` is loaded only where a store must be made or brought to a newer schema.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.actors.index import NameRow, add_names
from dateline.db.linking import relink
from dateline.db.opening import TIMEOUT, VERSION, ready, unheeded, version_of
from dateline.db.settling import localised, settle
from dateline.db.trouble import sentences
from dateline.errors import StoreError
from dateline.model import Actor, Event, Extraction, Role, Statement
from dateline.text.fold import fold

if TYPE_CHECKING:
    from dateline.db.opening import Told


def open_for_writing(path: Path | str, told: Told = unheeded) -> sqlite3.Connection:
    """A connection that may write, to a store of the present schema; makes folder (0700) and store (0600) if missing.

    ``told`` learns how far it is, where that takes long.
    Raises StoreError where the place cannot be written, is busy, or holds something else.
    """
    path = Path(path)
    _make(path)
    if version_of(path) < VERSION:
        migrated(path, told)
    with sentences(path):
        connection = sqlite3.connect(path, timeout=TIMEOUT, isolation_level=None)
        try:
            ready(connection, told)
        except BaseException:
            connection.close()
            raise
    return connection


def migrated(path: Path | str, told: Told = unheeded) -> None:
    """Brings a store to the present schema; ``told`` learns how far it is, where that takes long."""
    from dateline.db.migrate import migrate

    with sentences(path), closing(sqlite3.connect(path, timeout=TIMEOUT, isolation_level=None)) as connection:
        _into_wal(connection)
        migrate(connection, told)


def _make(path: Path) -> None:
    """An empty file that only its owner reads, in a folder that only its owner enters; what exists stays as it is.

    What exists is not opened here either: closing it again would take the locks away that other connections of this
    process have on it, and another process that closes the store would then delete the journal they write to.
    """
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder, not a store: name a file with --store.")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            with suppress(FileExistsError):  # another process was quicker
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        elif not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        why = error.strerror or error
        raise StoreError(f"The store {path} cannot be written ({why}): choose another place with --store.") from error


def _into_wal(connection: sqlite3.Connection) -> None:
    """Readers never wait for a writer. SQLite does not wait for the change itself, so two first writers try in turn."""
    until = time.monotonic() + TIMEOUT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                raise
            time.sleep(0.01)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing; waits for other writers before it starts. Inside another one it adds nothing.

    Whoever is somebody else by what was written, or no longer, is linked before it ends.
    """
    if connection.in_transaction:
        yield
        return
    with whole(connection):
        yield
        relink(connection)


@contextmanager
def whole(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing, as it is written; waits for other writers before it starts."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def now() -> str:
    """The time as the store writes it: ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def add_article(
    connection: sqlite3.Connection, extraction: Extraction, *, sample: bool = False, source: str | None = None
) -> bool:
    """Puts an article with everything it says into the store; False where the same text is there already.

    ``source`` is the file it was read from. The same actor id is the same actor in every article.
    """
    with transaction(connection):
        if connection.execute("SELECT 1 FROM stored_articles WHERE hash = ?", (extraction.article.hash,)).fetchone():
            return False
        put_in(connection, _add_text(connection, extraction, sample, source), extraction)
    return True


def put_in(connection: sqlite3.Connection, key: int, extraction: Extraction) -> None:
    """What an article says, beside its text, which is there already as row ``key``."""
    extraction = localised(connection, extraction)
    add_named(connection, [(actor.id, actor.name, actor.kind) for actor in extraction.actors])
    text = extraction.article.text
    connection.executemany(
        'INSERT INTO noise (article, start, "end", why) VALUES (?, ?, ?, ?)',
        [(key, noise.start, noise.end, noise.why) for noise in extraction.noise],
    )
    connection.executemany(
        'INSERT INTO mentions (article, start, "end", actor, words) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        [(key, m.start, m.end, m.actor, text[m.start : m.end]) for m in extraction.mentions],
    )
    add_names(connection, _names(extraction))
    _add_facts(connection, key, extraction)


#: which of two spellings an actor goes by must not hang on which article came first; a user's word is the last
_NAMED = """
INSERT INTO stored_actors (id, name, kind, printed) VALUES (:id, coalesce(:called, :name), :kind,
                                                            CASE WHEN :called IS NOT NULL THEN :name END)
ON CONFLICT (id) DO UPDATE SET name = CASE WHEN printed IS NULL THEN :name ELSE name END,
                               printed = CASE WHEN printed IS NOT NULL THEN :name END
WHERE coalesce(printed, name) < :name AND NOT registry
"""


def add_named(connection: sqlite3.Connection, actors: Sequence[tuple[str, str, str]]) -> None:
    """Actors (id, name, kind) as articles know them; what users decided about their ids holds from the start."""
    called = _called(connection)
    connection.executemany(
        _NAMED, [{"id": id, "name": name, "kind": kind, "called": called.get(id)} for id, name, kind in actors]
    )
    add_names(connection, [NameRow(id, called[id]) for id, _, _ in actors if id in called])  # to be found by it, too
    marks = ", ".join("?" * len(actors))
    ids = [id for id, _, _ in actors]
    known = f"SELECT local FROM merges WHERE local IN ({marks}) OR kept IN ({marks}) " + (
        f"UNION SELECT local FROM links WHERE local IN ({marks}) OR actor IN ({marks})"
    )
    settle(connection, [local for (local,) in connection.execute(known, ids * 4).fetchall()])


def _called(connection: sqlite3.Connection) -> dict[str, str]:
    """The names that users chose, by the ids of their actors, who need not be there now."""
    return dict(connection.execute("SELECT actor, name FROM called").fetchall())


def _add_text(connection: sqlite3.Connection, extraction: Extraction, sample: bool, source: str | None) -> int:
    """The row of the article itself; returns its key."""
    article = extraction.article
    row = {
        "hash": article.hash,
        "text": article.text,
        "folded": fold(article.text),
        "length": len(article.text),
        "title": article.title,
        "lang": article.lang,
        "published": article.published,
        "url": article.url,
        "outlet": outlet_of(article.url),
        "sample": int(sample),
        "source": None if source is None else _storable(source),
        "added": now(),
        "extractor": extraction.provenance.extractor,
        "given_date": extraction.provenance.published,
        "given_lang": extraction.provenance.lang,
    }
    return insert(connection, "stored_articles", row)


def _storable(name: str) -> str:
    """A file name that SQLite can keep: bytes that are no UTF-8 as escapes (``bad\\xff.txt``)."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def insert(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> int:
    """One row, by the names of its columns; returns its rowid."""
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    cursor = connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values()))
    return int(cursor.lastrowid or 0)


def outlet_of(url: str | None) -> str | None:
    """The outlet as its address names it: the host without "www."."""
    if not url or "://" not in url:
        return None
    host = url.split("://", 1)[1].split("/", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0].lower()
    return host.removeprefix("www.") or None


def _names(extraction: Extraction) -> list[NameRow]:
    """Every spelling of every actor with its mentions; the shown name too, so that it can be searched for."""
    text = extraction.article.text
    lang, article_hash = extraction.article.lang, extraction.article.hash
    counts = Counter((m.actor, text[m.start : m.end]) for m in extraction.mentions)
    for actor in extraction.actors:
        for spelling in (actor.name, *actor.forms):
            counts.setdefault((actor.id, spelling), 0)
    return [NameRow(actor, spelling, lang, count, article_hash) for (actor, spelling), count in counts.items()]


def _add_facts(connection: sqlite3.Connection, key: int, extraction: Extraction) -> None:
    """Events, statements and roles, each id once: an id says what the fact says."""
    seen: set[str] = set()
    said: list[Event | Statement | Role] = [*extraction.events, *extraction.statements, *extraction.roles]
    for fact in said:
        if fact.id in seen:
            continue
        seen.add(fact.id)
        words = extraction.article.text[fact.start : fact.end]
        if isinstance(fact, Event):
            _add_event(connection, key, fact, words)
        elif isinstance(fact, Statement):
            finding = _add_finding(connection, key, "statement", fact, words)
            insert(connection, "statements", {"finding": finding, "quote": fact.quote, "verb": fact.verb})
            if fact.speaker is not None:
                _add_parties(connection, finding, "speaker", (fact.speaker,))
        else:
            finding = _add_finding(connection, key, "role", fact, words)
            insert(connection, "roles", {"finding": finding, "office": fact.office, "of": fact.of})
            _add_parties(connection, finding, "holder", (fact.person,))


def _add_finding(
    connection: sqlite3.Connection, key: int, kind: str, fact: Event | Statement | Role, words: str
) -> int:
    row = {
        "fact": fact.id,
        "article": key,
        "kind": kind,
        "start": fact.start,
        "end": fact.end,
        "words": words,
        "folded": fold(words),
        "date": getattr(fact, "date", None),
        "rule": fact.rule,
        "sure": int(getattr(fact, "sure", False)),
        "according_to": json.dumps(getattr(fact, "according_to", ()), ensure_ascii=False),
    }
    return insert(connection, "findings", row)


def _add_event(connection: sqlite3.Connection, key: int, event: Event, words: str) -> None:
    finding = _add_finding(connection, key, "event", event, words)
    row = {
        "finding": finding,
        "type": event.type,
        "mode": event.mode,
        "date_text": event.date_text,
        "place": event.place,
        "status": event.status,
        "duration_minutes": event.duration_minutes,
    }
    insert(connection, "events", row)
    _add_parties(connection, finding, "source", event.source, event.inferred)
    _add_parties(connection, finding, "target", event.target, event.inferred)
    connection.executemany(
        'INSERT INTO tellings (finding, position, start, "end") VALUES (?, ?, ?, ?)',
        [(finding, position, start, end) for position, (start, end) in enumerate(event.spans)],
    )


def _add_parties(
    connection: sqlite3.Connection, finding: int, part: str, actors: Iterable[str], inferred: Sequence[str] = ()
) -> None:
    connection.executemany(
        "INSERT INTO parties (finding, part, position, actor, inferred) VALUES (?, ?, ?, ?, ?)",
        [(finding, part, position, actor, int(actor in inferred)) for position, actor in enumerate(actors)],
    )


def decide(connection: sqlite3.Connection, user: str, what: str, *, before: Any, after: Any) -> int:
    """Adds a row to ``decisions``; ``before`` and ``after`` are anything JSON can hold. Returns its number."""
    kept = [None if value is None else json.dumps(value, ensure_ascii=False) for value in (before, after)]
    row = {"time": now(), "user": user, "what": what, "before": kept[0], "after": kept[1]}
    return insert(connection, "decisions", row)


def add_actors(connection: sqlite3.Connection, actors: Iterable[Actor]) -> int:
    """Actors of a registry, in one transaction; returns how many of them no registry had brought before.

    ``forms`` are their spellings, ``traits`` what else it says of them. An actor that is there keeps its id and its
    name, and what users decided about an id that has left holds again; the same actors again change nothing.
    """
    with transaction(connection):
        kept = list(actors)
        called = _called(connection)
        new = connection.executemany(
            "INSERT INTO stored_actors (id, name, kind, printed, registry) VALUES (?, ?, ?, ?, 1) "
            "ON CONFLICT (id) DO UPDATE SET registry = 1 WHERE NOT registry",
            [
                (actor.id, called.get(actor.id, actor.name), actor.kind, actor.name if actor.id in called else None)
                for actor in kept
            ],
        ).rowcount
        add_names(connection, [NameRow(actor.id, name, registry=True) for actor in kept for name in actor.forms])
        add_names(connection, [NameRow(actor.id, called[actor.id]) for actor in kept if actor.id in called])
        merged = {id for edge in connection.execute("SELECT local, kept FROM merges") for id in edge}
        settle(connection, [actor.id for actor in kept if actor.id in merged])
        connection.executemany(
            "INSERT OR IGNORE INTO traits (actor, what, value) VALUES (?, ?, ?)",
            [(actor.id, what, value) for actor in kept for what, value in actor.traits],
        )
    return new


def user_name() -> str:
    """Who decides: the name of the account, "unknown" where the system has none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
