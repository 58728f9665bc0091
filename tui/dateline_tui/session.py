"""Where one was when the dashboard was left: kept in a small file, so that the next start is there again."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.paths import state_folder
from dateline_tui.theme import THEMES
from dateline_tui.trail import Visit


@dataclass(frozen=True, slots=True)
class Session:
    """A place, the marks, the lines typed (by what was asked for), and how it looked."""

    here: Visit = field(default_factory=Visit)
    marks: Mapping[str, Visit] = field(default_factory=dict)
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only_sure: bool = False
    theme: str | None = None
    row: int = 0  # of the facts, where the one that was chosen is not listed any more

    def to_json(self) -> dict[str, Any]:
        return {
            "here": self.here.to_json(),
            "marks": {letter: place.to_json() for letter, place in self.marks.items()},
            "lines": {what: list(lines) for what, lines in self.lines.items()},
            "only_sure": self.only_sure,
            "theme": self.theme,
            "row": self.row,
        }

    @staticmethod
    def from_json(kept: Any) -> Session:
        """The session that was kept; TypeError, KeyError, ValueError or AttributeError where it is none."""
        theme = kept["theme"]
        return Session(
            here=Visit.from_json(kept["here"]),
            marks={str(letter): Visit.from_json(place) for letter, place in kept["marks"].items()},
            lines={str(what): tuple(map(str, lines)) for what, lines in kept["lines"].items()},
            only_sure=bool(kept["only_sure"]),
            theme=theme if theme in THEMES else None,
            row=int(kept.get("row", 0)),
        )


def session_file(store: Path, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The file for the sessions of that store; None for an account without a home folder."""
    folder = state_folder(environment)
    name = sha256(os.path.realpath(store).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return None if folder is None else Path(folder, f"session-{name}.json")


def read_session(file: Path | None) -> Session | None:
    """What was kept; None where nothing was, or nothing that can be understood: then the dashboard starts afresh."""
    if file is None:
        return None
    try:
        return Session.from_json(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def keep_session(file: Path | None, session: Session) -> None:
    """Keeps a session, readable by its owner alone, whole or not at all; where there is no place for it, nothing."""
    if file is None:
        return
    part = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            json.dump(session.to_json(), out)
        part.replace(file)
    except (OSError, UnicodeEncodeError):
        with suppress(OSError):
            part.unlink(missing_ok=True)
