"""The English words of time, and how numbers are read."""

from __future__ import annotations

from sourcebook.annotate.times.stretches import Unit
from sourcebook.annotate.times.tokens import Token

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
"""Abbreviations; they need a period, a number beside them or a preposition before them."""

_ALSO_WORDS = frozenset({"march", "may", "august"})
"""Months that are other words when they have no capital."""

WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAYS)}
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items()}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

UNITS = {
    "second": Unit.SECOND,
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "week": Unit.WEEK,
    "fortnight": Unit.WEEK,
    "weekend": Unit.WEEKEND,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}
UNIT_PLURALS = {f"{name}s": unit for name, unit in UNITS.items() if name != "century"} | {
    "centuries": Unit.CENTURY,
    "hrs": Unit.HOUR,
    "mins": Unit.MINUTE,
    "yrs": Unit.YEAR,
}

DAY_PARTS = {
    "dawn": "TMO",
    "morning": "TMO",
    "midday": "TMI",
    "noon": "TMI",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "night": "TNI",
    "midnight": "TNI",
    "lunchtime": "TMI",
    "overnight": "TNI",
}
"""Parts of a day in TIMEX3's letters (TimeML 1.2.1, values of TIMEX3)."""

EARLY = frozenset({"early"})
MIDDLE = frozenset({"mid", "middle"})
LATE = frozenset({"late"})
STARTS = frozenset({"beginning", "start", "outset", "dawn", "turn", "opening"})
ENDS = frozenset({"end", "close"})

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS = {name: number for number, name in enumerate(_SMALL)} | {
    name: 10 * number for number, name in enumerate(_TENS, 2)
}
TENS = {name: 10 * number for number, name in enumerate(_TENS, 2)}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {name: number for number, name in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

HEAPS = frozenset({"dozens", "scores", "hundreds", "thousands"})
SEVERAL = HEAPS | {"several", "few", "couple", "many", "some", "numerous", "recent", "various"}
"""Words that leave a count open."""

NAMED_COUNTS = {"dozen": 12, "hundred": 100, "thousand": 1000}

DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70} | {
    "eighties": 80,
    "nineties": 90,
}

MAKES = frozenset(
    "audi bmw buick cadillac chevrolet chevy chrysler dodge fiat ford hino honda hyundai isuzu jeep kia lada land "
    "lexus mazda mercedes mitsubishi nissan opel peugeot plymouth pontiac porsche renault saab skoda subaru suzuki "
    "toyota volkswagen volvo".split()
)
"""Makes of cars; a year before one is the car's ("a 1994 Toyota"), but not behind a preposition ("in 1994 Toyota")."""

PREPOSITIONS = frozenset(
    "in on at by of since until till from to through during before after between over within "
    "throughout last next this past early late mid every each".split()
)
"""Words before a month's name that show that it is one, where the name is another word too ("May", "March")."""

ROLLING = frozenset({"in", "over", "during", "for", "within", "throughout", "across"})
"""Words before "the last week" that make it seven days up to now, not the calendar week."""


