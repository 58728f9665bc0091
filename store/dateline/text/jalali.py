"""The Iranian solar calendar (Jalali), by the 33-year rule, exact for the years 1178 to 1501 (1799 to 2123).

Afghan months are the same months under other names. Source of the rule: Borkowski, "The Persian calendar for 3000
years", Earth, Moon, and Planets 74 (1996); in these years it agrees with the astronomical calendar.
"""

from __future__ import annotations

from datetime import date

FIRST_YEAR, LAST_YEAR = 1178, 1501
_EPOCH = date(622, 3, 21).toordinal()  # 1 Farvardin of the year 1, Gregorian reckoning


def _leap_days_before(year: int) -> int:
    """Leap days in the years before ``year``: eight in every 33 years."""
    return (8 * year + 21) // 33


def days_in_month(year: int, month: int) -> int:
    """31 days in the first six months, 30 in the next five, 29 or 30 in the last."""
    if month <= 6:
        return 31
    if month <= 11:
        return 30
    return 29 + _leap_days_before(year + 1) - _leap_days_before(year)


def to_gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian date of a Jalali one. Raises ValueError for a day that does not exist or lies out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"no such Jalali date: {year}-{month}-{day}")
    months = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    return date.fromordinal(_EPOCH + (year - 1) * 365 + _leap_days_before(year) + months + day - 1)
