"""``explain``: what a reader is told about how a fact came about."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.cli.add import load_samples
from dateline.db import read, write
from dateline.db.rows import Fact
from dateline.export.explain import HOW, PLACES
from dateline.extract import extract, traces
from dateline.extract import trace as trace_module
from dateline.packs import codes, compiled, load
from dateline.packs.source import entry_source
from dateline.paths import seed_documents

Explain = Callable[[str, str | None], dict[str, list[str]]]

MET = "Antony Blinken met Sergey Lavrov in Geneva on Friday, the ministry said in a statement."
AGAIN = "Antony Blinken arrived on Monday. Then Blinken met Sergey Lavrov in Geneva, officials said."
OFFICE = "The Russian foreign minister met Antony Blinken in Geneva on Friday, officials in the city said."
GIVEN = "Latvian Foreign Minister Agnese Ozola spoke. The Latvian foreign minister met Antony Blinken in Riga."
TROOPS = "Russian troops attacked Kharkiv and Ukraine on Friday, officials in the city said late in the evening."


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "store.db"
    load_samples(path)
    return path


@pytest.fixture
def explain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Explain:
    """What is said of the first event of a text: label -> lines."""

    def command(text: str, published: str | None) -> dict[str, list[str]]:
        store = tmp_path / "store.db"
        with closing(write.open_for_writing(store)) as connection:
            write.add_article(connection, extract(text, published, lang="en"))
            facts = [fact for fact in read.facts(connection) if fact.kind == "event"]
        capsys.readouterr()
        assert main(["--store", str(store), "explain", facts[0].id]) == 0
        told: dict[str, list[str]] = {}
        for line in capsys.readouterr().out.splitlines():
            told.setdefault(line[:10].strip(), []).append(line[10:].strip())
        return told

    return command


def facts_of(path: Path) -> Iterator[Fact]:
    with closing(read.connect(path)) as store:
        yield from read.facts(store)


def test_every_fact_of_the_samples_has_a_trace(samples: Path) -> None:
    told = {fact_id: trace for file in seed_documents() for fact_id, trace in traces(file.read_text("utf-8")).items()}
    facts = list(facts_of(samples))
    assert len(facts) > 80
    for fact in facts:
        parties = [party.name for party in told[fact.id].parties]
        wanted = [*fact.source, *fact.target, *filter(None, (fact.speaker, fact.person))]
        assert sorted(parties) == sorted(wanted), fact.id


def test_asking_how_changes_nothing() -> None:
    for file in seed_documents():
        text = file.read_text("utf-8")
        before = extract(text)
        traces(text)
        assert extract(text) == before


def test_what_a_trace_may_say_is_what_a_reader_is_told() -> None:
    """Every way of finding a party has its sentence, and no sentence is left over."""
    sources = Path(trace_module.__file__ or "").parent.glob("*.py")
    nodes = [node for source in sources for node in ast.walk(ast.parse(source.read_text("utf-8")))]
    said = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert {*HOW, *PLACES} <= said
    for sentence in (*HOW.values(), *PLACES.values()):
        assert sentence.format(detail="x", words="x")


@pytest.mark.parametrize("code", codes())
def test_an_entry_is_shown_as_the_pack_has_it(code: str) -> None:
    pack = compiled.ready(code)
    whole = load(code)
    for table, ready, entries in (("verb", pack.verb, whole.verb), ("noun", pack.noun, whole.noun)):
        for entry, full in list(zip(ready, entries, strict=True))[::40]:
            source = entry_source(pack, entry)
            assert source is not None and (source.file, source.table) == (f"packs/{code}.toml", table)
            (shown,) = tomllib.loads(source.text)[table]
            assert shown["example"] == full.example and shown[table] == getattr(full, table)


def test_words_rule_entry_and_reading_are_shown(explain: Explain) -> None:
    told = explain(MET, "2022-01-22")
    assert told["words"][0].startswith("“Antony Blinken met Sergey Lavrov")
    assert told["rule"] == ["verb: meet"]
    assert told["trigger"] == ["“met”, read as: past"]
    assert told["entry"][0].startswith("packs/en.toml, [[verb]] number ")
    assert any(line.startswith("example = ") for line in told[""])
    assert told["status"] == ["occurred"]


@pytest.mark.parametrize(
    ("text", "published", "how"),
    [
        (MET, None, "Antony Blinken: named here, “Antony Blinken”"),
        (AGAIN, None, "Antony Blinken: named here by surname; in full the article says “Antony Blinken”"),
        (OFFICE, "2022-01-22", "Sergey Lavrov: by an office alone: who held it, by the registry, on 2022-01-22"),
        (OFFICE, None, "Russia: by an office whose holder neither the article nor the registry tells"),
        (GIVEN, "2022-01-22", "Agnese Ozola: by an office alone, which the article gives in “Latvian Foreign Minister"),
        (TROOPS, None, "Russia: named here by its people, troops or government, “Russian troops”"),
    ],
    ids=["name", "surname", "registry", "undated office", "office of the article", "troops"],
)
def test_how_a_party_was_found_is_told(explain: Explain, text: str, published: str | None, how: str) -> None:
    assert explain(text, published)["source"][0].startswith(how)


@pytest.mark.parametrize(
    ("when", "published", "told"),
    [
        ("on 21 January 2022", None, "2022-01-21: “21 January 2022” tells it all"),
        ("on Friday", "2022-01-22", "2022-01-21: “Friday”, counted from the article's date 2022-01-22"),
        ("on Friday", None, "“Friday” is left as it is: the article gives no day to count from"),
        ("there", "2022-01", "none: the words give none, and the article's own (2022-01) is never taken for it"),
    ],
)
def test_how_a_date_was_worked_out_is_told(explain: Explain, when: str, published: str | None, told: str) -> None:
    text = f"Antony Blinken met Sergey Lavrov in Geneva {when}, the ministry said in a statement to the press."
    assert explain(text, published)["date"][0].startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MET, "Geneva: “Geneva” names it"),
        ("Qatar hosted talks between Chad and Sudan on Friday.", "Qatar: the country or capital of whoever hosts"),
        ("Estonia and Latvia met in Riga on Friday, officials said. They met again.", "Riga: “Riga” names it"),
    ],
)
def test_how_a_place_was_found_is_told(explain: Explain, text: str, told: str) -> None:
    assert explain(text, "2022-01-22")["place"][0].startswith(told)


def test_a_place_that_is_taken_over_is_told_to_be_so(explain: Explain) -> None:
    text = "In Riga on Friday Estonia met Latvia. The two countries agreed to reopen the talks on gas, officials said."
    found = extract(text, "2022-01-22", lang="en")
    taken = next(event for event in found.events if event.type == "AGREE")
    trace = traces(text, "2022-01-22", lang="en")[taken.id]
    assert (taken.place, taken.date, trace.place, trace.date) == ("Riga", "2022-01-21", None, None)


def test_several_facts_are_explained_and_missing_ones_named(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = [fact.id for fact in facts_of(samples)][:2]
    assert main(["--store", str(samples), "explain", first, "0" * 10, second]) == 1
    out, err = capsys.readouterr()
    assert out.count("\nfact") + out.startswith("fact") == 2 and "\n\nfact" in out
    assert "0" * 10 in err


def test_what_the_present_extractor_does_not_state_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from handmade import extraction

    with closing(write.open_for_writing(tmp_path / "store.db")) as store:
        write.add_article(store, extraction())
        fact = read.facts(store)[0]
    assert main(["--store", str(tmp_path / "store.db"), "explain", fact.id]) == 0
    out = capsys.readouterr().out
    assert "does not state this fact any more" in out and "reextract --dry-run" in out


def test_nothing_in_an_article_touches_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Antony Blinken\x1b[2J met Sergey\u202e Lavrov in Geneva on Friday, the ministry said in a statement."
    with closing(write.open_for_writing(tmp_path / "store.db")) as store:
        write.add_article(store, extract(text, lang="en"))
        ids = [fact.id for fact in read.facts(store)]
    main(["--store", str(tmp_path / "store.db"), "explain", *ids])
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out
