"""Protests of crowds that nobody names: against whom they are, by the place where they are held."""

from __future__ import annotations

import pytest

from dateline.extract import extract

HELD = [
    ("en", "Georgia's president kept silent. Thousands rallied in Tbilisi on Saturday.", "country-ge", "Tbilisi"),
    ("en", "Kenya's economy is weak. Hundreds of people blocked roads in Nairobi.", "country-ke", "Nairobi"),
    ("en", "Serbia's police closed roads. Demonstrations erupted in Novi Sad on Friday.", "country-rs", "Novi Sad"),
    ("it", "La Georgia tace. Migliaia di persone sono scese in piazza sabato a Tbilisi.", "country-ge", "Tbilisi"),
    ("tr", "Kenya karıştı. Yüzlerce gösterici Nairobi'de parlamento binasını bastı.", "country-ke", "Nairobi"),
    ("tr", "Sırbistan karıştı. Belgrad'da binlerce kişi sokağa döküldü.", "country-rs", "Belgrade"),
    ("fa", "گرجستان آرام نیست. هزاران نفر روز شنبه در تفلیس تجمع کردند.", "country-ge", "Tbilisi"),
    ("fa", "ایران آرام نیست. کارگران در اهواز دست به اعتصاب زدند.", "country-ir", "Ahvaz"),
]


@pytest.mark.parametrize(("lang", "text", "country", "place"), HELD)
def test_a_crowds_protest_is_against_the_country_it_is_held_in(lang: str, text: str, country: str, place: str) -> None:
    (event,) = extract(text, "2024-05-15", lang=lang).events
    assert (event.type, event.source, event.target, event.place) == ("PROTEST", (), (country,), place)
    assert event.inferred == (country,) and not event.sure


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "France is calm. Thousands marched in Paris in solidarity with Palestine."),
        ("en", "Thousands rallied in Batumi on Saturday."),  # whose country nobody named
        ("it", "La Francia è calma. A Parigi migliaia di persone hanno manifestato per la Palestina."),
    ],
)
def test_a_place_alone_tells_nothing_where_somebody_else_is_named_or_nobody_at_all(lang: str, text: str) -> None:
    assert not extract(text, "2024-05-15", lang=lang).events


def test_whom_the_words_name_wins_over_the_place() -> None:
    text = "Iraq is calm. Thousands protested in Baghdad against Turkey."
    (event,) = extract(text, "2024-05-15", lang="en").events
    assert event.target == ("country-tr",) and event.place == "Baghdad"


def test_the_words_of_a_noun_reach_to_the_verb_that_carries_it() -> None:
    text = "Serbia's police closed roads. Demonstrations erupted in Novi Sad on Friday."
    (event,) = extract(text, "2024-05-15", lang="en").events
    assert text[event.start : event.end].startswith("Demonstrations erupted")
