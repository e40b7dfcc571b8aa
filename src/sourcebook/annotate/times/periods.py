"""Rules for calendar periods longer than a month: years, decades, centuries, seasons, quarters."""

from __future__ import annotations

from datetime import date

from sourcebook.annotate.times import stretches
from sourcebook.annotate.times.dates import CLOSE_YEARS, COUNTED, DASHES
from sourcebook.annotate.times.meanings import Between, Parsed, Seasonal, Told
from sourcebook.annotate.times.stretches import Stretch
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import DECADES, MAKES, PREPOSITIONS, SEASONS, ordinal, year_number

_ABOUT = frozenset("about some nearly almost approximately than least most roughly $ € £ ¥ # no only up".split())

_NEAR_YEARS = (1950, 2050)
"""Four digits that are a year even before a plural ("1998 sales"): news groups the digits of most counts, or rounds."""


def year_or_decade(tokens: list[Token], at: int) -> Parsed | None:
    """Read ``2021``, ``1953-2001``, ``1994-95``, ``the 1990s``, ``the nineties``, ``fiscal 2012``, ``year 1992``."""
    if tokens[at].low in DECADES:
        before = [token.low for token in tokens[max(at - 2, 0) : at]]
        shown = before[-1:] == ["the"] and before[0] in {"in", "of", "since", "during", "from"}
        return Parsed(Told(stretches.decade(1900 + DECADES[tokens[at].low])), at + 1, "decade", unsure=not shown)
    number, named = at, False
    if tokens[at].low in {"fiscal", "financial", "fy", "year"}:
        number += 1 + (tokens[at].low in {"fiscal", "financial"} and tokens[at + 1].low == "year")
        named = True
    token, after = tokens[number], tokens[number + 1]
    if token.number is not None and token.number % 10 == 0:
        behind = number + 1 + (after.low in {"'", "’"} and after.tight)
        if tokens[behind].low == "s" and tokens[behind].tight and token.end - token.start in {2, 4}:
            year = token.number if token.end - token.start == 4 else 1900 + token.number
            short = token.end - token.start == 2
            if (short and token.number >= 20) or CLOSE_YEARS[0] <= year < CLOSE_YEARS[1]:
                return Parsed(Told(stretches.decade(year)), behind + 1, "decade", unsure=short and not _the(tokens, at))
    found = year_number(tokens, number)
    if found is None or not (named or CLOSE_YEARS[0] <= found[0] < CLOSE_YEARS[1]):
        return None
    year, end = found
    if year < 1500 and tokens[end].low not in {"ad", "ce", "bc", "bce"}:
        return None  # a Solar Hijri year, if a year at all
    if named and tokens[at].low != "year":
        note = "fiscal year read as the calendar year it is named for"
        return Parsed(Told(stretches.year(year), note), end, "fiscal-year")
    if tokens[end].low in DASHES and tokens[end + 1].tight and tokens[end + 1].number is not None:
        until = _second_year(tokens[end + 1], year)
        if until is None:
            return None
        return Parsed(Between(Told(stretches.year(year)), Told(stretches.year(until))), end + 2, "year-range")
    if token.tight and at > 1 and tokens[at - 1].low in DASHES and tokens[at - 2].number is not None:
        return None  # "555-2021"
    when = at > 0 and tokens[at - 1].low in PREPOSITIONS
    if tokens[end].upper and tokens[end].low in MAKES and not when:
        return None
    counting = tokens[end].low in COUNTED or (at > 0 and tokens[at - 1].low in _ABOUT)
    if counting or (at > 0 and token.tight and tokens[at - 1].low in {".", "/", ":", "+", "_", "@", "#", "№"}):
        return None
    plural = tokens[end].low.endswith("s") and not tokens[end].upper and tokens[end].low not in {"as", "is", "was", "s"}
    shown = named or when or (at > 0 and tokens[at - 1].low in {"the", "(", "-"})
    counted = plural and not (_NEAR_YEARS[0] <= year < _NEAR_YEARS[1] and year % 10)
    return Parsed(Told(stretches.year(year)), end, "year", unsure=counted and not shown)


