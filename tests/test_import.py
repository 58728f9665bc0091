"""``dateline actors import``: any file is loaded as far as it goes, what is wrong with it is told, nothing twice."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import ptyprocess
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.cli import actors, main
from dateline.db.opening import connect
from dateline.db.write import add_actors, decide, transaction
from dateline.model import Actor
from dateline.readers import registry


def entity(number: int | str, *names: object, **changed: object) -> bytes:
    made = {"id": f"Q{number}", "schema": "Person", "properties": {"name": list(names)}} | changed
    return json.dumps({key: value for key, value in made.items() if value is not None}).encode()


def people(many: int) -> list[bytes]:
    return [entity(number, f"Ada {number} Lovelace") for number in range(many)]


class Import:
    """Loads files into one store and says what was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "store.db"

    def __call__(self, lines: Sequence[bytes] | bytes | None = None, file: str | Path | None = None) -> tuple[int, str]:
        """Exit code and stderr; ``lines`` are written to a file first."""
        if lines is not None:
            file = self.folder / "registry.jsonl"
            file.write_bytes(lines if isinstance(lines, bytes) else b"\n".join(lines))
        told = io.StringIO()
        with contextlib.redirect_stderr(told):
            code = main(["--store", str(self.store), "actors", "import", str(file)])
        return code, told.getvalue()

    def names(self) -> dict[str, list[str]]:
        """The spellings of every actor in the order in which they came."""
        with closing(connect(self.store)) as store:
            rows = store.execute("SELECT actor, spelling FROM names ORDER BY id").fetchall()
        found: dict[str, list[str]] = {}
        for actor, spelling in rows:
            found.setdefault(actor, []).append(spelling)
        return found

    def dump(self) -> list[str]:
        with closing(connect(self.store)) as store:
            return list(store.iterdump())


@pytest.fixture
def load(tmp_path: Path) -> Import:
    return Import(tmp_path)


def found(load: Import, capsys: pytest.CaptureFixture[str], query: str) -> list[str]:
    """The ids that ``dateline find`` prints."""
    capsys.readouterr()
    main(["--store", str(load.store), "find", query, "--json"])
    return [hit["id"] for hit in json.loads(capsys.readouterr().out)["results"]]


def test_all_schemata_and_all_their_names_are_loaded(load: Import) -> None:
    names = {"name": ["A B"], "alias": ["C D"], "weakAlias": ["E"], "previousName": ["F G"], "country": ["it"]}
    schemata = ("Person", "Organization", "PublicBody", "Company", "LegalEntity", "Address", "Passport")
    code, told = load([entity(schema, schema=schema, properties=names) for schema in schemata])
    assert (code, told) == (0, "5 actors loaded.\n")
    assert load.names() == {f"Q{schema}": ["A B", "C D", "E", "F G"] for schema in schemata[:5]}


def test_the_same_file_again_changes_nothing(load: Import) -> None:
    lines = [*people(20), entity(3, "Ada 3 Lovelace", "Lady Ada")]
    assert load(lines)[0] == 0
    before = load.dump()
    assert load(lines) == (0, "21 actors loaded, 21 of them known before.\n")
    assert load.dump() == before
    assert load.names()["Q3"] == ["Ada 3 Lovelace", "Lady Ada"]


def test_no_name_is_there_twice_however_it_is_typed(load: Import) -> None:
    code, told = load([entity(1, "Renée  Roe", "Rene\u0301e Roe", " Renée\tRoe\n", "\u202bRenée\u200e Roe\u202c")])
    assert (code, told) == (0, "1 actor loaded.\n")
    assert load.names() == {"Q1": ["Renée Roe"]}


def test_gzip_is_known_by_content_and_standard_input_by_its_sign(load: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(b"\n".join(people(3)))
    assert load(data)[0] == 0  # the file is called registry.jsonl
    piped = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data + gzip.compress(b"\n" + entity(7, "Grace Hopper")))))
    monkeypatch.setattr(sys, "stdin", piped)
    assert load(file="-") == (0, "4 actors loaded, 3 of them known before.\n")


