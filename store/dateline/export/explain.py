"""Why a fact is there: its words, the pack's entry and what matched it, how each party and the date were found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from dateline.db.decisions import Decision, about_fact
from dateline.db.renew import asked_again
from dateline.db.rows import Fact
from dateline.export.words import BY_HAND, fact_line
from dateline.extract import traces
from dateline.extract.trace import DateTrace, PartyTrace, PlaceTrace, Trace
from dateline.extract.triggers import Carrier
from dateline.extract.version import VERSION
from dateline.model import Span
from dateline.packs import compiled
from dateline.packs.source import Source, entry_source
from dateline.text.safe import harmless

#: how a party was found (``trace.PartyTrace.how``), as a reader is told
HOW: dict[str, str] = {
    "named": "named here",
    "spelling": "named here, in another spelling or language",
    "surname": "named here by surname; in full the article says “{detail}”",
    "surname of the registry": "named here by surname; the registry knows one of that name in that time",
    "sounds like": "named here by a word that sounds like that name",
    "adjective": "named here by an adjective of the country",
    "people": "named here by its people, troops or government",
    "person's country": "by the government of “{detail}”: the country whose office that person holds",
    "capital": "named here by its capital or seat of government",
    "ministry": "by the office that speaks for it",
    "article": "by an office alone, which the article gives in “{detail}”",
    "registry": "by an office alone: who held it, by the registry, on {detail}",
    "office of nobody known": "by an office whose holder neither the article nor the registry tells: the country's",
    "counterpart": "as the counterpart of whoever was spoken of before",
    "state": "by a word for a government: of the country that the article is about, or that it named last",
    "pronoun": "by a pronoun: the person last spoken of",
    "pair": "by a word for both sides: those last spoken of",
    "speaker": "not named here: who spoke last",
    "own words": "not named here: who speaks these words, or whom he speaks for",
    "sentence before": "not named here: the subject of the sentence before",
    "other country": "not named here: the other of the two countries that the article is about, beside {detail}",
    "act before": "not named here: a party to the act told before",
    "about": "not named here: the country that the article is about",
    "same sentence": "not named here: whom the act told just before concerns",
    "place": "not named here: the country of the place",
    "embassy": "not named here: the country whose embassy was named before",
    "context": "not named here: worked out from the article",
}

#: how a place was found (``trace.PlaceTrace.how``)
PLACES: dict[str, str] = {
    "named": "{words} names it",
    "there": "a word for a place, which the text named before",
    "home": "the country or capital of whoever hosts or summons, or of the country that the article is about",
}

#: the value stands first: a terminal turns digits right behind Persian letters round
_ANCHORS: dict[str, str] = {
    "words": "{value}: {words} tells it all",
    "article": "{value}: {words}, counted from the article's date {published}",
    "told": "{value}: {words}, counted from {counted_from}",
    "none": "{words} is left as it is: the article gives no day to count from, or the words name none",
}


def explained(connection: sqlite3.Connection, fact: Fact) -> Iterator[str]:
    """The explanation of one fact of a store; its article is read again."""
    asked = asked_again(connection, fact.article)
    trace = traces(asked.text, asked.published, lang=asked.lang).get(fact.id)
    source = None
    history = about_fact(connection, fact.article, fact.id)
    if trace is not None and fact.lang is not None:
        source = entry_source(compiled.ready(fact.lang), trace.entry)
    yield from explanation(fact, asked.text, trace, source)
    yield from map(_decision, history)
    if fact.note is not None:
        yield f"{'note':<10}{harmless(' '.join(fact.note.split()))}"


def explanation(fact: Fact, text: str, trace: Trace | None, source: Source | None) -> Iterator[str]:
    """Lines to read: a label and what there is to say; the pack's entry is indented below its own."""
    for label, said in _said(fact, text, trace):
        yield f"{label:<10}{harmless(' '.join(said.split()))}"
    if source is not None:
        yield f"{'entry':<10}{source.file}, [[{source.table}]] number {source.number}:"
        yield from (" " * 12 + harmless(line) for line in source.text.splitlines())


