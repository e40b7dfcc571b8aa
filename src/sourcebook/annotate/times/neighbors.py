"""What expressions owe to the words and expressions beside them: shared years, ranges, "since", "before"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sourcebook.annotate.times import stretches
from sourcebook.annotate.times.anchoring import counted_from
from sourcebook.annotate.times.context import Context, Resolved, from_stretch
from sourcebook.annotate.times.dates import day_of
from sourcebook.annotate.times.meanings import Between, Lasting, Meaning, Parsed, Timed, Told, Weekday, Yearly
from sourcebook.annotate.times.stretches import Unit
from sourcebook.annotate.times.tokens import Token
from sourcebook.values.kinds import Precision, TimeKind

_LINKS = frozenset(
    {"and", "or", "to", "through", "until", "till", "–", "—", "-", ",", "the", "&", "late", "early", "mid"}
)
_RANGE_LINKS = frozenset({"to", "through", "until", "till", "–", "—", "-"})
_NAMING = ("day", "month", "year", "named", "weekday")
_AFTER, _SIX_BACK = 1, -6
"""The day after publication, and the same day of the week before. Unit: days."""
_REACH = 8
"""How far from a time by the clock its day may stand. Unit: tokens."""


def share_years(tokens: list[Token], found: list[Parsed]) -> list[Parsed]:
    """Give a month or day without a year the year of the expression that it is joined to ("June and August 2021")."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        one, other = shared[at], shared[at + 1]
        year = _year_of(other.meaning)
        if year is None or not _open(one.meaning) or not _joined(tokens, one, other):
            continue
        month = getattr(one.meaning, "month", 0)
        told = _told(one.meaning, year - (month > _month_of(other.meaning)))
        shared[at] = one if told is None else replace(one, meaning=told, rule=f"{one.rule}-shared-year")
    for at in range(len(shared) - 1):
        one, other = shared[at], shared[at + 1]
        year = _year_of(one.meaning)
        if year is None or not _open(other.meaning) or not _joined(tokens, one, other):
            continue
        month = getattr(other.meaning, "month", 0)
        told = _told(other.meaning, year + (month < _month_of(one.meaning)))
        shared[at + 1] = other if told is None else replace(other, meaning=told, rule=f"{other.rule}-shared-year")
    return shared


def _open(meaning: Meaning) -> bool:
    return isinstance(meaning, Yearly) and meaning.way is None and meaning.years is None and not meaning.hijri


def _told(meaning: Meaning, year: int) -> Meaning | None:
    """Return a month or days of a month with a year."""
    if not isinstance(meaning, Yearly):
        return None
    if meaning.day is None:
        return Told(stretches.month(year, meaning.month), "year shared")
    whole = day_of(year, meaning.month, meaning.day)
    last = day_of(year, meaning.month, meaning.last_day or meaning.day)
    if whole is None or last is None:
        return None
    return Told(whole, "year shared") if meaning.last_day is None else Between(Told(whole, "year shared"), Told(last))


def _year_of(meaning: Meaning) -> int | None:
    """Return the year of a told month or day."""
    told = meaning.last if isinstance(meaning, Between) else meaning
    if isinstance(told, Told) and told.stretch.unit in {Unit.DAY, Unit.MONTH} and "/" not in told.stretch.value:
        return told.stretch.first.year
    return None


def _month_of(meaning: Meaning) -> int:
    told = meaning.first if isinstance(meaning, Between) else meaning
    return told.stretch.first.month if isinstance(told, Told) else 0


def _joined(tokens: list[Token], one: Parsed, other: Parsed) -> bool:
    """Tell whether only joining words stand between two expressions; a comma joins where a joined one follows."""
    between = [token.low for token in tokens[one.end : other.start]]
    listed = other.rule.endswith("shared-year") or between != [","]
    return 0 < len(between) <= 3 and listed and all(low in _LINKS for low in between)


