"""What users decide: every decision can be taken back, and nothing else changes with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import deciding
from dateline.actors.search import search
from dateline.cli import main
from dateline.db import counted, leaving, read, write
from dateline.db.ask import asked
from dateline.db.decisions import decisions, log
from dateline.db.importing import link_imported
from dateline.db.parts import part_keys
from dateline.db.renew import asked_again, renew
from dateline.db.settling import unsettled
from dateline.db.splitting import unsplit
from dateline.db.trouble import sentences
from dateline.deciding.replaying import bare, replay
from dateline.errors import Exit, InputError, StoreError
from dateline.export.lines import json_line
from dateline.extract import extract
from dateline.model import Actor, Extraction
from dateline.query import parse
from demo import make_store, turkish
from handmade import TEXT, extraction

Run = Callable[..., tuple[int, str, str]]

#: what the extractor reads in a moment; the first has relative dates and an office without a name
TEXTS = (
    "Talks in Paris\n\nFrench President Emmanuel Macron met Ukrainian President Volodymyr Zelenskyy in Paris on "
    'Friday. The US president called Zelenskyy yesterday. "We will not wait", Zelenskyy said.\n',
    "Moscow warns\n\nRussian Foreign Minister Sergei Lavrov accused NATO on Monday. Lavrov will visit Turkey next "
    "week.\n",
    "Tajik Foreign Ministry spokesman Farrukh Kabilov met reporters.\n",
    "Tajik Foreign Ministry spokesman Farruh Kabilov met Lavrov.\n",
    "Tajik spokesman Kabilov accused Kyrgyzstan.\n",
)


EDGES = ("merges", "links", "apart", "splits", "called")


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
    said = (("country", "FR"), ("position", "President of France"))
    write.add_actors(made, [Actor("Q1", "Emmanuel Macron", "person", ("Emmanuel Macron",), said)])
    for _ in link_imported(made):
        pass
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
        "facts": [json_line(fact.to_json()) for fact in read.facts(store)],
        "rejected": [fact.to_json() for fact in read.facts(store, query=rejected)],
        "articles": [row.to_json() for row in read.articles(store)],
        "actors": [row.to_json() for row in read.actors(store)],
        "found": [search(store, name) for name in ("Lavrof", "Макрон", "Zelenski", "Jo")],
        "totals": read.totals(store),
        "filters": read.filters(store),
        "appearances": store.execute("SELECT * FROM appearances").fetchall(),
        "names": store.execute("SELECT actor, spelling, lang, count FROM names ORDER BY id").fetchall(),
        "known": store.execute("SELECT id, name, kind, registry, printed FROM stored_actors ORDER BY id").fetchall(),
        "shown": store.execute("SELECT * FROM shown_as").fetchall(),
        "edges": [
            store.execute(f"SELECT * FROM {one}").fetchall() for one in ("merges", "links", "apart", "splits", "called")
        ],
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
    "reject", "restore", "flag", "unflag", "note", "clear", "correct", "make", "date", "remove", "read", "unread",
    "save", "drop", "undo", "redo", "merge", "split", "apart", "rename",
)  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(USERS), st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 7)), max_size=7
)

#: the same of identity alone
WHO_STEPS = st.lists(
    st.tuples(st.sampled_from(USERS), st.sampled_from(("merge", "merge", "split", "apart", "rename", "undo", "redo")),
              st.integers(0, 12), st.integers(0, 7)), max_size=7
)  # fmt: skip


def decide(store: sqlite3.Connection, user: str, kind: str, which: int, how: int) -> deciding.Change | None:
    """One decision about whatever there is; None where there is nothing to decide so."""
    everything = [*read.facts(store), *read.facts(store, query=asked(store, parse("rejected:")))]
    articles = [row.hash for row in read.articles(store)]
    actors = read.actors(store)
    parts = [*(row.id for row in actors), *(local for (local,) in store.execute("SELECT local FROM links ORDER BY 1"))]

    def half(actor: str) -> tuple[str, Sequence[tuple[str, str]]]:
        return actor, part_keys(store, actor)[how % 2 :: 2]

    kind = kind if articles and everything else "undo"
    fact = everything[which % len(everything)].id if everything else ""
    article = articles[which % len(articles)] if articles else ""
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
        "merge": lambda: deciding.merge(store, user, actors[which % len(actors)].id, [actors[how % len(actors)].id]),
        "split": lambda: deciding.split(
            store, user, *half(actors[which % len(actors)].id), f"Jo {how}"[: 4 * (how % 2)]
        ),
        "apart": lambda: deciding.keep_apart(store, user, parts[which % len(parts)], parts[how % len(parts)]),
        "rename": lambda: deciding.rename(store, user, actors[which % len(actors)].id, f"Jo {how}"),
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
        leaving.drop_unnamed(store)
    return trouble


def copy() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    _template().backup(made)
    made.execute("PRAGMA foreign_keys = ON")
    return made


def assert_counted(store: sqlite3.Connection) -> None:
    """What the store keeps counted, and whom it shows actors as, is what a doctor would make of it."""
    for wrong in (
        *(counted.WRONG_TOTALS, counted.WRONG_APPEARANCES, counted.WRONG_ACTORS, counted.WRONG_NAMES),
        *(counted.WRONG_CALLED, counted.CONTRADICTED),
    ):
        assert store.execute(wrong).fetchone() == (0,)
    assert (unsettled(store), unsplit(store)) == ({}, [])


def check_undo(steps: Sequence[tuple[str, str, int, int]]) -> None:
    with closing(copy()) as store:
        before = printed(store)
        for step in steps:
            decide(store, *step)
        assert_counted(store)
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


def check_any_order(steps: Sequence[tuple[str, str, int, int]], order: Sequence[int]) -> None:
    """Users take back what they like, and do it again, as far as nothing stands on it; in the end all of it is back."""
    with closing(copy()) as store:
        before = printed(store)
        for step in steps:
            decide(store, *step)
        for which in order:
            numbers = in_force(store)
            try:
                if which % 3 == 0 or not numbers:
                    deciding.redo(store, USERS[which % 2])
                else:
                    deciding.undo(store, USERS[which % 2], numbers[which % len(numbers)])
            except InputError as error:
                assert str(error).endswith(".")
            assert_counted(store)
            assert store.execute(counted.NAMELESS).fetchone() == store.execute(counted.IDLE).fetchone() == (0,)
        while numbers := in_force(store):
            undone = [number for number in reversed(numbers) if undoes(store, number)]
            assert undone
        assert unordered(printed(store)) == unordered(before)


def undoes(store: sqlite3.Connection, number: int) -> bool:
    try:
        return deciding.undo(store, "ann", number) is not None
    except InputError:
        return False


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


FAST = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SLOW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FAST
@given(STEPS)
def test_any_decisions_and_their_undo_leave_what_is_printed_as_it_was(steps: list[tuple[str, str, int, int]]) -> None:
    check_undo(steps)


@FAST
@given(STEPS, st.integers(1, 7))
def test_what_was_undone_and_done_again_is_as_it_was(steps: list[tuple[str, str, int, int]], back: int) -> None:
    check_redo(steps, back)


@FAST
@given(WHO_STEPS, st.lists(st.integers(0, 60), max_size=8))
def test_two_users_may_take_back_who_is_who_in_any_order(
    steps: list[tuple[str, str, int, int]], order: list[int]
) -> None:
    check_any_order(steps, order)


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


# one decision at a time


def first(store: sqlite3.Connection, kind: str) -> Any:
    return next(fact for fact in read.facts(store) if fact.kind == kind)


def test_a_rejected_fact_is_hidden_until_it_is_asked_for(store: sqlite3.Connection) -> None:
    fact = first(store, "event")
    change = deciding.reject(store, "ann", [fact.id])
    assert change.sentence == "Rejected: Blinken met Lavrov."
    assert (change.facts, change.articles) == ((fact.id,), (fact.article,))
    assert fact.id not in {one.id for one in read.facts(store)}
    with pytest.raises(InputError, match="already"):
        deciding.reject(store, "bob", [fact.id])
    assert deciding.undo(store, "bob") is None
    undone = deciding.undo(store, "ann")
    assert undone is not None and undone.sentence == "Undone: rejected: Blinken met Lavrov."
    assert fact in read.facts(store)


def test_a_corrected_fact_keeps_id_words_and_rule(store: sqlite3.Connection) -> None:
    fact = first(store, "event")
    change = deciding.correct(store, "ann", fact.id, {"source": "Finland, Blinkin", "place": "geneva", "date": "2022"})
    assert (
        change.sentence
        == "Corrected: Finland and Blinken met Lavrov. 'Blinkin' is Antony Blinken (Blinkin ~ Blinken: e/i)."
    )
    (now,) = read.facts_by_id(store, fact.id)
    assert (now.text, now.rule, now.spans, now.according_to) == (fact.text, fact.rule, fact.spans, fact.according_to)
    assert (now.corrected, now.source, now.place, now.date) == (True, ("Finland", "Antony Blinken"), "Geneva", "2022")
    assert now.to_json()["corrected"] is True


def test_a_party_that_a_user_names_is_not_inferred(store: sqlite3.Connection) -> None:
    (fact,) = (one for one in read.facts(store) if one.inferred == ("Joe Biden",))
    deciding.correct(store, "ann", fact.id, {"target": "Joe Biden"})
    assert read.facts_by_id(store, fact.id)[0].inferred == ()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"type": "CONSULTS"}, "the nearest is 'CONSULT'"),
        ({"status": "ocurred"}, "the nearest is 'occurred'"),
        ({"date": "2022-02-30"}, "not in the calendar"),
        ({"type": ""}, "needs a value for type"),
        ({"speaker": "Lavrov"}, "An event has no speaker"),
        ({"source": "Xqzwv"}, r"makes a new actor"),
        ({"source": "+Jane (planet)"}, r"\+Name \(organization\)"),
        ({"source": "", "target": []}, "needs somebody"),
        ({"place": "Geneva"}, "says that already"),
        ({}, "Nothing to correct"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(store: sqlite3.Connection, fields: Any, told: str) -> None:
    fact = first(store, "event")
    with pytest.raises(InputError, match=told) as error:
        deciding.correct(store, "ann", fact.id, fields)
    assert str(error.value).count("\n") == 0 and error.value.code == Exit.USAGE
    assert log(store) == []


def test_a_fact_made_by_hand_says_so(store: sqlite3.Connection) -> None:
    (article, _) = read.articles(store)
    start = TEXT.index(" Blinken met Lavrov")
    fields = {"type": "aid", "source": "+Jane Roe", "target": "Lavrov"}
    change = deciding.make(store, "ann", article.hash, start, start + 20, fields)
    (fact,) = read.facts_by_id(store, change.facts[0])
    assert (fact.text, fact.rule, fact.sure, fact.status) == ("Blinken met Lavrov", "by hand", True, "occurred")
    with pytest.raises(InputError, match="says that already"):
        deciding.make(store, "bob", article.hash, start, start + 20, fields)
    for start, end in ((5, 5), (-1, 4), (0, 10**6), (9, 11)):
        with pytest.raises(InputError, match="inside the text"):
            deciding.make(store, "bob", article.hash, start, end, fields)
    deciding.undo(store, "ann")
    assert read.actor_named(store, "Jane Roe") is None


def test_what_another_decision_stands_on_is_not_undone_before_it(store: sqlite3.Connection) -> None:
    fact = first(store, "event")
    one = deciding.correct(store, "ann", fact.id, {"place": "Vienna"})
    other = deciding.correct(store, "bob", fact.id, {"place": "Rome"})
    deciding.flag(store, "bob", [fact.id], True)
    with pytest.raises(InputError, match=f"Decision {other.id} of bob stands on that"):
        deciding.undo(store, "ann")
    assert deciding.undo(store, "ann", other.id) is not None
    assert deciding.undo(store, "ann", one.id) is not None
    assert read.facts_by_id(store, fact.id)[0].place == "Geneva"
    with pytest.raises(InputError, match="undone already"):
        deciding.undo(store, "ann", one.id)


def test_what_the_dashboard_added_is_taken_out_and_brought_back(store: sqlite3.Connection) -> None:
    before = printed(store)
    made = _read(TEXTS[1])
    assert write.add_article(store, made)
    after = printed(store)
    deciding.added(store, "ann", [made.article.hash])
    assert deciding.undo(store, "ann") is not None
    assert unordered(printed(store)) == unordered(before)
    assert deciding.redo(store, "ann") is not None
    assert unordered(printed(store)) == unordered(after)


def test_a_removal_of_an_older_dateline_says_that_it_cannot_be_undone(store: sqlite3.Connection) -> None:
    number = write.decide(
        store, "ann", "remove article", before={"article": {"hash": "0" * 64}, "text": "x"}, after=None
    )
    with pytest.raises(InputError, match="add the article again"):
        deciding.undo(store, "ann", number)


def test_a_date_works_relative_dates_out_again_and_undo_brings_back_what_was_there() -> None:
    with closing(copy()) as store:
        before = printed(store)
        article = read.articles(store)[0].hash
        met = read.facts(store, article=article, type="CONSULT")[0]
        assert met.date is None
        deciding.reject(store, "ann", [met.id])
        deciding.redate(store, "ann", article, "2024-06-08")
        (now,) = read.facts_by_id(store, met.id)
        assert (now.date, now.rejected) == ("2024-06-07", True)
        deciding.undo(store, "ann")
        deciding.undo(store, "ann")
        assert printed(store) == before


def test_a_busy_store_says_so_and_nothing_is_decided(store: sqlite3.Connection, tmp_path: Path) -> None:
    fact = first(store, "event")
    with closing(sqlite3.connect(tmp_path / "store.db", timeout=0, isolation_level=None)) as other:
        store.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="busy"), sentences(tmp_path / "store.db"):
            deciding.reject(other, "ann", [fact.id])
        store.execute("ROLLBACK")
    assert log(store) == []


def test_two_who_decide_at_once_lose_nothing(store: sqlite3.Connection, tmp_path: Path) -> None:
    facts = [fact.id for fact in read.facts(store)][:2]

    def often(user: str, fact: str) -> None:
        with closing(write.open_for_writing(tmp_path / "store.db")) as own:
            for on in (True, False) * 5:
                deciding.flag(own, user, [fact], on)
            assert deciding.undo(own, user) is not None

    with ThreadPoolExecutor() as pool:
        for done in [pool.submit(often, user, fact) for user, fact in zip(USERS, facts, strict=True)]:
            done.result()
    assert [row.id for row in log(store)] == list(range(22, 0, -1))
    assert {fact.id for fact in read.facts(store) if fact.flagged} == set(facts)


# the commands


def test_every_decision_has_a_command(store: sqlite3.Connection, run: Run) -> None:
    fact, article = first(store, "event").id, read.articles(store)[0].hash[:12]
    before = run("facts", "--json"), run("articles", "--json")
    assert run("reject", fact[:7])[:2] == (0, f"{fact}  {LINE} · rejected\n")
    assert run("facts", "rejected:")[1] == f"{fact}  {LINE} · rejected\n"
    assert run("reject", fact, "--undo")[1] == f"{fact}  {LINE}\n"
    assert run("flag", fact)[1] == f"{fact}  {LINE} · flagged\n"
    assert run("note", fact, "ask", "them")[1] == f"{fact}  {LINE} · flagged · noted\n"
    assert run("facts", "noted:")[1].startswith(fact)
    assert "corrected" in run("correct", fact, "--type", "aid", "--mode", "none", "--source", "Putin")[1]
    assert run("date", article, "2022-03")[0] == 0
    assert run("read", article)[0] == 0
    made = run("fact", article, "READ more", "--speaker", "+Jane Roe")
    assert made[0] == 0 and made[1].endswith('Jane Roe said: "READ more" · by hand\n')
    assert run("remove", article)[0] == 0
    code, out, _ = run("log")
    assert code == 0 and len(out.splitlines()) == 9 and "Removed" in out.splitlines()[0]
    for _ in range(9):
        assert run("undo")[0] == 0
    assert run("undo")[0] == Exit.NOTHING
    assert (run("facts", "--json"), run("articles", "--json")) == before
    assert run("redo")[1] == f"{fact}  {LINE} · rejected\n"
    assert run("log", "--json", "--limit", "1")[1].count("\n") == 1


LINE = "2022-02-03 · Blinken met Lavrov · Geneva · 90 min — per AFP"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["reject", "zzz"], Exit.NOTHING),
        (["correct", "zzz", "--place", "x"], Exit.NOTHING),
        (["date", "zzz", "2022"], Exit.NOTHING),
        (["undo", "99"], Exit.NOTHING),
        (["redo"], Exit.NOTHING),
        (["log"], Exit.NOTHING),
        (["reject"], Exit.USAGE),
        (["date", "8c68ef", "yesterday"], Exit.USAGE),
        (["fact", "8c68ef", "Blinken", "--type", "AID", "--source", "Blinken"], Exit.USAGE),
        (["fact", "8c68ef", "no such words", "--type", "AID"], Exit.USAGE),
        (["fact", "8c68ef", "Blinken", "--at", "3", "--type", "AID"], Exit.USAGE),
        (["note", "8c68ef"], Exit.USAGE),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(
    store: sqlite3.Connection, run: Run, command: list[str], code: Exit
) -> None:
    done, out, err = run(*command)
    assert (done, out) == (code, "")
    assert 1 <= err.count("\n") <= 2 and "Traceback" not in err
    assert log(store) == []


def test_ids_may_come_from_standard_input(store: sqlite3.Connection, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("".join(run("facts", "type:event")[1])))
    code, out, err = run("flag", "-")
    assert code == 0 and out.count("· flagged") == 5 and err == "Flagged 5 facts.\n"
    assert run("undo")[2] == "Undone: flagged 5 facts.\n"


def test_explanations_citations_and_tables_say_what_was_decided(store: sqlite3.Connection, run: Run) -> None:
    fact = first(store, "event").id
    run("correct", fact, "--place", "Rome")
    run("note", fact, "ask them")
    run("undo")
    assert "· corrected" in run("cite", fact)[1]
    assert "· corrected" in run("facts", "--md")[1]
    assert ",corrected," in run("facts", "--csv")[1]
    told = run("explain", fact)[1]
    assert (
        "decided" in told
        and "Corrected: Blinken met Lavrov." in told
        and "Noted on Blinken met Lavrov. (undone)" in told
    )


def test_reextract_keeps_decisions_and_a_dry_run_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "store.db"))
    with closing(write.open_for_writing(tmp_path / "store.db")) as store:
        write.add_article(store, _read(TEXTS[0]))
        met, said = first(store, "event").id, first(store, "statement").id
        deciding.correct(store, "ann", met, {"place": "Rome"})
        deciding.reject(store, "ann", [said])
        article = read.articles(store)[0].hash
        deciding.make(store, "ann", article, 0, 5, {"type": "AID", "source": "+Jane Roe"})
        before = unordered(printed(store))
        store.execute("UPDATE stored_articles SET extractor = 0")
        assert run("reextract", "--dry-run")[:2] == (0, "")
        assert len(log(store)) == 3
        assert run("reextract")[:2] == (0, "")
        assert unordered(printed(store)) == before
        assert [deciding.undo(store, "ann") is None for _ in range(4)] == [False, False, False, True]
        assert read.facts_by_id(store, met)[0].place == "Paris"
        assert not read.facts_by_id(store, met)[0].corrected
