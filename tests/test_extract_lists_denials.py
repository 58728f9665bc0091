"""Lists of meetings, denials, threats and "this official": each told once, of the right ones."""

from __future__ import annotations

import pytest

from dateline.extract import extract

HEAD = "گزارش روزانه جهان که از تهران می‌رسد\n\n"


def events(text: str) -> list[tuple[str, list[str], list[str], str]]:
    found = extract(HEAD + text).to_json()["events"]
    return [(event["type"], event["source"], event["target"], event["status"]) for event in found]


def test_each_meeting_of_a_list_has_its_own_parties_and_day() -> None:
    text = HEAD + (
        "قرار است گفت‌وگوهای مصر و سودان در ۵ مارس ۲۰۲۴، نشست اتحادیه آفریقا در ۷ مارس "
        "و نشست سازمان امنیت و همکاری اروپا در ۹ مارس تشکیل شود."
    )
    found = extract(text).to_json()["events"]
    assert [(event["source"], event["target"], event["date"]) for event in found] == [
        (["Egypt"], ["Sudan"], "2024-03-05"),
        (["African Union"], [], "2024-03-07"),
        (["OSCE"], [], "2024-03-09"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پاریس گزارش خروج ناوهای فرانسه از خلیج عدن را تکذیب کرد.", [("RETREAT", ["France"], [], "denied")]),
        ("مصر گزارش گفت‌وگوی محرمانه با اسرائیل را رد کرد.", [("CONSULT", ["Egypt"], ["Israel"], "denied")]),
        ("اوکراین پیشنهاد آتش‌بس سه‌روزه روسیه را رد کرد.", [("REJECT", ["Ukraine"], ["Russia"], "occurred")]),
        ("وزارت خارجه مصر خبر توقف مذاکرات با اتیوپی را تکذیب کرد.", []),
        (
            "روسیه هشدار داد که اگر آلمان موشک بفرستد، برلین بمباران خواهد شد.",
            [("THREATEN", ["Russia"], ["Germany"], "occurred")],
        ),
        ("در حمله هوایی اسرائیل به رفح ۳۰ نفر کشته شدند.", [("ASSAULT", ["Israel"], [], "occurred")]),
        ("دو طرف بر گسترش همکاری‌های تجاری و حمایت از آتش‌بس تاکید کردند.", []),
    ],
)
def test_what_is_denied_threatened_or_suffered(text: str, expected: list[object]) -> None:
    assert events(text) == expected


def test_this_official_is_who_spoke_last() -> None:
    text = HEAD + (
        "سخنگوی وزارت خارجه ژاپن گفت توکیو نگران وضعیت انتخابات در منطقه است. "
        "این مقام ارشد افزود که گفت‌وگو با پوتین در این باره سودی ندارد."
    )
    speakers = [statement["speaker"] for statement in extract(text).to_json()["statements"]]
    assert len(speakers) == 2
    assert len(set(speakers)) == 1
