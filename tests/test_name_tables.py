"""What tables of letters and the ranking of names owe to each script: who is meant comes before who sounds alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from dateline.actors.costs import costs
from dateline.actors.index import NameRow, add_names
from dateline.actors.keys import filed
from dateline.actors.search import search
from dateline.actors.sounds import readings
from dateline.db.opening import connect
from dateline.db.write import add_actors, open_for_writing, transaction
from dateline.model import Actor

STORED = [
    *("John Key", "John Keane", "John Howard", "Kathy Hochul", "Margaret Thatcher", "Nicolas Sarkozy", "Ewa Kopacz"),
    *("Gil Kopatch", "Alex Salmond", "Carl Esmond", "Ludwig Erhard", "Jens Weidmann", "Charles Michel", "Chuck Hagel"),
    *(
        "Jean-Marie Le Pen",
        "Jean-Marie Lehn",
        "Donald Trump",
        "Truong Tan Sang",
        "林佳龍",
        "林洋港",
        "Thongloun Sisoulith",
    ),
    *("Thongloun Sisoulith", "Philip Hammond", "Frank Murkowski", "Francis Hughes", "Jeremy Thorpe", "Jeremy Soule"),
    *(
        "Jae-dol Kim",
        "Jacques Chaban-Delmas",
        "Juhans Partss",
        "Harriet Harmanová",
        "Kurt Schumacher",
        "Pornchai Munkit",
    ),
    *("Viktor Orbán", "Pedro Sánchez", "Donald Tusk", "Narendra Modi", "Pat O'Rawe", "Gaetano Salvemini"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("tables") / "store.db"
    writing = open_for_writing(path)
    with transaction(writing):
        add_actors(writing, [Actor(name, name, "person") for name in STORED])
        add_names(writing, [NameRow(name, name) for name in STORED])
    writing.close()
    connection = connect(path)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("约翰·基", "John Key"),
        ("約翰·霍華德", "John Howard"),
        ("撒切尔夫人", "Margaret Thatcher"),
        ("薩爾科齊", "Nicolas Sarkozy"),
        ("查克·哈格爾", "Chuck Hagel"),
        ("让-玛丽·勒庞", "Jean-Marie Le Pen"),
        ("앨릭스 새먼드", "Alex Salmond"),
        ("존 하워드", "John Howard"),
        ("제러미 소프", "Jeremy Thorpe"),
        ("루트비히 에르하르트", "Ludwig Erhard"),
        ("ทรัมป์", "Donald Trump"),
        ("จอห์น โฮเวิร์ด", "John Howard"),
        ("ทองลุน สีสุลิด", "Thongloun Sisoulith"),
        ("Lin Chia-lung", "林佳龍"),
        ("Kobacz", "Ewa Kopacz"),
        ("John Phillip Key", "John Key"),
        ("Francis Hughes Murkowski", "Frank Murkowski"),
        ("재돌", "Jae-dol Kim"),
        ("자크 샤방델마스", "Jacques Chaban-Delmas"),
        ("یوهان پارتس", "Juhans Partss"),
        ("Гарриет Харман", "Harriet Harmanová"),
        ("シューマッハー", "Kurt Schumacher"),
        ("พรชัย", "Pornchai Munkit"),
        ("Orbántól", "Viktor Orbán"),
        ("Donaldem Tuskiem", "Donald Tusk"),
        ("Pedro Sánchezek", "Pedro Sánchez"),
        ("மோடிக்கு", "Narendra Modi"),
        ("नरेंद्र मोदी ने", "Narendra Modi"),
        ("sull'O'Rawe", "Pat O'Rawe"),
        ("#DonaldTuks", "Donald Tusk"),
    ],
)
def test_who_is_written_in_another_way_comes_before_who_sounds_alike(
    store: sqlite3.Connection, query: str, name: str
) -> None:
    hits = search(store, query)
    assert hits and hits[0].actor == name, [(hit.actor, hit.score) for hit in hits[:3]]


def test_a_word_of_doubtful_letters_is_filed_under_the_consonants_it_stands_for() -> None:
    """L or R, B or V, R or L, P or F: also where each is the less likely of the two."""
    (korean,) = readings("라브로프")
    assert "LFRF" in {way.key for way in filed(korean, 16)}


@pytest.mark.parametrize("letter", "ہھټړښګۇۋ ѣҝҹҵӷ ჱჶ ॲৎ ϸ ɛƙŧ ヶヮ".replace(" ", ""))
def test_every_letter_of_a_script_leaves_a_sound(letter: str) -> None:
    beside = {"\u0600": "د", "\u0400": "б", "\u10a0": "ბ", "\u0900": "द", "\u0980": "দ", "\u0370": "β", "\u3040": "ン"}
    first = max((start for start in beside if start <= letter), default="")
    word = beside.get(first, "b")
    assert readings(word + letter + word)[0] not in {readings(word + word)[0], readings(word)[0]}


@pytest.mark.parametrize(
    ("one", "near", "far"), [("e", "i", "u"), ("u", "o", "i"), ("i", "e", "a"), ("ɟ", "J", "z"), ("ω", "o", "w")]
)
def test_sounds_lie_nearer_to_the_likelier(one: str, near: str, far: str) -> None:
    change = costs("chinese", "latin").change[one]
    assert change[near] < change[far]
