"""What the title row of the article pane says: as much as there is room for, the most useful first."""

from __future__ import annotations

from dateline_tui.draw.article import Page
from dateline_tui.draw.layout import Piece
from dateline_tui.draw.signs import Signs
from dateline_tui.draw.widths import width

_PRECISION = {4: " (year only)", 7: " (month only)"}
_ORDER = ("position", "here", "outlet", "date", "language", "facts")
_LEAST_TITLE = 12  # cells below which the article's title is left out


def heading(page: Page, position: str, here: int, cells: int, signs: Signs) -> tuple[Piece, ...]:
    """Position, the facts of the sentence looked at if several, outlet, date, language, facts, then the title.

    Whole words are left out where ``cells`` do not suffice: first the title, then outlet and language. The title has no
    role: whoever draws it knows whether the pane has the keys.
    """
    dot = " - " if signs.ascii else " · "
    date, *others = page.data or ("no date",)
    language, outlet = "".join(others[:1]), "".join(others[1:2])
    precision = _PRECISION.get(len(date), "") if date[:1].isdigit() else ""
    facts = _number(len(page.facts), "fact") if page.facts else "no facts"
    wordings = {  # the fullest first
        "position": (position,),
        "here": (f"{_number(here, 'fact')} here" if here > 1 else "",),
        "date": (date + precision, date),
        "facts": (facts + _judged(page), facts),
        "language": (language,),
        "outlet": (outlet,),
    }
    kept = {"position": position}
    room = cells - width(position)
    for name, words in wordings.items():
        text = next((text for text in words if width(text) + len(dot) <= room), "")
        if text and name not in kept:
            kept[name] = text
            room -= width(text) + len(dot)
    shown = [name for name in _ORDER if name in kept]
    pieces = [Piece("  " if i == 0 else dot, "quiet") for i in range(len(shown))]
    texts = [Piece(kept[name], "found" if name == "here" else "quiet") for name in shown]
    title = [Piece("  " + page.title)] if room >= _LEAST_TITLE and page.title else []
    return (*(piece for pair in zip(pieces, texts, strict=True) for piece in pair), *title)


def _judged(page: Page) -> str:
    """ ", 2 unsure, 1 rejected" """
    unsure = sum(not fact.sure and fact.kind != "role" for fact in page.facts)
    counted = ((unsure, "unsure"), (page.rejected, "rejected"))
    return "".join(f", {count} {what}" for count, what in counted if count)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
