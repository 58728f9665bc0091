"""Pronouns as those whom an act concerns, and two names side by side where endings tell who does what."""

from __future__ import annotations

import pytest

from dateline.extract import extract

MACRON, ZELENSKY, PUTIN = "emmanuel-macron", "volodymyr-zelenskyy", "vladimir-putin"
POINTED = [
    ("en", "Macron met Zelenskiy on Monday. He urged him to accept a truce.", ("REQUEST", MACRON, ZELENSKY)),
    ("en", "Macron, who spoke by phone with Putin on Monday, warned him.", ("THREATEN", MACRON, PUTIN)),
    ("it", "Macron ha incontrato Zelensky. Il presidente francese ha chiesto a lui di accettare la tregua.",
     ("REQUEST", MACRON, ZELENSKY)),
    ("tr", "Macron Putin'i aradı ve onu uyardı.", ("THREATEN", MACRON, PUTIN)),
    ("tr", "Zelenskiy Macron'la görüştü ve ondan silah istedi.", ("REQUEST", ZELENSKY, MACRON)),
    ("fa", "مکرون با زلنسکی دیدار کرد و از او خواست آتش‌بس را بپذیرد.", ("REQUEST", MACRON, ZELENSKY)),
    ("fa", "مکرون با پوتین تلفنی گفت‌وگو کرد. مکرون به او هشدار داد.", ("THREATEN", MACRON, PUTIN)),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "wanted"), POINTED)
def test_a_pronoun_is_the_other_one_of_those_who_met(lang: str, text: str, wanted: tuple[str, str, str]) -> None:
    event = extract(text, "2024-05-15", lang=lang).events[-1]
    assert (event.type, *event.source, *event.target) == wanted
    assert wanted[2] in event.inferred and not event.sure


def test_a_pronoun_for_nobody_told_of_names_nobody() -> None:
    (event,) = extract("Macron criticised him.", "2024-05-15", lang="en").events
    assert event.source == (MACRON,) and event.target == ()


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Macron Putin'i aradı.", "CONSULT"),
        ("Macron Putin'le görüştü.", "CONSULT"),
        ("Macron Putin'i uyardı.", "THREATEN"),
    ],
)
def test_two_surnames_side_by_side_are_two_people(text: str, type_: str) -> None:
    (event,) = extract(text, "2024-05-15", lang="tr").events
    assert (event.type, event.source, event.target) == (type_, (MACRON,), (PUTIN,))


def test_a_first_name_and_a_surname_are_one() -> None:
    actors = extract("Polis dün Kerem Putin'i aradı.", "2024-05-15", lang="tr").actors
    assert "Kerem Putin" in [actor.name for actor in actors] and "Vladimir Putin" not in [a.name for a in actors]
