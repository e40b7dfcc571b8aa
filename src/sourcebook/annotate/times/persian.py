"""Rules for simple dates in Dari, Persian and Pashto, and for Solar Hijri dates in Latin letters."""

from __future__ import annotations

from sourcebook.annotate.times.dates import day_of
from sourcebook.annotate.times.hijri import FIRST_YEAR, LAST_YEAR, hijri_stretch
from sourcebook.annotate.times.meanings import Base, Parsed, Shifted, Timed, Told, Way, Weekday, Yearly
from sourcebook.annotate.times.stretches import Unit, month, year
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import month_day


def _numbered(*lists: str) -> dict[str, int]:
    return {
        name: number for names in lists for number, group in enumerate(names.split(), 1) for name in group.split("/")
    }


HIJRI_MONTHS = _numbered(
    "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    "فروردین اردیبهشت خرداد تیر مرداد/امرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "وری غویی غبرگولی/غبرګولی چنگاښ/چنګاښ زمری وږی تله لړم لیندۍ/لیندی مرغومی سلواغه کب",
)
"""Solar Hijri months: the zodiac of Afghanistan, the Iranian names, the Pashto names."""

LATIN_HIJRI_MONTHS = _numbered(
    "hamal sawr/saur/sawar jawza/jauza saratan asad sunbula/sonbola mizan aqrab qaws/qaus jadi/jaddi/jady dalw/dalwa "
    "hut/hoot",
    "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
)
"""The same in Latin letters; they need a day or a year in figures beside them."""

GREGORIAN_MONTHS = _numbered(
    "جنوری/ژانویه/جنوري فبروری/فوریه/فبروري مارچ/مارس اپریل/آوریل می/مه جون/ژوئن جولای/ژوئیه/جولایی اگست/اوت/آگست "
    "سپتمبر/سپتامبر اکتوبر/اکتبر نومبر/نوامبر دسمبر/دسامبر"
)
"""Gregorian months as Dari and Persian write them."""

NEWS_YEARS = (1250, 1450)
"""Solar Hijri years that news speaks of: 1871 to 2072."""

WEEKDAYS = {"شنبه": 5, "یکشنبه": 6, "دوشنبه": 0, "سهشنبه": 1, "چهارشنبه": 2, "پنجشنبه": 3, "پنچشنبه": 3, "جمعه": 4}
_WEEKDAY_COUNTS = {"یک": 6, "دو": 0, "سه": 1, "چهار": 2, "پنج": 3}
_DAYS = {"امروز": 0, "دیروز": -1, "فردا": 1, "پریروز": -2, "نن": 0, "پرون": -1}
_NIGHTS = {"دیشب": -1, "امشب": 0}
_YEARS = {"امسال": 0, "پارسال": -1}
_UNITS = {"روز": Unit.DAY, "هفته": Unit.WEEK, "ماه": Unit.MONTH, "سال": Unit.YEAR}
_WAYS = {"گذشته": Way.LAST, "پیش": Way.LAST, "قبل": Way.LAST, "آینده": Way.NEXT, "جاری": Way.THIS}
_SOLAR = frozenset("solar sh shamsi hijri hs ap خورشیدی شمسی هجری هش".split())
_COMMON_ERA = frozenset({"میلادی", "م"})

STARTERS = frozenset(
    {
        *HIJRI_MONTHS,
        *LATIN_HIJRI_MONTHS,
        *GREGORIAN_MONTHS,
        *WEEKDAYS,
        *_WEEKDAY_COUNTS,
        *_DAYS,
        *_NIGHTS,
        *_YEARS,
        *_UNITS,
    }
    | {"solar", "year"}
)