def _second_year(token: Token, first: int) -> int | None:
    """Read the second year of "1994-95" or "1953-2001"."""
    if token.number is None:
        return None
    wide = token.end - token.start
    year = token.number if wide == 4 else first // 100 * 100 + token.number if wide == 2 else 0
    return year if first < year < CLOSE_YEARS[1] else None


def _the(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].low in {"the", "early", "late", "mid", "-", "'", "’", "‘"}


def century(tokens: list[Token], at: int) -> Parsed | None:
    """Read "20th century", "nineteenth-century"."""
    found = ordinal(tokens, at)
    if found is None or not 1 <= found[0] <= 21:
        return None
    behind = found[1] + (tokens[found[1]].low == "-")
    if tokens[behind].low not in {"century", "centuries"}:
        return None
    return Parsed(Told(stretches.century(found[0])), behind + 1, "century")


def season(tokens: list[Token], at: int) -> Parsed | None:
    """Read "summer 2021", "the fall of 2021", "spring"; a bare season is a time only if something else says so."""
    low = tokens[at].low
    if low not in SEASONS:
        return None
    step = at + 1 + (tokens[at + 1].low in {"of", ","} or (tokens[at + 1].low == "-" and tokens[at + 1].tight))
    found = year_number(tokens, step)
    if found and CLOSE_YEARS[0] <= found[0] < CLOSE_YEARS[1]:
        return Parsed(_season_of(found[0], SEASONS[low]), found[1], "season-year")
    before = [token.low for token in tokens[max(at - 2, 0) : at]]
    shown = low in {"summer", "winter", "autumn"} or before in (["in", "the"], ["by", "the"], ["since", "the"])
    return Parsed(Seasonal(SEASONS[low]), at + 1, "season", unsure=not shown or tokens[at + 1].low == "of")


def _season_of(year: int, code: str) -> Told:
    """Return the season of a year; "winter 2021" keeps both winters that it can mean."""
    whole = stretches.season(year, code)
    if code != "WI":
        return Told(whole)
    both = Stretch(whole.unit, whole.value, date(year - 1, 12, 1) if year > 1 else whole.first, whole.last)
    return Told(both, f"either winter that touches {year}")


def quarter(tokens: list[Token], at: int) -> Parsed | None:
    """Read "the third quarter of 2012", "Q3 2021", "first half", "last quarter of 1999"."""
    low, found = tokens[at].low, ordinal(tokens, at)
    code = None
    after = at
    if low == "q" and tokens[at].upper and tokens[at + 1].tight and tokens[at + 1].number in {1, 2, 3, 4}:
        code, after = f"Q{tokens[at + 1].number}", at + 2
    elif found or low in {"final", "last"}:
        after = found[1] if found else at + 1
        after += tokens[after].low == "-"
        number = found[0] if found else 9
        if tokens[after].low == "quarter" and (number <= 4 or (number == 9 and tokens[after + 1].low == "of")):
            code, after = f"Q{min(number, 4)}", after + 1
        elif tokens[after].low == "half" and number <= 2 and tokens[after + 1].low == "of":
            code, after = f"H{number}", after + 1
    if code is None:
        return None
    step = after + (tokens[after].low in {"of", "in", ","}) + (tokens[after + 1].low in {"fiscal", "year"})
    year = year_number(tokens, step)
    if year and CLOSE_YEARS[0] <= year[0] < CLOSE_YEARS[1]:
        of = stretches.quarter(year[0], int(code[1])) if code[0] == "Q" else stretches.half(year[0], int(code[1]))
        return Parsed(Told(of), year[1], "quarter-year")
    shifted = {"last": -1, "this": 0, "next": 1}
    step = after + (tokens[after].low == "of")
    if tokens[step].low in shifted and tokens[step + 1].low == "year":
        return Parsed(Seasonal(code, years=shifted[tokens[step].low]), step + 2, "quarter-of-year")
    of_the = [one.low for one in tokens[after : after + 3]] == ["of", "the", "year"]
    return Parsed(Seasonal(code), after + 3 if of_the else after, "quarter", unsure=code[0] == "H" and not of_the)
