"""The articles that an actor is put together from, and the words around a mention."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from dateline import deciding
from dateline.db.opening import connect
from dateline.db.parts import part_keys, parts
from dateline.db.write import open_for_writing
from dateline.text.excerpt import excerpt
from demo import make_store


def around(text: str, name: str, most: int = 60) -> str:
    start = text.index(name)
    first, last = excerpt(text, start, start + len(name), most)
    return text[first:last]


def test_an_excerpt_is_the_sentence_around_a_name() -> None:
    assert around("One here. Then Roe said “no.” And more.\nNew", "Roe") == "Then Roe said “no.”"
    assert around("A title\n\n  Roe  \n\nMore", "Roe") == "Roe"
    assert around("گفت. رو رفت؟ باز", "رو") == "رو رفت؟"
    assert around("Roe", "Roe") == "Roe"


def test_of_a_long_sentence_it_is_the_words_nearby() -> None:
    cut = around("far " * 99 + "Roe " + "away " * 99, "Roe")
    assert "Roe" in cut and 40 < len(cut) < 130 and cut.startswith("far") and cut.endswith("away")
    assert around("a" * 500 + "Roe" + "b" * 500, "Roe") == "Roe"
    for at in range(0, 40, 3):
        assert excerpt("word. " * 8, at, at, 10)[0] <= at <= excerpt("word. " * 8, at, at, 10)[1]


def test_parts_come_by_window_and_are_what_a_split_takes(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db")
    with closing(connect(store)) as connection:
        rows, total = parts(connection, "antony-blinken")
        assert [row.key for row in rows] == part_keys(connection, "antony-blinken") and total == len(rows) == 3
        assert parts(connection, "antony-blinken", offset=1, limit=1) == ([rows[1]], 3)
        assert parts(connection, "nobody") == ([], 0)
        assert rows[2].spellings == (("Blinken", 4), ("Blingen", 3))
        assert all(row.words[row.start : row.end] in dict(row.spellings) for row in rows)
    with closing(open_for_writing(store)) as connection:
        deciding.merge(connection, "ann", "ned-price", ["antony-blinken"])
        assert {local for _, local in part_keys(connection, "ned-price")} == {"ned-price", "antony-blinken"}
        assert [row.key for row in parts(connection, "ned-price")[0]] == part_keys(connection, "ned-price")
