"""Date phrases: where a text tells a day, a month or a year, and which one it is.

Phrases are read token by token (``_READERS``, most telling first) and then joined where two of them name the same day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dateline.text.anchor import NOTHING, Anchor, Reading, full, parse_day
from dateline.text.datejoin import joined_phrases
from dateline.text.daterow import Phrase, Row
from dateline.text.datewords import Found, time_words
from dateline.text.durations import find_durations as find_durations
from dateline.text.fold import fold
from dateline.text.tokens import NUMBER, WORD, Token, tokenize

if TYPE_CHECKING:
    from dateline.packs import Pack

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DASHES = frozenset("-–—/")
GREGORIAN_YEARS, JALALI_YEARS = range(1800, 2101), range(1200, 1500)


class DatePhrase(NamedTuple):
    """A date as the text tells it. ``value`` is ISO with the precision of the words, None where it cannot be worked
    out. Where the words alone do not tell past from future ("on Friday", "in June"), ``back`` is the latest such date
    up to the article's, ``forward`` the coming one, and ``value`` the likelier of the two."""

    start: int
    end: int
    text: str
    value: str | None
    forward: str | None = None
    back: str | None = None


def find_dates(
    text: str,
    start: int,
    end: int,
    pack: Pack,
    published: str | None,
    anchor: str | None = None,
    tokens: Sequence[Token] | None = None,
) -> list[DatePhrase]:
    """The date phrases of ``text[start:end]`` in order.

    ``published`` is the article's date (day, month or year precision), ``anchor`` a full date that the text told
    before. ``tokens`` are those of the stretch, where a caller has them already.
    """
    row = Row(
        text,
        tokenize(text, start, end, pack) if tokens is None else tokens,
        time_words(pack),
        Anchor(
            published if published and _ISO.fullmatch(published) else None, parse_day(anchor), pack.dates.first_weekday
        ),
        pack.dates.numeric_order,
        {},
    )
    phrases = joined_phrases(row, _read(row))
    return [_phrase(row, phrase) for phrase in phrases]


def _phrase(row: Row, phrase: Phrase) -> DatePhrase:
    start, end = row.tokens[phrase.first].start, row.tokens[phrase.after - 1].end
    reading = phrase.reading
    return DatePhrase(start, end, row.text[start:end], reading.value, reading.forward, reading.back)


#: kinds of words that stand inside a date and begin none
_INSIDE = ("filler", "and")


def _read(row: Row) -> list[Phrase]:
    phrases: list[Phrase] = []
    index = 0
    while index < len(row.tokens):
        phrase = None
        if row.tokens[index].kind == NUMBER or any(found.sense.kind not in _INSIDE for found in row.senses(index)):
            phrase = next((found for reader in _READERS if (found := reader(row, index))), None)
        if phrase is None:
            filler = row.found(index, "filler")  # "the second half of": its number is no day
            index = filler.after if filler is not None else index + 1
            continue
        phrases.append(phrase)
        told = parse_day(phrase.reading.value)
        if told is not None:
            row = row._replace(anchor=row.anchor._replace(told=told, here=told))
        index = phrase.after
    return phrases


def _numeric(row: Row, index: int) -> Phrase | None:
    """10.11.2020, 18/11/2025, 2025-11-18, ۱۴۰۴/۱/۲۴."""
    token = row.tokens[index]
    if token.kind != NUMBER:
        return None
    parts, after = re.split(r"[./]", fold(token.stem)), index + 1
    if len(parts) == 1 and len(token.stem) == 4:
        parts, after = _dashed(row, index)
    if len(parts) != 3 or not all(part.isdigit() and len(part) <= 4 for part in parts):
        return None
    reading = _from_figures(parts[0], parts[1], parts[2], row.order)
    return Phrase(index, after, reading, "date") if reading else None


def _dashed(row: Row, index: int) -> tuple[list[str], int]:
    """The parts of 2025-11-18, whose figures and hyphens are tokens of their own."""
    tokens = row.tokens[index : index + 5]
    glued = all(one.end == two.start for one, two in pairwise(tokens))
    if len(tokens) < 5 or not glued or tokens[1].text != "-" or tokens[3].text != "-":
        return [], index
    return [fold(token.stem) for token in tokens[::2]], index + 5


