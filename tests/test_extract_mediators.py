"""Mediators: who brings two sides together consults them, whatever the two then do."""

from __future__ import annotations

import pytest

from dateline.extract import extract, traces

MEDIATED = [
    ("en", "Armenia and Azerbaijan signed a peace deal brokered by the United States.", "AGREE", "us", "am az"),
    ("en", "Rwanda and Congo met in Luanda for talks hosted by Angola.", "CONSULT", "ao", "rw cd"),
    ("en", "Under the mediation of Qatar, Armenia and Azerbaijan agreed on a truce.", "RETREAT", "qa", "am az"),
    ("it", "Armenia e Azerbaigian hanno firmato un accordo di pace con la mediazione degli Stati Uniti.",
     "AGREE", "us", "am az"),
    ("it", "Ruanda e Congo si sono incontrati a Luanda per colloqui mediati dall'Angola.", "CONSULT", "ao", "rw cd"),
    ("tr", "Etiyopya ile Somali, Türkiye'nin arabuluculuğunda anlaşmaya vardı.", "AGREE", "tr", "et so"),
    ("tr", "Ermenistan ve Azerbaycan, Katar ve Mısır'ın arabuluculuğuyla ateşkes konusunda anlaştı.",
     "RETREAT", "qa eg", "am az"),
    ("fa", "ایران و عربستان سعودی با وساطت چین برای ازسرگیری روابط توافق کردند.", "AGREE", "cn", "ir sa"),
]  # fmt: skip


def countries(codes: str) -> tuple[str, ...]:
    return tuple(f"country-{code}" for code in codes.split())


@pytest.mark.parametrize(("lang", "text", "type_", "mediator", "sides"), MEDIATED)
def test_a_mediator_consults_both_sides(lang: str, text: str, type_: str, mediator: str, sides: str) -> None:
    act, mediation = extract(text, "2024-05-15", lang=lang).events
    assert act.type == type_ and {*act.source, *act.target} == {*countries(sides)}
    assert (mediation.type, mediation.mode) == ("CONSULT", None)
    assert (mediation.source, mediation.target) == (countries(mediator), countries(sides))
    assert (mediation.place, mediation.date, mediation.status) == (act.place, act.date, act.status)
    words = text[mediation.start : mediation.end]
    assert text[act.start : act.end] in words
    told = traces(text, "2024-05-15", lang=lang)[mediation.id]
    assert [party.part for party in told.parties] == ["source"] * len(mediator.split()) + ["target"] * 2


def test_a_mediator_whom_nobody_is_told_to_bring_together_makes_no_event() -> None:
    assert not extract("The text was brokered by Qatar.", "2024-05-15", lang="en").events


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Rwanda and Congo met in Luanda on Monday. Angola mediated."),
        ("en", "Rwanda and Congo met in Luanda on Monday. The talks were mediated by Angola."),
        ("it", "Ruanda e Congo si sono incontrati a Luanda. La mediazione è stata guidata dall'Angola."),
        ("tr", "Ruanda ile Kongo Luanda'da bir araya geldi. Görüşmelere Angola arabuluculuk etti."),
        ("fa", "نمایندگان رواندا و کنگو در لواندا دیدار کردند. آنگولا میانجیگری کرد."),
    ],
)
def test_who_mediates_between_nobody_named_does_so_between_those_last_told_of(lang: str, text: str) -> None:
    mediation = extract(text, "2024-05-15", lang=lang).events[-1]
    assert (mediation.source, mediation.target) == (countries("ao"), countries("rw cd"))
    assert mediation.inferred == mediation.target and not mediation.sure
