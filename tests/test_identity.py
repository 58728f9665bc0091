"""Who is who on the command line: what is decided holds at once, everywhere, for articles to come, and until undone."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dateline import deciding
from dateline.cli import main
from dateline.db import read, write
from dateline.db.ask import asked
from dateline.db.decisions import ABOUT_OTHERS, decisions
from dateline.db.health import health
from dateline.db.overview import periods, relations
from dateline.db.settling import settle, shown
from dateline.errors import Exit, InputError
from dateline.extract import extract
from dateline.query import parse

MACRON, ZELENSKYY, LAVROV = "emmanuel-macron", "volodymyr-zelenskyy", "sergey-lavrov"
TEXTS = (
    "Talks in Paris\n\nFrench President Emmanuel Macron met Ukrainian President Volodymyr Zelenskyy in Paris on "
    "3 June 2024. Zelenskyy met Russian Foreign Minister Sergei Lavrov on 4 June 2024.\n",
    "Moscow warns\n\nRussian Foreign Minister Sergei Lavrov accused NATO on Monday. Lavrov will visit Turkey next "
    "week.\n",
    "Talks again\n\nEmmanuel Macron met Sergei Lavrov in Geneva on 5 June 2024. Lavrov accused Ukraine.\n",
)
REGISTRY = (
    '{"id": "Q1", "schema": "Person", "properties": {"name": ["Ivan Petrov"]}}\n'
    '{"id": "Q2", "schema": "Person", "properties": {"name": ["Pyotr Petrov"]}}\n'
    '{"id": "Q3", "schema": "Person", "properties": {"name": ["Sergey Viktorovich Lavrov"], "alias": ["Лавров"]}}\n'
)


class Desk:
    """A folder with a store that all commands use, the articles and a registry."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.store, self._capsys = folder, folder / "store.db", capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, stdout and stderr of a command."""
        self._capsys.readouterr()
        return main(list(arguments)), *self._capsys.readouterr()

    def done(self, *arguments: str) -> str:
        """The stdout of a command that does what it was told."""
        code, out, err = self(*arguments)
        assert code == 0, err
        return out

    def article(self, number: int) -> str:
        """The id of the article with that text, as commands print it."""
        rows: list[dict[str, str]] = [json.loads(line) for line in self.done("articles", "--json").splitlines()]
        (found,) = (row["hash"] for row in rows if row["title"] == TEXTS[number].split("\n")[0])
        return found[:12]

    def everything(self) -> dict[str, str]:
        """What commands print of facts and actors, to the byte."""
        told = {name: self("actors", "names", name, "--json")[1] for name in (MACRON, LAVROV, "Q3")}
        facts = {"facts": self.done("facts", "--json"), "table": self("facts", "--actor", "Lavrov", "--csv")[1]}
        return told | facts | {name: json.dumps(self.found(name)) for name in ("Lavrof", "Макрон", "Petrov")}

    def found(self, name: str) -> list[dict[str, Any]]:
        """The results of ``find``."""
        results: list[dict[str, Any]] = json.loads(self("find", name, "--json")[1])["results"]
        return results

    def well(self) -> None:
        """A doctor finds nothing amiss."""
        assert [finding for finding in health(str(self.store)) if finding.state != "ok"] == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("identity")
    with closing(write.open_for_writing(folder / "store.db")) as store:
        for text in TEXTS:
            write.add_article(store, extract(text, lang="en"))
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "registry.jsonl").write_text(REGISTRY, encoding="utf-8")
    assert main(["--store", str(folder / "store.db"), "actors", "import", str(folder / "registry.jsonl")]) == 0
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    shutil.copytree(made, tmp_path / "desk")
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "desk" / "store.db"))
    monkeypatch.chdir(tmp_path / "desk")
    return Desk(tmp_path / "desk", capsys)


def facts_of(desk: Desk, name: str) -> set[str]:
    lines = desk("facts", "--actor", name, "--json")[1].splitlines()
    return {json.loads(line)["id"] for line in lines}


