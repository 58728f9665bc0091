"""Persian sentences whose construction, not a word, decides what they state."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from dateline.model import Extraction

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
    ("غنا حملات توگو به بنین را محکوم و خواستار توقف آن شد.", "ACCUSE: Ghana > Togo ; REQUEST: Ghana > -"),
    ("غنا از حمله و کشتار غیرنظامیان انتقاد کرد.", "ACCUSE: Ghana > -"),
    # an act of speech beside what the sentence tells
    ("نماینده پرو ضمن انتقاد از شیلی گفت مرز بسته می‌ماند.", "ACCUSE: Peru > Chile"),
    ("وزیر دفاع پرو با متهم کردن شیلی به جاسوسی گفت صبر لیما تمام شده است.", "ACCUSE: Peru > Chile"),
    # a headline has no verb
    ("حمله پهپادی غنا به پالایشگاه توگو", "ASSAULT: Ghana > Togo"),
    ("احتمال حمله غنا به توگو", ""),
    ("دیدار نخست‌وزیر غنا با هیئت توگو در آکرا", "CONSULT: Ghana > Togo"),
]

SPEAKERS = [
    ("سفیر پرو در لندن، بهروز کیانی، گفت: «مرز بسته می‌ماند و تجارت متوقف است.»", "Bahruz Kayani"),
    ("سفیر پرو در لندن، بهروز کیانی گفت: «مرز بسته می‌ماند و تجارت متوقف است.»", "Bahruz Kayani"),
    ("یک منبع در دمشق که نخواست نامش فاش شود مدعی شد شیلی با خروج نیروهایش موافقت کرده است.", None),
]


def _told(found: Extraction) -> str:
    names = {actor.id: actor.name for actor in found.actors}
    told = []
    for event in found.events:
        sides = (", ".join(names[actor] for actor in side) or "-" for side in (event.source, event.target))
        status = "" if event.status == "occurred" else f" ({event.status})"
        told.append(f"{event.type}: {' > '.join(sides)}{status}")
    return " ; ".join(told)


@pytest.mark.parametrize(("sentence", "told"), SENTENCES)
def test_what_a_sentence_states(sentence: str, told: str) -> None:
    assert _told(extract(sentence, "2024-05-15", lang="fa")) == told


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_who_says_it(sentence: str, speaker: str | None) -> None:
    found = extract(sentence, "2024-05-15", lang="fa")
    names = {actor.id: actor.name for actor in found.actors}
    assert {names[said.speaker] for said in found.statements if said.speaker} == ({speaker} if speaker else set())
