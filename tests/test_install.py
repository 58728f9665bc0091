"""The wheel: what is in it, and that it works where nothing else of the project is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import __version__
from terminal import Terminal

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow

Run = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(build, check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has the wheel and what it asks for, nothing else."""
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    return folder / "bin"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A fresh HOME; nothing of the source tree can be found by chance."""
    unset = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "DATELINE_STORE", "PYTHONPATH")
    return {**os.environ, **dict.fromkeys(unset, ""), "HOME": str(tmp_path)}


@pytest.fixture
def run(programs: Path, home: dict[str, str], tmp_path: Path) -> Run:
    def dateline(*arguments: object) -> str:
        call = [str(programs / "dateline"), *map(str, arguments)]
        done = subprocess.run(call, env=home, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    return dateline


def test_the_wheel_holds_code_words_samples_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {file.name for file in (ROOT / "seeds").iterdir()}
    assert {name.removeprefix("dateline/seeds/") for name in names if name.startswith("dateline/seeds/")} == shipped
    packs = ROOT / "store" / "dateline" / "packs"
    assert {f"dateline/packs/{file.name}" for file in packs.glob("*.*")} <= set(names)
    manual = ROOT / "store" / "dateline" / "help"
    assert {f"dateline/help/{file.name}" for file in manual.glob("*.md")} <= set(names)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names} == {"dateline", "dateline_tui", f"dateline-{__version__}.dist-info"}


def test_installed_commands_work_without_the_source_tree(run: Run, tmp_path: Path) -> None:
    assert __version__ in run("--version")
    assert run("help", "store").startswith("# store: ")
    article = tmp_path / "article.txt"
    article.write_text("Blinken, salı günü Cenevre'de Lavrov ile görüştü ve Rusya'yı uyardı.\n", encoding="utf-8")
    assert json.loads(run("extract", article, "--json"))["events"]
    run("add", article, "--date", "2022-02")
    assert "Antony Blinken" in run("find", "Блинкен")
    (line, *_) = run("facts", "--actor", "lavrov", "--json").splitlines()
    assert "“Blinken" in run("cite", json.loads(line)["id"])


def test_the_installed_dashboard_opens_on_the_samples(programs: Path, home: dict[str, str], tmp_path: Path) -> None:
    with Terminal([str(programs / "dateline")], env=home, cwd=tmp_path) as t:
        t.wait_for("5 articles", "Five sample articles are loaded")
        t.type("blingen")
        t.wait_for("Antony Blinken")
        t.type("<enter>", "<enter>", "y")
        t.wait_for("Copied")
        t.type("q", "q", "q", "q")
        assert t.end() == 0
    assert (tmp_path / ".local" / "share" / "dateline" / "store.db").exists()
