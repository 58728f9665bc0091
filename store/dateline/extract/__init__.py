"""Extraction: ``extract(text, published)`` turns one article into facts, purely and offline.

One sentence of seed 000 on its way from text to stored fact, module by module in the order in which they run:

    Bu arada Fransa Cumhurbaşkanı Emmanuel Macron hem Rusya Cumhurbaşkanı Vladimir Putin hem Ukrayna
    Cumhurbaşkanı Zelensky’le telefonda görüştü.

1. ``text.language`` finds Turkish (ğ, ş, ı; "ve", "bir"); ``packs.compiled`` gives that pack with its tables.
2. ``clean`` takes the month 2022-02 from the first line (``masthead``), marks that header as noise as it would menus
   (``furniture``), and leaves the blocks of body.
3. ``lexicon`` has the pack's and the registry's names by folded key (``index``); ``triggers`` has the verbs and nouns,
   whose forms ``conjugation`` knows.
4. ``text.sentences`` cuts sentences and, by ``text.tokens``, words: "Zelensky’le" is one, its ending "le" apart.
5. ``names`` finds items: Fransa (country), Cumhurbaşkanı (office), Emmanuel Macron (person) …, Zelensky (surname) with
   the ending "le", which is ``with`` in [grammar.after]. (``institutions`` would make a body of capitalised words that
   no list holds, ``caseless`` names in a script without capitals.) The last words are a trigger: "telefonda görüşmek"
   in the past, no word that only looks like a verb (``described``). The longer phrase wins over "görüşmek", any talk.
6. ``phrases`` (with ``nounphrases``; ``purposes`` for what a title is for, ``seated`` for courts of a country) joins
   each name with its title and country: three. ``labels`` says where each stands: two bare, the third ``with``.
7. ``resolve`` surveys the article and says who each is, and ``cast`` keeps them, one for all spellings (``alike``):
   emmanuel-macron, vladimir-putin and, by his surname, volodymyr-zelenskyy. That Macron is President of France is a
   role. An office that stands without its country would be one of ``home``, "the two leaders" or "the government"
   (``states``) whoever ``standins`` finds, "its envoy" (``possessors``) or "the party" (``shortened``) as named before.
8. ``context`` holds all of the sentence together, with its quotations, dates and durations (``text.quotes``,
   ``text.dates``, ``text.durations``): here none. ``memory`` is what the sentences before left behind.
9. ``groups`` joins "hem A hem B": Putin shares the ``with`` of Zelensky. ``events`` asks ``clauses`` for the trigger's
   frame: the subject is Macron; a noun before the verb could be another, ``unnamed``. ``status`` reads the past as
   occurred. The entry says mode phone and ``target = ["with"]``, for which ``sidereader`` finds Putin and Zelenskyy.
10. ``aims`` would name whom the act concerns if the entry's places were empty: in the words of its ``complements``,
   by the town or embassy that it strikes (``hits``, ``embassies``), by the ``deeds`` that a noun speaks of again;
   ``doers`` who did it where a passive does not say, ``crowds`` against whom a protest is.
   ``when`` would choose the act's own date (``attached``: those that other words have), ``lasting`` its length.
   ``places`` finds no place (``regions``: a name with its words of place, ``missions``: the town of an embassy or of
   a host), ``members`` no list of happenings and ``mediators`` nobody between the two. ``continued`` would take date
   and place over from a meeting or journey told just before. The words name the parties, so it is sure (``sureness``).
11. ``statements`` looks for words somebody says, and finds none in this sentence; in them ``ownwords`` would find
   what the speaker says his own side did.
12. ``merge`` makes one event of several tellings: this one stays apart from the next sentence's, of Macron and Putin
   alone. The id is a hash of what it says and of the article.
13. ``db.write`` stores it with its words [1023, 1163): Macron phoned Putin and Zelenskyy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateline.extract.cast import Cast
from dateline.extract.clean import Cleaned, clean
from dateline.extract.context import Sentence
from dateline.extract.events import EventReader
from dateline.extract.foreign import known_actors
from dateline.extract.lexicon import Lexicon, lexicon
from dateline.extract.merge import merge_events
from dateline.extract.names import Reading, read_names
from dateline.extract.resolve import Resolver
from dateline.extract.statements import StatementReader, without_overtaken
from dateline.extract.triggers import Phrasebook
from dateline.extract.version import VERSION
from dateline.model import AnyFact, Article, Event, Extraction, Provenance, Statement, short_hash
from dateline.packs import Pack, compiled, heads
from dateline.text.dates import DatePhrase, find_dates
from dateline.text.fold import fold
from dateline.text.language import detect
from dateline.text.perpack import once_per_pack
from dateline.text.sentences import split
from dateline.text.tokens import Token

if TYPE_CHECKING:
    from dateline.extract.trace import Notes, Trace

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
    return found._replace(provenance=Provenance(VERSION, published, lang))


def shown(text: str) -> tuple[str | None, str | None]:
    """The language and the date of an article as far as it shows them itself."""
    code = detect(text)
    if code is None or code not in heads():
        return code, None
    return code, clean(text, compiled.ready(code)).published


def traces(text: str, published: str | None = None, *, lang: str | None = None) -> Mapping[str, Trace]:
    """How each fact of an article came about, by the facts' ids; nothing where no pack knows its language."""
    from dateline.extract.trace import Notes

    code = lang or detect(text)
    if code is None or code not in heads():
        return {}
    pack = compiled.ready(code)
    cleaned, notes = clean(text, pack, published), Notes(pack)
    article = Article(text, cleaned.title, code, cleaned.published)
    _read(article, cleaned, pack, notes)
    digest = article.hash
    return {short_hash(digest, made): trace for made, trace in notes.traces.items()}


