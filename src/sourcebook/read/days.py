"""Days as people write them: in columns and front matter, and in the lines above a story."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

from sourcebook.errors import BadValue
from sourcebook.values.reports import Basis, Published

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}
_MONTHS["sept"] = 9

_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s+)?"
_CLOCK = (
    r"(?:[\s,T@|–—-]*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?(?:[A-Z]{2,5}|Z)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\)?|[+-]\d\d:?\d\d)?)?"
)
_DAY = (
    rf"(?:{_WEEKDAY}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH}),?\s+(?P<y1>\d{{4}})"
    rf"|{_WEEKDAY}(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d))"
)

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d\S*(?: ?\S{1,6})?)?)?)?")
_YEAR = re.compile(r"\d{4}")
_REVISION = re.compile(r"updated|modified|revised|edited", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Lines that state a day: nothing but it, after a label, as a dateline, or beside names."""

    alone: re.Pattern[str]
    labelled: re.Pattern[str]
    dateline: re.Pattern[str]
    signature: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compile when the first line asks, which keeps the package quick to import."""
    return _Patterns(
        alone=re.compile(rf"(?:{_DAY}){_CLOCK}\s*", re.IGNORECASE),
        labelled=re.compile(
            r"(?P<label>(?:first |originally |last )?(?:published|posted|updated|modified|revised|edited|issued)"
            r"(?: on| at)?|(?:publication |publishing |post )?date(?: published| of publication)?)"
            rf"\s*[:|–—-]?\s*{_DAY}{_CLOCK}(?P<rest>.*)",
            re.IGNORECASE,
        ),
        dateline=re.compile(
            r"[A-Z][A-Z'’.\- ]{2,40}(?:,\s+[A-Z][\w.'’ ]{1,30}?)?(?:\s+\([^()]{2,30}\))?"
            rf"(?:,|\s+[–—-]|\s*/)\s*(?i:{_DAY})\s*"
            r"(?:[,/]?\s*\([^()]{2,40}\)|/[\w ]{2,30}/)?\s*(?:[–—:-]|\.\s?/|$)",
        ),
        signature=re.compile(
            rf"(?P<before>.{{0,80}}?)[\s,|•·–—-]*\b(?:{_DAY}){_CLOCK}[\s,|•·–—-]*(?P<after>.{{0,40}})", re.IGNORECASE
        ),
    )


LONGEST_LINE = 200
"""Length of the longest line that can say only when and by whom. Unit: code points."""

TOP = 8
"""Lines at the head of a page in which a stated date is looked for; bylines stand there (read off news pages)."""


class NoSuchDayError(BadValue):
    """Words that were to be a date and are none. Never leaves this package."""


def given_day(written: str) -> Published:
    """
    Read a date that somebody gives for a report: ISO 8601 to the day, month or year, or as feeds write it.

    The clock time is left off and the day kept as it is written, whatever the zone.

    Raises:
        NoSuchDayError: If it is none of these or there is no such day.

    >>> given_day("2031-05").latest, given_day("Sun, 04 May 2031 23:30:00 +0430").day
    (datetime.date(2031, 5, 31), datetime.date(2031, 5, 4))
    """
    found = _ISO.fullmatch(written)
    if found is None:
        return Published.on(_feed_day(written), Basis.GIVEN)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if month is None:
            return Published(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31), Basis.GIVEN)
        if day is None:
            last = calendar.monthrange(int(found[1]), month)[1]
            return Published(date(int(found[1]), month, 1), date(int(found[1]), month, last), Basis.GIVEN)
        return Published.on(date(int(year or 0), month, day), Basis.GIVEN)
    except ValueError as fault:
        raise NoSuchDayError(f"{written!r} is no date") from fault


def _feed_day(written: str) -> date:
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError) as fault:
        raise NoSuchDayError(f"{written!r} is no date; write it as YYYY-MM-DD") from fault


def is_date_line(text: str) -> bool:
    """
    Tell whether a line says only when, and perhaps who wrote it: no part of a story.

    >>> is_date_line("Published: 4 May 2031, 10:15 GMT"), is_date_line("Ola Brandt | 4 May 2031")
    (True, True)
    >>> is_date_line("The dam broke on 4 May 2031.")
    False
    """
    if len(text) > LONGEST_LINE or _YEAR.search(text) is None:
        return False
    if _patterns().alone.fullmatch(text):
        return True
    labelled = _patterns().labelled.match(text)
    if labelled is not None and len(labelled["rest"].split()) <= 8:
        return True
    return _signed(text)


def _signed(text: str) -> bool:
    """Tell whether a date stands beside nothing but names."""
    found = _patterns().signature.fullmatch(text)
    if found is None or text.endswith((".", "!", "?")) or text.startswith(("—", "–", "-")):
        return False  # a line with a dash before it signs the quotation above it
    around = f"{found['before']} {found['after']}".split()
    small = [
        word
        for word in around
        if word[:1].islower() and word not in {"and", "by", "of", "for", "the", "in", "on", "at"}
    ]
    return len(around) <= 10 and not small


def stated_days(lines: Sequence[str]) -> tuple[date | None, date | None]:
    """
    Return the day of publication and of revision that the lines above a story state without doubt.

    Taken are labelled dates ("Published: 4 May 2031"), a line that is nothing but a date, a byline with a date, and a
    dateline with a year ("VELL, May 4, 2031 (VP) –"). Two different days for one thing count as none. Days written
    in figures alone are taken in ISO order only, for 04/05 is two days.

    Args:
        lines: The first lines of the page, trimmed.

    >>> stated_days(["Dam holds", "Published: 4 May 2031", "Updated: May 6, 2031"])
    (datetime.date(2031, 5, 4), datetime.date(2031, 5, 6))
    """
    published: set[date] = set()
    revised: set[date] = set()
    weaker: set[date] = set()
    for line in (one[:LONGEST_LINE] for one in lines[:TOP]):
        labelled = _patterns().labelled.match(line)
        if labelled is not None:
            day = _day(labelled)
            if day is not None:
                (revised if _REVISION.search(labelled["label"]) else published).add(day)
            for other in _patterns().labelled.finditer(labelled["rest"]):
                day = _day(other)
                if day is not None:
                    (revised if _REVISION.search(other["label"]) else published).add(day)
            continue
        found = (
            _patterns().alone.fullmatch(line)
            or _patterns().dateline.match(line)
            or (_patterns().signature.fullmatch(line) if _signed(line) else None)
        )
        day = _day(found) if found is not None else None
        if day is not None:
            weaker.add(day)
    first = published or weaker
    return (first.pop() if len(first) == 1 else None, max(revised) if revised else None)


def _day(found: re.Match[str]) -> date | None:
    for number in "123":
        year, month, day = found[f"y{number}"], found[f"m{number}"], found[f"d{number}"]
        if year is not None:
            try:
                return date(int(year), _MONTHS.get(month.lower().rstrip("."), 0) or int(month), int(day))
            except ValueError:
                return None
    return None
