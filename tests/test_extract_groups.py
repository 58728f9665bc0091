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
