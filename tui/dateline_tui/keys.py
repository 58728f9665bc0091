"""ONE table of what keys do: bindings, footer and help are all read from it.

Key names are Textual's ("ctrl+d", "question_mark"); names with a blank between them are pressed one after another.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

#: where keys mean something: the places of the dashboard and the screens above it
Where = Literal[
    "search", "actors", "articles", "facts", "article", "help", "add", "copied", "why", "choose", "prompt", "output",
]  # fmt: skip

_LISTS: tuple[Where, ...] = ("actors", "articles", "facts")
_PANES: tuple[Where, ...] = (*_LISTS, "article")
_READING: tuple[Where, ...] = (*_PANES, "help", "copied", "why", "choose", "output")
_TYPING: tuple[Where, ...] = ("search", "add", "prompt")
_MAIN: tuple[Where, ...] = ("search", *_PANES)
EVERYWHERE: tuple[Where, ...] = (*_MAIN, "help", "add", "copied", "why", "choose", "prompt", "output")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a user can do. ``word`` is what the footer says, empty where the footer is silent about it."""

    name: str
    keys: tuple[str, ...]
    where: tuple[Where, ...]
    help: str
    word: str = ""
    group: str = "Elsewhere"


ACTIONS: tuple[Action, ...] = (
    Action("open", ("enter",), ("search", "actors"), "open the facts of the actor", "facts", "Looking"),
    Action("open_article", ("enter",), ("articles",), "open the facts of the article", "facts", "Looking"),
    Action("open_words", ("enter",), ("facts",), "go to the words in the article", "words", "Looking"),
    Action("back", ("escape",), _MAIN, "step back; in the search box first empties it", "back", "Looking"),
    Action("copy", ("y",), _PANES, "copy the citation of the fact", "cite", "Looking"),
    Action("copy_as", ("Y",), _PANES, "copy the fact in another form: Markdown, JSON, its words …", "", "Looking"),
    Action("open_source", ("o",), _PANES, "open the article's address, or its text in $PAGER", "", "Looking"),
    Action("pipe", ("vertical_line",), _PANES, "give the article to a command and show what it prints", "", "Looking"),
    Action("explain", ("e",), _PANES, "tell how the fact came about", "", "Looking"),
    Action("only_sure", ("S",), _PANES, "hide the facts marked ?, and show them again", "", "Looking"),
    Action("next_fact", ("n",), _PANES, "next fact, and its words", "next fact", "Looking"),
    Action("previous_fact", ("N",), _PANES, "previous fact, and its words", "", "Looking"),
    Action("search", ("s",), _PANES, "search actors by any spelling, in any script", "search", "Looking"),
    Action("articles", ("A",), _PANES, "list of articles instead of actors, and back", "articles", "Looking"),
    Action("add", ("a",), _PANES, "add an article: a path, or its text pasted", "add", "Looking"),
    Action("bidi", ("B",), (*_PANES, "copied", "why", "help", "choose", "output"),
           "right-to-left text: prepared here, or left to the terminal", "", "Looking"),
    Action("theme", ("T",), _PANES, "colours: dark, light, or the terminal's own", "", "Looking"),
    Action("down", ("j", "down"), _READING, "one row down", "", "Moving"),
    Action("up", ("k", "up"), _READING, "one row up", "", "Moving"),
    Action("half_down", ("ctrl+d",), _READING, "half a page down", "", "Moving"),
    Action("half_up", ("ctrl+u",), _READING, "half a page up", "", "Moving"),
    Action("page_down", ("ctrl+f", "pagedown", "space"), _READING, "a page down", "", "Moving"),
    Action("page_up", ("ctrl+b", "pageup"), _READING, "a page up", "", "Moving"),
    Action("top", ("g g", "home"), _READING, "to the first row", "", "Moving"),
    Action("bottom", ("G", "end"), _READING, "to the last row", "", "Moving"),
    Action("next_pane", ("tab", "l", "right"), _PANES, "the pane to the right", "", "Moving"),
    Action("previous_pane", ("shift+tab", "h", "left"), _PANES, "the pane to the left", "", "Moving"),
    Action("down", ("down", "ctrl+n"), ("search",), "one row down", "choose", "Typing a name"),
    Action("up", ("up", "ctrl+p"), ("search",), "one row up", "", "Typing a name"),
    Action("page_down", ("pagedown",), ("search",), "a page down", "", "Typing a name"),
    Action("page_up", ("pageup",), ("search",), "a page up", "", "Typing a name"),
    Action("next_pane", ("tab",), ("search",), "to the facts", "", "Typing a name"),
    Action("previous_pane", ("shift+tab",), ("search",), "to the article", "", "Typing a name"),
    Action("next_field", ("tab", "down"), ("add",), "next line", "next line", "Adding"),
    Action("previous_field", ("shift+tab", "up"), ("add",), "line before", "", "Adding"),
    Action("submit", ("enter",), ("add",), "add it to the store", "add", "Adding"),
    Action("close", ("escape",), ("add",), "back without adding", "back", "Adding"),
    Action("submit", ("enter",), ("prompt",), "take the line as it stands", "do it", "A line to type"),
    Action("older", ("up", "ctrl+p"), ("prompt",), "the line typed before", "earlier", "A line to type"),
    Action("newer", ("down", "ctrl+n"), ("prompt",), "the line typed after it", "", "A line to type"),
    Action("close", ("escape",), ("prompt",), "back, and nothing is done", "back", "A line to type"),
    Action("choose", ("enter",), ("choose",), "take what stands under the cursor", "take it", "Choosing"),
    Action("close", ("escape", "q"), ("choose",), "back, and nothing is taken", "back", "Choosing"),
    Action("erase", ("backspace",), _TYPING, "erase the letter before the cursor", "", "Typing"),
    Action("erase_word", ("ctrl+w",), _TYPING, "erase the word before the cursor", "", "Typing"),
    Action("erase_all", ("ctrl+u",), _TYPING, "erase everything", "", "Typing"),
    Action("left", ("left",), _TYPING, "one letter to the left", "", "Typing"),
    Action("right", ("right",), _TYPING, "one letter to the right", "", "Typing"),
    Action("start", ("home", "ctrl+a"), _TYPING, "to the start of the line", "", "Typing"),
    Action("end", ("end", "ctrl+e"), _TYPING, "to the end of the line", "", "Typing"),
    Action("close", ("escape", "q", "question_mark"), ("help",), "back to the dashboard", "back"),
    Action("close", ("escape", "q", "enter", "y"), ("copied",), "back to the dashboard", "back"),
    Action("close", ("escape", "q", "enter", "e"), ("why",), "back to the dashboard", "back"),
    Action("close", ("escape", "q", "enter"), ("output",), "back; a command still running is stopped", "back"),
    Action("help", ("question_mark",), _MAIN, "all keys and signs", "keys"),
    Action("quit", ("q",), _PANES, "leave dateline", "quit"),
    Action("suspend", ("ctrl+z",), EVERYWHERE, "put dateline aside; fg in the shell brings it back"),
    Action("interrupt", ("ctrl+c",), EVERYWHERE, "leave at once, from anywhere"),
)  # fmt: skip

