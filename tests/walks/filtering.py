"""Filters: which facts are listed."""

from __future__ import annotations

from pages import Ui
from walks import walk


@walk()
async def a_query_narrows_the_facts(ui: Ui) -> None:
    """f asks for a query; Tab completes fields and values; what is wrong is pointed at; empty shows all again."""
    await ui.search.press("escape").actors.press("f").prompt.is_shown().type("ty").press("tab").has("type:")
    await ui.prompt.type("cons").has("CONSULT").press("tab").has("type:CONSULT").press("enter").is_hidden()
    await ui.facts.titled("f type:CONSULT").at("1/22")
    await ui.facts.press("f", "ctrl+u").type("type:CONSLT").press("enter")
    await ui.prompt.has("the nearest is 'CONSULT'", "^^^^^^")
    await ui.prompt.press("escape").is_hidden().facts.titled("f type:CONSULT")
    await ui.facts.press("f").type(" status:denied").press("enter").facts.has("No fact passes the filter")
    await ui.facts.has("Without status:denied there are 22").press("f", "ctrl+u", "enter").lacks("f type:CONSULT")
    await ui.notice.says("All facts are shown again.")


@walk()
async def filters_are_kept_under_names(ui: Ui) -> None:
    """F lists the filters that have a name; the present one is kept under one, and one can go."""
    await ui.search.press("escape").actors.press("F").notice.says("No filter has a name yet")
    await ui.actors.press("f").type("actor:lavrov mode:phone").press("enter").facts.at("1/1")
    await ui.facts.press("F").choose.is_shown().press("enter").prompt.has("Name for the filter").type("calls")
    await ui.prompt.press("enter").is_hidden().notice.says("Saved the filter 'calls'")
    await ui.facts.press("f", "ctrl+u", "enter").facts.press("F").choose.row_has("calls actor:lavrov mode:phone")
    await ui.choose.press("enter").is_hidden().facts.titled("f actor:lavrov mode:phone")
    await ui.facts.press("F").choose.press("G").row_has("drop").press("g", "g").row_has("calls")
    await ui.choose.press("escape").is_hidden()
