"""The manual on the screen: taken apart, laid out, narrowed, turned."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import dashboard
from dateline.help import TOPICS, text
from dateline_tui.draw.layout import Runs
from dateline_tui.draw.manual import Entry, entries, having, lines
from dateline_tui.draw.widths import width
from dateline_tui.screens.main import MainScreen
from demo import make_store

PAGE = """\
# page: a title

A paragraph with `code` that
goes on.

- one item
  that goes on
- another

| word  | means    |
|-------|----------|
| `a\\|b` | this and |
|       | that     |
| `c`   | more     |

| x   | y | z |
|-----|---|---|
| `1` | 2 | 3 |

```sh
dateline help

# no heading
```
"""


def written(page: list[Runs]) -> list[str]:
    return ["".join(run.text for run in runs).rstrip() for runs in page]


def test_a_page_is_taken_apart() -> None:
    assert entries(PAGE) == (
        Entry("page: a title", kind="heading"),
        Entry("A paragraph with code that goes on."),
        Entry("- one item that goes on"),
        Entry("- another"),
        Entry("this and that", "a|b"),
        Entry("more", "c"),
        Entry("y 2; z 3", "1"),
        Entry("dateline help", kind="code"),
        Entry("", kind="code"),
        Entry("# no heading", kind="code"),
    )


def test_a_page_is_laid_out_for_the_width_there_is() -> None:
    assert written(lines(entries(PAGE), 24, "none")) == [
        "page: a title", "A paragraph with code", "that goes on.", "- one item that goes on", "- another", "",
        "  a|b  this and that", "  c    more", "  1    y 2; z 3", "", "  dateline help", "", "  # no heading",
    ]  # fmt: skip


def test_a_label_that_is_too_long_stands_above_its_text() -> None:
    page = [Entry("means this", "a long label"), Entry("that", "b")]
    assert written(lines(page, 20, "none")) == ["  a long label", "          means this", "  b       that"]


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("cells", [38, 78])
def test_every_topic_fits_and_loses_no_word(topic: str, cells: int) -> None:
    page = entries(text(topic))
    laid = lines(page, cells, "none")
    assert all(sum(width(run.text) for run in runs) <= cells for runs in laid)
    there = "".join("".join(written(laid)).split())
    assert all("".join(entry.text.split()) in there for entry in page if not entry.label and entry.kind != "heading")


def test_what_has_the_words_stands_under_its_heading() -> None:
    page = (Entry("One", kind="heading"), Entry("Türkçe words", "x"), Entry("other"), Entry("Two", kind="heading"))
    assert having(page, "turkce X") == page[:2]
    assert having(page, "two") == page[3:]
    assert having(page, "nothing") == ()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("manual") / "store.db")


async def test_the_manual_is_searched_turned_and_left(store: Path) -> None:
    async with dashboard(store, size=(80, 24)) as ui:
        await ui.press("question_mark")
        assert "[keys] query actors trust" in ui.text and "/ find" in ui.footer
        await ui.press("slash")
        await ui.type("citation")
        assert "copy the citation of the fact" in ui.text and "one row down" not in ui.text
        assert "Also in" in ui.text and "terminals" in ui.text
        await ui.press("enter", "tab")
        assert "[query]" in ui.text and "/citation" in ui.text
        await ui.press("shift+tab", "slash")
        await ui.type(" zzz")
        assert "Nothing here has these words" in ui.text
        await ui.press("escape")
        assert "one row down" in ui.text or "open the facts" in ui.text
        await ui.press("slash")
        await ui.type("quit")
        await ui.press("enter", "escape")
        assert "[keys]" in ui.text and "/quit" not in ui.text
        await ui.press("escape")
        assert isinstance(ui.app.screen, MainScreen)


async def test_every_topic_is_reached_and_q_leaves(store: Path) -> None:
    async with dashboard(store, size=(80, 24)) as ui:
        await ui.press("question_mark")
        for topic in (*TOPICS[1:], TOPICS[0]):
            await ui.press("tab")
            assert f"[{topic}]" in ui.text
        await ui.press("shift+tab", "G")
        assert f"[{TOPICS[-1]}]" in ui.text and "Ending" in ui.text
        await ui.press("slash", "q")  # a letter of a word
        assert "[terminals]" in ui.text
        await ui.press("escape", "q")
        assert isinstance(ui.app.screen, MainScreen)
