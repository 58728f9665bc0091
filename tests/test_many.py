"""Many articles: processes, and the pair of commands that carries extractions from one machine to another."""

from __future__ import annotations

import gzip
import json
import pickle
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline.cli import main
from dateline.errors import InputError
from dateline.extract.many import Asked, ProcessLostError, extract_many
from dateline.model import Extraction
from dateline.paths import seed_documents
from dateline.readers.records import extraction_of, record_of
from handmade import extraction

#: what a store holds, without row numbers, times and what was seen first
CONTENTS = (
    "SELECT hash, text, title, lang, published, url, outlet, sample, source, extractor, given_date, given_lang "
    "FROM stored_articles",
    'SELECT a.hash, n.start, n."end", n.why FROM noise n JOIN stored_articles a ON a.id = n.article',
    'SELECT a.hash, m.start, m."end", m.actor, m.words FROM mentions m JOIN stored_articles a ON a.id = m.article',
    "SELECT id, name, kind, mentions, facts, registry FROM stored_actors",
    "SELECT actor, spelling, script, count, registry, folded, sounds FROM names",
    'SELECT a.hash, f.fact, f.kind, f.start, f."end", f.words, f.date, f.rule, f.sure, f.according_to, e.type, e.mode, '
    'e.date_text, e.place, e.status, e.duration_minutes, s.quote, s.verb, r.office, r."of" FROM findings f '
    "JOIN stored_articles a ON a.id = f.article LEFT JOIN events e ON e.finding = f.id "
    "LEFT JOIN statements s ON s.finding = f.id LEFT JOIN roles r ON r.finding = f.id",
    "SELECT f.fact, p.part, p.position, p.actor, p.inferred FROM parties p JOIN findings f ON f.id = p.finding",
    'SELECT f.fact, t.position, t.start, t."end" FROM tellings t JOIN findings f ON f.id = t.finding',
)  # fmt: skip


def contents(store: Path) -> list[list[Any]]:
    with closing(sqlite3.connect(store)) as connection:
        return [sorted(connection.execute(query), key=repr) for query in CONTENTS]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples and some articles that share people with them, spelt otherwise."""
    folder = tmp_path_factory.mktemp("articles")
    for document in seed_documents():
        (folder / document.name).write_bytes(document.read_bytes())
    for number, name in enumerate(("ILHAN BERKTAY", "İlhan Berktay", "Ilhan Berktay")):
        text = f"Dışişleri Bakanlığı Sözcüsü {name} Ankara'da Emmanuel Macron ile görüştü ve bir açıklama yaptı.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def direct(articles: Path) -> Path:
    """The store of a plain ``add``."""
    store = articles.parent / "direct.db"
    assert main(["--store", str(store), "add", str(articles)]) == 0
    return store


@pytest.fixture(scope="module")
def lines(articles: Path) -> list[str]:
    """What ``extract --jsonl`` writes for the same articles."""
    command = [sys.executable, "-m", "dateline", "extract", "--jsonl", str(articles)]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8").splitlines()


def loaded(folder: Path, parts: list[list[str]]) -> Path:
    """A store into which the parts were loaded one after another."""
    store = folder / "loaded.db"
    for number, part in enumerate(parts):
        file = folder / f"{number}.jsonl"
        file.write_text("".join(f"{line}\n" for line in part), encoding="utf-8")
        assert main(["--store", str(store), "add", "--extracted", str(file)]) == 0
    return store


def test_the_function_and_what_it_returns_pickle() -> None:
    text = seed_documents()[0].read_text("utf-8")
    function = pickle.loads(pickle.dumps(dateline.extract))
    found = function(text)
    assert isinstance(found, Extraction) and found.events
    assert pickle.loads(pickle.dumps(found)) == found


def test_two_processes_find_what_one_finds(articles: Path, direct: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    command = [sys.executable, "-m", "dateline", "--store", str(store), "add", str(articles), "--jobs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "8 articles added.\n")
    assert contents(store) == contents(direct)


def test_an_object_a_line_with_text_and_hash(lines: list[str]) -> None:
    told = [json.loads(line) for line in lines]
    assert len(told) == 8
    for record in told:
        assert dateline.extract(record["article"]["text"]).article.hash == record["article"]["hash"]
        for event in record["events"]:
            assert record["article"]["text"][event["start"] : event["end"]] == event["text"]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), cuts=st.lists(st.integers(0, 8), max_size=3))
def test_any_order_and_any_split_make_the_store_of_a_direct_add(
    direct: Path, lines: list[str], tmp_path_factory: pytest.TempPathFactory, seed: int, cuts: list[int]
) -> None:
    shuffled = random.Random(seed).sample(lines, len(lines))
    places = [0, *sorted(cuts), len(lines)]
    parts = [shuffled[first:last] for first, last in pairwise(places)]
    assert contents(loaded(tmp_path_factory.mktemp("parts"), [part for part in parts if part])) == contents(direct)


def test_the_same_file_twice_changes_nothing(direct: Path, lines: list[str], tmp_path: Path) -> None:
    assert contents(loaded(tmp_path, [lines, lines[::-1]])) == contents(direct)


def test_extractions_come_gzipped_and_through_pipes(
    direct: Path, lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "facts.jsonl.gz"
    packed.write_bytes(gzip.compress("\n".join(lines).encode()))
    store = tmp_path / "store.db"
    with packed.open("rb") as file:
        command = [sys.executable, "-m", "dateline", "--store", str(store), "add", "--extracted", "-"]
        assert subprocess.run(command, stdin=file, capture_output=True, check=True).stderr == b"8 articles added.\n"
    assert contents(store) == contents(direct)


# what is refused


def tampered(*path: Any, value: Any) -> Any:
    """The hand-made article's object with one value replaced (``...``: taken away)."""
    record = json.loads(json.dumps(record_of(extraction(), "a.txt")))
    holder = record
    for key in path[:-1]:
        holder = holder[key]
    if value is ...:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return record


