"""Page furniture: which lines of a page are no article text, by the words of the pack and by their shape.

Too little is taken rather than too much: inside a paragraph only a sentence goes, and only for more than one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.packs import Pack

Span = tuple[int, int]

SENTENCE_END = re.compile(r"[.!?؟۔…][\"'”’»)\]]*(?:\s+|$)")
_STOP = re.compile(r"(?<![.…])[.!?؟۔][\"'”’»)\]]*(?:\s+|$)")  # no ellipsis
_STRONG = re.compile(r"\s*(?:[|•·»›>«‹<]+|:::+)\s*|\s{2,}|\t")
_WEAK = re.compile(r"\s*(?:[|•·»›>«‹<]+|:::+)\s*|\s{2,}|\t|\s+[-–—/]+\s+|,\s+")
_WORD = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_LONG = 160  # characters: a line of this length is a paragraph whatever it ends with
_PARAGRAPH = 60  # … and one of this length when it ends as a sentence does
_ITEM = 150  # a headline in a list of headlines is shorter
_SPAM_SENTENCE = 220


class Line(NamedTuple):
    """One line of the page without the spaces around it."""

    start: int
    end: int
    text: str
    key: str  # folded
    blank_before: bool

    @property
    def is_prose(self) -> bool:
        """Whether the line is a paragraph of sentences and not a heading, a menu or an item of a list."""
        if len(self.text) >= _LONG:
            return True
        return len(self.text) >= _PARAGRAPH and SENTENCE_END.search(self.text) is not None


class _Entry(NamedTuple):
    """A noise entry of a pack, ready to be compared."""

    key: str
    words: int
    shout: str  # the entry itself where a single word in capitals must be found in capitals, else ""

    def opens(self, line: str, key: str) -> bool:
        """Whether a line begins with the entry, which must end where a word ends."""
        if not key.startswith(self.key) or (self.shout and not line.startswith(self.shout)):
            return False
        following = key[len(self.key) : len(self.key) + 1]
        return not (self.key[-1].isalnum() and following.isalnum())

    def inside(self, line: str, key: str) -> bool:
        if self.shout:
            return self.shout in line
        at = key.find(self.key)
        while at >= 0:
            around = key[at - 1 : at] if at else "", key[at + len(self.key) : at + len(self.key) + 1]
            whole = not (self.key[0].isalnum() and around[0].isalnum())
            if whole and not (self.key[-1].isalnum() and around[1].isalnum()):
                return True
            at = key.find(self.key, at + 1)
        return False


class NoiseEntries(NamedTuple):
    """The [noise] table of a pack, ready to be compared."""

    starts: tuple[_Entry, ...]
    has: tuple[_Entry, ...]
    whole: frozenset[str]
    lists: tuple[_Entry, ...]
    rest: tuple[_Entry, ...]
    enclosed: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@once_per_pack
def noise_entries(pack: Pack) -> NoiseEntries:
    noise = pack.noise
    return NoiseEntries(
        starts=_entries(noise.line_starts),
        has=_entries(noise.line_has),
        whole=frozenset(_bare(fold(word)) for word in noise.line_is),
        lists=_entries(noise.list_starts),
        rest=_entries(noise.rest_starts),
        enclosed=tuple((_bound(pair[0]), _bound(pair[1])) for pair in noise.enclosed),
    )


def _entries(words: Iterable[str]) -> tuple[_Entry, ...]:
    entries = {}
    for word in words:
        key = fold(word).strip()
        if key:
            single = " " not in key and len(key) > 2 and word.isupper()
            entries[key, single] = _Entry(key, key.count(" ") + 1, word.strip() if single else "")
    return tuple(entries.values())


def _bound(mark: str) -> re.Pattern[str]:
    """A mark that encloses furniture; a tag may have a prefix ("<x:image>") and attributes."""
    tag = re.fullmatch(r"<(/?)(\w+)>?", mark)
    return re.compile(rf"<{tag[1]}(?:[\w-]+:)?{tag[2]}\b[^<>]*>" if tag else re.escape(mark), re.IGNORECASE)


def _bare(key: str) -> str:
    return key.strip(" :.!?|·•-–—")


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that hold something."""
    start, blank = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            at = start + raw.index(stripped)
            yield Line(at, at + len(stripped), stripped, fold(stripped), blank)
        blank = not stripped
        start += len(raw) + 1


def enclosed_spans(text: str, entries: NoiseEntries) -> list[Span]:
    """What stands between the opening and closing marks of furniture ("<image>" … "</image>"), marks included."""
    spans: list[Span] = []
    for opening, closing in entries.enclosed:
        at = opening.search(text)
        while at is not None:
            end = closing.search(text, at.end())
            if end is None:
                break
            spans.append((at.start(), end.end()))
            at = opening.search(text, end.end())
    return sorted(spans)


