"""The query language for facts: what each word finds, and where it points when a word means nothing."""

from __future__ import annotations

import calendar
import shlex
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.cli import main
from dateline.db import read, write
from dateline.db.ask import asked, completed, stored_values
from dateline.db.rows import Fact
from dateline.model import EVENT_TYPES, MODES, STATUSES, Event, Extraction
from dateline.query import Completion, Query, QueryError, complete, parse, typed
from dateline.query.fields import FIELDS
from dateline.query.tokens import quoted
from dateline.text.fold import fold
from handmade import BIDEN, BLINKEN, LAVROV, PUTIN, TEXT, UKRAINE, extraction, span


def _event(of: Extraction, number: int, kind: str, words: str, **given: object) -> Event:
    """An event of Blinken and Lavrov that stands at those words."""
    made = of.events[0]._replace(id=f"{of.article.hash[:8]}{number:02}", type=kind, spans=(), place=None, date=None)
    start, end = span(words, of.article.text)
    return made._replace(start=start, end=end, **given)  # type: ignore[arg-type]


def _articles() -> Iterator[Extraction]:
    """Three articles: eight events of several types, dates, places and moods, three statements, three roles."""
    yield extraction(url="https://www.voanews.com/a")
    persian = extraction(TEXT + " دو", url="https://edition.example.org/b")
    yield persian._replace(
        article=persian.article._replace(lang="fa"),
        events=(
            _event(persian, 1, "ACCUSE", "Blinken met Lavrov", date="2022-01-14", place="New York", mode=None),
            _event(persian, 2, "THREATEN", "Lavrov in Geneva", date="2022-01", status="denied", sure=False),
            _event(persian, 3, "CONSULT", "Foreign Minister of Russia", date="2022-01-31", mode="video"),
        ),
    )
    last = extraction(TEXT + " three", url=None)
    yield last._replace(
        article=last.article._replace(lang="it"),
        events=(
            _event(last, 1, "ASSAULT", "said Blinken", date="2021", place="Kyiv", status="ongoing", mode="visit"),
            _event(last, 2, "CONSULT", "met Lavrov in Geneva", date="2022", place="Geneva", status="conditional"),
            _event(last, 3, "AID", "AFP reported", date="2023-05-09", source=(UKRAINE.id,), inferred=(UKRAINE.id,)),
        ),
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("query") / "store.db"
    store = write.open_for_writing(made)
    for article in _articles():
        assert write.add_article(store, article)
    store.close()
    return made


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[sqlite3.Connection]:
    connection = read.connect(path)
    yield connection
    connection.close()


Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``dateline facts`` with these arguments: (exit code, lines on stdout, stderr)."""

    def command(*arguments: str) -> tuple[int, list[str], str]:
        code = main(["facts", "--store", str(path), *arguments])
        out, err = capsys.readouterr()
        return code, out.splitlines(), err

    return command


# what the words find


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 14),
        ("actor:blinken", 9),
        ("actor:blingen", 9),
        ("actor:پوتین", 1),
        ("actor:putin,ukraine", 2),
        ('actor:"joe biden"', 1),
        ("actor:country-ua", 1),
        ("type:CONSULT", 4),
        ("type:consult,Accuse", 5),
        ("type:role", 3),
        ("type:statement,AID", 4),
        ("mode:phone", 1),
        ("mode:video,visit", 2),
        ("on:2022", 5),
        ("on:2022-01", 3),
        ("on:2022-01-14", 1),
        ("on:2021,2023-05", 2),
        ("since:2022-01-20", 5),
        ("since:2022-01-20 until:2022-02", 4),
        ("until:2021", 1),
        ("dated:day", 4),
        ("dated:month,year", 3),
        ("dated:no", 7),
        ("-dated:no -dated:day on:2022", 2),
        ("place:geneva", 2),
        ('place:"new york"', 1),
        ('place:"New York",kyiv', 2),
        ("lang:fa", 5),
        ("lang:FA,it", 10),
        ("lang:tr", 0),
        ("src:voa", 4),
        ("src:example.org", 5),
        ("src:voanews.com,edition", 9),
        ("status:planned", 1),
        ("status:denied,ongoing", 2),
        ("sure: type:event", 6),
        ("inferred:", 2),
        ("geneva", 3),
        ("GENEVA met", 2),
        ('"lavrov in geneva"', 3),
        ('"geneva in lavrov"', 0),
        ("گفت", 1),
        ("-type:event", 6),
        ("-type:ACCUSE", 13),
        ("-mode:meeting", 10),
        ("-on:2022-01", 11),
        ("-since:2022", 8),
        ("-place:geneva,kyiv", 11),
        ("-src:voa", 10),
        ("-sure: type:event", 2),
        ("-inferred:", 12),
        ("-blinken type:event", 5),
        ('-"lavrov in geneva" type:event -status:planned', 4),
        ("actor:blinken type:CONSULT on:2022-01 -geneva", 1),
        ("TYPE:CONSULT Mode:PHONE", 1),
    ],
)
def test_each_word_finds_its_facts(run: Run, query: str, found: int) -> None:
    code, lines, err = run(*shlex.split(query))
    assert len(lines) == found, err
    assert code == (0 if found else 1)
    if typed([query]) == query:  # one argument that the shell left alone
        assert run(query)[:2] == (code, lines)


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        (["free words"], '"free words"'),
        (["-free words"], '-"free words"'),
        (["place:New York"], 'place:"New York"'),
        (["place:Geneva,New York", "sure:"], 'place:Geneva,"New York" sure:'),
        (["actor:joe biden"], 'actor:"joe biden"'),
        (["actor:blinken type:CONSULT"], "actor:blinken type:CONSULT"),
        (["lavrov -geneva"], "lavrov -geneva"),
        (['"free words" sure:'], '"free words" sure:'),
        (["", " ", "free", "words"], "free words"),
        ([], ""),
    ],
)
def test_quotation_marks_that_the_shell_took_are_put_back(arguments: list[str], query: str) -> None:
    assert typed(arguments) == query


def test_an_actor_found_by_another_spelling_is_told(run: Run) -> None:
    assert run("-actor:blingen")[2] == "'blingen' is Antony Blinken (Blingen ~ Blinken: k/g).\n"
    assert run("actor:Antony Blinken")[2] == ""


def test_options_hold_together_with_the_query(run: Run) -> None:
    assert len(run("--actor", "blinken", "type:CONSULT", "--since", "2022-01-20", "-mode:video", "--sure")[1]) == 2
    assert len(run("russia", "--type", "CONSULT", "-geneva", "--text", "minister")[1]) == 1
    assert len(run("--json", "-type:event", "--actor", "blinken", "-type:role")[1]) == 3
    assert len(run("type:event", "--", "-sure:")[1]) == 2


def test_options_and_words_say_the_same(run: Run) -> None:
    for options, query in (
        (["--actor", "lavrov"], "actor:lavrov"),
        (["--type", "consult"], "type:consult"),
        (["--since", "2022-01-20"], "since:2022-01-20"),
        (["--until", "2022-01"], "until:2022-01"),
        (["--text", "lavrov geneva"], "lavrov geneva"),
        (["--sure"], "sure:"),
    ):
        assert run(*options)[:2] == run(*query.split())[:2]
    assert run("-holding", "type:role")[1] == run("type:role")[1]  # not the help of -h


def test_an_option_that_is_none_stays_an_error(run: Run) -> None:
    for arguments in (["--jsn"], ["type:role", "--actor"], ["--text", "-x"]):
        code, lines, err = run(*arguments)
        assert (code, lines, err.count("\n")) == (2, [], 1)


# what is wrong, and where


@pytest.mark.parametrize(
    ("query", "pointed", "says"),
    [
        ("tpye:CONSULT", "^^^^", "type:"),
        ("lavrov acter:blinken", "       ^^^^^", "actor:"),
        ("type:CONSLT", "     ^^^^^^", "CONSULT"),
        ("sure: -mode:meeting,fone", "                    ^^^^", "phone"),
        ("status:plannd", "       ^^^^^^", "planned"),
        ("on:2022-13", "   ^^^^^^^", "calendar"),
        ("until:yesterday", "      ^^^^^^^^^", "YYYY-MM"),
        ("place:genva", "      ^^^^^", "Geneva"),
        ("place:Kyiv,'Nwe York'", "           ^^^^^^^^^^", "New York"),
        ("lang:xx", "     ^^", "en"),
        ("src:vaonews", "    ^^^^^^^", "voanews.com"),
        ("type:", "    ^", "missing"),
        ("mode:phone,", "          ^", "missing"),
        ("mode:,phone", "    ^", "missing"),
        ("sure:yes", "     ^^^", "no value"),
        ("- x", "^", "before nothing"),
        ("'\"security guar'", "^^^^^^^^^^^^^^", "does not end"),
        ("'place:\"New York\"x'", "                ^", "space or a comma"),
        ("'\"a b\"c'", "     ^", "space"),
        ("'place:\"\"'", "      ^^", "Nothing stands"),
        ("type:role ***", "          ^^^", "no letter"),
        ("http://a", "^^^^", "quotes"),
        ("日本 tpye:x", "     ^^^^", "type:"),
        ("می‌خواهد tpye:x", "        ^^^^", "type:"),
    ],
)
def test_an_error_points_at_its_place(run: Run, query: str, pointed: str, says: str) -> None:
    code, lines, err = run(*shlex.split(query))
    assert (code, lines) == (2, [])
    sentence, text, carets = err.splitlines()
    assert sentence.startswith("Column ") and says in sentence
    assert text == typed(shlex.split(query))
    assert carets == pointed


def test_an_actor_that_nobody_is_finds_nothing(run: Run) -> None:
    code, lines, err = run("type:CONSULT", "-actor:zzzqqqxx")
    assert (code, lines) == (1, [])
    assert err.splitlines()[1:] == ["type:CONSULT -actor:zzzqqqxx", "                    ^^^^^^^^"]


def test_an_error_needs_no_store_and_cannot_touch_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facts", "type:\x1b[2J", "--store", str(tmp_path / "none.db")]) == 2
    assert "\x1b" not in capsys.readouterr().err
    assert main(["facts", "type:AID", "--store", str(tmp_path / "none.db")]) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_error_knows_its_columns() -> None:
    with pytest.raises(QueryError) as wrong:
        parse('-"دو سه" mode:phone,fone')
    assert (wrong.value.column, wrong.value.end) == (20, 24)
    assert wrong.value.query[20:24] == "fone"


@pytest.mark.parametrize("many", ["-a ", "on:2022 ", "sure: ", "since:2022,2021 "])
def test_a_query_has_a_limit_that_sqlite_bears(store: sqlite3.Connection, many: str) -> None:
    most = 200 // (many.count(",") + 1)
    read.facts(store, query=asked(store, parse(many * most)))
    with pytest.raises(QueryError) as wrong:
        parse(many * (most + 1))
    assert wrong.value.column == len(many) * most


def test_a_store_without_places_says_so(tmp_path: Path) -> None:
    store = write.open_for_writing(tmp_path / "empty.db")
    with pytest.raises(QueryError, match="knows none"):
        asked(store, parse("place:geneva"))
    assert stored_values(store, "src") == []


_PIECES = st.sampled_from(
    [*(f"{name}:" for name in FIELDS), *' \t,,""-:*', "CONSULT", "2022-01", "geneva", "بلینکن", "ı", "𝒳", "\0", "a"]
)
_ANY_TEXT = st.one_of(
    st.text(st.characters(), max_size=40),  # lone surrogates too
    st.lists(_PIECES, max_size=12).map("".join),
)


@given(_ANY_TEXT)
def test_any_text_is_a_query_or_an_error_inside_it(text: str) -> None:
    try:
        assert isinstance(parse(text), Query)
    except QueryError as error:
        assert 0 <= error.column < error.end <= len(text) == len(error.query)
        assert set(error.pointed[1].strip()) == {"^"}


@given(st.lists(_ANY_TEXT, max_size=4))
def test_any_arguments_are_typed_as_some_text(arguments: list[str]) -> None:
    assert len(typed(arguments)) >= sum(len(one) for one in arguments if one.strip())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(text=_ANY_TEXT)
def test_whatever_parses_can_be_asked(store: sqlite3.Connection, text: str) -> None:
    try:
        query = asked(store, parse(text))
    except QueryError as error:
        assert 0 <= error.column < error.end <= len(text)
    else:
        assert read.count_facts(store, query=query) == len(read.facts(store, query=query))


# the same as going through all facts by hand


class Wanted(NamedTuple):
    """One word of a random query and what a fact must be for it."""

    text: str
    holds: Callable[[Fact], bool]


Word = st.SearchStrategy[Wanted]


def _one_of(field: str, values: st.SearchStrategy[str], holds: Callable[[Fact, str], bool]) -> Word:
    def made(chosen: list[str], negated: bool) -> Wanted:
        text = f"{'-' * negated}{field}:{','.join(map(quoted, chosen))}"
        return Wanted(text, lambda fact: any(holds(fact, value) for value in chosen) is not negated)

    return st.builds(made, st.lists(values, min_size=1, max_size=3), st.booleans())


def _flag(field: str, holds: Callable[[Fact], bool]) -> Word:
    return st.builds(lambda no: Wanted(f"{'-' * no}{field}:", lambda fact: holds(fact) is not no), st.booleans())


def _days(date: str) -> tuple[str, str]:
    """First and last day that a date may mean."""
    year, month = int(date[:4]), int(date[5:7] or 12)
    last = f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
    return date if len(date) == 10 else f"{year:04}-{date[5:7] or '01'}-01", date if len(date) == 10 else last


def _tokens(text: str) -> list[str]:
    """The words of a text as the index has them."""
    inside = ("Co", "Mn", "Mc")
    kept = (
        char if unicodedata.category(char)[0] in "LN" or unicodedata.category(char) in inside else " " for char in text
    )
    return "".join(kept).split()


def _says(fact: Fact, words: str) -> bool:
    wanted, told = _tokens(fold(words)), _tokens(fold(fact.text))
    return any(told[at : at + len(wanted)] == wanted for at in range(len(told)))


def _free(words: str, negated: bool) -> Wanted:
    return Wanted("-" * negated + quoted(words), lambda fact: _says(fact, words) is not negated)


def _lies_in(fact: Fact, date: str) -> bool:
    return fact.date is not None and _days(date)[0] <= _days(fact.date)[0] and _days(fact.date)[1] <= _days(date)[1]


_ACTORS = {actor.name: actor.id for actor in (BLINKEN, LAVROV, PUTIN, BIDEN, UKRAINE)}
_YEARS = st.integers(2021, 2023).map(str)
_MONTHS = st.builds("{}-{:02}".format, _YEARS, st.sampled_from([1, 2, 5, 12]))
_DATES = st.one_of(_YEARS, _MONTHS, st.builds("{}-{:02}".format, _MONTHS, st.sampled_from([1, 3, 9, 14, 28])))
_SAID = TEXT.split()
_RUNS = st.builds(lambda at, many: " ".join(_SAID[at : at + many]), st.integers(0, len(_SAID) - 1), st.integers(1, 3))
_QUERIES = st.lists(
    st.one_of(
        _one_of("actor", st.sampled_from(sorted(_ACTORS)), lambda fact, name: _ACTORS[name] in fact.actors),
        _one_of(
            "type",
            st.sampled_from([*EVENT_TYPES, "event", "statement", "role"]),
            lambda fact, value: value in (fact.type, fact.kind),
        ),
        _one_of("mode", st.sampled_from(MODES), lambda fact, value: fact.mode == value),
        _one_of("status", st.sampled_from(STATUSES), lambda fact, value: fact.status == value),
        _one_of("place", st.sampled_from(["Geneva", "new york", "KYIV"]), lambda f, v: fold(f.place or "") == fold(v)),
        _one_of("lang", st.sampled_from(["en", "fa", "it"]), lambda fact, value: fact.lang == value),
        _one_of(
            "src",
            st.sampled_from(["voa", "voanews.com", "edition", "example", "org"]),
            lambda fact, value: any(part.startswith(value.split(".")[0]) for part in (fact.outlet or "").split(".")),
        ),
        _one_of("on", _DATES, _lies_in),
        _one_of("since", _DATES, lambda f, date: f.date is not None and _days(f.date)[1] >= _days(date)[0]),
        _one_of("until", _DATES, lambda f, date: f.date is not None and _days(f.date)[0] <= _days(date)[1]),
        _flag("sure", lambda fact: fact.sure),
        _flag("inferred", lambda fact: bool(fact.inferred)),
        st.builds(_free, _RUNS.filter(lambda words: any(map(str.isalnum, words))), st.booleans()),
    ),
    max_size=4,
)


@settings(max_examples=250, deadline=None)
@given(words=_QUERIES, offset=st.integers(0, 5), limit=st.integers(1, 5))
def test_a_query_finds_what_a_plain_filter_over_all_facts_does(
    store: sqlite3.Connection, words: list[Wanted], offset: int, limit: int
) -> None:
    query = asked(store, parse(" ".join(word.text for word in words)))
    wanted = [fact for fact in read.facts(store) if all(word.holds(fact) for word in words)]
    assert read.facts(store, query=query) == wanted
    assert read.count_facts(store, query=query) == len(wanted)
    assert read.facts(store, query=query, offset=offset, limit=limit) == wanted[offset : offset + limit]


def test_a_flag_and_a_word_in_one_argument_are_two() -> None:
    assert typed(["sure: talks"]) == "sure: talks"
    assert typed(["place:New York"]) == 'place:"New York"'


@given(words=_QUERIES)
def test_a_query_through_a_shell_is_the_same_query(words: list[Wanted]) -> None:
    text = " ".join(word.text for word in words if "'" not in word.text and '""' not in word.text)

    def said(query: Query) -> list[object]:
        return [(term.field, [value.text for value in term.values], term.negated) for term in query.terms]

    assert said(parse(typed(shlex.split(text)))) == said(parse(text))
    if '"' in text:  # the shell left the marks: a query as it is
        assert said(parse(typed([text]))) == said(parse(text))


def test_a_stretch_of_the_facts(run: Run) -> None:
    _, whole, _ = run("type:CONSULT")
    assert run("type:CONSULT", "--limit", "2")[1] == whole[:2]
    assert run("type:CONSULT", "--offset", "3")[1] == whole[3:]
    assert run("type:CONSULT", "--offset", "1", "--limit", "2")[1] == whole[1:3]
    assert run("type:CONSULT", "--offset", "0", "--limit", "1")[1] == whole[:1]
    code, found, said = run("type:CONSULT", "--offset", "4")
    assert (code, found) == (1, []) and "smaller --offset" in said


# how it is found


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("", "SCAN f USING INDEX findings_in_time"),
        ("actor:blinken", "SEARCH p USING PRIMARY KEY (actor=?)"),
        ("actor:blinken,lavrov", "parties_by_actor (actor=?)"),
        ("type:ACCUSE", "events_by_type (type=?)"),
        ("place:kyiv,geneva", "events_by_place (place=?)"),
        ("lang:fa", "articles_by_lang (lang=?)"),
        ("src:voa", "articles_by_outlet (outlet=?)"),
        ("inferred:", "parties_inferred"),
        ("on:2022-01", "findings_in_time (<expr>=? AND date>? AND date<?)"),
        ("since:2022-01 until:2022-03-04", "findings_in_time (<expr>=? AND date>? AND date<?)"),
    ],
)
def test_an_index_finds_it(tmp_path: Path, query: str, index: str) -> None:
    made = write.open_for_writing(tmp_path / "store.db")
    for article in _articles():
        write.add_article(made, article)
    made.close()
    store = read.connect(tmp_path / "store.db")
    seen: list[str] = []
    store.set_trace_callback(seen.append)
    read.facts(store, query=asked(store, parse(query)), limit=1)
    store.set_trace_callback(None)
    (keys,) = (statement for statement in seen if statement.startswith(("SELECT f.id", "SELECT p.finding FROM app")))
    assert any(index in row[3] for row in store.execute(f"EXPLAIN QUERY PLAN {keys}"))


# completion


@pytest.mark.parametrize(
    ("text", "start", "options"),
    [
        ("s", 0, ("status:", "since:", "src:", "sure:")),
        ("lavrov -pl", 8, ("place:",)),
        ("mode:", 5, MODES),
        ("type:consult,ACC", 13, ("ACCUSE",)),
        ("-status:PL", 8, ("planned",)),
        ("place:", 6, ("Geneva", "Kyiv", '"New York"')),
        ("place:yo", 6, ('"New York"',)),
        ('place:Kyiv,"new y', 11, ('"New York"',)),
        ("lang:", 5, ("en", "fa", "it")),
        ("src:example", 4, ("edition.example.org",)),
        ("actor:blingen", 6, ('"Antony Blinken"',)),
        ("on:20", 5, ()),
        ("sure:", 5, ()),
        ("nonsense:x", 10, ()),
        ('"two s', 0, ()),
    ],
)
def test_completion_offers_what_may_stand_there(
    store: sqlite3.Connection, text: str, start: int, options: tuple[str, ...]
) -> None:
    assert completed(store, text, len(text)) == Completion(start, len(text), options)
    after = completed(store, text + " type:AID", len(text))
    assert (after.start, after.end, after.options) == (start, len(text), options)


@given(text=_ANY_TEXT, cursor=st.integers(-3, 50))
def test_completion_takes_any_text(text: str, cursor: int) -> None:
    made = complete(text, cursor, lambda field, typed: ["New York", 'a "b"', "c,d"])
    assert 0 <= made.start <= made.end <= len(text)


@given(
    field=st.sampled_from([name for name, field in FIELDS.items() if not field.date and not field.flag]),
    values=st.lists(st.text(min_size=1).filter(str.strip), max_size=3),
)
def test_a_completed_value_parses(field: str, values: list[str]) -> None:
    text = f"lavrov -{field}:"
    made = complete(text, len(text), lambda field, typed: values)
    for option in made.options:
        (_, term) = parse(text[: made.start] + option).terms
        assert term.field == field and len(term.values) == 1 and term.values[0].text.strip()
