"""``dateline help``: the topics of the manual, and one of them."""

from __future__ import annotations

from argparse import Namespace

from dateline.cli.talk import columns, say, tell
from dateline.errors import Exit, InputError
from dateline.help import TOPICS, text, topics


def run(options: Namespace) -> int:
    """Prints the topic as it is written, or the list of topics."""
    if options.topic is None:
        say(columns([[f"dateline help {topic}", line] for topic, line in topics().items()]))
        tell("The name of a command prints its options: 'dateline help facts'.")
        return Exit.DONE
    topic = options.topic.lower()
    if topic in TOPICS:
        print(text(topic), end="")
        return Exit.DONE
    return _command(topic)


def _command(name: str) -> int:
    """The options of a command; a name that is none names the topic spelt most like it."""
    from dateline.cli import main
    from dateline.cli.parser import is_command
    from dateline.query.fields import nearest

    if not is_command(name):
        near = nearest(name, TOPICS)
        raise InputError(f"There is no topic {name!r}: the nearest is '{near}', 'dateline help' lists them all.")
    return main([name, "--help"])
