"""Any text whatever: extraction ends, raises nothing, and every span cuts the words that it claims."""

from __future__ import annotations

import json
import pickle
import random
import re
import sqlite3
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import extract
from dateline.db.migrate import migrate
from dateline.db.write import add_article
from dateline.errors import InputError
from dateline.packs import codes, knowledge, load
from dateline.readers.plain import checked
from dateline.readers.records import extraction_of, record_of
from score_facts import articles

TESTS = Path(__file__).parent
CODES = st.sampled_from(codes())
DATES = st.sampled_from([None, "2022", "2022-02", "2022-02-28", "2024-02-29"])

QUOTES = "«»‹›“”„‟‘’‚‛\"'`´()[]{}〈〉「」"
MARKS = [
    *QUOTES,
    *".,;:!?…؟،؛۔-–—/\\|•·*&%+=_~#@",
    "...",
    "- ",
    ": «",
    "» ",
    "!?",
    "۔ ",
    ".\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
]
ODD = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u0640\u0654\u0301"
    "\u0307\u2028\u2029\x85\x00\x07\x0b\x0c\x1b\x1c\x1e\x1f\x7f\ufffd\ufffe\U000e0041\U0001f600\U0001f1f9\u20bf\ue000"
    "ıİǅßﬁΣςªºⅣ½٣۳३๓𝟛ﷺﷲÅşʼ՚Ђאבابத中あ가"
)
DIRT = (
    "<p>",
    "</p>",
    "<br/>",
    "&nbsp;",
    "&quot;",
    "&amp;",
    "<a href='x'>",
    "READ MORE",
    "https://x.org/a?b=c",
    "{{",
    "]]>",
)


@cache
def vocabulary(code: str) -> tuple[str, ...]:
    """Every word and phrase of a pack, each once."""
    found: dict[str, None] = {}

    def gather(value: object) -> None:
        if isinstance(value, str):
            found[value.strip("-~ ")] = None
        elif isinstance(value, Mapping):
            gather(tuple(value.items()))
        elif isinstance(value, tuple):
            for item in value:
                gather(item)

    gather(load(code))
    return tuple(word for word in found if 0 < len(word) < 60)


@cache
def names(code: str) -> tuple[str, ...]:
    """People, countries, capitals, bodies and towns, as the language writes them."""
    found = [name for person in knowledge.people().values() for name in (person.name, *person.names.get(code, ()))]
    for country in knowledge.countries().values():
        found += [country.name, *country.names.get(code, ()), *country.capitals.get(code, ())]
    found += [name for body in knowledge.organisations().values() for name in body.names.get(code, ())]
    return (*found, *knowledge.towns(code))


def times(code: str) -> st.SearchStrategy[str]:
    """Dates and durations, right ones and wrong ones."""
    dates = load(code).dates
    words = [
        *dates.months,
        *dates.jalali_months,
        *dates.weekdays,
        *dates.days,
        *dates.numbers,
        *dates.minutes,
        *dates.hours,
    ]
    number = st.integers(0, 10**5).map(str) | st.integers(0, 2100).map(
        lambda n: "".join("۰۱۲۳۴۵۶۷۸۹"[int(d)] for d in str(n))
    )
    mark = st.sampled_from([" ", "-", "/", ".", ":", " - "])
    return st.sampled_from(words) | st.lists(number | st.sampled_from(words), min_size=1, max_size=4).flatmap(
        lambda parts: mark.map(lambda between: between.join(parts))
    )


