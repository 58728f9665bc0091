"""The head of an article: lines that tell its date, and the dateline before its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.extract.furniture import Line
from dateline.text.dates import DatePhrase, find_dates
from dateline.text.fold import fold

if TYPE_CHECKING:
    from dateline.model import Span
    from dateline.packs import Pack

_HEADER = 170  # characters at most
_BARS = "|·•»›—–/>"
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-\u200c][^\W\d_]+)*")
_PARENTHESIS = re.compile(r"\([^()]{0,60}\)")
_DATELINE = 110  # characters in which a dateline ends
_DATELINE_END = re.compile(r"\s+[-–—]+\s+|\s*—\s*|(?<=\))[-–]+\s+|:\s+")
_PLACE_WORDS = 4


class Header(NamedTuple):
    """A line that tells the article's date: the date, whether page furniture stands beside it, and the place."""

    published: str | None
    furniture: bool
    place: Span | None


class Dateline(NamedTuple):
    """The words before an article's first: "ANKARA, Dec 12, 2024 (Meridian News) — ". ``end`` is where the text
    begins, ``published`` the date if it has one with a year."""

    end: int
    place: Span | None
    published: str | None


def header_of(line: Line, text: str, pack: Pack) -> Header | None:
    """What a line of the page's head tells about the date, None where the line is none that does."""
    if len(line.text) > _HEADER or not any(map(str.isdigit, line.text)):
        return None
    dates = find_dates(text, line.start, line.end, pack, None)
    dated = [date for date in dates if date.value and len(date.value) >= 7]
    if not dated:
        return None
    rest = _without(text, line, dates)
    words = len(_WORD.findall(rest))
    bars = sum(rest.count(bar) for bar in _BARS)
    hyphens = text[line.start : line.end].count(" - ")
    bars += hyphens if hyphens > 1 else 0  # "Weekly - Number 41 - October 2025"
    clock = _CLOCK.search(rest) is not None
    begins = dates[0].start - line.start <= 3 or _starts_with_place(text[line.start : dates[0].start])
    if words > (12 if bars >= 2 or clock else 6) or not (begins or bars or clock or words <= 3):
        return None
    best = next((date for date in dated if len(date.value or "") == 10), dated[0])
    return Header(best.value, bars > 0 or clock, _place(text, line.start, dates[0].start))


def is_byline(line: Line, pack: Pack) -> bool:
    """Whether a short line between headline and text names the author: "By Jane Roe, Geneva", "di L. Ferrante"."""
    first, _, rest = line.text.partition(" ")
    words = rest.split()
    if not 1 <= len(words) <= 7 or line.is_prose or not words[0][0].isupper():
        return False
    before = pack.grammar.before
    return fold(first) in {fold(word) for label in ("by", "of") for word in before.get(label, ())}


def _without(text: str, line: Line, dates: Sequence[DatePhrase]) -> str:
    """The line's text with its dates taken out."""
    pieces, at = [], line.start
    for date in dates:
        pieces.append(text[at : date.start])
        at = date.end
    return " ".join([*pieces, text[at : line.end]])


def _starts_with_place(words: str) -> bool:
    return words.rstrip()[-1:] in (",", "–", "-", "—", "|") and len(_WORD.findall(words)) <= _PLACE_WORDS


def _place(text: str, start: int, end: int) -> Span | None:
    """The span of a place's name before a date: the last part between commas or bars."""
    parts = list(re.finditer(r"[^,|·•–—()]+", text[start:end].rstrip(" ,|·•–—-")))
    if not parts:
        return None
    part = parts[-1] if len(parts) > 1 else parts[0]
    name = part.group().strip()
    if not name or not _is_name(name):
        return None
    at = start + part.start() + part.group().index(name)
    behind = text[at + len(name) : end].strip()
    if behind[:1] not in (",", "|", "–", "—", "-") or (behind != "," and not name[0].isupper()):
        return None
    return at, at + len(name)


def _is_name(name: str) -> bool:
    """Whether up to four words can name a place: capitals first, or a script without capitals."""
    words = _WORD.findall(name)
    if not 1 <= len(words) <= _PLACE_WORDS or any(map(str.isdigit, name)):
        return False
    return not words[0][0].islower() and not words[-1][0].islower()


def find_dateline(line: Line, text: str, pack: Pack) -> Dateline | None:
    """The dateline of a paragraph, None where it begins with its first sentence."""
    window = text[line.start : min(line.end, line.start + _DATELINE)]
    agency: Dateline | None = None  # "(Reuters) - ", behind which a place may follow
    for mark in _DATELINE_END.finditer(window):
        end = line.start + mark.end()
        if end >= line.end or text[end].islower():
            break
        dateline = _read(text, line, line.start + mark.start(), mark.group().strip(), end, pack)
        if dateline is not None and dateline.place is not None:
            return _with_agency(text, line, dateline)
        agency = agency or dateline
        if mark.group().strip() == ":":
            break
    return agency


def _read(text: str, line: Line, stop: int, mark: str, end: int, pack: Pack) -> Dateline | None:
    """The dateline that would end at ``stop``, if its words are a place, a date and an agency in brackets."""
    dates = find_dates(text, line.start, stop, pack, None)
    head = text[line.start : stop]
    for date in reversed(dates):
        head = head[: date.start - line.start] + " " * (date.end - date.start) + head[date.end - line.start :]
    bare = _PARENTHESIS.sub(lambda found: " " * len(found.group()), head)
    names = [name for part in re.split(r"[,،/|]|\s{2,}", bare) if (name := part.strip(" -–—"))]
    if len(names) > 3 or not all(map(_is_name, names)):
        return None
    if not names:  # "(Reuters) - "
        return Dateline(end, None, None) if bare != head and mark != ":" else None
    shouted = names[0].isupper()
    if mark == ":" and not (shouted and not text[end : end + 20].isupper()):
        return None
    cased = names[0] != names[0].lower() or names[0] != names[0].upper()
    if not dates and bare == head and not shouted and len(_WORD.findall(bare)) > (3 if cased else 2):
        return None
    at = line.start + head.index(names[0])
    both = "/".join(names[:2])  # BEIRUT/JERUSALEM
    place = at, at + len(both if text.startswith(both, at) else names[0])
    published = next((date.value for date in dates if date.value and len(date.value) == 10), None)
    return Dateline(end, place, published)


def _with_agency(text: str, line: Line, dateline: Dateline) -> Dateline:
    """The dateline with the agency behind its dash: "مسقط - خبرگزاری پگاه: "."""
    window = text[dateline.end : min(line.end, dateline.end + 40)]
    mark = re.match(r"[^\W\d_][^.:\-–—،,«\"]{1,34}(?::\s+|\s[-–—]\s)", window)
    if mark is None or len(_WORD.findall(mark.group())) > _PLACE_WORDS or window[0].isupper():
        return dateline
    return Dateline(dateline.end + mark.end(), dateline.place, dateline.published)
