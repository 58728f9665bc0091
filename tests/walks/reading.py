"""Reading an article: its text, its names, its facts."""

from __future__ import annotations

from pages import Ui
from walks import walk


@walk(size=(140, 30))
async def with_a_cursor_in_the_text(ui: Ui) -> None:
    """In the article a cursor goes by line, word and name; gg and G go to its ends."""
    await ui.search.type("price").press("enter").facts.titled("Ned Price").press("enter").article.has_keys()
    await ui.article.press("g", "g").cursor_on("Blinken: Güvenlik").press("w").cursor_on("Güvenlik")
    await ui.article.press("b").cursor_on("Blinken: Güvenlik")
    await ui.article.press(")").cursor_on("ABD Dışişleri").press("(").cursor_on("Blinken: Güvenlik")
    await ui.article.press("(").notice.says("No actor is named further up")
    await ui.article.press("G").has("belirttim.").press("k").press("j")


@walk(size=(140, 30))
async def from_name_to_name(ui: Ui) -> None:
    """Enter on a name finds its actor; * follows the parties of a fact, and H leads back."""
    await ui.search.type("price").press("enter", "enter").article.press("g", "g").cursor_on("Blinken: Güvenlik")
    await ui.article.press("enter").facts.titled("Antony Blinken").has_keys()
    await ui.facts.press("H").article.has_keys().facts.titled("Ned Price")
    await ui.article.press("L").facts.titled("Antony Blinken")
    await ui.facts.press("/").type("phoned").press("enter").row_has("Blinken phoned Lavrov")
    await ui.facts.press("*").titled("Sergey Lavrov").press("*").titled("Antony Blinken")


@walk(size=(140, 30))
async def words_are_selected(ui: Ui) -> None:
    """v selects whole words from the cursor on; v or Esc ends it."""
    await ui.search.type("price").press("enter", "enter").article.press("g", "g")
    await ui.article.press("v").selects("Blinken").press("w", "w").selects("Blinken: Güvenlik konusundaki")
    await ui.article.press("escape").lacks("⟦").has_keys().press("v").has("⟦").press("v").lacks("⟦")


@walk(size=(140, 30))
async def facts_in_the_order_of_the_text(ui: Ui) -> None:
    """] and [ go from fact to fact of the article, and e tells how the one that is marked came about."""
    await ui.search.press("escape", "A").articles.press("j", "enter").facts.titled("Blinken: Güvenlik")
    await ui.facts.press("]").row_has("Blinken phoned Lavrov").article.marks("ABD Dışişleri Bakanı Antony Blinken, Rus")
    await ui.facts.press("[").row_has("Secretary of State").article.marks("ABD Dışişleri Bakanı Antony Blinken▐")
    await ui.facts.press("]", "enter").article.press("]").has("hazır olduğunu belirtti.▐")
    await ui.article.press("[").lacks("hazır olduğunu belirtti.▐")
    await ui.article.press("e").why.is_shown().has("Blinken phoned Lavrov", "rule noun: telefon görüşmesi")
    await ui.why.press("escape").is_hidden().article.has_keys()


@walk(size=(140, 30))
async def site_text_is_folded(ui: Ui) -> None:
    """Menus and related headlines are folded into one line, which Enter opens."""
    await ui.search.press("escape", "A", "2", "j").articles.row_has("Son dakika").press("tab", "tab", "G")
    await ui.article.has("lines of site text folded").press("enter").has("DSÖ, M çiçeği")
    await ui.article.press("enter").has("lines of site text folded")


@walk(size=(140, 30))
async def persian_and_the_unsure(ui: Ui) -> None:
    """Persian is prepared for terminals that do not know how; B leaves it to those that do. S hides unsure facts."""
    await ui.search.type("بلینکن").actors.first_is("Antony Blinken").has("ﻦﮑﻨﯿﻠﺑ")
    await ui.actors.press("enter").facts.press("B").article.has("سخنگوی وزارت خارجه آمریکا")
    await ui.facts.press("B").article.has("ﺎﮑﯾﺮﻣﺁ")
    await ui.facts.press("S").titled("sure only").at("1/20").press("S").at("1/33").lacks("sure only")


@walk()
async def by_rows_pages_and_numbers(ui: Ui) -> None:
    """Keys move as in vi and less; a number before a key repeats it, before G it names a row."""
    await ui.search.press("escape").actors.press("j").at("2/33").press("5", "j").at("7/33").press("k").at("6/33")
    await ui.actors.press("G").at("33/33").press("g", "g").at("1/33").press("1", "0", "G").at("10/33")
    await ui.actors.press("home").at("1/33").press("ctrl+d").at("11/33").press("ctrl+u").at("1/33")
    await ui.actors.press("space").at("21/33").press("ctrl+b").at("1/33")
    await ui.actors.press("9", "9", "9", "9", "9", "9", "9", "9", "j").at("33/33").press("5").footer.has("5")
    await ui.actors.press("escape").footer.lacks("5 ")
