"""Bringing a store to the present extractor: what changes is told, ids stay, it is all or nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from dateline import deciding
from dateline.cli import main
from dateline.cli.add import load_samples
from dateline.db import leaving, read, write
from dateline.db.renew import asked_again, outdated, renew
from dateline.db.rows import Fact
from dateline.db.schema import FIRST
from dateline.deciding.replaying import replay
from dateline.extract import extract, many
from dateline.extract.version import VERSION
from dateline.model import Actor, Article, Extraction, Provenance, short_hash
from handmade import BLINKEN, TEXT, extraction

Run = Callable[..., tuple[int, str, str]]
NEWER = Provenance(extractor=99)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store, named by the environment."""
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "store.db"))
    return tmp_path / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[sqlite3.Connection]:
    connection = write.open_for_writing(path)
    yield connection
    connection.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        return main(list(arguments)), *capsys.readouterr()

    return command


def told(fact: Fact) -> dict[str, Any]:
    return fact.to_json() | {"article": None}


def by_kind(store: sqlite3.Connection) -> dict[str, Fact]:
    return {f"{fact.kind} {fact.rule}": fact for fact in read.facts(store)}


# one article


def test_facts_keep_their_ids_where_words_type_and_parties_are_the_same(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    before = by_kind(store)
    made = extraction()
    met, talk = made.events
    renamed = tuple(fact._replace(id=short_hash("another formula", fact.id)) for fact in (met, talk))
    done = renew(store, made._replace(events=renamed, provenance=NEWER))
    assert {key: told(fact) for key, fact in by_kind(store).items()} == {k: told(f) for k, f in before.items()}
    assert (done.gone, done.new, done.changed, done.kept) == ((), (), (), 4)


def test_an_actor_under_another_id_is_the_same_party(store: sqlite3.Connection) -> None:
    """A stranger whom the registry knows by now."""
    made = extraction()
    stranger = Actor("person-antony-blinken", BLINKEN.name, BLINKEN.kind, BLINKEN.forms)

    def before(actor: str) -> str:
        return stranger.id if actor == BLINKEN.id else actor

    old = made._replace(
        actors=tuple(stranger if actor is BLINKEN else actor for actor in made.actors),
        mentions=tuple(mention._replace(actor=before(mention.actor)) for mention in made.mentions),
        events=(made.events[0]._replace(id="0" * 10, source=(stranger.id,)),),
        statements=(),
    )
    write.add_article(store, old)
    done = renew(store, made._replace(provenance=NEWER))
    assert "0" * 10 in {fact.id for fact in read.facts(store)}
    assert {fact.rule for fact in done.new} == {"said", "talk"} and done.gone == ()


def test_what_is_gone_new_or_changed_is_told(store: sqlite3.Connection) -> None:
    made = extraction()
    write.add_article(store, made)
    met, talk = made.events
    moved = met._replace(place="Vienna", sure=False)
    other = talk._replace(id="1" * 10, type="AGREE", mode=None)
    done = renew(store, made._replace(events=(moved, other), statements=(), provenance=NEWER))
    assert {fact.rule for fact in done.gone} == {"talk", "said"}
    assert [fact.type for fact in done.new] == ["AGREE"]
    assert [(fact.id, fact.place) for fact in done.changed] == [(met.id, "Vienna")]
    assert done.kept == 1


def test_names_and_counts_are_those_of_the_new_reading(store: sqlite3.Connection) -> None:
    made = extraction()
    write.add_article(store, made)
    fewer = made._replace(mentions=made.mentions[:1], actors=made.actors[:3], events=made.events[:1])
    renew(store, fewer._replace(provenance=NEWER))
    leaving.drop_unnamed(store)
    fresh = write.open_for_writing(Path(store.execute("PRAGMA database_list").fetchone()[2]).parent / "fresh.db")
    with closing(fresh):
        write.add_article(fresh, fewer)
        for query in (
            "SELECT id, name, mentions, facts FROM stored_actors ORDER BY id",
            "SELECT actor, spelling, count FROM names ORDER BY actor, spelling",
        ):
            assert store.execute(query).fetchall() == fresh.execute(query).fetchall()


def test_what_the_user_said_of_an_article_is_given_again(store: sqlite3.Connection) -> None:
    text = "Il ministro degli Esteri ha incontrato ieri il collega francese a Roma, secondo quanto si è appreso."
    write.add_article(store, extract(text, "2022-02-03", lang="it", url="https://example.org/a"))
    (row,) = read.articles(store)
    asked = asked_again(store, row.hash)
    assert asked == (text, "2022-02-03", "it", "https://example.org/a")


@pytest.mark.parametrize(("published", "lang", "given"), [(None, "it", (None, None)), ("2022", "tr", ("2022", "tr"))])
def test_of_the_oldest_articles_what_the_text_does_not_show_was_the_user_s(
    store: sqlite3.Connection, published: str | None, lang: str, given: tuple[str | None, str | None]
) -> None:
    text = "Il ministro degli Esteri ha incontrato ieri il collega francese a Roma, secondo quanto si è appreso."
    write.add_article(store, Extraction(Article(text, lang=lang, published=published)))
    (row,) = read.articles(store)
    assert asked_again(store, row.hash)[1:3] == given


# a store


def aged(path: Path) -> None:
    """The samples, as if an older extractor had read them: one fact less, one that is wrong now."""
    load_samples(path)
    with closing(write.open_for_writing(path)) as store, write.transaction(store):
        for row in read.articles(store):
            made = extract(read.article_text(store, row.hash))
            wrong = tuple(event._replace(type="AID", mode=None, id="f" * 10) for event in made.events[:1])
            renew(store, made._replace(events=(*wrong, *made.events[1:]), provenance=Provenance()))


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as store:
        return list(store.iterdump())


def test_a_store_comes_to_what_the_present_extractor_says(path: Path, run: Run, tmp_path: Path) -> None:
    aged(path)
    before = dump(path)
    code, out, err = run("reextract", "--dry-run")
    assert code == 0 and "Nothing was written" in err and dump(path) == before
    again = run("reextract")
    assert again[:2] == (0, out)
    lines = out.splitlines()
    assert [line.split()[0] for line in lines].count("gone") == [line.split()[0] for line in lines].count("new") == 5
    load_samples(tmp_path / "fresh.db")
    with closing(read.connect(path)) as now, closing(read.connect(tmp_path / "fresh.db")) as fresh:
        assert {fact.id: told(fact) for fact in read.facts(now)} == {f.id: told(f) for f in read.facts(fresh)}
        assert outdated(now, VERSION) == []
        assert [row.sample for row in read.articles(now)] == [True] * 5
    code, out, err = run("reextract")
    assert (code, out) == (0, "") and "nothing to do" in err


def test_it_is_all_or_nothing(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(path)
    before = dump(path)
    calls = 0

    def interrupted(*given: Any, **named: Any) -> Extraction:
        nonlocal calls
        calls += 1
        if calls > 3:
            raise KeyboardInterrupt
        return extract(*given, **named)

    monkeypatch.setattr(many, "extract", interrupted)
    assert run("reextract") == (130, "", "Interrupted: the store is as it was.\n")
    assert dump(path) == before


def test_without_a_store_there_is_nothing_to_bring_anywhere(path: Path, run: Run) -> None:
    code, out, err = run("reextract")
    assert (code, out, path.exists()) == (1, "", False) and err.count("\n") == 1


def test_processes_change_nothing_in_it(path: Path, run: Run) -> None:
    aged(path)
    assert run("reextract", "--dry-run", "--jobs", "2")[1] == run("reextract", "--dry-run", "--jobs", "1")[1]


# what users decided


def test_a_removal_stays_a_removal(path: Path, run: Run) -> None:
    aged(path)
    with closing(read.connect(path)) as store:
        gone = read.articles(store)[0].hash
    assert run("remove", gone[:12])[0] == 0
    code, _, err = run("reextract")
    assert code == 0 and "Decision" not in err
    with closing(read.connect(path)) as store:
        assert read.article(store, gone) is None and read.count_articles(store) == 4


def test_an_article_that_was_added_again_is_no_trouble(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    deciding.remove(store, "me", [extraction().article.hash])
    write.add_article(store, extraction())
    assert replay(store) == []


def test_decisions_that_fit_no_longer_are_listed(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    write.decide(store, "me", "paint it blue", before={"fact": "x"}, after=None)
    removal = {"article": {"hash": extraction().article.hash}}
    store.execute(
        "INSERT INTO decisions (time, user, what, before) VALUES ('9999', 'me', 'remove article', ?)",
        (json.dumps(removal),),
    )
    trouble = replay(store)
    assert ["paint it blue" in trouble[0], "there all the same" in trouble[1]] == [True, True]


# stores of version 1


@pytest.fixture
def first_version(path: Path) -> Path:
    """A store as version 1 of the schema had it, with an article."""
    old = Migrations("dateline")

    @old(name="0001_articles_and_facts")
    def articles_and_facts(db: Database) -> None:
        for statement in FIRST:
            db.execute(statement)

    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        old.apply(Database(store, execute_plugins=False))
        store.execute("PRAGMA application_id = 1145851461")
        store.execute("PRAGMA user_version = 1")
        store.execute(
            "INSERT INTO articles (hash, text, folded, length, title, added) VALUES (?, ?, ?, ?, '', '2022')",
            (Article(TEXT).hash, TEXT, TEXT, len(TEXT)),
        )
    return path


def test_a_store_of_version_1_is_brought_on_when_it_is_opened(first_version: Path, run: Run) -> None:
    with closing(read.connect(first_version)) as store:
        assert outdated(store, VERSION) == [Article(TEXT).hash]
    code, _, err = run("reextract")
    assert code == 0 and "1 article read by extractor" in err
    with closing(read.connect(first_version)) as store:
        assert outdated(store, VERSION) == []
