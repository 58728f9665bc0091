"""Fact lines that cannot lie, citations, tables."""

from __future__ import annotations

import csv
import io
import json
from itertools import product

import pytest

from dateline.db.rows import Fact
from dateline.db.surnames import short_names, surname
from dateline.export.cite import as_markdown, as_text, dated, said_by
from dateline.export.lines import json_lines
from dateline.export.preview import facts_of, preview_lines
from dateline.export.table import COLUMNS, csv_lines, markdown_lines
from dateline.export.words import WORDS, fact_line, listed
from dateline.model import EVENT_TYPES, MODES, STATUSES
from handmade import extraction

PAST = {
    "agreed", "held", "backed", "gave", "worked", "aided", "pulled", "called", "made", "criticised", "complained",
    "said", "refused", "warned", "protested", "penalised", "imposed", "mobilised", "coerced", "used", "attacked",
    "phoned", "spoke", "met", "visited", "paid", "wrote", "sent", "conferred",
}  # fmt: skip


def event(**given: object) -> Fact:
    values: dict[str, object] = {
        "id": "0123456789", "kind": "event", "article": "a" * 64, "title": "T", "published": None, "url": None,
        "outlet": None, "lang": "tr", "start": 3, "end": 8, "text": "words", "rule": "r", "sure": True,
        "type": "CONSULT", "mode": None, "source": ("Joe Biden",), "target": ("Vladimir Putin",), "status": "occurred",
        "short": {"Joe Biden": "Biden", "Vladimir Putin": "Putin", "Sergey Lavrov": "Lavrov"},
    }  # fmt: skip
    return Fact(**{**values, **given})  # type: ignore[arg-type]


EVERY = list(product(EVENT_TYPES, (None, *MODES), STATUSES))


def test_the_table_knows_every_combination() -> None:
    assert set(WORDS) == set(EVERY)


@pytest.mark.parametrize("target", [("Vladimir Putin",), ()])
@pytest.mark.parametrize("ascii", [False, True])
def test_only_what_has_occurred_reads_as_done(target: tuple[str, ...], ascii: bool) -> None:
    for type, mode, status in EVERY:
        line = fact_line(event(type=type, mode=mode, status=status, target=target), ascii=ascii)
        told = line.split(" - " if ascii else " · ", 1)[1].replace("called off", "")
        assert bool(PAST & set(told.replace(":", "").split())) == (status == "occurred"), line


@pytest.mark.parametrize("target", [("Vladimir Putin",), ()])
@pytest.mark.parametrize("ascii", [False, True])
def test_every_status_has_words_and_a_sign_of_its_own(target: tuple[str, ...], ascii: bool) -> None:
    for type, mode in product(EVENT_TYPES, (None, *MODES)):
        lines = {
            status: fact_line(event(type=type, mode=mode, status=status, target=target), ascii=ascii)
            for status in STATUSES
        }
        assert len(set(lines.values())) == len(STATUSES)
        signs = [
            WORDS[type, mode, status].ascii_sign if ascii else WORDS[type, mode, status].sign for status in STATUSES
        ]
        assert len(set(signs)) == len(STATUSES)
        assert signs[0] == ""
        assert all(sign in lines[status] for status, sign in zip(STATUSES, signs, strict=True))
        without_signs = {line.replace(sign, "") for line, sign in zip(lines.values(), signs, strict=True)}
        assert len(without_signs) == len(STATUSES)  # the words alone tell them apart


def test_each_type_and_mode_of_talks_reads_differently() -> None:
    types = {fact_line(event(type=type)) for type in EVENT_TYPES}
    assert len(types) == len(EVENT_TYPES)
    for type in EVENT_TYPES:
        assert len({fact_line(event(type=type, mode=mode)) for mode in (None, *MODES)}) == len(MODES) + 1