def _read(article: Article, cleaned: Cleaned, pack: Pack, notes: Notes | None = None) -> Extraction:
    words, book = lexicon(pack), phrasebook(pack)
    readings = read_names(split(article.text, cleaned.blocks, pack), words, book)
    cast = Cast(article.text, words, article.published)
    resolver = Resolver(cast, words, article.published, _dateline(article, cleaned, words))
    if article.published is None:
        dates = _full_dates(article, cleaned, readings, pack)
        resolver.days, resolver.memory.date = _days(dates), _near_day(dates, pack)
    resolver.survey(readings)
    events: list[Event] = []
    statements: list[Statement] = []
    event_reader = EventReader(cast, pack, resolver, notes)
    statement_reader = StatementReader(cast, pack, resolver.memory, notes)
    if notes is not None:
        notes.begin(resolver)
    for number, reading in enumerate(readings):
        sentence = Sentence(
            reading,
            resolver.parties(number, reading),
            cast,
            words,
            resolver.memory,
            article.published,
            cast.named,
        )
        headline = cleaned.title_span is not None and reading.sentence.end <= cleaned.title_span[1]
        told = event_reader.read(sentence)
        events += told
        said = [] if headline else statement_reader.read(sentence, told)
        statements = [*without_overtaken(statements, said), *said]
        events += event_reader.in_own_words(sentence, said)
    if notes is not None:
        notes.roles(resolver.roles)
    parties = {actor for event in events for actor in (*event.source, *event.target)}
    parties |= {statement.speaker for statement in statements if statement.speaker}
    return Extraction(
        article,
        noise=cleaned.noise,
        actors=cast.actors(parties),
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


def _full_dates(article: Article, cleaned: Cleaned, readings: Sequence[Reading], pack: Pack) -> list[DatePhrase]:
    """The phrases of the body that name a day with its year, or let it be worked out."""
    found: list[DatePhrase] = []
    at = 0
    for start, end in cleaned.blocks:
        tokens: list[Token] = []
        while at < len(readings) and readings[at].sentence.start < end:
            tokens += readings[at].tokens
            at += 1
        dates = find_dates(article.text, start, end, pack, None, tokens=tokens)
        found += [day for day in dates if day.value and len(day.value) == len("2022-01-31")]
    return found


def _days(dates: Sequence[DatePhrase]) -> tuple[str, ...]:
    """The full dates an undated article names, where all lie within one season: it was written about then."""
    found = sorted(day.value for day in dates if day.value)
    if not found or (date.fromisoformat(found[-1]) - date.fromisoformat(found[0])).days > SEASON:
        return ()
    return tuple(found)


def _near_day(dates: Sequence[DatePhrase], pack: Pack) -> str | None:
    """The first full date that also names its weekday: an undated article's bare weekdays lie about it."""
    weekdays = [fold(weekday) for weekday in pack.dates.weekdays]
    named = (day.value for day in dates if any(weekday in fold(day.text) for weekday in weekdays))
    return next(named, None)


def _named(facts: Sequence[AnyFact], article: Article) -> tuple[AnyFact, ...]:
    """Facts whose ids also hold the article: the same words elsewhere are another fact, here they are the same one."""
    digest = article.hash  # of the whole text: worked out once
    named: dict[str, AnyFact] = {}
    for fact in facts:
        named.setdefault(short_hash(digest, fact.id), fact)
    return tuple(fact._replace(id=ref) for ref, fact in named.items())
