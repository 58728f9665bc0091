"""Scripts without capitals: names by their head word or title, and clauses whose doer names nobody."""

from __future__ import annotations

import pytest

from dateline import extract


def people(text: str) -> list[str]:
    return [form for actor in extract(text, lang="fa").actors if actor.kind == "person" for form in actor.forms]


def told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = extract(text, lang="fa")
    names = {actor.id: actor.name for actor in found.actors}
    return [
        (event.type, tuple(names[a] for a in event.source), tuple(names[a] for a in event.target))
        for event in found.events
    ]


def test_an_organisation_runs_from_its_head_word_to_its_country() -> None:
    found = extract("مرکز امنیت سایبری نروژ از روسیه انتقاد کرد و مرکز امنیت سایبری خواستار گفت‌وگو شد.", lang="fa")
    bodies = [actor for actor in found.actors if actor.kind == "organization"]
    assert [set(actor.forms) for actor in bodies] == [{"مرکز امنیت سایبری نروژ", "مرکز امنیت سایبری"}]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("لیو شیانگ دونگ فرستاده ویژه چین با طالبان گفت‌وگو کرد.", "لیو شیانگ دونگ"),
        ("بهمن فروزش سخنگوی دولت ایران گفت ایران از عراق حمایت می‌کند.", "بهمن فروزش"),  # a month and a first name
        ("یاسین ابراهیم، وزیر دفاع سودان، از مصر تشکر کرد.", "یاسین ابراهیم"),  # two surnames of other people
    ],
)
def test_words_beside_a_title_are_one_name(text: str, name: str) -> None:
    assert people(text) == [name]


def test_words_run_together_name_nobody() -> None:
    assert "Mexico City" not in {actor.name for actor in extract("مکزیک و کلمبیا توافق کردند.", lang="fa").actors}
    assert told("مکزیک و کلمبیا توافق کردند.") == [("AGREE", ("Mexico",), ("Colombia",))]


@pytest.mark.parametrize(
    "text",
    [
        "سرگئی لاوروف گفت این کشور تسلیم نخواهد شد.",
        "عباس عراقچی به عراق رفت و یک منبع آگاه از روسیه انتقاد کرد.",
    ],
)
def test_a_doer_without_a_name_is_not_the_one_before(text: str) -> None:
    doers = [source for kind, source, _ in told(text) if kind in ("RETREAT", "ACCUSE")]
    assert doers in ([], [()])


def test_an_attack_on_an_embassy_is_not_its_owners_attack() -> None:
    assert told("به سفارت آمریکا در بغداد حمله شد.") == [("ASSAULT", (), ("United States",))]


def test_the_owner_inside_the_object_is_not_the_accused() -> None:
    text = "چین حملات آمریکا به تاسیسات هسته‌ای ایران را محکوم کرد."
    assert told(text) == [("ASSAULT", ("United States",), ("Iran",)), ("ACCUSE", ("China",), ("United States",))]


def test_a_phrase_needs_its_last_word_beside_the_verb() -> None:
    assert told("رئیس‌جمهور آمریکا ایران را به حمله نظامی تهدید کرد.") == [("THREATEN", ("United States",), ("Iran",))]


def test_whom_a_relative_clause_is_about_acts_after_it() -> None:
    text = "ترکمنستان نیز که در پایین دست رود قرار دارد سفیر خود را از کابل فراخواند."
    assert told(text) == [("SANCTION", ("Turkmenistan",), ("Afghanistan",))]