def in_article(desk: Desk, *numbers: int) -> set[str]:
    hashes = [desk.article(number) for number in numbers]
    rows = [json.loads(line) for line in desk.done("facts", "--json").splitlines()]
    return {row["id"] for row in rows if row["article"]["hash"][:12] in hashes}


# merge


def test_a_merge_holds_everywhere_at_once_and_is_gone_with_its_undo(desk: Desk) -> None:
    before = desk.everything()
    both = facts_of(desk, MACRON) | facts_of(desk, ZELENSKYY)
    code, out, err = desk("actors", "merge", "Makron", "Зеленським")
    assert code == 0 and err.splitlines()[-1] == "Merged Volodymyr Zelenskyy into Emmanuel Macron."
    assert "'Makron' is Emmanuel Macron (" in err and "'Зеленським' is Volodymyr Zelenskyy (" in err
    assert out.startswith(f"Emmanuel Macron  person  {len(both)} facts  {MACRON}  ") and "Zelenskyy" in out
    assert out.count("\n") == 1

    assert facts_of(desk, "Zelenskyy") == facts_of(desk, MACRON) == facts_of(desk, ZELENSKYY) == both
    assert "Zelenskyy" not in desk.done("facts") and "Macron" in desk.done("facts")
    assert [(hit["id"], hit["matched"]) for hit in desk.found("Zelenskyy")] == [(MACRON, "Zelenskyy")]
    names = desk.done("actors", "names", "Zelenskyy")
    assert "Volodymyr Zelenskyy" in names and "Emmanuel Macron" in names
    with closing(read.connect(desk.store)) as store:
        row = read.actor(store, MACRON)
        assert row is not None and row.facts == len(both)
        assert sum(period.facts for period in periods(store, actor=MACRON)) == len(both)
        pairs, _ = relations(store, actor=MACRON)
        assert [(pair.names, pair.facts) for pair in pairs] == [(("Emmanuel Macron", "Sergey Lavrov"), 2)]
        viewed = store.execute("SELECT id, facts, spellings FROM actors WHERE id IN (?, ?)", (MACRON, ZELENSKYY))
        ((ref, number, spellings),) = viewed.fetchall()
        assert (ref, number, "Zelenskyy" in spellings) == (MACRON, len(both), True)
        assert store.execute("SELECT count(*) FROM facts WHERE source LIKE '%Zelenskyy%'").fetchone() == (0,)
    desk.well()

    out = desk.done("undo")
    assert out.splitlines()[0].startswith("Emmanuel Macron") and out.splitlines()[1].startswith("Volodymyr Zelenskyy")
    assert desk.everything() == before
    desk.well()


def test_a_query_by_name_follows_a_merge(desk: Desk) -> None:
    with closing(write.open_for_writing(desk.store)) as store:
        deciding.save_filter(store, "me", "his", 'actor:"Sergey Lavrov"')
        (query,) = (query for name, query in read.filters(store) if name == "his")
        before = {fact.id for fact in read.facts(store, query=asked(store, parse(query)))}
        deciding.merge(store, "me", MACRON, [LAVROV])
        after = {fact.id for fact in read.facts(store, query=asked(store, parse(query)))}
    assert before < after == facts_of(desk, "Emmanuel Macron")


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (["merge", "Petrov", "Macron"], Exit.USAGE, "'Petrov' may be Ivan Petrov (Q1) or Pyotr Petrov (Q2)"),
        (["merge", "Macron", "Petrov"], Exit.USAGE, "say which by its id"),
        (["merge", "Macron", "emmanuel-macron"], Exit.USAGE, "These are all Emmanuel Macron already"),
        (["merge", "Macron", "xqzwvk"], Exit.NOTHING, "called anything like 'xqzwvk'"),
        (["apart", "Macron", "Makron"], Exit.USAGE, "Both are Emmanuel Macron"),
        (["rename", "Q1", "Ivan Petrov"], Exit.USAGE, "is the name already"),
        (["rename", "Q1", " ?! "], Exit.USAGE, "A name has letters"),
        (["split", "Q1", "--spelling", "Petrov"], Exit.NOTHING, "No article prints Ivan Petrov as 'Petrov'"),
        (["split", "Macron", "--article", "zz"], Exit.NOTHING, "There is no article 'zz'"),
        (["split", "Macron", "--spelling", "Macron", "Emmanuel Macron"], Exit.USAGE, "leave some, or rename"),
        (["split", "Macron"], Exit.USAGE, "--article --spelling is required"),
        (["split", "Macron", "--spelling", "Emmanuel Macron", "--name", ""], Exit.USAGE, "A name has letters"),
        (["show", "xqzwvk"], Exit.NOTHING, "called anything like"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    desk: Desk, command: list[str], code: Exit, told: str
) -> None:
    done, out, err = desk("actors", *command)
    assert (done, out) == (code, "") and told in err.splitlines()[-1]
    assert desk("log")[0] == Exit.NOTHING


