"""Every sign on the screen in one place, each with a form that any terminal and font can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that carry meaning without colour."""

    cursor: str = "▸"
    edge: str = "│"  # between panes
    person: str = "●"
    organization: str = "■"
    country: str = "◆"
    name_opens: str = "‹"  # around every actor named in an article
    name_closes: str = "›"
    words_open: str = "▌"  # around the words of the chosen fact
    words_close: str = "▐"
    noise: str = "┄"  # before a line that is no article text
    fact: str = "•"  # where another fact begins than the chosen one
    quote_opens: str = "⌜"  # around quoted words that the text has no marks around
    quote_closes: str = "⌝"
    selected_open: str = "⟦"  # around what is selected
    selected_close: str = "⟧"
    outward: str = "→"  # of a pair: the first does it to the second, the second to the first, both do
    inward: str = "←"
    mutual: str = "↔"
    marked: str = "✓"  # an article that is to be split off
    ascii: bool = False

    def kind(self, kind: str) -> str:
        """The sign of an actor's kind."""
        return {"person": self.person, "organization": self.organization, "country": self.country}[kind]

    @property
    def more(self) -> str:
        """Before what is left out, behind what goes on."""
        return "..." if self.ascii else "…"

    def bar(self, share: float, cells: int) -> str:
        """A bar over that share of ``cells``, in eighths of a cell where the terminal has them; never quite nothing."""
        if cells < 1:
            return ""
        if self.ascii:
            return "#" * max(round(share * cells), 1)
        whole, eighths = divmod(max(round(share * cells * 8), 1), 8)
        return "█" * whole + " ▏▎▍▌▋▊▉"[eighths].strip()


UNICODE = Signs()
ASCII = Signs(">", "|", "o", "#", "*", "<", ">", "{", "}", "~", "^", "`", "'", "[", "]", ">", "<", "=", "x", ascii=True)


def signs_for(environ: Mapping[str, str], encoding: str) -> Signs:
    """ASCII for the bare Linux console and for terminals that take no UTF-8, else the full set."""
    utf8 = encoding.lower().replace("-", "") in ("utf8", "utf8mb4")
    return UNICODE if utf8 and environ.get("TERM") not in ("linux", "vt100", "vt220") else ASCII
