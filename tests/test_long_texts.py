"""200 kB of text that nobody wrote as text: one unbroken line, quotations inside quotations, thousands of names.

Four times the text may take about four times as long. Quadratic work would take sixteen times as long.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest

from dateline import extract
from growth import growth
from score_facts import articles

TESTS = Path(__file__).parent
SMALL, LARGE = 50_000, 200_000  # characters
MOST = 8
Text = Callable[[int], str]

SENTENCES = {
    "tr": "Lavrov Paris'te Macron ile görüştü ve Rusya'yı uyardı",
    "fa": "لاوروف در پاریس با ماکرون دیدار کرد و به روسیه هشدار داد",
    "it": "Lavrov ha incontrato Macron a Parigi e ha avvertito la Russia",
    "en": "Lavrov met Macron in Paris and warned Russia",
}
MET = {
    "tr": "Dışişleri Bakanı {} {} Ankara'da {} {} ile görüştü. ",
    "fa": "{} {} وزیر امور خارجه در تهران با {} {} دیدار کرد. ",
    "it": "Il ministro {} {} ha incontrato {} {} a Roma. ",
    "en": "Foreign Minister {} {} met {} {} in London. ",
}
SAID = {
    "tr": "«Lavrov “geldi” dedi",
    "fa": "«لاوروف گفت “آمد”",
    "it": "«Lavrov ha detto “vengo”",
    "en": "“Lavrov said ‘come’",
}
LETTERS = {"fa": ("بدفگکلمنپرستز", "اوی")}


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@cache
def words(lang: str) -> tuple[str, ...]:
    """The words of the annotated articles of a language, without any mark."""
    folders = (TESTS / "gold", TESTS / "gold_seeds", TESTS / "gold_written")
    text = " ".join(article["text"] for article in articles(*folders) if article["lang"] == lang)
    return tuple(re.findall(r"[^\W\d_]+(?:['’\u200c][^\W\d_]+)*|\d+", text))


def strangers(lang: str, size: int) -> str:
    """Sentences in which nobody is named twice."""
    chance = random.Random(1)
    consonants, vowels = LETTERS.get(lang, ("bdfgklmnprstvz", "aeiou"))

    def name() -> str:
        syllables = chance.randint(2, 4)
        return "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(syllables)).capitalize()

    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(MET[lang].format(name(), name(), name(), name()))
        length += len(pieces[-1])
    return "".join(pieces)[:size]


def texts(lang: str) -> Iterator[tuple[str, Text]]:
    said, sentence = SAID[lang], SENTENCES[lang]
    yield "one word", partial(repeated, words(lang)[0][:1])
    yield "words without spaces", partial(repeated, "".join(words(lang)))
    yield "words without marks", partial(repeated, " ".join(words(lang)) + " ")
    yield "a sentence without full stops", partial(repeated, sentence + " ")
    yield "a sentence with full stops", partial(repeated, sentence + ". ")
    yield "quotations never closed", partial(repeated, "«" + sentence + ". ")
    yield "quotations inside quotations", partial(repeated, said + ". ")
    yield "quotations without full stops", partial(repeated, said + " ")
    yield "marks that open", partial(repeated, '«“„(‘"')
    yield "marks that open and words", partial(repeated, f'« “ „ {sentence} ( ‘ " ')
    yield "marks that open, then marks that close", lambda size: "«" * (size // 2) + "»" * (size // 2)
    yield "strangers", partial(strangers, lang)


NAMES = [name for name, _ in texts("en")]
CASES = {(lang, name): text for lang in SENTENCES for name, text in texts(lang)}
#: these cost little
QUICK = [("fa", "one word"), ("tr", "words without spaces"), ("en", "marks that open")]
#: every kind in one language at full length, in the others at a twentieth of it
LONG = [(list(SENTENCES)[-1 - number % len(SENTENCES)], name) for number, name in enumerate(NAMES)]


def grows_with_the_length_alone(lang: str, name: str, part: int = 1, rounds: int = 1) -> None:
    work, text = partial(extract, lang=lang), CASES[lang, name]
    work(text(1000))  # its pack is ready before the clock starts
    assert growth(work, text(SMALL // part), text(LARGE // part), rounds) < MOST


@pytest.mark.parametrize(("lang", "name"), QUICK)
def test_the_time_grows_with_the_length_alone(lang: str, name: str) -> None:
    grows_with_the_length_alone(lang, name, rounds=3)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "name"), LONG)
def test_the_time_grows_with_the_length_alone_up_to_200_kB(lang: str, name: str) -> None:
    grows_with_the_length_alone(lang, name)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "name"), sorted(CASES.keys() - set(LONG)))
def test_the_time_grows_with_the_length_alone_in_every_language(lang: str, name: str) -> None:
    grows_with_the_length_alone(lang, name, part=20, rounds=2)
