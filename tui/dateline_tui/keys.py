"""ONE table of what keys do: bindings, footer and help are all read from it.

Key names are Textual's ("ctrl+d", "question_mark"); names with a blank between them are pressed one after another.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

#: where keys mean something: the places of the dashboard and the screens above it
Where = Literal["search", "actors", "articles", "facts", "article", "help", "narrow", "add", "copied", "why"]

_LISTS: tuple[Where, ...] = ("actors", "articles", "facts")
_PANES: tuple[Where, ...] = (*_LISTS, "article")
_READING: tuple[Where, ...] = (*_PANES, "help", "copied", "why")
_TYPING: tuple[Where, ...] = ("search", "add", "narrow")
_MAIN: tuple[Where, ...] = ("search", *_PANES)
EVERYWHERE: tuple[Where, ...] = (*_MAIN, "help", "narrow", "add", "copied", "why")


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
    Action("explain", ("e",), _PANES, "tell how the fact came about", "", "Looking"),
    Action("only_sure", ("S",), _PANES, "hide the facts marked ?, and show them again", "", "Looking"),
    Action("next_fact", ("n",), _PANES, "next fact, and its words", "next fact", "Looking"),
    Action("previous_fact", ("N",), _PANES, "previous fact, and its words", "", "Looking"),
    Action("search", ("s",), _PANES, "search actors by any spelling, in any script", "search", "Looking"),
    Action("articles", ("A",), _PANES, "list of articles instead of actors, and back", "articles", "Looking"),
    Action("add", ("a",), _PANES, "add an article: a path, or its text pasted", "add", "Looking"),
    Action("bidi", ("B",), (*_PANES, "copied", "why", "help"),
           "right-to-left text: prepared here, or left to the terminal", "", "Looking"),
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
    Action("erase", ("backspace",), _TYPING, "erase the letter before the cursor", "", "Typing"),
    Action("erase_word", ("ctrl+w",), _TYPING, "erase the word before the cursor", "", "Typing"),
    Action("erase_all", ("ctrl+u",), _TYPING, "erase everything", "", "Typing"),
    Action("left", ("left",), _TYPING, "one letter to the left", "", "Typing"),
    Action("right", ("right",), _TYPING, "one letter to the right", "", "Typing"),
    Action("start", ("home", "ctrl+a"), _TYPING, "to the start of the line", "", "Typing"),
    Action("end", ("end", "ctrl+e"), _TYPING, "to the end of the line", "", "Typing"),
    Action("narrow", ("slash",), ("help",), "only what has the words typed after it", "find", "The manual"),
    Action("next_topic", ("tab", "l", "right"), ("help",), "the next topic", "next topic", "The manual"),
    Action("previous_topic", ("shift+tab", "h", "left"), ("help",), "the topic before", "", "The manual"),
    Action("step_back", ("escape",), ("help",), "everything again, then the dashboard", "back", "The manual"),
    Action("close", ("q", "question_mark"), ("help",), "back to the dashboard", "", "The manual"),
    Action("read", ("enter",), ("narrow",), "move in what is left", "read", "The manual"),
    Action("next_topic", ("tab",), ("narrow",), "the next topic, with the same words", "next topic", "The manual"),
    Action("previous_topic", ("shift+tab",), ("narrow",), "the topic before, with the same words", "", "The manual"),
    Action("widen", ("escape",), ("narrow",), "everything again", "all", "The manual"),
    Action("close", ("escape", "q", "enter", "y"), ("copied",), "back to the dashboard", "back"),
    Action("close", ("escape", "q", "enter", "e"), ("why",), "back to the dashboard", "back"),
    Action("help", ("question_mark",), _MAIN, "all keys and signs", "keys"),
    Action("quit", ("q",), _PANES, "leave dateline", "quit"),
    Action("suspend", ("ctrl+z",), EVERYWHERE, "put dateline aside; fg in the shell brings it back"),
    Action("interrupt", ("ctrl+c",), EVERYWHERE, "leave at once, from anywhere"),
)  # fmt: skip

#: where text is read, and where it is typed
READING, TYPING = _READING, _TYPING

_SHOWN = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "S-Tab", "question_mark": "?", "down": "↓", "up": "↑",
    "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "space": "Space",
    "backspace": "Backspace", "slash": "/",
}  # fmt: skip

#: key names that most terminals send alike: never use the first of a pair
ALIKE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}


def shown(key: str) -> str:
    """A key as the footer and the help write it: ``ctrl+d`` is ``^d``, ``g g`` is ``gg``."""
    parts = [_SHOWN.get(part, part.replace("ctrl+", "^")) for part in key.split()]
    return "".join(parts)


def actions_in(where: Where) -> Iterator[Action]:
    return (action for action in ACTIONS if where in action.where)


def footer(where: Where, idle: Container[str] = ()) -> list[tuple[str, str]]:
    """What the footer offers there, without the actions that are ``idle``: (key, word), the most useful first."""
    offered = (action for action in actions_in(where) if action.word and action.name not in idle)
    return [(shown(action.keys[0]), action.word) for action in offered]


def help_groups(actions: Iterable[Action] = ACTIONS) -> dict[str, list[Action]]:
    """The whole table for the help screen, in order."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(action.group, []).append(action)
    return groups


def clashes(actions: Iterable[Action] = ACTIONS) -> list[str]:
    """Sentences about keys that mean two things in one place, or that terminals cannot tell apart."""
    taken: dict[tuple[str, str], Action] = {}
    found = []
    for action in actions:
        for key in action.keys:
            if any(part in ALIKE for part in key.split()):
                found.append(f"{key} of {action.name}: most terminals send it as another key")
            for where in action.where:
                for (place, other), owner in taken.items():
                    prefix = f"{other} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other} ")
                    if place == where and prefix and owner is not action:
                        found.append(f"{key} in {where}: both {owner.name} and {action.name}")
                taken[where, key] = action
    return found


class KeyReader:
    """Turns keys into actions: remembers the first key of a sequence such as ``gg``."""

    def __init__(self) -> None:
        self._begun = ""

    def feed(self, where: Where, key: str) -> Action | None:
        """The action that ``key`` completes there, or None: it began a sequence or means nothing."""
        pressed = f"{self._begun} {key}".strip()
        self._begun = ""
        for action in actions_in(where):
            for wanted in action.keys:
                if wanted == pressed:
                    return action
                if wanted.startswith(pressed + " "):
                    self._begun = pressed
        if not self._begun and pressed != key:
            return self.feed(where, key)
        return None
