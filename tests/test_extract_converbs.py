"""Converbs: "giderek görüştü" are two acts of one doer and one status."""

from __future__ import annotations

import pytest

from dateline.extract import extract

BLINKEN, SISI = "antony-blinken", "abdel-fattah-al-sisi"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Antony Blinken'ın gelecek hafta Mısır'a giderek Abdülfettah es-Sisi ile görüşmesi bekleniyor.", "planned"),
        ("Antony Blinken Mısır'a giderek Abdülfettah es-Sisi ile görüşecek.", "planned"),
        ("Antony Blinken Mısır'a giderek Abdülfettah es-Sisi ile görüştü.", "occurred"),
    ],
)
def test_a_converb_shares_doer_and_status_with_its_verb(text: str, status: str) -> None:
    visit, meeting = extract(text, "2024-05-15", lang="tr").events
    assert (visit.source, visit.target, visit.mode, visit.status) == ((BLINKEN,), ("country-eg",), "visit", status)
    assert (meeting.source, meeting.target, meeting.status) == ((BLINKEN,), (SISI,), status)


def test_an_owner_beside_a_place_does_not_act() -> None:
    text = (
        "Lavrov ve Rubio, Suudi Arabistan'ın başkenti Riyad'da bir araya gelerek ilişkileri düzeltme konusunda anlaştı."
    )
    met = extract(text, "2025-02-18", lang="tr").events[0]
    assert (met.source, met.target, met.place) == (("sergey-lavrov",), ("marco-rubio",), "Riyadh")