BAD: list[tuple[bytes, str]] = [
    (b"{bad", "no JSON: "),
    (b"\xff\xfe\xfd", "not UTF-8"),
    (b"[" * 100_000, "too many brackets"),
    (b"1" * 5000, ""),
    (b"null", "no JSON object"),
    (b'[{"id": "Q1"}]', "no JSON object"),
    (b"{}", "no schema"),
    (entity(1, "A", schema=["Person"]), "no schema"),
    (entity(1, "A", id=None), "no id"),
    (entity(1, "A", id=7), "no id"),
    (entity(1, "A", id=" "), "no id"),
    (entity(1, "A", id="Q\0"), "an id that"),
    (entity(1, "A", id="Q\ud800"), "an id that"),
    (entity(1, "A", id="Q" * 2000), "an id that"),
    (entity(1, "A", properties=None), "no properties"),
    (entity(1, "A", properties=["name"]), "no properties"),
    (entity(1), "no name"),
    *((entity(1, name), "no name that is text") for name in ("", "🙂🙃", "\u202e\u200f", 7, None, ["x"], {"a": 1})),
    *((entity(1, name), "no name that is text") for name in ("A\0B", "A\ud800", "A" * 1001)),
]


@pytest.mark.parametrize(("line", "why"), BAD)
def test_a_line_that_is_no_entity_is_named_and_the_rest_read(tmp_path: Path, line: bytes, why: str) -> None:
    file = tmp_path / "registry.jsonl"
    file.write_bytes(
        b"\xef\xbb\xbf" + entity("a", "Jane Roe") + b"\r\n\r\n \n" + line + b"\r\n" + entity("b", "Bo Lee")
    )
    reading = registry.Registry(str(file))
    assert [actor.id for actor in reading.actors()] == ["Qa", "Qb"]
    ((number, reason),) = reading.malformed
    assert (number, reading.passed_over) == (4, 1) and reason.startswith(why) and reason.isprintable()


def test_of_many_bad_lines_the_first_are_named_and_all_counted(load: Import) -> None:
    code, told = load([b"{bad"] * 1200 + people(1))
    lines = told.splitlines()
    assert code == 0 and len(lines) == 7
    assert [line.split(" is ")[0] for line in lines[:5]] == [f"Line {number}" for number in range(1, 6)]
    assert lines[5:] == ["And 1,195 more: 1200 lines passed over.", "1 actor loaded."]


def test_one_bad_name_does_not_cost_the_actor(load: Import) -> None:
    code, told = load([entity(1, 7, "🙂", ["x"], "Jane Roe", None, "x" * 10_000_000)])
    assert code == 0 and "5 names of actors that have others left out" in told and "1 actor loaded." in told
    assert load.names() == {"Q1": ["Jane Roe"]}
    assert load([entity(2, properties={"name": "Grace Hopper", "alias": 7})])[0] == 0  # a name that is in no list
    assert load.names()["Q2"] == ["Grace Hopper"]


def test_a_line_too_long_to_hold_is_passed_over(load: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "LONGEST_LINE", 2**20)
    code, told = load([b'{"id": "' + b"x" * 3 * 2**20, *people(1)])
    assert code == 0 and "Line 1 is no entity (longer than 1 MB)." in told and "1 actor loaded." in told


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "one FollowTheMoney entity a line"),
        (b"\n\r\n", "one FollowTheMoney entity a line"),
        (json.dumps([json.loads(entity(1, "A B"))] * 2).encode(), "jq -c"),
        (json.dumps(json.loads(entity(1, "A B")), indent=2).encode(), "one FollowTheMoney entity a line"),
        (b"\n".join(people(2)).decode().encode("utf-16"), "UTF-16"),
        (b"\n".join(people(2)).decode().encode("utf-16-be"), "UTF-16"),
        (entity(1, "A B", schema="Address"), "one FollowTheMoney entity a line"),
        (b"\x1f\x8bjunk", "fetch it again"),
        (bz2.compress(entity(1, "A B")), "not by gzip"),
        (os.urandom(64).hex().encode() + b"\n\0\0\xff", "Line 2"),
    ],
)
def test_a_file_without_an_actor_is_told_and_makes_no_store(load: Import, data: bytes, says: str) -> None:
    code, told = load(data)
    assert code == 2 and says in told and "Traceback" not in told
    assert not load.store.exists()


