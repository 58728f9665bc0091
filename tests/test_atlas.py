"""The spelling atlas: every form of an actor, where and when it is printed, and its way into another store."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.db.atlas import Spelling, atlas
from dateline.db.opening import connect
from dateline.db.write import add_actors, add_article, open_for_writing
from dateline.model import Actor, Article, Extraction
from demo import BLINKEN, LAVROV, RUSSIA, extraction, hostile, make_store

KANA = Actor("xi", "Xi Jinping", "person", ("习近平", "Xi"))


def told(text: str, lang: str, published: str | None = None, url: str | None = None) -> Extraction:
    return extraction(Article(text, text[:20], lang, published, url), actors=(BLINKEN, LAVROV, RUSSIA, KANA))


ARTICLES = (
    told("Blinken met Lavrov. Blinken left.", "en", "2022-02-10", "https://www.one.example/a"),
    told("Blinken stayed at home.", "en", "2022-02", "https://one.example/b"),
    told("Blinken came back.", "en", "2022-03", "https://one.example/c"),
    told("Blinken spoke without a date.", "en", None, "https://one.example/d"),
    told("Blingen ed io: Lavrov tace.", "it"),
    told("بلینکن گفت.", "fa", "2021", "https://two.example/a"),
    told("习近平 said 习近平 and Russia agree.", "zh", "2020", "https://three.example/"),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = make_store(tmp_path / "store.db", *ARTICLES)
    monkeypatch.setenv("DATELINE_STORE", str(path))
    return path


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["actors", "names", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_row_is_a_spelling_in_a_language_and_an_outlet(store: Path) -> None:
    with closing(connect(store)) as connection:
        assert atlas(connection, BLINKEN.id) == [
            Spelling("Blinken", "Latin", "en", "one.example", 5, "2022-02", "2022-03"),
            Spelling("Blingen", "Latin", "it", None, 1, None, None),
            Spelling("بلینکن", "Arabic", "fa", "two.example", 1, "2021", "2021"),
            Spelling("Antony Blinken", "Latin", None, None, 0, None, None),
        ]
        assert [row.spelling for row in atlas(connection, BLINKEN.id, limit=2)] == ["Blinken", "Blingen"]
        assert atlas(connection, "nobody") == []


def test_an_article_taken_out_takes_its_spelling_along(store: Path) -> None:
    assert main(["remove", ARTICLES[5].article.hash]) == 0
    with closing(connect(store)) as connection:
        assert "بلینکن" not in [row.spelling for row in atlas(connection, BLINKEN.id) if row.count]


@pytest.mark.parametrize("name", ["antony-blinken", "Antony Blinken", "Blinkin", "Блинкен", "بلینکن"])
def test_any_spelling_means_the_actor(store: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "names", name]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "5 times  2022-02 to 2022-03  en  one.example  Latin   Blinken"
    own = name in (BLINKEN.id, BLINKEN.name)
    assert ("Antony Blinken" in err) is not own, "whom another spelling was taken for is told, an own name is not"


def test_nobody_near_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "names", "qxqxqx", "--csv"]) == 1
    out, err = capsys.readouterr()
    assert not out and "qxqxqx" in err


def test_columns_stay_in_line_beside_any_script(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, spellings in (("xi", ["习近平", "Xi Jinping", "Xi"]), (BLINKEN.id, ["Blinken", "بلینکن", "Blingen"])):
        found = lines(capsys, name)
        begins = {line.index(spelling) for spelling in spellings for line in found if line.endswith("  " + spelling)}
        assert len(begins) == 1, found
        assert all(line[: min(begins)].isascii() for line in found), "only the last column is foreign text"


def test_json_and_csv_tell_the_same(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    objects = [json.loads(line) for line in lines(capsys, "Blinken", "--json")]
    rows = list(csv.DictReader(lines(capsys, "Blinken", "--csv")))
    assert list(objects[0]) == ["spelling", "script", "lang", "outlet", "count", "first", "last"]
    assert rows == [{key: "" if value is None else str(value) for key, value in one.items()} for one in objects]


@pytest.mark.parametrize("actor", [BLINKEN, KANA])
def test_an_entity_brings_its_spellings_into_another_store(
    store: Path, tmp_path: Path, actor: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / "one.ftm.json", tmp_path / "other.db"
    file.write_text("\n".join(lines(capsys, actor.name, "--ftm")), "utf-8")
    assert main(["--store", str(other), "actors", "import", str(file)]) == 0
    with closing(connect(other)) as there, closing(connect(store)) as here:
        assert {row.spelling for row in atlas(there, actor.id)} == {row.spelling for row in atlas(here, actor.id)}
        assert there.execute("SELECT name, kind FROM stored_actors").fetchall() == [(actor.name, actor.kind)]


def test_a_country_keeps_its_code(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = lines(capsys, "Russia", "--ftm")
    entity = json.loads(line)
    assert (entity["schema"], entity["properties"]["country"]) == ("PublicBody", ["ru"])


def test_what_followthemoney_says_of_persons_alone_is_said_of_nobody_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store.db"
    said = (("country", "IT"), ("position", "Minister"), ("birth", "1960"))
    with closing(open_for_writing(store)) as connection:
        add_actors(connection, [Actor(kind, "Jo Roe", kind, ("Jo Roe",), said) for kind in ("person", "organization")])
    for kind, kept in (
        ("person", ["name", "alias", "birthDate", "country", "position"]),
        ("organization", ["name", "alias", "country"]),
    ):
        assert main(["--store", str(store), "actors", "names", kind, "--ftm"]) == 0
        assert list(json.loads(capsys.readouterr().out)["properties"]) == kept


def test_no_spelling_acts_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store.db"
    with closing(open_for_writing(store)) as connection:
        add_article(connection, hostile())
    for form in ([], ["--csv"], ["--json"], ["--ftm"]):
        assert main(["--store", str(store), "actors", "names", "ann", *form]) == 0
        out = capsys.readouterr().out
        assert "Ann [sic]" in out
        assert not set("\x1b\x07\x9b\u202e") & set(out), form


@pytest.mark.parametrize("name", ["", " ", "🙂", "\u202eBlinken", "\udcff", "x" * 10_000])
def test_odd_names_are_answered(store: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["actors", "names", name])
    out, err = capsys.readouterr()
    assert code == (0 if "Blinken" in name else 1)
    assert bool(out) is (code == 0) and err.count("\n") == 1