#: the panes, and where text is typed, for those who ask
PANES, TYPING = _PANES, _TYPING

_SHOWN = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "S-Tab", "question_mark": "?", "down": "↓", "up": "↑",
    "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "space": "Space",
    "backspace": "Backspace",
}  # fmt: skip

#: key names that most terminals send alike: never use the first of a pair
ALIKE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}


def named(char: str) -> str:
    """The key that types a character, as Textual names it: ``?`` is ``question_mark``, a letter is itself."""
    if char.isalnum():
        return char
    name = unicodedata.name(char, char).lower().replace("-", "_").replace(" ", "_")
    return _NAMED_OTHERWISE.get(name, name)


_NAMED_OTHERWISE = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
PUNCTUATION = {named(char): char for char in string.punctuation}


def shown(key: str) -> str:
    """A key as the footer and the help write it: ``ctrl+d`` is ``^d``, ``g g`` is ``gg``, ``slash`` is ``/``."""
    return "".join(_SHOWN.get(part) or _shown_part(part) for part in key.split())


def _shown_part(part: str) -> str:
    head, _, last = part.rpartition("+")
    last = PUNCTUATION.get(last, last.upper() if last[1:].isdigit() else last)  # F1
    return f"{head}+{last}".replace("ctrl+", "^").replace("shift+", "S-") if head else last


def actions_in(where: Where, actions: Iterable[Action] = ACTIONS) -> Iterator[Action]:
    return (action for action in actions if where in action.where)


def key_of(name: str, actions: Iterable[Action] = ACTIONS) -> str:
    """The first key of an action in the panes, for a sentence that names it."""
    return next(action.keys[0] for action in actions if action.name == name)


def footer(where: Where, idle: Container[str] = (), actions: Iterable[Action] = ACTIONS) -> list[tuple[str, str]]:
    """What the footer offers there, without the actions that are ``idle``: (key, word), the most useful first."""
    offered = (action for action in actions_in(where, actions) if action.word and action.name not in idle)
    return [(shown(action.keys[0]), action.word) for action in offered]


def help_groups(actions: Iterable[Action] = ACTIONS) -> dict[str, list[Action]]:
    """The whole table for the help screen, in order."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(action.group, []).append(action)
    return groups


class Clash(NamedTuple):
    """A key that means two things in one place; or, where both are one action, that terminals cannot tell apart."""

    key: str
    where: Where
    first: Action
    second: Action

    def __str__(self) -> str:
        if self.first is self.second:
            return f"{self.key} of {self.first.name}: most terminals send it as another key"
        return f"{self.key} in {self.where}: both {self.first.name} and {self.second.name}"


def clashes(actions: Iterable[Action] = ACTIONS) -> list[Clash]:
    """Keys that mean two things in one place, or that terminals cannot tell apart."""
    taken: dict[tuple[Where, str], Action] = {}
    found = []
    for action in actions:
        for key in action.keys:
            if any(part in ALIKE for part in key.split()):
                found.append(Clash(key, action.where[0], action, action))
            for where in action.where:
                for (place, other), owner in taken.items():
                    prefix = f"{other} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other} ")
                    if place == where and prefix and owner is not action:
                        found.append(Clash(key, where, owner, action))
                taken[where, key] = action
    return found


class KeyReader:
    """Turns keys into actions: remembers the first key of a sequence such as ``gg``."""

    def __init__(self) -> None:
        self._begun = ""

    def feed(self, where: Where, key: str, actions: Iterable[Action] = ACTIONS) -> Action | None:
        """The action that ``key`` completes there, or None: it began a sequence or means nothing."""
        pressed = f"{self._begun} {key}".strip()
        self._begun = ""
        for action in actions_in(where, actions):
            for wanted in action.keys:
                if wanted == pressed:
                    return action
                if wanted.startswith(pressed + " "):
                    self._begun = pressed
        if not self._begun and pressed != key:
            return self.feed(where, key, actions)
        return None
