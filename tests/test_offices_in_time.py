"""The same sentence at different times: an office is the person who held it then, else its country."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from dateline.model import Extraction
from dateline.packs import knowledge

SENTENCES = [
    ("tr", "ABD Dışişleri Bakanı, Rusya'yı uyardı."),
    ("tr", "ABD Dışişleri Bakanı Kiev'de Zelenskiy ile görüştü."),
    ("fa", "وزیر امور خارجه آمریکا به روسیه هشدار داد."),
    ("fa", "وزیر خارجه آمریکا با سرگئی لاوروف دیدار کرد."),
    ("it", "Il segretario di Stato americano ha incontrato Sergei Lavrov a Ginevra."),
    ("it", "Il segretario di Stato degli Stati Uniti ha avvertito la Russia."),
    ("en", "The US Secretary of State warned Russia."),
]
AFTER = f"{int(knowledge.as_of()[:4]) + 1}-{knowledge.as_of()[5:]}"  # a year after the registry ends
TIMES = [
    ("2022-02", "Antony Blinken"),
    ("2022-02-10", "Antony Blinken"),
    ("2025-05", "Marco Rubio"),
    ("2025-01", "United States"),  # the month of the handover
    (AFTER, "United States"),
    (None, "United States"),
]


def source(extraction: Extraction) -> tuple[str, bool]:
    """Who acts in the only event, and whether that was inferred."""
    (event,) = extraction.events
    (actor,) = event.source
    names = {actor.id: actor.name for actor in extraction.actors}
    return names[actor], actor in event.inferred


@pytest.mark.parametrize(("published", "who"), TIMES)
@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_an_office_is_who_held_it_when_the_article_appeared(
    lang: str, sentence: str, published: str | None, who: str
) -> None:
    """A person found by the office is inferred; where nobody is known, the words may name the country it acts for."""
    acting, inferred = source(extract(sentence, published, lang=lang))
    assert acting == who and (inferred or who == "United States")


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_nobody_is_given_an_office_in_doubt(lang: str, sentence: str) -> None:
    for published in (None, "2025-01", AFTER):
        assert not extract(sentence, published, lang=lang).roles


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("tr", "ABD Dışişleri Bakanı Antony Blinken salı günü konuştu. ABD Dışişleri Bakanı, Rusya'yı uyardı."),
        ("fa", "آنتونی بلینکن، وزیر امور خارجه آمریکا، سخنرانی کرد. وزیر امور خارجه آمریکا به روسیه هشدار داد."),
        ("it", "Il segretario di Stato americano Antony Blinken ha parlato ieri. Il segretario di Stato americano "
               "ha avvertito la Russia."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", [None, "2025-05", AFTER])
def test_what_the_article_says_counts_before_the_registry(lang: str, text: str, published: str | None) -> None:
    extraction = extract(text, published, lang=lang)
    warned = [event for event in extraction.events if event.type == "THREATEN"]
    names = {actor.id: actor.name for actor in extraction.actors}
    assert [names[actor] for event in warned for actor in event.source] == ["Antony Blinken"]


def test_a_person_named_by_the_sentence_is_not_inferred() -> None:
    assert source(extract("Blinken, Rusya'yı uyardı.", "2022-02", lang="tr")) == ("Antony Blinken", False)
