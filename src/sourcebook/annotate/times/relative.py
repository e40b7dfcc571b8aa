"""Rules for times told from another time: "yesterday", "last week", "three weeks ago", "the next morning"."""

from __future__ import annotations

from sourcebook.annotate.times.dates import with_way
from sourcebook.annotate.times.holidays import holiday
from sourcebook.annotate.times.meanings import (
    Base,
    Beside,
    Feast,
    Lasting,
    Parsed,
    Seasonal,
    Shifted,
    Timed,
    Way,
    Weekday,
    Yearly,
)
from sourcebook.annotate.times.stretches import CLOCK_UNITS, Unit
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import (
    DAY_PARTS,
    ROLLING,
    SEASONS,
    UNITS,
    month_day,
    month_name,
    unit_name,
    weekday_name,
)

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
"""Words for a day, counted from publication. Unit: days."""

_WAYS = {
    "last": Way.LAST,
    "past": Way.LAST,
    "this": Way.THIS,
    "current": Way.THIS,
    "next": Way.NEXT,
    "coming": Way.NEXT,
    "upcoming": Way.NEXT,
}
_IN_TEXT = {
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "following": 1,
    "subsequent": 1,
    "same": 0,
    "that": 0,
}
"""Words that count from a time told before. Unit: stretches."""

_NEWSPAPERS = frozenset({"times", "telegraph", "mirror", "mail", "express", "herald", "tribune", "post", "star", "sun"})
_NAMED_DAYS = frozenset({"bloody", "black", "ash", "palm", "super", "cyber", "ruby", "good"})
_REPORTED = frozenset({Unit.WEEK, Unit.MONTH, Unit.QUARTER})
"""Units that figures are published for, the latest of which is the last one gone by."""
_CALENDAR_UNITS = {name: unit for name, unit in UNITS.items() if unit not in CLOCK_UNITS}


def day_word(tokens: list[Token], at: int) -> Parsed | None:
    """Read "today", "yesterday", "tomorrow", "tonight", "the day before yesterday", "the day after tomorrow"."""
    low = tokens[at].low
    if low in DAYS:
        return Parsed(Shifted(Unit.DAY, DAYS[low], Base.PUBLISHED), at + 1, "day-word")
    if low == "tonight":
        return Parsed(Timed("TNI", Shifted(Unit.DAY, 0, Base.PUBLISHED)), at + 1, "day-word")
    words = [token.low for token in tokens[at : at + 3]]
    if words in (["day", "before", "yesterday"], ["day", "after", "tomorrow"]):
        by = -2 if words[1] == "before" else 2
        return Parsed(Shifted(Unit.DAY, by, Base.PUBLISHED), at + 3, "day-word")
    return None


def weekday(tokens: list[Token], at: int) -> Parsed | None:
    """Read "Monday", "last Tuesday", "the following Friday", "Monday of last week"."""
    way, base, name = None, Base.PUBLISHED, at
    low = tokens[at].low
    if low in _WAYS or low in _IN_TEXT:
        name += 1
        if low in {"previous", "preceding", "following", "that", "same"}:
            way, base = Way(_IN_TEXT[low]), Base.TEXT
        else:
            way = _WAYS.get(low)
            if low == "this" and tokens[name].low in {"past", "coming"}:
                way, name = _WAYS[tokens[name].low], name + 1
    found = weekday_name(tokens, name)
    if found is None or tokens[found[1]].low in _NEWSPAPERS or (at and tokens[at - 1].low in _NAMED_DAYS):
        return None
    number, end = found
    step = end + (tokens[end].low in {"of", "in"})
    if way is None and tokens[step].low in {"last", "this", "next"} and tokens[step + 1].low == "week":
        return Parsed(Weekday(number, weeks=_WAYS[tokens[step].low].value), step + 2, "weekday-of-week")
    if way is None and low not in _WAYS and low not in _IN_TEXT:
        return Parsed(Weekday(number), end, "weekday")
    return Parsed(Weekday(number, way, base=base), end, "weekday-told") if way else None


