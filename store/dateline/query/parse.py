"""From the words of a query to what they ask for: terms that must all hold."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.query.fields import FIELDS, Field, nearest
from dateline.query.tokens import Part, QueryError, Word, scan
from dateline.text.fold import fold

MOST = 200  # words and values of a query: SQLite takes no condition that is a thousand deep


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: ``field`` has one of ``values``, or none of them where ``negated``. No field: the fact's words."""

    field: str | None
    values: tuple[Part, ...]  # in full: "CONSULT" where "consult" was typed; of a flag none
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that a fact must all meet; ``text`` is what was typed, and what columns count in."""

    text: str
    terms: tuple[Term, ...] = ()


def parse(text: str) -> Query:
    """What the text asks for; QueryError, with the columns that are wrong, where it asks for nothing."""
    text = text.encode("utf-8", "replace").decode()  # SQLite takes no half of a character
    terms: list[Term] = []
    asked = 0
    for word in scan(text):
        asked += len(word.values)
        if asked > MOST:
            raise QueryError(f"A query has at most {MOST} words and values.", text, word.start, word.end)
        terms.append(_term(text, word))
    return Query(text, tuple(terms))


def _term(text: str, word: Word) -> Term:
    if word.field is None:
        (value,) = word.values
        if not phrase(value.text):
            sentence = f"{value.text!r} has no letter and no digit to look for."
            raise QueryError(sentence, text, value.start, value.end)
        return Term(None, word.values, word.negated)
    field = _field(text, word.field)
    if field.flag:
        _nothing(text, field, word)
        return Term(field.name, (), word.negated)
    return Term(field.name, tuple(_read(text, field, value) for value in word.values), word.negated)


def _field(text: str, named: Part) -> Field:
    field = FIELDS.get(named.text.lower())
    if field is None:
        near = nearest(named.text, FIELDS)
        sentence = f"There is no field '{named.text}:', the nearest is '{near}:'; words with a colon go between quotes."
        raise QueryError(sentence, text, named.start, named.end)
    return field


def _nothing(text: str, field: Field, word: Word) -> None:
    """A flag has no value."""
    first, last = word.values[0], word.values[-1]
    if last.end > first.start:
        raise QueryError(f"'{field.name}:' takes no value; leave it away.", text, first.start, last.end)


def _read(text: str, field: Field, value: Part) -> Part:
    if not value.text:
        raise QueryError(f"A value of '{field.name}:' is missing: {field.takes}.", text, value.start - 1, value.start)
    try:
        return Part(field.read(value.text), value.start, value.end)
    except ValueError as error:
        raise QueryError(f"{value.text!r} {error}.", text, value.start, value.end) from error


def phrase(text: str) -> str:
    """The text as FTS5 is asked for it: its words one after another. Empty where it has no letter and no digit."""
    words = " ".join(fold(text.replace("\0", " ")).split())
    # signs go along: some that Python calls symbols are words to FTS5, and it drops the others by itself
    return '"' + words.replace('"', '""') + '"' if any(letter.isalnum() for letter in words) else ""
