"""Extractions made by hand, so that store, exports and commands can be tested without the extractor."""

from __future__ import annotations

from dateline.model import Actor, Article, Event, Extraction, Mention, Noise, Role, Span, Statement, short_hash

TEXT = (
    "READ more\n\nPutin’den açıklama: Blinken met Lavrov in Geneva on 3 February, AFP reported.\n"
    '“Yes, we said "yes"”, said Blinken. Lavrov, Foreign Minister of Russia, is to visit Kyiv’e next week.\n'
    "می‌خواهد پوتین و بایدن 🙂 گفت و گو کنند."
)

BLINKEN = Actor("antony-blinken", "Antony Blinken", "person", ("Blinken",))
LAVROV = Actor("sergey-lavrov", "Sergey Lavrov", "person", ("Lavrov",))
PUTIN = Actor("vladimir-putin", "Vladimir Putin", "person", ("Putin", "پوتین"))
BIDEN = Actor("joe-biden", "Joe Biden", "person", ("بایدن",))
UKRAINE = Actor("country-ua", "Ukraine", "country", ("Kyiv",))


def span(words: str, text: str = TEXT) -> Span:
    """Where ``words`` stand first."""
    start = text.index(words)
    return start, start + len(words)


def mentions(text: str, *actors: Actor) -> tuple[Mention, ...]:
    """Every place where a form of an actor stands."""
    found = []
    for actor in actors:
        for form in actor.forms:
            at = text.find(form)
            while at >= 0:
                found.append(Mention(actor.id, at, at + len(form)))
                at = text.find(form, at + 1)
    return tuple(sorted(found, key=lambda mention: mention.start))


def extraction(
    text: str = TEXT, *, url: str | None = "https://www.example.org/a", published: str | None = "2022-02"
) -> Extraction:
    """An article with two events, a statement and a role; facts carry ids that depend on the text."""
    article = Article(text, "Blinken met Lavrov", "en", published, url)

    def fact_id(kind: str) -> str:
        return short_hash(article.hash, kind)

    met_words = "Blinken met Lavrov in Geneva on 3 February"
    met = Event(
        fact_id("met"), "CONSULT", (BLINKEN.id,), (LAVROV.id,), *span(met_words, text),
        rule="met", mode="meeting", date="2022-02-03", date_text="3 February", place="Geneva", duration_minutes=90,
        according_to=("AFP",), sure=True,
        spans=(span(met_words, text), span("Blinken met Lavrov", text)),
    )  # fmt: skip
    talk = Event(
        fact_id("talk"), "CONSULT", (PUTIN.id,), (BIDEN.id,), *span("پوتین و بایدن 🙂 گفت و گو کنند", text),
        rule="talk", mode="phone", inferred=(BIDEN.id,), status="planned",
    )  # fmt: skip
    said = Statement(
        fact_id("said"), BLINKEN.id, "said", *span("“Yes, we said \"yes\"”, said Blinken", text), rule="said",
        quote='Yes, we said "yes"',
    )  # fmt: skip
    role = Role(
        fact_id("role"),
        LAVROV.id,
        "Foreign Minister",
        "Russia",
        *span("Lavrov, Foreign Minister of Russia", text),
        rule="role",
    )
    actors = (BLINKEN, LAVROV, PUTIN, BIDEN, UKRAINE)
    return Extraction(
        article,
        (Noise(*span("READ more", text), "READ"),),
        actors,
        mentions(text, *actors),
        (met, talk),
        (said,),
        (role,),
    )
