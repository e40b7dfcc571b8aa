"""Resolve meanings to days: each kind of meaning, with what it needs of the context."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sourcebook.annotate.times.clues import Lean
from sourcebook.annotate.times.context import Context, Resolved, from_stretch, unknown
from sourcebook.annotate.times.meanings import (
    Base,
    Beside,
    Between,
    Feast,
    Lasting,
    Meaning,
    Nth,
    Part,
    Portion,
    Repeated,
    Seasonal,
    Shifted,
    Timed,
    Told,
    Vague,
    Way,
    Weekday,
    Yearly,
)
from sourcebook.annotate.times.recurring import resolve_feast, resolve_seasonal, resolve_weekday, resolve_yearly
from sourcebook.annotate.times.sets import length
from sourcebook.annotate.times.stretches import (
    CLOCK_UNITS,
    PRECISIONS,
    Stretch,
    Unit,
    day,
    holding,
    months,
    moved,
    nth,
    year,
)
from sourcebook.values.kinds import Precision, TimeKind

UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
}
"""Values of stretches that nothing allows to place; the others' is ``XXXX``."""

LOOSE = {Unit.DAY: (2, 13), Unit.WEEK: (2, 8), Unit.MONTH: (2, 23)}
"""
How many "days", "weeks" or "months" without a count can be. Unit: the unit; both ends included.

From two on, as the plural says, and fewer than would be told in the next unit. Years are left open.
"""

_MIDWEEK = 2
"""Wednesday: a day before it is nearer to the weekend that has passed."""
_DECADE_PARTS = {Portion.EARLY: (0, 3), Portion.MIDDLE: (3, 6), Portion.LATE: (6, 9)}
_THIRDS = {Portion.EARLY: (0, 1), Portion.MIDDLE: (1, 2), Portion.LATE: (2, 3)}


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """Return what a meaning tells in this context; days outside years 1 to 9999 are unknown."""
    try:
        return _resolve(meaning, context)
    except (ValueError, OverflowError):
        return unknown(UNKNOWN[Unit.DAY], "outside the calendar")


def _resolve(meaning: Meaning, context: Context) -> Resolved:
    match meaning:
        case Told(stretch, note):
            return from_stretch(stretch, note, anchored=False)
        case Yearly():
            return resolve_yearly(meaning, context)
        case Feast():
            return resolve_feast(meaning, context)
        case Seasonal():
            return resolve_seasonal(meaning, context)
        case Weekday():
            return resolve_weekday(meaning, context)
        case Shifted():
            return _shifted(meaning, context)
        case Beside(unit, by, of):
            return _beside(unit, by, resolve(of, context))
        case Nth(number, unit, of, weekday):
            return _nth(number, unit, weekday, resolve(of, context))
        case Part(portion, of):
            return _part(portion, resolve(of, context), context)
        case Timed(clock, of):
            return _timed(clock, None if of is None else resolve(of, context))
        case Lasting():
            return _lasting(meaning, context)
        case Repeated(value):
            return unknown(value, "", TimeKind.SET)
        case Vague(value):
            return unknown(value, "")
        case Between(first, last):
            return between(resolve(first, context), resolve(last, context))