def told_unit(tokens: list[Token], at: int) -> Parsed | None:
    """Read "last week", "this month", "next year", "the previous day", "that same year", "last night"."""
    low, the = tokens[at].low, at > 0 and tokens[at - 1].low == "the"
    after = at + 1
    if low == "this" and tokens[after].low in {"past", "coming", "same"}:
        low, after = tokens[after].low, after + 1
    if low == "that" and tokens[after].low == "same":
        after += 1
    part = DAY_PARTS.get(tokens[after].low)
    if part and tokens[after].low != "overnight":
        return _told_part(low, after, part, the=the)
    if low == "weekend" and the and tokens[after].low not in {"of", "before", "after"}:
        return Parsed(Beside(Unit.WEEKEND, 0, Weekday(5)), after, "the-weekend")
    unit = _CALENDAR_UNITS.get(tokens[after].low)
    if unit is None or (tokens[after + 1].low == "-" and tokens[after + 1].tight):
        return None
    by_text = low in _IN_TEXT and (low not in {"next", "that"} or (low == "next" and the and unit is Unit.DAY))
    if by_text or low == "that":
        return Parsed(Shifted(unit, _IN_TEXT[low], Base.TEXT), after + 1, "told-in-text")
    way = Way.LAST if low == "latest" and unit in _REPORTED else _WAYS.get(low)
    if way is None:
        return None
    before = tokens[at - 2].low if at > 1 else ""
    rolling = low == "past" or (the and before in ROLLING and way is not Way.THIS and low in {"last", "next"})
    if (rolling or (unit is Unit.DAY and low == "last")) and unit is not Unit.WEEKEND:
        return Parsed(Lasting(1, unit, toward=way), after + 1, "rolling")
    if unit is Unit.DAY and way is not Way.THIS and not the:
        return None
    if unit is Unit.DAY and way is Way.THIS:
        return Parsed(Shifted(unit, 0, Base.PUBLISHED), after + 1, "told-unit", unsure=True)
    if low == "coming" and not the:
        return Parsed(Shifted(unit, 1, Base.PUBLISHED), after + 1, "told-unit", unsure=True)
    return Parsed(Shifted(unit, way.value, Base.PUBLISHED), after + 1, "told-unit")


def _told_part(low: str, after: int, part: str, *, the: bool) -> Parsed | None:
    """Read a part of a day that is told from another: "this morning", "last night", "the next evening"."""
    if low in {"last", "this"} and not the:
        by = -1 if low == "last" else 0
        return Parsed(Timed(part, Shifted(Unit.DAY, by, Base.PUBLISHED)), after + 1, "told-part")
    if low in _IN_TEXT and (the or low == "that"):
        return Parsed(Timed(part, Shifted(Unit.DAY, _IN_TEXT[low], Base.TEXT)), after + 1, "part-in-text")
    return None


def told_name(tokens: list[Token], at: int) -> Parsed | None:
    """Read "last October", "next summer", "this past May", "last Thanksgiving", "last Aug. 7"."""
    low, after = tokens[at].low, at + 1
    if low not in {"last", "this", "next", "past", "coming"}:
        return None
    if low == "this" and tokens[after].low in {"past", "coming"}:
        low, after = tokens[after].low, after + 1
    way = _WAYS[low]
    feast = holiday(tokens, after)
    if feast and isinstance(feast.meaning, Feast) and feast.meaning.year is None:
        return Parsed(Feast(feast.meaning.name, way=way), feast.end, "told-holiday")
    if tokens[after].low in SEASONS and tokens[after + 1].low != "of":
        return Parsed(Seasonal(SEASONS[tokens[after].low], way=way), after + 1, "told-season")
    found = month_name(tokens, after)
    return _month_told(tokens, found, way) if found else None


def _month_told(tokens: list[Token], found: tuple[int, int], way: Way) -> Parsed | None:
    """Return the month, with its day where there is one, that "last", "this" or "next" stands before."""
    month, end = found
    of = month_day(tokens, end)
    made = with_way(Yearly(month, of[0] if of else None), way)
    return Parsed(made, of[1] if of else end, "told-month") if made else None


def beside_base(tokens: list[Token], at: int) -> Parsed | None:
    """Read "the day before", "the night after", where nothing follows that it is counted from, and "year-ago"."""
    low, after = tokens[at].low, tokens[at + 1].low
    if low == "year" and after == "-" and tokens[at + 2].low in {"ago", "earlier"}:
        base = Base.PUBLISHED if tokens[at + 2].low == "ago" else Base.TEXT
        return Parsed(Shifted(Unit.YEAR, -1, base), at + 3, "year-ago")
    if at == 0 or tokens[at - 1].low != "the" or after not in {"before", "after"}:
        return None
    if tokens[at + 2].low not in {"", ".", ",", ";", "”", '"', ")", "–", "—", "and", "but", "when", "in", "at"}:
        return None
    by = -1 if after == "before" else 1
    if low in DAY_PARTS:
        return Parsed(Timed(DAY_PARTS[low], Shifted(Unit.DAY, by, Base.TEXT)), at + 2, "part-in-text")
    found = unit_name(tokens, at)
    if found is None or found[1] or found[0] in CLOCK_UNITS:
        return None
    return Parsed(Shifted(found[0], by, Base.TEXT), at + 2, "told-in-text")
