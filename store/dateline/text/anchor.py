"""Anchors: the date from which yearless, relative and weekday phrases are worked out, and the working out itself.

Every answer is a :class:`Reading`: the best value and, where the words leave it open whether past or future is meant,
the nearest day back and the nearest day forward, for a reader who knows whether the thing has happened.
"""

from __future__ import annotations

from datetime import MINYEAR, date, timedelta
from typing import NamedTuple

from dateline.text import jalali

#: a yearless date up to so many days ahead is the coming one …
_NEAR_AHEAD = 92
#: … provided that the last one is further back than this
_FAR_BACK = 200
#: beside a full date of the text, a yearless one is not further from it than half a year
_NEAR_ANCHOR = 183


class Reading(NamedTuple):
    """ISO dates of day, month or year precision; ``back`` and ``forward`` only where the words mean either."""

    value: str | None
    back: str | None = None
    forward: str | None = None


NOTHING = Reading(None)


def parse_day(iso: str | None) -> date | None:
    """The day of an ISO date of day precision, else None."""
    if iso is None or len(iso) != 10:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


class Anchor(NamedTuple):
    """What the article's date and the last full date in the text allow to work out."""

    published: str | None
    told: date | None = None  # the last full date that the text named
    first_weekday: int = 1
    here: date | None = None  # the day that the same sentence told before, where the article has no date

    @property
    def day(self) -> date | None:
        return parse_day(self.published)

    def days_away(self, days: int) -> Reading:
        """A day counted from the article's date: yesterday is -1."""
        day = self.day or (self.here if days == 0 and self.published is None else None)
        return _single(_shift(day, days)) if day else NOTHING

    def days_later(self, days: int) -> Reading:
        """A day counted from the date that the text told last: the next day is 1."""
        return _single(_shift(self.told, days)) if self.told else NOTHING

    def weekday(self, weekday: int, direction: int = 0) -> Reading:
        """A day of the week (1 = Monday). ``direction``: -1 last, 1 next, 0 bare: the latest one up to the article's
        date, which itself counts. Without the article's date the nearest one to the date told last."""
        day = self.day
        if day is None:
            return self._weekday_near_told(weekday) if direction == 0 else NOTHING
        back = (day.isoweekday() - weekday) % 7
        last = _shift(day, -back)
        if direction < 0:
            return _single(last if back else _shift(day, -7))
        upcoming = _shift(day, 7 - back) if back or direction else day  # on a Tuesday "on Tuesday" is today
        if direction > 0:
            return _single(upcoming)
        return Reading(_iso(last), _iso(last), _iso(upcoming))

    def _weekday_near_told(self, weekday: int) -> Reading:
        if self.told is None:
            return NOTHING
        ahead = (weekday - self.told.isoweekday()) % 7
        return _single(_shift(self.told, ahead if ahead <= 3 else ahead - 7))

    def weekday_of_week(self, weekday: int, weeks: int) -> Reading:
        """A day of the week so many weeks from the article's: "Monday of next week"."""
        start = self._week_start(weeks)
        return _single(_shift(start, (weekday - self.first_weekday) % 7)) if start else NOTHING

    def week(self, weeks: int) -> Reading:
        """The month of a whole week, None where the week lies in two months."""
        start = self._week_start(weeks)
        end = _shift(start, 6) if start else None
        if start is None or end is None or start.month != end.month:
            return NOTHING
        return Reading(start.isoformat()[:7])

    def _week_start(self, weeks: int) -> date | None:
        day = self.day
        return _shift(day, 7 * weeks - (day.isoweekday() - self.first_weekday) % 7) if day else None

    def months_away(self, months: int) -> Reading:
        """Last month is -1."""
        if self.published is None or len(self.published) < 7:
            return NOTHING
        count = int(self.published[:4]) * 12 + int(self.published[5:7]) - 1 + months
        return Reading(f"{count // 12:04d}-{count % 12 + 1:02d}")

    def years_away(self, years: int) -> Reading:
        """Last year is -1."""
        return Reading(f"{int(self.published[:4]) + years:04d}") if self.published else NOTHING

    def yearless(self, month: int, day: int | None, *, solar: bool = False) -> Reading:
        """A day and month, or a month alone, without its year. ``solar``: a Jalali month; alone it has no value."""
        if solar and day is None:
            return NOTHING
        reference = _middle(self.published) or self.told
        if reference is None:
            return NOTHING
        candidates = [found for year in _years(reference, solar) if (found := _day_of(year, month, day or 1, solar))]
        if day is None:
            reference = reference.replace(day=1)
        last = max((found for found in candidates if found <= reference), default=None)
        coming = min((found for found in candidates if found > reference), default=None)
        if self.published is None:
            return Reading(_cut(_nearest(reference, last, coming), day))
        if len(self.published) == 4:
            year = int(self.published)
            return Reading(_cut(next((found for found in candidates if found.year == year), None), day))
        return _either(self.published, reference, last, coming, day)


def _either(published: str, reference: date, last: date | None, coming: date | None, day: int | None) -> Reading:
    """The last or the coming such date, whichever a newspaper would name without its year."""
    back, forward = _cut(last, day), _cut(coming, day)
    if coming is not None and len(published) == 7 and forward and forward.startswith(published):
        return Reading(forward)
    if last == reference:
        return Reading(back)
    soon = coming is not None and (coming - reference).days <= _NEAR_AHEAD
    far = last is None or (reference - last).days > _FAR_BACK
    return Reading(forward if soon and far else back, back, forward)


def _nearest(reference: date, *found: date | None) -> date | None:
    near = [day for day in found if day is not None and abs((day - reference).days) <= _NEAR_ANCHOR]
    return min(near, key=lambda day: abs((day - reference).days), default=None)


def _middle(published: str | None) -> date | None:
    """The article's day, or the middle of its month or year."""
    if published is None:
        return None
    padded = published + {4: "-07-01", 7: "-15"}.get(len(published), "")
    return parse_day(padded)


def _years(reference: date, solar: bool) -> range:
    year = reference.year - (621 if solar else 0)
    return range(year - 2, year + 3)


def _day_of(year: int, month: int, day: int, solar: bool) -> date | None:
    try:
        return jalali.to_gregorian(year, month, day) if solar else date(year, month, day)
    except ValueError:
        return None


def full(year: int, month: int, day: int | None, *, solar: bool = False) -> Reading:
    """A date with its year; a Jalali month without day spans two Gregorian months and has no value."""
    if solar and day is None:
        return NOTHING
    found = _day_of(year, month, day or 1, solar)
    return Reading(_cut(found, day))


def _cut(found: date | None, day: int | None) -> str | None:
    return None if found is None else found.isoformat()[: 10 if day else 7]


def _shift(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    if not MINYEAR < day.year + days / 365 < 9998:
        return None
    return day + timedelta(days=days)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _single(day: date | None) -> Reading:
    return Reading(_iso(day))