def _from_figures(one: str, two: str, three: str, order: str) -> Reading | None:
    if len(one) == 4:
        year, month, day = int(one), int(two), int(three)
    elif len(three) == 4:
        year, month, day = int(three), int(two), int(one)
        if month > 12 >= day or (order == "mdy" and day <= 12):
            month, day = day, month
        elif not order and day <= 12 and day != month:  # readers of this language write both orders
            return Reading(three)
    else:
        return None
    if year not in GREGORIAN_YEARS and year not in JALALI_YEARS:
        return None
    reading = full(year, month, day, solar=year in JALALI_YEARS)
    return reading if reading.value else None


def _day_month(row: Row, index: int) -> Phrase | None:
    """18 Şubat'ta, 27 Nov 2024, il 7 novembre, روز هفتم ماه دسامبر, and ranges: 10-12 Ocak, dal 10 al 12 marzo."""
    day = row.number(index, 1, 31)
    if day is None:
        return None
    month = _month_at(row, row.skip(day[1], 3, ".°"))
    if month is None:
        month = _month_behind_range(row, day[1])
    if month is None:
        return None
    return _with_year(row, index, month, day[0])


def _month_at(row: Row, index: int) -> Found | None:
    month = row.found(index, "month", "jalali")
    if month is not None and len(row.tokens[index].text) < 3 and row.tokens[index].text.isupper():
        return None
    return month


def _month_behind_range(row: Row, index: int) -> Found | None:
    """The month that follows the second day of a range or pair of days."""
    if index >= len(row.tokens):
        return None
    token = row.tokens[index]
    if token.text not in _DASHES and token.key.replace("-", "") not in row.words.joins:
        return None
    second = row.number(index + 1, 1, 31)
    return _month_at(row, row.skip(second[1], 3, ".°")) if second else None


def _month_day(row: Row, index: int) -> Phrase | None:
    """Dec 12, 2024."""
    month = row.found(index, "month")
    if month is None or not month.sense.capital:
        return None
    after = row.skip(month.after, 1, ".")
    number = row.tokens[after] if after < len(row.tokens) else None
    if number is None or number.kind != NUMBER or not number.stem.isdigit() or len(number.stem) > 2:
        return None
    day = row.number(after, 1, 31)
    return _with_year(row, index, month._replace(after=day[1]), day[0]) if day else None


def _with_year(row: Row, first: int, month: Found, day: int | None) -> Phrase:
    """The date whose month has been read, with the year that may follow."""
    solar = month.sense.kind == "jalali"
    after = row.skip(month.after, 3, ",.،")
    year = row.figures(after, 4)
    number = int(month.sense.value)
    if year is not None and year in (JALALI_YEARS if solar else GREGORIAN_YEARS):
        return Phrase(first, after + 1, full(year, number, day, solar=solar), "date")
    end = row.noun(month.after)
    reading = row.anchor.yearless(number, day, solar=solar)
    return Phrase(first, end, reading, "date", (number, day, solar) if day else None)


def _month_alone(row: Row, index: int) -> Phrase | None:
    """Mart 2022'de, by the end of February, ماه می; months whose names are also other words only where it is clear."""
    month = row.found(index, "month", "jalali")
    if month is None:
        return None
    phrase = _with_year(row, index, month, None)
    with_year = row.tokens[phrase.after - 1].kind == NUMBER
    if with_year or phrase.after > month.after or _is_clear(row, index, month):
        return phrase
    return None


def _is_clear(row: Row, index: int, month: Found) -> bool:
    """Whether the name of a month, alone, can only be the month."""
    name, before = row.tokens[index], row.tokens[index - 1] if index else None
    if month.sense.short:
        return False
    if row.words.endings:
        return bool(month.ending) or (before is not None and row.found(index - 1, "this", "last", "next") is not None)
    if not name.text[0].isupper() and not name.text[0].islower():
        return month.sense.kind == "month" and len(name.key) >= 4
    if before is None or before.kind != WORD:
        return False
    return before.text[0].islower() or before.key in row.words.small


def _weekday(row: Row, index: int) -> Phrase | None:
    """venerdì, next Tuesday, geçen cumartesi, چهارشنبهٔ همین هفته, gelecek haftanın salı günü."""
    start = index if row.found(index, "weekday") else _part_before(row, index)
    week = row.found(start, "week")
    direction = row.found(start, "last", "next", "this") if week is None else None
    lead = week or direction
    place = row.skip(lead.after, 2) if lead else row.skip(start, 1) if start > index else start
    day = row.found(place, "weekday")
    if day is None:
        return None
    day = _night_into(row, day, start > index) or day
    after = day.after
    for _ in range(4):
        if week is None and (found := row.found(row.skip(after, 2), "week")):
            week, after = found, found.after
        elif direction is None and week is None and (found := row.found(after, "last", "next")):
            direction, after = found, found.after
        elif found := row.found(after, "part"):
            after = found.after
        elif row.noun(after) > after:
            after = row.noun(after)
        else:
            break
    return Phrase(index, after, _weekday_reading(row, day, direction, week), "weekday")


