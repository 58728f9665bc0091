"""An article of events with all kinds of dates, parties in all directions, and two actors of one name."""

from __future__ import annotations

from dateline.model import Actor, Article, Event, Extraction, short_hash
from handmade import BIDEN, BLINKEN, LAVROV, PUTIN, UKRAINE, mentions

SMITH = Actor("smith", "John Smith", "person", ("Smith",))
OTHER_SMITH = Actor("smith-2", "John Smith", "person", ("Smyth",))
ACTORS = (BLINKEN, LAVROV, PUTIN, BIDEN, UKRAINE, SMITH, OTHER_SMITH)
_B, _L, _P, _S = (BLINKEN.id,), (LAVROV.id,), (PUTIN.id,), (SMITH.id,)
#: type, who does it, to whom, date
EVENTS = (
    ("CONSULT", _B, _L, "2022-01-16"),  # a Sunday
    ("CONSULT", _B, _L, "2022-01-17"),
    ("CONSULT", _B, _L, "2022-01-23"),
    ("ACCUSE", _L, _B, "2022-01"),
    ("ACCUSE", _L, _B, None),
    ("AID", (*_B, *_L), (UKRAINE.id,), "2021"),
    ("AID", (*_B, *_L), (*_L, *_B), "2022-01-17"),
    ("THREATEN", _P, _B, "2021-12-31"),
    ("THREATEN", _P, _S, "2022-03-01"),
    ("THREATEN", _P, (OTHER_SMITH.id,), "2022-03-01"),
)


def dated() -> Extraction:
    """One event a line, those of ``EVENTS`` in their order; the one of Putin and Blinken is unsure."""
    words = "Blinken Lavrov Putin Kyiv Smith Smyth."
    article = Article("\n".join(f"{words} {number}" for number in range(len(EVENTS))), "t", "en", None, None)
    events = []
    for number, (type, source, target, date) in enumerate(EVENTS):
        start = article.text.index(f"{words} {number}")
        fact = short_hash(article.hash, str(number))
        events.append(Event(fact, type, source, target, start, start + len(words), "r", date=date, sure=number != 7))
    return Extraction(article, (), ACTORS, mentions(article.text, *ACTORS), tuple(events))
