"""The commands below ``dateline actors`` that say who is who: their options, help and examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.cli.arguments import Parser, command_of, words

_UNDONE = " 'dateline undo' takes it back."
_WHO = " A NAME is one in any spelling, or an id; one that may mean two actors as well is refused with the ids of both."


def _command(commands: Any, name: str, text: str, examples: str, *, decides: bool = True) -> Parser:
    """A command with what all say of names, and where it ``decides`` something, of taking it back."""
    return command_of(commands, name, f"identity:{name}", text + _WHO + (_UNDONE if decides else ""), examples)


def _actor(made: Parser, name: str) -> None:
    """Somebody of the store whom the command is about."""
    made.add_argument(name, metavar=name.upper(), type=words, help="a name, misspelt or in another script, or an id")


def _merge(commands: Any) -> None:
    made = _command(
        commands,
        "merge",
        "Say that actors are one. KEPT keeps its id and its name; facts, mentions and spellings of the others are its "
        "own at once, and so are those of articles to come.",
        """
dateline actors merge Blinken Блинкен
dateline actors merge sergey-lavrov person-s-lavrov person-lavrov
dateline undo
""",
    )
    _actor(made, "kept")
    made.add_argument("others", metavar="OTHER", nargs="+", type=words, help="who is the same; names or ids")


def _split(commands: Any) -> None:
    made = _command(
        commands,
        "split",
        "Say that some articles mean somebody else. What these articles say of the actor is that one's from then on, "
        "also when they are read again. Articles are named one by one, or are those that print the actor in one way.",
        """
dateline actors split Lavrov --article 43cf4b14daed 8c68ef170568 --name "Kirill Lavrov"
dateline actors split Blinken --spelling بلینکن
""",
    )
    _actor(made, "name")
    which = made.add_mutually_exclusive_group(required=True)
    told = "ids of articles as 'dateline articles' prints them, or how they begin"
    which.add_argument("--article", dest="articles", metavar="ID", nargs="+", type=words, help=told)
    told = "the articles that print the actor so; quote several words"
    which.add_argument("--spelling", dest="spellings", metavar="WORDS", nargs="+", type=words, help=told)
    made.add_argument("--name", dest="called", metavar="NEW", type=words, help="what the other one is called")


def _apart(commands: Any) -> None:
    made = _command(
        commands,
        "apart",
        "Say that two actors are not the same. Nothing proposes or links them as one from then on, whatever they are "
        "called.",
        "dateline actors apart Lavrov Lavrova",
    )
    _actor(made, "one")
    _actor(made, "other")


def _rename(commands: Any) -> None:
    made = _command(
        commands,
        "rename",
        "Choose the name that an actor is shown by, whatever articles print. It stays when articles come and go; the "
        "actor is found by it too.",
        'dateline actors rename Zelenski "Volodymyr Zelenskyy"',
    )
    _actor(made, "name")
    made.add_argument("called", metavar="NEW", type=words, help="the name to show")


def _show(commands: Any) -> None:
    made = _command(
        commands,
        "show",
        "Show how an actor is put together. After the actor's own line there is one for each of its parts, which is "
        "somebody as articles or a registry know him: how often, in how many articles, what made it one with the "
        "others (the decision or the reason), its id and spellings; then whom it is not, and who chose its name.",
        """
dateline actors show Blinken
dateline actors show Blinken --json | jq '.parts[].id'
""",
        decides=False,
    )
    _actor(made, "name")
    made.add_argument("--json", action="store_true", help="one JSON object")


COMMANDS: tuple[Callable[[Any], None], ...] = (_merge, _split, _apart, _rename, _show)