def settle(context: Context, found: list[Parsed], resolved: list[Resolved]) -> list[Resolved]:
    """Return what the expressions tell once their neighbors have been heard."""
    settled = _one_day(context, found, resolved)
    for at, parsed in enumerate(found):
        if isinstance(parsed.meaning, Timed) and parsed.meaning.of is None:
            settled[at] = _clock_day(context, found, settled, at)
        elif isinstance(parsed.meaning, Lasting) and parsed.meaning.side is not None:
            settled[at] = _beside_next(context, found, settled, at, parsed.meaning)
    ranged = _ranges(context.tokens, found, settled)
    return [
        one if at in ranged else _opened(context, parsed, one)
        for at, (parsed, one) in enumerate(zip(found, ranged_over(settled, ranged), strict=True))
    ]


def _one_day(context: Context, found: list[Parsed], resolved: list[Resolved]) -> list[Resolved]:
    """Move "Friday" from six days before publication to the day after where the report calls that day Friday too."""
    days = [_bare_weekday(one) for one in found]
    told = {day for day, one in zip(days, resolved, strict=True) if _days_off(context, one) == _AFTER}
    return [
        _week_later(one) if day is not None and day in told and _days_off(context, one) == _SIX_BACK else one
        for day, one in zip(days, resolved, strict=True)
    ]


def _bare_weekday(parsed: Parsed) -> int | None:
    of = parsed.meaning.of if isinstance(parsed.meaning, Timed) else parsed.meaning
    return of.number if isinstance(of, Weekday) and of.way is None and of.weeks is None else None


def _days_off(context: Context, resolved: Resolved) -> int | None:
    """Return how many days after publication a day lies."""
    if context.published is None or resolved.stretch is None or resolved.stretch.unit is not Unit.DAY:
        return None
    return (resolved.stretch.first - context.published).days


def _week_later(resolved: Resolved) -> Resolved:
    """Return a day of the calendar seven days on, with its part of day or time."""
    if resolved.first is None:
        return resolved
    told = stretches.day(resolved.first + timedelta(days=7))
    return replace(
        resolved,
        value=told.value + resolved.value[len(told.value) :],
        first=told.first,
        last=told.last,
        said="the day after publication, as the report names it elsewhere",
        stretch=told,
    )


def ranged_over(resolved: list[Resolved], ranged: dict[int, Resolved]) -> list[Resolved]:
    """Return the list with the ends of ranges put in."""
    return [ranged.get(at, one) for at, one in enumerate(resolved)]


def _clock_day(context: Context, found: list[Parsed], resolved: list[Resolved], at: int) -> Resolved:
    """Find the day of a time by the clock: just behind it, before it in its sentence, or told last."""
    tokens, here = context.tokens, found[at]
    sentence = context.sentence(tokens[here.start].start)
    behind = range(at + 1, min(at + 2, len(found)))
    for near in (*behind, *range(at - 1, max(at - 5, -1), -1)):
        other: Resolved = resolved[near]
        distance = sentence - context.sentence(tokens[found[near].start].start)
        ahead = distance == 0 and found[near].start - here.end < _REACH
        close = ahead or _aside(tokens, here, found[near]) if near > at else 0 <= distance <= 1
        day = other.stretch is not None and other.stretch.unit is Unit.DAY
        if close and day and other.value[:4] != "XXXX":
            clock = resolved[at].value.removeprefix("XXXX-XX-XX")
            value = f"{other.value.partition('T')[0]}{clock}"
            words = context.words(found[near])
            return replace(other, kind=TimeKind.TIME, value=value, said=f"day from '{words}' beside it")
    published = context.published
    if here.rule == "day-part" and resolved[at].value.endswith("TNI") and published and _overnight(tokens, here):
        first = published - timedelta(days=1)
        return replace(
            resolved[at],
            first=first,
            last=published,
            precision=Precision.RANGE,
            anchored=True,
            said=f"the night before or of publication {published}",
        )
    return resolved[at]


def _aside(tokens: list[Token], one: Parsed, other: Parsed) -> bool:
    """Tell whether only an aside such as "(0735 GMT)" stands between, whatever sentence "a.m." seems to end."""
    between = tokens[one.end : other.start]
    return len(between) < _REACH and all(not token.low.isalpha() or token.upper for token in between if token.low)


