"""Lists of parties where an ending at the last one marks them all: who acts is parted from them by a bare comma."""

from __future__ import annotations

import pytest

from dateline.extract import extract

FIDAN, LAVROV, BLINKEN = "hakan-fidan", "sergey-lavrov", "antony-blinken"
LISTS = [
    ("Fidan, Lavrov ve Blinken'la görüştü.", (FIDAN,), (LAVROV, BLINKEN)),
    ("Fidan, Lavrov ve Blinken ile telefonda görüştü.", (FIDAN,), (LAVROV, BLINKEN)),
    ("Fidan, Rus mevkidaşı Lavrov ve ABD Dışişleri Bakanı Blinken'ı uyardı.", (FIDAN,), (LAVROV, BLINKEN)),
    ("Rusya, Çin ve İran'la görüşen Türkiye.", ("country-tr",), ("country-ru", "country-cn", "country-ir")),
    ("Türkiye, Rusya ve İran Tahran'da buluştu.", ("country-tr",), ("country-ru", "country-ir")),
    (
        "Hakan Fidan, Katar Başbakanı ve Dışişleri Bakanı Muhammed bin Abdurrahman Al Sani ile telefonda görüştü.",
        (FIDAN,),
        ("mohammed-bin-abdulrahman-al-thani",),
    ),
]


@pytest.mark.parametrize(("text", "source", "target"), LISTS)
def test_the_comma_parts_who_acts_from_the_list_unless_somebody_else_acts(
    text: str, source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    (event,) = extract(text, "2024-05-15", lang="tr").events
    assert (event.source, event.target) == (source, target)


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "Together with Mali, Niger left ECOWAS in January.", {"country-ne", "country-ml"}),
        ("en", "Britain, along with France, condemned ECOWAS.", {"country-gb", "country-fr"}),
        ("it", "Insieme alla Francia, l'Italia ha condannato l'Ecowas.", {"country-it", "country-fr"}),
    ],
)
def test_who_stands_with_the_subject_before_the_verb_acts_too(lang: str, text: str, source: set[str]) -> None:
    (event,) = extract(text, "2024-05-15", lang=lang).events
    assert {*event.source} == source and event.target == ("ecowas",)


def test_a_town_of_two_words_is_no_surname_with_a_particle() -> None:
    (event,) = extract("Aliyev ile Paşinyan Abu Dabi'de buluştu.", "2025-07-10", lang="tr").events
    assert (event.source, event.target, event.place) == (("ilham-aliyev",), ("nikol-pashinyan",), "Abu Dhabi")


def test_the_opposition_of_a_country_is_not_the_country_told_of_before() -> None:
    text = "İran bunu yineledi. Ermeni muhalefeti Paşinyan'ı istifaya çağırdı."
    assert not [event for event in extract(text, "2025-07-10", lang="tr").events if "country-ir" in event.source]