def test_a_name_that_may_as_well_be_the_kept_one_means_the_other(desk: Desk) -> None:
    desk.done("actors", "rename", "Q2", "Ivan Petrov")
    assert desk("actors", "merge", "Ivan Petrov", LAVROV)[0] == Exit.USAGE
    assert "Merged Ivan Petrov into Ivan Petrov." in desk("actors", "merge", "Q1", "Ivan Petrov")[2]
    assert "These are all" in desk("actors", "merge", "Q1", "Ivan Petrov", "Pyotr Petrov")[2]


@pytest.mark.parametrize(("kept", "other"), [("Q3", LAVROV), (LAVROV, "Q3")])
def test_an_imported_actor_and_one_of_articles_are_one_either_way(desk: Desk, kept: str, other: str) -> None:
    before, his = desk.everything(), facts_of(desk, LAVROV)
    desk.done("actors", "merge", kept, other)
    assert facts_of(desk, "Лавров") == facts_of(desk, "Sergei Lavrov") == his
    assert [(hit["id"], hit["articles"]) for hit in desk.found("Лавров")] == [(kept, len(TEXTS))]
    desk.well()
    desk.done("actors", "import", "registry.jsonl")
    assert facts_of(desk, kept) == his
    for number in range(len(TEXTS)):
        desk.done("remove", desk.article(number))
        desk.well()
    desk.done("add", "--lang", "en", "0.txt", "1.txt", "2.txt")
    assert facts_of(desk, kept) == his
    desk.well()
    desk.done("undo", "1")
    assert sorted(desk.everything()["facts"].splitlines()) == sorted(before["facts"].splitlines())
    assert (facts_of(desk, LAVROV), desk("facts", "--actor", "Q3")[0]) == (his, Exit.NOTHING)


# split, apart, rename


def test_a_split_by_article_and_by_spelling(desk: Desk) -> None:
    before, his = desk.everything(), facts_of(desk, LAVROV)
    code, out, err = desk("actors", "split", "Lavrov", "--article", desk.article(2)[:9], "--name", "Kirill  Lavrov")
    assert (code, err.splitlines()[-1]) == (0, "Split Kirill Lavrov (one article) off Sergey Lavrov.")
    assert [line.split("  ")[0] for line in out.splitlines()] == ["Kirill Lavrov", "Sergey Lavrov"]
    split_off = facts_of(desk, "Kirill Lavrov")
    assert split_off and split_off | facts_of(desk, LAVROV) == his and not split_off & facts_of(desk, LAVROV)
    assert '"target": ["Kirill Lavrov"]' in desk.done("facts", "--actor", MACRON, "--json")
    code, _, err = desk("actors", "split", LAVROV, "--article", desk.article(2))
    assert code == Exit.NOTHING and "does not name Sergey Lavrov" in err
    desk.well()
    desk.done("undo")
    assert desk.everything() == before
    out = desk.done("actors", "split", LAVROV, "--spelling", "LAVROV")  # as articles 1 and 2 call him the second time
    assert out.splitlines()[0].startswith("Sergey Lavrov  ") and f"  {LAVROV}~3  " in out.splitlines()[0]
    assert [sorted(facts_of(desk, one)) for one in (f"{LAVROV}~3", LAVROV)] == [
        sorted(his & in_article(desk, 1, 2)),
        sorted(his & in_article(desk, 0)),
    ]
    desk.well()
    desk.done("undo")
    assert desk.everything() == before


