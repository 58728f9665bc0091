"""The commands, their options, help and examples. Importing this loads nothing but argparse."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

from dateline.cli.arguments import (
    CODES,
    Help,
    Parser,
    address,
    command_of,
    count,
    date,
    event_type,
    offset,
    store_option,
    words,
)

Options = argparse.Namespace


class _Version(argparse.Action):
    """Prints version and sources when asked, not before."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from dateline.cli.version import lines

        print("\n".join(lines()))
        parser.exit()


def command(options: Options) -> Callable[[Options], int]:
    """The function that runs the chosen command, loaded only now."""
    module, _, function = options.run.partition(":")
    found: Callable[[Options], int] = getattr(import_module(f"dateline.cli.{module}"), function)
    return found


def is_command(name: str) -> bool:
    return len(_meant((name,))) == 1


def parser(arguments: Sequence[str] = ()) -> Parser:
    """The command line; only the command that ``arguments`` begin with where they do, since building all takes time."""
    top = Parser(
        prog="dateline",
        description="Cited facts from news articles: who did what to whom, who said what, who holds which office. "
        "Without a command the dashboard opens.",
        epilog=f"Type 'dateline COMMAND --help' for examples, 'dateline help' for the topics of the manual. {CODES}.",
        formatter_class=Help,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="version, age and sources of the shipped knowledge")
    top.add_argument("--bidi", choices=("app", "none"), help="who turns right-to-left text around: dateline or nobody")
    top.add_argument("--fresh", action="store_true", help="open at the search box, not where you were the last time")
    top.add_argument("--read-only", dest="readonly", action="store_true", help="look, and change nothing in the store")
    top.add_argument("--theme", choices=("dark", "light", "terminal"), help="colours; terminal is its own 16")
    store_option(top, default=None)
    top.set_defaults(run="start:run")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser, prog="dateline")
    for add in _meant(arguments):
        add(commands)
    return top


def _meant(arguments: Sequence[str]) -> list[Callable[[Any], None]]:
    """The command that is meant, or all in the order of the help; those that decide are loaded where one may be."""
    first = arguments[0] if arguments else ""
    if first in _COMMANDS:
        return [_COMMANDS[first]]
    from dateline.cli.parser_decide import COMMANDS

    return [COMMANDS[first]] if first in COMMANDS else [*_COMMANDS.values(), *COMMANDS.values()]


#: what --sure does, wherever it is
_SURE = "only facts that are marked sure: a rule that is nearly always right, and the words name everybody themselves"


def _jobs(made: Parser) -> None:
    made.add_argument(
        "--jobs", metavar="N", type=count, help="processes that extract (as many as there are cores, for many articles)"
    )


def _about_articles(made: Parser) -> None:
    made.add_argument("--lang", metavar="xx", help="language of the text (ISO 639-1), if dateline should not find out")
    made.add_argument("--date", metavar="YYYY[-MM[-DD]]", type=date, help="when it was published, as far as you know")
    made.add_argument("--url", type=address, help="where it was published (http or https)")


def _add(commands: Any) -> None:
    made = command_of(
        commands,
        "add",
        "add:run",
        "Read articles into the store. Files, folders (their .txt files) or - for standard input; plain text in "
        "UTF-8. The same text twice is one article. What 'dateline extract --jsonl' wrote elsewhere is loaded with "
        "--extracted, after a check of every word against its text: the store is then as if it had read the articles "
        "itself.",
        """
dateline add article.txt
dateline add --date 2022-01-31 --url https://example.org/a one.txt
dateline add folder/ more.txt --jobs 4
pbpaste | dateline add - --lang fa
ssh host dateline extract --jsonl folder/ | dateline add --extracted -
""",
    )
    made.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder, or - for standard input")
    made.add_argument("--extracted", metavar="FILE", help="objects of 'extract --jsonl', gzipped or not; - reads them")
    _jobs(made)
    _about_articles(made)


