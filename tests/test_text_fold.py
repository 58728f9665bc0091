"""Folding brings together what is typed differently; harmless text keeps every offset."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.fold import fold, fold_mapped
from dateline.text.safe import harmless
from dateline.text.script import script_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İSTANBUL", "istanbul"),
        ("ISINMA", "ısınma"),
        ("Dışişleri Bakanı", "DISISLERI BAKANI"),
        ("Paşinyan", "Pasinyan"),
        ("گفت‌وگو", "گفتوگو"),
        ("عراقچى", "عراقچی"),
        ("كاظمي", "کاظمی"),
        ("هفتهٔ", "هفته"),
        ("وزارة", "وزاره"),
        ("آمريكا", "امریکا"),
        ("۱٤۰۱", "1401"),
        ("Lavrov’la", "Lavrov'la"),
        ("Nouméa  \n x", "noumea x"),
        ("مُحَمَّد", "محمد"),
        ("Ð¿ Łódź"[2:], "lodz"),
    ],
)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert fold(one).strip() == fold(other).strip()


def test_vowel_signs_of_indic_scripts_are_letters_not_accents() -> None:
    assert fold("பிடன்") != fold("படன")


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aİıIÉeßﬁيكۀآ‌ـ٣’ ´\n\t \u0301ﷲ﷼½")))
def test_the_mapped_key_is_the_key_before_squeezing(text: str) -> None:
    folded, offsets = fold_mapped(text)
    assert " ".join(folded.split()) == fold(text)
    assert len(folded) == len(offsets) and offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


def test_the_map_leads_back_to_the_original_letters() -> None:
    text = "گفت‌وگو در İzmir’de"
    folded, offsets = fold_mapped(text)
    at = folded.index("izmir")
    assert text[offsets[at] : offsets[at + 4] + 1] == "İzmir"


@settings(deadline=None)
@given(st.text())
def test_harmless_text_keeps_its_length(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert harmless(shown) == shown


@pytest.mark.parametrize("bad", ["\x1b]52;c;eA==\x07", "\x9b31m", "\u202e", "\u2066", "\ud800", "\x00", "\x7f"])
def test_what_moves_a_terminal_is_replaced(bad: str) -> None:
    assert harmless(bad)[0] == "\ufffd"
    harmless(bad).encode("utf-8")


def test_newlines_joiners_and_brackets_stay() -> None:
    assert harmless("a\nمی‌شود [red]") == "a\nمی‌شود [red]"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Blinken بلینکن Lavrov", "Latin"),
        ("بلینکن در Geneva", "Arabic"),
        ("Блинкен", "Cyrillic"),
        ("பிடன்", "Tamil"),
        ("布林肯", "Han"),
        ("12:30 — ?", "Common"),
        ("", "Common"),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script