def test_ascii_lines_are_ascii() -> None:
    for type, mode, status in EVERY:
        assert fact_line(event(type=type, mode=mode, status=status, according_to=("AFP",)), ascii=True).isascii()


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"mode": "phone", "date": "2021-12-30", "duration_minutes": 50}, "2021-12-30 · Biden phoned Putin · 50 min"),
        ({"mode": "meeting", "status": "planned"}, "no date · ◷ Biden to meet Putin"),
        ({"mode": "meeting", "status": "conditional"}, "no date · ◇ Biden may meet Putin, conditional"),
        ({"mode": "meeting", "status": "denied"}, "no date · ✗ Biden meeting Putin: denied or called off"),
        ({"mode": "meeting", "status": "ongoing"}, "no date · … Biden now meeting Putin"),
        ({"mode": "meeting", "date_text": "18 Şubat'ta", "place": "Riyadh"}, "18 Şubat'ta · Biden met Putin · Riyadh"),
        ({"inferred": ("Joe Biden",), "type": "THREATEN"}, "no date · [Biden] warned Putin"),
        ({"sure": False, "type": "ASSAULT"}, "no date · ? Biden attacked Putin"),
        ({"sure": False, "type": "AID", "status": "planned"}, "no date · ? ◷ Biden to aid Putin"),
        ({"source": (), "type": "ASSAULT"}, "no date · someone attacked Putin"),
        ({"target": (), "type": "SANCTION"}, "no date · Biden imposed penalties"),
        ({"type": "REQUEST", "mode": "letter"}, "no date · Biden called on Putin by letter"),
        ({"according_to": ("Ned Price", "AFP")}, "no date · Biden held talks with Putin — per Ned Price and AFP"),
        ({"target": ("Vladimir Putin", "Iran", "Oman")}, "no date · Biden held talks with Putin, Iran and Oman"),
    ],
)  # fmt: skip
def test_event_lines(given: dict[str, object], line: str) -> None:
    assert fact_line(event(**given)) == line


def test_long_names_of_countries_are_shortened_as_newspapers_do() -> None:
    line = fact_line(
        event(source=("United States",), target=("European Union",), inferred=("United States",), type="AID")
    )
    assert line == "no date · [US] aided EU"
    role = event(kind="role", type=None, status=None, person="Joe Biden", office="President", of="United States")
    assert fact_line(role) == "Biden: President of the US"


def test_the_articles_date_is_never_the_facts() -> None:
    assert fact_line(event(published="2022-02-01")).startswith("no date")


def test_statement_and_role_lines() -> None:
    said = event(kind="statement", type=None, status=None, speaker="Sergey Lavrov", verb="said", quote="No\nway")
    assert fact_line(said) == 'Lavrov said: "No way"'
    reported = event(kind="statement", type=None, status=None, speaker=None, verb="said", sure=False)
    assert fact_line(reported) == "? someone said, as reported: words"
    role = event(
        kind="role", type=None, status=None, sure=False, person="Sergey Lavrov", office="Foreign Minister", of="Russia"
    )
    assert fact_line(role) == "Lavrov: Foreign Minister of Russia"


def test_foreign_text_cannot_act_in_a_line() -> None:
    line = fact_line(event(source=("\x1b[31mX\x1b]52;c;aGk=\x07\u202e[red][/nope]",), place="\x9b5m"))
    assert "\x1b" not in line and "\x9b" not in line and "\u202e" not in line
    assert "[red][/nope]" in line


