"""Stretches of the calendar: a day, a week, a month and so on, with their TIMEX3 values and their neighbors."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sourcebook.values.kinds import Precision


class Unit(StrEnum):
    """What times are counted in, and ``SPAN``, some days that are no regular unit. Values: TIMEX3's letters, if any."""

    SECOND = "S"
    MINUTE = "TM"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "SEASON"
    HALF = "HALF"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    SPAN = "SPAN"


CLOCK_UNITS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})

PRECISIONS = {
    Unit.DAY: Precision.DAY,
    Unit.WEEKEND: Precision.RANGE,
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.SEASON,
    Unit.SEASON: Precision.SEASON,
    Unit.HALF: Precision.RANGE,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.RANGE,
    Unit.SPAN: Precision.RANGE,
}

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of the northern meteorological seasons (World Meteorological Organization)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    A stretch of the calendar.

    Attributes:
        unit: What kind of stretch.
        value: Its TIMEX3 value.
        first: First day.
        last: Last day, included.
    """

    unit: Unit
    value: str
    first: date
    last: date

    @property
    def precision(self) -> Precision:
        """How wide it is told."""
        return PRECISIONS[self.unit]


def day(of: date) -> Stretch:
    """Return the stretch of one day."""
    return Stretch(Unit.DAY, of.isoformat(), of, of)


def week(of: date) -> Stretch:
    """Return the week, Monday to Sunday, that holds the day (ISO 8601)."""
    year, number, weekday = of.isocalendar()
    first = of - timedelta(days=weekday - 1)
    return Stretch(Unit.WEEK, f"{year:04}-W{number:02}", first, first + timedelta(days=6))


def weekend(of: date) -> Stretch:
    """Return Saturday and Sunday of the week that holds the day."""
    whole = week(of)
    return Stretch(Unit.WEEKEND, f"{whole.value}-WE", whole.first + timedelta(days=5), whole.last)


def months(unit: Unit, value: str, year: int, month: int, count: int) -> Stretch:
    """Return ``count`` whole months from ``month`` of ``year`` on; ValueError outside years 1 to 9999."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end = month + count - 1
    until, end = year + (end - 1) // 12, (end - 1) % 12 + 1
    return Stretch(unit, value, date(year, month, 1), date(until, end, calendar.monthrange(until, end)[1]))


def month(year: int, number: int) -> Stretch:
    """Return a month; numbers beyond 1 to 12 count on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return months(Unit.MONTH, f"{year:04}-{number:02}", year, number, 1)


def quarter(year: int, number: int) -> Stretch:
    """Return a quarter; numbers beyond 1 to 4 count on into other years."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return months(Unit.QUARTER, f"{year:04}-Q{number}", year, 3 * number - 2, 3)


def half(year: int, number: int) -> Stretch:
    """Return the first or the second half of a year; other numbers count on into other years."""
    year, number = year + (number - 1) // 2, (number - 1) % 2 + 1
    return months(Unit.HALF, f"{year:04}-H{number}", year, 6 * number - 5, 6)


def season(year: int, code: str) -> Stretch:
    """Return a northern season; the winter of a year begins in its December."""
    return months(Unit.SEASON, f"{year:04}-{code}", year, SEASONS[code][0], 3)


