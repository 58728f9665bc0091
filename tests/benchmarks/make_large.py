"""Makes a large store out of the sample articles: by default 100,000 articles with about 1,000,000 facts, in minutes.

    python tests/benchmarks/make_large.py STORE [--articles 100000] [--actors 20000]

Every article is some paragraphs of one of the five samples, with the facts that stand in them. Most persons and
organisations give their places to others, whose names are put together out of halves of theirs; dates move by years.
Articles go in as any other does, so the store itself checks every span. The same numbers give the same store.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice, pairwise
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from dateline.db.read import totals
from dateline.db.write import add_article, open_for_writing, transaction
from dateline.digest import digest
from dateline.extract import extract
from dateline.model import Actor, Article, Event, Extraction, Mention, Role, Statement
from dateline.paths import seed_documents
from dateline.readers.sources import read

PUBLISHED = "2022-01-21"  # when the samples are taken to be from, so that their "Friday" has a date
FACTS = 10  # an article, about
AT_ONCE = 2000  # articles in one transaction
YEARS = 25  # over which dates are spread
OUTLETS = 40
#: how often somebody keeps the place that the sample gives them, and how often it goes to anybody, not to the busy
KEPT, ANYBODY = 0.45, 0.4

AnyFact = Event | Statement | Role


class Block(NamedTuple):
    """Some lines of a sample and what is told there; spans count from the block's first letter."""

    text: str
    mentions: tuple[Mention, ...]
    facts: tuple[AnyFact, ...]


class Sample(NamedTuple):
    article: Article
    actors: dict[str, Actor]
    blocks: tuple[Block, ...]


def sample_of(path: Path) -> Sample:
    """A sample article cut between its lines, wherever no fact and no mention stands on both sides."""
    found = extract(read(str(path)).text, PUBLISHED)
    text = found.article.text
    told: tuple[AnyFact, ...] = (*found.events, *found.statements, *found.roles)
    cuts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n"), len(text)]
    spans = [span for fact in told for span in _spans(fact)] + [(m.start, m.end) for m in found.mentions]
    cuts = [cut for cut in cuts if not any(start < cut < end for start, end in spans)]
    blocks = []
    for start, end in pairwise(cuts):
        if not text[start:end].strip():
            continue
        mentions = tuple(
            m._replace(start=m.start - start, end=m.end - start) for m in found.mentions if start <= m.start < end
        )
        facts = tuple(
            _moved(fact, {}, lambda at, start=start: at - start) for fact in told if start <= fact.start < end
        )
        blocks.append(Block(text[start:end].rstrip("\n"), mentions, facts))
    return Sample(found.article, {actor.id: actor for actor in found.actors}, tuple(blocks))


def _spans(fact: AnyFact) -> list[tuple[int, int]]:
    """A fact's own span and the other tellings; as one, since all must be in one block."""
    spans = [(fact.start, fact.end), *(fact.spans if isinstance(fact, Event) else ())]
    return [(min(start for start, _ in spans), max(end for _, end in spans))]


def _moved(fact: AnyFact, other: dict[str, str], to: Callable[[int], int], days: int = 0) -> AnyFact:
    """The fact at another place of the text, told of other actors, some days later."""
    start, end = to(fact.start), to(fact.end)
    if isinstance(fact, Role):
        return fact._replace(start=start, end=end, person=other.get(fact.person, fact.person))
    if isinstance(fact, Statement):
        speaker = other.get(fact.speaker, fact.speaker) if fact.speaker else None
        return fact._replace(start=start, end=end, speaker=speaker)
    source, target, inferred = (
        tuple(dict.fromkeys(other.get(actor, actor) for actor in side))
        for side in (fact.source, fact.target, fact.inferred)
    )
    spans = tuple((to(first), to(last)) for first, last in fact.spans)
    return fact._replace(start=start, end=end, spans=spans, source=source, target=target, inferred=inferred,
                         date=_later(fact.date, days))  # fmt: skip


def _later(date: str | None, days: int) -> str | None:
    """A date so many days later, as precise as before."""
    if date is None:
        return None
    day = datetime.date.fromisoformat(date + "2000-01-01"[len(date) :]) + datetime.timedelta(days)
    return day.isoformat()[: len(date)]


