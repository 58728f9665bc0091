"""Facts counted by time and by pair, on stores of a few facts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from dated import dated
from dateline.db import read, write
from dateline.db.ask import asked
from dateline.db.overview import GRAINS, Period, Relation, grouped, periods, relations
from dateline.query import parse
from handmade import BLINKEN, PUTIN, extraction


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    path = tmp_path_factory.mktemp("overview") / "store.db"
    with closing(write.open_for_writing(path)) as connection:
        write.add_article(connection, dated())
        write.add_article(connection, extraction())  # two more facts of Blinken, two of Lavrov
    return read.connect(path)


def _rows(found: list[Period]) -> list[tuple[str, str, int, bool]]:
    return [(period.span, period.first, period.facts, period.vague) for period in found]


def test_days_stand_in_order_and_what_is_known_less_closely_by_itself(store: sqlite3.Connection) -> None:
    assert _rows(periods(store, actor=BLINKEN.id)) == [
        ("year", "2021", 1, True),
        ("day", "2021-12-31", 1, False),
        ("month", "2022-01", 1, True),
        ("day", "2022-01-16", 1, False),
        ("day", "2022-01-17", 2, False),
        ("day", "2022-01-23", 1, False),
        ("day", "2022-02-03", 1, False),
        ("undated", "", 2, False),
    ]


def test_weeks_begin_on_monday_and_months_take_in_what_is_dated_to_them(store: sqlite3.Connection) -> None:
    assert _rows(periods(store, actor=BLINKEN.id, grain="week")) == [
        ("year", "2021", 1, True),
        ("week", "2021-12-27", 1, False),
        ("month", "2022-01", 1, True),
        ("week", "2022-01-10", 1, False),
        ("week", "2022-01-17", 3, False),
        ("week", "2022-01-31", 1, False),
        ("undated", "", 2, False),
    ]
    assert _rows(periods(store, actor=BLINKEN.id, grain="month")) == [
        ("year", "2021", 1, True),
        ("month", "2021-12", 1, False),
        ("month", "2022-01", 5, False),
        ("month", "2022-02", 1, False),
        ("undated", "", 2, False),
    ]


@pytest.mark.parametrize("words", ["", "type:CONSULT", "-type:AID", "actor:lavrov"])
@pytest.mark.parametrize("actor", [BLINKEN.id, None])
def test_the_query_of_a_period_finds_its_facts(store: sqlite3.Connection, actor: str | None, words: str) -> None:
    wanted = asked(store, parse(words))
    for grain in GRAINS:
        found = periods(store, actor=actor, query=wanted, grain=grain)
        assert sum(period.facts for period in found) == read.count_facts(store, actor=actor, query=wanted)
        for period in found:
            both = asked(store, parse(f"{words} {period.words}"))
            assert read.count_facts(store, actor=actor, query=both) == period.facts, period


def test_periods_of_an_article_and_of_sure_facts(store: sqlite3.Connection) -> None:
    article = read.articles(store)[1].hash
    assert _rows(periods(store, article=article)) == [("day", "2022-02-03", 1, False), ("undated", "", 3, False)]
    days = {period.first for period in periods(store, actor=BLINKEN.id, query=read.UNMARKED)}
    assert "2021-12-31" not in days and "2022-01-17" in days


def test_a_date_that_no_calendar_has_is_read_as_far_as_it_goes() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE appearances (actor, date)")
    dates = ("2022-02-30", "2022-13-01", "2022-02", "0000", "")
    connection.executemany("INSERT INTO appearances VALUES ('a', ?)", [(date,) for date in dates])
    assert _rows(periods(connection, actor="a")) == [
        ("year", "2022", 1, True),
        ("month", "2022-02", 2, True),
        ("undated", "", 2, False),
    ]


def test_days_are_put_together_without_the_store() -> None:
    days = [Period("day", "2022-01-31", 1), Period("day", "2022-02-01", 2)]
    assert grouped(days, "week") == [Period("week", "2022-01-31", 3)]
    assert grouped(days, "month") == [Period("month", "2022-01", 1), Period("month", "2022-02", 2)]
    assert grouped([], "day") == []
    assert Period("week", "2021-12-27", 3).last == "2022-01-02"


# who with whom


def _pair(found: list[Relation], name: str) -> Relation:
    return next(one for one in found if one.names[1] == name)


def test_an_actor_meets_others_in_both_directions(store: sqlite3.Connection) -> None:
    found, total = relations(store, actor=BLINKEN.id)
    assert [(one.names, one.facts) for one in found] == [
        (("Antony Blinken", "Sergey Lavrov"), 8),
        (("Antony Blinken", "Vladimir Putin"), 1),
        (("Antony Blinken", "Ukraine"), 1),
    ]
    assert total == 3
    lavrov = _pair(found, "Sergey Lavrov")
    assert (lavrov.outward, lavrov.inward, lavrov.mutual) == (4, 2, 2)
    assert lavrov.types == (("CONSULT", 4), ("ACCUSE", 2), ("AID", 2))
    assert (lavrov.first, lavrov.last) == ("2021", "2022-02-03")
    assert lavrov.words == 'actor:"Antony Blinken" actor:"Sergey Lavrov"'


def test_the_query_of_a_pair_finds_its_events(store: sqlite3.Connection) -> None:
    found, total = relations(store)
    assert total == len(found)
    for one in found:
        assert read.count_facts(store, query=asked(store, parse(one.words))) == one.facts, one


def test_who_shares_a_name_is_asked_for_by_id(store: sqlite3.Connection) -> None:
    found, _total = relations(store, actor=PUTIN.id)
    smiths = [one.words for one in found if one.names[1] == "John Smith"]
    assert sorted(smiths) == ['actor:"Vladimir Putin" actor:smith', 'actor:"Vladimir Putin" actor:smith-2']


def test_pairs_of_a_filter_stand_with_who_does_more_first(store: sqlite3.Connection) -> None:
    accused, total = relations(store, query=asked(store, parse("type:ACCUSE")))
    assert [(one.names, one.outward, one.inward) for one in accused] == [(("Sergey Lavrov", "Antony Blinken"), 2, 0)]
    assert total == 1
    article = read.articles(store)[1].hash
    names = Counter(one.names for one in relations(store, article=article)[0])
    assert names == {("Antony Blinken", "Sergey Lavrov"): 1, ("Vladimir Putin", "Joe Biden"): 1}


def test_pairs_come_by_window(store: sqlite3.Connection) -> None:
    every, total = relations(store)
    assert [relations(store, offset=at, limit=1) for at in range(total)] == [([one], total) for one in every]
    assert relations(store, offset=total, limit=5) == ([], total)
    assert relations(store, actor="nobody") == ([], 0)
    sure, _total = relations(store, actor=BLINKEN.id, query=read.UNMARKED)
    assert "Vladimir Putin" not in {one.names[1] for one in sure}


def test_rejected_facts_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with closing(write.open_for_writing(path)) as connection:
        write.add_article(connection, dated())
        connection.execute("UPDATE findings SET rejected = 1 WHERE date = '2022-01-17'")
    store = read.connect(path)
    assert "2022-01-17" not in {period.first for period in periods(store, actor=BLINKEN.id)}
    assert "2022-01-17" not in {period.first for period in periods(store)}
    assert _pair(relations(store, actor=BLINKEN.id)[0], "Sergey Lavrov").facts == 5
    rejected = asked(store, parse("rejected:"))
    assert _rows(periods(store, actor=BLINKEN.id, query=rejected)) == [("day", "2022-01-17", 2, False)]
