"""Whatever is typed, pasted or piped: a search finds nobody or the right person, at once, and never fails."""

from __future__ import annotations

import contextlib
import io
import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dashboard import dashboard
from dateline.actors.letters import words
from dateline.actors.search import SCOPES, Scope, search
from dateline.cli import main
from dateline_tui import queries
from dateline_tui.draw.lists import actor_lines
from dateline_tui.draw.signs import UNICODE
from dateline_tui.entry import Entry
from dateline_tui.messages import RowsRead
from dateline_tui.screens.main import LONGEST_QUERY
from test_search import filled


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("any") / "store.db"
    filled(path).close()
    return path


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        yield connection


# -- letters that look alike, and what is not seen

ALIKE = {
    "Antony Blinken": [
        *("Вlinkеn", "ΒLINKEN", "Blіnkеп", "Blinкen", "Bliηken", "Blinkeո", "Блинкeн", "ʙʟɪɴᴋᴇɴ", "Blınken"),
        *("ＢＬＩＮＫＥＮ", "𝐁𝐥𝐢𝐧𝐤𝐞𝐧", "𝓑𝓵𝓲𝓷𝓴𝓮𝓷", "𝔹𝕝𝕚𝕟𝕜𝕖𝕟", "Ⓑⓛⓘⓝⓚⓔⓝ", "🄱🄻🄸🄽🄺🄴🄽"),
        *("Bl\u200dinken", "Bl\u034finken", "Blin\ufe0fken", "Blin\u00adken", "Blin\u2060ken", "Blin\u3164ken"),
        *("B\u0336l\u0336i\u0336n\u0336k\u0336e\u0336n\u0336", "Blin\U000e0041ken", "Bl\0inken", "Bli\ud83dnken"),
        *("🙂Blinken🙂", "@blinken", "«Blinken»", "B l i n k e n", "B.L.I.N.K.E.N", "bLiNkEn"),
        *("بلـــینکن", "ب\u200cلینکن", "\u200fبلینکن\u200e", "\u202bبلینکن\u202c\u061c", "ﺑﻠﯿﻨﮑﻦ", "بَلِینْکِن", "بلينكن"),
        *("\u202eBlinken\u202c", "\u2067Blinken\u2069", "  \t\n Blinken", "Blinken" + " " * 10_000),
        "".join(letter + "\u0301\u0323\u0489" * 5 for letter in "Blinken"),
    ],
    "Sergey Lavrov": ["Lаvrоv", "Lavrοv", "Λavrov", "ʟᴀᴠʀᴏᴠ", "Лаврoв", "Лавpoв", "لـاوروف", "ﻻوروف", "Lav\u200brov"],
    "Vladimir Putin": ["Рutin", "Ρutin", "Pυtin", "Putiп", "Путиn", "Пyтин", "پوتين", "ﭘﻮﺗﯿﻦ", "ᴘᴜᴛɪɴ", "P-U-T-I-N"],
}


@pytest.mark.parametrize("name", ALIKE)
def test_letters_that_look_alike_and_marks_that_are_not_seen(store: sqlite3.Connection, name: str) -> None:
    missed = [query for query in ALIKE[name] if [hit.name for hit in search(store, query)[:1]] != [name]]
    assert not missed, list(map(ascii, missed))


def test_words_of_one_script_keep_their_letters() -> None:
    for name in ("José", "Ђоковић", "Παπανδρέου", "Łukasz", "Nguyễn", "Գեւորգ", "ıbrahim", "şahin", "öztürk"):
        assert words(name) == [name.lower()]


# -- any text

