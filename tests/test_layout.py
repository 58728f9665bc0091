"""The house: what a command may load, what a data file must say about itself, what code may not know."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.cli.add import load_samples
from dateline.db.write import open_for_writing
from dateline.deciding import save_filter
from dateline.export.preview import facts_of
from dateline.export.words import fact_line
from dateline.extract import extract
from dateline.model import STATUSES
from dateline.packs import LABELS
from handmade import extraction

ROOT = Path(__file__).parent.parent
CORE = ROOT / "store" / "dateline"
PACKS = CORE / "packs"

LOADED = (
    "import sys; from dateline.cli import main; code = main(sys.argv[1:]); "
    "print([name for name in ('textual', 'rich', 'sqlite_utils') if name in sys.modules], file=sys.stderr); "
    "sys.exit(code)"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("layout") / "store.db"
    load_samples(path)
    with closing(open_for_writing(path)) as store:
        save_filter(store, "ann", "talks", "type:CONSULT")
    return path


@pytest.mark.parametrize(
    "command", [["find", "blinken"], ["facts", "--text", "Putin"], ["articles"], ["log"]], ids=lambda c: c[0]
)
def test_a_command_that_reads_loads_no_toolkit(store: Path, command: list[str]) -> None:
    call = [sys.executable, "-c", LOADED, "--store", str(store), *command]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout
    assert done.stderr.splitlines()[-1] == "[]"


def test_every_data_file_names_its_source_and_licence() -> None:
    listed = (PACKS / "SOURCES.md").read_text("utf-8")
    data = [file for file in PACKS.rglob("*") if file.is_file() and file.suffix not in (".py", ".pyc", ".md")]
    assert data
    assert [file.name for file in data if f"`{file.relative_to(PACKS).as_posix()}`" not in listed] == []


def test_no_code_asks_for_a_language() -> None:
    """A language is a file of words; code that compares a language's code knows what a pack should say.

    The scripts that make the tables may: each knows the tables it makes.
    """
    asks = re.compile(r"""\b(lang|language|code)\b[\w.]*\s*(==|!=|in)\s*[("'\[]{1,2}(tr|fa|it|en)["']""")
    asking = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for folder in (CORE, ROOT / "tui")
        for file in folder.rglob("*.py")
        if PACKS / "make" not in file.parents
        for line in file.read_text("utf-8").splitlines()
        if asks.search(line)
    ]
    assert asking == []


def test_the_readme_says_what_it_must() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(readme.splitlines()) <= 200
    for words in ("screenshots/", "blingen", "pipx install .", "dateline remove --samples", "seeds/"):
        assert words in readme, words


def test_the_readme_explains_every_sign_of_a_fact_line() -> None:
    facts = [fact for fact in facts_of(extraction()) if fact.kind == "event"]
    lines = [fact_line(replace(fact, status=status)) for fact in facts for status in STATUSES]
    signs = {char for line in lines for char in line if not char.isalnum() and not char.isascii()}
    assert "◇" in signs
    assert signs <= set((ROOT / "README.md").read_text("utf-8"))


def test_the_walk_of_a_sentence_names_modules_that_exist() -> None:
    """The docstring of ``extract`` takes a sentence from text to store; the fact in which it ends is the one found."""
    walk = (CORE / "extract" / "__init__.py").read_text("utf-8").split('"""')[1]
    assert len(walk.splitlines()) <= 40
    named = re.findall(r"``((?:[a-z]+\.)?[a-z]+)``", walk)
    labels = {*LABELS, "extract"}
    missing = [
        name
        for name in named
        if name not in labels
        and not any((root / f"{name.replace('.', '/')}.py").exists() for root in (CORE, CORE / "extract"))
    ]
    assert missing == []
    found = extract((ROOT / "seeds" / "000_5215e18be6f35156.txt").read_text("utf-8"))
    call = next(event for event in found.events if (event.start, event.end) == (1023, 1163))
    assert (call.type, call.mode, call.source, call.target, call.status, call.sure) == (
        "CONSULT", "phone", ("emmanuel-macron",), ("vladimir-putin", "volodymyr-zelenskyy"), "occurred", True,
    )  # fmt: skip


def test_links_in_the_documents_lead_somewhere() -> None:
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("tests/gold_*/*.md"), *ROOT.glob("seeds/*.md")]
    for document in documents:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
