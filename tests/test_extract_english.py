"""English as agencies print it: titles and what they are for, bodies that no list holds, participles before nouns."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from dateline.model import Extraction

PUBLISHED = "2024-05-15"


def read(text: str) -> Extraction:
    return extract(text, PUBLISHED, lang="en")


def names(found: Extraction) -> dict[str, str]:
    return {actor.id: actor.name for actor in found.actors}


def roles(text: str) -> set[tuple[str, str | None]]:
    """Persons and whose office they hold."""
    found = read(text)
    known = names(found)
    return {(known[role.person], role.of) for role in found.roles}


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        ("Norway's mackerel envoy, Solveig Brekke, said the talks would resume.", "Solveig Brekke", "Norway"),
        ("Rasa Vaitke, Lithuania's commissioner for detained citizens, thanked Qatar.", "Rasa Vaitke", "Lithuania"),
        ("The American envoy for detainees, Ellery Cobb, had flown to Minsk.", "Ellery Cobb", "United States"),
        ("Arkady Volosh, the Russian embassy's spokesman, said nothing had happened.", "Arkady Volosh", "Russia"),
        ("Tess Marlow, a spokeswoman for the Lake Fishermen's Association, left.", "Tess Marlow",
         "Lake Fishermen's Association"),
        ("Oleh Marchuk, head of Ukraine's National Grid Agency, said it was safe.", "Oleh Marchuk",
         "National Grid Agency"),
        ("Oleh Marchuk, who heads the National Grid Agency, said it was safe.", "Oleh Marchuk", "National Grid Agency"),
        ("The head of the Karvan Free Port Authority, Lena Sorrel, told reporters it would reopen.", "Lena Sorrel",
         "Karvan Free Port Authority"),
        ("Algeria's army chief, General Said Bouraoui, paid a visit to Doha.", "Said Bouraoui", "Algeria"),
        ("Maria Solis, the director of the rights group Human Aid Watch, said the camp was full.", "Maria Solis",
         "Human Aid Watch"),
        ("Oleh Marchuk, head of the shipowners' union Skipa, said it was safe.", "Oleh Marchuk", "Skipa"),
        ("Tanzania praised the vote through its consul for trade, Juma Kisiwa.", "Juma Kisiwa", "Tanzania"),
        ("Kenya held talks. Its special envoy for upstream affairs, Qiu Wen, left.", "Qiu Wen", "Kenya"),
        ("Lisbon froze the assets of the airline Nordvek and of its owner, Gleb Staro.", "Gleb Staro", "Nordvek"),
        ("Vice Admiral Rob Lund, the head of the Danish navy's west command, spoke.", "Rob Lund", "Denmark"),
        ("Slovak President Luka Tomic, leader of the Forward Party, resigned.", "Luka Tomic", "Forward Party"),
        ("Tibor Szanto, mayor of the Hungarian town of Kisvar, spoke.", "Tibor Szanto", "Kisvar"),
        ("The European Commission met. Olof Gill, the commission's trade spokesman, left.", "Olof Gill",
         "European Commission"),
        ("China announced curbs. Its trade spokesman, He Yadong, left.", "He Yadong", "China"),
        ("EU trade commissioner Lukas Brandt said tariffs would follow.", "Lukas Brandt", "European Union"),
    ],
)  # fmt: skip
def test_whose_a_title_is_across_what_it_is_for(text: str, person: str, of: str) -> None:
    assert (person, of) in roles(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The airline Belavia said flights would resume on Monday.", "Belavia"),
        ("The opposition party Ufahari condemned the arrests on Monday.", "Ufahari"),
        ("Litio del Sur, a Bolivian state company, has sued Peru.", "Litio del Sur"),
        ("The Women Farmers' Union rejected the offer.", "Women Farmers' Union"),
        ("The Fiscal Court of Karvan dissolved the group.", "Fiscal Court of Karvan"),
    ],
)
def test_bodies_that_no_list_holds(text: str, body: str) -> None:
    assert [actor.kind for actor in read(text).actors if actor.name == body] == ["organization"]


def test_an_arrest_stands_with_who_made_it() -> None:
    found = read("Brazilian police arrested 14 people on Thursday.")
    assert [(event.type, event.source, event.target) for event in found.events] == [("COERCE", ("country-br",), ())]


def events(text: str) -> set[str]:
    found = read(text)
    known = names(found)

    def side(actors: tuple[str, ...]) -> str:
        return ", ".join(sorted(known[actor] for actor in actors)) or "-"

    return {f"{event.type}: {side(event.source)} > {side(event.target)}" for event in found.events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a participle before its noun, or a plural that looks like a verb, is no act
        ("Denmark thanked Qatar for detained sailors.", {"SUPPORT: Denmark > Qatar"}),
        ("Italy asked Kenya to investigate abuses in Sudan.", {"REQUEST: Italy > Kenya"}),
        # bare plurals are subjects of their own
        ("Ariel Henry resigned after gangs attacked police stations.", {"CONCEDE: Ariel Henry > -"}),
        # behind ", and" the main clause goes on
        (
            "Latvia accused China of the raid that shut its hospitals, and expelled two Russian diplomats.",
            {"ACCUSE: Latvia > China", "SANCTION: Latvia > Russia"},
        ),
        # forces with a small word for their owner are its
        ("Chad sent food to Niger. Its troops attacked Libya.", {"AID: Chad > Niger", "ASSAULT: Chad > Libya"}),
        ("Israel denied a claim by Iran that its tanks fired on Syria.", {"ASSAULT: Israel > Syria"}),
        # a noun of asking or blaming with its doer behind it is done to who the sentence is about
        (
            "Hungary blocked the deal despite criticism from Germany.",
            {"ACCUSE: Germany > Hungary", "REJECT: Hungary > -"},
        ),
        # what only says where something is is nobody
        ("Iran held drills in the Barents Sea.", {"MOBILIZE: Iran > -"}),
        ("Angola quit OPEC in December.", {"REJECT: Angola > OPEC"}),
        ("The Houthis said they had attacked a British tanker.", {"ASSAULT: Houthis > United Kingdom"}),
        # words of a set phrase do not stand across what opens a clause
        ("Germany suspended arms exports to Turkey after the offensive.", {"SANCTION: Germany > Turkey"}),
        # a participle behind the object describes it
        ("Israel freed 12 fishermen arrested in May.", {"CONCEDE: Israel > -"}),
        # courts and police are of the country they are in, soldiers need not be
        ("A court in Kenya jailed two Chinese engineers.", {"COERCE: Kenya > China"}),
        ("Troops in Syria attacked Israel.", {"ASSAULT: - > Israel"}),
        ("Benin and Togo said they would attack Niger.", {"ASSAULT: Benin, Togo > Niger"}),
        # words behind a break are no part of what a title is for
        (
            "Peru recalled its ambassador to La Paz after Bolivia's president, Luis Arce, resigned.",
            {"SANCTION: Peru > Bolivia", "CONCEDE: Luis Arce > -"},
        ),
        # what stands behind a hyphen makes an adjective, no name
        ("Russia detained the Panama-flagged Mirella.", {"COERCE: Russia > -"}),
        ("Italy accused Malta of ignoring distress calls for nine hours.", {"ACCUSE: Italy > Malta"}),
        (
            "In a phone call with Vladimir Putin, Emmanuel Macron asked for a truce.",
            {"CONSULT: Emmanuel Macron > Vladimir Putin", "REQUEST: Emmanuel Macron > Vladimir Putin"},
        ),
        # a verb of speech joined to one before shares its subject and may name nobody
        ("Joao Lourenco expressed regret and called for restraint.", {"REQUEST: João Lourenço > -"}),
        # who does the next act is not whom the one before concerns; a year counts nothing
        (
            "The EU pledged ten million euros and Japan sent tents to Uganda.",
            {"AID: European Union > -", "AID: Japan > Uganda"},
        ),
        ("In 2022 Albania severed relations with Iran.", {"SANCTION: Albania > Iran"}),
        ("Albania blamed a group backed by Iran for the raid.", {"ACCUSE: Albania > -"}),
        # words of time may part an auxiliary from its verb
        ("Emmanuel Macron will on Monday visit Cairo.", {"CONSULT: Emmanuel Macron > Egypt"}),
        ("Thousands of people protested against Israel.", {"PROTEST: - > Israel"}),
        (
            "The International Court of Justice ordered Israel to stop.",
            {"REQUEST: International Court of Justice > Israel"},
        ),
        # what an attack did is no second one
        ("Israel bombed Syria, killing 12 people.", {"ASSAULT: Israel > Syria"}),
    ],
)
def test_acts(text: str, expected: set[str]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize("text", ["Moscow denied any involvement.", "Russia denied attacking the port of Odesa."])
def test_a_denial_is_a_statement(text: str) -> None:
    found = read(text)
    assert [(said.verb, names(found)[said.speaker or ""]) for said in found.statements] == [("denied", "Russia")]


def test_a_seat_is_its_body_and_a_town() -> None:
    assert events("Brussels suspended 28 million euros in aid to Comoros.") == {"SANCTION: European Union > Comoros"}
    [met] = read("Emmanuel Macron met Viktor Orban in Brussels on Friday.").events
    assert met.place == "Brussels"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The Union of Dockers left. "We have waited long enough," the union said.', "Union of Dockers"),
        ('The opposition party Ufahari met. "We have waited long enough," the party said.', "Ufahari"),
        ("The port will reopen next week, a senior Kenyan official said.", "Kenya"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    found = read(text)
    assert [names(found)[said.speaker or ""] for said in found.statements] == [speaker]


def test_a_ministry_without_its_country_is_the_one_named_last() -> None:
    text = "Poland's foreign ministry held a reception. The ministry condemned the raid."
    assert "ACCUSE: Foreign Ministry of Poland > -" in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Burundi withdrew one battalion from Bukavu, two Western diplomats said.",
        "Norway expelled 15 Russian embassy staff it said were spies.",
    ],
)
def test_speakers_without_a_name_are_nobody_else(text: str) -> None:
    found = read(text)
    assert [said for said in found.statements if said.speaker not in (None, "country-no")] == []


def test_words_of_time_between_an_auxiliary_and_its_verb() -> None:
    [event] = read("Sweden will for the first time deploy six fighter jets to Iceland.").events
    assert event.status == "planned"


def test_a_first_name_is_the_person_named_in_full() -> None:
    found = read("Prime Minister Paeta Chinwat resigned. Ms Paeta apologised to Laos.")
    assert [actor.name for actor in found.actors if actor.kind == "person"] == ["Paeta Chinwat"]
