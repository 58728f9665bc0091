"""What an older dateline leaves to the next writer: names heard otherwise, actors not linked yet."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from dashboard import dashboard
from dateline.actors import endings, sounds, version
from dateline.actors.keys import STORED, filed
from dateline.actors.letters import folded, words
from dateline.actors.same import full_keys, last_keys
from dateline.cli import main
from dateline.db import behind, opening, read
from dateline.db.imported import _key
from dateline.db.write import add_article, open_for_writing, transaction
from dateline.errors import Exit
from dateline.model import Actor, Article, Extraction, Mention, Role
from older import older

Run = Callable[..., tuple[int, str, str]]
BRINGING = "Bringing the store to this version of dateline"
NAMES = ("Farrukh Kabilov", "Farruh Kabilov", "Farruch Kabilov", "Rosa Quispe", "Kabilov", "Sergey Lavrov")


def told(name: str, id: str | None = None) -> Extraction:
    """An article about a minister of that name."""
    text = f"Health Minister of Serbia {name} spoke."
    id = id or "person-" + "-".join(name.lower().split())
    start = text.index(name)
    return Extraction(
        Article(text, name, "en", "2022-09-01"),
        actors=(Actor(id, name, "person", (name,)),),
        mentions=(Mention(id, start, start + len(name)),),
        roles=(Role(f"role-{name}", id, "Health Minister", "Serbia", 0, 25, "by hand"),),
    )


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("behind") / "present.db"
    with closing(open_for_writing(path)) as store:
        for name in NAMES:
            add_article(store, told(name))
    return path


@pytest.fixture
def store(present: Path, tmp_path: Path) -> Path:
    """As version 6 left it: nobody is linked."""
    return older(present, tmp_path / "store.db", 6)


@pytest.fixture
def lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything lasts: a word is said of it at once, and little is done at a time."""
    monkeypatch.setattr(opening, "PATIENCE", 0.0)
    monkeypatch.setattr(behind, "_AT_ONCE", 1)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(store: Path, *arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--store", str(store), *arguments])
        return code, *capsys.readouterr()

    return command


def linked(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Who sounds like whom, who is linked, and who waits for it."""
    tables = ("heard", "alike", "links", "shown_as", "unheard", "unlinked", "made_with")
    with closing(sqlite3.connect(path)) as there:
        return {table: sorted(there.execute(f"SELECT * FROM {table}")) for table in tables}


# linking


def test_the_first_that_writes_to_an_older_store_links_its_actors_and_says_nothing_of_what_is_soon_done(
    run: Run, store: Path, present: Path
) -> None:
    assert run(store, "find", "Kabilov")[0] == Exit.DONE
    assert linked(store)["links"] == [] and linked(store)["unheard"], "reading changes nothing but the version"
    assert BRINGING not in run(store, "undo")[2]
    assert linked(store) == linked(present) and linked(store)["links"]


@pytest.mark.usefixtures("lasts")
def test_what_lasts_is_told_in_one_line(run: Run, store: Path, present: Path) -> None:
    said = run(store, "undo")[2]
    assert said.count(BRINGING) == 1 and len(said.splitlines()) == 2 and "#" not in said
    assert linked(store) == linked(present)


@pytest.mark.usefixtures("lasts")
def test_a_terminal_shows_how_far_it_is(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: True, raising=False)
    said = run(store, "undo")[2]
    assert said.count(BRINGING) == 1
    assert "2/6 names compared" in said and "1/6 actors linked" in said
    assert "actors linked" not in said.rpartition("\r\x1b[K")[2], "the bar is wiped"


@pytest.mark.usefixtures("lasts")
@pytest.mark.parametrize("turns", [1, 3, 8])
def test_interrupted_the_store_is_whole_and_the_next_goes_on(
    run: Run, store: Path, present: Path, turns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter(range(turns))

    def stopped(*_: object) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    with monkeypatch.context() as stopping:
        stopping.setattr("dateline.cli.opened.lasting", lambda patience: stopped)
        assert run(store, "undo")[0] == Exit.INTERRUPTED
    there = linked(store)
    assert there["unheard"] or there["unlinked"]
    assert "waiting to be linked" in run(store, "doctor")[1]
    run(store, "undo")
    assert linked(store) == linked(present)


@pytest.mark.usefixtures("lasts")
async def test_the_dashboard_tells_it_while_a_decision_waits_for_it(
    store: Path, present: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with dashboard(store) as ui:
        said: list[str] = []
        say = ui.app.main.notice.say
        monkeypatch.setattr(ui.app.main.notice, "say", lambda text, *how: (said.append(str(text)), say(text, *how)))
        await ui.press("enter", "l", "R")
        assert any(text.startswith(BRINGING) and "actors linked" in text for text in said)
        assert said and BRINGING not in said[-1]
    assert linked(store)["links"] == linked(present)["links"]


def test_one_transaction_may_hold_articles_that_print_a_name_in_other_ways(tmp_path: Path) -> None:
    with closing(open_for_writing(tmp_path / "store.db")) as store:
        with transaction(store):
            for name in ("Mister X", "mister x"):  # the later of two in order is the one by which somebody goes
                add_article(store, told(name, "person-mister-x"))
        assert [row.name for row in read.actors(store)] == ["mister x"]


# how names sound


def _probes() -> Iterator[str]:
    """Names of everything that the tables of letters know, by itself and between others."""
    for module in sorted({name for name in sounds.SCRIPTS.values() if name}):
        tables = vars(import_module(f"dateline.actors.sounds.{module}"))
        for name in sorted(name for name, table in tables.items() if isinstance(table, dict) and name[:2] != "__"):
            letters = sorted(tables[name])
            yield from (
                f"{one} {one + other + third}"
                for one, other, third in zip(letters, letters[1:], letters[2:], strict=False)
            )
    for small in sorted(endings.SMALL_WORDS | endings.TITLES):
        yield f"Maria {small} Vostok"


def test_the_version_of_sounds_tells_what_the_index_stores_of_names() -> None:
    found = hashlib.sha256()
    for name in _probes():
        there = words(name)
        if any(sounds.script_of(word) in ("other", "chinese") for word in there):
            continue  # another package reads these
        for word in there:
            readings = sounds.readings(word)
            ways = [(way.key, way.segments, way.bones) for reading in readings for way in filed(reading, STORED)]
            found.update(repr((word, folded(word), readings, ways)).encode())
        found.update(repr((sorted(full_keys(name)), sorted(last_keys(name)), _key(name))).encode())
    now = found.hexdigest()[:12]
    assert now == version.SOUNDS, f"names sound otherwise now: SOUNDS in actors/version.py has to be {now!r}"


def heard_otherwise(store: Path) -> None:
    """As a version would have left it to which every name sounds like nothing."""
    with closing(sqlite3.connect(store)) as there:
        there.execute("UPDATE made_with SET version = 'another'")
        for table in ("token_keys", "heard", "alike"):
            there.execute(f"DELETE FROM {table}")
        there.commit()


def test_an_index_of_other_sounds_is_made_anew_when_something_is_written_and_not_before(
    run: Run, present: Path, tmp_path: Path
) -> None:
    store = Path(shutil.copy(present, tmp_path / "store.db"))
    heard_otherwise(store)
    before = linked(store)
    assert run(store, "find", "Qabilof")[0] == Exit.NOTHING
    code, findings, _ = run(store, "doctor")
    assert code == Exit.NOTHING and "names are filed as they sounded to another version" in findings
    assert linked(store) == before
    assert BRINGING not in run(store, "undo")[2]
    assert "Kabilov" in run(store, "find", "Qabilof")[1]
    assert linked(store) == linked(present)
    assert "names are filed as they sound to this version" in run(store, "doctor")[1]