def why_noise(line: Line, entries: NoiseEntries, *, after_text: bool) -> str | None:
    """Why a whole line is furniture, None if it is not. ``after_text``: a paragraph of the article stands above it."""
    if _bare(line.key) in entries.whole:
        return "line_is: " + line.text
    for entry in entries.starts:
        if entry.opens(line.text, line.key) and (not line.is_prose or _tells(entry, line.key)):
            return "line_starts: " + entry.key
    if not line.is_prose:
        for entry in entries.has:
            if entry.inside(line.text, line.key):
                return "line_has: " + entry.key
    return _shape(line, after_text=after_text)


def _tells(entry: _Entry, key: str) -> bool:
    """Whether an entry is enough to take a whole paragraph: three words, or one or two with a colon or bar behind."""
    return entry.words >= 3 or not entry.key[-1].isalnum() or key[len(entry.key) :].lstrip()[:1] in (":", "|", "·", "•")


def opens_list(line: Line, entries: NoiseEntries) -> bool:
    """Whether a line is the heading of a list of headlines, and nothing else."""
    return any(entry.opens(line.text, line.key) and not _bare(line.key[len(entry.key) :]) for entry in entries.lists)


def begins_list_entry(line: Line, entries: NoiseEntries) -> bool:
    """Whether a line begins as such a heading and goes on with a headline of its own."""
    return not line.is_prose and any(entry.opens(line.text, line.key) for entry in entries.lists)


def is_item(line: Line) -> bool:
    """Whether a line below such a heading can be one of its headlines."""
    return len(line.text) <= _ITEM and len(_STOP.findall(line.text)) < 2


def opens_rest(line: Line, entries: NoiseEntries) -> bool:
    """Whether the article ends before this line: the comment form and all below it."""
    return any(entry.opens(line.text, line.key) for entry in entries.rest)


def noise_sentences(line: Line, entries: NoiseEntries) -> Iterator[tuple[int, int, str]]:
    """Sentences inside a paragraph that are furniture or spam: start, end, why."""
    starts = [entry for entry in entries.starts if entry.key in line.key and not entry.shout]
    has = [entry for entry in entries.has if entry.words > 1 and entry.key in line.key]
    if not starts and not has:
        return
    at = 0
    while at < len(line.text):
        end = SENTENCE_END.search(line.text, at)
        stop = end.end() if end else len(line.text)
        sentence = line.text[at:stop].strip()
        why = _why_sentence(sentence, starts, has) if len(sentence) <= _SPAM_SENTENCE else None
        if why and at > 0:
            yield line.start + at, line.start + at + len(sentence), why
        at = stop


def _why_sentence(sentence: str, starts: Sequence[_Entry], has: Sequence[_Entry]) -> str | None:
    key = fold(sentence)
    for entry in starts:
        if entry.opens(sentence, key) and (entry.words > 1 or not entry.key[-1].isalnum()) and _tells(entry, key):
            return "line_starts: " + entry.key
    return next(("line_has: " + entry.key for entry in has if entry.inside(sentence, key)), None)


def _shape(line: Line, *, after_text: bool) -> str | None:
    """Furniture by its shape: menus, bracketed links, copyright lines, addresses, lines without a letter."""
    text = line.text
    if not _WORD.search(text):
        return "no words"
    if text[0] == "©" or line.key.startswith("(c)"):
        return "copyright"
    if line.is_prose and len(text) >= _LONG:
        return None
    if _ADDRESS.fullmatch(text):
        return "address"
    if text[0] == "[" and "]" in text and not line.is_prose:
        return "in brackets"
    if text[0] == "(" and text[-1] == ")" and after_text and len(text) <= 100:
        return "in brackets"
    return "menu" if is_menu(text, after_text=after_text) else None


def is_menu(text: str, *, after_text: bool) -> bool:
    """Whether a line is a row of short labels: "Home | World | Africa", "خانه » سیاست خارجی", "Paylaş  Tweetle"."""
    strong = [len(part.split()) for part in _STRONG.split(text) if part]
    bars = len(_STRONG.findall(text))
    if bars >= 2 and max(strong, default=9) <= 5 and sum(strong) <= 4 * len(strong):
        return True
    if bars == 1 and after_text and max(strong, default=9) <= 3:
        return True
    weak = [len(part.split()) for part in _WEAK.split(text) if part]
    return len(weak) >= 4 and max(weak) <= 3 and bars >= 1 and not SENTENCE_END.search(text)


def is_section(text: str) -> bool:
    """Whether a line above the headline only names the section: "AFRICA ORIENTALE - Notizie", "ESTERI"."""
    parts = [part.split() for part in _WEAK.split(text) if part]
    return max((len(part) for part in parts), default=9) <= 2 and len(parts) <= 3
