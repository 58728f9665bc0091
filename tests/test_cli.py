"""The command line: what goes to stdout, what to stderr, and with which exit code."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import ptyprocess
import pytest

import dateline.cli.extract
from dateline import __version__
from dateline.cli import add, main
from dateline.db import read, write
from dateline.extract import many
from dateline.model import Article, Extraction, Noise, text_hash
from dateline.paths import seed_documents
from handmade import TEXT, extraction

COMMANDS = (
    "add", "extract", "find", "facts", "cite", "articles", "remove", "actors import", "actors names",
    "actors merge", "actors split", "actors apart", "actors rename", "actors show", "actors duplicates", "backup",
    "doctor", "help", "reject", "correct", "fact", "date", "note", "flag", "read", "undo", "redo", "log",
)  # fmt: skip


def by_hand(text: str, published: str | None = None, *, lang: str | None = None, url: str | None = None) -> Extraction:
    """Stands in for the extractor: knows the hand-made article, finds nothing in others."""
    if TEXT in text:
        return extraction(text, url=url, published=published)
    return Extraction(Article(text, text.strip()[:20], lang, published, url), warnings=("Language unknown: no facts.",))


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for a store, named by the environment."""
    path = tmp_path / "data" / "store.db"
    monkeypatch.setenv("DATELINE_STORE", str(path))
    monkeypatch.setattr(many, "extract", by_hand)
    monkeypatch.setattr(dateline.cli.extract, "extract", by_hand)
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8", newline="")
    return file


