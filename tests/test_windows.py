"""Windows of long lists: the same rows as a plain sort of everything, read by an index from either end."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.cli.add import load_samples
from dateline.db import read, windows, write
from dateline.db.ask import asked
from dateline.deciding import remove
from dateline.query import Where, parse
from dateline.query.sql import all_of, of_actors
from dateline_tui.listing import LAST, PAGE, Listing

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of forty articles as make_large.py makes them, with one fact rejected."""
    import make_large  # type: ignore[import-not-found]

    made = tmp_path_factory.mktemp("windows") / "store.db"
    make_large.make(made, 40, 60)
    connection = write.open_for_writing(made)
    connection.execute("UPDATE findings SET rejected = 1 WHERE id = 7")
    connection.execute("UPDATE stored_articles SET read = 1 WHERE id IN (3, 9)")
    connection.close()
    return made


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[sqlite3.Connection]:
    connection = read.connect(path)
    yield connection
    connection.close()


#: bounds of windows.py: as they are; nothing is gathered; sets always; counts and tries that give up at once
WAYS = ({}, {"FEW": -1}, {"FEW": -1, "SOME": -1}, {"FEW": -1, "SOME": -1, "STEPS": 40, "AT_LEAST": 5})

QUERIES = (
    "", "type:CONSULT", "type:role", "type:statement,AID", "actor:russia", "actor:russia,blinken", "-actor:russia",
    "actor:russia actor:blinken type:CONSULT", "actor:russia since:2005 until:2015", "on:2001,2022-01", "-on:2001",
    "place:geneva,riyadh", "lang:fa", "src:outlet1", "sure:", "-sure: lang:tr", "inferred:", "unread:",
    "-unread:",
    "rejected:", "-rejected: type:event", "noted:", "-corrected:", "ukrayna", "ukrayna lavrov", "-ukrayna mode:phone",
    "status:planned lang:fa", "type:role actor:russia", "actor:russia rejected:", "actor:russia unread: ukrayna",
)  # fmt: skip


def _wanted(query: Where, actor: str | None) -> Where:
    """The condition of a list: without the rejected facts unless they are asked for."""
    standing = [] if "f.rejected" in query.clause else [windows.STANDING]
    return all_of([query, *standing, *([of_actors(actor)] if actor else [])])


def _sorted(store: sqlite3.Connection, wanted: Where) -> list[str]:
    """The ids of the facts that meet the condition, put in order without any index."""
    return [
        fact
        for (fact,) in store.execute(
            "SELECT f.fact FROM findings f NOT INDEXED JOIN stored_articles a ON a.id = +f.article "
            f"LEFT JOIN events e ON e.finding = f.id WHERE {wanted.clause or 1} "
            "ORDER BY +(f.date IS NULL), +f.date, +f.article, +f.start, f.id",
            wanted.values,
        )
    ]


