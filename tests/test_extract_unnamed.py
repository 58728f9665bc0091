"""Doers whom nobody names: their acts are not those of whoever stands elsewhere in the sentence."""

from __future__ import annotations

import pytest

from dateline.extract import extract


@pytest.mark.parametrize(
    "text",
    [
        "Berlin, bilgisayar korsanlarının Alman parlamentosuna saldırdığını duyurdu.",
        "Fransa, isyancıların Mali'deki üsse saldırdığını bildirdi.",
    ],
)
def test_who_tells_of_unnamed_attackers_did_not_attack(text: str) -> None:
    assert not [event for event in extract(text, "2024-05-15", lang="tr").events if event.source]


def test_what_happened_after_several_attacks_keeps_its_doer() -> None:
    text = "Fransa, saldırıların ardından Mali'ye asker gönderdiğini duyurdu."
    (event,) = extract(text, "2024-05-15", lang="tr").events
    assert (event.type, event.source) == ("MOBILIZE", ("country-fr",))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fa", "اولاف شولتس درخواست‌ها برای ارسال موشک به اوکراین را رد کرد."),
        ("fa", "اسرائیل درخواست حماس برای خروج کامل را رد کرده است."),
    ],
)
def test_what_was_only_asked_for_is_not_denied_with_the_demand(lang: str, text: str) -> None:
    assert [event.type for event in extract(text, "2024-05-15", lang=lang).events] == ["REJECT"]
