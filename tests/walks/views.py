"""Facts from further away: in time, and who meets whom. And what other programs do meanwhile."""

from __future__ import annotations

from contextlib import closing

from dateline import deciding
from dateline.db.read import facts
from dateline.db.write import open_for_writing
from pages import Ui
from walks import walk


@walk()
async def in_time(ui: Ui) -> None:
    """t shows when the listed facts were, by day, week or month; Enter lists those of one time."""
    await ui.search.type("russia").press("enter").facts.titled("Russia").press("t").timeline.is_shown().titled("by day")
    await ui.timeline.row_has("2022-01-10").press("w").titled("by week").row_has("2022-01-10 to 01-16")
    await ui.timeline.press("m").titled("by month").row_has("2022-01").press("d").titled("by day")
    await ui.timeline.press("enter").is_hidden().facts.row_has("2022-01-10").at("1/1")
    await ui.notice.says("H goes back to all").facts.press("H").titled("Russia").at("1/19")
    await ui.facts.press("t").timeline.press("j").row_has("2022-03").press("q").is_hidden()


@walk()
async def who_with_whom(ui: Ui) -> None:
    """r lists pairs of actors and how often; Enter lists the pair's facts, t shows them in time."""
    await ui.search.type("blinken").press("enter").facts.press("r").relations.is_shown().row_has("Russia 6")
    await ui.relations.press("j").row_has("Sergey Lavrov 4", "CONSULT 4")
    await ui.relations.press("t").timeline.is_shown().titled("Sergey Lavrov").press("escape").is_hidden()
    await ui.relations.is_shown().press("enter").is_hidden().facts.at("1/4").has("Blinken phoned Lavrov")
    await ui.facts.press("H", "r").relations.is_shown().press("q").is_hidden()


@walk()
async def what_others_do_meanwhile(ui: Ui) -> None:
    """What another program did to the store is told in the title, and shown when . asks for it."""
    await ui.search.press("escape").title.lacks("changed elsewhere")
    with closing(open_for_writing(ui.path)) as store:
        deciding.reject(store, "another", [next(iter(facts(store))).id])
    await ui.program.hears_of_others().title.has("changed elsewhere: . shows it").lacks("rejected")
    await ui.actors.press(".").title.has("1 rejected").lacks("changed elsewhere")


@walk(store="empty")
async def an_empty_store(ui: Ui) -> None:
    """Every pane says what to press; no key does harm where there is nothing."""
    await ui.actors.has("Esc leaves this box, then a adds an article").press("escape").has("No actors yet. a adds")
    await ui.facts.has("Choose an actor or an article").article.has("a adds an article").footer.lacks("Enter")
    for key in ("x", "c", "!", "i", "e", "y", "Y", "D", "X", "R", "w", "=", "-", "C", "P"):
        await ui.actors.press(key).has_keys().notice.has("here")
    await ui.actors.press("t").notice.says("Nothing is listed").actors.press("u").notice.says("nothing that could")
