"""Two clauses joined by "and": whoever stands right before the second verb does that, and is no party to the first."""

from __future__ import annotations

import pytest

from dateline.extract import extract

JOINED = [
    ("en", "Iran attacked Israel and Jordan closed its airspace.", ("ASSAULT", "country-ir", ("country-il",)), None),
    ("en", "The US praised Kenya and Britain sent troops to Haiti.", ("SUPPORT", "country-us", ("country-ke",)),
     ("MOBILIZE", "country-gb")),
    ("en", "France condemned the coup and Germany recalled its ambassador from Niger.", ("ACCUSE", "country-fr", ()),
     ("SANCTION", "country-de")),
    ("it", "L'Iran ha attaccato Israele e la Giordania ha chiuso lo spazio aereo.",
     ("ASSAULT", "country-ir", ("country-il",)), ("SANCTION", "country-jo")),
    ("it", "La Francia ha condannato il golpe e la Germania ha richiamato l'ambasciatore dal Niger.",
     ("ACCUSE", "country-fr", ()), ("SANCTION", "country-de")),
    ("it", "Londra ha minacciato di rivedere gli aiuti al Ruanda e Berlino ha annullato un incontro.",
     ("THREATEN", "country-gb", ("country-rw",)), ("CONSULT", "country-de")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "one", "other"), JOINED)
def test_each_clause_has_its_own_doer(
    lang: str, text: str, one: tuple[str, str, tuple[str, ...]], other: tuple[str, str] | None
) -> None:
    events = extract(text, "2024-05-15", lang=lang).events
    assert (events[0].type, *events[0].source, events[0].target) == one
    assert [(event.type, *event.source) for event in events[1:]] == ([other] if other else [])


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Reuters reported that Israel and Jordan closed the border with Iran.", ["country-il", "country-jo"], "ir"),
        ("France condemned attacks by Israel and Jordan.", ["country-fr"], "il jo"),
    ],
)
def test_a_list_stays_one_where_a_report_opens_or_no_verb_follows(text: str, source: list[str], target: str) -> None:
    (event,) = extract(text, "2024-05-15", lang="en").events
    assert [*event.source] == source and [*event.target] == [f"country-{code}" for code in target.split()]
