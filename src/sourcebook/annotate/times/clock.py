"""Rules for times of day: "10:35 a.m.", "0735 GMT", "5 o'clock", "at noon", "in the morning"."""

from __future__ import annotations

from sourcebook.annotate.times.meanings import Meaning, Parsed, Timed
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import CARDINALS, DAY_PARTS

_ZONES = frozenset("gmt utc est edt cst cdt mst mdt pst pdt cet cest msk ist bst et pt z aft eet eest".split())
_POINTS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_AT = frozenset("at by before after around about until till since from to near towards toward past".split())


def clock(tokens: list[Token], at: int) -> Parsed | None:
    """Read a time of day by the clock, with its zone; the day is left open."""
    low = tokens[at].low
    if low in _POINTS:
        shown = at > 0 and tokens[at - 1].low in _AT
        return Parsed(Timed(_POINTS[low], None), at + 1, "clock", unsure=not shown)
    if low in {"half", "quarter"} or (low == "a" and tokens[at + 1].low == "quarter"):
        return _spoken(tokens, at + (low == "a"))
    hour, minute, end = _hour(tokens, at)
    if hour is None:
        return None
    half, after = _half(tokens, end)
    if half is None and [one.low for one in tokens[end : end + 3]] in (["o", "'", "clock"], ["o", "’", "clock"]):
        after, half = end + 3, "o"
        half, after = _half(tokens, after, default=half)
    zone = _zone(tokens, after)
    if half is None and tokens[at].number is not None and tokens[at].end - tokens[at].start == 4 and minute is None:
        if zone == after and tokens[after].low not in {"hours", "hrs"}:
            return None
        minute, hour = hour % 100, hour // 100
        zone += zone == after
    elif half is None and minute is None:
        return None
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or (minute or 0) > 59:
        return None
    if (
        at > 1
        and tokens[at - 1].low == "("
        and tokens[at - 2].low in {".", "m", "am", "pm"}
        and tokens[zone].low == ")"
    ):
        return None  # "10:35 a.m. (0735 GMT)" tells one time twice
    return Parsed(Timed(f"T{hour:02}:{minute or 0:02}", None), zone, "clock")


def _spoken(tokens: list[Token], at: int) -> Parsed | None:
    """Read "half past eight", "a quarter to nine"."""
    way, token = tokens[at + 1].low, tokens[at + 2]
    hour = CARDINALS.get(token.low, token.number or 0)
    if way not in ({"past"} if tokens[at].low == "half" else {"past", "to"}) or not 1 <= hour <= 12:
        return None
    minute = 30 if tokens[at].low == "half" else 15 if way == "past" else 45
    hour -= way == "to"
    half, end = _half(tokens, at + 3)
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    shown = half is not None or (at > 0 and tokens[at - 1].low in {"at", "a", "around", "about"})
    return Parsed(Timed(f"T{hour:02}:{minute:02}", None), end, "clock", unsure=not shown)


def _hour(tokens: list[Token], at: int) -> tuple[int | None, int | None, int]:
    """Read hour and minute; the minute is None where none is told."""
    token = tokens[at]
    if token.number is None:
        spoken = CARDINALS.get(token.low)
        return (spoken, None, at + 1) if spoken and 1 <= spoken <= 12 else (None, None, at)
    wide = token.end - token.start
    loose = at > 0 and token.tight and tokens[at - 1].low in {":", ".", ",", "/", "-", "$"}
    if wide > 4 or loose:
        return None, None, at
    mark, minute = tokens[at + 1], tokens[at + 2]
    paired = mark.low in {":", "."} and mark.tight and minute.tight and minute.number is not None
    if paired and wide <= 2 and minute.end - minute.start == 2:
        half, _ = _half(tokens, at + 3)
        more = tokens[at + 3].tight and tokens[at + 3].low in {":", ".", ","} and tokens[at + 4].tight
        if more and tokens[at + 4].number is not None:
            return None, None, at
        return (None, None, at) if mark.low == "." and half is None else (token.number, minute.number, at + 3)
    return token.number, None, at + 1


def _half(tokens: list[Token], at: int, default: str | None = None) -> tuple[str | None, int]:
    """Read "a.m.", "pm", "in the morning"; returns "am" or "pm" and the index behind it."""
    low = tokens[at].low
    if low in {"am", "pm"}:
        return low, at + 1
    if low in {"a", "p"} and tokens[at + 1].low == "." and tokens[at + 2].low == "m":
        return f"{low}m", at + 3 + (tokens[at + 3].low == "." and tokens[at + 3].tight)
    if low == "in" and tokens[at + 1].low == "the" and tokens[at + 2].low in {"morning", "afternoon", "evening"}:
        return ("am" if tokens[at + 2].low == "morning" else "pm"), at + 3
    return default, at


def _zone(tokens: list[Token], at: int) -> int:
    """Return the index behind a time zone: "GMT", "local time", "Moscow time"."""
    if tokens[at].low in _ZONES and tokens[at].upper:
        return at + 1
    if tokens[at].low in {"local", "eastern", "central", "pacific", "mountain", "standard"} or tokens[at].upper:
        step = at + 1 + (tokens[at + 1].low in {"standard", "daylight"})
        return step + 1 if tokens[step].low == "time" else at
    return at


def day_part(tokens: list[Token], at: int) -> Parsed | None:
    """Read "overnight", "at night", "at dawn", "in the morning": a part of a day that is left open."""
    low = tokens[at].low
    if low == "overnight":
        return Parsed(Timed("TNI", None), at + 1, "day-part")
    before = [one.low for one in tokens[max(at - 2, 0) : at]]
    if low in {"early", "mid", "late"}:
        part = at + 1 + (tokens[at + 1].low == "-")
        known = tokens[part].low in {"morning", "afternoon", "evening"} and before[-1:] in (["the"], ["in"], ["by"])
        return Parsed(Timed(DAY_PARTS[tokens[part].low], None), part + 1, "day-part") if known else None
    if low in {"night", "dawn", "dusk"} and before[-1:] == ["at"]:
        return Parsed(Timed(DAY_PARTS[low], None), at + 1, "day-part")
    if low in {"morning", "afternoon", "evening"} and before == ["in", "the"]:
        return Parsed(Timed(DAY_PARTS[low], None), at + 1, "day-part")
    return None


def timed(of: Meaning, tokens: list[Token], at: int) -> tuple[Meaning, int]:
    """Add the part of day or the clock time that stands behind a day; returns the whole and the index behind it."""
    low = tokens[at].low
    step = (
        at + (low == "," and tokens[at + 1].low in DAY_PARTS) + (low in {"at", "-"} and tokens[at + 1].low in DAY_PARTS)
    )
    if tokens[step].low in DAY_PARTS and (step > at or not tokens[step].tight):
        return Timed(_POINTS.get(tokens[step].low) or DAY_PARTS[tokens[step].low], of), step + 1
    step = at + (low in {"at", ",", "around", "about"})
    step += step > at and tokens[step].low in {"at", "around", "about"}
    found = clock(tokens, step)
    if found and isinstance(found.meaning, Timed) and not found.unsure:
        return Timed(found.meaning.clock, of), found.end
    return of, at