def cardinal(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """
    Read a count: "5", "1,500", "2.5", "three", "twenty-five", "a hundred", "two dozen".

    Returns the count and the index behind it; None where there is none. "A" and "an" count 1 only
    before such words; rules read them on their own elsewhere.
    """
    token = tokens[at]
    if token.number is not None:
        return _figures(tokens, at)
    if token.low in {"a", "an", "one", "two", "three", "four", "five", "several"} or token.low in CARDINALS:
        first, after = 1 if token.low in {"a", "an", "several"} else CARDINALS[token.low], at + 1
        if token.low in TENS and tokens[after].low == "-" and 0 < CARDINALS.get(tokens[after + 1].low, 0) < 10:
            first, after = first + CARDINALS[tokens[after + 1].low], after + 2
        elif token.low in TENS and 0 < CARDINALS.get(tokens[after].low, 0) < 10:
            first, after = first + CARDINALS[tokens[after].low], after + 1
        if tokens[after].low in NAMED_COUNTS:
            return None if token.low == "several" else (float(first * NAMED_COUNTS[tokens[after].low]), after + 1)
        if token.low in {"a", "an", "several"}:
            return None
        if tokens[after].low == "and" and [one.low for one in tokens[after + 1 : after + 3]] == ["a", "half"]:
            return first + 0.5, after + 3
        return float(first), after
    return None


def _figures(tokens: list[Token], at: int) -> tuple[float, int]:
    """Read a number in figures, with commas between thousands, one decimal point, or a half ("5 1/2")."""
    number, after = float(tokens[at].number or 0), at + 1
    while (
        tokens[after].low == ","
        and tokens[after].tight
        and tokens[after + 1].tight
        and tokens[after + 1].number is not None
        and tokens[after + 1].end - tokens[after + 1].start == 3
        and number < 1e9
    ):
        number, after = number * 1000 + float(tokens[after + 1].number or 0), after + 2
    point, digits = tokens[after], tokens[after + 1]
    if point.number == 1 and digits.low == "/" and digits.tight and tokens[after + 2].number == 2:
        return number + 0.5, after + 3
    if point.low == "." and point.tight and digits.tight and digits.number is not None:
        return number + digits.number / 10 ** (digits.end - digits.start), after + 2
    if [one.low for one in tokens[after : after + 3]] == ["and", "a", "half"]:
        return number + 0.5, after + 3
    return number, after


def ordinal(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Read "15th", "fifteenth", "twenty-first"; returns the number and the index behind it."""
    token, after = tokens[at], tokens[at + 1]
    if token.number is not None:
        return (token.number, at + 2) if after.tight and after.low in ORDINAL_ENDINGS else None
    if token.low in ORDINALS:
        return ORDINALS[token.low], at + 1
    if token.low in {"twenty", "thirty"}:
        step = 2 if after.low == "-" else 1
        low = ORDINALS.get(tokens[at + step].low, 99)
        return (TENS[token.low] + low, at + step + 1) if low < 10 else None
    return None


def month_day(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Read a day of the month, "5" or "5th", from 1 to 31; returns it and the index behind it."""
    found = ordinal(tokens, at)
    if found is None:
        token, after = tokens[at], tokens[at + 1]
        if token.number is None or token.end - token.start > 2:
            return None
        if after.tight and (after.low == "%" or (after.low in {":", ",", "."} and _glued(tokens[at + 2]))):
            return None
        found = token.number, at + 1
    return found if 1 <= found[0] <= 31 else None


def _glued(token: Token) -> bool:
    return token.tight and token.number is not None


def year_number(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Read four digits as a year from 1000 to 2199, no digits, decimals or units glued to them."""
    token, after = tokens[at], tokens[at + 1]
    if token.number is None or token.end - token.start != 4 or not 1000 <= token.number < 2200:
        return None
    if after.tight and (after.low.isalpha() or after.low in {"%", "°", "_"}):
        return None
    if after.tight and after.low in {",", ".", ":", "/"} and tokens[at + 2].tight and tokens[at + 2].number is not None:
        return None
    return token.number, at + 1


def month_name(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Read a month's name or its abbreviation with its period; returns the month and the index behind it."""
    token = tokens[at]
    if token.low in MONTHS and (token.upper or token.low not in _ALSO_WORDS):
        return MONTHS[token.low], at + 1
    if token.low in SHORT_MONTHS and token.upper:
        return SHORT_MONTHS[token.low], at + 1 + (tokens[at + 1].low == "." and tokens[at + 1].tight)
    return None


def weekday_name(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Read a weekday's name, or its abbreviation where a period or a comma and a date make it one."""
    token, after = tokens[at], tokens[at + 1]
    if token.low in WEEKDAYS:
        return WEEKDAYS[token.low], at + 1
    if token.low in SHORT_WEEKDAYS and token.upper:
        behind = at + 1 + (after.low == "." and after.tight)
        comma = behind + (tokens[behind].low == ",")
        if comma > at + 1 and (month_name(tokens, comma) or month_day(tokens, comma)):
            return SHORT_WEEKDAYS[token.low], behind
    return None


def unit_name(tokens: list[Token], at: int) -> tuple[Unit, bool, int] | None:
    """Read a unit; returns it, whether it is a plural, and the index behind it."""
    low = tokens[at].low
    if low in UNITS:
        return UNITS[low], False, at + 1
    if low in UNIT_PLURALS:
        return UNIT_PLURALS[low], True, at + 1
    return None
