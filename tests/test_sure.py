"""When an event is sure, and what takes that away."""

from __future__ import annotations

import pytest

from dateline.extract import extract, traces

SOUND = {
    "en": "Norway accused Iceland of overfishing.",
    "tr": "Dışişleri Bakanı Hakan Fidan, Bakü'de Ceyhun Bayramov'la görüştü.",
    "it": "Il presidente francese Emmanuel Macron ha incontrato a Parigi Giorgia Meloni.",
    "fa": "امانوئل مکرون با ولودیمیر زلنسکی در پاریس دیدار کرد.",
}
DAMAGED = {
    "all in capitals": ("en", "NORWAY ACCUSED ICELAND OF OVERFISHING"),
    "never closed": ("en", "Norway accused Iceland of overfishing and of “greed beyond measure."),
    "run together": ("en", "On Monday,Norway accused Iceland of overfishing."),
    "another script": ("it", "Il presidente francese Emmanuel Macron ha incontrato a Parigi Giorgia Meloni e பிளிங்கன்."),
}


@pytest.mark.parametrize("lang", SOUND)
def test_an_act_between_two_named_in_a_sound_sentence_is_sure(lang: str) -> None:
    events = extract(SOUND[lang], "2024-05-15", lang=lang).events
    assert events and all(event.sure for event in events)


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_sentence_makes_nothing_sure_and_explain_says_why(damage: str) -> None:
    lang, text = DAMAGED[damage]
    events = extract(text, "2024-05-15", lang=lang).events
    assert events and not any(event.sure for event in events)
    made = traces(text, "2024-05-15", lang=lang)
    assert all(damage in (made[event.id].damage or "") for event in events)


def test_whoever_is_only_inferred_makes_nothing_sure() -> None:
    text = "Emmanuel Macron arrived in Kyiv on Monday. He met Volodymyr Zelensky."
    met = [event for event in extract(text, "2024-05-15", lang="en").events if event.inferred]
    assert met and not any(event.sure for event in met)


def test_words_of_a_latin_name_in_another_script_are_no_damage() -> None:
    text = "امانوئل مکرون (Emmanuel Macron) با ولودیمیر زلنسکی در پاریس دیدار کرد."
    events = extract(text, "2024-05-15", lang="fa").events
    assert events and all(event.sure for event in events)
