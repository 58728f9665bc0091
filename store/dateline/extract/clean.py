"""Cleaning: an article's headline, date and body told from the page around them.

Nothing is cut out: the text stays as it was read, and what comes back are spans in it. Facts may come from ``blocks``
only, which hold the headline and the paragraphs; ``noise`` is what a reader is shown greyed; lines that only tell date,
place or author are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from dateline.extract.furniture import (
    SENTENCE_END,
    Line,
    NoiseEntries,
    begins_list_entry,
    enclosed_spans,
    is_item,
    is_section,
    lines_of,
    noise_entries,
    noise_sentences,
    opens_list,
    opens_rest,
    why_noise,
)
from dateline.extract.masthead import Dateline, Header, find_dateline, header_of, is_byline
from dateline.model import Noise, Span

if TYPE_CHECKING:
    from dateline.packs import Pack

#: a date that a collector put before the text: " date 2022-02 Blinken, bu …"
_STAMP = re.compile(r"\s*date[ \t:]+(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)\b[ \t]*", re.IGNORECASE)
_HEADLINE = 160  # characters at most
_TITLE_CUT = 90  # of a first sentence that serves as title
_HEAD_PARAGRAPHS = 2  # paragraphs in which a dateline may stand


class Cleaned(NamedTuple):
    """An article's parts. ``title_span`` is None where the title is only the beginning of the first sentence;
    ``published`` has the precision that the page states; ``blocks`` are in order, the headline a block of its own."""

    title: str
    title_span: Span | None
    published: str | None
    noise: tuple[Noise, ...]
    blocks: tuple[Span, ...]
    dateline_place_span: Span | None


def clean(text: str, pack: Pack, published: str | None = None) -> Cleaned:
    """The parts of a page in the pack's language. A date that is given outweighs the page's own."""
    entries = noise_entries(pack)
    noise = [Noise(start, end, "enclosed") for start, end in enclosed_spans(text, entries)]
    stamp = _STAMP.match(text)
    if stamp is not None:
        noise.append(Noise(0, stamp.end(), "date header"))
    lines = list(lines_of(_masked(text, noise)))
    kept, found = _furniture(lines, entries)
    noise += found
    headers = _headers(lines, text, pack)
    noise += [Noise(line.start, line.end, "date line") for line in kept if _is_furniture(headers.get(line.start))]
    body = [line for line in kept if line.start not in headers]
    title, sections = _headline(body)
    aside = {line.start: "section" for line in sections} | _repeats_and_bylines(body, title, pack)
    noise += [Noise(line.start, line.end, aside[line.start]) for line in body if line.start in aside]
    body = [line for line in body if line.start not in aside]
    for line in body:
        noise += [Noise(*sentence) for sentence in noise_sentences(line, entries)]
    dateline = _dateline(body, title, text, pack)
    dates = [stamp[1] if stamp else None, *(header.published for header in headers.values())]
    dates.append(dateline.published if dateline else None)
    return Cleaned(
        title=title.text if title else _first_words(body, dateline, text),
        title_span=(title.start, title.end) if title else None,
        published=published or next((date for date in dates if date), None),
        noise=_in_order(noise),
        blocks=_blocks(body, dateline, noise),
        dateline_place_span=_place(dateline, headers.values()),
    )


def _masked(text: str, noise: Sequence[Noise]) -> str:
    """The text with noise turned to spaces, every offset as it was."""
    pieces, at = [], 0
    for item in sorted(noise, key=lambda item: item.start):
        start = max(item.start, at)
        if item.end > start:
            pieces += [text[at:start], "".join("\n" if char == "\n" else " " for char in text[start : item.end])]
            at = item.end
    return "".join([*pieces, text[at:]])


def _furniture(lines: Sequence[Line], entries: NoiseEntries) -> tuple[list[Line], list[Noise]]:
    """The lines that are not furniture, and the noise that the others make."""
    kept: list[Line] = []
    noise: list[Noise] = []
    total = sum(len(line.text) for line in lines)
    read = prose = 0
    in_list = False
    for number, line in enumerate(lines):
        if opens_rest(line, entries) and (read > 0.4 * total or (prose and read > 300)):
            noise.append(Noise(line.start, lines[-1].end, "rest_starts"))
            break
        if opens_list(line, entries) and (number + 1 < len(lines) or prose):
            noise.append(Noise(line.start, line.end, "list_starts"))
            in_list = True
            continue
        in_list = in_list and not line.blank_before and is_item(line)
        why = "list_starts" if in_list else why_noise(line, entries, after_text=prose > 0)
        if why is None and (opens_rest(line, entries) or begins_list_entry(line, entries)):
            why = "list_starts"
        if why is None and _is_adrift(kept, noise, line, prose):
            why = "after the article"
        if why is None:
            kept.append(line)
            read += len(line.text)
            prose += line.is_prose
        else:
            noise.append(Noise(line.start, line.end, why))
    return _without_last_words(kept, noise)


def _is_adrift(kept: Sequence[Line], noise: Sequence[Noise], line: Line, prose: int) -> bool:
    """Whether a bulleted line follows furniture: an item of a list whose heading was told from the text."""
    follows = bool(noise) and bool(kept) and noise[-1].start > kept[-1].start
    return follows and prose > 0 and line.text[0] in "»›•·>▶►-–" and not line.is_prose


def _without_last_words(kept: list[Line], noise: list[Noise]) -> tuple[list[Line], list[Noise]]:
    """Short lines below the last paragraph and below some furniture belong to the furniture."""
    last = max((line.end for line in kept if line.is_prose), default=None)
    below = min((item.start for item in noise if last is not None and item.start >= last), default=None)
    if below is None:
        return kept, noise
    article = [line for line in kept if line.start < below]
    rest = [Noise(line.start, line.end, "after the article") for line in kept if line.start > below]
    return article, noise + rest


def _headers(lines: Sequence[Line], text: str, pack: Pack) -> dict[int, Header]:
    """The lines that tell the article's date, by where they start: above the second paragraph, furniture or not."""
    headers = {}
    paragraphs = 0
    for line in lines:
        header = header_of(line, text, pack)
        if header is not None:
            headers[line.start] = header
        elif line.is_prose:
            paragraphs += 1
            if paragraphs == _HEAD_PARAGRAPHS:
                break
    return headers