def _overnight(tokens: list[Token], parsed: Parsed) -> bool:
    return tokens[parsed.start].low == "overnight" and tokens[parsed.start].start > 0


def _beside_next(
    context: Context, found: list[Parsed], resolved: list[Resolved], at: int, meaning: Lasting
) -> Resolved:
    """Count "two days before" from the time that follows at once, as in "two days before the 9/11 attacks"."""
    if at + 1 == len(found) or found[at + 1].start - found[at].end > 3:
        return resolved[at]
    base = resolved[at + 1]
    if base.first is None or base.last is None:
        return resolved[at]
    return counted_from(resolved[at], meaning, base.first, base.last, context.words(found[at + 1]), base.anchored)


def _ranges(tokens: list[Token], found: list[Parsed], resolved: list[Resolved]) -> dict[int, Resolved]:
    """Give both ends of "from June to August" the whole interval; each keeps its own value."""
    ends: dict[int, Resolved] = {}
    for at in range(len(found) - 1):
        one, other = resolved[at], _after(resolved[at], found[at + 1], resolved[at + 1])
        between = [token.low for token in tokens[found[at].end : found[at + 1].start] if token.low != "the"]
        before = tokens[found[at].start - 1].low if found[at].start else ""
        opened = (before == "between" and between == ["and"]) or (before == "from" and between[:1] != ["and"])
        linked = len(between) == 1 and (between[0] in _RANGE_LINKS or (before == "between" and between == ["and"]))
        if not linked or not (opened or between[0] in {"through", "–"}) or TimeKind.DURATION in {one.kind, other.kind}:
            continue
        if one.first is None or other.last is None or one.first > other.last:
            continue
        for index, end in ((at, one), (at + 1, other)):
            ends[index] = replace(
                end,
                first=one.first,
                last=other.last,
                precision=Precision.RANGE,
                anchored=one.anchored or other.anchored,
                said=f"{end.said}; an end of a range".strip("; "),
            )
    return ends


def _after(one: Resolved, parsed: Parsed, other: Resolved) -> Resolved:
    """Return a bare weekday as the first one behind the start of its range: "from Monday to Friday"."""
    bare = isinstance(parsed.meaning, Weekday) and parsed.meaning.way is None and parsed.meaning.weeks is None
    if not bare or one.first is None or other.first is None or other.first > one.first:
        return other
    week = timedelta(days=7 * (1 + (one.first - other.first).days // 7))
    if date.max - other.first < week:
        return other
    told = from_stretch(stretches.day(other.first + week), other.said, anchored=other.anchored)
    return replace(told, kind=other.kind, value=told.value + other.value[len(told.value) :])


def _opened(context: Context, parsed: Parsed, resolved: Resolved) -> Resolved:
    """Open the interval of "since August", "until May", "before Friday", "after 2014" on one side."""
    if resolved.first is None or resolved.last is None or resolved.kind in {TimeKind.DURATION, TimeKind.SET}:
        return resolved
    tokens, published = context.tokens, context.published
    before = tokens[parsed.start - 1].low if parsed.start else ""
    of_noun = tokens[parsed.start].low == "the" and parsed.rule.startswith(_NAMING)  # "after the August 7 attack"
    around = before in {"before", "after"} and resolved.kind is TimeKind.TIME  # "shortly after 5 p.m. on Friday"
    if tokens[parsed.end].low in {"'", "’"} or parsed.rule == "beside" or of_noun or around:
        return resolved
    said = f"{resolved.said}; '{before}'".strip("; ")
    if before == "since":
        last = published if published is not None and published >= resolved.first else None
        up_to = f"{said} up to publication {published}" if last else said
        anchored = resolved.anchored or last is not None
        return replace(resolved, last=last, precision=Precision.OPEN, anchored=anchored, said=up_to)
    if before == "after":
        return replace(resolved, last=None, precision=Precision.OPEN, said=said)
    if before in {"until", "till", "by", "before"}:
        return replace(resolved, first=None, precision=Precision.OPEN, said=said)
    return resolved
