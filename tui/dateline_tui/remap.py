"""Other keys for the actions of the table, as the config file gives them.

In the file keys are written as the help shows them (``^d``, ``Enter``, ``gg``, ``S-Tab``, ``/``) or as Textual names
them (``ctrl+d``, ``enter``, ``g g``, ``shift+tab``, ``slash``).
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from dateline.errors import InputError
from dateline_tui.keys import ACTIONS, ALIKE, PANES, PUNCTUATION, TYPING, Action, Where, clashes, named, shown

_MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
#: keys that type no character, by Textual's names
_NAMES = frozenset(
    ("enter", "escape", "tab", "space", "backspace", "delete", "insert", *_MOVING, *(f"f{i}" for i in range(1, 25)))
)
#: how else people write them, in small letters
_ALSO = {
    "esc": "escape", "return": "enter", "cr": "enter", "del": "delete", "ins": "insert", "pgup": "pageup",
    "pgdn": "pagedown", "pgdown": "pagedown", "blank": "space", "bs": "backspace", "↓": "down", "↑": "up",
    "←": "left", "→": "right",
}  # fmt: skip
_WITH_SHIFT = frozenset(("tab", *_MOVING))
_WITH_CTRL = frozenset(
    (*string.ascii_lowercase, "at", "backslash", "left_square_bracket", "right_square_bracket", "circumflex_accent")
) | {"underscore", *_MOVING}
#: actions that keep their key whatever the file says
_FIXED = frozenset(("interrupt",))


class KeyFault(InputError):
    """A key that cannot be what the file wants; ``action`` is the entry of the file that is to be mended."""

    def __init__(self, action: str, sentence: str) -> None:
        super().__init__(sentence)
        self.action = action


def remapped(actions: Sequence[Action], mapping: Mapping[str, Iterable[str]]) -> tuple[Action, ...]:
    """The table with the keys of ``mapping`` (action -> keys) in place of its own.

    An action that has several rows, one for each kind of place (``down`` in lists and in the search box), gets the keys
    in its row for the panes. One that has no row for the panes (``close``, ``submit``) gets them in every row. Raises
    KeyFault, one sentence, for an action or key that is not known, a key that terminals send as another one, a letter
    in a place where letters are typed, and a key that two actions would share. Keys after which any letter is meant
    (``m``) are written without it.
    """
    table = list(actions)
    for name, keys in mapping.items():
        read = _keys(name, keys, actions)
        for i in _rows(name, actions):
            table[i] = replace(table[i], keys=_as_before(actions[i], read))
            _refuse_letters(name, table[i])
    for clash in clashes(table):
        entries = [action.name for action in (clash.second, clash.first) if action.name in mapping]
        if not entries:
            continue
        raise KeyFault(
            entries[0],
            f"The key {shown(clash.key)} would mean two things in {_PLACES.get(clash.where, clash.where)}: "
            f"{clash.first.name} ({clash.first.help}) and {clash.second.name} ({clash.second.help}). "
            "Give one of them another key.",
        )
    return tuple(table)


_PLACES: Mapping[Where, str] = {
    "search": "the search box", "actors": "the actors", "articles": "the articles", "facts": "the facts",
    "article": "the article",
}  # fmt: skip


def read_key(text: str) -> str | None:
    """A key, or several pressed one after another, as Textual names them; None where no key is written so."""
    parts = [_read_part(part) for part in text.split()]
    if not parts:
        return "space" if text else None
    if len(parts) == 1 and parts[0] is None and len(text.strip()) == 2:
        parts = [_read_part(char) for char in text.strip()]  # "gg"
    known = [part for part in parts if part is not None]
    return " ".join(known) if len(known) == len(parts) else None


def _read_part(text: str) -> str | None:
    """One key."""
    if len(text) == 1 and text not in _ALSO:
        return named(text) if text.isprintable() else None
    head, last = _modifier(text)
    if head is None:
        name = _ALSO.get(text.lower(), text.lower())
        return name if name in _NAMES or name in PUNCTUATION else None
    name = named(last.lower()) if len(last) == 1 and last not in _ALSO else _ALSO.get(last.lower(), last.lower())
    if head == "ctrl+":
        return head + name if name in _WITH_CTRL else None
    return head + name if name in _WITH_SHIFT else None


def _modifier(text: str) -> tuple[str | None, str]:
    """``^d``, ``C-d`` and ``ctrl+d`` are ``ctrl+`` and ``d``."""
    for head, modifier in (("^", "ctrl+"), ("c-", "ctrl+"), ("ctrl+", "ctrl+"), ("s-", "shift+"), ("shift+", "shift+")):
        if text.lower().startswith(head) and len(text) > len(head):
            return modifier, text[len(head) :]
    return None, text


def _rows(name: str, actions: Sequence[Action]) -> list[int]:
    """Which rows of the table an entry of the file changes."""
    if name in _FIXED:
        raise KeyFault(name, f"The key of {name} cannot be changed, so that there is always a way out.")
    rows = [i for i, action in enumerate(actions) if action.name == name]
    if not rows:
        nearest = _nearest(name, (action.name for action in actions))
        raise KeyFault(name, f"There is no action {name!r} to give a key to{nearest}.")
    return [i for i in rows if set(PANES) & set(actions[i].where)] or rows


def _keys(name: str, keys: Iterable[str], actions: Sequence[Action]) -> tuple[str, ...]:
    read = []
    for text in keys:
        key = read_key(text)
        if key is None:
            names = {shown(key) for action in actions for key in action.keys} | {shown(name) for name in _NAMES}
            raise KeyFault(name, f"There is no key {text!r} for {name}{_nearest(text, names)}.")
        for part in key.split():
            if part in ALIKE:
                raise KeyFault(
                    name, f"Most terminals send {shown(part)} as {shown(ALIKE[part])}: give {name} another key."
                )
            if part.isdigit():
                raise KeyFault(name, f"The digit {part} begins a count such as 5j: give {name} another key.")
        read.append(key)
    if not read:
        raise KeyFault(name, f"No key is left for {name}: write at least one.")
    return tuple(dict.fromkeys(read))


def _as_before(action: Action, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys, followed by any letter where those of the table are."""
    if not any(key.endswith(" *") for key in action.keys):
        return keys
    return tuple(f"{key.removesuffix(' asterisk')} *" for key in keys)


def _refuse_letters(name: str, action: Action) -> None:
    """A letter that meant something where text is typed could not be typed any more."""
    typing = [where for where in action.where if where in TYPING]
    for key in action.keys if typing else ():
        first = key.split()[0]
        kept = any(key in row.keys for row in ACTIONS if row.name == name and typing[0] in row.where)
        if (len(first) == 1 or first in PUNCTUATION or first == "space") and not kept:
            raise KeyFault(
                name, f"{name} also works where text is typed, and {shown(first)} is typed there: choose a key with ^."
            )


def _nearest(text: str, names: Iterable[str]) -> str:
    found = get_close_matches(text, sorted(names), 1, 0.5)
    return f"; the nearest is {found[0]}" if found else ""