def test_files_that_are_none_are_told(load: Import) -> None:
    for file, says in ((load.folder, "is a folder"), (load.folder / "none", "There is no file")):
        code, told = load(file=file)
        assert code == 2 and says in told and told.count("\n") == 1
    assert not load.store.exists()


def test_of_a_gzip_that_was_cut_off_is_kept_what_came(load: Import) -> None:
    data = gzip.compress(b"\n".join(entity(number, f"Ada {os.urandom(9).hex()}") for number in range(400)))
    code, told = load(data[: len(data) // 2])
    assert code == 2 and "ends too early or is damaged" in told
    assert 0 < len(load.names()) < 400 and f"{len(load.names())} actors loaded." in told


def test_ids_are_kept_and_look_alike_letters_find_the_right_actor(
    load: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load([entity("-1/ü", "Olaf Scholz"), entity(2, "\u202bبلینکن\u202c"), entity(3, "Jane Roe")])[0] == 0
    assert found(load, capsys, "Olaf Sсholz") == ["Q-1/ü"]  # the second letter of the surname is Cyrillic
    assert found(load, capsys, "\u202eبلینکن\u2066") == ["Q2"]
    for query in ("", "🙂", "\u202e\u200f", "\ud800", "x" * 10_000, "🙂" * 10_000, "\0"):
        assert found(load, capsys, query) == []


def test_what_nobody_is_called_is_told_in_one_short_line(load: Import, capsys: pytest.CaptureFixture[str]) -> None:
    load(people(1))
    assert main(["--store", str(load.store), "find", "z" * 10_000]) == 1
    assert len(capsys.readouterr().err) < 200


def _after(batches: int, then: Callable[[sqlite3.Connection], None]) -> Callable[..., int]:
    """``add_actors`` that does something else after so many batches."""
    left = iter(range(batches))

    def adding(store: sqlite3.Connection, batch: list[Actor]) -> int:
        if next(left, None) is None:
            then(store)
        return add_actors(store, batch)

    return adding


def test_an_interrupted_import_keeps_what_was_loaded_and_is_taken_up(
    load: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: sqlite3.Connection) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(actors, "BATCH", 10)
    with monkeypatch.context() as patch:
        patch.setattr(actors, "add_actors", _after(2, stop))
        code, told = load(people(35))
    assert code == 130 and "20 actors loaded." in told and "Interrupted: what was loaded is kept" in told
    assert len(load.names()) == 20
    assert load(people(35)) == (0, "35 actors loaded, 20 of them known before.\n")
    assert load.names() == {f"Q{number}": [f"Ada {number} Lovelace"] for number in range(35)}


def test_other_writers_get_in_between_batches(load: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    def decided(_: sqlite3.Connection) -> None:
        with closing(connect(load.store, readonly=False)) as other, transaction(other):
            decide(other, "me", "note", before=None, after=None)

    monkeypatch.setattr(actors, "BATCH", 10)
    monkeypatch.setattr(actors, "add_actors", _after(1, decided))
    assert load(people(30)) == (0, "30 actors loaded.\n")
    with closing(connect(load.store)) as store:
        assert store.execute("SELECT count(*) FROM decisions").fetchone() == (2,)


def traits(load: Import) -> set[tuple[str, str, str]]:
    with closing(connect(load.store)) as store:
        return set(store.execute("SELECT actor, what, value FROM traits").fetchall())


def test_countries_positions_and_dates_of_birth_are_kept(load: Import, capsys: pytest.CaptureFixture[str]) -> None:
    said = {"country": ["ru", "RU", "Iran", "xk", "suhh", "gb-sct"], "birthDate": ["1960", "1960-04-16T00:00:00"]}
    said["position"] = ["Foreign  Minister", "وزیر", "Foreign Minister"]
    lines = [
        entity(1, properties={"name": ["Jane Roe"], **said}),
        entity(2, properties={"name": "Bo", "country": "tr"}),
    ]
    assert load(lines) == (0, "2 actors loaded.\n")
    kept = {("country", code) for code in ("RU", "IR", "XK", "SUHH", "GB-SCT")}
    kept |= {("birth", "1960"), ("birth", "1960-04-16"), ("position", "Foreign Minister"), ("position", "وزیر")}
    assert traits(load) == {("Q1", *one) for one in kept} | {("Q2", "country", "TR")}
    before = load.dump()
    assert load(lines)[0] == 0 and load.dump() == before
    capsys.readouterr()
    assert main(["--store", str(load.store), "actors", "names", "Q1", "--ftm"]) == 0
    properties = json.loads(capsys.readouterr().out)["properties"]
    assert {key: sorted(properties[key]) for key in said} == {
        "country": ["gb-sct", "ir", "ru", "suhh", "xk"],
        "birthDate": ["1960", "1960-04-16"],
        "position": ["Foreign Minister", "وزیر"],
    }
    assert main(["--store", str(load.store), "actors", "names", "Bo"]) == 0
    out, err = capsys.readouterr()
    assert "Bo" in out and err == "Registries say of Bo: Turkey.\n"


def test_malformed_countries_positions_and_dates_are_left_out(load: Import) -> None:
    wrong: dict[str, list[object]] = {
        "country": ["Atlantis", "xyz", "r", "", 7, None, ["ru"], "ru" * 999, "\ud800", "r\0"],
        "birthDate": ["1960-13", "1960-02-30", "16 April 1960", "٢٠٠١", "0000", "1960-4", 1960, "1960-04-16\n1961"],
        "position": ["", " ", "🙂", "x" * 9999, "a\0b", {"a": 1}],
    }
    lines = [
        entity(1, properties={"name": ["Jane Roe"], **wrong}),
        entity(2, properties={"name": ["Bo"], "country": 3}),
    ]
    code, told = load(lines)
    assert code == 0 and "2 actors loaded." in told
    assert "25 values left out that are no country, no position or no date of birth." in told
    assert traits(load) == set()


def test_of_very_many_values_the_first_are_kept(load: Import) -> None:
    positions = [f"Minister {number}" for number in range(5000)]
    assert load([entity(1, properties={"name": ["Jane Roe"], "position": positions})])[0] == 0
    assert {value for _, _, value in traits(load)} == set(positions[:50])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
entities = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["Q1", "Q2", "é", ""]) | values,
        "schema": st.sampled_from(["Person", "Company", "Address"]) | values,
        "properties": st.fixed_dictionaries(
            {"name": st.lists(st.text(max_size=12) | values, max_size=3) | values},
            optional={key: values for key in ("country", "position", "birthDate")},
        )
        | values,
    }
)
any_line = (values | entities | entities).map(lambda value: json.dumps(value).encode()) | st.binary(max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(any_line, max_size=6))
def test_any_lines_are_loaded_as_far_as_they_go_and_no_further_the_second_time(
    load: Import, lines: list[bytes]
) -> None:
    load([entity("there", "Jane Roe")])
    first = load(lines)
    before = load.dump()
    again = load(lines)
    assert load.dump() == before
    assert first[0] == again[0] and first[0] in (0, 2) and first[1] and "Traceback" not in first[1]
    assert (first[0] == 0) == (" loaded" in first[1].splitlines()[-1])
    assert all(len(set(names)) == len(names) and all(names) for names in load.names().values())


@pytest.mark.slow
def test_ctrl_c_at_a_terminal_ends_an_import_and_the_next_run_finishes_it(load: Import) -> None:
    file, all_of_it = load.folder / "registry.jsonl", people(40_000)
    file.write_bytes(b"\n".join(all_of_it))  # long enough for the key to come in time
    command = [sys.executable, "-m", "dateline", "--store", str(load.store), "actors", "import", str(file)]
    terminal = ptyprocess.PtyProcess.spawn(command, env={**os.environ, "TERM": "xterm"})
    shown = b""
    with contextlib.suppress(EOFError):
        while b"a second" not in shown:
            shown += terminal.read()
        terminal.write(b"\x03")
        while True:
            shown += terminal.read()
    assert terminal.wait() == 130 and b"Interrupted: what was loaded is kept" in shown
    assert b"[#" in shown and b"% 3,000 actors, " in shown
    kept = len(load.names())
    assert 0 < kept < 20_000
    file.write_bytes(b"\n".join(all_of_it[:20_000]))
    assert load(file=file) == (0, f"20000 actors loaded, {kept} of them known before.\n")
    assert len(load.names()) == 20_000
