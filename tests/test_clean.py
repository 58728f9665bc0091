"""Headline, date and body are told from the page around them; article text is never taken for noise."""

# ruff: noqa: E501 - paragraphs stand whole

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.clean import Cleaned, clean
from dateline.packs import load
from growth import LINEAR, growth


def cleaned(lang: str, text: str, published: str | None = None) -> Cleaned:
    return clean(text, load(lang), published)


def blocks(text: str, page: Cleaned) -> list[str]:
    return [text[start:end] for start, end in page.blocks]


def noise(text: str, page: Cleaned) -> list[str]:
    return [text[item.start : item.end] for item in page.noise]


EN = """Front page | Europe | Opinion | Weather

Harbour talks end without a deal
PORT AMBER, Tuesday 4 March 2025, 18:20 | Updated 5 March

PORT AMBER (Coast Wire) — The transport ministers of Ardland and Vess left the talks on Monday without signing the accord that both had announced.

"We will try again," said Lena Orvik, who leads Ardland's delegation. She blamed the weather.

READ MORE: Ten harbours to see

Vess denied that its fleet had moved. The minister, who read also from a letter, thanked the hosts and left for the airport in the evening.

Filed under: harbours, fleets
Share | Print | Email
Leave a Reply
Your name
Your comment"""


def test_a_page_comes_apart() -> None:
    page = cleaned("en", EN)
    assert page.title == "Harbour talks end without a deal"
    assert page.title_span is not None and EN[slice(*page.title_span)] == page.title
    assert page.published == "2025-03-04"
    assert page.dateline_place_span is not None and EN[slice(*page.dateline_place_span)] == "PORT AMBER"
    body = blocks(EN, page)
    assert body[0] == page.title
    assert body[1].startswith("The transport ministers") and body[1].endswith("announced.")
    assert body[2].startswith('"We will try again,"') and body[3].startswith("Vess denied")
    assert len(body) == 4
    taken = "\n".join(noise(EN, page))
    assert "Front page" in taken and "Ten harbours" in taken and "Your comment" in taken and "Share | Print" in taken


@pytest.mark.parametrize(
    ("lang", "text", "published"),
    [
        ("tr", " date 2022-02 Bakan açıklama yaptı ve toplantının ardından ülkesine döndüğünü söyledi, dedi.", "2022-02"),
        ("tr", "Zirve bitti\n10.11.2020 - 09:42 | Güncelleme: 11.11.2020\n\nBakan konuştu.", "2020-11-10"),
        ("tr", "Zirve bitti\n\nANKARA (Deniz Ajansı) 17 Eylül 2022 - Bakan dün yaptığı açıklamada zirvenin bittiğini söyledi.",
         "2022-09-17"),
        ("it", "Vertice finito\nPubblicato giovedì 3 novembre 2022, ore 09.40 - Redazione\n\nIl ministro ha parlato.",
         "2022-11-03"),
        ("it", "Vertice finito\nPubblicato giovedì 3 novembre\n\nIl ministro ha parlato.", None),
        ("en", "Talks over\nBy A Writer · 26 March 2023, 11:32 (GMT-6)\n\nThe minister spoke.", "2023-03-26"),
        ("en", "Talks over\n\nThe minister spoke on 26 March 2023 about the accord that both sides had announced.", None),
        ("fa", "پایان نشست\nیکشنبه ۲۴ فروردین ۱۴۰۴ - ۱۱:۲۰\n\nوزیر گفت.", "2025-04-13"),
        ("fa", "پایان نشست\nشنبه 27 اردیبهشت 1404 | 17 می 2025 | ساعت 10:05\n\nوزیر گفت.", "2025-05-17"),
    ],
)  # fmt: skip
def test_the_date_is_what_the_page_states_with_a_year(lang: str, text: str, published: str | None) -> None:
    assert cleaned(lang, text).published == published


def test_a_given_date_outweighs_the_pages() -> None:
    assert cleaned("en", EN, "2025-03-05").published == "2025-03-05"


def test_without_a_headline_the_first_words_are_the_title() -> None:
    text = (
        "Il ministro "
        + "ha detto che la riunione è durata molto " * 5
        + "e basta.\n\nPoi è partito per la capitale del Paese."
    )
    page = cleaned("it", text)
    assert page.title_span is None and len(page.title) <= 91 and page.title.startswith("Il ministro ha detto")


def test_a_list_of_headlines_ends_with_a_blank_line_or_a_paragraph() -> None:
    paragraph = "Bakan, toplantının ardından yaptığı açıklamada iki ülkenin yeni bir anlaşma imzalayacağını söyledi. Sonra ayrıldı."
    text = f"Zirve bitti\n\n{paragraph}\n\nBenzer Haberler\nLiman açıldı\nGemi battı...  Kurtulan yok!\n\n{paragraph[:-15]}"
    page = cleaned("tr", text)
    assert blocks(text, page) == ["Zirve bitti", paragraph, paragraph[:-15]]
    text = f"Zirve bitti\n{paragraph}\nBenzer Haberler\nLiman açıldı\n{paragraph * 2}"
    assert blocks(text, cleaned("tr", text))[-1] == paragraph * 2


def test_the_headline_told_again_is_noise() -> None:
    text = "Zirve bitti\n\nBakan açıklama yaptı ve toplantının ardından ülkesine döndü.\n\nZirve bitti"
    assert noise(text, cleaned("tr", text)) == ["Zirve bitti"]


