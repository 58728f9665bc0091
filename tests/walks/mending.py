"""Mending what was extracted: nothing is lost, and u takes everything back."""

from __future__ import annotations

from pages import Ui
from walks import walk


@walk()
async def a_wrong_fact_is_rejected(ui: Ui) -> None:
    """x hides a fact and counts it in the title; a filter shows it again; u and ctrl-r go back and forth."""
    await ui.search.type("blingen").press("enter").facts.press("j").row_has("held talks with Joly")
    await ui.facts.press("x").at("2/32").lacks("Joly").title.has("1 rejected").notice.says("u takes it back")
    await ui.facts.press("u").at("2/33").row_has("Joly").title.lacks("rejected")
    await ui.facts.press("ctrl+r").lacks("Joly").title.has("1 rejected")
    await ui.facts.press("f").type("rejected:").press("enter").facts.at("1/1").row_has("Joly")
    await ui.facts.press("x").title.lacks("rejected")


@walk()
async def what_a_fact_says_is_corrected(ui: Ui) -> None:
    """c opens a form with what the words say; Tab goes through what may stand in a line."""
    await ui.search.type("blingen").press("enter").facts.press("/").type("phoned").press("enter")
    await ui.facts.press("c").form.is_shown().has("type CONSULT", "mode phone", "source Antony Blinken")
    await ui.form.press("ctrl+u").type("accu").has("ACCUSE").press("tab").has("type ACCUSE")
    await ui.form.press("down").on("mode").press("down").on("status").press("shift+tab").on("mode")
    await ui.form.press("down", "ctrl+u").type("done").press("enter").has("'done'").is_shown()
    await ui.form.press("ctrl+u").type("denied").press("enter").is_hidden().facts.has("corrected")
    await ui.facts.press("u").lacks("corrected").press("c").form.press("escape").is_hidden()


@walk(size=(120, 30))
async def a_fact_is_made_of_the_words(ui: Ui) -> None:
    """+ makes a fact of the words selected: what kind it is, who, and to whom."""
    await ui.search.type("price").press("enter", "enter").article.press("g", "g", "v", "w").selects("Blinken: Güvenlik")
    await ui.article.press("+").choose.is_shown().row_has("event").press("j").row_has("statement").press("k")
    await ui.choose.press("enter").form.is_shown().has("A new event").type("consult").press("up", "up").type("+Ada Roe")
    await ui.form.press("enter").is_hidden().notice.says("u takes it back").title.has("103 facts", "34 actors")
    await ui.article.press("u").title.has("102 facts", "33 actors")


@walk()
async def flags_notes_and_what_was_read(ui: Ui) -> None:
    """! flags a fact and i writes a note on it; R marks the article as read."""
    await ui.search.type("blingen").press("enter").facts.press("!").row_has("flagged").press("!").lacks("flagged")
    await ui.facts.press("i").prompt.is_shown().type("ask the desk").press("enter").is_hidden()
    await ui.facts.has("note").notice.says("Note")
    await ui.facts.press("R").notice.says("Marked as read").facts.press("A").articles.has("read")


@walk()
async def an_article_is_dated_and_removed(ui: Ui) -> None:
    """D sets the date of an article and works its facts out again; X removes it with its facts after one question."""
    await ui.search.press("escape", "A", "j").articles.row_has("no date · tr").press("D")
    await ui.prompt.is_shown().type("2022-02-30").press("enter").has("not in the calendar").press("ctrl+u")
    await ui.prompt.type("2022-02-02").press("enter").is_hidden().articles.row_has("2022-02-02 · tr")
    await ui.articles.press("u").row_has("no date · tr")
    await ui.articles.press("X").choose.is_shown().has("Remove “Blinken: Güvenlik").press("q").is_hidden()
    await ui.articles.at("2/5").press("X").choose.press("enter").articles.at("2/4").lacks("Blinken: Güvenlik")
    await ui.title.has("4 articles").articles.press("u").has("Blinken: Güvenlik").title.has("5 articles")


@walk()
async def an_article_is_added(ui: Ui) -> None:
    """a takes a path or the text itself, with the date and address it has."""
    await ui.search.press("escape").actors.press("a").add.is_shown().has("Path or text")
    await ui.add.press("enter").has("Give a path").paste("Blinken met Lavrov in Geneva.\n\nThey spoke for two hours.\n")
    await ui.add.has("characters pasted").press("tab").on("Date")
    await ui.add.type("2022-01-99").press("enter").has("not in the calendar")
    await ui.add.press("ctrl+u").type("2022-01-21").press("down").type("ftp:").press("enter").has("no web address")
    await ui.add.press("ctrl+u", "shift+tab").on("Date").type("1").has("2022-01-211").press("backspace")
    await ui.add.press("enter").is_hidden().title.has("6 articles").articles.at("6/6").row_has("2022-01-21 · en")
    await ui.articles.press("a").add.press("escape").is_hidden()


@walk(readonly=True)
async def a_store_that_is_only_read(ui: Ui) -> None:
    """With --read-only nothing is changed, and that is said."""
    await ui.title.has("read-only").search.type("blingen").press("enter").facts.press("x")
    await ui.notice.says("--read-only").facts.at("1/33").press("a").add.is_hidden().notice.says("--read-only")
