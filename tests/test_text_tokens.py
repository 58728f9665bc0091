"""Tokens, quotations and sentences, on the tricky spots of four languages and of damaged pages."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.quotes import find_quotes
from dateline.text.sentences import split
from dateline.text.tokens import tokenize
from growth import LINEAR, growth


def small_pack(order: str = "verb-middle") -> Any:
    """As much of a pack as the splitting of text asks for."""
    return SimpleNamespace(
        language=SimpleNamespace(order=order, words=("the", "bu", "la", "in")),
        sentences=SimpleNamespace(
            abbreviations=("Dr", "Col", "Mr", "ecc"),
            elision=("l", "dell", "un", "d"),
            quotes=("«»", "“”", "„“", "‘’", '""', "''"),
        ),
    )


PACK = small_pack()
VERB_LAST = small_pack("verb-last")


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text, pack=PACK)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’incontro dell'Onu", ["l’", "incontro", "dell'", "Onu"]),
        ("Putin'le Israel's", ["Putin'le", "Israel's"]),
        ("idi.Sonra", ["idi", ".", "Sonra"]),
        ("krize,mevcut", ["krize", ",", "mevcut"]),
        ("J. Biden, U.S. envoy", ["J.", "Biden", ",", "U.S.", "envoy"]),
        ("Jean-Yves Le Drian", ["Jean-Yves", "Le", "Drian"]),
        ("می‌شود است.به", ["می‌شود", "است", ".", "به"]),
        ("O'Brien", ["O'Brien"]),
        ("10.11.2020 - 09:42", ["10.11.2020", "-", "09:42"]),
        ("a 60-day truce", ["a", "60-day", "truce"]),
        ("Col. Haim", ["Col.", "Haim"]),
        ("பிடன் said", ["பிடன்", "said"]),
        ("'umut' verdi", ["'", "umut", "'", "verdi"]),
    ],
)
def test_words_come_apart_where_a_reader_parts_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "stem", "ending"),
    [
        ("Putin'le", "Putin", "le"),
        ("İSTANBUL’DAKİ", "İSTANBUL", "DAKİ"),
        ("2022’de", "2022", "de"),
        ("Israel's", "Israel", "s"),
        ("U.S.'s", "U.S.", "s"),
        ("O'Brien", "O'Brien", ""),
        ("4th", "4", "th"),
    ],
)
def test_an_ending_is_known_from_its_word(text: str, stem: str, ending: str) -> None:
    (token,) = tokenize(text, pack=PACK)
    assert (token.stem, token.ending) == (stem, ending)


def test_an_abbreviation_has_the_key_of_its_word() -> None:
    assert [token.key for token in tokenize("Dr. Dr Kaya", pack=PACK)] == ["dr", "dr", "kaya"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«consegnare il Paese», ha detto", ["«consegnare il Paese»"]),
        ("“so” and „so“ and ”so”", ["“so”", "„so“", "”so”"]),
        ("he said 'no link' today", ["'no link'"]),
        ("l'Onu e l'Italia d'accordo", []),
        ("the ministers' talks in Israel's north", []),
        ("‘Nobody asked us,’ he said", ["‘Nobody asked us,’"]),
        ("«o “iç” söz» bitti", ["«o “iç” söz»"]),
        ('A "bir "iki" üç" dedi', ['"bir "iki" üç"']),
        ("''Hazırız'' dedi", ["''Hazırız''"]),
        ('"umut"\'un sonu', ['"umut"']),
        ("“Mixed marks\" he said", ["“Mixed marks\""]),
    ],
)  # fmt: skip
def test_quotations_are_the_outermost_ones(text: str, expected: list[str]) -> None:
    quotes = find_quotes(text, 0, len(text), PACK)
    assert [text[quote.start : quote.end] for quote in quotes] == expected
    assert all(quote.closed for quote in quotes)


def test_a_quotation_never_closed_ends_with_its_line() -> None:
    text = "“Dopo le consultazioni. Prevediamo.\n\nLe parti “unite”"
    first, second = find_quotes(text, 0, len(text), PACK)
    assert not first.closed and text[first.inner_start : first.inner_end] == "Dopo le consultazioni. Prevediamo."
    assert second.closed


def test_a_new_quotation_ends_one_that_was_never_closed() -> None:
    text = "“Uno due. Poi “tre” fine"
    first, second = find_quotes(text, 0, len(text), PACK)
    assert (first.closed, text[first.start : first.end]) == (False, "“Uno due. Poi")
    assert text[second.inner_start : second.inner_end] == "tre"


def sentences(text: str, pack: Any = PACK) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split(text, [(0, len(text))], pack)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lavrov geldi. Blinken gitti.", 2),
        ("Lavrov idi.Blinken gitti.", 2),
        ("متمرکز است.به گفته این مقام مسیر دوم است.", 2),
        ("He met Dr. Kaya and Col. Haim in the U.S. State Department.", 1),
        ("He flew to the U.S. The talks failed.", 2),
        ("Pane, vino ecc. La cena fu breve.", 2),
        ("See dateline.com or 3.5 percent.", 1),
        ("“Bu zor. Bu çok zor.” dedi.", 1),
        ("Blinken “Bu zor. Bu çok zor” dedi. Sonra gitti.", 2),
        ("«Siamo pronti». Poi è partito.", 2),
        ("He spoke. “We will. We must.” They left.", 3),
        ("گفت: «احترام مي گذاريم.» يك منبع گفت.", 2),
        ("«احترام مي گذاريم.» او گفت.", 1),
        ("What now? Nobody knows! Really?!", 3),
        ("Son dakika... Putin konuştu", 1),
        ("One\nTwo", 2),
        ("It came on May 24. The rest is known.", 2),
        ("Talks (in Geneva.) He left.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_number_with_a_stop_is_an_ordinal_where_the_verb_stands_last() -> None:
    assert len(sentences("Bu 2. Dünya Savaşı idi. Bitti.", VERB_LAST)) == 2


def test_paragraphs_count_the_lines_of_the_blocks() -> None:
    text = "Title\n\nOne. Two.\nNOISE\nThree."
    found = split(text, [(0, 17), (23, len(text))], PACK)
    assert [(sentence.paragraph, text[sentence.start : sentence.end]) for sentence in found] == [
        (0, "Title"), (1, "One."), (1, "Two."), (2, "Three."),
    ]  # fmt: skip


DIRT = st.text(alphabet=st.sampled_from("aZİ.,!?…'’‘\"“”„«»()-\n \u200c\u0301می۵9:/\ud800\x00"), max_size=300)


@given(st.one_of(DIRT, st.text(max_size=200)))
@settings(max_examples=300, deadline=None)
def test_any_text_splits_into_spans_that_lie_inside_it(text: str) -> None:
    last = 0
    for sentence in split(text, [(0, len(text))], VERB_LAST):
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        assert (sentence.tokens[0].start, sentence.tokens[-1].end) == (sentence.start, sentence.end)
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
    quotes = find_quotes(text, 0, len(text), PACK)
    for before, after in itertools.pairwise(quotes):
        assert before.end <= after.start
    assert all(0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in quotes)


@settings(deadline=None)
@given(st.one_of(DIRT, st.text(max_size=200)))
def test_no_letter_is_lost_between_tokens(text: str) -> None:
    tokens = tokenize(text, pack=PACK)
    assert "".join(token.text for token in tokens).replace(" ", "") == "".join(text.split()).replace(" ", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ['"a ', "“a ", "« ", "'a ", ". ", ")", "x", "l'", "a.", "a-", ".(", "«a» ", "?", "“a. ”B "]
)
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    work = lambda text: split(text, [(0, len(text))], PACK)  # noqa: E731
    assert growth(work, unit * 2_000, unit * 20_000) < LINEAR
