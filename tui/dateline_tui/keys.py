"""ONE table of what keys do: bindings, footer and help are all read from it.

Key names are Textual's ("ctrl+d", "question_mark"); names with a blank between them are pressed one after another, and
``*`` stands for any letter.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

#: where keys mean something: the places of the dashboard and the screens above it
Where = Literal[
    "search", "actors", "articles", "facts", "article", "help", "narrow", "add", "copied", "why", "choose", "prompt",
    "form", "output", "timeline", "relations", "names", "who", "parts", "duplicates",
]  # fmt: skip

_LISTS: tuple[Where, ...] = ("actors", "articles", "facts")
_PANES: tuple[Where, ...] = (*_LISTS, "article")
_WHOM: tuple[Where, ...] = ("actors", "facts", "article")  # where an actor is chosen
_OVERVIEWS: tuple[Where, ...] = ("timeline", "relations")
_READING: tuple[Where, ...] = (
    *_PANES, "help", "copied", "why", "names", "choose", "output", "duplicates", *_OVERVIEWS
)  # fmt: skip
_ROWS: tuple[Where, ...] = (*_READING, "parts")
_DRAWN: tuple[Where, ...] = (
    *_PANES, "copied", "why", "names", "help", "choose", "output", "parts", "duplicates", *_OVERVIEWS
)  # fmt: skip
_FORMS: tuple[Where, ...] = ("add", "form")
_TYPING: tuple[Where, ...] = ("search", "prompt", "narrow", "who", *_FORMS)
_MAIN: tuple[Where, ...] = ("search", *_PANES)
EVERYWHERE: tuple[Where, ...] = (*_ROWS, *_TYPING)


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
    Action("choose", ("enter",), ("article",), "choose the actor at the cursor; open or shut folded site text",
           "actor", "In the article"),
    Action("select", ("v",), ("article",), "select words from the cursor on; v or Esc ends it", "select",
           "In the article"),
    Action("next_word", ("w",), ("article",), "next word", "", "In the article"),
    Action("previous_word", ("b",), ("article",), "word before", "", "In the article"),
    Action("next_name", ("right_parenthesis",), ("article",), "next named actor", "next name", "In the article"),
    Action("previous_name", ("left_parenthesis",), ("article",), "named actor before", "", "In the article"),
    Action("follow", ("asterisk",), ("article", "facts"),
           "follow the actor at the cursor; in the facts each party in turn", "",
           "In the article"),
    Action("copy", ("y",), _PANES, "copy the citation of the fact", "cite", "Looking"),
    Action("copy_as", ("Y",), _PANES, "copy the fact in another form: Markdown, JSON, its words …", "", "Looking"),
    Action("open_source", ("o",), _PANES, "open the article's address, or its text in $PAGER", "", "Looking"),
    Action("pipe", ("vertical_line",), _PANES, "give the article to a command and show what it prints", "", "Looking"),
    Action("explain", ("e",), _PANES, "tell how the fact came about", "", "Looking"),
    Action("only_sure", ("S",), _PANES, "hide the facts marked ?, and show them again", "", "Looking"),
    Action("next_fact", ("right_square_bracket",), _PANES, "next fact, and its words", "next fact", "Looking"),
    Action("previous_fact", ("left_square_bracket",), _PANES, "previous fact, and its words", "", "Looking"),
    Action("timeline", ("t",), _PANES, "the facts listed in the middle, in time", "", "Looking"),
    Action("relations", ("r",), _PANES, "who meets whom in them, and how often", "", "Looking"),
    Action("search", ("s",), _PANES, "search actors by any spelling, in any script", "search", "Looking"),
    Action("filter", ("f",), _PANES, "show only facts that a query asks for; empty: all again", "filter", "Looking"),
    Action("filters", ("F",), _PANES, "filters with names: choose one, keep this one, drop one", "", "Looking"),
    Action("scope", ("v",), ("actors",), "names that are exact, in the script typed, or all that sound alike", "exact",
           "Looking"),
    Action("names", ("w",), ("actors",), "every spelling of the actor: where, how often, from when to when", "",
           "Looking"),
    Action("articles", ("A",), _PANES, "list of articles instead of actors, and back", "articles", "Looking"),
    Action("find", ("slash",), _PANES, "find words in this pane: names, facts or the text", "", "Looking"),
    Action("find_next", ("n",), _PANES, "next place where they stand", "", "Looking"),
    Action("find_previous", ("N",), _PANES, "the place before", "", "Looking"),
    Action("add", ("a",), _PANES, "add an article: a path, or its text pasted", "add", "Looking"),
    Action("bidi", ("B",), _DRAWN,
           "right-to-left text: prepared here, or left to the terminal", "", "Looking"),
    Action("theme", ("T",), _DRAWN,
           "colours: dark, light, or the terminal's own", "", "Looking"),
    Action("down", ("j", "down"), _ROWS, "one row down", "", "Moving"),
    Action("up", ("k", "up"), _ROWS, "one row up", "", "Moving"),
    Action("half_down", ("ctrl+d",), _ROWS, "half a page down", "", "Moving"),
    Action("half_up", ("ctrl+u",), _ROWS, "half a page up", "", "Moving"),
    Action("page_down", ("ctrl+f", "pagedown", "space"), _READING, "a page down", "", "Moving"),
    Action("page_down", ("ctrl+f", "pagedown"), ("parts",), "a page down", "", "Moving"),
    Action("page_up", ("ctrl+b", "pageup"), _ROWS, "a page up", "", "Moving"),
    Action("top", ("g g", "home"), _ROWS, "to the first row", "", "Moving"),
    Action("bottom", ("G", "end"), _ROWS, "to the last row", "", "Moving"),
    Action("history_back", ("ctrl+o", "H"), _PANES, "back to where you were: actor, fact, filter …", "", "Moving"),
    Action("history_forward", ("L",), _PANES, "forward again", "", "Moving"),
    Action("mark", ("m *",), _PANES, "mark this place with a letter", "", "Moving"),
    Action("to_mark", ("apostrophe *",), _PANES, "to the place marked with that letter", "", "Moving"),
    Action("zoom", ("z",), _PANES, "this pane alone, and all panes again", "", "Moving"),
    Action("next_pane", ("tab", "l", "right"), _PANES, "the pane to the right", "", "Moving"),
    Action("previous_pane", ("shift+tab", "h", "left"), _PANES, "the pane to the left", "", "Moving"),
    Action("down", ("down", "ctrl+n"), ("search", "who"), "one row down", "choose", "Typing a name"),
    Action("up", ("up", "ctrl+p"), ("search", "who"), "one row up", "", "Typing a name"),
    Action("page_down", ("pagedown",), ("search",), "a page down", "", "Typing a name"),
    Action("page_up", ("pageup",), ("search",), "a page up", "", "Typing a name"),
    Action("scope", ("ctrl+t",), ("search",), "names that are exact, in the script typed, or all that sound alike",
           "exact", "Typing a name"),
    Action("next_pane", ("tab",), ("search",), "to the facts", "", "Typing a name"),
    Action("previous_pane", ("shift+tab",), ("search",), "to the article", "", "Typing a name"),
    Action("open_period", ("enter",), ("timeline",), "list the facts of that time", "facts", "Timeline"),
    Action("close", ("escape", "q", "t"), ("timeline",), "back to where it was opened", "back", "Timeline"),
    Action("by_day", ("d",), ("timeline",), "count by day", "days", "Timeline"),
    Action("by_week", ("w",), ("timeline",), "count by week, from Monday on", "weeks", "Timeline"),
    Action("by_month", ("m",), ("timeline",), "count by month", "months", "Timeline"),
    Action("open_pair", ("enter",), ("relations",), "list the events of the pair", "facts", "Relations"),
    Action("pair_timeline", ("t",), ("relations",), "the events of the pair in time", "in time", "Relations"),
    Action("close", ("escape", "q", "r"), ("relations",), "back to the dashboard", "back", "Relations"),
    Action("reject", ("x",), _PANES, "reject the fact: it is hidden; or take one back", "reject", "Mending"),
    Action("correct", ("c",), _PANES, "correct what the fact says", "correct", "Mending"),
    Action("make", ("plus",), ("article",), "a fact of the words selected, or of the sentence at the cursor",
           "new fact", "Mending"),
    Action("flag", ("exclamation_mark",), _PANES, "flag the fact, and take the flag off", "", "Mending"),
    Action("note", ("i",), _PANES, "write a note on the fact", "", "Mending"),
    Action("date", ("D",), _PANES, "date of the article: its relative dates and offices are worked out again", "",
           "Mending"),
    Action("read", ("R",), _PANES, "mark the article as read, or as unread", "", "Mending"),
    Action("remove", ("X",), _PANES, "remove the article with its facts", "", "Mending"),
    Action("undo", ("u",), (*_PANES, "duplicates"), "undo: take back what you decided last", "", "Mending"),
    Action("redo", ("ctrl+r",), (*_PANES, "duplicates"), "redo: decide again what you took back", "", "Mending"),
    Action("same", ("equals_sign",), (*_WHOM, "duplicates"),
           "the same: two actors become one; asks for the other one", "same", "Who is who"),
    Action("not_same", ("minus",), (*_WHOM, "duplicates"),
           "not the same: two actors are kept apart; asks for the other one", "not the same", "Who is who"),
    Action("rename", ("C",), ("actors", "facts"), "the name by which the actor is shown", "", "Who is who"),
    Action("split", ("P",), _WHOM, "part of it: articles that mean somebody else by that name", "",
           "Who is who"),
    Action("duplicates", ("d",), _PANES, "likely duplicates: one pair of actors after another", "",
           "Who is who"),
    Action("choose", ("enter",), ("who",), "take the actor under the cursor", "take", "Who is who"),
    Action("close", ("escape",), ("who",), "back, and nothing is done", "back", "Who is who"),
    Action("mark_part", ("space",), ("parts",), "mark the article, or take the mark off", "mark", "Who is who"),
    Action("mark_spelling", ("s",), ("parts",),
           "mark all articles with the spelling at the cursor; again: take the marks off", "all spelt so",
           "Who is who"),
    Action("submit", ("enter",), ("parts",), "what is marked means somebody else: asks for the name", "split",
           "Who is who"),
    Action("close", ("escape", "q", "P"), ("parts",), "back, and nothing is done", "back", "Who is who"),
    Action("other_side", ("tab",), ("duplicates",), "the other side: the one that is opened, whose name stays", "side",
           "Who is who"),
    Action("open_side", ("enter",), ("duplicates",), "open the facts of the chosen side", "facts", "Who is who"),
    Action("close", ("escape", "q", "d"), ("duplicates",), "back to the dashboard", "back", "Who is who"),
    Action("next_field", ("tab", "down"), ("add",), "next line", "next line", "Filling in"),
    Action("complete", ("tab",), ("form",), "what was begun in full, in turn; else the next line", "complete",
           "Filling in"),
    Action("next_field", ("down", "ctrl+n"), ("form",), "next line", "next line", "Filling in"),
    Action("previous_field", ("shift+tab", "up"), _FORMS, "line before", "", "Filling in"),
    Action("submit", ("enter",), ("add",), "add it to the store", "add", "Filling in"),
    Action("submit", ("enter",), ("form",), "decide so", "decide so", "Filling in"),
    Action("close", ("escape",), _FORMS, "back, and nothing is changed", "back", "Filling in"),
    Action("submit", ("enter",), ("prompt",), "take the line as it stands", "do it", "A line to type"),
    Action("complete", ("tab",), ("prompt",), "what may stand here, in turn", "complete", "A line to type"),
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
    Action("narrow", ("slash",), ("help",), "only what has the words typed after it", "find", "The manual"),
    Action("next_topic", ("tab", "l", "right"), ("help",), "the next topic", "next topic", "The manual"),
    Action("previous_topic", ("shift+tab", "h", "left"), ("help",), "the topic before", "", "The manual"),
    Action("step_back", ("escape",), ("help",), "everything again, then the dashboard", "back", "The manual"),
    Action("close", ("q", "question_mark"), ("help",), "back to the dashboard", "", "The manual"),
    Action("read_on", ("enter",), ("narrow",), "move in what is left", "read", "The manual"),
    Action("next_topic", ("tab",), ("narrow",), "the next topic, with the same words", "next topic", "The manual"),
    Action("previous_topic", ("shift+tab",), ("narrow",), "the topic before, with the same words", "", "The manual"),
    Action("widen", ("escape",), ("narrow",), "everything again", "all", "The manual"),
    Action("close", ("escape", "q", "enter", "y"), ("copied",), "back to the dashboard", "back"),
    Action("close", ("escape", "q", "enter", "e"), ("why",), "back to the dashboard", "back"),
    Action("close", ("escape", "q", "enter", "w"), ("names",), "back to the dashboard", "back"),
    Action("close", ("escape", "q", "enter"), ("output",), "back; a command still running is stopped", "back"),
    Action("help", ("question_mark",), _MAIN, "all keys and signs", "keys"),
    Action("command", ("colon",), _PANES, "type the name of an action; Tab completes it"),
    Action("bring_in", ("full_stop",), _PANES, "show what other programs added to the store meanwhile"),
    Action("quit", ("q",), _PANES, "step back as Esc does; from a list leave dateline", "quit"),
    Action("suspend", ("ctrl+z",), EVERYWHERE, "put dateline aside; fg in the shell brings it back"),
    Action("interrupt", ("ctrl+c",), EVERYWHERE, "leave at once, from anywhere"),
)  # fmt: skip

#: the panes, where text is read, and where it is typed, for those who ask
PANES, READING, TYPING = _PANES, _READING, _TYPING

_SHOWN = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "S-Tab", "question_mark": "?", "down": "↓", "up": "↑",
    "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "space": "Space",
    "backspace": "Backspace", "slash": "/", "colon": ":", "full_stop": ".", "apostrophe": "'", "asterisk": "*",
    "plus": "+", "vertical_line": "|", "exclamation_mark": "!", "left_square_bracket": "[", "right_square_bracket": "]",
    "left_parenthesis": "(", "right_parenthesis": ")", "equals_sign": "=", "minus": "-", "*": "a-z",
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


def key_of(name: str, actions: Iterable[Action] = ACTIONS, where: Where | None = None, at: int = 0) -> str:
    """The first key of an action, or the one ``at`` that place, for a sentence that names it.

    ``where`` says which row of the table is meant, None: the first of that name. A letter that may follow is left out.
    """
    rows = (action for action in actions if action.name == name and (where is None or where in action.where))
    return next(rows).keys[at].removesuffix(" *")


def footer(
    where: Where,
    idle: Container[str] = (),
    actions: Iterable[Action] = ACTIONS,
    words: Mapping[str, str] = MappingProxyType({}),
) -> list[tuple[str, str]]:
    """What the footer offers there, without the actions that are ``idle``: (key, word), the most useful first.

    ``words`` has other words than the table's for some actions, by their names.
    """
    offered = (action for action in actions_in(where, actions) if action.word and action.name not in idle)
    return [(shown(action.keys[0]), words.get(action.name, action.word)) for action in offered]


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


@dataclass(frozen=True, slots=True)
class Pressed:
    """An action as it was asked for: how many times (None: no number was typed), and with which letter."""

    action: Action
    count: int | None = None
    letter: str = ""


class KeyReader:
    """Turns keys into actions: remembers a number typed before, and the first key of a sequence such as ``gg``."""

    DIGITS = 6  # of a number; more are ignored

    def __init__(self) -> None:
        self._begun = ""
        self._count = ""

    @property
    def pending(self) -> str:
        """What was typed of something that is not finished yet: "5", "12g"."""
        return self._count + shown(self._begun)

    def feed(
        self,
        where: Where,
        key: str,
        character: str | None = None,
        actions: Sequence[Action] = ACTIONS,
        *,
        typing: bool = False,
    ) -> Pressed | None:
        """What ``key`` completes there, or None: it began a sequence, belongs to a number, or means nothing.

        ``character`` is what the key types. Where the keys are ``typing`` a line, digits are letters.
        """
        if not typing and not self._begun and key.isdecimal() and key.isascii() and key + self._count != "0":
            self._count = (self._count + key)[: self.DIGITS]
            return None
        begun, self._begun = self._begun, ""
        pressed = f"{begun} {key}".strip()
        for action in actions_in(where, actions):
            for wanted in action.keys:
                if wanted == pressed:
                    return self._done(action)
                if begun and wanted == f"{begun} *" and character is not None and character.isalnum():
                    return self._done(action, character)
                if wanted.startswith(pressed + " "):
                    self._begun = pressed
        if self._begun:
            return None
        if begun:
            return self.feed(where, key, character, actions, typing=typing)
        self._count = ""
        return None

    def _done(self, action: Action, letter: str = "") -> Pressed:
        count, self._count, self._begun = self._count, "", ""
        return Pressed(action, int(count) if count else None, letter)
