"""A query's text cut into words, each with the columns where it and its values stand.

A word is ``field:value,value`` or free words; ``-`` before it negates it; a value with spaces or commas stands in
``"quotation marks"``, in which ``""`` is one mark. Columns count code points from 0; ends are exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import category, east_asian_width

from dateline.errors import InputError
from dateline.text.safe import harmless

_FIELD = re.compile("[A-Za-z]+(?=:)")
_MORE = re.compile(r"\s-?[A-Za-z]+:|\s-\w")  # a second word with a field or a sign
_ONE = re.compile(r"(-?)([A-Za-z]+:)?(.*)", re.DOTALL)


class QueryError(InputError):
    """A query that means nothing; ``column`` up to ``end`` is the part of ``query`` that does not."""

    def __init__(self, sentence: str, query: str, column: int, end: int) -> None:
        super().__init__(sentence)
        self.query = query
        self.column = column
        self.end = end

    @property
    def pointed(self) -> tuple[str, str]:
        """The query, and a line of carets to stand below it on a terminal."""
        width = max(1, _cells(self.query[self.column : self.end]))
        return self.query, " " * _cells(self.query[: self.column]) + "^" * width


def _cells(text: str) -> int:
    """Columns of a terminal that ``text`` takes: two for a wide character, none for a mark on another."""
    without = ("Mn", "Me", "Cf")
    shown = harmless(text)
    return sum(0 if category(char) in without else 2 if east_asian_width(char) in "WF" else 1 for char in shown)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the query and what it says without its quotation marks."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """``-field:value,value``; without a field the one value is what to look for in the fact's words."""

    start: int
    end: int
    negated: bool
    field: Part | None
    values: tuple[Part, ...]


def scan(text: str) -> Iterator[Word]:
    """The words of a query, in order; QueryError at a quotation that does not end and at a sign before nothing."""
    at = 0
    while (at := _past_space(text, at)) < len(text):
        word = _word(text, at)
        yield word
        at = word.end


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _word(text: str, start: int) -> Word:
    at = start + text.startswith("-", start)
    if at > start and (at == len(text) or text[at].isspace()):
        raise QueryError("'-' stands before nothing: write '-type:ACCUSE', without a space.", text, start, at)
    named = _FIELD.match(text, at)
    if named is None:
        value = _value(text, at, ends="")
        _ended(text, value, "")
        return Word(start, value.end, at > start, None, (value,))
    values = [_value(text, named.end() + 1, ends=",")]
    while text.startswith(",", values[-1].end):
        values.append(_value(text, values[-1].end + 1, ends=","))
    _ended(text, values[-1], " or a comma")
    return Word(start, values[-1].end, at > start, Part(named[0], at, named.end()), tuple(values))


def _value(text: str, start: int, ends: str) -> Part:
    """The value that begins at ``start``; without quotation marks it goes to the next space or one of ``ends``."""
    if text.startswith('"', start):
        return _quotation(text, start)
    at = start
    while at < len(text) and not text[at].isspace() and text[at] not in ends:
        at += 1
    return Part(text[start:at], start, at)


def _quotation(text: str, start: int) -> Part:
    end = text.find('"', start + 1)
    while end >= 0 and text.startswith('""', end):
        end = text.find('"', end + 2)
    if end < 0:
        raise QueryError("This quotation does not end: add the second mark.", text, start, len(text))
    said = text[start + 1 : end].replace('""', '"')
    if not said.strip():
        raise QueryError("Nothing stands between these quotation marks.", text, start, end + 1)
    return Part(said, start, end + 1)


def _ended(text: str, value: Part, comma: str) -> None:
    if value.end < len(text) and not text[value.end].isspace():
        raise QueryError(f"A space{comma} is missing after the quotation.", text, value.end, value.end + 1)


def quoted(value: str) -> str:
    """The value as a query needs it: in quotation marks where it has spaces, commas or marks of its own."""
    plain = not any(char.isspace() or char in ',"' for char in value)
    return value if plain and value else '"' + value.replace('"', '""') + '"'


def typed(arguments: Iterable[str]) -> str:
    """The query that the arguments of a command were: a shell takes quotation marks away, this puts them back.

    ``place:New York`` is one word for whoever typed ``place:"New York"``; an argument with several fields, or with
    quotation marks that the shell left, is a query as it is.
    """
    return " ".join(_retyped(argument) for argument in arguments if argument.strip())


def _retyped(argument: str) -> str:
    if '"' in argument or not any(char.isspace() for char in argument) or _MORE.search(argument):
        return argument
    found = _ONE.fullmatch(argument)
    assert found is not None  # it matches anything
    sign, field, said = found[1], found[2] or "", found[3]
    if not said.strip() or (field and said[0].isspace()):
        return argument  # "sure: talks": a field without a value, and a word
    return sign + field + ",".join(quoted(value) for value in said.split(",")) if field else sign + quoted(said)
