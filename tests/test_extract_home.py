"""Whose a ministry or police is that no country stands beside."""

from __future__ import annotations

import pytest

from dateline.extract import extract

BODIES = [
    # the press of a country leaves its own name out where it writes from home
    ("tr", "ANKARA (AA) - Katar Başbakanı Türkiye'ye geldi.\nSavunma Bakanlığı, İsrail'i kınadı.", "Turkey"),
    # the place where something is done, before or behind the name
    ("tr", "İran bunu yineledi. Ermenistan da. Polis, Erivan'da on kişiyi gözaltına aldı.", "Armenia"),
    ("en", "Iran repeated this. So did Georgia. The Interior Ministry in Batumi condemned Iran.", "Georgia"),
]


@pytest.mark.parametrize(("lang", "text", "country"), BODIES)
def test_a_body_is_of_the_country_it_acts_in(lang: str, text: str, country: str) -> None:
    found = extract(text, "2025-07-10", lang=lang)
    bodies = [actor.name for actor in found.actors if actor.kind == "organization"]
    others = {"Turkey", "Armenia", "Georgia", "Iran", "Qatar", "Israel"} - {country}
    assert not [name for name in bodies if any(other in name for other in others)], bodies
