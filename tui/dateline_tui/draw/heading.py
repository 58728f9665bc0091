"""What the title row of the article pane says, the most useful first, for it is cut where the pane ends."""

from __future__ import annotations

from dateline_tui.draw.article import Page
from dateline_tui.draw.layout import Piece
from dateline_tui.draw.signs import Signs

_PRECISION = {4: " (year only)", 7: " (month only)"}


def heading(page: Page, position: str, here: int, signs: Signs) -> tuple[Piece, ...]:
    """Position, facts of the sentence looked at, facts of the article, date with its precision, outlet, language.

    The article's title comes last, in no role: whoever draws it knows whether the pane has the keys.
    """
    dot = " - " if signs.ascii else " · "
    date, *others = page.data or ("no date",)
    language, outlet = others[:1], others[1:]
    about = [counted(page), date + _PRECISION.get(len(date) if date[:1].isdigit() else 0, ""), *outlet, *language]
    told = (Piece(f"  {_number(here, 'fact')} here", "found"),) if here else ()
    return (Piece(f"  {position}", "quiet"), *told, Piece("  " + dot.join(about), "quiet"), Piece("  " + page.title))


def counted(page: Page) -> str:
    """ "12 facts, 2 unsure, 1 rejected" """
    unsure = sum(not fact.sure and fact.kind != "role" for fact in page.facts)
    words = [_number(len(page.facts), "fact") if page.facts else "no facts"]
    words += [f"{unsure} unsure"] if unsure else []
    words += [f"{page.rejected} rejected"] if page.rejected else []
    return ", ".join(words)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