MARKS = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u034f\ufe0f"
)
ODD = [
    *"'’`´.,-_%*\"\0\x1b\x7f\t\n\r\u2028 \u00a0🙂🏽🇮🇷\ud800\udfff\u0301\u0336\u0489\u20dd\u3164\u0e40",
    *"ーـﷺⅧ٣½₂ªßİıſﬁʙΒВв𝔅ⒷＢ𐐒ꓐ",
]
NAMES = ["Blinken", "بلینکن", "Блинкен", "பிடன்", "习近平", "이재명", "ラブロフ", "blin", "de", "al-", "Mc"]
PIECES = st.sampled_from([*MARKS, *ODD, *NAMES])
anything = st.lists(PIECES | st.characters(), max_size=12).map("".join) | st.text(max_size=30)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(text=anything, scope=st.sampled_from(SCOPES))
@example(text="\ud800", scope="exact")
@example(text="´" * 700, scope="script")
def test_any_text_is_searched_and_shown(store: sqlite3.Connection, text: str, scope: Scope) -> None:
    """As typed into the box: every hit names a spelling and a reason, and no line leaves its pane."""
    typed = Entry().typed(text)
    for query in (text, typed.text):
        hits = search(store, query, scope=scope)
        assert len({hit.actor for hit in hits}) == len(hits) <= 10
        assert all(0 < hit.score <= 100 and hit.matched and hit.why for hit in hits)
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    answer = queries.actors(1, (typed.text, scope))(store)
    assert isinstance(answer, RowsRead)
    for row in answer.rows:
        assert actor_lines(row.actor, row.hit, 25, "app", UNICODE)


@quick
@given(
    inside=st.text(MARKS, max_size=5),
    around=st.text([*MARKS, *'🙂🏽«»!?…()[]@#%&*+=~^|/<>"“„\0 \t\n\ud800'], max_size=9),
)
def test_what_is_no_letter_does_not_hide_a_name(store: sqlite3.Connection, inside: str, around: str) -> None:
    (hit,) = search(store, f"{around}Bl{inside}inken{around}", limit=1)
    assert (hit.name, hit.why) == ("Antony Blinken", "exact")


