"""The Solar Hijri calendar of Iran and Afghanistan, by arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

from sourcebook.annotate.times.stretches import Stretch, Unit, day

FIRST_YEAR, LAST_YEAR = 1178, 1633
"""
Years for which the 33-year cycle gives the very days that astronomical reckoning gives.

Source: K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets 74 (1996), 223-230.
"""

_NEW_YEAR_1400 = date(2021, 3, 21)
_MOST_MONTHS_OF_31 = 6


def leap(year: int) -> bool:
    """
    Tell whether the year has 366 days.

    >>> [year for year in range(1395, 1410) if leap(year)]
    [1395, 1399, 1403, 1408]
    """
    return (25 * year + 11) % 33 < 8


def month_days(year: int, month: int) -> int:
    """Return the length of a month. Unit: days."""
    if month <= _MOST_MONTHS_OF_31:
        return 31
    return 30 if month < 12 or leap(year) else 29


def gregorian(year: int, month: int, of: int) -> date:
    """
    Return the Gregorian day of a Solar Hijri one.

    Raises:
        ValueError: If there is no such day, or the year is outside ``FIRST_YEAR`` to ``LAST_YEAR``.

    >>> gregorian(1400, 10, 19)
    datetime.date(2022, 1, 9)
    """
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= of <= month_days(year, month)):
        raise ValueError(f"no Solar Hijri day {year}-{month}-{of}")
    leaps = sum(map(leap, range(min(year, 1400), max(year, 1400))))
    years = 365 * (year - 1400) + (leaps if year > 1400 else -leaps)
    before = sum(month_days(year, number) for number in range(1, month))
    return _NEW_YEAR_1400 + timedelta(days=years + before + of - 1)


def hijri_year(of: date) -> int:
    """Return the Solar Hijri year that a Gregorian day lies in; ValueError outside the years held."""
    year = of.year - 621
    return year if gregorian(year, 1, 1) <= of else year - 1


def hijri_stretch(year: int, month: int | None = None, of: int | None = None) -> Stretch:
    """
    Return a Solar Hijri day, month or year as a stretch; ValueError where there is none.

    A month or a year begins inside a Gregorian one, so its value names its first and last day.

    >>> hijri_stretch(1400, 10).value
    '2021-12-22/2022-01-20'
    """
    if month is not None and of is not None:
        return day(gregorian(year, month, of))
    first = gregorian(year, month or 1, 1)
    last = gregorian(year, month or 12, month_days(year, month or 12))
    return Stretch(Unit.MONTH if month else Unit.YEAR, f"{first.isoformat()}/{last.isoformat()}", first, last)
