"""Conditions and threats: what stands behind "if" is no act, what hangs on it is conditional, a price is a threat."""

from __future__ import annotations

import pytest

from dateline.extract import extract

HANGING = [
    ("en", "If Belarus frees the prisoners, the United States will lift its sanctions on Minsk.",
     ("CONCEDE", "country-us", "country-by")),
    ("en", "Washington will lift its sanctions on Belarus if Minsk frees the prisoners.",
     ("CONCEDE", "country-us", "country-by")),
    ("it", "Se la Russia attaccherà l'Ucraina, l'Italia invierà armi a Kiev.",
     ("AID", "country-it", "country-ua")),
    ("it", "In caso di attacco della Russia all'Ucraina, l'Italia invierà armi a Kiev.",
     ("AID", "country-it", "country-ua")),
    ("tr", "Rusya Ukrayna'ya saldırırsa ABD, Moskova'ya yaptırım uygulayacak.",
     ("SANCTION", "country-us", "country-ru")),
    ("tr", "Rusya'nın Ukrayna'ya saldırması halinde ABD Moskova'ya yaptırım uygulayacak.",
     ("SANCTION", "country-us", "country-ru")),
    ("fa", "اگر روسیه به اوکراین حمله کند، آمریکا مسکو را تحریم خواهد کرد.",
     ("SANCTION", "country-us", "country-ru")),
    ("fa", "در صورت حمله روسیه به اوکراین، آمریکا مسکو را تحریم خواهد کرد.",
     ("SANCTION", "country-us", "country-ru")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "wanted"), HANGING)
def test_only_what_hangs_on_a_condition_is_told(lang: str, text: str, wanted: tuple[str, str, str]) -> None:
    (event,) = extract(text, "2024-05-15", lang=lang).events
    assert (event.type, *event.source, *event.target) == wanted
    assert event.status == "conditional"


def test_whoever_will_do_nothing_unless_refuses_under_a_condition() -> None:
    (event,) = extract("Bişkek, Tacikistan askerlerini çekmezse heyet göndermeyecek.", "2024-05-15", lang="tr").events
    assert (event.type, event.source, event.status) == ("REJECT", ("country-kg",), "conditional")


THREATS = [
    ("en", "Antony Blinken said Belarus would face severe consequences if it invaded Ukraine."),
    ("en", '"Belarus will pay a heavy price," Antony Blinken said.'),
    ("it", "Antony Blinken ha detto che la Bielorussia pagherà un prezzo alto se invaderà l'Ucraina."),
    ("tr", "Antony Blinken, Ukrayna'yı işgal ederse Belarus'un ağır bedel ödeyeceğini söyledi."),
    ("tr", "Antony Blinken, Belarus'un ağır sonuçlarla karşı karşıya kalacağını belirtti."),
    ("fa", "آنتونی بلینکن گفت که بلاروس برای این کار بهای سنگینی خواهد پرداخت."),
]


@pytest.mark.parametrize(("lang", "text"), THREATS)
def test_who_says_that_somebody_will_pay_threatens_him(lang: str, text: str) -> None:
    (event,) = extract(text, "2024-05-15", lang=lang).events
    assert (event.type, event.source, event.target) == ("THREATEN", ("antony-blinken",), ("country-by",))
    assert event.status == "occurred" and event.inferred == ("antony-blinken",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Belarus has paid a heavy price for the war, Antony Blinken said."),  # nothing is announced
        ("en", "Belarus will pay a heavy price."),  # nobody says so
    ],
)
def test_a_price_paid_or_named_by_nobody_threatens_nobody(lang: str, text: str) -> None:
    assert not [event for event in extract(text, "2024-05-15", lang=lang).events if event.type == "THREATEN"]
