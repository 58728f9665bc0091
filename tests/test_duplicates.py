"""``dateline actors duplicates``: who may be one is proposed, with reasons and evidence; who are two are not."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import deciding
from dateline.actors.alike import alike
from dateline.cli import main
from dateline.db.duplicates import Duplicate, each_duplicate, proposals
from dateline.db.opening import connect
from dateline.db.write import add_actors, add_article, open_for_writing
from dateline.model import Actor, Article, Extraction, Role, short_hash
from demo import extraction, hostile, span

# names of different length: alike, but never linked without being asked
SAID = Actor("person-said-al-harthi", "Said al-Harthi", "person", ("Said al-Harthi",))
SAEED = Actor("person-saeed-bin-ahmad-al-harsi", "Saeed bin Ahmad al-Harsi", "person", ("سعید بن احمد الحارثی",))
SEYID = Actor("person-seyid-ahmed-ali-el-harsi", "Seyid Ahmed Ali el-Harsi", "person", ("Seyid Ahmed Ali el-Harsi",))
WIKMARK = Actor("person-torsten-wikmark", "Torsten Wikmark", "person", ("Torsten Wikmark", "Wikmark"))
VIKMARK = Actor("person-torsten-o-vikmark", "Torsten O. Vikmark", "person", ("Torsten O. Vikmark",))
PUTIN = Actor("vladimir-putin", "Vladimir Putin", "person", ("Vladimir Putin", "Putin"))
RUTIN = Actor("person-vladimir-rutin", "Vladimir Rutin", "person", ("Vladimir Rutin",))
LAVROV = Actor("sergey-lavrov", "Sergey Lavrov", "person", ("Sergey Lavrov", "Lavrov"))
LAVROVA = Actor("person-sergey-lavrova", "Sergey Lavrova", "person", ("Sergey Lavrova",))
OMAN = Actor("org-police-of-oman", "Police of Oman", "organization", ("the police",))
IRAN = Actor("org-police-of-iran", "Police of Iran", "organization", ("la police", "the police here"))
ACTORS = (SAID, SEYID, SAEED, VIKMARK, WIKMARK, RUTIN, PUTIN, LAVROVA, LAVROV, OMAN, IRAN)


def told(text: str, lang: str, published: str | None = None, *, role: tuple[Actor, str, str, str] | None = None) -> Any:
    """An article that names everybody whose spelling stands in it; ``role``: who, office, of what, the words for it."""
    article = Article(text, text[:20], lang, published)
    roles = []
    if role is not None:
        who, office, of, words = role
        roles = [Role(short_hash(article.hash, office), who.id, office, of, *span(text, words), "demo")]
    return extraction(article, roles=tuple(roles), actors=ACTORS)


ENGLISH = told(
    "Said al-Harthi spoke. Oman’s foreign minister Said al-Harthi met Torsten Wikmark on Monday. Wikmark left.", "en",
    "2024-02-01", role=(SAID, "Foreign Minister", "Oman", "foreign minister Said al-Harthi"),
)  # fmt: skip
TURKISH = told("Dışişleri Bakanı Seyid Ahmed Ali el-Harsi, Torsten O. Vikmark ile görüştü.", "tr", "2024-02")
PERSIAN = told(
    "وزیر خارجه عمان سعید بن احمد الحارثی سخن گفت.",
    "fa",
    role=(SAEED, "Foreign Minister", "Oman", "وزیر خارجه عمان سعید بن احمد الحارثی"),
)
RUSSIANS = told("Vladimir Putin met Sergey Lavrov; Putin agreed.", "en")
OTHERS = told("Vladimir Rutin met Sergey Lavrova; the police watched.", "en")
POLICE = told("Wikmark saw the police here.", "en")
ARTICLES = (ENGLISH, TURKISH, PERSIAN, RUSSIANS, OTHERS, POLICE)


def filled(path: Path, articles: Sequence[Extraction] = ARTICLES, registry: Sequence[Actor] = ()) -> Path:
    with closing(open_for_writing(path)) as connection:
        add_actors(connection, registry)
        for article in articles:
            assert add_article(connection, article)
    return path


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = filled(tmp_path / "store.db")
    monkeypatch.setenv("DATELINE_STORE", str(path))
    return path


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["actors", "duplicates", *arguments])
        return code, *capsys.readouterr()

    return command


def pairs(store: Path) -> list[set[str]]:
    with closing(connect(store)) as connection:
        return [{found.one, found.other} for found in proposals(connection)]


SAME = [
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("Antony Blinken", "Antony Blingen"),
    ("Antony Blinken", "آنتونی بلینکن"),
    ("Antony Blinken", "Энтони Блинкен"),
    ("Mohammed Abdulsalam", "Muhammad Abdul Salam"),
    ("Badr al-Busaidi", "Bedr el-Busaidi"),
    ("Luis Arce", "Luis Arce Catacora"),
    ("Luis Arce", "ARCE, Luis"),
    ("J. Aoun", "Joseph Aoun"),
    ("Xi Jinping", "习近平"),
    ("Kim Jong Un", "Kim Jong-un"),
]
TWO = [
    ("Vladimir Putin", "Vladimir Rutin"),
    ("Putin", "Rutin"),
    ("Sergey Lavrov", "Sergey Lavrova"),
    ("Sergey Lavrov", "Yekaterina Lavrova"),
    ("Сергей Лавров", "Sergey Lavrova"),
    ("Lavrov", "Lavrova"),
    ("Aino Kettunen", "Aino Rautavuo"),
    ("Kaja Kallas", "Piret Kallasmaa"),
    ("Ali Hassan", "Ali Hussein"),
    ("Qin Gang", "Chiang Khan"),
    ("Robert Lacoste", "Robert L. Barr"),
    ("Fuad Hussein", "Sun Weidong"),
    ("🙂", "🙂"),
    ("", "Putin"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_of_one_are_alike_whichever_is_first(one: str, other: str) -> None:
    found = alike(one, other)
    assert found is not None and found.score > 0.8 and found == alike(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_are_not(one: str, other: str) -> None:
    found = alike(one, other)
    assert found == alike(other, one) and (found is None or found.score < 0.65)


@settings(max_examples=60, deadline=None)
@given(one=st.text(max_size=30), other=st.text(max_size=30))
def test_any_two_texts_are_compared_the_same_both_ways(one: str, other: str) -> None:
    found = alike(one, other)
    assert found == alike(other, one)
    assert found is None or 0 <= found.score <= 1


def test_those_who_may_be_one_are_proposed_and_no_others(store: Path) -> None:
    three = [{SAID.id, SAEED.id}, {SEYID.id, SAEED.id}, {SAID.id, SEYID.id}]
    assert pairs(store) == [{WIKMARK.id, VIKMARK.id}, *three]


def test_a_pair_has_reasons_and_each_side_what_shows_who_it_is(store: Path) -> None:
    with closing(connect(store)) as connection:
        torsten, harthi, *_ = each_duplicate(connection)
    assert harthi.reasons[1:] == ("same office: Foreign Minister of Oman",)
    said, saeed = harthi.one, harthi.other
    assert (said.id, said.articles, said.facts, said.countries) == (SAID.id, 1, 1, ("Oman",))
    assert saeed.offices == ("Foreign Minister of Oman",)
    (spelt,) = saeed.spellings
    assert (spelt.spelling, spelt.latin, spelt.script) == ("سعید بن احمد الحارثی", "Saeed bin Ahmad al-Harsi", "Arabic")
    assert (torsten.one.id, torsten.other.id) == (WIKMARK.id, VIKMARK.id)
    assert torsten.reasons == ("spelt alike: Torsten Wikmark ~ Torsten O. Vikmark",) and 90 < torsten.score < 100
    assert [(one.spelling, one.times) for one in torsten.one.spellings] == [("Wikmark", 2), ("Torsten Wikmark", 1)]


def test_the_evidence_is_the_sentence_that_says_most(store: Path) -> None:
    with closing(connect(store)) as connection:
        _, pair, *_ = each_duplicate(connection)
    found, text = pair.one.evidence, ENGLISH.article.text
    assert pair.one.id == SAID.id and found is not None
    assert (found.article, found.published) == (ENGLISH.article.hash, "2024-02-01")
    assert found.text == text[found.start : found.end]
    assert found.text == "Oman’s foreign minister Said al-Harthi met Torsten Wikmark on Monday."
    assert text[found.name_start : found.name_end] == "Said al-Harthi" and found.name_start > found.start


def test_what_is_decided_is_not_proposed_again_until_it_is_undone(store: Path) -> None:
    before = pairs(store)
    with closing(connect(store, readonly=False)) as connection:
        deciding.keep_apart(connection, "me", VIKMARK.id, WIKMARK.id)
        assert pairs(store) == before[1:]
        deciding.merge(connection, "me", SAID.id, [SEYID.id])
        assert pairs(store) == [{SAID.id, SAEED.id}]
        deciding.keep_apart(connection, "me", SAEED.id, SAID.id)
        assert pairs(store) == []
        for _ in range(3):
            deciding.undo(connection, "me")
    assert pairs(store) == before


def test_a_user_s_word_holds_for_all_who_are_shown_as_one(store: Path) -> None:
    with closing(connect(store, readonly=False)) as connection:
        deciding.keep_apart(connection, "me", SAEED.id, SEYID.id)
        deciding.merge(connection, "me", SAID.id, [SEYID.id])
    assert pairs(store) == [{WIKMARK.id, VIKMARK.id}]


def test_who_is_imported_is_the_one_to_keep_and_what_is_known_of_him_counts(tmp_path: Path) -> None:
    registry = [
        Actor("Q1", "Wikmark, Torsten", "person", ("Wikmark, Torsten",), (("country", "SE"), ("birth", "1960"))),
        Actor("Q2", "Vladimir Vladimirovich Putin", "person", ("Путин Владимир", "Vladimir Vladimirovich Putin")),
        Actor("Q3", "Torsten Wikmark", "organization", ("Torsten Wikmark",)),
        Actor("Q4", "Said Al Harthi", "person", ("Said Al Harthi",), (("country", "EG"),)),
    ]
    with closing(connect(filled(tmp_path / "store.db", [ENGLISH, RUSSIANS], registry))) as connection:
        found = [*each_duplicate(connection)]
    assert {(pair.one.id, pair.other.id) for pair in found} == {
        ("Q1", WIKMARK.id), (PUTIN.id, "Q2"), ("Q4", SAID.id)
    }  # fmt: skip
    by_id = {pair.one.id: pair for pair in found}
    swede = by_id["Q1"].one
    assert (swede.countries, swede.births, swede.imported, swede.evidence) == (("Sweden",), ("1960",), True, None)
    assert by_id["Q4"].reasons[-1] == "but Egypt and Oman"
    assert by_id["Q4"].score < by_id["Q1"].score


def test_two_whom_the_tables_know_are_two(tmp_path: Path) -> None:
    first = Actor("vladimir-putin", "Sergei Lavrov", "person", ("Sergei Lavrov",))
    articles = [extraction(Article("Sergei Lavrov.", "a", "en"), actors=(first,)), RUSSIANS]
    assert pairs(filled(tmp_path / "store.db", articles)) == []


def test_an_article_that_names_both_speaks_against_it(tmp_path: Path) -> None:
    both = told("Torsten Wikmark met Torsten O. Vikmark.", "en")
    with closing(connect(filled(tmp_path / "store.db", [both]))) as connection:
        (found,) = each_duplicate(connection)
    assert found.reasons[1:] == ("but an article names both",) and found.score < 80


@settings(max_examples=8, deadline=None)
@given(articles=st.permutations(ARTICLES))
def test_proposals_do_not_hang_on_the_order_of_the_articles(articles: list[Extraction]) -> None:
    with TemporaryDirectory() as folder:
        assert _all(filled(Path(folder) / "one.db", articles)) == _all(_in_given_order())


def _all(store: Path) -> list[Duplicate]:
    with closing(connect(store)) as connection:
        return [*each_duplicate(connection)]


def _in_given_order(made: list[TemporaryDirectory[str]] = []) -> Path:  # noqa: B006 (made once)
    if not made:
        made.append(TemporaryDirectory())
        filled(Path(made[0].name) / "store.db")
    return Path(made[0].name) / "store.db"


# the command


def test_the_command_prints_pairs_with_their_sides_and_says_how_to_decide(store: Path, run: Run) -> None:
    code, out, err = run("--limit", "2")
    paragraphs = out.rstrip("\n").split("\n\n")
    assert (code, len(paragraphs)) == (0, 2)
    head, *rest = paragraphs[1].splitlines()
    assert head.split(" ", 1)[0].replace(".", "").isdigit() and "same office: Foreign Minister of Oman" in head
    assert rest == [
        "  Said al-Harthi (person-said-al-harthi), person, 1 article, 1 fact",
        "    Said al-Harthi 2",
        "    Foreign Minister of Oman",
        '    "Oman’s foreign minister Said al-Harthi met Torsten Wikmark on Monday." '
        f"({ENGLISH.article.hash[:12]}, 2024-02-01)",
        "  Saeed bin Ahmad al-Harsi (person-saeed-bin-ahmad-al-harsi), person, 1 article, 1 fact",
        "    سعید بن احمد الحارثی (Saeed bin Ahmad al-Harsi) 1",
        "    Foreign Minister of Oman",
        f'    "وزیر خارجه عمان سعید بن احمد الحارثی سخن گفت." ({PERSIAN.article.hash[:12]}, undated)',
    ]
    assert (
        "'dateline actors merge person-said-al-harthi person-saeed-bin-ahmad-al-harsi'" in err and "actors apart" in err
    )
    assert err.count("\n") == 1


def test_json_has_a_pair_a_line(store: Path, run: Run) -> None:
    code, out, _ = run("--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(found) == 4
    assert list(found[0]) == ["score", "reasons", "one", "other"]
    evidence = found[1]["one"]["evidence"]
    assert ENGLISH.article.text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert found[1]["other"]["spellings"][0]["count"] == 1


def test_a_store_without_likely_duplicates_says_so(tmp_path: Path, run: Run) -> None:
    code, out, err = run("--store", str(filled(tmp_path / "store.db", [RUSSIANS])))
    assert (code, out) == (1, "") and err == "No actor that articles name looks like another one of the store.\n"


def test_nothing_acts_on_the_terminal(tmp_path: Path, run: Run) -> None:
    twin = Actor("Q\x9b1", "Ann [sic] \x1b[2Jevil", "person", ("Ann [sic] \x1b[2Jevil", "Ann [sic]"))
    path = filled(tmp_path / "store.db", [hostile()], [twin])
    for form in ([], ["--json"]):
        code, out, err = run("--store", str(path), *form)
        assert code == 0 and "Ann [sic]" in out
        assert not set("\x1b\x07\x9b\u202e") & set(out + err), form
