"""Stores that are damaged in small ways, and the check that names each; what is said of terminals."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dateline import deciding
from dateline.cli import main
from dateline.cli.terminal import Terminal, settings, terminal
from dateline.db import counted, read
from dateline.db.disk import disk
from dateline.db.finding import Finding
from dateline.db.health import health
from dateline.db.write import add_article, decide, open_for_writing, transaction
from dateline.extract.version import VERSION
from dateline.model import Provenance
from handmade import extraction

Damage = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("doctor") / "sound.db"
    with closing(open_for_writing(path)) as connection:
        add_article(connection, extraction()._replace(provenance=Provenance(VERSION)))
    return path


@pytest.fixture
def store(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "store.db"))


def damaged(store: Path, damage: Damage) -> Path:
    """The store after what no command does: triggers and foreign keys are off meanwhile."""
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        damage(connection)
        for _, sql in triggers:
            connection.execute(sql)
    return store


def amiss(store: Path) -> dict[str, Finding]:
    """What is not ok, by check."""
    return {finding.check: finding for finding in health(str(store)) if finding.state != "ok"}


def test_a_sound_store_is_ok_in_every_check(store: Path) -> None:
    found = list(health(str(store)))
    assert [finding for finding in found if finding.state != "ok" or finding.do] == []
    assert len({finding.check for finding in found}) >= 18 and all(finding.says for finding in found)


BAD: dict[str, str] = {
    "references": "DELETE FROM stored_actors WHERE id = 'joe-biden'",
    "spans": 'UPDATE findings SET start = start + 1, "end" = "end" + 1 WHERE kind = \'role\'',
    "texts": "UPDATE stored_articles SET text = replace(text, 'Kyiv', 'Lviv')",
    "facts": "DELETE FROM statements",
}
LOOK: dict[str, str] = {
    "totals": "UPDATE totals SET count = count + 1 WHERE what = 'facts'",
    "lists": "DELETE FROM appearances WHERE actor = 'sergey-lavrov' AND undated",
    "counts": "UPDATE stored_actors SET mentions = 7 WHERE id = 'joe-biden'",
    "names": "UPDATE names SET count = 9 WHERE actor = 'joe-biden' AND spelling = 'بایدن'",
    "sounds": "UPDATE name_tokens SET names = 9 WHERE token = 'lavrov'",
    "word index": "INSERT INTO stored_articles_words(stored_articles_words) VALUES ('delete-all')",
    "actors": "INSERT INTO stored_actors (id, name, kind) VALUES ('x', 'Nobody', 'person')",
    "extractor": "UPDATE stored_articles SET extractor = 1",
    "identity": "INSERT INTO shown_as (local, actor) VALUES ('joe-biden', 'vladimir-putin')",
}


@pytest.mark.parametrize(("check", "sql"), BAD.items(), ids=BAD)
def test_a_store_that_cannot_be_relied_on(store: Path, check: str, sql: str) -> None:
    found = amiss(damaged(store, lambda connection: connection.execute(sql)))
    assert found[check].state == "bad" and found[check].do


@pytest.mark.parametrize(("check", "sql"), LOOK.items(), ids=LOOK)
def test_something_to_see_to(store: Path, check: str, sql: str) -> None:
    found = amiss(damaged(store, lambda connection: connection.execute(sql)))
    assert found[check].state == "look" and found[check].do
    assert not any(finding.state == "bad" for finding in found.values())


def test_a_mention_or_a_telling_beside_its_words_is_found(store: Path) -> None:
    first = "UPDATE mentions SET words = 'Lawrow' WHERE actor = 'sergey-lavrov'"
    second = 'UPDATE tellings SET "end" = 100000'
    says = [amiss(damaged(store, lambda c, sql=sql: c.execute(sql)))["spans"].says for sql in (first, second)]  # type: ignore[misc]
    assert "Lawrow" in says[0] and "tellings" in says[1]


def test_articles_of_an_older_extractor_are_counted(store: Path) -> None:
    finding = amiss(damaged(store, lambda c: c.execute("UPDATE stored_articles SET extractor = 1")))["extractor"]
    assert finding.says.startswith("1 article was read by extractor 1") and finding.do == "dateline reextract"


def test_a_decision_that_fits_nothing_is_told(store: Path) -> None:
    with closing(open_for_writing(store)) as connection:
        facts = [fact.id for fact in read.facts(connection)]
        deciding.flag(connection, "me", facts[:1], on=True)
        deciding.reject(connection, "me", facts[1:2])
        deciding.undo(connection, "me")
        assert amiss(store) == {}
        for fact in facts[:2]:  # the one that was undone is about nothing any more, and says nothing
            connection.execute("DELETE FROM findings WHERE fact = ?", (fact,))
        (finding,) = (finding for finding in health(str(store)) if finding.check == "decisions")
        assert (finding.state, facts[0] in finding.says, "flag" in finding.says) == ("look", True, True)
        decide(connection, "me", "levitate", before=None, after=None)
        assert any("levitate" in one.says for one in health(str(store)) if one.check == "decisions")
        decide(connection, "me", "flag", before=None, after=["what no decision holds"])
    assert "cannot be read" in amiss(store)["decisions"].says


@pytest.mark.parametrize("check", [name for name in LOOK if name not in ("actors", "extractor")])
def test_repair_mends_what_is_counted(store: Path, check: str, capsys: pytest.CaptureFixture[str]) -> None:
    damaged(store, lambda connection: connection.execute(LOOK[check]))
    assert main(["--store", str(store), "doctor"]) == 1
    assert main(["--store", str(store), "doctor", "--repair"]) == 0
    assert capsys.readouterr().err.endswith("All is well.\n")


AMISS = {
    "1 actor not shown as": "INSERT INTO merges (local, kept) VALUES ('joe-biden', 'vladimir-putin')",
    "2 actors not shown as": (
        "INSERT INTO links (local, actor, why) VALUES ('joe-biden', 'vladimir-putin', 'office'), "
        "('country-ua', 'joe-biden', 'office')"
    ),
    "1 actor not called": "INSERT INTO called (actor, name) VALUES ('joe-biden', 'Joseph Biden')",
    "1 actor not called what": "UPDATE stored_actors SET printed = 'Joe' WHERE id = 'joe-biden'",
    "1 part of actors": "INSERT INTO splits SELECT hash, 'joe-biden', 'joe-biden~2' FROM stored_articles",
}


@pytest.mark.parametrize(("says", "sql"), AMISS.items(), ids=AMISS)
def test_repair_brings_back_who_is_who(store: Path, says: str, sql: str, capsys: pytest.CaptureFixture[str]) -> None:
    damaged(store, lambda connection: connection.execute(sql))
    finding = amiss(store)["identity"]
    assert finding.says.startswith(says) and finding.do == "dateline doctor --repair"
    assert main(["--store", str(store), "doctor", "--repair"]) == 0
    assert capsys.readouterr().err.endswith("All is well.\n")


def test_two_who_are_said_not_to_be_the_same_and_are_one_are_told(store: Path) -> None:
    with closing(open_for_writing(store)) as connection:
        deciding.merge(connection, "me", "joe-biden", ["vladimir-putin"])
        assert amiss(store) == {}
        connection.execute("INSERT INTO apart (one, other) VALUES ('joe-biden', 'vladimir-putin')")
    assert "1 pair of actors said not to be the same" in amiss(store)["identity"].says


def test_what_waits_for_its_article_is_no_fault(store: Path) -> None:
    """Actors were merged, split and named whose article leaves; one stays since somebody is shown as it."""
    made = extraction("Blinken met Lavrov in Geneva on 3 February" + extraction().article.text)
    with closing(open_for_writing(store)) as connection:
        add_article(connection, made._replace(provenance=Provenance(VERSION)))
        (article, other) = (row.hash for row in read.articles(connection))
        deciding.split(connection, "me", "antony-blinken", [(article, "antony-blinken")], "Jo Blinken")
        deciding.merge(connection, "me", "antony-blinken~2", ["country-ua"])
        deciding.rename(connection, "me", "joe-biden", "Joe")
        assert amiss(store) == {}
        for one in (article, other):
            deciding.remove(connection, "me", [one])
            assert amiss(store) == {}


def test_repair_changes_nothing_in_a_sound_store(store: Path) -> None:
    def kept(connection: sqlite3.Connection) -> list[str]:
        return [line for line in connection.iterdump() if "_words_" not in line]

    with closing(open_for_writing(store)) as connection:
        with transaction(connection):
            connection.execute("UPDATE findings SET rejected = 1 WHERE kind = 'role'")
        before = kept(connection)
        counted.repair(connection)
        assert kept(connection) == before


def test_rejected_facts_and_removed_articles_leave_a_sound_store(store: Path) -> None:
    with closing(open_for_writing(store)) as connection:
        add_article(connection, extraction("Blinken met Lavrov in Geneva on 3 February" + extraction().article.text))
        connection.execute("UPDATE findings SET rejected = 1 WHERE kind = 'event'")
        deciding.remove(connection, "me", [read.articles(connection)[1].hash])
    assert set(amiss(store)) <= {"extractor"}


def test_an_actor_of_nothing_but_a_rejected_fact_stays_with_it(tmp_path: Path) -> None:
    one = extraction()
    one = one._replace(mentions=tuple(mention for mention in one.mentions if mention.actor != "joe-biden"))
    with closing(open_for_writing(tmp_path / "store.db")) as connection:
        add_article(connection, one)
        add_article(connection, extraction("More: " + one.article.text)._replace(mentions=(), events=()))
        connection.execute("UPDATE findings SET rejected = 1 WHERE kind = 'event'")
        deciding.remove(connection, "me", [read.articles(connection)[1].hash])
        assert read.actor(connection, "joe-biden") is not None
    assert set(amiss(tmp_path / "store.db")) == {"extractor"}


# the file


def test_what_is_no_store_or_a_damaged_one(store: Path, tmp_path: Path) -> None:
    assert amiss(tmp_path / "none.db")["store"].state == "look"
    (tmp_path / "notes.txt").write_text("nothing of a database" * 100)
    assert amiss(tmp_path / "notes.txt")["store"].state == "bad"
    whole = store.read_bytes()
    store.write_bytes(whole[:20_480] + b"\xff" * 4096 + whole[24_576:])
    found = amiss(store)
    assert found["file"].state == "bad" and "backup" in found["file"].do


def test_an_older_store_is_named_and_left_as_it_is(store: Path) -> None:
    damaged(store, lambda connection: connection.execute("PRAGMA user_version = 3"))
    assert "version 3" in amiss(store)["version"].says
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)


def test_a_store_that_others_read_or_whose_journal_has_grown(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.chmod(0o644)
    with (store.parent / "store.db-wal").open("wb") as journal:
        journal.truncate(100_000_000)
    monkeypatch.setattr("dateline.db.disk.ROOM", 1 << 60)
    found = {finding.check: finding for finding in disk(str(store))}
    assert [check for check, finding in found.items() if finding.state == "look"] == ["private", "journal", "room"]
    assert found["private"].do == f"chmod 600 '{store}'"


# the terminal


def said(
    size: tuple[int, int] | None = (120, 40), encoding: str = "UTF-8", clipboard: str = "", **environ: str
) -> dict[str, Finding]:
    here = Terminal({"TERM": "xterm-256color", **environ}, size, encoding, clipboard)
    return {finding.check: finding for finding in terminal(here)}


def test_a_usual_terminal_is_ok() -> None:
    found = said()
    assert {finding.state for finding in found.values()} == {"ok"}
    assert "three panes" in found["window"].says and found["colours"].says == "256"


@pytest.mark.parametrize(
    ("check", "given"),
    [
        ("terminal", {"TERM": "dumb"}),
        ("window", {"size": (39, 20)}),
        ("letters", {"encoding": "ISO-8859-9"}),
        ("copying", {"TMUX": "/tmp/tmux", "clipboard": "external"}),
    ],
)
def test_a_terminal_to_see_to(check: str, given: dict[str, str]) -> None:
    found = said(**given)  # type: ignore[arg-type]
    assert [name for name, finding in found.items() if finding.state == "look" and finding.do] == [check]


def test_a_terminal_says_what_it_does_itself() -> None:
    assert "left to the terminal" in said(VTE_VERSION="7006")["bidi"].says
    assert "ssh -C" in said(SSH_TTY="/dev/pts/1")["ssh"].says
    assert "NO_COLOR" in said(NO_COLOR="1")["colours"].says
    assert said(COLORTERM="truecolor")["colours"].says == "all"
    assert "ASCII" in said(TERM="linux")["letters"].says
    assert list(said(size=None)) == ["terminal"]


def test_what_a_config_file_gets_wrong_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert [finding.state for finding in settings()] == ["ok"]
    (tmp_path / "dateline").mkdir()
    (tmp_path / "dateline" / "config.toml").write_text('theme = "mauve"')
    (finding,) = settings()
    assert finding.state == "look" and "mauve" in finding.says and "config.toml" in finding.do


# the command


def test_one_line_a_check_or_one_object(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store.chmod(0o644)
    assert main(["--store", str(store), "doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"ok    store       {store}"
    assert f"{'':<18}-> chmod 600 '{store}'" in lines
    assert main(["--store", str(store), "doctor", "--json"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(set(one) == {"check", "state", "says", "do"} for one in found)
    assert [one["check"] for one in found if one["state"] == "look"] == ["private"]


def test_a_store_that_cannot_be_relied_on_has_a_code_of_its_own(store: Path) -> None:
    damaged(store, lambda connection: connection.execute(BAD["texts"]))
    assert main(["--store", str(store), "doctor"]) == 3


def test_the_doctor_loads_no_toolkit_and_writes_nothing(store: Path) -> None:
    before = store.read_bytes()
    script = (
        "import sys; from dateline.cli import main; code = main(sys.argv[1:]); "
        "print([name for name in ('textual', 'rich', 'sqlite_utils') if name in sys.modules]); sys.exit(code)"
    )
    call = [sys.executable, "-c", script, "--store", str(store), "doctor"]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert store.read_bytes() == before
