"""Language packs and shipped knowledge: data that people who do not program can read.

A pack is one TOML file, ``packs/<code>.toml``. ``load`` reads it into the dataclasses below and refuses a missing
section, a missing key or an unknown one with a sentence that names it. Words stand as a dictionary has them; how they
change in a text is the pack's ``[conjugation]`` and ``[grammar]``. Nothing here knows any language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from dateline.errors import DatelineError

Words = tuple[str, ...]
T = TypeVar("T")

#: where a party stands: the labels that verb and noun entries may use
LABELS = (
    "subject", "object", "to", "with", "from", "in", "of", "whose", "by", "against", "between", "about", "for", "per",
)  # fmt: skip


class PackError(DatelineError):
    """A pack that cannot be used as it is; the message names the file, the table and the key."""


@dataclass(frozen=True, slots=True)
class Language:
    """What tells the language of a text, and the two facts of its grammar that the engine asks for."""

    code: str  # ISO 639-1
    name: str
    script: str  # as text.script.script_of names it
    order: str  # "verb-last" or "verb-middle"
    letters: str = ""
    words: Words = ()
    inflects: bool = False  # nouns and names take endings
    loose_spaces: bool = False  # the same word is written together, apart or with a joiner
    modifies: str = "before"  # a country stands "before" its title (Rus Bakan) or "after" it (ministro russo)
    drops_subject: bool = True  # a sentence may leave its subject to the one before
