"""Finding somebody, and the words that say it."""

from __future__ import annotations

from pages import Ui
from walks import walk


@walk()
async def a_name_however_it_is_spelt(ui: Ui) -> None:
    """The dashboard starts in the search box: a name is typed as it is heard, in any script."""
    await ui.search.has_keys().is_empty()
    await ui.actors.type("Blingen").first_is("Antony Blinken").has("Blingen: exact", "Blinken 18")
    await ui.search.press("ctrl+u").is_empty().type("پوتین").actors.first_is("Vladimir Putin")
    await ui.search.press("ctrl+u").type("lvrvxq").actors.has("No name sounds like that", "Nearest:")
    await ui.actors.has("Nearest: Sergey Lavrov").search.press("escape").is_empty().has_keys()
    await ui.search.press("escape").actors.has_keys()


@walk()
async def which_spellings_count(ui: Ui) -> None:
    """^t in the box, v in the list: only exact names, only this script, all again; typing on changes nothing of it."""
    await ui.search.type("Blinken").actors.titled("Actors 1/1 all").has("Blinken: exact", "seen in 4 articles:")
    await ui.search.type("m").actors.at("1/1").first_is("Antony Blinken").has("Blinkenm ~ Blinken: +m")
    await ui.search.press("ctrl+t").actors.titled("Actors 0 exact").has("No name is spelt so.")
    await ui.actors.has("Nearest: Antony Blinken", "^t searches whatever sounds so in that script.")
    await ui.search.press("backspace").shows("Blinken").actors.titled("Actors 1/1 exact").has("Blinken: exact")
    await ui.search.press("ctrl+u").is_empty("a name, exactly so").type("Блинкен").actors.has("No name is spelt so")
    await ui.search.press("ctrl+t").actors.titled("Actors 0 this script").has("No name in that script sounds so")
    await (
        ui.search.press("ctrl+t")
        .actors.titled("Actors 1/1 all")
        .row_has("Antony Blinken", "блинкен: BLNKN, in Blinken")
    )
    await ui.search.press("enter").facts.has_keys().press("escape").actors.has_keys()
    await ui.footer.has("v exact").actors.press("v").titled("Actors 0 exact").has("v searches whatever sounds so")
    await ui.actors.press("v").titled("Actors 0 this script").press("v").titled("Actors 1/1 all").press("v")
    await ui.actors.titled("Actors 0 exact").press("escape").at("1/33").lacks("exact").press("s").search.is_empty()


@walk()
async def every_spelling(ui: Ui) -> None:
    """w tells how the articles spell an actor, in Latin letters too, where, how often and when."""
    await ui.search.type("Blingen").press("escape", "escape").actors.has_keys().press("/").type("Blinken")
    await ui.actors.press("enter").row_has("Antony Blinken")
    await ui.actors.press("w").names.is_shown().titled("Every spelling of Antony Blinken")
    await ui.names.has("Blinken Latin, 18 mentions", "14 2022-02 tr", "Blingen Latin, 3 mentions 3 undated it")
    await ui.names.has("ﻦﮑﻨﯿﻠﺑ Blinkan Arabic, 3 mentions").press("B").names.has("بلینکن").press("w").is_hidden()
    await ui.actors.has_keys()


@walk()
async def from_a_name_to_the_words_and_their_citation(ui: Ui) -> None:
    """Enter opens the facts, Enter goes to the words, y takes the citation along, Esc leads back step by step."""
    await ui.actors.type("Blingen").press("enter").facts.has_keys().titled("Antony Blinken").at("1/33")
    await ui.facts.press("/").type("phoned").press("enter").row_has("Blinken phoned Lavrov")
    await ui.facts.press("enter").article.has_keys().marks("ABD Dışişleri Bakanı Antony Blinken, Rus mevkidaşı")
    await ui.article.press("y").copied.is_shown().has("“ABD Dışişleri Bakanı Antony Blinken")
    await ui.clipboard.has("Blinken phoned Lavrov", "fact ")
    await ui.copied.press("escape").is_hidden().article.has_keys()
    await ui.article.press("escape").facts.has_keys()
    await ui.facts.press("escape").actors.has_keys()


@walk()
async def typing_in_the_search_box(ui: Ui) -> None:
    """A line is typed as anywhere else, and the arrows go through what it finds without leaving it."""
    await ui.search.type("joe bidenn").press("backspace").shows("joe biden").press("ctrl+w").shows("joe")
    await ui.search.press("left", "left").cursor_on("e").press("left").cursor_on("oe").press("right").cursor_on("e")
    await ui.search.press("home").cursor_on("joe").type("x").shows("xjoe").press("end").cursor_on("")
    await ui.search.type("y").shows("xjoe y").press("ctrl+u").is_empty()
    await ui.actors.at("1/33").press("down").at("2/33").press("down").at("3/33").press("up").at("2/33")
    await ui.actors.press("pagedown").at("22/33").press("pageup").at("2/33").search.has_keys()
    await ui.search.press("tab").facts.has_keys().press("s").search.has_keys().press("shift+tab").article.has_keys()


@walk()
async def through_the_articles(ui: Ui) -> None:
    """A lists the articles instead of the actors; their facts and texts are opened in the same way."""
    await ui.search.press("escape").actors.press("A").articles.is_shown().at("1/5").row_has("2022-02 · tr")
    await ui.articles.press("G").row_has("Dopo l’incontro di Lavrov").at("5/5")
    await ui.articles.press("enter").facts.has_keys().titled("Dopo l’incontro").at("1/18")
    await ui.facts.press("j", "enter").article.has_keys().has("Ginevra")
    await ui.article.press("A").actors.has_keys()


@walk()
async def words_of_a_pane(ui: Ui) -> None:
    """/ looks in the pane that has the keys: names, facts or the text; n and N go on."""
    await ui.search.press("escape").actors.press("/").prompt.is_shown().has("a name, then Enter")
    await ui.prompt.type("Price").press("enter").is_hidden().actors.row_has("Ned Price")
    await ui.actors.press("enter").facts.titled("Ned Price")
    await ui.facts.press("s", "ctrl+u").type("blinken").press("enter").facts.titled("Antony Blinken")
    await ui.facts.press("/").type("lavrov").press("enter").row_has("may meet Lavrov")
    await ui.facts.press("n").row_has("Blinken phoned Lavrov").press("n").row_has("Blinken stated, as reported: ABD")
    await ui.facts.press("N").row_has("Blinken phoned Lavrov")
    await ui.facts.press("/").type("quokka").press("enter").notice.says("“quokka” does not stand in this pane.")
    await ui.facts.press("/", "up").prompt.has("quokka").press("up").has("lavrov").press("down").has("quokka")
    await ui.prompt.press("escape").is_hidden()
    await ui.facts.press("enter", "/").type("müttefik").press("enter").article.cursor_on("müttefiklerinin")
