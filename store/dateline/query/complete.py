"""What may stand at the cursor of a query: the dashboard offers it while somebody types."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.query.fields import FIELDS
from dateline.query.tokens import quoted
from dateline.text.fold import fold

#: the values of a field that only the store knows; the second argument is what has been typed of one
Values = Callable[[str, str], Sequence[str]]

#: the word before the cursor: sign, field, values that are finished, and the one under way
_WORD = re.compile(r'(?:^|(?<=\s))(-?)(?:([A-Za-z]+):((?:"(?:[^"]|"")*",|[^\s",]*,)*))?("(?:[^"]|"")*|[^\s",]*)$')
_ENOUGH = 50


@dataclass(frozen=True, slots=True)
class Completion:
    """``options`` may replace what stands from ``start`` to ``end`` in the query, the likeliest first."""

    start: int
    end: int
    options: tuple[str, ...] = ()


def complete(text: str, cursor: int, values: Values) -> Completion:
    """Fields, or values of the field that the cursor stands behind; none inside free words that begin no field."""
    cursor = max(0, min(cursor, len(text)))
    word = _WORD.search(text[:cursor])
    if word is None:
        return Completion(cursor, cursor)
    field, typed, start = word[2], word[4], word.start(4)
    if field is None:
        begins = typed.lower()
        return Completion(start, cursor, tuple(f"{name}:" for name in FIELDS if name.startswith(begins)))
    known = FIELDS.get(field.lower())
    if known is None or known.flag or known.date:
        return Completion(cursor, cursor)
    said = typed.removeprefix('"').replace('""', '"')
    found = values(known.name, said)
    # a search finds actors that are not spelt so
    fitting = found if known.name == "actor" else _beginning(said, known.known or found)
    return Completion(start, cursor, tuple(quoted(value) for value in fitting[:_ENOUGH]))


def _beginning(said: str, known: Sequence[str]) -> list[str]:
    """Values that begin as typed, then those of which another word does."""
    wanted = fold(said)
    folded = {value: fold(value) for value in known}
    first = [value for value in known if folded[value].startswith(wanted)]
    return first + [value for value in known if value not in first and begins_word(wanted, folded[value])]


def begins_word(wanted: str, folded: str) -> bool:
    """Whether a word of the folded text begins so."""
    at = folded.find(wanted)
    while at > 0 and folded[at - 1].isalnum():
        at = folded.find(wanted, at + 1)
    return at >= 0
