"""The source article with the chosen fact's words marked, and a text cursor in it."""

from __future__ import annotations

from textual.geometry import Region

from dateline_tui.caret import facts_in, sentence_at
from dateline_tui.draw.article import Marks, Page
from dateline_tui.draw.blocks import folds
from dateline_tui.draw.heading import heading
from dateline_tui.draw.laid import TOP, Laid, Place, with_caret
from dateline_tui.draw.layout import Line, Piece, Run, Runs, lay_out
from dateline_tui.draw.widths import width
from dateline_tui.panes.pane import Look, Pane


class ArticlePane(Pane):
    """Text on the right: scrolled as little as needed for its cursor, or to the words of a fact.

    ``caret`` is an offset in the article's text; whoever owns the state moves it with ``put_caret``.
    """

    noun = "Article"

    def __init__(self, look: Look, id: str | None = None) -> None:
        super().__init__(look, id)
        self.page: Page | None = None
        self.marks = Marks(signs=look.signs, unfold=look.key("choose", "article"))
        self._to: int | None = None  # the offset that was to be read last
        self.caret: int | None = None
        self.top = TOP
        self.unfolded: frozenset[int] = frozenset()  # where the folds begin that stand open
        self._column: int | None = None  # the cell that the cursor keeps to while it moves by lines
        self._laid: Laid | None = None
        self._drawn_title: tuple[Piece, ...] = ()

    def show(self, page: Page | None, marks: Marks, *, to: int | None) -> None:
        """Shows an article with these marks and scrolls so that offset ``to`` can be read; None leaves the place."""
        other = (page and page.hash) != (self.page and self.page.hash)
        if other:
            self.unfolded, self.top, self._column = frozenset(), TOP, None
        if page is not self.page or marks != self.marks:
            self.page, self.marks = page, marks
            self._laid = None
            self.refresh()
        self._to = to
        if (
            self.display and to is not None
        ):  # while nobody sees it, it is neither laid out nor scrolled: on_resize does it
            self._go_to(to)

    def told(self, page: Page) -> None:
        """Takes over what became known of the article shown that changes no line of it."""
        self.page = page
        self._refresh_title()

    def title(self) -> tuple[Piece, ...]:
        self._drawn_title = self._title()
        return self._drawn_title

    def _title(self) -> tuple[Piece, ...]:
        page, pieces = self.page, super().title()
        if page is None:
            return pieces
        at = self.caret if self.caret is not None else next((start for start, _end in self.marks.words), None)
        place = self.top if at is None else self.laid.place_of(at)
        here = None if at is None else sentence_at(page.text, page.sentences, at)
        facts = 0 if here is None else facts_in(page.facts, here)
        room = self.cells - sum(width(piece.text) for piece in pieces) - 2
        about = heading(page, self.laid.position(place), facts, room, self.look.signs)
        return (
            *pieces,
            *(piece._replace(role=piece.role or ("strong" if self.active else "quiet")) for piece in about),
        )

    @property
    def room(self) -> int:
        """Lines of text on the screen."""
        return max(self.size.height - 1, 1)

    @property
    def laid(self) -> Laid:
        """The article for the present width; its lines are laid out when they are asked for."""
        cells, mode = max(self.cells - 1, 1), self.look.mode
        laid = self._laid
        if laid is None or (laid.cells, laid.mode) != (cells, mode):
            page = self.page or Page("", "", (), None, "")
            laid = self._laid = Laid(page, self.marks, cells, mode, self.unfolded)
            self.top = laid.top_for(laid.moved(self.top, 0), self.room) if self.top.block <= len(laid.blocks) else TOP
        return laid

    # -- the cursor

    def put_caret(self, offset: int | None, *, keep_column: bool = False) -> None:
        """Puts the cursor there, scrolls as little as needed and repaints the lines that change."""
        before, self.caret = self.caret, offset
        if not keep_column:
            self._column = None
        if offset is None or self.page is None:
            self.refresh()
            return
        self._open(offset)
        top = self.top
        self._reveal(offset)
        if self.top == top:
            for at in {offset, offset if before is None else before}:
                self._refresh_line(at)
        self._refresh_title()

    def first_offset(self) -> int | None:
        """Where the text on the screen begins; None where there is no text."""
        if self.page is None:
            return None
        place = self.laid.readable(self.top, 1) or self.laid.readable(self.laid.end, -1)
        return None if place is None else self.laid.line(place).start

    def stepped(self, offset: int, rows: int) -> int:
        """The offset so many lines of the screen below, in the same column as far as that goes."""
        laid = self.laid
        place = laid.place_of(offset)
        if self._column is None:
            self._column = laid.column_of(offset)
        wanted = laid.moved(place, rows)
        reached = laid.readable(wanted, rows) or laid.readable(wanted, -rows)
        if reached is None or (reached > place) != (rows > 0):  # there is no text further that way
            return offset
        return laid.offset_at(reached, self._column)

    def paged(self, offset: int, share: float) -> int:
        """The offset a share of a page below: 1 down, -0.5 half a page up; the text scrolls as far."""
        rows = int((self.room - 1) * share) or (1 if share > 0 else -1)
        self._begin_at(self.laid.moved(self.top, rows))
        return self.stepped(offset, rows)

    def end_offset(self, *, last: bool) -> int | None:
        """Where the first or the last line of the text begins."""
        laid = self.laid
        place = laid.readable(laid.end, -1) if last else laid.readable(TOP, 1)
        return None if place is None else laid.line(place).start

    def turn_fold(self, offset: int) -> int | None:
        """Opens the fold at ``offset`` or shuts the open one around it; where it begins, None where there is none."""
        if self.page is None:
            return None
        around = (fold for fold in folds(self.page.text, self.page.noise) if fold.start <= offset < fold.end)
        fold = next(around, None)
        if fold is None:
            return None
        self._set_unfolded(self.unfolded ^ {fold.start})
        first, last = self.laid.place_of(fold.start), self.laid.place_of(fold.end - 1)
        if last > self.laid.moved(self.top, self.room - 1):  # what was opened is to be seen
            self._begin_at(self.laid.moved(first, -(self.room // 3)))
        return fold.start

    def _open(self, offset: int) -> None:
        """Opens the fold that hides an offset, unless it stands for its first line."""
        fold = self.laid.fold_at(offset)
        if fold is not None and offset != fold.start:
            self._set_unfolded(self.unfolded | {fold.start})

    def _set_unfolded(self, unfolded: frozenset[int]) -> None:
        at = self._first_shown()
        self.unfolded, self._laid = unfolded, None
        self._keep(at)
        self.refresh()

    # -- scrolling

    def _first_shown(self) -> int:
        """The first offset on the screen, as it was laid out last; -1 while the head is to be seen."""
        laid = self._laid
        place = laid.readable(self.top, 1) if laid is not None and self.top.block else None
        return -1 if laid is None or place is None else laid.line(place).start

    def _keep(self, at: int) -> None:
        """After the lines were made anew: the line with that offset stays the first one; the head where it is -1."""
        self.top = self.laid.top_for(self.laid.place_of(at), self.room) if at >= 0 else TOP

    def _begin_at(self, top: Place) -> None:
        top = self.laid.top_for(max(top, TOP), self.room)
        if top != self.top:
            self.top = top
            self.refresh()

    def _reveal(self, offset: int) -> None:
        """Scrolls as little as needed to show that offset; with the first line of the text its head is shown."""
        laid = self.laid
        place = laid.place_of(offset)
        if place == laid.readable(TOP, 1) and len(laid.lines(0)) < self.room:
            self._begin_at(TOP)
        elif place < self.top:
            self._begin_at(place)
        elif place > laid.moved(self.top, self.room - 1):
            self._begin_at(laid.moved(place, 1 - self.room))

    def _go_to(self, offset: int) -> None:
        """Scrolls only where the words do not stand on the screen already, then to the upper third."""
        self._open(offset)
        laid = self.laid
        ends = [end for start, end in self.marks.words if start <= offset < end]
        first = laid.place_of(offset)
        last = laid.place_of(max(max(ends, default=offset) - 1, offset))
        if first < self.top or last > laid.moved(self.top, self.room - 1):
            fits = last <= laid.moved(first, self.room * 2 // 3 - 1)
            self._begin_at(laid.moved(first, -(self.room // 3 if fits else 1)))

    # -- drawing

    def redraw(self) -> None:
        at = self._first_shown()
        self._laid = None
        if self.is_attached:
            self._keep(at)
        self.refresh()

    def on_resize(self) -> None:
        self.redraw()
        if self.active and self.caret is not None:
            self._reveal(self.caret)
        elif self.marks.words:
            self._go_to(self.marks.words[0][0])
        elif self._to is not None:
            self._go_to(self._to)

    def refresh_active(self) -> None:
        self.refresh(Region(0, 0, self.size.width, 1))
        if self.caret is not None:
            self._refresh_line(self.caret)

    def _refresh_title(self) -> None:
        if self._title() != self._drawn_title:
            self.refresh(Region(0, 0, self.size.width, 1))

    def _refresh_line(self, offset: int) -> None:
        wanted, place = self.laid.place_of(offset), self.top
        for y in range(self.room):
            if place == wanted:
                self.refresh(Region(0, y + 1, self.size.width, 1))
                return
            place = self.laid.moved(place, 1)

    def _line(self, y: int) -> Line | None:
        """What stands on line ``y`` of the screen, with the cursor on it."""
        laid = self.laid
        place = laid.moved(self.top, y)
        if y and place == laid.moved(self.top, y - 1):  # below the last line
            return None
        line = laid.line(place)
        if self.active and self.caret is not None and laid.place_of(self.caret) == place:
            return with_caret(line, self.caret)
        return line

    def body(self, y: int) -> tuple[Runs, str]:
        if self.page is None:
            add, keys = self.look.key("add"), self.look.key("help")
            nothing = f"The source article of a fact stands here. {add} adds an article, {keys} shows all keys."
            lines = lay_out((Piece(nothing, "quiet"),), self.cells - 1, self.look.mode, 0)
            return ((Run(" "), *lines[y - 1].runs()) if 1 <= y <= len(lines) else ()), ""
        line = self._line(y)
        return ((Run(" "), *line.padded(self.cells - 1, self.look.mode)) if line else ()), ""