def test_two_who_are_one_are_split_off_together_and_are_two_again(desk: Desk) -> None:
    """One article names both: what it says of each must not be mixed up by the undo, also when it was read again."""
    desk.done("actors", "merge", LAVROV, MACRON)
    now = desk.everything()
    out = desk.done("actors", "split", LAVROV, "--article", desk.article(2), "--name", "Both")
    his = facts_of(desk, "Both")
    assert out.split()[:2] == ["Both", "person"] and his == in_article(desk, 2) and not his & facts_of(desk, LAVROV)
    assert "split off (2, " in desk.done("actors", "show", "Both").splitlines()[2]
    desk.done("date", desk.article(2), "2024-06-08")
    desk.done("undo")
    assert facts_of(desk, "Both") == his
    desk.well()
    desk.done("undo", "2")
    assert desk.everything() == now
    desk.well()


def test_an_article_comes_back_though_one_of_its_actors_has_left_since(desk: Desk) -> None:
    """He stayed for the sake of another one who was merged into him."""
    before = desk.everything()
    desk.done("actors", "merge", "nato", LAVROV)
    desk.done("remove", desk.article(1))
    desk.done("undo", "1")
    assert desk("find", "NATO")[0] == Exit.NOTHING
    desk.done("undo", "2")
    assert sorted(desk.everything()["facts"].splitlines()) == sorted(before["facts"].splitlines())
    desk.well()


def test_who_is_not_the_same_is_not_merged_until_that_is_undone(desk: Desk) -> None:
    out = desk.done("actors", "apart", "Macron", "Lavrov")
    assert out.count("\n") == 2
    code, _, err = desk("actors", "merge", "Lavrov", "Macron")
    assert code == Exit.USAGE and "Emmanuel Macron was said not to be Sergey Lavrov" in err
    desk.done("actors", "merge", "Q3", "Lavrov")
    assert desk("actors", "merge", "Q3", "Macron")[0] == Exit.USAGE  # nor with anybody whom he is
    assert desk("actors", "merge", ZELENSKYY, "Lavrov", "Macron")[0] == Exit.USAGE  # nor both with somebody else
    assert "is not (1, " in desk.done("actors", "show", "Q3")
    desk.done("undo", "1")
    desk.done("actors", "merge", "Q3", "Macron")


def test_a_chosen_name_stays_when_articles_come_and_is_searched_for(desk: Desk) -> None:
    before = desk.everything()
    code, out, err = desk("actors", "rename", "Zelenskiy", " \u200fVo\u200eva")  # with marks that are not seen
    assert (code, err.splitlines()[-1]) == (0, "Renamed Volodymyr Zelenskyy to Vova.") and out.startswith("Vova  ")
    (desk.folder / "new.txt").write_text("News\n\nVolodymyr Zelenskyy met Joe Biden in Kyiv.\n", encoding="utf-8")
    desk.done("add", "--lang", "en", "new.txt")
    assert [hit["id"] for hit in desk.found("Vova")] == [ZELENSKYY]
    facts = desk.done("facts", "--actor", ZELENSKYY, "--json")
    assert '"Vova"' in facts and "Joe Biden" in facts and '"Volodymyr Zelenskyy"' not in facts
    desk.well()
    desk.done("remove", json.loads(desk.done("articles", "--json").splitlines()[-1])["hash"])
    desk.done("undo", "1")
    assert desk.everything() == before


# what comes and goes