def _said(fact: Fact, text: str, trace: Trace | None) -> Iterator[tuple[str, str]]:
    yield "fact", f"{fact.id} ({fact.kind}): {fact_line(fact)}"
    told = "".join(f"; again at {start}–{end}" for start, end in fact.spans if (start, end) != (fact.start, fact.end))
    yield "words", f"“{fact.text}” at {fact.start}–{fact.end} of {fact.article[:12]}{told}"
    yield "rule", fact.rule
    if fact.rule == BY_HAND:
        yield "", "A user made this fact from the words: no rule found it."
    elif trace is None:
        yield (
            "",
            f"The present extractor (version {VERSION}) does not state this fact any more: "
            "'dateline reextract --dry-run' shows what it states instead.",
        )
    if fact.corrected:
        yield "", "A user corrected it: what follows is how the extractor came to what it said before."
    if trace is None:
        return
    if trace.trigger is not None:
        reading = f", read as: {' '.join(trace.reading)}" if trace.reading else ""
        yield "trigger", _quoted(text, trace.trigger) + reading + (", inside a quotation" if trace.quoted else "")
    if trace.carrier is not None:
        yield "carrier", f"{_quoted(text, trace.carrier[1])} ({trace.carrier[0]}) tells what became of it"
    for party in trace.parties:
        yield party.part, _party(party, text)
    if fact.kind == "event":
        yield "date", _date(fact, trace.date, text)
        if fact.place is not None:
            yield "place", _place(fact.place, trace.place, text)
        yield "status", fact.status or ""
    if fact.kind != "role":
        yield "sure", _sure(fact, trace)
    if isinstance(trace.entry, Carrier):
        yield "entry", f"a verb of [carriers]: {trace.entry.verb}"


def _decision(row: Decision) -> str:
    undone = " (undone)" if row.undone else ""
    return f"{'decided':<10}{harmless(f'{row.time[:16]}Z, {row.user}: {row.sentence}{undone}')}"


def _quoted(text: str, span: Span) -> str:
    return f"“{text[span[0] : span[1]]}”"


def _party(party: PartyTrace, text: str) -> str:
    words = f", {_quoted(text, party.span)}" if party.span is not None else ""
    taken = "; it is the subject of the clause before" if party.borrowed else ""
    return f"{party.name}: {HOW[party.how].format(detail=party.detail)}{words}{taken}"


def _date(fact: Fact, trace: DateTrace | None, text: str) -> str:
    if fact.date_text is None and fact.date is None:
        published = f" ({fact.published})" if fact.published else ""
        return f"none: the words give none, and the article's own{published} is never taken for it"
    if trace is None or text[trace.span[0] : trace.span[1]] != fact.date_text:
        return f"{fact.date or 'not worked out'}: “{fact.date_text}”; taken over from another telling or the act before"
    return _ANCHORS[trace.anchor].format(
        words=_quoted(text, trace.span),
        published=trace.counted_from,
        value=fact.date or trace.value,
        counted_from=f"{trace.counted_from}, the date told before" if trace.counted_from else "what is told before",
    )


def _place(name: str, trace: PlaceTrace | None, text: str) -> str:
    if trace is None or trace.name != name:
        return f"{name}: taken over from another telling or the act before"
    return f"{name}: " + PLACES[trace.how].format(words=_quoted(text, trace.span) if trace.span else "")


def _sure(fact: Fact, trace: Trace) -> str:
    if fact.sure:
        return (
            "yes: the words name everybody themselves, and rules of this kind were measured to be right nearly always"
        )
    return "no: " + (_doubt(fact, trace))


def _doubt(fact: Fact, trace: Trace) -> str:
    if fact.kind == "event" and trace.doubt is not None:
        return trace.doubt
    if fact.inferred or any(HOW[party.how].startswith("not named") for party in trace.parties):
        return "the words do not name everybody"
    if trace.quoted:
        return "it stands inside a quotation"
    if trace.damage:
        return f"its sentence is damaged: {trace.damage}"
    if fact.kind == "statement":
        return "nobody is quoted" if fact.quote is None else "nobody is named"
    return "such rules were not measured to be right nearly always"
