"""Who is who, by the user's word: two names of one, one name of two, the name that is shown, likely duplicates."""

from __future__ import annotations

from contextlib import closing

from dateline.db.write import add_article, open_for_writing
from dateline.model import Actor, Article
from demo import extraction
from pages import Ui
from walks import walk

TWINS = "Marco Rossini met Ada Roe. Marko Rosini met nobody.\n"


def other_articles(ui: Ui) -> None:
    """Another program adds an article that names one man in two ways."""
    one, two = (Actor(f"person-{name.lower().replace(' ', '-')}", name, "person", (name,)) for name in
                ("Marco Rossini", "Marko Rosini"))  # fmt: skip
    ada = Actor("person-ada-roe", "Ada Roe", "person", ("Ada Roe",))
    with closing(open_for_writing(ui.path)) as store:
        for text, actors in ((TWINS, (one, ada)), ("Twice\n\nMarko Rosini said so, Marko Rosini said.\n", (two,))):
            assert add_article(store, extraction(Article(text, text.split("\n")[0], "en"), actors=actors))


@walk()
async def two_names_become_one_actor(ui: Ui) -> None:
    """= asks for the other actor by any spelling, shows both, and asks whose name stays; u takes it back."""
    await ui.search.type("price").press("enter").facts.titled("Ned Price").at("1/4").press("=")
    await ui.who.is_shown().titled("Ned Price is the same as").type("blink").row_has("Antony Blinken").press("ctrl+u")
    await ui.who.type("joli").row_has("Mélanie Joly").press("enter").is_hidden()
    await ui.choose.is_shown().titled("whose name stays?").row_has("Ned Price", "4 mentions, 4 facts", "Nad Prayas")
    await ui.choose.press("j").row_has("Mélanie Joly").press("k", "enter").is_hidden().facts.titled("Ned Price")
    await ui.facts.at("2/6").notice.says("Merged Mélanie Joly into Ned Price. u takes it back").title.has("32 actors")
    await ui.facts.press("u").at("1/4").title.has("33 actors").facts.press("=").who.press("escape").is_hidden()
    await ui.facts.press("=").who.type("joli").press("enter").choose.press("j", "enter").facts.titled("Mélanie Joly")
    await ui.facts.at("1/6").press("u").title.has("33 actors").facts.press("l", "=")
    await ui.notice.says("No actor is named at the cursor").article.press(")", ")", "=")
    await ui.who.titled("ﯽﻟﻮﺟ ﯽﻧﻼﻣ is the same as")
    await ui.who.press("escape").is_hidden().article.press("-").who.titled("ﯽﻟﻮﺟ ﯽﻧﻼﻣ is not the same as")
    await ui.who.press("escape").article.press("P").parts.titled("that name ﯽﻟﻮﺟ ﯽﻧﻼﻣ").press("q").is_hidden()


@walk()
async def two_are_not_the_same(ui: Ui) -> None:
    """- keeps two actors apart: = does not make one of them any more, until u takes that back."""
    await ui.search.press("escape").actors.press("/").type("price").press("enter").actors.row_has("Ned Price")
    await ui.actors.press("-").who.titled("is not the same as").type("macron").row_has("Emmanuel Macron")
    await ui.who.press("enter").is_hidden().notice.says("Not the same: Ned Price and Emmanuel Macron. u takes it back")
    await ui.actors.press("=").who.type("macron").press("enter").choose.press("enter")
    await ui.notice.says("was said not to be").title.has("33 actors")


@walk()
async def the_name_that_is_shown(ui: Ui) -> None:
    """C asks for the name to show, and offers the spellings of the articles."""
    await ui.search.type("blingen").press("enter", "C").prompt.is_shown().has("Antony Blinken", "Blingen 3")
    await ui.prompt.press("ctrl+u", "!", "enter").has("A name has letters").press("ctrl+u").type("blin")
    await ui.prompt.press("tab").has("▸ Blinken").press("enter").is_hidden().facts.titled("Blinken")
    await ui.notice.says("Renamed Antony Blinken to Blinken. u takes it back").facts.press("h")
    await ui.actors.first_is("Blinken").press("u").first_is("Antony Blinken")


@walk(size=(120, 14))
async def some_articles_mean_somebody_else(ui: Ui) -> None:
    """P lists the articles that name the actor: space marks those that mean somebody else, Enter asks who that is."""
    await ui.search.type("blingen").press("enter", "P").parts.is_shown().at("1/4").titled("that name Antony Blinken")
    await ui.parts.row_has("2022-02", "Blinken").press("ctrl+f").at("4/4")
    await ui.parts.press("escape").is_hidden().facts.at("1/33").press("P")
    await ui.parts.press("s").titled("3 marked").notice.says("3 articles print Blinken: marked. s again")
    await ui.parts.press("s").lacks("marked").press("G", "s").choose.titled("articles that print").press("j", "enter")
    await ui.parts.titled("1 marked").press("s").choose.press("j", "enter").parts.lacks("1 marked").press("g", "g")
    await ui.parts.press("4", "space", "enter").has_keys().notice.says("All are marked").parts.press("space", "g", "g")
    await ui.parts.press("space").at("2/4").titled("2 marked").lacks("✓ 2022-02").press("space").titled("1 marked")
    await ui.parts.press("g", "g", "space").titled("2 marked").has("✓ 2022-02")
    await ui.parts.press("enter").prompt.is_shown().has("2 articles mean somebody else").type("Tony Blink")
    await ui.prompt.press("enter").is_hidden().title.has("34 actors").facts.titled("Antony Blinken").lacks("1/33")
    await ui.notice.says("Split Tony Blink (2 articles) off Antony Blinken. u takes it back")
    await ui.facts.press("s", "ctrl+u").type("tony").actors.has("Tony Blink")
    await ui.search.press("enter").facts.titled("Tony Blink").press("u").title.has("33 actors")
    await ui.facts.titled("Antony Blinken")


@walk()
async def likely_duplicates(ui: Ui) -> None:
    """d shows pairs that may be one, side by side; what is decided leaves, and u brings it back."""
    other_articles(ui)
    await ui.program.hears_of_others().actors.press("escape", ".", "d").duplicates.is_shown().titled("1/")
    await ui.duplicates.has("▸ ● Marko Rosini", "● Marco Rossini", "‹Marko Rosini› said so").press("tab")
    await ui.duplicates.has("▸ ● Marco Rossini").press("-").notice.says("Not the same: Marko Rosini and Marco Rossini")
    await ui.duplicates.lacks("Rossini").press("u").has("▸ ● Marko Rosini").press("=").lacks("Rossini")
    await ui.notice.says("Merged Marco Rossini into Marko Rosini").duplicates.press("u").has("▸ ● Marko Rosini")
    await ui.duplicates.press("ctrl+r").lacks("Rossini").press("u").has("▸ ● Marko Rosini")
    await ui.duplicates.press("tab", "enter").is_hidden().facts.titled("Marco Rossini").press("h", "d")
    await ui.duplicates.is_shown().press("q").is_hidden()
