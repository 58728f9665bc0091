"""What users decide: every decision can be taken back, and nothing else changes with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import deciding
from dateline.cli import main
from dateline.db import read, write
from dateline.db.ask import asked
from dateline.db.decisions import decisions, log
from dateline.db.renew import asked_again, renew
from dateline.db.trouble import sentences
from dateline.deciding.replaying import bare, replay
from dateline.errors import Exit, InputError, StoreError
from dateline.extract import extract
from dateline.model import Extraction
from dateline.query import parse
from demo import make_store, turkish
from handmade import TEXT, extraction

Run = Callable[..., tuple[int, str, str]]

#: what the extractor reads in a moment; the first has relative dates and an office without a name
TEXTS = (
    "Talks in Paris\n\nFrench President Emmanuel Macron met Ukrainian President Volodymyr Zelenskyy in Paris on Friday. "
    'The US president called Zelenskyy yesterday. "We will not wait", Zelenskyy said.\n',
    "Moscow warns\n\nRussian Foreign Minister Sergei Lavrov accused NATO on Monday. Lavrov will visit Turkey next week.\n",
)


def _read(text: str) -> Extraction:
    return extract(text, lang="en")


@cache
def _template() -> sqlite3.Connection:
    """The store that every example begins with, in memory."""
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    from sqlite_utils import Database

    from dateline.db.migrate import migrations

    migrations.apply(Database(made, execute_plugins=False))
    for one in map(_read, TEXTS):
        assert write.add_article(made, one)
    return made


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """A store with an article made by hand and the Turkish sample, named by the environment."""
    monkeypatch.setenv("DATELINE_STORE", str(make_store(tmp_path / "store.db", extraction(), turkish())))
    connection = write.open_for_writing(tmp_path / "store.db")
    yield connection
    connection.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        return main(list(arguments)), *capsys.readouterr()

    return command


def printed(store: sqlite3.Connection) -> dict[str, Any]:
    """What ``facts --json``, ``articles --json`` and the dashboard's lists show, and what keeps them quick."""
    rejected = asked(store, parse("rejected:"))
    return {
        "facts": [fact.to_json() for fact in read.facts(store)],
        "rejected": [fact.to_json() for fact in read.facts(store, query=rejected)],
        "articles": [row.to_json() for row in read.articles(store)],
        "actors": [row.to_json() for row in read.actors(store)],
        "totals": read.totals(store),
        "filters": read.filters(store),
        "appearances": store.execute("SELECT * FROM appearances").fetchall(),
        "names": store.execute("SELECT actor, spelling, lang, count FROM names ORDER BY id").fetchall(),
        "known": store.execute("SELECT id, name, kind, registry FROM stored_actors ORDER BY id").fetchall(),
    }


def unordered(shown: dict[str, Any]) -> dict[str, Any]:
    """The same without the order of rows, which are new ones where an article was read again."""
    keyed = {name: sorted(map(str, rows)) for name, rows in shown.items() if name not in ("appearances", "names")}
    return keyed | {"totals": shown["totals"]}


# any sequence of decisions

USERS = ("ann", "bob")
VALUES: Sequence[dict[str, str | list[str]]] = (
    {"type": "aid", "mode": ""}, {"status": "denied", "date": "2022-05"}, {"source": "Finland"},
    {"target": ["Lavrov", "+Jane Roe"]}, {"source": "+Acme (organization), NATO", "place": "Paris"}, {"place": ""},
    {"speaker": "+Jane Roe"}, {"office": "Clerk", "of": "", "person": "Macron"},
)  # fmt: skip
MADE: Sequence[dict[str, str | list[str]]] = (
    {"type": "ACCUSE", "source": "+Jane Roe"}, {"speaker": "Lavrov"}, {"person": "+Joe Bloggs", "office": "Mayor"},
)  # fmt: skip
KINDS = (
    "reject", "restore", "flag", "unflag", "note", "clear", "correct", "make", "date", "remove", "read", "unread", "save",
    "drop", "undo", "redo",
)  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(USERS), st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 7)), max_size=7
)


