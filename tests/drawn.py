"""What the article pane shows of a whole article, without a running app."""

from __future__ import annotations

from dateline_tui.draw.article import Marks, Page
from dateline_tui.draw.laid import Laid
from dateline_tui.draw.layout import Line, Mode


def page_lines(page: Page, marks: Marks, cells: int, mode: Mode) -> list[Line]:
    """The whole article, ``cells`` wide: title, data about it, an empty line, then the text."""
    laid = Laid(page, marks, cells, mode)
    return [line for block in range(len(laid.blocks) + 1) for line in laid.lines(block)]