def _extract(commands: Any) -> None:
    made = command_of(
        commands,
        "extract",
        "extract:run",
        "Print what one article says. No store is read or written. With --jsonl there is one JSON object for each of "
        "many articles, with its text, and 'dateline add --extracted' loads them.",
        """
dateline extract article.txt
dateline extract article.txt --json --date 2022-02 | jq .events
dateline extract article.txt --sure
dateline extract --jsonl folder/ | gzip > facts.jsonl.gz
""",
        store=False,
    )
    made.add_argument("paths", metavar="PATH", nargs="+", help="a file, or - for standard input; many with --jsonl")
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--jsonl", action="store_true", help="one JSON object for each of many files and folders")
    made.add_argument("--sure", action="store_true", help=_SURE)
    _jobs(made)
    _about_articles(made)


def _reextract(commands: Any) -> None:
    made = command_of(
        commands,
        "reextract",
        "reextract:run",
        "Bring the store to the present extractor. Every article that an older one has read is read again, all of them "
        "or none, and a line is printed for every fact that is gone, new or changed. Facts keep their ids where words, "
        "type and parties are the same; removals stay removals.",
        """
dateline reextract --dry-run
dateline reextract
""",
    )
    made.add_argument("--dry-run", action="store_true", help="print what would change and leave the store as it is")
    _jobs(made)


def _find(commands: Any) -> None:
    from dateline.cli.parser_actors import find

    find(commands)


def _facts(commands: Any) -> None:
    made = command_of(
        commands,
        "facts",
        "facts:run",
        "List facts. Dated ones come first, in order of time, then undated ones article by article. "
        "Each line starts with the id that 'dateline cite' takes. ◷ is planned, ◇ conditional, ✗ denied, … going on, "
        "? unsure; [brackets] are parties that the sentence does not name."
        "\n\n"
        "QUERY is words that must all hold: field:value, or words that the fact's own words have, in quotation marks "
        "one after another. Values with a comma between mean or, a - before a word means not. Fields: "
        "actor: (any spelling; the one found best), type: (a PLOVER type, event, statement, role), "
        "mode: (phone, meeting, visit, video, letter, multilateral), "
        "status: (occurred, planned, denied, conditional, ongoing), on: (dated in that year, month or day), since: and "
        "until: (inclusive), dated: (how closely: day, month, year, no), place:, lang: (of the article), src: (its "
        "outlet, or how that begins), and without a value sure: and inferred: (a party is worked out, not named). "
        "Options and query must hold together.",
        """
dateline facts actor:blinken type:CONSULT on:2022-01
dateline facts place:Geneva,"New York" -status:denied,conditional
dateline facts '"security guarantees" lang:fa,tr' src:voa sure:
dateline facts --type CONSULT --since 2022-01 --until 2022-02
dateline facts --text "security guarantees" --csv > facts.csv
dateline facts actor:lavrov | cut -d' ' -f1 | dateline cite -
""",
    )
    made.searching = True
    made.add_argument("query", metavar="QUERY", nargs="*", help="words that must all hold, as told above")
    made.add_argument("--actor", metavar="NAME", type=words, help="facts in which this actor takes part (any spelling)")
    made.add_argument("--type", metavar="T", type=event_type, help="a PLOVER type, or event, statement, role")
    made.add_argument("--since", metavar="D", type=date, help="dated on or after that day, month or year")
    made.add_argument("--until", metavar="D", type=date, help="dated on or before that day, month or year")
    made.add_argument("--text", metavar="WORDS", type=words, help="all these words stand in the fact's own words")
    made.add_argument("--sure", action="store_true", help=_SURE)
    made.add_argument("--limit", metavar="N", type=count, help="at most so many facts")
    made.add_argument("--offset", metavar="N", type=offset, default=0, help="leave out the first N facts")
    form = made.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="one JSON object a line")
    form.add_argument("--csv", dest="form", action="store_const", const="csv", help="a table for a spreadsheet")
    form.add_argument("--md", dest="form", action="store_const", const="md", help="a Markdown table")


