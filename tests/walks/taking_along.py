"""Taking a citation or an article along to other programs."""

from __future__ import annotations

from pages import Ui
from walks import walk

#: a pager that ends badly unless it is given the article, and no browser
READER = {"PAGER": "grep -q mevkidaşı", "BROWSER": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


@walk()
async def other_forms_of_a_citation(ui: Ui) -> None:
    """Y copies the fact in another form."""
    await ui.search.type("blingen").press("enter").facts.press("/").type("phoned").press("enter", "Y")
    await ui.choose.is_shown().has("Markdown", "JSON").press("j").row_has("Markdown").press("enter")
    await ui.copied.is_shown().has("> “ABD Dışişleri Bakanı").clipboard.has("> “ABD Dışişleri Bakanı")
    await ui.copied.press("q").is_hidden()


@walk(environ=READER)
async def an_article_in_other_programs(ui: Ui) -> None:
    """o opens the address, or the text where there is none; | gives the text to a command and shows what it prints."""
    await ui.search.type("price").press("enter").facts.press("o").notice.says("so its text was shown with grep")
    await ui.facts.press("|").prompt.is_shown().type("grep -c Blinken").press("enter").is_hidden()
    await ui.output.is_shown().titled("| grep -c Blinken").comes_to("11").press("enter").is_hidden()