def _is_furniture(header: Header | None) -> bool:
    return header is not None and header.furniture


def _headline(body: Sequence[Line]) -> tuple[Line | None, list[Line]]:
    """The headline, if the article has one, and the names of sections above it."""
    sections: list[Line] = []
    for number, line in enumerate(body[:6]):
        more = number + 1 < len(body)
        if not more or not _is_headline(line):
            break
        if is_section(line.text) and _is_headline(body[number + 1]) and number + 2 < len(body):
            sections.append(line)
            continue
        return line, sections
    return None, sections if len(body) > len(sections) else []


def _repeats_and_bylines(body: Sequence[Line], title: Line | None, pack: Pack) -> dict[int, str]:
    """The starts of lines that tell the headline again, or the author above the first paragraph, and which it is."""
    if title is None:
        return {}
    behind = body[body.index(title) + 1 :]
    head = takewhile(lambda line: not line.is_prose, behind)
    bylines = {line.start: "byline" for line in head if is_byline(line, pack)}
    return bylines | {line.start: "repeated headline" for line in behind if line.key == title.key}


def _is_headline(line: Line) -> bool:
    ending = line.text.rstrip("\"'”’»)] ")[-1:]
    return (len(line.text) <= _HEADLINE and ending not in (".", "۔", ":", ";")) or line.text.endswith("...")


def _dateline(body: Sequence[Line], title: Line | None, text: str, pack: Pack) -> Dateline | None:
    paragraphs = [line for line in body if line.is_prose and line is not title][:_HEAD_PARAGRAPHS]
    return next((found for line in paragraphs if (found := find_dateline(line, text, pack))), None)


def _place(dateline: Dateline | None, headers: Iterable[Header]) -> Span | None:
    if dateline is not None and dateline.place is not None:
        return dateline.place
    return next((header.place for header in headers if header.place), None)


def _first_words(body: Sequence[Line], dateline: Dateline | None, text: str) -> str:
    """A title from the first sentence: whole words of it, about 90 characters."""
    if not body:
        return ""
    start = dateline.end if dateline is not None and dateline.end < body[0].end else body[0].start
    sentence = SENTENCE_END.split(text[start : body[0].end], maxsplit=1)[0].strip()
    if len(sentence) <= _TITLE_CUT:
        return sentence
    return sentence[: _TITLE_CUT + 1].rsplit(None, 1)[0].rstrip(",;: ") + "…"


def _in_order(noise: Sequence[Noise]) -> tuple[Noise, ...]:
    """The noise in order, without stretches that lie inside another."""
    ordered: list[Noise] = []
    for item in sorted(noise, key=lambda item: (item.start, -item.end)):
        if not ordered or item.end > ordered[-1].end:
            ordered.append(item)
    return tuple(ordered)


def _blocks(body: Sequence[Line], dateline: Dateline | None, noise: Sequence[Noise]) -> tuple[Span, ...]:
    """What facts may come from: headline and body without noise and dateline, a line or less to a block."""
    gaps = [(item.start, item.end) for item in _in_order(noise)]
    blocks: list[Span] = []
    number = 0
    for line in body:
        start = dateline.end if dateline is not None and line.start < dateline.end <= line.end else line.start
        while number < len(gaps) and gaps[number][1] <= start:
            number += 1
        following = number
        while following < len(gaps) and gaps[following][0] < line.end:
            blocks.append((start, gaps[following][0]))
            start = gaps[following][1]
            following += 1
        blocks.append((start, line.end))
    return tuple(block for block in blocks if block[0] < block[1])
