"""Extraction: ``extract(text, published)`` turns one article into facts, purely and offline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.extract.cast import Cast
from dateline.extract.clean import Cleaned, clean
from dateline.extract.context import Sentence
from dateline.extract.events import EventReader
from dateline.extract.foreign import known_actors
from dateline.extract.lexicon import Lexicon, lexicon
from dateline.extract.merge import merge_events
from dateline.extract.names import read_names
from dateline.extract.resolve import Resolver
from dateline.extract.statements import StatementReader
from dateline.extract.triggers import Phrasebook
from dateline.extract.version import VERSION
from dateline.model import Article, Event, Extraction, Provenance, Statement, short_hash
from dateline.packs import Pack, compiled, heads
from dateline.text.dates import find_dates
from dateline.text.language import detect
from dateline.text.perpack import once_per_pack
from dateline.text.sentences import split

SEASON = 120  # days
phrasebook = once_per_pack(Phrasebook)


def extract(text: str, published: str | None = None, *, lang: str | None = None, url: str | None = None) -> Extraction:
    """What the article says. Pure: the same text and date always give the same facts.

    ``published`` is an ISO date of day, month or year precision and wins over what the text says; ``lang`` is the
    code of a pack and is found when not given. A text in a language without a pack gives no facts and a warning.
    """
    compiled.common()
    code = lang or detect(text)
    if code is None or code not in heads():
        what = "The language of this text is not known" if code is None else f"There is no pack for {code!r}"
        article = Article(text, lang=code, published=published, url=url)
        actors, mentions = known_actors(article, phrasebook)
        return Extraction(
            article,
            actors=actors,
            mentions=mentions,
            warnings=(f"{what}; packs: {', '.join(heads())}. Say which with --lang.",),
            provenance=Provenance(VERSION, published, lang),
        )
    pack = compiled.ready(code)
    cleaned = clean(text, pack, published)
    found = _read(Article(text, cleaned.title, code, cleaned.published, url), cleaned, pack)
    return replace(found, provenance=Provenance(VERSION, published, lang))


def _read(article: Article, cleaned: Cleaned, pack: Pack) -> Extraction:
    words, book = lexicon(pack), phrasebook(pack)
    readings = read_names(split(article.text, cleaned.blocks, pack), words, book)
    cast = Cast(article.text, words, article.published)
    resolver = Resolver(cast, words, article.published, _dateline(article, cleaned, words))
    resolver.days = () if article.published else _days(article, cleaned, pack)
    resolver.survey(readings)
    events: list[Event] = []
    statements: list[Statement] = []
    event_reader = EventReader(cast, pack, resolver)
    statement_reader = StatementReader(cast, pack, resolver.memory)
    for number, reading in enumerate(readings):
        sentence = Sentence(
            reading,
            reading.triggers,
            resolver.parties(number, reading),
            cast,
            words,
            resolver.memory,
            article.published,
            frozenset(span for member in cast.members.values() for span in member.spans),
        )
        headline = cleaned.title_span is not None and reading.sentence.end <= cleaned.title_span[1]
        told = event_reader.read(sentence)
        events += told
        statements += () if headline else statement_reader.read(sentence, told)
    return Extraction(
        article,
        noise=cleaned.noise,
        actors=cast.actors(),
        mentions=cast.mentions(),
        events=_named(merge_events(events), article),
        statements=tuple(_named(statements, article)),
        roles=tuple(_named(resolver.roles, article)),
    )


def _dateline(article: Article, cleaned: Cleaned, words: Lexicon) -> str | None:
    """The country whose capital the article is dated from, as an actor id."""
    if cleaned.dateline_place_span is None:
        return None
    start, end = cleaned.dateline_place_span
    named = [meaning.ref for meaning in words.of(article.text[start:end]) if meaning.kind == "capital"]
    return f"country-{named[0].lower()}" if named else None


def _days(article: Article, cleaned: Cleaned, pack: Pack) -> tuple[str, ...]:
    """The full dates an undated article names, where all lie within one season: it was written about then."""
    found = sorted(
        phrase.value
        for start, end in cleaned.blocks
        for phrase in find_dates(article.text, start, end, pack, None)
        if phrase.value and len(phrase.value) == len("2022-01-31")
    )
    if not found or (date.fromisoformat(found[-1]) - date.fromisoformat(found[0])).days > SEASON:
        return ()
    return tuple(found)


def _named(facts: Sequence, article: Article):  # type: ignore[no-untyped-def,type-arg]
    """Facts whose ids also hold the article: the same words elsewhere are another fact."""
    return tuple(replace(fact, id=short_hash(article.hash, fact.id)) for fact in facts)