def _shifted(meaning: Shifted, context: Context) -> Resolved:
    unit, by = meaning.unit, meaning.by
    value = UNKNOWN.get(unit, "XXXX-XX-XXTXX" if unit in CLOCK_UNITS else "XXXX")
    kind = TimeKind.TIME if unit in CLOCK_UNITS else TimeKind.DATE
    precision = PRECISIONS.get(unit, Precision.DAY)
    if meaning.base is Base.TEXT:
        anchor = context.anchor(Unit.DAY if unit in CLOCK_UNITS else unit)
        if unit in CLOCK_UNITS:
            return _hours_later(length(by, unit), anchor)
        if anchor is None or by is None:
            if unit is Unit.YEAR and by is not None and by < 0 and context.published is not None:
                value = year(context.published.year + round(by)).value
            return unknown(value, "no time told before that it could be counted from", kind, precision)
        words, resolved, stretch = anchor
        if unit is Unit.DAY and stretch.unit is not Unit.DAY:
            return _some_day(stretch, by, words, resolved)
        found = _moved_stretch(stretch, unit, by)
        return from_stretch(found, f"counted from '{words}'", anchored=resolved.anchored)
    if context.published is None:
        return unknown(value, "publication unknown", kind, precision)
    said = f"counted from publication {context.published}"
    if by is None:
        first, last = loosely(context.published, context.published, unit, Way.LAST)
        return Resolved(TimeKind.DATE, "PAST_REF", first, last, Precision.OPEN, anchored=True, said=said)
    found = _moved_stretch(day(context.published), unit, by)
    told = from_stretch(found, said, anchored=True)
    return replace(told, kind=kind, value=f"{told.value}TXX") if kind is TimeKind.TIME else told


def _hours_later(value: str, anchor: tuple[str, Resolved, Stretch] | None) -> Resolved:
    """Return "an hour later": its length, on the day told before where there is one."""
    if anchor is None:
        return unknown(value, "no time told before that it could be counted from", TimeKind.DURATION)
    words, resolved, stretch = anchor
    told = from_stretch(stretch, f"counted from '{words}'", anchored=resolved.anchored)
    return replace(told, kind=TimeKind.DURATION, value=value)


def _some_day(stretch: Stretch, by: float, words: str, resolved: Resolved) -> Resolved:
    """Return the days that "the next day" can be where only a month or week was told."""
    value = f"{stretch.value}-XX" if stretch.unit is Unit.MONTH and by == 0 else UNKNOWN[Unit.DAY]
    first, last = moved(stretch.first, Unit.DAY, by), moved(stretch.last, Unit.DAY, by)
    said = f"counted from some day of '{words}'"
    return Resolved(TimeKind.DATE, value, first, last, stretch.precision, resolved.anchored, said)


def _moved_stretch(base: Stretch, unit: Unit, by: float) -> Stretch:
    """Return the stretch some units from a base, told in that unit; a day without an own length keeps the base's."""
    if unit in CLOCK_UNITS:
        return Stretch(Unit.DAY, base.first.isoformat(), base.first, base.last)
    if unit is Unit.DAY and by == 0:
        return base
    return holding(unit, moved(base.last if unit is Unit.DAY and by > 0 else base.first, unit, by))


def loosely(first: date, last: date, unit: Unit, side: Way) -> tuple[date | None, date | None]:
    """
    Return the days that "days before" or "months after" leave open around an interval.

    Years and longer units have one end only, None at the other.
    """
    if unit in CLOCK_UNITS:
        one = timedelta(days=1)
        return (first - one, last) if side is Way.LAST else (first, last + one)
    sign = -1 if side is Way.LAST else 1
    near, far = LOOSE.get(unit, (2, None))
    nearest = moved(last if side is Way.LAST else first, unit, sign * near)
    furthest = None if far is None else moved(first if side is Way.LAST else last, unit, sign * far)
    return (furthest, nearest) if side is Way.LAST else (nearest, furthest)


def _beside(unit: Unit, by: int, of: Resolved) -> Resolved:
    if of.first is None or of.last is None:
        return unknown(UNKNOWN.get(unit, "XXXX"), of.said, precision=PRECISIONS[unit])
    base = of.last if by > 0 else of.first
    if unit is Unit.WEEKEND and by == 0 and base.weekday() < _MIDWEEK:
        by = -1  # a Monday's weekend has just passed
    return from_stretch(holding(unit, base, by), of.said, anchored=of.anchored)


def _nth(number: int, unit: Unit, weekday: int | None, of: Resolved) -> Resolved:
    """Return one day, week or weekend of a stretch; where the stretch is not known, neither is it."""
    if of.stretch is None:
        return unknown(UNKNOWN[unit], of.said, precision=PRECISIONS[unit])
    return from_stretch(nth(of.stretch, number, unit, weekday), of.said, anchored=of.anchored)


