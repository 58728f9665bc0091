"""The manual: a Markdown file a topic, shipped with the package. They are printed and shown as they are written.

The first line of a file is its title: the topic, a colon, and what it is about. No line is longer than 100 columns.
"""

from __future__ import annotations

from pathlib import Path

#: in the order in which they are listed
TOPICS = ("keys", "query", "trust", "store", "languages", "terminals")


def text(topic: str) -> str:
    """The whole text of a topic, as Markdown that reads well as it is; KeyError where there is no such topic."""
    if topic not in TOPICS:
        raise KeyError(topic)
    return Path(__file__).with_name(f"{topic}.md").read_text("utf-8")


def topics() -> dict[str, str]:
    """Every topic with a line that says what it is about."""
    return {topic: text(topic).split("\n", 1)[0].split(": ", 1)[1] for topic in TOPICS}
