"""Embassies spoken of again: an act at "the embassy" is against the country whose embassy the article named before."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from dateline.model import Event


def events(lang: str, text: str) -> list[Event]:
    return list(extract(text, "2024-05-15", lang=lang).events)


@pytest.mark.parametrize(
    ("lang", "text", "type_", "target"),
    [
        (
            "en",
            "Mexico withdrew the staff of the Mexican embassy on Sunday. Ecuadorian police stormed the embassy.",
            "COERCE",
            "country-mx",
        ),
        (
            "en",
            "Staff of the embassy of Sweden left Baghdad on Sunday. Protesters attacked the mission on Monday.",
            "PROTEST",
            "country-se",
        ),
        (
            "it",
            "I funzionari dell'ambasciata messicana sono partiti. Il Messico ha condannato l'irruzione della polizia "
            "ecuadoriana nella sede di Quito.",
            "COERCE",
            "country-mx",
        ),
        (
            "tr",
            "Meksika Büyükelçiliği'nin personeli ülkeden ayrıldı. Ekvador polisi cuma gecesi büyükelçiliği bastı.",
            "COERCE",
            "country-mx",
        ),
        (
            "fa",
            "کارکنان سفارت مکزیک کیتو را ترک کردند. پلیس اکوادور جمعه شب به سفارت حمله کرد.",
            "ASSAULT",
            "country-mx",
        ),
    ],
)
def test_the_embassy_is_of_the_country_told_before(lang: str, text: str, type_: str, target: str) -> None:
    event = next(event for event in events(lang, text) if event.type == type_)
    assert event.target == event.inferred == (target,)
    assert not event.sure


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Guests left the Mexican embassy in Quito. Ecuadorian police raided the mission of the observers."),
        ("en", "Guests left the Mexican embassy in Quito. Mexican police raided the embassy on Friday."),
        ("it", "L'ambasciata messicana è chiusa. La polizia ecuadoriana ha fatto irruzione nella sede del giornale."),
    ],
)
def test_not_where_the_words_tell_otherwise(lang: str, text: str) -> None:
    raids = [event for event in events(lang, text) if event.type == "COERCE"]
    assert all("country-mx" not in event.target for event in raids)
