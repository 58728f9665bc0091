"""The rows above and below the panes: what the store holds, what just happened, which keys work."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.strip import Strip
from textual.widget import Widget

from dateline_tui.draw.layout import Piece, Run, Runs, cut, lay_out
from dateline_tui.draw.widths import width
from dateline_tui.keys import Where, footer
from dateline_tui.messages import CountsRead
from dateline_tui.panes.pane import Look, paint


class Bar(Widget):
    """A row of its own over the whole width."""

    DEFAULT_CSS = "Bar { height: 1; }"
    can_focus = False

    def __init__(self, look: Look) -> None:
        super().__init__(markup=False)
        self.look = look

    def runs(self, y: int) -> Runs:
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        return paint(self.runs(y), self.size.width, self.look.theme, "bar")


class TitleBar(Bar):
    """Name of the program and size of the store."""

    counts: CountsRead | None = None
    readonly = False
    new = ""  # what another program did to the store since it was read

    def news(self, new: str) -> None:
        if new != self.new:
            self.new = new
            self.refresh()

    def tell(self, counts: CountsRead) -> None:
        if counts != self.counts:
            self.counts = counts
            self.refresh()

    def runs(self, y: int) -> Runs:
        name = Piece(" dateline (read-only)" if self.readonly else " dateline", "title")
        dot = " - " if self.look.signs.ascii else " · "
        new = self._news()
        for words in self._sizes():
            pieces = (name, Piece("   " + dot.join(words), "quiet"), *new)
            if sum(width(piece.text) for piece in pieces) <= self.size.width:
                return cut(pieces, self.size.width)
        return cut((name, *new), self.size.width)

    def _news(self) -> tuple[Piece, ...]:
        """What other programs added to the store meanwhile, and the key that shows it."""
        if not self.new:
            return ()
        key = self.look.key("bring_in")
        return Piece(f"   {self.new}: ", "state"), Piece(key, "key"), Piece(" shows it", "state")

    def _sizes(self) -> list[list[str]]:
        """What the store holds, as fully as there may be room for, then shorter and shorter."""
        if self.counts is None:
            return []
        articles, facts = _number(self.counts.articles, "article"), _number(self.counts.facts, "fact")
        counted = (("rejected", self.counts.rejected), ("unsure", self.counts.unsure))
        some = ", ".join(f"{count:,} {what}" for what, count in counted if count)
        full = f"{facts} ({some})" if some else facts
        return [[articles, full, _number(self.counts.actors, "actor")], [articles, full], [articles, facts], [facts]]


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


class Notice(Bar):
    """One or a few lines that say what just happened; takes no room while there is nothing to say."""

    MOST = 4  # lines, on a low screen a third of it
    DEFAULT_CSS = "Notice { height: 1; display: none; }"
    text = ""
    role = "good"

    def say(self, text: str, role: str = "good") -> None:
        """Shows a sentence in place of the last one; an empty one takes the row away."""
        if (text, role) != (self.text, self.role):
            self.text, self.role = text, role
            self.fit()
            self.refresh()

    def fit(self) -> None:
        """Takes as many rows as the sentence needs at the present width."""
        self.display = bool(self.text)
        if self.text:
            self.styles.height = len(self._lines())

    def _lines(self) -> list[Runs]:
        """The sentence in as many lines as there is room for; the last is cut where more would follow."""
        columns, rows = self.app.size
        cells = max(columns - 2, 1)
        most = min(self.MOST, max(rows // 3, 1))
        lines = lay_out((Piece(self.text, self.role),), cells, self.look.mode, 0)
        if len(lines) <= most:
            return [line.runs() for line in lines]
        unread = lay_out((Piece(self.text, self.role),), cells, "none", 0)[most - 1 :]  # in the order of reading
        last = cut((Piece(" ".join(line.text for line in unread), self.role),), cells, self.look.mode)
        return [*(line.runs() for line in lines[: most - 1]), last]

    def runs(self, y: int) -> Runs:
        lines = self._lines()
        return (Run(" "), *lines[y]) if y < len(lines) else ()


class Footer(Bar):
    """The keys that work now, as many as fit; the last two always do."""

    where: Where = "search"
    idle: frozenset[str] = frozenset()
    words: Mapping[str, str] = MappingProxyType({})
    pending = ""  # keys that wait for another one: "5", "g"

    def pend(self, pending: str) -> None:
        if pending != self.pending:
            self.pending = pending
            self.refresh()

    def at(
        self, where: Where, idle: frozenset[str] = frozenset(), words: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Offers the keys of that place; ``idle`` and ``words`` as in :func:`keys.footer`."""
        if (where, idle, words) != (self.where, self.idle, self.words):
            self.where, self.idle, self.words = where, idle, words
            self.refresh()

    def runs(self, y: int) -> Runs:
        offers = footer(self.where, self.idle, self.look.actions, self.words)
        room = self.size.width - 1
        out = [offer for offer in offers if offer[1] == "back"]  # of a screen that lies over the dashboard
        always = [offer for offer in offers if offer[1] in ("keys", "quit")] or out
        room -= sum(_offer_width(offer) for offer in always)
        shown = []
        for offer in offers:
            if offer in always:
                continue
            room -= _offer_width(offer)
            if room < 0:
                break
            shown.append(offer)
        runs = [Run(f" {self.pending} ", "strong") if self.pending else Run(" ")]
        for key, word in (offer for offer in offers if offer in shown or offer in always):
            runs += [Run(key, "key"), Run(f" {word}  ", "quiet")]
        return tuple(runs)


def _offer_width(offer: tuple[str, str]) -> int:
    return width(offer[0]) + width(offer[1]) + 3
