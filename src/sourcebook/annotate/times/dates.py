"""Rules for calendar dates: days, months, years, decades, seasons and quarters told by number or name."""

from __future__ import annotations

from datetime import date

from sourcebook.annotate.times import stretches
from sourcebook.annotate.times.meanings import Between, Meaning, Parsed, Seasonal, Told, Way, Yearly
from sourcebook.annotate.times.stretches import Stretch, Unit
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import (
    MONTHS,
    ORDINAL_ENDINGS,
    PREPOSITIONS,
    month_day,
    month_name,
    year_number,
)

DASHES = frozenset({"-", "–", "—", "‑", "−"})
_JOINS = DASHES | {"to", "and", "through", "or", "until", "till", "&"}
_PIVOT = 50
"""Two-digit years below it are read as 20xx, others as 19xx (POSIX has 69; news looks back less far)."""

COUNTED = frozenset(
    "people men women children km kg meters metres miles feet tons tonnes dollars euros pounds rubles troops soldiers "
    "fighters police officers victims dead killed wounded injured million billion thousand percent pm am gmt utc hours "
    "votes jobs homes houses words pages points times others seats cases deaths refugees civilians rebels".split()
)
"""Words behind four digits that show that they count something."""

CLOSE_YEARS = (1800, 2100)
"""Years that four bare digits may tell; others need "year" or a month beside them."""


def day_of(year: int, month: int, of: int) -> Stretch | None:
    """Return the day as a stretch, None where the calendar has none such."""
    try:
        return stretches.day(date(year, month, of))
    except ValueError:
        return None


def numeric_date(tokens: list[Token], at: int) -> Parsed | None:
    """Read ``2021-08-15``, ``2021-08``, ``15/08/2021``, ``15.08.2021``; says where day and month are open."""
    first, mark, second = tokens[at], tokens[at + 1].low, tokens[at + 2]
    if first.number is None or second.number is None or mark not in {"-", "/", "."}:
        return None
    if not (tokens[at + 1].tight and second.tight) or (at and first.tight and tokens[at - 1].low in {".", "-", "/"}):
        return None
    third, three = tokens[at + 4], tokens[at + 3].low == mark and tokens[at + 3].tight and tokens[at + 4].tight
    wide = first.end - first.start
    if not three or third.number is None:
        if wide == 4 and mark == "-" and second.end - second.start == 2 and 1 <= second.number <= 12:
            near = first.number % 100 + 1 == second.number
            if not near and CLOSE_YEARS[0] <= first.number < CLOSE_YEARS[1]:
                return Parsed(Told(stretches.month(first.number, second.number)), at + 3, "iso-month")
        return None
    if tokens[at + 5].tight and (tokens[at + 5].low in {"-", "/"} or tokens[at + 5].number is not None):
        return None
    if wide == 4:
        whole = day_of(first.number, second.number, third.number)
        return Parsed(Told(whole), at + 5, "iso-date") if whole else None
    if wide > 2 or second.end - second.start > 2 or third.end - third.start not in {2, 4}:
        return None
    if third.end - third.start == 2 and mark != "/":
        return None
    year = third.number
    note = ""
    if third.end - third.start == 2:
        year += 2000 if year < _PIVOT else 1900
        note = f"two-digit year read as {year}"
    return _day_or_month_first(first.number, second.number, year, mark, note, at + 5)


def _day_or_month_first(one: int, two: int, year: int, mark: str, note: str, end: int) -> Parsed | None:
    """Decide which of two numbers is the day; keep both readings where nothing decides."""
    day_first, month_first = day_of(year, two, one), day_of(year, one, two)
    if mark == "." or month_first is None or day_first == month_first:
        return Parsed(Told(day_first, note), end, "day-month-year") if day_first else None
    if day_first is None:
        return Parsed(Told(month_first, note), end, "month-day-year")
    early, late = sorted((day_first.first, month_first.first))
    both = Stretch(Unit.SPAN, f"{year:04}-XX-XX", early, late)
    said = f"day and month open: {day_first.value} or {month_first.value}"
    return Parsed(Told(both, f"{note}; {said}" if note else said), end, "day-month-open")


def month_date(tokens: list[Token], at: int) -> Parsed | None:
    """Read every form with a month's name: ``Aug. 15, 2021``, ``8-9 January``, ``the 15th of August``, ``May 2021``."""
    named = month_name(tokens, at)
    if named:
        return _month_first(tokens, at, *named)
    of = month_day(tokens, at)
    if of is None:
        return None
    first, after = of
    last = None
    within = at > 0 and tokens[at - 1].low in {"between", "from"}
    if tokens[after].low in _JOINS:
        second = month_day(tokens, after + 1)
        if second and tokens[after].low in {"and", "or", "&"} and not within:
            return _first_of_two(tokens, first, after, second[1])
        if second and second[0] > first:
            last, after = second
    after += tokens[after].low == "of"
    after += tokens[after].low in {"-", ","} and month_name(tokens, after + 1) is not None
    named = month_name(tokens, after)
    if named is None or first > 31:
        return None
    return _with_year(tokens, named[0], first, last, named[1])


