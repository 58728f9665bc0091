"""One line of text being typed: a value with a cursor, no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace

_JOINERS = "\u200c\u200d"  # typed in Persian and Indic words; Python calls them unprintable


@dataclass(frozen=True, slots=True)
class Entry:
    """``at`` is where the next character goes, 0 to ``len(text)``."""

    text: str = ""
    at: int = 0

    def typed(self, text: str) -> Entry:
        """With ``text`` put in at the cursor; line breaks become blanks, control characters are left out."""
        clean = "".join(c for c in " ".join(text.split("\n")) if c.isprintable() or c in _JOINERS)
        return Entry(self.text[: self.at] + clean + self.text[self.at :], self.at + len(clean))

    def erased(self) -> Entry:
        """Without the character before the cursor."""
        start = max(self.at - 1, 0)
        return Entry(self.text[:start] + self.text[self.at :], start)

    def erased_word(self) -> Entry:
        """Without the word before the cursor."""
        head = self.text[: self.at].rstrip()
        start = head.rfind(" ") + 1
        return Entry(self.text[:start] + self.text[self.at :], start)

    def moved(self, by: int) -> Entry:
        return replace(self, at=min(max(self.at + by, 0), len(self.text)))

    def at_start(self) -> Entry:
        return replace(self, at=0)

    def at_end(self) -> Entry:
        return replace(self, at=len(self.text))


def entry(text: str) -> Entry:
    """A filled entry with the cursor at its end."""
    return Entry(text, len(text))


@dataclass(frozen=True, slots=True)
class Recall:
    """A line being typed, and the lines typed before it, oldest first. ``back`` is how many of them it stands before
    the line that was begun, which waits in ``begun`` meanwhile."""

    line: Entry = Entry()
    history: tuple[str, ...] = ()
    back: int = 0
    begun: Entry = Entry()

    def edited(self, line: Entry) -> Recall:
        """With the line changed; an old line that is changed becomes the one that was begun."""
        return replace(self, line=line, back=0 if line.text != self.line.text else self.back)

    def older(self) -> Recall:
        """The line typed before this one; the oldest stays."""
        return self._at(min(self.back + 1, len(self.history)))

    def newer(self) -> Recall:
        """The line typed after this one, at last the one that was begun."""
        return self._at(max(self.back - 1, 0))

    def _at(self, back: int) -> Recall:
        if back == self.back:
            return self
        begun = self.begun if self.back else self.line
        return replace(self, line=entry(self.history[-back]) if back else begun, back=back, begun=begun)
