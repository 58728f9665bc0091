"""The pack format: what is refused and in which words, and that its one description names every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline import packs
from dateline.packs import check, codes, load, read_pack
from dateline.packs.shape import PackError

ADDING = Path(packs.__file__).with_name("ADDING.md")
TABLES = (
    packs.Language, packs.Sentences, packs.NoiseWords, packs.Dates, packs.Clauses, packs.Grammar, packs.Office,
    packs.OfficesMore, packs.ConjugationClass, packs.Auxiliary, packs.Conjugation, packs.Verb, packs.Noun,
    packs.Carriers, packs.Say, packs.SayMore, packs.Pack,
)  # fmt: skip

HEAD = """
[language]
code = "xx"
name = "Examplish"
script = "Latin"
order = "verb-middle"
"""
MIDDLE = """
[sentences]
abbreviations = ["Dr"]
quotes = ["“”"]
[noise]
line_has = ["(c)"]
[dates]
months = { may = 5 }
weekdays = { monday = 1 }
numbers = { one = 1 }
[grammar]
before = { with = ["with"] }
[demonyms]
FR = ["French"]
[offices_more]
former = ["ex"]
[conjugation]
class = [{ dictionary = [""], past = ["~ed"] }]
[carriers]
plan = ["expect"]
"""
OFFICE = """
[[office]]
title = ["minister"]
office = "Minister"
"""
SAY = """
[[say]]
verb = "say"
english = "said"
"""
VERB = """
[[verb]]
verb = "meet"
type = "CONSULT"
mode = "meeting"
target = ["with"]
example = "France met with Spain."
reads = "CONSULT meeting: France > Spain"
"""
NOUN = """
[[noun]]
noun = "attack"
type = "ASSAULT"
example = "The attack by France on Spain was expected."
reads = "ASSAULT: France > Spain (planned)"
"""
#: tables that a language may do without
OPTIONAL = ("capitals_extra", "ministries", "say_more")
WHOLE = HEAD + MIDDLE + OFFICE + SAY + VERB + NOUN


def without(table: str) -> str:
    """The pack without one of its tables."""
    return re.sub(rf"^\[+{table}\]+\n(?:[^\[\n].*\n|\n)*", "", WHOLE, flags=re.MULTILINE)


def changed(old: str, new: str) -> str:
    assert WHOLE.count(old) >= 1, old
    return WHOLE.replace(old, new, 1)


def refusal(text: str) -> str:
    with pytest.raises(PackError) as refused:
        read_pack(text, "xx.toml")
    return str(refused.value)


def test_a_small_pack_is_enough() -> None:
    pack = read_pack(WHOLE, "xx.toml")
    assert (pack.language.name, pack.verb[0].target, pack.noun[0].source) == (
        "Examplish", ("with",), ("of", "between"),
    )  # fmt: skip


@pytest.mark.parametrize("table", [name for name in packs.Pack._fields if name not in OPTIONAL])
def test_a_missing_table_is_named(table: str) -> None:
    message = refusal(without(table))
    assert f"[{table}]" in message and "missing" in message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('name = "Examplish"\n', ("[language]", "'name'")),
        ("months = { may = 5 }\n", ("[dates]", "'months'")),
        ('example = "France met with Spain."\n', ("[[verb]]", "'example'", "'meet'")),
        ('reads = "CONSULT meeting: France > Spain"\n', ("[[verb]]", "'reads'", "'meet'")),
        ('example = "The attack by France on Spain was expected."\n', ("[[noun]]", "'example'", "'attack'")),
        ('reads = "ASSAULT: France > Spain (planned)"\n', ("[[noun]]", "'reads'", "'attack'")),
        ('dictionary = [""], ', ("[[conjugation.class]]", "'dictionary'")),
        ('english = "said"\n', ("[[say]]", "'english'", "'say'")),
    ],
)
def test_a_missing_key_is_named_with_its_entry(line: str, words: tuple[str, ...]) -> None:
    message = refusal(changed(line, ""))
    assert "missing" in message
    assert all(word in message for word in ("xx.toml", *words)), message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('mode = "meeting"', 'mood = "meeting"', ("unknown key 'mood'", "'meet'")),
        ('script = "Latin"', 'script = "Latin"\nalphabet = "ABC"', ("unknown key 'alphabet'", "[language]")),
        ("[offices_more]", "[officers]\n[offices_more]", ("unknown table [officers]",)),
        ('"verb-middle"', '"verb-first"', ("unknown order 'verb-first'", "verb-last, verb-middle")),
        ("{ with =", "{ beside =", ("unknown label 'beside'", "[grammar.before]", "subject, object")),
        ("FR =", "FRA =", ("unknown country code 'FRA'", "[demonyms]", "ISO 3166")),
        ('"CONSULT"', '"CHAT"', ("unknown event type 'CHAT'", "[[verb]] 'meet'", "AGREE, CONSULT")),
        ('"ASSAULT"', '"BLOW"', ("unknown event type 'BLOW'", "[[noun]] 'attack'")),
        ('mode = "meeting"', 'mode = "lunch"', ("unknown mode 'lunch'", "phone, meeting")),
        ('mode = "meeting"', 'status = "done"', ("unknown status 'done'", "occurred, planned")),
        ('mode = "meeting"', 'negated = "SNUB"', ("unknown event type in negated 'SNUB'",)),
        ('mode = "meeting"', 'source_is = ["firm"]', ("unknown kind in source_is 'firm'", "person, organization")),
        ('mode = "meeting"', 'needs = ["object"]', ("unknown side in needs 'object'", "source, target")),
        ('mode = "meeting"', 'source = ["on"]', ("unknown label in source 'on'", "[[verb]] 'meet'")),
        ('target = ["with"]', 'target = ["by", "at"]', ("unknown label in target 'at'",)),
        ('"France met with Spain."', '" "', ("the example is empty", "'meet'")),
        ('"CONSULT meeting: France > Spain"', '""', ("[[verb]] 'meet'", "is not of the form")),
        ("CONSULT meeting: France", "CONSULT lunch: France", ("unknown mode in reads 'lunch'",)),
        ("(planned)", "(soon)", ("unknown status in reads 'soon'", "[[noun]] 'attack'")),
        ('"meet"', '"me+t"', ("'me+t' is no word", "[verb]")),
        ('"meet"', '"meet(s)?"', ("'meet(s)?' is no word",)),
        ('"minister"', '"(prime )?minister"', ("is no word", "[office]")),
        ('"French"', '"French.*"', ("is no word", "[demonyms]")),
        ('"expect"', '"expect|await"', ("is no word", "[carriers]")),
        ('past = ["~ed"]', 'past = ["ed"]', ("'ed' needs one ~", "[[conjugation.class]]")),
        ('past = ["~ed"]', 'bygone = ["~ed"]', ("unknown reading 'bygone'", "past, present")),
        ("[sentences]", "[sentences", ("xx.toml is not TOML", "line")),
    ],
)
def test_what_the_engine_does_not_know_is_named(old: str, new: str, words: tuple[str, ...]) -> None:
    message = refusal(changed(old, new))
    assert all(word in message for word in words), message


@pytest.mark.parametrize("code", codes())
def test_the_shipped_packs_keep_to_the_format(code: str) -> None:
    check.check(load(code), f"packs/{code}.toml")


def test_the_description_names_every_table_and_key() -> None:
    code = re.findall(r"```.*?```|`[^`]+`|\*\*\[.*?\*\*", ADDING.read_text("utf-8"), re.DOTALL)
    known = set(re.findall(r"[A-Za-z_]+", " ".join(code)))
    keys = {name.rstrip("_") for table in TABLES for name in table._fields} - {"readings"}  # the class's own keys
    assert sorted(keys - known) == []
    for words in (packs.LABELS, check.READINGS):
        assert sorted(set(words) - known) == []


def test_the_description_fits_two_screens() -> None:
    lines = ADDING.read_text("utf-8").splitlines()
    assert len(lines) <= 116
    assert [line for line in lines if len(line) > 120] == []


def test_the_entry_in_the_description_is_one() -> None:
    text = ADDING.read_text("utf-8")
    entry = text.partition("```toml\n")[2].partition("```")[0]
    pack = read_pack(HEAD + MIDDLE + OFFICE + SAY + entry + NOUN, "ADDING.md")
    assert pack.verb[0].reads == "CONSULT meeting: Antony Blinken > Sergey Lavrov"
