"""What a check of a store or a terminal found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: "look": something to see to; "bad": the store cannot be relied on
State = Literal["ok", "look", "bad"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, a sentence about it, and a sentence that says what to do unless all is well."""

    check: str
    state: State
    says: str
    do: str = ""

    def to_json(self) -> dict[str, str]:
        return {"check": self.check, "state": self.state, "says": self.says, "do": self.do}


def many(number: int, one: str, more: str = "") -> str:
    """ "1 fact", "2 facts"."""
    return f"{number} {one if number == 1 else more or one + 's'}"
