"""Days in words, as the pages write them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_words(earliest: str | None, latest: str | None) -> str:
    """
    Return an interval of days, ISO 8601, both included, None open, as it is read.

    >>> in_words("2031-05-14", "2031-05-14"), in_words("2031-05-01", "2031-05-31"), in_words("2031-01-01", "2031-12-31")
    ('14 May 2031', 'May 2031', '2031')
    >>> in_words("2031-05-14", "2031-05-17"), in_words(None, "2031-05-14"), in_words(None, None)
    ('14–17 May 2031', 'until 14 May 2031', '')
    """
    if earliest is None and latest is None:
        return ""
    if earliest is None:
        return f"until {_day(latest or '')}"
    if latest is None:
        return f"since {_day(earliest)}"
    if earliest == latest:
        return _day(earliest)
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month]} {first.year}" if whole else f"{first.day}–{_day(latest)}"
    if whole and first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{_day(earliest)} – {_day(latest)}"


def _day(written: str) -> str:
    day = date.fromisoformat(written)
    return f"{day.day} {MONTHS[day.month]} {day.year}"