def test_an_untouched_object_comes_back_as_it_was() -> None:
    made = extraction()
    record = json.loads(json.dumps(record_of(made, "a.txt")))
    assert extraction_of(record, "it") == (made, "a.txt")
    assert extraction_of(record, "it")[0].provenance == made.provenance


@pytest.mark.parametrize(
    "wrong",
    [
        (("article", "text"), "Another text."),
        (("article", "hash"), "0" * 64),
        (("article", "published"), "2022-02-30"),
        (("article", "url"), "javascript:alert(1)"),
        (("article",), None),
        (("actors", 0, "kind"), "god"),
        (("actors", 0, "id"), ""),
        (("mentions", 0, "actor"), "nobody"),
        (("mentions", 0, "end"), 10**9),
        (("mentions", 0, "start"), True),
        (("noise", 0, "start"), -1),
        (("events",), {}),
        (("events", 0, "start"), 0),
        (("events", 0, "text"), "Blinken met Lavrov in Minsk on 3 February"),
        (("events", 0, "type"), "MEET"),
        (("events", 0, "status"), "perhaps"),
        (("events", 0, "mode"), "telepathy"),
        (("events", 0, "sure"), 1),
        (("events", 0, "date"), "3 February"),
        (("events", 0, "duration_minutes"), "90"),
        (("events", 0, "source"), ["Sergey Lavrov"]),
        (("events", 0, "ids", "source"), ["sergey-lavrov"]),
        (("events", 0, "ids"), ...),
        (("events", 0, "spans"), [[0, 10**9]]),
        (("events", 0, "spans"), [[0]]),
        (("events", 0, "according_to"), [1]),
        (("events", 0, "id"), "'; DROP TABLE articles"),
        (("events", 0, "rule"), ""),
        (("statements", 0, "quote"), "No, we never said that"),
        (("statements", 0, "speaker"), "Somebody Else"),
        (("roles", 0, "ids", "person"), None),
        (("extractor",), ...),
        (("extractor", "version"), "1"),
    ],
    ids=lambda wrong: ".".join(map(str, wrong[0])) if isinstance(wrong, tuple) else None,
)
def test_an_object_that_its_text_does_not_bear_out_is_refused(wrong: tuple[tuple[Any, ...], Any]) -> None:
    path, value = wrong
    with pytest.raises(InputError, match="no extraction to rely on"):
        extraction_of(tampered(*path, value=value), "Line 1")


@pytest.mark.parametrize("line", ["{", "[]", "null", "1" * 5000, "[" * 100_000, '{"article": {}}', '"\\ud800"'])
def test_a_line_that_is_no_extraction_costs_one_line(
    lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text(f"{lines[0]}\n{line}\n\n{lines[1]}\n", encoding="utf-8")
    assert main(["--store", str(tmp_path / "store.db"), "add", "--extracted", str(file)]) == 2
    told = capsys.readouterr().err
    assert "Line 2 of " in told and told.endswith("2 articles added, 1 refused.\n")


def test_a_file_that_breaks_off_keeps_what_came_before(
    lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "facts.jsonl.gz"
    file.write_bytes(gzip.compress("\n".join(lines).encode())[:-20])
    assert main(["--store", str(tmp_path / "store.db"), "add", "--extracted", str(file)]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("more", [["a.txt"], ["--lang", "tr"], ["--date", "2022"], ["--url", "https://x.org/"]])
def test_what_was_extracted_before_takes_no_more_options(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    (tmp_path / "facts.jsonl").write_text("")
    assert main(["--store", str(tmp_path / "s.db"), "add", "--extracted", str(tmp_path / "facts.jsonl"), *more]) == 2
    assert "goes alone" in capsys.readouterr().err


# processes


def test_texts_are_taken_no_further_ahead_than_they_are_needed() -> None:
    """A million articles need no more memory than a hundred."""
    taken = 0

    def endless() -> Any:
        nonlocal taken
        while True:
            taken += 1
            yield taken, Asked("The president met the minister.", lang="en")

    found = extract_many(endless(), jobs=2)
    numbers = [number for number, _ in (next(found) for _ in range(20))]
    found.close()  # type: ignore[attr-defined]
    assert numbers == list(range(1, 21))
    assert taken < 200


def test_a_process_that_the_system_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.extract import many

    monkeypatch.setattr(many, "_some", _ended)
    with pytest.raises(ProcessLostError, match="--jobs 1"):
        list(extract_many([(1, Asked("x"))], jobs=2))


def _ended(_: list[Asked]) -> list[Extraction]:
    import os

    os._exit(9)
