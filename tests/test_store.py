"""The store: what it keeps, what it refuses, what it hands out."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import deciding
from dateline.db import read, write
from dateline.db.facts import word_query
from dateline.db.migrate import migrate
from dateline.errors import Exit, InputError, StoreError
from dateline.model import Actor, Article, Event, Extraction, Mention
from handmade import BLINKEN, LAVROV, PUTIN, TEXT, extraction, span


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[sqlite3.Connection]:
    connection = write.open_for_writing(path)
    yield connection
    connection.close()


def test_a_fact_comes_back_as_it_was_extracted(store: sqlite3.Connection) -> None:
    made = extraction()
    assert write.add_article(store, made)
    told = made.to_json()
    wanted = {row["id"]: row for kind in ("events", "statements", "roles") for row in told[kind]}
    found = read.facts(store)
    assert len(found) == len(wanted) == 4
    for fact in found:
        got = fact.to_json()
        assert got.pop("kind") in ("event", "statement", "role")
        assert got.pop("article") == {key: told["article"][key] for key in ("hash", "title", "published", "url")}
        assert got == wanted[fact.id]
        assert read.article_text(store, fact.article)[fact.start : fact.end] == fact.text


def test_dated_facts_come_first_then_undated_ones_in_the_order_of_the_text(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    found = read.facts(store)
    assert found[0].date == "2022-02-03"
    assert [fact.start for fact in found[1:]] == sorted(fact.start for fact in found[1:])


def test_pages_of_facts_are_the_whole_list(store: sqlite3.Connection) -> None:
    for number in range(3):
        write.add_article(store, extraction(TEXT + str(number)))
    whole = read.facts(store)
    pages = [read.facts(store, offset=offset, limit=5) for offset in range(0, 15, 5)]
    assert [fact for page in pages for fact in page] == whole
    assert read.count_facts(store) == len(whole) == 12


def test_the_same_text_twice_is_one_article(store: sqlite3.Connection) -> None:
    assert write.add_article(store, extraction())
    assert not write.add_article(store, extraction())
    assert read.count_articles(store) == 1
    assert read.count_facts(store) == 4


def test_text_is_stored_as_read(store: sqlite3.Connection) -> None:
    text = " \ufeffa\r\nb\r c\u202e\x1b[31m İı ي \U0001f642\n\n"
    write.add_article(store, Extraction(Article(text)))
    (row,) = read.articles(store)
    assert read.article_text(store, row.hash) == text
    assert row.length == len(text)


def test_actors_come_with_their_spellings_the_most_named_first(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    first = read.actors(store)[0]
    assert (first.name, first.mentions, first.facts) == ("Sergey Lavrov", 2, 2) or first.name == "Antony Blinken"
    forms = {row.name: [form.spelling for form in row.forms] for row in read.actors(store)}
    assert sorted(forms["Vladimir Putin"]) == ["Putin", "پوتین"]
    assert read.count_actors(store) == 5
    assert read.actors(store, offset=1, limit=2) == read.actors(store)[1:3]


def test_one_actor_in_two_articles_is_one_row(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    before = read.actor(store, PUTIN.id)
    write.add_article(store, extraction(TEXT + " Putin"))
    after = read.actor(store, PUTIN.id)
    assert before is not None and after is not None
    assert after.mentions == 2 * before.mentions + 0 or after.mentions == 2 * before.mentions + 1
    assert read.count_actors(store) == 5


def test_filters(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())

    def texts(**wanted: str) -> int:
        assert read.count_facts(store, **wanted) == len(read.facts(store, **wanted))
        return read.count_facts(store, **wanted)

    assert texts(actor=BLINKEN.id) == 2
    assert texts(type="consult") == 2
    assert texts(type="statement") == 1
    assert texts(type="role") == 1
    assert texts(text="GENEVA met") == 1
    assert texts(text="پوتین") == 1
    assert texts(actor=LAVROV.id, type="CONSULT") == 1


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2022", None, 1),
        ("2022-02-03", None, 1),
        ("2022-02-04", None, 0),
        (None, "2022-02-03", 1),
        (None, "2022-02", 1),
        (None, "2022-02-02", 0),
        ("2022-02", "2022-02", 1),
        ("2023", None, 0),
        (None, "2021", 0),
    ],
)
def test_since_and_until_are_inclusive_and_leave_undated_facts_out(
    store: sqlite3.Connection, since: str | None, until: str | None, found: int
) -> None:
    write.add_article(store, extraction())
    assert read.count_facts(store, since=since, until=until) == found


def test_a_month_is_since_and_until_every_day_in_it(store: sqlite3.Connection) -> None:
    made = extraction()
    met = made.events[0]._replace(date="2022-02")
    write.add_article(store, made._replace(events=(met,)))
    assert read.count_facts(store, since="2022-02-20") == 1
    assert read.count_facts(store, until="2022-02-01") == 1
    assert read.count_facts(store, since="2022-03-01") == 0


@pytest.mark.parametrize(
    "query", ["Putin'den", "AND", "a-b", '"', "NEAR(", "*", "", "NOT x", "{", "col:x", "^a", "'", "\x00"]
)
def test_no_search_words_are_read_as_an_operator(store: sqlite3.Connection, query: str) -> None:
    write.add_article(store, extraction())
    read.facts(store, text=query)


def test_words_are_found_whatever_their_form(store: sqlite3.Connection) -> None:
    text = "PUTİN’DEN İstanbul’da a-b AND يكي می‌خواهد Élysée"
    event = Event("x", "CONSULT", (PUTIN.id,), (), 0, len(text), "r")
    write.add_article(store, Extraction(Article(text), actors=(PUTIN,), events=(event,)))
    for words in ("Putin'den", "putin", "istanbul", "a-b", "and", "یکی", "میخواهد", "elysee", "ELYSÉE istanbul"):
        assert read.count_facts(store, text=words) == 1, words
    for words in ("den putin x", "b-a", "istanbulda"):
        assert read.count_facts(store, text=words) == 0, words


def test_words_without_letters_find_nothing() -> None:
    assert word_query('" * ( ) -') == ""


# what the database refuses


@pytest.mark.parametrize(("start", "end"), [(0, 5), (11, 30), (-1, 4), (5, 5), (9, 3), (len(TEXT) - 2, len(TEXT) + 5)])
def test_the_database_refuses_words_that_do_not_stand_there(store: sqlite3.Connection, start: int, end: int) -> None:
    write.add_article(store, extraction())
    row = (start, end, span("Geneva")[0])
    with pytest.raises(sqlite3.IntegrityError):
        store.execute(
            'INSERT INTO findings (fact, article, kind, start, "end", words, folded, rule, sure, according_to) '
            "VALUES ('x', 1, 'event', ?, ?, 'Geneva', 'geneva', 'r', 0, '[]')",
            row[:2],
        )


def test_the_database_takes_words_that_do_stand_there(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    start, end = span("گفت و گو")  # behind a character outside the Basic Multilingual Plane
    store.execute(
        'INSERT INTO findings (fact, article, kind, start, "end", words, folded, rule, sure, according_to) '
        "VALUES ('x', 1, 'event', ?, ?, 'گفت و گو', '', 'r', 0, '[]')",
        (start, end),
    )


def test_an_article_whose_fact_has_no_span_is_not_stored_at_all(store: sqlite3.Connection) -> None:
    made = extraction()
    beyond = made.events[0]._replace(id="beyond", start=len(TEXT) + 1, end=len(TEXT) + 4)
    with pytest.raises(sqlite3.IntegrityError):
        write.add_article(store, made._replace(events=(*made.events, beyond)))
    assert read.count_articles(store) == 0
    assert read.count_actors(store) == 0
    assert store.execute("SELECT count(*) FROM names").fetchone() == (0,)


def test_mentions_and_tellings_have_to_lie_in_the_text(store: sqlite3.Connection) -> None:
    made = extraction()
    outside = made._replace(mentions=(Mention(BLINKEN.id, len(TEXT) - 1, len(TEXT) + 1),))
    with pytest.raises(sqlite3.IntegrityError):
        write.add_article(store, outside)
    event = made.events[0]._replace(spans=((0, len(TEXT) + 1),))
    with pytest.raises(sqlite3.IntegrityError):
        write.add_article(store, made._replace(events=(event,)))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stored_articles SET text = 'x'",
        "UPDATE findings SET words = 'x'",
        "UPDATE findings SET start = 0",
        "UPDATE events SET type = 'AID'",
        "UPDATE mentions SET words = 'x'",
        "UPDATE parties SET inferred = 1",
        "UPDATE decisions SET user = 'x'",
        "DELETE FROM decisions",
        "INSERT OR REPLACE INTO decisions (id, time, user, what) VALUES (1, 'x', 'x', 'x')",
    ],
)
def test_what_is_extracted_or_decided_is_never_overwritten(store: sqlite3.Connection, statement: str) -> None:
    write.add_article(store, extraction())
    with write.transaction(store):
        write.decide(store, "me", "test", before=None, after=1)
    with pytest.raises(sqlite3.IntegrityError):
        store.execute(statement)


@settings(max_examples=80, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), data=st.data())
def test_offsets_of_the_database_are_code_points_whatever_the_text(text: str, data: st.DataObject) -> None:
    store = sqlite3.connect(":memory:", isolation_level=None)
    migrate(store)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    event = Event("x", "AID", (), (), start, end, "r", spans=((start, end),))
    write.add_article(store, Extraction(Article(text), events=(event,)))
    (fact,) = read.facts(store)
    assert fact.text == text[start:end] == read.article_text(store, fact.article)[start:end]
    store.close()


def test_nul_is_refused(store: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        write.add_article(store, Extraction(Article("a\0b")))


# removing


def test_removing_an_article_takes_its_facts_and_unnamed_actors_and_records_it(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction(), source="a.txt")
    kept = Extraction(Article("Blinken spoke."), actors=(BLINKEN,), mentions=(Mention(BLINKEN.id, 0, 7),))
    write.add_article(store, kept)
    told = [fact.to_json() for fact in read.facts(store)]
    with pytest.raises(InputError, match="no article"):
        deciding.remove(store, "reporter", [extraction().article.hash, "no such article"])
    done = deciding.remove(store, "reporter", [extraction().article.hash])
    assert done.sentence == "Removed Blinken met Lavrov with 4 facts."
    assert read.count_facts(store) == 0
    (left,) = read.actors(store)
    assert (left.name, left.mentions, left.facts) == ("Antony Blinken", 1, 0)
    assert [form.count for form in left.forms] == [1]
    for table in ("findings", "events", "parties", "tellings", "statements", "roles", "noise"):
        assert store.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert read.facts(store, text="Geneva") == []
    user, what, before = store.execute("SELECT user, what, before FROM decisions").fetchone()
    assert (user, what) == ("reporter", "remove article")
    (gone,) = json.loads(before)["articles"]
    assert gone["article"]["text"] == TEXT
    assert gone["article"]["source"] == "a.txt"
    assert {fact["finding"]["fact"] for fact in gone["facts"]} == {fact["id"] for fact in told}


def test_removed_articles_can_be_added_again(store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    before = read.facts(store), read.actors(store)
    deciding.remove(store, "me", [extraction().article.hash])
    assert write.add_article(store, extraction())
    assert (read.facts(store), read.actors(store)) == before


def test_imported_actors_stay_and_keep_their_ids(store: sqlite3.Connection) -> None:
    actors = [Actor("Q1", "Antony Blinken", "person", ("Antony Blinken", "Tony Blinken"))]
    assert write.add_actors(store, actors) == 1
    assert write.add_actors(store, actors) == 0
    assert read.count_actors(store) == 0  # no article names them
    found = read.actor(store, "Q1")
    assert found is not None and found.name == "Antony Blinken"
    write.add_article(store, extraction())
    deciding.remove(store, "me", [extraction().article.hash])
    assert read.actor(store, "Q1") is not None


# the file


def test_only_the_owner_reads_the_store(path: Path, store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_readers_never_wait_for_a_writer(path: Path, store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    store.execute("BEGIN IMMEDIATE")
    reader = read.connect(path)
    assert read.count_facts(reader) == 4
    assert store.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_reading_connection_cannot_write(path: Path, store: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        read.connect(path).execute("DELETE FROM stored_articles")


def test_a_busy_store_is_said_to_be_busy(
    path: Path, store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.db.trouble import sentences

    monkeypatch.setattr(write, "TIMEOUT", 0.05)
    other = write.open_for_writing(path)
    store.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="busy") as caught, sentences(path):
        write.add_article(other, extraction())
    assert caught.value.code == Exit.BUSY


def test_several_first_writers_make_one_store(path: Path) -> None:
    problems: list[BaseException] = []

    def add(number: int) -> None:
        try:
            connection = write.open_for_writing(path)
            write.add_article(connection, extraction(TEXT + str(number)))
            connection.close()
        except BaseException as error:  # noqa: BLE001 (handed to the main thread)
            problems.append(error)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert read.count_articles(read.connect(path)) == 6


def test_a_missing_store_is_nothing_found(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="dateline add") as caught:
        read.connect(tmp_path / "none.db")
    assert caught.value.code == Exit.NOTHING
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "content", [b"this is a letter, not a database at all" * 40, b"SQLite format 3\0" + b"x" * 2000]
)
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    for opened in (read.connect, write.open_for_writing):
        with pytest.raises(StoreError) as caught:
            opened(file)
        assert caught.value.code == Exit.BUSY
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    for opened in (read.connect, write.open_for_writing):
        with pytest.raises(StoreError, match="another program"):
            opened(file)


def test_a_store_of_a_newer_version_is_not_touched(path: Path, store: sqlite3.Connection) -> None:
    store.execute("PRAGMA user_version = 99")
    for opened in (read.connect, write.open_for_writing):
        with pytest.raises(StoreError, match="newer"):
            opened(path)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    for opened in (read.connect, write.open_for_writing):
        with pytest.raises(StoreError, match="folder"):
            opened(tmp_path)


def test_a_place_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        write.open_for_writing(tmp_path / "file" / "store.db")


def test_a_place_that_may_not_be_looked_at_is_said_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: Path) -> bool:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "is_dir", closed)
    with pytest.raises(StoreError, match="choose another place"):
        write.open_for_writing(path)


def test_a_read_only_disk_is_said_to_be_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StoreError, match="Read-only file system"):
        write.open_for_writing(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_store_on_a_read_only_disk_is_still_read(path: Path, store: sqlite3.Connection) -> None:
    write.add_article(store, extraction())
    store.close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert read.count_facts(read.connect(path)) == 4
        with pytest.raises(StoreError):
            write.open_for_writing(path)
    finally:
        path.parent.chmod(0o700)