def _first_of_two(tokens: list[Token], day: int, end: int, behind: int) -> Parsed | None:
    """Read "8" of "8 and 9 January"."""
    second = month_date(tokens, end + 1)
    if second is None or second.end <= behind:
        return None
    if isinstance(second.meaning, Told) and second.meaning.stretch.unit is Unit.DAY:
        of = second.meaning.stretch.first
        whole = day_of(of.year, of.month, day)
        return Parsed(Told(whole), end, "day-of-two") if whole else None
    if isinstance(second.meaning, Yearly) and second.meaning.day is not None:
        return Parsed(Yearly(second.meaning.month, day), end, "day-of-two")
    return None


def second_day(tokens: list[Token], at: int) -> Parsed | None:
    """Read "9" of "January 8 and 9"; a year behind it counts."""
    if at < 3 or tokens[at - 1].low not in {"and", "or", "&"} or tokens[at].number is None:
        return None
    step = at - 2 - (tokens[at - 2].low in ORDINAL_ENDINGS)
    first, of = month_day(tokens, step), month_day(tokens, at)
    step -= 1 + (tokens[step - 1].low == ".")
    named = month_name(tokens, step)
    if first is None or of is None or named is None or of[0] <= first[0] or month_name(tokens, of[1]):
        return None
    return _with_year(tokens, named[0], of[0], None, of[1])


def _month_first(tokens: list[Token], at: int, month: int, after: int) -> Parsed | None:
    """Read what may stand behind a month's name."""
    of = month_day(tokens, after + (tokens[after].low == "the" or (tokens[after].low == "-" and tokens[after].tight)))
    if of and not (tokens[of[1]].low in MONTHS and year_number(tokens, of[1] + 1)):
        first, behind = of
        last = None
        within = at > 0 and tokens[at - 1].low in {"between", "from"}
        if tokens[behind].low in DASHES | {"to"} or (tokens[behind].low == "and" and within):
            second = month_day(tokens, behind + 1)
            if second and second[0] > first and month_name(tokens, second[1]) is None:
                last, behind = second
        return _with_year(tokens, month, first, last, behind)
    found = _with_year(tokens, month, None, None, after)
    if found is None or isinstance(found.meaning, Told):
        return found
    if tokens[after].low in DASHES | {"to"} and tokens[after].tight:
        other = month_name(tokens, after + 1)
        if other:
            return _month_to_month(tokens, month, other)
    low, short = tokens[at].low, tokens[at].low not in MONTHS
    before = tokens[at - 1].low if at else ""
    listed = at > 1 and before in {"and", "or", ","} and tokens[at - 2].low in MONTHS
    noun = before in {"a", "the"} and tokens[after].low.isalpha() and not tokens[after].upper  # "a May meeting"
    bare = short and after == at + 1  # "in Jan", but not "by Jan Novak"
    shown = (before in PREPOSITIONS or listed or noun) and not (
        bare and (before not in {"in", "since", "until"} or tokens[after].upper)
    )
    return Parsed(found.meaning, found.end, found.rule, unsure=(short or low in {"may", "march"}) and not shown)


def _month_to_month(tokens: list[Token], first: int, other: tuple[int, int]) -> Parsed:
    """Read "June-August" with the year that may follow."""
    last = _with_year(tokens, other[0], None, None, other[1])
    if last is not None and isinstance(last.meaning, Told):
        year = last.meaning.stretch.first.year - (first > other[0])
        return Parsed(Between(Told(stretches.month(year, first)), last.meaning), last.end, "month-range")
    return Parsed(Between(Yearly(first), Yearly(other[0])), other[1], "month-range")


def _with_year(tokens: list[Token], month: int, first: int | None, last: int | None, after: int) -> Parsed | None:
    """Add the year that may stand behind month and day, and make the meaning."""
    rule = "month" if first is None else "day" if last is None else "day-range"
    step = after + (tokens[after].low in {",", "of"} or (tokens[after].low == "-" and tokens[after].tight))
    found = year_number(tokens, step)
    if found and CLOSE_YEARS[0] <= found[0] < CLOSE_YEARS[1] and tokens[found[1]].low not in COUNTED:
        year, end = found
        if first is None:
            return Parsed(Told(stretches.month(year, month)), end, f"{rule}-year")
        whole, until = day_of(year, month, first), day_of(year, month, last or first)
        if whole is None or until is None:
            return None
        return Parsed(Between(Told(whole), Told(until)) if last else Told(whole), end, f"{rule}-year")
    if first is not None and (day_of(2000, month, first) is None or (last and day_of(2000, month, last) is None)):
        return None
    return Parsed(Yearly(month, first, last), after, rule)


def with_way(meaning: Meaning, way: Way) -> Meaning | None:
    """Return "last", "this" or "next" of a meaning that can take it; None for others."""
    if isinstance(meaning, Yearly) and meaning.day is None:
        return Yearly(meaning.month, way=way, hijri=meaning.hijri)
    if isinstance(meaning, Yearly):
        return Yearly(meaning.month, meaning.day, meaning.last_day, way=way, hijri=meaning.hijri)
    if isinstance(meaning, Seasonal):
        return Seasonal(meaning.code, way=way)
    return None
