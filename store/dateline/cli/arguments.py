"""What all commands are made of: help, complaints of one sentence, and the types of arguments."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from dateline.cli.talk import tell
from dateline.errors import Exit

_DIGITS = 18  # of a number: SQLite counts so far and little further
CODES = "exit codes: 0 done, 1 nothing found, 2 usage or bad input, 3 store busy or unusable, 130 interrupted"


class Help(argparse.HelpFormatter):
    """Fills paragraphs, keeps examples as they are typed."""

    def __init__(self, prog: str) -> None:
        # argparse makes one for every option and would load shutil for the width
        super().__init__(prog, width=_width())

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        parts = text.split("\n\n")
        return "\n\n".join(
            part if part.startswith("examples:") else super(Help, self)._fill_text(part, width, indent)
            for part in parts
        )


def _width() -> int:
    """Columns of help: what the shell or the terminal says, at most 100, 78 where nothing does."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit():
        return min(int(told), 102) - 2
    try:
        return min(os.get_terminal_size(1).columns, 102) - 2
    except OSError:
        return 78


class Parser(argparse.ArgumentParser):
    """argparse whose complaints are one harmless sentence and the way to the help."""

    searching = False  # whether words of a query, also some that begin with "-", may stand between the options

    def error(self, message: str) -> NoReturn:
        tell(f"{self.prog}: {message}. See '{self.prog} --help'.")
        raise SystemExit(Exit.USAGE)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        if not self.searching:
            return super().parse_known_args(args, namespace)
        options, rest = super().parse_known_args(list(self._marked(args)), namespace)
        unknown = [word for word in rest if word.startswith("--") and word != "--"]
        between = [word for word in rest if word not in unknown and word != "--"]
        options.query = [words(word.removeprefix("\0")) for word in [*options.query, *between]]
        return options, unknown

    def _marked(self, args: Sequence[str]) -> Iterator[str]:
        """A NUL, which no argument of a process holds, before words that would be taken for short options."""
        with_value = {name for action in self._actions if action.nargs is None for name in action.option_strings}
        for before, word in zip(["", *args], args, strict=False):
            sign = word[:1] == "-" and word[1:2] not in ("", "-") and word != "-h"
            yield "\0" + word if sign and before not in with_value else word


def store_option(to: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Adds ``--store``; without ``default`` one that was named before the command holds."""
    to.add_argument(
        "--store",
        metavar="PATH",
        default=default,
        help="another store (also DATELINE_STORE); default: dateline/store.db in your XDG data folder",
    )


def command_of(commands: Any, name: str, run: str, text: str, examples: str, *, store: bool = True) -> Parser:
    """A command with its help: ``run`` names module and function of ``dateline.cli``."""
    made: Parser = commands.add_parser(
        name,
        help=text.split(". ")[0].rstrip("."),
        description=text,
        epilog="examples:\n  " + examples.strip().replace("\n", "\n  ") + f"\n\n{CODES}",
        formatter_class=Help,
    )
    made.set_defaults(run=run)
    if store:
        store_option(made)
    return made


def date(text: str) -> str:
    """A day, month or year as ISO 8601 writes it."""
    from dateline.query.fields import iso_date

    try:
        return iso_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} {error}") from error


def address(text: str) -> str:
    """A web address; nothing else is ever opened from a citation."""
    from dateline.errors import InputError
    from dateline.readers.sources import checked_address

    try:
        return checked_address(words(text)) or ""
    except InputError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {str(error).rstrip('.')}") from error


def event_type(text: str) -> str:
    """A PLOVER type, or a kind of fact."""
    from dateline.model import EVENT_TYPES

    if text.upper() in EVENT_TYPES or text.lower() in ("event", "statement", "role"):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is no type: event, statement, role or one of {', '.join(EVENT_TYPES)}")


def count(text: str) -> int:
    """A whole number, at least one."""
    return _number(text, 1)


def offset(text: str) -> int:
    """A whole number, none left out included."""
    return _number(text, 0)


def _number(text: str, least: int) -> int:
    if not text.isascii() or not text.isdigit() or (len(text) <= _DIGITS and int(text) < least):
        raise argparse.ArgumentTypeError(f"{text!r} is no number: write {least} or more")
    if len(text) > _DIGITS:
        raise argparse.ArgumentTypeError(f"{text!r} is too large a number")
    return int(text)


def name(text: str) -> str:
    """A name as typed, also where the locale would have read its bytes as something else."""
    encoding = sys.getfilesystemencoding()
    if encoding == "utf-8":
        return text
    return text.encode(encoding, "surrogateescape").decode("utf-8", "replace")


def words(text: str) -> str:
    """The same for what is looked up in the store: bytes that are no text, which no store holds, become "?"."""
    return name(text).encode("utf-8", "replace").decode()
