"""Resolve what comes back every year or week: "August 15", "summer", "Christmas", "Friday"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sourcebook.annotate.times import stretches
from sourcebook.annotate.times.clues import Lean
from sourcebook.annotate.times.context import Context, Resolved, from_stretch, unknown
from sourcebook.annotate.times.dates import day_of
from sourcebook.annotate.times.hijri import hijri_stretch, hijri_year
from sourcebook.annotate.times.holidays import FIXED, feast_day
from sourcebook.annotate.times.meanings import Base, Feast, Seasonal, Way, Weekday, Yearly
from sourcebook.annotate.times.stretches import Stretch, Unit
from sourcebook.values.kinds import Precision

NEARLY_AS_FAR = 180
"""
How much nearer one of two days must be for tense not to decide between them. Unit: days.

News names days without a year where they are near. Set on news read by eye (AQUAINT, PolNeAR), not swept.
"""

SOON = 45
"""
Within how many days a month or season that no tense places is taken to come, not to be nearly a year ago.

Unit: days. For the one of the year before, news says "last March"; chosen by reasoning, not on a corpus.
"""

AT_HAND = 2
"""
Within how many days a day of the week that no tense places is taken to come. Unit: days.

Read by eye in PolNeAR's news, where a day of the week stood without a tense: one day ahead or six back, 24 of 26 were
ahead; two or five, 8 of 12; three or four, 10 of 21. Where it may be either ("Monday's vote will hurt them") it is past
within as many days: of 21 that a future near by had put six days on, 18 were of the day before publication.
"""

InYear = Callable[[int], Stretch | None]


def resolve_yearly(meaning: Yearly, context: Context) -> Resolved:
    """Resolve a month or days of a month without a year."""

    def in_year(year: int) -> Stretch | None:
        if meaning.hijri:
            return _hijri(meaning, year)
        if meaning.day is None:
            return stretches.month(year, meaning.month)
        whole = day_of(year, meaning.month, meaning.day)
        if meaning.last_day is None or whole is None:
            return whole
        last = day_of(year, meaning.month, meaning.last_day)
        return last and Stretch(Unit.SPAN, f"{whole.value}/{last.value}", whole.first, last.last)

    value = f"XXXX-{meaning.month:02}"
    if meaning.hijri:
        value = "XXXX-XX" if meaning.day is None else "XXXX-XX-XX"
    elif meaning.day is not None:
        value = f"{value}-{meaning.day:02}"
        if meaning.last_day is not None:
            value = f"{value}/XXXX-{meaning.month:02}-{meaning.last_day:02}"
    precision = Precision.MONTH if meaning.day is None else Precision.DAY
    return _in_some_year(in_year, value, precision, context, meaning.way, meaning.years, hijri=meaning.hijri)


def _hijri(meaning: Yearly, year: int) -> Stretch | None:
    try:
        return hijri_stretch(year, meaning.month, meaning.day)
    except ValueError:
        return None


def resolve_feast(meaning: Feast, context: Context) -> Resolved:
    """Resolve a holiday."""

    def in_year(year: int) -> Stretch | None:
        try:
            return stretches.day(feast_day(meaning.name, year))
        except ValueError:
            return None

    if meaning.year is not None:
        whole = in_year(meaning.year)
        return from_stretch(whole, "", anchored=False) if whole else unknown("XXXX-XX-XX", "no such day")
    month, of = FIXED.get(meaning.name, (0, 0))
    value = f"XXXX-{month:02}-{of:02}" if month else "XXXX-XX-XX"
    return _in_some_year(in_year, value, Precision.DAY, context, meaning.way, None)


def resolve_seasonal(meaning: Seasonal, context: Context) -> Resolved:
    """Resolve a season, a quarter or a half of an open year."""
    code = meaning.code

    def in_year(year: int) -> Stretch:
        if code[0] == "Q":
            return stretches.quarter(year, int(code[1]))
        return stretches.half(year, int(code[1])) if code[0] == "H" else stretches.season(year, code)

    precision = Precision.RANGE if code[0] == "H" else Precision.SEASON
    return _in_some_year(in_year, f"XXXX-{code}", precision, context, meaning.way, meaning.years)


def _in_some_year(
    in_year: InYear,
    value: str,
    precision: Precision,
    context: Context,
    way: Way | None,
    years: int | None,
    *,
    hijri: bool = False,
) -> Resolved:
    """Choose the year: told relative to publication, else the fitting one near publication, else the narrative's."""
    published = context.published
    if published is None:
        return _narrated(in_year, value, precision, context, plain=way is None and years is None and not hijri)
    now = hijri_year(published) if hijri else published.year
    if years is not None:
        whole = in_year(now + years)
        return from_stretch(whole, f"year from publication {published}", anchored=True) if whole else unknown(value, "")
    near = [whole for year in range(now - 5, now + 6) if (whole := in_year(year)) is not None]
    found, said = _fitting(near, published, way, context.lean(), wide=precision is not Precision.DAY)
    return from_stretch(found, f"{said} publication {published}", anchored=True) if found else unknown(value, "")