def _cite(commands: Any) -> None:
    made = command_of(
        commands,
        "cite",
        "facts:cite",
        "Print citations. The original words, who says so, outlet, title, date, address and place in the text.",
        """
dateline cite 1a2b3c4d5e
dateline cite 1a2b3c4d5e --as md
dateline facts --type CONSULT | cut -d' ' -f1 | dateline cite -
""",
    )
    made.add_argument(
        "facts", metavar="FACT", nargs="+", type=words, help="ids as 'dateline facts' prints them; - reads them"
    )
    made.add_argument("--as", dest="form", choices=("text", "md"), default="text", help="plain text or Markdown")


def _explain(commands: Any) -> None:
    made = command_of(
        commands,
        "explain",
        "explain:run",
        "Tell how facts came about. The words, the rule and its entry in the language pack, what in the words matched "
        "it and how that form was read, how each party was found (by name, surname, an office the article or the "
        "registry gives, from what was told before) and how the date was worked out.",
        """
dateline explain 1a2b3c4d5e
dateline facts --type THREATEN | cut -d' ' -f1 | dateline explain -
""",
    )
    made.add_argument("facts", metavar="FACT", nargs="+", help="ids as 'dateline facts' prints them; - reads them")


def _articles(commands: Any) -> None:
    made = command_of(
        commands,
        "articles",
        "articles:run",
        "List the articles of the store. Each line starts with the id that 'dateline remove' takes.",
        """
dateline articles
dateline articles --text Genève
dateline articles --json
""",
    )
    made.add_argument("--text", metavar="WORDS", type=words, help="all these words stand in the article's text")
    made.add_argument("--json", action="store_true", help="one JSON object a line")


def _remove(commands: Any) -> None:
    made = command_of(
        commands,
        "remove",
        "decide:remove",
        "Take articles and their facts out of the store. 'dateline undo' brings them back.",
        """
dateline remove 43cf4b14daed
dateline remove --samples
dateline undo
""",
    )
    made.add_argument(
        "articles", metavar="ARTICLE", nargs="*", type=words, help="ids as 'dateline articles' prints them"
    )
    made.add_argument("--samples", action="store_true", help="the sample articles that came with dateline")


def _actors(commands: Any) -> None:
    from dateline.cli.parser_actors import actors

    actors(commands)


def _backup(commands: Any) -> None:
    made = command_of(
        commands,
        "backup",
        "backup:run",
        "Copy the store while it is in use. The copy is whole and private; it is there when it is complete, not "
        "before. To go back to it, name it with --store or put it in the store's place when no dateline is open.",
        """
dateline backup store-2022-02.db
dateline backup --force /media/stick/store.db
""",
    )
    made.add_argument("file", metavar="FILE", help="where the copy goes; it must not be there yet")
    made.add_argument("--force", action="store_true", help="replace a file that is there")


def _doctor(commands: Any) -> None:
    made = command_of(
        commands,
        "doctor",
        "doctor:run",
        "Check the store and the terminal, and say what to do. One line a check: ok, look (something to see to) or "
        "bad (the store cannot be relied on). The exit code is 0 where all is ok, 1 where something is to be looked "
        "at, 3 where something is bad.",
        """
dateline doctor
dateline doctor --json | jq 'select(.state != "ok")'
dateline doctor --repair
""",
    )
    made.add_argument("--json", action="store_true", help="one JSON object a line")
    made.add_argument(
        "--repair", action="store_true", help="count again what the store keeps counted, and make its indexes anew"
    )


def _help(commands: Any) -> None:
    from dateline.help import TOPICS

    made = command_of(
        commands,
        "help",
        "help:run",
        f"Print what there is to know about a topic, or the list of topics. Topics: {', '.join(TOPICS)}. "
        "The name of a command prints its options.",
        """
dateline help
dateline help query
dateline help facts
""",
        store=False,
    )
    made.add_argument("topic", metavar="TOPIC", nargs="?", help="a topic or a command")


_COMMANDS: dict[str, Callable[[Any], None]] = {
    "add": _add,
    "extract": _extract,
    "reextract": _reextract,
    "find": _find,
    "facts": _facts,
    "cite": _cite,
    "explain": _explain,
    "articles": _articles,
    "remove": _remove,
    "actors": _actors,
    "backup": _backup,
    "doctor": _doctor,
    "help": _help,
}