def _part(portion: Portion, of: Resolved, context: Context) -> Resolved:
    """Narrow a stretch to one of its thirds, or to what of it lies before or behind publication."""
    if of.first is None or of.last is None or of.first == of.last or of.stretch is None:
        return of
    published = context.published
    if portion in {Portion.SO_FAR, Portion.REST}:
        if published is None or not of.first <= published <= of.last or not of.anchored:
            return of
        ends = (of.first, published) if portion is Portion.SO_FAR else (published, of.last)
        return replace(of, first=ends[0], last=ends[1], said=f"{of.said}; {portion.value}")
    first, last = third(of.stretch, portion)
    return replace(of, first=first, last=last, said=f"{of.said}; its {portion.value} third".strip("; "))


def third(stretch: Stretch, portion: Portion) -> tuple[date, date]:
    """
    Return the first, middle or last third of a stretch.

    Of years and seasons in whole months; of decades in years, a border year in both; else in days, likewise.

    >>> from sourcebook.annotate.times.stretches import month
    >>> [end.day for end in third(month(2021, 8), Portion.MIDDLE)]
    [11, 21]
    """
    begin, end = _THIRDS[portion]
    if stretch.unit in {Unit.YEAR, Unit.QUARTER, Unit.SEASON} and stretch.first.day == 1:
        many = {Unit.YEAR: 4}.get(stretch.unit, 1)
        whole = months(stretch.unit, "", stretch.first.year, stretch.first.month + many * begin, many)
        return whole.first, whole.last
    if stretch.unit is Unit.DECADE:
        start, until = _DECADE_PARTS[portion]
        return date(stretch.first.year + start, 1, 1), date(stretch.first.year + until, 12, 31)
    days = (stretch.last - stretch.first).days + 1
    return stretch.first + timedelta(days=days * begin // 3), stretch.first + timedelta(
        days=min(-(-days * end // 3), days) - 1
    )


def _timed(clock: str, of: Resolved | None) -> Resolved:
    if of is None:
        return unknown(f"XXXX-XX-XX{clock}", "day unknown", TimeKind.TIME, Precision.DAY)
    told = of.value.partition("T")[0] if not of.value.endswith("_REF") else UNKNOWN[Unit.DAY]
    return replace(of, kind=TimeKind.TIME, value=f"{told}{clock}")


def _lasting(meaning: Lasting, context: Context) -> Resolved:
    value = meaning.value or length(meaning.count, meaning.unit)
    published, count = context.published, meaning.count
    if published is None or (meaning.toward is None and not meaning.ahead):
        return unknown(value, "", TimeKind.DURATION)
    said = f"counted from publication {published}"
    if meaning.toward is None:
        if count is None or context.lean() not in {Lean.FUTURE, Lean.EITHER}:
            return unknown(value, "", TimeKind.DURATION)
        found = _moved_stretch(day(published), meaning.unit, count)
        told = from_stretch(found, f"{said}: so long from it", anchored=True)
        return replace(told, kind=TimeKind.DURATION, value=value)
    past = meaning.toward is Way.LAST
    other = None if count is None else moved(published, meaning.unit, -count if past else count)
    first, last = (other, published) if past else (published, other)
    precision = Precision.OPEN if count is None else Precision.RANGE
    side = "up to" if past else "from"
    return Resolved(
        TimeKind.DURATION, value, first, last, precision, anchored=True, said=f"{side} publication {published}"
    )


def between(first: Resolved, last: Resolved) -> Resolved:
    """Return the interval from one time to another."""
    said = "; ".join(dict.fromkeys(part for part in (first.said, last.said) if part))
    known = first.first is not None and last.last is not None and first.first <= last.last
    return Resolved(
        TimeKind.DATE,
        f"{first.value}/{last.value}",
        first.first if known else None,
        last.last if known else None,
        Precision.RANGE,
        anchored=first.anchored or last.anchored,
        said=said,
    )
