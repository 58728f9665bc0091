"""Wrong facts that are not made: denials, claims, guesses, and what is not sure; invented people, short sentences."""

from __future__ import annotations

import pytest

from dateline.extract import extract, traces
from dateline.model import Extraction

WHEN = "2024-05-15"


def names(read: Extraction, actors: tuple[str, ...]) -> str:
    known = {actor.id: actor.name for actor in read.actors}
    return ", ".join(known[actor] for actor in actors) or "-"


def events(text: str, lang: str) -> list[str]:
    read = extract(text, WHEN, lang=lang)
    return [f"{event.type}: {names(read, event.source)} > {names(read, event.target)}" for event in read.events]


def statements(text: str, lang: str) -> list[tuple[str, str]]:
    read = extract(text, WHEN, lang=lang)
    return [(names(read, (said.speaker,) if said.speaker else ()), said.verb) for said in read.statements]


# -- denials are statements, no refusals


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Norway dismissed the allegations as absurd.", "Norway"),
        ("en", "Iceland's foreign ministry rejected the accusations on Tuesday.", "Foreign Ministry of Iceland"),
        ("it", "La Norvegia ha respinto le accuse dell'Islanda.", "Norway"),
        ("tr", "Norveç, İzlanda'nın suçlamalarını geri çevirdi.", "Norway"),
        ("tr", "Norveç Başbakanı Ole Tangen suçlamaları geri çevirdi.", "Ole Tangen"),
    ],
)
def test_accusations_turned_back_are_denied_and_no_offer_is_refused(lang: str, text: str, who: str) -> None:
    assert events(text, lang) == []
    assert statements(text, lang) == [(who, "denied")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Norway rejected the offer of Iceland."),
        ("it", "La Norvegia ha respinto l'offerta dell'Islanda."),
        ("tr", "Norveç, İzlanda'nın önerisini geri çevirdi."),
    ],
)
def test_offers_are_refused_still(lang: str, text: str) -> None:
    assert events(text, lang) == ["REJECT: Norway > Iceland"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Prime Minister Jens Holt declined to name the culprit."),
        ("en", "Norway's regulator ruled out power cuts."),
        ("it", "Il ministro norvegese Jens Holt si è rifiutato di commentare."),
        ("tr", "Norveç Başbakanı Jens Holt, yorum yapmayı reddetti."),
    ],
)
def test_who_says_nothing_refuses_nobody(lang: str, text: str) -> None:
    assert events(text, lang) == []


# -- what was not done


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Iceland signed no deal.",
        "No deal was reached between Norway and Iceland on Monday.",
        "Norway sent no troops to Iceland.",
    ],
)
def test_what_no_stands_before_was_not_done(text: str) -> None:
    assert [event.status for event in extract(text, WHEN, lang="en").events] == ["denied"]


def test_no_behind_the_words_of_an_act_takes_nothing_back() -> None:
    read = extract("Norway and Iceland reached an agreement, with no deadline.", WHEN, lang="en")
    assert [event.status for event in read.events] == ["occurred"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The talks between Norway and Iceland have not started."),
        ("en", "The meeting between Norway and Iceland was not held."),
        ("en", "No agreement between Norway and Iceland was signed."),
        ("en", "Norway has not signed the agreement with Iceland."),
        ("it", "I colloqui tra Norvegia e Islanda non sono iniziati."),
        ("it", "La Norvegia non ha ancora firmato l'accordo con l'Islanda."),
        ("it", "Nessun accordo tra Norvegia e Islanda è stato firmato."),
        ("tr", "Norveç ile İzlanda arasındaki görüşmeler başlamadı."),
        ("fa", "مذاکرات نروژ و ایسلند برگزار نشد."),
    ],
)
def test_what_has_not_been_did_not_happen(lang: str, text: str) -> None:
    assert {event.status for event in extract(text, WHEN, lang=lang).events} <= {"denied"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Analysts doubt that Norway will attack Iceland."),
        ("en", "Iceland fears that Norway will invade its islands."),
        ("it", "Gli analisti dubitano che la Norvegia attacchi l'Islanda."),
        ("tr", "Norveç, İzlanda'nın adalara saldırmasından korkuyor."),
        ("fa", "کارشناسان تردید دارند که نروژ به ایسلند حمله کند."),
    ],
)
def test_what_is_feared_or_doubted_is_no_act(lang: str, text: str) -> None:
    assert events(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Norway beat Iceland 2-1 in a qualifier in Oslo on Friday."),
        ("en", "Norway signed a 20-year-old striker from Iceland."),
        ("en", "Norway said that the 1951 treaty extends to attacks on ships."),
        ("en", "Norway and Iceland are due to meet fans under a new format."),
        ("it", "Il caldo minaccia la Norvegia."),
        ("it", "Il governo accusa la Norvegia."),
        ("fa", "زلزله نروژ را لرزاند و بیست نفر کشته شدند."),
    ],
)
def test_words_of_two_meanings(lang: str, text: str) -> None:
    assert [told for told in events(text, lang) if not told.startswith("CONSULT")] == []


# -- whose clause it is