@pytest.fixture
def filled(store: Path, article: Path) -> Path:
    """The store with the hand-made article in it."""
    assert main(["add", str(article), "--date", "2022-02"]) == 0
    return store


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process: (exit code, stdout, stderr)."""

    def command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return command


# help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert "examples:" in out and f"dateline {command}" in out.split("examples:")[1]
    assert "exit codes: 0 done" in out


def test_the_help_names_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(command.split()[0] in out for command in COMMANDS)


@pytest.mark.parametrize("arguments", [["nonsense"], ["facts", "--since", "2022-13"], ["facts", "--since", "22"],
    ["find"],
    ["find", "a", "--batch", "b"], ["find", "--batch", "b"], ["facts", "--type", "MEET"], ["facts", "--json", "--csv"],
    ["find", "a", "--limit", "0"], ["facts", "--limit", "9" * 20],
    ["add"], ["add", "x", "--url", "javascript:1"], ["add", "x", "--lang", "xx"],
    ["add", "x", "--url", "http://"], ["add", "x", "--url", "http://a/\x1b]52;c;aGk=\x07"],
    ["add", "x", "--date", "2022-02-30"], ["remove"], ["cite"], ["--bidi", "maybe"], ["actors"]])  # fmt: skip
def test_usage_errors_are_one_sentence(run: Run, store: Path, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1 and len(err) < 400
    assert not store.exists()


def test_a_hostile_argument_cannot_touch_the_terminal(run: Run) -> None:
    assert run("extract", "a\nb.txt")[2].count("\n") == 1
    for arguments in (["\x1b[2J"], ["facts", "--since", "\x1b[2J"], ["add", "\x1b]52;c;aGk=\x07"], ["find", "\x1b[2J"]):
        assert "\x1b" not in run(*arguments)[2]


# add


def test_add_makes_the_store_and_reads_the_text_as_it_is(run: Run, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"One\r\ntwo \r\n")
    code, out, err = run("add", file)
    assert (code, out) == (0, "")
    assert "1 article added." in err
    assert read.article_text(read.connect(store), text_hash("One\r\ntwo \r\n")) == "One\r\ntwo \r\n"


def test_options_about_the_article_are_kept(run: Run, store: Path, article: Path) -> None:
    run("add", article, "--date", "2022-02-01", "--url", "https://www.voanews.com/x")
    (row,) = read.articles(read.connect(store))
    assert (row.published, row.url, row.outlet) == ("2022-02-01", "https://www.voanews.com/x", "voanews.com")


def test_the_same_text_twice_is_one_article(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_bytes(article.read_bytes())
    assert "1 article added, 1 already there." in run("add", article, tmp_path / "again.txt")[2]
    assert "0 articles added, 1 already there." in run("add", article)[2]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("nul.txt", b"a\0b"),
        ("binary.txt", bytes(range(256))),
        ("latin.txt", "görüştü".encode("iso-8859-9")),
        ("page.html", b"<!doctype html><p>Hello</p>"),
        ("missing.txt", None),
    ],
)
def test_a_bad_file_is_told_and_keeps_no_good_one_out(
    run: Run, store: Path, article: Path, tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code, out, err = run("add", tmp_path / name, article)
    assert (code, out) == (2, "")
    assert name in err.splitlines()[0]
    assert "1 article added, 1 refused." in err
    assert [row.hash for row in read.articles(read.connect(store))] == [text_hash(TEXT)]


def test_a_file_whose_name_is_no_text_is_added_like_any_other(store: Path, tmp_path: Path) -> None:
    for number, name in enumerate((b"bad\xff.txt", "f\u00fcnf.txt".encode())):
        with open(os.fsencode(tmp_path) + b"/" + name, "w", encoding="utf-8") as file:
            file.write(f"Text {number}, in no language.")
    for environment in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = process("add", str(tmp_path), store=store, environment=environment)
        assert done.returncode == 0 and b"Traceback" not in done.stderr
    with closing(read.connect(store)) as connection:
        sources = [row[0] for row in connection.execute("SELECT source FROM stored_articles ORDER BY text")]
    assert [Path(source).name for source in sources] == ["bad\\xff.txt", "f\u00fcnf.txt"]


def test_bad_input_alone_makes_no_store(run: Run, store: Path, tmp_path: Path) -> None:
    code, _, err = run("add", tmp_path)
    assert code == 2 and "no .txt file" in err
    assert not store.exists() and not store.parent.exists()


def test_folders_and_standard_input_are_read(
    run: Run, store: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"From a pipe")))
    code, _, err = run("add", article.parent, "-")
    assert code == 0 and "2 articles added" in err
    assert len(read.articles(read.connect(store))) == 2


def test_a_fault_of_the_extractor_costs_one_article(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(text: str, *given: Any, **named: Any) -> Extraction:
        made = by_hand(text, *given, **named)
        return made if TEXT in text else made._replace(noise=(Noise(0, len(text) + 1, "beyond"),))

    monkeypatch.setattr(many, "extract", faulty)
    (tmp_path / "a.txt").write_text("x")
    code, _, err = run("add", tmp_path / "a.txt", article)
    assert code == 2 and "a.txt: The store refuses" in err and "1 article added, 1 refused." in err
    assert run("articles")[1].count("\n") == 1


def test_warnings_of_the_extractor_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert "Language unknown" in run("add", tmp_path / "a.txt")[2]


# extract


def test_extract_prints_the_contract_and_touches_no_store(run: Run, store: Path, article: Path) -> None:
    code, out, _ = run("extract", article, "--json")
    told = json.loads(out)
    assert code == 0 and out.count("\n") == 1
    assert list(told) == ["article", "noise", "actors", "mentions", "events", "statements", "roles"]
    assert told["events"][0]["text"] == TEXT[told["events"][0]["start"] : told["events"][0]["end"]]
    assert not store.parent.exists()


def test_extract_can_be_read_by_people(run: Run, article: Path) -> None:
    code, out, _ = run("extract", article)
    assert code == 0
    assert "2022-02-03 · Blinken met Lavrov · Geneva · 90 min — per AFP" in out


def test_extract_refuses_what_add_refuses(run: Run, tmp_path: Path) -> None:
    assert run("extract", tmp_path / "none.txt")[0] == 2


# facts, cite


def test_facts_are_lines_with_an_id_first(run: Run, filled: Path) -> None:
    code, out, err = run("facts")
    assert code == 0 and err == ""
    ids = [line.split()[0] for line in out.splitlines()]
    assert len(ids) == 4 and all(len(one) == 10 for one in ids)
    assert "◷" in out and "[Biden]" in out


def test_facts_as_json_follow_the_contract(run: Run, filled: Path) -> None:
    _, out, _ = run("facts", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert {row["kind"] for row in rows} == {"event", "statement", "role"}
    assert all(set(row["article"]) == {"hash", "title", "published", "url"} for row in rows)
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


def test_facts_as_tables(run: Run, filled: Path) -> None:
    assert len(list(csv.DictReader(io.StringIO(run("facts", "--csv")[1])))) == 4
    assert run("facts", "--md")[1].startswith("| fact |")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--actor", "Antony Blinken"], 2),
        (["--actor", "antony-blinken"], 2),
        (["--type", "consult"], 2),
        (["--type", "ROLE"], 1),
        (["--since", "2022-02"], 1),
        (["--until", "2021"], 0),
        (["--text", "putin'den"], 0),
        (["--text", "GENEVA"], 1),
        (["--text", "*"], 0),
        (["--text", 'NEAR("'], 0),
    ],
)
def test_filters(run: Run, filled: Path, filters: list[str], found: int) -> None:
    code, out, err = run("facts", *filters)
    assert len(out.splitlines()) == found
    assert code == (0 if found else 1)
    assert bool(err) == (not found)


def test_an_actor_may_be_misspelt_and_is_told(run: Run, filled: Path) -> None:
    code, out, err = run("facts", "--actor", "blingen")
    assert code == 0 and len(out.splitlines()) == 2
    assert "Antony Blinken" in err


def test_cite_prints_the_original_words(run: Run, filled: Path) -> None:
    fact = read.facts(read.connect(filled))[0]
    code, out, _ = run("cite", fact.id)
    assert code == 0
    assert f"“{fact.text}”" in out and "2022-02 (month known)" in out and fact.id in out
    assert run("cite", fact.id[:6])[1] == out
    assert run("cite", fact.id, "--as", "md")[1].startswith("> “")


def test_cite_tells_which_id_means_nothing(run: Run, filled: Path) -> None:
    fact = read.facts(read.connect(filled))[0]
    code, out, err = run("cite", "ffffffffff", fact.id)
    assert code == 1 and "ffffffffff" in err and fact.text in out


def test_cite_reads_ids_from_standard_input(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = run("facts")[1]
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert run("cite", "-")[1].count("says:") == 4


# articles, remove


def test_articles_are_listed(run: Run, filled: Path) -> None:
    code, out, _ = run("articles")
    assert code == 0 and out.split()[0] == text_hash(TEXT)[:12] and "4 facts" in out
    (row,) = map(json.loads, run("articles", "--json")[1].splitlines())
    assert (row["hash"], row["text_length"], row["facts"]) == (text_hash(TEXT), len(TEXT), 4)


@pytest.mark.parametrize(
    ("words", "found"), [("GENEVA reported", 1), ("putin'den", 1), ("Berlin", 0), ("*", 0), ("NEAR(", 0)]
)
def test_articles_are_found_by_their_words(run: Run, filled: Path, words: str, found: int) -> None:
    code, out, _ = run("articles", "--text", words)
    assert (code, len(out.splitlines())) == (0 if found else 1, found)


def test_remove_takes_an_article_out_and_records_it(run: Run, filled: Path) -> None:
    code, out, err = run("remove", text_hash(TEXT)[:8])
    assert (code, out) == (0, "") and "4 facts" in err
    assert run("articles")[0] == 1 and run("facts")[0] == 1 and run("find", "Blinken")[0] == 1
    assert read.connect(filled).execute("SELECT count(*) FROM decisions").fetchone() == (1,)


@pytest.mark.parametrize(("given", "code"), [(["zzzz"], 1), (["--samples"], 1), (["", "--samples"], 1)])
def test_removing_what_is_not_there_removes_nothing(run: Run, filled: Path, given: list[str], code: int) -> None:
    assert run("remove", *given)[0] == code
    assert run("articles")[0] == 0


def test_a_short_id_of_two_articles_removes_neither(run: Run, filled: Path, tmp_path: Path) -> None:
    texts = [str(number) for number in range(40)]
    firsts = [text_hash(text)[0] for text in texts]
    twice = next(first for first in firsts if firsts.count(first) > 1)
    for number, text in enumerate(text for text in texts if text_hash(text)[0] == twice):
        (tmp_path / f"{number}.txt").write_text(text)
        run("add", tmp_path / f"{number}.txt")
    before = run("articles")[1]
    assert run("remove", twice)[0] == 2
    assert run("articles")[1] == before


def test_samples_are_the_five_seeds_and_leave_together(run: Run, store: Path, filled: Path) -> None:
    add.load_samples(store)
    assert run("articles")[1].count("(sample)") == 5
    assert run("remove", "--samples")[0] == 0
    assert [json.loads(line)["hash"] for line in run("articles", "--json")[1].splitlines()] == [text_hash(TEXT)]


# find, actors


def test_find_prints_the_best_first(run: Run, filled: Path) -> None:
    code, out, err = run("find", "blingen")
    assert code == 0 and err == "" and out.startswith("Antony Blinken")
    (line,) = run("find", "پوتین", "--json")[1].splitlines()
    told = json.loads(line)
    assert list(told) == ["query", "results", "ms"] and told["query"] == "پوتین"
    assert list(told["results"][0]) == ["id", "name", "kind", "score", "matched", "why", "mentions", "articles"]
    assert told["results"][0]["name"] == "Vladimir Putin"


@pytest.mark.parametrize("name", ["Putin'den", "AND", "a-b", '"', "NEAR(", "*", "", " ", "🙂", "\ud800", "x" * 10_000])
def test_no_name_breaks_the_search(run: Run, filled: Path, name: str) -> None:
    code, out, _ = run("find", name, "--json")
    assert code in (0, 1)
    assert json.loads(out)["query"] == name


def test_nothing_found_is_told(run: Run, filled: Path) -> None:
    code, out, err = run("find", "Wxyzq")
    assert (code, out) == (1, "") and err.count("\n") == 1


def test_batches_answer_every_line_in_order(run: Run, filled: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes("blingen\n\nnobody at all\r\nپوتین \n".encode() + b"\xff\nlast")
    code, out, _ = run("find", "--batch", names, "--json", "--limit", "2")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["query"] for row in rows] == ["blingen", "", "nobody at all\r", "پوتین ", "\udcff", "last"]
    assert rows[0]["results"][0]["name"] == "Antony Blinken" and len(rows[0]["results"]) <= 2
    assert run("find", "--batch", tmp_path / "none", "--json")[0] == 2


def test_registries_are_loaded_and_bad_lines_named(run: Run, filled: Path, tmp_path: Path) -> None:
    registry = tmp_path / "registry.jsonl"
    entity = {"id": "Q7", "schema": "Person", "properties": {"name": ["Melanie Joly"], "alias": ["Mélanie Joly"]}}
    registry.write_text(json.dumps(entity) + "\n{bad\n")
    code, out, err = run("actors", "import", registry)
    assert (code, out) == (0, "") and "Line 2" in err and "1 actor loaded." in err
    assert json.loads(run("find", "melani joli", "--json")[1])["results"][0]["id"] == "Q7"


@pytest.mark.parametrize("lines", [None, b"", b"{bad\n", b"\x00\xff\n"])
def test_a_registry_without_actors_makes_no_store(run: Run, store: Path, tmp_path: Path, lines: bytes | None) -> None:
    if lines is not None:
        (tmp_path / "registry.jsonl").write_bytes(lines)
    code, out, err = run("actors", "import", tmp_path / "registry.jsonl")
    assert (code, out) == (2, "") and err
    assert not store.exists()


def test_registry_lines_that_no_store_can_keep_are_passed_over(run: Run, filled: Path, tmp_path: Path) -> None:
    names = (["Ann\ud800 One"], ["Ben\0 Two"], ["Cem Three"])
    rows = [{"id": f"Q{i}", "schema": "Person", "properties": {"name": name}} for i, name in enumerate(names)]
    rows.append({"id": "Q\ud800", "schema": "Person", "properties": {"name": ["Dan Four"]}})
    registry = tmp_path / "registry.jsonl"
    registry.write_text("".join(json.dumps(row) + "\n" for row in rows))
    code, _, err = run("actors", "import", registry)
    assert code == 0 and "1 actor loaded." in err and "3 lines passed over." in err


# no store, bad store


@pytest.mark.parametrize("command", [["find", "x"], ["facts"], ["articles"], ["cite", "x"], ["remove", "x"]])
def test_without_a_store_nothing_is_found_and_none_is_made(run: Run, store: Path, command: list[str]) -> None:
    code, out, err = run(*command)
    assert (code, out) == (1, "") and err.count("\n") == 1 and "dateline add" in err
    assert not store.parent.exists()


@pytest.mark.parametrize(
    "command", [["find", "x"], ["facts"], ["articles"], ["cite", "x"], ["remove", "x"], ["add", "{}"]]
)
def test_a_store_that_is_no_store_is_told(run: Run, tmp_path: Path, article: Path, command: list[str]) -> None:
    letter = tmp_path / "letter"
    letter.write_text("Dear Sir, " * 100)
    code, out, err = run("--store", letter, *(part.format(article) for part in command))
    assert (code, out) == (3, "")
    assert "not a dateline store" in err.splitlines()[0]
    assert letter.read_text() == "Dear Sir, " * 100


def test_a_busy_store_is_told(run: Run, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "TIMEOUT", 0.05)
    other = write.open_for_writing(filled)
    other.execute("BEGIN IMMEDIATE")
    (tmp_path / "b.txt").write_text("x")
    code, _, err = run("add", tmp_path / "b.txt")
    assert code == 3 and "busy" in err
    other.close()
    assert len(read.articles(read.connect(filled))) == 1


def test_the_store_may_be_named_after_the_command_too(run: Run, filled: Path, tmp_path: Path) -> None:
    assert run("facts", "--store", tmp_path / "none.db")[0] == 1
    assert run("--store", tmp_path / "none.db", "facts")[0] == 1
    assert run("facts", "--store", filled)[0] == 0


def test_ctrl_c_keeps_what_was_finished(run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(str(number))

    def interrupted(text: str, *given: Any, **named: Any) -> Extraction:
        if text == "1":
            raise KeyboardInterrupt
        return by_hand(text, *given, **named)

    monkeypatch.setattr(many, "extract", interrupted)
    code, _, err = run("add", tmp_path)
    assert code == 130 and "1 article added." in err
    assert len(read.articles(read.connect(store))) == 1


# the installed command, as processes


def process(*arguments: str, store: Path, **given: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "DATELINE_STORE": str(store)} | given.pop("environment", {})
    command = [sys.executable, "-m", "dateline", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False, **given)


def test_find_facts_and_cite_work_through_pipes(filled: Path) -> None:
    found = process("find", "Blinken", "--json", store=filled)
    name = json.loads(found.stdout)["results"][0]["name"]
    facts = process("facts", "--actor", name, "--json", store=filled)
    fact = json.loads(facts.stdout.splitlines()[0])
    cited = process("cite", fact["id"], store=filled)
    assert (found.returncode, facts.returncode, cited.returncode) == (0, 0, 0)
    assert f"“{fact['text']}”" in cited.stdout.decode("utf-8")
    assert found.stderr == facts.stderr == cited.stderr == b""


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.ISO-8859-1"])
def test_output_is_utf8_whatever_the_locale(filled: Path, locale: str) -> None:
    environment = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process("find", "پوتین", "--json", store=filled, environment=environment)
    told = json.loads(done.stdout.decode("utf-8"))
    assert told["query"] == "پوتین" and told["results"][0]["name"] == "Vladimir Putin"
    assert "◷" in process("facts", store=filled, environment=environment).stdout.decode("utf-8")


def test_three_adds_at_once_lose_nothing(store: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()
        for number in range(5):
            (folder / f"{number}.txt").write_text(f"Text {number} of {folder.name}.")
        (folder / "same.txt").write_text("The same text.")
    environment = {"PATH": os.environ["PATH"], "DATELINE_STORE": str(store)}
    command = [sys.executable, "-m", "dateline", "add"]
    running = [
        subprocess.Popen([*command, str(folder)], env=environment, stderr=subprocess.DEVNULL) for folder in folders
    ]
    assert [one.wait(timeout=60) for one in running] == [0, 0, 0]
    assert len(read.articles(read.connect(store))) == 16


def test_progress_is_shown_on_a_terminal_only(store: Path, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}.")
    environment = {"PATH": os.environ["PATH"], "DATELINE_STORE": str(store), "TERM": "xterm"}
    command = [sys.executable, "-m", "dateline", "add", str(tmp_path)]
    terminal = ptyprocess.PtyProcess.spawn(command, env=environment)
    shown = b""
    with contextlib.suppress(EOFError):
        while True:
            shown += terminal.read()
    assert b"1/3" in shown and b"#" in shown and b"3 articles added" in shown
    assert b"#" not in process("add", str(tmp_path), store=store).stderr


def test_a_reader_that_has_seen_enough_is_no_error(filled: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "dateline", "facts"]
    environment = {"PATH": os.environ["PATH"], "DATELINE_STORE": str(filled)}
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment, timeout=60, check=False)
    os.close(writing)
    assert done.stderr == b"" and done.returncode == 0


@pytest.mark.parametrize("command", [["find"], ["facts", "--text"], ["facts", "--actor"], ["articles", "--text"],
    ["cite"], ["remove"]])  # fmt: skip
def test_bytes_that_are_no_text_find_nothing(filled: Path, command: list[str]) -> None:
    done = process(*command, "qq\udcff", store=filled)
    assert done.returncode == 1 and b"Traceback" not in done.stderr and done.stderr.count(b"\n") == 1


def test_ids_that_are_no_text_are_told(filled: Path) -> None:
    done = process("cite", "-", store=filled, input=b"a\xff b\n")
    assert done.returncode == 1 and b"There is no fact" in done.stderr
    assert process("cite", "", store=filled).returncode == 2


def test_closed_streams_are_no_fault(filled: Path) -> None:
    command = f"'{sys.executable}' -m dateline"
    environment = {"PATH": os.environ["PATH"], "DATELINE_STORE": str(filled)}
    for line, stdout, stderr in (
        ("facts >&-", False, False),
        ("find qqqq 2>&-", False, False),
        ("facts <&-", True, False),
    ):
        done = subprocess.run(
            ["sh", "-c", f"{command} {line}"], capture_output=True, env=environment, timeout=60, check=False
        )
        assert (bool(done.stdout), bool(done.stderr)) == (stdout, stderr), line


def test_find_loads_neither_the_toolkit_nor_the_writers(filled: Path) -> None:
    script = (
        "import sys; from dateline.cli import main; main(['find', 'blingen']); "
        "print([name for name in ('textual', 'rich', 'sqlite_utils', 'dateline.extract') if name in sys.modules])"
    )
    environment = {"PATH": os.environ["PATH"], "DATELINE_STORE": str(filled)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, timeout=60, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_without_a_terminal_the_dashboard_says_so(store: Path) -> None:
    done = process(store=store, stdin=subprocess.DEVNULL)
    assert done.returncode == 2 and b"needs a terminal" in done.stderr and done.stdout == b""
    assert not store.exists()


def test_version_names_registry_and_sources(run: Run) -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith(f"dateline {__version__}\n") and "as of 20" in out


def test_the_seeds_can_be_added_by_name(run: Run) -> None:
    assert run("add", *seed_documents())[0] == 0