def decide(store: sqlite3.Connection, user: str, kind: str, which: int, how: int) -> deciding.Change | None:
    """One decision about whatever there is; None where there is nothing to decide so."""
    everything = [*read.facts(store), *read.facts(store, query=asked(store, parse("rejected:")))]
    articles = [row.hash for row in read.articles(store)]
    if not articles or not everything:
        return deciding.undo(store, user)
    fact = everything[which % len(everything)].id
    article = articles[which % len(articles)]
    steps: dict[str, Callable[[], deciding.Change | None]] = {
        "reject": lambda: deciding.reject(store, user, [fact, everything[how % len(everything)].id]),
        "restore": lambda: deciding.restore(store, user, [fact]),
        "flag": lambda: deciding.flag(store, user, [fact], True),
        "unflag": lambda: deciding.flag(store, user, [fact], False),
        "note": lambda: deciding.note(store, user, fact, f"note {how}"),
        "clear": lambda: deciding.note(store, user, fact, ""),
        "correct": lambda: deciding.correct(store, user, fact, VALUES[how % len(VALUES)]),
        "make": lambda: deciding.make(store, user, article, which, which + 9 + how, MADE[how % len(MADE)]),
        "date": lambda: deciding.redate(store, user, article, ("2024-06-07", "2022-02", None)[how % 3]),
        "remove": lambda: deciding.remove(store, user, [article]),
        "read": lambda: deciding.mark_read(store, user, articles[: how + 1], True),
        "unread": lambda: deciding.mark_read(store, user, [article], False),
        "save": lambda: deciding.save_filter(store, user, f"f{how % 2}", f"on:20{which + 10}"),
        "drop": lambda: deciding.drop_filter(store, user, f"f{how % 2}"),
        "undo": lambda: deciding.undo(store, user),
        "redo": lambda: deciding.redo(store, user),
    }
    before = store.execute("SELECT count(*) FROM decisions").fetchone()[0]
    try:
        change = steps[kind]()
    except InputError as error:
        assert str(error).endswith(".")
        change = None
    after = store.execute("SELECT count(*) FROM decisions").fetchone()[0]
    assert after - before == (change is not None)
    return change


def in_force(store: sqlite3.Connection) -> list[int]:
    return [row.id for row in decisions(store) if not row.undone and row.what not in ("undo", "redo", "replay")]


def undo_all(store: sqlite3.Connection) -> None:
    for number in reversed(in_force(store)):
        assert deciding.undo(store, "ann", number) is not None
    assert in_force(store) == []


def read_again(store: sqlite3.Connection) -> list[str]:
    """What ``reextract`` does where every article is outdated; returns what fits no longer."""
    hashes = [row.hash for row in read.articles(store)]
    with write.transaction(store):
        bare(store, hashes)
        for one in hashes:
            given = asked_again(store, one)
            renew(store, extract(given.text, given.published, lang=given.lang, url=given.url))
        trouble = replay(store, hashes)
        write.drop_unnamed(store)
    return trouble


def copy() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    _template().backup(made)
    made.execute("PRAGMA foreign_keys = ON")
    return made


def check_undo(steps: Sequence[tuple[str, str, int, int]]) -> None:
    with closing(copy()) as store:
        before = printed(store)
        for step in steps:
            decide(store, *step)
        undo_all(store)
        assert unordered(printed(store)) == unordered(before)
        if len({user for user, *_ in steps}) < 2:  # else one may take back what another's reading of an article follows
            assert printed(store) == before
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []


def check_redo(steps: Sequence[tuple[str, str, int, int]], back: int) -> None:
    with closing(copy()) as store:
        for _, *step in steps:
            decide(store, "ann", *step)
        while deciding.redo(store, "ann"):  # what a step undid
            pass
        after = printed(store)
        undone = 0
        while undone < back and deciding.undo(store, "ann"):
            undone += 1
        for _ in range(undone):
            assert deciding.redo(store, "ann") is not None
        assert deciding.redo(store, "ann") is None
        assert printed(store) == after


def check_read_again(steps: Sequence[tuple[str, str, int, int]], at: int) -> None:
    with closing(copy()) as store:
        before = printed(store)
        for number, (_, *step) in enumerate(steps):
            if number == at:
                now = unordered(printed(store))
                assert read_again(store) == []
                assert unordered(printed(store)) == now
            decide(store, "ann", *step)
        undo_all(store)
        assert unordered(printed(store)) == unordered(before)


FAST = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SLOW = settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FAST
@given(STEPS)
def test_any_decisions_and_their_undo_leave_what_is_printed_as_it_was(steps: list[tuple[str, str, int, int]]) -> None:
    check_undo(steps)


@FAST
@given(STEPS, st.integers(1, 7))
def test_what_was_undone_and_done_again_is_as_it_was(steps: list[tuple[str, str, int, int]], back: int) -> None:
    check_redo(steps, back)


@FAST
@given(STEPS, st.integers(0, 6))
def test_reading_articles_again_keeps_decisions(steps: list[tuple[str, str, int, int]], at: int) -> None:
    check_read_again(steps, at)


@pytest.mark.slow
@SLOW
@given(st.lists(STEPS, max_size=4).map(lambda lists: [step for some in lists for step in some]), st.integers(0, 20))
def test_long_sequences_too(steps: list[tuple[str, str, int, int]], at: int) -> None:
    check_undo(steps)
    check_redo(steps, at + 1)
    check_read_again(steps, at)