@pytest.mark.parametrize(
    "text",
    [
        "Norway, accusing Denmark of spying, expelled two Icelandic diplomats.",
        "La Norvegia, accusando la Danimarca di spionaggio, ha condannato l'Islanda.",
        "Norway rejected a request by Iceland.",
    ],
)
def test_the_subject_comes_back_behind_an_aside(text: str) -> None:
    told = events(text, "it" if text.startswith("La") else "en")
    assert [fact for fact in told if "Iceland" in fact and fact.partition(": ")[2] == "Norway > Iceland"]
    assert not [fact for fact in told if fact.startswith(("SANCTION: Denmark", "ACCUSE: Denmark", "REJECT: Iceland"))]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fa", "انفجار پایتخت نروژ را لرزاند و ایسلند، دانمارک را به جاسوسی متهم کرد.", "ACCUSE: Iceland > Denmark"),
        ("fa", "اگر ایسلند تضمین کتبی بدهد، نروژ گذرگاه‌ها را خواهد گشود.", "CONCEDE: Norway > -"),
        ("it", "Una provocazione, l'ha definita il ministro norvegese Ole Tangen.", "ACCUSE: Ole Tangen > -"),
    ],
)
def test_each_clause_has_its_own_doer(lang: str, text: str, told: str) -> None:
    assert told in events(text, lang) and len(events(text, lang)) == 1


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("fa", "ارتش اعلام کرد دوازده جنگجوی جبهه شمال را که دانمارک از آن حمایت می‌کند کشته است.", "ASSAULT: Denmark"),
        ("en", "Iceland on Thursday joined Denmark in sanctioning a Norwegian shipping firm.", "SANCTION: Denmark"),
        ("en", "Two Norwegian soldiers died in an attack claimed by rebels in Iceland's east.", "ASSAULT: Norway"),
        ("en", "Denmark hosted talks between Norway and Iceland, which ended without a deal.", "REJECT: Norway"),
        ("en", "Norway evacuated its citizens from Iceland.", "AID: Norway"),
    ],
)
def test_nobody_does_what_the_next_clause_or_noun_tells(lang: str, text: str, wrong: str) -> None:
    assert not [told for told in events(text, lang) if told.startswith(wrong)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Denmark, unlike Norway, condemned Iceland.", "ACCUSE: Denmark > Iceland"),
        ("Norway, not Denmark, signed the treaty with Iceland.", "AGREE: Norway > Iceland"),
    ],
)
def test_who_is_set_apart_acts_not(text: str, told: str) -> None:
    assert events(text, "en") == [told]
    assert [event.status for event in extract(text, WHEN, lang="en").events] == ["occurred"]


def test_a_newspaper_did_not_do_what_it_reports() -> None:
    text = "Iceland denied a report in the daily Morgunpostur that a patrol ship had fired warning shots."
    assert not [told for told in events(text, "en") if "Morgun" in told]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("tr", "Norveç Başbakanı Ole Tangen, iddiaların gerçeği yansıtmadığını savundu."),
        ("it", "La Norvegia rivendica le isole da un secolo."),
    ],
)
def test_a_claim_backs_and_demands_nothing(lang: str, text: str) -> None:
    assert events(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Norway demanded the release of Jon Arnarsson."),
        ("tr", "Norveç, Jon Arnarsson'un serbest bırakılmasını istedi."),
    ],
)
def test_whose_release_is_demanded_is_not_asked(lang: str, text: str) -> None:
    assert events(text, lang) == ["REQUEST: Norway > -"]


def test_who_is_told_does_not_speak() -> None:
    text = '"We are ready," Captain Lars Berg, who leads the inquiry, told Nordic Post.'
    assert statements(text, "en") == [("Lars Berg", "told")]


# -- guesses


def test_nobody_is_guessed_to_have_done_what_befell_somebody() -> None:
    text = (
        "Norway and Iceland quarrel over herring. Norway protested in Iceland. Iceland sent ships to Norway. "
        "Three Icelandic sailors were killed on Monday."
    )
    assert "ASSAULT: Norway > Iceland" not in events(text, "en")


def test_a_country_is_guessed_for_offices_of_states_alone() -> None:
    text = (
        "Norway has closed its ports, and Norway will not open them. Norway says so. "
        "Lise Aasbakken, the director, said it was enough. Prime Minister Ole Tangen agreed."
    )
    read = extract(text, WHEN, lang="en")
    assert [(role.office, role.of) for role in read.roles] == [("Prime Minister", "Norway")]


# -- what is sure, and why it is not


SURE = (
    ("en", "Norway accused Iceland of overfishing."),
    ("en", "Norway will accuse Iceland of overfishing if the talks fail."),
    ("en", "The meeting between Norwegian Prime Minister Ole Tangen and Jon Arnarsson took place in Oslo on Monday."),
    ("it", "La Norvegia ha chiesto all'Islanda di ritirare le navi."),
    ("tr", "Norveç, İzlanda'yı kınadı."),
    ("fa", "نروژ، ایسلند را به جاسوسی متهم کرد."),
)


@pytest.mark.parametrize(("lang", "text"), SURE)
def test_an_act_of_two_named_sides_is_sure_whatever_it_is(lang: str, text: str) -> None:
    read = extract(text, WHEN, lang=lang)
    assert read.events and all(event.sure for event in read.events)
    assert all(traces(text, WHEN, lang=lang)[event.id].doubt is None for event in read.events)


DOUBTS = (
    ("en", "Police in Oslo said the Norwegian coast guard seized an Icelandic trawler.", "an adjective"),
    ("en", "Norway condemns Iceland over ships", "a headline"),
    ("en", "Norway condemned the flood of cheap fish.", "ask for both"),
    ("it", "Il ritiro della Norvegia è stato annunciato ieri.", "by a noun"),
)


@pytest.mark.parametrize(("lang", "text", "doubt"), DOUBTS)
def test_what_speaks_against_being_sure_is_told(lang: str, text: str, doubt: str) -> None:
    made = traces(text, WHEN, lang=lang)
    doubts = [made[event.id].doubt or "" for event in extract(text, WHEN, lang=lang).events]
    assert doubts and any(doubt in told for told in doubts)