@st.composite
def shuffled(draw: st.DrawFn, code: str) -> str:
    """Words of a pack in any order, with names, dates, marks and strange letters between them."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    odd = st.characters(exclude_categories=["Cs"]) | st.sampled_from(ODD)
    some = draw(st.lists(times(code) | st.sampled_from(MARKS) | st.sampled_from(DIRT) | odd, max_size=25))
    pieces = [chance.choice(vocabulary(code)) for _ in range(chance.randrange(40))]
    pieces += [_cased(chance, chance.choice(names(code))) for _ in range(chance.randrange(12))]
    pieces += [chance.choice(load(code).verb).example for _ in range(chance.randrange(3))]
    pieces += some
    chance.shuffle(pieces)
    between = draw(st.sampled_from([" ", " ", " ", "", "\n", " \u200f", "\u200c", "’", ", "]))
    return between.join(pieces)


def _cased(chance: random.Random, words: str) -> str:
    return chance.choice([str, str, str, str.upper, str.lower, str.swapcase])(words)


@cache
def gold() -> tuple[tuple[str, str], ...]:
    """(language, text) of every annotated article."""
    folders = (TESTS / "gold", TESTS / "gold_seeds", TESTS / "gold_written")
    return tuple((article["lang"], article["text"]) for article in articles(*folders))


Damage = Callable[[random.Random, str], str]


def _here_and_there(text: str, chance: random.Random, change: Callable[[str], str], what: str = r"\S") -> str:
    """Some of the places that match, changed."""
    share = chance.choice([0.01, 0.1, 0.5])
    return re.sub(what, lambda found: change(found[0]) if chance.random() < share else found[0], text)


DAMAGES: tuple[Damage, ...] = (
    lambda chance, text: _here_and_there(text, chance, lambda _: ""),  # letters dropped
    lambda chance, text: _here_and_there(text, chance, lambda _: "", r"[ \u200c]"),
    lambda chance, text: _here_and_there(text, chance, lambda _: "", r"[.!?؟۔»”\"]"),
    lambda chance, text: _here_and_there(text, chance, lambda _: chance.choice(QUOTES), r"[\s«»“”\"'’(),]"),
    lambda chance, text: _here_and_there(text, chance, lambda _: chance.choice(" \n"), r"\s"),
    lambda chance, text: _here_and_there(text, chance, lambda letter: letter + chance.choice(ODD)),
    lambda chance, text: _here_and_there(text, chance, lambda _: f" {chance.choice(DIRT)} ", r"\s"),
    lambda chance, text: _here_and_there(text, chance, str.upper, r"\w+"),
    lambda chance, text: text.replace("\n", " "),
    lambda chance, text: re.sub(r"\s+", " ", text),
    lambda chance, text: re.sub(r"\s+", "", text),
    lambda chance, text: text.replace("\u200c", ""),
    lambda chance, text: text.replace("\u200c", " "),
    lambda chance, text: text.replace("ی", "ي").replace("ک", "ك"),
    lambda chance, text: text.upper(),
    lambda chance, text: text.lower(),
    lambda chance, text: text.replace("ı", "i").replace("ş", "s").replace("ğ", "g").replace("İ", "I"),
    lambda chance, text: text.replace(". ", "."),
    lambda chance, text: " ".join(chance.sample(text.split(" "), text.count(" ") + 1)),
    lambda chance, text: "\n".join(reversed(text.split("\n"))),
    lambda chance, text: text.replace("’", "'").replace("'", chance.choice("’'` ")),
    lambda chance, text: text[chance.randrange(len(text) + 1) :],
    lambda chance, text: text[: chance.randrange(len(text) + 1)],
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, length: int) -> tuple[str, str]:
    """(language, text): a stretch of an annotated article after some damages."""
    lang, text = draw(st.sampled_from(gold()))
    chance = random.Random(draw(st.integers(0, 2**32)))
    start = chance.randrange(max(len(text) - length, 0) + 1)
    text = text[start : start + length]
    for damage in draw(st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=4)):
        text = damage(chance, text)
    return draw(st.sampled_from([lang, lang, lang, *codes()])), text


ANY = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(ODD + QUOTES), max_size=200)


def check(text: str, published: str | None, lang: str | None) -> None:
    """What must hold for every extraction."""
    found = extract(text, published, lang=lang)
    told = json.loads(json.dumps(found.to_json(), ensure_ascii=False, allow_nan=False))
    facts = [*told["events"], *told["statements"], *told["roles"]]
    assert len({fact["id"] for fact in facts}) == len(facts)
    for fact in facts:
        assert 0 <= fact["start"] < fact["end"] <= len(text)
        assert fact["text"] == text[fact["start"] : fact["end"]]
    for event in told["events"]:
        assert event["spans"]
        assert [event["start"], event["end"]] in event["spans"]
        assert all(0 <= start < end <= len(text) for start, end in event["spans"])
        assert event["date_text"] is None or event["date_text"] in text
    assert all(statement["quote"] is None or statement["quote"] in text for statement in told["statements"])
    _check_names(told, text)
    assert pickle.loads(pickle.dumps(found)) == found
    try:
        checked(text, "The text")
    except InputError:
        return  # no article could be read that looks like this
    assert extraction_of(json.loads(json.dumps(record_of(found, None))), "The object") == (found, None)
    store = sqlite3.connect(":memory:", isolation_level=None)
    migrate(store)
    assert add_article(store, found)
    store.close()


def _check_names(told: Mapping[str, Any], text: str) -> None:
    """Mentions and noise in order and inside the text; each form of an actor stands where one of its mentions is."""
    for kind in ("mentions", "noise"):
        spans = [(item["start"], item["end"]) for item in told[kind]]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
    forms: dict[str, set[str]] = {actor["id"]: set() for actor in told["actors"]}
    for mention in told["mentions"]:
        forms[mention["actor"]].add(text[mention["start"] : mention["end"]])
    assert forms == {actor["id"]: set(actor["forms"]) for actor in told["actors"]}
    for actor in told["actors"]:
        assert actor["name"].strip()


quick = settings(deadline=None, max_examples=35, suppress_health_check=[HealthCheck.too_slow])
long = settings(quick, max_examples=250)


at_length = pytest.mark.parametrize(
    ("profile", "length"),
    [pytest.param(quick, 700, id="quick"), pytest.param(long, 6000, id="long", marks=pytest.mark.slow)],
)


@at_length
def test_any_characters(profile: settings, length: int) -> None:
    @profile
    @given(ANY, DATES, CODES | st.none())
    def holds(text: str, published: str | None, lang: str | None) -> None:
        check(text, published, lang)

    holds()


@at_length
@pytest.mark.parametrize("code", codes())
def test_words_of_a_pack_in_any_order(code: str, profile: settings, length: int) -> None:
    @profile
    @given(shuffled(code), DATES)
    def holds(text: str, published: str | None) -> None:
        check(text, published, code)

    holds()


@at_length
def test_damaged_articles(profile: settings, length: int) -> None:
    @profile
    @given(damaged(length), DATES)
    def holds(article: tuple[str, str], published: str | None) -> None:
        lang, text = article
        check(text, published, lang)

    holds()
