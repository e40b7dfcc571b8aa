"""The grammar: how the rules combine into phrases, and which reading of a text is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sourcebook.annotate.times import persian, russian, sets
from sourcebook.annotate.times.clock import clock, day_part, timed
from sourcebook.annotate.times.dates import month_date, numeric_date, second_day
from sourcebook.annotate.times.durations import duration
from sourcebook.annotate.times.holidays import holiday, september_11
from sourcebook.annotate.times.meanings import (
    Base,
    Beside,
    Feast,
    Meaning,
    Nth,
    Parsed,
    Part,
    Portion,
    Seasonal,
    Shifted,
    Timed,
    Told,
    Weekday,
    Yearly,
)
from sourcebook.annotate.times.periods import century, quarter, season, year_or_decade
from sourcebook.annotate.times.relative import beside_base, day_word, told_name, told_unit, weekday
from sourcebook.annotate.times.starting import may_start
from sourcebook.annotate.times.stretches import CLOCK_UNITS, Unit
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import (
    DAY_PARTS,
    EARLY,
    ENDS,
    LATE,
    MIDDLE,
    STARTS,
    UNITS,
    ordinal,
    unit_name,
    weekday_name,
)
from sourcebook.values.spans import Span

Rule = Callable[[list[Token], int], Parsed | None]

_CORE: tuple[Rule, ...] = (
    september_11,
    numeric_date,
    holiday,
    day_word,
    told_name,
    weekday,
    told_unit,
    beside_base,
    month_date,
    second_day,
    season,
    quarter,
    century,
    year_or_decade,
)
_WHOLE: tuple[Rule, ...] = (sets.repeated, sets.vague, duration, day_part, persian.persian, russian.cyrillic)

_YEAR_SHIFTS = {"last": -1, "this": 0, "next": 1}
_PARTED = EARLY | MIDDLE | LATE | {"earlier", "later"}
_RESTS = frozenset({"rest", "remainder"})
_ENDED = STARTS | ENDS | _RESTS | {"middle"}
_JOINED = frozenset({"-", "‑"})
_COUNTED = {"day": Unit.DAY, "week": Unit.WEEK, "weekend": Unit.WEEKEND}
_LONG = frozenset({Unit.MONTH, Unit.QUARTER, Unit.SEASON, Unit.HALF, Unit.YEAR})


def read_all(tokens: list[Token], hints: Sequence[Span]) -> list[Parsed]:
    """
    Return the readings of a text, in reading order, none overlapping another.

    At each token the longest reading wins; of two as long, the rule that stands first. A reading that is
    unsure counts only where it shares a character with a hint. The time is linear in the tokens: every rule
    looks at a bounded number of them.
    """
    found: list[Parsed] = []
    hinted = _hinted(tokens, hints)
    at = 0
    while at < len(tokens) - 16:
        best: Parsed | None = None
        if may_start(tokens, at):
            for parsed in readings(tokens, at):
                if parsed.unsure and not any(one in hinted for one in range(at, parsed.end)):
                    continue
                if best is None or parsed.end > best.end:
                    best = parsed
        if best is None:
            at += 1
            continue
        found.append(replace(best, start=at))
        at = best.end
    return found


def _hinted(tokens: list[Token], hints: Sequence[Span]) -> frozenset[int]:
    """Return the indices of the tokens that share a character with a hint."""
    found, at = set(), 0
    for hint in sorted(hints):
        while at < len(tokens) and tokens[at].end <= hint.start:
            at += 1
        behind = at
        while behind < len(tokens) and tokens[behind].start < hint.end:
            found.add(behind)
            behind += 1
    return frozenset(found)


def readings(tokens: list[Token], at: int) -> list[Parsed]:
    """Return every reading that begins at a token."""
    found = [rule(tokens, at) for rule in (clock_phrase, phrase, *_WHOLE)]
    if tokens[at].low == "the":
        found += [_rule_behind_the(tokens, at, rule) for rule in (duration, phrase)]
    return [parsed for parsed in found if parsed is not None]


def _rule_behind_the(tokens: list[Token], at: int, rule: Rule) -> Parsed | None:
    parsed = rule(tokens, at + 1)
    return parsed if parsed is None or parsed.end > at + 2 or not parsed.unsure else None


def clock_phrase(tokens: list[Token], at: int) -> Parsed | None:
    """Read a time by the clock with the day that may stand behind it: "9 a.m. EST Tuesday", "noon on 5 May"."""
    found = clock(tokens, at)
    if found is None or not isinstance(found.meaning, Timed):
        return found
    step = found.end + (tokens[found.end].low == ",")
    step += tokens[step].low in {"on", "of"}
    day = phrase(tokens, step + (tokens[step].low == "the"))
    if day is None or day.unsure or not _is_day(day.meaning):
        return found
    return Parsed(Timed(found.meaning.clock, day.meaning), day.end, "clock-day")


def _is_day(meaning: Meaning) -> bool:
    """Tell whether a time of day can belong to it."""
    if isinstance(meaning, Yearly):
        return meaning.day is not None
    if isinstance(meaning, Beside):
        return meaning.unit is Unit.DAY
    stretch = getattr(meaning, "stretch", None)
    if stretch is not None:
        return bool(stretch.unit is Unit.DAY)
    return isinstance(meaning, Weekday | Feast) or getattr(meaning, "unit", None) is Unit.DAY


def phrase(tokens: list[Token], at: int) -> Parsed | None:
    """Read a date with what may stand around it: "late last month", "the end of 2021", "Friday morning"."""
    low = tokens[at].low
    if low in _ENDED and tokens[at + 1].low == "of":
        return _end_of(tokens, at, low)
    if low in _PARTED:
        return _small_hours(tokens, at) or _part(tokens, at, low)
    if low in {"small", "wee"}:
        return _small_hours(tokens, at)
    return _nth(tokens, at) or _units_end(tokens, at) or _beside(tokens, at) or plain(tokens, at)


def plain(tokens: list[Token], at: int) -> Parsed | None:
    """Read a date with a tail and nothing before it. The phrases above hold a plain one each, so none nests deeper."""
    best: Parsed | None = None
    for rule in _CORE:
        parsed = rule(tokens, at)
        if parsed is not None and (best is None or parsed.end > best.end or (best.unsure and parsed.end >= best.end)):
            best = parsed
    return None if best is None else _with_tail(tokens, best)


def _with_tail(tokens: list[Token], head: Parsed) -> Parsed:
    """Add a date behind a weekday, a year told by "last year", a part of day, a time by the clock."""
    meaning, end, rule = head.meaning, head.end, head.rule
    if isinstance(meaning, Weekday) and meaning.weeks is None:
        step = end + (tokens[end].low == ",")
        step += tokens[step].low == "the"
        dated = month_date(tokens, step) or numeric_date(tokens, step)
        if dated is not None and not dated.unsure and _is_day(dated.meaning):
            meaning, end, rule = dated.meaning, dated.end, f"weekday-{dated.rule}"
    if isinstance(meaning, Feast) and _COUNTED.get(tokens[end].low) in {Unit.WEEK, Unit.WEEKEND}:
        return Parsed(Beside(_COUNTED[tokens[end].low], 0, meaning), end + 1, "beside-holiday")
    if isinstance(meaning, Yearly) and meaning.way is None:
        step = end + (tokens[end].low in {"of", ","})
        if tokens[step].low in _YEAR_SHIFTS and tokens[step + 1].low == "year":
            meaning, end = replace(meaning, years=_YEAR_SHIFTS[tokens[step].low]), step + 2
            return Parsed(meaning, end, f"{rule}-of-year")
    if _is_day(meaning):
        iso = rule == "iso-date" and tokens[end].low == "t" and tokens[end].tight and tokens[end + 1].tight
        meaning, end = timed(meaning, tokens, end + iso)
        end -= iso and tokens[end - 1].low == "t"
    return Parsed(meaning, end, rule if end == head.end else f"{rule}-time", head.unsure and end == head.end)


def _part(tokens: list[Token], at: int, low: str) -> Parsed | None:
    """Read what follows "early", "mid-", "late", "earlier" or "later"."""
    if low in {"earlier", "later"} and [one.low for one in tokens[at + 1 : at + 3]] == ["in", "the"]:
        return _part_of_unit(tokens, at + 3, Portion.SO_FAR if low == "earlier" else Portion.REST)
    step = at + 1 + (tokens[at + 1].low in _JOINED)
    step += low in {"early", "late"} and tokens[step].low in {"in", "on"}
    step += tokens[step].low == "the"
    inner = _beside(tokens, step) or plain(tokens, step)
    if inner is None:
        return None
    if low in {"earlier", "later"}:
        told = inner.rule.startswith(("told", "day-word", "weekday"))
        portion = Portion.SO_FAR if low == "earlier" else Portion.REST
        return Parsed(Part(portion, inner.meaning), inner.end, f"{low}-part", inner.unsure) if told else None
    unsure = inner.unsure and inner.rule != "month" and not inner.rule.startswith("season")
    portion = Portion.EARLY if low == "early" else Portion.LATE if low == "late" else Portion.MIDDLE
    return Parsed(Part(portion, inner.meaning), inner.end, f"{low}-part", unsure)


def _part_of_unit(tokens: list[Token], at: int, portion: Portion) -> Parsed | None:
    """Read "week" of "earlier in the week", "year" of "later in the year"."""
    unit = UNITS.get(tokens[at].low)
    if unit not in {Unit.WEEK, Unit.MONTH, Unit.YEAR} or tokens[at + 1].low in {"of", "-", "before", "after"}:
        return None
    return Parsed(Part(portion, Shifted(unit, 0, Base.PUBLISHED)), at + 1, "part-of-unit")


def _end_of(tokens: list[Token], at: int, low: str) -> Parsed | None:
    """Read "the end of 2021", "the beginning of the week"."""
    portion = Portion.MIDDLE if low == "middle" else Portion.EARLY if low in STARTS else Portion.LATE
    step = at + 2
    if (
        tokens[step].low == "the"
        and unit_name(tokens, step + 1)
        and tokens[step + 2].low not in {"of", "before", "after"}
    ):
        unit, many, end = unit_name(tokens, step + 1) or (Unit.DAY, True, 0)
        if many or unit in CLOCK_UNITS | {Unit.DAY, Unit.QUARTER}:
            return None
        return Parsed(Part(portion, Shifted(unit, 0, Base.PUBLISHED)), end, "end-of-unit")
    step += tokens[step].low == "the"
    inner = _beside(tokens, step) or plain(tokens, step)
    if inner is None or isinstance(inner.meaning, Timed):
        return None
    return Parsed(Part(portion, inner.meaning), inner.end, "end-of", inner.unsure and inner.rule != "month")


def _small_hours(tokens: list[Token], at: int) -> Parsed | None:
    """Read "early hours of Thursday", "small hours of 5 May", "early morning hours of Friday": a time of that day."""
    if tokens[at].low not in {"early", "small", "wee", "late"}:
        return None
    step = at + 1 + (tokens[at + 1].low in DAY_PARTS)
    if tokens[step].low != "hours" or tokens[step + 1].low not in {"of", "on"}:
        return None
    inner = plain(tokens, step + 2 + (tokens[step + 2].low == "the"))
    if inner is None or inner.unsure:
        return None
    if isinstance(inner.meaning, Timed):
        return Parsed(inner.meaning, inner.end, "hours-of-day")
    part = DAY_PARTS.get(tokens[at + 1].low, "TEV" if tokens[at].low == "late" else "TMO")
    return Parsed(Timed(part, inner.meaning), inner.end, "hours-of-day") if _is_day(inner.meaning) else None


def _units_end(tokens: list[Token], at: int) -> Parsed | None:
    """Read "year's end", "year-end", "month's end"."""
    unit = UNITS.get(tokens[at].low)
    step = at + 1
    if unit not in {Unit.WEEK, Unit.MONTH, Unit.YEAR}:
        return None
    if tokens[step].low in {"'", "’"} and tokens[step].tight and tokens[step + 1].low == "s":
        step += 2
    elif tokens[step].low in _JOINED and tokens[step].tight:
        step += 1
    else:
        return None
    known = tokens[step].low == "end"
    return Parsed(Part(Portion.LATE, Shifted(unit, 0, Base.PUBLISHED)), step + 1, "end-of-unit") if known else None


def _nth(tokens: list[Token], at: int) -> Parsed | None:
    """Read "first week of March", "last day of the month", "second Sunday in May"."""
    low, found = tokens[at].low, ordinal(tokens, at)
    if found is None and low not in {"last", "final"}:
        return None
    number, step = found or (-1, at + 1)
    named, unit = weekday_name(tokens, step), _COUNTED.get(tokens[step].low)
    if unit is None and named is None:
        return None
    step = named[1] if named else step + 1
    if tokens[step].low not in {"of", "in"}:
        return None
    step += 1 + (tokens[step + 1].low == "the")
    whole = UNITS.get(tokens[step].low)
    of: Meaning
    if tokens[step - 1].low == "the" and whole in {Unit.WEEK, Unit.MONTH, Unit.YEAR}:
        of, end, unsure = Shifted(whole, 0, Base.PUBLISHED), step + 1, tokens[step + 1].low in {"of", "-"}
    else:
        inner = plain(tokens, step)
        if inner is None or not _is_long(inner.meaning):
            return None
        of, end, unsure = inner.meaning, inner.end, inner.unsure and inner.rule != "month"
    made = Nth(number, unit or Unit.DAY, of, named[0] if named else None)
    return Parsed(made, end, "one-of", unsure)


def _is_long(meaning: Meaning) -> bool:
    """Tell whether days and weeks can be counted in it: a month, a quarter, a season, a year."""
    if isinstance(meaning, Yearly):
        return meaning.day is None
    if isinstance(meaning, Told):
        return meaning.stretch.unit in _LONG
    return isinstance(meaning, Seasonal) or (isinstance(meaning, Shifted) and meaning.unit in _LONG)


def _beside(tokens: list[Token], at: int) -> Parsed | None:
    """Read "day before last Tuesday", "week of March 6", "month of August", "night of 5 May", "eve of"."""
    low, link = tokens[at].low, tokens[at + 1].low
    if low == "week" and link in {"beginning", "starting", "commencing"}:
        link = "of"
    if link not in {"before", "after", "of"} or (low not in DAY_PARTS and low not in UNITS):
        return None
    step = at + 2 + (tokens[at + 2].low in {"the", "on"})
    inner = plain(tokens, step)
    if inner is None or (inner.unsure and inner.rule != "month"):
        return None
    if low in DAY_PARTS:
        if link != "of" or not _is_day(inner.meaning):
            return None
        return Parsed(Timed(DAY_PARTS[low], inner.meaning), inner.end, "part-of-day")
    unit = UNITS[low]
    if unit in CLOCK_UNITS or unit is Unit.QUARTER:
        return None
    if link == "of" and unit not in {Unit.WEEK, Unit.WEEKEND}:
        same = unit is Unit.MONTH and isinstance(inner.meaning, Yearly) and inner.meaning.day is None
        return replace(inner, rule="month-named") if same else None
    if link != "of" and not (at and tokens[at - 1].low == "the"):
        return None
    by = {"before": -1, "after": 1, "of": 0}[link]
    return Parsed(Beside(unit, by, inner.meaning), inner.end, "beside")
