"""Linking: which mentions are the same person, as a function of the articles in the store, never of their order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import deciding
from dateline.actors.same import alike, closely, full_keys, last_keys
from dateline.cli import main
from dateline.db import counted, leaving, read, write
from dateline.db.importing import link_imported
from dateline.db.linking import relink_everybody
from dateline.db.rows import ActorRow
from dateline.extract import extract
from dateline.model import Actor, Extraction
from dateline.paths import seed_documents
from dateline_tui.draw.lists import actor_lines
from dateline_tui.draw.signs import ASCII, UNICODE, Signs
from test_decisions import decide

HERE = Path(__file__).parent
GOLD = (
    *(f"gold/own-{lang}-{number}" for lang in ("en", "fa", "it", "tr") for number in (1, 2)),
    "gold_written/tr-03",
    "gold_written/fa-01",
)
#: language, day of September 2022, text: one person in four spellings, surnames alone, people of one surname
TOLD = {
    "tr": (
        "tr 16",
        "Tacikistan'dan açıklama\n\nTacikistan Dışişleri Bakanlığı Sözcüsü Farruh Kabilov, Kırgızistan'ı sınırda ateş "
        "açmakla suçladı. Kabilov, Rusya Dışişleri Bakanı Sergey Lavrov ile görüştü.\n",
    ),
    "en": (
        "en 17",
        "Dushanbe rejects claim\n\nTajik Foreign Ministry spokesman Farrukh Kabilov rejected the accusation on "
        'Saturday. "We will not accept it", Kabilov said. Russian Foreign Minister Sergei Lavrov met Kyrgyz President '
        "Sadyr Japarov.\n",
    ),
    "fa": (
        "fa 18",
        "تاجیکستان\n\nفرخ کابلوف، سخنگوی وزارت خارجه تاجیکستان، قرقیزستان را متهم کرد. کابلوف گفت که تاجیکستان حمله "
        "نخواهد کرد.\n",
    ),
    "it": (
        "it 19",
        "Tagikistan\n\nIl portavoce del ministero degli Esteri del Tagikistan Farruch Kabilov ha accusato il "
        "Kirghizistan. Kabilov ha incontrato l'ambasciatore russo a Dushanbe.\n",
    ),
    "by office": (
        "en 20",
        "Border talks\n\nTajik spokesman Kabilov accused Kyrgyzstan on Tuesday. Kyrgyz President Sadyr Japarov "
        "rejected the accusation.\n",
    ),
    "elsewhere": (
        "en 21",
        "A mine\n\nBrazilian Mining Minister Kabilov met the ambassador of Chile on Wednesday.\n",
    ),
    "two": (
        "en 22",
        "Ministers\n\nBolivian Mining Minister Jorge Quispe met Peruvian Energy Minister Rosa Quispe in La Paz on "
        "Thursday.\n",
    ),
    "either": (
        "en 23",
        "Mines\n\nMinister Quispe said on Friday that the mine would close. Bolivia and Peru signed an agreement.\n",
    ),
    "one": ("en 24", "Bolivia\n\nBolivian Mining Minister Quispe met the ambassador of Chile on Saturday.\n"),
    "woman": ("en 25", "Minsk\n\nRussian envoy Sergeya Lavrova met Belarusian envoy Vladimir Rutin on Sunday.\n"),
    "man": ("en 26", "Moscow\n\nRussian envoy Sergey Lavrov met Russian President Vladimir Putin on Monday.\n"),
    "son": ("en 27", "Dushanbe\n\nTajik Foreign Ministry spokesman Firuz Kabilov met reporters on Tuesday.\n"),
    "abroad": ("en 28", "Belgrade\n\nSerbian Health Minister Farrukh Kabilov opened a hospital on Wednesday.\n"),
}
TR, EN, FA, IT = "person-farruh-kabilov", "person-farrukh-kabilov", "person-farakh-kabluf", "person-farruch-kabilov"


@cache
def told(name: str) -> Extraction:
    (lang, day), text = TOLD[name][0].split(), TOLD[name][1]
    return extract(text, f"2022-09-{day}", lang=lang)


@cache
def everything() -> tuple[Extraction, ...]:
    """The samples, ten annotated articles and those above, each read once."""
    found = [extract(path.read_text(encoding="utf-8"), "2022-01-21") for path in seed_documents()]
    for name in GOLD:
        kept = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
        found.append(extract(kept["text"], kept["published"], lang=kept["lang"]))
    return (*found, *map(told, TOLD))


@cache
def _empty() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    from sqlite_utils import Database

    from dateline.db.migrate import migrations

    migrations.apply(Database(made, execute_plugins=False))
    return made


def store_of(extractions: Iterable[Extraction]) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    _empty().backup(made)
    made.execute("PRAGMA foreign_keys = ON")
    for one in extractions:
        assert write.add_article(made, one)
    return made


def store_with(*names: str) -> sqlite3.Connection:
    return store_of(map(told, names))


#: two registries: a listed person, one of whom the second brings a namesake, one of articles alone; the first again
SECRETARY = Actor(
    "Q1", "Antony Blinken", "person", ("Antony Blinken",), (("country", "US"), ("position", "Secretary of State"))
)
MINISTER = Actor(
    "Q2", "Сергей Лавров", "person", ("Сергей Лавров", "Sergei Lavrov"),
    (("country", "RU"), ("position", "Minister of Foreign Affairs of the Russian Federation")),
)  # fmt: skip
NAMESAKE = Actor("Q3", "Sergey Lavrov", "person", ("Sergey Lavrov",), (("country", "RU"),))
SPOKESMAN = Actor("Q4", "Farrukh Kabilov", "person", ("Farrukh Kabilov", "Antoni Blinken"), (("country", "TJ"),))
REGISTRIES = ((SECRETARY, MINISTER, SPOKESMAN), (NAMESAKE, SECRETARY))


def load(store: sqlite3.Connection, *actors: Actor) -> None:
    write.add_actors(store, actors)
    for _ in link_imported(store):
        pass


def links(store: sqlite3.Connection) -> dict[str, str]:
    """Who is linked to whom; an id of one article without its end."""
    rows = store.execute("SELECT local, actor FROM links").fetchall()
    return {local.partition("@")[0] + "@" * ("@" in local): actor for local, actor in rows}


def seen(store: sqlite3.Connection) -> dict[str, Any]:
    """What must not hang on the order of articles."""
    return {
        "links": set(store.execute("SELECT * FROM links")),
        "shown": set(store.execute("SELECT * FROM shown_as")),
        "alike": set(store.execute("SELECT * FROM alike")),
        "heard": set(store.execute("SELECT * FROM heard")),
        "facts": {json.dumps(fact.to_json(), ensure_ascii=False, sort_keys=True) for fact in read.facts(store)},
        "actors": {json.dumps(row.to_json(), ensure_ascii=False) for row in read.actors(store)},
        "waiting": store.execute("SELECT * FROM unlinked UNION SELECT * FROM unheard").fetchall(),
    }


def check_order(order: Sequence[int], gone: Sequence[int], back: Sequence[int], when: Sequence[int]) -> None:
    """Articles come in an order, registries between them, some leave, some of these come back: it is as if only those
    there ever came."""
    made = everything()
    with closing(store_of(())) as store:
        for number, at in enumerate(order):
            for registry, before in zip(REGISTRIES, when, strict=True):
                if before == number:
                    write.add_actors(store, registry[:1])
                    next(link_imported(store))  # interrupted
                    load(store, *registry)
            assert write.add_article(store, made[at])
        for at in gone:
            with write.transaction(store):
                leaving.take_out(store, made[at].article.hash)
        for at in back:
            write.add_article(store, made[at])
        found = seen(store)
        for wrong in (counted.WRONG_TOTALS, counted.WRONG_APPEARANCES, counted.WRONG_ACTORS, counted.WRONG_NAMES):
            assert store.execute(wrong).fetchone() == (0,)
        with write.transaction(store):
            relink_everybody(store)
        assert seen(store) == found
    there = [one for at, one in enumerate(made) if at not in gone or at in back]
    with closing(store_of(there)) as store:
        for registry, before in reversed(list(zip(REGISTRIES, when, strict=True))):
            if before < len(order):
                load(store, *registry)
        assert seen(store) == found


History = tuple[list[int], list[int], list[int], list[int]]


@st.composite
def histories(draw: st.DrawFn) -> History:
    order = draw(st.permutations(range(len(everything()))))
    leaving = draw(st.lists(st.sampled_from(order), unique=True, max_size=12))
    back = draw(st.lists(st.sampled_from(leaving), unique=True)) if leaving else []
    when = st.integers(0, len(order))  # the last one: never
    return order, leaving, back, draw(st.lists(when, min_size=len(REGISTRIES), max_size=len(REGISTRIES)))


FAST = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
SLOW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@settings(FAST, max_examples=3)
@given(histories())
def test_links_are_a_function_of_articles_and_registries_whatever_their_order(history: History) -> None:
    check_order(*history)


@pytest.mark.slow
@SLOW
@given(histories())
def test_more_orders(history: History) -> None:
    check_order(*history)


def test_nobody_of_the_samples_and_the_annotated_articles_is_linked_to_somebody_else() -> None:
    made = everything()[: -len(TOLD)]
    with closing(store_of(made)) as store:
        assert links(store) == {}


def test_one_name_in_four_spellings_is_one_person() -> None:
    with closing(store_with("tr", "en", "fa", "it", "by office", "elsewhere")) as store:
        assert {local: actor for local, actor in links(store).items() if "@" not in local} == {TR: IT, EN: IT, FA: IT}
        (kabilov,) = (row for row in read.actors(store) if row.id == IT)
        assert {form.spelling for form in kabilov.forms} >= {"Farruh Kabilov", "Farrukh Kabilov", "فرخ کابلوف"}
        assert kabilov.sure
        (other,) = (row for row in read.actors(store) if row.id.startswith("person-kabilov@"))
        assert (other.name, other.sure, other.to_json()["sure"]) == ("Kabilov", False, False)


def test_nothing_links_names_alone() -> None:
    with closing(store_with("en", "abroad", "son")) as store:
        assert links(store) == {}


def test_a_surname_alone_is_linked_where_one_person_is_likely() -> None:
    with closing(store_with("two", "either", "one")) as store:
        assert links(store) == {"person-quispe@": "person-jorge-quispe"}
        unsure = [row.id for row in read.actors(store) if not row.sure]
        assert len(unsure) == 1 and unsure[0].startswith("person-quispe@")


def test_a_surname_that_two_may_have_is_linked_to_neither() -> None:
    with closing(store_with("by office", "en")) as store:
        assert links(store) == {"person-kabilov@": EN}
        write.add_article(store, told("son"))
        assert links(store) == {}
        with write.transaction(store):
            leaving.take_out(store, told("son").article.hash)
        assert links(store) == {"person-kabilov@": EN}


def test_a_man_is_not_a_woman_of_that_surname_nor_putin_rutin() -> None:
    with closing(store_with("woman", "man")) as store:
        assert links(store) == {}
    assert not alike("Sergey Lavrov", "Sergey Lavrova") and not alike("Vladimir Putin", "Vladimir Rutin")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Farruh Kabilov", "Фаррух Кабилов"),
        ("Mihail Ulyanov", "Mikhail Ulyanov"),
        ("Nikol Paşinyan", "نیکول پاشینیان"),
        ("Abdülkadir Haşim", "Abdul Qadir Hashim"),
    ],
)
def test_a_name_in_other_letters_is_the_same_name_and_shares_its_keys(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)
    assert set(full_keys(one)) & set(full_keys(other))
    assert last_keys(one) and last_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donald Trump", "Donald Trump Jr."), ("George Bush", "Jeb Bush"), ("Barack Obama", "Barak Osama"),
        ("Ivan Kabilov", "Ivan Karilov"), ("Ali Hassan", "Ali Hussein"), ("مارک کارنی", "مارک گارنو"),
    ],
)  # fmt: skip
def test_other_names_are_not(one: str, other: str) -> None:
    assert not alike(one, other) and not alike(other, one)


def imported(store: sqlite3.Connection, id: str, name: str, country: str | None, *traits: tuple[str, str]) -> None:
    known = (("country", country), *traits) if country else traits
    load(store, Actor(id, name, "person", (name,), known))


def test_an_imported_actor_of_the_same_country_is_whom_articles_mean_and_keeps_id_and_name() -> None:
    with closing(store_with("tr", "en", "two")) as store:
        imported(store, "Q1", "Фаррух Кабилов", None)
        assert "Q1" not in links(store).values()
        imported(store, "Q2", "Farukh Kabilov", "BO")
        assert "Q2" not in links(store).values()
        imported(store, "Q3", "Фаррух Кабилов", "TJ")
        assert links(store) == {TR: EN, EN: "Q3"}
        assert read.actors_of(store, ["Q3"])[0].name == "Фаррух Кабилов"
        before = seen(store)
        with write.transaction(store):
            relink_everybody(store)
        assert seen(store) == before
        imported(store, "Q4", "Farruh Kabilov", "TJ")
        assert links(store) == {TR: EN}


def test_names_that_are_not_near_need_more_than_a_country() -> None:
    told_of = "Serbian {} {} Jovic met reporters in Belgrade on Friday."
    for other, office, linked in (
        ("Mario", "Trade Minister", False),
        ("Mirko", "envoy", False),
        ("Marko", "envoy", True),
    ):
        texts = (told_of.format("envoy", "Marco"), told_of.format(office, other))
        with closing(store_of(extract(text, "2022-09-30", lang="en") for text in texts)) as store:
            assert bool(links(store)) is linked
    assert closely("Farruh Kabilov", "Farrukh Kabilov") and not closely("Marco Jovic", "Mario Jovic")


SENT = ("position", "Minister of Foreign Affairs")
LAVROV, OFFICE = "sergey-lavrov", "Foreign Minister of Russia"


@pytest.mark.parametrize(
    ("name", "country", "traits", "why"),
    [
        ("Sergei Lavrov", "RU", [SENT], OFFICE),
        ("Сергей Лавров", "RU", [("position", "Министр"), ("position", "Russian foreign minister")], OFFICE),
        ("Sergey Lavrov", "RU", [("position", "Minister of Foreign Affairs (2004-); envoy")], OFFICE),
        ("Sergey Lavrov", "RU", [], None),
        ("Sergey Lavrov", None, [SENT], None),
        ("Sergey Lavrov", "BY", [SENT], None),
        ("Sergey Lavrov", "RU", [("position", "Deputy Minister of Foreign Affairs")], None),
        ("Sergey Lavrov", "RU", [("position", "Minister of Foreign Affairs (1957-1985)")], None),
        ("Sergey Lavrov", "RU", [SENT, ("birth", "1850")], None),
        ("Sergey Lavrova", "RU", [SENT], None),
    ],
)  # fmt: skip
def test_a_person_of_a_registry_is_a_listed_one_where_country_and_office_leave_no_doubt(
    name: str, country: str | None, traits: list[tuple[str, str]], why: str | None
) -> None:
    with closing(store_with("man")) as store:
        imported(store, "Q1", name, country, *traits)
        assert store.execute("SELECT * FROM links").fetchall() == ([("Q1", LAVROV, why)] if why else [])


def test_of_two_of_that_name_and_country_neither_is_the_listed_one_until_a_user_says_who_the_other_is() -> None:
    with closing(store_with("man")) as store:
        load(store, MINISTER)
        before = seen(store)
        assert links(store) == {"Q2": LAVROV}
        load(store, NAMESAKE)
        assert links(store) == {}
        deciding.keep_apart(store, "ann", "Q3", LAVROV)
        assert links(store) == {"Q2": LAVROV}
        deciding.undo(store, "ann")
        deciding.merge(store, "ann", "Q2", ["Q3"])
        assert links(store) == {"Q2": LAVROV}
        assert {row[0] for row in store.execute("SELECT local FROM shown_as")} == {"Q2", "Q3"}
        with write.transaction(store):
            leaving.take_out(store, told("man").article.hash)
        assert links(store) == {} and not read.actors_of(store, [LAVROV])
        write.add_article(store, told("man"))
        assert links(store) == {"Q2": LAVROV}
        assert before["facts"] == seen(store)["facts"]


def test_whom_an_article_names_beside_the_listed_one_is_not_the_imported_one_who_is_that_one() -> None:
    text = "American envoy Marcus Blinken met US Secretary of State Antony Blinken on Friday."
    names = ("Antony Blinken", "Marcus Blinken")
    apart = extract(text.replace("US Secretary of State Antony Blinken", "reporters"), "2022-09-30", lang="en")
    both = extract(text, "2022-09-30", lang="en")
    with closing(store_of([apart])) as store:
        load(store, Actor("Q1", names[0], "person", names, SECRETARY.traits))
        assert links(store) == {"person-marcus-blinken": "Q1"}
        write.add_article(store, both)
        assert links(store) == {"Q1": "antony-blinken"}


def test_a_king_needs_a_birth() -> None:
    text = "King Hamad bin Isa Al Khalifa of Bahrain met reporters on Friday."
    with closing(store_of([extract(text, "2025-03-07", lang="en")])) as store:
        name, king = "Hamad bin Isa Al Khalifa", ("position", "King of Bahrain")
        imported(store, "Q1", name, "BH", king)
        assert links(store) == {}
        imported(store, "Q1", name, "BH", king, ("birth", "1950-01-28"))
        assert links(store) == {"Q1": "hamad-bin-isa-al-khalifa"}


# users decide


def test_what_dateline_linked_is_parted_by_ids_and_comes_back_with_the_undo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "store.db"))
    with closing(write.open_for_writing(tmp_path / "store.db")) as store:
        write.add_article(store, told("man"))
        load(store, MINISTER)
        before = seen(store)

        def printed(*command: str) -> str:
            capsys.readouterr()
            assert main(list(command)) == 0
            return capsys.readouterr().out

        def found() -> list[str]:
            return [row["id"] for row in json.loads(printed("find", "Lavrov", "--json"))["results"]]

        assert found() == [LAVROV]
        assert "linked (Foreign Minister of Russia)" in printed("actors", "show", "Q2")
        entity = json.loads(printed("actors", "names", "Q2", "--ftm"))
        assert (entity["id"], entity["properties"]["country"]) == ("Q2", ["ru"])
        assert json.loads(printed("actors", "names", "Lavrov", "--ftm"))["id"] == LAVROV
        printed("actors", "apart", "Q2", LAVROV)
        assert found() == [LAVROV, "Q2"]
        load(store, MINISTER)
        assert found() == [LAVROV, "Q2"]
        printed("undo")
        assert seen(store) == before
        assert main(["actors", "apart", "Lavrov", "Sergey Lavrov"]) != 0


def test_a_users_word_is_the_last() -> None:
    with closing(store_with("tr", "en", "fa")) as store:
        before = seen(store)
        article = told("fa").article.hash
        deciding.split(store, "ann", EN, [(article, FA)], "Somebody else")
        assert links(store) == {TR: EN}
        deciding.undo(store, "ann")
        assert seen(store) == before


def test_who_was_said_to_be_another_is_not_linked_to_him() -> None:
    with closing(store_with("two", "one")) as store:
        (alone,) = store.execute("SELECT local FROM links").fetchone()
        deciding.split(store, "ann", "person-jorge-quispe", [(told("one").article.hash, alone)])
        assert links(store) == {}
    with closing(store_with("two", "either")) as store:
        (alone,) = (row.id for row in read.actors(store) if not row.sure)
        deciding.keep_apart(store, "ann", "person-jorge-quispe", alone)
        write.add_article(store, told("one"))
        assert list(links(store).values()) == ["person-jorge-quispe"]


def test_removing_the_article_that_made_somebody_likely_and_bringing_it_back() -> None:
    with closing(store_with("two", "one", "en", "fa")) as store:
        before = seen(store)
        deciding.remove(store, "ann", [told("two").article.hash, told("en").article.hash])
        assert links(store) == {}
        deciding.undo(store, "ann")
        assert seen(store) == before


def test_a_role_that_a_user_rejects_speaks_for_nobody() -> None:
    with closing(store_with("two", "one")) as store:
        roles = [fact for fact in read.facts(store) if fact.kind == "role" and fact.person == "Jorge Quispe"]
        deciding.reject(store, "ann", [fact.id for fact in roles])
        assert links(store) == {}
        deciding.undo(store, "ann")
        assert links(store) == {"person-quispe@": "person-jorge-quispe"}


DECISIONS = st.lists(
    st.tuples(
        st.sampled_from(("merge", "split", "apart", "rename", "remove", "reject", "correct", "date", "undo", "redo")),
        st.integers(0, 30),
        st.integers(0, 7),
    ),
    min_size=1,
    max_size=6,
)


def check_decisions(names: Sequence[str], steps: Sequence[tuple[str, int, int]]) -> None:
    """After any decision the links are what all that is there comes to."""
    with closing(store_with(*names)) as store:
        load(store, *REGISTRIES[len(steps) % 2])
        for step in steps:
            decide(store, "ann", *step)
            found = seen(store)
            with write.transaction(store):
                relink_everybody(store)
            assert seen(store) == found


@FAST
@given(st.lists(st.sampled_from(list(TOLD)), min_size=3, max_size=8, unique=True), DECISIONS)
def test_links_follow_whatever_users_decide(names: list[str], steps: list[tuple[str, int, int]]) -> None:
    check_decisions(names, steps)


@pytest.mark.slow
@settings(SLOW, max_examples=50)
@given(st.lists(st.sampled_from(list(TOLD)), min_size=3, max_size=9, unique=True), DECISIONS)
def test_more_decisions(names: list[str], steps: list[tuple[str, int, int]]) -> None:
    check_decisions(names, steps)


# what is shown


def test_find_and_names_say_who_is_unsure_and_who_is_shown_as_somebody_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "store.db"))
    with closing(write.open_for_writing(tmp_path / "store.db")) as store:
        for name in ("tr", "en", "two", "either"):
            write.add_article(store, told(name))
        (alone,) = (row.id for row in read.actors(store) if not row.sure)
        assert main(["find", "quispe"]) == 0
        assert sorted(line.split("  ")[0] for line in capsys.readouterr().out.splitlines())[0] == "? Quispe"
        main(["find", "quispe", "--json"])
        results = json.loads(capsys.readouterr().out)["results"]
        assert {row["id"]: row.get("sure", True) for row in results} == {
            alone: False, "person-jorge-quispe": True, "person-rosa-quispe": True
        }  # fmt: skip
        assert main(["actors", "names", "Kabilov"]) == 0
        why = "linked: Spokesperson of the Foreign Ministry of Tajikistan, beside Sergey Lavrov"
        assert capsys.readouterr().err.endswith(f"Farruh Kabilov is shown as Farrukh Kabilov ({why}).\n")
        number = deciding.merge(store, "ann", "person-rosa-quispe", [alone]).id
        main(["actors", "names", "person-rosa-quispe", "--csv"])
        assert f"Quispe is shown as Rosa Quispe (merged by decision {number}).\n" in capsys.readouterr().err
        deciding.undo(store, "ann")
        deciding.rename(store, "ann", alone, "Somebody")
        assert all(row.sure for row in read.actors(store))


@pytest.mark.parametrize("signs", (UNICODE, ASCII))
def test_a_question_mark_stands_before_whom_one_word_names(signs: Signs) -> None:
    lines = (
        actor_lines(ActorRow("a", "Quispe", "person", sure=sure), None, 20, "app", signs) for sure in (True, False)
    )
    sure, unsure = ("".join(run.text for run in line[0]) for line in lines)
    assert "? Quispe" in unsure and "?" not in sure