def decided(desk: Desk) -> dict[str, set[str]]:
    """A merge, a split and a name, in articles 0, 2 and 1; the facts of everybody concerned."""
    desk.done("actors", "split", LAVROV, "--article", desk.article(2), "--name", "Kirill Lavrov")
    desk.done("actors", "merge", MACRON, ZELENSKYY)
    desk.done("actors", "rename", LAVROV, "Sergey the First")
    return whose(desk)


def whose(desk: Desk) -> dict[str, set[str]]:
    return {name: facts_of(desk, name) for name in ("Kirill Lavrov", MACRON, ZELENSKYY, "Sergey the First")}


def test_articles_that_leave_and_are_added_again_keep_who_is_who(desk: Desk) -> None:
    there = decided(desk)
    assert all(there.values())
    for number in (0, 1, 2):
        desk.done("remove", desk.article(number))
        desk.well()
    with closing(read.connect(desk.store)) as store:
        assert read.totals(store)["actors"] == 0
    desk.done("add", "--lang", "en", "1.txt", "0.txt", "2.txt")  # in another order
    assert whose(desk) == there
    assert [hit["id"] for hit in desk.found("Sergey the First")][:1] == [LAVROV]
    desk.well()


def test_a_name_that_comes_back_is_found_though_the_articles_that_print_it_have_left(desk: Desk) -> None:
    desk.done("actors", "merge", "nato", LAVROV)
    desk.done("actors", "rename", "nato", "Alliance")
    desk.done("remove", desk.article(1))
    desk.done("undo", "2")
    assert desk.found("NATO")[0]["name"] == "NATO"
    desk.well()


def test_a_registry_that_brings_back_who_has_left_finds_what_was_decided(desk: Desk) -> None:
    desk.done("actors", "merge", MACRON, ZELENSKYY)
    desk.done("actors", "rename", LAVROV, "Chosen Name")
    for number in range(len(TEXTS)):
        desk.done("remove", desk.article(number))
    names = {MACRON: "E. Macron", ZELENSKYY: "V. Zelensky", LAVROV: "S. Lavrov"}
    lines = [json.dumps({"id": id, "schema": "Person", "properties": {"name": [name]}}) for id, name in names.items()]
    (desk.folder / "back.jsonl").write_text("\n".join(lines), encoding="utf-8")
    desk.done("actors", "import", "back.jsonl")
    assert [(hit["id"], hit["name"]) for hit in desk.found("V. Zelensky")] == [(MACRON, "E. Macron")]
    assert desk.found("Chosen Name")[0]["id"] == LAVROV
    desk.well()
    desk.done("undo", "2")
    assert desk.found("S. Lavrov")[0]["name"] == "S. Lavrov"
    desk.well()


def test_reading_articles_again_keeps_who_is_who(desk: Desk) -> None:
    there = decided(desk)
    with closing(write.open_for_writing(desk.store)) as store:
        store.execute("UPDATE stored_articles SET extractor = 1")
    assert desk.done("reextract") == ""
    assert whose(desk) == there
    desk.done("date", desk.article(2), "2024-06-08")
    assert whose(desk) == there
    desk.done("undo")
    assert whose(desk) == there
    desk.well()


def test_a_copy_knows_who_is_who_and_takes_it_back(desk: Desk) -> None:
    before = desk.everything()
    decided(desk)
    now = desk.everything()
    desk.done("backup", "copy.db")
    for _ in range(3):
        desk.done("undo")
    assert desk.everything() == before
    shutil.move("copy.db", desk.store)
    assert desk.everything() == now
    for _ in range(3):
        desk.done("undo")
    assert desk.everything() == before


# the log


