"""Readers: text exactly as it is, or one sentence that says why it is no article."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.paths import seed_documents, store_path
from dateline.readers.plain import MOST, checked, is_html, plain_text
from dateline.readers.registry import Registry
from dateline.readers.sources import checked_address, files, read


@pytest.mark.parametrize(
    "text", [" a\r\nb\r c \n\n", "می‌خواهد\u200f", "İı\u0307", "a\x1b[31m\u202eb", "🙂", "[red] [/nope]"]
)
def test_text_is_taken_as_it_is(text: str) -> None:
    assert plain_text(text.encode(), "x") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_byte_order_mark_is_left_out(encoding: str) -> None:
    assert plain_text("Şubat’ta\r\n".encode(encoding), "x") == "Şubat’ta\r\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\ufeff\u200f\n".encode(), "empty"),
        (b"a\0b", "NUL"),
        (b"\x7fELF\x02\0\0\xff\xfe", "binary"),
        ("Şubat’ta görüştü".encode("windows-1254", "replace"), "not UTF-8"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"PK\x03\x04...", "zip"),
        (b"\xff\xfeA", "not UTF-8"),
        (b"<!DOCTYPE html><html><body>Hi</body></html>", "HTML"),
        (b"\n <html lang=tr>", "HTML"),
        (b"<?xml version='1.0'?><!-- x --><html>", "HTML"),
        (b"<p>One.</p> Two.", "HTML"),
        (b"A <a href='x'>link</a> in a text", "HTML"),
        (b"x" * (MOST + 1), "MB"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused_with_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        plain_text(data, "\x1b[31mfile.txt")
    assert "\x1b" not in str(caught.value)
    assert str(caught.value).count("\n") == 0


@pytest.mark.parametrize(
    "text",
    ["2 < 3 and 4 > 3", "a <image>data:x</image> b <image>y</image>", "He wrote <b> once", "<3 <3", "mail <a@b.org>"],
)
def test_an_angle_bracket_makes_no_web_page(text: str) -> None:
    assert not is_html(text)


def test_pasted_halves_of_characters_are_refused() -> None:
    with pytest.raises(InputError, match="surrogates"):
        checked("a\ud800b", "paste")


def test_folders_give_their_text_files_in_order_and_skip_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "sub/c.text", "notes.md", ".hidden.txt", ".git/x.txt", "page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(file).removeprefix(f"{tmp_path}/") for file in files([str(tmp_path)])]
    assert found == ["a.TXT", "b.txt", "sub/c.text"]


def test_a_folder_without_an_article_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x")
    (found,) = files([str(tmp_path)])
    assert isinstance(found, InputError) and "no .txt file" in str(found)


def test_missing_and_unreadable_paths(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="is a folder: name a file in it"):
        read(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b")
    assert list(files(["a\0b", "x" * 5000])) is not None


def test_a_folder_that_may_not_be_entered_is_not_called_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.scandir", closed)  # a folder without permissions would not stop the tests of root
    (found,) = files([str(tmp_path)])
    assert isinstance(found, InputError) and "look at its permissions" in str(found)


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Şubat\r\n".encode())))
    assert read("-").text == "Şubat\r\n"


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"text")
    os.close(writing)
    assert read(f"/dev/fd/{reading}").text == "text"
    os.close(reading)


# registries


def entity(**given: object) -> str:
    return json.dumps({"id": "Q1", "schema": "Person", "properties": {"name": ["Antony Blinken"]}} | given)


@pytest.mark.parametrize("packed", [False, True])
def test_registries_are_read_line_by_line_and_bad_lines_named(tmp_path: Path, packed: bool) -> None:
    lines = [
        entity(
            properties={"name": ["A B"], "alias": ["C", "A B"], "weakAlias": ["D"], "previousName": [" E "], "x": ["F"]}
        ),
        "{not json",
        "",
        entity(id="Q2", schema="Company"),
        entity(schema="Address"),
        entity(properties={}),
        entity(id=""),
        "[1]",
        entity(properties={"name": [7]}),
        entity(id="Q3", schema="PublicBody"),
    ]
    data = "\n".join(lines).encode()
    file = tmp_path / "registry.jsonl"
    file.write_bytes(gzip.compress(data) if packed else data)
    registry = Registry(str(file))
    found = list(registry.actors())
    assert [(actor.id, actor.kind) for actor in found] == [
        ("Q1", "person"),
        ("Q2", "organization"),
        ("Q3", "organization"),
    ]
    assert found[0].name == "A B" and found[0].forms == ("A B", "C", "D", "E")
    assert [number for number, _ in registry.malformed] == [2, 6, 7, 8, 9]


def test_a_registry_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "cut.gz").write_bytes(gzip.compress(os.urandom(1000).hex().encode())[:400])
    for file, why in (("none.jsonl", "There is no file"), ("cut.gz", "ends too early"), ("", "is a folder")):
        with pytest.raises(InputError, match=why):
            list(Registry(str(tmp_path / file)).actors())


# where things are


def test_the_five_seeds_are_found_in_a_source_tree_and_in_a_wheel(tmp_path: Path) -> None:
    here = seed_documents()
    assert [file.name[:3] for file in here] == ["000", "001", "002", "003", "004"]
    package = tmp_path / "site-packages" / "dateline"
    (package / "seeds").mkdir(parents=True)
    for file in here:
        (package / "seeds" / file.name).write_bytes(file.read_bytes())
    assert [file.name for file in seed_documents(package)] == [file.name for file in here]
    with pytest.raises(InputError, match="missing"):
        seed_documents(tmp_path / "elsewhere" / "dateline")


def test_the_store_lies_where_it_is_asked_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert store_path("a.db", {"DATELINE_STORE": "b.db"}) == "a.db"
    assert store_path(None, {"DATELINE_STORE": "b.db"}) == "b.db"
    assert store_path(None, {"XDG_DATA_HOME": "/data"}) == "/data/dateline/store.db"
    assert store_path(None, {"XDG_DATA_HOME": "relative"}) == "/home/me/.local/share/dateline/store.db"
    assert store_path(None, {}) == "/home/me/.local/share/dateline/store.db"


@pytest.mark.parametrize(
    "given", ["ftp://x", "http://", "javascript:1", "https://a b", "https://a/\x1b[2J", "https://\u202ea"]
)
def test_no_citation_leads_to_what_is_no_web_address(given: str) -> None:
    assert checked_address(" https://example.org/ü ") == "https://example.org/ü" and checked_address(" ") is None
    with pytest.raises(InputError, match="no web address"):
        checked_address(given)
