"""What extraction reads, sentence by sentence, through ``dateline.extract``. Scores on whole articles: test_scores."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from dateline import extract


def read(text: str, published: str | None = None, lang: str | None = None) -> dict[str, Any]:
    return extract(text, published, lang=lang).to_json()


def events(text: str, published: str | None = None, lang: str | None = None) -> list[tuple[str, set[str], str]]:
    """(type, parties, status) of every event."""
    found = read(text, published, lang)["events"]
    return [(event["type"], {*event["source"], *event["target"]}, event["status"]) for event in found]


def actors(text: str, lang: str | None = None) -> dict[str, list[str]]:
    return {actor["name"]: actor["forms"] for actor in read(text, lang=lang)["actors"]}


@pytest.mark.parametrize(
    ("lang", "text", "type_", "parties", "status"),
    [
        ("tr", "Macron dün Putin'le telefonda görüştü.", "CONSULT", {"Emmanuel Macron", "Vladimir Putin"}, "occurred"),
        ("tr", "Rusya Ukrayna'ya saldırdı.", "ASSAULT", {"Russia", "Ukraine"}, "occurred"),
        (
            "tr",
            "Lavrov, Blinken'le gelecek hafta görüşecek.",
            "CONSULT",
            {"Sergey Lavrov", "Antony Blinken"},
            "planned",
        ),
        ("tr", "Moskova, Washington'u suçladı.", "ACCUSE", {"Russia", "United States"}, "occurred"),
        ("it", "Blinken ha incontrato Lavrov a Ginevra.", "CONSULT", {"Antony Blinken", "Sergey Lavrov"}, "occurred"),
        ("it", "Mosca ha accusato Washington.", "ACCUSE", {"Russia", "United States"}, "occurred"),
        ("it", "Macron incontrerà Putin domani.", "CONSULT", {"Emmanuel Macron", "Vladimir Putin"}, "planned"),
        ("it", "Le truppe russe avrebbero bombardato l'Ucraina.", "ASSAULT", {"Russia", "Ukraine"}, "conditional"),
        ("fa", "بایدن با پوتین تلفنی گفت‌وگو کرد.", "CONSULT", {"Joe Biden", "Vladimir Putin"}, "occurred"),
        ("fa", "کاخ سفید روسیه را محکوم کرد.", "ACCUSE", {"United States", "Russia"}, "occurred"),
        ("fa", "لاوروف با بلینکن دیدار خواهد کرد.", "CONSULT", {"Sergey Lavrov", "Antony Blinken"}, "planned"),
        ("en", "Blinken met Lavrov in Geneva.", "CONSULT", {"Antony Blinken", "Sergey Lavrov"}, "occurred"),
        ("en", "Russia will withdraw its troops from Ukraine.", "RETREAT", {"Russia", "Ukraine"}, "planned"),
    ],
)
def test_one_sentence_one_event(lang: str, text: str, type_: str, parties: set[str], status: str) -> None:
    assert events(text, lang=lang) == [(type_, parties, status)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("tr", "Gazete, şehirdeki konseri ve spor sonuçlarını yazdı."),
        ("it", "La squadra ha attaccato bene nel secondo tempo."),
        ("fa", "هوا امروز در تهران آفتابی است."),
        ("en", "The striker attacked well in the second half."),
    ],
)
def test_a_sentence_without_acts_between_actors_has_no_event(lang: str, text: str) -> None:
    assert events(text, lang=lang) == []


def test_turkish_endings_after_an_apostrophe_say_who_stands_where() -> None:
    (event,) = read("Rusya Dışişleri Bakanı Lavrov, Çin'i uyardı.", lang="tr")["events"]
    assert (event["source"], event["target"]) == (["Sergey Lavrov"], ["China"])
    assert actors("Putin'le, Lavrov'la ve Rusya'ya dair.", lang="tr")["Vladimir Putin"] == ["Putin"]


@pytest.mark.parametrize(
    "text",
    [
        "ولادیمیر پوتین با جو بایدن گفت‌وگو کرد.",
        "ولاديمير پوتين با جو بايدن گفتوگو كرد.",  # Arabic letters, no joiner
        "ولادیمیر پوتین با جو بایدن گفت و گو کرد.",
    ],
)
def test_persian_letter_forms_and_joiners_make_no_difference(text: str) -> None:
    assert events(text, lang="fa") == [("CONSULT", {"Vladimir Putin", "Joe Biden"}, "occurred")]


def test_jalali_dates_and_persian_digits_are_read() -> None:
    found = read("بایدن و پوتین روز ۹ دی ۱۴۰۰ با یکدیگر تلفنی گفت‌وگو کردند.", lang="fa")["events"]
    assert [event["date"] for event in found] == ["2021-12-30"]


def test_a_later_mention_by_surname_is_the_same_actor() -> None:
    text = "Turan Aksoy adlı bakan konuştu. Ukrayna Dışişleri Bakanı Petro Voloşenko geldi. Voloşenko Rusya'yı suçladı."
    forms = actors(text, lang="tr")
    assert forms["Petro Voloşenko"] == ["Petro Voloşenko", "Voloşenko"]


def test_a_name_that_sounds_like_a_full_name_is_that_actor() -> None:
    text = "Il segretario di Stato Antony Blinken è a Ginevra. I colloqui con Blingen sono finiti, ha detto Lavrov."
    assert actors(text, lang="it")["Antony Blinken"] == ["Antony Blinken", "Blingen"]


def test_a_name_one_letter_off_at_its_head_is_somebody_else() -> None:
    text = "Il presidente Vladimir Putin ha parlato. Il ministro Piotr Rutin ha risposto a Mosca."
    found = actors(text, lang="it")
    assert found["Vladimir Putin"] == ["Vladimir Putin"]
    assert "Piotr Rutin" in found


def test_a_stray_word_of_another_script_is_a_name() -> None:
    text = "Il presidente Joe Biden ha parlato mercoledì. பிடன் ha chiarito la sua posizione giovedì."
    assert actors(text, lang="it")["Joe Biden"] == ["Joe Biden", "பிடன்"]


def test_a_name_no_list_holds_becomes_an_actor_by_its_title() -> None:
    (role,) = read("Batken Valisi Taalay Ormonov açıklama yaptı.", lang="tr")["roles"]
    assert (role["person"], role["office"]) == ("Taalay Ormonov", "Governor")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("tr", "Lavrov, Rubio'yla görüşmediğini söyledi."),
        ("it", "Putin non ha incontrato Macron."),
        ("en", "Putin did not meet Macron."),
    ],
)
def test_what_is_denied_never_reads_as_done(lang: str, text: str) -> None:
    assert all(status == "denied" for _, _, status in events(text, lang=lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "Se la tregua reggerà, la Russia ritirerà le truppe dall'Ucraina."),
        ("en", "If the truce holds, Russia will withdraw its troops from Ukraine."),
        ("tr", "Ateşkes sürerse Rusya askerlerini Ukrayna'dan çekecek."),
    ],
)
def test_what_hangs_on_a_condition_never_reads_as_done(lang: str, text: str) -> None:
    found = [event for event in events(text, lang=lang) if event[0] == "RETREAT"]
    assert found
    assert all(status == "conditional" for _, _, status in found)


def test_an_inferred_party_is_marked() -> None:
    (event,) = read("ABD Dışişleri Bakanı Çin'i uyardı.", "2022-05-10", "tr")["events"]
    assert (event["source"], event["inferred"]) == (["Antony Blinken"], ["Antony Blinken"])


def test_a_quotation_names_its_speaker_and_its_exact_words() -> None:
    (said,) = read("Ticaret Bakanı Elif Korkmaz, “İşgali engellemek için her şeyi yapacağız” dedi.", lang="tr")[
        "statements"
    ][:1]
    assert said["speaker"] == "Elif Korkmaz"
    assert said["quote"] == "İşgali engellemek için her şeyi yapacağız"


def test_boilerplate_yields_no_fact() -> None:
    text = (
        "Blinken ha incontrato Lavrov a Ginevra. Il colloquio si è svolto in un albergo sul lago.\n\n"
        "Non ci sono state dichiarazioni davanti alle telecamere; le delegazioni sono ripartite in serata.\n\n"
        "READ  Putin ha incontrato Macron a Mosca\n\n"
        "Lascia un commento\n\nIl tuo indirizzo email non sarà pubblicato."
    )
    found = read(text, lang="it")
    assert events(text, lang="it") == [("CONSULT", {"Antony Blinken", "Sergey Lavrov"}, "occurred")]
    covered = "".join(text[noise["start"] : noise["end"]] for noise in found["noise"])
    assert "READ" in covered
    assert "Lascia un commento" in covered


def test_an_unknown_language_gives_no_facts_and_says_so() -> None:
    found = extract("Der Außenminister hat gestern Emmanuel Macron in Genf getroffen und mit ihm lange gesprochen.")
    assert (found.article.lang, found.events, found.statements) == (None, (), ())
    assert [actor.name for actor in found.actors] == ["Emmanuel Macron"]
    assert found.warnings


def test_the_same_text_always_gives_the_same_facts_and_pickles() -> None:
    text = "Macron dün Putin'le telefonda görüştü. Putin “Görüşme yararlıydı” dedi."
    first = extract(text, "2022-02-20")
    assert first == extract(text, "2022-02-20")
    assert pickle.loads(pickle.dumps(first)) == first
    assert len({fact.id for fact in (*first.events, *first.statements, *first.roles)}) == len(
        (*first.events, *first.statements, *first.roles)
    )


@pytest.mark.parametrize("written", ["US", "U.S.", "USA", "U.S.A.", "United States"])
def test_a_country_by_its_initials_acts_however_these_are_pointed(written: str) -> None:
    text = f"The {written} and Israel attacked Iraq on Friday."
    (event,) = extract(text, "2024-05-15", lang="en").events
    assert event.source == ("country-us", "country-il") and event.target == ("country-iq",)