def test_decisions_about_actors_are_in_the_log_and_undone_by_number(desk: Desk) -> None:
    before = desk.everything()
    decided(desk)
    now = desk.everything()
    rows = [json.loads(line) for line in desk.done("log", "--json").splitlines()]
    assert [row["what"] for row in rows] == ["rename", "merge", "split"]
    assert [row["actors"] for row in rows] == [[LAVROV], [MACRON, ZELENSKYY], [f"{LAVROV}~2", LAVROV]]
    assert "Split Kirill Lavrov (one article) off Sergey Lavrov." in desk.done("log")
    desk.done("actors", "merge", "Q1", "Kirill Lavrov")
    code, _, err = desk("undo", "1")
    assert code == Exit.USAGE and "Decision 4 of" in err and "undo 4 first" in err
    for number in ("4", "2", "1", "3"):
        desk.done("undo", number)
    assert desk.everything() == before
    for _ in range(3):
        desk.done("redo")
    assert desk.everything() == now
    desk.done("redo")
    assert facts_of(desk, "Q1") == facts_of(desk, "Kirill Lavrov")


def test_what_is_done_again_is_about_whom_it_was_about(desk: Desk) -> None:
    """Somebody else merged the kept actor into a third meanwhile, and takes that back."""
    with closing(write.open_for_writing(desk.store)) as store:
        deciding.merge(store, "ann", MACRON, [ZELENSKYY])
        deciding.rename(store, "ann", MACRON, "Manu")
        deciding.undo(store, "ann")
        deciding.undo(store, "ann")
        other = deciding.merge(store, "bob", "Q1", [MACRON])
        assert deciding.redo(store, "ann") is not None and deciding.redo(store, "ann") is not None
        assert [shown(store, one) for one in (ZELENSKYY, MACRON)] == ["Q1", "Q1"]
        deciding.undo(store, "bob", other.id)
        assert [shown(store, one) for one in (ZELENSKYY, MACRON)] == [MACRON, MACRON]
    assert "Manu" in desk.done("facts", "--actor", MACRON) and desk.found("Ivan Petrov")[0]["name"] == "Ivan Petrov"


def test_who_was_split_off_has_an_id_of_its_own_for_good(desk: Desk) -> None:
    one, two = desk.article(0), desk.article(2)
    desk.done("actors", "split", LAVROV, "--article", one)
    desk.done("actors", "merge", "Q1", f"{LAVROV}~2")
    desk.done("undo")
    desk.done("undo")
    with closing(write.open_for_writing(desk.store)) as store:
        (article,) = (row.hash for row in read.articles(store) if row.hash.startswith(two))
        assert deciding.split(store, "bob", LAVROV, [(article, LAVROV)]).actors[0] == f"{LAVROV}~3"
    desk.done("redo")
    his = facts_of(desk, f"{LAVROV}~2")
    desk.done("redo")
    assert facts_of(desk, "Q1") == his != facts_of(desk, f"{LAVROV}~3")


# how an actor is put together


def test_an_actor_is_shown_with_its_parts_and_what_made_them_one(desk: Desk) -> None:
    decided(desk)
    desk.done("actors", "merge", "Q3", LAVROV, "Kirill Lavrov")
    desk.done("actors", "apart", "Q3", "Q1")
    found = json.loads(desk.done("actors", "show", "Q3", "--json"))
    parts = {part["id"]: part for part in found["parts"]}
    assert {ref: (part["how"], part["articles"]) for ref, part in parts.items()} == {
        "Q3": ("itself", 0), LAVROV: ("merged", 2), f"{LAVROV}~2": ("merged", 1),
    }  # fmt: skip
    assert [parts[ref]["merged"] and parts[ref]["merged"]["decision"] for ref in parts] == [None, 4, 4]
    assert parts[f"{LAVROV}~2"]["split"]["decision"] == 1
    assert [(one["id"], one["said"]["decision"]) for one in found["not"]] == [("Q1", 5)]
    lines = desk.done("actors", "show", "Q3").splitlines()
    assert len(lines) == 5 and "merged (4, " in lines[2] and "split off (1, " in lines[3]
    assert "name chosen" not in "".join(lines)
    desk.done("undo")
    desk.done("undo")
    assert "name chosen (3, " in desk.done("actors", "show", LAVROV)
    named = json.loads(desk.done("actors", "show", LAVROV, "--json"))
    assert (named["printed"], named["renamed"]["decision"]) == ("Sergey Lavrov", 3)