def test_names_are_listed_as_english_does() -> None:
    assert [listed("abc"[:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Antony Blinken", "Blinken"),
        ("Jean-Yves Le Drian", "Le Drian"),
        ("Luigi Di Maio", "Di Maio"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Xi Jinping", "Xi Jinping"),
        ("Kim Jong Un", "Kim Jong Un"),
        ("Tsai Ing-wen", "Tsai Ing-wen"),
        ("Chin Ching-te", "Chin Ching-te"),
        ("Hun Sen", "Hun Sen"),
        ("Pope Leo XIV", "Pope Leo XIV"),
        ("Abdullah II of Jordan", "Abdullah II of Jordan"),
        ("King Philippe of Belgium", "King Philippe of Belgium"),
        ("Luís Montenegro", "Luís Montenegro"),
        ("Jean-Noel Saint-Martin", "Saint-Martin"),
        ("Carl XVI Gustaf", "Carl XVI Gustaf"),
        ("Putin", "Putin"),
    ],
)
def test_surnames(name: str, short: str) -> None:
    assert surname(name) == short


def test_two_people_of_one_surname_keep_their_whole_names() -> None:
    assert short_names(["Joe Biden", "Hunter Biden", "Sergey Lavrov"]) == {
        "Joe Biden": "Joe Biden",
        "Hunter Biden": "Hunter Biden",
        "Sergey Lavrov": "Lavrov",
    }


# citations


def test_a_citation_has_words_teller_outlet_title_date_address_place_and_id() -> None:
    met = facts_of(extraction())[0]
    text = as_text(met)
    for part in (f"“{met.text}”", "says: AFP", "outlet unknown", "“Blinken met Lavrov”", "2022-02 (month known)",
                 "https://www.example.org/a", f"{met.start}–{met.end}", met.id):  # fmt: skip
        assert part in text
    assert "undated" in as_text(event())
    assert "the article itself" in as_text(event())


def test_dates_carry_their_precision() -> None:
    assert [dated(date) for date in ("2022-02-03", "2022-02", "2022", None)] == [
        "2022-02-03 (day known)", "2022-02 (month known)", "2022 (year known)", "undated",
    ]  # fmt: skip


def test_the_speaker_is_the_nearest_who_says_so() -> None:
    said = event(kind="statement", speaker="Sergey Lavrov", verb="said", according_to=("AFP",))
    assert said_by(said) == "Sergey Lavrov and AFP"


def test_markdown_finds_nothing_to_interpret() -> None:
    hostile = event(
        text="# [x](javascript:1) <b>`a`</b> |\n* _b_",
        title="](http://evil) [",
        url="https://e.org/a)>b\\ c",
        outlet="a|b",
    )
    quoted = as_markdown(hostile)
    assert all(line.startswith(">") for line in quoted.split("\n"))
    assert "\\# \\[x\\]" in quoted and "\\<b\\>" in quoted
    assert "(<https://e.org/a)%3Eb%5C%20c>)" in quoted
    (_, _, row) = markdown_lines([hostile])
    assert row.count(" | ") == 3 and "\n" not in row


def test_citations_are_harmless() -> None:
    hostile = event(text="\x1b]52;c;aGk=\x07\u202e", title="\x1b[2J", url="https://e.org/\x1b[2J", outlet="\x9b")
    for made in (as_text(hostile), as_markdown(hostile), *markdown_lines([hostile]), *csv_lines([hostile])):
        assert not set(made) & {"\x1b", "\x07", "\x9b", "\u202e"}


# tables and lines


def test_json_is_one_line_a_fact_and_exact() -> None:
    found = facts_of(extraction())
    lines = list(json_lines(found))
    assert [json.loads(line) for line in lines] == [fact.to_json() for fact in found]
    assert "\\u" not in "".join(lines)


def test_csv_can_be_read_back() -> None:
    found = facts_of(extraction())
    rows = list(csv.DictReader(io.StringIO("\n".join(csv_lines(found)))))
    assert [row["words"] for row in rows] == [fact.text for fact in found]
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["source"] == "Antony Blinken"


def test_no_cell_runs_as_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO("\n".join(csv_lines([event(text="=cmd|' /C calc'!A0", title="@x")])))))
    assert rows[0]["words"].startswith("'=") and rows[0]["title"].startswith("'@")


def test_a_preview_shows_actors_and_facts() -> None:
    shown = "\n".join(preview_lines(extraction()))
    assert "Vladimir Putin (person): Putin, پوتین" in shown
    assert "2022-02-03 · Blinken met Lavrov · Geneva · 90 min — per AFP" in shown


def test_json_holds_nothing_that_a_terminal_obeys_and_loses_nothing() -> None:
    told = {"text": "a\x1b[2J\x7f\x9b31m\u202eb\u2066\u2028\u200f\ud800 ş 😀"}
    (line,) = json_lines([told])
    assert line.isprintable() and "ş 😀" in line
    assert json.loads(line) == told


def test_nobody_of_the_registry_is_called_by_a_country_or_a_number() -> None:
    from dateline.packs.knowledge import countries, people

    states = {country.name for country in countries().values()}
    short = {surname(person.name) for person in people().values() if " " in person.name}
    assert not {name for name in short if name in states or not name.strip("IVX")}