def year(number: int) -> Stretch:
    """Return a calendar year."""
    return Stretch(Unit.YEAR, f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def decade(first_year: int) -> Stretch:
    """Return the ten years from ``first_year`` on, which ends in 0."""
    return Stretch(Unit.DECADE, f"{first_year // 10:03}X", date(max(first_year, 1), 1, 1), date(first_year + 9, 12, 31))


def century(number: int) -> Stretch:
    """Return a century, the 20th as 1901 to 2000; its value names the years that begin with 19."""
    first = (number - 1) * 100 + 1
    return Stretch(Unit.CENTURY, f"{number - 1:02}XX", date(first, 1, 1), date(first + 99, 12, 31))


def nth(of: Stretch, number: int, unit: Unit, weekday: int | None = None) -> Stretch:
    """
    Return the ``number``-th day, week, weekend or weekday of a stretch; negative numbers count from its end.

    Its weeks are told from its first day on, seven days each; their value is the calendar week that shares most days.

    Raises:
        ValueError: Where the stretch has none such.

    >>> nth(month(2022, 3), 1, Unit.WEEK).value, nth(month(2022, 5), -1, Unit.DAY, weekday=4).value
    ('2022-W09', '2022-05-27')
    """
    many = (of.last - of.first).days + 1
    if unit is Unit.WEEK:
        ahead = 7 * (number - 1) if number > 0 else many + 7 * number
        first = of.first + timedelta(days=ahead)
        last = min(first + timedelta(days=6), of.last)
        found = Stretch(unit, week(first + (last - first) / 2).value, first, last)
    elif unit is Unit.DAY and weekday is None:
        found = day(of.first + timedelta(days=number - 1) if number > 0 else of.last + timedelta(days=number + 1))
    else:
        wanted = 5 if weekday is None else weekday
        if number > 0:
            ahead = (wanted - of.first.weekday()) % 7 + 7 * (number - 1)
            on = of.first + timedelta(days=ahead)
        else:
            on = of.last - timedelta(days=(of.last.weekday() - wanted) % 7 - 7 * (number + 1))
        found = weekend(on) if unit is Unit.WEEKEND else day(on)
    if not of.first <= found.first <= of.last:
        raise ValueError(f"{of.value} has no such {unit.name.lower()}")
    return found


def holding(unit: Unit, of: date, by: int = 0) -> Stretch:
    """
    Return the stretch of this unit that holds the day, or the one ``by`` stretches later.

    Raises:
        ValueError: Outside years 1 to 9999, or for units below a day.
        OverflowError: Likewise, for very large ``by``.

    >>> holding(Unit.WEEK, date(2022, 1, 12), -1).value
    '2022-W01'
    """
    if unit is Unit.DAY:
        return day(of + timedelta(days=by))
    if unit is Unit.WEEK:
        return week(of + timedelta(weeks=by))
    if unit is Unit.WEEKEND:
        return weekend(of + timedelta(weeks=by))
    if unit is Unit.MONTH:
        return month(of.year, of.month + by)
    if unit is Unit.QUARTER:
        return quarter(of.year, (of.month - 1) // 3 + 1 + by)
    if unit is Unit.HALF:
        return half(of.year, (of.month - 1) // 6 + 1 + by)
    if unit is Unit.YEAR:
        return year(of.year + by)
    if unit is Unit.DECADE:
        return decade(of.year // 10 * 10 + 10 * by)
    if unit is Unit.CENTURY:
        return century((of.year - 1) // 100 + 1 + by)
    raise ValueError(f"no calendar stretch is a {unit.name.lower()}")


def moved(of: date, unit: Unit, by: float) -> date:
    """
    Return the day ``by`` units later, the day of the month cut to the month's length.

    Fractions count for weeks and longer units in whole days. Hours and shorter units move no day.

    Raises:
        ValueError: Outside years 1 to 9999.
        OverflowError: Likewise.

    >>> moved(date(2022, 3, 31), Unit.MONTH, -1)
    datetime.date(2022, 2, 28)
    """
    if unit in CLOCK_UNITS:
        return of
    if unit in {Unit.DAY, Unit.WEEK, Unit.WEEKEND}:
        return of + timedelta(days=round(by * (1 if unit is Unit.DAY else 7)))
    whole = by * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}.get(unit, 12)
    whole *= {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit, 1)
    count = of.year * 12 + of.month - 1 + round(whole)
    to, number = count // 12, count % 12 + 1
    if not 1 <= to <= 9999:
        raise ValueError(f"year {to} is outside the calendar")
    return date(to, number, min(of.day, calendar.monthrange(to, number)[1]))
