"""Days with a name: holidays by rule, and attacks known by their date."""

from __future__ import annotations

from datetime import date, timedelta

from sourcebook.annotate.times.hijri import gregorian
from sourcebook.annotate.times.meanings import Feast, Parsed, Told
from sourcebook.annotate.times.stretches import day
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import year_number

FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year ' s day": (1, 1),
    "new year ’ s day": (1, 1),
    "new year ' s eve": (12, 31),
    "new year ’ s eve": (12, 31),
    "new year ' s": (1, 1),
    "new year ’ s": (1, 1),
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "valentine ' s day": (2, 14),
    "valentine ’ s day": (2, 14),
    "st patrick ' s day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints day": (11, 1),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
}
"""Holidays on the same day each year: month and day."""

NTH_WEEKDAY = {
    "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "black friday": (11, 4, 4),
}
"""Holidays of the United States (5 U.S.C. 6103): month, weekday (Monday 0), which one (-1 the last)."""

AFTER_EASTER = {
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "palm sunday": -7,
    "ash wednesday": -46,
    "pentecost": 49,
}
"""Western Christian feasts. Unit: days after Easter."""

OTHERS = ("election day", "nowruz", "nawruz", "navruz", "novruz", "norouz")

_NAMES = {
    tuple(name.split()): name for name in sorted({*FIXED, *NTH_WEEKDAY, *AFTER_EASTER, *OTHERS}, key=len, reverse=True)
}
STARTERS = frozenset(words[0] for words in _NAMES)
_LOWERED = frozenset({"eve", "day", "s", "'", "’", "sunday", "monday", "friday", "wednesday"})

SEPTEMBER_11 = date(2001, 9, 11)
_ATTACK_WORDS = frozenset(
    {"attack", "attacks", "terror", "terrorist", "terrorists", "hijackers", "hijackings", "commission"}
)


def easter(year: int) -> date:
    """
    Return Easter Sunday of the Western churches.

    Source: the anonymous Gregorian algorithm, J. Meeus, Astronomical Algorithms (1991), chapter 8.

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, of = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, of + 1)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7)
    while which > 1 or (which < 0 and (found + timedelta(days=7)).month == month):
        found, which = found + timedelta(days=7), which - (which > 1)
    return found


def feast_day(name: str, year: int) -> date:
    """Return the day of a holiday in a year; ValueError or KeyError where it has none."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name == "black friday":
        return _nth(year, 11, 3, 4) + timedelta(days=1)
    if name in NTH_WEEKDAY:
        return _nth(year, *NTH_WEEKDAY[name])
    if name in AFTER_EASTER:
        return easter(year) + timedelta(days=AFTER_EASTER[name])
    if name == "election day":  # the Tuesday after the first Monday of November: 2 U.S.C. 7
        return _nth(year, 11, 0, 1) + timedelta(days=1)
    return gregorian(year - 621, 1, 1)


def holiday(tokens: list[Token], at: int) -> Parsed | None:
    """Read a holiday's name and the year that may follow it."""
    if not tokens[at].upper or tokens[at].low not in STARTERS:
        return None
    for words, name in _NAMES.items():
        part = tokens[at : at + len(words)]
        if tuple(one.low for one in part) == words and all(one.upper or one.low in _LOWERED for one in part):
            end = at + len(words)
            year = year_number(tokens, end + (tokens[end].low in {"of", ","}))
            return Parsed(Feast(name, year[0]), year[1], "holiday") if year else Parsed(Feast(name), end, "holiday")
    return None


def september_11(tokens: list[Token], at: int) -> Parsed | None:
    """Read "9/11", and "September 11" where "attacks" or the like follows, as the day of 2001."""
    token = tokens[at]
    told = Told(day(SEPTEMBER_11), "the attacks of 2001 known by this name")
    if token.number == 9 and tokens[at + 1].low == "/" and tokens[at + 1].tight and tokens[at + 2].number == 11:
        loose = tokens[at + 3].low in {"/", "-"} and tokens[at + 3].tight
        return None if loose or token.tight else Parsed(told, at + 3, "named-day")
    if token.low not in {"september", "sept", "sep"} or not token.upper:
        return None
    after = at + 1 + (tokens[at + 1].low == ".")
    if tokens[after].number != 11:
        return None
    after += 2 if tokens[after + 1].low == "th" and tokens[after + 1].tight else 1
    behind = after + (tokens[after].low in {",", "th"})
    return Parsed(told, after, "named-day") if tokens[behind].low in _ATTACK_WORDS else None
