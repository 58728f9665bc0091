"""The commands below ``dateline actors`` that say who is who: their options, help and examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.cli.arguments import words
from dateline.cli.parser import command_of

_UNDONE = " 'dateline undo' takes it back."
_NAME = "a name, misspelt or in another script, or an id"
_WHO = " A NAME is one in any spelling, or an id; one that may mean two actors as well is refused with the ids of both."


def _merge(commands: Any) -> None:
    made = command_of(
        commands,
        "merge",
        "identity:merge",
        "Say that actors are one. KEPT keeps its id and its name; facts, mentions and spellings of the others are its "
        "own at once, and so are those of articles to come." + _WHO + _UNDONE,
        """
dateline actors merge Blinken Блинкен
dateline actors merge sergey-lavrov person-s-lavrov person-lavrov
dateline undo
""",
    )
    made.add_argument("kept", metavar="KEPT", type=words, help=_NAME)
    made.add_argument("others", metavar="OTHER", nargs="+", type=words, help="who is the same; names or ids")


def _split(commands: Any) -> None:
    made = command_of(
        commands,
        "split",
        "identity:split",
        "Say that some articles mean somebody else. What these articles say of the actor is that one's from then on, "
        "also when they are read again. Articles are named one by one, or are those that print the actor in one "
        "way." + _WHO + _UNDONE,
        """
dateline actors split Lavrov --article 43cf4b14daed 8c68ef170568 --name "Kirill Lavrov"
dateline actors split Blinken --spelling بلینکن
""",
    )
    made.add_argument("name", metavar="NAME", type=words, help=_NAME)
    which = made.add_mutually_exclusive_group(required=True)
    told = "ids of articles as 'dateline articles' prints them, or how they begin"
    which.add_argument("--article", dest="articles", metavar="ID", nargs="+", type=words, help=told)
    told = "the articles that print the actor so; quote several words"
    which.add_argument("--spelling", dest="spellings", metavar="WORDS", nargs="+", type=words, help=told)
    made.add_argument("--name", dest="called", metavar="NEW", type=words, help="what the other one is called")


def _apart(commands: Any) -> None:
    made = command_of(
        commands,
        "apart",
        "identity:apart",
        "Say that two actors are not the same. Nothing proposes or links them as one from then on, whatever they are "
        "called." + _WHO + _UNDONE,
        """
dateline actors apart Lavrov Lavrova
""",
    )
    made.add_argument("one", metavar="ONE", type=words, help=_NAME)
    made.add_argument("other", metavar="OTHER", type=words, help=_NAME)


def _rename(commands: Any) -> None:
    made = command_of(
        commands,
        "rename",
        "identity:rename",
        "Choose the name that an actor is shown by, whatever articles print. It stays when articles come and go; the "
        "actor is found by it too." + _WHO + _UNDONE,
        """
dateline actors rename Zelenski "Volodymyr Zelenskyy"
""",
    )
    made.add_argument("name", metavar="NAME", type=words, help=_NAME)
    made.add_argument("called", metavar="NEW", type=words, help="the name to show")


def _show(commands: Any) -> None:
    made = command_of(
        commands,
        "show",
        "identity:show",
        "Show how an actor is put together. After the actor's own line there is one for each of its parts, which is "
        "somebody as articles or a registry know him: how often, in how many articles, what made it one with the "
        "others (the decision or the reason), its id and spellings; then whom it is not, and who chose its "
        "name." + _WHO,
        """
dateline actors show Blinken
dateline actors show Blinken --json | jq '.parts[].id'
""",
    )
    made.add_argument("name", metavar="NAME", type=words, help=_NAME)
    made.add_argument("--json", action="store_true", help="one JSON object")


COMMANDS: tuple[Callable[[Any], None], ...] = (_merge, _split, _apart, _rename, _show)