def _joined(names: Sequence[str], chance: random.Random) -> str:
    """The first half of one name and the second of another."""
    head, tail = chance.choice(names), chance.choice(names)
    return head[: len(head) // 2 + 1] + tail[len(tail) // 2 :].lower()


def made_up(samples: Sequence[Sample], many: int, chance: random.Random) -> list[Actor]:
    """So many persons whose names are put together out of halves of those in the samples; forms: Latin, Persian."""
    known = {a.id: a.name for sample in samples for a in sample.actors.values() if a.kind == "person"}
    given = sorted({name.split()[0] for name in known.values()})
    last = sorted({name.split()[-1] for name in known.values()})
    persian = sorted({
        word
        for sample in samples if sample.article.lang == "fa"
        for block in sample.blocks for m in block.mentions if m.actor in known
        for word in block.text[m.start : m.end].split()
    })  # fmt: skip
    made: dict[str, Actor] = {}
    while len(made) < many:
        # two halves run out where thousands are wanted: then another name comes between them
        names = [_joined(given, chance), *[_joined(last, chance)] * (len(made) > many // 3), _joined(last, chance)]
        name = " ".join(names)
        other = " ".join(_joined(persian, chance) for _ in names)
        id = name.lower().replace(" ", "-")
        made.setdefault(id, Actor(id, name, "person", (name, other)))
    return list(made.values())


class Maker:
    """Makes articles one after another, none twice."""

    def __init__(self, actors: int) -> None:
        self.chance = random.Random(1)
        self.samples = [sample_of(path) for path in seed_documents()]
        self.actors = made_up(self.samples, actors, self.chance)
        self.made: set[str] = set()

    def articles(self, many: int) -> Iterator[Extraction]:
        for number in range(many):
            article = self._article(number)
            while article.article.hash in self.made:
                article = self._article(number)
            self.made.add(article.article.hash)
            yield article

    def _others(self, sample: Sample) -> dict[str, Actor]:
        """Who takes whose place."""
        chance, most = self.chance, len(self.actors)
        others = {}
        for id, actor in sample.actors.items():
            if actor.kind != "country" and chance.random() > KEPT:
                at = chance.randrange(most) if chance.random() < ANYBODY else int(most ** chance.random()) - 1
                others[id] = self.actors[at]
        return others

    def _article(self, number: int) -> Extraction:
        chance, sample = self.chance, self.chance.choice(self.samples)
        others = self._others(sample)
        days = chance.randrange(-365 * (YEARS - 3), 365 * 3)
        text, mentions, facts = "", list[Mention](), list[AnyFact]()
        for block in chance.sample(sample.blocks, len(sample.blocks)):
            text += "\n\n" if text else ""
            words, named, told = _told(block, others, len(text), days, sample.article.lang == "fa")
            text += words
            mentions += named
            facts += told
            if len(facts) >= FACTS:
                break
        url = f"https://www.outlet{chance.randrange(OUTLETS)}.example/{number}"
        title = text[:80].split("\n")[0]
        article = sample.article._replace(text=text, title=title, published=_later(PUBLISHED, days), url=url)
        facts = [fact._replace(id=digest(f"{article.hash} {at}".encode())[:10]) for at, fact in enumerate(facts)]
        everybody = sample.actors | {actor.id: actor for actor in others.values()}
        there = {m.actor for m in mentions}.union(*map(_parties, facts))
        return Extraction(
            article,
            actors=tuple(everybody[id]._replace(forms=()) for id in sorted(there)),
            mentions=tuple(mentions),
            events=tuple(fact for fact in facts if isinstance(fact, Event)),
            statements=tuple(fact for fact in facts if isinstance(fact, Statement)),
            roles=tuple(fact for fact in facts if isinstance(fact, Role)),
        )


def _told(
    block: Block, others: dict[str, Actor], base: int, days: int, persian: bool
) -> tuple[str, list[Mention], list[AnyFact]]:
    """A block with its mentions and facts where others are named; spans count from ``base`` before the block."""
    text, moves, mentions = "", [(0, 0)], []
    done = 0
    for m in sorted(block.mentions, key=lambda m: m.start):
        text += block.text[done : max(m.start, done)]
        done = max(m.start, done)
        start = len(text)
        if m.actor in others and m.start == done:
            text += others[m.actor].forms[persian]
            done = m.end
            moves += [(m.start, start), (m.end, len(text))]
            mentions.append(Mention(others[m.actor].id, base + start, base + len(text)))
        elif m.start == done:
            text += block.text[done : m.end]
            done = m.end
            mentions.append(Mention(m.actor, base + start, base + len(text)))
            moves += [(m.start, start), (m.end, len(text))]
    text += block.text[done:]

    def to(at: int) -> int:
        """Where a letter of the block stands now; one inside a name that has changed goes to its end."""
        before, now = next(move for move in reversed(moves) if move[0] <= at)
        after = next((move for move in moves if move[0] > at), None)
        return base + (now + at - before if after is None else min(now + at - before, after[1]))

    ids = {id: actor.id for id, actor in others.items()}
    return text, mentions, [_moved(fact, ids, to, days) for fact in block.facts]


def _parties(fact: AnyFact) -> tuple[str, ...]:
    if isinstance(fact, Role):
        return (fact.person,)
    if isinstance(fact, Statement):
        return (fact.speaker,) if fact.speaker else ()
    return (*fact.source, *fact.target)


def make(store: Path, articles: int, actors: int) -> None:
    """Fills a new store; progress goes to stderr."""
    began = perf_counter()
    maker = Maker(actors)
    with closing(open_for_writing(store)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # a store that is only half made is of no use anyway
        connection.execute("PRAGMA cache_size = -400000")
        left = maker.articles(articles)
        while True:
            with transaction(connection):
                done = sum(add_article(connection, article) for article in islice(left, AT_ONCE))
            if not done:
                break
            told = totals(connection)
            print(f"\r{told['articles']:,} articles, {told['facts']:,} facts, {perf_counter() - began:.0f} s", end="",
                  file=sys.stderr, flush=True)  # fmt: skip
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busiest = connection.execute("SELECT name, facts FROM stored_actors ORDER BY facts DESC LIMIT 1").fetchone()
    print(f"\n{told['actors']:,} actors; {busiest[0]} has {busiest[1]:,} facts", file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--actors", type=int, default=20_000)
    options = parser.parse_args()
    if options.store.exists():
        parser.error(f"{options.store} is there already: name a new file")
    make(options.store, options.articles, options.actors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
