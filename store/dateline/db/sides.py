"""An actor as somebody has to judge it who must say whether it is another one: names, offices, a sentence that shows it.

Everything costs about the same for an actor with a hundred thousand mentions as for one with ten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.db.settling import members
from dateline.model import Kind
from dateline.packs import codes, knowledge
from dateline.text.romanise import latin
from dateline.text.script import script_of

#: spellings that are shown, offices, mentions among which the sentence is chosen, facts that are asked for an office
_SPELLINGS, _OFFICES, _MENTIONS, _ROLES = 12, 4, 120, 400
#: the letters of a sentence that are shown on either side of the name where it is longer than anybody reads
_LONGEST = 400


class Spelt(NamedTuple):
    """A spelling as articles print it (``count`` times) or, with a count of 0, as a registry or a user has it."""

    spelling: str
    latin: str  # the same in Latin letters
    script: str  # "Latin", "Arabic", "Cyrillic" …
    count: int


class Evidence(NamedTuple):
    """One sentence that names the actor. Offsets count code points of the article's text as read; ``start`` to ``end``
    is the sentence, ``name_start`` to ``name_end`` the mention in it."""

    article: str  # hash
    title: str
    published: str | None
    outlet: str | None
    lang: str | None
    text: str  # the sentence
    start: int
    end: int
    name_start: int
    name_end: int


class Side(NamedTuple):
    """One actor of a pair. ``id`` is that of the shown actor, which 'dateline actors merge' takes."""

    id: str
    name: str
    kind: Kind
    spellings: tuple[Spelt, ...]  # the commonest first, at most twelve
    countries: tuple[str, ...]  # English names
    offices: tuple[str, ...]  # "Foreign Minister, Russia": the commonest first
    births: tuple[str, ...]  # ISO dates of a day, month or year precision, by a registry
    mentions: int
    facts: int
    articles: int  # that name it
    imported: bool  # a registry has it
    evidence: Evidence | None  # None where no article names it