def test_a_link_says_why_and_a_users_word_is_above_it(desk: Desk) -> None:
    with closing(write.open_for_writing(desk.store)) as store:
        store.execute("INSERT INTO links (local, actor, why) VALUES (?, 'Q3', 'surname and office')", (LAVROV,))
        settle(store, [LAVROV])
        assert shown(store, LAVROV) == "Q3"
    assert "linked (surname and office)" in desk.done("actors", "show", "Q3")
    desk.done("actors", "merge", MACRON, "Q3")
    assert facts_of(desk, LAVROV) == facts_of(desk, MACRON)
    desk.done("undo")
    with closing(write.open_for_writing(desk.store)) as store:  # the user's way round where the two make a circle
        store.execute("INSERT INTO merges (local, kept) VALUES ('Q3', ?)", (LAVROV,))
        settle(store, ["Q3"])
        assert [shown(store, one) for one in ("Q3", LAVROV)] == [LAVROV, LAVROV]


def test_a_circle_of_actors_who_are_not_there_ends_at_who_is(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.store)) as store:
        edges = [("Q1", "gone"), ("gone", "away"), ("away", "gone")]
        store.executemany("INSERT INTO merges (local, kept) VALUES (?, ?)", edges)
        settle(store, ["Q1", "gone"])
        assert shown(store, "Q1") == "Q1"


# several at once

#: decides at random for some seconds; prints the number and the kind of every decision that it made
DECIDER = """
import random, sys, time
from contextlib import closing
from dateline import deciding
from dateline.db import read, write
from dateline.db.parts import part_keys
from dateline.errors import InputError

path, user, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
chance, until = random.Random(user), time.monotonic() + seconds
with closing(write.open_for_writing(path)) as store:
    while time.monotonic() < until:
        one, other = (chance.choice(read.actors(store)).id for _ in range(2))
        steps = [
            lambda: deciding.merge(store, user, one, [other]),
            lambda: deciding.merge(store, user, one, [other]),
            lambda: deciding.split(store, user, one, part_keys(store, one)[:1], chance.choice(["Jo", None])),
            lambda: deciding.rename(store, user, one, f"{user} {chance.randrange(9)}"),
            lambda: deciding.keep_apart(store, user, one, other),
            lambda: deciding.undo(store, user),
            lambda: deciding.undo(store, user),
            lambda: deciding.redo(store, user),
        ]
        try:
            change = chance.choice(steps)()
        except InputError as error:
            print("refused", str(error).endswith("."))
        else:
            if change is not None:
                print(change.id, change.sentence)
"""


@pytest.mark.slow
def test_processes_that_decide_who_is_who_at_once_lose_nothing(desk: Desk) -> None:
    before = desk.everything()
    command = [sys.executable, "-c", DECIDER, str(desk.store)]
    users = [
        subprocess.Popen([*command, user, "4"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        for user in ("ann", "bob")
    ]
    said: dict[str, str] = {}
    for user in users:
        out, err = user.communicate(timeout=60)
        assert (user.returncode, err) == (0, "")
        lines = [line.partition(" ")[::2] for line in out.splitlines()]
        mine = {number: sentence for number, sentence in lines if number != "refused"}
        assert len(mine) > 20 and not said.keys() & mine.keys()
        assert all(told == "True" for number, told in lines if number == "refused")
        said |= mine
    with closing(write.open_for_writing(desk.store)) as store:
        log = decisions(store)
        assert {str(row.id): row.sentence for row in log} == said
        assert [row.id for row in log] == list(range(1, len(log) + 1))
        assert {row.user for row in log} == {"ann", "bob"}
        desk.well()
        while left := [row.id for row in decisions(store) if not row.undone and row.what not in ABOUT_OTHERS]:
            assert any([_undone(store, number) for number in reversed(left)])
    desk.well()
    assert desk.everything() == before


def _undone(store: sqlite3.Connection, number: int) -> bool:
    try:
        return deciding.undo(store, "ann", number) is not None
    except InputError:  # another one has to be undone first
        return False
