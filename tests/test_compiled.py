"""Packs kept ready are never a reason for another result, whatever lies where they are kept."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline import extract
from dateline.paths import seed_documents

ROOT = Path(__file__).parent.parent
ARTICLE = str(seed_documents()[0])
#: extracts its argument, twice where there are two, and then tells on stderr what was loaded for it
SCRIPT = """
import json, sys, time
from dateline.packs import compiled
compiled._LOADED = time.time() + 60  # the tree may have been changed or unpacked a moment ago
from dateline.extract import extract
for path in sys.argv[1:]:
    print(json.dumps(extract(open(path, encoding="utf-8").read()).to_json(), ensure_ascii=False))
from dateline.packs import load
print(sorted(compiled._packs), load.cache_info().misses, file=sys.stderr)
"""
Told = tuple[str, str]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The folder for caches; the one of dateline in it is made by the first run."""
    return tmp_path / "cache"


def begin(cache: Path, *articles: str, **more: str) -> subprocess.Popen[str]:
    call = [sys.executable, "-c", SCRIPT, *(articles or [ARTICLE])]
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONIOENCODING": "utf-8", **more}
    return subprocess.Popen(call, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def end(running: subprocess.Popen[str]) -> Told:
    out, err = running.communicate(timeout=60)
    assert running.returncode == 0, err
    return out, err


def run(cache: Path, *articles: str, **more: str) -> Told:
    """What the articles say, and which packs were there and how many were read from their files."""
    return end(begin(cache, *articles, **more))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the article says without any cache."""
    cache = tmp_path_factory.mktemp("cache")
    out, err = run(cache, DATELINE_NO_CACHE="1")
    assert err == "['tr'] 1\n" and list(cache.iterdir()) == []
    return out


def kept(cache: Path) -> list[Path]:
    return sorted((cache / "dateline").iterdir())


def test_the_second_run_reads_no_pack_and_says_the_same(cache: Path, plain: str) -> None:
    assert run(cache) == (plain, "['tr'] 1\n")
    assert [file.name.partition("-")[0] for file in kept(cache)] == ["common", "tr"]
    assert run(cache) == (plain, "['tr'] 0\n")
    assert run(cache, DATELINE_NO_CACHE="1") == (plain, "['tr'] 1\n")


def test_only_the_pack_of_the_language_found_is_loaded(cache: Path) -> None:
    articles = {_language(document.read_text("utf-8")): str(document) for document in seed_documents()}
    for code, article in articles.items():
        for misses in (1, 0):
            assert run(cache, article)[1] == f"['{code}'] {misses}\n"
    assert len(articles) > 1


def _language(text: str) -> str:
    return extract(text).article.lang or ""


Harm = Callable[[bytes], bytes]


class Foreign:
    """What a file of somebody else's would do once it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return exit, ("a foreign file was run",)


HARMS: dict[str, Harm] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "without its head": lambda data: data[60:],
    "head alone": lambda data: data[: data.index(b"\n") + 1],
    "one bit turned": lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
    "zeros": lambda data: bytes(len(data)),
    "of another version": lambda data: data.replace(data.split()[2], b"0" * 32, 1),
    "of another program": lambda data: pickle.dumps(Foreign()),
    "longer": lambda data: data + b"more",
}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for caches in which a run has left its tables."""
    cache = tmp_path_factory.mktemp("ready")
    run(cache)
    return cache


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_damaged_or_foreign_file_is_passed_over_and_replaced(
    cache: Path, ready: Path, plain: str, harm: Harm
) -> None:
    shutil.copytree(ready, cache)
    whole = [file.read_bytes() for file in kept(cache)]
    for file in kept(cache):
        file.write_bytes(harm(file.read_bytes()))
    assert run(cache) == (plain, "['tr'] 1\n")
    assert [len(file.read_bytes()) for file in kept(cache)] == [len(data) for data in whole]


def test_tables_of_another_language_under_this_name_are_passed_over(cache: Path, plain: str) -> None:
    run(cache, *(str(document) for document in seed_documents()))
    files = {file.name.partition("-")[0]: file for file in kept(cache)}
    other = next(file for code, file in files.items() if code not in ("tr", "common"))
    files["tr"].write_bytes(other.read_bytes())
    assert run(cache)[0] == plain
    files["tr"].write_bytes(files["common"].read_bytes())
    assert run(cache)[0] == plain


def test_what_others_can_write_is_not_trusted(cache: Path, ready: Path, plain: str) -> None:
    shutil.copytree(ready, cache)
    for file in kept(cache):
        file.chmod(0o666)
    assert run(cache) == (plain, "['tr'] 1\n")


@pytest.fixture
def hindrances(cache: Path, ready: Path) -> Iterator[Callable[[str], None]]:
    """Ways in which nothing can be kept."""

    def hinder(how: str) -> None:
        if how == "a file in its place":
            cache.mkdir()
            (cache / "dateline").write_text("")
        elif how == "a folder in the file's place":
            shutil.copytree(ready, cache)
            for file in kept(cache):
                file.unlink()
                file.mkdir()
        elif how == "a folder that others can write":
            (cache / "dateline").mkdir(parents=True)
            (cache / "dateline").chmod(0o777)
        elif how == "a link to nowhere":
            cache.mkdir()
            (cache / "dateline").symlink_to(cache / "nowhere" / "at all")
        else:
            (cache / "dateline").mkdir(parents=True)
            (cache / "dateline").chmod(0o500)

    yield hinder
    if (cache / "dateline").is_dir():
        (cache / "dateline").chmod(0o700)


@pytest.mark.parametrize(
    "how",
    [
        "a file in its place",
        "a folder in the file's place",
        "a folder that others can write",
        "a link to nowhere",
        pytest.param(
            "a folder that cannot be written", marks=pytest.mark.skipif(os.geteuid() == 0, reason="root writes all")
        ),
    ],
)
def test_where_nothing_can_be_kept_nothing_is_said(
    cache: Path, plain: str, hindrances: Callable[[str], None], how: str
) -> None:
    hindrances(how)
    for _ in range(2):
        assert run(cache) == (plain, "['tr'] 1\n")


def test_a_cache_folder_that_is_none_is_no_hindrance(tmp_path: Path, plain: str) -> None:
    for place in ("/dev/null", "/proc/self/nowhere", "relative/folder", ""):
        out, _ = run(Path(place), XDG_CACHE_HOME=place, HOME=str(tmp_path / "home"))
        assert out == plain


def test_several_processes_may_leave_tables_at_once(cache: Path, plain: str) -> None:
    together = [begin(cache) for _ in range(4)]
    assert [end(one)[0] for one in together] == [plain] * 4
    assert [file.suffix for file in kept(cache)] == [".tables"] * 2
    assert run(cache) == (plain, "['tr'] 0\n")


def test_a_change_of_a_pack_is_seen(tmp_path: Path, cache: Path, plain: str) -> None:
    """A copy of the package, so that nothing here is touched."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "store" / "dateline", copy / "dateline", ignore=shutil.ignore_patterns("__pycache__"))
    place = {"PYTHONPATH": str(copy)}
    assert [run(cache, **place)[0] for _ in range(2)] == [plain, plain]
    pack = copy / "dateline" / "packs" / "tr.toml"
    text = pack.read_text("utf-8")
    changed = text.replace('type = "CONSULT"', 'type = "AID"')
    assert changed != text
    pack.write_text(changed, encoding="utf-8")
    out, err = run(cache, **place)
    assert err == "['tr'] 1\n" and out != plain and '"AID"' in out
    assert run(cache, **place) == (out, "['tr'] 0\n")
