"""Paths that a user names become documents: files, folders (their .txt files), ``-`` for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.errors import InputError
from dateline.readers.plain import MOST, plain_text
from dateline.text.safe import harmless

SUFFIXES = (".txt", ".text")
STDIN = "-"


class Document(NamedTuple):
    """One text as read and the name it goes by."""

    name: str
    text: str


def files(paths: Iterable[str]) -> Iterator[str | InputError]:
    """Every file that the paths mean, in order; an InputError in the place of a path that means none."""
    for path in paths:
        try:
            is_folder = path != STDIN and os.path.isdir(path)
            if is_folder:
                os.scandir(path).close()  # the walk below passes over what it may not enter, without a word
        except (OSError, ValueError) as error:
            yield unreadable(path, error)
            continue
        if not is_folder:
            yield path
            continue
        try:
            found = _articles_in(path)
        except OSError as error:
            yield unreadable(path, error)
            continue
        yield from found
        if not found:
            yield InputError(f"The folder {harmless(path)} holds no .txt file: name the files themselves.")


def _articles_in(folder: str) -> list[str]:
    """The .txt files of a folder and the folders in it, but for hidden ones, in order."""
    from pathlib import Path  # slow to import, and one file needs none

    def is_article(file: Path) -> bool:
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()

    return sorted(str(file) for file in Path(folder).rglob("*") if is_article(file))


def read(path: str) -> Document:
    """The document at ``path``, ``-`` being standard input. Raises InputError, one sentence that says what to do."""
    if path == STDIN:
        return Document("standard input", plain_text(sys.stdin.buffer.read(MOST + 1), "standard input"))
    try:
        with open(path, "rb") as file:
            data = file.read(MOST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    return Document(path, plain_text(data, path))


def checked_address(text: str) -> str | None:
    """A web address as given, None for nothing. Raises InputError for what no citation should lead to."""
    text = text.strip()
    if not text:
        return None
    host = text.lower().removeprefix("http://").removeprefix("https://")
    if host in ("", text.lower()) or not text.isprintable() or any(char.isspace() for char in text):
        raise InputError("This is no web address: it must start with http:// or https:// and hold no blanks.")
    return text


def unreadable(path: str, error: OSError | ValueError) -> InputError:
    """The sentence for a file that could not be opened or read."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"There is no file {harmless(path)}: look at the spelling of the path.")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{harmless(path)} is a folder: name a file in it.")
    why = getattr(error, "strerror", None) or str(error)
    todo = "look at its permissions" if isinstance(error, PermissionError) else "name another file"
    return InputError(f"{harmless(path)} cannot be read ({why}): {todo}.")
