"""The manual: what it prints, that it says what is so, and that its examples do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlite_utils.cli

import dateline.help
from dateline.cli import main
from dateline.db.write import add_article, open_for_writing
from dateline.help import TOPICS, text, topics
from dateline.model import Extraction
from dateline.packs import heads
from dateline.paths import seed_documents
from dateline.query.fields import FIELDS
from dateline_tui import keys_help
from dateline_tui.keys import ACTIONS, READING, Action
from dateline_tui.settings import settings

ROOT = Path(__file__).parent.parent
FOLDER = Path(dateline.help.__file__).parent
ARTICLE = "Blinken, salı günü Cenevre'de Lavrov ile görüştü; müzakere sürüyor.\n"
COMMANDS = ("dateline ", "sqlite-utils ", "echo ")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["help", *arguments])
        return code, *capsys.readouterr()

    return command


# the command


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_printed_as_it_is_written(run: Run, topic: str) -> None:
    assert run(topic) == (0, (FOLDER / f"{topic}.md").read_text("utf-8"), "")


def test_without_a_topic_there_is_a_line_for_each(run: Run) -> None:
    code, out, _ = run()
    lines = out.splitlines()
    assert code == 0 and len(lines) == len(TOPICS)
    assert all(line.startswith(f"dateline help {topic}") for line, topic in zip(lines, TOPICS, strict=True))
    assert all(line.endswith(about) and about for line, about in zip(lines, topics().values(), strict=True))


def test_an_unknown_topic_names_the_nearest(run: Run) -> None:
    code, out, err = run("querry")
    assert (code, out) == (2, "") and "'query'" in err and err.count("\n") == 1


def test_the_name_of_a_command_prints_its_options(run: Run) -> None:
    code, out, _ = run("facts")
    assert code == 0 and out.startswith("usage: dateline facts")


# what it says


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_reads_well_in_a_terminal(topic: str) -> None:
    lines = text(topic).splitlines()
    assert lines[0].startswith(f"# {topic}: ")
    assert max(map(len, lines)) <= 100
    assert not any(line.endswith(" ") or "\t" in line for line in lines)
    for table in re.findall(r"(?:^\|.*\n)+", text(topic), re.M):  # columns stand under one another
        assert len({tuple(m.start() for m in re.finditer(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1, table


def test_every_file_is_a_topic() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.md")) == sorted(TOPICS)


def test_the_topic_of_the_keys_follows_from_the_table() -> None:
    """After a change of the table: python -m dateline_tui.keys_help"""
    assert text("keys") == keys_help.markdown(ACTIONS)


def test_a_row_has_keys_help_and_places() -> None:
    long = Action("x", ("vertical_line", "ctrl+x"), ("add", *READING), "words " * 20, group="Here")
    page = keys_help.markdown([long]).replace("vertical_line", "|")
    assert "## Here" in page and "`^x`" in page and "while reading, add" in page
    assert page.count("words") == 20 and max(map(len, page.splitlines())) <= 100


def test_the_topic_of_queries_has_every_field() -> None:
    assert [field for field in FIELDS if f"`{field}:" not in text("query")] == []


def test_the_topic_of_languages_has_every_pack() -> None:
    named = [head.name for head in heads().values()]
    assert named and all(f"| {name} " in text("languages") for name in named)


def test_the_readme_links_every_topic_and_its_figures_are_those_of_the_manual() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"(store/dateline/help/{topic}.md)" in readme for topic in TOPICS)
    figures = _figures(readme)
    assert len(figures) == 4 and figures <= _figures(text("trust"))


def _figures(page: str) -> set[tuple[str, ...]]:
    """The rows of its table of measurements."""
    rows = [tuple(row.replace("|", " ").split()) for row in page.splitlines() if row.count("|") == 9]
    return {row for row in rows if row[-1].startswith(("1.0", "."))}


def test_the_config_file_of_the_manual_holds() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", text("keys"), re.S)
    found = settings(example)
    assert found.trouble == () and found.theme == "light" and found.actions != ACTIONS


# its examples


class Example(NamedTuple):
    document: Path
    language: str
    code: str
    prints: str | None  # what stands in the block of text behind it

    def __str__(self) -> str:
        return f"{self.document.stem}: {self.code.splitlines()[0]}"


def examples() -> Iterator[Example]:
    """Blocks of shell whose lines are commands of ours, and of Python, in the manual and the README."""
    for document in (ROOT / "README.md", *sorted(FOLDER.glob("*.md"))):
        found = re.findall(r"```(sh|python)\n(.*?)```\n(?:\n```text\n(.*?)```)?", document.read_text("utf-8"), re.S)
        for language, code, prints in found:
            if language == "python" or all(line.startswith(COMMANDS) for line in code.splitlines()):
                yield Example(document, language, code, prints or None)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, extracted: Callable[[str], Extraction]) -> Path:
    """A folder with a store of the samples, the files that examples name, and the commands."""
    folder = tmp_path_factory.mktemp("desk")
    with closing(open_for_writing(folder / "store.db")) as store:
        for file in seed_documents():
            add_article(store, extracted(file.read_text("utf-8")), sample=True)
    (folder / "folder").mkdir()
    for name in ("article.txt", "folder/one.txt"):
        (folder / name).write_text(ARTICLE + name, encoding="utf-8")
    people = {"Q1": {"name": ["Ada Lovelace"]}, "Q2": {"name": ["Sergei Viktorovich Lavrov"], "country": ["ru"]}}
    entities = [{"id": id, "schema": "Person", "properties": properties} for id, properties in people.items()]
    (folder / "registry.jsonl").write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    (folder / "bin").mkdir()
    for name, module in (("dateline", "dateline"), ("sqlite-utils", "sqlite_utils")):
        program = folder / "bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return folder


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_examples_do_what_they_say(
    desk: Path, tmp_path: Path, example: Example, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    here = tmp_path / "desk"
    shutil.copytree(desk, here)
    monkeypatch.chdir(here)
    monkeypatch.setenv("DATELINE_STORE", str(here / "store.db"))
    monkeypatch.setenv("PATH", f"{here / 'bin'}:{os.environ['PATH']}")
    capfd.readouterr()
    if example.language == "python":
        exec(example.code, {})
    else:
        for line in example.code.splitlines():
            assert (line, shell(line)) == (line, 0), capfd.readouterr()
    if example.prints is not None:
        assert capfd.readouterr().out == example.prints


def shell(line: str) -> int:
    """The exit code of a line of a shell; a command of ours that stands alone needs no process of its own."""
    if re.search("[|<>;]", line):
        return subprocess.run(["bash", "-o", "pipefail", "-c", line], timeout=120, check=False).returncode
    program, *arguments = shlex.split(line, comments=True)
    if program == "dateline":
        return main(arguments)
    sqlite_utils.cli.cli.main(arguments, standalone_mode=False)  # raises where it does not do as asked
    return 0
