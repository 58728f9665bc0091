"""``dateline find`` and ``dateline actors``: options, help and examples."""

from __future__ import annotations

from typing import Any

from dateline.cli.arguments import Parser, command_of, count, name, words


def find(commands: Any) -> None:
    """``dateline find``."""
    made = command_of(
        commands,
        "find",
        "find:run",
        "Find actors by any spelling or script, best first. Only actors of the store are found. Each line says who it "
        "is, how often articles mention it, which of its spellings was found and why: exact; part of a longer name; "
        "Makron ~ Macron: c/k (letters that differ, the spelling's first); بلینکن: BLNKN (the consonants it shares "
        "with a query in another script); Putin without -den; in how many articles it is seen. Where two are found "
        "alike, the one that articles mention more comes first."
        "\n\n"
        "--exact finds only names with the very words of NAME, whatever their case and accents; --script only "
        "spellings in the script that NAME is written in.",
        """
dateline find zelenski
dateline find بلینکن --json
dateline find Putin --exact
dateline find --batch names.txt --json
""",
    )
    made.add_argument("name", metavar="NAME", nargs="?", type=name, help="a name, misspelt or in another script")
    made.add_argument("--batch", metavar="FILE", help="one name a line (- is standard input); needs --json")
    scope = made.add_mutually_exclusive_group()
    scope.add_argument(
        "--exact", dest="scope", action="store_const", const="exact", default="all", help="names with the same words"
    )
    scope.add_argument(
        "--script", dest="scope", action="store_const", const="script", help="spellings in NAME's own script only"
    )
    made.add_argument("--limit", metavar="N", type=count, default=10, help="at most so many actors (10)")
    made.add_argument("--json", action="store_true", help="one JSON line a name")


def actors(commands: Any) -> None:
    """``dateline actors`` and the commands below it."""
    from dateline.cli.parser_identity import COMMANDS

    made: Parser = commands.add_parser(
        "actors", help="say who is who, list spellings, load a registry", description="Actors of the store."
    )
    inner = made.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser, required=True)
    for add in (_names, _duplicates, *COMMANDS, _import):
        add(inner)


def _names(commands: Any) -> None:
    made = command_of(
        commands,
        "names",
        "names:run",
        "List every spelling of an actor. One line a spelling, language and outlet, the most frequent first: how "
        "often, the dates of the first and the last article that print it, language, outlet, script, spelling. NAME "
        "is a name in any spelling, or an id.",
        """
dateline actors names بلینکن
dateline actors names Blinken --csv > blinken.csv
dateline actors names Blinken --json | jq -r 'select(.script == "Arabic").spelling'
dateline actors names Blinken --ftm | dateline --store other.db actors import -
""",
    )
    made.add_argument("name", metavar="NAME", type=words, help="a name, misspelt or in another script, or an id")
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="one JSON object a line")
    form.add_argument("--csv", dest="form", action="store_const", const="csv", help="a table for a spreadsheet")
    told = "the actor with all its spellings as one FollowTheMoney entity, which 'actors import' loads"
    form.add_argument("--ftm", dest="form", action="store_const", const="ftm", help=told)


def _duplicates(commands: Any) -> None:
    made = command_of(
        commands,
        "duplicates",
        "duplicates:run",
        "Propose pairs of actors that may be one. For each: how likely (0 to 100) and why, then both sides with their "
        "spellings, offices, country and a sentence that names them. One of each pair is named by an article; those "
        "that articles name most come first. You decide: 'dateline actors merge' makes one of two, 'dateline actors "
        "apart' says that they are two, and the pair is not proposed again.",
        """
dateline actors duplicates --limit 5
dateline actors duplicates --json | jq -c 'select(.score > 95) | [.one.id, .other.id]'
""",
    )
    made.add_argument("--limit", metavar="N", type=count, default=10, help="at most so many pairs (10)")
    made.add_argument("--json", action="store_true", help="one JSON object a pair, on one line")


def _import(commands: Any) -> None:
    made = command_of(
        commands,
        "import",
        "actors:load",
        "Load a registry of actors: FollowTheMoney entities, one JSON object a line, UTF-8, gzipped or not. Person, "
        "Organization, PublicBody, Company and LegalEntity are loaded with name, alias, weakAlias, previousName, "
        "country, position and birthDate and keep their ids; other properties are not kept. Lines that are no entity "
        "are passed over and named. It may be interrupted and run again: what was loaded stays, and loading the same "
        "file again changes nothing.",
        """
dateline actors import registry.jsonl
curl https://example.org/entities.ftm.json.gz | dateline actors import -
""",
    )
    made.add_argument("file", metavar="FILE", help="the registry, or - for standard input")
