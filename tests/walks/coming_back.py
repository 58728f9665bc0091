"""Coming back to where one has been; one pane alone; actions by their names; leaving."""

from __future__ import annotations

from pages import Ui
from walks import walk


@walk()
async def back_and_forward(ui: Ui) -> None:
    """ctrl-o or H leads back through actors, facts and filters, L forward."""
    await ui.search.type("blingen").press("enter").facts.press("/").type("phoned").press("enter", "enter")
    await ui.article.press("f").type("type:ACCUSE").press("enter").facts.titled("f type:ACCUSE")
    await ui.facts.press("ctrl+o").article.has_keys().facts.titled("Antony Blinken").row_has("phoned")
    await ui.article.press("2", "H").search.has_keys().press("escape", "escape")
    await ui.actors.press("L").facts.has_keys().titled("Antony Blinken").press("2", "L").titled("f type:ACCUSE")
    await ui.facts.press("L").notice.says("There is nothing further on")


@walk()
async def marks(ui: Ui) -> None:
    """m and a letter mark a place, ' and the letter come back to it."""
    await ui.search.type("lavrov").press("enter").facts.press("j").at("2/17")
    await ui.facts.press("m", "a").notice.says("Marked with a")
    await ui.facts.press("s", "ctrl+u").type("macron").press("enter").facts.titled("Emmanuel Macron")
    await ui.facts.press("'", "a").titled("Sergey Lavrov").at("2/17")
    await ui.facts.press("'", "z").notice.says("There is no mark z: there are a.")


@walk()
async def panes(ui: Ui) -> None:
    """Tab, h and l go from pane to pane; z shows one alone; a narrow window shows fewer."""
    await ui.search.press("escape").actors.press("l").facts.has_keys().press("right").article.has_keys()
    await ui.article.press("tab").actors.has_keys().press("shift+tab").article.has_keys().press("h").facts.has_keys()
    await ui.facts.press("z").actors.is_hidden().article.is_hidden().facts.press("z").actors.is_shown()
    await ui.facts.press("z").actors.is_hidden().facts.press("escape").actors.is_shown()
    await ui.facts.resize(80, 24).actors.is_hidden().article.is_shown().resize(40, 12).article.is_hidden()


@walk()
async def actions_by_their_names(ui: Ui) -> None:
    """: asks for an action by its name, or for a row by its number."""
    await ui.search.press("escape").actors.press(":").prompt.is_shown().type("bott").has("to the last row")
    await ui.prompt.press("tab").has("bottom").press("enter").is_hidden().actors.at("33/33")
    await ui.actors.press(":").type("7").press("enter").actors.at("7/33")
    await ui.actors.press(":").type("serch").press("enter").prompt.has("the nearest is 'search'").press("ctrl+u")
    await ui.prompt.type("search macron").press("enter").actors.first_is("Emmanuel Macron")


@walk()
async def the_manual(ui: Ui) -> None:
    """? shows the manual, a topic at a time; / narrows it to what has some words."""
    await ui.search.press("?").help.is_shown().titled("[keys]").has("open the facts of the actor")
    await ui.help.press("tab").titled("[query]").press("shift+tab").titled("[keys]").lacks("Ending")
    await ui.help.press("/").narrow.is_shown().type("citation").has("copy the citation").lacks("one row down")
    await ui.narrow.press("tab").titled("[query]").press("shift+tab").titled("[keys]")
    await ui.narrow.press("enter").help.has_keys().titled("/citation").press("escape").lacks("/citation")
    await ui.help.press("/").type("quit").narrow.press("escape").help.has_keys().has("open the facts of the actor")
    await ui.help.press("space").lacks("open the facts of the actor").press("ctrl+b").has("open the facts of the actor")
    await ui.help.press("q").is_hidden()
    await ui.search.press("?").help.is_shown().press("escape").is_hidden()


@walk()
async def colours(ui: Ui) -> None:
    """T changes the colours: dark, light, or the terminal's own."""
    await ui.search.press("escape").actors.press("T").notice.says("Colours: light").program.in_ink("#000000")
    await ui.actors.press("T").notice.says("Colours: the terminal's own").program.in_ink("default")


@walk()
async def q_leaves(ui: Ui) -> None:
    """q steps back as Esc does, and leaves from a list; ctrl-z puts the program aside."""
    await ui.search.type("macron").press("enter").facts.press("ctrl+z").program.put_aside(1)
    await ui.facts.press("q").actors.has_keys().press("q").program.left(0)


@walk()
async def ctrl_c_leaves_from_anywhere(ui: Ui) -> None:
    """ctrl-c leaves at once, also where something is typed."""
    await ui.search.press("escape").actors.press("f").prompt.type("act").press("ctrl+c").program.left(130)
