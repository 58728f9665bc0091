"""Accords that name nobody are between those last told of, where the article leaves no doubt who these are."""

from __future__ import annotations

import pytest

from dateline.extract import extract

TOLD = [
    ("en", "Israel bombed Hezbollah for a month. The ceasefire took effect on Wednesday.", "RETREAT", "occurred"),
    ("it", "Israele ha bombardato Hezbollah. La tregua è entrata in vigore mercoledì.", "RETREAT", "occurred"),
    ("tr", "İsrail, Hizbullah'ı bombaladı. Ateşkes çarşamba günü yürürlüğe girdi.", "RETREAT", "occurred"),
    ("fa", "اسرائیل حزب‌الله را بمباران کرد. آتش‌بس چهارشنبه اعلام شد.", "RETREAT", "occurred"),
    ("en", "Israel held talks with Hezbollah. A deal will be signed in August.", "AGREE", "planned"),
    ("it", "Israele si è incontrato con Hezbollah. L'accordo sarà firmato ad agosto.", "AGREE", "planned"),
    ("tr", "İsrail, Hizbullah ile görüştü. Barış anlaşması ağustosta imzalanacak.", "AGREE", "planned"),
]


@pytest.mark.parametrize(("lang", "text", "type_", "status"), TOLD)
def test_an_accord_without_names_is_between_those_last_told_of(lang: str, text: str, type_: str, status: str) -> None:
    event = extract(text, "2024-05-15", lang=lang).events[-1]
    assert (event.type, event.status) == (type_, status)
    assert {*event.source, *event.target} == {"country-il", "hezbollah"} == set(event.inferred)
    assert not event.sure


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire took effect on Wednesday.",  # between nobody told of
        "Israel bombed Hezbollah. A deal was reached with Norway.",  # somebody else is named
    ],
)
def test_an_accord_is_between_nobody_where_somebody_else_may_be_meant(text: str) -> None:
    told = extract(text, "2024-05-15", lang="en").events
    assert not [event for event in told if event.type in ("AGREE", "RETREAT") and event.target]
