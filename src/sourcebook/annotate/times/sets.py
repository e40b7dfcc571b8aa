"""Rules for repeated times ("every Friday", "weekly") and for mere past, present and future ("recently", "now")."""

from __future__ import annotations

from sourcebook.annotate.times.meanings import Parsed, Repeated, Vague
from sourcebook.annotate.times.stretches import CLOCK_UNITS, Unit
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import (
    DAY_PARTS,
    SEASONS,
    WEEKDAY_PLURALS,
    cardinal,
    month_name,
    unit_name,
    weekday_name,
)

_HALVES = frozenset({Unit.HOUR, Unit.YEAR})
ADVERBS = {
    "daily": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "nightly": "XXXX-XX-XXTNI",
    "hourly": "PT1H",
}

_PAPERS = frozenset({"daily", "weekly", "fortnightly", "monthly", "quarterly"})
"""With a capital and before a name they are part of it: "the Daily Mail"."""

REFERENCES = {
    "current": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "now": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "future": "FUTURE_REF",
    "soon": "FUTURE_REF",
    "shortly": "FUTURE_REF",
}
_OTHER_CURRENTS = frozenset("of and or in is was that from to through account affairs events".split())
"""Words behind "current" where it is a stream, or one of the fixed phrases that tell no time."""

_NEED_HINT = frozenset({"soon", "shortly"})

_PHRASES = {
    ("at", "present"): "PRESENT_REF",
    ("at", "the", "moment"): "PRESENT_REF",
    ("at", "this", "time"): "PRESENT_REF",
    ("these", "days"): "PRESENT_REF",
    ("right", "now"): "PRESENT_REF",
    ("the", "recent", "past"): "PAST_REF",
    ("the", "past"): "PAST_REF",
    ("long", "ago"): "PAST_REF",
    ("some", "time", "ago"): "PAST_REF",
    ("the", "future"): "FUTURE_REF",
    ("the", "near", "future"): "FUTURE_REF",
    ("the", "foreseeable", "future"): "FUTURE_REF",
    ("near", "future"): "FUTURE_REF",
}


def repeated(tokens: list[Token], at: int) -> Parsed | None:
    """Read a set of times."""
    low, after = tokens[at].low, at + 1
    if low in ADVERBS:
        if low in _PAPERS and tokens[at].upper and tokens[after].upper:
            return None
        return Parsed(Repeated(ADVERBS[low]), after, "set")
    if low in WEEKDAY_PLURALS:
        return Parsed(Repeated(f"XXXX-WXX-{WEEKDAY_PLURALS[low] + 1}"), after, "set")
    if low in {"weekends", "weekdays"} and at and tokens[at - 1].low in {"on", "at"}:
        return Parsed(Repeated("XXXX-WXX-WE" if low == "weekends" else "P1D"), after, "set")
    if low in {"once", "twice", "times"} and tokens[after].low in {"a", "an", "per", "each", "every"}:
        named = unit_name(tokens, after + 1)
        return Parsed(Repeated(length(1, named[0])), named[2], "set") if named and not named[1] else None
    if low == "per" or (
        low in {"a", "an"} and at and tokens[at - 1].low in {"hours", "days", "once", "twice", "times"}
    ):
        named = unit_name(tokens, after)
        return Parsed(Repeated(length(1, named[0])), named[2], "set") if named and not named[1] else None
    if low in {"every", "each"}:
        return _every(tokens, after)
    return _all_the_time(tokens, at)


def _all_the_time(tokens: list[Token], at: int) -> Parsed | None:
    """Read "24 hours a day", "seven days a week"."""
    count = cardinal(tokens, at)
    if count is None or tokens[count[1]].low not in {"hours", "days"} or tokens[count[1] + 1].low not in {"a", "per"}:
        return None
    named = unit_name(tokens, count[1] + 2)
    return Parsed(Repeated(length(1, named[0])), named[2], "set") if named and not named[1] else None


def _every(tokens: list[Token], at: int) -> Parsed | None:
    """Read what follows "every" or "each"."""
    day = weekday_name(tokens, at)
    if day:
        value, end = f"XXXX-WXX-{day[0] + 1}", day[1]
        part = DAY_PARTS.get(tokens[end].low)
        return Parsed(Repeated(value + (part or "")), end + (part is not None), "set")
    month = month_name(tokens, at)
    if month:
        return Parsed(Repeated(f"XXXX-{month[0]:02}"), month[1], "set")
    low = tokens[at].low
    if low in DAY_PARTS or low in SEASONS:
        value = f"XXXX-XX-XX{DAY_PARTS[low]}" if low in DAY_PARTS else f"XXXX-{SEASONS[low]}"
        return Parsed(Repeated(value), at + 1, "set")
    count, step = (2.0, at + 1) if low == "other" else (cardinal(tokens, at) or (1.0, at))
    named = unit_name(tokens, step + (low == "single") + (low == "few"))
    if named is None:
        return None
    return Parsed(Repeated(length(None if low == "few" else count, named[0])), named[2], "set")


def length(count: float | None, unit: Unit) -> str:
    """
    Return the TIMEX3 value of a length; decades and centuries are counted in years.

    >>> length(16, Unit.HOUR), length(None, Unit.WEEK), length(2, Unit.DECADE)
    ('PT16H', 'PXW', 'P20Y')
    """
    if count is not None and count % 1 == 0.5 and unit in _HALVES:
        whole = f"{count - 0.5:g}{unit.value}" if count > 1 else ""
        return f"PT{whole}30M" if unit is Unit.HOUR else f"P{whole}6M"
    many = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit, 1)
    number = "X" if count is None else f"{count * many:g}"
    letter = {Unit.DECADE: "Y", Unit.CENTURY: "Y", Unit.MINUTE: "M"}.get(unit, unit.value)
    return f"PT{number}{letter}" if unit in CLOCK_UNITS else f"P{number}{letter}"


def vague(tokens: list[Token], at: int) -> Parsed | None:
    """Read a word that says no more than past, present or future."""
    for size in (3, 2):
        words = tuple(one.low for one in tokens[at : at + size])
        if (
            words in _PHRASES
            and not tokens[at + size - 1].upper
            and not (words == ("the", "past") and not _bare_past(tokens, at))
        ):
            return Parsed(Vague(_PHRASES[words]), at + size, "vague")
    low = tokens[at].low
    if low not in REFERENCES:
        return None
    before = tokens[at - 1].low if at else ""
    if low == "current" and (not tokens[at + 1].low.isalpha() or tokens[at + 1].low in _OTHER_CURRENTS):
        return None
    opening = low in {"now", "future"} and tokens[at].upper
    if low == "recently" and before == "as" and tokens[at + 1].low == "as":
        return None  # "as recently as May"
    opening |= (low, before) in {("future", "a"), ("recently", "most")}  # "a future", "most recently last May"
    known = at > 0 and low == "now" and tokens[at - 1].low in {"until", "till", "from"}
    return Parsed(Vague(REFERENCES[low]), at + 1, "vague", unsure=low in _NEED_HINT or opening or known)


def _bare_past(tokens: list[Token], at: int) -> bool:
    """Tell whether "the past" stands alone, as in "in the past"."""
    behind = tokens[at + 2]
    return tokens[at - 1].low == "in" and (not behind.low.isalnum() or behind.low in {"and", "but", "to", "for", "as"})
