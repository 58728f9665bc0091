"""The language of a text is one of the packs' or none; names of other scripts read in Latin letters."""

# ruff: noqa: E501 - sentences stand whole

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.text.language import detect
from dateline.text.romanise import latin

KNOWN = [
    ("tr", "ABD Dışişleri Bakanı, Rus mevkidaşıyla telefonda görüştü."),
    ("tr", "Bakan dün Ankara'ya geldi ve iki lider ile bir saat görüştü; bu ziyaret çok önemli bir adım olarak görülüyor."),
    ("tr", "Disisleri Bakani dun bir aciklama yapti ve bu konuda iki ulke icin yeni bir donem basladi dedi, ancak daha once de "
           "boyle sozler verildi ve hic biri tutulmadi, diye ekledi; buna gore her sey ayni kadar zor olacak gibi."),
    ("it", "Il ministro ha detto che il governo non è pronto e che la riunione di oggi con gli alleati sarà decisiva."),
    ("en", "The minister said that the government was not ready and that it would meet with its allies in the spring."),
    ("fa", "وزیر امور خارجه گفت که این دیدار برای دو کشور مهم است و با همتای خود در تهران گفت و گو کرد."),
    ("fa", "وزير امور خارجه گفت كه اين ديدار براي دو كشور مهم است و با همتاي خود در تهران گفت و گو كرد."),
]  # fmt: skip

OTHERS = [
    "Der Minister sagte, dass die Regierung nicht bereit sei und dass man sich im Frühjahr mit den Verbündeten treffen werde.",
    "Le ministre a déclaré que le gouvernement n'était pas prêt et que la réunion avec les alliés serait décisive pour la paix.",
    "El ministro dijo que el gobierno no está listo y que la reunión de hoy con los aliados será decisiva para la paz en la región.",
    "O ministro disse que o governo não está pronto e que a reunião de hoje com os aliados será decisiva para a paz na região.",
    "Ministrul a declarat că guvernul nu este pregătit și că reuniunea de astăzi cu aliații va fi decisivă pentru pace.",
    "De minister zei dat de regering niet klaar is en dat de vergadering van vandaag met de bondgenoten beslissend zal zijn.",
    "Nazir bildirib ki, hökumət hazır deyil və müttəfiqlərlə bu gün keçiriləcək görüş sülh üçün həlledici olacaq, həm də çox vacibdir.",
    "قال وزير الخارجية إن الحكومة ليست مستعدة وإن اجتماع اليوم مع الحلفاء سيكون حاسما من أجل السلام في المنطقة.",
    "وزیر خارجہ نے کہا ہے کہ حکومت تیار نہیں ہے اور آج کا اجلاس خطے میں امن کے لیے فیصلہ کن ہوگا۔",
    "Министр заявил, что правительство не готово и что сегодняшняя встреча с союзниками станет решающей.",
    "Menteri mengatakan bahwa pemerintah belum siap dan pertemuan hari ini dengan para sekutu akan menentukan perdamaian.",
]

NOTHING = ["", "12.30 — ?", "Blinken", "Blinken Lavrov Putin", "***"]


@pytest.mark.parametrize(("lang", "text"), KNOWN)
def test_a_language_with_a_pack_is_known(lang: str, text: str) -> None:
    assert detect(text) == lang


@pytest.mark.parametrize("text", OTHERS + NOTHING)
def test_other_languages_and_scraps_are_none(text: str) -> None:
    assert detect(text) is None


@example("ͰA:ᨀA")  # each word mixes scripts
@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect(text) in (None, "tr", "fa", "it", "en")


@pytest.mark.parametrize(
    ("name", "lang", "expected"),
    [
        ("Зеленский", "ru", "Zelensky"),
        ("Дмитрий Песков", None, "Dmitry Peskov"),
        ("Сергій", "uk", "Serhiy"),
        ("پوتین", "fa", "Putin"),
        ("عراقچى", "fa", "Araqchi"),
        ("علي شمخاني", "fa", "Ali Shamkhani"),
        ("خلیفه حفتر", "fa", "Khalifeh Haftar"),
        ("محمد الغاوی", "fa", "Mohammad al-Ghavi"),
        ("عبدالغنی", "fa", "Abdulghani"),
        ("علی‌اکبر", "fa", "Ali-Akbar"),
        ("ஓமான்", None, "Oman"),
        ("பிடன்", None, "Pidan"),
        ("Μητσοτάκης", None, "Mitsotakis"),
        ("לפיד", None, "Lapid"),
        ("Nikol Paşinyan", "tr", "Nikol Paşinyan"),
    ],
)
def test_names_read_in_latin_letters(name: str, lang: str | None, expected: str) -> None:
    assert latin(name, lang) == expected


@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Mc"], max_codepoint=0xFFFF), max_size=20))
def test_no_letter_of_another_script_is_left(name: str) -> None:
    assert all(char.isascii() or "LATIN" in unicodedata.name(char, "") or not char.isalpha() for char in latin(name))
