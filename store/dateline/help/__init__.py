"""The manual: a Markdown file a topic, shipped with the package. They are printed and shown as they are written.

The first line of a file is its title: the topic, a colon, and what it is about. No line is longer than 100 columns.
"""

from __future__ import annotations

import os

#: in the order in which they are listed
TOPICS = ("keys", "query", "actors", "trust", "store", "languages", "terminals")


def text(topic: str) -> str:
    """The whole text of a topic, as Markdown that reads well as it is; KeyError where there is no such topic."""
    if topic not in TOPICS:
        raise KeyError(topic)
    with open(os.path.join(os.path.dirname(__file__), f"{topic}.md"), encoding="utf-8") as file:
        return file.read()


def topics() -> dict[str, str]:
    """Every topic with a line that says what it is about."""
    return {topic: text(topic).split("\n", 1)[0].split(": ", 1)[1] for topic in TOPICS}
