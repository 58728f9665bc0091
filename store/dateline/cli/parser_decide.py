"""The commands that decide about facts and articles: their options, help and examples."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from dateline.cli.arguments import Parser, command_of, count, date, words

_UNDONE = " 'dateline undo' takes it back."
_FACT = "ids as 'dateline facts' prints them, or how they begin; - reads them"
_ARTICLE = "an id as 'dateline articles' prints it, or how it begins"


def _facts(made: Parser, number: int | str = "+") -> None:
    made.add_argument("facts", metavar="FACT", nargs=number, type=words, help=_FACT)


def _reject(commands: Any) -> None:
    made = command_of(
        commands,
        "reject",
        "decide:reject",
        "Hide facts that are wrong. The query word 'rejected:' shows them." + _UNDONE,
        """
dateline reject 1a2b3c4d5e
dateline facts rejected:
dateline reject 1a2b3c4d5e --undo
dateline facts actor:lavrov type:ACCUSE | cut -d' ' -f1 | dateline reject -
""",
    )
    _facts(made)
    made.add_argument("--undo", action="store_true", help="they are right after all")


def _values(made: Parser) -> None:
    value: dict[str, Any] = {"type": words}
    made.add_argument("--type", metavar="T", help="of an event: a PLOVER type", **value)
    made.add_argument("--mode", metavar="M", help="phone, meeting, visit, video, letter, multilateral or none", **value)
    made.add_argument("--status", metavar="S", help="occurred, planned, denied, conditional or ongoing", **value)
    made.add_argument("--date", metavar="D", help="YYYY, YYYY-MM, YYYY-MM-DD or none", **value)
    made.add_argument("--place", metavar="PLACE", help="where it happened, or none", **value)
    for side in ("source", "target"):
        told = f"the {side} of an event: a name, several between commas or with the option again, or none"
        made.add_argument(f"--{side}", metavar="NAME", action="append", help=told, **value)
    made.add_argument("--speaker", metavar="NAME", help="of a statement: who speaks", **value)
    made.add_argument("--person", metavar="NAME", help="of a role: who holds the office", **value)
    made.add_argument("--office", metavar="OFFICE", help="of a role: the office, in English", **value)
    made.add_argument("--of", metavar="NAME", help="of a role: the country or body, in English, or none", **value)


def _correct(commands: Any) -> None:
    made = command_of(
        commands,
        "correct",
        "decide:correct",
        "Correct what a fact says. Its words stay, and it says 'corrected' from then on. Names are those of the "
        "store's actors in any spelling, or of countries, bodies and people that dateline knows; +Name makes a new "
        "person, '+Name (organization)' and '+Name (country)' others." + _UNDONE,
        """
dateline correct 1a2b3c4d5e --type CONSULT --status planned
dateline correct 1a2b3c4d5e --date 2022-01-31 --place Geneva
dateline correct 1a2b3c4d5e --source Finland --target "Lavrov, +Jane Roe"
dateline correct 1a2b3c4d5e --place none
""",
    )
    _facts(made, 1)
    _values(made)


def _fact(commands: Any) -> None:
    made = command_of(
        commands,
        "fact",
        "decide:fact",
        "Make a fact from words of an article. It is a statement with --speaker, a role with --person, else an event; "
        "its rule is 'by hand'." + _UNDONE,
        """
dateline fact 43cf4b14daed "Blinken met Lavrov" --type CONSULT --mode meeting --source Blinken --target Lavrov
dateline fact 43cf4b14daed "We agree" --at 120 --speaker Lavrov
dateline fact 43cf4b14daed "Foreign Minister Lavrov" --person Lavrov --office "Foreign Minister" --of Russia
""",
    )
    made.add_argument("article", metavar="ARTICLE", type=words, help=_ARTICLE)
    made.add_argument("words", metavar="WORDS", type=words, help="exactly as they stand in the article, once")
    made.add_argument("--at", metavar="START", type=_place, help="where they stand, in characters from 0")
    _values(made)


def _place(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no place: write 0 or more")
    return int(text)


def _date(commands: Any) -> None:
    made = command_of(
        commands,
        "date",
        "decide:date",
        "Set the date of an article. It is read again with it, so that relative dates and offices follow; what was "
        "decided about its facts is kept where they are still there." + _UNDONE,
        """
dateline date 43cf4b14daed 2022-01-31
dateline date 43cf4b14daed none
""",
    )
    made.add_argument("article", metavar="ARTICLE", type=words, help=_ARTICLE)
    told = "YYYY, YYYY-MM or YYYY-MM-DD; none: as far as its text says"
    made.add_argument("date", metavar="D", type=lambda text: text if text == "none" else date(text), help=told)


def _note(commands: Any) -> None:
    made = command_of(
        commands,
        "note",
        "decide:note",
        "Write a note on a fact. The query word 'noted:' finds those that have one." + _UNDONE,
        """
dateline note 1a2b3c4d5e ask the ministry
dateline note 1a2b3c4d5e --clear
dateline facts noted: --json
""",
    )
    _facts(made, 1)
    made.add_argument("text", metavar="TEXT", nargs="*", type=words, help="what to note, in the place of what is there")
    made.add_argument("--clear", action="store_true", help="no note any more")


def _flag(commands: Any) -> None:
    made = command_of(
        commands,
        "flag",
        "decide:flag",
        "Flag facts to come back to. The query word 'flagged:' finds them." + _UNDONE,
        """
dateline flag 1a2b3c4d5e
dateline facts flagged: | cut -d' ' -f1 | dateline flag --off -
""",
    )
    _facts(made)
    made.add_argument("--off", action="store_true", help="flagged no longer")


def _read(commands: Any) -> None:
    made = command_of(
        commands,
        "read",
        "decide:read",
        "Mark articles as read. The query word 'unread:' finds the facts of the others." + _UNDONE,
        """
dateline read 43cf4b14daed
dateline read 43cf4b14daed --unread
""",
    )
    made.add_argument("articles", metavar="ARTICLE", nargs="+", type=words, help=_ARTICLE)
    made.add_argument("--unread", action="store_true", help="not yet read")


def _undo(commands: Any) -> None:
    made = command_of(
        commands,
        "undo",
        "decide:undo",
        "Take back what you decided last. With a number of 'dateline log' that decision, unless a later one about the "
        "same thing stands on it. Everything that changes facts, articles or actors can be undone, also what the "
        "dashboard did.",
        """
dateline undo
dateline undo 12
""",
    )
    made.add_argument("decision", metavar="N", nargs="?", type=count, help="the number of a decision")


def _redo(commands: Any) -> None:
    command_of(
        commands,
        "redo",
        "decide:redo",
        "Do again what you undid last. Once you have decided something else there is nothing to do again.",
        "dateline redo",
    )


def _log(commands: Any) -> None:
    made = command_of(
        commands,
        "log",
        "log:run",
        "List who decided what when. The newest decision comes first; those that were undone say so. Times are UTC.",
        """
dateline log --limit 10
dateline log --json | jq 'select(.what == "correct")'
""",
    )
    made.add_argument("--limit", metavar="N", type=count, help="at most so many")
    made.add_argument("--json", action="store_true", help="one JSON object a line")


COMMANDS: dict[str, Callable[[Any], None]] = {
    "reject": _reject,
    "correct": _correct,
    "fact": _fact,
    "date": _date,
    "note": _note,
    "flag": _flag,
    "read": _read,
    "undo": _undo,
    "redo": _redo,
    "log": _log,
}