def _fitting(
    near: list[Stretch], published: date, way: Way | None, leaning: Lean, *, wide: bool
) -> tuple[Stretch | None, str]:
    """Choose among the same stretch of several years; returns it and how it was chosen."""
    if way is Way.LAST:
        return next((one for one in reversed(near) if one.last < published), None), "the last before"
    if way is Way.NEXT:
        return next((one for one in near if one.first > published), None), "the first after"
    if way is Way.THIS:
        return next((one for one in near if one.first.year == published.year), None), "in the year of"
    nearest = sorted(near, key=lambda one: abs((one.first - published).days))[:2]
    if not wide and len(nearest) == 2:
        first, second = (abs((one.first - published).days) for one in nearest)
        if second - first > NEARLY_AS_FAR or leaning is Lean.NONE:
            return nearest[0], "the nearest to"
    if wide and nearest and leaning is Lean.EITHER:
        return nearest[0], "the nearest to"
    if leaning in {Lean.FUTURE, Lean.EITHER}:
        return next((one for one in near if one.last >= published), None), "future tense: the first not before"
    upcoming = next((one for one in near if one.first > published), None)
    begun = any(one.first <= published <= one.last for one in near)
    if wide and leaning is Lean.NONE and not begun and upcoming and (upcoming.first - published).days <= SOON:
        return upcoming, "no tense near by: the first after"
    said = "past tense: the last begun by" if leaning is Lean.PAST else "the last begun by"
    return next((one for one in reversed(near) if one.first <= published), None), said


def _narrated(in_year: InYear, value: str, precision: Precision, context: Context, *, plain: bool) -> Resolved:
    """Take the year of the time told just before, where the story goes on from there inside the same year."""
    before = context.narrated() if plain else None
    if before is not None:
        words, stretch = before
        whole = in_year(stretch.first.year)
        if whole is not None and whole.first >= stretch.first:
            return from_stretch(whole, f"year from '{words}' before it", anchored=False)
    return unknown(value, "year unknown", precision=precision)


def resolve_weekday(meaning: Weekday, context: Context) -> Resolved:
    """
    Resolve a day of the week.

    Bare, it is the last one on or before publication, unless the clause speaks of the future. "Last Friday" is the
    last one before publication, "next Friday" the first after it.
    """
    value, number = f"XXXX-WXX-{meaning.number + 1}", meaning.number
    if meaning.base is Base.TEXT:
        anchor = context.anchor(Unit.DAY)
        if anchor is None or anchor[2].unit is not Unit.DAY:
            return unknown(value, "no day told before", precision=Precision.DAY)
        words, resolved, stretch = anchor
        base, said, anchored = stretch.first, f"counted from '{words}'", resolved.anchored
    elif context.published is None:
        return unknown(value, "publication unknown", precision=Precision.DAY)
    else:
        base, said, anchored = context.published, f"publication {context.published}", True
    monday = base - timedelta(days=base.weekday())
    if meaning.weeks is not None or meaning.way is Way.THIS:
        found = monday + timedelta(days=number + 7 * (meaning.weeks or 0))
        return from_stretch(stretches.day(found), f"in the week told from {said}", anchored=anchored)
    back = (base.weekday() - number) % 7
    if meaning.way is Way.LAST:
        return from_stretch(
            stretches.day(base - timedelta(days=back or 7)), f"the last before {said}", anchored=anchored
        )
    if meaning.way is Way.NEXT:
        return from_stretch(
            stretches.day(base + timedelta(days=7 - back)), f"the first after {said}", anchored=anchored
        )
    leaning, ahead = context.lean(), (7 - back) % 7
    if leaning is Lean.FUTURE:
        told = stretches.day(base + timedelta(days=ahead))
        return from_stretch(told, f"future tense: the first on or after {said}", anchored=anchored)
    if (leaning is Lean.NONE and 0 < ahead <= AT_HAND) or (leaning is Lean.EITHER and back > AT_HAND):
        told = stretches.day(base + timedelta(days=ahead))
        return from_stretch(told, f"no tense decides: the nearest to {said}", anchored=anchored)
    return from_stretch(stretches.day(base - timedelta(days=back)), f"the last on or before {said}", anchored=anchored)
