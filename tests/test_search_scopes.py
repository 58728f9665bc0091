"""Whom a search puts first among the many of a registry, which spellings it is confined to, and how hits say why."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from dateline.actors import exact
from dateline.actors.index import NameRow, add_names
from dateline.actors.search import MOST_ARTICLES, SCOPES, Hit, Scope, search
from dateline.db.opening import connect
from dateline.db.write import add_actors, add_article, open_for_writing, transaction
from dateline.model import Actor, Extraction
from dateline.paths import seed_documents
from test_search import filled

GIVEN = (
    "Anton", "Sergio", "Vlada", "Joel", "Boris", "Jens", "Olga", "Nadia", "Ned", "Elena", "Amir", "Leyla", "Ahmet",
    "Marta", "Luigi", "Sara", "Ivo", "Noa",
)  # fmt: skip
#: the people of the samples as a registry knows them, and words that sound a little like their names
KNOWN = ("Antony Blinken", "Sergey Lavrov", "Vladimir Putin", "Joe Biden", "Volodymyr Zelensky", "Ned Price")
NEAR = ("blink", "lavr", "putn", "bid", "zelensk", "pric", "macr", "bling", "lavor", "pudn", "bed", "zalens")
ENDINGS = ("ov", "er", "son", "a", "ich", "i", "enko", "ko", "man", "is", "ini", "o", "eff", "sky", "en", "in", "")


def registry(many: int, chance: Random) -> Iterator[Actor]:
    """The known, each once more, and ``many`` others whose names are put together from like sounding pieces."""
    for number, name in enumerate(KNOWN):
        yield Actor(f"known-{number}", name, "person", (name,))
    for number in range(many):
        surname = chance.choice(NEAR) + chance.choice(ENDINGS)
        if surname != "zelenski":  # that is what is searched for
            name = f"{chance.choice(GIVEN)} {surname.capitalize()}"
            yield Actor(f"noise-{number}", name, "person", (name,))


@pytest.fixture(scope="module")
def crowded(
    tmp_path_factory: pytest.TempPathFactory, extracted: Callable[[str], Extraction]
) -> Iterator[sqlite3.Connection]:
    """The five samples, and a registry of a thousand whose names are near theirs."""
    path = tmp_path_factory.mktemp("crowded") / "store.db"
    with closing(open_for_writing(path)) as store:
        for file in seed_documents():
            add_article(store, extracted(file.read_text("utf-8")), sample=True)
        add_actors(store, registry(800, Random(7)))
    with closing(connect(path)) as store:
        yield store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    connection = filled(tmp_path_factory.mktemp("scopes") / "store.db")
    yield connection
    connection.close()


def found(store: sqlite3.Connection, query: str, scope: Scope = "all") -> list[str]:
    return [hit.name for hit in search(store, query, scope=scope)]


# -- ties, and the many of a registry


@pytest.mark.parametrize(
    ("query", "actor"),
    [
        ("blingen", "antony-blinken"),
        ("blinkn", "antony-blinken"),
        ("Zhelensky", "volodymyr-zelenskyy"),
        ("zelenski", "volodymyr-zelenskyy"),
        ("بلینکن", "antony-blinken"),
        ("لاوروف", "sergey-lavrov"),
        ("பிடன்", "joe-biden"),
        ("Блинкен", "antony-blinken"),
        ("Putin'den", "vladimir-putin"),
        ("Antony Blinken", "antony-blinken"),
        ("Lavrov", "sergey-lavrov"),
        ("pu", "vladimir-putin"),
        ("bl", "antony-blinken"),
        ("z", "volodymyr-zelenskyy"),
        ("l", "sergey-lavrov"),
        ("ant", "antony-blinken"),
        ("vlad", "vladimir-putin"),
        ("emma", "emmanuel-macron"),
        ("бл", "antony-blinken"),
        ("пут", "vladimir-putin"),
    ],
)
def test_whom_articles_name_comes_first_among_many_who_sound_alike(
    crowded: sqlite3.Connection, query: str, actor: str
) -> None:
    assert search(crowded, query)[0].actor == actor


def test_of_many_with_the_same_surname_whom_articles_name_comes_first(tmp_path: Path) -> None:
    """However long the name, and however many shorter ones were there before."""
    with closing(open_for_writing(tmp_path / "store.db")) as store, transaction(store):
        others = [Actor(f"a{number}", f"{name} Johnson", "person") for number, name in enumerate(GIVEN * 10)]
        add_actors(store, [*others, Actor("boris", "Alexander Boris de Pfeffel Johnson", "person")])
        add_names(store, [NameRow(actor.id, actor.name, registry=True) for actor in others])
        add_names(store, [NameRow("boris", "Alexander Boris de Pfeffel Johnson", count=2)])
        for query in ("johnson", "Джонсон", "jonson"):
            assert search(store, query)[0].actor == "boris", query
        assert search(store, "amir johnson")[0].name == "Amir Johnson"


@pytest.mark.parametrize(
    ("query", "name"),
    [("#SergeyLavrov", "Sergey Lavrov"), ("emmanuelmacron", "Emmanuel Macron"), ("آنتونیبلینکن", "Antony Blinken")],
)
def test_two_words_written_as_one_are_two(store: sqlite3.Connection, query: str, name: str) -> None:
    assert search(store, query)[0].name == name


# -- which spellings count


@pytest.mark.parametrize(
    ("query", "scope", "names"),
    [
        ("blingen", "exact", ["Antony Blinken"]),
        ("BLINKÉN", "exact", ["Antony Blinken"]),
        ("blinken antony", "exact", ["Antony Blinken"]),
        ("blinkn", "exact", []),
        ("blink", "exact", []),
        ("Putin'den", "exact", []),
        ("Блинкен", "exact", []),
        ("antony putin", "exact", []),
        ("", "exact", []),
        ("🙂", "exact", []),
        ("بلینکن", "script", ["Antony Blinken"]),
        ("بلنکن", "script", ["Antony Blinken"]),
        ("Блинкен", "script", []),
        ("blinkn", "script", ["Antony Blinken"]),
        ("blin", "script", ["Antony Blinken", "Anton Blinov"]),
        ("习近平", "script", ["Xi Jinping"]),
        ("習近平", "exact", []),
    ],
)
def test_a_search_may_be_confined_to_exact_names_and_to_one_script(
    store: sqlite3.Connection, query: str, scope: Scope, names: list[str]
) -> None:
    assert found(store, query, scope)[: len(names) or None] == names


def test_every_scope_agrees_on_what_all_of_them_find(store: sqlite3.Connection) -> None:
    """What an exact search finds, one in that script finds, and one among all; better than what they find beside it."""
    for query in ("Putin", "sergey lavrov", "پوتین", "Price", "이재명"):
        hits: dict[Scope, Hit] = {scope: search(store, query, scope=scope)[0] for scope in SCOPES}
        assert len({(hit.actor, hit.score, hit.matched, hit.why) for hit in hits.values()}) == 1, query


def test_only_spellings_in_the_script_of_the_query_match_where_that_is_asked(store: sqlite3.Connection) -> None:
    assert not all(hit.matched.isascii() for query in ("blinkn", "laworof") for hit in search(store, query))
    for query, ours in (("blinkn", True), ("laworof", True), ("لاورف", False)):
        hits = search(store, query, scope="script")
        assert hits and all(hit.matched.isascii() == ours for hit in hits)


def test_of_very_many_names_with_a_word_those_are_found_exactly_that_articles_have(
    store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(exact, "_MANY", 5)
    with closing(open_for_writing(tmp_path / "store.db")) as many, transaction(many):
        add_actors(many, [Actor(f"a{number}", f"Ali {name}", "person") for number, name in enumerate(GIVEN)])
        add_names(many, [NameRow(f"a{number}", f"Ali {name}", count=number) for number, name in enumerate(GIVEN)])
        many.execute(
            "UPDATE stored_actors SET mentions = (SELECT sum(count) FROM names WHERE actor = stored_actors.id)"
        )
        assert search(many, "ali", scope="exact")[0].name == f"Ali {GIVEN[-1]}"
        assert search(many, "ali noa", scope="exact")[0].name == "Ali Noa"


# -- why


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("Blingen", "exact"),
        ("Blingken", "Blingken ~ Blinken: +g"),
        ("بلینکن", "exact"),
        ("Блинкен", "блинкен: BLNKN"),
        ("Putin'den", "Putin without -den"),
        ("Zelenko'nun", "Zelenko without -nun"),
        ("A Tajani", "A for Antonio"),
        ("tajani wxyz", "nothing like Wxyz"),
        ("B.o.r.i.s", "part of Boris Johnson"),
        ("Лавроков", "лавроков: LVRKV ~ LVRV"),
        ("Лав", "Lavrov: begins LV"),
    ],
)
def test_the_reason_names_what_is_alike_and_what_is_not(store: sqlite3.Connection, query: str, reason: str) -> None:
    assert search(store, query)[0].why == reason


def test_a_hit_says_in_how_many_articles_it_is_seen(crowded: sqlite3.Connection) -> None:
    seen, registered = search(crowded, "Antony Blinken")[:2]
    assert (seen.articles, seen.reason) == (4, "exact; seen in 4 articles")
    assert (registered.actor, registered.articles, registered.reason) == ("known-0", 0, "exact")
    once = Hit("a", "A", "person", 1.0, "A", "exact", 3, 1)
    assert once.seen == "seen in 1 article"
    assert once._replace(articles=MOST_ARTICLES).seen == "seen in 10,000+ articles"