def persian(tokens: list[Token], at: int) -> Parsed | None:
    """Read a date in Dari, Persian or Pashto, or a Solar Hijri date in Latin letters."""
    low, after = tokens[at].low, at + 1
    if low in _DAYS:
        return Parsed(Shifted(Unit.DAY, _DAYS[low], Base.PUBLISHED), after, "persian-day-word")
    if low in _NIGHTS:
        return Parsed(Timed("TNI", Shifted(Unit.DAY, _NIGHTS[low], Base.PUBLISHED)), after, "persian-day-word")
    if low in _YEARS:
        return Parsed(Shifted(Unit.YEAR, _YEARS[low], Base.PUBLISHED), after, "persian-told-unit")
    number = WEEKDAYS.get(low)
    if low in _WEEKDAY_COUNTS and tokens[after].low == "شنبه":
        number, after = _WEEKDAY_COUNTS[low], after + 1
    if number is not None:
        way = _WAYS.get(tokens[after].low)
        return Parsed(Weekday(number, way), after + (way is not None), "persian-weekday")
    if low in _UNITS and tokens[after].low in _WAYS:
        way = _WAYS[tokens[after].low]
        return Parsed(Shifted(_UNITS[low], way.value, Base.PUBLISHED), after + 1, "persian-told-unit")
    count, unit = tokens[at].number, _UNITS.get(tokens[after].low)
    if count is not None and unit is not None and tokens[after + 1].low in {"پیش", "قبل"}:
        return Parsed(Shifted(unit, -count, Base.PUBLISHED), after + 2, "persian-ago")
    if low in {"سال", "year"} or tokens[at].number is not None or low == "solar":
        found = _hijri_year(tokens, at)
        if found is not None:
            return found
    return _month_date(tokens, at)


def _hijri_year(tokens: list[Token], at: int) -> Parsed | None:
    """Read "سال ۱۴۰۰", "year 1400", "1400 SH", "solar year 1400"; "سال ۲۰۲۲" is a Gregorian year."""
    step, shown = at, False
    while tokens[step].low in {"solar", "year", "سال", "hijri"} and step < at + 3:
        shown, step = True, step + 1
    number, end = tokens[step].number, step + 1
    if number is None or tokens[step].end - tokens[step].start != 4:
        return None
    if tokens[at].low == "سال" and 1800 <= number < 2200:
        return Parsed(Told(year(number)), end + (tokens[end].low in _COMMON_ERA), "persian-year")
    while tokens[end].low in _SOLAR and tokens[end].low != "solar" and end < step + 4:
        shown, end = True, end + 1
    near = at > 0 and tokens[at - 1].low in {"in", "since", "of", "until", "by", "from"}
    if not (shown or near) or not NEWS_YEARS[0] <= number <= NEWS_YEARS[1]:
        return None
    return Parsed(Told(hijri_stretch(number), f"Solar Hijri {number}"), end, "hijri-year", unsure=not shown)


def _month_date(tokens: list[Token], at: int) -> Parsed | None:
    """Read "۱۹ جدی ۱۴۰۰", "19 Jadi 1400", "Jadi 19, 1400", "9 ژانویه 2022"."""
    first = month_day(tokens, at)
    step = first[1] if first else at
    name = tokens[step].low
    hijri = name in HIJRI_MONTHS or (name in LATIN_HIJRI_MONTHS and tokens[step].upper)
    number = HIJRI_MONTHS.get(name) or (LATIN_HIJRI_MONTHS.get(name) if hijri else GREGORIAN_MONTHS.get(name))
    if number is None:
        return None
    end = step + 1 + (tokens[step + 1].low == "ماه")
    latin = name in LATIN_HIJRI_MONTHS
    if latin and first is None:
        first = month_day(tokens, end)
        end = first[1] if first else end
    of = first[0] if first else None
    behind = end + (tokens[end].low in {"سال", ",", "،"})
    told = tokens[behind]
    wide = told.number is not None and told.end - told.start == 4
    told_year = told.number if wide else None
    if told_year is not None and (FIRST_YEAR <= told_year <= LAST_YEAR if hijri else told_year >= 1800):
        return _whole(told_year, number, of, behind + 1, hijri=hijri)
    unsure = of is None and (latin or name in HIJRI_MONTHS or len(name) < 4)
    if latin and of is None:
        return None
    return Parsed(Yearly(number, of, hijri=hijri), end, "hijri-day" if hijri else "persian-day", unsure=unsure)


def _whole(in_year: int, number: int, of: int | None, end: int, *, hijri: bool) -> Parsed | None:
    """Return the day or month of a year that is told; None where the calendar has none such."""
    if not hijri:
        stretch = month(in_year, number) if of is None else day_of(in_year, number, of)
        return Parsed(Told(stretch), end, "persian-day-year") if stretch else None
    try:
        stretch = hijri_stretch(in_year, number, of)
    except ValueError:
        return None
    written = "-".join(f"{part:02}" for part in (in_year, number, of) if part is not None)
    return Parsed(Told(stretch, f"Solar Hijri {written}"), end, "hijri-date")