@pytest.mark.parametrize("bounds", WAYS)
def test_every_window_is_a_slice_of_the_whole_list(
    store: sqlite3.Connection, bounds: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in bounds.items():
        monkeypatch.setattr(windows, name, value)
    for text in QUERIES:
        query = asked(store, parse(text))
        whole = _sorted(store, _wanted(query, None))
        assert [fact.id for fact in read.iterate_facts(store, query=query)] == whole, text
        assert read.count_facts(store, query=query) == len(whole), text
        for offset in (0, 3, len(whole) // 2, len(whole) * 3 // 4, max(len(whole) - 6, 0), len(whole), -6, -1, -20):
            found = read.window(store, query=query, offset=offset, limit=6)
            first = offset if offset >= 0 else max(len(whole) + offset, 0)
            last = first + 6 if offset >= 0 else first + min(6, -offset)
            assert [fact.id for fact in found.facts] == whole[first:last], (text, offset)
            assert found.total <= len(whole) if found.more else found.total == len(whole), (text, offset, found.total)
            at = found.offset if found.offset >= 0 else len(whole) + found.offset
            assert not found.facts or whole[at] == found.facts[0].id, (text, offset)
        for at in {0, len(whole) // 2, len(whole) - 1} if whole else ():
            assert read.position_of(store, whole[at], query=query) == at, (text, at)


@pytest.mark.parametrize("bounds", WAYS)
def test_an_actors_list_is_the_same_by_every_way(
    store: sqlite3.Connection, bounds: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in bounds.items():
        monkeypatch.setattr(windows, name, value)
    for query in (Where(), read.UNMARKED, asked(store, parse("type:CONSULT"))):
        whole = [fact.id for fact in read.facts(store, query=query) if "country-ru" in fact.actors]
        assert len(whole) > 6
        assert [fact.id for fact in read.facts(store, actor="country-ru", query=query)] == whole
        for offset in (0, len(whole) - 4, -4):
            found = read.window(store, actor="country-ru", query=query, offset=offset, limit=4)
            assert [fact.id for fact in found.facts] == (whole[:4] if offset == 0 else whole[-4:])
        assert read.position_of(store, whole[5], actor="country-ru", query=query) == 5


def test_a_fact_that_is_not_in_the_list_has_no_position(store: sqlite3.Connection) -> None:
    fact = read.facts(store, query=asked(store, parse("type:CONSULT")))[0]
    assert read.position_of(store, fact.id, query=asked(store, parse("-type:CONSULT"))) is None
    assert read.position_of(store, "0" * 10) is None


def test_a_count_that_would_take_long_says_that_there_are_more(
    store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = asked(store, parse("type:CONSULT"))
    monkeypatch.setattr(windows, "FEW", -1)
    monkeypatch.setattr(windows, "AT_LEAST", 10)
    found = read.window(store, query=query, limit=4)
    assert (found.total, found.more) == (10, True)
    assert read.window(store, query=query, offset=8, limit=4).total == 18
    assert read.window(store, query=query, offset=-4, limit=4).offset == -4
    total = read.count_facts(store, query=query)
    end = read.window(store, query=query, offset=total - 2, limit=4)
    assert (len(end.facts), end.total, end.more) == (2, total, False)


def _plans(store: sqlite3.Connection, work: object) -> list[str]:
    """How SQLite goes about every query that ``work`` asks."""
    asked_for: list[str] = []
    store.set_trace_callback(asked_for.append)
    work()  # type: ignore[operator]
    store.set_trace_callback(None)
    return [
        row[3]
        for statement in asked_for
        if statement.startswith(("SELECT", "WITH"))
        for row in store.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("actor", [None, "country-ru"])
def test_no_window_puts_a_long_list_in_order(
    store: sqlite3.Connection, text: str, actor: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if any(few in text for few in ("rejected:", "noted:")) and "-" not in text:
        pytest.skip("what users decide is always few")
    monkeypatch.setattr(windows, "FEW", -1)
    query = asked(store, parse(text))
    for offset in (0, -4):
        plans = _plans(store, lambda offset=offset: list(windows.Ways(store, _wanted(query, actor)).keys(0, 4)))
        assert not [plan for plan in plans if "TEMP B-TREE" in plan and "COUNT" not in plan], offset
        assert not [plan for plan in plans if plan.startswith("SCAN") and not _allowed(plan)], plans


def _allowed(plan: str) -> bool:
    """An index that is in the list's own order, the index of words, bounded counts."""
    return any(
        one in plan
        for one in ("findings_in_time", "findings_words", "(subquery", "CONSTANT", "parties_inferred", "articles_read")
    )


@pytest.mark.parametrize("offset", [0, 30])
def test_lists_of_actors_and_articles_are_read_off_an_index(store: sqlite3.Connection, offset: int) -> None:
    plans = _plans(store, lambda: [lists(store, offset=offset, limit=3) for lists in (read.actors, read.articles)])
    scans = [plan for plan in plans if plan.startswith("SCAN")]
    assert not [plan for plan in scans if not any(one in plan for one in ("told", "totals", "CONSTANT"))]
    assert any("actors_by_mentions" in plan for plan in plans)


def test_actors_and_articles_are_the_same_from_either_end(path: Path, store: sqlite3.Connection) -> None:
    for rows, total in ((read.actors, read.count_actors(store)), (read.articles, 40)):
        whole = rows(store)
        assert len(whole) == total
        assert [row for at in range(0, total, 7) for row in rows(store, offset=at, limit=7)] == whole
        assert rows(store, offset=total - 2, limit=7) == whole[-2:]
        assert rows(store, offset=total, limit=7) == []


def test_articles_are_found_by_place_when_some_were_removed(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    load_samples(path)
    connection = write.open_for_writing(path)
    remove(connection, "me", [read.articles(connection)[1].hash])
    whole = read.articles(connection)
    assert [read.articles(connection, offset=at, limit=1) for at in range(4)] == [[row] for row in whole]
    connection.close()


def test_a_list_whose_end_is_far_off_is_entered_from_both_ends() -> None:
    rows: Listing[int] = Listing()
    question = rows.ask()
    assert rows.put(question, 0, range(PAGE), 1000, more=True)
    assert (rows.position, rows.total) == ("1/1,000+", 1000)
    assert rows.move_to(LAST)
    offset, limit = rows.missing(rows.at, rows.at + 5) or (0, 0)
    assert offset < 0 and offset + limit == 0
    assert rows.position == "end/1,000+"
    assert rows.put(question, offset, range(5000 + offset, 5000), 1000, more=True)
    assert rows.current == 4999
    rows.move_to(rows.at - 3)
    assert (rows.current, rows.position) == (4996, "end-3/1,000+")
    assert rows.put(question, 4000, [4000], 5000)  # now the total is known
    assert (rows.current, rows.position, rows.total) == (4996, "4,997/5,000", 5000)
    rows.move_to(0)
    assert rows.current == 0