def test_tags_are_found_with_prefix_and_attributes() -> None:
    text = (
        'Zirve bitti\nBakan konuştu.\n<x:image src="a">data:image/s3,"b" alt="Bakan konuştu."</x:image>\nSonra gitti.'
    )
    page = cleaned("tr", text)
    assert blocks(text, page) == ["Zirve bitti", "Bakan konuştu.", "Sonra gitti."]


@pytest.mark.parametrize(
    ("lang", "paragraph"),
    [
        ("it", "Registrati due morti negli scontri di ieri al confine, dove i soldati hanno aperto il fuoco sui manifestanti."),
        ("it", "Segui il denaro, ha detto il ministro, spiegando che le indagini continueranno per tutto il mese di marzo."),
        ("en", "Related to the dispute, the ministers also discussed fishing rights along the coast and agreed to meet again."),
        ("en", "Read out by the clerk, the accord obliges both sides to withdraw their troops from the border by June."),
        ("en", "LONDON: a city of nine million people that waits for the talks to end before the summer recess begins."),
    ],
)  # fmt: skip
def test_a_paragraph_that_begins_like_furniture_stays(lang: str, paragraph: str) -> None:
    text = f"Headline here\n\n{paragraph}\n\n{paragraph}"
    page = cleaned(lang, text)
    assert "".join(blocks(text, page)).count(paragraph[20:]) == 2


def test_a_form_named_early_does_not_take_the_article() -> None:
    body = "\n\n".join(
        ["The minister said that the talks had ended and that both sides would meet again in the spring."] * 4
    )
    text = f"Menu\nLeave a Reply\nTalks over\n\n{body}"
    assert len(blocks(text, cleaned("en", text))) >= 4


def test_a_speakers_name_with_a_colon_is_no_dateline() -> None:
    text = "Talks over\n\nBlinken: we will try again in the spring, and both sides know what it takes to end this war."
    page = cleaned("en", text)
    assert blocks(text, page)[1].startswith("Blinken:")
    shouted = "Zirve bitti\n\nLAVROV: BATILI MESLEKTAŞLARIMIZ ANLAŞMAYI UNUTTURMAYA ÇALIŞIYOR\n\nBakan konuştu."
    assert any(block.startswith("LAVROV:") for block in blocks(shouted, cleaned("tr", shouted)))


PIECES = [
    "Leave a Reply", "READ ", "READ ALSO: x", "Related", "<image>", "</image>", " date 2022-02 ", "A | B | C", "10.11.2020",
    "ANKARA (AA) - ", "Dün geldi.", "\n", "\n\n", " ", "The minister said that both sides had agreed. ", "Bakan: ", "«", "”",
    "Benzer Haberler", "©", "[x]", "\ud800", "\x00", "۱۴۰۴", "شنبه ۱۰ دی ۱۴۰۱ | ",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=120),
    st.sampled_from(["tr", "fa", "it", "en"]),
)
@settings(max_examples=300, deadline=None)
def test_any_page_has_spans_in_order_that_do_not_meet(text: str, lang: str) -> None:
    page = cleaned(lang, text)
    for spans in (page.blocks, tuple((item.start, item.end) for item in page.noise)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    covered = {place for item in page.noise for place in range(item.start, item.end)}
    assert not covered & {place for start, end in page.blocks for place in range(start, end)}
    if page.title_span is not None:
        printed = text[slice(*page.title_span)]  # a picture's tag inside it is blanked
        assert len(printed) == len(page.title)
        assert all(shown in (char, " ") for shown, char in zip(page.title, printed, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "a | ",
        "READ ",
        "Leave a Reply ",
        "Dün geldi. ",
        "Related\n",
        "« ",
        "<image>",
        "12.3.2024 ",
        "(",
        "ab\n",
        "— ",
    ],
)
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    def work(text: str) -> None:
        cleaned("en", text)
        cleaned("tr", text)

    assert growth(work, unit * 1_000, unit * 10_000) < LINEAR


@pytest.mark.parametrize(
    ("lang", "dateline", "place"),
    [
        ("it", "(ANSA) - BEIRUT, 03 MAG - ", "BEIRUT"),
        ("it", "Beirut, 3 mag. (Adnkronos) - ", "Beirut"),
        ("tr", "MOSKOVA, (DHA)- ", "MOSKOVA"),
        ("tr", "BAKÜ/ERİVAN – ", "BAKÜ/ERİVAN"),
        ("fa", "تهران، ۱۳ اردیبهشت ۱۴۰۳ - ", "تهران"),
        ("fa", "مسقط - خبرگزاری پگاه: ", "مسقط"),
        ("en", "KYIV, Ukraine (AP) — ", "KYIV"),
        ("en", "NOUMÉA: ", "NOUMÉA"),
        ("en", "(Reuters) - ", None),
    ],
)
def test_a_paragraph_begins_behind_its_dateline(lang: str, dateline: str, place: str | None) -> None:
    said = {
        "it": "Il ministro ha detto che i colloqui sono finiti senza un accordo fra le due parti in causa.",
        "tr": "Bakan, iki taraf arasındaki görüşmelerin anlaşma olmadan bittiğini söyledi ve ülkesine döndü.",
        "fa": "وزیر امور خارجه گفت که گفت‌وگوهای دو طرف بدون هیچ توافقی پایان یافت و او بازگشت.",
        "en": "The minister said that the talks had ended without any agreement between the two sides.",
    }[lang]
    text = f"X y z\n\n{dateline}{said}"
    page = cleaned(lang, text)
    assert blocks(text, page)[-1] == said
    found = page.dateline_place_span
    assert (text[slice(*found)] if found else None) == place
