"""The rows above and below the panes: what the store holds, what just happened, which keys work."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from dateline_tui.draw.layout import Piece, Run, Runs, cut, lay_out
from dateline_tui.draw.widths import width
from dateline_tui.keys import Where, footer, key_of, shown
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
        runs: list[Run] = [Run(" dateline", "title")]
        if self.counts is not None:
            dot = " - " if self.look.signs.ascii else " · "
            words = [_number(self.counts.articles, "article"), _number(self.counts.facts, "fact")]
            counted = (("rejected", self.counts.rejected), ("unsure", self.counts.unsure))
            if some := ", ".join(f"{count:,} {what}" for what, count in counted if count):
                words[-1] += f" ({some})"
            words.append(_number(self.counts.actors, "actor"))
            runs.append(Run("   " + dot.join(words), "quiet"))
        news = self._news()
        room = max(self.size.width - sum(width(run.text) for run in news), 0)  # how much there is can be cut, news not
        return (*cut(tuple(Piece(*run) for run in runs), room), *news)

    def _news(self) -> Runs:
        if not self.new:
            return ()
        key = shown(key_of("bring_in", self.look.actions))
        return Run(f"   {self.new}: ", "state"), Run(key, "key"), Run(" shows it", "state")


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


class Notice(Bar):
    """One or a few lines that say what just happened; takes no room while there is nothing to say."""

    MOST = 4  # lines
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
            self.styles.height = min(len(self._lines()), self.MOST)

    def _lines(self) -> list[Runs]:
        cells = max(self.app.size.width - 2, 1)
        return [line.runs() for line in lay_out((Piece(self.text, self.role),), cells, self.look.mode, 0)]

    def runs(self, y: int) -> Runs:
        lines = self._lines()
        return (Run(" "), *lines[y]) if y < len(lines) else ()


class Footer(Bar):
    """The keys that work now, as many as fit; the last two always do."""

    where: Where = "search"
    idle: frozenset[str] = frozenset()
    pending = ""  # keys that wait for another one: "5", "g"

    def pend(self, pending: str) -> None:
        if pending != self.pending:
            self.pending = pending
            self.refresh()

    def at(self, where: Where, idle: frozenset[str] = frozenset()) -> None:
        if (where, idle) != (self.where, self.idle):
            self.where, self.idle = where, idle
            self.refresh()

    def runs(self, y: int) -> Runs:
        offers = footer(self.where, self.idle, self.look.actions)
        room = self.size.width - 1
        always = [offer for offer in offers if offer[1] in ("keys", "quit")]
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
        for key, word in (*shown, *always):
            runs += [Run(key, "key"), Run(f" {word}  ", "quiet")]
        return tuple(runs)


def _offer_width(offer: tuple[str, str]) -> int:
    return width(offer[0]) + width(offer[1]) + 3
