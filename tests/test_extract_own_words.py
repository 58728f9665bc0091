"""What quoted speakers say that they or their side did: "We call on Israel …" is an act of whoever they speak for."""

from __future__ import annotations

import pytest

from dateline.extract import extract, traces

OF_THEIR_SIDE = [
    ("en", '"We condemn Russia\'s attack on Ukraine," said Latvian foreign minister Janis Berzkalns.',
     ("ACCUSE", "country-lv", "country-ru")),
    ("en", '"We call on Israel to withdraw its troops," Norwegian spokesman Ola Fjeldmark said.',
     ("REQUEST", "country-no", "country-il")),
    ("en", 'Finnish minister Aino Korpivaara said: "We will not accept Russia\'s demands."',
     ("REJECT", "country-fi", "country-ru")),
    ("en", 'Finnish minister Aino Korpivaara said: "I have spoken with Antony Blinken."',
     ("CONSULT", "person-aino-korpivaara", "antony-blinken")),
    ("it", "«Chiediamo a Israele di ritirare le truppe», ha affermato il portavoce norvegese Ola Fjeldmark.",
     ("REQUEST", "country-no", "country-il")),
    ("it", '"Abbiamo chiesto alla Cina di fermarsi", ha detto la ministra filippina Corazon Dalisay.',
     ("REQUEST", "country-ph", "country-cn")),
    ("tr", "Letonya Dışişleri Bakanı Janis Berzkalns, \"Rusya'nın Ukrayna'ya saldırısını kınıyoruz\" dedi.",
     ("ACCUSE", "country-lv", "country-ru")),
    ("tr", "\"İsrail'i askerlerini çekmeye çağırıyoruz\" diyen Norveç sözcüsü Ola Fjeldmark, gerginliğe dikkat çekti.",
     ("REQUEST", "country-no", "country-il")),
    ("fa", "اولا فیلدمارک سخنگوی دولت نروژ گفت: «از اسرائیل می‌خواهیم نیروهایش را خارج کند».",
     ("REQUEST", "country-no", "country-il")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "wanted"), OF_THEIR_SIDE)
def test_a_quoted_we_is_the_speakers_side_and_a_quoted_i_is_the_speaker(
    lang: str, text: str, wanted: tuple[str, str, str]
) -> None:
    events = extract(text, "2024-05-15", lang=lang).events
    assert [(event.type, *event.source, *event.target) for event in events] == [wanted]
    (event,) = events
    assert event.inferred == event.source and not event.sure
    source = next(party for party in traces(text, "2024-05-15", lang=lang)[event.id].parties if party.part == "source")
    assert source.how == "own words" and source.span is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "We condemn the attack by Russia."),  # nobody is said to speak
        ("tr", "İsrail'i askerlerini çekmeye çağırıyoruz."),
        ("it", "Giuseppe Conte ha incontrato la stampa. Condanniamo la Russia."),
    ],
)
def test_nobody_acts_in_the_first_person_where_no_speaker_is_told(lang: str, text: str) -> None:
    assert not [event for event in extract(text, "2024-05-15", lang=lang).events if event.type in ("ACCUSE", "REQUEST")]