def find(path: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``dateline find``."""
    out, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        code = main(["--store", str(path), "find", *arguments])
    return code, out.getvalue(), told.getvalue()


@quick
@given(
    texts=st.lists(anything.filter(lambda text: "\n" not in text), max_size=5), scope=st.sampled_from(["", "--exact"])
)
def test_any_lines_are_answered_one_by_one(path: Path, tmp_path: Path, texts: Sequence[str], scope: str) -> None:
    file = tmp_path / "names.txt"
    file.write_bytes("".join(f"{text}\n" for text in texts).encode("utf-8", "surrogatepass"))
    code, out, told = find(path, "--batch", str(file), "--json", *filter(None, [scope]))
    lines = out.splitlines()
    assert (code, told, len(lines)) == (0, "", len(texts))
    for text, line in zip(texts, lines, strict=True):
        assert json.loads(line)["query"] == text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")
        assert "\x1b" not in line and "\u202e" not in line


@settings(quick, max_examples=40)
@given(text=anything)
def test_any_name_given_to_find_ends_in_an_answer_or_one_sentence(path: Path, text: str) -> None:
    code, out, told = find(path, "--", text)
    assert code in (0, 1, 2) and bool(out) == (code == 0) and told.count("\n") == (code != 0)
    assert not any(ord(char) < 32 and char != "\n" for char in out + told)


# -- very long text

LONG: dict[str, str] = {
    "a name again and again": "Blinken " * 1250,
    "one letter": "x" * 10_000,
    "an alphabet": "abcdefghijklmnopqrstuvwxyz" * 385,
    "words": " ".join(f"{a}{b}ob{c}a" for a in "bdfgk" for b in "aeiou" for c in "lmnrstvz")[:10_000] * 9,
    "Persian": "سرگئی لاوروف آنتونی بلینکن جو بایدن " * 278,
    "Chinese": "布林肯习近平" * 1666,
    "Korean words": "블링컨 김정은 이재명 " * 833,
    "Tamil": "பிளிங்கன் " * 1000,
    "ligatures": "ﷺ" * 10_000,
    "emoji": "🙂" * 10_000,
    "direction marks": "\u202e\u2066" * 5000,
    "marks on a letter": "a" + "\u0301" * 9999,
    "apostrophes": "a'b’" * 2500,
    "digits": "1234567890" * 1000,
    "letters one by one": "a b c d e f g h i j " * 500,
    "blanks, then a name": " " * 9993 + "Blinken",
    "ten megabytes": "Blinken Antony " * 700_000,
}


def seconds(call: Callable[[], object]) -> float:
    """The shortest of a few calls."""
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        call()
        spent.append(time.perf_counter() - began)
    return min(spent)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_ten_thousand_characters_are_answered_as_ten_are(store: sqlite3.Connection, text: str) -> None:
    ten = max(seconds(lambda query=query: search(store, query)) for query in ("blin kobam", "laworof jo", "serge pric"))
    assert seconds(lambda: search(store, text)) < 25 * ten + 0.02


def test_nobody_is_told_in_one_short_line_however_long_the_name(path: Path) -> None:
    code, out, told = find(path, "zqx" * 3_000_000)
    assert (code, out) == (1, "") and len(told) < 200 and told.count("\n") == 1


# -- the search box


async def test_whatever_is_pasted_into_the_search_box_is_searched(path: Path) -> None:
    async with dashboard(path) as ui:
        for text in (
            "\u202eبلینکن\u202c\0",
            "Вlinkеn",
            "🙂Blinken\n🙂",
            "\ud800Blinken",
            "𝐁𝐥𝐢𝐧𝐤𝐞𝐧\x1b[2J",
            "\u200bBlin\u200dken",
        ):
            await ui.paste(text)
            assert ui.row.startswith("● Antony Blinken"), ascii(text)
            assert not {"\x1b", "\u202e", "\0"} & set(ui.text)
            await ui.press("ctrl+u")
        for text in ("🙂" * 50, "\u0301" * 50, "\u202e\u2066", "٣" * 40, "ﷺ" * 40, "\u3164"):
            await ui.paste(text)
            assert len(ui.widths) == 1 and "fault" not in ui.text
            await ui.press("ctrl+u")


async def test_a_book_pasted_into_the_search_box_is_cut(path: Path) -> None:
    async with dashboard(path) as ui:
        await ui.paste("Blinken " * 1_300_000)
        assert len(ui.app.main.state.query.text) == LONGEST_QUERY
        assert ui.row.startswith("● Antony Blinken") and "Only the first 1,000 characters" in ui.text
        await ui.type("x")
        assert len(ui.app.main.state.query.text) == LONGEST_QUERY
        await ui.press("ctrl+u")
        await ui.paste("зжщ" * 3_000_000)
        assert "No name sounds like that" in ui.words("actors")


# -- what is loaded


def test_odd_names_are_loaded_left_out_and_counted_and_found_by_what_they_look_like(tmp_path: Path) -> None:
    odd = {
        **{
            "cyrillic": "Olaf Sсholz",
            "wide": "Ａｄａ Ｌｏｖｅｌａｃｅ",
            "small": "Gʀᴀᴄᴇ Hᴏᴘᴘᴇʀ",
            "emoji": "🙂 Bo Lee 🙂",
        },
        **{"struck": "J\u0336a\u0336n\u0336e\u0336 Roe", "spaced": "A\u3164da Byron"},
        **{"marked": "\u202bبلینکن\u202c", "joined": "مح\u0640\u0640مد علی"},
        **{
            "nothing": "",
            "faces": "🙂🙃",
            "marks": "\u202e\u200f\u2066",
            "dots": "...",
            "null": "A\0B",
            "half": "A\ud800",
        },
        **{"huge": "x" * 10_000_000, "long": "y" * 1001},
    }
    names = {
        **{"Scholz": "cyrillic", "Lovelace": "wide", "بلینکن": "marked", "محمد علی": "joined", "Hopper": "small"},
        **{"Jane Roe": "struck", "Ada Byron": "spaced", "Bo Lee": "emoji"},
    }
    lines = [json.dumps({"id": id, "schema": "Person", "properties": {"name": [name]}}) for id, name in odd.items()]
    (tmp_path / "odd.jsonl").write_text("\n".join(lines), "utf-8")
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        assert main(["--store", str(tmp_path / "s.db"), "actors", "import", str(tmp_path / "odd.jsonl")]) == 0
    assert "8 actors loaded." in told.getvalue() and "8 lines passed over." in told.getvalue()
    with contextlib.closing(sqlite3.connect(tmp_path / "s.db")) as store:
        assert {query: search(store, query)[0].actor for query in names} == names
        assert search(store, "x" * 10_000) == []
