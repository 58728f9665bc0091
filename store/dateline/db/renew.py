"""Bringing articles to the present extractor: what each says is replaced by what it says now, and the difference told.

A fact keeps its id where its words, its type and its parties are the same, whatever else about it has changed. What
users decided is not extracted: ``deciding.replaying`` takes it off before and carries it over.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.db.facts import facts
from dateline.db.leaving import take_off
from dateline.db.read import article, article_text
from dateline.db.rows import ArticleRow, Fact
from dateline.db.settling import localised, shown
from dateline.db.write import outlet_of, put_in
from dateline.extract import shown as shows
from dateline.extract.many import Asked
from dateline.model import Actor, AnyFact, Event, Extraction, Role, Statement

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """What changed in one article; facts of ``changed`` are as they are now."""

    article: ArticleRow
    gone: tuple[Fact, ...]
    new: tuple[Fact, ...]
    changed: tuple[Fact, ...]
    kept: int  # facts of which nothing has changed


def outdated(connection: sqlite3.Connection, version: int) -> list[str]:
    """The hashes of the articles that another extractor than ``version`` has read, in the order they were added."""
    rows = connection.execute("SELECT hash FROM stored_articles WHERE extractor <> ? ORDER BY id", (version,))
    return [row[0] for row in rows]


def asked_again(connection: sqlite3.Connection, article_hash: str) -> Asked:
    """What the extractor was given when the article was added: its text, and what the user knew about it.

    Of the oldest articles nobody noted that: a date or language that the text does not show was the user's.
    """
    row = article(connection, article_hash)
    assert row is not None
    text = article_text(connection, article_hash)
    version, published, lang = connection.execute(
        "SELECT extractor, given_date, given_lang FROM stored_articles WHERE hash = ?", (article_hash,)
    ).fetchone()
    if not version:
        own_lang, own_date = shows(text)
        lang = None if own_lang == row.lang else row.lang
        published = None if own_date == row.published else row.published
    return Asked(text, published, lang, row.url)


def renew(connection: sqlite3.Connection, extraction: Extraction) -> Renewal:
    """Replaces what a stored article says, inside the caller's transaction. Actors whom nobody names any more stay."""
    now = extraction.article
    before = {fact.id: fact for fact in facts(connection, article=now.hash)}
    extraction = localised(connection, extraction)
    names = {actor.id: _called(connection, actor) for actor in extraction.actors}
    key = connection.execute("SELECT id FROM stored_articles WHERE hash = ?", (now.hash,)).fetchone()[0]
    take_off(connection, key)
    put_in(connection, key, _with_ids_of(extraction, names, list(before.values())))
    made = extraction.provenance
    connection.execute(
        "UPDATE stored_articles SET title = ?, lang = ?, published = ?, outlet = ?, extractor = ?, given_date = ?, "
        "given_lang = ? WHERE id = ?",
        (now.title, now.lang, now.published, outlet_of(now.url), made.extractor, made.published, made.lang, key),
    )
    after = {fact.id: fact for fact in facts(connection, article=now.hash)}
    same = [fact for fact in after.values() if fact.id in before]
    changed = tuple(fact for fact in same if _shown(fact) != _shown(before[fact.id]))
    row = article(connection, now.hash)
    assert row is not None
    return Renewal(
        row,
        gone=tuple(fact for fact in before.values() if fact.id not in after),
        new=tuple(fact for fact in after.values() if fact.id not in before),
        changed=changed,
        kept=len(same) - len(changed),
    )


def _shown(fact: Fact) -> dict[str, object]:
    """The fact itself, without its article's title and date."""
    return fact.to_json() | {"article": None}


def _called(connection: sqlite3.Connection, actor: Actor) -> str:
    """The name by which facts of the store call an actor of an article."""
    query = "SELECT name FROM stored_actors WHERE id = ? AND (id <> ? OR printed IS NOT NULL)"
    row = connection.execute(query, (shown(connection, actor.id), actor.id)).fetchone()
    return actor.name if row is None else str(row[0])


def _with_ids_of(extraction: Extraction, names: dict[str, str], before: Sequence[Fact]) -> Extraction:
    """The extraction with the ids that its facts had, where words, type and parties (by ``names``) are the same."""
    ids = {_stored_key(fact): fact.id for fact in before}
    text = extraction.article.text

    def kept(told: tuple[AnyFact, ...]) -> tuple[AnyFact, ...]:
        return tuple(fact._replace(id=ids.get(_key(fact, names, text), fact.id)) for fact in told)

    return extraction._replace(
        events=kept(extraction.events),
        statements=kept(extraction.statements),
        roles=kept(extraction.roles),
    )


def _stored_key(fact: Fact) -> Key:
    if fact.kind == "event":
        return ("event", fact.type, fact.source, fact.target, fact.text)
    if fact.kind == "statement":
        return ("statement", fact.speaker, fact.text)
    return ("role", fact.person, fact.office, fact.of, fact.text)


def _key(fact: Event | Statement | Role, names: dict[str, str], text: str) -> Key:
    """The same of a fact that is not stored yet; parties go by their names, since an actor may get another id."""
    words = text[fact.start : fact.end]
    if isinstance(fact, Event):
        source, target = (tuple(names.get(actor, actor) for actor in side) for side in (fact.source, fact.target))
        return ("event", fact.type, source, target, words)
    if isinstance(fact, Statement):
        return ("statement", names.get(fact.speaker or "", fact.speaker), words)
    return ("role", names.get(fact.person, fact.person), fact.office, fact.of, words)
