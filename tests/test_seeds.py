"""The whole way, on the five sample articles: extractor, store, lines, citations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.cli.add import load_samples
from dateline.db import read
from dateline.export.words import fact_line
from dateline.extract import extract
from dateline.paths import seed_documents


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "store.db"
    load_samples(path)
    return path


def test_the_samples_are_five_articles_in_three_languages(store: Path) -> None:
    rows = read.articles(read.connect(store))
    assert sorted(row.lang or "" for row in rows) == ["fa", "it", "tr", "tr", "tr"]
    assert all(row.sample and row.facts > 5 and row.title for row in rows)


def test_every_fact_cuts_its_words_out_of_its_article(store: Path) -> None:
    connection = read.connect(store)
    found = read.facts(connection)
    assert len(found) > 50
    for fact in found:
        text = read.article_text(connection, fact.article)
        assert fact.text == text[fact.start : fact.end]
        assert all(0 <= start < end <= len(text) for start, end in fact.spans)


@pytest.mark.parametrize("number", range(5))
def test_the_store_tells_what_the_extractor_told(store: Path, number: int) -> None:
    extraction = extract(seed_documents()[number].read_bytes().decode("utf-8"))
    told = extraction.to_json()
    connection = read.connect(store)
    stored = {fact.id: fact.to_json() for fact in read.facts(connection, article=extraction.article.hash)}
    wanted = {row["id"]: row for kind in ("events", "statements", "roles") for row in told[kind]}
    assert {key: {name: row[name] for name in wanted[key]} for key, row in stored.items()} == wanted
    mentions = [(row["actor"], row["start"], row["end"]) for row in told["mentions"]]
    assert sorted(read.mentions(connection, extraction.article.hash)) == sorted(mentions)


def test_the_call_of_biden_and_putin_reads_as_it_should(store: Path) -> None:
    lines = [fact_line(fact) for fact in read.facts(read.connect(store), type="CONSULT")]
    assert any("2021-12-30 · Biden phoned Putin · 50 min" in line for line in lines)


def test_facts_without_a_date_never_take_the_articles(store: Path) -> None:
    for fact in read.facts(read.connect(store)):
        if fact.kind == "event" and fact.date is None:
            assert fact_line(fact).startswith(" ".join((fact.date_text or "no date").split()))


def test_from_a_name_to_its_citation(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(store), "find", "blingen", "--json"]) == 0
    name = json.loads(capsys.readouterr().out)["results"][0]["name"]
    assert main(["--store", str(store), "facts", "--actor", name, "--json"]) == 0
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(facts) > 5
    assert main(["--store", str(store), "cite", facts[0]["id"]]) == 0
    assert f"“{facts[0]['text']}”" in capsys.readouterr().out


def test_removing_the_samples_leaves_an_empty_store(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(store), "remove", "--samples"]) == 0
    connection = read.connect(store)
    assert read.count_articles(connection) == read.count_actors(connection) == read.count_facts(connection) == 0
    for table in ("actors", "names", "token_names", "mentions", "parties"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert main(["--store", str(store), "find", "blingen"]) == 1
    load_samples(store)
    assert read.count_articles(read.connect(store)) == 5