def _night_into(row: Row, day: Found, part: bool) -> Found | None:
    """The second day of a night that two are named for: "nella notte tra domenica e lunedì" lies mostly in it."""
    at = day.after
    if at >= len(row.tokens):
        return None
    if part and row.tokens[at].key in row.words.joins:
        return row.found(at + 1, "weekday")
    second = row.found(at, "weekday")
    return second if second is not None and row.found(second.after, "part") and row.words.endings else None


def _weekday_reading(row: Row, day: Found, direction: Found | None, week: Found | None) -> Reading:
    weekday = int(day.sense.value)
    if week is not None:
        return row.anchor.weekday_of_week(weekday, int(week.sense.value))
    if direction is not None and direction.sense.kind == "this":
        return row.anchor.weekday_of_week(weekday, 0)
    way = {"last": -1, "next": 1}.get(direction.sense.kind, 0) if direction else 0
    return row.anchor.weekday(weekday, way)


def _part_before(row: Row, index: int) -> int:
    """The index behind a part of the day that precedes a day: "بعدازظهر دیروز"."""
    part = row.found(index, "part")
    return part.after if part is not None else index


def _relative(row: Row, index: int) -> Phrase | None:
    """dün gece, ieri, دیروز, last month, il giorno successivo, bu sabah, New Year's Day."""
    start = _part_before(row, index)
    found = row.found(start, "vague", "day", "later", "feast") or row.found(
        index, "vague", "day", "later", "week", "month_word", "year", "this"
    )
    if found is None:
        return None
    sense, offset = found.sense, int(found.sense.value)
    if sense.kind == "this":
        part = row.found(found.after, "part")
        return Phrase(index, part.after, row.anchor.days_away(0), "relative") if part else None
    readings: dict[str, Callable[[int], Reading]] = {
        "day": row.anchor.days_away, "later": row.anchor.days_later, "week": row.anchor.week,
        "month_word": row.anchor.months_away, "year": row.anchor.years_away,
    }  # fmt: skip
    if sense.kind == "feast":
        month, _, day = sense.text.partition("-")
        return Phrase(
            index, found.after, row.anchor.yearless(int(month), int(day)), "date", (int(month), int(day), False)
        )
    reading = NOTHING if sense.kind == "vague" else readings[sense.kind](offset)
    after = found.after
    if sense.kind in ("day", "later") and (part := row.found(after, "part")):
        after = part.after
    return Phrase(index, after, reading, "vague" if sense.kind == "vague" else "relative")


def _days_ago(row: Row, index: int) -> Phrase | None:
    """üç gün önce, tre giorni fa, three days ago."""
    count = row.number(index, 1, 99)
    unit = row.found(count[1], "days") if count else None
    ago = row.found(unit.after, "ago") if unit else None
    if count is None or ago is None:
        return None
    later = row.found(index, "later")
    if later is not None and later.after > ago.after:
        return None  # "two days before that"
    return Phrase(index, ago.after, row.anchor.days_away(-count[0]), "relative")


def _year(row: Row, index: int) -> Phrase | None:
    """2022'de, in 1999, از سال ۲۰۱۱: a year with a case ending or between small words, so that it is no mere number."""
    year = row.figures(index, 4)
    if year is None or (year not in GREGORIAN_YEARS and year not in JALALI_YEARS):
        return None
    noun = row.noun(index + 1)
    named = noun > index + 1 or (index > 0 and row.noun(index - 1) == index)
    if row.words.endings:
        told = named or bool(row.tokens[index].ending)
    else:
        told = named or (row.is_small(index - 1) and row.is_small(index + 1, or_none=True))
    if not told:
        return None
    value = f"{year}" if year in GREGORIAN_YEARS else None
    return Phrase(index, noun if row.words.endings else index + 1, Reading(value), "year")


_READERS: tuple[Callable[[Row, int], Phrase | None], ...] = (
    _numeric, _day_month, _month_day, _days_ago, _weekday, _relative, _month_alone, _year,
)  # fmt: skip
