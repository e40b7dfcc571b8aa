"""How an interval of days is written: as wide as it is known, no narrower."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from sourcebook.values.claims import When
from sourcebook.values.kinds import Precision
from sourcebook.values.reports import Published

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def interval(earliest: date | None, latest: date | None) -> str:
    """
    Return an interval of days, both ends included, in words; empty where both ends are open.

    >>> interval(date(2031, 5, 1), date(2031, 5, 31))
    'May 2031'
    >>> interval(date(2031, 5, 4), date(2031, 5, 6))
    '4–6 May 2031'
    >>> interval(None, date(2031, 5, 6))
    'until 6 May 2031'
    """
    if earliest is None and latest is None:
        return ""
    if earliest is None:
        assert latest is not None  # noqa: S101 - one of the two is there
        return f"until {_day(latest)}"
    if latest is None:
        return f"from {_day(earliest)}"
    if earliest == latest:
        return _day(earliest)
    if earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]:
        return _months(earliest, latest)
    if earliest.year != latest.year:
        return f"{_day(earliest)} – {_day(latest)}"
    if earliest.month != latest.month:
        return f"{earliest.day} {_month(earliest)} – {_day(latest)}"
    return f"{earliest.day}–{_day(latest)}"


def written(when: When | None) -> str:
    """Return a claim's or event's time in words, with "about" where a day is told that is not known to the day."""
    if when is None:
        return ""
    words = interval(when.earliest, when.latest)
    closed = when.earliest is not None and when.latest is not None
    if closed and when.precision is Precision.DAY and when.earliest != when.latest:
        return f"about {words}"
    return words


def published(when: Published) -> str:
    """
    Return a report's day in words, saying where it only follows from the text.

    >>> published(Published())
    'undated'
    """
    words = interval(when.earliest, when.latest)
    if not words:
        return "undated"
    return f"not before {_day(when.earliest)}" if when.latest is None and when.earliest is not None else words


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _day(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"


def _months(earliest: date, latest: date) -> str:
    if (earliest.month, latest.month) == (1, 12):
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
    if earliest.year != latest.year:
        return f"{_month(earliest)} {earliest.year} – {_month(latest)} {latest.year}"
    if earliest.month != latest.month:
        return f"{_month(earliest)}–{_month(latest)} {latest.year}"
    return f"{_month(earliest)} {earliest.year}"
