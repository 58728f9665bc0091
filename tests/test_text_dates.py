"""Date phrases and durations in four languages, worked out from the article's date or left as they are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.packs import load
from dateline.text import jalali
from dateline.text.dates import DatePhrase, find_dates, find_durations
from growth import LINEAR, growth


def dates(lang: str, text: str, published: str | None, anchor: str | None = None) -> list[DatePhrase]:
    return find_dates(text, 0, len(text), load(lang), published, anchor)


ONE_DATE = [
    # absolute
    ("tr", "Zirve 17 Eylül 2022 günü yapıldı.", None, "2022-09-17"),
    ("tr", "Kararı 10.11.2020 tarihinde aldı.", None, "2020-11-10"),
    ("tr", "Mart 2022’de iki kez görüştüler.", None, "2022-03"),
    ("it", "Il mandato scadrà il 31 dicembre 2026.", None, "2026-12-31"),
    ("it", "Era il 18/11/2025 alle 14.", None, "2025-11-18"),
    ("it", "L'8 marzo 2024 è tornato.", None, "2024-03-08"),
    ("en", "They met on Dec 12, 2024 in Ankara.", None, "2024-12-12"),
    ("en", "They met on the 26th of March 2023.", None, "2023-03-26"),
    ("en", "Released 2025-11-18 by the ministry.", None, "2025-11-18"),
    ("en", "It ended on 25/12/2023.", None, "2023-12-25"),
    ("fa", "در ۱۰ ژانویه ۲۰۲۲ تشکیل شد.", None, "2022-01-10"),
    ("fa", "روز ۲۴ فروردین ۱۴۰۴ آغاز شد.", None, "2025-04-13"),
    ("fa", "شنبه ۱۰ دي ۱٤۰۱ برگزار شد.", None, "2022-12-31"),
    ("fa", "در ۱۵ حمل ۱۴۰۱ وارد کابل شد.", None, "2022-04-04"),
    ("fa", "در تاریخ ۱۴۰۴/۱/۲۴ گفت.", None, "2025-04-13"),
    # two calendars, or a weekday beside the date, are one phrase
    ("fa", "پنج شنبه ۳۰ دسامبر ۲۰۲۱ (۹ دی ماه ۱۴۰۰) گفت", None, "2021-12-30"),
    ("fa", "بعدازظهر دیروز (شنبه ۲۳ فروردین) رفت", "2025-04-13", "2025-04-12"),
    ("fa", "چهارشنبه گذشته (۷ دي) در مسكو", "2022-12-31", "2022-12-28"),
    ("tr", "16 Şubat 2023 Perşembe", None, "2023-02-16"),
    ("en", "Tuesday, 12 March", "2024-03-14", "2024-03-12"),
    # without a year
    ("tr", "Kelbecer'i 15 Kasım'a kadar boşaltacak.", "2020-11-10", "2020-11-15"),
    ("tr", "18 Şubat'ta Riyad'da buluştular.", None, None),
    ("tr", "18 Şubat'ta Riyad'da buluştular.", "2025-02", "2025-02-18"),
    ("it", "Il 7 novembre aveva spiegato.", "2025-11-18", "2025-11-07"),
    ("en", "by the end of February", "2024-12-12", "2025-02"),
    ("en", "had expelled the envoy in April", "2024-12-12", "2024-04"),
    ("it", "sospesi ad agosto", "2022-11-03", "2022-08"),
    # days of the week
    ("tr", "cuma sabahı saldırdı", "2022-09-17", "2022-09-16"),
    ("tr", "geçen cumartesi ulaştırmıştı", "2023-02-16", "2023-02-11"),
    ("tr", "Perşembe günü konuştu", None, None),
    ("it", "Giovedì scorso ha convocato", "2025-11-18", "2025-11-13"),
    ("it", "presenterà venerdì prossimo il piano", "2025-08-29", "2025-09-05"),
    ("it", "venerdì notte", "2024-04-08", "2024-04-05"),
    ("en", "agreed late on Wednesday to end it", "2024-12-12", "2024-12-11"),
    ("en", "next Tuesday", "2024-12-12", "2024-12-17"),
    ("fa", "سه شنبه گفتگو کرد", "2025-04-15", "2025-04-15"),
    ("fa", "کاخ سفید شنبه‌شب گفت", "2025-04-13", "2025-04-12"),
    ("fa", "چهارشنبهٔ همین هفته سفر کند", "2025-04-13", "2025-04-16"),
    ("fa", "شنبهٔ هفتهٔ آینده", "2025-04-13", "2025-04-19"),
    # relative words
    ("tr", "dün gece imzaladı", "2020-11-10", "2020-11-09"),
    ("tr", "bu akşam konuşacak", "2020-11-10", "2020-11-10"),
    ("tr", "gelecek hafta görüşecek", "2022-02", None),
    ("tr", "gelecek hafta görüşecek", "2022-02-10", "2022-02"),
    ("tr", "gelecek hafta görüşecek", "2022-02-24", None),
    ("it", "ha approvato ieri", "2025-08-29", "2025-08-28"),
    ("it", "è atteso domani", "2022-11-03", "2022-11-04"),
    ("fa", "هفتهٔ گذشته تهدید کرد", "2025-04-13", "2025-04"),
    ("en", "by the end of this month", "2024-12", "2024-12"),
    ("en", "three days ago", "2024-03-02", "2024-02-28"),
    ("tr", "önümüzdeki günlerde", "2022-02-10", None),
    ("tr", "geçen yıl imzaladı", "2022-02-10", "2021"),
    # ranges begin
    ("tr", "10-12 Ocak'ta toplandı", "2022-01-20", "2022-01-10"),
    ("it", "dal 10 al 12 marzo 2024", None, "2024-03-10"),
    ("en", "from 3 to 5 May 2024", None, "2024-05-03"),
    ("fa", "از ۱۰ تا ۱۲ ژانویه ۲۰۲۲", None, "2022-01-10"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "published", "value"), ONE_DATE)
def test_a_phrase_has_the_date_that_a_reader_works_out(lang: str, text: str, published: str | None, value: str) -> None:
    found = dates(lang, text, published)
    assert [phrase.value for phrase in found] == [value]
    assert text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Theresa May said troops may march to Sunderland"),
        ("en", "The 1960 soldiers at 4 a.m."),
        ("tr", "DÜNYA GÜNDEMİ: 1960 Rus askeri, saat 16.00'da"),
        ("tr", "Dünyanın gözü bin kişide"),
        ("fa", "لوئیجی دی مایو می گوید بشار اسد"),
        ("it", "Il Mar Rosso e le set"),
        ("it", "Due marce, un marzo"),
    ],
)
def test_other_words_are_no_dates(lang: str, text: str) -> None:
    assert [phrase.text for phrase in dates(lang, text, "2024-05-01")] in ([], ["marzo"])


def test_a_weekday_alone_offers_past_and_future() -> None:
    (phrase,) = dates("tr", "salı günü toplanacak", "2022-09-17")
    assert (phrase.value, phrase.back, phrase.forward) == ("2022-09-13", "2022-09-13", "2022-09-20")


def test_a_month_alone_offers_past_and_future() -> None:
    (phrase,) = dates("en", "will travel to Beijing in June", "2023-03-26")
    assert (phrase.value, phrase.back, phrase.forward) == ("2023-06", "2022-06", "2023-06")


def test_without_the_articles_date_the_date_told_last_is_the_anchor() -> None:
    assert [phrase.value for phrase in dates("fa", "نشست در ۱۲ ژانویه (۲۲ دی )", None, "2022-01-10")] == ["2022-01-12"]
    assert [phrase.value for phrase in dates("fa", "روز جمعه گفت", None, "2021-12-30")] == ["2021-12-31"]
    text = "Il 7 novembre ha parlato. Il giorno successivo ha taciuto."
    assert [phrase.value for phrase in dates("it", text, "2025-11-18")] == ["2025-11-07", "2025-11-08"]


def test_days_of_two_lists_stay_apart() -> None:
    text = "در ۱۰ ژانویه ۲۰۲۲ (۲۰ دی )، نشست در ۱۲ ژانویه (۲۲ دی ) و در ۱۳ ژانویه (۲۳ دی)"
    assert [phrase.value for phrase in dates("fa", text, None)] == ["2022-01-10", "2022-01-12", "2022-01-13"]


def test_figures_that_readers_would_not_agree_on_give_the_year_alone() -> None:
    assert [phrase.value for phrase in dates("en", "on 3/4/2022", None)] == ["2022"]
    assert [phrase.value for phrase in dates("it", "il 3/4/2022", None)] == ["2022-04-03"]


@pytest.mark.parametrize(
    ("lang", "text", "minutes"),
    [
        ("tr", "görüşme 105 dakika sürdü", [105]),
        ("tr", "bir saat on beş dakika görüştü", [75]),
        ("tr", "bir buçuk saatlik görüşme", [90]),
        ("tr", "yarım saat", [30]),
        ("it", "un’ora e mezza", [90]),
        ("it", "una telefonata di mezz'ora", [30]),
        ("it", "dopo novanta minuti", [90]),
        ("it", "quarantacinque minuti", [45]),
        ("en", "almost eight hours of talks", [480]),
        ("en", "half an hour", [30]),
        ("en", "a 90-minute call", [90]),
        ("en", "an hour and a half", [90]),
        ("en", "one hour and twenty minutes", [80]),
        ("fa", "حدود دو ساعت و نیم طول کشید", [150]),
        ("fa", "۵۰ دقیقه گفت و گو", [50]),
        ("fa", "بیست و پنج دقیقه", [25]),
        ("tr", "saat 16.00'da başladı", []),
        ("en", "by the hour", []),
    ],
)
def test_durations_are_told_in_minutes(lang: str, text: str, minutes: list[int]) -> None:
    assert [found[2] for found in find_durations(text, 0, len(text), load(lang))] == minutes


WORDS = [
    "dün", "gelecek", "hafta", "salı", "günü", "Mart", "2022", "1", "12.3.2024", "ieri", "venerdì", "prossimo", "30",
    "febbraio", "May", "next", "Tuesday", "شنبه", "۳۱", "اسفند", "(", ")", ",", "-", "bir", "buçuk", "saat", "99999",
    "²", "0", "12:30", "۱۴۰۴/۱۳/۴۰", "29", "Şubat'ta", "'", "\n",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60),
    st.sampled_from(["tr", "fa", "it", "en"]),
    st.sampled_from([None, "2024-02-29", "2022-02", "2022", "0001-01-01", "9999-12-31", "nonsense"]),
)
@example("gelecek hafta", "tr", "0001-01-01")
@settings(max_examples=300, deadline=None)
def test_any_text_has_phrases_inside_it_with_real_dates(text: str, lang: str, published: str | None) -> None:
    last = 0
    for phrase in dates(lang, text, published):
        assert last <= phrase.start < phrase.end <= len(text)
        last = phrase.end
        for value in (phrase.value, phrase.back, phrase.forward):
            assert value is None or date.fromisoformat(value + "0000-01-01"[len(value) :])
    for start, end, minutes in find_durations(text, 0, len(text), load(lang)):
        assert 0 <= start < end <= len(text) and minutes >= 0


def test_the_days_of_the_jalali_calendar_follow_one_another() -> None:
    months = [(year, month) for year in range(jalali.FIRST_YEAR, jalali.LAST_YEAR + 1) for month in range(1, 13)]
    days = [
        jalali.to_gregorian(year, month, day)
        for year, month in months
        for day in range(1, jalali.days_in_month(year, month) + 1)
    ]
    assert days[0] == date(1799, 3, 21)
    assert [day.toordinal() for day in days] == [*range(days[0].toordinal(), days[-1].toordinal() + 1)]


def test_the_jalali_calendar_agrees_with_an_oracle() -> None:
    oracle = pytest.importorskip("persiantools.jdatetime")
    for days in range(0, 40_000, 17):
        day = date(1990, 1, 1) + timedelta(days=days)
        known = oracle.JalaliDate(day)
        assert jalali.to_gregorian(known.year, known.month, known.day) == day


@pytest.mark.parametrize("wrong", [(1400, 12, 30), (1400, 13, 1), (1400, 7, 31), (1100, 1, 1), (1400, 1, 0)])
def test_a_jalali_day_that_never_was_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no such"):
        jalali.to_gregorian(*wrong)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["x", "1 ", "12 Ocak, ", "yüz bin ", "gelecek hafta ", "dün (", "1-2-3"])
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    def work(text: str) -> None:
        dates("tr", text, "2024-05-05")
        find_durations(text, 0, len(text), load("tr"))

    assert growth(work, unit * 1_000, unit * 10_000) < LINEAR
