"""Persian sentences whose construction, not a word, decides what they state."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from told import in_short

SENTENCES = [
    # what befalls a noun befalls its owner, be he told by an adjective or behind "one of"
    ("پایگاه پرو در سوریه هدف حمله قرار گرفت.", "ASSAULT: - > Peru"),
    ("دست‌کم ۱۴ سرباز نیجری در نزدیکی مرز کشته شدند.", "ASSAULT: - > Niger"),
    ("دو سرباز در حمله مسلحانه کشته شدند.", ""),
    ("یکی از فرماندهان حزب‌الله در بیروت کشته شد.", "ASSAULT: - > Hezbollah"),
    ("شیلی یکی از خواسته‌های پرو را رد کرد.", "REJECT: Chile > Peru"),
    # words counted and marked as the object are no subject
    ("مقام‌های ازبکستان اعلام کردند هشت تن را بازداشت کرده‌اند.", "COERCE: Uzbekistan > -"),
    # two set phrases share the verb at the end
    ("پرو و شیلی سند همکاری را امضا و بر گسترش روابط تاکید کردند.", "AGREE: Peru > Chile"),
    (
        "غنا حملات توگو به بنین را محکوم و خواستار توقف آن شد.",
        "ASSAULT: Togo > Benin ; ACCUSE: Ghana > Togo ; REQUEST: Ghana > Togo",
    ),
    ("غنا از حمله و کشتار غیرنظامیان انتقاد کرد.", "ACCUSE: Ghana > -"),
    # an act of speech beside what the sentence tells
    ("نماینده پرو ضمن انتقاد از شیلی گفت مرز بسته می‌ماند.", "ACCUSE: Peru > Chile"),
    ("وزیر دفاع پرو با متهم کردن شیلی به جاسوسی گفت صبر لیما تمام شده است.", "ACCUSE: Peru > Chile"),
    # whoever would act is not whom the threat concerns
    ("پرو تهدید کرد اگر مذاکرات شکست بخورد، ارتش پرو راه قطارهای شیلی را خواهد بست.", "THREATEN: Peru > Chile"),
    # talks beside what the sentence tells, but not with the press
    ("نخست‌وزیر غنا در دیدار با هیئت توگو گفت مرز باز می‌ماند.", "CONSULT: Ghana > Togo"),
    ("نخست‌وزیر غنا در گفت‌وگو با شبکه العربیه گفت مرز باز می‌ماند.", ""),
    # who acts stands between the words of what befell
    ("کاروان پرو مورد حمله نیروهای شیلی قرار گرفت.", "ASSAULT: Chile > Peru"),
    # "this country" behind a title, and behind a noun that is the object
    (
        "وزیر دفاع پرو که به شیلی سفر کرده است، با رئیس‌جمهور این کشور دیدار کرد.",
        "CONSULT: Peru > Chile ; CONSULT: Peru > Chile",
    ),
    ("شیلی که پرو را متهم کرده بود، دو شهروند این کشور را آزاد کرد.", "ACCUSE: Chile > Peru ; CONCEDE: Chile > Peru"),
    # no owner reaches over a verb or over "that"
    ("گفته می‌شود پرو به شیلی سلاح فرستاده است.", "AID: Peru > Chile"),
    ("پرو پس از آنکه شیلی مرز را بست، سفیر خود را فراخواند.", "SANCTION: Chile > - ; SANCTION: Peru > -"),
    # a comma closes what opens the sentence
    ("با وجود مخالفت پرو، شیلی و غنا توافقنامه تجاری را امضا کردند.", "AGREE: Chile > Ghana"),
    # what somebody managed or failed to do
    ("غنا و توگو نتوانستند به توافق برسند.", "AGREE: Ghana > Togo (denied)"),
    ("پرو موفق شد سه گروگان شیلی را آزاد کند.", "CONCEDE: Peru > Chile"),
    # whose the object is comes before what else it holds
    ("پرو پیشنهاد شیلی برای ساخت سد با غنا را رد کرد.", "REJECT: Peru > Chile"),
    # a relative clause ends with its verb and a comma
    ("پرو و شیلی، که سال‌ها اختلاف داشتند، دیروز پیمان همکاری بستند.", "AGREE: Peru > Chile"),
    # a passive whose words also deny
    ("پیشنهاد صلح پرو از سوی شیلی رد شد.", "REJECT: Chile > Peru"),
    # an owner is the first behind its noun
    ("پس از دیدار با هیئت غنا، نخست‌وزیر توگو راهی بنین شد.", "CONSULT: Togo > Ghana ; CONSULT: Togo > Benin"),
    # a wish inside ends with its subjunctive; whoever wished acts on
    ("پرو از شیلی خواست مرز را باز کند و غنا را به دخالت متهم کرد.", "REQUEST: Peru > Chile ; ACCUSE: Peru > Ghana"),
    (
        "پرو از شیلی خواست نیروهایش را خارج کند و سفیر این کشور را احضار کرد.",
        "REQUEST: Peru > Chile ; ACCUSE: Peru > Chile",
    ),
    # fighters of a group are the group
    ("پیکارجویان الشباب به پایگاه کنیا حمله کردند.", "ASSAULT: al-Shabaab > Kenya"),
    # a headline has no verb
    ("حمله پهپادی غنا به پالایشگاه توگو", "ASSAULT: Ghana > Togo"),
    ("احتمال حمله غنا به توگو", ""),
    ("دیدار نخست‌وزیر غنا با هیئت توگو در آکرا", "CONSULT: Ghana > Togo"),
    # a government is its country's, also beside the name of whoever leads it; but «را» is the person's alone
    ("دولت بایدن ایران را تحریم کرد.", "SANCTION: United States > Iran"),
    ("دولت نتانیاهو پیشنهاد فرانسه را رد کرد.", "REJECT: Israel > France"),
]

SPEAKERS = [
    ("پرو حمله را محکوم کرد. وزیر کشور این کشور، بهروز کیانی، گفت: «مرز بسته می‌ماند.»", "Bahruz Kayani"),
    ("سفیر پرو در لندن، بهروز کیانی، گفت: «مرز بسته می‌ماند و تجارت متوقف است.»", "Bahruz Kayani"),
    ("سفیر پرو در لندن، بهروز کیانی گفت: «مرز بسته می‌ماند و تجارت متوقف است.»", "Bahruz Kayani"),
    ("یک منبع در دمشق که نخواست نامش فاش شود مدعی شد شیلی با خروج نیروهایش موافقت کرده است.", None),
]


@pytest.mark.parametrize(("sentence", "told"), SENTENCES)
def test_what_a_sentence_states(sentence: str, told: str) -> None:
    assert in_short(extract(sentence, "2024-05-15", lang="fa")) == told


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_who_says_it(sentence: str, speaker: str | None) -> None:
    found = extract(sentence, "2024-05-15", lang="fa")
    names = {actor.id: actor.name for actor in found.actors}
    assert {names[said.speaker] for said in found.statements if said.speaker} == ({speaker} if speaker else set())


def test_a_last_name_alone_is_the_one_named_in_full() -> None:
    text = "حبیب نوروالی رئیس مجلس پرو سفر کرد. او گفت مرز باز است. نوروالی شیلی را متهم کرد."
    assert in_short(extract(text, "2024-05-15", lang="fa")).endswith("ACCUSE: Habib Nurvali > Chile")
